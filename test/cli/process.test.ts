import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { BIN, environment, orgsync, served } from "../endpoints/server.ts";
import { MIDDLING } from "../faults/world.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { inExample } from "./folder.ts";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const NOWHERE = environment("http://127.0.0.1:9");

describe("the published command", () => {
  test.each(COMMANDS.map(({ name }) => name))("%s --help starts with an example", async (name) => {
    const { code, stdout, stderr } = await orgsync([name, "--help"], { cwd: DIST, env: NOWHERE });
    expect(stdout).toMatch(new RegExp(`^Example:\n {2}orgsync ${name}`));
    expect(stdout).toContain(`Usage: orgsync ${name}`);
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });

  /** The scripts of ours that a run has loaded, as Node's coverage lists them. */
  async function loadedBy(argv: readonly string[], folder: string): Promise<string[]> {
    const coverage = join(folder, "coverage");
    const { code } = await orgsync(argv, { cwd: folder, env: { ...NOWHERE, NODE_V8_COVERAGE: coverage } });
    expect(code).toBe(0);
    const reports = await Promise.all((await readdir(coverage)).map((file) => readFile(join(coverage, file), "utf8")));
    const urls = reports.flatMap((report) =>
      (JSON.parse(report) as { result: { url: string }[] }).result.map(({ url }) => url),
    );
    return urls.filter((url) => url.startsWith("file:")).map((url) => fileURLToPath(url));
  }

  const speaksToAws = async (files: readonly string[]): Promise<boolean> =>
    (await Promise.all(files.map((file) => readFile(file, "utf8")))).some((text) => text.includes("amz-sdk-request"));

  test.each([["--version"], ["--help"], ["validate"], ["schema"], ["iam", "apply"], ["plan", "--help"]])(
    "%s %s loads no AWS client",
    async (...argv) => {
      await inExample("company", async ({ path }) => {
        const files = await loadedBy(argv, path);
        expect(files).toContain(BIN);
        expect(await speaksToAws(files)).toBe(false);
      });
    },
  );

  test("plan does", async () => {
    await inExample("company", async ({ path }) => {
      expect(await speaksToAws(await loadedBy(["plan", "--sandbox"], path))).toBe(true);
    });
  });

  test("a plan of many calls over the network writes nothing but the plan", async () => {
    await inExample("guide", async ({ path, write }) => {
      await write(textOf(MIDDLING));
      await writeFile(join(path, "many.json"), JSON.stringify(worldOf(MIDDLING)));
      const endpoint = await served(path, "--sandbox=many.json");
      try {
        const { code, stdout, stderr } = await orgsync(["plan"], { cwd: path, env: environment(endpoint.url) });
        expect(stderr).toBe("");
        expect(stdout).toContain("No changes. AWS matches org.yaml");
        expect(code).toBe(0);
      } finally {
        await endpoint.stop();
      }
    });
  });

  test("nobody is there: exit 1, with the operation and what to look at", async () => {
    await inExample("guide", async ({ path }) => {
      const { code, stdout, stderr } = await orgsync(["plan"], { cwd: path, env: NOWHERE });
      expect(stdout).toBe("");
      expect(stderr).toMatch(/ORG0506: sts:GetCallerIdentity.*ECONNREFUSED/);
      expect(stderr).toContain("AWS_ENDPOINT_URL");
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(code).toBe(1);
    });
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "%s in the middle of an apply: it stops cleanly with %i, and a rerun makes the rest",
    async (signal, exit) => {
      await inExample("guide", async ({ path, orgsync: inProcess, read, write }) => {
        const endpoint = await served(path, "--sandbox=sandbox.json", "--async-seconds", "0");
        const { stdout: planned } = await orgsync(["plan"], { cwd: path, env: environment(endpoint.url) });
        const line = /organization: \{ id: o-[a-z0-9]+ \}/.exec(planned)?.[0] ?? "no line to write";
        await write((await read("org.yaml")).replace("organization: {}", line));
        const child = spawn(process.execPath, [BIN, "apply", "--yes"], {
          cwd: path,
          env: environment(endpoint.url),
          stdio: ["ignore", "pipe", "pipe"],
        });
        let output = "";
        const onText = (part: Buffer): void => {
          const before = output;
          output += part.toString();
          if (!before.includes("✓") && output.includes("✓")) child.kill(signal);
        };
        child.stdout.on("data", onText);
        child.stderr.on("data", onText);
        const [code] = (await once(child, "close")) as [number | null];
        expect(code).toBe(exit);
        expect(output).toContain("Stopping after the requests in flight");
        expect(output).toMatch(/interrupted: applied \d+\/7/);
        expect(output).not.toMatch(/\n\s+at /);
        expect(output).not.toContain("Warning");
        await endpoint.stop();
        expect((await inProcess(["apply", "--sandbox=sandbox.json", "--yes"])).code).toBe(0);
        expect((await inProcess(["plan", "--sandbox=sandbox.json", "--detailed-exitcode"])).code).toBe(0);
      });
    },
  );
});
