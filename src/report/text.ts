import stringWidth from "string-width";
import { type Change, isRefused, type Notice, type Plan } from "../model/plan.ts";
import { accessLines } from "./access.ts";
import { visible } from "./escape.ts";
import { byKind, type KindWords, wordFor } from "./kinds.ts";
import { columns, placeText, wrapped } from "./layout.ts";
import { refusalLines } from "./refusals.ts";
import { rowLines } from "./rows.ts";
import type { Style } from "./style.ts";

export interface TextOptions {
  readonly style: Style;
  /** Heading of a kind, by the kind's name: `Permission sets`. */
  readonly headings: KindWords;
  /** The command that has compared; plan when left out. */
  readonly command?: "drift";
}

/**
 * A plan for a person: who comes to reach what, what changes, why, where org.yaml says it, what is left alone, and one
 * line that sums it up.
 */
export function planText(plan: Plan, { style, headings, command }: TextOptions): string {
  const lines: string[] = [headline(plan, style, command), ""];
  if (plan.access.length > 0) lines.push(...accessLines(plan.access, style), "");
  for (const { heading, items } of byKind(plan.changes, headings))
    lines.push(style.paint("bold", visible(heading)), ...rowLines(items, style), "");
  for (const notice of plan.notices) lines.push(...noticeLines(notice, style));
  if (plan.notices.length > 0) lines.push("");
  if (plan.notManaged.length > 0) lines.push(...notManagedLines(plan, headings, style), "");
  if (plan.refusals.length > 0) lines.push(...refusalLines(plan, style), "");
  lines.push(summaryLine(plan, style));
  return `${lines.join("\n")}\n`;
}

function headline({ organization, read, source }: Plan, style: Style, command = "plan"): string {
  const where = organization === null ? "no organization yet" : `organization ${visible(organization.id)}`;
  const took = `${count(read.resources, "object")} read in ${seconds(read.seconds)} (${count(read.calls, "call")})`;
  const left = `orgsync ${command} · ${where} · ${took}`;
  const right =
    source.commit === undefined ? visible(source.file) : `${visible(source.file)} @ ${visible(source.commit)}`;
  const fits = stringWidth(left) + 2 + stringWidth(right) <= style.columns;
  const [bold, dim] = [style.paint("bold", left), style.paint("dim", right)];
  if (fits) return columns(bold, dim, style);
  return [
    ...(stringWidth(left) <= style.columns ? [left] : [`orgsync ${command} · ${where}`, took]).map((part) =>
      style.paint("bold", part),
    ),
    ...wrapped(right, style.columns).map((part) => style.paint("dim", part)),
  ].join("\n");
}

/** `Plan: 4 to create, 1 to update, 1 to delete.` The same words in every output. */
export function summaryLine(plan: Plan, style: Style): string {
  const { changes } = plan;
  if (changes.length === 0) return nothingLine(plan, style);
  const ready = changes.filter(({ waits }) => waits === undefined);
  const counts = `Plan: ${countsText(changes)}.`;
  const bold = wrapped(counts, style.columns)
    .map((part) => style.paint("bold", part))
    .join("\n");
  const about = isRefused(plan) ? "Refused: see above." : ready.length === 0 ? "" : estimate(ready);
  if (about === "") return bold;
  const fits = stringWidth(counts) + 3 + stringWidth(about) <= style.columns;
  return `${bold}${fits ? "   " : "\n"}${isRefused(plan) ? style.paint("red", about) : about}`;
}

/** `4 to create, 1 to update, 1 to delete (2 wait for a person)`. */
export function countsText(changes: readonly Change[]): string {
  const of = (action: Change["action"]): number => changes.filter((change) => change.action === action).length;
  const waiting = changes.filter(({ waits }) => waits !== undefined).length;
  const remark = waiting === 0 ? "" : ` (${waiting} ${waiting === 1 ? "waits" : "wait"} for a person)`;
  return `${of("create")} to create, ${of("update")} to update, ${of("delete")} to delete${remark}`;
}

function nothingLine({ notices, read, source }: Plan, style: Style): string {
  const compared = `(${count(read.resources, "object")} compared).`;
  const [format, text] = notices.some(({ severity }) => severity === "warning")
    ? (["yellow", `No changes, but mind what is marked with ! above ${compared}`] as const)
    : (["green", `No changes. AWS matches ${visible(source.file)} ${compared}`] as const);
  return wrapped(text, style.columns)
    .map((part) => style.paint(format, part))
    .join("\n");
}

/** What an apply of them takes. */
export function estimate(changes: readonly Change[]): string {
  const calls = changes.reduce((sum, { expected }) => sum + expected.calls, 0);
  const time = changes.reduce((sum, { expected }) => sum + expected.seconds, 0);
  return `About ${count(calls, "API call")}, ${duration(time)}.`;
}

function noticeLines({ severity, message, hint, source }: Notice, style: Style): string[] {
  const mark = severity === "warning" ? style.paint("yellow", "! ") : style.paint("dim", "i ");
  const place = placeText(source);
  const lines = wrapped(visible(message), style.columns - 2);
  const last = lines.at(-1) ?? "";
  const fits = 4 + stringWidth(last) + stringWidth(place) <= style.columns;
  return [
    ...lines
      .map((part, index) => `${index === 0 ? mark : "  "}${part}`)
      .slice(0, fits && place !== "" ? -1 : undefined),
    ...(place === ""
      ? []
      : fits
        ? [`${lines.length === 1 ? mark : "  "}${last}${style.paint("dim", `  ${place}`)}`]
        : [style.paint("dim", `    ${place}`)]),
    ...(hint === undefined
      ? []
      : wrapped(visible(hint), style.columns - 4).map((part) => style.paint("dim", `    ${part}`))),
  ];
}

function notManagedLines({ notManaged }: Plan, headings: KindWords, style: Style): string[] {
  const groups = new Map<string, string[]>();
  for (const { kind, label, reason } of notManaged) {
    const key = `${visible(wordFor(kind, headings))} (${visible(reason)})`;
    groups.set(key, [...(groups.get(key) ?? []), visible(label)]);
  }
  return [
    style.paint("bold", "Left alone"),
    ...[...groups].flatMap(([key, labels]) =>
      wrapped(`${key}: ${labels.join(", ")}`, style.columns - 4).map((part, index) =>
        style.paint("dim", `${index === 0 ? "  " : "    "}${part}`),
      ),
    ),
  ];
}

/** `1m05s`, `12s`. */
export function duration(total: number): string {
  const whole = Math.max(1, Math.round(total));
  if (whole < 60) return `${whole}s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}m${String(whole % 60).padStart(2, "0")}s`;
  return `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, "0")}m`;
}

const seconds = (value: number): string => `${value.toFixed(1)} s`;

/** `1 change`, `4 changes`; a noun that takes more than an s says what. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
