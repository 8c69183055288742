import Type from "typebox";
import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { incredible, present } from "../aws/paging.ts";
import { address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { isObject, type JsonObject, sameJson } from "../model/json.ts";
import type { Kind } from "../model/kind.ts";
import { defineSection, type RuleContext } from "../model/section.ts";
import { managementOnly } from "./caller.ts";
import { completeTags, only, taken } from "./meanwhile.ts";
import { ORGANIZATION, organizationOf } from "./organization.ts";
import { documentOf, policyDocument, samePolicy } from "./policyDocument.ts";
import { readTags, tags, type Tags, writeTags } from "./tags.ts";

const schema = Type.Object(
  {
    file: policyDocument.properties.file,
    content: policyDocument.properties.content,
    tags: Type.Optional(tags),
  },
  {
    title: "Resource policy",
    description:
      "The organization's resource-based policy, which lets member accounts manage policies or read the organization: either file, the name of a JSON file, or content, the policy in place. {} says that there is none.",
    additionalProperties: false,
    examples: [{ file: "policies/delegation.json" }, {}],
    defaultSnippets: [
      { label: "file", description: "The policy is in a JSON file", body: { file: "${1:policies/delegation.json}" } },
    ],
  },
);

export const resourcePolicySection = defineSection("resourcePolicy", schema, [onePolicy, policyFits]);

/** There is one, or none. */
interface ResourcePolicySpec {
  readonly content: JsonObject;
  readonly tags?: Tags | undefined;
}

interface ResourcePolicyIds {
  readonly id: string;
}

/** Characters of the policy as it is sent. */
const LONGEST = 40_000;

const identity = {
  address: address("resourcePolicy"),
  kind: "resourcePolicy",
  key: "resourcePolicy",
  label: "resource policy of the organization",
};

export const resourcePolicy: Kind<ResourcePolicySpec, ResourcePolicyIds, Aws> = {
  name: "resourcePolicy",
  title: "resource policy",
  plural: "Resource policy",
  section: resourcePolicySection,
  ownsSection: true,
  needs: () => ["organization"],
  expected: { create: { calls: 2, seconds: 1 }, update: { calls: 2, seconds: 1 }, delete: { calls: 2, seconds: 1 } },

  desired({ config }) {
    const content = writtenIn(config);
    if (content === undefined) return [];
    const { tags } = resourcePolicySection.of(config) ?? {};
    return [{ ...identity, spec: { content, tags }, source: config.at(["resourcePolicy"]) }];
  },

  refs: () => [ORGANIZATION],

  same: (field, before, after) => (field === "content" ? samePolicy(before, after) : sameJson(before, after)),

  async read({ aws, config, resources, whole }) {
    if (organizationOf(await resources("organization")) === undefined) return [];
    const found = await describe(aws);
    if (found === undefined) return [];
    const { id, content } = found;
    const wanted = whole || resourcePolicySection.of(config)?.tags !== undefined;
    return [
      { ...identity, spec: { content, tags: wanted ? await readTags(aws.organizations, id) : undefined }, ids: { id } },
    ];
  },

  async look(_resource, fields, { aws }) {
    const found = await describe(aws.asking());
    if (found === undefined) return undefined;
    const tagged = fields.includes("tags") ? { tags: await readTags(aws.organizations, found.id) } : {};
    return only<Partial<ResourcePolicySpec>>({ content: found.content, ...tagged }, fields);
  },

  async create({ spec }, { aws }) {
    // AWS creates and replaces with the same call: whoever has made one meanwhile is not to lose it.
    const there = await describe(aws.asking());
    if (there !== undefined) return adopt(aws, there, spec);
    try {
      return { id: await put(aws, spec.content, spec.tags ?? {}) };
    } catch (error) {
      if (!(error instanceof AwsError && error.reason === "UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED"))
        throw error;
      // It is there after all: an answer of ours was lost, or somebody else was faster.
      const found = await describe(aws);
      if (found === undefined) throw error;
      return adopt(aws, found, spec);
    }
  },

  async update(before, { spec }, fields, { aws }) {
    const { id } = before.ids as ResourcePolicyIds;
    if (fields.includes("content")) await put(aws, spec.content, {});
    if (fields.includes("tags")) await writeTags(aws.organizations, id, before.spec.tags ?? {}, spec.tags ?? {});
  },

  async remove(_resource, { aws }) {
    try {
      await aws.organizations.deleteResourcePolicy({});
    } catch (error) {
      if (!(error instanceof AwsError && error.kind === "missing")) throw error;
    }
  },

  blocked: (_change, { live }) => managementOnly(live, "the resource policy"),

  draft([found], { draft }) {
    if (found === undefined) return;
    const { content, tags = {} } = found.spec;
    draft.set(["resourcePolicy", "file"], draft.file("policies", "resource-policy", content));
    if (Object.keys(tags).length > 0) draft.set(["resourcePolicy", "tags"], tags);
  },
};

/** The policy that the file has, if it has one. */
function writtenIn(config: Config): JsonObject | undefined {
  const written = resourcePolicySection.of(config);
  if (written?.file === undefined && written?.content === undefined) return undefined;
  return documentOf(written, config, ["resourcePolicy"]);
}

/** AWS counts the characters that it is sent, so none of them is white space between tokens. */
const sent = (content: JsonObject): string => JSON.stringify(content);

/** Creates or replaces the policy; tags only with the first. Returns its id. */
async function put(aws: Aws, content: JsonObject, tags: Tags): Promise<string> {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const { ResourcePolicy } = await aws.organizations.putResourcePolicy({
    Content: sent(content),
    ...(list.length === 0 ? {} : { Tags: list }),
  });
  return present(ResourcePolicy?.ResourcePolicySummary?.Id, "organizations:PutResourcePolicy", "Id");
}

/** Takes the policy that is there for the one that was to be created, if it is that one. */
async function adopt(aws: Aws, found: Found, { content, tags }: ResourcePolicySpec): Promise<ResourcePolicyIds> {
  if (!samePolicy(found.content, content)) throw taken(identity.label);
  if (tags !== undefined) await completeTags(aws.organizations, found.id, tags, identity.label);
  return { id: found.id };
}

interface Found extends ResourcePolicyIds {
  readonly content: JsonObject;
}

async function describe(aws: Aws): Promise<Found | undefined> {
  const operation = "organizations:DescribeResourcePolicy";
  try {
    const { ResourcePolicy } = await aws.organizations.describeResourcePolicy({});
    const id = present(ResourcePolicy?.ResourcePolicySummary?.Id, operation, "Id");
    return { id, content: parsed(present(ResourcePolicy?.Content, operation, "Content"), operation) };
  } catch (error) {
    if (error instanceof AwsError && error.awsName === "ResourcePolicyNotFoundException") return undefined;
    throw error;
  }
}

function parsed(text: string, operation: string): JsonObject {
  try {
    const content: unknown = JSON.parse(text);
    if (isObject(content)) return content;
  } catch {
    // Said below.
  }
  throw incredible(operation, "a policy that is not a JSON object");
}

function onePolicy({ config, report }: RuleContext): void {
  const { file, content, tags } = resourcePolicySection.of(config) ?? {};
  if (file !== undefined && content !== undefined) {
    report({
      code: "ORG0209",
      message: "`resourcePolicy` has both `file` and `content`",
      at: ["resourcePolicy", "content"],
      onKey: true,
      hint: "take one out",
      related: { message: "the other one", source: config.at(["resourcePolicy", "file"]) },
    });
  }
  if (file === undefined && content === undefined && tags !== undefined) {
    report({
      code: "ORG0209",
      message: "`resourcePolicy` has tags, but no policy",
      at: ["resourcePolicy", "tags"],
      onKey: true,
      hint: "write `file` or `content`, or {} for none",
    });
  }
}

function policyFits({ config, report }: RuleContext): void {
  const content = writtenIn(config);
  const length = content === undefined ? 0 : sent(content).length;
  if (length <= LONGEST) return;
  const { file } = resourcePolicySection.of(config) ?? {};
  report({
    code: "ORG0308",
    message: `the resource policy has ${length} characters`,
    at: ["resourcePolicy", file === undefined ? "content" : "file"],
    hint: `AWS allows ${LONGEST}, not counting white space between words`,
  });
}
