import { describe, expect, test } from "vitest";
import { type Known, knownJson, knownOffline, parseKnown } from "../../src/awsconfig/known.ts";
import { reachOf, type Who } from "../../src/awsconfig/reach.ts";
import { configOf } from "../support/engine.ts";

const NOW = Date.UTC(2026, 10, 25);
const DAX: Who = { type: "user", user: "dax@acme.com" };

const account = (number: number, name: string, more: Partial<Known["accounts"][number]> = {}) => ({
  id: String(111_111_111_110 + number),
  name,
  email: `aws+${name}@acme.com`,
  state: "ACTIVE" as const,
  management: false,
  ...more,
});

const learned: Known = {
  organization: "o-a1b2c3d4e5",
  accounts: [
    account(0, "acme", { management: true, email: "aws@acme.com" }),
    account(1, "dev", { ou: "Workloads/Dev" }),
    account(2, "stopped", { ou: "Workloads", state: "SUSPENDED" }),
    account(3, "unlisted", { ou: "Workloads/Dev" }),
    account(4, "theirs", { ou: "Workloads/Dev" }),
  ],
};

const file = (assignments: string): string => `version: 1
organization: { id: o-a1b2c3d4e5 }
accounts:
  acme: { email: aws@acme.com, management: true }
  my-dev: { email: AWS+dev@acme.com }
  later: { email: aws+later@acme.com, ou: Workloads }
organizationalUnits: { Workloads: {}, Workloads/Dev: {} }
ignore: { accounts: [theirs], groups: [okta-*] }
users: { dax@acme.com: { givenName: Dax, familyName: Raad } }
groups: { admins: { members: [dax@acme.com] } }
permissionSets: { Read: {}, Admin: { name: Administration, managedPolicies: [AdministratorAccess] } }
assignments: ${assignments}
`;

async function reached(assignments: string, who = DAX, known: Known | undefined = learned) {
  const config = await configOf(file(assignments));
  return reachOf(config, knownOffline(config, known), who, NOW);
}

describe("who reaches what, without AWS", () => {
  test("through groups and units: active accounts, listed or not, but not those of others", async () => {
    const {
      reached: found,
      problems,
      unplaced,
    } = await reached(
      "[{ groups: [admins], permissionSets: [Admin], ous: [Workloads] }, { users: [dax@acme.com], permissionSets: [Read], ous: [Workloads/Dev] }]",
    );
    expect(problems).toEqual([]);
    expect(unplaced).toEqual([]);
    expect(found).toEqual([
      { account: "my-dev", id: "111111111111", permissionSets: ["Administration", "Read"] },
      { account: "later", id: undefined, permissionSets: ["Administration"] },
      { account: "unlisted", id: "111111111113", permissionSets: ["Administration", "Read"] },
    ]);
  });

  test("not what has expired, nor what only others have", async () => {
    const { reached: found } = await reached(
      "[{ groups: [admins], permissionSets: [Read], accounts: [acme], until: 2026-11-20 }, { groups: [okta-x], permissionSets: [Read], accounts: [acme] }]",
    );
    expect(found).toEqual([]);
    const groups = await reached("[{ groups: [okta-x], permissionSets: [Read], accounts: [acme] }]", {
      type: "groups",
      groups: ["okta-x"],
    });
    expect(groups.reached.map(({ account }) => account)).toEqual(["acme"]);
  });

  test("says what it cannot know", async () => {
    const nothing = await reached("[{ groups: [admins], permissionSets: [Read], ous: [Workloads] }]", DAX, {
      accounts: [],
    });
    expect(nothing.unplaced).toEqual(["my-dev"]);
    expect(nothing.reachesUnlisted).toBe(true);
    const root = await reached("[{ groups: [admins], permissionSets: [Read], ous: [root] }]", DAX, { accounts: [] });
    expect(root.unplaced).toEqual([]);
    const direct = await reached("[{ groups: [admins], permissionSets: [Read], accounts: [acme] }]");
    expect(direct.reachesUnlisted).toBe(false);
  });

  test("and where the file does not fit what was learned", async () => {
    const moved: Known = {
      ...learned,
      accounts: [account(0, "boss", { management: true }), ...learned.accounts.slice(1)],
    };
    const { problems } = await reached("[{ groups: [admins], permissionSets: [Read], accounts: [acme] }]", DAX, moved);
    expect(problems.map(({ code }) => code)).toContain("ORG0402");
  });

  test("sections that are not there are taken at their word", async () => {
    const config = await configOf(
      `version: 1\naccounts: { acme: { id: "111111111110", email: aws@acme.com, management: true } }\nassignments: [{ users: [dax@acme.com], permissionSets: [Read], accounts: [acme] }]\n`,
    );
    expect(reachOf(config, knownOffline(config, undefined), DAX, NOW)).toEqual({
      reached: [{ account: "acme", id: "111111111110", permissionSets: ["Read"] }],
      problems: [],
      unplaced: [],
      reachesUnlisted: false,
    });
  });
});

describe("what was learned", () => {
  test("is read as it was written, and nothing else is", () => {
    expect(parseKnown(knownJson(learned))).toMatchObject(learned);
    expect(knownJson({ ...learned, accounts: learned.accounts.toReversed() })).toBe(knownJson(learned));
    for (const text of ["", "null", "[]", "{}", '{"formatVersion":2,"accounts":[]}', '{"formatVersion":1}'])
      expect(parseKnown(text)).toBeUndefined();
  });

  test("counts for its organization alone; ids in the file come first", async () => {
    const config = await configOf(file("[]").replace("my-dev: {", 'my-dev: { id: "999999999999",'));
    const ids = (known: Known): string[] => knownOffline(config, known).accounts.map(({ id }) => id);
    expect(ids(learned)).toContain("111111111110");
    expect(ids(learned)).toContain("999999999999");
    expect(ids({ ...learned, organization: "o-zzzzzzzzzz" })).toEqual(["999999999999"]);
  });
});
