import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

const root = join(import.meta.dirname, "../..");

/** Runs a program to its end and throws when it fails. */
export function done(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of a program that has installed the tarball, and what npm said of it. */
    installed: { readonly program: string; readonly stdout: string; readonly stderr: string };
  }
}

/** Once for all tests of a run: packs what `npm run build` has made, and installs it into a folder that has nothing in it. */
export function setup(project: TestProject): () => void {
  const program = mkdtempSync(join(tmpdir(), "orgsync-installed-"));
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const tarball = done(root, process.execPath, tsx, "scripts/pack.ts", program).trim();
  writeFileSync(join(program, "package.json"), '{ "name": "program", "type": "module", "private": true }\n');
  // There is nothing to fetch: the package depends on nothing.
  const flags = ["--offline", "--no-audit", "--no-fund", "--no-update-notifier"];
  const npm = spawnSync("npm", ["install", ...flags, tarball], {
    cwd: program,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: program },
  });
  if (npm.status !== 0) throw new Error(`npm install failed: ${npm.stdout}${npm.stderr}`);
  project.provide("installed", { program, stdout: npm.stdout, stderr: npm.stderr });
  return () => rmSync(program, { recursive: true, force: true });
}
