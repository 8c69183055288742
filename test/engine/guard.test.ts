import { describe, expect, test } from "vitest";
import type { World } from "../../src/sandbox/index.ts";
import { bench, type BenchOptions, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

const person = { givenName: "A", familyName: "B" };
const PEOPLE = ["ann", "bob", "cy", "dee", "eve"].map((name) => `${name}@acme.com`);

/** Who has Admin on the management account: directly, and through the group. */
function file(direct: readonly string[], members: readonly string[] = []): OrgFile {
  return {
    accounts: { acme: { email: "aws@acme.com", management: true } },
    users: Object.fromEntries(PEOPLE.map((name) => [name, person])),
    groups: { admins: { members: [...members] }, all: { members: PEOPLE }, more: { members: PEOPLE.slice(1) } },
    permissionSets: { Admin: { managedPolicies: ["AdministratorAccess"] }, Read: {} },
    assignments: [
      { users: PEOPLE, permissionSets: ["Read"], accounts: ["acme"] },
      { groups: ["admins"], permissionSets: ["Admin"], accounts: ["acme"] },
      ...(direct.length === 0 ? [] : [{ users: [...direct], permissionSets: ["Admin"], accounts: ["acme"] }]),
    ],
  };
}

/** Applies `wanted`, while somebody else changes the world right before the first write. */
async function applied(
  before: OrgFile,
  wanted: OrgFile,
  edit: (center: NonNullable<World["identityCenter"]>) => void = () => undefined,
  options: BenchOptions = {},
) {
  const world = worldOf(before);
  let looks = 0;
  const there = bench(world, {
    ...options,
    rails: true,
    observe: ({ operation }) => {
      if (operation === "DescribeOrganization" && ++looks === 2 && world.identityCenter !== null)
        edit(world.identityCenter);
    },
  });
  const { outcome, events } = await there.apply(await configOf(textOf(wanted)));
  const failures = events.flatMap((event) => (event.type === "failed" ? [event.failure] : []));
  return { world, outcome, failures, calls: there.calls };
}

const disable =
  (...names: readonly string[]) =>
  (center: NonNullable<World["identityCenter"]>): void => {
    for (const user of Object.values(center.users)) if (names.includes(user.userName)) user.status = "DISABLED";
  };

describe("access is looked at once more before it is taken away", () => {
  test("somebody else has taken the other admin's way in: the last one stays", async () => {
    const { outcome, failures } = await applied(
      file(["ann@acme.com", "bob@acme.com"]),
      file(["bob@acme.com"]),
      disable("bob@acme.com"),
    );
    expect(outcome.failed).toEqual(["assignment:user/ann@acme.com:Admin:acme"]);
    expect(failures).toMatchObject([
      {
        code: "ORG0610",
        message:
          "nobody who can sign in would be left with AdministratorAccess on the management account acme; somebody has changed AWS since the plan was made",
      },
    ]);
  });

  test("as it was planned, it goes", async () => {
    const { outcome } = await applied(file(["ann@acme.com", "bob@acme.com"]), file(["bob@acme.com"]));
    expect(outcome).toMatchObject({ failed: [], done: ["assignment:user/ann@acme.com:Admin:acme"] });
  });

  test("two that each leave one do not leave none together", async () => {
    const three = ["ann@acme.com", "bob@acme.com", "cy@acme.com"];
    const { outcome } = await applied(file(three), file(["cy@acme.com"]), disable("cy@acme.com"));
    expect(outcome.done).toHaveLength(1);
    expect(outcome.failed).toHaveLength(1);
  });

  test.each<[string, OrgFile, OrgFile]>([
    ["a membership", file([], ["ann@acme.com", "bob@acme.com"]), file([], ["bob@acme.com"])],
    [
      "a user",
      file([], ["ann@acme.com", "bob@acme.com"]),
      {
        ...file([], ["bob@acme.com"]),
        users: Object.fromEntries(PEOPLE.slice(1).map((name) => [name, person])),
        groups: {
          admins: { members: ["bob@acme.com"] },
          all: { members: PEOPLE.slice(1) },
          more: { members: PEOPLE.slice(1) },
        },
        assignments: [
          { users: PEOPLE.slice(1), permissionSets: ["Read"], accounts: ["acme"] },
          { groups: ["admins"], permissionSets: ["Admin"], accounts: ["acme"] },
        ],
      },
    ],
  ])("%s", async (_what, before, wanted) => {
    const { outcome, failures, world } = await applied(before, wanted, disable("bob@acme.com"));
    expect(failures).toMatchObject([{ code: "ORG0610" }]);
    expect(outcome.failed[0]).toBe("membership:admins:ann@acme.com");
    expect(Object.values(world.identityCenter?.users ?? {}).map(({ userName }) => userName)).toContain("ann@acme.com");
  });

  test("what this apply has just given counts, though AWS shows it late", async () => {
    const { outcome } = await applied(file(["ann@acme.com"]), file([], ["ann@acme.com"]), undefined, {
      visibilityDelayMs: 20_000,
    });
    expect(outcome).toMatchObject({ failed: [], skipped: [] });
  });

  test("a set that is provisioned where an assignment goes at the same time: neither keeps the other waiting", async () => {
    const set = (sessionDuration: string) => ({
      permissionSets: { Admin: { managedPolicies: ["AdministratorAccess"], sessionDuration }, Read: {} },
    });
    const { outcome } = await applied(
      { ...file(["ann@acme.com", "bob@acme.com"]), ...set("1h") },
      { ...file(["bob@acme.com"]), ...set("4h") },
    );
    expect(outcome).toMatchObject({ failed: [], skipped: [], left: [] });
    expect(outcome.done).toHaveLength(2);
  }, 30_000);

  test("what access does not hang on costs no look", async () => {
    const reads = async (wanted: OrgFile) =>
      (await applied(file(["ann@acme.com"]), wanted)).calls.filter(({ operation }) => operation === "DescribeUser")
        .length;
    const one = file(["ann@acme.com"]);
    const fewer = { ...one, groups: { ...one.groups, all: { members: PEOPLE.slice(1) } } };
    const same = await reads(fewer);
    // The plan looks once; the members of a group without a grant are not looked for again.
    expect(same).toBe(PEOPLE.length);
  });
});

test("an apply to another organization than the plan's is refused before the first write", async () => {
  const world = worldOf(file(["ann@acme.com", "bob@acme.com"]));
  let looks = 0;
  const there = bench(world, {
    rails: true,
    observe: ({ operation }) => {
      if (operation === "DescribeOrganization" && ++looks === 1 && world.organization !== null)
        queueMicrotask(() => Object.assign(world.organization ?? {}, { id: "o-zzzzzzzzzz" }));
    },
  });
  await expect(there.apply(await configOf(textOf(file(["ann@acme.com"]))))).rejects.toMatchObject({ code: "ORG0403" });
  expect(there.calls.filter(({ access }) => access === "write")).toEqual([]);
});

test("a refused plan is not applied", async () => {
  const there = bench(worldOf(file(["ann@acme.com"])), { rails: true });
  await expect(there.apply(await configOf(textOf(file([]))))).rejects.toMatchObject({
    code: "ORG0610",
    message: "the plan is refused by last-admin; nothing was changed",
  });
  expect(there.calls.filter(({ access }) => access === "write")).toEqual([]);
});
