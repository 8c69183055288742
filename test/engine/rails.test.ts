import { describe, expect, test } from "vitest";
import type { Address } from "../../src/model/address.ts";
import { InvalidConfig } from "../../src/model/errors.ts";
import { isRefused, type Refusal } from "../../src/model/plan.ts";
import type { OrgFile } from "../worlds/file.ts";
import { liveOf, MANAGEMENT_ID, NOW, type Options, planned } from "./plans.ts";

const person = { givenName: "A", familyName: "B" };
const names = (count: number, prefix = "u"): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}@acme.com`);
const people = (who: readonly string[]) => Object.fromEntries(who.map((name) => [name, person]));
const users = (count: number): OrgFile => ({ users: people(names(count)) });
const accounts = (others: readonly string[], more: object = {}): NonNullable<OrgFile["accounts"]> => ({
  acme: { email: "aws@acme.com", management: true },
  ...Object.fromEntries(others.map((name) => [name, { email: `aws+${name}@acme.com`, ...more }])),
});

async function refusals(before: object, wanted: object, options?: Options): Promise<readonly Refusal[]> {
  return (await planned(before as OrgFile as never, wanted as never, options)).plan.refusals;
}

const short = (found: readonly Refusal[]): string[] => found.map(({ rail, message }) => `${rail}: ${message}`);

/** Rail, what is said, and the changes, of everything that is refused. */
async function refused(before: object, wanted: object, options?: Options): Promise<string[]> {
  return short(await refusals(before, wanted, options));
}

describe("never-all", () => {
  test("a kind of which everything goes, even if it is one", async () => {
    expect(await refused(users(1), users(0))).toEqual(["never-all: the only one of the users would be removed"]);
    expect(await refused(users(3), users(0))).toEqual(["never-all: all 3 of the users would be removed"]);
  });

  test("also when others come in their place", async () => {
    expect(await refused(users(2), { users: people(["new@acme.com"]) })).toEqual([
      "never-all: all 2 of the users would be removed",
    ]);
  });

  test("names every change, and can be acknowledged", async () => {
    const [found] = await refusals(users(2), users(0));
    expect(found?.changes).toEqual(["delete user:u0@acme.com", "delete user:u1@acme.com"]);
    expect(found?.hint).toBe(
      "take out what is really to go, in several plans; if it is meant, acknowledge exactly these changes",
    );
  });

  test("a group that loses every member; its only one may go", async () => {
    const others = { ops: { members: names(12) } };
    const before = (members: string[]) => ({ users: people(names(12)), groups: { all: { members }, ...others } });
    expect(await refused(before(names(2)), before([]))).toEqual([
      "never-all: all 2 of the group members of group all would be removed",
    ]);
    expect(await refused(before(names(1)), before([]))).toEqual([]);
  });
});

describe("max-removals", () => {
  test.each([
    [4, 1, true],
    [4, 2, false],
    [7, 1, true],
    [7, 2, false],
    [8, 2, true],
    [8, 3, false],
    [12, 3, true],
    [12, 4, false],
    [2, 1, true],
  ])("of %d users %d may go: %s", async (total, gone, may) => {
    const found = await refused(users(total), users(total - gone));
    expect(found).toHaveLength(may ? 0 : 1);
    if (!may) expect(found[0]).toMatch(new RegExp(`^max-removals: ${gone} of ${total} users would be removed \\(`));
  });

  test("says the shares", async () => {
    const [found] = await refusals(users(8), users(5));
    expect(found).toEqual({
      rail: "max-removals",
      message: "3 of 8 users would be removed (38%), where one plan may remove 2 (25%)",
      changes: ["delete user:u5@acme.com", "delete user:u6@acme.com", "delete user:u7@acme.com"],
      hint: "remove them in several plans; if it is meant, acknowledge exactly these changes",
    });
  });

  test("of one group's members, of which all groups together have enough", async () => {
    const file = (members: string[]) => ({
      users: people(names(12)),
      groups: { a: { members }, b: { members: names(12) }, c: { members: names(12) } },
    });
    expect(await refused(file(names(8)), file(names(6)))).toEqual([]);
    expect(await refused(file(names(8)), file(names(5)))).toEqual([
      "max-removals: 3 of 8 group members of group a would be removed (38%), where one plan may remove 2 (25%)",
    ]);
  });

  test("members of a group that goes are not counted for it, but among all members", async () => {
    const file = (groups: object) => ({ users: people(names(12)), groups });
    const rest = Object.fromEntries(["b", "c", "d"].map((name) => [name, { members: names(12) }]));
    expect(await refused(file({ a: { members: names(4) }, ...rest }), file(rest))).toEqual([]);
    expect(
      await refused(
        file({ a: { members: names(12) }, b: { members: names(4) }, c: {}, d: {} }),
        file({ b: { members: names(4) }, c: {}, d: {} }),
      ),
    ).toEqual(["max-removals: 12 of 16 group members would be removed (75%), where one plan may remove 4 (25%)"]);
  });

  const assigned = (pairs: readonly (readonly [string, string])[]) => ({
    accounts: accounts(["one", "two", "three", "four"]),
    users: people(names(12)),
    permissionSets: { Read: {} },
    assignments: pairs.map(([user, account]) => ({ users: [user], permissionSets: ["Read"], accounts: [account] })),
  });
  const everywhere = ["one", "two", "three", "four"].flatMap((account) =>
    names(8).map((user) => [user, account] as const),
  );

  test("of the assignments in one account, and of those of one user", async () => {
    expect(await refused(assigned(everywhere), assigned(everywhere.slice(3)))).toEqual([
      "max-removals: 3 of 8 assignments of account one would be removed (38%), where one plan may remove 2 (25%)",
    ]);
    const [who] = names(1);
    const without = everywhere.filter(([user, account]) => user !== who || account === "four");
    expect(await refused(assigned(everywhere), assigned(without))).toEqual([
      `max-removals: 3 of 4 assignments of user ${who} would be removed (75%), where one plan may remove 1 (25%)`,
    ]);
  });

  test("of the policies on one target", async () => {
    const file = (targets: readonly (readonly string[])[]) => ({
      organizationalUnits: { A: {}, B: {}, C: {} },
      policies: Object.fromEntries(
        targets.map((list, index) => [`p${index}`, { type: "BACKUP_POLICY", content: { plans: {} }, targets: list }]),
      ),
    });
    const before = file([
      ["A", "B", "C"],
      ["A", "B", "C"],
      ["A", "B", "C"],
    ]);
    expect(
      await refused(
        before,
        file([
          ["B", "C"],
          ["B", "C"],
          ["A", "B", "C"],
        ]),
      ),
    ).toEqual([
      "max-removals: 2 of 3 policy attachments of organizational unit A would be removed (67%), where one plan may remove 1 (25%)",
    ]);
  });

  test("what others own does not make the share smaller", async () => {
    const before = users(12);
    const ignore = { users: ["u1*", "u5*", "u6*", "u7*", "u8*", "u9*"] };
    // Eight are left alone; of the four others two go.
    const wanted = { users: people(["u0@acme.com", "u2@acme.com"]), ignore };
    expect(await refused(before, wanted)).toEqual([
      "max-removals: 2 of 4 users would be removed (50%), where one plan may remove 1 (25%)",
    ]);
  });

  test("access whose time is over goes without being counted", async () => {
    const entry = (until?: string) => ({
      users: names(4),
      permissionSets: ["Read"],
      accounts: ["acme"],
      ...(until === undefined ? {} : { until }),
    });
    const file = (assignments: object[]) => ({
      accounts: accounts([]),
      users: people(names(4)),
      permissionSets: { Read: {} },
      assignments,
    });
    expect(await refused(file([entry()]), file([entry("2026-05-30")]))).toEqual([]);
    expect(await refused(file([entry()]), file([]))).toContainEqual(
      expect.stringContaining("never-all: all 4 of the assignments"),
    );
  });

  test("a thing that takes another's place takes its edges along", async () => {
    const file = (set: string, more: object = {}) => ({
      accounts: accounts(["one", "two"]),
      users: people(names(4)),
      permissionSets: { [set]: more, Other: {} },
      assignments: [{ users: names(4), permissionSets: [set], accounts: ["acme", "one", "two"] }],
    });
    expect(await refused(file("Old"), file("New", { previously: "Old" }))).toEqual([]);
    expect((await refused(file("Old"), file("New"))).map((text) => text.split(":")[0])).toContain("never-all");
    // Of those that it takes along, none may be missing.
    const fewer = {
      ...file("New", { previously: "Old" }),
      assignments: [{ users: names(1), permissionSets: ["New"], accounts: ["acme", "one", "two"] }],
    };
    expect(await refused(file("Old"), fewer)).toContainEqual(
      "max-removals: 9 of 12 assignments would be removed (75%), where one plan may remove 3 (25%)",
    );
  });

  test("the share that the file writes is stricter, or is not heeded", async () => {
    const found = await refused(users(12), { ...users(10), rails: { maxRemovals: "10%" } });
    expect(found).toEqual(["max-removals: 2 of 12 users would be removed (17%), where one plan may remove 1 (10%)"]);
    expect(await refused(users(12), { ...users(8), rails: { maxRemovals: "90%" } })).toHaveLength(1);
    expect(await refused(users(12), { ...users(11), rails: { maxRemovals: "0%" } })).toEqual([]);
  });
});

describe("max-new-accounts", () => {
  const many = (count: number) => ({ accounts: accounts(names(count, "a").map((name) => name.slice(0, -9))) });
  test.each([
    [5, {}, 0],
    [6, {}, 1],
    [2, { rails: { maxNewAccounts: 1 } }, 1],
    [6, { rails: { maxNewAccounts: 10 } }, 1],
  ])("%d with %j", async (count, more, refusalsExpected) => {
    const found = await refusals(many(0), { ...many(count), ...more });
    expect(found.filter(({ rail }) => rail === "max-new-accounts")).toHaveLength(refusalsExpected);
    if (count === 6 && !("rails" in more))
      expect(found.map(({ message }) => message)).toEqual([
        "6 accounts would be created, where one plan may create 5; none can be undone",
      ]);
  });

  test("looser only with a base that is looser, too", async () => {
    const wanted = { ...many(6), rails: { maxNewAccounts: 10 } };
    expect(await refused(many(0), wanted, { base: { ...many(0), rails: { maxNewAccounts: 7 } } })).toEqual([]);
    expect(await refused(many(0), wanted, { base: many(0) })).toHaveLength(1);
    expect(await refused(many(0), many(6), { base: { ...many(0), rails: { maxNewAccounts: 7 } } })).toHaveLength(1);
    expect(await refused(many(0), many(3), { base: { ...many(0), rails: { maxNewAccounts: 2 } } })).toHaveLength(1);
  });

  test("an account that is invited is not created", async () => {
    const invited = Object.fromEntries(
      names(6, "i").map((name, index) => [`i${index}`, { email: name, invite: `33333333333${index}` }]),
    );
    expect(await refused(many(0), { accounts: { ...accounts([]), ...invited } })).toEqual([]);
  });
});

describe("closing accounts", () => {
  const closing = (closed: readonly string[], more: object = {}) => {
    const all = accounts(["one", "two", "three", "four"]);
    return {
      accounts: Object.fromEntries(
        Object.entries(all).map(([name, entry]) => [name, closed.includes(name) ? { ...entry, closed: true } : entry]),
      ),
      ...more,
    };
  };

  test("one an apply, unless it is told and acknowledged", async () => {
    expect(await refused(closing([]), closing(["one"]))).toEqual([]);
    const [found] = await refusals(closing([]), closing(["one", "two"]));
    expect(found).toEqual({
      rail: "max-closures",
      message: "2 accounts would be closed, where one plan may close 1",
      changes: ["delete account:one", "delete account:two"],
      hint: "close them in several plans; if it is meant, acknowledge exactly these changes",
    });
    expect(await refused(closing([]), closing(["one"], { rails: { maxClosures: 0 } }))).toHaveLength(1);
    const looser = { rails: { maxClosures: 2 } };
    const both = closing(["one", "two"], looser);
    expect(await refused(closing([]), both, { base: closing([], looser) })).toEqual([]);
    expect(await refused(closing([]), both, { base: closing([]) })).toHaveLength(1);
  });

  test("does not count for the share of what is removed", async () => {
    const two = { accounts: accounts(["one"]) };
    expect(await refused(two, { accounts: accounts(["one"], { closed: true }) })).toEqual([]);
  });

  test("never a delegated administrator", async () => {
    const options: Options = {
      live: (resource) =>
        resource.address === "account:one"
          ? { ...resource, ids: { ...resource.ids, delegatedFor: ["sso.amazonaws.com", "guardduty.amazonaws.com"] } }
          : resource,
    };
    const [found] = await refusals(closing([]), closing(["one"]), options);
    expect(found).toEqual({
      rail: "unclosable",
      message: "account one is a delegated administrator of sso.amazonaws.com, guardduty.amazonaws.com",
      changes: ["delete account:one"],
      hint: "let another account have that first, or take the account out of delegatedAdministrators: in an earlier plan",
    });
    expect(await refused(closing([]), closing(["two"]), options)).toEqual([]);
  });

  test("never the management account, nor what the file still names", async () => {
    const { refusalsOf } = await import("../../src/engine/rails.ts");
    const { KINDS } = await import("../../src/kinds/index.ts");
    const live = await liveOf(closing([]));
    const { plan, desired, settings } = await planned(closing([]), closing(["one"]));
    const rails = (changes: typeof plan.changes, wanted = desired) =>
      refusalsOf({
        kinds: KINDS,
        settings,
        changes,
        waitsFor: [[]],
        live,
        desired: wanted,
        access: undefined,
        isDecided: () => false,
        ownerOf: () => undefined,
        whyKept: () => undefined,
      });
    const [close] = plan.changes;
    if (close === undefined) throw new Error("one account is closed");
    expect(rails([close])).toEqual([]);
    expect(rails([{ ...close, address: "account:acme" as Address, label: "acme" }])).toEqual([
      {
        rail: "unclosable",
        message: "account acme is the management account, which cannot be closed",
        changes: ["delete account:acme"],
        hint: "take closed: true out",
      },
    ]);
    const spec = { principalType: "user", principal: "u0@acme.com", permissionSet: "Read", account: "one" };
    const naming = (source: object) =>
      new Map(desired).set("assignment:x" as Address, {
        address: "assignment:x" as Address,
        kind: "assignment",
        key: "x",
        label: "u0 to one",
        spec,
        ...source,
      });
    expect(rails([close], naming({ source: { file: "org.yaml", line: 1, column: 1 } }))).toMatchObject([
      {
        rail: "unclosable",
        message: "account one is to be closed, but org.yaml still names it: u0 to one",
        changes: ["delete account:one"],
        hint: "take it out there first",
      },
    ]);
    // What the file does not say is nobody's wish.
    expect(rails([close], naming({}))).toEqual([]);
  });
});

const ADMIN = { managedPolicies: ["AdministratorAccess"] };
const CALLER = `arn:aws:sts::${MANAGEMENT_ID}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/u0@acme.com`;

/** Everyone in `direct` and in the group has Admin on the management account. */
function admins(direct: readonly string[], members: readonly string[] | undefined, more: object = {}): object {
  return {
    accounts: accounts(["dev"]),
    users: people(names(8)),
    groups: { admins: { members: [...(members ?? [])] }, all: { members: names(8) } },
    permissionSets: { Admin: ADMIN, Read: {}, Spare: {}, Other: {} },
    assignments: [
      { users: names(8), permissionSets: ["Read"], accounts: ["acme", "dev"] },
      ...(direct.length === 0 ? [] : [{ users: [...direct], permissionSets: ["Admin"], accounts: ["acme"] }]),
      ...(members === undefined ? [] : [{ groups: ["admins"], permissionSets: ["Admin"], accounts: ["acme"] }]),
    ],
    ...more,
  };
}

/** Of the two rails about access. */
async function lockedOut(before: object, wanted: object, options?: Options): Promise<string[]> {
  const found = await refusals(before, wanted, options);
  return short(found.filter(({ rail }) => rail === "last-admin" || rail === "own-access"));
}
const NOBODY =
  "last-admin: nobody who can sign in would be left with AdministratorAccess on the management account acme";

describe("last-admin", () => {
  test.each<[string, object, object]>([
    ["the direct assignment", admins(["u0@acme.com"], undefined), admins([], undefined)],
    ["the last member", admins([], ["u0@acme.com"]), admins([], [])],
    [
      "the group's assignment",
      admins([], ["u0@acme.com"]),
      admins([], undefined, { groups: { admins: { members: ["u0@acme.com"] }, all: { members: names(8) } } }),
    ],
    [
      "the user",
      admins(["u0@acme.com"], undefined),
      {
        ...admins([], undefined),
        users: people(names(8).slice(1)),
        groups: { admins: { members: [] }, all: { members: names(8).slice(1) } },
        assignments: [{ users: names(8).slice(1), permissionSets: ["Read"], accounts: ["acme", "dev"] }],
      },
    ],
    ["the group", admins([], ["u0@acme.com"]), { ...admins([], undefined), groups: { all: { members: names(8) } } }],
    [
      "the permission set",
      admins(["u0@acme.com"], undefined),
      { ...admins([], undefined), permissionSets: { Read: {}, Spare: {}, Other: {} } },
    ],
    [
      "the set's policy",
      admins(["u0@acme.com"], undefined),
      admins(["u0@acme.com"], undefined, {
        permissionSets: { Admin: { managedPolicies: ["ReadOnlyAccess"] }, Read: {}, Spare: {}, Other: {} },
      }),
    ],
  ])("%s goes", async (_what, before, wanted) => {
    expect(await lockedOut(before, wanted)).toEqual([NOBODY]);
  });

  test("names the changes and cannot be acknowledged", async () => {
    const [found] = await refusals(admins(["u0@acme.com", "u1@acme.com"], undefined), {
      ...admins([], undefined),
      acknowledge: [],
    });
    expect(found).toEqual({
      rail: "last-admin",
      message: "nobody who can sign in would be left with AdministratorAccess on the management account acme",
      changes: ["delete assignment:user/u0@acme.com:Admin:acme", "delete assignment:user/u1@acme.com:Admin:acme"],
      hint: "keep somebody who has it now: give the others time to sign in first, and take this access away in a later plan",
    });
  });

  test.each<[string, object, object]>([
    ["another has it directly", admins(["u0@acme.com", "u1@acme.com"], undefined), admins(["u1@acme.com"], undefined)],
    ["another has it through a group", admins(["u0@acme.com"], ["u1@acme.com"]), admins([], ["u1@acme.com"])],
    ["the same gets it through a group", admins(["u0@acme.com"], []), admins([], ["u0@acme.com"])],
    [
      "somebody who was there gets it in the same plan",
      admins(["u0@acme.com"], undefined),
      admins(["u1@acme.com"], undefined),
    ],
    ["it goes from another account", admins(["u0@acme.com"], undefined), admins(["u0@acme.com"], undefined)],
  ])("not when %s", async (_what, before, wanted) => {
    expect(await lockedOut(before, wanted)).toEqual([]);
  });

  test("whoever the plan creates does not count", async () => {
    const wanted = admins(["new@acme.com"], undefined, { users: people([...names(8), "new@acme.com"]) });
    expect(await lockedOut(admins(["u0@acme.com"], undefined), wanted)).toEqual([NOBODY]);
  });

  test("nor does who cannot sign in", async () => {
    const before = admins(["u0@acme.com", "u1@acme.com"], undefined);
    const wanted = admins(["u1@acme.com"], undefined);
    expect(await lockedOut(before, wanted, { disabled: ["user:u1@acme.com"] })).toEqual([NOBODY]);
    expect(await lockedOut(before, wanted, { disabled: ["user:u0@acme.com"] })).toEqual([]);
  });

  test("where nobody has it nothing can be lost", async () => {
    expect(
      await lockedOut(
        admins([], undefined),
        admins([], undefined, { permissionSets: { Admin: {}, Read: {}, Other: {} } }),
      ),
    ).toEqual([]);
    expect(await lockedOut(admins([], undefined), admins(["u0@acme.com"], undefined))).toEqual([]);
  });

  test("minAdmins wants more, as far as there are more", async () => {
    const rails = { minAdmins: 2 };
    const three = admins(["u0@acme.com", "u1@acme.com", "u2@acme.com"], undefined);
    expect(await lockedOut(three, { ...admins(["u1@acme.com", "u2@acme.com"], undefined), rails })).toEqual([]);
    expect(await lockedOut(three, { ...admins(["u1@acme.com"], undefined), rails })).toEqual([
      "last-admin: only 1 of 2 people who can sign in would be left with AdministratorAccess on the management account acme",
    ]);
    const one = admins(["u0@acme.com"], undefined);
    expect(await lockedOut(one, { ...admins(["u1@acme.com"], undefined), rails })).toEqual([]);
    expect(await lockedOut(one, { ...admins([], undefined), rails })).toEqual([NOBODY]);
    expect(await lockedOut(three, admins(["u1@acme.com"], undefined), { base: { ...three, rails } })).toHaveLength(1);
  });

  test("requiredAdmins each keep it", async () => {
    const before = admins(["u0@acme.com", "u1@acme.com"], undefined);
    const rails = { requiredAdmins: ["u0@acme.com"] };
    expect(await lockedOut(before, { ...admins(["u1@acme.com"], undefined), rails })).toEqual([
      "last-admin: u0@acme.com, a required admin, would lose AdministratorAccess on the management account acme",
    ]);
    expect(await lockedOut(before, { ...admins(["u0@acme.com"], undefined), rails })).toEqual([]);
    expect(await lockedOut(before, admins(["u1@acme.com"], undefined), { base: { ...before, rails } })).toHaveLength(1);
    // Who has not got it has nothing to keep.
    const other = { requiredAdmins: ["u5@acme.com"] };
    expect(await lockedOut(before, { ...admins(["u1@acme.com"], undefined), rails: other })).toEqual([]);
  });

  test("an expired assignment is no excuse", async () => {
    const wanted = admins([], undefined, {
      assignments: [
        { users: names(8), permissionSets: ["Read"], accounts: ["acme", "dev"] },
        { users: ["u0@acme.com"], permissionSets: ["Admin"], accounts: ["acme"], until: "2026-05-01" },
      ],
    });
    expect(await lockedOut(admins(["u0@acme.com"], undefined), wanted)).toEqual([NOBODY]);
  });

  const set = (Admin: object) =>
    admins(["u0@acme.com"], undefined, { permissionSets: { Admin, Read: {}, Spare: {}, Other: {} } });
  const inline = (...statements: object[]) => ({
    inlinePolicy: { content: { Version: "2012-10-17", Statement: statements } },
  });
  const all = { Effect: "Allow", Action: "*", Resource: "*" };
  const deny = { Effect: "Deny", Action: "s3:*", Resource: "*" };

  test.each<[string, object, boolean]>([
    ["everything by a policy of its own", inline(all), true],
    ["everything in lists", inline({ Effect: "Allow", Action: ["s3:*", "*"], Resource: ["*"] }), true],
    ["everything as *:*", inline({ Effect: "Allow", Action: "*:*", Resource: "*" }), true],
    ["everything but", inline({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }), false],
    ["everything in one place", inline({ Effect: "Allow", Action: "*", Resource: "arn:aws:s3:::a" }), false],
    [
      "everything on a condition",
      inline({ ...all, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
      false,
    ],
    ["nothing", inline({ ...all, Effect: "Deny" }), false],
    ["everything, and a boundary", { ...ADMIN, permissionsBoundary: { managedPolicy: "ReadOnlyAccess" } }, false],
    [
      "everything, and a boundary that is none",
      { ...ADMIN, permissionsBoundary: { managedPolicy: "AdministratorAccess" } },
      true,
    ],
    ["everything, and a policy of the account's", { ...ADMIN, customerManagedPolicies: [{ name: "Own" }] }, false],
    ["everything, and AWSDenyAll", { managedPolicies: ["AdministratorAccess", "AWSDenyAll"] }, false],
    ["everything, and a denial", { ...ADMIN, ...inline(deny) }, false],
    ["everything, and more allowances", { ...ADMIN, ...inline({ ...deny, Effect: "Allow" }) }, true],
  ])("a set that changes to %s", async (_what, changed, isAdmin) => {
    expect(await lockedOut(set(ADMIN), set(changed))).toEqual(isAdmin ? [] : [NOBODY]);
  });

  test.each<[string, object]>([
    ["a boundary", { ...ADMIN, permissionsBoundary: { managedPolicy: "ReadOnlyAccess" } }],
    ["a policy of the account's", { ...ADMIN, customerManagedPolicies: [{ name: "Own" }] }],
    ["a denial", { ...ADMIN, ...inline(deny) }],
  ])("what it worked with may stay: %s", async (_what, was) => {
    expect(await lockedOut(set(was), set({ ...was, description: "Everything" }))).toEqual([]);
    expect(await lockedOut(set(was), set({ ...was, managedPolicies: ["ReadOnlyAccess"] }))).toEqual([NOBODY]);
  });
});

describe("own-access", () => {
  const two = ["u0@acme.com", "u1@acme.com"];
  const lost = "own-access: you (user:u0@acme.com) would lose permissionSet:Admin on account acme, which runs this";

  test("the caller's own assignment stays, whoever else has one", async () => {
    const [found] = (
      await refusals(admins(two, undefined), admins(["u1@acme.com"], undefined), { callerArn: CALLER })
    ).filter(({ rail }) => rail === "own-access");
    expect(found).toEqual({
      rail: "own-access",
      message: "you (user:u0@acme.com) would lose permissionSet:Admin on account acme, which runs this",
      changes: ["delete assignment:user/u0@acme.com:Admin:acme"],
      hint: "let somebody else apply this, or keep your own access until you have another way in",
    });
  });

  test("also when it comes through a group", async () => {
    expect(await lockedOut(admins([], two), admins([], ["u1@acme.com"]), { callerArn: CALLER })).toEqual([lost]);
  });

  test("another way to the same set will do", async () => {
    expect(await lockedOut(admins(two, []), admins(["u1@acme.com"], ["u0@acme.com"]), { callerArn: CALLER })).toEqual(
      [],
    );
  });

  test("the set stays what it is", async () => {
    const sets = (Admin: object, Read: object) =>
      admins(two, undefined, { permissionSets: { Admin, Read, Spare: {}, Other: {} } });
    expect(await lockedOut(sets(ADMIN, {}), sets({}, {}), { callerArn: CALLER })).toEqual([NOBODY, lost]);
    // Another set of theirs that allows as much will do, if it did before.
    expect(await lockedOut(sets(ADMIN, ADMIN), sets({}, ADMIN), { callerArn: CALLER })).toEqual([]);
    expect(await lockedOut(sets(ADMIN, {}), sets({}, ADMIN), { callerArn: CALLER })).toEqual([NOBODY, lost]);
  });

  test("others may lose theirs", async () => {
    expect(await lockedOut(admins(two, undefined), admins(["u0@acme.com"], undefined), { callerArn: CALLER })).toEqual(
      [],
    );
  });

  test("who came another way has nothing to lose here", async () => {
    expect(await lockedOut(admins(two, undefined), admins(["u1@acme.com"], undefined))).toEqual([]);
    const arn = CALLER.replace("u0@acme.com", "u7@acme.com");
    expect(await lockedOut(admins(two, undefined), admins(["u1@acme.com"], undefined), { callerArn: arn })).toEqual([]);
  });

  const member = { callerAccountId: "222222222222" };
  const scp = (content: object, targets: readonly string[], more: object = {}) => ({
    accounts: { ...accounts([]), sec: { email: "aws+sec@acme.com", ou: "Security/Tools" } },
    organizationalUnits: { Security: {}, "Security/Tools": {}, Elsewhere: {} },
    policies: { guard: { type: "SERVICE_CONTROL_POLICY", content, targets }, ...more },
  });
  const nothing = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "ec2:*", Resource: "*" }] };
  const denial = (statement: object) => ({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Resource: "*", ...statement }],
  });

  test.each<[string, object, readonly string[], boolean]>([
    ["all of Organizations", { Action: "organizations:*" }, ["Security"], true],
    ["one call, in small letters", { Action: ["s3:*", "organizations:describeorganization"] }, ["root"], true],
    ["with ?", { Action: "sso:ListInstance?" }, ["Security/Tools"], true],
    ["everything but", { NotAction: "iam:*" }, ["account:sec"], true],
    ["on a condition", { Action: "*", Condition: { StringEquals: { "aws:PrincipalTag/a": "b" } } }, ["Security"], true],
    ["everything but everything", { NotAction: "*" }, ["Security"], false],
    ["other calls", { Action: ["s3:*", "organizations:LeaveOrganization"] }, ["Security"], false],
    ["all of it, elsewhere", { Action: "*" }, ["Elsewhere"], false],
    ["all of it, on another account", { Action: "*" }, ["account:acme"], false],
  ])("a denial on the path of the caller's account: %s", async (_what, statement, targets, isRefusal) => {
    const found = await lockedOut(scp(nothing, targets), scp(denial(statement), targets), member);
    expect(found).toHaveLength(isRefusal ? 1 : 0);
    if (isRefusal)
      expect(found[0]).toMatch(/^own-access: policy guard would deny account 222222222222, which runs this, \d+ of/);
  });

  test("names the attachment, the policy or the move that makes it", async () => {
    const all = denial({ Action: "organizations:*" });
    const attached = await refusals(scp(all, ["Elsewhere"]), scp(all, ["Elsewhere", "Security"]), member);
    expect(attached.map(({ changes }) => changes)).toEqual([["create policyAttachment:guard:Security"]]);
    const edited = await refusals(scp(nothing, ["Security"]), scp(all, ["Security"]), member);
    expect(edited.map(({ changes }) => changes)).toEqual([["update policy:guard"]]);
    const moved = scp(all, ["Elsewhere"]);
    moved.accounts.sec.ou = "Elsewhere";
    expect((await refusals(scp(all, ["Elsewhere"]), moved, member)).map(({ changes }) => changes)).toEqual([
      ["update account:sec"],
    ]);
  });

  test("what is denied already, and the management account, are no matter", async () => {
    const all = denial({ Action: "organizations:*" });
    expect(await lockedOut(scp(all, ["Security"]), scp(all, ["Security", "root"]), member)).toEqual([]);
    expect(await lockedOut(scp(nothing, ["Security"]), scp(all, ["Security", "root"]))).toEqual([]);
    const more = {
      more: {
        type: "SERVICE_CONTROL_POLICY",
        content: denial({ Action: ["organizations:*", "sso:*"] }),
        targets: ["root"],
      },
    };
    const [found] = await lockedOut(scp(all, ["Security"]), scp(all, ["Security"], more), member);
    expect(found).toMatch(/: sso:\w+, sso:\w+, sso:\w+ and \d+ more$/);
  });
});

describe("aws-owned", () => {
  test("never happens by what is planned, and is caught all the same", async () => {
    const { refusalsOf } = await import("../../src/engine/rails.ts");
    const live = await liveOf({ groups: { a: {}, b: {} } });
    const { plan, desired, settings } = await planned(
      { groups: { a: {}, b: {}, c: {}, d: {} } },
      { groups: { a: { description: "x" }, c: {}, d: {} } },
    );
    expect(plan.refusals).toEqual([]);
    const context = {
      kinds: [],
      settings,
      changes: plan.changes,
      waitsFor: plan.changes.map(() => []),
      live,
      desired: new Map(),
      access: undefined,
      isDecided: () => true,
    };
    expect(desired.size).toBeGreaterThan(0);
    const owned = refusalsOf({ ...context, ownerOf: () => "belongs to AWS", whyKept: () => undefined });
    expect(owned).toEqual([
      {
        rail: "aws-owned",
        message: "a belongs to AWS",
        changes: ["update group:a"],
        hint: "this is a defect in orgsync: it should have been left alone; please report it",
      },
    ]);
    const kept = refusalsOf({ ...context, ownerOf: () => undefined, whyKept: () => "belongs to AWS" });
    expect(kept.map(({ changes }) => changes)).toEqual([["delete group:b"]]);
    expect(refusalsOf({ ...context, live: new Map(), ownerOf: () => "x", whyKept: () => "x" })).toEqual([]);
  });
});

describe("role-continuity", () => {
  test("grants come before revokes, so no plan empties a pair and fills it again", async () => {
    const before = admins(["u0@acme.com"], undefined);
    const found = await refusals(before, admins(["u1@acme.com"], undefined));
    expect(found.filter(({ rail }) => rail === "role-continuity")).toEqual([]);
  });

  test("without that order it would be refused", async () => {
    const { refusalsOf } = await import("../../src/engine/rails.ts");
    const before = admins(["u0@acme.com"], undefined) as never;
    const live = await liveOf(before);
    const { plan, desired, settings } = await planned(before, admins(["u1@acme.com"], undefined) as never);
    const whole = (changes: typeof plan.changes, waitsFor: number[][], there = live, wanted = desired) =>
      refusalsOf({
        kinds: [],
        settings,
        changes,
        waitsFor,
        live: there,
        desired: wanted,
        access: undefined,
        isDecided: () => false,
        ownerOf: () => undefined,
        whyKept: () => undefined,
      });
    const rails = (...given: Parameters<typeof whole>) => short(whole(...given));
    const create = plan.changes.findIndex(({ action }) => action === "create");
    const remove = plan.changes.findIndex(({ action }) => action === "delete");
    expect([create, remove]).toEqual([0, 1]);
    const alone = [
      "role-continuity: Admin in acme would lose all of its assignments and get others: its role would be made anew, under another name",
    ];
    expect(rails(plan.changes, [[], []])).toEqual(alone);
    expect(whole(plan.changes, [[], []])).toMatchObject([
      {
        changes: ["delete assignment:user/u0@acme.com:Admin:acme"],
        hint: expect.stringMatching(/^add the new assignments in one plan, and take the old ones out in the next; /),
      },
    ]);
    // Directly, by way of a gate, and the wrong way around.
    expect(rails(plan.changes, [[], [0]])).toEqual([]);
    expect(rails(plan.changes, [[], [2], [3], [0]])).toEqual([]);
    expect(rails(plan.changes, [[1], []])).toEqual(alone);
    // Another that stays keeps the role; a pair that ends for good needs none.
    const another = [...live.values()].find(({ address }) => address === "assignment:user/u0@acme.com:Admin:acme");
    const second = "assignment:user/u2@acme.com:Admin:acme" as Address;
    const two = new Map(live).set(second, { ...another, address: second } as never);
    expect(rails(plan.changes, [[], []], two)).toEqual([]);
    expect(rails(plan.changes.slice(1), [[]], live, new Map())).toEqual([]);
  });
});

describe("acknowledge", () => {
  const entry = (more: object = {}) => ({
    rail: "max-removals",
    changes: ["delete user:u2@acme.com", "delete user:u3@acme.com"],
    reason: "They left",
    until: "2026-06-20",
    ...more,
  });
  const plan = async (acknowledge: object[], wanted = users(2), now = NOW) =>
    (await planned(users(4) as never, { ...wanted, acknowledge }, { now })).plan;

  test("covers exactly the changes that it names", async () => {
    const covered = await plan([entry()]);
    expect(isRefused(covered)).toBe(false);
    expect(covered.refusals).toMatchObject([
      {
        rail: "max-removals",
        acknowledged: { reason: "They left", until: "2026-06-20", source: { line: expect.any(Number) } },
      },
    ]);
    expect(covered.notices).toEqual([]);
    expect(isRefused(await plan([entry({ changes: ["delete user:u3@acme.com"] })]))).toBe(true);
    expect(isRefused(await plan([entry({ rail: "never-all" })]))).toBe(true);
    expect(isRefused(await plan([]))).toBe(true);
  });

  test("a remainder is covered too, and several entries together", async () => {
    expect(isRefused(await plan([entry({ changes: [...entry().changes, "delete user:u9@acme.com"] })]))).toBe(false);
    const both = [
      entry({ changes: ["delete user:u2@acme.com"], reason: "One", until: "2026-06-05" }),
      entry({ changes: ["delete user:u3@acme.com"], reason: "Two" }),
      entry({ changes: ["delete user:u1@acme.com"], reason: "Not of this" }),
    ];
    const { refusals: found } = await plan(both);
    expect(found[0]?.acknowledged).toMatchObject({ reason: "One; Two", until: "2026-06-05" });
  });

  test("what it names beyond one day ends", async () => {
    const over = await plan([entry({ until: "2026-05-31" })]);
    expect(isRefused(over)).toBe(true);
    expect(over.notices).toMatchObject([
      { code: "ORG0609", severity: "warning", message: expect.stringContaining("ended on 2026-05-31") },
    ]);
    const last = Date.parse("2026-06-20T23:59:59Z");
    expect(isRefused(await plan([entry()], users(2), last))).toBe(false);
    expect(isRefused(await plan([entry()], users(2), last + 1000))).toBe(true);
  });

  test("nothing left to do is a remark", async () => {
    const { notices } = await plan([entry()], users(4));
    expect(notices).toMatchObject([
      { code: "ORG0609", severity: "info", message: "this acknowledgement has nothing left to do" },
    ]);
  });

  test("at most 30 days ahead", async () => {
    await expect(plan([entry({ until: "2026-07-01" })])).resolves.toMatchObject({
      refusals: [{ rail: "max-removals" }],
    });
    const error: unknown = await plan([entry({ until: "2026-07-03" })]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidConfig);
    expect((error as InvalidConfig).problems).toMatchObject([
      {
        code: "ORG0316",
        message: "an acknowledgement lasts at most 30 days, and 2026-07-03 is further ahead",
        hint: "write 2026-07-01 or an earlier day",
      },
    ]);
  });
});

describe("the base", () => {
  const notices = async (wanted: object, base: object) =>
    (await planned({ users: people(names(1)) }, wanted as never, { base: base as never })).plan.notices.map(
      ({ code, message }) => `${code} ${message}`,
    );

  test("sections and ignore patterns that it did not have, or no longer has, are told", async () => {
    const file = { users: people(names(1)) };
    expect(await notices(file, file)).toEqual([]);
    expect(await notices({ ...file, groups: {} }, file)).toEqual([
      "ORG0608 groups: is new here: from now on what it does not list is removed",
    ]);
    expect(await notices(file, { ...file, groups: {} })).toEqual([
      "ORG0608 groups: is no longer here: from now on nobody decides about it",
    ]);
    expect(
      await notices(
        { ...file, ignore: { users: ["a*", "b*"] } },
        { ...file, ignore: { users: ["b*"], groups: ["c*"] } },
      ),
    ).toEqual([
      "ORG0608 ignore: has the new pattern a* for users: nobody looks after what it matches",
      "ORG0608 ignore: has no longer the pattern c* for groups: what it matched is removed unless the file lists it",
    ]);
  });

  test("a rail that is looser than what holds is told", async () => {
    const file = { users: people(names(1)) };
    const looser = { ...file, rails: { maxRemovals: "50%", minAdmins: 1 } };
    expect(await notices(looser, file)).toEqual([
      "ORG0608 rails: maxRemovals is looser than in the base, which holds for this plan",
    ]);
    expect(await notices(looser, looser)).toEqual([]);
    expect(await notices(file, { ...file, rails: { requiredAdmins: ["u0@acme.com"], maxClosures: 0 } })).toEqual([
      "ORG0608 rails: maxClosures is looser than in the base, which holds for this plan",
      "ORG0608 rails: requiredAdmins is looser than in the base, which holds for this plan",
    ]);
    const { plan } = await planned(file, looser);
    expect(plan.notices.map(({ message }) => message)).toEqual([
      "rails: maxRemovals is looser than the default, which holds for this plan",
    ]);
  });
});

describe("says exactly what it refuses", () => {
  const changesOf = (found: readonly Refusal[], rail: string) =>
    found.filter((one) => one.rail === rail).map(({ changes }) => changes);

  test("new accounts, not those that are changed", async () => {
    const many = names(6, "a").map((name) => name.slice(0, -9));
    const [found] = await refusals({ accounts: accounts([]) }, { accounts: accounts(many) });
    expect(found?.hint).toMatch(/^create them in several plans; /);
    const tagged = { accounts: accounts(many, { tags: { stage: "dev" } }) };
    expect(await refused({ accounts: accounts(many, { tags: {} }) }, tagged)).toEqual([]);
  });

  test("the changes that take an administrator's access, and no others", async () => {
    const without = (who: string) => names(8).filter((name) => name !== who);
    const wanted = {
      ...admins([], undefined),
      assignments: [{ users: without("u5@acme.com"), permissionSets: ["Read"], accounts: ["acme", "dev"] }],
    };
    const found = await refusals(admins(["u0@acme.com"], undefined), wanted, { callerArn: CALLER });
    const only = [["delete assignment:user/u0@acme.com:Admin:acme"]];
    expect(changesOf(found, "last-admin")).toEqual(only);
    expect(changesOf(found, "own-access")).toEqual(only);
  });

  test("another set on the account is not the one that the caller came in by", async () => {
    const file = (set: string) => ({
      ...admins(["u0@acme.com"], undefined),
      assignments: [
        { users: names(8).slice(0, 7), permissionSets: ["Read"], accounts: ["acme", "dev"] },
        { users: ["u0@acme.com"], permissionSets: ["Admin"], accounts: ["acme"] },
        { users: ["u7@acme.com"], permissionSets: [set], accounts: ["acme"] },
      ],
    });
    const callerArn = CALLER.replace("_Admin_", "_Read_").replace("u0@", "u7@");
    expect(await lockedOut(file("Read"), file("Other"), { callerArn })).toEqual([
      "own-access: you (user:u7@acme.com) would lose permissionSet:Read on account acme, which runs this",
    ]);
  });

  test("members of a group that is only changed", async () => {
    const file = (members: readonly string[], description: string) => ({
      users: people(names(12)),
      groups: { a: { members, description }, b: { members: names(12) }, c: { members: names(12) } },
    });
    expect(await refused(file(names(8), "before"), file(names(5), "after"))).toHaveLength(1);
  });
});
