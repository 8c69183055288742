import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inExample } from "./folder.ts";

const SANDBOX = "--sandbox=sandbox.json";

describe("exit codes", () => {
  test("plan: 0 with changes and without; 2 with changes when asked for", async () => {
    await inExample("guide", async ({ orgsync }) => {
      expect((await orgsync(["plan", SANDBOX])).code).toBe(0);
      expect((await orgsync(["plan", SANDBOX, "--detailed-exitcode"])).code).toBe(2);
      expect((await orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
      const settled = await orgsync(["plan", SANDBOX, "--detailed-exitcode"]);
      expect(settled).toMatchObject({ code: 0, stderr: "" });
      expect((await orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
    });
  });

  test.each([["validate"], ["plan", SANDBOX], ["apply", SANDBOX, "--yes"]])(
    "3: %s of an org.yaml that is not valid",
    async (...argv) => {
      await inExample("guide", async ({ orgsync, write, path }) => {
        await write("version: 1\naccounts:\n  acme: { email: aws@acme.com }\nusrs: {}\n");
        const { code, stdout, stderr } = await orgsync(argv);
        expect(code).toBe(3);
        expect(stdout + stderr).toContain("org.yaml:4:1");
        expect(stdout + stderr).toMatch(/did you mean `users`/);
        expect(existsSync(join(path, "sandbox.json"))).toBe(false);
      });
    },
  );

  test.each(["", "version: 1\n", "# nothing\n"])("3: a file without a section: %j", async (text) => {
    await inExample("guide", async ({ orgsync, write }) => {
      await write(text);
      expect((await orgsync(["plan", SANDBOX])).code).toBe(3);
    });
  });

  test.each([
    [
      ["pln"],
      /^error ORG0701: unknown command pln\n {2}help: did you mean plan\? orgsync --help lists the commands\n$/,
    ],
    [
      ["plan", "--sanbox"],
      /^error ORG0701: unknown option '--sanbox'\n {2}help: did you mean --sandbox\? orgsync plan --help shows/,
    ],
    [
      ["plan", "--format", "yaml"],
      /^error ORG0701: .*yaml.*is invalid\. Allowed choices are text, json, markdown, github\n {2}help: orgsync plan --help/,
    ],
    [["apply", "now"], /^error ORG0701: too many arguments/],
    [["plan", "--log-level", "loud"], /unknown log level loud/],
    [["sandbox", "reset", "--from", "scratch"], /unknown starting point scratch/],
    [["sandbox", "do", "coffee"], /unknown step coffee/],
    [["sandbox", "serve", "--port", "http"], /--port takes a whole number from 0 to 65535, not http/],
  ])("64: %j", async (argv, message) => {
    await inExample("guide", async ({ orgsync }) => {
      const { code, stdout, stderr } = await orgsync(argv);
      expect(code).toBe(64);
      expect(stdout).toBe("");
      expect(stderr).toMatch(message);
    });
  });

  test("64: no command at all, with the help", async () => {
    await inExample("guide", async ({ orgsync }) => {
      expect(await orgsync([])).toMatchObject({ code: 64, stdout: expect.stringContaining("orgsync plan") });
    });
  });

  test("64: apply with nobody to ask, and nothing was touched", async () => {
    await inExample("guide", async ({ orgsync, path }) => {
      for (const argv of [
        ["apply", SANDBOX],
        ["apply", SANDBOX, "--no-input"],
      ]) {
        const { code, stderr } = await orgsync(argv);
        expect(code).toBe(64);
        expect(stderr).toContain("orgsync apply --yes");
      }
      expect((await orgsync(["apply", SANDBOX, "--no-input"], { answer: true })).code).toBe(64);
      expect(existsSync(join(path, "sandbox.json"))).toBe(false);
    });
  });

  test("apply asks on a terminal: no changes nothing, yes changes", async () => {
    await inExample("guide", async ({ orgsync }) => {
      const no = await orgsync(["apply", SANDBOX], { answer: false });
      expect(no).toMatchObject({ code: 0, stderr: "Nothing was changed.\n" });
      const cancelled = await orgsync(["apply", SANDBOX], { answer: "cancelled" });
      expect(cancelled).toMatchObject({ code: 130, stderr: "Nothing was changed.\n" });
      expect((await orgsync(["plan", SANDBOX, "--detailed-exitcode"])).code).toBe(2);
      expect((await orgsync(["apply", SANDBOX], { answer: true })).code).toBe(0);
      expect((await orgsync(["plan", SANDBOX, "--detailed-exitcode"])).code).toBe(0);
    });
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s before anything is changed: %i", async (signal, exit) => {
    await inExample("guide", async ({ orgsync }) => {
      const interrupted = await orgsync(["apply", SANDBOX, "--yes"], { signals: (handle) => handle(signal) });
      expect(interrupted.code).toBe(exit);
      expect(interrupted.stderr).toContain("Interrupted before anything was changed.");
      expect((await orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
    });
  });
});

describe("where the sandbox is kept", () => {
  test("--sandbox takes a file only with =", async () => {
    await inExample("guide", async ({ orgsync, path }) => {
      expect((await orgsync(["plan", "--sandbox", "--detailed-exitcode"])).code).toBe(2);
      expect(existsSync(join(path, ".orgsync/sandbox.json"))).toBe(true);
      expect((await orgsync(["apply", "--sandbox=other.json", "--yes"])).code).toBe(0);
      expect(existsSync(join(path, "other.json"))).toBe(true);
      // The other one has not changed.
      expect((await orgsync(["plan", "--sandbox", "--detailed-exitcode"])).code).toBe(2);
      // A word after it is not its file.
      expect((await orgsync(["plan", "--sandbox", "other.json"])).code).toBe(64);
    });
  });

  test("a file that is not a sandbox is told so", async () => {
    await inExample("guide", async ({ orgsync }) => {
      const { code, stderr } = await orgsync(["plan", "--sandbox=org.yaml"]);
      expect(code).toBe(1);
      expect(stderr).toContain("ORG0703");
    });
  });
});

describe("what is written where", () => {
  test("plan --format json prints one document, and --out the same into a file", async () => {
    await inExample("company", async ({ orgsync, read }) => {
      const { stdout, stderr } = await orgsync(["plan", SANDBOX, "--format", "json", "--out", "plans/today.json"]);
      expect(stderr).toBe("");
      const plan: unknown = JSON.parse(stdout);
      expect(plan).toMatchObject({ formatVersion: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(JSON.parse(await read("plans/today.json"))).toEqual(plan);
    });
  });

  test("apply --format json prints one event a line, and nothing else", async () => {
    await inExample("guide", async ({ orgsync }) => {
      const { code, stdout, stderr } = await orgsync(["apply", SANDBOX, "--yes", "--format", "json"]);
      expect(code).toBe(0);
      expect(stderr).toBe("");
      const events = stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as { type: string });
      expect(events.at(0)).toMatchObject({ type: "begin", changes: 7 });
      expect(events.at(-1)).toMatchObject({ type: "end", outcome: { failed: [], left: [] } });
      expect(events.filter(({ type }) => type === "done")).toHaveLength(7);
    });
  });

  test("validate --format json prints one document", async () => {
    await inExample("guide", async ({ orgsync, write }) => {
      expect(JSON.parse((await orgsync(["validate", "--format", "json"])).stdout)).toBeTypeOf("object");
      await write("version: 2\nusers: {}\n");
      const { code, stdout, stderr } = await orgsync(["validate", "--format", "json"]);
      expect(code).toBe(3);
      expect(JSON.stringify(JSON.parse(stdout))).toContain("ORG02");
      expect(stderr).toBe("");
    });
  });

  test("logs go to stderr, one JSON document a line when asked for", async () => {
    await inExample("guide", async ({ orgsync }) => {
      const { stdout, stderr } = await orgsync([
        "plan",
        SANDBOX,
        "--format",
        "json",
        "--log-level",
        "debug",
        "--log-format",
        "json",
      ]);
      JSON.parse(stdout);
      const lines = stderr
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as { operation?: string });
      expect(lines.map(({ operation }) => operation)).toContain("organizations:ListAccounts");
    });
  });
});
