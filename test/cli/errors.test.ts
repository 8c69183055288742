import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { reportError } from "../../src/cli/errors.ts";
import { processIo } from "../../src/cli/io.ts";
import { reasonOf } from "../../src/model/systemError.ts";
import { unshown } from "../support/terminal.ts";
import { inExample } from "./folder.ts";

const PROCESS = processIo();

/** What is said of an error, and the exit code. */
async function told(error: unknown): Promise<[number, string]> {
  let text = "";
  const stderr = { ...PROCESS.stderr, isTTY: false, columns: 80, write: (part: string) => void (text += part) };
  return [await reportError({ ...PROCESS, stderr: { ...stderr, paint: (_, part) => part } }, error), text];
}

describe("what the operating system refuses is told in words, without a stack", () => {
  test("a file that is not there", async () => {
    const error: unknown = await readFile("/nothing/here.json").catch((caught: unknown) => caught);
    expect(await told(error)).toEqual([1, "error ORG0702: /nothing/here.json: there is no such file\n"]);
  });

  test("a folder", async () => {
    const error: unknown = await readFile("/").catch((caught: unknown) => caught);
    expect(await told(error)).toEqual([1, "error ORG0702: read: it is a folder\n"]);
  });

  test("a port that is taken", async () => {
    const [first, second] = [createServer(), createServer()];
    first.listen(0, "127.0.0.1");
    await once(first, "listening");
    second.listen((first.address() as { port: number }).port, "127.0.0.1");
    const [error] = (await once(second, "error")) as [Error];
    first.close();
    expect(await told(error)).toEqual([1, "error ORG0702: listen: another program uses it\n"]);
  });

  test("a reason that nobody knows is what the system says of it", () => {
    expect(reasonOf(Object.assign(new Error("EOWNERDEAD: owner died"), { code: "EOWNERDEAD" }))).toBe(
      "EOWNERDEAD: owner died",
    );
    expect(reasonOf(Object.assign(new Error("odd"), { code: "constructor" }))).toBe("odd");
    expect(reasonOf("odd")).toBe("odd");
  });

  test("anything else is a defect, with its stack", async () => {
    const [code, text] = await told(new TypeError("x is not a function"));
    expect(code).toBe(1);
    expect(text).toMatch(
      /^error ORG0799: a defect in orgsync\. Please report it with these lines:\n(?:.*\n)*?TypeError: x is not a function\n {4}at /,
    );
  });
});

test.each([
  [["github"], "Usage: orgsync github"],
  [["sandbox"], "Usage: orgsync sandbox"],
])("%j without a step shows the help, as bad usage", async (argv, shown) => {
  await inExample("guide", async ({ orgsync }) => {
    const { code, stdout, stderr } = await orgsync(argv);
    expect({ code, stdout }).toEqual({ code: 64, stdout: "" });
    expect(stderr).toContain(shown);
  });
});

test("colour flags stand before a command, too, and on a command in a command", async () => {
  await inExample("guide", async ({ orgsync }) => {
    expect((await orgsync(["--no-color", "validate"])).code).toBe(0);
    expect((await orgsync(["--color", "--no-color", "iam", "plan", "--no-color"])).code).toBe(0);
    expect((await orgsync(["sandbox", "do", "--color"])).code).toBe(0);
  });
});

describe("while AWS is read", () => {
  const SANDBOX = "--sandbox=sandbox.json";
  /** The line as it stands when reading is done. */
  const every = (_ms: number, tick: () => void) => tick;

  test("things are counted in the singular and the plural, and what is not there is not", async () => {
    await inExample("guide", async ({ orgsync, read, write }) => {
      // AWS has one of its own.
      const policy = (number: number) =>
        `  tags-${number}: { type: TAG_POLICY, content: { tags: { t${number}: { tag_key: { "@@assign": T } } } } }\n`;
      await write(`${await read("org.yaml")}policies:\n${[1, 2, 3, 4, 5].map(policy).join("")}`);
      expect((await orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
      const { stderr } = await orgsync(["plan", SANDBOX], { every });
      expect(stderr).toMatch(/^reading AWS: \d+ calls, 1 organization, /);
      expect(stderr).toMatch(/, 6 policies$/m);
      expect(stderr).toMatch(/, 3 accounts,/);
      expect(stderr).toMatch(/, 1 user,/);
      expect(stderr).not.toMatch(/policys|\b0 /);
    });
  });

  test("a terminal has one line that is written over, anything else lines", async () => {
    await inExample("guide", async ({ orgsync }) => {
      const { stderr } = await orgsync(["plan", SANDBOX], { every, terminal: true });
      expect(stderr).toMatch(/^\rreading AWS: .*\r.*$/);
      expect(stderr.split("\u001b").slice(1)).toEqual(["[K\r", "[K"]);
      expect(unshown((await orgsync(["plan", SANDBOX], { every })).stderr)).toEqual([]);
    });
  });
});

test.each([
  ["an outcome without its lists", { outcome: {}, failures: [], next: { users: [], accounts: [] } }],
  ["a failure that is none", { outcome: "OUTCOME", failures: [7], next: { users: [], accounts: [] } }],
])("show says that a file is damaged: %s", async (_, part) => {
  await inExample("guide", async ({ orgsync, read, write }) => {
    const SANDBOX = "--sandbox=sandbox.json";
    await orgsync(["apply", SANDBOX, "--yes", "--out", "applied.json"]);
    const applied = JSON.parse(await read("applied.json")) as Record<string, unknown>;
    const outcome = part.outcome === "OUTCOME" ? applied["outcome"] : part.outcome;
    await write(JSON.stringify({ ...applied, ...part, outcome }), "applied.json");
    const { code, stderr } = await orgsync(["show", "applied.json"]);
    expect(stderr).toContain(
      "applied.json cannot be shown: it is no plan, and no result of apply or drift: outcome, failures or next is missing",
    );
    expect(code).toBe(1);
  });
});
