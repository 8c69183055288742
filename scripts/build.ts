/** Bundles the command and the public API into dist, with the API's type declarations. Runs after every install. */
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = `${root}dist`;

/** The commit that is built, when it is one of ours: a folder without git may lie in somebody else's repository. */
function commit(): string | undefined {
  const git = (...args: string[]) => spawnSync("git", ["-C", root, "rev-parse", ...args], { encoding: "utf8" });
  const [prefix, head] = [git("--show-prefix"), git("HEAD")];
  return prefix.status === 0 && prefix.stdout.trim() === "" && head.status === 0 ? head.stdout.trim() : undefined;
}
const built = commit();

rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ["src/bin.ts", "src/index.ts"],
  outdir: out,
  bundle: true,
  // AWS clients stay in chunks of their own, so that a command loads only what it needs.
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20.19",
  mainFields: ["module", "main"],
  conditions: ["module"],
  minify: true,
  define: built === undefined ? {} : { ORGSYNC_COMMIT: JSON.stringify(built) },
  legalComments: "linked",
  // Bundled CommonJS libraries ask for Node's own modules with require.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  logLevel: "warning",
});
chmodSync(`${out}/bin.js`, 0o755);
const types = spawnSync("npx", ["--no-install", "tsc", "-p", "tsconfig.types.json"], { cwd: root, stdio: "inherit" });
process.exitCode = types.status ?? 1;
