import type { Json } from "./json.ts";
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
