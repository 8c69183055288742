/**
 * Makes of dist what is published: `tsx scripts/pack.ts [FOLDER]` packs the files that package.json names into FOLDER
 * (`.` when left out), and prints the tarball's path. `npm run build` comes first.
 *
 * The manifest is not the repository's: an install from git needs `prepare` and what it builds with, and an install from
 * the registry must find neither.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const staged = mkdtempSync(join(tmpdir(), "orgsync-package-"));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** What `npm pack` says of the package that it makes, or would make, of a folder. */
function npmPack(folder: string, ...args: string[]): Packed {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--json", "--ignore-scripts", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  const parsed: unknown = JSON.parse(stdout);
  // npm 12 names the packages, older ones list them.
  return (Array.isArray(parsed) ? parsed[0] : Object.values(parsed as object)[0]) as Packed;
}

const sbom = JSON.parse(readFileSync(join(root, "dist/sbom.cdx.json"), "utf8")) as {
  readonly components: readonly { readonly name: string; readonly version: string }[];
};
/** Name to version, or versions: what somebody looks through who asks where a package with a hole has gone. */
const inlinedDependencies: Record<string, string | string[]> = {};
for (const { name, version } of sbom.components)
  inlinedDependencies[name] = name in inlinedDependencies ? [inlinedDependencies[name] ?? [], version].flat() : version;

for (const { path } of npmPack(root, "--dry-run").files) {
  mkdirSync(dirname(join(staged, path)), { recursive: true });
  cpSync(join(root, path), join(staged, path));
}
if (!existsSync(join(staged, "dist/bin.js"))) throw new Error("there is no dist/bin.js: run npm run build first");
const {
  scripts: _,
  devDependencies: __,
  ...manifest
} = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, unknown>;
writeFileSync(join(staged, "package.json"), `${JSON.stringify({ ...manifest, inlinedDependencies }, null, 2)}\n`);

const to = resolve(process.argv[2] ?? ".");
mkdirSync(to, { recursive: true });
process.stdout.write(`${join(to, npmPack(staged, "--pack-destination", to).filename)}\n`);
rmSync(staged, { recursive: true });
