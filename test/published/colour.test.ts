import { spawnSync } from "node:child_process";
import { closeSync, cpSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { BIN, DEEP, environment, inHome, type NodeBinary, OTHERS, PACKAGE, PRESENT } from "./installed.ts";
import { surfaceOf } from "./surface.ts";

/*
 * Escape sequences go to terminals, and to whoever asks for them: no command lets one into a pipe or a file, under
 * NO_COLOR or at a terminal that is dumb.
 */

// oxlint-disable-next-line no-control-regex -- they begin with one
const ESCAPE = /\u001b/;

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

let home = "";
beforeAll(async () => {
  let leave: () => void = () => undefined;
  await new Promise<void>((ready, failed) => {
    inHome(async (cwd) => {
      home = cwd;
      cpSync(join(PACKAGE, "examples/company"), cwd, { recursive: true });
      const org = readFileSync(join(cwd, "org.yaml"), "utf8");
      writeFileSync(join(cwd, "more.yaml"), org.replace("title: Accountant", "title: Treasurer"));
      writeFileSync(join(cwd, "broken.yaml"), "version: 1\nusers: 3\nacounts: {}\n");
      run(PRESENT, ["plan", "--sandbox=fresh.json", "--out", "plan.json"]);
      run(PRESENT, ["apply", "--sandbox=applied.json", "--yes"]);
      ready();
      await new Promise<void>((left) => (leave = left));
    }).catch(failed);
  });
  return () => leave();
});

function run(node: NodeBinary, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { stdout, stderr } = spawnSync(node.path, [BIN, ...argv], {
    cwd: home,
    env: { ...environment(home), ...env },
    encoding: "utf8",
    input: "",
  });
  return stdout + stderr;
}

/** Both streams in a file. */
function inFile(node: NodeBinary, argv: readonly string[]): string {
  const path = join(home, "output.txt");
  const file = openSync(path, "w");
  spawnSync(node.path, [BIN, ...argv], { cwd: home, env: environment(home), stdio: ["ignore", file, file] });
  closeSync(file);
  return readFileSync(path, "utf8");
}

/** Both streams at a terminal, as `script` plays one. */
function atTerminal(node: NodeBinary, argv: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const quoted = [node.path, BIN, ...argv].map((word) => `'${word}'`).join(" ");
  const { stdout, status } = spawnSync("script", ["-qec", quoted, "/dev/null"], {
    cwd: home,
    env: { ...environment(home), TERM: "xterm-256color", ...env },
    encoding: "utf8",
    input: "",
  });
  expect(status).not.toBeNull();
  return stdout;
}

test("every command is here", async () => {
  const { commands } = await surfaceOf();
  const here = new Set(Object.values(COMMANDS).flatMap(([first = "", second = ""]) => [first, `${first} ${second}`]));
  expect(commands.filter((command) => !here.has(command))).toEqual([]);
});

describe.each([PRESENT, ...OTHERS])("on Node $version", (node) => {
  const all = Object.entries(COMMANDS).filter(([name]) => DEEP || node === PRESENT || COLOURED.includes(name));

  test.each(all)("%s writes no escape code into a pipe or a file", (_name, argv) => {
    const output = run(node, argv);
    expect(output).not.toBe("");
    expect(output).not.toMatch(ESCAPE);
    expect(inFile(node, argv)).not.toMatch(ESCAPE);
  });

  test.each(all)("%s writes none under NO_COLOR, at a dumb terminal and with --no-color", (_name, argv) => {
    expect(run(node, argv, { NO_COLOR: "1" })).not.toMatch(ESCAPE);
    expect(run(node, argv, { TERM: "dumb" })).not.toMatch(ESCAPE);
    expect(run(node, [...argv, "--no-color"], { FORCE_COLOR: "1" })).not.toMatch(ESCAPE);
    expect(run(node, [...argv, "--no-color"])).not.toContain("unknown option");
  });

  test.each(COLOURED)("%s writes some with --color, with FORCE_COLOR and at a terminal", (name) => {
    const argv = COMMANDS[name] ?? [];
    expect(run(node, argv, { FORCE_COLOR: "1" })).toMatch(ESCAPE);
    expect(run(node, [...argv, "--color"], { NO_COLOR: "1" })).toMatch(ESCAPE);
    expect(atTerminal(node, argv)).toMatch(ESCAPE);
    // oxlint-disable-next-line no-control-regex -- colours begin with one; the progress of reading moves the cursor
    const colour = /\u001b\[[0-9;]*m/;
    expect(atTerminal(node, argv, { TERM: "dumb" })).not.toMatch(ESCAPE);
    expect(atTerminal(node, argv, { NO_COLOR: "1" })).not.toMatch(colour);
  });
});
