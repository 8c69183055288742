import type { Address } from "./address.ts";
import type { JsonObject } from "./json.ts";

/** A place in a file of the user's; lines and columns count from 1, columns in UTF-16 units. */
export interface Source {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Exclusive end on the same line, when the thing ends there. */
  readonly endColumn?: number;
}

/**
 * One thing: an account, a user, an assignment.
 *
 * `spec` is what org.yaml can say about it, in the file's words (names, never AWS ids), and is all that is compared.
 * A field that is undefined in a desired spec is left as it is in AWS.
 */
export interface Resource<Spec extends object = JsonObject, Ids extends object = JsonObject> {
  readonly address: Address;
  readonly kind: string;
  /** The file's word for it, or its name in AWS when the file does not list it. */
  readonly key: string;
  /** What people read; the key unless the kind has something better. */
  readonly label?: string;
  readonly spec: Spec;
  /** What AWS calls it, and other live facts that writes need. Never compared; only live resources have it. */
  readonly ids?: Ids;
  /** What org.yaml says about it that AWS does not hold; shown, never compared. */
  readonly remarks?: Readonly<Record<string, string>>;
  /** Where org.yaml says it; only desired resources that the file lists have it. */
  readonly source?: Source;
}

/** Resources by address, in the order in which they were added. */
export type Snapshot = ReadonlyMap<Address, Resource>;
