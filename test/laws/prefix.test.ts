import { setMaxListeners } from "node:events";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { twoFiles } from "../worlds/arbitrary.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { expectRest } from "./rest.ts";
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
      expectRest(rest, plan);
      const { outcome } = await there.apply(config);
      expect(outcome.failed).toEqual([]);
      expect((await there.plan(config)).plan.changes).toEqual([]);
    }),
    RUNS,
  );
});
