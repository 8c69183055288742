import type { Path } from "../model/config.ts";
import { durationMeant } from "../kinds/duration.ts";
import { folding, meantBy, nearest } from "./nearest.ts";
import { listed, quote, type Report } from "./problems.ts";
import { alternative, propertySchema, type SchemaNode } from "./schema.ts";
import { treeAt, type ListTree, type MapTree, type TextTree, type Tree } from "./tree.ts";
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
  const file = { tree, schema };
  const places = [...byPlace(errors, tree).values()];
  const mistaken = places.filter(({ key, errors: at }) => key === undefined && at.has("type")).map(({ path }) => path);
  const isBelow = (path: Path) =>
    mistaken.some((other) => other.length < path.length && other.every((step, index) => step === path[index]));
  // What is below something of the wrong type is wrong because of it.
  const problems: SchemaProblem[] = empty
    .filter(({ path }) => !isBelow(path))
    .map(({ path, wanted }) => emptyProblem(path, wanted, file));
  const emptyPlaces = new Set(empty.map(({ path }) => JSON.stringify(path)));
  for (const place of places) {
    if (emptyPlaces.has(JSON.stringify(place.path))) continue;
    const found = treeAt(tree, place.path);
    const node = schemaAt(schema, tree, place.path);
    problems.push(...explainPlace(place, found, alternative(node, found?.type ?? "text") ?? node ?? {}, file));
  }
  return problems;
}

/** The whole file, and what it should be. */
interface Whole {
  readonly tree: Tree;
  readonly schema: SchemaNode;
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
  file: Whole,
): Generator<SchemaProblem> {
  const meant = new Set<string>();
  for (const word of unknown) {
    const problem = unknownKey(path, word, node, file);
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
    yield wrongType(path, found, node, file);
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
    const [only] = typeof node.const === "string" ? allowed : [];
    const meant = meantBy(text, allowed) ?? only;
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
    const message = `${text} is too ${side === "least" ? "small" : "large"} for the ${what}`;
    return { code: "ORG0207", message, hint: `at ${side} ${limit(keyword)}` };
  }
  if (errors.has("maxLength")) {
    const message = `${quote(text)} is too long for the ${what}: ${Array.from(text).length} characters`;
    const hint = text.startsWith("arn:") ? "write the name, not the ARN" : `at most ${limit("maxLength")} characters`;
    return { code: "ORG0206", message, hint };
  }
  if (errors.has("minLength") && (text === "" || !form)) {
    const message = text === "" ? `the ${what} is empty` : `${quote(text)} is too short for the ${what}`;
    const least = limit("minLength");
    const [example] = node.examples ?? [];
    const such = text === "" && typeof example === "string" ? `, such as ${example}` : "";
    return { code: "ORG0206", message, hint: `at least ${least} ${least === 1 ? "character" : "characters"}${such}` };
  }
  if (!form) return undefined;
  const message = `${quote(text)} is not a valid ${what}`;
  const meant = meantText(text, node);
  return {
    code: "ORG0205",
    message,
    hint: lower(node.patternErrorMessage ?? "look at what the schema says"),
    ...(meant === undefined ? {} : { didYouMean: meant }),
  };
}

/** What was meant by a text of the wrong form: often it is right but for what stands around it. */
function meantText(text: string, node: SchemaNode): string | undefined {
  if (node.meant === "duration") return durationMeant(text);
  if (node.knownValues !== undefined) return meantBy(text, node.knownValues);
  const bare = text
    .replace(/^[\s"'\u2018-\u201f]+|[\s"'\u2018-\u201f,;]+$/g, "")
    .replace(/^\/+(?=[^/])|(?<=[^/])\/+$/g, "");
  const candidates = [
    bare,
    bare.toLowerCase(),
    /^[0-9 -]+$/.test(bare) ? bare.replace(/[ -]/g, "") : bare,
    `${bare}%`,
    ...(node.pattern?.startsWith("^https:") ? [`https://${bare.replace(/^https?:\/\//i, "")}`] : []),
  ];
  return candidates.find((candidate) => candidate !== text && fits(candidate, node));
}

function fits(text: string, { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: SchemaNode): boolean {
  const { length } = Array.from(text);
  return length >= minLength && length <= maxLength && pattern !== undefined && new RegExp(pattern, "u").test(text);
}

function unknownKey(path: Path, word: string, node: SchemaNode, file: Whole): SchemaProblem {
  const known = Object.keys(node.properties ?? {});
  const meant = meantKey(word, known);
  const where = path.length === 0 ? "at the top of the file" : `in ${owner(path)}`;
  const elsewhere = meant === undefined ? homeOf(path, word, file) : undefined;
  const all = known.length <= MAX_KEYS_SHOWN || meant === undefined ? `known keys: ${known.join(", ")}` : undefined;
  const hint = elsewhere ?? all;
  return {
    code: "ORG0201",
    message: `unknown key ${quote(word)} ${where}`,
    at: [...path, word],
    onKey: true,
    ...(hint === undefined ? {} : { hint }),
    ...(meant === undefined ? {} : { didYouMean: meant }),
  };
}

/** What other tools, AWS and people call the keys, by letters and digits alone. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  accountemail: "email",
  accountid: "id",
  accountname: "name",
  awsmanagedpolicies: "managedPolicies",
  customermanagedpolicyreferences: "customerManagedPolicies",
  document: "content",
  duration: "sessionDuration",
  emailaddress: "email",
  firstname: "givenName",
  groupnames: "groups",
  iamidentitycenter: "identityCenter",
  lastname: "familyName",
  mail: "email",
  managedpolicyarns: "managedPolicies",
  organizationalunit: "ou",
  organizationalunitpath: "ou",
  orgunits: "organizationalUnits",
  ous: "organizationalUnits",
  parent: "ou",
  parentid: "ou",
  path: "file",
  policies: "managedPolicies",
  policy: "file",
  policyarns: "managedPolicies",
  policydocument: "content",
  policytype: "type",
  scps: "policies",
  servicecontrolpolicies: "policies",
  sso: "identityCenter",
  ssoregion: "region",
  ssostarturl: "startUrl",
  surname: "familyName",
  target: "accounts",
  targetid: "accounts",
  targetids: "targets",
  units: "organizationalUnits",
  users: "members",
};

function meantKey(word: string, known: readonly string[]): string | undefined {
  const folded = folding(word);
  const other = Object.hasOwn(OTHER_WORDS, folded) ? OTHER_WORDS[folded] : undefined;
  const same = known.find((key) => folding(key) === folded);
  return same ?? (other !== undefined && known.includes(other) ? other : nearest(word, known));
}

/** Where a key belongs that is not known where it stands: it is indented too far, or not far enough. */
function homeOf(path: Path, word: string, { tree, schema }: Whole): string | undefined {
  const colon = /^([A-Za-z]+):(.+)$/.exec(word);
  if (colon !== null) return `write \`${colon[1] ?? ""}: ${colon[2] ?? ""}\`, with a space after the colon`;
  for (let depth = path.length - 1; depth > 0; depth--) {
    const above = path.slice(0, depth);
    const node = alternative(schemaAt(schema, tree, above), "map");
    if (node?.properties !== undefined && Object.hasOwn(node.properties, word)) {
      return `${quote(word)} is a key of ${owner(above)}: indent it less`;
    }
  }
  const value = treeAt(tree, [...path, word]);
  const isEntry = value?.type === "map" || (value?.type === "text" && value.text === "");
  if (path[0] === "organizationalUnits" && path.length === 2 && isEntry) {
    return `a unit in a unit is listed beside it, by its path: ${quote(`${String(path[1])}/${word}: {}`)}`;
  }
  const sections = schema.properties ?? {};
  if (path.length > 0) {
    const section = Object.hasOwn(sections, word) ? sections[word] : undefined;
    const type = { map: "object", list: "array", text: "" }[value?.type ?? "text"];
    return section?.type === type ? `${quote(word)} is a section: write it without spaces before it` : undefined;
  }
  const [section] =
    Object.entries(sections).find(([, node]) => {
      const entry = node.items ?? (typeof node.additionalProperties === "object" ? node.additionalProperties : node);
      return entry.properties !== undefined && Object.hasOwn(entry.properties, word);
    }) ?? [];
  return section === undefined ? undefined : `a key of that name belongs below ${quote(section)}: indent it further`;
}

function missingKeys(path: Path, words: readonly string[], node: SchemaNode): SchemaProblem {
  const hints = words.map((word) => {
    const { description, const: only } = node.properties?.[word] ?? {};
    const [sentence = "required"] = (description ?? "required").split(/[.:](?: |$)/, 1);
    return only === undefined ? `${word} is ${lower(sentence)}` : `write ${word}: ${JSON.stringify(only)}`;
  });
  return {
    code: "ORG0202",
    message: `${owner(path)} lacks ${listed(words)}`,
    at: path,
    hint: hints.join("; "),
    shape: true,
  };
}

function wrongType(path: Path, found: Tree | undefined, node: SchemaNode, file: Whole): SchemaProblem {
  const wanted = wantedType(node);
  const given = { map: "a map", list: "a list", text: "text" }[found?.type ?? "text"];
  const shown = found?.type === "text" && found.text !== "" ? `${given} (${quote(found.text)})` : given;
  const hint = hintForPlace(path, node, file) ?? (found && hintForType(node, found, typeof path.at(-1) === "number"));
  return {
    code: "ORG0203",
    message: `${owner(path)} must be ${wanted}, not ${shown}`,
    at: path,
    shape: true,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** A section that is indented as if it were an entry, or a key of an entry that is not. */
function hintForPlace(path: Path, { properties }: SchemaNode, { tree, schema }: Whole): string | undefined {
  const [section = "", word = ""] = path.map(String);
  if (path.length !== 2) return undefined;
  if (properties !== undefined && Object.hasOwn(properties, word)) {
    const entries = treeAt(tree, [section]);
    const keys = entries?.type === "map" ? [...entries.entries.keys()] : [];
    const above = keys[keys.indexOf(word) - 1];
    return `${quote(word)} is a key of an entry: indent it further${above === undefined ? "" : `, below ${quote(above)}`}`;
  }
  return Object.hasOwn(schema.properties ?? {}, word)
    ? `${quote(word)} is a section: write it without spaces before it`
    : undefined;
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

function hintForType(node: SchemaNode, found: Tree, inList: boolean): string | undefined {
  switch (node.type) {
    case "array":
      return found.type === "map" ? hintForDashes(node, found) : found.type === "text" ? hintForList(found) : undefined;
    case "object":
      return found.type === "list" ? hintForEntries(node, found) : hintForMap(node, found, inList);
    case "boolean":
      return found.type === "text" ? "write true or false, without quotes" : undefined;
    case "integer":
      return found.type === "text" ? "write the number, without quotes" : undefined;
    default:
      return found.type === "text" ? undefined : hintForText(found);
  }
}

/** A map where a list is wanted. */
function hintForDashes({ items }: SchemaNode, { entries }: MapTree): string {
  const [[key, { value }] = ["", {}]] = entries as ReadonlyMap<string, { value?: Tree }>;
  const isName = items?.type === "string" || (value?.type === "text" && value.text === "");
  const item = isName ? key : `${key}: ...`;
  if (items?.properties !== undefined && !Object.hasOwn(items.properties, key))
    return `begin each item with a dash; its keys: ${Object.keys(items.properties).join(", ")}`;
  return entries.size === 0 ? "write [] for none" : `begin each item with a dash: ${quote(`- ${item}`)}`;
}

/** A longer text is no list of names. */
const MAX_SPLIT = 500;

/** Text where a list is wanted. */
function hintForList({ text, plain }: TextTree): string {
  const dashed = /^-(\S.*)$/.exec(text)?.[1];
  if (dashed !== undefined && plain) return `write ${quote(`- ${dashed}`)}, with a space after the dash`;
  const parts = text.length > MAX_SPLIT ? [] : text.split(/\s*[,;]\s*/).filter((part) => part !== "");
  return parts.length > 1 ? `write [${parts.join(", ")}]` : `write [${text}] for a list of one`;
}

/** A list where a map is wanted. */
function hintForEntries(node: SchemaNode, { items: [first] }: ListTree): string {
  const lists = Object.entries(node.properties ?? {}).filter(([, { type }]) => type === "array");
  if (node.properties !== undefined) {
    const [only] = lists.length === 1 ? lists.map(([key]) => key) : [];
    return only === undefined
      ? `write its keys without dashes: ${Object.keys(node.properties).join(", ")}`
      : `write the list below ${quote(`${only}:`)}`;
  }
  const [tagKey, tagValue] = ["Key", "Value"].map((key) =>
    first?.type === "map" ? first.entries.get(key)?.value : undefined,
  );
  if (tagKey?.type === "text" && tagValue?.type === "text")
    return `write ${quote(`${tagKey.text}: ${tagValue.text}`)} for each entry, without dashes`;
  const named = first?.type === "map" ? first.entries.get("name")?.value : first;
  const name = named?.type === "text" && named.text !== "" ? named.text : "NAME";
  const entry = typeof node.additionalProperties === "object" ? node.additionalProperties : {};
  if (entry.type !== "object") return `write ${quote(`${name}: ...`)} for each entry, without dashes`;
  return first?.type === "map" || (entry.required ?? []).length > 0
    ? `write ${quote(`${name}:`)} for each entry, without dashes, and its keys below it`
    : `write ${quote(`${name}: {}`)} for each entry, without dashes`;
}

/** Text where a map is wanted. */
function hintForMap(node: SchemaNode, found: Tree, inList: boolean): string | undefined {
  const text = found.type === "text" ? found.text : "";
  const unspaced = /^([^\s:]+):(\S.*)$/.exec(text);
  if (unspaced !== null) {
    return `write ${quote(`${unspaced[1] ?? ""}: ${unspaced[2] ?? ""}`)}, with a space after the colon`;
  }
  const [first = "", rest = ""] = text.split(/\s+(.*)/, 2);
  if (node.properties !== undefined && rest !== "" && Object.hasOwn(node.properties, first)) {
    return `write ${quote(`${first}: ${rest}`)}, with a colon`;
  }
  if (node.properties !== undefined) {
    const key = keyFor(text, node);
    return key === undefined
      ? `keys: ${Object.keys(node.properties).join(", ")}`
      : inList
        ? `write ${quote(`{ ${key}: ${text} }`)}`
        : `write ${quote(`${key}: ${text}`)} below it, further to the right`;
  }
  if (/^\s*[{[]/.test(text)) return "write it without quotes and without | before it: JSON can stand here as it is";
  const entry = typeof node.additionalProperties === "object" ? node.additionalProperties : {};
  const written = entry.type === "object" && (entry.required ?? []).length === 0 ? `${text}: {}` : `${text}:`;
  return text === "" ? undefined : `write ${quote(written)} on a line of its own below it, further to the right`;
}

/** The key of an entry that a text alone is probably the value of. */
function keyFor(text: string, { properties = {}, required = [] }: SchemaNode): string | undefined {
  if (properties["file"]?.readsFile && /[.]json$/i.test(text)) return "file";
  const fitting = Object.keys(properties).filter((key) => fits(text, properties[key] ?? {}));
  if (text.includes("@") && fitting.includes("email")) return "email";
  const needed = fitting.filter((key) => required.includes(key));
  const [first, ...others] = needed.length > 0 ? needed : fitting;
  return others.length === 0 ? first : undefined;
}

/** A list or a map where text is wanted. */
function hintForText(found: ListTree | MapTree): string {
  const [only, ...others] = found.type === "list" ? found.items : [];
  if (only?.type === "text" && others.length === 0) return `write ${only.text}, without brackets or a dash`;
  return `one text is wanted; text that starts with ${found.type === "list" ? "[" : "{"} needs quotes`;
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

function emptyProblem(path: Path, wanted: SchemaNode | undefined, file: Whole): SchemaProblem {
  const none = { object: "{}", array: "[]" }[wanted?.type ?? ""];
  const found = treeAt(file.tree, path);
  const colon = /^([A-Za-z]+):(.+)$/.exec(String(path.at(-1)));
  const hint =
    found?.type === "text" && found.comment
      ? "what follows # is a comment: text with a # in it needs quotes"
      : colon !== null
        ? `write \`${colon[1] ?? ""}: ${colon[2] ?? ""}\`, with a space after the colon`
        : none === undefined
          ? "write a value, or remove the key"
          : `write ${none} for none, or remove the key`;
  return {
    code: "ORG0208",
    message: `${owner(path)} has no value`,
    hint: hintForPlace(path, wanted ?? {}, file) ?? hint,
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
