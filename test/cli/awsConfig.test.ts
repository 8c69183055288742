import { existsSync } from "node:fs";
import { chmod, lstat, mkdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { environment } from "../endpoints/server.ts";
import type { Ran, RunOptions } from "../support/io.ts";
import { atAws } from "./atAws.ts";
import { type Folder, inExample } from "./folder.ts";

afterEach(() => vi.unstubAllEnvs());

const SANDBOX = "--sandbox=sandbox.json";

interface Home extends Folder {
  /** Runs aws-config for the sandbox, whose accounts go into the home folder's file here. */
  awsConfig(argv: readonly string[], options?: Partial<RunOptions>): Promise<Ran>;
  /** The file of AWS settings. */
  readonly settings: string;
  readSettings(): Promise<string>;
  writeSettings(text: string | Buffer): Promise<void>;
}

/** An example that has been applied in the sandbox, and a home folder. */
const atHome = (name: string, work: (home: Home) => Promise<void>): Promise<void> =>
  inExample(name, async (folder) => {
    expect((await folder.orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
    const settings = join(folder.path, "home/.aws/config");
    const env = { HOME: join(folder.path, "home"), AWS_CONFIG_FILE: "~/.aws/config" };
    await work({
      ...folder,
      settings,
      awsConfig: (argv, options) => folder.orgsync(["aws-config", SANDBOX, ...argv], { env, ...options }),
      readSettings: () => readFile(settings, "utf8"),
      async writeSettings(text) {
        await mkdir(join(folder.path, "home/.aws"), { recursive: true });
        await writeFile(settings, text);
      },
    });
  });

/** Profiles as they stand in a file, each with its account's id and role. */
const profilesIn = (text: string): string[] =>
  [...text.matchAll(/^\[profile (.*)\]\nsso_session = .*\nsso_account_id = (\d{12})\nsso_role_name = (.*)$/gm)].map(
    ([, name, , role]) => `${name} ${role}`,
  );

test("before Identity Center is there nobody can sign in; then the sandbox's accounts go into a file of their own", async () => {
  await inExample("guide", async ({ orgsync }) => {
    expect((await orgsync(["sandbox", "reset", SANDBOX, "--from", "empty"])).code).toBe(0);
    expect((await orgsync(["apply", SANDBOX, "--yes"])).code).toBe(6);
    const early = await orgsync(["aws-config", SANDBOX, "--yes"]);
    expect(early).toMatchObject({ code: 1, stdout: "" });
    expect(early.stderr).toContain("ORG0603: IAM Identity Center is not there yet, so nobody can sign in");
    expect((await orgsync(["sandbox", "do", "enable-identity-center", SANDBOX])).code).toBe(0);
    expect((await orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
    const { code, stdout, stderr } = await orgsync(["aws-config", SANDBOX, "--yes"], { columns: 80 });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toContain("Only for AWS_CONFIG_FILE=.orgsync/aws-config");
  });
});

describe("for whom", () => {
  test("a user, by what they have through groups and units; the next run remembers", async () => {
    await atHome("company", async ({ awsConfig, readSettings }) => {
      const nobody = await awsConfig(["--yes"]);
      expect(nobody).toMatchObject({ code: 64, stdout: "" });
      expect(nobody.stderr).toContain("ORG0701: whose profiles are to be written?");
      expect((await awsConfig(["--yes", "--user", "Jay@acme.com"])).code).toBe(0);
      const jays = ["acme-dev DeveloperAccess", "acme-staging DeveloperAccess", "acme-production ReadOnlyAccess"];
      expect(profilesIn(await readSettings())).toEqual(jays);
      expect(await awsConfig(["--check"])).toMatchObject({
        code: 0,
        stdout: expect.stringContaining("nothing to write"),
      });
    });
  });

  test("everyone, groups, and names from a template", async () => {
    await atHome("company", async ({ awsConfig }) => {
      const print = async (...argv: string[]): Promise<string[]> => {
        const { code, stdout } = await awsConfig(["--print", ...argv]);
        expect(code).toBe(0);
        return profilesIn(stdout);
      };
      expect(await print("--everyone")).toEqual([
        "acme-AdministratorAccess AdministratorAccess",
        "acme-Billing Billing",
        "acme-dev-AdministratorAccess AdministratorAccess",
        "acme-dev-DeveloperAccess DeveloperAccess",
        "acme-staging-AdministratorAccess AdministratorAccess",
        "acme-staging-DeveloperAccess DeveloperAccess",
        "acme-production-AdministratorAccess AdministratorAccess",
        "acme-production-ReadOnlyAccess ReadOnlyAccess",
      ]);
      expect(await print("--group", "finance")).toEqual(["acme Billing"]);
      expect(await print("--group", "finance", "developers", "--name", "{permissionSet}.{account}")).toEqual([
        "Billing.acme Billing",
        "DeveloperAccess.acme-dev DeveloperAccess",
        "DeveloperAccess.acme-staging DeveloperAccess",
        "ReadOnlyAccess.acme-production ReadOnlyAccess",
      ]);
    });
  });

  test("people of an identity provider, whose groups nobody else knows", async () => {
    await inExample("guide", async ({ orgsync, write }) => {
      await write(`version: 1
organization: { id: o-a1b2c3d4e5 }
identityCenter: { region: eu-west-1, startUrl: "https://acme.awsapps.com/start", identitySource: external }
accounts:
  Acme Inc.: { id: "111122223333", email: aws@acme.com, management: true }
  web: { id: "222233334444", email: aws+web@acme.com, ou: root }
permissionSets: { Admin: { managedPolicies: [AdministratorAccess] }, Read: { name: ReadOnly, managedPolicies: [ReadOnlyAccess] } }
assignments:
  - { groups: [okta-admins], permissionSets: [Admin], accounts: [Acme Inc.], ous: [root] }
  - { groups: [okta-all], users: [dax@acme.com], permissionSets: [Read], accounts: [web] }
`);
      const env = { HOME: "nowhere" };
      const nobody = await orgsync(["aws-config", "--print"], { env });
      expect(nobody.stderr).toContain("say --group with the groups that you are in");
      const unknown = await orgsync(["aws-config", "--print", "--user", "kim@acme.com"], { env });
      expect(unknown.stderr).toContain("who is in which group is not in org.yaml");
      const single = await orgsync(["aws-config", "--print", "--user", "dax@acme.com"], { env });
      expect(profilesIn(single.stdout)).toEqual(["web ReadOnly"]);
      const { code, stdout } = await orgsync(["aws-config", "--print", "--group", "okta-admins", "okta-all"], { env });
      expect(code).toBe(0);
      expect(profilesIn(stdout)).toEqual(["Acme-Inc. Admin", "web-Admin Admin", "web-ReadOnly ReadOnly"]);
      expect(stdout).toMatch(/^# >>> orgsync Acme-Inc\. \(groups okta-admins,okta-all\): /);
      expect(await orgsync(["aws-config", "--print", "--group", "okta-admin"], { env })).toMatchObject({
        code: 64,
        stderr: expect.stringContaining("did you mean okta-admins?"),
      });
    });
  });

  test("of whoever has nothing any more, nothing stays", async () => {
    await atHome("company", async ({ awsConfig, readSettings, write, read, writeSettings }) => {
      await writeSettings("[default]\nregion = x\n");
      await awsConfig(["--yes", "--user", "lee@acme.com"]);
      await write((await read("org.yaml")).replace("members: [lee@acme.com]", "members: []"));
      const { code, stdout } = await awsConfig(["--yes"]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/- \[profile acme\] +org\.yaml no longer gives it/);
      expect(await readSettings()).toBe("[default]\nregion = x\n\n");
    });
  });
});

describe("the file", () => {
  test("is made for its owner alone, and keeps mode, link and every other byte afterwards", async () => {
    await atHome("guide", async ({ awsConfig, settings, readSettings, path }) => {
      expect((await awsConfig(["--yes"])).code).toBe(0);
      expect((await stat(settings)).mode & 0o777).toBe(0o600);
      expect(existsSync(`${settings}.orgsync.bak`)).toBe(false);

      const own = "# mine\r\n[default]\r\n  region=eu-west-1   \r\n\t\r\n; ünïcode";
      await rm(settings);
      await writeFile(join(path, "dotfile"), own);
      await chmod(join(path, "dotfile"), 0o640);
      await symlink(join(path, "dotfile"), settings);
      const { code, stdout } = await awsConfig(["--yes"]);
      expect(code).toBe(0);
      expect(stdout).toContain("5 other lines stay as they are");
      expect(stdout).toContain("wrote ~/.aws/config; what was there is in ~/.aws/config.orgsync.bak");
      expect((await lstat(settings)).isSymbolicLink()).toBe(true);
      expect((await stat(settings)).mode & 0o777).toBe(0o640);
      expect((await stat(`${settings}.orgsync.bak`)).mode & 0o777).toBe(0o640);
      expect(await readFile(`${settings}.orgsync.bak`, "utf8")).toBe(own);
      const text = await readSettings();
      expect(text.startsWith(`${own}\r\n\r\n# >>> orgsync acme`)).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toContain("\n");
      expect(existsSync(join(path, "dotfile.orgsync.bak"))).toBe(false);

      const again = await awsConfig(["--yes"]);
      expect(again.stdout).toContain("nothing to write");
      expect(await readSettings()).toBe(text);
    });
  });

  test.each([
    ["UTF-16", Buffer.from("\ufeff[default]\n", "utf16le"), /is not UTF-8/],
    ["another encoding", Buffer.from("# caf\xe9\n", "latin1"), /is not UTF-8/],
    [
      "a block without an end",
      Buffer.from("[a]\n# >>> orgsync acme\n"),
      /config:2:1 {2}error ORG0702 {2}this line begins a block of orgsync, and no line/,
    ],
  ])("%s is refused, and left as it is", async (_, bytes, message) => {
    await atHome("guide", async ({ awsConfig, settings, writeSettings }) => {
      await writeSettings(bytes);
      const { code, stdout, stderr } = await awsConfig(["--yes"]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(message);
      expect((await readFile(settings)).equals(bytes)).toBe(true);
    });
  });

  test("a link to nothing is no file to write", async () => {
    await atHome("guide", async ({ awsConfig, settings, path, writeSettings }) => {
      await writeSettings("");
      await rm(settings);
      await symlink(join(path, "gone"), settings);
      expect(await awsConfig(["--yes"])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("a link to a file that is not there"),
      });
      expect(existsSync(join(path, "gone"))).toBe(false);
    });
  });

  test("what somebody else writes while the question stands is not overwritten", async () => {
    await atHome("guide", async ({ awsConfig, readSettings, writeSettings, settings }) => {
      await writeSettings("# before\n");
      let isWritten: Promise<void> | undefined;
      const { code, stderr } = await awsConfig([], {
        answer: true,
        onWrite: () => void (isWritten ??= writeFile(settings, "# by another\n")),
      });
      await isWritten;
      expect(code).toBe(1);
      expect(stderr).toContain("~/.aws/config has been written by somebody else meanwhile; nothing was written");
      expect(await readSettings()).toBe("# by another\n");
    });
  });

  test("it must be said where it is", async () => {
    await atHome("guide", async ({ awsConfig }) => {
      expect(await awsConfig(["--yes"], { env: { AWS_CONFIG_FILE: "~/config" } })).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("neither HOME nor AWS_CONFIG_FILE"),
      });
    });
  });
});

describe("asks first", () => {
  test("and writes when the answer is yes", async () => {
    await atHome("guide", async ({ awsConfig, settings }) => {
      expect(await awsConfig([], { answer: false })).toMatchObject({ code: 0, stderr: "Nothing was written.\n" });
      const cancelled = await awsConfig([], { answer: "cancelled" });
      expect(cancelled).toMatchObject({ code: 130, stderr: "Nothing was written.\n" });
      expect(existsSync(settings)).toBe(false);
      expect((await awsConfig([], { answer: true })).code).toBe(0);
      expect(existsSync(settings)).toBe(true);
      // Nothing to write needs no answer.
      expect(await awsConfig([])).toMatchObject({ code: 0, stderr: "" });
    });
  });

  test.each([
    [[], {}],
    [["--no-input"], { answer: true }],
  ])("64 where nobody can answer: %j", async (argv, options) => {
    await atHome("guide", async ({ awsConfig, settings }) => {
      const { code, stderr } = await awsConfig(argv, options);
      expect(code).toBe(64);
      expect(stderr).toContain("ORG0601: aws-config asks before it writes");
      expect(existsSync(settings)).toBe(false);
    });
  });

  test("--check, --diff and --print only show", async () => {
    await atHome("guide", async ({ awsConfig, settings, readSettings, writeSettings }) => {
      expect((await awsConfig(["--check"])).code).toBe(2);
      const diff = await awsConfig(["--diff"]);
      expect(diff.code).toBe(0);
      expect(diff.stdout).toMatch(
        /^--- ~\/\.aws\/config\n\+\+\+ ~\/\.aws\/config\n@@ -0,0 \+1,\d+ @@\n\+# >>> orgsync acme/,
      );
      const printed = await awsConfig(["--print"]);
      expect(existsSync(settings)).toBe(false);
      await writeSettings(printed.stdout);
      expect(await awsConfig(["--check"])).toMatchObject({ code: 0 });
      expect(await awsConfig(["--diff"])).toEqual({ code: 0, stdout: "", stderr: "" });
      expect(await readSettings()).toBe(printed.stdout);
    });
  });
});

describe("sections that are there already", () => {
  const OWN = "[profile acme-dev]\nregion = eu-west-1\noutput = json\n\n# the end\n";

  test("are shown and not written twice; --adopt moves them", async () => {
    await atHome("guide", async ({ awsConfig, readSettings, writeSettings }) => {
      await writeSettings(OWN);
      const first = await awsConfig(["--yes"], { columns: 80 });
      expect(first.code).toBe(0);
      expect(first.stdout).toContain(`  ! [profile acme-dev]
      line 1, outside of orgsync's block, and not as in org.yaml
      sso_session     none (yours), acme (org.yaml)
`);
      expect(first.stdout).toContain("      region          eu-west-1 (yours), us-east-1 (org.yaml)\n");
      expect(first.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
      const text = await readSettings();
      expect(text.startsWith(OWN)).toBe(true);
      expect(text.match(/\[profile acme-dev\]/g)).toHaveLength(1);
      // Nothing more to write, but it is not as it should be.
      expect(await awsConfig(["--check"])).toMatchObject({ code: 2 });

      const adopted = await awsConfig(["--yes", "--adopt"]);
      expect(adopted.stdout).toMatch(/< \[profile acme-dev\] +from line 1 into orgsync's block/);
      expect(await readSettings()).toMatch(
        /^\n# the end\n\n# >>> orgsync acme[^]*\[profile acme-dev\][^]*region = us-east-1\noutput = json\n\n/,
      );
      expect(await awsConfig(["--check"])).toMatchObject({ code: 0 });
    });
  });

  test("what is in them acts on no terminal", async () => {
    await atHome("guide", async ({ awsConfig, writeSettings }) => {
      await writeSettings("[profile acme-dev]\nregion = \u001b[2J\u202eevil\n[profile \u001b]0;x\u0007]\n::error::x\n");
      const { stdout } = await awsConfig(["--check"]);
      expect(stdout).toContain("region          \\u001b[2J\\u202eevil (yours)");
      // oxlint-disable-next-line no-control-regex -- what must not be there
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    });
  });
});

describe("package.json", () => {
  test("gets its script once, and keeps one that is somebody's own", async () => {
    await atHome("guide", async ({ awsConfig, read, write }) => {
      await write('{\n\t"scripts": { "dev": "sst dev" }\n}', "package.json");
      await awsConfig(["--yes", "--package-json"]);
      expect(await read("package.json")).toBe(
        '{\n\t"scripts": { "dev": "sst dev", "sso": "aws sso login --sso-session=acme" }\n}',
      );
      expect(await awsConfig(["--check", "--package-json"])).toMatchObject({ code: 0 });
      await awsConfig(["--yes", "--package-json", "--session", "company"]);
      expect(await read("package.json")).toContain('"sso": "aws sso login --sso-session=company"');
      await write('{ "scripts": { "sso": "mine" } }', "package.json");
      const { code, stdout } = await awsConfig(["--yes", "--package-json"]);
      expect(code).toBe(0);
      expect(stdout).toContain('not written: "sso" is "mine" there');
      expect(await read("package.json")).toBe('{ "scripts": { "sso": "mine" } }');
    });
  });

  test.each([
    [undefined, "there is no package.json here"],
    ["{", "package.json is not one"],
  ])("that is %j stops it before anything is written", async (text, message) => {
    await atHome("guide", async ({ awsConfig, write, settings }) => {
      if (text !== undefined) await write(text, "package.json");
      const { code, stderr } = await awsConfig(["--yes", "--package-json"]);
      expect(code).toBe(1);
      expect(stderr).toContain(message);
      expect(existsSync(settings)).toBe(false);
    });
  });
});

describe("bad usage: 64", () => {
  test.each([
    [["--session", "my x"], "--session my x is no name"],
    [["--region", "here"], "--region here is no AWS Region"],
    [["--name", "{x}"], "--name {x} has more in it"],
    [["--name", "{permissionSet}"], "would both be [profile AdministratorAccess]"],
    [["--user", "dex@acme.com"], "did you mean dax@acme.com?"],
    [["--user", "dax@acme.com", "--everyone"], "cannot be used with"],
    [["--print", "--check"], "cannot be used with"],
  ])("%j", async (argv, message) => {
    await atHome("guide", async ({ awsConfig, settings }) => {
      const { code, stderr } = await awsConfig(["--yes", ...argv]);
      expect(stderr).toContain(message);
      expect(code).toBe(64);
      expect(existsSync(settings)).toBe(false);
    });
  });
});

describe("what names stand for", () => {
  const ids = "organization: { id: o-g588a6ywas }";
  const print = ["aws-config", "--print"];

  test("is learned by plan and apply, of this organization alone", async () => {
    await atAws("guide", async ({ orgsync, name, folder, asked }) => {
      await name(ids);
      expect((await orgsync("plan")).code).toBe(0);
      expect(await folder.read(".orgsync/.gitignore")).toBe("*\n");
      expect((await orgsync("apply", "--yes")).code).toBe(0);
      const known = JSON.parse(await folder.read(".orgsync/ids.json")) as {
        organization: string;
        accounts: { name: string; id: string }[];
      };
      expect(known.organization).toBe("o-g588a6ywas");
      const idOf = new Map(known.accounts.map((account) => [account.name, account.id]));
      expect([...idOf.keys()].toSorted()).toEqual(["acme", "acme-dev", "acme-production"]);

      /** Whether AWS is asked. */
      const asks = async (env: Record<string, string> = {}): Promise<boolean> => {
        asked.clear();
        const { stdout } = await folder.orgsync(print, { env: { HOME: folder.path, ...env } });
        if (asked.size === 0) for (const id of idOf.values()) expect(stdout).toContain(`\nsso_account_id = ${id}\n`);
        return asked.size > 0;
      };
      expect(await asks()).toBe(false);
      // Whoever simulates AWS says so, and gets nothing of it.
      expect(await asks({ AWS_ENDPOINT_URL: process.env["AWS_ENDPOINT_URL"] ?? "" })).toBe(true);
      await name("organization: { id: o-a1b2c3d4e5 }");
      expect(await asks()).toBe(true);
      await name("organization: {}");
      expect(await asks()).toBe(true);
      // What cannot be read is learned anew.
      await name(ids);
      for (const text of ['{"formatVersion": 2, "accounts": []}', "{", "[]"]) {
        await folder.write(text, ".orgsync/ids.json");
        expect(await asks()).toBe(true);
      }
      await orgsync("plan");
      expect(await asks()).toBe(false);

      // Nor is it believed to be anything but ids.
      const forged = (await folder.read(".orgsync/ids.json")).replace(
        /"id": "\d+"(?=,\s+"name": "acme-dev")/,
        String.raw`"id": "1\n[profile x]\ncredential_process = /bin/x"`,
      );
      await folder.write(forged, ".orgsync/ids.json");
      const { code, stdout, stderr } = await folder.orgsync(print, { env: { HOME: folder.path } });
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain("ORG0702: sso_account_id of [profile acme-dev] would be 1\\u000a[profile x]");
    });
  });

  test("is not kept where another endpoint is named, and that it cannot be kept fails nothing", async () => {
    await atAws("guide", async ({ folder, orgsync }) => {
      const env = { AWS_ENDPOINT_URL: process.env["AWS_ENDPOINT_URL"] ?? "" };
      expect((await folder.orgsync(["plan"], { env })).code).toBe(0);
      expect(existsSync(join(folder.path, ".orgsync"))).toBe(false);
      await folder.write("a file", ".orgsync");
      const planned = await orgsync("plan");
      expect(planned.code).toBe(0);
      expect(planned.stderr).toMatch(/^note: cannot write .*\n$/);
    });
  });

  test("is never learned of the sandbox", async () => {
    await atHome("guide", async ({ orgsync, path }) => {
      await orgsync(["plan", SANDBOX]);
      expect(existsSync(join(path, ".orgsync"))).toBe(false);
    });
  });

  test("is asked of AWS where nothing tells it, or on demand, with a few reads", async () => {
    await atAws("guide", async ({ orgsync, folder, asked, name }) => {
      await name(ids);
      const env = { HOME: folder.path };
      const early = await folder.orgsync(["aws-config", "--check"], { env });
      expect(early.stderr).toContain("note: left out, because AWS does not have it yet: acme-dev, acme-production");
      await orgsync("apply", "--yes");
      asked.clear();
      expect((await folder.orgsync([...print, "--live"], { env })).code).toBe(0);
      expect([...asked].toSorted()).toEqual([
        "DescribeOrganization",
        "GetCallerIdentity",
        "ListAccounts",
        "ListAccountsForParent",
        "ListInstances",
        "ListOrganizationalUnitsForParent",
        "ListRoots",
      ]);
    });
  });

  test("org.yaml alone says it, where it has ids; what it cannot say is told", async () => {
    await inExample("company", async ({ orgsync, write, read }) => {
      for (const [name, value] of Object.entries(environment("http://127.0.0.1:9"))) vi.stubEnv(name, value);
      vi.stubEnv("AWS_ACCESS_KEY_ID", "");
      let number = 111_111_111_111;
      const text = (await read("org.yaml")).replace(/^ {4}email: aws.*$/gm, (line) => `    id: "${number++}"\n${line}`);
      await write(text);
      const env = { HOME: "nowhere", AWS_CONFIG_FILE: "config" };
      const argv = ["aws-config", "--user", "jay@acme.com"];
      const whole = await orgsync([...argv, "--check"], { env });
      expect(whole.code).toBe(2);
      expect(whole.stdout).toMatch(/\+ \[profile acme-staging\] +111111111113 · DeveloperAccess · us-east-1/);
      expect(whole.stderr).toBe(
        "note: ous: may reach accounts that org.yaml does not list; --live asks AWS for them\n",
      );

      for (const [was, is, lack] of [
        [/^ {4}id: "111111111112"\n/m, "", "the id of acme-dev"],
        [/^ {4}ou: Workloads\/Production\n/m, "", "the organizational unit of acme-production"],
        [/^ {2}startUrl:.*\n/m, "", "identityCenter.startUrl"],
        [/^ {2}region:.*\n/m, "", "identityCenter.region"],
      ] as const) {
        await write(text.replace(was, is));
        const { code, stderr } = await orgsync([...argv, "--check"], { env });
        expect(code).toBe(1);
        expect(stderr).toMatch(/^error ORG0704: org\.yaml does not say [^\n]+, and AWS could not be asked\n/);
        expect(stderr).toContain(`org.yaml does not say ${lack}, and AWS could not be asked\n`);
        expect(stderr).toContain("  there are no AWS credentials: neither AWS_PROFILE nor AWS_ACCESS_KEY_ID is set");
        expect(stderr).toContain("  help: write it into org.yaml (accounts take id:)");
        expect(stderr).toContain("    or have AWS asked: ");
      }
      await write(text.replace(/^assignments:[^]*/m, ""));
      expect(await orgsync([...argv, "--check"], { env })).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("has no assignments:"),
      });
    });
  });

  test("accounts that org.yaml does not list are reached by their units, once AWS is asked", async () => {
    await atHome("company", async ({ awsConfig, read, write }) => {
      const text = await read("org.yaml");
      await write(text.replace(/^ {2}acme-staging:\n(?: {4}.*\n)+/m, "").replace(/^ {2}startUrl:.*\n/m, ""));
      const { code, stdout, stderr } = await awsConfig(["--print", "--user", "jay@acme.com"]);
      expect(code).toBe(0);
      expect(profilesIn(stdout)).toEqual([
        "acme-dev DeveloperAccess",
        "acme-production ReadOnlyAccess",
        "acme-staging DeveloperAccess",
      ]);
      // Every Identity Center begins with this one.
      expect(stderr).toContain("note: org.yaml has no identityCenter.startUrl: the one from before");
      expect(stdout).toMatch(/sso_start_url = https:\/\/d-[0-9a-f]{10}\.awsapps\.com\/start\n/);
    });
  });
});
