import { escaped, replaceHidden } from "../model/characters.ts";

/** What a GitHub runner takes for the start of a command. */
const COMMAND = /^(\s*):(?=:)/;

/**
 * Text from a file or from AWS, made safe to print on one line: what does not show is written as `\u202e`, and what a
 * GitHub runner would take for a command (`::x::` at the start of a line, `##[x]` anywhere) is broken up.
 */
export function visible(text: string): string {
  return replaceHidden(text, escaped)
    .replace(/[\t\n\r]/g, escaped)
    .replaceAll("##[", "##\\[")
    .replace(COMMAND, "$1\\:");
}

/** For a part of a text that has come to stand at the start of a line by wrapping. */
export const atLineStart = (part: string): string => part.replace(COMMAND, "$1\\:");
