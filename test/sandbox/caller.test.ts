import { expect, test } from "vitest";
import { newWorld } from "../../src/sandbox/index.ts";
import { clientsOf, start as startSandbox } from "./harness.ts";
import { addAccounts } from "./organizations/harness.ts";

const ServicePrincipal = "sso.amazonaws.com";
const denied = { name: "AccessDeniedException" };

/** A sandbox of one's own with two members. */
function start() {
  const world = newWorld("guide");
  const [member = "", other = ""] = addAccounts(world, 2);
  return { ...startSandbox({ world, throttle: false }), member, other, management: world.standalone.id };
}

/** The account that a request with an access key comes from. */
const accountOf = async ({ sandbox }: ReturnType<typeof start>, accessKeyId: string) =>
  (await clientsOf(sandbox, accessKeyId).sts.getCallerIdentity({})).Account;

test("is the account whose id ends the access key id, and else the one that signed up", async () => {
  const started = start();
  const { member, management } = started;
  for (const key of [member, `AKIA${member}`, `orgsync-${member}`]) expect(await accountOf(started, key)).toBe(member);
  for (const key of ["sandbox", "AKIAEXAMPLE", "AKIA999999999999", `${member}X`, management, `AKIA${management}`]) {
    expect(await accountOf(started, key)).toBe(management);
  }
  started.world.organization = null;
  expect(await accountOf(started, member)).toBe(management);
});

test("is told who it is", async () => {
  const { as, sts, member, world } = start();
  const identity = await as(member).sts.getCallerIdentity({});
  expect(identity).toMatchObject({
    Account: member,
    Arn: `arn:aws:iam::${member}:user/admin`,
    UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
  });
  expect((await as(member).sts.getCallerIdentity({})).UserId).toBe(identity.UserId);
  expect((await sts.getCallerIdentity({})).UserId).toBe(world.caller.userId);
  expect(world.caller.userId).not.toBe(identity.UserId);
});

test("is remembered by what it makes", async () => {
  const { as, organizations, member, world, IdentityStoreId } = start();
  await organizations.registerDelegatedAdministrator({ AccountId: member, ServicePrincipal });
  const { store } = as(member);
  const { GroupId } = await store.createGroup({ IdentityStoreId, DisplayName: "admins" });
  const arn = `arn:aws:iam::${member}:user/admin`;
  expect(await store.describeGroup({ IdentityStoreId, GroupId })).toMatchObject({ CreatedBy: arn, UpdatedBy: arn });
  expect(world.caller.arn).not.toBe(arn);
});

test("manages Identity Center as its delegated administrator, and no more once it is deregistered", async () => {
  const { as, organizations, sso, member, other, management, clock, InstanceArn, IdentityStoreId } = start();
  const delegate = as(member);
  const work = async () => {
    const { PermissionSet } = await delegate.sso.createPermissionSet({ InstanceArn, Name: `Set${clock.now()}` });
    const PermissionSetArn = PermissionSet!.PermissionSetArn!;
    const { GroupId } = await delegate.store.createGroup({ IdentityStoreId, DisplayName: `group${clock.now()}` });
    const pair = { InstanceArn, PermissionSetArn, PrincipalType: "GROUP", PrincipalId: GroupId! } as const;
    const assign = (TargetId: string) =>
      delegate.sso.createAccountAssignment({ ...pair, TargetType: "AWS_ACCOUNT", TargetId });
    await assign(other);
    await expect(assign(management)).rejects.toMatchObject(denied);
    await clock.sleep(2000);
    const input = { InstanceArn, AccountId: other, PermissionSetArn };
    expect((await delegate.sso.listAccountAssignments(input)).AccountAssignments).toHaveLength(1);
    await delegate.sso.updatePermissionSet({ InstanceArn, PermissionSetArn, SessionDuration: "PT4H" });
    await delegate.sso.provisionPermissionSet({
      InstanceArn,
      PermissionSetArn,
      TargetType: "ALL_PROVISIONED_ACCOUNTS",
    });
    const ofPrincipal = { InstanceArn, PrincipalType: "GROUP", PrincipalId: GroupId! } as const;
    await expect(delegate.sso.listAccountAssignmentsForPrincipal(ofPrincipal)).rejects.toMatchObject(denied);
    expect((await sso.listAccountAssignmentsForPrincipal(ofPrincipal)).AccountAssignments).toHaveLength(1);
    await clock.sleep(2000);
  };
  await expect(work()).rejects.toMatchObject(denied);
  await organizations.registerDelegatedAdministrator({ AccountId: member, ServicePrincipal });
  await work();
  await expect(delegate.sso.deleteInstance({ InstanceArn })).rejects.toMatchObject(denied);
  await organizations.deregisterDelegatedAdministrator({ AccountId: member, ServicePrincipal });
  await expect(work()).rejects.toMatchObject(denied);
});

test("is denied Identity Center and its store as any other member, which may list the instance", async () => {
  const { as, organizations, member, other, InstanceArn, IdentityStoreId } = start();
  const config = "config.amazonaws.com";
  await organizations.enableAWSServiceAccess({ ServicePrincipal: config });
  await organizations.registerDelegatedAdministrator({ AccountId: other, ServicePrincipal: config });
  for (const { sso, store } of [as(member), as(other)]) {
    expect((await sso.listInstances({})).Instances).toMatchObject([{ InstanceArn }]);
    for (const call of [
      sso.describeInstance({ InstanceArn }),
      sso.listPermissionSets({ InstanceArn }),
      sso.createPermissionSet({ InstanceArn, Name: "Admin" }),
      store.listUsers({ IdentityStoreId }),
      store.createGroup({ IdentityStoreId, DisplayName: "admins" }),
    ]) {
      await expect(call).rejects.toMatchObject({
        ...denied,
        message: expect.stringMatching(/^User: arn:aws:iam::\d{12}:user\/admin is not authorized to perform: \w+:\w+/),
      });
    }
    const elsewhere = store.listUsers({ IdentityStoreId: "d-0000000000" });
    await expect(elsewhere).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  }
});
