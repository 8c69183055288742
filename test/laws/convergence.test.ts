import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenInvariants } from "../sandbox/invariants.ts";
import { bench, configOf } from "../support/engine.ts";
import { orgFile, twoFiles } from "../worlds/arbitrary.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { accessIn, lost, rolesIn } from "./access.ts";
import { RUNS } from "./runs.ts";

test("a world that is what the file says needs no change", async () => {
  await fc.assert(
    fc.asyncProperty(orgFile, async (file) => {
      const { plan } = await bench(worldOf(file)).plan(await configOf(textOf(file)));
      expect(plan.changes).toEqual([]);
    }),
    RUNS,
  );
});

test("plan, apply, plan: nothing is left, and nothing that stays is lost on the way", async () => {
  await fc.assert(
    fc.asyncProperty(twoFiles, async ({ before, wanted }) => {
      const config = await configOf(textOf(wanted));
      // The same apply twice over the same world: the first finds out where it ends.
      const ahead = bench(worldOf(before));
      await ahead.apply(config);
      const world = worldOf(before);
      const access = [accessIn(world), accessIn(ahead.world)] as const;
      const roles = [rolesIn(world), rolesIn(ahead.world)] as const;
      const there = bench(world, {
        observe: ({ operation }) => {
          const gone = [...lost(...access, accessIn(world)), ...lost(...roles, rolesIn(world))];
          if (gone.length > 0) throw new Error(`after ${operation} nobody has ${gone[0]}`);
          const [broken] = brokenInvariants(world);
          if (broken !== undefined) throw new Error(`after ${operation}: ${broken}`);
        },
      });
      const { plan, outcome } = await there.apply(config);
      expect(outcome.done).toHaveLength(plan.changes.length);
      const names = (action: string): Set<string> =>
        new Set(plan.changes.filter((change) => change.action === action).map(({ kind, key }) => `${kind} ${key}`));
      expect([...names("create")].filter((name) => names("delete").has(name))).toEqual([]);
      const { plan: rest } = await there.plan(config);
      expect(rest.changes).toEqual([]);
    }),
    RUNS,
  );
});
