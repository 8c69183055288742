import stringWidth from "string-width";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/resource.ts";
import { annotation, MOST_ANNOTATIONS } from "./command.ts";
import { headLines, helpLines, placeText } from "./errors.ts";
import { visible, visibleJson } from "./escape.ts";
import { firstColumns, lastColumns, messageLines } from "./layout.ts";
import { plain, type Style } from "./style.ts";

/** The texts of the files that problems point into, by the files' names in the problems. */
export type Texts = ReadonlyMap<string, string>;

/** More problems than these are not read; the first ones fixed, the others show. */
const MAX_SHOWN = 50;
const CONTEXT_LINES = 2;

/** Problems for a person: where, what, the lines of the file, and what to do. */
export function problemsText(problems: readonly Problem[], texts: Texts, style: Style = plain(100)): string {
  const linesOf = linesByFile(texts);
  const blocks = problems.slice(0, MAX_SHOWN).map((problem) => problemLines(problem, linesOf, style).join("\n"));
  return `${[...blocks, summary(problems, style)].join("\n\n")}\n`;
}

/** One document; its texts are what they are, in JSON's escapes where they would not show. */
export function problemsJson(problems: readonly Problem[]): string {
  const document = {
    formatVersion: 1,
    valid: problems.length === 0,
    problems: problems.map(({ code, message, source, hint, didYouMean, related }) => ({
      code,
      message,
      source,
      hint,
      didYouMean,
      related,
    })),
  };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
}

/** Workflow commands that make GitHub show the problems beside the lines of a pull request. */
export function problemsGithub(problems: readonly Problem[]): string {
  const commands = problems
    .slice(0, MOST_ANNOTATIONS)
    .map(({ code, message, source, ...rest }) =>
      annotation({ level: "error", title: code, lines: [message, ...helpOf(rest)], source }),
    );
  const more = problems.length - commands.length;
  const lines = [`and ${more} more ${more === 1 ? "problem" : "problems"}`];
  if (more > 0) commands.push(annotation({ level: "notice", title: "orgsync", lines }));
  return commands.join("");
}

function problemLines(problem: Problem, linesOf: (file: string) => readonly string[], style: Style): string[] {
  const { source, related } = problem;
  const lines = linesOf(source.file);
  const digits = String(Math.max(source.line, related?.source.file === source.file ? related.source.line : 0)).length;
  const frame = codeFrame(source, lines, digits, style);
  if (related) frame.push(...relatedLines(source, related, linesOf(related.source.file), digits, style));
  return [
    ...headLines(problem, style),
    ...frame,
    ...helpOf(problem).flatMap((hint) => helpLines(visible(hint), style)),
  ];
}

/** The line with what is wrong underlined, after the lines before it. */
function codeFrame(
  { line, column, endColumn }: Source,
  lines: readonly string[],
  digits: number,
  style: Style,
): string[] {
  const text = lines[line - 1];
  if (text === undefined || (text === "" && lines.length === 1)) return [];
  const width = Math.max(style.columns - digits - 6, 20);
  const shown = window(text, column - 1, width);
  const before = Array.from({ length: CONTEXT_LINES }, (_, index) => line - CONTEXT_LINES + index).filter(
    (one) => one >= 1,
  );
  const frame = before.map((one) =>
    style.paint(
      "dim",
      `   ${gutter(one, digits)} ${firstColumns(display((lines[one - 1] ?? "").slice(0, REACH)), width)}`.trimEnd(),
    ),
  );
  frame.push(` ${style.paint("red", ">")} ${gutter(line, digits)} ${shown.text}`.trimEnd());
  const marked = display(text.slice(column - 1, Math.min((endColumn ?? column + 1) - 1, column + REACH)));
  const length = Math.max(1, Math.min(stringWidth(marked), width - shown.before));
  frame.push(`   ${" ".repeat(digits)} │ ${" ".repeat(shown.before)}${style.paint("red", "^".repeat(length))}`);
  return frame;
}

function relatedLines(
  source: Source,
  { message, source: other }: NonNullable<Problem["related"]>,
  lines: readonly string[],
  digits: number,
  style: Style,
): string[] {
  const arrow = style.paint("dim", `← ${visible(message)}`);
  const text = lines[other.line - 1];
  if (other.file !== source.file || text === undefined)
    return [`   ${" ".repeat(digits)} · ${placeText(other)}  ${arrow}`];
  const width = Math.max(style.columns - digits - 10 - stringWidth(message), 20);
  return [
    `   ${" ".repeat(digits)} ·`,
    `   ${gutter(other.line, digits)} ${window(text, other.column - 1, width).text.trimEnd()}   ${arrow}`,
  ];
}

/** A part of a line that fits, with the column in it, and how many columns stand before that. */
function window(text: string, column: number, width: number): { text: string; before: number } {
  const near = Math.max(0, column - REACH);
  const before = display(text.slice(near, column));
  const all = display(text.slice(near, column + REACH));
  const [head, rest] = [all.slice(0, before.length), all.slice(before.length)];
  const room = Math.floor(width / 2);
  if (near === 0 && stringWidth(head) + Math.min(stringWidth(rest), room) <= width) {
    return { text: firstColumns(all, width), before: stringWidth(head) };
  }
  const kept = lastColumns(head, room - 1);
  return { text: firstColumns(`…${kept}${rest}`, width), before: stringWidth(kept) + 1 };
}

/** So many characters of a line are looked at, to each side: lines can have millions, and terminals show hundreds. */
const REACH = 2_000;

const gutter = (line: number, digits: number): string => `${String(line).padStart(digits)} │`;
const display = (text: string): string => visible(text.replaceAll("\t", " "));

function helpOf({ hint, didYouMean }: Pick<Problem, "hint" | "didYouMean">): string[] {
  return [
    ...(didYouMean === undefined ? [] : [`did you mean \`${didYouMean}\`?`]),
    ...(hint === undefined ? [] : [hint]),
  ];
}

function summary(problems: readonly Problem[], style: Style): string {
  const files = new Set(problems.map(({ source }) => visible(source.file)));
  const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${[...files].join(", ")}`;
  const more = problems.length - MAX_SHOWN;
  const text = more > 0 ? `${count}; ${more} are not shown` : count;
  return messageLines("", text, style, { indent: "", format: "bold" }).join("\n");
}

function linesByFile(texts: Texts): (file: string) => readonly string[] {
  const split = new Map<string, readonly string[]>();
  return (file) => {
    const lines = split.get(file) ?? (texts.get(file) ?? "").split(/\r?\n/);
    split.set(file, lines);
    return lines;
  };
}
