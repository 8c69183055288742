/** Bundles the command and the public API into dist, with the API's types and the licences of what is in the bundle. */
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeDeclaration } from "./declaration.ts";
import { inlinedPackages, noticesText, sbomJson } from "./inlined.ts";

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
const { metafile } = await build({
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
  // Not minified: it starts as fast, is 200 kB larger to download, and a stack trace says what failed.
  minify: false,
  define: built === undefined ? {} : { ORGSYNC_COMMIT: JSON.stringify(built) },
  // They are whole in THIRD-PARTY-NOTICES.txt.
  legalComments: "none",
  // Bundled CommonJS libraries ask for Node's own modules with require.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  metafile: true,
  logLevel: "warning",
});
chmodSync(`${out}/bin.js`, 0o755);

// Such an import has only a default in the bundle, whatever names it has from node_modules. A static import has them all.
for (const [importer, { imports }] of Object.entries(metafile.inputs))
  for (const { path, kind } of imports)
    if (kind === "dynamic-import" && metafile.inputs[path]?.format === "cjs")
      throw new Error(
        `${importer} imports ${path} dynamically, and that is CommonJS: import it from a module of its own`,
      );

const self = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { name: string; version: string };
const inlined = inlinedPackages(root, metafile);
writeFileSync(`${out}/THIRD-PARTY-NOTICES.txt`, noticesText(inlined));
writeFileSync(`${out}/sbom.cdx.json`, sbomJson(self, inlined));
writeDeclaration(root, `${out}/index.d.ts`);
