import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Config } from "../../src/model/config.ts";
import type { Plan } from "../../src/model/plan.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { Snapshot } from "../../src/model/resource.ts";
import type { Fault, ObservedCall, World } from "../../src/sandbox/index.ts";
import { filesIn } from "../config/files.ts";
import { AFTER, BEFORE, beforeWorld } from "../faults/world.ts";
import { readLiveFile, worldFrom } from "../scenarios/live.ts";
import { bench, type BenchOptions, configOf } from "../support/engine.ts";
import { twoFiles } from "../worlds/arbitrary.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { type Names, stateOf } from "./state.ts";
import { adminsIn, beyond, watchOver } from "./watch.ts";

/** A world, made anew each time, and the file that is to be applied to it. */
export interface Case {
  readonly name: string;
  readonly world: () => World;
  readonly config: Config;
  /** How AWS is when it is not as usual, and who calls. */
  readonly options?: Pick<BenchOptions, "paths" | "caller">;
  /** What goes wrong in the first run anyway, so that it has to look things up. */
  readonly prelude?: readonly Fault[];
}

/** What becomes of a case when nothing goes wrong. */
export interface Undisturbed {
  readonly plan: Plan;
  readonly calls: readonly ObservedCall[];
  /** How many of the calls are writes. */
  readonly writes: number;
  /** What is still planned after it: what waits for a person. */
  readonly rest: readonly string[];
  readonly state: readonly string[];
  readonly names: Names;
  /** Whether there is an administrator at all times, as there has to be then whatever goes wrong. */
  readonly keepsAdmin: boolean;
}

const scenarios = join(import.meta.dirname, "../scenarios");

/** Every folder of test/scenarios whose apply writes something. */
export async function scenarioCases(): Promise<Case[]> {
  const names = readdirSync(scenarios).filter((name) => {
    const calls = join(scenarios, name, "calls.txt");
    return existsSync(calls) && /^[a-zA-Z]+:[A-Z]/m.test(readFileSync(calls, "utf8"));
  });
  return Promise.all(
    names.map(async (name) => {
      const folder = join(scenarios, name);
      const live = join(folder, "live.yaml");
      const text = existsSync(live) ? readFileSync(live, "utf8") : "";
      return {
        name,
        world: () => worldFrom(readLiveFile(text)),
        config: await loadConfig("org.yaml", filesIn(folder)),
      };
    }),
  );
}

/** The worlds of test/faults, there and back. */
export async function bigCases(): Promise<Case[]> {
  // An account that was closed stays closed.
  const closed = Object.entries(AFTER.accounts ?? {}).filter(([, entry]) => entry.closed === true);
  const gone = new Set(closed.map(([name]) => name));
  const back: OrgFile = {
    ...BEFORE,
    accounts: { ...BEFORE.accounts, ...Object.fromEntries(closed) },
    organizationalUnits: { ...BEFORE.organizationalUnits, Former: {} },
    assignments: (BEFORE.assignments ?? []).map((entry) => ({
      ...entry,
      accounts: (entry.accounts ?? []).filter((name) => !gone.has(name)),
    })),
  };
  return [
    { name: "a bit of everything", world: beforeWorld, config: await configOf(textOf(AFTER)) },
    {
      name: "a bit of everything, back",
      world: () => worldOf(withoutPreviously(AFTER), { accountQuota: 20 }),
      config: await configOf(textOf(back)),
    },
  ];
}

function withoutPreviously({ organizationalUnits = {}, ...file }: OrgFile): OrgFile {
  const units = Object.entries(organizationalUnits).map(([path, { previously: _, ...unit }]) => [path, unit] as const);
  return { ...file, organizationalUnits: Object.fromEntries(units) };
}

/** Random worlds and files, always the same. */
export function randomCases(count: number, seed = 1): Promise<Case[]> {
  return Promise.all(
    fc.sample(twoFiles, { seed, numRuns: count }).map(async ({ before, wanted }, index) => ({
      name: `random ${seed}/${index}`,
      world: () => worldOf(before, { accountQuota: 20 }),
      config: await configOf(textOf(wanted)),
    })),
  );
}

/** Plans, applies and plans again, with nothing in the way. */
export async function undisturbed({ name, world: made, config, options, prelude = [] }: Case): Promise<Undisturbed> {
  const world = made();
  const { plan, live } = await bench(made(), options).plan(config);
  const names = namesOf(plan, live);
  const watch = watchOver(world, { names });
  let keepsAdmin = adminsIn(world).size > 0;
  const there = bench(world, {
    ...options,
    faults: prelude,
    observe(call) {
      watch.see(call);
      keepsAdmin &&= adminsIn(world).size > 0;
    },
  });
  const { outcome } = await there.apply(config);
  if (outcome.failed.length + outcome.skipped.length + outcome.left.length > 0)
    throw new Error(`${name} is not applied`);
  const wrongs = [...watch.wrongs, ...beyond([plan], watch.moves)];
  if (wrongs.length > 0) throw new Error(`${name}: ${wrongs.join("\n")}`);
  const calls = [...there.calls];
  world.now = there.now();
  const rest = (await bench(world, options).plan(config)).plan.changes.map(({ address }) => address);
  return {
    plan,
    calls,
    writes: calls.filter(({ access }) => access === "write").length,
    rest,
    state: stateOf(world, names),
    names,
    keepsAdmin,
  };
}

/** How the file calls what there is, and what there is to be. */
function namesOf({ changes }: Plan, live: Snapshot): Names {
  const keys = new Map<string, string>();
  for (const { kind, key, ids } of live.values()) {
    const id = ids?.["id"];
    if (kind === "account" && typeof id === "string") keys.set(`account ${id}`, key);
  }
  for (const { kind, key, after } of changes) {
    if (after === null) continue;
    const name = after[{ user: "userName", invitation: "account" }[kind] ?? "name"];
    const parent = kind === "organizationalUnit" ? key.slice(0, key.lastIndexOf("/") + 1) : "";
    if (typeof name === "string") keys.set(`${kind} ${parent}${name}`, key);
  }
  return (kind, name, id) => keys.get(`${kind} ${id}`) ?? keys.get(`${kind} ${name}`) ?? name;
}
