import Type from "typebox";
import { describe, expect, test } from "vitest";
import { isManaged, kindsFor, readLive } from "../../src/engine/live.ts";
import type { AnyKind, ReadContext } from "../../src/model/kind.ts";
import { defineSection } from "../../src/model/section.ts";
import { configWith, kindOf, NO_AWS, type NoAws, resource } from "./madeUp.ts";

/** Reads kinds, each of which reads what it is told to, or one thing. */
async function read(
  kinds: readonly (readonly [name: string, parts?: Partial<AnyKind<NoAws>>])[],
  sections: Readonly<Record<string, unknown>>,
  whole?: true,
) {
  const asked: string[] = [];
  const made = kinds.map(([name, parts]) =>
    kindOf(name, {
      ...parts,
      read: (context) => {
        asked.push(`${name}${context.managed ? "" : " (looked up)"}`);
        return parts?.read?.(context) ?? Promise.resolve([resource(name, "one")]);
      },
    }),
  );
  const done: string[] = [];
  const live = await readLive({
    kinds: made,
    aws: NO_AWS,
    config: configWith(sections),
    onRead: (kind, count) => void done.push(`${kind.name} ${count}`),
    ...(whole === undefined ? {} : { whole }),
  });
  return { ...live, asked, done };
}

describe("what is read", () => {
  test("is what the file decides, and nothing else", async () => {
    const { snapshot, asked, done } = await read([["a"], ["b"], ["c"]], { bs: {} });
    expect(asked).toEqual(["b"]);
    expect(done).toEqual(["b 1"]);
    expect([...snapshot.keys()]).toEqual(["b:one"]);
  });

  test("is what they look up too, to any depth, and they are told that it is only looked up", async () => {
    const kinds = [["a"], ["b", { needs: () => ["a"] }], ["c", { needs: () => ["b"] }], ["d"]] as const;
    expect((await read(kinds, { cs: {} })).asked).toEqual(["a (looked up)", "b (looked up)", "c"]);
  });

  test("goes on where kinds need one another", async () => {
    const kinds = [
      ["a", { needs: () => ["b"] }],
      ["b", { needs: () => ["a"] }],
    ] as const;
    expect((await read(kinds, { as: {} })).asked).toEqual(["a", "b (looked up)"]);
  });

  test("depends on what the file has, where needs do", async () => {
    const needs = ({ sections }: { sections: object }) => ("extra" in sections ? ["a"] : []);
    const kinds = [["a"], ["b", { needs }]] as const;
    expect((await read(kinds, { bs: {} })).asked).toEqual(["b"]);
    expect((await read(kinds, { bs: {}, extra: {} })).asked).toEqual(["a (looked up)", "b"]);
  });

  test("is what is always decided, without its section", async () => {
    expect((await read([["a", { always: true }], ["b"]], {})).asked).toEqual(["a"]);
  });

  test("is everything, as if every section were there, when the whole is asked for", async () => {
    expect((await read([["a"], ["b"]], {}, true)).asked).toEqual(["a", "b"]);
  });
});

describe("a kind", () => {
  test("is handed what an earlier one has read, and waits for nothing else", async () => {
    const order: string[] = [];
    let give = (): void => {};
    const given = new Promise<void>((resolve) => (give = resolve));
    const { snapshot } = await read(
      [
        ["slow", { read: () => given.then(() => (order.push("slow"), [resource("slow", "s")])) }],
        [
          "needing",
          {
            needs: () => ["slow"],
            read: async ({ resources }) => {
              const [first] = await resources("slow");
              order.push(`needing ${first?.key}`);
              return [];
            },
          },
        ],
        ["quick", { read: async () => (order.push("quick"), give(), []) }],
      ],
      { slows: {}, needings: {}, quicks: {} },
    );
    expect(order).toEqual(["quick", "slow", "needing s"]);
    expect([...snapshot.keys()]).toEqual(["slow:s"]);
  });

  test("cannot look at what it has not said that it needs", async () => {
    const peeking = { read: async ({ resources }: ReadContext<NoAws>) => [...(await resources("a"))] };
    await expect(read([["b", peeking], ["a"]], { as: {}, bs: {} })).rejects.toThrow(
      "kind b reads a without needing it",
    );
  });

  test("can say something to the reader of the plan", async () => {
    const notice = { code: "ORG0603", severity: "warning", message: "look" } as const;
    const { notices } = await read([["a", { read: async (context) => (context.notice(notice), []) }]], { as: {} });
    expect(notices).toEqual([notice]);
  });
});

describe("a read fails as a whole", () => {
  const failing = (message: string, after: Promise<unknown> = Promise.resolve()) => ({
    read: () => after.then(() => Promise.reject(new Error(message))),
  });

  test("with the first failure in the order of the kinds, whichever came first", async () => {
    const later = new Promise((resolve) => setImmediate(resolve));
    const kinds = [["a", failing("of a", later)], ["b", failing("of b")], ["c"]] as const;
    await expect(read(kinds, { as: {}, bs: {}, cs: {} })).rejects.toThrow("of a");
  });

  test("when two things come under one address", async () => {
    const twice = { read: async () => [resource("a", "one"), resource("a", "one")] };
    await expect(read([["a", twice]], { as: {} })).rejects.toMatchObject({
      code: "ORG0505",
      message: expect.stringContaining("two things that are a:one"),
    });
  });
});

describe("a draft of some sections", () => {
  const list = defineSection("links", Type.Array(Type.Object({})));
  const ground = kindOf("ground", { always: true });
  const thing = kindOf("thing", { needs: () => ["ground"] });
  const link = kindOf("link", {
    section: list,
    // Whoever has the section names things.
    needs: ({ sections }) => (sections["links"] === undefined ? [] : ["thing"]),
  });
  const kinds = [ground, thing, link, kindOf("other")];
  const of = (keys: string[], sections = {}) => {
    const found = kindsFor(kinds, configWith(sections), new Set(keys));
    return { kinds: found.kinds.map(({ name }) => name), sections: [...found.sections].toSorted() };
  };

  test("reads them and all that they may look up, and speaks of the ground that they stand on", () => {
    expect(of(["links"])).toEqual({ kinds: ["ground", "thing", "link"], sections: ["grounds", "links"] });
    expect(of(["others"])).toEqual({ kinds: ["ground", "other"], sections: ["others"] });
  });

  test("reads besides what the file decides, which is planned with it", () => {
    expect(of(["others"], { things: {} }).kinds).toEqual(["ground", "thing", "other"]);
  });
});

test("a file decides a kind when it has its section, even an empty one", () => {
  const kind = kindOf("thing");
  expect([{}, { things: {} }, { others: {} }].map((sections) => isManaged(kind, configWith(sections)))).toEqual([
    false,
    true,
    false,
  ]);
});
