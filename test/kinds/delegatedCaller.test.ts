import { expect, test } from "vitest";
import { planText } from "../../src/report/text.ts";
import { plain } from "../../src/report/style.ts";
import type { World } from "../../src/sandbox/index.ts";
import { bench, configOf } from "../support/engine.ts";
import type { OrgFile } from "../worlds/file.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

const file: OrgFile = {
  accounts: {
    acme: { email: "aws@acme.com", management: true },
    identity: { email: "aws+identity@acme.com" },
    dev: { email: "aws+dev@acme.com" },
  },
  users: { "ann@acme.com": { givenName: "Ann", familyName: "Li" } },
  groups: { admins: { members: ["ann@acme.com"] } },
  permissionSets: { Everywhere: {}, Members: {} },
  assignments: [
    { groups: ["admins"], permissionSets: ["Everywhere"], accounts: ["acme", "dev"] },
    { groups: ["admins"], permissionSets: ["Members"], accounts: ["dev"] },
  ],
};

/** The account that the organization has made its delegated administrator for Identity Center. */
function delegated(): { world: World; caller: string } {
  const world = worldOf(file);
  const organization = world.organization;
  const caller = Object.values(organization?.accounts ?? {}).find(({ name }) => name === "identity")?.id;
  if (organization === null || caller === undefined) throw new Error("the world has both");
  organization.delegatedAdministrators = { [caller]: { "sso.amazonaws.com": { enabledAt: world.now } } };
  return { world, caller };
}

const wanted: OrgFile = {
  ...file,
  accounts: {
    ...file.accounts,
    dev: { email: "aws+dev@acme.com", ou: "Workloads" },
    new: { email: "aws+new@acme.com" },
  },
  organizationalUnits: { Workloads: {} },
  users: { ...file.users, "bob@acme.com": { givenName: "Bob", familyName: "Ray" } },
  groups: { admins: { members: ["ann@acme.com", "bob@acme.com"] } },
  permissionSets: { Everywhere: { sessionDuration: "2h" }, Members: { sessionDuration: "2h" }, Third: {} },
  assignments: [
    { groups: ["admins"], permissionSets: ["Members", "Third"], accounts: ["dev"] },
    { users: ["bob@acme.com"], permissionSets: ["Third"], accounts: ["acme"] },
  ],
};

test("from the delegated administrator's account, what it may not touch waits, and the rest is made", async () => {
  const { world, caller } = delegated();
  const there = bench(world, { caller });
  const config = await configOf(textOf(wanted));
  const { plan, outcome } = await there.apply(config);
  const waiting = plan.changes.filter(({ waits }) => waits !== undefined);
  expect(waiting.map(({ action, address }) => `${action} ${address}`).toSorted()).toEqual([
    "create account:new",
    "create assignment:user/bob@acme.com:Third:acme",
    "create organizationalUnit:Workloads",
    "delete assignment:group/admins:Everywhere:acme",
    "delete assignment:group/admins:Everywhere:dev",
    "update account:dev",
    "update permissionSet:Everywhere",
  ]);
  for (const { waits } of waiting) expect(waits).toMatch(/^(?:cannot be managed from here|organizational unit must)/);
  expect(outcome).toMatchObject({ failed: [], skipped: [], left: [] });
  expect(outcome.waiting).toHaveLength(waiting.length);
  expect(outcome.done).toHaveLength(plan.changes.length - waiting.length);
  const again = (await there.plan(config)).plan;
  expect(again.changes.every(({ waits }) => waits !== undefined)).toBe(true);
  expect(planText(again, { style: plain(200), headings: { permissionSet: "Permission sets" } })).toContain(
    `      cannot be managed from here: only the management account changes permission sets that the management account has, and this runs in ${caller}`,
  );
});

test("the same file from the management account leaves nothing", async () => {
  const { world } = delegated();
  const there = bench(world);
  const config = await configOf(textOf(wanted));
  const { outcome } = await there.apply(config);
  expect(outcome).toMatchObject({ failed: [], skipped: [], waiting: [], left: [] });
  expect((await there.plan(config)).plan.changes).toEqual([]);
});
