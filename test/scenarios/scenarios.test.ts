import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { KINDS } from "../../src/kinds/index.ts";
import type { Config } from "../../src/model/config.ts";
import { InvalidConfig, OrgsyncError } from "../../src/model/errors.ts";
import type { Plan } from "../../src/model/plan.ts";
import { errorText } from "../../src/report/errors.ts";
import { problemsText } from "../../src/report/problems.ts";
import { plain } from "../../src/report/style.ts";
import { planText } from "../../src/report/text.ts";
import { filesIn } from "../config/files.ts";
import { type Bench, bench } from "../support/engine.ts";
import { golden } from "../support/golden.ts";
import { callLog } from "./calls.ts";
import { readLiveFile, takeSteps, worldFrom } from "./live.ts";

/*
 * One folder for each thing that can happen: `live.yaml` is how AWS is before, `org.yaml` what it is to be. `plan.txt`
 * is what plan shows for that, or why it refuses; `calls.txt` which verbs are in the plan, how many reads it took, and
 * every write that apply sent. UPDATE=1 writes the two anew: read them before you commit them.
 */

const headings = Object.fromEntries(KINDS.map(({ name, plural }) => [name, plural]));
const scenarios = readdirSync(import.meta.dirname, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(scenarios)("%s", (name) => {
  const folder = join(import.meta.dirname, name);
  const file = join(folder, "live.yaml");
  const live = readLiveFile(existsSync(file) ? readFileSync(file, "utf8") : "");

  test("is planned, applied, and then as the file says", async () => {
    const log = callLog();
    const world = worldFrom(live);
    const there = bench(world, { observe: (call) => log.hear(call, world) });
    const config = await loadConfig("org.yaml", filesIn(folder));
    const planned = await planOf(there, config, folder);
    golden(join(folder, "plan.txt"), planned.text);
    const verbs = new Set(planned.plan?.changes.map(({ action, kind }) => `${action} ${kind}`));
    const head = [`changes: ${[...verbs].join(", ") || "none"}`, `reads: ${there.calls.length}`, ""];
    const { writes } = log;
    if (planned.plan === undefined) return golden(join(folder, "calls.txt"), [...head, ...writes].join("\n"));

    const steps = live.live?.then ?? [];
    const { outcome } = await there.apply(config);
    const first = [...writes];
    if (steps.length > 0) {
      expect(outcome).toMatchObject({ failed: [], skipped: [], left: [] });
      expect(outcome.waiting).not.toEqual([]);
      takeSteps(world, there.now(), steps);
      await there.apply(config);
    }
    const second = writes.slice(first.length);
    golden(
      join(folder, "calls.txt"),
      [...head, ...first, ...steps.map((step) => `then ${step}`), ...second, ""].join("\n"),
    );

    expect((await there.plan(config)).plan.changes).toEqual([]);
    const before = writes.length;
    expect((await there.apply(config)).outcome.done).toEqual([]);
    expect(writes.length).toBe(before);
  });
});

async function planOf(there: Bench, config: Config, folder: string): Promise<{ plan?: Plan; text: string }> {
  try {
    const { plan } = await there.plan(config);
    // How long the simulated AWS takes to answer says nothing.
    const text = planText({ ...plan, read: { ...plan.read, seconds: 0 } }, { style: plain(100), headings });
    return { plan, text };
  } catch (error) {
    if (error instanceof InvalidConfig) {
      return {
        text: problemsText(error.problems, new Map([["org.yaml", readFileSync(join(folder, "org.yaml"), "utf8")]])),
      };
    }
    if (error instanceof OrgsyncError) return { text: errorText(error, plain(100)) };
    throw error;
  }
}
