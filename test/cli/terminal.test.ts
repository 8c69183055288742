import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { BIN, environment } from "../endpoints/server.ts";
import { unshown, without } from "../support/terminal.ts";
import { inExample } from "./folder.ts";

const SANDBOX = "--sandbox=sandbox.json";
const ESCAPE = "\u001b";

type Env = Readonly<Record<string, string>>;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

async function ended(program: string, args: readonly string[], cwd: string, env: Env, typed = ""): Promise<Ended> {
  const child = spawn(program, args, { cwd, env, stdio: ["pipe", "pipe", "pipe"], timeout: 20_000 });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      // Whoever types waits for the question.
      const isAsked = !output.includes("?") && part.includes("?");
      output += part;
      if (typed !== "" && isAsked) child.stdin.write(typed);
    });
  if (typed === "") child.stdin.end();
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

/** Both streams of the published command are a pipe. */
const piped = (argv: readonly string[], cwd: string, env: Env): Promise<Ended> =>
  ended(process.execPath, [BIN, ...argv], cwd, env);

/** Both streams of it are a terminal, which util-linux makes. */
const atTerminal = (argv: readonly string[], cwd: string, env: Env, typed?: string): Promise<Ended> => {
  const command = [process.execPath, BIN, ...argv].map((word) => `'${word}'`).join(" ");
  return ended("script", ["--quiet", "--return", "--command", command, "/dev/null"], cwd, env, typed);
};

/**
 * Every command with something to paint, in an order in which one leaves what the next takes. What they write into pipes
 * and files is in test/published.
 */
const STEPS: readonly (readonly string[])[] = [
  ["validate"],
  ["validate", "-f", "broken.yaml"],
  ["plan", SANDBOX, "--out", "plan.json"],
  ["plan", SANDBOX, "-f", "broken.yaml"],
  ["show", "plan.json"],
  ["show", "nothing.json"],
  ["apply", SANDBOX, "--no-input"],
  ["apply", SANDBOX, "--yes", "--out", "applied.json"],
  ["show", "applied.json"],
  ["drift", SANDBOX],
  ["drift", SANDBOX, "-f", "other.yaml"],
  ["explain", "--who-can", "acme", SANDBOX],
  ["aws-config", SANDBOX, "--yes"],
  ["aws-config", SANDBOX, "--check", "--session", "other"],
  ["import", SANDBOX, "--out", "imported.yaml"],
  ["doctor", SANDBOX],
  ["init", "--sandbox=none.json", "--no-input", "-f", "new.yaml", "--company", "Acme", "--email", "aws@acme.com"],
  ["iam", "plan"],
  ["github", "outputs", "plan.json"],
  ["github", "comment", "plan.json"],
  ["schema"],
  ["sandbox", "do", SANDBOX],
  ["pln"],
  ["plan", "--fil"],
  ["--help"],
  ["apply", "--help"],
];

/** All of them, one after the other, in a folder of their own. */
async function allSteps(
  look: (step: string, ended: Ended) => void,
  run: (argv: readonly string[], cwd: string) => Promise<Ended>,
): Promise<void> {
  await inExample("guide", async ({ path, read }) => {
    const text = await read("org.yaml");
    await writeFile(join(path, "broken.yaml"), `${text}\nusrs: {}\n`);
    await writeFile(join(path, "other.yaml"), text.replace("12h", "4h"));
    for (const argv of STEPS) look(argv.join(" "), await run(argv, path));
    // Written to files, the same holds.
    for (const file of ["plan.json", "applied.json", "imported.yaml", ".orgsync/aws-config"])
      expect(await readFile(join(path, file), "utf8"), file).not.toContain(ESCAPE);
  });
}

const NOWHERE: Env = { ...environment("http://127.0.0.1:9"), AWS_CONFIG_FILE: ".orgsync/aws-config" };

describe("escape codes", () => {
  test("every command is tried", () => {
    const tried = new Set(STEPS.map(([name]) => name));
    expect(COMMANDS.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  test.skipIf(process.platform !== "linux")("at a dumb terminal, no command writes any", async () => {
    await allSteps(
      (step, { output }) => expect(output, step).not.toContain(ESCAPE),
      (argv, cwd) => atTerminal(argv, cwd, { ...NOWHERE, TERM: "dumb" }),
    );
  });

  test.each<[string, Env, string[]]>([
    ["NO_COLOR", { NO_COLOR: "1" }, []],
    ["NO_COLOR beside FORCE_COLOR", { NO_COLOR: "1", FORCE_COLOR: "1" }, []],
    ["FORCE_COLOR=0", { FORCE_COLOR: "0" }, []],
    ["--no-color", { FORCE_COLOR: "1" }, ["--no-color"]],
  ])("%s takes the colours out of a pipe and a terminal", async (_, env, flags) => {
    await inExample("guide", async ({ path }) => {
      const argv = ["plan", SANDBOX, ...flags];
      expect((await piped(argv, path, { ...NOWHERE, ...env })).output).not.toContain(ESCAPE);
      if (process.platform !== "linux") return;
      const { output } = await atTerminal(argv, path, { ...NOWHERE, ...env, TERM: "xterm-256color" });
      expect(output).toContain("Plan: 7 to create");
      expect(without(output, { colours: true })).toBe(output);
    });
  });

  test.skipIf(process.platform !== "linux")(
    "at a terminal there are colours, and lines that are written over",
    async () => {
      await inExample("guide", async ({ path }) => {
        const env = { ...NOWHERE, TERM: "xterm-256color" };
        const { output } = await atTerminal(["apply", SANDBOX, "--yes"], path, env);
        expect(output).toContain(`${ESCAPE}[1mAccounts${ESCAPE}[22m`);
        // The line that says how reading gets on is always taken away; how many rows come after it takes time to say.
        expect(output).toContain(`\r${ESCAPE}[K`);
        // A terminal ends lines with both.
        expect(unshown(output.replaceAll("\r\n", "\n"), { colours: true, moves: true })).toEqual([]);
      });
    },
  );
});

describe.skipIf(process.platform !== "linux")("a question", () => {
  const DUMB = { ...NOWHERE, TERM: "dumb" };

  test.each([
    ["y", 0, "applied 7/7"],
    ["n", 0, "Nothing was changed."],
    ["", 0, "Nothing was changed."],
  ])("at a dumb terminal is a line, answered %j", async (answer, exit, then) => {
    await inExample("guide", async ({ path }) => {
      const { code, output } = await atTerminal(["apply", SANDBOX], path, DUMB, `${answer}\n`);
      expect(output).toContain("Apply these 7 changes? [y/N] ");
      expect(output).toContain(then);
      expect(output).not.toContain(ESCAPE);
      expect(code).toBe(exit);
    });
  });

  test("at a dumb terminal can be left by Ctrl-C", async () => {
    await inExample("guide", async ({ path }) => {
      const { code, output } = await atTerminal(["apply", SANDBOX], path, DUMB, "\u0003");
      expect(output).toContain("Nothing was changed.");
      expect(code).toBe(130);
    });
  });

  test("under NO_COLOR has no colours", async () => {
    await inExample("guide", async ({ path }) => {
      const env = { ...NOWHERE, TERM: "xterm-256color", NO_COLOR: "1" };
      const { output } = await atTerminal(["apply", SANDBOX], path, env, "y");
      expect(output).toContain("Apply these 7 changes?");
      expect(output).toContain("applied 7/7");
      expect(without(output, { colours: true })).toBe(output);
    });
  });

  test("of init shows what an answer looks like", async () => {
    await inExample("guide", async ({ path }) => {
      await rename(join(path, "org.yaml"), join(path, "old.yaml"));
      const { output } = await atTerminal(["init", "--sandbox=none.json"], path, DUMB, "\u0003");
      expect(output).toContain("[such as Acme]");
      expect(output).toContain("Nothing was written.");
    });
  });
});
