import type { Moved, Uncovered } from "../model/approval.ts";
import type { Json } from "../model/json.ts";
import { changeName, type Plan } from "../model/plan.ts";
import { visible } from "./escape.ts";
import { count } from "./text.ts";
import { fieldText, valueText } from "./value.ts";

/** What has moved since a change was approved, or that it never was: `update permissionSet:Admin: ...`. */
export const uncoveredText = ({ change, moved }: Uncovered): string =>
  `${visible(changeName(change))}: ${moved.map(movedText).join("; ")}`;

function movedText(moved: Moved): string {
  switch (moved.what) {
    case "unknown":
      return "it is not in the approved plan";
    case "action":
      return `the approved plan would ${moved.approved} it`;
    case "after":
      return `${fieldText(visible(moved.field))} would now become ${short(moved.now)}; approved was ${short(moved.approved)}`;
    case "before": {
      const { action, before, after } = moved.approved;
      const approved = {
        create: `makes it with ${short(after)}`,
        update: `changes it from ${short(before)} to ${short(after)}`,
        delete: `deletes what has ${short(before)}`,
      }[action];
      return `${fieldText(visible(moved.field))} is ${short(moved.now)} in AWS now; the approved plan ${approved}`;
    }
  }
}

/** In characters: what a sentence can have of a policy document. */
const LONGEST = 80;

function short(value: Json | undefined): string {
  const text = valueText(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}\u2026`;
}

/** Which plan was approved, and whether org.yaml says what it said then. */
export function approvedText(approved: Plan, { source: { file, digest } }: Plan, now: number): string {
  const { tool, source, createdAt } = approved;
  const commit = source.commit === undefined ? "" : `, commit ${visible(source.commit)}`;
  const said = source.digest.slice(0, 8);
  const lines = [
    `approved plan ${approved.digest.slice(0, 8)} of orgsync ${visible(tool.version)}, ${ageText(now - Date.parse(createdAt))}${commit}, ${visible(source.file)} ${said}`,
    ...(source.digest === digest ? [] : [`  ${visible(file)} says something else by now: ${digest.slice(0, 8)}`]),
  ];
  return `${lines.join("\n")}\n`;
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
