/** What becomes of one section of a file of AWS settings. */
export interface SectionChange {
  /** `[profile acme-dev]`. */
  readonly header: string;
  readonly outcome: SectionOutcome;
  /** What a new one is for: account, permission set, region. */
  readonly remark?: string;
  /** Where it stands outside of orgsync's block; lines count from 1. */
  readonly lines: readonly number[];
  /** Keys that differ; without `before` or `after` where one side has none. */
  readonly differences: readonly KeyDifference[];
}

export type SectionOutcome =
  /** In orgsync's block, as it was. */
  | "same"
  | "added"
  | "changed"
  /** In orgsync's block, and no longer wanted. */
  | "removed"
  /** Outside of the block until now. */
  | "adopted"
  /** Outside of the block, where it stays. */
  | "elsewhere";

export interface KeyDifference {
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
}

/** Something that one of the readers of the file stumbles over; lines count from 1. */
export interface Trap {
  readonly line: number;
  readonly message: string;
}

/** A file of AWS settings as it would be. */
export interface AwsConfigRevision {
  readonly text: string;
  readonly sections: readonly SectionChange[];
  /** Lines outside of orgsync's block. */
  readonly otherLines: number;
}

/** What becomes of a script in package.json. */
export type ScriptChange =
  | { readonly outcome: "same" | "added" | "changed" }
  /** The name has another script, which stays. */
  | { readonly outcome: "taken"; readonly script: string };
