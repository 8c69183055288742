import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { newWorld } from "../../src/sandbox/index.ts";
import { filesIn } from "../config/files.ts";
import { bench } from "../support/engine.ts";
import { takeSteps } from "./live.ts";

const examples = join(import.meta.dirname, "../../examples");
const organizations = readdirSync(examples).filter((name) => existsSync(join(examples, name, "org.yaml")));

test.each(organizations)("the example %s goes from an account just signed up to what it says", async (name) => {
  const there = bench(structuredClone(newWorld("empty")));
  const config = await loadConfig("org.yaml", filesIn(join(examples, name)));
  const first = await there.apply(config);
  expect(first.outcome).toMatchObject({ failed: [], skipped: [], left: [] });
  takeSteps(there.world, there.now(), ["enable-identity-center"]);
  const second = await there.apply(config);
  expect(second.outcome.done).toHaveLength(first.outcome.waiting.length - 1);
  const { plan } = await there.plan(config);
  expect(plan.changes).toEqual([]);
});
