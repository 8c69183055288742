import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { DEEP } from "../deep/sizes.ts";
import { BOT, emptyWorld, fakeGitHub, REPOSITORY } from "../github/fake.ts";
import { APPLY_WORKFLOW, environmentOf, PLAN_WORKFLOW, sha, TOKEN, zipOf } from "../github/world.ts";
import {
  BIN,
  collected,
  type Ended,
  environment,
  inHome,
  type NodeBinary,
  orgsync,
  OTHERS,
  PACKAGE,
  PRESENT,
} from "./installed.ts";
import { done } from "./install.ts";
import { surfaceOf, usedBy } from "./surface.ts";

/*
 * Everything that the installed command can do, done once. What it can do is asked of itself: a command, a flag or a
 * choice that is new fails here until it is run, too.
 */

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
/** Escape sequences: no output here goes to a terminal. */
// oxlint-disable-next-line no-control-regex -- they begin with one
const ESCAPE = /\u001b/;

interface Expected {
  /** Several where the machine decides. */
  readonly code?: number | readonly number[];
  readonly out?: string | RegExp;
  readonly err?: string | RegExp;
  readonly env?: Readonly<Record<string, string>>;
}

/** Somebody at work in a folder; what is run is remembered. */
interface Person {
  readonly cwd: string;
  readonly ran: string[][];
  /** The folder's file, read. */
  file(name: string): string;
  run(argv: readonly string[], expected?: Expected): Promise<Ended>;
}

async function asPerson(node: NodeBinary, example: string, ran: string[][], work: (person: Person) => Promise<void>) {
  await inHome(async (cwd) => {
    if (example !== "") cpSync(join(PACKAGE, "examples", example), cwd, { recursive: true });
    await work({
      cwd,
      ran,
      file: (name) => readFileSync(join(cwd, name), "utf8"),
      async run(argv, { code = 0, out = "", err = "", env = {} } = {}) {
        ran.push([...argv]);
        const ended = await orgsync(argv, { cwd, node, env: { ...environment(cwd), ...env } });
        const what = `orgsync ${argv.join(" ")}: ${ended.stdout}${ended.stderr}`;
        expect([code].flat(), what).toContain(ended.code);
        expect(ended.stdout, what).toMatch(out);
        expect(ended.stderr, what).toMatch(err);
        expect(ended.stdout + ended.stderr, what).not.toMatch(ESCAPE);
        expect(ended.stdout + ended.stderr, what).not.toContain("ORG0799");
        return ended;
      },
    });
  });
}

const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
const SANDBOX = "--sandbox=aws.json";

/** Starts `sandbox serve`, and ends it once its address has been used. */
async function serving(person: Person, node: NodeBinary, use: (url: string) => Promise<void>): Promise<void> {
  const argv = ["sandbox", "serve", "--sandbox=served.json", "--port", "0", "--async-seconds", "0"];
  person.ran.push(argv);
  const child = spawn(node.path, [BIN, ...argv], {
    cwd: person.cwd,
    env: environment(person.cwd),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = [collected(child.stdout), collected(child.stderr)];
  const closed = once(child, "close");
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout())?.[0];
      if (found !== undefined) resolve(found);
    });
    void closed.then(() => reject(new Error(`it ended: ${stderr()}`)));
  });
  try {
    await use(url);
  } finally {
    child.kill("SIGTERM");
  }
  expect(await closed).toEqual([143, null]);
  expect(stderr()).toBe("");
}

/** What each command does, in parts that need nothing of each other. `short` parts run on every Node, always. */
const PARTS: Readonly<Record<string, { short: boolean; play: (person: Person, node: NodeBinary) => Promise<void> }>> = {
  "says what it is": {
    short: true,
    async play({ run, cwd }, node) {
      const version = (json(readFileSync(join(PACKAGE, "package.json"), "utf8"))["version"] as string) ?? "";
      for (const flag of ["--version", "-V"]) await run([flag], { out: new RegExp(`^${version}\n$`) });
      for (const flag of ["--help", "-h"]) await run([flag], { out: /^orgsync: AWS Organizations/ });
      await run([], { code: 64, out: /^orgsync: AWS Organizations/ });
      await run(["plam"], { code: 64, err: "did you mean plan?" });
      // As a shell starts it: by its first line, with the Node that the PATH has.
      const env = { ...environment(cwd), PATH: `${dirname(node.path)}:${process.env["PATH"]}` };
      const started = spawnSync(BIN, ["--version"], { cwd, env, encoding: "utf8" });
      expect(started).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
    },
  },

  "plans, applies, finds drift and shows what it wrote": {
    short: true,
    async play({ run, cwd, file }) {
      await run(["validate", "--file", "org.yaml"], { out: "is valid" });
      await run(["plan", "-f", "org.yaml", SANDBOX, "--out", "plan.json", "--detailed-exitcode"], {
        code: 2,
        out: "30 to create",
      });
      await run(["show", "plan.json"], { out: "30 to create" });
      await run(["apply", "--plan", "plan.json", SANDBOX, "--out", "applied.json"], {
        out: /Add this to org\.yaml|Next/,
      });
      expect(json(file("applied.json"))).toMatchObject({
        document: "apply",
        failures: [],
        outcome: { failed: [], left: [] },
      });
      await run(["plan", "--file=org.yaml", SANDBOX, "--detailed-exitcode"], { out: "No changes" });
      await run(["drift", "--file", "org.yaml", SANDBOX], { out: /matches|No drift|no drift/i });
      writeFileSync(join(cwd, "org.yaml"), file("org.yaml").replace("title: Accountant", "title: Treasurer"));
      await run(["drift", "-f", "org.yaml", SANDBOX, "--out", "drift.json"], { code: 2, out: "Treasurer" });
      await run(["show", "drift.json"], { out: "Treasurer" });
      await run(["apply", "-f", "org.yaml", SANDBOX, "--yes"], { out: "Treasurer" });
      await run(["apply", "--file", "org.yaml", SANDBOX, "-y", "--format", "json"]);
    },
  },

  "writes every format": {
    short: false,
    async play({ run, cwd, file }) {
      for (const format of ["text", "json", "github"]) await run(["validate", "--format", format, "-f", "org.yaml"]);
      writeFileSync(join(cwd, "broken.yaml"), "version: 1\naccounts: 3\n");
      for (const format of ["text", "json", "github"])
        await run(["validate", `--format=${format}`, "-f", "broken.yaml"], { code: 3, out: "ORG0203" });
      await run(["plan", SANDBOX, "--out", "plan.json"]);
      const original = file("org.yaml");
      for (const format of ["text", "json", "markdown", "github"]) {
        await run(["plan", SANDBOX, "--format", format], { out: "acme-dev" });
        await run(["show", "--format", format, "plan.json"], { out: "acme-dev" });
        const aws = `--sandbox=${format}.json`;
        writeFileSync(join(cwd, "org.yaml"), original);
        await run(["apply", aws, "--yes", "--no-input", "--format", format], { out: /acme-dev|applied 30\/30/ });
        await run(["explain", aws, "dax@acme.com", "acme-dev", "--format", format === "json" ? "json" : "text"], {
          out: "AdministratorAccess",
        });
        writeFileSync(join(cwd, "org.yaml"), original.replace("title: Accountant", `title: ${format}`));
        await run(["drift", aws, "--format", format], { code: 2, out: "lee@acme.com" });
      }
      await run(["show", "plan.json", "--format", "markdown", "--summary"], { out: "acme-dev" });
    },
  },

  "logs at every level": {
    short: true,
    async play({ run }) {
      // The commands that log.
      const logging = (level: string, format: string, ...argv: string[]): Promise<Ended> =>
        run([...argv, SANDBOX, "--log-level", level, "--log-format", format]);
      for (const [index, level] of LEVELS.entries()) {
        const isText = index % 2 === 0;
        const { stderr } = await logging(
          level,
          isText ? "text" : "json",
          "plan",
          index < 3 ? "--mask-emails" : "--no-mask-emails",
        );
        const seen = level === "trace" || level === "debug";
        expect(stderr.includes(isText ? "debug call" : '"level":"debug"'), `${level}: ${stderr}`).toBe(seen);
      }
      const { stderr } = await logging("debug", "json", "apply", "--yes", "--mask-emails");
      for (const line of stderr.trim().split("\n")) expect(json(line)["time"]).toMatch(/^\d{4}-/);
      await run(["plan", SANDBOX, "--log-level", "loud"], { code: 64, err: "unknown log level loud" });
      await run(["plan", SANDBOX, "--log-level", "debug", "--log-format", "xml"], {
        code: 64,
        err: "unknown log format xml",
      });
    },
  },

  "logs from every command": {
    short: false,
    async play({ run }) {
      const commands: readonly (readonly string[])[] = [
        ["plan"],
        ["apply", "--yes"],
        ["drift"],
        ["import", "--out", "made/org.yaml", "--replace"],
        ["explain", "dax@acme.com", "acme-dev"],
        ["aws-config", "--user", "dax@acme.com", "--print", "--live"],
        ["doctor", "organization"],
      ];
      for (const argv of commands)
        for (const masks of ["--mask-emails", "--no-mask-emails"])
          await run([...argv, SANDBOX, "--log-level", "debug", "--log-format", "json", masks], {
            err: '"level":"debug"',
          });
      const init = [
        "init",
        "--company",
        "Acme",
        "--email",
        "aws@acme.com",
        "--user",
        "dax@acme.com",
        "--name",
        "Dax Raad",
      ];
      for (const masks of ["--mask-emails", "--no-mask-emails"]) {
        await run(["sandbox", "reset", "--sandbox=new.json", "--from", "empty"]);
        await run(
          [...init, `-f=${masks}.yaml`, "--sandbox=new.json", "--log-level", "debug", "--log-format", "json", masks],
          { err: '"level":"debug"' },
        );
      }
    },
  },

  "looks at what was before, and takes away only what has expired": {
    short: false,
    async play({ run, cwd, file }) {
      const git = (...args: string[]) =>
        done(
          cwd,
          "git",
          "-c",
          "user.name=Dax",
          "-c",
          "user.email=dax@acme.com",
          "-c",
          "init.defaultBranch=main",
          ...args,
        );
      git("init", "-q");
      git("add", "org.yaml", "policies");
      git("commit", "-q", "-m", "Before");
      writeFileSync(join(cwd, "before.yaml"), file("org.yaml"));
      writeFileSync(join(cwd, "org.yaml"), file("org.yaml").replace("title: Accountant", "title: Treasurer"));
      await run(["plan", SANDBOX, "--base", "HEAD", "--format", "json"], { out: /"commit": ?"[0-9a-f]+ \(dirty\)"/ });
      await run(["plan", SANDBOX, "--base", "nothing-of-this-name"], { code: 1, err: "ORG0702" });
      await run(["apply", SANDBOX, "--base", "before.yaml", "--yes"]);
      await run(["apply", SANDBOX, "--expired", "--yes"], { out: "No changes" });
    },
  },

  "starts from nothing and from what there is": {
    short: false,
    async play({ run, cwd, file }) {
      done(cwd, "git", "init", "-q");
      await run(["sandbox", "reset", SANDBOX, "--from", "empty"], { out: "an account without an organization" });
      await run([
        "init", SANDBOX, "--company", "Acme", "--email", "aws@acme.com", "--stages", "dev,production", "--name", "Dax Raad",
        "--user", "dax@acme.com", "--region", "us-east-1", "--start-url", "https://acme.awsapps.com/start", "--no-input",
        "--file", "org.yaml", "--github",
      ]); // prettier-ignore
      expect(file("org.yaml")).toContain("aws+dev@acme.com");
      expect(file(".github/workflows/orgsync-plan.yml")).toContain("orgsync");
      await run(["init", "-f", "org.yaml", "--no-input"], { code: 1, err: "ORG0702" });
      await run(["plan", SANDBOX], { out: "organization" });
      await run(["apply", SANDBOX, "--yes"], { code: 6 });
      await run(["sandbox", "do", SANDBOX], { out: "enable-identity-center" });
      await run(["sandbox", "do", "enable-identity-center", "us-east-1", SANDBOX], { out: "dentity" });
      await run(["apply", SANDBOX, "--yes"]);
      await run(["plan", SANDBOX, "--detailed-exitcode"]);
      await run(["import", SANDBOX, "--out", "made/org.yaml", "--only", "users,groups"], { out: "users" });
      expect(file("made/org.yaml")).toContain("dax@acme.com");
      await run(["import", SANDBOX, "--out", "made/org.yaml"], { code: 1, err: "made/org.yaml" });
      await run(["import", SANDBOX, "--out", "made/org.yaml", "--replace"], { out: "accounts" });
      await run(["plan", SANDBOX, "-f", "made/org.yaml", "--detailed-exitcode"], { out: "No changes" });
      await run(["import", SANDBOX, "--unmanaged", "-f", "made/org.yaml"]);
      await run(["import", SANDBOX, "--unmanaged", "--file", "made/org.yaml"]);
      await run(["sandbox", "reset", SANDBOX, "--from", "guide"], { out: "an organization with Identity Center" });
    },
  },

  "writes AWS CLI profiles": {
    short: false,
    async play({ run, cwd, file }) {
      await run(["apply", SANDBOX, "--yes"]);
      await run(["aws-config", "-f", "org.yaml", SANDBOX, "--user", "dax@acme.com", "--diff"], { out: "acme-dev" });
      await run(["aws-config", "--file", "org.yaml", SANDBOX, "--user", "dax@acme.com", "--check"], { code: 2 });
      mkdirSync(join(cwd, ".orgsync"));
      writeFileSync(join(cwd, ".orgsync/aws-config"), "[profile acme-dev]\nregion = eu-west-1\n");
      await run(["aws-config", SANDBOX, "--group", "developers", "--name", "{account}-{permissionSet}", "--print"], {
        out: "acme-dev-DeveloperAccess",
      });
      await run(["aws-config", SANDBOX, "--everyone", "--name", "{account}-{permissionSet}", "--print", "--live"], {
        out: "acme-Billing",
      });
      writeFileSync(join(cwd, "package.json"), '{ "name": "app", "scripts": {} }\n');
      await run([
        "aws-config",
        SANDBOX,
        "--user",
        "dax@acme.com",
        "--name",
        "{account}-{permissionSet}",
        "--session",
        "work",
        "--region",
        "eu-west-1",
        "--package-json",
        "--yes",
        "--no-input",
      ]);
      expect(file(".orgsync/aws-config")).toContain("[sso-session work]");
      expect(file("package.json")).toContain("aws sso login");
      await run(["aws-config", SANDBOX, "--user", "jay@acme.com", "--adopt", "-y"]);
    },
  },

  "explains, diagnoses and prints": {
    short: false,
    async play({ run, cwd }) {
      await run(["apply", SANDBOX, "--yes"]);
      await run(["explain", "-f", "org.yaml", SANDBOX, "dax@acme.com"], { out: "AdministratorAccess" });
      await run(["explain", "--file", "org.yaml", SANDBOX, "--who-can", "acme-dev", "AdministratorAccess"], {
        out: "dax@acme.com",
      });
      await run(["explain", "ORG0301"], { out: "unknown name" });
      await run(["doctor", "--list"], { out: "organization" });
      await run(["doctor", "-f", "org.yaml", SANDBOX, "--json"], { code: [0, 1], out: /^\{/ });
      await run(["doctor", "--file", "org.yaml", SANDBOX, "--redact"], {
        code: [0, 1],
        out: /^(?![\s\S]*dax@acme\.com)/,
      });
      await run(["doctor", SANDBOX, "organization"]);
      writeFileSync(join(cwd, ".aws/config"), "[profile other]\nregion = us-east-1\n");
      await run(["doctor", "--profile", "other"], { code: 1, out: "other" });
      await run(["iam", "plan"], { out: '"organizations:ListAccounts"' });
      await run(["iam", "apply"], { out: '"organizations:CreateAccount"' });
      const { stdout } = await run(["schema"]);
      expect(json(stdout)["$schema"]).toContain("json-schema.org");
    },
  },

  "serves its sandbox to itself": {
    short: false,
    async play(person, node) {
      await serving(person, node, async (url) => {
        const env = {
          AWS_ENDPOINT_URL: url,
          AWS_ACCESS_KEY_ID: "a",
          AWS_SECRET_ACCESS_KEY: "b",
          AWS_REGION: "us-east-1",
        };
        const { stdout } = await person.run(["plan", "--format", "json"], { env });
        const { organization } = json(stdout) as { organization: { id: string } };
        await person.run(["apply", "--yes"], { env, code: 4, err: organization.id });
      });
      expect(existsSync(join(person.cwd, "served.json.lock"))).toBe(false);
    },
  },

  "takes the steps of the workflows": {
    short: false,
    async play({ run, cwd, file }) {
      await run(["plan", SANDBOX, "--out", "plan.json"]);
      await run(["apply", SANDBOX, "--plan", "plan.json", "--out", "applied.json"]);
      await run(["github", "outputs", "plan.json"], { out: /^changes=true|^changes=/m });
      const world = emptyWorld();
      world.tokens[TOKEN] = {
        login: BOT.login,
        type: "Bot",
        permissions: { contents: "read", actions: "read", "pull-requests": "write", issues: "write" },
      };
      world.pulls.push({
        number: 12,
        merged_at: null,
        merge_commit_sha: null,
        head: { sha: sha("one"), repo: { id: REPOSITORY.id } },
        base: { ref: "main", repo: { id: REPOSITORY.id } },
      });
      world.commits.push(sha("zero"), sha("one"));
      world.artifacts.push({
        id: 1,
        name: "unrelated",
        size_in_bytes: 1,
        expired: false,
        created_at: "2026-01-01T00:00:00Z",
        workflow_run: { id: 1, repository_id: REPOSITORY.id, head_repository_id: REPOSITORY.id, head_sha: sha("one") },
        zip: zipOf({ "plan.json": "{}" }),
      });
      const fake = await fakeGitHub(world);
      try {
        writeFileSync(join(cwd, "event.json"), JSON.stringify({ before: sha("zero"), after: sha("one") }));
        writeFileSync(join(cwd, "run.log"), "what was printed\n");
        const env = { ...environmentOf(fake.url), GITHUB_EVENT_PATH: join(cwd, "event.json"), GITHUB_SHA: sha("one") };
        const about = ["--file", "org.yaml", "--log", "run.log"];
        await run(["github", "comment", "plan.json", "--pull-request", "12", ...about], { env });
        await run(["github", "comment", "applied.json", "--pull-request", "12", "-f", "org.yaml"], { env });
        expect(world.comments.map(({ issue }) => issue)).toEqual([12]);
        await run(["github", "issue", "apply", "missing.json", ...about], { env });
        expect(world.issues).toMatchObject([
          { state: "open", body: expect.stringContaining("what was printed") as string },
        ]);
        await run(["github", "issue", "apply", "applied.json", "-f", "org.yaml"], { env });
        await run(["github", "approved", "--out", "approved", "--head", sha("one"), "--plan-workflow", PLAN_WORKFLOW], {
          env,
        });
        expect(APPLY_WORKFLOW).not.toBe(PLAN_WORKFLOW);
        expect(file("event.json")).toContain("before");
      } finally {
        await fake.close();
      }
      mkdirSync(join(cwd, "empty"));
    },
  },
};

const surface = await surfaceOf();

describe.each([PRESENT, ...OTHERS])("on Node $version", (node) => {
  const whole = DEEP || node === PRESENT;
  const ran: string[][] = [];

  const parts = Object.entries(PARTS).filter(([, { short }]) => whole || short);
  // Tests at once: each counts its own assertions.
  test.concurrent.for(parts)("%s", async ([name, { play }], { expect: expectHere }) => {
    const example =
      name === "starts from nothing and from what there is" || name === "says what it is" ? "" : "company";
    const before = ran.length;
    await asPerson(node, example, ran, (person) => play(person, node));
    expectHere(ran.length).toBeGreaterThan(before);
  });

  test.each(whole ? surface.commands : surface.commands.slice(0, 1))("%s --help", async (command) => {
    await inHome(async (cwd) => {
      for (const flags of [["--help"], ["-h"], ["--color", "--help"], ["--no-color", "--help"]]) {
        const argv = [...command.split(" "), ...flags];
        ran.push(argv);
        const { code, stdout, stderr } = await orgsync(argv, { cwd, node });
        expect(stdout).toContain(`Usage: orgsync ${command}`);
        expect(stdout).not.toMatch(ESCAPE);
        expect(stderr).toBe("");
        expect(code).toBe(0);
      }
    });
  });

  afterAll(() => {
    expect(surface.commands.length).toBeGreaterThan(18);
    if (!whole) return;
    const used = ran.map((argv) => usedBy(argv, surface));
    const commands = new Set(used.map(({ command }) => command));
    const flags = new Set(used.flatMap((one) => one.flags));
    // A group of commands has no more than its help.
    const left = surface.flags.filter(
      (flag) => !flags.has(flag) && !/^(?:iam|github|sandbox) (?:-h|--help|--color|--no-color)$/.test(flag),
    );
    expect({ commands: surface.commands.filter((name) => !commands.has(name)), flags: left }).toEqual({
      commands: [],
      flags: [],
    });
  });
});
