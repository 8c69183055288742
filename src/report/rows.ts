import stringWidth from "string-width";
import type { Change } from "../model/plan.ts";
import { becauseText, isClosing, labelText, placeOf, type Row, rowsOf, waitText } from "./changes.ts";
import { visible } from "./escape.ts";
import { columns, hanging, placeText, wrapped } from "./layout.ts";
import type { Format, Style } from "./style.ts";
import { changeLines, fieldText, valueText } from "./value.ts";

const SYMBOLS: Record<Change["action"], { readonly symbol: string; readonly format: Format }> = {
  create: { symbol: "+", format: "green" },
  update: { symbol: "~", format: "yellow" },
  delete: { symbol: "-", format: "red" },
};

/** How far details stand in. */
const INDENT = "      ";

/** Labels up to this wide have what is said beside them in one column. */
const MOST_WIDTH = 30;
/** What a label has at least. */
const LEAST_WIDTH = 24;

/** The changes of one kind: a row for each, or for several that differ in their last name only. */
export function rowLines(changes: readonly Change[], style: Style): string[] {
  const [reason, ...others] = new Set(changes.map(({ waits }) => waits));
  // What holds for all is said once.
  const common = changes.length > 1 && others.length === 0 ? reason : undefined;
  // What cannot be made yet need not be undone.
  const lasting = changes.filter(({ reversible, waits }) => !reversible && waits === undefined);
  const closing = lasting.filter(isClosing);
  const final = lasting.filter((change) => !isClosing(change));
  const rows = rowsOf(changes);
  const width = Math.max(0, ...rows.map(labelWidth).filter((one) => one <= MOST_WIDTH));
  const remark = (text: string): string[] =>
    wrapped(text, style.columns - INDENT.length).map((part) => INDENT + style.paint("yellow", part));
  return [
    ...rows.flatMap((row) => [
      ...linesOf(row, width, style),
      ...(row.change.waits === undefined || common !== undefined ? [] : remark(waitText(row.change.waits))),
    ]),
    ...(common === undefined
      ? []
      : remark(visible(`all of these ${common.startsWith("cannot ") ? common : `wait: ${common}`}`))),
    ...(final.length === 0 ? [] : remark(finalText(final, changes))),
    ...(closing.length === 0 ? [] : remark(`${finalText(closing, changes)}; ${closingText(closing.length)}`)),
  ];
}

/** Which of the changes cannot be undone. */
function finalText(final: readonly Change[], changes: readonly Change[]): string {
  if (changes.length === 1) return "! cannot be undone";
  if (final.length === changes.length) return "! none of these can be undone";
  return `! cannot be undone: ${final.map(({ label }) => visible(label)).join(", ")}`;
}

/** AWS Organizations user guide, "Closing a member account in your organization". */
export const closingText = (count: number): string =>
  count === 1
    ? "AWS keeps it for 90 days, in which only AWS Support reopens it; its e-mail can never be used again"
    : "AWS keeps them for 90 days, in which only AWS Support reopens them; their e-mails can never be used again";

/** Of a row that has something beside its label; of any other 0. */
const labelWidth = (row: Row): number =>
  row.change.action !== "update" && inline(row) !== "" ? stringWidth(labelText(row.labels)) : 0;

function linesOf(row: Row, width: number, style: Style): string[] {
  const { change, labels } = row;
  const { symbol, format } = SYMBOLS[change.action];
  const because = whyText(change);
  // On the right where it leaves room for the row, else below it.
  const isShort = stringWidth(because) <= style.columns - INDENT.length - 2 - LEAST_WIDTH;
  const why = isShort ? because : "";
  const room = style.columns - INDENT.length - stringWidth(why) - 2;
  const label = labelText(labels);
  const details = change.action === "update" ? "" : inline(row);
  const gap = " ".repeat(2 + Math.max(0, width - stringWidth(label)));
  const beside = details !== "" && stringWidth(label) + gap.length + stringWidth(details) <= room;
  const [head = "", ...rest] = wrapped(label, room);
  const left = `  ${style.paint(format, symbol)} ${style.paint(format, head)}${beside ? gap + details : ""}`;
  return [
    columns(left, why === "" ? "" : style.paint("dim", why), style),
    ...rest.map((part) => INDENT + style.paint(format, part)),
    ...(isShort ? [] : hanging(INDENT, because, style).map((line) => style.paint("dim", line))),
    ...(beside ? [] : detailLines(row, details, style)),
  ];
}

/** Why something goes, where the difference comes from, and the line of org.yaml. */
const whyText = (change: Change): string =>
  [becauseText(change), placeText(placeOf(change))].filter((part) => part !== "").join(" \u00b7 ");

/** Below the row: on one line what fits there, else a field a line. */
function detailLines(row: Row, details: string, style: Style): string[] {
  const { action } = row.change;
  if (details === "" && action !== "update") return [];
  const fits = action !== "update" && INDENT.length + stringWidth(details) <= style.columns;
  return fits ? [INDENT + details] : fieldLines(row, style);
}

/** The fields of a new thing on one line. */
const inline = ({ fields }: Row): string =>
  fields.map(({ field, after }) => `${fieldText(field)} ${valueText(after)}`).join(" \u00b7 ");

/** A line of a field in lines of so many columns; the lines of a document keep how far they stand in. */
function fitted(line: string, room: number): string[] {
  if (stringWidth(line) <= room) return [line];
  const start = /^(?:[-+~] )? */.exec(line)?.[0] ?? "";
  const indent = " ".repeat(start.length);
  return wrapped(line.slice(start.length), room - start.length).map(
    (part, index) => (index === 0 ? start : indent) + part,
  );
}

/** A field a line, or more where it needs them. */
function fieldLines({ change, fields }: Row, style: Style): string[] {
  const width = Math.max(0, ...fields.map(({ field }) => fieldText(field).length));
  const room = style.columns - INDENT.length - width - 2;
  return fields.flatMap((field) => {
    const lines =
      change.action === "update"
        ? changeLines(field, room).flatMap((line) => fitted(line, room))
        : wrapped(valueText(field.after), room);
    return lines.map(
      (line, index) =>
        `${INDENT}${style.paint("dim", (index === 0 ? fieldText(field.field) : "").padEnd(width))}  ${line}`,
    );
  });
}
