import type { Change, Plan } from "../../src/model/plan.ts";
import { address } from "../../src/model/address.ts";
import { KINDS } from "../../src/kinds/index.ts";

export const headings = Object.fromEntries(KINDS.map(({ name, plural }) => [name, plural]));
export const titles = Object.fromEntries(KINDS.map(({ name, title }) => [name, title]));

/** A change with what a test does not care about filled in. */
export function changeOf(part: Pick<Change, "kind" | "key" | "action"> & Partial<Change>): Change {
  return {
    address: address(part.kind, part.key),
    label: part.key,
    reason: part.action === "create" ? "not-in-aws" : part.action === "update" ? "differs" : "not-in-file",
    before: null,
    after: null,
    fields: Object.entries(part.after ?? {}).map(([field, after]) => ({ field, before: part.before?.[field], after })),
    reversible: true,
    expected: { calls: 1, seconds: 1 },
    ...part,
  };
}

/** An assignment as its kind writes it. */
export function assignmentOf(
  action: "create" | "delete",
  principal: string,
  set: string,
  account: string,
  line = 7,
): Change {
  const spec = { principalType: "group", principal, permissionSet: set, account };
  return changeOf({
    kind: "assignment",
    key: `group/${principal} ${set} ${account}`,
    address: address("assignment", `group/${principal}`, set, account),
    label: `${principal} \u2192 ${set} \u2192 ${account}`,
    action,
    ...(action === "create" ? { after: spec, source: { file: "org.yaml", line, column: 3 } } : { before: spec }),
  });
}

export function planOf(changes: readonly Change[], part: Partial<Plan> = {}): Plan {
  return {
    formatVersion: 1,
    tool: { name: "orgsync", version: "0.0.0" },
    createdAt: "2026-01-01T00:00:00.000Z",
    organization: { id: "o-a1b2c3d4e5", managementAccountId: "111122223333" },
    source: { file: "org.yaml", digest: "c0ffee00".repeat(8), commit: "720835f (dirty)" },
    changes,
    refusals: [],
    notices: [],
    access: [],
    notManaged: [],
    read: { resources: 1234, calls: 56, seconds: 3.44 },
    digest: "7f3a9c41".repeat(8),
    integrity: "1b2d3f40".repeat(8),
    ...part,
  };
}
