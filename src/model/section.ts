import type { Static, TSchema } from "typebox";
import type { Config, Path } from "./config.ts";
import type { Problem } from "./problem.ts";

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
