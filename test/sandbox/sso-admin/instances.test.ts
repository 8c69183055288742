import { describe, expect, test } from "vitest";
import { dev, instanceArn as InstanceArn, management, start, storeId } from "./harness.ts";

describe("instances", () => {
  test("an organization instance is listed in its own region and in no other", async () => {
    const here = await start().sso.listInstances({});
    expect(here.Instances).toMatchObject([
      {
        InstanceArn,
        IdentityStoreId: storeId,
        OwnerAccountId: management,
        Status: "ACTIVE",
        PrimaryRegion: "us-east-1",
      },
    ]);
    const elsewhere = await start(() => {}, { region: "eu-west-1" }).sso.listInstances({});
    expect(elsewhere.Instances).toEqual([]);
  });

  test("where Identity Center is not enabled the list is empty", async () => {
    const { sso } = start((world) => void (world.identityCenter = null));
    expect((await sso.listInstances({})).Instances).toEqual([]);
  });

  test("DescribeInstance says where the instance lives and that it has permission sets", async () => {
    const described = await start().sso.describeInstance({ InstanceArn });
    expect(described).toMatchObject({ InstanceArn, Status: "ACTIVE", PermissionSetsEnabled: true });
    expect(described.Regions).toMatchObject([{ RegionName: "us-east-1", IsPrimaryRegion: true, Status: "ACTIVE" }]);
    expect(described.CreatedDate).toBeInstanceOf(Date);
  });

  test("DescribeInstance says so when the instance has no permission sets", async () => {
    const { sso } = start((world) => void (world.identityCenter!.permissionSetsEnabled = false));
    expect((await sso.describeInstance({ InstanceArn })).PermissionSetsEnabled).toBe(false);
  });

  test("nobody has access to an instance that is not there, or from another region", async () => {
    const other = "arn:aws:sso:::instance/ssoins-ffffffffffffffff";
    await expect(start().sso.listPermissionSets({ InstanceArn: other })).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringMatching(
        /^User: arn:\S+ is not authorized to perform: sso:ListPermissionSets on resource: arn:/,
      ),
    });
    const { sso } = start(() => {}, { region: "eu-west-1" });
    await expect(sso.describeInstance({ InstanceArn })).rejects.toMatchObject({ name: "AccessDeniedException" });
  });

  test("no instance can be created in the management account", async () => {
    await expect(start().sso.createInstance({})).rejects.toMatchObject({ name: "ConflictException" });
    const { sso } = start((world) => void (world.identityCenter = null));
    await expect(sso.createInstance({})).rejects.toMatchObject({ name: "ValidationException" });
  });

  test("only the management account deletes the instance, with all that is in it", async () => {
    const member = start((world) => void Object.assign(world.caller, { accountId: dev }));
    await expect(member.sso.deleteInstance({ InstanceArn })).rejects.toMatchObject({ name: "AccessDeniedException" });
    const { sso } = start();
    await sso.deleteInstance({ InstanceArn });
    expect((await sso.listInstances({})).Instances).toEqual([]);
    await expect(sso.describeInstance({ InstanceArn })).rejects.toMatchObject({ name: "AccessDeniedException" });
  });

  test("a member account cannot touch the management account's assignments or the sets that are there", async () => {
    const { sso, world, later, user, set, assign } = start();
    const principal = await user("dax");
    const arn = await set("Admin");
    await assign(arn, principal, management);
    world.organization!.delegatedAdministrators = { [dev]: { "sso.amazonaws.com": { enabledAt: world.now } } };
    world.caller.accountId = dev;
    const there = { InstanceArn, PermissionSetArn: arn };
    const denied = { name: "AccessDeniedException" };
    const pair = { ...there, TargetType: "AWS_ACCOUNT", PrincipalType: "USER", PrincipalId: principal } as const;
    await expect(sso.deleteAccountAssignment({ ...pair, TargetId: management })).rejects.toMatchObject(denied);
    await expect(sso.createAccountAssignment({ ...pair, TargetId: management })).rejects.toMatchObject(denied);
    await expect(sso.updatePermissionSet({ ...there, Description: "x" })).rejects.toMatchObject(denied);
    await expect(sso.deleteInlinePolicyFromPermissionSet(there)).rejects.toMatchObject(denied);
    await expect(sso.deletePermissionSet(there)).rejects.toMatchObject(denied);
    const provision = { ...there, TargetType: "AWS_ACCOUNT", TargetId: dev } as const;
    await expect(sso.provisionPermissionSet(provision)).rejects.toMatchObject(denied);
    await expect(sso.createAccountAssignment({ ...pair, TargetId: dev })).rejects.toMatchObject(denied);
    const Tags = [{ Key: "a", Value: "b" }];
    await expect(sso.tagResource({ InstanceArn, ResourceArn: arn, Tags })).rejects.toMatchObject(denied);
    const other = await set("Reader");
    await sso.createAccountAssignment({ ...pair, PermissionSetArn: other, TargetId: dev });
    await later(2000);
    expect(await assigned(other)).toHaveLength(1);

    async function assigned(PermissionSetArn: string) {
      return (await sso.listAccountAssignments({ InstanceArn, AccountId: dev, PermissionSetArn })).AccountAssignments;
    }
  });
});
