import { describe, expect, test } from "vitest";
import { diff } from "../../src/engine/diff.ts";
import { address } from "../../src/model/address.ts";
import type { AnyKind, Leaving } from "../../src/model/kind.ts";
import type { Snapshot } from "../../src/model/resource.ts";
import { kindOf, type NoAws, resource, snapshotOf } from "./madeUp.ts";

const NONE = new Map();
const changes = (
  kinds: readonly AnyKind<NoAws>[],
  live: Snapshot,
  snapshot: Snapshot,
  leaving: ReadonlyMap<ReturnType<typeof address>, Leaving> = NONE,
) => diff(kinds, live, { snapshot, leaving });

const thing = kindOf("thing");

describe("the changes from what there is to what is wanted", () => {
  test("are none where both say the same, whatever the order of keys", () => {
    const live = snapshotOf(resource("thing", "a", { tags: { x: "1", y: "2" }, list: ["1", "2"] }));
    const wanted = snapshotOf(resource("thing", "a", { list: ["1", "2"], tags: { y: "2", x: "1" } }));
    expect(changes([thing], live, wanted)).toEqual([]);
  });

  test("make what is missing, with the fields that are set", () => {
    const wanted = snapshotOf(resource("thing", "a", { title: "new", note: undefined }));
    expect(changes([thing], NONE, wanted)).toMatchObject([
      {
        action: "create",
        address: "thing:a",
        reason: "not-in-aws",
        before: null,
        after: { title: "new" },
        fields: [{ field: "title", before: undefined, after: "new" }],
      },
    ]);
    expect(changes([thing], NONE, wanted)[0]?.after).not.toHaveProperty("note");
  });

  test("change the fields that differ, and leave alone what the file says nothing of", () => {
    const live = snapshotOf(resource("thing", "a", { title: "old", note: "kept", tags: {} }));
    const wanted = snapshotOf(resource("thing", "a", { title: "new", note: undefined, tags: {} }));
    expect(changes([thing], live, wanted)).toMatchObject([
      {
        action: "update",
        reason: "differs",
        before: { title: "old", note: "kept", tags: {} },
        after: { title: "new", note: "kept", tags: {} },
        fields: [{ field: "title", before: "old", after: "new" }],
      },
    ]);
  });

  test("delete what is wanted no more, as it was", () => {
    expect(changes([thing], snapshotOf(resource("thing", "a", { title: "old" })), NONE)).toMatchObject([
      { action: "delete", reason: "not-in-file", before: { title: "old" }, after: null, fields: [] },
    ]);
  });

  test("compare as the kind does", () => {
    const kind = kindOf("thing", {
      same: (field, left, right) => field === ("email" as never) && String(left).toLowerCase() === String(right),
    });
    const live = snapshotOf(resource("thing", "a", { email: "A@ACME.COM", title: "x" }));
    const wanted = snapshotOf(resource("thing", "a", { email: "a@acme.com", title: "x" }));
    expect(changes([kind], live, wanted)[0]?.fields.map(({ field }) => field)).toEqual(["title"]);
  });

  test("do not compare what is left as it is", () => {
    const same = () => {
      throw new Error("compared");
    };
    const live = snapshotOf(resource("thing", "a", { title: "x" }));
    expect(changes([kindOf("thing", { same })], live, live)).toEqual([]);
  });
});

describe("a change says", () => {
  test("why it goes, and what takes its place", () => {
    const source = { file: "org.yaml", line: 3, column: 1 };
    const leaving = new Map([
      [address("thing", "a"), { reason: "replaced", replacedBy: address("thing", "b"), source } as const],
    ]);
    expect(changes([thing], snapshotOf(resource("thing", "a")), NONE, leaving)).toMatchObject([
      { action: "delete", reason: "replaced", replacedBy: "thing:b", source },
    ]);
  });

  test("whether AWS offers a way back, and what it costs, by its verb", () => {
    const kind = kindOf("thing", {
      irreversible: ["delete"],
      expected: { create: { calls: 3, seconds: 20 }, delete: { calls: 2, seconds: 5 } },
    });
    const [first, second] = changes([kind], snapshotOf(resource("thing", "old")), snapshotOf(resource("thing", "new")));
    expect(first).toMatchObject({ action: "create", reversible: true, expected: { calls: 3, seconds: 20 } });
    expect(second).toMatchObject({ action: "delete", reversible: false, expected: { calls: 2, seconds: 5 } });
  });

  test("what people call it, where, and what the file says beside", () => {
    const wanted = {
      ...resource("thing", "a"),
      label: "a (The Thing)",
      source: { file: "org.yaml", line: 9, column: 5 },
      remarks: { until: "2027-01-01" },
    };
    const { label, source, remarks } = wanted;
    expect(changes([thing], NONE, snapshotOf(wanted))).toMatchObject([{ label, source, remarks }]);
    expect(changes([thing], NONE, snapshotOf(resource("thing", "b")))[0]).not.toHaveProperty("source");
  });
});

test("what no kind is known for is a defect where it is wanted, and nothing to delete where it is there", () => {
  const unknown = snapshotOf(resource("nothing", "a"));
  expect(() => changes([thing], NONE, unknown)).toThrow("no kind nothing");
  expect(changes([thing], unknown, NONE)).toEqual([]);
});
