import type { Source } from "../model/resource.ts";
import { atLineStart, visible } from "./escape.ts";
import { messageLines } from "./layout.ts";
import { asStarted } from "./started.ts";
import type { Style } from "./style.ts";

/** What has gone wrong, for a person. Texts are not yet made visible. */
export interface Failure {
  readonly code: string;
  /** What has happened and where, in one sentence without a full stop. */
  readonly message: string;
  /** What it is about, one by one. */
  readonly details?: readonly string[];
  /** What to do next; the lines behind the first are to be copied. */
  readonly hint?: string | undefined;
  /** The line of a file that it is about. */
  readonly source?: Source | undefined;
}

/** Every error looks like this: `error ORG0503: text`, or `org.yaml:12:3  error ORG0203  text`; then what to do. */
export function errorText({ code, message, details = [], hint, source }: Failure, style: Style): string {
  const lines = [
    ...headLines({ code, message, source }, style),
    ...details.flatMap((detail) => messageLines("  ", visible(detail), style, { indent: INDENT })),
    ...(hint === undefined ? [] : helpLines(hint, style)),
  ];
  return `${lines.join("\n")}\n`;
}

/** What is wrong and where. */
export function headLines({ code, message, source }: Failure, style: Style): string[] {
  const error = `${style.paint("red", "error")} ${code}`;
  const start = source === undefined ? `${error}: ` : `${placeText(source)}  ${error}  `;
  return messageLines(start, visible(message), style, { indent: INDENT, format: "bold" });
}

/** What to do next. */
export function helpLines(hint: string, style: Style): string[] {
  const [first = "", ...rest] = asStarted(hint, style).split("\n").map(visible);
  return [
    ...messageLines(`  ${style.paint("cyan", "help:")} `, first, style, { indent: INDENT }),
    ...rest.map((line) => `  ${line}`),
  ];
}

/** Something worth knowing that is no error. */
export const noteText = (note: string, style: Style): string =>
  `${messageLines(`${style.paint("dim", "note:")} `, visible(note), style, { indent: INDENT }).join("\n")}\n`;

/** Before the lines that a sentence goes on in. */
const INDENT = "    ";

// A file may be named `:`, and what follows begins with another.
export const placeText = ({ file, line, column }: Source): string => atLineStart(`${visible(file)}:${line}:${column}`);
