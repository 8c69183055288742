import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Metafile } from "esbuild";
import { expect, test } from "vitest";
import { inlinedPackages, isAllowed, noticesText, sbomJson } from "../../scripts/inlined.ts";
import { inFolder } from "../support/io.ts";

/** A metafile of a bundle that has code of files. */
const bundleOf = (...paths: readonly string[]): Metafile =>
  ({
    inputs: {},
    outputs: { "dist/a.js": { inputs: Object.fromEntries(paths.map((path) => [path, { bytesInOutput: 10 }])) } },
  }) as unknown as Metafile;

/** What is found of some files, which are written first. */
function found(files: Readonly<Record<string, string>>, ...bundled: readonly string[]) {
  return inFolder(async (root) => {
    for (const [path, text] of Object.entries({ "package-lock.json": '{"packages":{}}', ...files })) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return inlinedPackages(root, bundleOf(...bundled));
  });
}

const manifest = (name: string, license?: string): string => JSON.stringify({ name, version: "1.0.0", license });

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0-only)", true],
  ["MIT AND ISC", true],
  ["MIT AND GPL-3.0-only", false],
  ["GPL-3.0-only", false],
  ["SEE LICENSE IN LICENSE", false],
])("%s may be in the bundle: %s", (license, allowed) => {
  expect(isAllowed(license)).toBe(allowed);
});

test("a package of another licence, of none, or without its text, stops the build", async () => {
  const at = "node_modules/a/index.js";
  const text = { "node_modules/a/LICENSE": "Do as you like." };
  await expect(found({ ...text, "node_modules/a/package.json": manifest("a", "AGPL-3.0") }, at)).rejects.toThrow(
    'a 1.0.0 is in the bundle, and its licence is not allowed: "AGPL-3.0"',
  );
  await expect(found({ ...text, "node_modules/a/package.json": manifest("a") }, at)).rejects.toThrow(
    "a 1.0.0 is in the bundle, and its licence is not allowed: undefined",
  );
  await expect(found({ "node_modules/a/package.json": manifest("a", "MIT") }, at)).rejects.toThrow(
    "a 1.0.0 is in the bundle, and has no text of its licence",
  );
});

test("packages are found wherever they are, and take a licence from others of their project", async () => {
  const packages = await found(
    {
      "node_modules/@b/one/package.json": manifest("@b/one", "Apache-2.0"),
      "node_modules/@b/one/LICENSE.txt": "Apache's words\r\n",
      "node_modules/@b/one/NOTICE": "Made by B",
      "node_modules/c/node_modules/@b/two/package.json": manifest("@b/two", "Apache-2.0"),
      "node_modules/d/package.json": manifest("d", "ISC"),
      "node_modules/d/license.md": "ISC's words",
      "src/made.generated.js": "// node_modules/d/lib/part.js\nvar part;\n",
    },
    "node_modules/@b/one/dist/x.js",
    "node_modules/c/node_modules/@b/two/y.js",
    "src/made.generated.js",
  );
  expect(packages.map(({ name, texts }) => [name, texts])).toEqual([
    ["@b/one", ["Apache's words", "Made by B"]],
    ["@b/two", ["Apache's words", "Made by B"]],
    ["d", ["ISC's words"]],
  ]);
  expect(noticesText(packages)).toContain("@b/one 1.0.0 (Apache-2.0)\n@b/two 1.0.0 (Apache-2.0)\n\nApache's words");
  const { components } = JSON.parse(sbomJson({ name: "orgsync", version: "1.2.3" }, packages)) as {
    components: { purl: string }[];
  };
  expect(components.map(({ purl }) => purl)).toEqual([
    "pkg:npm/%40b/one@1.0.0",
    "pkg:npm/%40b/two@1.0.0",
    "pkg:npm/d@1.0.0",
  ]);
});
