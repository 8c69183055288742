import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

/*
 * The packages whose code is in the bundle. What is published has no dependencies, so nobody else can say what it
 * brings: THIRD-PARTY-NOTICES.txt has their licences, sbom.cdx.json their versions and hashes.
 */

/** A package of which the bundle has code. */
export interface Inlined {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression of allowed licences. */
  readonly license: string;
  /** The licence's own words, and what the package's NOTICE adds to them. */
  readonly texts: readonly string[];
  /** As package-lock.json has it: `sha512-...`. */
  readonly integrity: string | undefined;
}

/** Licences whose only condition for a copy is that their text goes with it. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "Unlicense",
]);

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/i;

/** What a metafile's outputs have of node_modules, by name. Throws at a licence that is not allowed, or has no text. */
export function inlinedPackages(root: string, { outputs }: Metafile): Inlined[] {
  const folders = new Set<string>();
  for (const { inputs } of Object.values(outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      if (bytesInOutput === 0) continue;
      for (const file of [path, ...generatedFrom(root, path)]) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
        if (folder !== undefined) folders.add(folder);
      }
    }
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  const found = new Map<string, Inlined>();
  for (const folder of folders) {
    const one = inlined(root, folder, lock.packages[folder]?.integrity);
    found.set(`${one.name}@${one.version}`, one);
  }
  const packages = [...found.values()].toSorted((a, b) => order(a.name, b.name) || order(a.version, b.version));
  return packages.map((one) => (one.texts.length > 0 ? one : { ...one, texts: textsBeside(one, packages) }));
}

/** A package that its project publishes without the licence has that of the project's others. */
function textsBeside({ name, version, license }: Inlined, packages: readonly Inlined[]): readonly string[] {
  const scope = name.startsWith("@") ? name.slice(0, name.indexOf("/") + 1) : undefined;
  const other = packages.find(
    (one) => scope !== undefined && one.name.startsWith(scope) && one.license === license && one.texts.length > 0,
  );
  if (other === undefined) throw new Error(`${name} ${version} is in the bundle, and has no text of its licence`);
  return other.texts;
}

/** What a generated file of ours was bundled from: esbuild says it above each part. */
const generatedFrom = (root: string, path: string): string[] =>
  path.includes(".generated.")
    ? [...readFileSync(join(root, path), "utf8").matchAll(/^\/\/ (node_modules\/\S+)$/gm)].map(([, file = ""]) => file)
    : [];

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function inlined(root: string, folder: string, integrity: string | undefined): Inlined {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Record<string, unknown>;
  const { name, version, license } = manifest;
  if (typeof name !== "string" || typeof version !== "string") throw new Error(`${folder} has no name or no version`);
  if (typeof license !== "string" || !isAllowed(license))
    throw new Error(`${name} ${version} is in the bundle, and its licence is not allowed: ${JSON.stringify(license)}`);
  const texts = readdirSync(join(root, folder))
    .filter((file) => LICENCE.test(file))
    .toSorted()
    .map((file) =>
      readFileSync(join(root, folder, file), "utf8")
        .replaceAll("\r\n", "\n")
        .trim(),
    );
  return { name, version, license, texts, integrity };
}

/** `MIT`, `(MIT OR CC0-1.0)`, `MIT AND ISC`: every side of an AND, one of an OR. */
export function isAllowed(expression: string): boolean {
  const words = expression.replaceAll(/[()]/g, " ").trim();
  if (words.includes(" OR ")) return words.split(" OR ").some(isAllowed);
  return words.split(" AND ").every((word) => ALLOWED.has(word.trim()));
}

const RULE = "-".repeat(80);

/** Packages of one licence in the same words stand above it together. */
export function noticesText(packages: readonly Inlined[]): string {
  const by = new Map<string, Inlined[]>();
  for (const one of packages) {
    const text = one.texts.join("\n\n");
    by.set(text, [...(by.get(text) ?? []), one]);
  }
  const parts = [...by].map(
    ([text, ones]) =>
      `${ones.map(({ name, version, license }) => `${name} ${version} (${license})`).join("\n")}\n\n${text}\n`,
  );
  return [`orgsync contains code of these ${packages.length} packages, under these licences.\n`, ...parts].join(
    `\n${RULE}\n\n`,
  );
}

/** CycloneDX; `npm sbom` would tell what orgsync is built with, not what is in it. */
export function sbomJson(
  self: { readonly name: string; readonly version: string },
  packages: readonly Inlined[],
): string {
  const purl = (name: string, version: string): string => `pkg:npm/${name.replace(/^@/, "%40")}@${version}`;
  const components = packages.map(({ name, version, license, integrity }) => ({
    type: "library",
    "bom-ref": purl(name, version),
    name,
    version,
    purl: purl(name, version),
    licenses: /[ ()]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }],
    ...(integrity === undefined ? {} : { hashes: hashesOf(integrity) }),
  }));
  const ref = purl(self.name, self.version);
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": ref, name: self.name, version: self.version, purl: ref },
    },
    components,
    dependencies: [{ ref, dependsOn: components.map((one) => one["bom-ref"]) }],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

const ALGORITHMS: Readonly<Record<string, string>> = { sha1: "SHA-1", sha256: "SHA-256", sha512: "SHA-512" };

const hashesOf = (integrity: string): object[] =>
  integrity.split(" ").map((hash) => {
    const [algorithm = "", content = ""] = hash.split(/-(.*)/s);
    return { alg: ALGORITHMS[algorithm], content: Buffer.from(content, "base64").toString("hex") };
  });
