import { execFile, type ExecFileException } from "node:child_process";
import { chmod, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { inFolder } from "../support/io.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A stand-in that notes what it is asked, and does what the test says; without an order it succeeds. */
const standIn = (name: string, does: string): string => `#!/bin/bash
echo "${name} $*" >> "$CALLS"
case "$*" in
${does}
esac
`;

const SUMMARY = (failed: number): string =>
  `printf '\\033[2m      Tests \\033[22m ${failed === 0 ? "" : `\\033[31m${failed} failed\\033[39m | `}\\033[32m41 passed\\033[39m (${41 + failed})\\n'; exit ${Math.min(1, failed)}`;

/** Runs .ci/run with npm and apt-get that only pretend. */
function played(npm: string): Promise<{ code: number; calls: string[]; last: string }> {
  return inFolder(async (folder) => {
    const bin = join(folder, "bin");
    await mkdir(bin);
    await cp(join(root, ".ci"), join(folder, ".ci"), { recursive: true });
    for (const [name, does] of [
      ["npm", npm],
      ["apt-get", ""],
      ["sudo", ""],
    ] as const) {
      await writeFile(join(bin, name), standIn(name, does));
      await chmod(join(bin, name), 0o755);
    }
    const calls = join(folder, "calls");
    const env = { PATH: `${bin}:${process.env["PATH"]}`, CALLS: calls, HOME: folder };
    const [error, stdout] = await new Promise<[ExecFileException | null, string]>((resolve) => {
      execFile("bash", [".ci/run"], { cwd: folder, env }, (...ended) => resolve([ended[0], ended[1]]));
    });
    const called = (await readFile(calls, "utf8")).trim().split("\n");
    return {
      code: error === null ? 0 : Number(error.code),
      calls: called.filter((call) => call.startsWith("npm")),
      last: stdout.trimEnd().split("\n").at(-1) ?? "",
    };
  });
}

/** The AWS CLI is one step, which fails where it neither is nor can be installed. */
const counts = (last: string): [passed: number, failed: number] => {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(last) ?? [];
  return [Number(passed), Number(failed)];
};

const ALL = ["npm ci", "npm run check", "npm run nodes", "npm ci", "npm test"];

describe(".ci/run", () => {
  test("installs, checks what needs no test, runs the README's command for all tests, and counts all of it", async () => {
    const { calls, last, code } = await played(`test) ${SUMMARY(0)};;`);
    expect(calls).toEqual(ALL);
    expect(await readFile(join(root, "README.md"), "utf8")).toMatch(/^npm ci && npm test(?: +#.*)?$/m);
    const [passed, failed] = counts(last);
    // The other five steps are npm ci, the checks, the AWS CLI, the Nodes and the run of the tests.
    expect(passed + failed).toBe(41 + 5);
    expect(code).toBe(Math.min(1, failed));
  });

  test.each([
    ["a test fails", `test) ${SUMMARY(2)};;`, 3],
    ["the tests end without a count", "test) exit 1;;", 1],
    ["a check fails", `"run check") exit 2;;\ntest) ${SUMMARY(0)};;`, 1],
  ])("fails when %s, and runs all of the rest", async (_, npm, least) => {
    const { last, code, calls } = await played(npm);
    expect(code).toBe(1);
    expect(counts(last)[1]).toBeGreaterThanOrEqual(least);
    expect(calls).toEqual(ALL);
  });

  test("fails at once when nothing can be installed", async () => {
    const { last, code, calls } = await played("ci) exit 1;;");
    expect({ last, code, calls }).toEqual({ last: "0 passed, 1 failed", code: 1, calls: ["npm ci"] });
  });
});
