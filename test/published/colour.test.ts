import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { DEEP } from "../deep/sizes.ts";
import {
  BIN,
  collected,
  environment,
  inHome,
  type NodeBinary,
  orgsync,
  OTHERS,
  PACKAGE,
  PRESENT,
} from "./installed.ts";
import { surfaceOf } from "./surface.ts";

/*
 * Escape sequences go to terminals, and to whoever asks for them: no command lets one into a pipe or a file, under
 * NO_COLOR or at a terminal that is dumb.
 */

// oxlint-disable-next-line no-control-regex -- they begin with one
const ESCAPE = /\u001b/;
// oxlint-disable-next-line no-control-regex -- they begin with one; the progress of reading moves the cursor, which is none
const COLOUR = /\u001b\[[0-9;]*m/;

/** Each command, with something to say on stdout or stderr. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  init: ["init", "--no-input"],
  import: ["import", "--sandbox=applied.json", "--out", "made/org.yaml", "--replace"],
  validate: ["validate"],
  "validate, of a broken file": ["validate", "-f", "broken.yaml"],
  plan: ["plan", "--sandbox=fresh.json"],
  "plan, of a broken file": ["plan", "-f", "broken.yaml", "--sandbox=fresh.json"],
  "plan, in markdown": ["plan", "--sandbox=fresh.json", "--format", "markdown"],
  "plan, for GitHub": ["plan", "--sandbox=fresh.json", "--format", "github"],
  "plan, with a log": ["plan", "--sandbox=fresh.json", "--log-level", "trace"],
  apply: ["apply", "--sandbox=applied.json", "--yes", "-f", "more.yaml"],
  drift: ["drift", "--sandbox=fresh.json"],
  show: ["show", "plan.json"],
  explain: ["explain", "--sandbox=applied.json", "dax@acme.com"],
  "aws-config": [
    "aws-config",
    "--sandbox=applied.json",
    "--user",
    "dax@acme.com",
    "--name",
    "{account}-{permissionSet}",
    "--diff",
  ],
  doctor: ["doctor", "--sandbox=applied.json"],
  "iam plan": ["iam", "plan"],
  "iam apply": ["iam", "apply"],
  "github comment": ["github", "comment", "plan.json"],
  "github issue": ["github", "issue", "apply", "plan.json"],
  "github approved": ["github", "approved", "--out", "approved", "--head", "0"],
  "github outputs": ["github", "outputs", "plan.json"],
  schema: ["schema"],
  "sandbox serve": ["sandbox", "serve", "--port", "-1"],
  "sandbox reset": ["sandbox", "reset", "--sandbox=other.json"],
  "sandbox do": ["sandbox", "do", "nothing", "--sandbox=other.json"],
};

/** What of them is coloured when colour is asked for. */
const COLOURED = ["validate", "validate, of a broken file", "plan", "apply", "drift", "show", "explain", "doctor"];

/** A folder to read in; what writes into a sandbox's file takes a copy of its own. */
let home = "";
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "orgsync-colour-"));
  cpSync(join(PACKAGE, "examples/company"), home, { recursive: true });
  const org = readFileSync(join(home, "org.yaml"), "utf8");
  writeFileSync(join(home, "more.yaml"), org.replace("title: Accountant", "title: Treasurer"));
  writeFileSync(join(home, "broken.yaml"), "version: 1\nusers: 3\nacounts: {}\n");
  await orgsync(["plan", "--sandbox=fresh.json", "--out", "plan.json"], { cwd: home });
  await orgsync(["apply", "--sandbox=applied.json", "--yes"], { cwd: home });
  return () => rmSync(home, { recursive: true });
});

/** A program in a copy of the folder: its output, on both streams. */
async function inCopy(work: (cwd: string) => Promise<string>): Promise<string> {
  return inHome(async (cwd) => {
    cpSync(home, cwd, { recursive: true });
    return work(cwd);
  });
}

const run = (node: NodeBinary, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> =>
  inCopy(async (cwd) => {
    const { stdout, stderr } = await orgsync(argv, { cwd, node, env: { ...environment(cwd), ...env } });
    return stdout + stderr;
  });

/** Both streams in a file. */
const inFile = (node: NodeBinary, argv: readonly string[], name: string): Promise<string> =>
  inCopy(async (cwd) => {
    const path = join(cwd, `${name}.txt`);
    const file = openSync(path, "w");
    await once(
      spawn(node.path, [BIN, ...argv], { cwd, env: environment(cwd), stdio: ["ignore", file, file] }),
      "close",
    );
    closeSync(file);
    return readFileSync(path, "utf8");
  });

/** Both streams at a terminal, as `script` plays one. */
const atTerminal = (
  node: NodeBinary,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> =>
  inCopy(async (cwd) => {
    const quoted = [node.path, BIN, ...argv].map((word) => `'${word}'`).join(" ");
    const child = spawn("script", ["-qec", quoted, "/dev/null"], {
      cwd,
      env: { ...environment(cwd), TERM: "xterm-256color", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = collected(child.stdout);
    await once(child, "close");
    return output();
  });

test("every command is here", async () => {
  const { commands } = await surfaceOf();
  const here = new Set(Object.values(COMMANDS).flatMap(([first = "", second = ""]) => [first, `${first} ${second}`]));
  expect(commands.filter((command) => !here.has(command))).toEqual([]);
});

/** What stands for the rest on the other Nodes of a usual run. */
const FEW = ["validate, of a broken file", "plan", "doctor"];

describe.each([PRESENT, ...OTHERS])("on Node $version", (node) => {
  const whole = DEEP || node === PRESENT;
  const all = Object.entries(COMMANDS).filter(([name]) => whole || FEW.includes(name));

  test.concurrent.each(all)(
    "%s writes no escape code where there is no terminal, or none that shows colours",
    async (name, argv) => {
      const piped = await run(node, argv);
      expect(piped).not.toBe("");
      expect(piped).not.toMatch(ESCAPE);
      expect(await atTerminal(node, argv, { TERM: "dumb" })).not.toMatch(ESCAPE);
      if (!whole) return;
      expect(await inFile(node, argv, name)).not.toMatch(ESCAPE);
      expect(await atTerminal(node, argv, { NO_COLOR: "1" })).not.toMatch(COLOUR);
    },
  );

  const coloured = COLOURED.filter((name) => whole || FEW.includes(name));
  test.concurrent.each(coloured)(
    "%s writes colours to a terminal and where they are asked for, and none where they are refused",
    async (name) => {
      const argv = COMMANDS[name] ?? [];
      expect(await run(node, argv, { FORCE_COLOR: "1" })).toMatch(COLOUR);
      expect(await run(node, [...argv, "--color"], { NO_COLOR: "1" })).toMatch(COLOUR);
      const refused = await run(node, [...argv, "--no-color"], { FORCE_COLOR: "1" });
      expect(refused).not.toMatch(ESCAPE);
      expect(refused).not.toContain("unknown option");
      if (!whole) return;
      expect(await atTerminal(node, argv)).toMatch(COLOUR);
      expect(await atTerminal(node, [...argv, "--no-color"])).not.toMatch(COLOUR);
    },
  );
});
