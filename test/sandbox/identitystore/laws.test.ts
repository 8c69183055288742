import * as fc from "fast-check";
import { expect, test } from "vitest";
import { outcomeOf, start, storeId as IdentityStoreId } from "../sso-admin/harness.ts";

const step = fc.oneof(
  fc.record({ verb: fc.constantFrom("join", "leave"), user: fc.nat(2), group: fc.nat(2) }),
  fc.record({ verb: fc.constantFrom("delete user", "delete group"), user: fc.nat(2), group: fc.nat(2) }),
);

test("after any changes, both lists of memberships and every question about one agree", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const { store, user, group, join } = start();
      const users = [await user("a"), await user("b"), await user("c")];
      const groups = [await group("x"), await group("y"), await group("z")];
      const expected = new Set<string>();
      for (const { verb, user: u, group: g } of steps) {
        const [UserId, GroupId] = [users[u]!, groups[g]!];
        const pair = { IdentityStoreId, GroupId, MemberId: { UserId } };
        const key = `${GroupId} ${UserId}`;
        let [wanted, ended] = ["done", "done"];
        if (verb === "join") {
          wanted = expected.has(key) ? "ConflictException" : "done";
          ended = await outcomeOf(join(GroupId, UserId));
          expected.add(key);
        } else if (verb === "leave") {
          const leave = async () => {
            const { MembershipId } = await store.getGroupMembershipId(pair);
            await store.deleteGroupMembership({ IdentityStoreId, MembershipId: MembershipId! });
          };
          wanted = expected.delete(key) ? "done" : "ResourceNotFoundException";
          ended = await outcomeOf(leave());
        } else if (verb === "delete user") {
          await store.deleteUser({ IdentityStoreId, UserId });
          for (const other of expected) if (other.endsWith(UserId)) expected.delete(other);
          users[u] = await user(["a", "b", "c"][u]!);
        } else {
          await store.deleteGroup({ IdentityStoreId, GroupId });
          for (const other of expected) if (other.startsWith(GroupId)) expected.delete(other);
          groups[g] = await group(["x", "y", "z"][g]!);
        }
        expect(ended).toBe(wanted);
      }
      const rows = new Set<string>();
      for (const GroupId of groups) {
        const { GroupMemberships = [] } = await store.listGroupMemberships({ IdentityStoreId, GroupId });
        for (const { MemberId } of GroupMemberships) rows.add(`${GroupId} ${MemberId?.UserId}`);
      }
      const columns = new Set<string>();
      for (const UserId of users) {
        const { GroupMemberships = [] } = await store.listGroupMembershipsForMember({
          IdentityStoreId,
          MemberId: { UserId },
        });
        for (const { GroupId } of GroupMemberships) columns.add(`${GroupId} ${UserId}`);
        const { Results = [] } = await store.isMemberInGroups({
          IdentityStoreId,
          MemberId: { UserId },
          GroupIds: groups,
        });
        for (const { GroupId, MembershipExists } of Results) {
          expect(MembershipExists).toBe(expected.has(`${GroupId} ${UserId}`));
        }
      }
      expect(rows).toEqual(expected);
      expect(columns).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
