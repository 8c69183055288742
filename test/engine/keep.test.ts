import { describe, expect, test } from "vitest";
import { keeper } from "../../src/engine/keep.ts";
import { type Address, address } from "../../src/model/address.ts";
import type { AnyKind, Leaving } from "../../src/model/kind.ts";
import type { Resource, Snapshot } from "../../src/model/resource.ts";
import { configWith, kindOf, type NoAws, resource, snapshotOf } from "./madeUp.ts";

const NONE = new Map<Address, never>();
const foreign = (one: Resource<object, object>): string | undefined =>
  "foreign" in one.spec ? "belongs to somebody else" : undefined;

/** What stays of each kind, as `address: why`; an address alone is kept without a word. */
function keptOf(
  kinds: readonly AnyKind<NoAws>[],
  sections: Readonly<Record<string, unknown>>,
  live: readonly Resource[],
  { desired = NONE, leaving = NONE }: { desired?: Snapshot; leaving?: ReadonlyMap<Address, Leaving> } = {},
): string[] {
  const { keep } = keeper(kinds, configWith(sections), snapshotOf(...live));
  return kinds.flatMap((kind) => {
    const { kept, notManaged } = keep(kind, desired, leaving);
    const why = new Map(notManaged.map((one) => [one.address, one.reason]));
    return kept.map((one) => (why.has(one.address) ? `${one.address}: ${why.get(one.address)}` : one.address));
  });
}

describe("of what the file does not list stays", () => {
  const thing = kindOf("thing", { owner: foreign });
  const things = [resource("thing", "a"), resource("thing", "b", { foreign: true })];

  test("everything, where its section is absent, and nobody needs to hear of it", () => {
    expect(keptOf([thing], {}, things)).toEqual(["thing:a", "thing:b"]);
  });

  test("nothing, where its section is there, but for what is somebody else's", () => {
    expect(keptOf([thing], { things: {} }, things)).toEqual(["thing:b: belongs to somebody else"]);
  });

  test("what `ignore:` names, by the key", () => {
    const sections = { things: {}, ignore: { things: ["a*"] } };
    const live = ["a", "ab", "ba"].map((key) => resource("thing", key));
    expect(keptOf([thing], sections, live)).toEqual([
      "thing:a: is ignored by org.yaml",
      "thing:ab: is ignored by org.yaml",
    ]);
  });

  test("what a kind never removes, unless the file itself says that it goes", () => {
    const kind = kindOf("thing", { neverRemoved: "stays until its entry says closed" });
    const live = [resource("thing", "a"), resource("thing", "b")];
    const leaving = new Map([[address("thing", "b"), { reason: "closed" } as const]]);
    expect(keptOf([kind], { things: {} }, live, { leaving })).toEqual(["thing:a: stays until its entry says closed"]);
  });

  test("what a kind holds back, and not what it has let go", () => {
    const kind = kindOf("thing", { held: ({ key }) => (key === "a" ? "still holds something" : undefined) });
    expect(keptOf([kind], { things: {} }, things)).toEqual(["thing:a: still holds something"]);
  });

  test("nothing that is wanted already", () => {
    const live = [resource("thing", "b", { foreign: true })];
    expect(keptOf([thing], { things: {} }, live, { desired: snapshotOf(...live) })).toEqual([]);
  });
});

describe("what refers to somebody else's thing", () => {
  const owned = kindOf("owned", { owner: foreign });
  const link = kindOf("link");
  const sections = { owneds: {}, links: {} };
  const theirs = resource("owned", "theirs", { foreign: true });
  const ours = resource("owned", "ours");

  test("stays too, and says whose it is; what refers to ours goes", () => {
    const links = [
      resource("link", "to-theirs", { refs: [theirs.address] }),
      resource("link", "to-ours", { refs: [ours.address] }),
      resource("link", "to-nothing", { refs: [address("owned", "gone")] }),
    ];
    expect(keptOf([owned, link], sections, [theirs, ours, ...links])).toEqual([
      "owned:theirs: belongs to somebody else",
      "link:to-theirs: its owned belongs to somebody else",
    ]);
  });

  test("is somebody else's itself only when it is of the same kind, as what is below it then is", () => {
    const below = resource("owned", "below", { refs: [theirs.address] });
    const link1 = resource("link", "link", { refs: [below.address] });
    const { ownerOf } = keeper([owned, link], configWith(sections), snapshotOf(theirs, below, link1));
    expect(ownerOf(below)).toBe("its owned belongs to somebody else");
    expect(ownerOf(link1)).toBeUndefined();
  });

  test("of a kind that is never removed says that, since nothing else matters", () => {
    const kept = kindOf("link", { neverRemoved: "stays anyway" });
    const one = resource("link", "a", { refs: [theirs.address] });
    expect(keptOf([owned, kept], sections, [theirs, one]).at(-1)).toBe("link:a: stays anyway");
  });
});

test("a kind that is always decided is, without its section", () => {
  const ground = kindOf("thing", { always: true });
  expect(keptOf([ground], {}, [resource("thing", "a")])).toEqual([]);
});
