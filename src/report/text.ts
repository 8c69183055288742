import stringWidth from "string-width";
import type { Change, Notice, Plan } from "../model/plan.ts";
import type { Source } from "../model/resource.ts";
import { visible } from "./escape.ts";
import type { Format, Style } from "./style.ts";
import { changeLines, fieldText, valueText } from "./value.ts";

export interface TextOptions {
  readonly style: Style;
  /** Heading of a kind, by the kind's name: `Permission sets`. */
  readonly headings: Readonly<Record<string, string>>;
}

const SYMBOLS: Record<Change["action"], { readonly symbol: string; readonly format: Format }> = {
  create: { symbol: "+", format: "green" },
  update: { symbol: "~", format: "yellow" },
  delete: { symbol: "-", format: "red" },
};

/** A plan for a person: what changes, why, where org.yaml says it, what is left alone, and one line that sums it up. */
export function planText(plan: Plan, { style, headings }: TextOptions): string {
  const lines: string[] = [headline(plan, style), ""];
  for (const [kind, heading] of Object.entries(headings)) {
    const changes = plan.changes.filter((change) => change.kind === kind);
    if (changes.length === 0) continue;
    lines.push(style.paint("bold", heading));
    for (const group of grouped(changes)) lines.push(...groupLines(group, style));
    lines.push("");
  }
  for (const notice of plan.notices) lines.push(...noticeLines(notice, style));
  if (plan.notices.length > 0) lines.push("");
  if (plan.notManaged.length > 0) lines.push(...notManagedLines(plan, headings, style), "");
  lines.push(summaryLine(plan, style));
  return `${lines.join("\n")}\n`;
}

function headline({ organization, read, source }: Plan, style: Style): string {
  const where = organization === null ? "no organization yet" : `organization ${visible(organization.id)}`;
  const left = `orgsync plan · ${where} · ${count(read.resources, "object")} read in ${seconds(read.seconds)} (${count(read.calls, "call")})`;
  const right = source.commit === undefined ? visible(source.file) : `${visible(source.file)} @ ${source.commit}`;
  return columns(style.paint("bold", left), style.paint("dim", right), style);
}

/** `Plan: 4 to create, 1 to update, 1 to delete.` The same words in every output. */
export function summaryLine(plan: Plan, style: Style): string {
  const { changes } = plan;
  if (changes.length === 0) {
    return style.paint("green", `No changes. AWS matches ${visible(plan.source.file)} (${count(plan.read.resources, "object")} compared).`);
  }
  const of = (action: Change["action"]): number => changes.filter((change) => change.action === action).length;
  const waiting = changes.filter(({ waits }) => waits !== undefined).length;
  const counts = `Plan: ${of("create")} to create, ${of("update")} to update, ${of("delete")} to delete.`;
  return [style.paint("bold", counts), waiting === 0 ? "" : ` ${waiting} of them wait for a person.`, `   ${estimate(changes)}`].join("");
}

function estimate(changes: readonly Change[]): string {
  const ready = changes.filter(({ waits }) => waits === undefined);
  const calls = ready.reduce((sum, { expected }) => sum + expected.calls, 0);
  const time = ready.reduce((sum, { expected }) => sum + expected.seconds, 0);
  return `About ${count(calls, "API call")}, ${duration(time)}.`;
}

/** Changes of one action and place that differ in their last name only: one row. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const arrow = change.label.lastIndexOf(ARROW);
    const alone = arrow === -1 || change.action === "update" || change.waits !== undefined;
    const key = alone ? change.address : `${change.action} ${placeText(change.source)} ${change.label.slice(0, arrow)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()];
}

const ARROW = " \u2192 ";

function groupLines(group: readonly Change[], style: Style): string[] {
  const [first] = group as [Change];
  const { symbol, format } = SYMBOLS[first.action];
  const arrow = first.label.lastIndexOf(ARROW);
  const label =
    group.length === 1
      ? visible(first.label)
      : `${visible(first.label.slice(0, arrow))}${ARROW}${group.map((one) => visible(one.label.slice(one.label.lastIndexOf(ARROW) + ARROW.length))).join(", ")}`;
  const why = first.action === "delete" ? "not in org.yaml" : placeText(first.source);
  const lines = wrapped(label, style.columns - 6 - why.length - 2).map((part, index) =>
    index === 0
      ? columns(`  ${style.paint(format, symbol)} ${style.paint(format, part)}`, style.paint("dim", why), style)
      : `      ${style.paint(format, part)}`,
  );
  lines.push(...detailLines(first, style));
  if (first.waits !== undefined) lines.push(`      ${style.paint("yellow", `waits: ${first.waits}`)}`);
  if (!first.reversible) lines.push(`      ${style.paint("yellow", "! cannot be undone")}`);
  return lines;
}

function detailLines({ action, fields, label }: Change, style: Style): string[] {
  const shown = fields.filter(
    ({ field, after }) => action === "update" || (!isNothing(after) && !(NAMES.has(field) && valueText(after) === visible(label)) && !label.includes(ARROW) && !HIDDEN.has(field)),
  );
  const width = Math.max(0, ...shown.map(({ field }) => fieldText(field).length));
  return shown.flatMap((change) => {
    const rows = action === "update" ? changeLines(change) : wrapped(valueText(change.after), style.columns - width - 10);
    return rows.map((row, index) => `      ${style.paint("dim", (index === 0 ? fieldText(change.field) : "").padEnd(width))}  ${row}`);
  });
}

/** Fields that often say what the label says. */
const NAMES = new Set(["name", "userName", "email"]);

/** Fields of a new thing that say nothing: its heading says it already. */
const HIDDEN = new Set(["featureSet", "management"]);

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === false || (typeof value === "object" && Object.keys(value).length === 0);
}

function noticeLines({ severity, message, hint, source }: Notice, style: Style): string[] {
  const mark = severity === "warning" ? style.paint("yellow", "! ") : style.paint("dim", "i ");
  const place = source === undefined ? "" : style.paint("dim", `  ${placeText(source)}`);
  return [
    ...wrapped(visible(message), style.columns - 2 - placeText(source).length).map((part, index, all) => `${index === 0 ? mark : "  "}${part}${index === all.length - 1 ? place : ""}`),
    ...(hint === undefined ? [] : wrapped(visible(hint), style.columns - 4).map((part) => style.paint("dim", `    ${part}`))),
  ];
}

function notManagedLines({ notManaged }: Plan, headings: Readonly<Record<string, string>>, style: Style): string[] {
  const groups = new Map<string, string[]>();
  for (const { kind, label, reason } of notManaged) {
    const key = `${headings[kind] ?? kind} (${reason})`;
    groups.set(key, [...(groups.get(key) ?? []), visible(label)]);
  }
  return [
    style.paint("bold", "Left alone"),
    ...[...groups].flatMap(([key, labels]) => wrapped(`${key}: ${labels.join(", ")}`, style.columns - 4).map((part, index) => style.paint("dim", `${index === 0 ? "  " : "    "}${part}`))),
  ];
}

export function placeText(source: Source | undefined): string {
  return source === undefined ? "" : `${visible(source.file)}:${source.line}`;
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

export const count = (number: number, noun: string): string => `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;

/** Left and right on one line where both fit, else the right one behind the left. */
function columns(left: string, right: string, style: Style): string {
  const gap = style.columns - stringWidth(left) - stringWidth(right);
  return right === "" ? left : `${left}${" ".repeat(Math.max(2, gap))}${right}`;
}

/** Words in lines of at most `width` columns; a longer word stays whole. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && stringWidth(line) + 1 + stringWidth(word) > Math.max(20, width)) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
