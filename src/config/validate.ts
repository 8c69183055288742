import type { Path } from "../model/config.ts";
import { nearest } from "./nearest.ts";
import { listed, quote, type Report } from "./problems.ts";
import { alternative, propertySchema, type SchemaNode } from "./schema.ts";
import { treeAt, type Tree } from "./tree.ts";
import type { Findings } from "./values.ts";

/** What the generated validator says, once for every keyword that a value fails. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}

/** A problem at a path. `shape` says that what stands there cannot be read as what it should be. */
export interface SchemaProblem extends Report {
  readonly shape?: boolean;
}

/** More keys than these are not worth reading beside a good guess. */
const MAX_KEYS_SHOWN = 9;

/** One clear problem for each mistake, out of the many errors that a validator makes of it. */
export function schemaProblems(
  errors: readonly SchemaError[],
  { tree, schema, empty }: { tree: Tree; schema: SchemaNode } & Pick<Findings, "empty">,
): SchemaProblem[] {
  const problems: SchemaProblem[] = empty.map(({ path, wanted }) => emptyProblem(path, wanted));
  const emptyPlaces = new Set(empty.map(({ path }) => JSON.stringify(path)));
  for (const place of byPlace(errors, tree).values()) {
    if (emptyPlaces.has(JSON.stringify(place.path))) continue;
    const found = treeAt(tree, place.path);
    const node = schemaAt(schema, tree, place.path);
    problems.push(...explainPlace(place, found, alternative(node, found?.type ?? "text") ?? node ?? {}));
  }
  return problems;
}

interface ErrorsAtPlace {
  readonly path: Path;
  /** The key of the map at this path that is wrong, when it is not the map itself. */
  readonly key: string | undefined;
  readonly errors: Map<string, SchemaError>;
  readonly unknown: string[];
  readonly missing: string[];
}

function byPlace(errors: readonly SchemaError[], tree: Tree): Map<string, ErrorsAtPlace> {
  const places = new Map<string, ErrorsAtPlace>();
  for (const error of errors) {
    const { instancePath, keyword, params, propertyName, schemaPath } = error;
    // Which alternative was meant shows in the value; that the others do not fit says nothing.
    if (keyword === "propertyNames" || /\/anyOf\/\d+\/type$/.test(schemaPath)) continue;
    const id = JSON.stringify([instancePath, propertyName]);
    let place = places.get(id);
    if (!place) {
      const path = pathOf(instancePath, tree);
      place = { path, key: propertyName, errors: new Map(), unknown: [], missing: [] };
      places.set(id, place);
    }
    if (keyword === "additionalProperties") place.unknown.push(String(params["additionalProperty"]));
    else if (keyword === "required") place.missing.push(String(params["missingProperty"]));
    else place.errors.set(keyword, error);
  }
  return places;
}

/** A JSON pointer as a path: items of lists by number. */
function pathOf(pointer: string, root: Tree): Path {
  let tree: Tree | undefined = root;
  const path: (string | number)[] = [];
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(tree?.type === "list" ? Number(key) : key);
    tree = tree && treeAt(tree, path.slice(-1));
  }
  return path;
}

function* explainPlace(
  { path, key, errors, unknown, missing }: ErrorsAtPlace,
  found: Tree | undefined,
  node: SchemaNode,
): Generator<SchemaProblem> {
  const meant = new Set<string>();
  for (const word of unknown) {
    const problem = unknownKey(path, word, node);
    if (problem.didYouMean !== undefined) meant.add(problem.didYouMean);
    // What was meant is lacking then, and nobody knows what it says.
    yield { ...problem, shape: problem.didYouMean !== undefined || isChoice(node) };
  }
  // A key that is there without a value, or mistyped, has its own problem.
  const lacking = missing.filter((word) => !meant.has(word) && !(found?.type === "map" && found.entries.has(word)));
  if (lacking.length > 0) yield missingKeys(path, lacking, node);

  if (key !== undefined) {
    const problem = explainText(key, errors, node.propertyNames ?? node);
    if (problem) yield { ...problem, at: [...path, key], onKey: true };
  } else if (errors.has("type") || (errors.has("anyOf") && node.anyOf)) {
    yield wrongType(path, found, node);
  } else if (found?.type === "text") {
    const problem = explainText(found.text, errors, node);
    if (problem) yield { ...problem, at: path };
  } else if (unknown.length === 0) {
    const problem = wrongCount(path, errors, node, found);
    if (problem) yield problem;
  }
}

/** What is wrong with a text: length before form, since a wrong length is the plainer thing to say. */
function explainText(
  text: string,
  errors: ReadonlyMap<string, SchemaError>,
  node: SchemaNode,
): Omit<SchemaProblem, "at"> | undefined {
  const what = lower(node.title ?? "text");
  const limit = (keyword: string) => Number(errors.get(keyword)?.params["limit"]);
  const form = errors.has("pattern");
  if (errors.has("const") || errors.has("enum")) {
    const allowed = (node.enum ?? [node.const]).map(String);
    const meant = nearest(text, allowed);
    return {
      code: "ORG0204",
      message: `${quote(text)} is not a valid ${what}`,
      hint: `allowed: ${allowed.map(quote).join(", ")}`,
      ...(meant === undefined ? {} : { didYouMean: meant }),
      shape: true,
    };
  }
  for (const [keyword, side] of [
    ["minimum", "least"],
    ["maximum", "most"],
  ] as const) {
    if (!errors.has(keyword)) continue;
    const message = `${text} is too ${side === "least" ? "small" : "large"} for ${what}`;
    return { code: "ORG0207", message, hint: `at ${side} ${limit(keyword)}` };
  }
  if (errors.has("maxLength")) {
    const message = `${quote(text)} is too long for the ${what}: ${Array.from(text).length} characters`;
    return { code: "ORG0206", message, hint: `at most ${limit("maxLength")} characters` };
  }
  if (errors.has("minLength") && (text === "" || !form)) {
    const message = text === "" ? `the ${what} is empty` : `${quote(text)} is too short for the ${what}`;
    const least = limit("minLength");
    return { code: "ORG0206", message, hint: `at least ${least} ${least === 1 ? "character" : "characters"}` };
  }
  if (!form) return undefined;
  const message = `${quote(text)} is not a valid ${what}`;
  return { code: "ORG0205", message, hint: lower(node.patternErrorMessage ?? "look at what the schema says") };
}

function unknownKey(path: Path, word: string, node: SchemaNode): SchemaProblem {
  const known = Object.keys(node.properties ?? {});
  const meant = nearest(word, known);
  const where = path.length === 0 ? "at the top of the file" : `in ${owner(path)}`;
  return {
    code: "ORG0201",
    message: `unknown key ${quote(word)} ${where}`,
    at: [...path, word],
    onKey: true,
    ...(known.length <= MAX_KEYS_SHOWN || meant === undefined ? { hint: `known keys: ${known.join(", ")}` } : {}),
    ...(meant === undefined ? {} : { didYouMean: meant }),
  };
}

function missingKeys(path: Path, words: readonly string[], node: SchemaNode): SchemaProblem {
  const hints = words.map((word) => {
    const { description, const: only } = node.properties?.[word] ?? {};
    return only === undefined ? `${word}: ${description ?? "needed"}` : `write ${word}: ${JSON.stringify(only)}`;
  });
  return {
    code: "ORG0202",
    message: `${owner(path)} lacks ${listed(words)}`,
    at: path,
    hint: hints.join("; ").replace(/\.$/, ""),
    shape: true,
  };
}

function wrongType(path: Path, found: Tree | undefined, node: SchemaNode): SchemaProblem {
  const wanted = wantedType(node);
  const given = { map: "a map", list: "a list", text: "text" }[found?.type ?? "text"];
  const shown = found?.type === "text" && found.text !== "" ? `${given} (${quote(found.text)})` : given;
  return {
    code: "ORG0203",
    message: `${owner(path)} must be ${wanted}, not ${shown}`,
    at: path,
    shape: true,
    ...hintForType(node, found),
  };
}

function wantedType(node: SchemaNode): string {
  if (node.anyOf) return node.anyOf.map(wantedType).join(" or ");
  const words: Record<string, string> = {
    object: "a map",
    array: "a list",
    boolean: "true or false",
    integer: "a whole number",
  };
  return words[node.type ?? ""] ?? "text";
}

function hintForType(node: SchemaNode, found: Tree | undefined): { hint?: string } {
  if (node.type === "array" && found?.type === "text") return { hint: `write [${found.text}] for a list of one` };
  if (node.type === "array" && found?.type === "map") return { hint: "begin each item with a dash: `- `" };
  if (node.type === "object" && found?.type === "list") return { hint: "write `name:` for each entry, without dashes" };
  if (node.type === "boolean" && found?.type === "text") return { hint: "write true or false, without quotes" };
  if (node.type === "integer" && found?.type === "text") return { hint: "write the number, without quotes" };
  if (node.type === "object" && node.properties) return { hint: `keys: ${Object.keys(node.properties).join(", ")}` };
  return {};
}

function wrongCount(
  path: Path,
  errors: ReadonlyMap<string, SchemaError>,
  node: SchemaNode,
  found: Tree | undefined,
): SchemaProblem | undefined {
  if (isChoice(node) && node.properties) {
    const message = `${owner(path)} needs exactly one of ${listed(Object.keys(node.properties), "or")}`;
    return { code: "ORG0209", message, at: path, shape: true };
  }
  const error = [...errors.values()].find(({ keyword }) => /^(?:min|max)/.test(keyword));
  if (!error) return undefined;
  const limit = Number(error.params["limit"]);
  const count = found?.type === "map" ? found.entries.size : found?.type === "list" ? found.items.length : 0;
  const few = error.keyword.startsWith("min");
  return {
    code: "ORG0207",
    message: `too ${few ? "few" : "many"} entries in ${owner(path)}: ${count}`,
    hint: `at ${few ? "least" : "most"} ${limit}`,
    at: path,
  };
}

/** One key out of several, such as `file` or `content`. */
const isChoice = (node: SchemaNode): boolean => node.minProperties === 1 && node.maxProperties === 1;

function emptyProblem(path: Path, wanted: SchemaNode | undefined): SchemaProblem {
  const none = { object: "{}", array: "[]" }[wanted?.type ?? ""];
  return {
    code: "ORG0208",
    message: `${owner(path)} has no value`,
    hint: none === undefined ? "write a value, or take the key out" : `write ${none} for none, or take the key out`,
    at: path,
    shape: true,
  };
}

/** What a message calls the thing at a path: its key, or its place in a list. */
function owner(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the file";
  return typeof last === "number" ? `item ${last + 1} of ${quote(String(path.at(-2) ?? ""))}` : quote(last);
}

function schemaAt(root: SchemaNode, tree: Tree, path: Path): SchemaNode | undefined {
  let node: SchemaNode | undefined = root;
  let found: Tree | undefined = tree;
  for (const step of path) {
    if (!node || !found) return undefined;
    const chosen = alternative(node, found.type);
    node = found.type === "list" ? chosen?.items : propertySchema(chosen, String(step));
    found = treeAt(found, [step]);
  }
  return node;
}

/** A title or sentence as a part of another; `AWS` and the like stay. */
const lower = (words: string): string => words.replace(/^[A-Z](?=[a-z -])/, (letter) => letter.toLowerCase());
