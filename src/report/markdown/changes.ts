import type { Change, FieldChange, Plan } from "../../model/plan.ts";
import { becauseText, isClosing, labelText, placeOf, type Row, rowsOf, waitText } from "../changes.ts";
import { fenced } from "../escape.ts";
import { byKind } from "../kinds.ts";
import { changeLines, fieldText, isDocument, valueText } from "../value.ts";
import { folded, placeIn, table, textIn, type View } from "./blocks.ts";

/** How a table calls what a change does. */
export type Verbs = Readonly<Record<Change["action"] | "close", string>>;

export const PLANNED: Verbs = {
  create: "\u2795 create",
  update: "\u270f\ufe0f update",
  delete: "\u2796 delete",
  close: "\u26d4 close",
};

/** A folded table for each kind of which something changes, and its policies as differences. */
export const changeBlocks = ({ changes }: Plan, verbs: Verbs, view: View): string[] =>
  byKind(changes, view.headings).map(({ heading, items: mine }) => {
    const rows = rowsOf(mine);
    const counts = ACTIONS.flatMap((action) => {
      const number = mine.filter((change) => change.action === action).length;
      return number === 0 ? [] : [`${number.toLocaleString("en-US")} ${WORDS[action]}`];
    });
    return folded(
      `<b>${textIn(heading, view)}</b> \u00b7 ${counts.join(", ")}`,
      [
        table(
          ["", "What", "Details", "Why"],
          rows.map((row) => () => cells(row, verbs, view)),
          view,
        ),
        ...(view.detail.lines ? rows.flatMap((row) => differences(row, view)) : []),
      ],
      mine.some(({ action, reversible }) => action === "delete" && !reversible),
    );
  });

const ACTIONS = ["create", "update", "delete"] as const;
const WORDS: Record<Change["action"], string> = { create: "new", update: "changed", delete: "removed" };

function cells(row: Row, verbs: Verbs, view: View): string[] {
  const { change, labels } = row;
  const why = [textIn(becauseText(change), view), placeIn(placeOf(change), view)];
  return [
    verbs[isClosing(change) ? "close" : change.action],
    textIn(labelText(labels, view.detail.names), view),
    details(row, view).join("<br>"),
    why.filter((part) => part !== "").join(" \u00b7 "),
  ];
}

/** Of one field of one row. */
const MOST_LINES = 20;

function details({ change, fields }: Row, view: View): string[] {
  return [
    ...(change.waits === undefined ? [] : [textIn(waitText(change.waits), view)]),
    ...(change.reversible || change.waits !== undefined ? [] : ["**cannot be undone**"]),
    ...fields.flatMap((field) => fieldCells(field, change.action, view)),
  ];
}

function fieldCells(field: FieldChange, action: Change["action"], view: View): string[] {
  const name = fieldText(field.field);
  if (isDocument(field)) {
    const lines = changeLines(field);
    const of = (sign: string): number => lines.filter((line) => line.startsWith(sign)).length;
    return [textIn(`${name}: +${of("+")} \u2212${of("-")} lines`, view)];
  }
  const lines = action === "update" ? changeLines(field) : [valueText(field.after)];
  const shown = lines.slice(0, MOST_LINES);
  const rest = lines.length - shown.length;
  const [first, ...others] = shown.map((line, index) => textIn(index === 0 ? `${name}: ${line}` : line, view));
  return [first ?? textIn(name, view), ...others, ...(rest === 0 ? [] : [`\u2026 ${rest} more`])];
}

/** The documents among the fields, line by line. */
const differences = ({ change, labels, fields }: Row, view: View): string[] =>
  fields
    .filter(isDocument)
    .flatMap((field) => [
      `<b>${textIn(labelText(labels, view.detail.names), view)}, ${textIn(fieldText(field.field), view)}</b>:`,
      view.spend(fenced(changeLines(change.action === "update" ? field : { ...field, before: undefined }), "diff")),
    ]);
