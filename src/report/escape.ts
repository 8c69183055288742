import { escaped, replaceHidden } from "../model/characters.ts";

/** What a GitHub runner takes for the start of a command. */
const COMMAND = /^(\s*):(?=:)/;

/**
 * Text from a file or from AWS, made safe to print on one line: what does not show is written as `\u202e`, and what a
 * GitHub runner would take for a command (`::x::` at the start of a line, `##[x]` anywhere) is broken up.
 */
export function visible(text: string): string {
  return atLineStart(
    replaceHidden(text, escaped)
      .replace(/[\t\n\r]/g, escaped)
      .replaceAll("##[", "##\\["),
  );
}

/** The same for a text that has lines of its own, such as a block to paste. */
export const visibleLines = (text: string): string => text.split("\n").map(visible).join("\n");

/** For a part of a visible text that has come to stand at the start of a line. */
export const atLineStart = (part: string): string => part.replace(COMMAND, "$1\\:");

/** The same JSON with nothing in it that acts on a terminal or a GitHub runner: escapes say what they stand for. */
export function visibleJson(json: string): string {
  return replaceHidden(json, inUnits).replaceAll("##[", "\\u0023#[");
}

const inUnits = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  ).join("");

/**
 * Text from a file or from AWS as Markdown that GitHub shows as exactly this text, wherever in a line, a table's cell or
 * an HTML element it stands, but right before a colon, which could make an emoji of it. What Markdown and HTML read becomes a character reference. What GitHub goes on to look for
 * in the text that results (people, issues, commits, emoji, addresses, formulas) is taken apart by an element that shows
 * nothing, as GitHub's documentation has it for a dollar sign.
 */
export function markdown(text: string): string {
  return visible(text).replace(MARKDOWN, (match) => {
    if (match.length > LONGEST_WORD) return (match.match(PARTS) ?? []).map(odd).join("");
    return match.length === 1 ? alone(match) : match.replace(/ /g, alone);
  });
}

const MARKDOWN = new RegExp(
  [
    // Hexadecimal, as the names of commits are.
    String.raw`(?<!\w)[0-9a-f]{7,}`,
    // GH-1, GHSA-..., and whatever prefix a repository has chosen for its tickets.
    String.raw`(?<=[a-z])-(?=\d)|(?<=ghsa)-`,
    String.raw`(?<=www)\.`,
    String.raw`[@#$]|:(?=//|[\w+-]+:)`,
    "[`*_\\[\\]<>&~|\\\\]",
    // At the start of a line: a list, or the line below a heading.
    String.raw`^[-+=]|(?<=^\d{1,9})[.)]`,
    "^ +| +$",
  ].join("|"),
  "giu",
);
/** Shorter than any name of a commit that GitHub finds. */
const LONGEST_WORD = 6;
const PARTS = /.{1,6}/g;
/** Plain and within an element in turn, so that each is a text of its own. */
const odd = (part: string, index: number): string => (index % 2 === 0 ? part : `<span>${part}</span>`);
/** Of one character. */
function alone(character: string): string {
  switch (character) {
    case "-":
    case ".":
    case "@":
    case "$":
    case ":":
      return `<span>${character}</span>`;
    case "#":
      return "<span>&#35;</span>";
    default:
      return `&#${character.charCodeAt(0)};`;
  }
}

/** The same in so many characters at most: the text is cut where it needs more. */
export function markdownWithin(text: string, most: number): string {
  let shown = visible(text.slice(0, most + 1));
  let written = markdown(shown);
  if (text.length <= most && written.length <= most) return written;
  while (written.length > most) {
    shown = shown.slice(0, Math.floor(shown.length * Math.min(0.9, most / written.length))).replace(HALF, "");
    written = `${markdown(shown)}\u2026`;
  }
  return written;
}

/** What is left of a character that was cut in two. */
const HALF = /[\ud800-\udbff]$/;

/** Visible lines as a block of code: nothing in them can end it. */
export function fenced(lines: readonly string[], language: string): string {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return [`${fence}${language}`, ...lines, fence].join("\n");
}
