import { expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

test("a permission set with 50 assignments is renamed, and at no moment does anyone lack access", async () => {
  const accounts = Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [`team-${index}`, { email: `aws+${index}@acme.com` }]),
  );
  const all = { acme: { email: "aws@acme.com", management: true }, ...accounts };
  const groups = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`group-${index}`, {}]));
  const assigned = (set: string) => [
    { groups: Object.keys(groups), permissionSets: [set], accounts: Object.keys(accounts) },
  ];
  const policies = { managedPolicies: ["ReadOnlyAccess"] };
  const world = worldOf(
    { accounts: all, groups, permissionSets: { Old: policies }, assignments: assigned("Old") },
    { accountQuota: 20 },
  );
  const center = world.identityCenter;
  if (center === null) throw new Error("there is one");
  const reached = (): number =>
    new Set(Object.values(center.assignments).map(({ accountId, principalId }) => `${principalId} ${accountId}`)).size;
  expect(reached()).toBe(50);
  const least = { reached: 50 };
  const there = bench(world, { observe: () => (least.reached = Math.min(least.reached, reached())) });
  const config = await configOf(
    textOf({
      accounts: all,
      groups,
      permissionSets: { New: { ...policies, previously: "Old" } },
      assignments: assigned("New"),
    }),
  );
  const { plan, outcome } = await there.apply(config);
  expect(plan.changes).toHaveLength(102);
  expect(outcome).toMatchObject({ failed: [], skipped: [] });
  expect(least.reached).toBe(50);
  expect(Object.values(center.permissionSets).map(({ name }) => name)).toEqual(["New"]);
  expect((await there.plan(config)).plan.changes).toEqual([]);
});
