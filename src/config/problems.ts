import type { Path } from "../model/config.ts";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/resource.ts";
import { placesOf } from "./lines.ts";
import type { Span } from "./tree.ts";

/** Turns offsets of one file into places that people can go to. */
export function sourcesOf(file: string, text: string): (span: Span) => Source {
  const place = placesOf(text);
  return ({ start, end }) => {
    const from = place(start);
    const to = place(end);
    const where = { file, ...from };
    return to.line === from.line && to.column > from.column ? { ...where, endColumn: to.column } : where;
  };
}

/** A problem at a path, which is not a place in a file yet. */
export interface Report extends Omit<Problem, "source"> {
  readonly at: Path;
  readonly onKey?: boolean;
}

/** The problem that a report is, at its place. */
export function problemAt(source: Source, { code, message, hint, didYouMean, related }: Omit<Report, "at">): Problem {
  return {
    code,
    message,
    source,
    ...(hint === undefined ? {} : { hint }),
    ...(didYouMean === undefined ? {} : { didYouMean }),
    ...(related === undefined ? {} : { related }),
  };
}

/** Where something is known to be wrong, what looks again only says it again. */
export function isNews(known: readonly Problem[]): (problem: Problem) => boolean {
  const placeOf = ({ source: { file, line, column } }: Problem) => `${line}:${column} ${file}`;
  const places = new Set(known.map(placeOf));
  return (problem) => !places.has(placeOf(problem));
}

/** In the order in which a reader meets them, each once. */
export function sorted(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems
    .toSorted(
      (left, right) =>
        Number(left.source.file > right.source.file) - Number(left.source.file < right.source.file) ||
        left.source.line - right.source.line ||
        left.source.column - right.source.column,
    )
    .filter(({ code, message, source }) => {
      const key = JSON.stringify([source.file, source.line, source.column, code, message]);
      return !seen.has(key) && seen.add(key);
    });
}

/** A value from the file inside a message: in backticks, on one line, and not at length. */
export function quote(text: string): string {
  const line = text.includes("\n")
    ? text
        .slice(0, 200)
        .trim()
        .replace(/\s*\n\s*/g, " ")
    : text;
  return `\`${line.length > 80 ? `${line.slice(0, 77)}...` : line}\``;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], last = "and"): string {
  const quoted = words.map(quote);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} ${last} ${quoted.at(-1) ?? ""}`;
}
