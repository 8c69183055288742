import { writeFileSync } from "node:fs";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CHECKS } from "../../src/doctor/checks/index.ts";
import { slugOf, stagesOf, whyNot } from "../../src/draft/start.ts";
import { loadConfig } from "../../src/config/load.ts";
import { newWorld } from "../../src/sandbox/index.ts";
import { lookalike } from "../endpoints/lookalike.ts";
import { answering, environment } from "../endpoints/server.ts";
import { hastyClock } from "../faults/clock.ts";
import { type Folder, inEmpty, inExample } from "./folder.ts";

// What the SDK finds on the machine that tests run on is nobody's answer.
beforeEach(() => void vi.stubEnv("AWS_REGION", "us-east-1"));
afterEach(() => vi.unstubAllEnvs());

const SANDBOX = "--sandbox=sandbox.json";
const WORKFLOWS = ".github/workflows";

const GIVEN = {
  "--company": "Acme",
  "--email": "aws@acme.com",
  "--user": "dax@acme.com",
  "--name": "Dax Raad",
};

/** The flags that are needed, with others beside or instead of them. */
const flagsWith = (others: Readonly<Record<string, string>> = {}): string[] =>
  Object.entries({ ...GIVEN, ...others }).flatMap(([flag, value]) => [flag, value]);

const init = ({ orgsync }: Folder, others: Readonly<Record<string, string>> = {}, ...more: string[]) =>
  orgsync(["init", ...flagsWith(others), ...more]);

/** What a file says, by the loader; comments apart. */
const sectionsIn = async ({ read }: Folder, file = "org.yaml") =>
  (await loadConfig(file, { read, realPath: async (path) => path, list: async () => [] })).sections;

/** That nothing at all is in a folder. */
const expectNothing = async ({ path }: Folder): Promise<void> => expect(await readdir(path)).toEqual([]);

describe("with flags", () => {
  test("it writes what the guide has", async () => {
    let guide: unknown;
    await inExample("guide", async (folder) => void (guide = await sectionsIn(folder)));
    await inEmpty(async (folder) => {
      const { code, stdout, stderr } = await init(folder);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/^Wrote\n {2}org\.yaml {4}3 accounts, and you\n {2}\.gitignore/);
      expect(await sectionsIn(folder)).toEqual(guide);
      expect((await folder.read("org.yaml")).split("\n").slice(0, 2)).toEqual([
        "# yaml-language-server: $schema=./node_modules/orgsync/schema/org.schema.json",
        "version: 1",
      ]);
      expect(await folder.orgsync(["validate"])).toMatchObject({ code: 0 });
      expect(await readdir(folder.path)).toEqual([".gitignore", "org.yaml"]);
    });
  });

  test("each has its say", async () => {
    await inEmpty(async (folder) => {
      const others = {
        "--company": "Beta & Söhne's GmbH",
        "--email": "aws+root@beta.com",
        "--name": "Ana María García",
        "--stages": "dev, staging,production",
        "--region": "eu-central-1",
        "--start-url": "https://beta-login.awsapps.com/start",
      };
      const { code, stdout } = await init(folder, others);
      expect(code).toBe(0);
      expect(await sectionsIn(folder)).toMatchObject({
        identityCenter: { region: "eu-central-1", startUrl: "https://beta-login.awsapps.com/start" },
        accounts: {
          "beta-sohnes-gmbh": { email: "aws+root@beta.com", management: true },
          "beta-sohnes-gmbh-dev": { email: "aws+root-dev@beta.com" },
          "beta-sohnes-gmbh-staging": { email: "aws+root-staging@beta.com" },
          "beta-sohnes-gmbh-production": { email: "aws+root-production@beta.com" },
        },
        users: { "dax@acme.com": { givenName: "Ana María", familyName: "García" } },
      });
      expect(await folder.read("org.yaml")).toContain("# The AWS organization of Beta & Söhne's GmbH. ");
      expect(stdout).toContain("home?region=eu-central-1\n");
    });
  });

  test("the region is the caller's where nobody names another", async () => {
    vi.stubEnv("AWS_REGION", "ap-southeast-2");
    await inEmpty(async (folder) => {
      await init(folder);
      expect(await sectionsIn(folder)).toMatchObject({ identityCenter: { region: "ap-southeast-2" } });
    });
  });

  test("org.yaml may be elsewhere: its schema is named from there, and commands name it", async () => {
    await inEmpty(async (folder) => {
      const { stdout } = await init(folder, { "--file": "aws/my org.yaml" });
      expect(await folder.read("aws/my org.yaml")).toMatch(
        /^# yaml-language-server: \$schema=\.\.\/node_modules\/orgsync\/schema\/org\.schema\.json\n/,
      );
      expect(stdout).toContain("orgsync plan --file 'aws/my org.yaml'\n");
    });
  });

  test("without somebody to ask, all that is missing is named at once", async () => {
    await inEmpty(async (folder) => {
      expect(await folder.orgsync(["init"])).toMatchObject({
        code: 64,
        stdout: "",
        stderr: `error ORG0701: init needs --company, --email, --name and --user where there is nobody to ask
  help: such as
    orgsync init --company Acme --email aws@acme.com --name "Dax Raad" --user dax@acme.com
`,
      });
      const some = ["init", "--company", "Acme", "--email", "x", "--name", "Dax Raad", "--no-input"];
      const { code, stderr } = await folder.orgsync(some, { answers: [] });
      expect(code).toBe(64);
      expect(stderr).toMatch(
        /^error ORG0701: init needs --user where there is nobody to ask\n {2}--email x: `x` is not/,
      );
      await expectNothing(folder);
    });
  });

  const long = "x".repeat(40);
  test.each([
    ["--company", "???", "no letter and no digit of ASCII"],
    ["--company", " ", "it is empty"],
    ["--company", "x".repeat(51), "too long for the account name: 51 characters; at most 50 characters"],
    ["--company", "constructor", "constructor cannot be a key"],
    ["--email", "aws", "the e-mail of an account looks like aws+dev@acme.com"],
    ["--email", "a b@acme.com", "no spaces and no quotes"],
    ["--email", `aws@${long}.${long}.com`, "at most 64 characters"],
    ["--stages", "dev,,production", "a stage without a name"],
    ["--stages", "dev,produ ction", "produ ction is to have letters and digits"],
    ["--stages", "dev,dev", "dev stands twice in it"],
    ["--stages", "dev,Dev", "Dev"],
    ["--stages", "y".repeat(50), "(account acme-yyyy"],
    ["--name", "Dax", "a given name and a family name"],
    ["--name", "Dax\u202e Raad", "does not show"],
    ["--user", "dax", "dax"],
    ["--user", "dax raad@acme.com", "no spaces"],
    ["--region", "Frankfurt", "an AWS Region looks like us-east-1 or eu-central-1"],
    ["--start-url", "acme.awsapps.com", "a start URL looks like https://acme.awsapps.com/start"],
  ])("%s %s is refused, with what one looks like", async (flag, value, why) => {
    await inEmpty(async (folder) => {
      const { code, stdout, stderr } = await init(folder, { [flag]: value });
      expect({ code, stdout }).toEqual({ code: 64, stdout: "" });
      expect(stderr).toContain(`error ORG0701: ${flag} `);
      expect(stderr).toContain(why);
      expect(stderr).toMatch(new RegExp(`\n {2}help: such as ${flag} .*; nothing was written\n$`));
      await expectNothing(folder);
    });
  });

  test("an alias that AWS would not take is refused before anything is written", async () => {
    await inEmpty(async (folder) => {
      const { code, stderr } = await init(folder, { "--email": `${"a".repeat(47)}@acme.com` });
      expect(code).toBe(64);
      expect(stderr).toContain("+production@acme.com` is too long for the e-mail of the root user: 67 characters");
      expect(stderr).toContain("(account acme-production); at most 64 characters");
      await expectNothing(folder);
    });
  });
});

describe("on a terminal", () => {
  test("it asks in order, and suggests", async () => {
    await inEmpty(async (folder) => {
      const { code, stdout, stderr } = await folder.orgsync(["init"], {
        columns: 80,
        terminal: true,
        answers: ["Acme Corp.", "root@acme.com", "", " Dax  Raad ", "dax@acme.com", "eu-west-1", ""],
      });
      expect(code).toBe(0);
      expect(stderr).toBe(`? How is the company called?
? E-mail of the management account's root user?
? For which stages is there to be an account each? [dev,production]
? Your name?
? Your work e-mail, to sign in with?
? Region of IAM Identity Center? [us-east-1]
? Address where people will sign in? [https://acme-corp.awsapps.com/start]

`);
      expect(await sectionsIn(folder)).toMatchObject({
        identityCenter: { region: "eu-west-1", startUrl: "https://acme-corp.awsapps.com/start" },
        accounts: { "acme-corp": {}, "acme-corp-dev": { email: "root+dev@acme.com" }, "acme-corp-production": {} },
        users: { "dax@acme.com": { givenName: "Dax", familyName: "Raad" } },
      });
      expect(await folder.read("org.yaml")).toContain("# The AWS organization of Acme Corp. orgsync plan");
      expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
    });
  });

  test("it does not ask for what flags say", async () => {
    await inEmpty(async (folder) => {
      const { code, stderr } = await folder.orgsync(["init", ...flagsWith({ "--stages": "dev" })], {
        answers: ["", ""],
      });
      expect(code).toBe(0);
      expect(stderr.split("\n")).toHaveLength(4);
    });
  });

  test("flags that do not fit are told before the first question", async () => {
    await inEmpty(async (folder) => {
      const { code, stderr } = await folder.orgsync(["init", "--region", "x"], { answers: [] });
      expect(code).toBe(64);
      expect(stderr).toMatch(/^error ORG0701: --region x: /);
    });
  });

  test("who cancels has written nothing", async () => {
    for (const answers of [[undefined], ["Acme", "aws@acme.com", "", "Dax Raad", "dax@acme.com", "", undefined]]) {
      await inEmpty(async (folder) => {
        const { code, stdout, stderr } = await folder.orgsync(["init"], { answers });
        expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
        expect(stderr).toMatch(/\nNothing was written\.\n$/);
        await expectNothing(folder);
      });
    }
  });
});

test("an org.yaml that is there stays", async () => {
  await inExample("guide", async (folder) => {
    const before = await folder.read("org.yaml");
    const files = await readdir(folder.path);
    for (const options of [{}, { answers: [] }]) {
      const { code, stderr } = await folder.orgsync(["init", ...flagsWith()], options);
      expect(code).toBe(1);
      expect(stderr).toBe(`error ORG0702: org.yaml is there already; nothing was written
  help: orgsync plan shows what it changes; orgsync init --github writes only the GitHub workflows
`);
    }
    expect(await folder.read("org.yaml")).toBe(before);
    expect(await readdir(folder.path)).toEqual(files);
  });
});

test("an org.yaml that has come meanwhile stays, too", async () => {
  await inEmpty(async (folder) => {
    const answers = function* (): Generator<string> {
      yield* ["Acme", "aws@acme.com", "", "Dax Raad", "dax@acme.com", ""];
      writeFileSync(join(folder.path, "org.yaml"), "mine");
      yield "";
    };
    const { code, stderr } = await folder.orgsync(["init"], { answers: answers() });
    expect(code).toBe(1);
    expect(stderr).toContain("org.yaml is there already; nothing was written");
    expect(await folder.read("org.yaml")).toBe("mine");
    expect(await readdir(folder.path)).toEqual(["org.yaml"]);
  });
});

describe(".gitignore", () => {
  test.each([
    ["ends without a line end", "node_modules", "node_modules\n.orgsync/\n"],
    ["has the line ends of Windows", "dist\r\nnode_modules\r\n", "dist\r\nnode_modules\r\n.orgsync/\r\n"],
    ["has both", "dist\r\nnode_modules", "dist\r\nnode_modules\r\n.orgsync/\r\n"],
    ["is empty", "", ".orgsync/\n"],
    ["starts with a byte order mark", "\ufeffdist\n", "\ufeffdist\n.orgsync/\n"],
    ["speaks of something else", "#.orgsync/\n.orgsync/cache\n", "#.orgsync/\n.orgsync/cache\n.orgsync/\n"],
  ])("that %s gets one more line", async (_what, before, after) => {
    await inEmpty(async (folder) => {
      await folder.write(before, ".gitignore");
      const { stdout } = await init(folder);
      expect(await folder.read(".gitignore")).toBe(after);
      expect(stdout).toContain("  .gitignore  keeps .orgsync/ out of git\n");
    });
  });

  test.each([".orgsync/", "/.orgsync\r\n", "a\n**/.orgsync/\nb\n", ".orgsync/*\n", "!/.orgsync/\n"])(
    "that has decided stays: %j",
    async (text) => {
      await inEmpty(async (folder) => {
        await folder.write(text, ".gitignore");
        const { stdout } = await init(folder);
        expect(await folder.read(".gitignore")).toBe(text);
        expect(stdout).not.toContain(".gitignore");
      });
    },
  );

  test("that is no file, or no text, is left alone", async () => {
    await inEmpty(async (folder) => {
      await mkdir(join(folder.path, ".gitignore"));
      expect((await init(folder)).code).toBe(0);
      expect(await readdir(folder.path)).toEqual([".gitignore", "org.yaml"]);
    });
    await inEmpty(async (folder) => {
      const bytes = Buffer.from([0xff, 0xfe, 0x61, 0x00]);
      await writeFile(join(folder.path, ".gitignore"), bytes);
      expect((await init(folder)).code).toBe(0);
      expect(await readFile(join(folder.path, ".gitignore"))).toEqual(bytes);
    });
  });

  test("behind a link is written where it is", async () => {
    await inEmpty(async (folder) => {
      await folder.write("dist\n", "ignored");
      await symlink("ignored", join(folder.path, ".gitignore"));
      expect((await init(folder)).code).toBe(0);
      expect(await folder.read("ignored")).toBe("dist\n.orgsync/\n");
    });
  });
});

describe("an organization that is there already", () => {
  const inOrganization = (work: (folder: Folder) => Promise<void>) =>
    inEmpty(async (folder) => {
      await folder.orgsync(["sandbox", "reset", SANDBOX, "--from", "guide"]);
      await work(folder);
    });

  test("without somebody to ask it stops, and names import", async () => {
    await inOrganization(async (folder) => {
      const { code, stdout, stderr } = await init(folder, {}, SANDBOX);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(
        /^error ORG0702: there is an organization already: o-[a-z0-9]+; nothing was written\n {2}help: orgsync import writes/,
      );
      expect(await readdir(folder.path)).toEqual(["sandbox.json"]);
    });
  });

  test("on a terminal it can be imported instead, with the workflows", async () => {
    await inOrganization(async (folder) => {
      await mkdir(join(folder.path, ".git"));
      const { code, stdout, stderr } = await folder.orgsync(["init", SANDBOX, "--github"], {
        answer: true,
        answers: [],
      });
      expect(code).toBe(0);
      expect(stderr).toContain("there is an organization already: o-");
      expect(stdout).toContain("No changes.");
      expect(await sectionsIn(folder)).toMatchObject({ organization: { id: expect.stringMatching(/^o-/) } });
      expect(await readdir(join(folder.path, WORKFLOWS))).toHaveLength(3);
    });
  });

  test("on a terminal one can go on all the same", async () => {
    await inOrganization(async (folder) => {
      const { code } = await folder.orgsync(["init", SANDBOX, ...flagsWith()], {
        answer: false,
        answers: ["", "", ""],
      });
      expect(code).toBe(0);
      expect(await sectionsIn(folder)).toMatchObject({ organization: {} });
    });
  });

  test("a sandbox that is not there is not made by looking", async () => {
    await inEmpty(async (folder) => {
      expect((await init(folder, {}, SANDBOX)).code).toBe(0);
      expect(await readdir(folder.path)).toEqual([".gitignore", "org.yaml"]);
    });
  });

  /** AWS, with what a person has set who can reach it. */
  async function reaching(url: string, work: (folder: Folder, env: Record<string, string>) => Promise<void>) {
    for (const [key, value] of Object.entries(environment(url))) vi.stubEnv(key, value);
    await inEmpty((folder) => work(folder, environment(url)));
  }

  test("it is looked for in AWS where there are credentials, by one call", async () => {
    const world = newWorld("guide");
    const server = await lookalike(world, hastyClock(world.now));
    try {
      await reaching(server.url, async (folder, env) => {
        const { code, stderr } = await folder.orgsync(["init", ...flagsWith()], { env });
        expect(code).toBe(1);
        expect(stderr).toContain(`there is an organization already: ${world.organization?.id}`);
        expect([...server.asked]).toEqual(["DescribeOrganization"]);
        // A file of settings is enough to look, and none of them is needed to go on.
        const settings = { AWS_SHARED_CREDENTIALS_FILE: "/dev/null" };
        expect(await folder.orgsync(["init", ...flagsWith()], { env: settings })).toMatchObject({ code: 1 });
        expect(await folder.orgsync(["init", ...flagsWith()], { env: { HOME: folder.path } })).toMatchObject({
          code: 0,
        });
      });
    } finally {
      await server.close();
    }
  });

  test.each([
    ["there is none", { __type: "AWSOrganizationsNotInUseException", message: "none" }, ""],
    [
      "AWS refuses to tell",
      { __type: "AccessDeniedException", message: "not you" },
      "note: AWS does not tell whether there is an organization already: organizations:DescribeOrganization: AccessDeniedException: not you [request 1]\n",
    ],
  ])("%s: it goes on", async (_what, answer, told) => {
    const server = await answering((_request, _body, response) => {
      response.writeHead(400, { "x-amzn-requestid": "1", "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(answer));
    });
    try {
      await reaching(server.url, async (folder, env) => {
        expect(await folder.orgsync(["init", ...flagsWith()], { env })).toMatchObject({ code: 0, stderr: told });
      });
    } finally {
      await server.close();
    }
  });

  test("nobody answers in time, or at all: it goes on without a word", async () => {
    const server = await answering(() => undefined);
    const slept: number[] = [];
    const clock = { now: () => Date.now(), sleep: async (ms: number) => void slept.push(ms) };
    try {
      await reaching(server.url, async (folder, env) => {
        const ran = await folder.orgsync(["init", ...flagsWith()], { env, clock });
        expect(ran).toMatchObject({ code: 0, stderr: "" });
        expect(slept).toEqual([5_000]);
      });
    } finally {
      await server.close();
    }
    await reaching("http://127.0.0.1:9", async (folder, env) => {
      expect(await folder.orgsync(["init", ...flagsWith()], { env })).toMatchObject({ code: 0, stderr: "" });
    });
  });
});

test("the steps in the sandbox lead from nothing to profiles, for any company", async () => {
  await inEmpty(async (folder) => {
    const { stdout } = await init(folder, { "--company": "Beta", "--email": "root@beta.com" }, SANDBOX);
    const commands = [...stdout.matchAll(/^ {5}orgsync (.*)$/gm)].map(([, command = ""]) => command.split(" "));
    const codes: number[] = [];
    for (const command of commands) {
      const yes = ["apply", "aws-config"].includes(command[0] ?? "") ? ["--yes"] : [];
      codes.push((await folder.orgsync([...command, ...yes])).code);
    }
    expect(commands.map(([first, second]) => (first === "sandbox" ? second : first))).toEqual([
      "reset",
      "do",
      "plan",
      "apply",
      "do",
      "apply",
      "aws-config",
    ]);
    expect(codes).toEqual([0, 0, 0, 6, 0, 0, 0]);
    expect(await folder.orgsync(["plan", SANDBOX])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("No changes."),
    });
  });
});

test("the plan of what was written is that of the guide", async () => {
  const planned = async ({ orgsync }: Folder) => {
    await orgsync(["sandbox", "reset", SANDBOX, "--from", "empty"]);
    const { stdout } = await orgsync(["plan", SANDBOX, "--format", "json"]);
    return (JSON.parse(stdout) as { changes: { action: string; address: string }[] }).changes.map(
      ({ action, address }) => `${action} ${address}`,
    );
  };
  let guide: string[] = [];
  await inExample("guide", async (folder) => void (guide = await planned(folder)));
  await inEmpty(async (folder) => {
    await init(folder);
    expect(await planned(folder)).toEqual(guide);
  });
});

describe("--github", () => {
  const names = ["orgsync-apply.yml", "orgsync-drift.yml", "orgsync-plan.yml"];

  test("alone writes the workflows at the top of a repository, and never over others", async () => {
    await inExample("guide", async ({ path, orgsync, read, write }) => {
      const outside = await orgsync(["init", "--github"]);
      expect(outside).toMatchObject({ code: 1, stdout: "" });
      expect(outside.stderr).toContain("ORG0702: this folder is not the top of a git repository");

      await mkdir(join(path, ".git"));
      const { code, stdout } = await orgsync(["init", "--github", "--file", "aws/org.yaml"]);
      expect(code).toBe(0);
      expect(await readdir(join(path, WORKFLOWS))).toEqual(names);
      for (const name of names) {
        expect(stdout).toContain(`  ${WORKFLOWS}/${name}\n`);
        expect(await read(`${WORKFLOWS}/${name}`)).toContain('file: "aws/org.yaml"');
      }

      await write("mine", `${WORKFLOWS}/orgsync-plan.yml`);
      const again = await orgsync(["init", "--github"]);
      expect(again.code).toBe(1);
      expect(again.stderr).toContain("orgsync-plan.yml");
      expect(await read(`${WORKFLOWS}/orgsync-plan.yml`)).toBe("mine");
      expect(await read(`${WORKFLOWS}/orgsync-apply.yml`)).toContain("aws/org.yaml");
    });
  });

  test("beside an org.yaml that is there writes only the workflows, also on a terminal", async () => {
    await inExample("guide", async ({ path, orgsync }) => {
      await mkdir(join(path, ".git"));
      const { code, stdout } = await orgsync(["init", "--github"], { answers: [] });
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Wrote\n {2}\.github\/workflows\/orgsync-plan\.yml\n/);
    });
  });

  test("with the rest writes all, or nothing", async () => {
    await inEmpty(async (folder) => {
      expect((await init(folder, {}, "--github")).stderr).toContain("not the top of a git repository");
      await expectNothing(folder);
      await mkdir(join(folder.path, ".git"));
      const { code, stdout } = await init(folder, {}, "--github");
      expect(code).toBe(0);
      expect(await readdir(folder.path)).toEqual([".git", ".github", ".gitignore", "org.yaml"]);
      for (const name of names) expect(stdout).toContain(`  ${WORKFLOWS}/${name}\n`);
      expect(stdout).toContain("gh variable set ORGSYNC_PLAN_ROLE");
    });
    await inEmpty(async (folder) => {
      await mkdir(join(folder.path, ".git"));
      await mkdir(join(folder.path, WORKFLOWS), { recursive: true });
      await folder.write("mine", `${WORKFLOWS}/orgsync-drift.yml`);
      expect((await init(folder, {}, "--github")).code).toBe(1);
      expect(await readdir(folder.path)).toEqual([".git", ".github"]);
    });
  });
});

describe("any answers that fit", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
  /** Names with what YAML and terminals could take for something else. */
  const odd = fc.string({ unit: fc.constantFrom(...`aZ0 :#'"{}[]&*!|>%@,?-~é日\u00a0`), minLength: 1, maxLength: 12 });
  const answers = fc
    .record({
      company: fc.oneof(odd, fc.string({ unit: "binary", minLength: 1, maxLength: 20 })),
      email: fc.tuple(fc.stringMatching(/^[A-Za-z0-9!#$*+/=?^_`{}~-]{1,9}$/), word).map(([a, b]) => `${a}@${b}.com`),
      stages: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }).map((stages) => stages.join(",")),
      name: fc.tuple(fc.oneof(odd, word), fc.oneof(odd, word)).map((names) => names.join(" ")),
      user: fc.tuple(fc.stringMatching(/^[A-Za-z0-9'#:{}!-]{1,9}$/), word).map(([a, b]) => `${a}@${b}.com`),
      region: fc.constantFrom("us-east-1", "eu-central-2"),
      startUrl: word.map((name) => `https://${name}.awsapps.com/start`),
    })
    // Spaces around are nobody's name.
    .map((all) => ({ ...all, company: all.company.trim(), name: all.name.trim() }))
    .filter(
      (all) =>
        all.company !== "" && Object.keys(all).every((part) => whyNot(part as keyof typeof all, all) === undefined),
    );

  test("load back as what they are", async () => {
    await fc.assert(
      fc.asyncProperty(answers, async ({ company, email, stages, name, user, region, startUrl }) => {
        await inEmpty(async (folder) => {
          // With `=`, since values may begin with a dash.
          const { code, stderr } = await folder.orgsync([
            "init",
            `--company=${company}`,
            `--email=${email}`,
            `--stages=${stages}`,
            `--name=${name}`,
            `--user=${user}`,
            `--region=${region}`,
            `--start-url=${startUrl}`,
          ]);
          expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
          const { identityCenter, accounts, users, assignments } = await sectionsIn(folder);
          const slug = slugOf(company);
          const keys = [slug, ...stagesOf(stages).map((stage) => `${slug}-${stage}`)];
          expect(identityCenter).toEqual({ region, startUrl });
          expect(Object.keys(accounts as object)).toEqual(keys);
          expect(accounts).toMatchObject({ [slug]: { email, management: true } });
          const [[only, names] = ["", {}], ...others] = Object.entries(users as Record<string, object>);
          expect([only, others]).toEqual([user, []]);
          expect(Object.values(names).join(" ")).toBe(name.split(/\s+/).join(" "));
          expect(assignments).toEqual([{ users: [user], permissionSets: ["AdministratorAccess"], accounts: keys }]);
        });
      }),
      { numRuns: 50 },
    );
  });
});

test("the checks that it tells of are doctor's", async () => {
  const text = await readFile(new URL("../report/golden/init.txt", import.meta.url), "utf8");
  const named = [...text.matchAll(/orgsync doctor (\S+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(CHECKS.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
});
