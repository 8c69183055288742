import fc from "fast-check";
import { expect, test } from "vitest";
import { fenced, markdown, markdownWithin, visible } from "../../src/report/escape.ts";
import { HOSTILE } from "../support/hostile.ts";
import { pageOf } from "../support/page.ts";

/** Where a text can stand in a report. */
const PLACES: readonly (readonly [where: string, write: (text: string) => string])[] = [
  ["a paragraph", (text) => text],
  ["a heading", (text) => `## ${text}`],
  ["a list", (text) => `- ${text}\n- ${text}`],
  ["a cell", (text) => `| a | b |\n| --- | --- |\n| ${text} | **${text}**<br>${text} |`],
  ["a summary", (text) => `<details><summary>${text}</summary>\n\n${text}\n\n</details>`],
  ["an alert", (text) => `> [!CAUTION]\n> **a ${text}**\n> - ${text}`],
  ["a link", (text) => `[${text}](https://github.com/)`],
];

const MORE: readonly string[] = [
  "jay@acme.com",
  "a@b@c",
  "http://a.b www.evil.com ftp://x WWW.A.B",
  "mailto:a@b.c xmpp:a@b",
  "#1 #x acme/org#12 acme#1",
  "GH-1 gh-12 acme-2 GHSA-abcd-1234-abcd CVE-2026-1",
  "deadbeefcafe1234 DEADBEEF 111122223333",
  "acme/org@0123456789abcdef0123456789abcdef01234567",
  "$x$ $$y$$ $5",
  ":e-mail: :+1: :a:b:c:",
  "- list",
  "+ a",
  "* a",
  "1. a",
  "1234567. x",
  "123456789) b",
  "=====",
  "   lead",
  "trail  ",
  "`` ` ```",
  "[^1]",
  "[!NOTE]",
  "[ ] task",
  "a|b\\|c\\\\|d",
  "\\* \\",
  "&amp;&#x41;&nbsp",
];

/** What a reader of Markdown, and then GitHub, makes of a text in a place: nothing but the text. */
function misread(text: string): string[] {
  return PLACES.flatMap(([where, write]) => {
    const { text: read, flaws, links } = pageOf(write(markdown(text)));
    const plain = pageOf(write("x"));
    return [
      ...(read.includes(visible(text)) ? [] : [`${where}: ${read}`]),
      ...flaws.map((flaw) => `${where}: ${flaw}`),
      ...(links.length === plain.links.length ? [] : [`${where}: ${links.join(" ")}`]),
    ];
  });
}

test.each([...MORE, ...HOSTILE])("Markdown shows exactly %j, wherever it stands", (text) => {
  expect(misread(text)).toEqual([]);
});

test("and whatever else is put together", () => {
  const pieces = fc.constantFrom(..."`*_[]()<>&#~|\\!@$:+-=.1aZ \u00e9".split(""), "www.", "://", "gh-", "deadbeef");
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (all) => {
      expect(misread(all.join(""))).toEqual([]);
    }),
  );
});

test("a text that is cut is not longer than it may be, and still shows its beginning", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 30, max: 80 }), (text, most) => {
      const written = markdownWithin(text, most);
      expect(written.length).toBeLessThanOrEqual(most);
      const { text: read } = pageOf(`- ${written}`);
      const shown = read.replace(/^\s+|\s+$/g, "");
      expect(
        visible(text)
          .trim()
          .startsWith(shown.replace(/\u2026$/, "").trim()),
      ).toBe(true);
      if (markdown(text).length <= most) expect(written).toBe(markdown(text));
    }),
  );
});

test("nothing in a block of code ends it", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[`~ a]{0,8}$/), { maxLength: 5 }), (lines) => {
      const [block, ...others] = pageOf(`${fenced(lines, "diff")}\n\nafter`).code;
      expect(others).toEqual([]);
      expect(block).toEqual({ language: "diff", text: lines.map((line) => `${line}\n`).join("") });
    }),
  );
});
