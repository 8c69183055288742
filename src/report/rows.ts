import stringWidth from "string-width";
import type { Change, FieldChange } from "../model/plan.ts";
import { visible } from "./escape.ts";
import { columns, placeText, wrapped } from "./layout.ts";
import type { Format, Style } from "./style.ts";
import { changeLines, fieldText, valueText } from "./value.ts";

const SYMBOLS: Record<Change["action"], { readonly symbol: string; readonly format: Format }> = {
  create: { symbol: "+", format: "green" },
  update: { symbol: "~", format: "yellow" },
  delete: { symbol: "-", format: "red" },
};

/** In the labels of memberships and assignments: `admins → AdministratorAccess → acme-dev`. */
const ARROW = " \u2192 ";

/** How far details stand in. */
const INDENT = "      ";

/** Labels up to this wide have what is said beside them in one column. */
const MOST_WIDTH = 30;

/** The changes of one kind: a row for each, or for several that differ in their last name only. */
export function rowsOf(changes: readonly Change[], style: Style): string[] {
  const [reason, ...others] = new Set(changes.map(({ waits }) => waits));
  // What holds for all is said once.
  const common = changes.length > 1 && others.length === 0 ? reason : undefined;
  // What cannot be made yet need not be undone.
  const lasting = changes.filter(({ reversible, waits }) => !reversible && waits === undefined);
  const closing = lasting.filter(isClosing);
  const final = lasting.filter((change) => !isClosing(change));
  const groups = grouped(changes);
  const width = Math.max(0, ...groups.map(labelWidth).filter((one) => one <= MOST_WIDTH));
  const remark = (text: string): string[] =>
    wrapped(text, style.columns - INDENT.length).map((part) => INDENT + style.paint("yellow", part));
  return [
    ...groups.flatMap((group) => [
      ...groupLines(group, width, style),
      ...(group[0]?.waits === undefined || common !== undefined ? [] : remark(waitText(group[0].waits))),
    ]),
    ...(common === undefined
      ? []
      : remark(visible(`all of these ${common.startsWith("cannot ") ? common : `wait: ${common}`}`))),
    ...(final.length === 0 ? [] : remark(finalText(final, changes))),
    ...(closing.length === 0 ? [] : remark(`${finalText(closing, changes)}; ${closingText(closing.length)}`)),
  ];
}

const isClosing = ({ action, reason }: Change): boolean => action === "delete" && reason === "closed";

/** Which of the changes cannot be undone. */
function finalText(final: readonly Change[], changes: readonly Change[]): string {
  if (changes.length === 1) return "! cannot be undone";
  if (final.length === changes.length) return "! none of these can be undone";
  return `! cannot be undone: ${final.map(({ label }) => visible(label)).join(", ")}`;
}

/** AWS Organizations user guide, "Closing a member account in your organization". */
const closingText = (count: number): string =>
  count === 1
    ? "AWS keeps it for 90 days, in which only AWS Support reopens it; its e-mail can never be used again"
    : "AWS keeps them for 90 days, in which only AWS Support reopens them; their e-mails can never be used again";

/** Changes that do the same to the same, written in one place of the file, but for their last name. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const alone = change.action === "update" || !change.label.includes(ARROW);
    const key = alone
      ? change.address
      : JSON.stringify([change.action, change.waits, whyText(change), shownFields(change), butLast(change.address)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()];
}

/** A colon within a part of an address is written otherwise. */
const butLast = (address: string): string => address.slice(0, address.lastIndexOf(":"));

/** Of a row that has something beside its label; of any other 0. */
function labelWidth(group: readonly Change[]): number {
  const [first] = group as [Change];
  return first.action !== "update" && inline(first) !== "" ? stringWidth(labelOf(group)) : 0;
}

function groupLines(group: readonly Change[], width: number, style: Style): string[] {
  const [first] = group as [Change];
  const { symbol, format } = SYMBOLS[first.action];
  const why = whyText(first);
  const room = style.columns - INDENT.length - why.length - 2;
  const label = labelOf(group);
  const details = first.action === "update" ? "" : inline(first);
  const gap = " ".repeat(2 + Math.max(0, width - stringWidth(label)));
  const beside = details !== "" && stringWidth(label) + gap.length + stringWidth(details) <= room;
  const [head = "", ...rest] = wrapped(label, room);
  const left = `  ${style.paint(format, symbol)} ${style.paint(format, head)}${beside ? gap + details : ""}`;
  return [
    columns(left, style.paint("dim", why), style),
    ...rest.map((part) => INDENT + style.paint(format, part)),
    ...(beside ? [] : detailLines(first, details, style)),
  ];
}

/** What nobody waits for, because this caller will never be able to make it, says so itself. */
const waitText = (waits: string): string => visible(waits.startsWith("cannot ") ? waits : `waits: ${waits}`);

/** Where org.yaml says it, or what it says of something that goes. */
function whyText({ action, reason, replacedBy, source }: Change): string {
  if (action !== "delete") return placeText(source);
  const place = source === undefined ? "" : ` ${placeText(source)}`;
  if (reason === "expired") return `its time is over${place}`;
  if (reason === "closed") return `closed: true${place}`;
  // An address without its kind, as the file writes it.
  if (reason === "replaced") return `replaced by ${visible(nameIn(replacedBy))}${place}`;
  return "not in org.yaml";
}

/** What stands in an address behind its kind. */
const nameIn = (address = ""): string =>
  address
    .slice(address.indexOf(":") + 1)
    .replaceAll("%3A", ":")
    .replaceAll("%25", "%");

/** Below the row: on one line what fits there, else a field a line. */
function detailLines(change: Change, details: string, style: Style): string[] {
  if (details === "" && change.action !== "update") return [];
  const fits = change.action !== "update" && INDENT.length + stringWidth(details) <= style.columns;
  return fits ? [INDENT + details] : fieldLines(change, style);
}

function labelOf(group: readonly Change[]): string {
  const [first, ...others] = group.map(({ label }) => label) as [string, ...string[]];
  const last = (label: string): string => visible(label.slice(label.lastIndexOf(ARROW) + ARROW.length));
  return [visible(first), ...others.map(last)].join(", ");
}

/** The fields of a new thing on one line. */
function inline(change: Change): string {
  return shownFields(change)
    .map(({ field, after }) => `${fieldText(field)} ${valueText(after)}`)
    .join(" \u00b7 ");
}

/** A field a line, or more where it needs them. */
function fieldLines(change: Change, style: Style): string[] {
  const fields = shownFields(change);
  const width = Math.max(0, ...fields.map(({ field }) => fieldText(field).length));
  const room = style.columns - INDENT.length - width - 2;
  return fields.flatMap((field) => {
    const lines = change.action === "update" ? changeLines(field, room) : wrapped(valueText(field.after), room);
    return lines.map(
      (line, index) =>
        `${INDENT}${style.paint("dim", (index === 0 ? fieldText(field.field) : "").padEnd(width))}  ${line}`,
    );
  });
}

/** All that an update changes; of a new thing what its label and its kind do not say already; and what org.yaml remarks. */
function shownFields(change: Change): readonly FieldChange[] {
  const { action, fields, remarks = {} } = change;
  const remarked = Object.entries(remarks).map(([field, after]) => ({ field, before: undefined, after }));
  if (action === "update") return [...fields, ...remarked];
  return [...fields.filter((field) => !isNothing(field.after) && !isSaid(field, change)), ...remarked];
}

function isSaid({ field, after }: FieldChange, { kind, label, after: spec }: Change): boolean {
  // The label of what stands between two things has all of their names.
  if (typeof after === "string" && label.includes(ARROW) && label.split(ARROW).includes(after)) return true;
  switch (field) {
    case "principalType":
      return true;
    case "name":
      return after === label || (kind === "organizationalUnit" && label.endsWith(`/${valueText(after)}`));
    case "userName":
    case "email":
      return after === label;
    case "displayName":
      return after === `${valueText(spec?.["givenName"])} ${valueText(spec?.["familyName"])}`;
    case "ou":
      return after === "root";
    case "type":
      return kind === "alternateContact";
    case "account":
      return kind === "invitation";
    default:
      return field === "featureSet" || field === "management";
  }
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);
}
