import type { Operation } from "../operation.ts";
import type { IdentityCenter, Membership } from "../world.ts";
import { provenance } from "./common.ts";
import { notFound, taken } from "./errors.ts";
import { groupOf } from "./groups.ts";
import { onStore } from "./on-store.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { addMembership, membershipOf, membershipsOfGroup, membershipsOfUser, removeMembership } from "./store.ts";
import { userOf } from "./users.ts";

export const memberships: Record<string, Operation> = onStore({
  ListGroupMemberships: {
    access: "read",
    members: { GroupId: shapes.resourceId, ...shapes.paging },
    required: ["GroupId"],
    run: (input, store, context) => {
      const all = membershipsOfGroup(store, groupOf(store, input.GroupId).id);
      return page(context, "GroupMemberships", all, input, (membership) => described(membership, store));
    },
  },
  ListGroupMembershipsForMember: {
    access: "read",
    members: { MemberId: shapes.memberId, ...shapes.paging },
    required: ["MemberId"],
    run: (input, store, context) => {
      const all = membershipsOfUser(store, userOf(store, input.MemberId.UserId).id);
      return page(context, "GroupMemberships", all, input, (membership) => described(membership, store));
    },
  },
  DescribeGroupMembership: {
    access: "read",
    members: { MembershipId: shapes.resourceId },
    required: ["MembershipId"],
    run: (input, store) => described(membershipWithId(store, input.MembershipId), store),
  },
  GetGroupMembershipId: {
    access: "read",
    members: { GroupId: shapes.resourceId, MemberId: shapes.memberId },
    required: ["GroupId", "MemberId"],
    run: (input, store) => {
      const group = groupOf(store, input.GroupId);
      const membership = membershipOf(store, group.id, userOf(store, input.MemberId.UserId).id);
      if (!membership) throw notFound("GROUP_MEMBERSHIP");
      return { IdentityStoreId: store.identityStoreId, MembershipId: membership.id };
    },
  },
  IsMemberInGroups: {
    access: "read",
    members: { MemberId: shapes.memberId, GroupIds: { type: "list", min: 1, max: 100, of: shapes.resourceId } },
    required: ["MemberId", "GroupIds"],
    run: (input: { MemberId: { UserId: string }; GroupIds: string[] }, store) => {
      const user = userOf(store, input.MemberId.UserId);
      const result = (id: string) => ({
        GroupId: id,
        MemberId: { UserId: user.id },
        MembershipExists: membershipOf(store, groupOf(store, id).id, user.id) !== undefined,
      });
      return { Results: input.GroupIds.map(result) };
    },
  },
  CreateGroupMembership: {
    access: "write",
    members: { GroupId: shapes.resourceId, MemberId: shapes.memberId },
    required: ["GroupId", "MemberId"],
    run: (input, store, context) => {
      const group = groupOf(store, input.GroupId);
      const user = userOf(store, input.MemberId.UserId);
      if (membershipOf(store, group.id, user.id)) throw taken("Member and Group relationship already exists");
      const membership: Membership = {
        id: context.newUuid(),
        groupId: group.id,
        userId: user.id,
        ...provenance(context),
      };
      addMembership(store, membership);
      return { IdentityStoreId: store.identityStoreId, MembershipId: membership.id };
    },
  },
  DeleteGroupMembership: {
    access: "write",
    members: { MembershipId: shapes.resourceId },
    required: ["MembershipId"],
    run: (input, store) => {
      removeMembership(store, membershipWithId(store, input.MembershipId));
      return {};
    },
  },
});

function membershipWithId(store: IdentityCenter, id: string): Membership {
  const membership = Object.hasOwn(store.memberships, id) ? store.memberships[id] : undefined;
  if (!membership) throw notFound("GROUP_MEMBERSHIP", id);
  return membership;
}

function described(membership: Membership, store: IdentityCenter): object {
  return {
    IdentityStoreId: store.identityStoreId,
    MembershipId: membership.id,
    GroupId: membership.groupId,
    MemberId: { UserId: membership.userId },
    CreatedAt: membership.createdAt / 1000,
    CreatedBy: membership.createdBy,
    UpdatedAt: membership.updatedAt / 1000,
    UpdatedBy: membership.updatedBy,
  };
}
