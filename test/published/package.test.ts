import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { environment, inHome, installation, OTHERS, orgsync, PACKAGE, PRESENT, PROGRAM } from "./installed.ts";

const root = join(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as Record<string, unknown>;
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

test("is installed without a word of warning, and brings nothing along", () => {
  expect(installation.stderr).toBe("");
  expect(installation.stdout).toContain("added 1 package");
  expect(readdirSync(join(PROGRAM, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["orgsync"]);
});

test("has a manifest without scripts and without what it is built with", () => {
  expect(Object.keys(manifest)).not.toContain("scripts");
  expect(Object.keys(manifest)).not.toContain("devDependencies");
  expect(Object.keys(manifest)).not.toContain("dependencies");
});

test("says what is in its bundle, in the manifest, in a bill of materials and in the licences", () => {
  const inlined = manifest["inlinedDependencies"] as Record<string, string | string[]>;
  const { components } = JSON.parse(readFileSync(join(PACKAGE, "dist/sbom.cdx.json"), "utf8")) as {
    components: { name: string; version: string; hashes: { content: string }[] }[];
  };
  const notices = readFileSync(join(PACKAGE, "dist/THIRD-PARTY-NOTICES.txt"), "utf8").split("\n");
  expect(components.length).toBeGreaterThan(50);
  for (const { name, version, hashes } of components) {
    expect([inlined[name]].flat(), name).toContain(version);
    expect(
      notices.some((line) => line.startsWith(`${name} ${version} (`)),
      name,
    ).toBe(true);
    expect(hashes[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
  }
  expect(Object.values(inlined).flat()).toHaveLength(components.length);
  // What the code itself says it is made of: esbuild leaves the path of each file above or beside it.
  const code = filesIn(join(PACKAGE, "dist")).filter((file) => file.endsWith(".js"));
  const bundled = new Set(
    code.flatMap((file) =>
      [
        ...readFileSync(join(PACKAGE, "dist", file), "utf8").matchAll(
          /^ *(?:\/\/ .*|")node_modules\/((?:@[^/]+\/)?[^/]+)\//gm,
        ),
      ].map(([, name = ""]) => name),
    ),
  );
  expect(Object.keys(inlined).toSorted()).toEqual([...bundled].toSorted());
});

test("has one declaration, and nothing of the tests, the scripts or the sources", () => {
  const files = filesIn(PACKAGE);
  expect(files.filter((file) => /\.d\.[cm]?ts$/.test(file))).toEqual(["dist/index.d.ts"]);
  expect(files.filter((file) => file.endsWith(".ts") && file !== "dist/index.d.ts")).toEqual([]);
  for (const needed of ["LICENSE", "README.md", "schema/org.schema.json", ".github/actions/plan/action.yml"])
    expect(files).toContain(needed);
});

const CONSUMER = `
import { apply, type ApplyEvent, InvalidConfig, OrgsyncError, plan, validate } from "orgsync";
import type { Address, Applied, Change, Drift, ErrorCode, Plan, Problem } from "orgsync";

const problems: readonly Problem[] = await validate({ file: "org.yaml" });
const first: Plan = await plan();
const whole: Plan = await plan({ file: "org.yaml", region: "us-east-1", signal: new AbortController().signal });
const addresses: Address[] = whole.changes.map(({ address }: Change) => address);
const heard: ApplyEvent["type"][] = [];
const applied: Applied = await apply({ approved: [first], onEvent: (event) => heard.push(event.type) });
const place = (problem: Problem): string => \`\${problem.source.file}:\${problem.source.line} \${problem.code}\`;
const adopted = ({ adopt }: Drift): string => adopt.yaml;
const codeOf = (error: unknown): ErrorCode | undefined => (error instanceof OrgsyncError ? error.code : undefined);
const all = (error: unknown): readonly Problem[] => (error instanceof InvalidConfig ? error.problems : []);
// @ts-expect-error there is no such option
await plan({ files: 1 });
// @ts-expect-error a plan has no such member
whole.nothing;
export { addresses, adopted, all, applied, codeOf, place, problems };
`;

test.each([
  ["with Node's types", { lib: ["es2023"], types: ["node"] }],
  ["with those of the web", { lib: ["es2023", "dom"], types: [] }],
])("its types compile in a strict project that checks libraries, %s", async (_what, options) => {
  await inHome(async (folder) => {
    cpSync(join(PROGRAM, "node_modules"), join(folder, "node_modules"), { recursive: true });
    for (const name of ["@types/node", "undici-types"])
      cpSync(join(root, "node_modules", name), join(folder, "node_modules", name), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
    writeFileSync(join(folder, "consumer.ts"), CONSUMER);
    const compilerOptions = {
      strict: true,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      target: "es2023",
      module: "nodenext",
      noEmit: true,
      ...options,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    const tsc = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(tsc.stdout + tsc.stderr).toBe("");
    expect(tsc.status).toBe(0);
  });
});

test.each([PRESENT, ...OTHERS])("a stack trace on Node $version names our files", async (node) => {
  await inHome(async (cwd) => {
    // A defect, planted where no part of ours is: the first text that goes out is not written but thrown at.
    const plant = `process.stdout.write = () => { throw new TypeError("planted"); };`;
    writeFileSync(join(cwd, "plant.mjs"), plant);
    const env = { ...environment(cwd), NODE_OPTIONS: `--import=${join(cwd, "plant.mjs")}` };
    const { code, stderr } = await orgsync(["schema"], { cwd, env, node });
    expect(stderr).toContain("ORG0799: a defect in orgsync");
    expect(stderr).toContain("TypeError: planted");
    expect(stderr).toMatch(/^ +at .*\(src\/cli\/commands\/schema\.ts, file:.*\.js:\d+:\d+\)$/m);
    expect(code).toBe(1);
  });
});

test("the Nodes of this run", () => {
  const present = Number(PRESENT.version.split(".")[0]);
  expect(present).toBeGreaterThanOrEqual(20);
  // In CI the workflow starts the suite on each; here they lie in .nodes when scripts/nodes.ts has fetched them.
  process.stdout.write(
    `published command tested on Node ${[PRESENT, ...OTHERS].map(({ version }) => version).join(", ")}\n`,
  );
  if (existsSync(join(root, ".nodes"))) expect(OTHERS.length).toBeGreaterThanOrEqual(4);
});
