import { expect } from "vitest";
import type { World } from "../../src/sandbox/index.ts";
import { begunInVain, createdTwice, twiceIn } from "../faults/twice.ts";
import { expectRest } from "../laws/rest.ts";
import { bench } from "../support/engine.ts";
import type { Case, Undisturbed } from "./cases.ts";
import { stateOf } from "./state.ts";
import { beyond, watchOver } from "./watch.ts";
import { killAt, type Moment } from "./wire.ts";

/** Where a run dies, and how long it is until somebody runs the command again. */
export interface Death {
  readonly write: number;
  readonly moment: Moment;
  /** With a seed requests take a while, and those that are under way when the process dies still reach AWS. */
  readonly wire?: number;
  readonly pauseMs: number;
}

export const deathOf = ({ write, moment, wire, pauseMs }: Death): string =>
  `write ${write} ${moment}, ${wire === undefined ? "a wire without delay" : `wire ${wire}`}, again after ${pauseMs} ms`;

/** All runs together, those that were killed too. */
const MOST_RUNS = 3;

/**
 * Applies, dies, and runs the same command again until nothing is left; everything that must hold is checked on the
 * way.
 *
 * @returns how many of the deaths came to pass.
 */
export async function dieAndRunAgain(
  { world: made, config }: Case,
  calm: Undisturbed,
  deaths: readonly Death[],
): Promise<number> {
  const { names, keepsAdmin, plan } = calm;
  const world = made();
  const watch = watchOver(world, { names, keepsAdmin });
  const calls: Parameters<typeof createdTwice>[0][number][] = [];
  const observe = (call: (typeof calls)[number]): void => {
    calls.push(call);
    watch.see(call);
  };

  let died = 0;
  for (const { write, moment, wire, pauseMs } of deaths) {
    const kill = killAt(write, moment, wire);
    const there = bench(world, { observe, between: kill.between });
    const run = await Promise.race([there.apply(config), kill.died]);
    settleAt(world, there.now() + pauseMs);
    if (run !== undefined) expectRest(run.plan, plan);
    if (kill.isDead()) died += 1;
  }

  let rest = [""];
  for (let runs = deaths.length; runs < MOST_RUNS && !sameMembers(rest, calm.rest); runs++) {
    const there = bench(world, { observe });
    const again = await there.apply(config);
    expectRest(again.plan, plan);
    settleAt(world, there.now());
    rest = (await bench(world, { observe }).plan(config)).plan.changes.map(({ address }) => address);
  }
  expect(rest.toSorted()).toEqual(calm.rest.toSorted());
  expect(watch.wrongs).toEqual([]);
  expect(beyond([plan], watch.moves)).toEqual([]);
  expect(twiceIn(world)).toEqual([]);
  expect(createdTwice(calls)).toEqual([]);
  expect(begunInVain(world)).toEqual([]);
  expect(stateOf(world, names)).toEqual(calm.state);
  return died;
}

function settleAt(world: World, now: number): void {
  world.now = now;
}

const sameMembers = (left: readonly string[], right: readonly string[]): boolean =>
  JSON.stringify(left.toSorted()) === JSON.stringify(right.toSorted());
