import type { Moved, Uncovered } from "../model/approval.ts";
import { isObject, type Json, sameJson } from "../model/json.ts";
import { changeName, type Plan } from "../model/plan.ts";
import { visible } from "./escape.ts";
import { messageLines } from "./layout.ts";
import type { Style } from "./style.ts";
import { count } from "./text.ts";
import { fieldText } from "./value.ts";

/** What has moved since a change was approved, or that it never was: `update permissionSet:Admin: ...`. */
export const uncoveredText = ({ change, moved }: Uncovered): string =>
  `${visible(changeName(change))}: ${moved.map(movedText).join("; ")}`;

function movedText(moved: Moved): string {
  switch (moved.what) {
    case "unknown":
      return "it is not in the approved plan";
    case "action":
      return `the approved plan would ${moved.approved} it`;
    case "after": {
      const [now, approved] = told([moved.now, moved.approved]);
      return `${fieldText(visible(moved.field))} would now become ${now}; approved was ${approved}`;
    }
    case "before": {
      const { action, before, after } = moved.approved;
      const isKept = action === "update" && sameJson(before, after);
      const [now, old, wanted] = told([moved.now, before, after]);
      const approved = {
        create: `makes it with ${wanted}`,
        update: isKept ? `leaves it at ${old}` : `changes it from ${old} to ${wanted}`,
        delete: `deletes what has ${old}`,
      }[action];
      return `${fieldText(visible(moved.field))} is ${now} in AWS now; the approved plan ${approved}`;
    }
  }
}

/** In characters: what a sentence can have of a policy document, and of it around each place that differs. */
const LONGEST = 80;
const AROUND = { before: 16, behind: 40 };

/** Values as a sentence can have them: those that differ look different, however long they are. */
function told(values: readonly (Json | undefined)[]): string[] {
  const texts = values.map(quoted);
  const differ = texts.flatMap((text, index) =>
    texts.slice(index + 1).flatMap((other) => (text === other ? [] : [firstDifference(text, other)])),
  );
  const places = [...new Set(differ)].toSorted((left, right) => left - right);
  return texts.map((text) => visible(text.length <= LONGEST ? text : around(text, places)));
}

/** Texts in quotes and keys in one order: values that differ never have the same text, and others always have it. */
function quoted(value: Json | undefined): string {
  if (value === undefined) return "unset";
  if (value === null) return "none";
  if (Array.isArray(value)) return `[${value.map(quoted).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .flatMap((key) => (value[key] === undefined ? [] : [`${key}: ${quoted(value[key])}`]));
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function firstDifference(left: string, right: string): number {
  let at = 0;
  while (left[at] === right[at]) at++;
  return at;
}

/** The parts of a text around these places, and what is left out between them as a mark. */
function around(text: string, places: readonly number[]): string {
  let shown = "";
  let end = 0;
  for (const place of places.length === 0 ? [0] : places) {
    const start = Math.max(end, place - AROUND.before);
    if (place + AROUND.behind <= end || start >= text.length) continue;
    shown += `${start > end ? "\u2026" : ""}${text.slice(start, place + AROUND.behind)}`;
    end = place + AROUND.behind;
  }
  return end < text.length ? `${shown}\u2026` : shown;
}

/** Which plan was approved, and whether org.yaml says what it said then. */
export function approvedText(
  approved: Plan,
  { source: { file, digest } }: Plan,
  { now, style }: { readonly now: number; readonly style: Style },
): string {
  const { tool, source, createdAt } = approved;
  const commit = source.commit === undefined ? "" : `, commit ${visible(source.commit)}`;
  const said = source.digest.slice(0, 8);
  const texts = [
    `approved plan ${approved.digest.slice(0, 8)} of orgsync ${visible(tool.version)}, ${ageText(now - Date.parse(createdAt))}${commit}, ${visible(source.file)} ${said}`,
    ...(source.digest === digest ? [] : [`${visible(file)} says something else by now: ${digest.slice(0, 8)}`]),
  ];
  return texts
    .flatMap((text, index) => messageLines(index === 0 ? "" : "  ", text, style, { indent: "    " }))
    .map((line) => `${line}\n`)
    .join("");
}

/** `made 3 hours ago`. */
function ageText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 1) return "made just now";
  const [number, unit] =
    minutes < 60
      ? ([minutes, "minute"] as const)
      : minutes < 2 * 24 * 60
        ? ([Math.floor(minutes / 60), "hour"] as const)
        : ([Math.floor(minutes / (24 * 60)), "day"] as const);
  return `made ${count(number, unit)} ago`;
}
