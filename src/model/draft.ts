import type { Path } from "./config.ts";
import type { Json, JsonObject } from "./json.ts";

/**
 * An org.yaml in the making, which kinds fill with what AWS has. Keys come in the order in which they are set; what is
 * left at AWS's default is not set.
 */
export interface Draft {
  /** Says a value; what encloses it is made as needed. */
  set(path: Path, value: Json): void;
  /** Adds an item to a list; returns its place there. */
  add(path: Path, item: Json): number;
  /** A remark for the reader, above what stands at the path. */
  comment(path: Path, text: string): void;
  /** Keeps a policy in a file beside org.yaml, `folder/name.json`; returns what `file:` says. */
  file(folder: string, name: string, content: JsonObject): string;
  /** Leaves a thing of a section to whoever owns it, with the reason. */
  ignore(section: string, key: string, reason: string): void;
}
