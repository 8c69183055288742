import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { installedNodes } from "../../scripts/nodes.ts";

/** A program that has installed the tarball (install.ts), and what npm said of it. */
export const { program: PROGRAM, ...installation } = inject("installed");
export const PACKAGE = join(PROGRAM, "node_modules/orgsync");
export const BIN = join(PROGRAM, "node_modules/.bin/orgsync");

/** A Node to run the installed command on. */
export interface NodeBinary {
  readonly version: string;
  readonly path: string;
}

export const PRESENT: NodeBinary = { version: process.versions.node, path: process.execPath };

/** The Nodes of `scripts/nodes.ts`, as far as they are installed. */
export const OTHERS: readonly NodeBinary[] = [...installedNodes()]
  .map(([path, version]) => ({ path, version }))
  .filter(({ version }) => version !== PRESENT.version)
  .toSorted((a, b) => a.version.localeCompare(b.version, "en", { numeric: true }));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of somebody who has set nothing up: neither ours nor the machine's settings reach the command. */
export const environment = (home: string): Record<string, string> => ({
  PATH: process.env["PATH"] ?? "",
  HOME: home,
  AWS_EC2_METADATA_DISABLED: "true",
  GIT_CONFIG_NOSYSTEM: "1",
});

/** The same with an AWS on loopback. */
export const atEndpoint = (home: string, url: string): Record<string, string> => ({
  ...environment(home),
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "not-a-secret",
  AWS_REGION: "us-east-1",
});

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: NodeBinary;
  readonly started?: (child: ChildProcess) => void;
}

/** The installed command, to its end. */
export async function orgsync(argv: readonly string[], options: RunOptions): Promise<Ended> {
  const { cwd, env = environment(cwd), node = PRESENT, started } = options;
  const child = spawn(node.path, [BIN, ...argv], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  started?.(child);
  const [stdout, stderr] = [collected(child.stdout), collected(child.stderr)];
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout: stdout(), stderr: stderr() };
}

export function collected(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (part: string) => (text += part));
  return () => text;
}

/** Works in a folder of its own, which is also the home of whoever works. */
export async function inHome<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "orgsync-home-"));
  mkdirSync(join(folder, ".aws"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
