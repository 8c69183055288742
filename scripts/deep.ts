import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import type { Figure } from "../test/deep/figures.ts";
import { collected, keep, reliabilityTable } from "./reliability.ts";

/*
 * The deep run: the whole suite in its full size (test/deep/sizes.ts), each file in a process of its own, then the
 * mutants; from what they found docs/reliability.json and the README's table. Nothing is written when one of them fails.
 */

const root = join(import.meta.dirname, "..");
const figures = join(root, "coverage/figures.jsonl");

/** Runs a command to its end; a failure ends the deep run. */
async function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) process.exit(code ?? 1);
}

/** How many mutants of the rails their tests tell from the real thing, as Stryker has written down. */
async function mutationFigure(): Promise<Figure> {
  const report = JSON.parse(await readFile(join(root, "coverage/mutation.json"), "utf8")) as {
    readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
  };
  const mutants = Object.values(report.files)
    .flatMap((file) => file.mutants)
    .filter(({ status }) => !["Ignored", "CompileError", "RuntimeError"].includes(status));
  const caught = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const number = Math.floor((caught / mutants.length) * 1000) / 10;
  return { name: "mutants of engine/rails.ts", number, unit: "%", result: `${caught} of ${mutants.length} killed` };
}

const began = Date.now();
await mkdir(join(root, "coverage"), { recursive: true });
await rm(figures, { force: true });
await run("npx", ["tsx", "scripts/build.ts"]);
await run("npx", ["vitest", "run", "--mode", "deep", "--maxWorkers=2"], { ORGSYNC_FIGURES: figures });
await run("npx", ["stryker", "run"]);
await keep({
  run: {
    date: new Date().toISOString().slice(0, 10),
    minutes: Math.ceil((Date.now() - began) / 60_000),
    cpus: Math.min(2, availableParallelism()),
    node: process.versions.node,
  },
  figures: [...collected(await readFile(figures, "utf8")), await mutationFigure()],
});
await run("npx", ["tsx", "scripts/generate.ts"]);
process.stdout.write(`\n${await reliabilityTable()}`);
