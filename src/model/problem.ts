import type { ErrorCode } from "./errors.ts";
import type { Source } from "./resource.ts";

/** One thing that is wrong with org.yaml. A file has all of its problems reported at once. */
export interface Problem {
  readonly code: ErrorCode;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  readonly source: Source;
  /** What is allowed, or what to do. */
  readonly hint?: string;
  /** The nearest allowed word, when there is a near one. */
  readonly didYouMean?: string;
  /** A second place that matters, such as the first of two duplicates. */
  readonly related?: { readonly message: string; readonly source: Source };
}
