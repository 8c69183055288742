import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { orgsync } from "../endpoints/server.ts";
import { type Folder, inExample } from "./folder.ts";

const SETTINGS = `[profile acme-dev]
sso_session = acme
sso_account_id = 123456789012
sso_role_name = AdministratorAccess
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = us-east-1
[profile lost]
sso_session = acne
sso_account_id = 123456789012
sso_role_name = AdministratorAccess
`;

/** The published command, whose SDK reads the same variables and files; none of these sends anything. */
async function atHome(
  work: (folder: Folder, run: (argv: string[], env: NodeJS.ProcessEnv) => ReturnType<typeof orgsync>) => Promise<void>,
): Promise<void> {
  await inExample("guide", async (folder) => {
    const home = join(folder.path, "home");
    await mkdir(join(home, ".aws"), { recursive: true });
    await writeFile(join(home, ".aws/config"), SETTINGS);
    await work(folder, (argv, env) =>
      orgsync(argv, {
        cwd: folder.path,
        env: { PATH: process.env["PATH"] ?? "", HOME: home, AWS_EC2_METADATA_DISABLED: "true", COLUMNS: "300", ...env },
      }),
    );
  });
}

describe("what is wrong with how AWS is set up is told before credentials are blamed", () => {
  test.each([
    [
      "a profile that is not there",
      { AWS_PROFILE: "acme-dve" },
      1,
      "error ORG0503: AWS_PROFILE is acme-dve, and neither ~/.aws/config nor ~/.aws/credentials has a profile of that name\n" +
        "  help: perhaps acme-dev is meant:\n    export AWS_PROFILE=acme-dev\n",
    ],
    [
      "a session that is not there, on which the SDK breaks",
      { AWS_PROFILE: "lost" },
      1,
      "error ORG0503: profile lost logs in with [sso-session acne], which ~/.aws/config does not have; did you mean acme?\n" +
        "  help: correct it, or let orgsync write both:\n    orgsync aws-config --diff\n",
    ],
    [
      "settings that are not there",
      { AWS_PROFILE: "acme-dev", AWS_CONFIG_FILE: "/nowhere/config" },
      1,
      "error ORG0503: AWS_CONFIG_FILE is /nowhere/config, and there is no such file, so there is no profile acme-dev\n" +
        "  help: correct it, or take it away:\n    unset AWS_CONFIG_FILE\n",
    ],
    [
      "no profile chosen",
      {},
      1,
      "error ORG0503: there are no AWS credentials: neither AWS_PROFILE nor AWS_ACCESS_KEY_ID is set\n" +
        "  help: name a profile of ~/.aws/config, such as:\n    export AWS_PROFILE=acme-dev\n",
    ],
    [
      "a Region that is none",
      { AWS_REGION: "nonsense" },
      64,
      "error ORG0701: AWS_REGION is nonsense, which is no AWS Region\n  help: write one, such as:\n    export AWS_REGION=us-east-1\n",
    ],
    [
      "an endpoint that is no address",
      { AWS_ENDPOINT_URL: "localhost:4566" },
      64,
      "error ORG0701: AWS_ENDPOINT_URL is localhost:4566, which is no http:// or https:// address\n" +
        "  help: correct it, or take it away:\n    unset AWS_ENDPOINT_URL\n",
    ],
  ])("%s", async (_, env, code, stderr) => {
    await atHome(async (_folder, run) => {
      expect(await run(["plan"], env)).toEqual({ code, stdout: "", stderr });
    });
  });

  test("nobody is logged in: the command to log in with is complete", async () => {
    await atHome(async (_, run) => {
      const { code, stderr } = await run(["plan"], { AWS_PROFILE: "acme-dev" });
      expect(stderr).toMatch(/^error ORG0503: sts:GetCallerIdentity: CredentialsProviderError: /);
      expect(stderr).toMatch(/\n {2}help: log in:\n {4}aws sso login --sso-session=acme\n$/);
      expect(code).toBe(1);
    });
  });

  test("doctor does not propose to log in with a profile that is not there", async () => {
    await atHome(async (_, run) => {
      const { code, stdout } = await run(["doctor", "credentials"], { AWS_PROFILE: "acme-dve" });
      expect(stdout).toContain("AWS_PROFILE is acme-dve");
      expect(stdout).toContain("export AWS_PROFILE=acme-dev");
      expect(stdout).not.toContain("aws sso login");
      expect(code).toBe(1);
    });
  });

  test("aws-config names what org.yaml does not say, and only then that AWS could not be asked", async () => {
    await atHome(async ({ write, read }, run) => {
      await write((await read("org.yaml")).replace(/^ {2}startUrl:.*\n/m, ""));
      const { code, stderr } = await run(["aws-config", "--user", "dax@acme.com", "--print"], { AWS_PROFILE: "nope" });
      expect(stderr).toMatch(/^error ORG0704: org\.yaml does not say .*identityCenter\.startUrl, and AWS could not be/);
      expect(stderr).toContain("\n  startUrl is the address where people sign in");
      expect(stderr).toContain("\n  AWS_PROFILE is nope, and neither ");
      expect(code).toBe(1);
    });
  });
});
