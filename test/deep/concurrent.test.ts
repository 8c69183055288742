import fc from "fast-check";
import { expect, test } from "vitest";
import type { World } from "../../src/sandbox/index.ts";
import { twiceIn } from "../faults/twice.ts";
import { bench, configOf } from "../support/engine.ts";
import { orgFile, twoFiles } from "../worlds/arbitrary.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { expectPlainWords, expectRefusal } from "./faults.ts";
import { figure } from "./figures.ts";
import { only, PEOPLE, SERVICES, TREE, withBoss } from "./parts.ts";
import { DEEP, LONG, sizeOf } from "./sizes.ts";
import { stateOf } from "./state.ts";
import { beyond, watchOver } from "./watch.ts";
import { wire } from "./wire.ts";

/** Everything that a world says, one by one: what each field of each thing is, and which things there are. */
function wordsOf(world: World): Set<string> {
  const words = new Set<string>();
  const say = (path: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) words.add(`${path} has ${JSON.stringify(item)}`);
    else if (typeof value === "object" && value !== null)
      for (const [key, member] of Object.entries(value)) say(`${path} ${key}`, member);
    else words.add(`${path} is ${JSON.stringify(value)}`);
  };
  for (const line of stateOf(world)) {
    // An account may get the set between the other's edit and its provisioning: no file says so, and a rerun sees it.
    if (line.startsWith("provisioned:")) continue;
    // AWS attaches these by itself: one file switches a policy type on, the other makes a unit.
    if (/^policyAttachment:(?:RCP)?FullAWSAccess:/.test(line)) continue;
    // AWS keeps the assignments of a user or group that the other has just deleted; a rerun sees those too.
    if (/^assignment:(?:user|group)\/[0-9a-f-]{36}:/.test(line)) continue;
    const space = line.search(/ (?=["{[]|null$)/);
    say(line.slice(0, space), JSON.parse(line.slice(space + 1)));
  }
  return words;
}

/** The world after an apply of the file with nobody else about. */
async function alone(world: World, text: string): Promise<World> {
  const there = bench(world);
  const { outcome } = await there.apply(await configOf(text));
  expect(outcome).toMatchObject({ failed: [], skipped: [], left: [] });
  world.now = there.now() + 60_000;
  await bench(world).plan(await configOf(text));
  return world;
}

async function expectConvergence(world: World, text: string): Promise<void> {
  const config = await configOf(text);
  let changes = -1;
  for (let run = 0; run < 3 && changes !== 0; run++) {
    const there = bench(world);
    changes = (await there.apply(config)).plan.changes.length;
    world.now = there.now() + 60_000;
  }
  expect(changes).toBe(0);
  expect(twiceIn(world)).toEqual([]);
}

test(
  "two applies at once: nothing is doubled or made up, and a rerun of either makes what its file says",
  async () => {
    const numRuns = sizeOf("concurrent");
    let together = 0;
    await fc.assert(
      fc.asyncProperty(twoFiles, orgFile, fc.boolean(), fc.nat(1e6), async (files, other, same, seed) => {
        const before = withBoss(files.before);
        // Two files that differ do not decide about policies: each must keep one on every target, those of the other too.
        const tree = TREE.filter((key) => key !== "policies");
        const wanted = withBoss(files.wanted);
        const first = textOf(same ? wanted : only(wanted, [...PEOPLE, ...tree, ...SERVICES]));
        const second = same ? first : textOf(only(withBoss(other), [...PEOPLE, ...tree]));
        const made = (): World => worldOf(before, { accountQuota: 20 });

        const world = made();
        const watch = watchOver(world, { keepsAdmin: true });
        const there = bench(world, { observe: watch.see, between: (sandbox, clock) => wire(sandbox, clock, seed) });
        const runs = await Promise.all(
          [first, second].map(async (text) =>
            there.apply(await configOf(text)).catch((error: unknown) => expectRefusal(error)),
          ),
        );
        for (const run of runs) if (run !== undefined) expectPlainWords(run.events);
        world.now = there.now() + 60_000;
        await bench(world, { observe: watch.see }).plan(await configOf(first));
        expect(watch.wrongs).toEqual([]);
        expect(twiceIn(world)).toEqual([]);
        expect(
          beyond(
            runs.flatMap((run) => (run === undefined ? [] : [run.plan])),
            watch.moves,
          ),
        ).toEqual([]);

        const [now, ...allowed] = [world, made(), await alone(made(), first), await alone(made(), second)].map(wordsOf);
        const said = (word: string): boolean => allowed.some((words) => words.has(word));
        // What an apply says it could not finish is as far as it came; without a plan it did nothing.
        const unfinished = runs.flatMap((run) => [...(run?.outcome.failed ?? []), ...(run?.outcome.skipped ?? [])]);
        const isUnfinished = (word: string): boolean => unfinished.some((address) => word.startsWith(`${address} `));
        expect([...(now ?? [])].filter((word) => !said(word) && !isUnfinished(word))).toEqual([]);
        if (unfinished.length === 0 && !runs.includes(undefined)) {
          const [, one, another] = allowed;
          const agreed = [...(one ?? [])].filter((word) => another?.has(word));
          expect(agreed.filter((word) => !now?.has(word))).toEqual([]);
          together += 1;
        }
        await expectConvergence(structuredClone(world), first);
        await expectConvergence(structuredClone(world), second);
      }),
      { numRuns, seed: 1, endOnFailure: true },
    );
    if (DEEP) expect(together).toBeGreaterThan(0);
    figure(
      "concurrent applies",
      numRuns,
      "of two files, or of one twice; nothing doubled, a rerun of either converges",
    );
  },
  LONG,
);
