import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

const FORBIDDEN: [folder: string, specifier: string][] = [
  ["model", "../kinds/account.ts"],
  ["model", "node:fs"],
  ["sandbox", "../model/json.ts"],
  ["sandbox/sso-admin", "../../model/json.ts"],
  ["config", "../engine/plan.ts"],
  ["config", "@aws-sdk/client-sts"],
  ["kinds", "../engine/plan.ts"],
  ["kinds", "node:fs"],
  ["kinds", "@aws-sdk/client-organizations"],
  ["engine", "../aws/clients.ts"],
  ["engine", "../kinds/account.ts"],
  ["engine", "node:crypto"],
  ["draft", "../engine/plan.ts"],
  ["draft", "node:fs"],
  ["report", "../kinds/account.ts"],
  ["report/markdown", "../../kinds/account.ts"],
  ["report/markdown", "node:fs"],
  ["report", "../github/api.ts"],
  ["engine", "../github/api.ts"],
  ["github", "../engine/plan.ts"],
  ["github", "node:fs"],
  ["engine", "../awsconfig/block.ts"],
  ["report", "../awsconfig/block.ts"],
  ["awsconfig", "../aws/clients.ts"],
  ["awsconfig", "../report/text.ts"],
  ["awsconfig", "node:fs"],
  ["doctor", "../engine/plan.ts"],
  ["doctor", "node:fs"],
  ["doctor", "@aws-sdk/client-organizations"],
  ["doctor/checks", "../../report/doctor.ts"],
  ["doctor/checks", "node:fs"],
  ["kinds", "../doctor/check.ts"],
  ["report", "../doctor/check.ts"],
  ["awsconfig", "../doctor/settings.ts"],
  ["aws", "../kinds/account.ts"],
  ["aws", "@aws-sdk/client-organizations"],
  ["api", "../cli/io.ts"],
  ["api", "../sandbox/index.ts"],
  ["api", "@aws-sdk/client-organizations"],
  ["engine", "../api/plan.ts"],
  ["kinds", "../api/plan.ts"],
  ["doctor/checks", "../../api/plan.ts"],
];

const ALLOWED: [folder: string, specifier: string][] = [
  ["model", "./json.ts"],
  ["kinds", "../aws/clients.ts"],
  ["engine", "../kinds/index.ts"],
  ["draft", "../config/yaml.ts"],
  ["github", "../report/escape.ts"],
  ["awsconfig", "../engine/access.ts"],
  ["awsconfig", "../kinds/account.ts"],
  ["doctor", "../awsconfig/lines.ts"],
  ["doctor/checks", "../../aws/errors.ts"],
  ["sandbox/sso-admin", "../world.ts"],
  ["report/markdown", "../../model/json.ts"],
  ["cli", "../sandbox/index.ts"],
  ["cli", "../api/plan.ts"],
  ["api", "../aws/clients.ts"],
];

const AROUND_THE_PORTS: [folder: string, text: string][] = [
  ["api", "export const now = (): number => Date.now();\n"],
  ["engine", "export const now = (): number => Date.now();\n"],
  ["kinds", "export const luck = (): number => Math.random();\n"],
  ["report", 'export const say = (): void => console.log("x");\n'],
  ["engine", "export const home = (): unknown => process.env;\n"],
  ["doctor/checks", "export const home = (): unknown => process.env;\n"],
  ["github", 'export const page = (): unknown => fetch("https://example.com");\n'],
];

const importing = (specifier: string): string =>
  `import { thing } from "${specifier}";\n\nexport const other = thing;\n`;

/** Files that are in src for a moment, with what each has in it. */
const planted = new Map([
  ...FORBIDDEN.map(([folder, specifier], index) => [fileIn(folder, "forbidden", index), importing(specifier)] as const),
  ...ALLOWED.map(([folder, specifier], index) => [fileIn(folder, "allowed", index), importing(specifier)] as const),
  ...AROUND_THE_PORTS.map(([folder, text], index) => [fileIn(folder, "around", index), text] as const),
]);

function fileIn(folder: string, list: string, index: number): string {
  return `src/${folder}/planted-${list}-${index}.ts`;
}

/** The rules that the linter finds broken in each of them. */
const broken = new Map<string, string[]>();

beforeAll(() => {
  for (const [path, text] of planted) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, text);
  }
  const { stdout } = spawnSync("npx", ["--no-install", "oxlint", "--format=json", ...planted.keys()], {
    cwd: root,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string; severity: string }[] };
  for (const { filename, code, severity } of diagnostics)
    if (severity === "error") broken.set(filename, [...(broken.get(filename) ?? []), code]);
});

afterAll(() => {
  for (const path of planted.keys()) rmSync(root + path, { force: true });
});

const IMPORTS = "eslint(no-restricted-imports)";

test.each(FORBIDDEN.map(([folder, specifier], index) => [folder, specifier, index] as const))(
  "src/%s may not import %s",
  (folder, _specifier, index) => {
    expect(broken.get(fileIn(folder, "forbidden", index))).toContain(IMPORTS);
  },
);

test.each(ALLOWED.map(([folder, specifier], index) => [folder, specifier, index] as const))(
  "src/%s may import %s",
  (folder, _specifier, index) => {
    expect(broken.get(fileIn(folder, "allowed", index)) ?? []).not.toContain(IMPORTS);
  },
);

test.each(AROUND_THE_PORTS.map(([folder, text], index) => [folder, text, index] as const))(
  "src/%s may not reach around the ports: %s",
  (folder, _text, index) => {
    expect(broken.get(fileIn(folder, "around", index))).toBeDefined();
  },
);
