import type { Json } from "./json.ts";
import type { Action, Change } from "./plan.ts";

/** What has moved between the plan that was approved and the one that is now. */
export type Moved =
  /** The approved plan has no change of this address. */
  | { readonly what: "unknown" }
  | { readonly what: "action"; readonly approved: Action }
  /** Something else would become of a field; `undefined` means that the value is absent. */
  | {
      readonly what: "after";
      readonly field: string;
      readonly approved: Json | undefined;
      readonly now: Json | undefined;
    }
  /** AWS has a value of a field that nobody has seen when the plan was approved, and none that orgsync's steps leave. */
  | {
      readonly what: "before";
      readonly field: string;
      readonly now: Json | undefined;
      readonly approved: {
        readonly action: Action;
        readonly before: Json | undefined;
        readonly after: Json | undefined;
      };
    };

/** A change that an approved plan does not cover. */
export interface Uncovered {
  readonly change: Change;
  /** At least one. */
  readonly moved: readonly Moved[];
}
