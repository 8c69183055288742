import type { Address } from "./address.ts";
import type { ErrorCode } from "./errors.ts";
import type { Change } from "./plan.ts";

/** Why a change was not made. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
}

/** What happens while a plan is applied; `at` is milliseconds since the epoch on the injected clock. */
export type ApplyEvent =
  | { readonly type: "begin"; readonly at: number; readonly changes: number; readonly digest: string }
  | { readonly type: "start"; readonly at: number; readonly change: Change }
  | { readonly type: "progress"; readonly at: number; readonly change: Change; readonly detail: string }
  | { readonly type: "done"; readonly at: number; readonly change: Change; readonly seconds: number }
  | {
      readonly type: "failed";
      readonly at: number;
      readonly change: Change;
      readonly seconds: number;
      readonly failure: Failure;
    }
  /** Not tried: something that it needs failed, or waits for a person. */
  | { readonly type: "skipped"; readonly at: number; readonly change: Change; readonly because: string }
  | { readonly type: "end"; readonly at: number; readonly outcome: Outcome };

/** How an apply ended. The five lists together are the plan's changes. */
export interface Outcome {
  readonly done: readonly Address[];
  readonly failed: readonly Address[];
  /** Not tried because something that they need failed. */
  readonly skipped: readonly Address[];
  /** Not tried because a person must do something first. */
  readonly waiting: readonly Address[];
  /** Not started, or not finished, because apply was interrupted or lost its credentials. */
  readonly left: readonly Address[];
  readonly interrupted: boolean;
  readonly seconds: number;
}
