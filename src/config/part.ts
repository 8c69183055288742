import { sections } from "../kinds/sections.ts";
import type { Path } from "../model/config.ts";
import { isObject, type Json } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/resource.ts";
import type { Section } from "../model/section.ts";
import type { ReadDocument } from "./documents.ts";
import { problemAt, sourcesOf } from "./problems.ts";
import { namedSections } from "./rules/names.ts";
import { rootSchema } from "./schema.ts";
import { spanAt, type MapTree, type Tree } from "./tree.ts";
import { schemaProblems } from "./validate.ts";
import { validate } from "./validator.generated.js";
import { valuesOf } from "./values.ts";
import { readYaml, type Mistake } from "./yaml.ts";

/** One file, read and checked by itself: org.yaml, or a file that it includes. Paths are those in this file. */
export interface Part {
  readonly file: string;
  /** Undefined when it is not known what the file says. */
  readonly tree: MapTree | undefined;
  /** What is well formed, by section. */
  readonly sections: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  /** The texts that problems point into, by file: its own, and those of policy files. */
  readonly texts: ReadonlyMap<string, string>;
  at(path: Path, onKey?: boolean): Source;
  /** What policy files say, by the paths of the `file` keys that name them: JSON of the path. */
  readonly documents: ReadonlyMap<string, Json>;
  /** What the policy file says that the `file` key at a path names. */
  document(path: Path): Json | undefined;
  /** Whether a section, or an entry of one, has something in it that cannot be read as what it should be. */
  isBroken(path: Path): boolean;
}

const SCHEMA = rootSchema(sections);

export async function readPart(file: string, text: string, readDocument: ReadDocument): Promise<Part> {
  const sourceOf = sourcesOf(file, text);
  const texts = new Map([[file, text]]);
  const { tree, mistakes } = readYaml(text, SCHEMA);
  const illegible = (problems: readonly Problem[]): Part => ({
    file,
    tree: undefined,
    sections: {},
    problems,
    texts,
    at: () => ({ file, line: 1, column: 1 }),
    documents: new Map(),
    document: () => undefined,
    isBroken: () => true,
  });
  if (!tree || mistakes.length > 0) return illegible(mistakes.map((mistake) => mistakeAt(mistake, sourceOf)));

  const at = (path: Path, onKey?: boolean) => sourceOf(spanAt(tree, path, onKey));
  if (!saysSomething(tree)) {
    const empty = tree.type === "text" || tree.end === tree.start;
    const message = empty ? "the file is empty" : "the file has no section: it would manage nothing";
    const hint =
      "write at least one section, such as accounts: or users:; `orgsync schema` and the examples show what there is";
    return illegible([problemAt(at([]), { code: "ORG0108", message, hint })]);
  }

  const { value, files, empty } = valuesOf(tree, SCHEMA);
  const errors = validate(value) ? [] : (validate.errors ?? []);
  const found = schemaProblems(errors, { tree, schema: SCHEMA, empty });
  const problems = found.map((report) => problemAt(at(report.at, report.onKey), report));
  if (tree.type !== "map" || !isObject(value)) return illegible(problems);

  const broken = found.filter(({ shape }) => shape === true).map((report) => report.at);
  const documents = new Map<string, Json>();
  const read = files.map(async (named) => ({ path: named.path, result: await readDocument(file, named.file) }));
  for (const { path, result } of await Promise.all(read)) {
    if (result.path !== undefined && result.text !== undefined) texts.set(result.path, result.text);
    if ("document" in result) documents.set(JSON.stringify(path), result.document);
    else {
      problems.push(problemAt(at(path), result.problem));
      broken.push(path);
    }
  }

  const brokenAt = new Set(broken.flatMap((path) => [1, 2].map((length) => JSON.stringify(path.slice(0, length)))));
  return {
    file,
    tree,
    sections: wellFormed(value, broken),
    problems,
    texts,
    at,
    documents,
    document: (path) => documents.get(JSON.stringify(path)),
    isBroken: (path) => brokenAt.has(JSON.stringify(path.slice(0, 2))),
  };
}

function mistakeAt({ start, end, related, ...problem }: Mistake, sourceOf: ReturnType<typeof sourcesOf>): Problem {
  return {
    ...problem,
    source: sourceOf({ start, end }),
    ...(related ? { related: { message: related.message, source: sourceOf(related) } } : {}),
  };
}

/** An empty file is a slip, never the wish to have nothing. */
function saysSomething(tree: Tree): boolean {
  if (tree.type === "map") return [...tree.entries.keys()].some((key) => key !== "version");
  return tree.type === "list" || tree.text !== "";
}

/** A section is a map whose keys people choose, a list, or settings: one object. */
export function formOf(section: Section): "map" | "list" | "settings" {
  if (namedSections.includes(section)) return "map";
  return (section.schema as { type?: unknown }).type === "array" ? "list" : "settings";
}

/**
 * The sections without what cannot be read as what it should be, so that rules can look at the rest: an entry of a
 * map goes, an item of a list becomes an empty one and keeps its place.
 */
function wellFormed(value: Readonly<Record<string, unknown>>, broken: readonly Path[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const section of sections) {
    const entries = value[section.key];
    if (entries === undefined) continue;
    const paths = broken.filter((path) => path[0] === section.key);
    const whole = paths.some((path) => path.length === 1) || (paths.length > 0 && formOf(section) === "settings");
    if (!whole) result[section.key] = paths.length === 0 ? entries : withoutEntries(section, entries, paths);
  }
  return result;
}

function withoutEntries({ schema }: Section, entries: unknown, paths: readonly Path[]): unknown {
  const gone = new Set(paths.map(([, entry]) => entry));
  const none = (schema as { items?: { type?: unknown } }).items?.type === "string" ? "" : {};
  if (Array.isArray(entries)) return entries.map((item: unknown, index) => (gone.has(index) ? none : item));
  const kept = Object.entries(entries as Record<string, unknown>).filter(([key]) => !gone.has(key));
  return Object.assign(Object.create(null) as object, Object.fromEntries(kept));
}
