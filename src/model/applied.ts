import type { Address } from "./address.ts";
import type { Failure, Outcome } from "./event.ts";
import type { NextSteps } from "./nextSteps.ts";
import type { Plan } from "./plan.ts";

/** A plan and what became of it, as `apply --out` writes it. */
export interface Applied {
  readonly formatVersion: 1;
  readonly document: "apply";
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly failures: readonly (Failure & { readonly address: Address })[];
  readonly next: NextSteps;
  readonly endedAt: string;
}
