import { expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

const PERSON = { givenName: "A", familyName: "B" };
const ACME = { acme: { email: "aws@acme.com", management: true } };

test("a group is not emptied when its new member cannot be made", async () => {
  const before: OrgFile = { users: { "dax@acme.com": PERSON }, groups: { admins: { members: ["dax@acme.com"] } } };
  const wanted: OrgFile = { users: { "new@acme.com": PERSON }, groups: { admins: { members: ["new@acme.com"] } } };
  const there = bench(worldOf(before), { faults: [{ operation: "identityStore:CreateUser", kind: "access-denied" }] });
  const { outcome } = await there.apply(await configOf(textOf(wanted)));
  expect(outcome.done).toEqual([]);
  expect(Object.values(there.world.identityCenter?.memberships ?? {})).toHaveLength(1);
});

test("somebody who leaves loses access although another's cannot be given", async () => {
  const set = { Read: { managedPolicies: ["ReadOnlyAccess"] } };
  const before: OrgFile = {
    accounts: { ...ACME, other: { email: "o@acme.com" } },
    users: { "eve@acme.com": PERSON },
    groups: { staff: {} },
    permissionSets: set,
    assignments: [{ users: ["eve@acme.com"], permissionSets: ["Read"], accounts: ["acme"] }],
  };
  const wanted: OrgFile = {
    ...before,
    users: {},
    assignments: [{ groups: ["staff"], permissionSets: ["Read"], accounts: ["other"] }],
  };
  const there = bench(worldOf(before), {
    faults: [{ operation: "ssoAdmin:CreateAccountAssignment", kind: "access-denied" }],
  });
  const { outcome } = await there.apply(await configOf(textOf(wanted)));
  expect(outcome.failed).toEqual(["assignment:group/staff:Read:other"]);
  expect(outcome.done).toContain("user:eve@acme.com");
});

test("an entry with a name of its own is not taken for the thing that has its key as name", async () => {
  const config = await configOf(
    JSON.stringify({
      version: 1,
      identityCenter: { region: "us-east-1" },
      groups: { admins: { name: "Administrators" } },
    }),
  );
  const { plan } = await bench(worldOf({ groups: { admins: {} } })).plan(config);
  expect(plan.changes.map(({ action, after, before }) => [action, after?.["name"] ?? before?.["name"]])).toEqual([
    ["create", "Administrators"],
    ["delete", "admins"],
  ]);
});

test("of two accounts with one name, neither is meant by it; a closed one gives way", async () => {
  const file: OrgFile = {
    accounts: { ...ACME, dev: { email: "dev@acme.com" }, twin: { email: "twin@acme.com" } },
    users: { "dax@acme.com": PERSON },
    permissionSets: { Read: { managedPolicies: ["ReadOnlyAccess"] } },
    assignments: [{ users: ["dax@acme.com"], permissionSets: ["Read"], accounts: ["dev"] }],
  };
  const { accounts: _, ...withoutAccounts } = file;
  const config = await configOf(textOf(withoutAccounts));
  const world = worldOf(file);
  const twin = Object.values(world.organization?.accounts ?? {}).find(({ name }) => name === "twin");
  if (twin === undefined) throw new Error("no twin");
  twin.name = "dev";
  await expect(bench(structuredClone(world)).plan(config)).rejects.toMatchObject({ problems: [{ code: "ORG0401" }] });
  twin.state = "CLOSED";
  expect((await bench(structuredClone(world)).plan(config)).plan.changes).toEqual([]);
});
