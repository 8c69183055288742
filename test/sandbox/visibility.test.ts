import { expect, test } from "vitest";
import { start } from "./harness.ts";

test("a write shows in reads only after the delay", async () => {
  const { store, IdentityStoreId, clock } = start({ visibilityDelayMs: 5000 });
  const names = async () => (await store.listGroups({ IdentityStoreId })).Groups!.map(({ DisplayName }) => DisplayName);
  await store.createGroup({ IdentityStoreId, DisplayName: "first" });
  await clock.sleep(3000);
  await store.createGroup({ IdentityStoreId, DisplayName: "second" });
  expect(await names()).toEqual([]);
  await clock.sleep(1999);
  expect(await names()).toEqual([]);
  await clock.sleep(1);
  expect(await names()).toEqual(["first"]);
  await clock.sleep(3000);
  expect(await names()).toEqual(["first", "second"]);
});

test("writes see what is there, whatever reads show", async () => {
  const { store, IdentityStoreId } = start({ visibilityDelayMs: 5000 });
  await store.createGroup({ IdentityStoreId, DisplayName: "admins" });
  await expect(store.createGroup({ IdentityStoreId, DisplayName: "admins" })).rejects.toMatchObject({
    name: "ConflictException",
  });
});

test("what reads get does not change the world, and the other way round", async () => {
  const { store, IdentityStoreId, clock, world } = start({ visibilityDelayMs: 1000 });
  const { GroupId } = await store.createGroup({ IdentityStoreId, DisplayName: "admins" });
  await clock.sleep(1000);
  await store.deleteGroup({ IdentityStoreId, GroupId });
  expect((await store.listGroups({ IdentityStoreId })).Groups).toHaveLength(1);
  expect(Object.keys(world.identityCenter!.groups)).toEqual([]);
  await clock.sleep(1000);
  expect((await store.listGroups({ IdentityStoreId })).Groups).toEqual([]);
});

test("asynchronous work shows as late as everything else", async () => {
  const { sso, InstanceArn, store, IdentityStoreId, clock, world } = start({
    visibilityDelayMs: 5000,
    asyncSeconds: 10,
  });
  const { PermissionSet } = await sso.createPermissionSet({ InstanceArn, Name: "Admin" });
  const PermissionSetArn = PermissionSet!.PermissionSetArn!;
  const { GroupId } = await store.createGroup({ IdentityStoreId, DisplayName: "admins" });
  const target = {
    TargetId: world.standalone.id,
    TargetType: "AWS_ACCOUNT",
    PrincipalType: "GROUP",
    PrincipalId: GroupId,
  } as const;
  await sso.createAccountAssignment({ InstanceArn, PermissionSetArn, ...target });
  const assigned = async () =>
    (await sso.listAccountAssignments({ InstanceArn, AccountId: world.standalone.id, PermissionSetArn }))
      .AccountAssignments!.length;
  await clock.sleep(14_999);
  expect(await assigned()).toBe(0);
  await clock.sleep(1);
  expect(await assigned()).toBe(1);
});
