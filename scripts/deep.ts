import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { collected, keep, reliabilityTable } from "./reliability.ts";

/*
 * The deep run: every test of the bench in its full size, then docs/reliability.json and the README's table from what
 * they found. Nothing is written when one of them fails.
 */

const root = join(import.meta.dirname, "..");
const figures = join(root, "coverage/figures.jsonl");

/** Runs a command to its end; a failure ends the deep run. */
async function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) process.exit(code ?? 1);
}

const began = Date.now();
await mkdir(join(root, "coverage"), { recursive: true });
await rm(figures, { force: true });
await run("npx", ["tsx", "scripts/build.ts"]);
await run("npx", ["vitest", "run", "--maxWorkers=2", "test/deep", "test/laws", "test/faults"], {
  ORGSYNC_DEEP: "1",
  ORGSYNC_RUNS: "3000",
  ORGSYNC_FIGURES: figures,
});
await keep({
  run: {
    date: new Date().toISOString().slice(0, 10),
    minutes: Math.ceil((Date.now() - began) / 60_000),
    cpus: Math.min(2, availableParallelism()),
    node: process.versions.node,
  },
  figures: collected(await readFile(figures, "utf8")),
});
await run("npx", ["tsx", "scripts/generate.ts"]);
process.stdout.write(`\n${await reliabilityTable()}`);
