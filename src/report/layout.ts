import stringWidth from "string-width";
import type { Source } from "../model/resource.ts";
import { atLineStart, visible } from "./escape.ts";
import type { Style } from "./style.ts";

/** `org.yaml:12`. */
export function placeText(source: Source | undefined): string {
  return source === undefined ? "" : `${visible(source.file)}:${source.line}`;
}

/** Left and right on one line where both fit, else the right one behind the left. */
export function columns(left: string, right: string, style: Style): string {
  const gap = style.columns - stringWidth(left) - stringWidth(right);
  return right === "" ? left : `${left}${" ".repeat(Math.max(2, gap))}${right}`;
}

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
