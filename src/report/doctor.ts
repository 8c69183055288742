import { asStarted } from "./started.ts";
import stringWidth from "string-width";
import type { CheckOutcome, CheckReport, Complaint } from "../model/doctor.ts";
import { visible, visibleJson } from "./escape.ts";
import { twoColumns, wrapped } from "./layout.ts";
import type { Format, Style } from "./style.ts";
import { count } from "./text.ts";

/** A mark, which is never alone: the words say the same. */
const SHOWN: Readonly<Record<CheckOutcome, readonly [mark: string, word: string, format: Format]>> = {
  ok: ["✓", "ok", "green"],
  failed: ["✗", "failed", "red"],
  unchecked: ["!", "could not check", "yellow"],
  skipped: ["–", "skipped", "dim"],
};

/** One check for a person: what came of it, and where something is wrong why it matters, and what to do. */
export function checkText(
  report: CheckReport,
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const [mark, word, format] = SHOWN[report.outcome];
  const head = `${mark} ${report.name.padEnd(width)}  `;
  const complaints = "complaints" in report ? report.complaints : [];
  const [only, ...others] = complaints;
  const first = "says" in report ? report.says : others.length > 0 ? `${complaints.length} things` : (only?.what ?? "");
  const [line = "", ...more] = wrapped(visible(`${word}: ${first}`), style.columns - stringWidth(head));
  const shown = line.startsWith(`${word}:`) ? style.paint(format, `${word}:`) + line.slice(word.length + 1) : line;
  const lines = [`${style.paint(format, mark)} ${report.name.padEnd(width)}  ${shown}`];
  lines.push(...more.map((one) => " ".repeat(stringWidth(head)) + one));
  for (const complaint of complaints) lines.push(...complaintLines(complaint, others.length > 0, style));
  if (report.outcome === "failed") lines.push(...block("    ", `why: ${report.why}`, style));
  for (const note of report.notes ?? []) lines.push(...block("    ", `note: ${note}`, style));
  return `${lines.join("\n")}\n`;
}

function complaintLines({ what, fix, copy }: Complaint, isOneOfMany: boolean, style: Style): string[] {
  const indent = isOneOfMany ? "      " : "    ";
  return [
    ...(isOneOfMany ? block("    - ", what, style) : []),
    ...block(indent, `fix: ${fix}${copy === undefined ? "" : ":"}`, style),
    // To be copied: on a line of its own, however long.
    ...(copy === undefined ? [] : [`${indent}  ${style.paint("bold", asStarted(visible(copy), style))}`]),
  ];
}

/** Wrapped words; all lines but the first stand further in. */
function block(start: string, text: string, style: Style): string[] {
  const indent = start.length + (start.trim() === "" ? 2 : 0);
  return wrapped(asStarted(visible(text), style), style.columns - indent).map((line, index) =>
    index === 0 ? start + line : " ".repeat(indent) + line,
  );
}

const numberOf = (reports: readonly CheckReport[], outcome: CheckOutcome): number =>
  reports.filter((report) => report.outcome === outcome).length;

/** `11 of 12 checks passed`, and what to do next. */
export function doctorSummary(reports: readonly CheckReport[], style: Style): string {
  const [passed, failed, open, left] = (["ok", "failed", "unchecked", "skipped"] as const).map((outcome) =>
    numberOf(reports, outcome),
  ) as [number, number, number, number];
  const others = [
    ...(open > 0 ? [`${open} could not be made`] : []),
    ...(left > 0 ? [`${left} ${left === 1 ? "does" : "do"} not apply`] : []),
  ];
  const line = `${passed} of ${count(passed + failed, "check")} passed${others.map((one) => `, ${one}`).join("")}`;
  const worst = ["failed", "unchecked"].flatMap((outcome) => reports.filter((report) => report.outcome === outcome))[0];
  const next = worst !== undefined && "complaints" in worst ? worst.complaints[0] : undefined;
  return [
    "",
    style.paint(failed > 0 ? "red" : "green", line),
    ...(next === undefined
      ? [asStarted("Next: orgsync plan", style)]
      : [
          ...block("", `Next: ${next.fix}${next.copy === undefined ? "" : ":"}`, style),
          ...(next.copy === undefined ? [] : [`  ${asStarted(visible(next.copy), style)}`]),
        ]),
    "",
  ].join("\n");
}

/** One document. */
export function doctorJson(
  reports: readonly CheckReport[],
  { version, redacted }: { readonly version: string; readonly redacted: boolean },
): string {
  const document = {
    formatVersion: 1,
    document: "doctor",
    tool: { name: "orgsync", version },
    redacted,
    passed: numberOf(reports, "ok"),
    failed: numberOf(reports, "failed"),
    unchecked: numberOf(reports, "unchecked"),
    skipped: numberOf(reports, "skipped"),
    checks: reports,
  };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
}

interface Listed {
  readonly name: string;
  readonly title: string;
  readonly why: string;
}

/** What there is to check, for a person. */
export const checkListText = (checks: readonly Listed[], style: Style): string =>
  twoColumns(
    checks.map(({ name, title }) => [name, title]),
    style,
  );

export const checkListJson = (checks: readonly Listed[]): string =>
  `${JSON.stringify({ formatVersion: 1, document: "doctor-checks", checks: checks.map(({ name, title, why }) => ({ name, title, why })) }, null, 2)}\n`;
