/**
 * `tsx scripts/nodes.ts`: installs every Node that orgsync supports and this machine lacks into .nodes, where the tests
 * of the published command find them. The registry has Node's binaries as packages; nothing else of them is run.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../.nodes");

/** The oldest that works, and the newest of each line. */
const WANTED = ["20.19.0", "20", "22", "24", "26"];

/** What is installed: a Node's version by the path of its binary. */
export function installedNodes(): ReadonlyMap<string, string> {
  if (!existsSync(FOLDER)) return new Map();
  const found = readdirSync(FOLDER).map((name) => [binaryIn(join(FOLDER, name)), name] as const);
  return new Map(found.filter(([path]) => existsSync(path)));
}

const NAME = `node-${platform()}-${arch()}`;
const binaryIn = (folder: string): string => join(folder, "node_modules", NAME, "bin/node");

function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed: ${stderr}`);
  return stdout;
}

function install(): void {
  mkdirSync(FOLDER, { recursive: true });
  const listed = JSON.parse(npm(["view", NAME, "versions", "--json"], FOLDER)) as string | string[];
  const all = [listed].flat().filter((version) => /^\d+\.\d+\.\d+$/.test(version));
  for (const wanted of WANTED) {
    const version = all
      .filter((one) => one === wanted || one.startsWith(`${wanted}.`))
      .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
      .at(-1);
    if (version === undefined) throw new Error(`${NAME} has no version ${wanted}`);
    const folder = join(FOLDER, version);
    if (!existsSync(binaryIn(folder))) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "package.json"), "{}\n");
      npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", `${NAME}@${version}`], folder);
    }
    const { stdout } = spawnSync(binaryIn(folder), ["--version"], { encoding: "utf8" });
    if (stdout.trim() !== `v${version}`) throw new Error(`the Node in ${folder} says that it is ${stdout}`);
    process.stdout.write(`Node ${version}\n`);
  }
}

if (process.argv[1] === import.meta.filename) install();
