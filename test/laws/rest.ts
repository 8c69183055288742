import { expect } from "vitest";
import type { Aws } from "../../src/aws/clients.ts";
import { uncovered } from "../../src/engine/approve.ts";
import { KINDS } from "../../src/kinds/index.ts";
import type { AnyKind } from "../../src/model/kind.ts";
import type { Change, Plan } from "../../src/model/plan.ts";

/** After any part of an apply the new plan holds nothing that the old one did not. */
export function expectRest(rest: Plan, plan: Plan): void {
  // An update of a half made thing, what a cut off edit leaves to provision: all of it is covered, and nothing else.
  expect(uncovered([plan], rest, KINDS)).toEqual([]);
  const old = new Map(plan.changes.map((change) => [change.address, change]));
  for (const change of rest.changes) {
    const approved = old.get(change.address);
    const kind = KINDS.find(({ name }) => name === change.kind) as AnyKind<Aws>;
    if (kind.leftBehind?.(change, plan.changes) === true) continue;
    // What was half made (an account not yet moved, a set without its policies) is an update now.
    if (approved?.action !== "create") expect(change.action).toBe(approved?.action);
    expect(change.after).toEqual(
      change.action === "update" ? expect.objectContaining(partOf(change, approved)) : (approved?.after ?? null),
    );
  }
}

/** The fields that are still to be changed, with the values that the old plan approved for them. */
function partOf(change: Change, approved: Change | undefined): object {
  return Object.fromEntries(
    change.fields.filter(({ field }) => field !== "outdatedIn").map(({ field }) => [field, approved?.after?.[field]]),
  );
}
