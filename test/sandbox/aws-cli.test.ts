import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONSOLE_STEPS, createSandbox, newWorld, serve } from "../../src/sandbox/index.ts";
import type { SandboxServer, World } from "../../src/sandbox/index.ts";
import { AWS_CLI } from "../support/awsCli.ts";
import { addAccounts } from "./organizations/harness.ts";

/** The one of the distribution, or else whichever there is: without any this is not tested, and so it fails. */
const cli = AWS_CLI ?? "aws";

describe("the stock AWS CLI", () => {
  let server: SandboxServer;
  let world: World;

  beforeAll(async () => {
    world = newWorld("guide");
    CONSOLE_STEPS["add-external-user"]!.run(world, world.now, ["dax@acme.com"]);
    const clock = { now: () => world.now, sleep: () => Promise.resolve() };
    server = await serve(createSandbox({ world, clock }), { port: 0 });
  });

  afterAll(() => server.close());

  async function aws(...words: string[]): Promise<Record<string, unknown>> {
    const env = {
      PATH: process.env["PATH"],
      AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    };
    const { stdout } = await promisify(execFile)(cli, [...words, "--endpoint-url", server.url, "--output", "json"], {
      env,
    });
    return stdout === "" ? {} : JSON.parse(stdout);
  }

  test("asks who is calling", async () => {
    expect(await aws("sts", "get-caller-identity")).toEqual({
      UserId: world.caller.userId,
      Account: world.caller.accountId,
      Arn: world.caller.arn,
    });
  });

  test("lists accounts, to the end", async () => {
    const members = addAccounts(world, 24);
    const { Accounts } = await aws("organizations", "list-accounts");
    expect(Accounts).toMatchObject([
      { Id: world.standalone.id, Name: "acme", Email: "aws@acme.com", JoinedMethod: "INVITED" },
      ...members.map((Id) => ({ Id })),
    ]);
  });

  test("creates an account and sees it in progress", async () => {
    const asked = ["--account-name", "acme-dev", "--email", "aws+dev@acme.com"];
    const { CreateAccountStatus } = await aws("organizations", "create-account", ...asked);
    expect(CreateAccountStatus).toMatchObject({ AccountName: "acme-dev", State: "IN_PROGRESS" });
    const listed = await aws("organizations", "list-create-account-status", "--states", "IN_PROGRESS");
    expect(listed).toMatchObject({ CreateAccountStatuses: [CreateAccountStatus] });
  });

  test("makes a policy, attaches it, lists it, detaches it and deletes it", async () => {
    const filter = ["--filter", "SERVICE_CONTROL_POLICY"];
    const target = ["--target-id", world.organization!.root.id];
    const content = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';
    const asked = ["--name", "guard", "--description", "", "--type", "SERVICE_CONTROL_POLICY", "--content", content];
    const made = (await aws("organizations", "create-policy", ...asked)) as {
      Policy: { PolicySummary: { Id: string } };
    };
    const policy = ["--policy-id", made.Policy.PolicySummary.Id];
    await aws("organizations", "attach-policy", ...policy, ...target);
    const there = await aws("organizations", "list-policies-for-target", ...target, ...filter);
    expect(there).toMatchObject({ Policies: [{ Name: "FullAWSAccess", AwsManaged: true }, { Name: "guard" }] });
    await expect(aws("organizations", "delete-policy", ...policy)).rejects.toThrow(/\(PolicyInUseException\)/);
    await aws("organizations", "detach-policy", ...policy, ...target);
    await aws("organizations", "delete-policy", ...policy);
    const { Policies } = await aws("organizations", "list-policies", ...filter);
    expect(Policies).toMatchObject([{ Name: "FullAWSAccess" }]);
  });

  test("makes a permission set and lists it", async () => {
    const instance = ["--instance-arn", world.identityCenter!.instanceArn];
    const made = await aws(
      "sso-admin",
      "create-permission-set",
      ...instance,
      "--name",
      "Admin",
      "--session-duration",
      "PT12H",
    );
    const { PermissionSets } = await aws("sso-admin", "list-permission-sets", ...instance);
    expect(made).toMatchObject({
      PermissionSet: { Name: "Admin", PermissionSetArn: (PermissionSets as string[])[0] },
    });
  });

  test("lists users", async () => {
    const { Users } = await aws(
      "identitystore",
      "list-users",
      "--identity-store-id",
      world.identityCenter!.identityStoreId,
    );
    expect(Users).toMatchObject([{ UserName: "dax@acme.com", Emails: [{ Value: "dax@acme.com" }] }]);
  });

  test("reads contacts, and the error when there are none", async () => {
    const asked = aws("account", "get-alternate-contact", "--alternate-contact-type", "BILLING");
    await expect(asked).rejects.toThrow(
      /An error occurred \(ResourceNotFoundException\) when calling the GetAlternateContact operation: \S/,
    );
  });

  test("shows errors as AWS's own", async () => {
    const wrong = aws("organizations", "list-accounts", "--starting-token", "eyJOZXh0VG9rZW4iOiAibWluZSJ9");
    await expect(wrong).rejects.toThrow(
      /An error occurred \(InvalidInputException\) when calling the ListAccounts operation: \S/,
    );
    await expect(aws("sts", "get-session-token")).rejects.toThrow(
      /\(InvalidAction\).*does not have the operation sts:GetSessionToken/,
    );
    await expect(aws("iam", "list-users")).rejects.toThrow(/\(InvalidAction\).*iam:ListUsers/);
    await expect(aws("cloudformation", "list-stacks")).rejects.toThrow(/\(InvalidAction\).*cloudformation ListStacks/);
    await expect(aws("dynamodb", "list-tables")).rejects.toThrow(/\(UnknownOperationException\).*dynamodb ListTables/);
  });
}, 60_000);
