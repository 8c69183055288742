import { describe, expect, test } from "vitest";
import { CONSOLE_STEPS, newWorld, SandboxStepError } from "../../src/sandbox/index.ts";
import type { World } from "../../src/sandbox/index.ts";
import { start } from "./harness.ts";

const now = Date.UTC(2026, 5, 1);
const perform = (world: World, name: string, ...values: string[]) => CONSOLE_STEPS[name]!.run(world, now, values);

/** The guide's world with the account acme-dev. */
async function withAccount() {
  const { organizations, clock, sandbox, world } = start();
  await organizations.createAccount({ AccountName: "acme-dev", Email: "aws+dev@acme.com" });
  await clock.sleep(now - clock.now());
  sandbox.snapshot();
  const account = Object.values(world.organization!.accounts).find(({ name }) => name === "acme-dev")!;
  return { world, account, organization: world.organization!, organizations };
}

test("each step says what it does, and in one line what it did", async () => {
  const values: Record<string, string[]> = {
    "sign-up": ["acme", "root@acme.com"],
    "set-account-quota": ["20"],
    "enable-identity-center": ["eu-central-1"],
    "accept-invitation": ["eve@other.com"],
    "decline-invitation": ["eve@other.com"],
  };
  for (const [name, step] of Object.entries(CONSOLE_STEPS)) {
    expect(step.description).toMatch(/^[A-Z][^\n]*[^.\n]$/);
    const { world, organizations } = await withAccount();
    if (name.endsWith("-invitation")) {
      await organizations.inviteAccountToOrganization({ Target: { Type: "EMAIL", Id: "eve@other.com" } });
    }
    if (name === "sign-up") world.organization = null;
    if (name === "enable-identity-center") perform(world, "disable-identity-center");
    if (name === "enable-all-features") perform(world, "set-consolidated-billing");
    if (name === "activate-account") perform(world, "suspend-account", "acme-dev");
    if (name.endsWith("-user") && !name.startsWith("add")) perform(world, "add-external-user", "acme-dev");
    const before = structuredClone(world);
    const done = perform(world, name, ...(values[name] ?? step.parameters.map(() => "acme-dev")));
    expect(done).toMatch(/^[A-Z][^\n]*[^.\n]$/);
    expect(world).not.toEqual(before);
  }
});

test("the first account is signed up for under a name and an address, before it has an organization", async () => {
  const { world, organizations } = start({ from: "empty" });
  expect(perform(world, "sign-up", "beta", "root@beta.com")).toBe(
    `The account beta (${world.standalone.id}) is signed up, with the address root@beta.com`,
  );
  expect(() => perform(world, "sign-up", "beta", "root")).toThrow("root is no e-mail address");
  await organizations.createOrganization({ FeatureSet: "ALL" });
  expect((await organizations.listAccounts({})).Accounts).toMatchObject([{ Name: "beta", Email: "root@beta.com" }]);
  expect(() => perform(world, "sign-up", "acme", "aws@acme.com")).toThrow(
    "has an organization by now; orgsync sandbox reset --from empty starts anew",
  );
});

describe("Identity Center", () => {
  test("is enabled in the region that is asked for, us-east-1 if none is", () => {
    const world = newWorld("guide");
    perform(world, "disable-identity-center");
    expect(world.identityCenter).toBeNull();
    expect(perform(world, "enable-identity-center", "eu-central-1")).toBe(
      "IAM Identity Center is enabled in eu-central-1",
    );
    expect(world.identityCenter).toMatchObject({ region: "eu-central-1", createdAt: now });
    expect(world.organization!.serviceAccess).toHaveProperty(["sso.amazonaws.com"]);
    perform(world, "disable-identity-center");
    perform(world, "enable-identity-center");
    expect(world.identityCenter).toMatchObject({ region: "us-east-1" });
  });

  test("a new instance is another one", () => {
    const world = newWorld("guide");
    const before = world.identityCenter!.instanceArn;
    perform(world, "disable-identity-center");
    perform(world, "enable-identity-center");
    expect(world.identityCenter!.instanceArn).not.toBe(before);
  });

  test("needs an organization with all features, a region, and to be off", () => {
    expect(() => perform(newWorld("empty"), "enable-identity-center")).toThrow(
      "There is no organization; create it first",
    );
    expect(() => perform(newWorld("guide"), "enable-identity-center")).toThrow("enabled in us-east-1 already");
    const world = newWorld("guide");
    perform(world, "disable-identity-center");
    expect(() => perform(world, "enable-identity-center", "Europe")).toThrow("give one like eu-central-1");
    perform(world, "set-consolidated-billing");
    expect(() => perform(world, "enable-identity-center")).toThrow("do enable-all-features first");
    expect(() => perform(world, "disable-identity-center")).toThrow("do enable-identity-center first");
  });
});

describe("accounts", () => {
  test("are suspended, closed and reopened, by name, id or e-mail address", async () => {
    const { world, account } = await withAccount();
    perform(world, "suspend-account", "acme-dev");
    expect(account.state).toBe("SUSPENDED");
    perform(world, "close-account", account.id);
    expect(account.state).toBe("CLOSED");
    perform(world, "activate-account", "AWS+dev@acme.com");
    expect(account.state).toBe("ACTIVE");
  });

  test("that are not in the right state are left alone", async () => {
    const { world, account } = await withAccount();
    expect(() => perform(world, "activate-account", "acme-dev")).toThrow("acme-dev is ACTIVE");
    perform(world, "close-account", "acme-dev");
    expect(() => perform(world, "close-account", "acme-dev")).toThrow("acme-dev is CLOSED");
    expect(() => perform(world, "suspend-account", "acme-dev")).toThrow("ACTIVE accounts only");
    expect(account.state).toBe("CLOSED");
  });

  test("the management account stays as it is", async () => {
    const { world } = await withAccount();
    for (const name of ["suspend-account", "close-account"]) {
      expect(() => perform(world, name, "acme")).toThrow("acme is the management account");
    }
  });

  test("that are not there, or are two, are not guessed", async () => {
    const { world, organization, account } = await withAccount();
    expect(() => perform(world, "close-account", "acme-prod")).toThrow(
      "There is no account acme-prod; there are acme, acme-dev",
    );
    organization.accounts["999999999999"] = { ...account, id: "999999999999", email: "other@acme.com" };
    expect(() => perform(world, "close-account", "acme-dev")).toThrow(
      /is the name of 2 accounts; give an id: .*999999999999/,
    );
  });

  test("that are invited have a name and an address of their own", async () => {
    const { world, organization, organizations } = await withAccount();
    const Target = { Type: "ACCOUNT", Id: "444444444444" } as const;
    await organizations.inviteAccountToOrganization({ Target });
    const accept =
      (...values: string[]) =>
      () =>
        perform(world, "accept-invitation", "444444444444", ...values);
    expect(accept("data", "nobody")).toThrow("nobody is no e-mail address");
    expect(accept("data", "AWS+dev@acme.com")).toThrow("is the address of the account acme-dev");
    expect(accept(" data")).toThrow("no spaces around it");
    expect(organization.accounts).not.toHaveProperty("444444444444");
    accept()();
    expect(organization.accounts["444444444444"]).toMatchObject({
      name: "account-444444444444",
      email: "account-444444444444@example.com",
      joinedMethod: "INVITED",
      joinedAt: now,
    });
  });

  test("their quota is a number", () => {
    const world = newWorld("guide");
    perform(world, "set-account-quota", "25");
    expect(world.organization!.quotas.accounts).toBe(25);
    for (const wrong of ["many", "0", "-1", "1e3", "50001"])
      expect(() => perform(world, "set-account-quota", wrong)).toThrow(wrong);
  });
});

describe("users and groups", () => {
  test("of an identity provider have external ids, which the API shows", async () => {
    const { world, store, IdentityStoreId } = start();
    perform(world, "add-external-user", "dax@acme.com");
    perform(world, "add-external-group", "admins");
    const { Users } = await store.listUsers({ IdentityStoreId });
    expect(Users).toMatchObject([
      { UserName: "dax@acme.com", Emails: [{ Value: "dax@acme.com" }], ExternalIds: [{ Id: expect.any(String) }] },
    ]);
    const { Groups } = await store.listGroups({ IdentityStoreId });
    expect(Groups).toMatchObject([{ DisplayName: "admins", ExternalIds: [{ Issuer: expect.any(String) }] }]);
    expect(() => perform(world, "add-external-user", "DAX@acme.com")).toThrow("already");
    expect(() => perform(world, "add-external-group", "admins")).toThrow("already");
    expect(() => perform(world, "add-external-group", " admins")).toThrow("no spaces around it");
  });

  test("a user is disabled and enabled", async () => {
    const { world, store, IdentityStoreId } = start();
    perform(world, "add-external-user", "dax@acme.com");
    const status = async () => (await store.listUsers({ IdentityStoreId })).Users![0]!.UserStatus;
    perform(world, "disable-user", "dax@acme.com");
    expect(await status()).toBe("DISABLED");
    perform(world, "enable-user", "dax@acme.com");
    expect(await status()).toBe("ENABLED");
    expect(() => perform(world, "disable-user", "eve@acme.com")).toThrow("There is no user eve@acme.com");
  });
});

test("values that are missing or too many are refused with the usage", () => {
  const world = newWorld("guide");
  const before = structuredClone(world);
  expect(() => perform(world, "close-account")).toThrow("close-account needs a value; usage: close-account NAME");
  expect(() => perform(world, "add-external-user", "")).toThrow(SandboxStepError);
  expect(() => perform(world, "enable-identity-center", "eu-west-1", "now")).toThrow(
    'takes no "now"; usage: enable-identity-center [REGION]',
  );
  expect(world).toEqual(before);
});
