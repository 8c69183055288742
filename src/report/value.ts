import { diffLines } from "diff";
import { isObject } from "../model/json.ts";
import type { FieldChange } from "../model/plan.ts";
import { visible } from "./escape.ts";

/** A value as a person would write it into org.yaml, on one line. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(valueText).join(", ");
  if (isObject(value)) {
    const members = Object.entries(value).map(([key, member]) => `${visible(key)}: ${valueText(member)}`);
    return members.length === 0 ? "none" : `{ ${members.join(", ")} }`;
  }
  return visible(typeof value === "string" ? value : JSON.stringify(value));
}

/** `PascalCase` and `camelCase` field names as words: `sessionDuration` is `session duration`. */
export const fieldText = (field: string): string => field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** The lines that show one changed field; the first stands beside the field's name. */
export function changeLines({ before, after }: FieldChange): string[] {
  if (Array.isArray(before) && Array.isArray(after)) return setLines(before, after);
  if (isObject(before) && isObject(after)) return objectLines(before, after);
  if (isObject(before) || isObject(after)) return documentLines(before, after);
  return [`${valueText(before)} \u2192 ${valueText(after)}`];
}

/** Lists of names are sets: what is new, what is gone. */
function setLines(before: readonly unknown[], after: readonly unknown[]): string[] {
  const had = new Set(before.map(valueText));
  const has = new Set(after.map(valueText));
  return [
    ...[...has].filter((item) => !had.has(item)).map((item) => `+ ${item}`),
    ...[...had].filter((item) => !has.has(item)).map((item) => `- ${item}`),
  ];
}

/** A flat map (tags, an address) by key; anything deeper as a document. */
function objectLines(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  const values = [...Object.values(before), ...Object.values(after)];
  if (values.some((value) => typeof value === "object" && value !== null)) return documentLines(before, after);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys.flatMap((key) => {
    if (before[key] === after[key]) return [];
    if (before[key] === undefined) return [`+ ${visible(key)}: ${valueText(after[key])}`];
    if (after[key] === undefined) return [`- ${visible(key)}: ${valueText(before[key])}`];
    return [`~ ${visible(key)}: ${valueText(before[key])} \u2192 ${valueText(after[key])}`];
  });
}

/** Documents as the lines of their JSON that differ. */
function documentLines(before: unknown, after: unknown): string[] {
  const text = (value: unknown): string => (value === null || value === undefined ? "" : `${JSON.stringify(value, null, 1)}\n`);
  return diffLines(text(before), text(after)).flatMap(({ added, removed, value }) => {
    if (!added && !removed) return [];
    const sign = added ? "+" : "-";
    return value
      .trimEnd()
      .split("\n")
      .map((line) => `${sign} ${visible(line)}`);
  });
}
