import { describe, expect, test } from "vitest";
import { execute, type ExecuteOptions } from "../../src/engine/execute.ts";
import { address } from "../../src/model/address.ts";
import { OrgsyncError } from "../../src/model/errors.ts";
import type { ApplyEvent } from "../../src/model/event.ts";
import type { AnyKind, WriteContext } from "../../src/model/kind.ts";
import type { Change, Plan } from "../../src/model/plan.ts";
import type { Resource } from "../../src/model/resource.ts";
import { virtualClock } from "../../src/sandbox/index.ts";
import { changeOf, kindOf, NO_AWS, type NoAws, resource, snapshotOf } from "./madeUp.ts";

/*
 * How changes are made, whatever they are: in which order, how many at once, and what becomes of those that need one
 * that fails. Every write takes as many seconds as its thing says, ten if it does not.
 */

type Context = WriteContext<NoAws>;
type Write = (one: Resource<object, object>, context: Context) => Promise<void> | void;

/** Applies changes; `log` is what was at work, a line each time something began or ended. */
async function applied(
  changes: readonly Change[],
  {
    kinds = {},
    live = [],
    write = () => {},
    ...options
  }: Partial<Omit<ExecuteOptions<NoAws>, "kinds" | "live">> & {
    readonly kinds?: Readonly<Record<string, Partial<AnyKind<NoAws>>>>;
    readonly live?: readonly Resource[];
    /** What a write does, in the middle of it. */
    readonly write?: Write;
  } = {},
) {
  const clock = virtualClock(0);
  const log: string[] = [];
  const events: ApplyEvent[] = [];
  const work = async (one: Resource<object, object>, context: Context): Promise<void> => {
    log.push(`+ ${one.key}`);
    await clock.sleep((((one.spec as { seconds?: number }).seconds ?? 10) * 1_000) / 2);
    await write(one, context);
    await clock.sleep((((one.spec as { seconds?: number }).seconds ?? 10) * 1_000) / 2);
    log.push(`- ${one.key}`);
  };
  const names = [...new Set(["thing", "link", ...Object.keys(kinds)])];
  const made = names.map((name) =>
    kindOf(name, {
      create: async (one, context) => {
        await work(one, context);
        return { id: `id of ${one.key}` };
      },
      update: (_before, after, _fields, context) => work(after, context),
      remove: work,
      ...kinds[name],
    }),
  );
  const { outcome, live: after } = await execute<NoAws>({
    kinds: made,
    plan: { changes, digest: "d1" } as unknown as Plan,
    live: snapshotOf(...live),
    desired: new Map(),
    aws: NO_AWS,
    clock,
    emit: (event) => void events.push(event),
    ...options,
  });
  const why = Object.fromEntries(
    events.flatMap((event) =>
      event.type === "skipped"
        ? [[event.change.address, event.because]]
        : event.type === "failed"
          ? [[event.change.address, event.failure.message]]
          : [],
    ),
  );
  return { outcome, live: after, events, why, log };
}

const create = (key: string, spec = {}) => changeOf("create", "thing", key, spec);
const to = (...refs: string[]) => ({ refs: refs.map((key) => address("thing", key)) });
const linking = (key: string, ...refs: string[]) => changeOf("create", "link", key, to(...refs));

/** The most that were at work at once. */
function mostAtOnce(log: readonly string[]): number {
  let now = 0;
  return Math.max(...log.map((line) => (now += line.startsWith("+") ? 1 : -1)));
}

describe("changes", () => {
  test("that need nothing of each other are made at once", async () => {
    const { outcome, log } = await applied(["a", "b", "c"].map((key) => create(key)));
    expect(log.slice(0, 3)).toEqual(["+ a", "+ b", "+ c"]);
    expect(outcome.seconds).toBe(10);
  });

  test("are at most so many of a kind, and no kind keeps another waiting", async () => {
    const many = Array.from({ length: 100 }, (_, index) => create(`t${index}`));
    const { log } = await applied([...many, linking("link")]);
    const began = log.slice(
      0,
      log.findIndex((line) => line.startsWith("-")),
    );
    expect(began).toHaveLength(25);
    expect(began).toContain("+ link");
    expect(mostAtOnce(log)).toBe(25);
  });

  test("come when what they refer to is there, and each as soon as it may", async () => {
    const { log, outcome } = await applied([
      linking("to-both", "slow", "quick"),
      linking("to-quick", "quick"),
      create("slow", { seconds: 60 }),
      create("quick", { seconds: 2 }),
    ]);
    expect(outcome.failed).toEqual([]);
    expect(log.indexOf("+ to-quick")).toBeGreaterThan(log.indexOf("- quick"));
    expect(log.indexOf("+ to-quick")).toBeLessThan(log.indexOf("- slow"));
    expect(log.indexOf("+ to-both")).toBeGreaterThan(log.indexOf("- slow"));
  });

  test("see what there is now, with the ids of what was made, and are told when AWS may not show it yet", async () => {
    const seen = new Map<string, unknown>();
    const aws: NoAws = { settling: () => settling };
    const settling: NoAws = { settling: () => settling };
    await applied(
      [
        create("new"),
        linking("to-new", "new"),
        changeOf("update", "thing", "old", to("new")),
        changeOf("update", "thing", "alone", { title: "x" }),
      ],
      {
        aws,
        live: [resource("thing", "old"), resource("thing", "alone")],
        write: ({ key }, { fresh, aws: used, live }) => {
          seen.set(key, { fresh, settles: used === settling, ids: live.get(address("thing", "new"))?.ids });
        },
      },
    );
    const ids = { id: "id of new" };
    expect(Object.fromEntries(seen)).toEqual({
      alone: { fresh: false, settles: false, ids: undefined },
      new: { fresh: false, settles: true, ids: undefined },
      old: { fresh: true, settles: true, ids },
      "to-new": { fresh: true, settles: true, ids },
    });
  });

  test("leave behind what there is then: made, changed and gone", async () => {
    const { live } = await applied(
      [
        create("new", { title: "n" }),
        {
          ...changeOf("update", "thing", "old", { title: "2" }),
          fields: [{ field: "title", before: "1", after: "2" }],
        },
        changeOf("delete", "thing", "gone"),
      ],
      { live: [{ ...resource("thing", "old", { title: "1" }), ids: { id: "7" } }, resource("thing", "gone")] },
    );
    expect([...live.values()].map(({ key, spec, ids }) => [key, spec, ids])).toEqual([
      ["old", { title: "2" }, { id: "7" }],
      ["new", { title: "n" }, { id: "id of new" }],
    ]);
  });
});

describe("lanes", () => {
  const five = ["a", "b", "c", "d", "e"];

  test("hold no more than their limit at once, and all come to their turn", async () => {
    for (const limit of [1, 2]) {
      const lanes = () => [{ name: "one", limit }];
      const { log, outcome } = await applied(
        five.map((key) => create(key)),
        { kinds: { thing: { lanes } } },
      );
      expect(mostAtOnce(log)).toBe(limit);
      expect(outcome.done).toHaveLength(5);
    }
  });

  test("keep only those waiting that need the same", async () => {
    const lanes = (spec: object) => [{ name: `account ${(spec as { account: string }).account}`, limit: 1 }];
    const changes = five.map((key, index) => create(key, { account: index < 4 ? "busy" : "free" }));
    const { log } = await applied(changes, { kinds: { thing: { lanes } } });
    expect(log.slice(0, 2)).toEqual(["+ a", "+ e"]);
  });

  test("may be taken for a part of a change, and are given back when that fails", async () => {
    let inside = 0;
    let most = 0;
    const { outcome } = await applied(
      five.map((key) => create(key)),
      {
        write: async ({ key }, { inLane }) =>
          inLane({ name: "part", limit: 1 }, async () => {
            most = Math.max(most, ++inside);
            await Promise.resolve();
            inside--;
            if (key === "b") throw new OrgsyncError("ORG0501", "no");
          }),
      },
    );
    expect(most).toBe(1);
    expect(outcome).toMatchObject({ failed: ["thing:b"], left: [] });
    expect(outcome.done).toHaveLength(4);
  });

  test("let changes on which access hangs be made one at a time, each after a look", async () => {
    const looked: unknown[] = [];
    const { log } = await applied(
      five.map((key) => changeOf("delete", "thing", key)),
      {
        live: five.map((key) => resource("thing", key)),
        guard: {
          concerns: ({ key }) => key !== "e",
          check: async ({ key }, done) =>
            void looked.push([key, done.map((one) => one.key).filter((one) => one !== "e")]),
        },
      },
    );
    expect(mostAtOnce(log.filter((line) => !line.endsWith("e")))).toBe(1);
    expect(looked).toEqual([
      ["a", []],
      ["b", ["a"]],
      ["c", ["a", "b"]],
      ["d", ["a", "b", "c"]],
    ]);
  });
});

describe("a change that fails", () => {
  const failing =
    (error: Error): Write =>
    ({ key }) => {
      if (key === "bad") throw error;
    };
  const denied = new OrgsyncError("ORG0502", "denied", { hint: "ask somebody" });
  const rest = [linking("to-bad", "bad"), changeOf("create", "far", "far", { refs: [address("link", "to-bad")] })];
  const kinds = { far: {} };

  test("keeps from being made what needs it, at any distance, and nothing else", async () => {
    const { outcome, why, log } = await applied([create("bad"), create("good"), linking("to-good", "good"), ...rest], {
      kinds,
      write: failing(denied),
    });
    expect(outcome).toMatchObject({
      done: ["thing:good", "link:to-good"],
      failed: ["thing:bad"],
      skipped: ["link:to-bad", "far:far"],
      waiting: [],
      left: [],
      interrupted: false,
    });
    expect(why).toEqual({ "thing:bad": "denied", "link:to-bad": "needs thing bad", "far:far": "needs link to-bad" });
    expect(log).not.toContain("+ to-bad");
  });

  test("because nobody may sign in any more ends everything: what has begun ends, the rest is left", async () => {
    const lanes = () => [{ name: "two", limit: 2 }];
    const { outcome, why } = await applied([create("bad"), create("b", { seconds: 90 }), create("c"), ...rest], {
      kinds: { ...kinds, thing: { lanes } },
      write: failing(new OrgsyncError("ORG0503", "the token is over")),
    });
    expect(outcome).toMatchObject({
      done: ["thing:b"],
      failed: ["thing:bad"],
      skipped: ["link:to-bad", "far:far"],
      left: ["thing:c"],
      interrupted: false,
    });
    expect(why["thing:bad"]).toBe("the token is over");
  });

  test("by a defect of ours ends everything too, and shows where", async () => {
    const lanes = () => [{ name: "one", limit: 1 }];
    const { outcome, events } = await applied([create("bad"), create("b")], {
      kinds: { thing: { lanes } },
      write: failing(new TypeError("nothing has no name")),
    });
    expect(outcome).toMatchObject({ failed: ["thing:bad"], left: ["thing:b"] });
    const [failed] = events.flatMap((event) => (event.type === "failed" ? [event.failure] : []));
    expect(failed).toMatchObject({ code: "ORG0799", message: expect.stringMatching(/nothing has no name\n +at /) });
  });

  test("since a look before it said so is not made", async () => {
    const { outcome, log } = await applied([changeOf("delete", "thing", "a")], {
      live: [resource("thing", "a")],
      guard: { concerns: () => true, check: () => Promise.reject(denied) },
    });
    expect(outcome).toMatchObject({ failed: ["thing:a"], done: [] });
    expect(log).toEqual([]);
  });
});

describe("a change that waits for a person", () => {
  const byHand = { ...create("hub"), waits: "a person must make it" };

  test("is not tried, nor what needs it, and both say what for; the rest is made", async () => {
    const { outcome, why, log } = await applied([byHand, linking("spoke", "hub"), create("free")]);
    expect(outcome).toMatchObject({
      done: ["thing:free"],
      failed: [],
      skipped: [],
      waiting: ["thing:hub", "link:spoke"],
    });
    expect(why).toEqual({ "thing:hub": "a person must make it", "link:spoke": "needs thing hub" });
    expect(log).toEqual(["+ free", "- free"]);
  });

  test("says so of what waits itself in its own words", async () => {
    const spoke = { ...linking("spoke", "hub"), waits: "thing must be there first" };
    expect((await applied([byHand, spoke])).why).toMatchObject({ "link:spoke": "thing must be there first" });
  });
});

describe("an interruption", () => {
  test("begins nothing more; what has begun ends as it ends, and all the rest is left", async () => {
    const interruption = new AbortController();
    const lanes = () => [{ name: "two", limit: 2 }];
    const { outcome, events } = await applied(
      [create("ends"), create("breaks-off"), create("never"), linking("to-never", "never"), linking("to-ends", "ends")],
      {
        signal: interruption.signal,
        kinds: { thing: { lanes } },
        write: ({ key }) => {
          interruption.abort(new Error("interrupted"));
          if (key === "breaks-off") throw interruption.signal.reason;
        },
      },
    );
    expect(outcome).toMatchObject({
      done: ["thing:ends"],
      failed: [],
      skipped: [],
      left: ["thing:breaks-off", "thing:never", "link:to-never", "link:to-ends"],
      interrupted: true,
    });
    expect(events.filter(({ type }) => type === "failed" || type === "skipped")).toEqual([]);
  });

  test("before anything has begun leaves all of it", async () => {
    const { outcome, log } = await applied([create("a")], { signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ done: [], left: ["thing:a"], interrupted: true });
    expect(log).toEqual([]);
  });
});

test("whoever listens hears when each began and ended, on the clock, and what it says of itself", async () => {
  const { events } = await applied([create("a", { seconds: 4 }), linking("b", "a")], {
    write: ({ key }, { progress }) => progress(`half of ${key}`),
  });
  expect(
    events.map((event) => [
      event.type,
      event.at / 1_000,
      ...("change" in event ? [event.change.key] : []),
      ...(event.type === "progress" ? [event.detail] : []),
      ...(event.type === "done" ? [event.seconds] : []),
    ]),
  ).toEqual([
    ["begin", 0],
    ["start", 0, "a"],
    ["progress", 2, "a", "half of a"],
    ["done", 4, "a", 4],
    ["start", 4, "b"],
    ["progress", 9, "b", "half of b"],
    ["done", 14, "b", 10],
    ["end", 14],
  ]);
  expect(events[0]).toMatchObject({ changes: 2, digest: "d1" });
});

test("a plan with nothing to do begins and ends", async () => {
  const { outcome, events } = await applied([]);
  expect(events.map(({ type }) => type)).toEqual(["begin", "end"]);
  expect(outcome).toEqual({ done: [], failed: [], skipped: [], waiting: [], left: [], interrupted: false, seconds: 0 });
});

test("a verb that a kind does not have is a defect, told as one", async () => {
  const { outcome, why } = await applied([create("a")], { kinds: { thing: { create: undefined as never } } });
  expect(outcome.failed).toEqual(["thing:a"]);
  expect(why["thing:a"]).toContain("thing has no create");
});
