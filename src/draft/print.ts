import { sections } from "../kinds/sections.ts";
import type { Path } from "../model/config.ts";
import { replaceHidden } from "../model/characters.ts";
import type { JsonObject } from "../model/json.ts";
import { commentsAt, type DraftMap, type DraftValue, type OrgDraft } from "./document.ts";
import { scalarText } from "./scalar.ts";

/** Columns of a line, where text allows it. */
export const WIDTH = 100;
/** The schema that editors complete from, from the folder where orgsync is installed. */
export const SCHEMA = "node_modules/orgsync/schema/org.schema.json";

/** Sections whose entries are read field by field; those of the others go on one line where they fit. */
const SPACIOUS: ReadonlySet<string> = new Set(["accounts", "policies", "permissionSets", "assignments"]);

/** The draft as a whole org.yaml, with where its schema is as seen from there. */
export function printDraft(draft: OrgDraft, schema = `./${SCHEMA}`): string {
  const head = `# yaml-language-server: $schema=${schema}\nversion: 1\n`;
  const about = commentLines(commentsAt(draft, []), 0).map((line) => `${line}\n`);
  return [head, ...(about.length === 0 ? [] : [about.join("")]), ...sectionTexts(draft)].join("\n");
}

/** Its sections alone, to be written into an org.yaml that is there. */
export const printSections = (draft: OrgDraft): string => sectionTexts(draft).join("\n");

const sectionTexts = (draft: OrgDraft): string[] =>
  sectionsOf(draft).map((key) => `${sectionLines(draft, key).join("\n")}\n`);

/** A policy as a file. What does not show is written as JSON escapes. */
export function printDocument(document: JsonObject): string {
  const escape = (text: string): string =>
    [...Array(text.length).keys()].map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
  return `${replaceHidden(JSON.stringify(document, null, 2), escape)}\n`;
}

/** The sections that a draft says something of, in the order of the guide. */
export function sectionsOf({ values, comments }: Pick<OrgDraft, "values" | "comments">): string[] {
  return sections.map(({ key }) => key).filter((key) => values.has(key) || comments.has(JSON.stringify([key])));
}

/** A section with its key; only the remarks where there is nothing else to say. */
export function sectionLines(draft: OrgDraft, key: string): string[] {
  const value = draft.values.get(key);
  return value === undefined ? commentLines(commentsAt(draft, [key]), 0) : entryLines(draft, [key], value, 0);
}

/** `key: value` with the remarks above it, indented. */
export function entryLines(draft: OrgDraft, path: Path, value: DraftValue, indent: number): string[] {
  const key = `${" ".repeat(indent)}${scalarText(String(path.at(-1)), false)}:`;
  return [...commentLines(commentsAt(draft, path), indent), ...valueLines(draft, path, value, indent, key)];
}

/** `- value` with the remarks above it, indented. */
export function itemLines(draft: OrgDraft, path: Path, value: DraftValue, indent: number): string[] {
  const dash = " ".repeat(indent);
  const above = commentLines(commentsAt(draft, path), indent);
  if (isMap(value) && !isFlat(draft, path, value, indent + 2)) {
    const lines = [...value].flatMap(([key, member]) => entryLines(draft, [...path, key], member, indent + 2));
    return [...above, ...lines.map((line, index) => (index === 0 ? `${dash}- ${line.slice(indent + 2)}` : line))];
  }
  return [...above, `${dash}- ${isScalar(value) ? scalarText(value, false) : flowText(value)}`];
}

function valueLines(draft: OrgDraft, path: Path, value: DraftValue, indent: number, key: string): string[] {
  if (isScalar(value)) return [`${key} ${scalarText(value, false)}`];
  if (isFlat(draft, path, value, key.length + 1)) return [`${key} ${flowText(value)}`];
  const below = isMap(value)
    ? [...value].flatMap(([name, member]) => entryLines(draft, [...path, name], member, indent + 2))
    : value.flatMap((item, index) => itemLines(draft, [...path, index], item, indent + 2));
  return [key, ...below];
}

/** Whether a map or list goes on one line: below the sections, short, and without remarks in it. */
function isFlat(draft: OrgDraft, path: Path, value: DraftMap | readonly DraftValue[], column: number): boolean {
  const members = isMap(value) ? [...value] : [...value.entries()];
  if (members.length === 0) return true;
  const section = String(path[0]);
  if (path.length === 1 && (isMap(value) || !value.every(isScalar))) return false;
  if (path.length === 2 && SPACIOUS.has(section)) return false;
  if (!members.every(([, member]) => isScalar(member) || isShallow(member, path.length > 2))) return false;
  if (members.some(([step]) => commentsAt(draft, [...path, step]).length > 0)) return false;
  return column + flowText(value).length <= WIDTH;
}

/** A list of texts; further down also a small map. */
const isShallow = (value: DraftMap | readonly DraftValue[], maps: boolean): boolean =>
  isMap(value) ? maps && [...value.values()].every(isScalar) : value.every((item) => isScalar(item));

/** A value on one line: `{ stage: production }`, `[a, b]`. */
export function flowText(value: DraftValue): string {
  if (isScalar(value)) return scalarText(value);
  if (!isMap(value)) return `[${value.map(flowText).join(", ")}]`;
  return value.size === 0 ? "{}" : `{ ${[...value].map(flowEntry).join(", ")} }`;
}

/** `key: value` within `{}`. */
export const flowEntry = ([key, value]: readonly [string, DraftValue]): string =>
  `${scalarText(key)}: ${flowText(value)}`;

export const isMap = (value: DraftValue): value is DraftMap => value instanceof Map;
export const isScalar = (value: DraftValue): value is string | number | boolean => typeof value !== "object";

/** Remarks as comments, broken between words. */
function commentLines(comments: readonly string[], indent: number): string[] {
  const start = `${" ".repeat(indent)}#`;
  return comments.flatMap((text) => {
    const lines: string[] = [];
    let line = start;
    for (const word of text.split(" ")) {
      if (line !== start && line.length + 1 + word.length > WIDTH) {
        lines.push(line);
        line = start;
      }
      line += ` ${word}`;
    }
    return [...lines, line];
  });
}
