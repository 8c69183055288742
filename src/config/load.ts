import { sections } from "../kinds/sections.ts";
import type { Config, Path } from "../model/config.ts";
import type { RuleContext, Section } from "../model/section.ts";
import { InvalidConfig } from "../model/errors.ts";
import { isObject, type Json } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import { codeOf, readDocument, type ConfigFiles, type DocumentResult } from "./documents.ts";
import { sorted, sourcesOf } from "./problems.ts";
import { rules } from "./rules.ts";
import { namedSections } from "./rules/names.ts";
import { rootSchema } from "./schema.ts";
import { spanAt, treeAt, type Tree } from "./tree.ts";
import { schemaProblems, type SchemaProblem } from "./validate.ts";
import { validate } from "./validator.generated.js";
import { valuesOf, type Findings } from "./values.ts";
import { readYaml } from "./yaml.ts";

export type { ConfigFiles } from "./documents.ts";

/** Files are read so many at a time. */
const READS_AT_ONCE = 8;

/**
 * Reads org.yaml and the files it names, and checks all that can be checked without AWS.
 * Throws `InvalidConfig` with every problem found.
 */
export async function loadConfig(file: string, files: ConfigFiles): Promise<Config> {
  const text = await readText(file, files);
  const texts = new Map([[file, text]]);
  const sourceOf = sourcesOf(file, text);
  const { tree, mistakes } = readYaml(text);
  if (!tree || mistakes.length > 0) {
    const problems = mistakes.map(({ start, end, related, ...problem }): Problem => ({
      ...problem,
      source: sourceOf({ start, end }),
      ...(related ? { related: { message: related.message, source: sourceOf(related) } } : {}),
    }));
    throw new InvalidConfig(sorted(problems), texts);
  }

  const at = (path: Path) => sourceOf(spanAt(tree, path));
  const place = ({ code, message, at: path, onKey, hint, didYouMean, related }: Report): Problem => ({
    code,
    message,
    source: sourceOf(spanAt(tree, path, onKey)),
    ...(hint === undefined ? {} : { hint }),
    ...(didYouMean === undefined ? {} : { didYouMean }),
    ...(related === undefined ? {} : { related }),
  });
  if (!saysSomething(tree)) {
    const hint =
      "write at least one section, such as accounts: or users:; `orgsync schema` and the examples show what there is";
    const empty = tree.type === "text" || tree.end === tree.start;
    const message = empty ? "the file is empty" : "the file has no section: it would manage nothing";
    throw new InvalidConfig([place({ code: "ORG0108", message, hint, at: [] })], texts);
  }

  const schema = rootSchema(sections);
  const { value, ...findings } = valuesOf(tree, schema);
  const errors = validate(value) ? [] : (validate.errors ?? []);
  const found = schemaProblems(errors, { tree, schema, empty: findings.empty });
  const problems = found.map(place);

  const broken = found.filter(({ shape }) => shape === true);
  const documents = new Map<string, Json>();
  for (const { path, file: named, result } of await readDocuments(file, findings, files)) {
    if (result.path !== undefined && result.text !== undefined) texts.set(result.path, result.text);
    if ("problem" in result) {
      problems.push(place({ ...result.problem, at: path }));
      broken.push({ ...result.problem, at: path });
    } else documents.set(named, result.document);
  }

  const config: Config = {
    file,
    sections: wellFormed(value, broken),
    at,
    document(named) {
      const document = documents.get(named);
      if (document === undefined) throw new Error(`${named} is not a file that ${file} names`);
      return document;
    },
  };
  problems.push(...ruleProblems(config, tree, broken).map(place).filter(isNews(problems)));
  if (problems.length > 0) throw new InvalidConfig(sorted(problems), texts);
  return config;
}

async function readText(file: string, files: ConfigFiles): Promise<string> {
  try {
    return (await files.read(file)).replace(/^\ufeff/, "");
  } catch (error) {
    const code = codeOf(error);
    const reason = code === "ENOENT" ? "there is no such file" : code;
    throw new InvalidConfig([
      {
        code: "ORG0101",
        message: `cannot read the file: ${reason}`,
        source: { file, line: 1, column: 1 },
        hint: "--file names another; examples/guide/org.yaml in the package is one to start from",
      },
    ]);
  }
}

/** An empty file is a slip, never the wish to have nothing. */
function saysSomething(tree: Tree): boolean {
  if (tree.type === "map") return [...tree.entries.keys()].some((key) => key !== "version");
  return tree.type === "list" || tree.text !== "";
}

interface DocumentAt {
  readonly path: Path;
  readonly file: string;
  readonly result: DocumentResult;
}

async function readDocuments(configFile: string, found: Findings, files: ConfigFiles): Promise<DocumentAt[]> {
  const read = new Map<string, Promise<DocumentResult>>();
  const results: DocumentAt[] = [];
  for (let first = 0; first < found.files.length; first += READS_AT_ONCE) {
    const batch = found.files.slice(first, first + READS_AT_ONCE).map(async ({ path, file }): Promise<DocumentAt> => {
      const result = read.get(file) ?? readDocument(configFile, file, files);
      read.set(file, result);
      return { path, file, result: await result };
    });
    results.push(...(await Promise.all(batch)));
  }
  return results;
}

/**
 * The sections without what cannot be read as what it should be, so that rules can look at the rest: an entry of a
 * map goes, an item of a list becomes an empty one and keeps its place.
 */
function wellFormed(value: unknown, broken: readonly Pick<SchemaProblem, "at">[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if (!isObject(value)) return result;
  for (const section of sections) {
    const entries = value[section.key];
    if (entries === undefined) continue;
    const paths = broken.map(({ at }) => at).filter((at) => at[0] === section.key);
    const whole = paths.some((at) => at.length === 1) || (paths.length > 0 && !hasEntries(section));
    if (!whole) result[section.key] = paths.length === 0 ? entries : withoutEntries(entries, paths);
  }
  return result;
}

const hasEntries = (section: Section): boolean =>
  namedSections.includes(section) || (section.schema as { type?: unknown }).type === "array";

function withoutEntries(entries: unknown, paths: readonly Path[]): unknown {
  const gone = new Set(paths.map(([, entry]) => entry));
  if (Array.isArray(entries)) return entries.map((item: unknown, index) => (gone.has(index) ? {} : item));
  const kept = Object.entries(entries as Record<string, unknown>).filter(([key]) => !gone.has(key));
  return Object.assign(Object.create(null) as object, Object.fromEntries(kept));
}

type Report = Parameters<RuleContext["report"]>[0];

/** What the rules find in the parts of the file that are well formed. */
function ruleProblems(config: Config, tree: Tree, broken: readonly Pick<SchemaProblem, "at">[]): Report[] {
  const reports: Report[] = [];
  const items = new Set(broken.map(({ at: [section, entry] }) => `${section} ${entry}`));
  const context: RuleContext = {
    config,
    names(section) {
      const entries = treeAt(tree, [section.key]);
      return entries?.type === "map" ? new Set(entries.entries.keys()) : undefined;
    },
    report(problem) {
      const [section, entry] = problem.at;
      if (typeof entry !== "number" || !items.has(`${section} ${entry}`)) reports.push(problem);
    },
  };
  for (const rule of [...rules, ...sections.flatMap((section) => section.rules ?? [])]) rule(context);
  return reports;
}

/** Where the schema has found something wrong, a rule only says it again. */
function isNews(known: readonly Problem[]): (problem: Problem) => boolean {
  const places = new Set(known.map(({ source: { line, column } }) => `${line}:${column}`));
  return ({ source: { line, column } }) => !places.has(`${line}:${column}`);
}
