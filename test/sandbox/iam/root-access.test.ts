import { describe, expect, test } from "vitest";
import { addAccounts, refused, start as startSandbox } from "../organizations/harness.ts";
import { signed } from "../harness.ts";

const ServicePrincipal = "iam.amazonaws.com";

/** An organization with two members, that trusts IAM. */
function start(...[prepare, options]: Parameters<typeof startSandbox>) {
  const base = startSandbox((world) => {
    addAccounts(world, 2);
    world.organization!.serviceAccess[ServicePrincipal] = { enabledAt: world.now };
    prepare?.(world);
  }, options);
  const [, member = "", other = ""] = Object.keys(base.world.organization!.accounts);
  return { ...base, member, other };
}

/** Every operation there is. */
const everything = ({ iam }: Pick<ReturnType<typeof start>, "iam">) => [
  () => iam.listOrganizationsFeatures({}),
  () => iam.enableOrganizationsRootCredentialsManagement({}),
  () => iam.enableOrganizationsRootSessions({}),
  () => iam.disableOrganizationsRootCredentialsManagement({}),
  () => iam.disableOrganizationsRootSessions({}),
];

describe("centralized root access", () => {
  test("is off at first", async () => {
    const { iam, world } = start();
    const { OrganizationId, EnabledFeatures } = await iam.listOrganizationsFeatures({});
    expect(OrganizationId).toBe(world.organization!.id);
    expect(EnabledFeatures).toEqual([]);
  });

  test("is switched on and off by feature, again and again", async () => {
    const { iam, world, sandbox } = start();
    const OrganizationId = world.organization!.id;
    const listed = async () => (await iam.listOrganizationsFeatures({})).EnabledFeatures;
    const [credentials, sessions] = ["RootCredentialsManagement", "RootSessions"];
    expect(await iam.enableOrganizationsRootSessions({})).toMatchObject({
      OrganizationId,
      EnabledFeatures: [sessions],
    });
    expect(await iam.enableOrganizationsRootCredentialsManagement({})).toMatchObject({
      OrganizationId,
      EnabledFeatures: [credentials, sessions],
    });
    await iam.enableOrganizationsRootSessions({});
    expect(await listed()).toEqual([credentials, sessions]);
    expect(sandbox.snapshot().organization!.rootAccess).toEqual([credentials, sessions]);
    expect(await iam.disableOrganizationsRootSessions({})).toMatchObject({
      OrganizationId,
      EnabledFeatures: [credentials],
    });
    await iam.disableOrganizationsRootSessions({});
    expect((await iam.disableOrganizationsRootCredentialsManagement({})).EnabledFeatures).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  test("needs an organization, all features and trusted access, in this order", async () => {
    const empty = startSandbox(undefined, { from: "empty" });
    for (const call of everything(empty)) {
      await expect(call()).rejects.toMatchObject(refused("OrganizationNotFoundException"));
    }
    const untrusted = start(({ organization }) => void delete organization!.serviceAccess[ServicePrincipal]);
    for (const call of everything(untrusted)) {
      await expect(call()).rejects.toMatchObject(
        refused("ServiceAccessNotEnabledException", { $metadata: expect.objectContaining({ httpStatusCode: 400 }) }),
      );
    }
    await untrusted.organizations.enableAWSServiceAccess({ ServicePrincipal });
    for (const call of everything(untrusted)) await call();
    untrusted.world.organization!.featureSet = "CONSOLIDATED_BILLING";
    await expect(untrusted.iam.listOrganizationsFeatures({})).rejects.toMatchObject(
      refused("OrganizationNotInAllFeaturesModeException"),
    );
  });

  test("is for the management account and the delegated administrator for IAM", async () => {
    const { as, organizations, member, other } = start();
    await organizations.enableAWSServiceAccess({ ServicePrincipal: "config.amazonaws.com" });
    const register = (AccountId: string, principal: string) =>
      organizations.registerDelegatedAdministrator({ AccountId, ServicePrincipal: principal });
    await register(member, ServicePrincipal);
    await register(other, "config.amazonaws.com");
    for (const call of everything(as(member))) await call();
    for (const call of everything(as(other))) {
      await expect(call()).rejects.toMatchObject(refused("AccountNotManagementOrDelegatedAdministratorException"));
    }
  });
});

describe("the wire", () => {
  test("is XML in IAM's namespace", async () => {
    const { sandbox, iam } = start();
    await iam.enableOrganizationsRootSessions({});
    const ask = async (Action: string) => {
      const body = new URLSearchParams({ Action, Version: "2010-05-08" }).toString();
      const answer = await sandbox.handle({
        method: "POST",
        path: "/",
        headers: { authorization: signed("iam") },
        body,
      });
      return { statusCode: answer.statusCode, text: Buffer.from(answer.body).toString() };
    };
    const good = await ask("ListOrganizationsFeatures");
    expect(good.statusCode).toBe(200);
    expect(good.text).toContain('xmlns="https://iam.amazonaws.com/doc/2010-05-08/"');
    expect(good.text).toContain("<EnabledFeatures><member>RootSessions</member></EnabledFeatures>");
    const unknown = await ask("ListUsers");
    expect(unknown.statusCode).toBe(400);
    expect(unknown.text).toContain("The sandbox does not have the operation iam:ListUsers");
    expect(unknown.text).toContain('<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">');
  });

  test.each([
    ["throttle", "Throttling"],
    ["error-500", "ServiceFailureException"],
    ["busy", "ConcurrentModificationException"],
    ["access-denied", "AccessDenied"],
    ["expired-token", "ExpiredToken"],
    ["not-implemented", "InvalidAction"],
  ] as const)("carries the fault %s as %s", async (kind, name) => {
    const { iam, world } = start(undefined, { faults: [{ operation: "iam:*", kind }] });
    await expect(iam.enableOrganizationsRootSessions({})).rejects.toMatchObject({ name });
    expect(world.organization).not.toHaveProperty("rootAccess");
  });
});
