import { describe, expect, test } from "vitest";
import { escaped, hasHidden, hiddenCharacters, replaceHidden } from "../../src/model/characters.ts";

describe("characters that do not show", () => {
  test.each([
    ["an escape sequence", "a\u001b[31m", "a\\u001b[31m"],
    ["a change of direction", "a\u202eb", "a\\u202eb"],
    ["no width", "a\u200bb", "a\\u200bb"],
    ["a soft hyphen", "a\u00adb", "a\\u00adb"],
    ["a control of the second set", "a\u009bb", "a\\u009bb"],
    ["a line separator", "a\u2028b", "a\\u2028b"],
    ["half a pair", "a\ud800b", "a\\ud800b"],
    ["a tag character", "a\u{e0041}b", "a\\u{e0041}b"],
    ["a variation selector that makes no emoji", "a\ufe0fb", "a\\ufe0fb"],
    ["bytes that were no text", "a\ufffdb", "a\\ufffdb"],
  ])("%s", (_, text, shown) => {
    expect(hasHidden(text)).toBe(true);
    expect([...hiddenCharacters(text)].map(({ offset }) => offset)).toEqual([1]);
    expect(replaceHidden(text, escaped)).toBe(shown);
    expect(hasHidden(shown)).toBe(false);
  });

  test.each([
    "plain",
    "tab\tand\r\nlines",
    "D\u00e9j\u00e0 vu",
    "\u65e5\u672c\u8a9e",
    "\u2764\ufe0f",
    "1\ufe0f\u20e3",
    `a${"\u0301".repeat(8)}`,
    "\u{1f600}",
    "\u05d0\u05d1",
  ])("%j shows whole", (text) => {
    expect(hasHidden(text)).toBe(false);
    expect(replaceHidden(text, escaped)).toBe(text);
    expect([...hiddenCharacters(text)]).toEqual([]);
  });
});

test("marks that pile up on one letter: eight show, the others are told", () => {
  const text = `a${"\u0301".repeat(8)}${"\u0488".repeat(2)}b`;
  expect(hasHidden(text)).toBe(true);
  expect([...hiddenCharacters(text)].map(({ offset }) => offset)).toEqual([9, 10]);
  const shown = replaceHidden(text, escaped);
  expect(shown).toBe(`a${"\u0301".repeat(8)}\\u0488\\u0488b`);
  expect(hasHidden(shown)).toBe(false);
});
