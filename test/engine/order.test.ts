import { expect, test } from "vitest";
import { order } from "../../src/engine/order.ts";
import { address, type Address } from "../../src/model/address.ts";
import type { AnyKind } from "../../src/model/kind.ts";
import type { Action, Change } from "../../src/model/plan.ts";

interface Thing {
  readonly refs?: readonly Address[];
  readonly grants?: readonly string[];
  readonly revokes?: readonly string[];
}

/** A kind whose specs say what they refer to. */
const kind = (name: string): AnyKind<never> =>
  ({
    name,
    refs: ({ refs }: Thing) => refs ?? [],
    grants: ({ grants }: Thing) => grants ?? [],
    revokes: ({ revokes }: Thing) => revokes ?? [],
  }) as unknown as AnyKind<never>;

const SNAPSHOTS = { live: new Map(), desired: new Map() };
const KINDS = [kind("parent"), kind("child"), kind("access")];

const change = (action: Action, kindName: string, key: string, before: Thing | null, after: Thing | null): Change => ({
  address: address(kindName, key),
  kind: kindName,
  key,
  label: key,
  action,
  reason: "differs",
  before: before as never,
  after: after as never,
  fields: [],
  reversible: true,
  expected: { calls: 1, seconds: 1 },
});
const create = (name: string, key: string, thing: Thing = {}): Change => change("create", name, key, null, thing);
const remove = (name: string, key: string, thing: Thing = {}): Change => change("delete", name, key, thing, null);

const sequence = (changes: readonly Change[]): string[] =>
  order(KINDS, changes, SNAPSHOTS).changes.map(({ action, address: at }) => `${action} ${at}`);

test("what is referred to comes first, whatever the order of the kinds", () => {
  const child = create("child", "c", { refs: [address("access", "a")] });
  expect(sequence([child, create("access", "a")])).toEqual(["create access:a", "create child:c"]);
});

test("a thing goes only after everything that referred to it", () => {
  const parent = remove("parent", "p");
  const leaving = remove("child", "c", { refs: [parent.address] });
  const moving = change("update", "child", "d", { refs: [parent.address] }, { refs: [] });
  expect(sequence([parent, leaving, moving])).toEqual(["update child:d", "delete child:c", "delete parent:p"]);
});

test("an update that keeps its reference does not wait for the one that goes", () => {
  const parent = remove("parent", "p");
  const staying = change(
    "update",
    "child",
    "d",
    { refs: [address("parent", "q")] },
    { refs: [address("parent", "q")] },
  );
  expect(order(KINDS, [parent, staying], SNAPSHOTS).waitsFor).toEqual([[], []]);
});

test("grants come before revokes of the same name, through one gate", () => {
  const grants = ["a", "b", "c"].map((key) => create("access", key, { grants: ["X"] }));
  const revokes = ["d", "e"].map((key) => remove("access", key, { revokes: ["X"] }));
  const { changes, waitsFor } = order(KINDS, [...revokes, ...grants], SNAPSHOTS);
  expect(changes.map(({ action }) => action)).toEqual(["create", "create", "create", "delete", "delete"]);
  expect(waitsFor).toEqual([[], [], [], [5], [5], [0, 1, 2]]);
});

test("revokes of another name wait for nothing", () => {
  expect(
    order(
      KINDS,
      [create("access", "a", { grants: ["X"] }), remove("access", "b", { revokes: ["Y"] })],
      SNAPSHOTS,
    ).waitsFor.slice(0, 2),
  ).toEqual([[], []]);
});

test("what cannot be undone goes after everything else, and not after each other", () => {
  const final = (key: string): Change => ({ ...remove("parent", key), reversible: false });
  const others = [create("child", "c"), remove("access", "a"), { ...create("parent", "n"), reversible: false }];
  const { changes, waitsFor, finale } = order(KINDS, [final("p"), ...others, final("q")], SNAPSHOTS);
  expect(changes.map(({ action, address: at }) => `${action} ${at}`)).toEqual([
    "create parent:n",
    "create child:c",
    "delete access:a",
    "delete parent:p",
    "delete parent:q",
  ]);
  expect(finale).toBe(5);
  expect(waitsFor).toEqual([[], [], [], [5], [5], expect.arrayContaining([0, 1, 2])]);
  expect(waitsFor[5]).toHaveLength(3);
});

test("where nothing goes for good there is no gate for it", () => {
  expect(order(KINDS, [remove("parent", "p"), create("child", "c")], SNAPSHOTS)).not.toHaveProperty("finale");
});

test("changes that wait for each other are told by name", () => {
  const one = create("child", "one", { refs: [address("child", "two")] });
  const two = create("child", "two", { refs: [address("child", "one")] });
  expect(() => order(KINDS, [one, two], SNAPSHOTS)).toThrow("child:one -> child:two -> child:one");
});

test("addresses with colons do not run into each other", () => {
  expect(address("membership", "a:b", "c")).not.toBe(address("membership", "a", "b:c"));
});
