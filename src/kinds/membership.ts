import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { filterOf, forEachOf, listAll, present } from "../aws/paging.ts";
import { address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import type { Kind } from "../model/kind.ts";
import { ignoredBy } from "../model/ignore.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { group as groupKind, groupAddress, groupId, type GroupResource, groupsSection } from "./group.ts";
import { IDENTITY_CENTER, identityCenterOf, instanceOf } from "./identityCenter.ts";
import { unknownName } from "./lookup.ts";
import { unlessGone } from "./meanwhile.ts";
import { requireUserGone, userAddress, userId, type UserResource, whyUserStays } from "./user.ts";

export interface MembershipSpec {
  readonly group: string;
  readonly user: string;
}

interface MembershipIds {
  readonly id: string;
}

export type MembershipResource = Resource<MembershipSpec, MembershipIds>;

/** The memberships of a snapshot. */
export function membershipsOf(snapshot: Snapshot): MembershipResource[] {
  return [...snapshot.values()].filter(({ kind }) => kind === "membership") as unknown as MembershipResource[];
}

/** Who is in a group of somebody else's is theirs to say. */
const isOthers = (group: GroupResource, config: Config): boolean =>
  groupKind.owner?.(group, config) !== undefined || ignoredBy(config, groupsSection.key, group.key) !== undefined;

/** Tells of which groups the members are read, and stand in org.yaml. */
export function membersKnown(config: Config, live: Snapshot): (group: string) => boolean {
  if (groupsSection.of(config) === undefined) return () => false;
  return (key) => {
    const there = live.get(groupAddress(key)) as unknown as GroupResource | undefined;
    return there === undefined || !isOthers(there, config);
  };
}

const identity = ({ group, user }: MembershipSpec) => ({
  address: address("membership", group, user),
  kind: "membership",
  key: `${group}/${user}`,
  label: `${group} \u2192 ${user}`,
});

/** Who is in which group; written as `members:` of the group. */
export const membership: Kind<MembershipSpec, MembershipIds, Aws> = {
  name: "membership",
  title: "membership",
  plural: "Group members",
  section: groupsSection,
  ownsSection: false,
  needs: () => ["identityCenter", "user", "group"],
  expected: { create: { calls: 1, seconds: 0.1 }, delete: { calls: 1, seconds: 0.1 } },

  desired({ config, desired, problem }) {
    return Object.entries(groupsSection.of(config) ?? {}).flatMap(([group, entry]) =>
      (entry.members ?? []).flatMap((user, index) => {
        const source = config.at(["groups", group, "members", index]);
        if (!desired.has(userAddress(user))) {
          problem(unknownName("user", user, desired, source));
          return [];
        }
        const spec = { group, user };
        return [{ ...identity(spec), spec, source }];
      }),
    );
  },

  refs: ({ group, user }) => [IDENTITY_CENTER, groupAddress(group), userAddress(user)],

  ends: ({ group }) => [groupAddress(group)],

  async read({ aws, config, resources }) {
    const instance = identityCenterOf(await resources("identityCenter"));
    if (instance === undefined) return [];
    const operation = "identityStore:ListGroupMemberships";
    const groups = (await resources("group")) as unknown as readonly GroupResource[];
    const users = new Map(
      ((await resources("user")) as unknown as readonly UserResource[]).map(({ key, ids }) => [ids?.id, key]),
    );
    const lists = await forEachOf(
      groups.filter((group) => !isOthers(group, config)),
      async ({ key: group, ids }) => {
        const members = await listAll(
          aws.identityStore(instance.region).listGroupMemberships,
          {
            IdentityStoreId: instance.identityStoreId,
            GroupId: present(ids?.id, operation, "GroupId"),
            MaxResults: 100,
          },
          "GroupMemberships",
        );
        const rows = await forEachOf(members, async ({ MemberId, MembershipId }) => {
          const userId = present(MemberId?.UserId, operation, "MemberId");
          const id = present(MembershipId, operation, "MembershipId");
          const user = users.get(userId);
          if (user !== undefined) return [{ ...identity({ group, user }), spec: { group, user }, ids: { id } }];
          // Who was deleted while this was read is in no group.
          await requireUserGone(aws, instance, userId, operation);
          return [];
        });
        return rows.flat();
      },
    );
    return lists.flat();
  },

  held({ spec }, { config }) {
    const stays = whyUserStays(config, spec.user);
    return stays === undefined ? undefined : `its user ${stays}`;
  },

  lookAgain: (memberships, { aws, live }) =>
    filterOf(memberships, async ({ spec }) => (await findId(aws, live, spec)) !== undefined),

  async create({ spec, label }, { aws, live, alreadyThere }) {
    const store = aws.identityStore(instanceOf(live).region);
    const input = inputOf(live, spec);
    const { value } = await createOnce<string>({
      clock: aws.clock,
      what: `membership ${label}`,
      create: async () =>
        present(
          (await store.createGroupMembership(input)).MembershipId,
          "identityStore:CreateGroupMembership",
          "MembershipId",
        ),
      find: () => findId(aws, live, spec),
      onExisting: alreadyThere,
    });
    return { id: value };
  },

  async remove({ ids }, { aws, live }) {
    const { region, identityStoreId } = instanceOf(live);
    try {
      await aws
        .identityStore(region)
        .deleteGroupMembership({ IdentityStoreId: identityStoreId, MembershipId: (ids as MembershipIds).id });
    } catch (error) {
      if (!(error instanceof AwsError && error.kind === "missing")) throw error;
    }
  },

  grants: ({ group, user }) => [`a group for ${user}`, `a member of ${group}`, "a group for anybody"],
  // Access given directly may take the place of access through a group, anywhere.
  // Who goes for good gets nothing in its place; the group still waits for its new members.
  revokes: ({ group, user }, isDeleted) =>
    isDeleted(userAddress(user))
      ? [`a member of ${group}`]
      : [`a group for ${user}`, `a member of ${group}`, "an assignment anywhere"],

  draft(resources, { draft }) {
    for (const { spec } of resources) draft.add(["groups", spec.group, "members"], spec.user);
  },
};

const inputOf = (live: Snapshot, { group, user }: MembershipSpec) => ({
  IdentityStoreId: instanceOf(live).identityStoreId,
  GroupId: groupId(live, group),
  MemberId: { UserId: userId(live, user) },
});

const findId = (aws: Aws, live: Snapshot, spec: MembershipSpec): Promise<string | undefined> =>
  unlessGone(async () => {
    const store = aws.asking().identityStore(instanceOf(live).region);
    const { MembershipId } = await store.getGroupMembershipId(inputOf(live, spec));
    return present(MembershipId, "identityStore:GetGroupMembershipId", "MembershipId");
  });
