import stringWidth from "string-width";
import type { Source } from "../model/resource.ts";
import { atLineStart, visible } from "./escape.ts";
import type { Style } from "./style.ts";

/** `org.yaml:12`. */
export function placeText(source: Source | undefined): string {
  return source === undefined ? "" : atLineStart(`${visible(source.file)}:${source.line}`);
}

/** Left and right on one line where both fit, else the right one behind the left. */
export function columns(left: string, right: string, style: Style): string {
  const gap = style.columns - stringWidth(left) - stringWidth(right);
  return right === "" ? left : `${left}${" ".repeat(Math.max(2, gap))}${right}`;
}

/** What of a visible text fits into so many columns from its start, with a mark where it is cut. */
export function firstColumns(text: string, width: number): string {
  if (text.length <= width && stringWidth(text) <= width) return text;
  const kept = Array.from(text.slice(0, width).replace(HALF_PAIR, ""));
  while (stringWidth(kept.join("")) >= width) kept.pop();
  return `${kept.join("")}…`;
}

/** What of a visible text fits into so many columns before its end. */
export function lastColumns(text: string, width: number): string {
  const kept = Array.from(text.slice(-width).replace(HALF_PAIR, ""));
  while (stringWidth(kept.join("")) > width) kept.shift();
  return kept.join("");
}

/** What is left of a character that was cut in two. */
const HALF_PAIR = /^\p{Cs}|\p{Cs}$/gu;

/** Words of a visible text in lines of at most `width` columns; a longer word stays whole. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && stringWidth(line) + 1 + stringWidth(word) > Math.max(20, width)) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map(atLineStart);
}
