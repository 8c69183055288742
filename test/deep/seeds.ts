import fc from "fast-check";
import { expect, test } from "vitest";
import {
  FAULT_KINDS,
  type Fault,
  type ObservedCall,
  type Sandbox,
  type VirtualClock,
} from "../../src/sandbox/index.ts";
import { begunInVain, createdTwice, twiceIn } from "../faults/twice.ts";
import { bench, type BenchOptions, configOf } from "../support/engine.ts";
import { twoFiles } from "../worlds/arbitrary.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { undisturbed } from "./cases.ts";
import { expectPlainWords, expectRefusal, release } from "./faults.ts";
import { figure, tell } from "./figures.ts";
import { somebodyElse } from "./others.ts";
import { only, PEOPLE, SERVICES, TREE, withBoss } from "./parts.ts";
import { LONG, randomFrom, sizeOf } from "./sizes.ts";
import { stateOf } from "./state.ts";
import { beyond, watchOver } from "./watch.ts";
import { wire } from "./wire.ts";

/** Within so many applies of the same file everything is as it says, once nothing goes wrong any more. */
const MOST_RUNS = 4;

type Random = () => number;
const pick = <T>(pool: readonly T[], random: Random): T => pool[Math.floor(random() * pool.length)] as T;

/** A world and a file for a seed: about all that there is, or a part of it. */
function filesFor(seed: number, random: Random): { before: OrgFile; wanted: OrgFile } {
  const [files] = fc.sample(twoFiles, { seed, numRuns: 1 });
  if (files === undefined) throw new Error("one was asked for");
  const before = withBoss(files.before);
  const wanted = withBoss(files.wanted);
  const part = pick(["all", "all", "tree", "tree and services", "people", "people", "people"] as const, random);
  switch (part) {
    case "all":
      return { before, wanted };
    case "tree": {
      // AWS closes no account that still administers a service, and this file takes that from nobody.
      const { delegatedAdministrators: _, ...free } = before;
      return { before: free, wanted: only(wanted, TREE) };
    }
    case "tree and services":
      return { before, wanted: only(wanted, [...TREE, ...SERVICES]) };
    case "people": {
      // The tree stays as it is.
      const { accounts = {}, organizationalUnits = {} } = before;
      const assignments = (wanted.assignments ?? []).filter(
        (entry) =>
          (entry.accounts ?? []).every((name) => Object.hasOwn(accounts, name)) &&
          (entry.ous ?? []).every((path) => path === "root" || Object.hasOwn(organizationalUnits, path)),
      );
      return { before, wanted: { ...only(wanted, PEOPLE), assignments, ...only(before, TREE.slice(0, 3)) } };
    }
  }
}

const WHERE = ["*", "*", "*:Create*", "*:Delete*", "*:List*", "*:Describe*", "organizations:*", "ssoAdmin:*"];

function faultsFor(random: Random): Fault[] {
  return Array.from({ length: Math.floor(random() * 4) }, () => ({
    operation: pick(WHERE, random),
    kind: pick(FAULT_KINDS, random),
    nth: 1 + Math.floor(random() * 60),
  }));
}

/** One seed from its beginning to its end. */
export async function play(seed: number): Promise<void> {
  const random = randomFrom(seed);
  const { before, wanted } = filesFor(seed, random);
  const config = await configOf(textOf(wanted));
  const world = worldOf(before, { accountQuota: 20 });
  const watch = watchOver(world, { keepsAdmin: true });
  let foreign = false;
  const observe = (call: ObservedCall): void => {
    if (foreign) return watch.forgive();
    watch.see(call);
  };
  const edits = random() < 0.5 ? 0 : 1 + Math.floor(random() * 2);

  /** A run into which somebody else comes, at these of its requests. */
  const disturbed = (): BenchOptions => {
    const at = new Set(Array.from({ length: edits }, () => 1 + Math.floor(random() * 100)));
    const wireSeed = random() < 0.3 ? Math.floor(random() * 1e6) : undefined;
    const visibilityDelayMs = random() < 0.3 ? Math.floor(random() * 20_000) : 0;
    let sent = 0;
    return {
      faults: faultsFor(random),
      visibilityDelayMs,
      observe,
      between: (sandbox: Sandbox, clock: VirtualClock) => {
        const theirs: Sandbox = {
          ...sandbox,
          handle(request, options) {
            // The sandbox answers at once, so nobody else's call comes in between.
            foreign = true;
            try {
              return sandbox.handle(request, options);
            } finally {
              foreign = false;
            }
          },
        };
        const slow = wire(sandbox, clock, wireSeed);
        return async (request, options) => {
          if (at.has(++sent)) await somebodyElse(theirs, world, random);
          return slow(request, options);
        };
      },
    };
  };

  const plans = [];
  let left: readonly string[] = [""];
  const disturbances = random() < 0.2 ? 2 : 1;
  // One run more, which has nothing to do.
  for (let run = 0; run <= MOST_RUNS && left.length > 0; run++) {
    const there = bench(world, run < disturbances ? disturbed() : { observe });
    const applied = await there.apply(config).catch((error: unknown) => expectRefusal(error));
    if (applied !== undefined) {
      plans.push(applied.plan);
      expectPlainWords(applied.events);
    }
    expect(there.calls.length).toBeLessThan(10_000);
    expect(createdTwice(there.calls)).toEqual([]);
    // Time for what AWS shows late, and for what hangs.
    world.now = there.now() + 60_000;
    release(world);
    if (run >= disturbances && applied !== undefined) left = applied.plan.changes.map(({ address }) => address);
  }
  expect(left).toEqual([]);
  expect(watch.wrongs).toEqual([]);
  expect(twiceIn(world)).toEqual([]);
  if (edits === 0) {
    // A run that ended before it began has no plan, and did nothing.
    expect(beyond(plans, watch.moves)).toEqual([]);
    if (seed % 8 === 0) {
      const calm = await undisturbed({ name: "", world: () => worldOf(before, { accountQuota: 20 }), config });
      expect(stateOf(world)).toEqual(calm.state);
    }
  }
  expect(begunInVain(world)).toEqual([]);
}

const REPLAYED = process.env["ORGSYNC_SEED"];

/** One share of the seeds; its shares together are all of them. */
export function seeds(share: number, shares: number): void {
  const wanted = sizeOf("seeds");
  test(
    `random worlds, files, faults, other people's edits and clocks (${share} of ${shares})`,
    async () => {
      const mine =
        REPLAYED === undefined ? range(wanted).filter((seed) => seed % shares === share - 1) : [Number(REPLAYED)];
      const wrong: string[] = [];
      for (const seed of mine) {
        try {
          await play(seed);
        } catch (error) {
          const message =
            error instanceof Error ? (REPLAYED === undefined ? error.message : error.stack) : String(error);
          tell(`seed ${seed}: ${message}`);
          wrong.push(`seed ${seed}: ORGSYNC_SEED=${seed} npx vitest run test/deep/seeds1.test.ts\n${message}`);
        }
        // The first few say enough.
        if (wrong.length >= 10) break;
      }
      expect(wrong.join("\n\n")).toBe("");
      if (REPLAYED === undefined)
        figure("seeds", mine.length, "random worlds, files, faults, other people's edits and clocks; all converge");
    },
    LONG,
  );
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
