import type { Source } from "../model/resource.ts";
import { visible } from "./escape.ts";

/** GitHub shows so many annotations of one level of a step. */
export const MOST_ANNOTATIONS = 10;

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  /** Texts from anywhere, a line each. */
  readonly lines: readonly string[];
  /** Where GitHub shows it: beside the line, else with the job. */
  readonly source?: Source | undefined;
}

/** A workflow command, as a line: GitHub shows it beside the line of the file that it is about. */
export function annotation({ level, title, lines, source }: Annotation): string {
  const place = source === undefined ? [] : placeOf(source);
  const data = lines.map((line) => escapeData(visible(line))).join("%0A");
  return `::${level} ${[...place, `title=${property(title)}`].join(",")}::${data}\n`;
}

function placeOf({ file, line, column, endColumn }: Source): string[] {
  const end = endColumn === undefined ? [] : [`endColumn=${endColumn}`];
  return [`file=${property(file)}`, `line=${line}`, `col=${column}`, ...end];
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => escapeData(visible(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
