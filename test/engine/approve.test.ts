import { describe, expect, test } from "vitest";
import type { Aws } from "../../src/aws/clients.ts";
import { isSameOrganization, uncovered } from "../../src/engine/approve.ts";
import { apply, requireApproval } from "../../src/api/apply.ts";
import { KINDS } from "../../src/kinds/index.ts";
import { type Address, address } from "../../src/model/address.ts";
import type { Moved } from "../../src/model/approval.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { AnyKind } from "../../src/model/kind.ts";
import type { Change, Plan } from "../../src/model/plan.ts";
import { changeOf, planOf } from "../support/plans.ts";

/** A kind with everything that a kind can say about approval. */
const THING = {
  name: "thing",
  same: (field: string, left: unknown, right: unknown) =>
    field === "email" && String(left).toLowerCase() === String(right).toLowerCase(),
  born: { ou: "root" },
  isLeftToDo: (field: string) => field === "outdatedIn",
  leftBehind: ({ key }: Change, approved: readonly Change[]) => key === "left" && approved.length > 0,
} as unknown as AnyKind<never>;

async function moved(approved: readonly Change[], now: Change): Promise<readonly Moved[]> {
  const [only] = uncovered([await planOf(approved)], await planOf([now]), [THING]);
  return only?.moved ?? [];
}

type Spec = JsonObject | null;
type Case = readonly [what: string, approved: readonly [Spec, Spec], now: readonly [Spec, Spec]];

const FULL = { name: "x", managed: ["A", "B"], inline: { Statement: [{ Effect: "Deny" }] }, tags: { a: "1", b: "2" } };

const COVERED: readonly Case[] = [
  ["a create that is the same", [null, { name: "x" }], [null, { name: "x" }]],
  ["a create that means the same", [null, { email: "A@acme.com" }], [null, { email: "a@acme.com" }]],
  ["a create with an absent and an undefined field", [null, { name: "x" }], [null, { name: "x", tags: undefined }]],
  ["a delete of the same", [{ name: "x" }, null], [{ name: "x" }, null]],
  ["a delete of what only one of the plans has read", [{ name: "x" }, null], [{ name: "x", tags: { a: "1" } }, null]],
  ["an update that is the same", [{ name: "x" }, { name: "y" }], [{ name: "x" }, { name: "y" }]],
  [
    "an update of what is left of it",
    [
      { a: 1, b: 1 },
      { a: 2, b: 2 },
    ],
    [
      { a: 2, b: 1 },
      { a: 2, b: 2 },
    ],
  ],
  ["an update from what means the same", [{ email: "A@x" }, { email: "b@x" }], [{ email: "a@x" }, { email: "b@x" }]],
  ["a new thing that has nothing yet", [null, FULL], [{ name: "x", managed: [], inline: null, tags: {} }, FULL]],
  ["a new thing that has no field yet", [null, FULL], [{ name: "x" }, FULL]],
  ["a new thing with an empty text", [null, { description: "d" }], [{ description: "" }, { description: "d" }]],
  ["a new thing with a part of a list", [null, FULL], [{ ...FULL, managed: ["B"] }, FULL]],
  ["a new thing with a part of a map", [null, FULL], [{ ...FULL, tags: { b: "2" } }, FULL]],
  ["a new thing where it was born", [null, { ou: "North" }], [{ ou: "root" }, { ou: "North" }]],
  ["a list with a new item too early", [{ l: ["A"] }, { l: ["B"] }], [{ l: ["A", "B"] }, { l: ["B"] }]],
  ["a list with an old item gone too early", [{ l: ["A", "C"] }, { l: ["B", "C"] }], [{ l: ["C"] }, { l: ["B", "C"] }]],
  ["a list in another order", [{ l: ["A", "C"] }, { l: ["B"] }], [{ l: ["C", "A"] }, { l: ["B"] }]],
  ["a list of objects", [{ l: [{ n: 1 }] }, { l: [{ n: 2 }] }], [{ l: [{ n: 2 }, { n: 1 }] }, { l: [{ n: 2 }] }]],
  ["a list that was absent", [{ l: null }, { l: ["A", "B"] }], [{ l: ["A"] }, { l: ["A", "B"] }]],
  [
    "a map on its way",
    [{ tags: { a: "1", b: "1" } }, { tags: { a: "2", c: "1" } }],
    [{ tags: { a: "2", b: "1", c: "1" } }, { tags: { a: "2", c: "1" } }],
  ],
  ["a field of what is left to do", [{ name: "x" }, { name: "y" }], [{ outdatedIn: ["dev"] }, { outdatedIn: [] }]],
  [
    "a field of what a create has left to do",
    [null, { outdatedIn: [] }],
    [{ outdatedIn: ["dev"] }, { outdatedIn: [] }],
  ],
];

test.each(COVERED)("covered: %s", async (_, approved, now) => {
  expect(await moved([changeOf(...approved)], changeOf(...now))).toEqual([]);
});

const MOVED: readonly (readonly [...Case, Moved["what"]])[] = [
  ["a create with another value", [null, { name: "x" }], [null, { name: "y" }], "after"],
  ["a create with a field more", [null, { name: "x" }], [null, { name: "x", admin: true }], "after"],
  ["a create with a field less", [null, { name: "x", tags: {} }], [null, { name: "x" }], "after"],
  ["a delete of what has changed", [{ name: "x" }, null], [{ name: "y" }, null], "before"],
  ["a delete of what has more in it", [{ l: ["A"] }, null], [{ l: ["A", "B"] }, null], "before"],
  ["a delete instead of an update", [{ name: "x" }, { name: "y" }], [{ name: "x" }, null], "action"],
  ["a delete instead of a create", [null, { name: "y" }], [{ name: "y" }, null], "action"],
  ["an update instead of a delete", [{ name: "x" }, null], [{ name: "x" }, { name: "y" }], "action"],
  ["a create instead of an update", [{ name: "x" }, { name: "y" }], [null, { name: "y" }], "action"],
  ["a create instead of a delete", [{ name: "x" }, null], [null, { name: "x" }], "action"],
  ["an update to another value", [{ name: "x" }, { name: "y" }], [{ name: "x" }, { name: "z" }], "after"],
  [
    "an update of another field",
    [
      { a: 1, b: 1 },
      { a: 2, b: 1 },
    ],
    [
      { a: 1, b: 1 },
      { a: 2, b: 2 },
    ],
    "after",
  ],
  [
    "an update of a field that was left alone",
    [
      { a: 1, b: 1 },
      { a: 2, b: 1 },
    ],
    [{ b: 3 }, { b: 1 }],
    "before",
  ],
  ["an update of a field that nobody had read", [{ a: 1 }, { a: 2 }], [{ tags: { x: "1" } }, { tags: {} }], "after"],
  ["an update from a third value", [{ name: "x" }, { name: "y" }], [{ name: "z" }, { name: "y" }], "before"],
  ["an update from nothing", [{ name: "x" }, { name: "y" }], [{ name: null }, { name: "y" }], "before"],
  [
    "an update from where things are born",
    [{ ou: "South" }, { ou: "North" }],
    [{ ou: "root" }, { ou: "North" }],
    "before",
  ],
  ["a new thing that has another value", [null, { name: "x" }], [{ name: "y" }, { name: "x" }], "before"],
  ["a new thing elsewhere", [null, { ou: "North" }], [{ ou: "South" }, { ou: "North" }], "before"],
  ["a new thing with an item of others", [null, FULL], [{ ...FULL, managed: ["A", "Z"] }, FULL], "before"],
  ["a new thing with a tag of others", [null, FULL], [{ ...FULL, tags: { z: "1" } }, FULL], "before"],
  ["a new thing with another value of a tag", [null, FULL], [{ ...FULL, tags: { a: "9" } }, FULL], "before"],
  [
    "a new thing with a part of a document",
    [null, { inline: { Statement: [1], Version: "1" } }],
    [{ inline: { Version: "1" } }, { inline: { Statement: [1], Version: "1" } }],
    "before",
  ],
  [
    "a new thing that was to have nothing",
    [null, { description: null }],
    [{ description: "d" }, { description: null }],
    "before",
  ],
  ["a list with an item of others", [{ l: ["A"] }, { l: ["B"] }], [{ l: ["A", "Z"] }, { l: ["B"] }], "before"],
  [
    "a list without an item that stays",
    [{ l: ["A", "C"] }, { l: ["B", "C"] }],
    [{ l: ["A"] }, { l: ["B", "C"] }],
    "before",
  ],
  ["a list that is a text now", [{ l: ["A"] }, { l: ["B"] }], [{ l: "A" }, { l: ["B"] }], "before"],
  [
    "a map with a third value",
    [{ t: { a: "1" } }, { t: { a: "2" } }],
    [{ t: { a: "3" } }, { t: { a: "2" } }],
    "before",
  ],
  [
    "a map without what stays",
    [{ t: { a: "1", b: "1" } }, { t: { a: "1" } }],
    [{ t: {} }, { t: { a: "1" } }],
    "before",
  ],
  ["a map with a member of others", [{ t: { a: "1" } }, { t: {} }], [{ t: { a: "1", z: "1" } }, { t: {} }], "before"],
  [
    "a document that is mixed of two",
    [{ d: { x: [1], y: [1] } }, { d: { x: [2], y: [2] } }],
    [{ d: { x: [2], y: [1] } }, { d: { x: [2], y: [2] } }],
    "before",
  ],
  ["work left to do of what was to go", [{ name: "x" }, null], [{ outdatedIn: ["dev"] }, { outdatedIn: [] }], "action"],
];

test.each(MOVED)("not covered: %s", async (_, approved, now, what) => {
  expect(await moved([changeOf(...approved)], changeOf(...now))).toMatchObject([{ what }]);
});

describe("what has moved", () => {
  test("the address is not in the approved plan", async () => {
    const other = changeOf(null, { name: "x" }, { address: address("thing", "b") });
    expect(await moved([other], changeOf(null, { name: "x" }))).toEqual([{ what: "unknown" }]);
    expect(await moved([], changeOf({ name: "x" }, null))).toEqual([{ what: "unknown" }]);
  });

  test("every field of a change that has, with all that is known of it", async () => {
    const approved = changeOf({ a: 1, b: 1, c: 1 }, { a: 2, b: 2, c: 2 });
    expect(await moved([approved], changeOf({ a: 1, b: 3, c: 1 }, { a: 2, b: 2, c: 4 }))).toEqual([
      { what: "before", field: "b", now: 3, approved: { action: "update", before: 1, after: 2 } },
      { what: "after", field: "c", approved: 2, now: 4 },
    ]);
  });

  test("a change that waits is covered like any other", async () => {
    const waiting = changeOf(null, { name: "x" }, { waits: "for a person" });
    expect(await moved([waiting], changeOf(null, { name: "x" }))).toEqual([]);
    expect(await moved([changeOf(null, { name: "x" })], waiting)).toEqual([]);
    expect(await moved([changeOf(null, { name: "y" })], waiting)).toMatchObject([{ what: "after" }]);
  });

  test("a part of the approved plan is enough, and nothing needs none", async () => {
    const approved = await planOf(
      ["a", "b", "c"].map((key) => changeOf(null, { name: key }, { address: address("thing", key) })),
    );
    expect(uncovered([approved], { ...approved, changes: approved.changes.slice(1, 2) }, [THING])).toEqual([]);
    expect(uncovered([approved], { ...approved, changes: [] }, [THING])).toEqual([]);
  });

  test("keys that every object has are no fields that were approved", async () => {
    for (const field of ["__proto__", "constructor", "toString"]) {
      const after = JSON.parse(`{ "name": "y", "${field}": "z" }`) as JsonObject;
      const [approved, now] = [changeOf({ name: "x" }, { name: "y" }), changeOf({ name: "x" }, after)];
      expect(await moved([approved], now)).toMatchObject([{ what: "after", field, approved: undefined, now: "z" }]);
      expect(await moved([now], now)).toEqual([]);
    }
  });
});

describe("several approved plans", () => {
  const change = (key: string, after: JsonObject = { name: key }) =>
    changeOf(null, after, { key, address: address("thing", key) });
  const group = changeOf(null, { name: "admins" }, { kind: "group", address: address("group", "admins") });

  test("cover what any of them covers, and nothing else", async () => {
    const approved = [await planOf([change("a")]), await planOf([change("b")])];
    const plan = await planOf([change("a"), change("b"), change("c")]);
    expect(uncovered(approved, plan, [THING])).toMatchObject([{ change: { key: "c" }, moved: [{ what: "unknown" }] }]);
    expect(uncovered([...approved, await planOf([change("c")])], plan, [THING])).toEqual([]);
  });

  test("of two that have the same thing either may cover it; the last says what has moved", async () => {
    const approved = [await planOf([change("a", { name: "one" })]), await planOf([change("a", { name: "two" })])];
    for (const name of ["one", "two"])
      expect(uncovered(approved, await planOf([change("a", { name })]), [THING])).toEqual([]);
    expect(uncovered(approved, await planOf([change("a", { name: "three" })]), [THING])).toMatchObject([
      { moved: [{ what: "after", approved: "two", now: "three" }] },
    ]);
  });

  test("none at all cover nothing but access whose time is over", async () => {
    const gone = changeOf({ name: "x" }, null, { reason: "expired" });
    expect(uncovered([], await planOf([gone]), [THING])).toEqual([]);
    expect(uncovered([], await planOf([change("a")]), [THING])).toHaveLength(1);
    expect(uncovered([], await planOf([{ ...gone, reason: "not-in-file" }]), [THING])).toHaveLength(1);
    const plan = await planOf([group]);
    expect(() => requireApproval([], plan)).toThrow(expect.objectContaining({ code: "ORG0611" }));
  });

  test("all have to be for the organization", async () => {
    const plan = await planOf([group]);
    const other = { ...plan, organization: { id: "o-zzzzzzzzzz", managementAccountId: "111111111111" } };
    expect(() => requireApproval([plan, other], plan)).toThrow(/the approved plan is for o-zzzzzzzzzz/);
  });
});

describe("what an interrupted apply leaves behind", () => {
  const left = changeOf({ name: "x" }, null, { address: address("thing", "left"), key: "left" });
  const approved = [changeOf(null, { name: "x" })];

  test("is covered while org.yaml says what it said", async () => {
    expect(await moved(approved, left)).toEqual([]);
    expect(await moved([], left)).toEqual([{ what: "unknown" }]);
  });

  test("and is not when org.yaml says something else", async () => {
    const then = await planOf(approved);
    const now = await planOf([left], { source: { file: "org.yaml", digest: "1".repeat(64) } });
    expect(uncovered([then], now, [THING])).toMatchObject([{ change: { key: "left" } }]);
  });
});

describe("what the kinds leave behind", () => {
  const kindOf = (name: string) => KINDS.find((kind) => kind.name === name) as AnyKind<Aws>;
  const attach = (policy: string, target: string): Change =>
    changeOf(
      null,
      { policy, target },
      { address: address("policyAttachment", policy, target), kind: "policyAttachment" },
    );
  const detach = (policy: string, target: string): Change => ({
    ...attach(policy, target),
    action: "delete",
    before: { policy, target },
    after: null,
  });
  const of = (action: "create" | "update" | "delete", kind: string, key: string): Change =>
    changeOf({}, {}, { action, kind, key, address: key === "" ? address(kind) : address(kind, key) });
  const full = "FullAWSAccess";

  test.each<[string, Change, Change[], boolean]>([
    ["a new unit", detach(full, "North"), [of("create", "organizationalUnit", "North"), attach("deny", "North")], true],
    [
      "a new account",
      detach(full, "account:dev"),
      [of("create", "account", "dev"), attach("deny", "account:dev")],
      true,
    ],
    ["the root", detach(full, "root"), [of("create", "organization", ""), attach("deny", "root")], true],
    [
      "policies just enabled",
      detach(full, "North"),
      [of("create", "policyType", "SERVICE_CONTROL_POLICY"), attach("deny", "North")],
      true,
    ],
    ["a unit that goes", detach(full, "North"), [of("delete", "organizationalUnit", "North")], true],
    [
      "a unit that was there",
      detach(full, "North"),
      [of("update", "organizationalUnit", "North"), attach("deny", "North")],
      false,
    ],
    [
      "nothing in its place",
      detach(full, "North"),
      [of("create", "organizationalUnit", "North"), attach("deny", "South")],
      false,
    ],
    [
      "only itself in its place",
      detach(full, "North"),
      [of("create", "organizationalUnit", "North"), attach(full, "North")],
      false,
    ],
    [
      "another policy",
      detach("deny", "North"),
      [of("create", "organizationalUnit", "North"), attach("own", "North")],
      false,
    ],
    [
      "not taken away",
      attach(full, "North"),
      [of("create", "organizationalUnit", "North"), attach("deny", "North")],
      false,
    ],
    [
      "a user of that name",
      detach(full, "account:dev"),
      [of("create", "user", "dev"), attach("deny", "account:dev")],
      false,
    ],
  ])("AWS's full access: %s", (_, change, approved, expected) => {
    expect(kindOf("policyAttachment").leftBehind?.(change, approved)).toBe(expected);
  });

  test("attributes for access control that failed are switched off and on again", () => {
    const at = { address: address("accessControlAttributes"), kind: "accessControlAttributes" };
    const [none, some] = [{ attributes: {} }, { attributes: { user: "${path:userName}" } }];
    const leftBehind = (approved: Change): boolean =>
      kindOf(at.kind).leftBehind?.(changeOf(null, some, at), [approved]) ?? false;
    expect(leftBehind(changeOf(none, some, at))).toBe(true);
    expect(leftBehind(changeOf({ attributes: { other: "x" } }, some, at))).toBe(false);
    expect(leftBehind(changeOf(none, { attributes: { other: "x" } }, at))).toBe(false);
    expect(leftBehind(changeOf(none, null, at))).toBe(false);
  });
});

describe("the organization", () => {
  const ORGANIZATION = address("organization");
  const created = changeOf(null, { featureSet: "ALL" }, { address: ORGANIZATION, kind: "organization" });
  const of = (id: string | null): Partial<Plan> => ({
    organization: id === null ? null : { id, managementAccountId: "111111111111" },
  });
  const A = "o-aaaaaaaaaa";
  const B = "o-bbbbbbbbbb";

  test.each<[string | null, Change[], string | null, boolean]>([
    [A, [], A, true],
    [A, [], B, false],
    [A, [created], B, false],
    [A, [], null, false],
    [null, [created], null, true],
    [null, [created], A, true],
    [null, [], A, false],
    [null, [{ ...created, action: "update" }], A, false],
    [null, [{ ...created, address: "account:organization" as Address }], A, false],
  ])("approved for %s, case %#", async (then, changes, now, expected) => {
    const [approved, plan] = [await planOf(changes, of(then)), await planOf([], of(now))];
    expect(isSameOrganization(approved, plan, ORGANIZATION)).toBe(expected);
    if (expected) expect(() => requireApproval([approved], plan)).not.toThrow();
    else expect(() => requireApproval([approved], plan)).toThrow(expect.objectContaining({ code: "ORG0611" }));
  });
});

test("apply of the API refuses what is not approved before it does anything", async () => {
  const plan = await planOf([changeOf(null, {}, { kind: "group", address: address("group", "admins") })]);
  const guard = { concerns: () => false, check: async () => undefined };
  const comparison = { plan, live: new Map(), desired: new Map(), guard };
  const connection = { clock: { now: () => 0, sleep: async () => undefined }, calls: () => 0 };
  const events: unknown[] = [];
  const options = { emit: (event: unknown) => void events.push(event), approved: [await planOf([])] };
  await expect(apply(comparison, connection, options)).rejects.toMatchObject({
    code: "ORG0611",
    message: "1 of 1 change is not as approved",
    details: ["create group:admins: it is not in the approved plan"],
  });
  expect(events).toEqual([]);
});

test("of very many changes the first are named", async () => {
  const changes = Array.from({ length: 60 }, (_, index) =>
    changeOf(null, {}, { kind: "group", address: address("group", `g${index}`) }),
  );
  const [approved, plan] = [await planOf([]), await planOf(changes)];
  expect(() => requireApproval([approved], plan)).toThrow(
    expect.objectContaining({
      message: "60 of 60 changes are not as approved",
      details: [...Array.from({ length: 50 }, () => expect.stringMatching(/^create /)), "and 10 more"],
    }),
  );
});
