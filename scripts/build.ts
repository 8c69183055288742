/** Bundles the command and the public API into dist, with the API's type declarations. Runs after every install. */
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = `${root}dist`;

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
