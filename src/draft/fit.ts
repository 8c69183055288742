import { isMap, printDraft } from "./print.ts";
import { rules } from "../config/rules.ts";
import { rootSchema } from "../config/schema.ts";
import { schemaProblems } from "../config/validate.ts";
import { validate } from "../config/validator.generated.js";
import { valuesOf } from "../config/values.ts";
import { readYaml, UNSAFE_KEYS } from "../config/yaml.ts";
import { sections } from "../kinds/sections.ts";
import { escaped, hiddenCharacters } from "../model/characters.ts";
import type { Config, Path } from "../model/config.ts";
import { isObject, type Json } from "../model/json.ts";
import type { RuleContext } from "../model/section.ts";
import type { DraftMap, DraftValue, OrgDraft } from "./document.ts";

/** Why org.yaml cannot say something that AWS has. */
export interface Misfit {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** YAML has no longer keys; quotes and escapes count. */
const LONGEST_KEY = 1000;
const SCHEMA = rootSchema(sections);
const NOWHERE = { file: "", line: 1, column: 1 };

/** What the loader would refuse in a draft, together with the file that it is to be added to. */
export function misfitsOf(config: Config, draft: OrgDraft): Misfit[] {
  const illegible = [...illegibleIn(draft.values, [])];
  if (illegible.length > 0) return illegible;
  const { tree } = readYaml(printDraft(draft));
  if (tree === undefined) throw new Error("a draft that is not YAML");
  const { value, empty } = valuesOf(tree, SCHEMA);
  const errors = validate(value) ? [] : (validate.errors ?? []);
  // An entry that the file has already is only a part of one here.
  const misfits = schemaProblems(errors, { tree, schema: SCHEMA, empty })
    .filter(({ at: [section, key] }) => !has(config, section, key))
    .map(({ at, message, hint }): Misfit => ({ path: at, message, hint }));
  const merged = mergedWith(config, draft);
  const context: RuleContext = {
    config: merged,
    names: ({ key }) => {
      const section = merged.sections[key];
      return isObject(section) ? new Set(Object.keys(section)) : undefined;
    },
    report: ({ at, message, hint }) => misfits.push({ path: at, message, hint }),
  };
  if (misfits.length > 0) return misfits;
  for (const rule of [...rules, ...sections.flatMap((section) => section.rules ?? [])]) rule(context);
  return misfits;
}

const has = (config: Config, section: unknown, key: unknown): boolean => {
  const entries = config.sections[String(section)];
  return isObject(entries) && Object.hasOwn(entries, String(key));
};

/** Texts that no YAML file of ours can hold. */
function* illegibleIn(value: DraftValue, path: Path): Generator<Misfit> {
  const texts = typeof value === "string" ? [value] : isMap(value) ? [...value.keys()] : [];
  for (const text of texts) {
    const at = isMap(value) ? [...path, text] : path;
    for (const { character } of hiddenCharacters(text)) {
      yield { path: at, message: `a character that does not show: ${escaped(character)}` };
      break;
    }
    if (!isMap(value)) continue;
    if (UNSAFE_KEYS.has(text)) yield { path: at, message: `${text} cannot be a key` };
    if (JSON.stringify(text).length > LONGEST_KEY) yield { path: at, message: "too long for a key" };
  }
  if (isMap(value)) for (const [key, member] of value) yield* illegibleIn(member, [...path, key]);
  else if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly DraftValue[]).entries()) yield* illegibleIn(item, [...path, index]);
  }
}

/** The file with what the draft adds. */
function mergedWith(config: Config, draft: OrgDraft): Config {
  const merged = { ...config.sections };
  for (const [key, value] of draft.values) merged[key] = merge(merged[key], value);
  const named = new Map(draft.files);
  const document = (path: Path): Json => {
    const text = path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], merged);
    return named.get(String(text)) ?? config.document(path);
  };
  return { file: config.file, sections: merged, documents: [], at: () => NOWHERE, document };
}

/** What stands in the file stays; maps and lists grow. */
function merge(written: unknown, added: DraftValue): unknown {
  if (isMap(added)) return mergeMap(isObject(written) ? written : {}, added);
  if (!Array.isArray(added)) return written ?? added;
  return [
    ...((written as readonly unknown[] | undefined) ?? []),
    ...added.map((item: DraftValue) => merge(undefined, item)),
  ];
}

function mergeMap(written: object, added: DraftMap): object {
  // As the loader's: keys that people choose do not meet what every object inherits.
  const merged = Object.assign(Object.create(null) as Record<string, unknown>, written);
  for (const [key, value] of added) merged[key] = merge(merged[key], value);
  return merged;
}
