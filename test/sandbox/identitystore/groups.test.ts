import { describe, expect, test } from "vitest";
import { start, storeId as IdentityStoreId } from "../sso-admin/harness.ts";

const invalid = { name: "ValidationException" };
const groupNotFound = { name: "ResourceNotFoundException", message: "GROUP not found.", ResourceType: "GROUP" };
const nobody = "ffffffff-ffff-4fff-8fff-ffffffffffff";

describe("groups", () => {
  test("are described as they were made", async () => {
    const { store } = start();
    const about = { DisplayName: "Platform team", Description: "Runs it" };
    const { GroupId } = await store.createGroup({ IdentityStoreId, ...about });
    expect(GroupId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const described = await store.describeGroup({ IdentityStoreId, GroupId: GroupId! });
    expect(described).toMatchObject({ IdentityStoreId, GroupId, ...about, CreatedAt: expect.any(Date) });
    expect((await store.listGroups({ IdentityStoreId })).Groups).toMatchObject([{ GroupId, ...about }]);
  });

  test("have names of their own, whatever the case of the letters", async () => {
    const { store, group } = start();
    await group("admins");
    await expect(store.createGroup({ IdentityStoreId, DisplayName: "Admins" })).rejects.toMatchObject({
      name: "ConflictException",
      message: "Duplicate GroupDisplayName",
      Reason: "UNIQUENESS_CONSTRAINT_VIOLATION",
    });
  });

  test.each([
    ["no name", {}],
    ["an empty name", { DisplayName: "" }],
    ["a name of 1,025 characters", { DisplayName: "x".repeat(1025) }],
    ["a reserved name", { DisplayName: "Administrator" }],
    ["another reserved name", { DisplayName: "AWSAdministrators" }],
    ["an empty description", { DisplayName: "a", Description: "" }],
  ])("cannot have %s", async (_what, wrong) => {
    const { store } = start();
    await expect(store.createGroup({ IdentityStoreId, ...wrong })).rejects.toMatchObject(invalid);
    expect((await store.listGroups({ IdentityStoreId })).Groups).toEqual([]);
  });

  test("are changed by a list of operations, all of them or none", async () => {
    const { store, group } = start();
    const GroupId = await group("admins");
    await group("others");
    const update = (operations: Record<string, unknown>) =>
      store.updateGroup({
        IdentityStoreId,
        GroupId,
        Operations: Object.entries(operations).map(([AttributePath, value]) => ({
          AttributePath,
          AttributeValue: value as never,
        })),
      });
    const described = async () => {
      const { DisplayName, Description } = await store.describeGroup({ IdentityStoreId, GroupId });
      return { DisplayName, Description };
    };
    await update({ displayName: "Owners", description: "All of it" });
    expect(await described()).toEqual({ DisplayName: "Owners", Description: "All of it" });
    for (const wrong of [
      { displayName: null },
      { displayName: "AWSAdministrators" },
      { externalId: "1" },
      { displayName: "" },
    ]) {
      await expect(update({ description: "changed", ...wrong })).rejects.toMatchObject(invalid);
    }
    await expect(update({ description: "changed", displayName: "OTHERS" })).rejects.toMatchObject({
      name: "ConflictException",
    });
    expect(await described()).toEqual({ DisplayName: "Owners", Description: "All of it" });
    await update({ description: null });
    expect(await described()).toEqual({ DisplayName: "Owners", Description: undefined });
    await group("admins");
  });

  test("are found by name, and by nothing else", async () => {
    const { store, group } = start();
    const GroupId = await group("admins");
    const find = (AttributePath: string, AttributeValue: string) =>
      store.getGroupId({
        IdentityStoreId,
        AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } },
      });
    expect((await find("displayName", "admins")).GroupId).toBe(GroupId);
    await expect(find("displayName", "nobody")).rejects.toMatchObject(groupNotFound);
    await expect(find("description", "admins")).rejects.toMatchObject(invalid);
  });

  test("that are not there are not found", async () => {
    const { store } = start();
    const there = { IdentityStoreId, GroupId: nobody };
    await expect(store.describeGroup(there)).rejects.toMatchObject({ ...groupNotFound, ResourceId: nobody });
    await expect(store.deleteGroup(there)).rejects.toMatchObject(groupNotFound);
    await expect(store.listGroupMemberships(there)).rejects.toMatchObject(groupNotFound);
  });

  test("take no filters in their list any more", async () => {
    const Filters = [{ AttributePath: "DisplayName", AttributeValue: "admins" }];
    await expect(start().store.listGroups({ IdentityStoreId, Filters })).rejects.toMatchObject(invalid);
  });

  test("go with their memberships, and free their name", async () => {
    const { store, user, group, join } = start();
    const dax = await user("dax");
    const GroupId = await group("admins");
    await join(GroupId, dax);
    await store.deleteGroup({ IdentityStoreId, GroupId });
    const { GroupMemberships } = await store.listGroupMembershipsForMember({
      IdentityStoreId,
      MemberId: { UserId: dax },
    });
    expect(GroupMemberships).toEqual([]);
    expect(await group("admins")).not.toBe(GroupId);
  });
});
