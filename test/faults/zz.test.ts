import fc from "fast-check";
import { test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { twoFiles } from "../worlds/arbitrary.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
test("zz", async () => {
  let i = 0;
  process.stderr.write("BEGIN\n");
  for (const [{ before, wanted }, delay] of fc.sample(fc.tuple(twoFiles, fc.nat(60_000)), { numRuns: Number(process.env.N ?? 60), seed: Number(process.env.SEED ?? 1) })) {
    const t = Date.now();
    process.stderr.write(`AT ${i}\n`);
    try {
      const file = await configOf(textOf(wanted));
      const there = bench(worldOf(before), { visibilityDelayMs: delay });
      const { events } = await there.apply(file);
      const failed = events.flatMap((event) => (event.type === "failed" ? [`${event.change.action} ${event.change.address} ${event.failure.message}`] : []));
      if (failed.length) process.stderr.write(`FAIL ${i} ${delay} ${failed[0]?.slice(0, 300)}\n`);
      const rest = (await bench(there.world).plan(file)).plan.changes;
      if (!failed.length && rest.length) process.stderr.write(`FAIL ${i} ${delay} REST ${rest.map((c) => c.action + c.address).slice(0, 3)}\n`);
    } catch (error) { process.stderr.write(`FAIL ${i} ${delay} THROW ${String(error).slice(0, 300)}\n`); }
    if (Date.now() - t > 3000) process.stderr.write(`SLOW ${i} ${Date.now() - t}\n`);
    i++;
  }
  process.stderr.write(`END ${i}\n`);
}, 400_000);
