import type { Json } from "./json.ts";
import type { Source } from "./resource.ts";

/**
 * Where a value stands in org.yaml: `["accounts", "acme-dev", "email"]`; with included files, in the one file that they
 * all would make.
 */
export type Path = readonly (string | number)[];

/** org.yaml, with the files that it includes, after every check that needs no AWS. */
export interface Config {
  readonly file: string;
  /** The top-level values by key, typed and valid; read them through a `Section`. */
  readonly sections: Readonly<Record<string, unknown>>;
  /** Where a value stands; the nearest enclosing thing when the path itself is not in the file. */
  at(path: Path): Source;
  /** What the policy files say that `file` keys name, in the order of the files. */
  readonly documents: readonly Json[];
  /** The parsed JSON of the file that the `file` key at a path names. */
  document(path: Path): Json;
}

/** A file that says nothing yet. */
export const NOTHING: Config = {
  file: "org.yaml",
  sections: {},
  documents: [],
  at: () => ({ file: "org.yaml", line: 1, column: 1 }),
  document: () => {
    throw new Error("no file is named");
  },
};
