import { escaped, replaceHidden } from "../model/characters.ts";

/**
 * Text from a file or from AWS, made safe to print on one line: what does not show is written as `\u202e`, and what a
 * GitHub runner would take for a command (`::x::` at the start of a line, `##[x]` anywhere) is broken up.
 */
export function visible(text: string): string {
  return replaceHidden(text, escaped)
    .replace(/[\t\n\r]/g, escaped)
    .replaceAll("##[", "##\\[")
    .replace(/^(\s*):(?=:)/, "$1\\:");
}
