import { test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { textOf } from "../worlds/file.ts";
import { beforeWorld, AFTER } from "./world.ts";
const KINDS = ["throttle","busy","error-500","error-500-after","reset-after","timeout-after","async-failed","async-stuck","access-denied"] as const;
test("explore", async () => {
  const config = await configOf(textOf(AFTER));
  const b0 = bench(beforeWorld()); await b0.apply(config);
  const ops = [...new Set(b0.calls.filter(c => c.access === "write").map(c => `${c.service}:${c.operation}`))];
  console.log(ops.length);
  for (const operation of ops) for (const kind of KINDS) {
    if (kind.startsWith("async") && !/CreateAccount$|ccountAssignment$|ProvisionPermissionSet/.test(operation)) continue;
    const t0 = Date.now();
    const world = beforeWorld();
    const b = bench(world, { faults: [{ operation, kind, ...(kind === "access-denied" ? {} : { nth: 1 }) }] });
    const { outcome, events } = await b.apply(config);
    const t1 = Date.now();
    world.now = b.now();
    const b2 = bench(world);
    const two = await b2.apply(config);
    const rest = (await b2.plan(config)).plan.changes;
    const fails = events.flatMap(e => e.type === "failed" ? [`${e.change.address}: ${e.failure.code} ${e.failure.message.slice(0, 200)} | ${e.failure.hint}`] : e.type === "skipped" ? [`SKIP ${e.change.address} ${e.because}`] : []);
    const bad = two.outcome.failed.length + two.outcome.skipped.length + rest.length;
    console.log(`${operation} ${kind} done ${outcome.done.length} in ${Math.round(outcome.seconds)}s (${t1-t0}+${Date.now()-t1}ms) ${bad ? "BAD2 " + JSON.stringify(two.events.flatMap(e => e.type === "failed" ? [e.failure.message] : [])) + rest.map(r=>r.action+r.address) : ""}`);
    for (const f of fails) console.log("     " + f);
  }
});
