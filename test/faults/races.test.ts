import { figure } from "../deep/figures.ts";
import { sizeOf } from "../deep/sizes.ts";
import { afterAll, describe, expect, test } from "vitest";
import { sameJson } from "../../src/model/json.ts";
import type { ObservedCall, World } from "../../src/sandbox/index.ts";
import { bench, configOf } from "../support/engine.ts";
import { textOf } from "../worlds/file.ts";
import { type Rival, RIVALS, STAGES, stageWorld } from "./rivals.ts";

/*
 * Races: while an apply is under way somebody else changes what it is about to change, after any call between the last
 * read of the plan and the change's own look. One of each rival at least, at most all.
 */

const MOST = sizeOf("races");

const names = Object.keys(STAGES) as (keyof typeof STAGES)[];
const configs = Object.fromEntries(
  await Promise.all(names.map(async (name) => [name, await configOf(textOf(STAGES[name].after))] as const)),
);
const configFor = ({ stage }: Rival) => configs[stage] ?? fail(`no file for ${stage}`);

function fail(message: string): never {
  throw new Error(message);
}

/** Every call of an apply that nobody disturbs, and how many of them the plan took. */
const undisturbed = Object.fromEntries(
  await Promise.all(
    names.map(async (name) => {
      const planned = bench(stageWorld(name));
      await planned.plan(configs[name] ?? fail(name));
      const there = bench(stageWorld(name));
      const { outcome, plan } = await there.apply(configs[name] ?? fail(name));
      if (outcome.done.length < plan.changes.length) fail(`the undisturbed ${name} fail`);
      return [name, { reads: planned.calls.length, calls: there.calls, plan }] as const;
    }),
  ),
);

function sees({ seenBy }: Rival, world: World, { service, operation, input }: ObservedCall): boolean {
  return `${service}:${operation}` === seenBy.operation && JSON.stringify(input).includes(seenBy.mentions(world));
}

interface Race {
  readonly rival: Rival;
  /** The call after which the rival acts. */
  readonly after: number;
}

/** Every gap in which the rival may act, in an order in which any beginning of it is spread over all of them. */
function gapsOf(rival: Rival): number[] {
  const { reads, calls } = undisturbed[rival.stage] ?? fail(rival.stage);
  const world = stageWorld(rival.stage);
  const own = calls.findIndex((call, index) => index >= reads && sees(rival, world, call));
  if (own === -1) fail(`${rival.address} is never looked at by ${rival.seenBy.operation}`);
  const golden = (index: number): number => (index * 0.618_033_988_75) % 1;
  return Array.from({ length: own - reads + 1 }, (_, index) => ({ after: reads + index, at: golden(index + 1) }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ after }) => after);
}

function racesOf(rivals: readonly Rival[]): { races: Race[]; possible: number } {
  const gaps = rivals.map((rival) => ({ rival, gaps: gapsOf(rival) }));
  const possible = gaps.reduce((sum, one) => sum + one.gaps.length, 0);
  const races: Race[] = [];
  for (let round = 0; round === 0 || (races.length < MOST && races.length < possible); round++) {
    for (const { rival, gaps: own } of gaps) {
      const after = own[round];
      if (after !== undefined && (round === 0 || races.length < MOST)) races.push({ rival, after });
    }
  }
  return { races, possible };
}

const { races, possible } = racesOf(RIVALS);
let run = 0;
let refused = 0;

afterAll(() => {
  process.stdout.write(
    `${run} races of ${possible} (${RIVALS.length} rivals): ${refused} changes refused, nothing of anybody else's overwritten\n`,
  );
});

const titled = (rival: Rival) => `${rival.stage} ${rival.address} ${rival.field}: somebody ${rival.does}`;
const byRival = RIVALS.map((rival) => ({
  name: titled(rival),
  rival,
  gaps: races.filter((race) => race.rival === rival).map(({ after }) => after),
}));

describe.each(byRival)("$name", ({ rival, gaps }) => {
  test.each(gaps)("after call %i", async (after) => {
    const config = configFor(rival);
    const world = stageWorld(rival.stage);
    let calls = 0;
    let theirs: unknown;
    const there = bench(world, {
      observe: (call) => {
        if (++calls === after) {
          rival.act(world);
          // What the sandbox remembers beside a world does not know of it.
          world.organization = structuredClone(world.organization);
          world.identityCenter = structuredClone(world.identityCenter);
          theirs = structuredClone(rival.value(world));
        } else if (calls < after && calls > (undisturbed[rival.stage]?.reads ?? 0))
          // Otherwise the change has had its look already, and this is no race.
          expect(sees(rival, world, call)).toBe(false);
      },
    });
    const { plan, outcome, events } = await there.apply(config);
    expect(calls).toBeGreaterThan(after);
    world.now = there.now();

    // Nobody's value is gone.
    expect(rival.value(world)).toEqual(theirs);
    const failures = events.flatMap((event) => (event.type === "failed" ? [event] : []));
    if (rival.refused === undefined) expect(failures).toEqual([]);
    else {
      expect(failures.map(({ change }) => change.address)).toEqual([rival.address]);
      const [{ change, failure }] = failures as [(typeof failures)[0]];
      expect(failure.code).toBe(rival.refused);
      expect(failure.message).toContain(change.label);
      if (rival.refused === "ORG0604") expect(failure.message).toContain(rival.field);
      expect(failure.hint).toContain("run plan again");
      refused++;
    }
    // Everything else is made, but for what needs the refused change.
    const skipped = events.flatMap((event) => (event.type === "skipped" ? [event.change.address] : []));
    expect(skipped.length).toBeLessThanOrEqual(1);
    expect(outcome.done).toHaveLength(plan.changes.length - failures.length - skipped.length);

    const { plan: next } = await bench(world).plan(config);
    if (rival.refused === undefined) expect(next.changes).toEqual([]);
    else {
      expect(next.changes.length).toBeGreaterThan(0);
      // What somebody has written is what the next plan shows as the value before.
      if (rival.shown !== undefined) {
        const shown = next.changes.map(({ before }) => before?.[rival.field]);
        expect(
          shown.some((value) => sameJson(value, rival.shown)),
          JSON.stringify(shown),
        ).toBe(true);
      }
    }
    run++;
  });
});

/** Looks that an apply takes, with the changes that need them. */
const LOOKS: Readonly<Record<string, Readonly<Partial<Record<keyof typeof STAGES, readonly string[]>>>>> = {
  "organizations:DescribeOrganizationalUnit": {
    updates: ["organizationalUnit:Later"],
    deletes: ["organizationalUnit:Empty"],
  },
  "organizations:ListParents": { updates: ["account:acme-dev"] },
  "organizations:DescribeAccount": { updates: ["account:acme-ops"] },
  "identityStore:DescribeUser": { updates: ["user:dax@acme.com"], deletes: ["user:eve@acme.com"] },
  "identityStore:DescribeGroup": { updates: ["group:admins", "group:builders"], deletes: ["group:leavers"] },
};
const blind = Object.entries(LOOKS).flatMap(([operation, stages]) =>
  (["access-denied", "error-500", "malformed-body", "throttle", "reset", "not-implemented"] as const).flatMap((kind) =>
    names.flatMap((stage) => (stages[stage] === undefined ? [] : [{ operation, kind, stage, failing: stages[stage] }])),
  ),
);

test.each(blind)("$operation $kind while it $stage: what cannot be looked at is not changed", async (one) => {
  const { operation, kind, stage, failing } = one;
  const config = configs[stage] ?? fail(stage);
  const world = stageWorld(stage);
  // The plan has looked at some of them itself: the trouble begins when it is made.
  const ahead = bench(stageWorld(stage));
  await ahead.plan(config);
  const planned = ahead.calls.filter((call) => `${call.service}:${call.operation}` === operation).length;
  const there = bench(world, { faults: [{ operation, kind, nth: planned + 1, count: 10_000 }] });
  const { plan, outcome, events } = await there.apply(config);
  expect(outcome.failed.toSorted()).toEqual(failing);
  for (const event of events) {
    if (event.type !== "failed") continue;
    expect(event.failure.code).not.toBe("ORG0604");
    expect(event.failure.message).toContain(operation);
  }
  world.now = there.now();
  // The very changes are planned again, so nothing of them was made.
  const failed = plan.changes.filter(({ address }) => failing.includes(address));
  const again = (await bench(world).plan(config)).plan.changes.filter(({ address }) => failing.includes(address));
  expect(again).toEqual(failed);
});

afterAll(() => {
  figure("races with somebody else", run, `${refused} changes refused; no value that nobody approved is overwritten`);
});

test("every kind with values, and each of its verbs, meets a rival that is refused", () => {
  const met = RIVALS.filter((rival) => rival.refused !== undefined).map(
    ({ stage, address }) => `${stage} ${address.split(":")[0]}`,
  );
  const valued = [
    "accessControlAttributes",
    "account",
    "alternateContact",
    "group",
    "organizationalUnit",
    "permissionSet",
    "policy",
    "resourcePolicy",
    "user",
  ];
  const expected = names.flatMap((stage) =>
    valued.filter((kind) => stage !== "deletes" || kind !== "account").map((kind) => `${stage} ${kind}`),
  );
  expect([...new Set(met)].toSorted()).toEqual(expected.toSorted());
});

test.each([500, 5_000, 20_000, 60_000])(
  "reads that are %i ms old are nobody's edit: the same file again, at once, is refused nothing",
  async (visibilityDelayMs) => {
    for (const name of names) {
      const config = configs[name] ?? fail(name);
      const there = bench(stageWorld(name), { visibilityDelayMs });
      const first = await there.apply(config);
      const second = await there.apply(config);
      const failures = [...first.events, ...second.events].flatMap((event) =>
        event.type === "failed" ? [`${event.change.address} ${event.failure.message}`] : [],
      );
      expect(failures).toEqual([]);
      there.world.now = there.now();
      expect((await bench(there.world).plan(config)).plan.changes).toEqual([]);
    }
  },
);
