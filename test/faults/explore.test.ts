import { test } from "vitest";
import fc from "fast-check";
import { bench, configOf } from "../support/engine.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { BEFORE, AFTER } from "./world.ts";
test("explore", async () => {
  const config = await configOf(textOf(AFTER));
  const b = bench(worldOf(BEFORE, {accountQuota: 50}), {});
  const { plan, outcome, events } = await b.apply(config);
  for (const c of plan.changes) console.log(c.action, c.address, c.fields.map(f=>f.field).join());
  for (const e of events) if (e.type === "failed") console.log(e.change.address, e.failure.message);
  console.log(JSON.stringify(outcome.failed), (await b.plan(config)).plan.changes.length);
  const tally: Record<string, number> = {};
  for (const c of b.calls) tally[`${c.access} ${c.service}:${c.operation}`] = (tally[`${c.access} ${c.service}:${c.operation}`] ?? 0) + 1;
  console.log(tally);
});
