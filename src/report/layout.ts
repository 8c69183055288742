import stringWidth from "string-width";
import type { Source } from "../model/resource.ts";
import { atLineStart, visible } from "./escape.ts";
import type { Format, Style } from "./style.ts";

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

/**
 * Words of a visible text in lines of at most `width` columns, of which the first line has `taken` fewer; a longer word
 * stays whole.
 */
export function wrapped(text: string, width: number, taken = 0): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const room = Math.max(20, lines.length === 0 ? width - taken : width);
    if (line !== "" && stringWidth(line) + 1 + stringWidth(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map(atLineStart);
}

/** A visible text behind its start, in lines that fit; all but the first are indented as far as the start goes. */
export function hanging(start: string, text: string, style: Style): string[] {
  const indent = " ".repeat(stringWidth(start));
  return wrapped(text, style.columns - indent.length).map((part, index) => (index === 0 ? start : indent) + part);
}

/** Names with what is said about them beside them. */
export function twoColumns(rows: readonly (readonly [name: string, text: string])[], style: Style): string {
  const width = Math.max(0, ...rows.map(([name]) => stringWidth(name))) + 2;
  return rows
    .flatMap(([name, text]) => hanging(name + " ".repeat(width - stringWidth(name)), text, style))
    .map((line) => `${line}\n`)
    .join("");
}

/** A visible sentence, or more of them, in lines that fit. */
export const paragraph = (text: string, { columns: width }: Pick<Style, "columns">): string =>
  `${wrapped(text, width).join("\n")}\n`;

/** How a message is laid out. */
interface MessageLayout {
  /** Before all lines but the first. */
  readonly indent: string;
  readonly format?: Format;
}

/**
 * The visible sentence of a message behind its start, such as `error ORG0503: `. A person's terminal has it wrapped;
 * anywhere else it stays on one line, so that a log can be searched for it.
 */
export function messageLines(start: string, text: string, style: Style, { indent, format }: MessageLayout): string[] {
  const paint = (part: string): string => (format === undefined ? part : style.paint(format, part));
  if (style.isTTY !== true) return [start + paint(text)];
  const [first = "", ...rest] = wrapped(text, style.columns - indent.length, stringWidth(start) - indent.length);
  return [start + paint(first), ...rest.map((line) => indent + paint(line))];
}
