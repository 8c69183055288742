import { setMaxListeners } from "node:events";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Aws } from "../../src/aws/clients.ts";
import { uncovered } from "../../src/engine/approve.ts";
import { KINDS } from "../../src/kinds/index.ts";
import type { AnyKind } from "../../src/model/kind.ts";
import type { Change } from "../../src/model/plan.ts";
import { bench, configOf } from "../support/engine.ts";
import { twoFiles } from "../worlds/arbitrary.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { RUNS } from "./runs.ts";

test("after any part of an apply, the new plan holds nothing that the old one did not", async () => {
  await fc.assert(
    fc.asyncProperty(twoFiles, fc.nat(60), async ({ before, wanted }, calls) => {
      const config = await configOf(textOf(wanted));
      const interruption = new AbortController();
      setMaxListeners(0, interruption.signal);
      let writes = 0;
      const there = bench(worldOf(before), {
        observe: ({ access }) => {
          if (access === "write" && ++writes > calls) interruption.abort(new Error("interrupted"));
        },
      });
      const { plan } = await there.apply(config, interruption.signal);
      const { plan: rest } = await there.plan(config);
      // An update of a half made thing, what a cut off edit leaves to provision: all of it is covered, and nothing else.
      expect(uncovered(plan, rest, KINDS)).toEqual([]);
      const old = new Map(plan.changes.map((change) => [change.address, change]));
      for (const change of rest.changes) {
        const approved = old.get(change.address);
        const kind = KINDS.find(({ name }) => name === change.kind) as AnyKind<Aws>;
        if (kind.leftBehind?.(change, plan.changes) === true) continue;
        // What was half made (an account not yet moved, a set without its policies) is an update now.
        if (approved?.action !== "create") expect(change.action).toBe(approved?.action);
        expect(change.after).toEqual(
          change.action === "update" ? expect.objectContaining(partOf(change, approved)) : (approved?.after ?? null),
        );
      }
      const { outcome } = await there.apply(config);
      expect(outcome.failed).toEqual([]);
      expect((await there.plan(config)).plan.changes).toEqual([]);
    }),
    RUNS,
  );
});

/** The fields that are still to be changed, with the values that the old plan approved for them. */
function partOf(change: Change, approved: Change | undefined): object {
  return Object.fromEntries(
    change.fields.filter(({ field }) => field !== "outdatedIn").map(({ field }) => [field, approved?.after?.[field]]),
  );
}
