import { expect } from "vitest";
import { OrgsyncError } from "../../src/model/errors.ts";
import type { ApplyEvent } from "../../src/model/event.ts";
import type { Fault, World } from "../../src/sandbox/index.ts";
import { begunInVain, createdTwice, twiceIn } from "../faults/twice.ts";
import { bench } from "../support/engine.ts";
import type { Case, Undisturbed } from "./cases.ts";
import { isSandboxFault, type KindOfFault, onTheWay } from "./matrix.ts";
import { stateOf } from "./state.ts";
import { beyond, watchOver } from "./watch.ts";

/** One thing that goes wrong in one run. */
export interface Trouble {
  readonly operation: string;
  readonly kind: KindOfFault;
  /** Which call of the operation; every one when it is left out. */
  readonly nth?: number;
  readonly reason?: string | undefined;
}

export const troubleOf = ({ operation, kind, nth, reason }: Trouble): string =>
  `${operation} ${kind}${reason === undefined ? "" : ` (${reason})`} at ${nth === undefined ? "every call" : `call ${nth}`}`;

/** What an apply that meets a fault may take: nothing hangs. */
const MOST_HOURS = 6;
const mostCalls = (calm: Undisturbed): number => 20 * calm.calls.length + 2_000;

export type End = "converged" | "failed closed";

/**
 * Applies with a fault, then without: whatever happened, the end is that of an undisturbed run, and nothing is deleted
 * on the way that an undisturbed run would not delete.
 *
 * @returns what became of the first run.
 */
export async function meet(one: Case, calm: Undisturbed, trouble: Trouble): Promise<End> {
  const { config, options, prelude = [] } = one;
  const { names, keepsAdmin, plan } = calm;
  const world = one.world();
  const watch = watchOver(world, { names, keepsAdmin });
  const { operation, kind, nth, reason } = trouble;
  const faults: Fault[] = isSandboxFault(kind)
    ? [
        {
          operation,
          kind,
          ...(nth === undefined ? {} : { nth }),
          ...(reason === undefined ? {} : { reason }),
        },
      ]
    : [];
  const between = onTheWay(operation, kind, nth);
  const there = bench(world, {
    ...options,
    faults: [...prelude, ...faults],
    observe: watch.see,
    ...(between === undefined ? {} : { between }),
  });
  const began = world.now;
  const run = await there.apply(config).catch((error: unknown) => expectRefusal(error));
  expect(there.now() - began).toBeLessThan(MOST_HOURS * 3_600_000);
  expect(there.calls.length).toBeLessThan(mostCalls(calm));
  if (run !== undefined) expectPlainWords(run.events);
  const closed = run === undefined || run.outcome.failed.length + run.outcome.skipped.length > 0;
  expect(createdTwice(there.calls)).toEqual([]);

  // AWS comes round in the end.
  world.now = there.now() + 60_000;
  release(world);
  let rest: readonly string[] = [""];
  for (let runs = 0; runs < 2 && !same(rest, calm.rest); runs++) {
    const again = bench(world, { ...options, observe: watch.see });
    const { outcome, events } = await again.apply(config);
    expect([outcome.failed, events.flatMap((event) => (event.type === "failed" ? [event.failure] : []))]).toEqual([
      [],
      [],
    ]);
    expect(createdTwice(again.calls)).toEqual([]);
    world.now = again.now();
    rest = (await bench(world, { ...options, observe: watch.see }).plan(config)).plan.changes.map(
      ({ address }) => address,
    );
  }
  expect(rest.toSorted()).toEqual(calm.rest.toSorted());
  expect(watch.wrongs).toEqual([]);
  expect(
    beyond(
      [plan],
      watch.moves.filter(({ action }) => action === "delete"),
    ),
  ).toEqual([]);
  expect(twiceIn(world)).toEqual([]);
  expect(begunInVain(world)).toEqual([]);
  expect(stateOf(world, names)).toEqual(calm.state);
  return closed ? "failed closed" : "converged";
}

/** An apply that ends before it has begun says why, in words. */
export function expectRefusal(error: unknown): undefined {
  expect(error).toBeInstanceOf(OrgsyncError);
  const { code, message } = error as OrgsyncError;
  expect(code).not.toBe("ORG0799");
  expect(message).not.toMatch(/\n\s+at /);
}

export function expectPlainWords(events: readonly ApplyEvent[]): void {
  for (const event of events) {
    if (event.type !== "failed") continue;
    expect(event.failure).not.toMatchObject({ code: "ORG0799" });
    expect(event.failure.message).not.toMatch(/\n\s+at /);
  }
}

/** Ends what was stuck. */
export function release({ organization, identityCenter, now }: World): void {
  const work = [
    ...Object.values(organization?.createRequests ?? {}),
    ...Object.values(identityCenter?.requests ?? {}),
    ...(organization?.root.policyTypes ?? []),
    ...(identityCenter?.accessControlCreation === undefined ? [] : [identityCenter.accessControlCreation]),
  ];
  for (const one of work) if (one.endsAt !== undefined && one.endsAt > now) one.endsAt = now;
}

const same = (left: readonly string[], right: readonly string[]): boolean =>
  JSON.stringify(left.toSorted()) === JSON.stringify(right.toSorted());
