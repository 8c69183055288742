import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AWS_CLI } from "../support/awsCli.ts";
import { environment, example, orgsync, served } from "./server.ts";

/** Only fields that AWS CLIs of any age show: a stock one of 2022 knows no `State` and no `Paths`. */
describe.skipIf(AWS_CLI === undefined)("after orgsync apply, the stock AWS CLI sees", () => {
  let folder: string;
  let endpoint: Awaited<ReturnType<typeof served>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "orgsync-"));
    await cp(dirname(example("company")), folder, { recursive: true });
    endpoint = await served(folder, "--async-seconds", "0");
    const { Organization } = (await aws("organizations", "describe-organization")) as { Organization: { Id: string } };
    const path = join(folder, "org.yaml");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace("organization: {}", `organization: { id: ${Organization.Id} }`));
    const options = { cwd: folder, env: environment(endpoint.url) };
    const { code, stdout, stderr } = await orgsync(["apply", "--yes"], options);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/✓ applied (\d+)\/\1 in /);
    expect(code).toBe(0);
  }, 120_000);

  afterAll(async () => {
    expect(await endpoint.stop()).toMatchObject({ code: 143, stderr: "" });
    await rm(folder, { recursive: true, force: true });
  });

  async function aws(...words: string[]): Promise<Record<string, unknown>> {
    const { stdout } = await promisify(execFile)(
      AWS_CLI ?? "",
      [...words, "--endpoint-url", endpoint.url, "--output", "json", "--no-cli-pager"],
      {
        env: environment(endpoint.url),
      },
    );
    return stdout === "" ? {} : (JSON.parse(stdout) as Record<string, unknown>);
  }

  const instance = async () => {
    const { Instances } = (await aws("sso-admin", "list-instances")) as {
      Instances: { InstanceArn: string; IdentityStoreId: string }[];
    };
    const [only] = Instances;
    if (only === undefined || Instances.length > 1) throw new Error("not one instance");
    return only;
  };

  test("the organization, its accounts and its tree", async () => {
    const { Account } = await aws("sts", "get-caller-identity");
    const { Organization } = await aws("organizations", "describe-organization");
    expect(Organization).toMatchObject({
      MasterAccountId: Account,
      FeatureSet: "ALL",
      Id: expect.stringMatching(/^o-/),
    });
    const { Accounts } = (await aws("organizations", "list-accounts")) as {
      Accounts: { Name: string; Email: string }[];
    };
    expect(Accounts.map(({ Name, Email }) => `${Name} ${Email}`).toSorted()).toEqual([
      "acme aws@acme.com",
      "acme-dev aws+dev@acme.com",
      "acme-production aws+production@acme.com",
      "acme-staging aws+staging@acme.com",
    ]);
    const { Roots } = (await aws("organizations", "list-roots")) as { Roots: { Id: string }[] };
    const children = async (parent: string) => {
      const { OrganizationalUnits } = (await aws(
        "organizations",
        "list-organizational-units-for-parent",
        "--parent-id",
        parent,
      )) as {
        OrganizationalUnits: { Id: string; Name: string }[];
      };
      return OrganizationalUnits;
    };
    const root = Roots[0]?.Id ?? "";
    const [workloads] = await children(root);
    expect(workloads?.Name).toBe("Workloads");
    const below = await children(workloads?.Id ?? "");
    expect(below.map(({ Name }) => Name).toSorted()).toEqual(["Dev", "Production"]);
    const production = below.find(({ Name }) => Name === "Production")?.Id ?? "";
    const { Accounts: held } = (await aws("organizations", "list-accounts-for-parent", "--parent-id", production)) as {
      Accounts: { Name: string }[];
    };
    expect(held.map(({ Name }) => Name)).toEqual(["acme-production"]);
  });

  test("the permission sets and who has them where", async () => {
    const { InstanceArn } = await instance();
    const on = ["--instance-arn", InstanceArn];
    const { PermissionSets } = (await aws("sso-admin", "list-permission-sets", ...on)) as { PermissionSets: string[] };
    const sets = await Promise.all(
      PermissionSets.map(async (arn) => {
        const { PermissionSet } = await aws("sso-admin", "describe-permission-set", ...on, "--permission-set-arn", arn);
        return PermissionSet as { Name: string; PermissionSetArn: string; SessionDuration: string };
      }),
    );
    expect(sets.map(({ Name, SessionDuration }) => `${Name} ${SessionDuration}`).toSorted()).toEqual([
      "AdministratorAccess PT12H",
      "Billing PT1H",
      "DeveloperAccess PT8H",
      "ReadOnlyAccess PT1H",
    ]);
    const { Accounts } = (await aws("organizations", "list-accounts")) as { Accounts: { Id: string; Name: string }[] };
    const developer = sets.find(({ Name }) => Name === "DeveloperAccess")?.PermissionSetArn ?? "";
    const counts = await Promise.all(
      Accounts.map(async ({ Id, Name }) => {
        const { AccountAssignments } = await aws(
          "sso-admin",
          "list-account-assignments",
          ...on,
          "--account-id",
          Id,
          "--permission-set-arn",
          developer,
        );
        return `${Name} ${(AccountAssignments as { PrincipalType: string }[]).map(({ PrincipalType }) => PrincipalType).join()}`;
      }),
    );
    expect(counts.toSorted()).toEqual(["acme ", "acme-dev GROUP", "acme-production ", "acme-staging GROUP"]);
  });

  test("the users and groups", async () => {
    const { IdentityStoreId } = await instance();
    const on = ["--identity-store-id", IdentityStoreId];
    const { Users } = (await aws("identitystore", "list-users", ...on)) as {
      Users: { UserId: string; UserName: string }[];
    };
    expect(Users.map(({ UserName }) => UserName).toSorted()).toEqual([
      "dax@acme.com",
      "jay@acme.com",
      "kim@acme.com",
      "lee@acme.com",
    ]);
    const jay = Users.find(({ UserName }) => UserName === "jay@acme.com")?.UserId ?? "";
    expect(await aws("identitystore", "describe-user", ...on, "--user-id", jay)).toMatchObject({
      Name: { GivenName: "Jay", FamilyName: "Lee" },
      DisplayName: "Jay Lee",
      Title: "Engineer",
      Emails: [{ Value: "jay@acme.com", Primary: true }],
    });
    const { Groups } = (await aws("identitystore", "list-groups", ...on)) as {
      Groups: { DisplayName: string; GroupId: string }[];
    };
    expect(Groups.map(({ DisplayName }) => DisplayName).toSorted()).toEqual(["admins", "developers", "finance"]);
    const finance = Groups.find(({ DisplayName }) => DisplayName === "finance")?.GroupId ?? "";
    const { GroupMemberships } = await aws("identitystore", "list-group-memberships", ...on, "--group-id", finance);
    expect(GroupMemberships).toHaveLength(1);
  });

  test("and what it does is what orgsync plans to undo", async () => {
    const { IdentityStoreId } = await instance();
    const { Roots } = (await aws("organizations", "list-roots")) as { Roots: { Id: string }[] };
    await aws("organizations", "create-organizational-unit", "--parent-id", Roots[0]?.Id ?? "", "--name", "By hand");
    await aws("identitystore", "create-group", "--identity-store-id", IdentityStoreId, "--display-name", "by-hand");
    const { code, stdout } = await orgsync(["plan", "--format", "json"], {
      cwd: folder,
      env: environment(endpoint.url),
    });
    expect(code).toBe(0);
    const { changes } = JSON.parse(stdout) as { changes: { action: string; address: string }[] };
    expect(changes.map(({ action, address }) => `${action} ${address}`).toSorted()).toEqual([
      "delete group:by-hand",
      "delete organizationalUnit:By hand",
    ]);
  });

  test("AWS's own errors for wrong input", async () => {
    const { InstanceArn, IdentityStoreId } = await instance();
    const { Roots } = (await aws("organizations", "list-roots")) as { Roots: { Id: string }[] };
    const root = Roots[0]?.Id ?? "";
    const refused = async (name: string, ...words: string[]): Promise<void> => {
      await expect(aws(...words)).rejects.toThrow(
        new RegExp(`An error occurred \\(${name}\\) when calling the \\w+ operation: \\S`),
      );
    };
    await refused(
      "DuplicateOrganizationalUnitException",
      "organizations",
      "create-organizational-unit",
      "--parent-id",
      root,
      "--name",
      "Workloads",
    );
    await refused(
      "ParentNotFoundException",
      "organizations",
      "create-organizational-unit",
      "--parent-id",
      "ou-zzzz-00000000",
      "--name",
      "Lost",
    );
    await refused(
      "ConflictException",
      "identitystore",
      "create-group",
      "--identity-store-id",
      IdentityStoreId,
      "--display-name",
      "admins",
    );
    await refused(
      "ResourceNotFoundException",
      "identitystore",
      "describe-user",
      "--identity-store-id",
      IdentityStoreId,
      "--user-id",
      "00000000-0000-4000-8000-000000000000",
    );
    await refused(
      "ConflictException",
      "sso-admin",
      "create-permission-set",
      "--instance-arn",
      InstanceArn,
      "--name",
      "Billing",
    );
    await refused(
      "ValidationException",
      "sso-admin",
      "create-permission-set",
      "--instance-arn",
      InstanceArn,
      "--name",
      "not a name",
    );
    await refused("AccountNotFoundException", "organizations", "describe-account", "--account-id", "999999999999");
  });
});
