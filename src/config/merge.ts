import { sections } from "../kinds/sections.ts";
import type { Path } from "../model/config.ts";
import type { Problem } from "../model/problem.ts";
import type { Section } from "../model/section.ts";
import { formOf, type Part } from "./part.ts";
import { problemAt, quote } from "./problems.ts";
import { treeAt, type Tree } from "./tree.ts";

/** All files as one. Its paths are those that one file with everything in it would have. */
export interface Whole {
  readonly sections: Readonly<Record<string, unknown>>;
  /** What stands in two files, though it can stand in one only; and what is too much together. */
  readonly problems: readonly Problem[];
  /** Every key of a section, also those that are not valid; undefined when it is not there or not a map. */
  names(section: Section): ReadonlySet<string> | undefined;
  /** The file that a path is in, and the path in that file. */
  home(path: Path): Home;
}

interface Home {
  readonly part: Part;
  readonly path: Path;
}

/** Maps are merged and lists joined, in the order of the files; settings stand in one file. */
export function merge(parts: readonly [Part, ...Part[]]): Whole {
  const merged = new Map(sections.map((section) => [section.key, mergeSection(section, parts)]));
  return {
    sections: Object.fromEntries(
      [...merged].flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value] as const])),
    ),
    problems: [...merged.values()].flatMap(({ problems }) => problems),
    names: (section) => merged.get(section.key)?.names,
    home(path) {
      const { first, entries } = merged.get(String(path[0])) ?? {};
      const entry = entries?.get(String(path[1]));
      if (entry === undefined) return { part: first ?? parts[0], path };
      return { part: entry.part, path: [...entry.path, ...path.slice(2)] };
    },
  };
}

interface MergedSection {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly names: ReadonlySet<string> | undefined;
  /** The first file that has the section. */
  readonly first: Part | undefined;
  /** Where each entry stands, by its key or its place in the whole list. */
  readonly entries: ReadonlyMap<string, Home>;
}

function mergeSection(section: Section, parts: readonly Part[]): MergedSection {
  const { key } = section;
  const form = formOf(section);
  const having = parts.flatMap((part) => {
    const tree = part.tree && treeAt(part.tree, [key]);
    return tree === undefined ? [] : [{ part, tree }];
  });
  const first = having[0]?.part;
  const problems: Problem[] = [];
  const twice = (path: Path, part: Part, other: Part): void => {
    const what = path.length === 1 ? quote(key) : `${quote(String(path[1]))} in ${quote(key)}`;
    const related = { message: "first here", source: other.at(path, true) };
    const hint = "take it out of one of the two files";
    const source = part.at(path, true);
    problems.push(problemAt(source, { code: "ORG0310", message: `${what} is in two files`, hint, related }));
  };

  const entries = new Map<string, Home>();
  if (form === "settings") {
    for (const { part } of having) if (first !== undefined && part !== first) twice([key], part, first);
    return { value: first?.sections[key], problems, names: undefined, first, entries };
  }
  for (const { part, tree } of having) {
    for (const entry of entriesOf(tree, form)) {
      const path = [key, entry];
      const name = form === "list" ? String(entries.size) : String(entry);
      const other = entries.get(name);
      if (other === undefined) entries.set(name, { part, path });
      else twice(path, part, other.part);
    }
  }

  const values = having.map(({ part }) => part.sections[key]).filter((value) => value !== undefined);
  const most = limitOf(section);
  if (first !== undefined && values.length > 1 && entries.size > most) {
    const message = `too many entries in ${quote(key)}: ${entries.size} in ${having.length} files`;
    problems.push(problemAt(first.at([key], true), { code: "ORG0207", message, hint: `at most ${most}` }));
  }
  const together = () => (form === "list" ? values.flat(1) : mapOf(key, entries));
  const isMap = form === "map" && having.length > 0 && having.every(({ tree }) => tree.type === "map");
  return {
    value: values.length > 1 ? together() : values[0],
    problems,
    names: isMap ? new Set(entries.keys()) : undefined,
    first,
    entries,
  };
}

function entriesOf(tree: Tree, form: "map" | "list"): Iterable<string | number> {
  if (tree.type === "map" && form === "map") return tree.entries.keys();
  return tree.type === "list" && form === "list" ? tree.items.keys() : [];
}

/** Each entry as the file says it that is its home, if it is well formed there. */
function mapOf(section: string, entries: ReadonlyMap<string, Home>): unknown {
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, { part }] of entries) {
    const value = (part.sections[section] as Readonly<Record<string, unknown>> | undefined)?.[key];
    if (value !== undefined) result[key] = value;
  }
  return result;
}

/** A part may have as many as the whole may. */
function limitOf({ schema }: Section): number {
  const { maxItems, maxProperties } = schema as { maxItems?: number; maxProperties?: number };
  return maxItems ?? maxProperties ?? Number.POSITIVE_INFINITY;
}
