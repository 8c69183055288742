import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Change } from "../../src/model/plan.ts";
import { createSandbox, virtualClock } from "../../src/sandbox/index.ts";
import { withBoss } from "../deep/parts.ts";
import { somebodyElse } from "../deep/others.ts";
import { randomFrom } from "../deep/sizes.ts";
import { bench, configOf } from "../support/engine.ts";
import { orgFile } from "../worlds/arbitrary.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { RUNS } from "./runs.ts";

/** AWS attaches FullAWSAccess by itself; of a file that decides about that too, its own rule says what is missing. */
const files = orgFile.map(withBoss).map(({ policies: { FullAWSAccess: _, ...policies } = {}, ...file }) => ({
  ...file,
  ...(Object.keys(policies).length === 0 ? {} : { policies }),
}));

type Entries = Readonly<Record<string, unknown>>;

test("drift is what somebody did, and the entries to adopt make org.yaml what AWS is", async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.nat(), fc.integer({ min: 1, max: 3 }), async (file, seed, edits) => {
      const config = await configOf(textOf(file));
      const world = worldOf(file);
      const random = randomFrom(seed);
      const sandbox = createSandbox({ world, clock: virtualClock(world.now) });
      for (let edit = 0; edit < edits; edit++) await somebodyElse(sandbox, world, random);
      world.now += 60_000;
      const there = bench(world);
      const { plan, adopt } = await there.drift(config);
      expect(plan.changes.map(({ address }) => address)).toEqual(
        (await there.plan(config)).plan.changes.map(({ address }) => address),
      );
      const adopted = await configOf(textOf(adopting(file, parse(adopt.yaml) as Entries | null)), adopt.files);
      const gone = new Set(adopt.remove.map(({ address }) => address));
      const left = (await there.plan(adopted)).plan.changes;
      // Access by units follows an account to where it was moved.
      const moved = new Set(
        plan.changes.filter(({ kind, action }) => kind === "account" && action === "update").map(({ key }) => key),
      );
      const follows = ({ kind, before, after }: Change): boolean =>
        kind === "assignment" && moved.has((after ?? before)?.["account"] as string);
      // What a permission set's edit leaves to provision is no value that a file could say.
      const isToProvision = ({ action, fields }: Change): boolean =>
        action === "update" && fields.every(({ field }) => field === "outdatedIn");
      // AWS keeps the assignments of whoever was deleted, and no file can say them.
      const isDangling = ({ kind, before }: Change): boolean =>
        kind === "assignment" && /^[0-9a-f]{8}-/.test(before?.["principal"] as string);
      const unsaid = left.filter(
        (change) => !gone.has(change.address) && !follows(change) && !isToProvision(change) && !isDangling(change),
      );
      expect(unsaid.map(({ action, address }) => `${action} ${address}`)).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS.numRuns / 10) },
  );
});

/** The file with entries in place of those of the same names, as the words above them say. */
function adopting(file: OrgFile, sections: Entries | null): OrgFile {
  const adopted: Record<string, unknown> = { ...file };
  for (const [section, entries] of Object.entries(sections ?? {})) {
    const before = adopted[section];
    adopted[section] = Array.isArray(entries)
      ? [...((before as unknown[] | undefined) ?? []), ...entries]
      : { ...(before as object | undefined), ...(entries as object) };
  }
  return adopted;
}
