import type { Static, TSchema } from "typebox";
import type { Json } from "./json.ts";
import type { Problem } from "./problem.ts";
import type { Source } from "./resource.ts";

/** Where a value stands in org.yaml: `["accounts", "acme-dev", "email"]`. */
export type Path = readonly (string | number)[];

/** org.yaml after every check that needs no AWS. */
export interface Config {
  readonly file: string;
  /** The top-level values by key, typed and valid; read them through a `Section`. */
  readonly sections: Readonly<Record<string, unknown>>;
  /** Where a value stands; the nearest enclosing thing when the path itself is not in the file. */
  at(path: Path): Source;
  /** The parsed JSON of a file that a `file:` key names, by the text of that key. */
  document(file: string): Json;
}

/** What rules see: typed and valid by the schema, not yet checked against itself. */
export interface RuleContext {
  readonly config: Config;
  /**
   * Every key of a section, also those whose entries are not valid and therefore not in `config`; undefined when the
   * file does not have the section.
   */
  names(section: Section): ReadonlySet<string> | undefined;
  report(problem: Omit<Problem, "source"> & { readonly at: Path; readonly onKey?: boolean }): void;
}

/**
 * A top-level key of org.yaml. The schema becomes editor help and reference documentation: every node has a
 * description, and examples where they help.
 */
export interface Section<Schema extends TSchema = TSchema> {
  readonly key: string;
  readonly schema: Schema;
  /** Checks that a schema cannot say: AWS's limits that span fields, duplicates, names. Pure. */
  readonly rules?: readonly ((context: RuleContext) => void)[];
  /** The section's value, or undefined when the file does not have it. */
  of(config: Config): Static<Schema> | undefined;
}

export function defineSection<Schema extends TSchema>(
  key: string,
  schema: Schema,
  rules: readonly ((context: RuleContext) => void)[] = [],
): Section<Schema> {
  return { key, schema, rules, of: (config) => config.sections[key] as Static<Schema> | undefined };
}
