import { structuredPatch } from "diff";
import stringWidth from "string-width";
import { isObject } from "../model/json.ts";
import type { FieldChange } from "../model/plan.ts";
import { visible } from "./escape.ts";

/** A value as a person would write it into org.yaml, on one line. */
export function valueText(value: unknown): string {
  return Array.isArray(value) && value.length > 0 ? value.map(innerText).join(", ") : innerText(value);
}

/** As part of another value, where a list needs its brackets. */
function innerText(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : `[${value.map(innerText).join(", ")}]`;
  if (isObject(value)) {
    const members = Object.entries(value).map(([key, member]) => `${visible(key)}: ${innerText(member)}`);
    return members.length === 0 ? "none" : `{ ${members.join(", ")} }`;
  }
  if (value === "") return '""';
  return visible(typeof value === "string" ? value : JSON.stringify(value));
}

/** Field names of the model that need more than their words taken apart. */
const FIELDS: Readonly<Record<string, string>> = {
  ou: "OU",
  profileUrl: "profile URL",
  nickName: "nickname",
  outdatedIn: "provision again",
};

/** `camelCase` field names as words: `sessionDuration` is `session duration`. */
export const fieldText = (field: string): string =>
  (Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined) ??
  field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** The lines that show one changed field, within so many columns where they can; the first stands beside its name. */
export function changeLines({ field, before, after }: FieldChange, width = Number.POSITIVE_INFINITY): string[] {
  // Not a wish of the file's but what is left to do: where it is to be done says all.
  if (field === "outdatedIn") return [valueText(before)];
  if (Array.isArray(before) && Array.isArray(after)) return setLines(before, after);
  if (isDocument({ before, after })) return documentLines(before, after);
  if ((isObject(before) || isObject(after)) && isFlat(before) && isFlat(after))
    return mapLines(before ?? {}, after ?? {});
  const sides = [valueText(before), valueText(after)] as const;
  const line = sides.join(" \u2192 ");
  return width === Number.POSITIVE_INFINITY || stringWidth(line) <= width ? [line] : [`- ${sides[0]}`, `+ ${sides[1]}`];
}

/** Whether a field is shown as lines of JSON: a policy, mostly. */
export function isDocument({ before, after }: Pick<FieldChange, "before" | "after">): boolean {
  if (!isObject(before) && !isObject(after)) return false;
  return !(isFlat(before) && isFlat(after)) && !(isShort(before) && isShort(after));
}

/** Lists of names are sets: what is new, what is gone. */
function setLines(before: readonly unknown[], after: readonly unknown[]): string[] {
  const had = new Set(before.map(innerText));
  const has = new Set(after.map(innerText));
  return [
    ...[...has].filter((item) => !had.has(item)).map((item) => `+ ${item}`),
    ...[...had].filter((item) => !has.has(item)).map((item) => `- ${item}`),
  ];
}

type FlatMap = Readonly<Record<string, unknown>>;

/** Tags, an address: no values within values. Nothing at all is an empty one. */
function isFlat(value: unknown): value is FlatMap | null | undefined {
  if (value === null || value === undefined) return true;
  return isObject(value) && Object.values(value).every((member) => typeof member !== "object" || member === null);
}

function mapLines(before: FlatMap, after: FlatMap): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys.flatMap((key) => {
    if (before[key] === after[key]) return [];
    if (before[key] === undefined) return [`+ ${visible(key)}: ${innerText(after[key])}`];
    if (after[key] === undefined) return [`- ${visible(key)}: ${innerText(before[key])}`];
    return [`~ ${visible(key)}: ${innerText(before[key])} \u2192 ${innerText(after[key])}`];
  });
}

/** What one side of an arrow may have. */
function isShort(value: unknown): boolean {
  const text = valueText(value);
  // Measuring takes long, and so many characters have more columns.
  return text.length <= 1_000 && stringWidth(text) <= 60;
}

/** So many lines around those that differ. */
const CONTEXT = 2;

/** Documents as the lines of their JSON that differ, with a few around them; keys are in one order, which means nothing. */
function documentLines(before: unknown, after: unknown): string[] {
  const text = (value: unknown): string =>
    value === null || value === undefined ? "" : `${JSON.stringify(inOrder(value), null, 1)}\n`;
  const { hunks } = structuredPatch("", "", text(before), text(after), "", "", { context: CONTEXT });
  return hunks.flatMap(({ lines }, index) => [
    ...(index === 0 ? [] : ["\u2026"]),
    ...lines.map((line) => `${line.slice(0, 1)} ${visible(line.slice(1))}`),
  ]);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, inOrder(value[key])]),
  );
}
