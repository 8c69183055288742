import { describe, expect, test } from "vitest";
import { makeDesired } from "../../src/engine/desired.ts";
import { address } from "../../src/model/address.ts";
import type { AnyKind } from "../../src/model/kind.ts";
import type { Resource } from "../../src/model/resource.ts";
import { configWith, kindOf, type NoAws, resource, snapshotOf } from "./madeUp.ts";

const desiredOf = (
  kinds: readonly AnyKind<NoAws>[],
  sections: Readonly<Record<string, unknown>>,
  live: readonly Resource[] = [],
) => makeDesired({ kinds, config: configWith(sections), live: snapshotOf(...live), now: 7 });

const thing = kindOf("thing");

describe("what will exist", () => {
  test("is what the file lists, and what is left alone", () => {
    const other = kindOf("other");
    const live = [resource("thing", "old"), resource("other", "untouched")];
    const { snapshot, notManaged } = desiredOf([thing, other], { things: { new: {} } }, live);
    expect([...snapshot.keys()]).toEqual(["thing:new", "other:untouched"]);
    // The very same resource, so that no change can come of it.
    expect(snapshot.get(address("other", "untouched"))).toBe(live[1]);
    expect(notManaged).toEqual([]);
  });

  test("does not ask a kind whose section is absent", () => {
    const kind = kindOf("thing", {
      desired: () => {
        throw new Error("asked");
      },
    });
    expect(desiredOf([kind], {}).snapshot.size).toBe(0);
  });

  test("tells of what is not the file's to decide", () => {
    const kind = kindOf("thing", { owner: ({ key }) => (key === "a" ? "belongs to AWS" : undefined) });
    const { notManaged } = desiredOf([kind], { things: {} }, [resource("thing", "a"), resource("thing", "b")]);
    expect(notManaged).toEqual([{ address: "thing:a", kind: "thing", label: "a", reason: "belongs to AWS" }]);
  });
});

describe("a kind sees", () => {
  test("of earlier kinds what will exist, listed or left alone, and of later ones nothing", () => {
    const seen: Record<string, string[]> = {};
    const watching = (name: string): AnyKind<NoAws> =>
      kindOf(name, {
        desired: ({ desired, now }) => {
          seen[name] = [...desired.keys(), String(now)];
          return [resource(name, "listed")];
        },
      });
    const kinds = [watching("first"), kindOf("between"), watching("last")];
    desiredOf(kinds, { firsts: {}, lasts: {} }, [resource("between", "kept")]);
    expect(seen).toEqual({ first: ["7"], last: ["first:listed", "between:kept", "7"] });
  });

  test("whatever it says of the file, in order: problems, notices, and why something goes", () => {
    const source = { file: "org.yaml", line: 1, column: 1 };
    const saying = (name: string): AnyKind<NoAws> =>
      kindOf(name, {
        desired: ({ problem, notice, leaving }) => {
          problem({ code: "ORG0404", message: name, source });
          notice({ code: "ORG0603", severity: "info", message: name });
          leaving(address(name, "gone"), { reason: "expired" });
          return [];
        },
      });
    const said = desiredOf([saying("first"), saying("last")], { firsts: {}, lasts: {} });
    expect(said.problems.map(({ message }) => message)).toEqual(["first", "last"]);
    expect(said.notices.map(({ message }) => message)).toEqual(["first", "last"]);
    expect([...said.leaving]).toEqual([
      ["first:gone", { reason: "expired" }],
      ["last:gone", { reason: "expired" }],
    ]);
  });
});

describe("something that somebody else decides about", () => {
  const owned = kindOf("thing", { owner: () => "belongs to an identity provider" });

  test("cannot be listed too: the problem says where, and what to do", () => {
    const { problems } = desiredOf([owned], { things: { a: {} } }, [resource("thing", "a")]);
    expect(problems).toMatchObject([
      {
        code: "ORG0404",
        message: "thing a belongs to an identity provider, which would overwrite what orgsync writes",
        hint: "take it out of things:, which then leaves it alone",
        source: { file: "org.yaml", line: 1 },
      },
    ]);
  });

  test("that AWS does not have yet is nobody's", () => {
    expect(desiredOf([owned], { things: { a: {} } }).problems).toEqual([]);
  });
});
