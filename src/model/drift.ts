import type { Address } from "./address.ts";
import type { Plan } from "./plan.ts";
import type { Source } from "./resource.ts";

/** Where AWS is not what org.yaml says, and the two ways to make them one, as `drift --out` writes it. */
export interface Drift {
  readonly formatVersion: 1;
  readonly document: "drift";
  /** What would make AWS what org.yaml says. */
  readonly plan: Plan;
  /** What would make org.yaml what AWS is. */
  readonly adopt: {
    /** Entries to write in place of those of the same names, in the words of org.yaml; empty when there are none. */
    readonly yaml: string;
    /** Policies that the entries name, by their paths beside org.yaml. */
    readonly files: Readonly<Record<string, string>>;
    /** Entries to take out, because AWS no longer has what they say. */
    readonly remove: readonly { readonly address: Address; readonly label: string; readonly source?: Source }[];
  };
}
