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
