import { expect } from "vitest";
import type { Change, Plan } from "../../src/model/plan.ts";

type Changes = Pick<Plan, "changes">;

/** After any part of an apply the new plan holds nothing that the old one did not. */
export function expectRest(rest: Changes, plan: Changes): void {
  const old = new Map(plan.changes.map((change) => [change.address, change]));
  for (const change of rest.changes) {
    const approved = old.get(change.address);
    if (isBirthmark(change, plan.changes)) continue;
    expect(approved, `${change.action} ${change.address}`).toBeDefined();
    // What was half made (an account not yet moved, a set without its policies) is an update now.
    if (approved?.action !== "create") expect(change.action).toBe(approved?.action);
    expect(change.after).toEqual(
      change.action === "update" ? expect.objectContaining(partOf(change, approved)) : (approved?.after ?? null),
    );
  }
}

/**
 * AWS attaches its full access to every unit and account that is made; where the file has other policies in its place,
 * the apply that made it was stopped before it took that away. A unit that goes has it too, in the place of its last
 * policy, which goes earlier.
 */
function isBirthmark({ action, kind, key }: Change, planned: readonly Change[]): boolean {
  if (action !== "delete" || kind !== "policyAttachment" || !key.startsWith("FullAWSAccess ")) return false;
  const target = key.slice("FullAWSAccess ".length).replace(/^account:/, "");
  return planned.some(
    (change) => change.key === target && (change.action === "create" || change.kind === "organizationalUnit"),
  );
}

/** The fields that are still to be changed, with the values that the old plan approved for them. */
function partOf(change: Change, approved: Change | undefined): object {
  return Object.fromEntries(
    change.fields.filter(({ field }) => field !== "outdatedIn").map(({ field }) => [field, approved?.after?.[field]]),
  );
}
