import { describe, expect, test } from "vitest";
import type { AccessChange } from "../../src/model/plan.ts";
import { planned } from "./plans.ts";

const person = { givenName: "A", familyName: "B" };
const users = Object.fromEntries(["dax", "jay", "kim"].map((name) => [`${name}@acme.com`, person]));
const ground = {
  accounts: {
    acme: { email: "aws@acme.com", management: true },
    "acme-dev": { email: "aws+dev@acme.com", ou: "Workloads" },
    "acme-prod": { email: "aws+prod@acme.com", ou: "Workloads" },
  },
  organizationalUnits: { Workloads: {} },
  users,
  permissionSets: {
    AdministratorAccess: { managedPolicies: ["AdministratorAccess"] },
    Power: { managedPolicies: ["PowerUserAccess"] },
    Read: { managedPolicies: ["ReadOnlyAccess"] },
  },
};
const groups = (members: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(members).map(([group, who]) => [group, { members: who.map((name) => `${name}@acme.com`) }]),
  );
const give = (to: object, set: string, where: object) => ({ ...to, permissionSets: [set], ...where });

async function rows(before: object, wanted: object, options?: object): Promise<string[]> {
  const { plan } = await planned({ ...ground, ...before }, { ...ground, ...wanted }, options);
  return plan.access.map(text);
}

function text({ effect, who, permissionSet, accounts, group, administrator, remark, source }: AccessChange): string {
  const names = who.map(({ name, group: isGroup }) => (isGroup ? `group ${name}` : name.replace("@acme.com", "")));
  const places = accounts.map(({ name, management }) => (management ? `${name}!` : name));
  return [
    `${names.join(", ")} ${effect} ${permissionSet}${administrator ? "!" : ""} in ${places.join(", ")}`,
    group === undefined ? "" : ` via ${group}`,
    remark === undefined ? "" : ` (${remark})`,
    source === undefined ? "" : ` :${source.line}`,
  ].join("");
}

const dev = { accounts: ["acme-dev"] };
const both = { accounts: ["acme-dev", "acme-prod"] };
const ops = { groups: ["ops"] };
const none = { groups: groups({ ops: [] }), assignments: [] };

describe("who gains and who loses", () => {
  test("a group's members, in every account, in one row", async () => {
    const there = groups({ ops: ["jay", "kim"] });
    const wanted = { groups: there, assignments: [give(ops, "Power", { ous: ["Workloads"] })] };
    expect(await rows({ groups: there, assignments: [] }, wanted)).toEqual([
      expect.stringMatching(/^jay, kim gains Power in acme-dev, acme-prod via ops :\d+$/),
    ]);
    expect(await rows(wanted, { groups: there, assignments: [] })).toEqual([
      "jay, kim loses Power in acme-dev, acme-prod via ops",
    ]);
  });

  test("whoever joins a group gains what it reaches, and where the file says so is the membership", async () => {
    const assignments = [give(ops, "Power", both)];
    const [row = ""] = await rows(
      { groups: groups({ ops: ["jay"] }), assignments },
      { groups: groups({ ops: ["jay", "kim"] }), assignments },
    );
    expect(row).toMatch(/^kim gains Power in acme-dev, acme-prod via ops :\d+$/);
    const [given = ""] = await rows(none, { groups: groups({ ops: ["kim"] }), assignments });
    expect(given).not.toBe(row);
  });

  test("administrators and the management account come first, and stand out", async () => {
    const wanted = {
      groups: groups({ ops: [] }),
      assignments: [
        give({ users: ["dax@acme.com"] }, "Read", { accounts: ["acme"] }),
        give({ users: ["dax@acme.com"] }, "Power", dev),
        give({ users: ["kim@acme.com"] }, "AdministratorAccess", dev),
      ],
    };
    expect((await rows(none, wanted)).map((row) => row.replace(/ :\d+$/, ""))).toEqual([
      "dax gains Read in acme!",
      "kim gains AdministratorAccess! in acme-dev",
      "dax gains Power in acme-dev",
    ]);
  });

  test("a permission set under another name that allows everything is one of administrators", async () => {
    const Everything = {
      inlinePolicy: {
        content: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
      },
    };
    const permissionSets = { ...ground.permissionSets, Everything };
    expect(
      await rows(
        { ...none, permissionSets },
        { ...none, permissionSets, assignments: [give({ users: ["kim@acme.com"] }, "Everything", dev)] },
      ),
    ).toEqual([expect.stringMatching(/^kim gains Everything! in acme-dev :/)]);
  });

  test("a group whose members nobody reads stands for itself", async () => {
    const owned = { ...ground, groups: groups({ ops: [] }), assignments: [] };
    const { users: _users, ...rest } = ground;
    const { plan } = await planned(owned, { ...rest, assignments: [give(ops, "Power", dev)] });
    expect(plan.access.map(text)).toEqual([expect.stringMatching(/^group ops gains Power in acme-dev :/)]);
  });

  test("nothing where nothing changes, and nothing for an empty group", async () => {
    const same = { groups: groups({ ops: ["jay"] }), assignments: [give(ops, "Power", dev)] };
    expect(await rows(same, same)).toEqual([]);
    expect(await rows(none, { groups: groups({ ops: [] }), assignments: [give(ops, "Power", dev)] })).toEqual([]);
  });
});

describe("a grant that changes nothing says so", () => {
  const direct = give({ users: ["jay@acme.com"] }, "Power", dev);
  const through = { groups: groups({ ops: ["jay"] }) };

  test("the same by another way: new, gone, or one in place of the other", async () => {
    const one = { ...through, assignments: [direct] };
    const two = { ...through, assignments: [direct, give(ops, "Power", dev)] };
    const other = { ...through, assignments: [give(ops, "Power", dev)] };
    expect(await rows(one, two)).toEqual([
      expect.stringMatching(/^jay keeps Power in acme-dev via ops \(already directly\) :/),
    ]);
    expect(await rows(two, one)).toEqual(["jay keeps Power in acme-dev via ops (still directly)"]);
    expect(await rows(one, other)).toEqual([
      expect.stringMatching(/^jay keeps Power in acme-dev via ops \(before directly\) :/),
    ]);
  });

  test("what an administrator of the account gets or loses besides", async () => {
    const admin = { ...through, assignments: [give(ops, "AdministratorAccess", dev)] };
    const more = { ...through, assignments: [...admin.assignments, direct] };
    expect(await rows(admin, more)).toEqual([
      expect.stringMatching(/^jay keeps Power in acme-dev \(already AdministratorAccess via ops\) :/),
    ]);
    expect(await rows(more, admin)).toEqual(["jay keeps Power in acme-dev (still AdministratorAccess via ops)"]);
  });

  test("an administrator of one account is none of another", async () => {
    const admin = { ...through, assignments: [give(ops, "AdministratorAccess", { accounts: ["acme-prod"] })] };
    expect(await rows(admin, { ...through, assignments: [...admin.assignments, direct] })).toEqual([
      expect.stringMatching(/^jay gains Power in acme-dev :/),
    ]);
  });
});

describe("an edited permission set names whom it reaches, and where", () => {
  const access = { groups: groups({ ops: ["jay", "kim"] }), assignments: [give(ops, "Power", both)] };
  const edit = (before: object, after: object) =>
    rows(
      { ...access, permissionSets: { ...ground.permissionSets, Power: before } },
      { ...access, permissionSets: { ...ground.permissionSets, Power: after } },
    );
  const allow = (Action: unknown, Resource: unknown = "*", more: object = {}) => ({
    Effect: "Allow",
    Action,
    Resource,
    ...more,
  });
  const inline = (...Statement: object[]) => ({ inlinePolicy: { content: { Version: "2012-10-17", Statement } } });
  const deny = { ...allow("s3:DeleteBucket"), Effect: "Deny" };

  test.each<[string, object, object, string | undefined]>([
    ["another policy of AWS's", {}, { managedPolicies: ["ReadOnlyAccess"] }, "widens"],
    ["one policy fewer", { managedPolicies: ["ReadOnlyAccess"] }, {}, "narrows"],
    [
      "another in its place",
      { managedPolicies: ["ReadOnlyAccess"] },
      { managedPolicies: ["job-function/ViewOnlyAccess"] },
      "changes",
    ],
    ["a policy that denies", {}, { managedPolicies: ["AWSDenyAll"] }, "narrows"],
    ["no longer a policy that denies", { managedPolicies: ["AWSDenyAll"] }, {}, "widens"],
    ["a policy of the accounts' own", {}, { customerManagedPolicies: [{ name: "own" }] }, "changes"],
    ["a boundary", {}, { permissionsBoundary: { managedPolicy: "PowerUserAccess" } }, "narrows"],
    ["no boundary", { permissionsBoundary: { managedPolicy: "PowerUserAccess" } }, {}, "widens"],
    ["longer sessions", { sessionDuration: "1h" }, { sessionDuration: "PT4H" }, "widens"],
    ["shorter sessions", { sessionDuration: "4h" }, { sessionDuration: "90m" }, "narrows"],
    ["other words for it", { description: "one" }, { description: "two" }, undefined],
    ["a statement", {}, inline(allow("s3:GetObject")), "widens"],
    ["an action more", inline(allow("s3:GetObject")), inline(allow(["s3:GetObject", "s3:PutObject"])), "widens"],
    ["an action fewer", inline(allow(["s3:GetObject", "s3:PutObject"])), inline(allow("s3:GetObject")), "narrows"],
    ["another action", inline(allow("s3:GetObject")), inline(allow("s3:PutObject")), "changes"],
    ["an action that a pattern has", inline(allow("s3:*")), inline(allow("s3:*"), allow("S3:getobject")), undefined],
    ["a narrower resource", inline(allow("s3:*")), inline(allow("s3:*", "arn:aws:s3:::acme-*")), "narrows"],
    [
      "a condition",
      inline(allow("s3:*")),
      inline(allow("s3:*", "*", { Condition: { Bool: { "aws:x": "true" } } })),
      "narrows",
    ],
    ["a denial", inline(allow("s3:*")), inline(allow("s3:*"), deny), "narrows"],
    ["no denial", inline(allow("s3:*"), deny), inline(allow("s3:*")), "widens"],
    ["a name for a statement", inline(allow("s3:*")), inline(allow("s3:*", "*", { Sid: "Named" })), undefined],
  ])("%s", async (_what, before, after, effect) => {
    const found = await edit(before, after);
    if (effect === undefined) expect(found).toEqual([]);
    else
      expect(found).toEqual([
        expect.stringMatching(new RegExp(`^jay, kim ${effect} Power in acme-dev, acme-prod via ops :\\d+$`)),
      ]);
  });

  test("who gets it in the same plan gains it; who is an administrator there anyway is not named", async () => {
    const before = {
      groups: groups({ ops: ["jay"], admins: ["jay"] }),
      assignments: [give(ops, "Power", both), give({ groups: ["admins"] }, "AdministratorAccess", dev)],
    };
    const after = {
      ...before,
      groups: groups({ ops: ["jay", "kim"], admins: ["jay"] }),
      permissionSets: { ...ground.permissionSets, Power: { managedPolicies: ["PowerUserAccess", "ReadOnlyAccess"] } },
    };
    expect((await rows(before, after)).map((row) => row.replace(/ :\d+$/, ""))).toEqual([
      "kim gains Power in acme-dev, acme-prod via ops",
      "jay widens Power in acme-prod via ops",
    ]);
  });
});

test("only access whose time is over goes when nothing else is asked for", async () => {
  const before = {
    groups: groups({ ops: ["jay"] }),
    assignments: [give(ops, "Power", both), give({ users: ["kim@acme.com"] }, "Read", dev)],
  };
  const wanted = {
    groups: groups({ ops: ["jay", "kim"] }),
    assignments: [give(ops, "Power", { ...both, until: "2026-05-31" })],
  };
  const { plan } = await planned({ ...ground, ...before }, { ...ground, ...wanted }, { onlyExpired: true });
  expect(plan.changes.map(({ address, reason }) => `${address} ${reason}`)).toEqual([
    "assignment:group/ops:Power:acme-dev expired",
    "assignment:group/ops:Power:acme-prod expired",
  ]);
});
