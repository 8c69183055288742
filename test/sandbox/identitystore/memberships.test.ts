import { describe, expect, test } from "vitest";
import { start, storeId as IdentityStoreId } from "../sso-admin/harness.ts";

const nobody = "ffffffff-ffff-4fff-8fff-ffffffffffff";

async function prepared() {
  const aws = start();
  const [dax, eve] = [await aws.user("dax"), await aws.user("eve")];
  const [admins, readers] = [await aws.group("admins"), await aws.group("readers")];
  return { ...aws, dax, eve, admins, readers };
}

describe("memberships", () => {
  test("are listed from both ends", async () => {
    const { store, dax, eve, admins, readers, join } = await prepared();
    const first = await join(admins, dax);
    await join(admins, eve);
    await join(readers, dax);
    const { GroupMemberships: ofAdmins } = await store.listGroupMemberships({ IdentityStoreId, GroupId: admins });
    expect(ofAdmins).toMatchObject([
      { IdentityStoreId, MembershipId: first, GroupId: admins, MemberId: { UserId: dax }, CreatedAt: expect.any(Date) },
      { MemberId: { UserId: eve } },
    ]);
    const { GroupMemberships: ofDax } = await store.listGroupMembershipsForMember({
      IdentityStoreId,
      MemberId: { UserId: dax },
    });
    expect(ofDax).toMatchObject([{ GroupId: admins }, { GroupId: readers }]);
  });

  test("are made once", async () => {
    const { store, dax, admins, join } = await prepared();
    await join(admins, dax);
    await expect(
      store.createGroupMembership({ IdentityStoreId, GroupId: admins, MemberId: { UserId: dax } }),
    ).rejects.toMatchObject({
      name: "ConflictException",
      message: "Member and Group relationship already exists",
      Reason: "UNIQUENESS_CONSTRAINT_VIOLATION",
    });
  });

  test("need a user and a group", async () => {
    const { store, dax, admins } = await prepared();
    const create = (GroupId: string, UserId: string) =>
      store.createGroupMembership({ IdentityStoreId, GroupId, MemberId: { UserId } });
    await expect(create(nobody, dax)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      ResourceType: "GROUP",
    });
    await expect(create(admins, nobody)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      ResourceType: "USER",
    });
    await expect(create(admins, admins)).rejects.toMatchObject({ ResourceType: "USER" });
    await expect(create(admins, "dax")).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining("Value at 'memberId.userId' failed to satisfy constraint"),
    });
  });

  test("are found by group and user, described and deleted by id", async () => {
    const { store, dax, admins, join } = await prepared();
    const pair = { IdentityStoreId, GroupId: admins, MemberId: { UserId: dax } };
    const gone = { name: "ResourceNotFoundException", ResourceType: "GROUP_MEMBERSHIP" };
    await expect(store.getGroupMembershipId(pair)).rejects.toMatchObject(gone);
    const MembershipId = await join(admins, dax);
    expect((await store.getGroupMembershipId(pair)).MembershipId).toBe(MembershipId);
    expect(await store.describeGroupMembership({ IdentityStoreId, MembershipId })).toMatchObject({
      GroupId: admins,
      MemberId: { UserId: dax },
    });
    await store.deleteGroupMembership({ IdentityStoreId, MembershipId });
    await expect(store.deleteGroupMembership({ IdentityStoreId, MembershipId })).rejects.toMatchObject(gone);
    await expect(store.getGroupMembershipId(pair)).rejects.toMatchObject(gone);
    await join(admins, dax);
  });

  test("are asked about for up to 100 groups, answered in the order of the question", async () => {
    const { store, dax, admins, readers, join } = await prepared();
    await join(readers, dax);
    const ask = (GroupIds: string[]) =>
      store.isMemberInGroups({ IdentityStoreId, MemberId: { UserId: dax }, GroupIds });
    expect((await ask([readers, admins])).Results).toEqual([
      { GroupId: readers, MemberId: { UserId: dax }, MembershipExists: true },
      { GroupId: admins, MemberId: { UserId: dax }, MembershipExists: false },
    ]);
    await expect(ask(Array.from({ length: 101 }, () => admins))).rejects.toMatchObject({ name: "ValidationException" });
    await expect(ask([])).rejects.toMatchObject({ name: "ValidationException" });
    await expect(ask([nobody])).rejects.toMatchObject({ ResourceType: "GROUP" });
  });

  test("come in pages of at most 100", async () => {
    const { store, admins, user, join } = await prepared();
    for (let n = 0; n < 101; n += 1) await join(admins, await user(`user-${n}`));
    const first = await store.listGroupMemberships({ IdentityStoreId, GroupId: admins });
    expect(first.GroupMemberships).toHaveLength(100);
    const second = await store.listGroupMemberships({ IdentityStoreId, GroupId: admins, NextToken: first.NextToken });
    expect(second.GroupMemberships).toHaveLength(1);
    expect(second.NextToken).toBeUndefined();
  });
});
