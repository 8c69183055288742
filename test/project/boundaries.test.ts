import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const planted: string[] = [];

afterEach(() => {
  for (const path of planted.splice(0)) rmSync(path, { force: true });
});

/** Puts a file into src for a moment and asks the linter about it. */
function lint(path: string, text: string): { status: number | null; output: string } {
  const file = `${root}${path}`;
  planted.push(file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const { status, stdout } = spawnSync("npx", ["--no-install", "oxlint", path], { cwd: root, encoding: "utf8" });
  return { status, output: stdout };
}

const importing = (specifier: string): string =>
  `import { thing } from "${specifier}";\n\nexport const other = thing;\n`;

test.each([
  ["src/model/planted.ts", "../kinds/account.ts"],
  ["src/model/planted.ts", "node:fs"],
  ["src/sandbox/planted.ts", "../model/json.ts"],
  ["src/sandbox/sso-admin/planted.ts", "../../model/json.ts"],
  ["src/config/planted.ts", "../engine/plan.ts"],
  ["src/config/planted.ts", "@aws-sdk/client-sts"],
  ["src/kinds/planted.ts", "../engine/plan.ts"],
  ["src/kinds/planted.ts", "node:fs"],
  ["src/kinds/planted.ts", "@aws-sdk/client-organizations"],
  ["src/engine/planted.ts", "../aws/clients.ts"],
  ["src/engine/planted.ts", "../kinds/account.ts"],
  ["src/engine/planted.ts", "node:crypto"],
  ["src/draft/planted.ts", "../engine/plan.ts"],
  ["src/draft/planted.ts", "node:fs"],
  ["src/report/planted.ts", "../kinds/account.ts"],
  ["src/report/markdown/planted.ts", "../../kinds/account.ts"],
  ["src/report/markdown/planted.ts", "node:fs"],
  ["src/report/planted.ts", "../github/api.ts"],
  ["src/engine/planted.ts", "../github/api.ts"],
  ["src/github/planted.ts", "../engine/plan.ts"],
  ["src/github/planted.ts", "node:fs"],
  ["src/engine/planted.ts", "../awsconfig/block.ts"],
  ["src/report/planted.ts", "../awsconfig/block.ts"],
  ["src/awsconfig/planted.ts", "../aws/clients.ts"],
  ["src/awsconfig/planted.ts", "../report/text.ts"],
  ["src/awsconfig/planted.ts", "node:fs"],
  ["src/doctor/planted.ts", "../engine/plan.ts"],
  ["src/doctor/planted.ts", "node:fs"],
  ["src/doctor/planted.ts", "@aws-sdk/client-organizations"],
  ["src/doctor/checks/planted.ts", "../../report/doctor.ts"],
  ["src/doctor/checks/planted.ts", "node:fs"],
  ["src/kinds/planted.ts", "../doctor/check.ts"],
  ["src/report/planted.ts", "../doctor/check.ts"],
  ["src/awsconfig/planted.ts", "../doctor/settings.ts"],
  ["src/aws/planted.ts", "../kinds/account.ts"],
  ["src/aws/planted.ts", "@aws-sdk/client-organizations"],
])("%s may not import %s", (path, specifier) => {
  const { status, output } = lint(path, importing(specifier));
  expect(output).toContain("no-restricted-imports");
  expect(status).toBe(1);
});

test.each([
  ["src/model/planted.ts", "./json.ts"],
  ["src/kinds/planted.ts", "../aws/clients.ts"],
  ["src/engine/planted.ts", "../kinds/index.ts"],
  ["src/draft/planted.ts", "../config/yaml.ts"],
  ["src/github/planted.ts", "../report/escape.ts"],
  ["src/awsconfig/planted.ts", "../engine/access.ts"],
  ["src/awsconfig/planted.ts", "../kinds/account.ts"],
  ["src/doctor/planted.ts", "../awsconfig/lines.ts"],
  ["src/doctor/checks/planted.ts", "../../aws/errors.ts"],
  ["src/sandbox/sso-admin/planted.ts", "../world.ts"],
  ["src/report/markdown/planted.ts", "../../model/json.ts"],
  ["src/cli/planted.ts", "../sandbox/index.ts"],
])("%s may import %s", (path, specifier) => {
  expect(lint(path, importing(specifier)).output).not.toContain("no-restricted-imports");
});

test.each([
  ["src/engine/planted.ts", "export const now = (): number => Date.now();\n"],
  ["src/kinds/planted.ts", "export const luck = (): number => Math.random();\n"],
  ["src/report/planted.ts", 'export const say = (): void => console.log("x");\n'],
  ["src/engine/planted.ts", "export const home = (): unknown => process.env;\n"],
  ["src/doctor/checks/planted.ts", "export const home = (): unknown => process.env;\n"],
  ["src/github/planted.ts", 'export const page = (): unknown => fetch("https://example.com");\n'],
])("%s may not reach around the ports", (path, text) => {
  expect(lint(path, text).status).toBe(1);
});
