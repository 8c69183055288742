import type { PolicyType } from "@aws-sdk/client-organizations";
import Type, { type Static } from "typebox";
import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { forEachOf, incredible, listAll, present } from "../aws/paging.ts";
import { type Address, address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { isObject, type JsonObject, sameJson } from "../model/json.ts";
import type { Kind } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { defineSection } from "../model/section.ts";
import { isControlTowers } from "./controlTower.ts";
import { isFullAccess } from "./fullAccess.ts";
import { POLICY_TYPE_NAMES } from "./knownValues.ts";
import { keysByName, liveKey } from "./lookup.ts";
import { mapOf } from "./map.ts";
import { completeTags, only, taken, unlessGone } from "./meanwhile.ts";
import { ORGANIZATION, organizationOf } from "./organization.ts";
import { documentOf, policyDocument, samePolicy } from "./policyDocument.ts";
import { policyTypeAddress } from "./policyLimits.ts";
import { previously } from "./previously.ts";
import { readTags, tags, type Tags, writeTags } from "./tags.ts";

const text = { minLength: 1, maxLength: 128 };

const entry = Type.Object(
  {
    name: Type.Optional(
      Type.String({
        title: "Name in AWS",
        description: "The policy's name in AWS, when it is not the key.",
        ...text,
        examples: ["DenyLeaveOrganization"],
      }),
    ),
    type: Type.Optional(
      Type.String({
        title: "Policy type",
        description:
          "What sort of policy it is, in AWS's word for it; every policy says it. A type is enabled when the first policy of it is listed. It cannot be changed later.",
        pattern: "^(?:[A-Z0-9]+_)*POLICY(?:_[A-Z0-9]+)*$",
        patternErrorMessage: "A policy type is AWS's word for it, such as SERVICE_CONTROL_POLICY",
        minLength: 1,
        maxLength: 64,
        knownValues: POLICY_TYPE_NAMES,
        examples: POLICY_TYPE_NAMES,
        defaultSnippets: [
          {
            label: "SERVICE_CONTROL_POLICY",
            description: "What accounts may do at most",
            body: "SERVICE_CONTROL_POLICY",
          },
        ],
      }),
    ),
    description: Type.Optional(
      Type.String({
        title: "Description",
        description: "What the policy is for.",
        minLength: 1,
        maxLength: 512,
        examples: ["Nobody leaves the organization"],
      }),
    ),
    file: policyDocument.properties.file,
    content: Type.Optional(
      Type.Unsafe<JsonObject>({
        ...policyDocument.properties.content,
        description:
          "The policy itself, written as YAML. Every scalar is text in it: a policy that needs true numbers or booleans belongs into a file.",
      }),
    ),
    targets: Type.Optional(
      Type.Array(
        Type.String({
          title: "Target",
          description: "The word root, the path of an organizational unit, or account:NAME.",
          minLength: 1,
          maxLength: 710,
        }),
        {
          title: "Targets",
          description:
            "What the policy is attached to: root, paths of organizational units, and account:NAME. Left out, nothing.",
          examples: [["root"], ["Workloads", "account:acme-dev"]],
          defaultSnippets: [{ label: "targets", description: "One target", body: ["${1:root}"] }],
        },
      ),
    ),
    tags: Type.Optional(tags),
    previously: Type.Optional(previously),
  },
  {
    title: "Policy",
    description:
      "One policy of the organization. An entry named FullAWSAccess has targets and nothing else: it then decides where AWS's own policy of that name is attached.",
    additionalProperties: false,
    examples: [
      { type: "SERVICE_CONTROL_POLICY", file: "policies/deny-leave-organization.json", targets: ["Workloads"] },
      { targets: ["root"] },
    ],
    defaultSnippets: [
      {
        label: "policy",
        description: "A service control policy in a file",
        body: { type: "SERVICE_CONTROL_POLICY", file: "${1:policies/policy.json}", targets: ["${2:root}"] },
      },
    ],
  },
);

const schema = mapOf({ title: "Policy name", description: "The policy's name in AWS.", ...text }, entry, {
  title: "Policies",
  description:
    "The policies of the organization, by name, with what they are attached to. With this section, policies and attachments that are not listed are removed; what AWS or AWS Control Tower owns is left alone.",
  examples: [
    {
      "deny-leave-organization": {
        type: "SERVICE_CONTROL_POLICY",
        file: "policies/deny-leave-organization.json",
        targets: ["Workloads"],
      },
    },
  ],
  defaultSnippets: [
    {
      label: "policy",
      description: "A service control policy in a file",
      body: {
        "${1:deny-leave-organization}": {
          type: "SERVICE_CONTROL_POLICY",
          file: "${2:policies/deny-leave-organization.json}",
          targets: ["${3:root}"],
        },
      },
    },
  ],
});

export const policiesSection = defineSection("policies", schema);

type PolicyEntry = Static<typeof entry>;

/** The type of the policy that an entry means. */
export const typeOf = (key: string, entry: PolicyEntry): string | undefined =>
  isFullAccess(key) ? "SERVICE_CONTROL_POLICY" : entry.type;

export interface PolicySpec {
  readonly name: string;
  /** Undefined for AWS's full access, of which only the targets are the file's. */
  readonly type?: string | undefined;
  readonly description?: string | null | undefined;
  readonly content?: JsonObject | undefined;
  readonly tags?: Tags | undefined;
}

export interface PolicyIds {
  readonly id: string;
  readonly type: string;
  readonly awsManaged: boolean;
}

export type PolicyResource = Resource<PolicySpec, PolicyIds>;

export const policyAddress = (key: string): Address => address("policy", key);

/** The policies of a snapshot. */
export function policiesOf(snapshot: Snapshot | readonly Resource[]): PolicyResource[] {
  const all = Array.isArray(snapshot) ? (snapshot as readonly Resource[]) : [...(snapshot as Snapshot).values()];
  return all.filter(({ kind }) => kind === "policy") as unknown as PolicyResource[];
}

export const policy: Kind<PolicySpec, PolicyIds, Aws> = {
  name: "policy",
  title: "policy",
  plural: "Policies",
  section: policiesSection,
  ownsSection: true,
  needs: () => ["organization"],
  expected: { create: { calls: 1, seconds: 1 }, update: { calls: 2, seconds: 1 }, delete: { calls: 2, seconds: 1 } },

  desired({ config, live, problem }) {
    // AWS's own are everywhere, and not worth a word where the file has none.
    const own = policiesOf(live).filter(({ ids }) => ids?.awsManaged === true);
    const listed = Object.entries(policiesSection.of(config) ?? {}).flatMap(([key, entry]): PolicyResource[] => {
      const source = config.at(["policies", key]);
      const there = live.get(policyAddress(key)) as unknown as PolicyResource | undefined;
      const resource = { address: policyAddress(key), kind: "policy", key, source };
      if (isFullAccess(key)) return there === undefined ? [] : [{ ...resource, spec: { name: key } }];
      if (there?.ids !== undefined && there.ids.type !== entry.type) {
        problem({
          code: "ORG0402",
          message: `policy ${key} is a ${there.ids.type} in AWS, and a policy's type cannot be changed`,
          hint: `write type: ${there.ids.type}, or give the new policy another name`,
          source: config.at(["policies", key, "type"]),
        });
      }
      return [
        {
          ...resource,
          spec: {
            name: entry.name ?? key,
            type: entry.type,
            description: entry.description ?? null,
            content: writtenIn(entry, config, key),
            tags: entry.tags,
          },
        },
      ];
    });
    return [...own, ...listed];
  },

  refs: ({ type }) => (type === undefined ? [ORGANIZATION] : [ORGANIZATION, policyTypeAddress(type)]),

  same(field, before, after) {
    if (field !== "content") return sameJson(before, after);
    // Only IAM's grammar knows statements; in any other policy the order of a list may matter.
    return isObject(after) && "Statement" in after ? samePolicy(before, after) : sameJson(before, after);
  },

  async read({ aws, config, resources, whole }) {
    const organization = organizationOf(await resources("organization"));
    if (organization === undefined) return [];
    const entries = policiesSection.of(config) ?? {};
    const types = new Set([
      ...Object.keys(organization.policyTypes),
      ...Object.entries(entries).flatMap(([key, entry]) => typeOf(key, entry) ?? []),
    ]);
    const found = (await forEachOf([...types], (type) => listPolicies(aws, type))).flat();
    const keys = keysOf(entries, found);
    return forEachOf(found, async (summary) => {
      const { id, name, type, awsManaged } = summary;
      const key = keys.get(id) ?? name;
      const entry = entries[key];
      const isOurs = !awsManaged && (whole || entry !== undefined);
      const wantsTags = !awsManaged && (whole || entry?.tags !== undefined);
      return {
        address: policyAddress(key),
        kind: "policy",
        key,
        spec: {
          name,
          type,
          description: summary.description,
          // Two calls a second: only for policies whose content matters.
          content: isOurs ? await contentOf(aws, id) : undefined,
          tags: wantsTags ? await readTags(aws.organizations, id) : undefined,
        },
        ids: { id, type, awsManaged },
      };
    });
  },

  owner({ key, ids, spec }, config) {
    if (ids?.awsManaged === true)
      return isFullAccess(key) && policiesSection.of(config)?.[key] !== undefined ? undefined : "belongs to AWS";
    return isControlTowers("policies", spec.name) ? "belongs to AWS Control Tower" : undefined;
  },

  held({ key }, { live, whyKept }) {
    const kept = [...live.values()].find(
      (one) =>
        one.kind === "policyAttachment" &&
        (one.spec as { readonly policy?: string }).policy === key &&
        whyKept(one) !== undefined,
    );
    return kept === undefined ? undefined : `still attached: ${kept.label ?? kept.key} is left alone`;
  },

  look: ({ ids }, fields, { aws }) =>
    unlessGone(async () => {
      const { id } = ids as PolicyIds;
      const isDescribed = fields.some((field) => field !== "tags");
      const described = isDescribed ? await describe(aws, id) : {};
      const tagged = fields.includes("tags") ? { tags: await readTags(aws.organizations, id) } : {};
      return only<Partial<PolicySpec>>({ ...described, ...tagged }, fields);
    }),

  /** AWS has no other way to a policy by its name than the list. */
  async lookAgain(policies, { aws, live }) {
    const known = new Set(policiesOf(live).map(({ ids }) => ids?.id));
    const types = [...new Set(policies.flatMap(({ spec }) => spec.type ?? []))];
    const listed = (await forEachOf(types, (type) => listPolicies(aws, type))).flat();
    const there = listed.filter(({ id }) => !known.has(id));
    return policies.filter(({ spec }) => there.some(({ name, type }) => name === spec.name && type === spec.type));
  },

  async create({ key, spec }, { aws, alreadyThere }) {
    const type = spec.type ?? "";
    const { value: id, adopted } = await createOnce<string>({
      clock: aws.clock,
      what: `policy ${key}`,
      create: async () => {
        const { Policy: made } = await aws.organizations.createPolicy({
          Name: spec.name,
          Type: type as PolicyType,
          Description: spec.description ?? "",
          Content: JSON.stringify(spec.content),
          ...(spec.tags === undefined
            ? {}
            : { Tags: Object.entries(spec.tags).map(([Key, Value]) => ({ Key, Value })) }),
        });
        return present(made?.PolicySummary?.Id, "organizations:CreatePolicy", "Id");
      },
      find: async () => (await listPolicies(aws, type)).find(({ name }) => name === spec.name)?.id,
      onExisting: alreadyThere,
    });
    if (adopted) {
      const { content, description } = await describe(aws, id);
      if (!policy.same?.("content", content, spec.content) || (description ?? null) !== (spec.description ?? null))
        throw taken(`policy ${key}`);
      if (spec.tags !== undefined) await completeTags(aws.organizations, id, spec.tags, `policy ${key}`);
    }
    return { id, type, awsManaged: false };
  },

  async update(before, after, fields, { aws }) {
    const { id } = before.ids as PolicyIds;
    const { name, description, content } = after.spec;
    if (fields.some((field) => field !== "tags")) {
      await aws.organizations.updatePolicy({
        PolicyId: id,
        ...(fields.includes("name") ? { Name: name } : {}),
        ...(fields.includes("description") ? { Description: description ?? "" } : {}),
        ...(fields.includes("content") ? { Content: JSON.stringify(content) } : {}),
      });
    }
    if (fields.includes("tags")) await writeTags(aws.organizations, id, before.spec.tags ?? {}, after.spec.tags ?? {});
  },

  async remove({ ids }, { aws }) {
    try {
      await aws.organizations.deletePolicy({ PolicyId: (ids as PolicyIds).id });
    } catch (error) {
      if (!(error instanceof AwsError && error.kind === "missing")) throw error;
    }
  },

  draft(policies, { draft }) {
    for (const { key, spec, ids } of policies) {
      if (ids?.awsManaged === true) continue;
      const path = ["policies", key];
      draft.set(path, {
        ...(spec.name === key ? {} : { name: spec.name }),
        type: spec.type,
        ...(spec.description == null ? {} : { description: spec.description }),
        file: draft.file("policies", spec.name, spec.content ?? {}),
      });
      if (spec.tags !== undefined && Object.keys(spec.tags).length > 0) draft.set([...path, "tags"], { ...spec.tags });
    }
  },
};

interface Summary {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly description: string | null;
  readonly awsManaged: boolean;
}

async function listPolicies(aws: Aws, type: string): Promise<Summary[]> {
  const operation = "organizations:ListPolicies";
  const policies = await listAll(aws.organizations.listPolicies, { Filter: type as PolicyType }, "Policies");
  return policies.map((found) => ({
    id: present(found.Id, operation, "Id"),
    name: present(found.Name, operation, "Name"),
    type,
    description: found.Description || null,
    awsManaged: found.AwsManaged === true,
  }));
}

async function describe(
  aws: Aws,
  id: string,
): Promise<{ readonly name: string; readonly content: JsonObject; readonly description: string | null }> {
  const operation = "organizations:DescribePolicy";
  const { Policy: found } = await aws.organizations.describePolicy({ PolicyId: id });
  return {
    name: present(found?.PolicySummary?.Name, operation, "Name"),
    content: parsed(present(found?.Content, operation, "Content")),
    description: found?.PolicySummary?.Description || null,
  };
}

const contentOf = async (aws: Aws, id: string): Promise<JsonObject> => (await describe(aws, id)).content;

function parsed(content: string): JsonObject {
  try {
    const value: unknown = JSON.parse(content);
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw incredible("organizations:DescribePolicy", "a policy that is not a JSON object");
}

/** The file's keys by policy id. A name that two types share is the entry's whose type it has. */
function keysOf(entries: Readonly<Record<string, PolicyEntry>>, found: readonly Summary[]): Map<string, string> {
  const names = keysByName(
    entries,
    found.map(({ name }) => name),
  );
  const keys = new Map<string, string>();
  for (const { id, name, type } of found) {
    const key = liveKey(names, entries, name, id);
    const rivals = found.filter((other) => other.name === name && other.id !== id);
    const isMeant = rivals.length === 0 || entries[key]?.type === type;
    keys.set(id, isMeant ? key : `${name} (${id})`);
  }
  return keys;
}

/** The document of an entry, wherever it is written. */
export const writtenIn = (entry: PolicyEntry, config: Config, key: string): JsonObject =>
  documentOf(entry, config, ["policies", key]);
