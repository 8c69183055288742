import { describe, expect, test } from "vitest";
import { recheck } from "../../src/engine/recheck.ts";
import { address } from "../../src/model/address.ts";
import { OrgsyncError } from "../../src/model/errors.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { AnyKind, WriteContext } from "../../src/model/kind.ts";
import type { Action, Change } from "../../src/model/plan.ts";

const AT = address("thing", "one");
const CONTEXT = {} as WriteContext<never>;

type Look = (fields: readonly string[]) => JsonObject | undefined;

/** A kind that finds what the test says; letter case makes no difference to its `email`. */
const kindWith = (look?: Look): AnyKind<never> =>
  ({
    name: "thing",
    title: "thing",
    same: (field: string, left: unknown, right: unknown) =>
      field === "email"
        ? String(left).toLowerCase() === String(right).toLowerCase()
        : JSON.stringify(left) === JSON.stringify(right),
    ...(look === undefined ? {} : { look: (_resource: unknown, fields: readonly string[]) => look(fields) }),
  }) as unknown as AnyKind<never>;

function changeOf(action: Action, before: JsonObject | null, wanted: JsonObject | null): Change {
  const after = wanted === null ? null : { ...before, ...wanted };
  const fields = Object.keys(action === "update" ? (wanted ?? {}) : {});
  return {
    address: AT,
    kind: "thing",
    key: "one",
    label: "one",
    action,
    reason: "differs",
    before,
    after,
    fields: fields.map((field) => ({ field, before: before?.[field], after: after?.[field] })),
    reversible: true,
    expected: { calls: 1, seconds: 1 },
  };
}

/** What is said when AWS has `now`; undefined when the change may be made. */
async function refusal(change: Change, now: JsonObject | undefined | Look): Promise<OrgsyncError | undefined> {
  const look = typeof now === "function" ? now : () => now;
  const before = { address: AT, kind: "thing", key: "one", spec: change.before ?? {}, ids: {} };
  try {
    await recheck(kindWith(look), change, before, CONTEXT);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(OrgsyncError);
    return error as OrgsyncError;
  }
}

describe("an update", () => {
  const change = changeOf("update", { title: "old", note: "kept" }, { title: "new" });

  test("is made where the value is still the planned one, or already the wanted one", async () => {
    expect(await refusal(change, { title: "old" })).toBeUndefined();
    expect(await refusal(change, { title: "new" })).toBeUndefined();
  });

  test("is refused where somebody has written another value: it says which, what was planned, and what is there", async () => {
    const error = await refusal(change, { title: "theirs" });
    expect(error?.code).toBe("ORG0604");
    expect(error?.message).toBe('thing one: title was to be changed from "old" to "new", and is "theirs" now');
    expect(error?.hint).toBe("somebody changed it meanwhile; nothing of it was changed here; run plan again");
  });

  test("is refused where somebody has taken the value away, or the whole thing", async () => {
    expect((await refusal(change, { title: null }))?.message).toBe(
      'thing one: title was to be changed from "old" to "new", and is none now',
    );
    const gone = await refusal(change, undefined);
    expect(gone?.code).toBe("ORG0604");
    expect(gone?.message).toBe("thing one is gone: title of it was to be changed");
  });

  test.each([[null], [{}], [[]], [undefined]])("takes %j for the value that the plan did not see", async (none) => {
    const first = changeOf("update", {}, { tags: { a: "1" } });
    expect(await refusal(first, { tags: none })).toBeUndefined();
    expect(await refusal(first, { tags: { a: "1" } })).toBeUndefined();
    expect((await refusal(first, { tags: { b: "2" } }))?.message).toBe(
      'thing one: tags was to be changed from none to {"a":"1"}, and is {"b":"2"} now',
    );
  });

  test("asks for the fields that change, and checks those that the write touches besides", async () => {
    const asked: string[] = [];
    await refusal(change, (fields) => {
      asked.push(...fields);
      return { title: "old" };
    });
    expect(asked).toEqual(["title"]);
    expect(await refusal(change, { title: "old", note: "kept" })).toBeUndefined();
    expect((await refusal(change, { title: "old", note: "theirs" }))?.message).toBe(
      'thing one: note, which goes along with title, was "kept", and is "theirs" now',
    );
  });

  test("leaves alone what neither the plan has seen nor the change is about", async () => {
    expect(await refusal(change, { title: "old", unread: "anything" })).toBeUndefined();
  });

  test("compares as the kind does, or as JSON", async () => {
    const email = changeOf("update", { email: "A@acme.com" }, { email: "b@acme.com" });
    expect(await refusal(email, { email: "a@ACME.com" })).toBeUndefined();
    const plain: AnyKind<never> = { ...kindWith(() => ({ tags: { b: "2", a: "1" } })), same: undefined } as never;
    const tagged = changeOf("update", { tags: { a: "1", b: "2" } }, { tags: {} });
    const before = { address: AT, kind: "thing", key: "one", spec: tagged.before ?? {} };
    await expect(recheck(plain, tagged, before, CONTEXT)).resolves.toBeUndefined();
  });

  test("of a long value shows the part that differs", async () => {
    const list = (last: string) => [...Array.from({ length: 40 }, (_, index) => `action-${index}`), last];
    const long = changeOf("update", { content: list("old") }, { content: list("new") });
    const message = (await refusal(long, { content: list("theirs") }))?.message ?? "";
    for (const value of ["old", "new", "theirs"]) expect(message).toContain(`"${value}"]`);
    expect(message.length).toBeLessThan(300);
  });

  test("of a long value shows the beginning where that differs", async () => {
    const long = changeOf("update", { note: "a".repeat(100) }, { note: "b" });
    const message = (await refusal(long, { note: "\u{1f600}".repeat(100) }))?.message;
    expect(message).toBe(
      `thing one: note was to be changed from "${"a".repeat(59)}\u2026 to "b", and is "${"\u{1f600}".repeat(59)}\u2026 now`,
    );
  });
});

describe("a delete", () => {
  const change = changeOf("delete", { title: "old", tags: { a: "1" }, note: undefined }, null);

  test("is made where everything is as the plan showed it, or nothing is there any more", async () => {
    expect(await refusal(change, { title: "old", tags: { a: "1" } })).toBeUndefined();
    expect(await refusal(change, undefined)).toBeUndefined();
  });

  test("asks for all that the plan has seen, and for nothing else", async () => {
    const asked: string[] = [];
    await refusal(change, (fields) => {
      asked.push(...fields);
      return undefined;
    });
    expect(asked).toEqual(["title", "tags"]);
    expect(await refusal(change, { title: "old", note: "unread" })).toBeUndefined();
  });

  test("is refused where somebody has changed what goes", async () => {
    const error = await refusal(change, { title: "old", tags: { a: "2" } });
    expect(error?.code).toBe("ORG0604");
    expect(error?.message).toBe('thing one was to be deleted with the tags {"a":"1"}, and has {"a":"2"} now');
  });
});

test("a look that fails fails the change: could not read is never gone", async () => {
  const boom = new OrgsyncError("ORG0502", "denied");
  for (const change of [
    changeOf("update", { title: "old" }, { title: "new" }),
    changeOf("delete", { title: "old" }, null),
  ])
    expect(
      await refusal(change, () => {
        throw boom;
      }),
    ).toBe(boom);
});

test("nothing is looked at for a create, for a kind that has nothing to look at, or for a thing that is gone from live", async () => {
  const looked: unknown[] = [];
  const look: Look = (fields) => void looked.push(fields);
  const before = { address: AT, kind: "thing", key: "one", spec: {} };
  await recheck(kindWith(look), changeOf("create", null, { title: "new" }), undefined, CONTEXT);
  await recheck(kindWith(look), changeOf("delete", { title: "old" }, null), undefined, CONTEXT);
  expect(looked).toEqual([]);
  const update = changeOf("update", { title: "old" }, { title: "new" });
  await expect(recheck(kindWith(), update, before, CONTEXT)).resolves.toBeUndefined();
});
