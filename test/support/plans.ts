import { contentOf, hashOf } from "../../src/engine/plan.ts";
import { address } from "../../src/model/address.ts";
import { type JsonObject, sameJson } from "../../src/model/json.ts";
import type { Change, Plan } from "../../src/model/plan.ts";

/** A change of `thing:a` whose fields are those that differ. */
export function changeOf(before: JsonObject | null, after: JsonObject | null, more: Partial<Change> = {}): Change {
  const member = (spec: JsonObject | null, field: string) =>
    spec !== null && Object.hasOwn(spec, field) ? spec[field] : undefined;
  return {
    address: address("thing", "a"),
    kind: "thing",
    key: "a",
    label: "a",
    action: before === null ? "create" : after === null ? "delete" : "update",
    reason: "differs",
    before,
    after,
    fields: Object.keys(after ?? {})
      .map((field) => ({ field, before: member(before, field), after: member(after, field) }))
      .filter((one) => !sameJson(one.before, one.after)),
    reversible: true,
    expected: { calls: 1, seconds: 1 },
    ...more,
  };
}

/** With the hashes that its content has: whoever edits a plan can write them too. */
export async function signed(plan: Omit<Plan, "digest" | "integrity">): Promise<Plan> {
  const { digest: _digest, integrity: _integrity, ...rest } = plan as Plan;
  const said = { ...rest, digest: await hashOf(contentOf(rest)) };
  return { ...said, integrity: await hashOf(said) };
}

/** A plan with these changes. */
export const planOf = (changes: readonly Change[], more: Partial<Plan> = {}): Promise<Plan> =>
  signed({
    formatVersion: 1,
    tool: { name: "orgsync", version: "0.0.0" },
    createdAt: "2026-01-05T09:00:00.000Z",
    organization: { id: "o-aaaaaaaaaa", managementAccountId: "111111111111" },
    source: { file: "org.yaml", digest: "0".repeat(64) },
    changes,
    refusals: [],
    notices: [],
    access: [],
    notManaged: [],
    read: { resources: 1, calls: 1, seconds: 1 },
    ...more,
  });
