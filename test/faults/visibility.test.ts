import { setMaxListeners } from "node:events";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { twoFiles } from "../worlds/arbitrary.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { createdTwice, twiceIn } from "./twice.ts";
import { AFTER, beforeWorld } from "./world.ts";

const config = await configOf(textOf(AFTER));
/** Every wait listens for an interruption, so Node would take many waits for a leak. */
function interruptible(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

const room = (file: OrgFile) => worldOf(file, { accountQuota: 50 });

test.each([0, 500, 2_000, 5_000, 15_000, 30_000, 60_000])(
  "writes that show after %i ms: the apply makes everything, once",
  async (visibilityDelayMs) => {
    const there = bench(beforeWorld(), { visibilityDelayMs });
    const { plan, outcome, events } = await there.apply(config);
    expect(events.flatMap((event) => (event.type === "failed" ? [event.failure] : []))).toEqual([]);
    expect(outcome.done).toHaveLength(plan.changes.length);
    expect(twiceIn(there.world)).toEqual([]);
    expect(createdTwice(there.calls)).toEqual([]);
    expect((await bench(there.world).plan(config)).plan.changes).toEqual([]);
  },
);

test("answers that are lost, and writes that show late: nothing is made twice", async () => {
  const creates = [
    "CreateUser",
    "CreateGroup",
    "CreateGroupMembership",
    "CreatePermissionSet",
    "CreateOrganizationalUnit",
    "CreateAccount",
    "CreateAccountAssignment",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...creates),
      fc.constantFrom("error-500-after" as const, "reset-after" as const, "timeout-after" as const),
      fc.nat(60_000),
      async (name, kind, visibilityDelayMs) => {
        const world = beforeWorld();
        const there = bench(world, { visibilityDelayMs, faults: [{ operation: `*:${name}`, kind, nth: 1 }] });
        const { outcome } = await there.apply(config);
        expect(twiceIn(world)).toEqual([]);
        expect(createdTwice(there.calls)).toEqual([]);
        // A minute later everybody sees everything.
        const done = new Set<string>(outcome.done);
        world.now = there.now() + 60_000;
        const { plan: rest } = await bench(world).plan(config);
        expect(rest.changes.filter(({ address }) => done.has(address))).toEqual([]);
        const again = await bench(world).apply(config);
        expect(again.outcome.done).toHaveLength(again.plan.changes.length);
        expect((await bench(world).plan(config)).plan.changes).toEqual([]);
        expect(twiceIn(world)).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

test("any world, any file, any delay: the apply makes everything, once", async () => {
  await fc.assert(
    fc.asyncProperty(twoFiles, fc.nat(60_000), async ({ before, wanted }, visibilityDelayMs) => {
      const file = await configOf(textOf(wanted));
      const there = bench(room(before), { visibilityDelayMs });
      const { outcome, plan, events } = await there.apply(file);
      expect(events.flatMap((event) => (event.type === "failed" ? [event.failure] : []))).toEqual([]);
      expect(outcome.done).toHaveLength(plan.changes.length);
      expect(twiceIn(there.world)).toEqual([]);
      expect((await bench(there.world).plan(file)).plan.changes).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test("interrupted after any call: it ends at once, tells what is left, and a rerun makes the rest", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(140), fc.nat(5_000), async (calls, latencyMs) => {
      const interruption = interruptible();
      const world = beforeWorld();
      let seen = 0;
      let after = 0;
      const there = bench(world, {
        latencyMs: latencyMs < 2_500 ? 0 : latencyMs - 2_500,
        observe: () => {
          if (interruption.signal.aborted) after++;
          if (++seen > calls) interruption.abort(new Error("interrupted"));
        },
      });
      const applied = await there.apply(config, interruption.signal).catch((error: unknown) => error);
      // Requests that were under way are answered; one connection's worth of them, not the rest of the apply.
      expect(after).toBeLessThan(40);
      world.now = there.now();
      if (!(applied instanceof Error)) {
        const { outcome, plan } = applied as Awaited<ReturnType<typeof there.apply>>;
        expect(outcome.failed).toEqual([]);
        expect(outcome.interrupted).toBe(interruption.signal.aborted);
        expect(outcome.done.length + outcome.left.length).toBe(plan.changes.length);
        const { plan: rest } = await bench(world).plan(config);
        expect(rest.changes.filter(({ address }) => outcome.done.includes(address))).toEqual([]);
      } else expect(applied.message).toBe("interrupted");
      const again = await bench(world).apply(config);
      expect(again.events.flatMap((event) => (event.type === "failed" ? [event.failure] : []))).toEqual([]);
      expect(again.outcome.done).toHaveLength(again.plan.changes.length);
      expect((await bench(world).plan(config)).plan.changes).toEqual([]);
      expect(twiceIn(world)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("interrupted twice, in any world: the third run makes the rest", async () => {
  await fc.assert(
    fc.asyncProperty(twoFiles, fc.nat(80), fc.nat(80), async ({ before, wanted }, first, second) => {
      const file = await configOf(textOf(wanted));
      const world = room(before);
      for (const calls of [first, second]) {
        const interruption = interruptible();
        let seen = 0;
        const there = bench(world, {
          observe: () => void (++seen > calls && interruption.abort(new Error("interrupted"))),
        });
        await there.apply(file, interruption.signal).catch((error: Error) => expect(error.message).toBe("interrupted"));
        world.now = there.now();
      }
      const again = await bench(world).apply(file);
      expect(again.outcome.done).toHaveLength(again.plan.changes.length);
      expect((await bench(world).plan(file)).plan.changes).toEqual([]);
      expect(twiceIn(world)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
