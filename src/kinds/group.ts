import Type from "typebox";
import { defineSection } from "../model/section.ts";
import { mapOf } from "./map.ts";
import { previously } from "./previously.ts";
import type { Group } from "@aws-sdk/client-identitystore";
import { isControlTowers } from "./controlTower.ts";
import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { filterOf, listAll, present } from "../aws/paging.ts";
import { type Address, address } from "../model/address.ts";
import { sameJson } from "../model/json.ts";
import type { Kind } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { IDENTITY_CENTER, type IdentityCenterIds, identityCenterOf, instanceOf, isExternal } from "./identityCenter.ts";
import { keysByName, liveKey } from "./lookup.ts";
import { only, requireGone, taken, unlessGone } from "./meanwhile.ts";

const TEXT = String.raw`^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r \u00a0\u3000]*$`;
const text = {
  minLength: 1,
  maxLength: 1024,
  pattern: TEXT,
  patternErrorMessage: "Letters, digits, punctuation, symbols and spaces only",
};

const entry = Type.Object(
  {
    name: Type.Optional(
      Type.String({
        title: "Name in AWS",
        description: "The group's name in IAM Identity Center, when it is not the key.",
        ...text,
        examples: ["Administrators"],
      }),
    ),
    description: Type.Optional(
      Type.String({
        title: "Description",
        description: "What the group is for.",
        ...text,
        examples: ["People who look after AWS"],
      }),
    ),
    members: Type.Optional(
      Type.Array(
        Type.String({
          title: "User name",
          description: "A key of users:, or the name of a user in AWS when the file has no users: section.",
          minLength: 1,
          maxLength: 128,
        }),
        {
          title: "Members",
          description: "The people in the group, by user name: all of them. Left out, the group is empty.",
          examples: [["dax@acme.com"]],
          defaultSnippets: [{ label: "members", description: "One member", body: ["${1:dax@acme.com}"] }],
        },
      ),
    ),
    previously: Type.Optional(previously),
  },
  {
    title: "Group",
    description: "One group of people.",
    additionalProperties: false,
    examples: [{ description: "People who look after AWS", members: ["dax@acme.com"] }],
    defaultSnippets: [{ label: "group", description: "A group", body: { members: ["${1:dax@acme.com}"] } }],
  },
);

const schema = mapOf({ title: "Group name", description: "The group's name in IAM Identity Center.", ...text }, entry, {
  title: "Groups",
  description:
    "The groups in IAM Identity Center, by name. With this section, groups that are not listed are removed, and so are members that are not listed.",
  examples: [{ admins: { members: ["dax@acme.com"] } }],
  defaultSnippets: [
    { label: "group", description: "A group", body: { "${1:admins}": { members: ["${2:dax@acme.com}"] } } },
  ],
});

export const groupsSection = defineSection("groups", schema);

export interface GroupSpec {
  readonly name: string;
  readonly description: string | null;
}

export interface GroupIds {
  readonly id: string;
  /** Made by an identity provider through SCIM, or by a directory. */
  readonly external: boolean;
}

export type GroupResource = Resource<GroupSpec, GroupIds>;

export const groupAddress = (key: string): Address => address("group", key);

export function groupId(live: Snapshot, key: string): string {
  const found = live.get(groupAddress(key));
  if (found?.ids === undefined) throw new Error(`no group ${key}`);
  return (found.ids as unknown as GroupIds).id;
}

export const group: Kind<GroupSpec, GroupIds, Aws> = {
  name: "group",
  title: "group",
  plural: "Groups",
  section: groupsSection,
  ownsSection: true,
  needs: () => ["identityCenter"],
  standsWhileUpdated: true,
  expected: {
    create: { calls: 1, seconds: 0.1 },
    update: { calls: 2, seconds: 0.2 },
    delete: { calls: 2, seconds: 0.2 },
  },

  desired({ config, live }) {
    return Object.entries(groupsSection.of(config) ?? {}).map(([key, entry]) => {
      const source = config.at(["groups", key]);
      const there = live.get(groupAddress(key)) as GroupResource | undefined;
      const name = entry.name ?? key;
      const spec = {
        // Another letter case is no other name.
        name: there?.spec.name.toLowerCase() === name.toLowerCase() ? there.spec.name : name,
        description: entry.description ?? null,
      };
      return { address: groupAddress(key), kind: "group", key, spec, source };
    });
  },

  refs: () => [IDENTITY_CENTER],

  async read({ aws, config, resources }) {
    const instance = identityCenterOf(await resources("identityCenter"));
    if (instance === undefined) return [];
    const groups = await listAll(
      aws.identityStore(instance.region).listGroups,
      { IdentityStoreId: instance.identityStoreId, MaxResults: 100 },
      "Groups",
    );
    const entries = groupsSection.of(config) ?? {};
    const names = groups.map(({ DisplayName }) => DisplayName ?? "");
    const keys = keysByName(entries, names, (name) => name.toLowerCase());
    return groups.map((found) => {
      const spec = specOf(found, "identityStore:ListGroups");
      // Identity Center tells group names apart without regard to letter case.
      const id = present(found.GroupId, "identityStore:ListGroups", "GroupId");
      const key = liveKey(keys, entries, spec.name, id, spec.name.toLowerCase());
      const ids = {
        id,
        external: (found.ExternalIds ?? []).length > 0,
      };
      return { address: groupAddress(key), kind: "group", key, spec, ids };
    });
  },

  owner: ({ ids, spec }, config) =>
    ids?.external === true && !isExternal(config)
      ? "comes from an identity provider"
      : isControlTowers("groups", spec.name)
        ? "belongs to AWS Control Tower"
        : undefined,

  look: ({ ids }, fields, { aws, live }) =>
    unlessGone(async () => only(await describe(aws.asking(), live, (ids as GroupIds).id), fields)),

  async lookAgain(groups, { aws, live }) {
    const known = new Set([...live.values()].filter(({ kind }) => kind === "group").map(({ ids }) => ids?.["id"]));
    return filterOf(groups, async ({ spec }) => {
      const id = await findId(aws, live, spec.name);
      return id !== undefined && !known.has(id);
    });
  },

  async create({ key, spec }, { aws, live, alreadyThere }) {
    const { region, identityStoreId } = instanceOf(live);
    const store = aws.identityStore(region);
    const { value, adopted } = await createOnce<string>({
      clock: aws.clock,
      what: `group ${key}`,
      create: async () => {
        const { GroupId } = await store.createGroup({
          IdentityStoreId: identityStoreId,
          DisplayName: spec.name,
          ...(spec.description === null ? {} : { Description: spec.description }),
        });
        return present(GroupId, "identityStore:CreateGroup", "GroupId");
      },
      find: () => findId(aws, live, spec.name),
      onExisting: alreadyThere,
    });
    if (adopted && !sameJson(await describe(aws, live, value), spec)) throw taken(`group ${key}`);
    return { id: value, external: false };
  },

  async update(before, after, fields, { aws, live }) {
    const { region, identityStoreId } = instanceOf(live);
    const paths = { name: "displayName", description: "description" } as const;
    await aws.identityStore(region).updateGroup({
      IdentityStoreId: identityStoreId,
      GroupId: (before.ids as GroupIds).id,
      Operations: fields.map((field) => ({ AttributePath: paths[field], AttributeValue: after.spec[field] })),
    });
  },

  async remove({ ids }, { aws, live }) {
    const { region, identityStoreId } = instanceOf(live);
    try {
      await aws.identityStore(region).deleteGroup({ IdentityStoreId: identityStoreId, GroupId: (ids as GroupIds).id });
    } catch (error) {
      if (!(error instanceof AwsError && error.kind === "missing")) throw error;
    }
  },

  draft(resources, { draft }) {
    for (const { key, spec } of resources) {
      draft.set(["groups", key], {
        ...(spec.name === key ? {} : { name: spec.name }),
        ...(spec.description === null ? {} : { description: spec.description }),
      });
    }
  },
};

const findId = (aws: Aws, live: Snapshot, name: string): Promise<string | undefined> =>
  unlessGone(async () => {
    const { region, identityStoreId } = instanceOf(live);
    const { GroupId } = await aws
      .asking()
      .identityStore(region)
      .getGroupId({
        IdentityStoreId: identityStoreId,
        AlternateIdentifier: { UniqueAttribute: { AttributePath: "displayName", AttributeValue: name } },
      });
    return present(GroupId, "identityStore:GetGroupId", "GroupId");
  });

/** Throws when there is a group of an id that ListGroups left out; `namedBy` is the operation that names it. */
export const requireGroupGone = (aws: Aws, instance: IdentityCenterIds, id: string, namedBy: string): Promise<void> =>
  requireGone(
    async () => {
      const store = aws.asking().identityStore(instance.region);
      const { DisplayName } = await store.describeGroup({ IdentityStoreId: instance.identityStoreId, GroupId: id });
      return `group ${DisplayName ?? id}`;
    },
    "identityStore:ListGroups",
    namedBy,
  );

async function describe(aws: Aws, live: Snapshot, id: string): Promise<GroupSpec> {
  const { region, identityStoreId } = instanceOf(live);
  const found = await aws.identityStore(region).describeGroup({ IdentityStoreId: identityStoreId, GroupId: id });
  return specOf(found, "identityStore:DescribeGroup");
}

function specOf(found: Pick<Group, "DisplayName" | "Description">, operation: string): GroupSpec {
  return { name: present(found.DisplayName, operation, "DisplayName"), description: found.Description || null };
}
