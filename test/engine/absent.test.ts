import { describe, expect, test } from "vitest";
import { OrgsyncError } from "../../src/model/errors.ts";
import type { Fault } from "../../src/sandbox/index.ts";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

const person = { givenName: "A", familyName: "B" };
const policy = {
  type: "SERVICE_CONTROL_POLICY",
  content: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }] },
};
const FILE: OrgFile = {
  accounts: {
    acme: { email: "aws@acme.com", management: true },
    dev: { email: "aws+dev@acme.com", ou: "Work" },
  },
  organizationalUnits: { Work: {}, Empty: {} },
  policies: { guard: { ...policy, targets: ["Work"] }, loose: policy },
  users: { "ann@acme.com": person, "bob@acme.com": person },
  groups: { admins: { members: ["ann@acme.com"] } },
  permissionSets: { Admin: {}, Spare: {} },
  assignments: [{ users: ["ann@acme.com"], permissionSets: ["Admin"], accounts: ["dev"] }],
  delegatedAdministrators: { "guardduty.amazonaws.com": ["dev"] },
};

/** Leaves the first, the last or all of a list's items out, once. */
const losing = (operation: string, reason: string): Fault => ({ operation, kind: "lost-items", reason, nth: 1 });

const MISSED: readonly (readonly [what: string, fault: Fault, message: string])[] = [
  ["a user", losing("identityStore:ListUsers", "last"), "AWS left user bob@acme.com out"],
  ["a group", losing("identityStore:ListGroups", "all"), "AWS left group admins out"],
  ["a member", losing("identityStore:ListGroupMemberships", "all"), "AWS left membership admins → ann@acme.com out"],
  ["a permission set", losing("ssoAdmin:ListPermissionSets", "last"), "AWS left permission set Spare out"],
  [
    "an assignment",
    losing("ssoAdmin:ListAccountAssignments", "all"),
    "AWS left assignment ann@acme.com → Admin → dev out",
  ],
  [
    "accounts of a permission set",
    { operation: "ssoAdmin:ListAccountsForProvisionedPermissionSet", kind: "empty-list" },
    "AWS left assignment ann@acme.com → Admin → dev out",
  ],
  [
    "an organizational unit",
    losing("organizations:ListOrganizationalUnitsForParent", "last"),
    "AWS left organizational unit Empty out",
  ],
  ["a policy", losing("organizations:ListPolicies", "last"), "AWS left policy loose out"],
  [
    "a policy's target",
    losing("organizations:ListTargetsForPolicy", "all"),
    "AWS left policy attachment guard → Work out",
  ],
  [
    "a delegated administrator",
    losing("organizations:ListDelegatedAdministrators", "all"),
    "AWS left delegated administrator guardduty.amazonaws.com → dev out",
  ],
];

async function planned(faults: readonly Fault[], base: OrgFile | undefined, file = FILE, world = worldOf(FILE)) {
  const options = base === undefined ? { faults } : { faults, base: await configOf(textOf(base)) };
  const { plan } = await bench(world, options).plan(await configOf(textOf(file)));
  return plan.changes.map(({ action, address }) => `${action} ${address}`);
}

describe("what the base has and AWS does not show is looked for once more", () => {
  test.each(MISSED)("%s that is there after all stops the plan", async (_, fault, message) => {
    const error = await planned([fault], FILE).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OrgsyncError);
    expect(error).toMatchObject({ code: "ORG0511", message: `${message} of what it listed` });
    expect(await planned([], FILE)).toEqual([]);
  });

  test("what is not there is believed", async () => {
    const world = worldOf({ ...FILE, users: { "ann@acme.com": person }, organizationalUnits: { Work: {} } });
    expect(await planned([], FILE, FILE, world)).toEqual([
      "create organizationalUnit:Empty",
      "create user:bob@acme.com",
    ]);
  });

  test("without a base nothing is suspected: hiring, and a first apply that was cut off, are not refused", async () => {
    const before = { ...FILE, users: { "ann@acme.com": person } };
    const names = ["x", "y", "z"].map((name) => `${name}@acme.com`);
    const file = { ...before, users: { ...before.users, ...Object.fromEntries(names.map((name) => [name, person])) } };
    const hired = names.map((name) => `create user:${name}`);
    for (const base of [undefined, before, file]) expect(await planned([], base, file, worldOf(before))).toEqual(hired);
  });

  test("a thing that has another key now is not missed", async () => {
    const file = { ...FILE, organizationalUnits: { Work: {}, Later: { previously: "Empty" } } };
    expect(await planned([], FILE, file)).toEqual(["update organizationalUnit:Later"]);
  });

  test("a failed look stops the plan, and says which", async () => {
    const world = worldOf({ ...FILE, users: { "ann@acme.com": person } });
    const denied: Fault = { operation: "identityStore:GetUserId", kind: "access-denied" };
    await expect(planned([denied], FILE, FILE, world)).rejects.toThrow(/identityStore:GetUserId/);
  });
});

describe("what one list names and another lacks is looked up by its id, base or no base", () => {
  test.each([
    ["identityStore:ListUsers", "first", /^identityStore:ListUsers left out user ann@acme\.com, which .* has$/],
    ["identityStore:ListGroups", "all", /^identityStore:ListGroups left out group admins, which .* has$/],
    [
      "organizations:ListAccounts",
      "last",
      /^organizations:ListAccounts left out account \d{12} \(dev\), which .* has$/,
    ],
  ])("%s", async (operation, reason, message) => {
    const file = {
      ...FILE,
      assignments: [{ users: ["ann@acme.com"], groups: ["admins"], permissionSets: ["Admin"], accounts: ["dev"] }],
    };
    const world = worldOf(file);
    // Long ago: an account that has just joined is only not in this plan.
    world.now += 86_400_000;
    await expect(planned([losing(operation, reason)], undefined, file, world)).rejects.toMatchObject({
      code: "ORG0511",
      message: expect.stringMatching(message),
    });
  });

  test("a unit that a policy is attached to", async () => {
    const file: OrgFile = {
      accounts: { acme: { email: "aws@acme.com", management: true } },
      organizationalUnits: { Empty: {} },
      policies: { guard: { ...policy, targets: ["Empty"] } },
    };
    const fault = losing("organizations:ListOrganizationalUnitsForParent", "all");
    await expect(planned([fault], undefined, file, worldOf(file))).rejects.toMatchObject({
      code: "ORG0511",
      message: expect.stringMatching(
        /left out the unit Empty \(ou-.*\), which organizations:ListTargetsForPolicy has$/,
      ),
    });
  });
});
