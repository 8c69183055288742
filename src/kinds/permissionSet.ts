import Type from "typebox";
import { defineSection } from "../model/section.ts";
import { mapOf } from "./map.ts";
import { previously } from "./previously.ts";
import { policyDocument, documentOf, samePolicy } from "./policyDocument.ts";
import { tags, tagChanges, type Tags, tagsOf } from "./tags.ts";
import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { forEachOf, listAll, present } from "../aws/paging.ts";
import { type Address, address } from "../model/address.ts";
import { OrgsyncError } from "../model/errors.ts";
import { sameJson } from "../model/json.ts";
import type { Kind } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { assignmentsOf, assignmentsSection } from "./assignment.ts";
import { isControlTowers } from "./controlTower.ts";
import { formatDuration, isoDuration } from "./duration.ts";
import { IDENTITY_CENTER, type IdentityCenterIds, identityCenterOf, instanceOf } from "./identityCenter.ts";
import { AWS_POLICIES } from "./knownValues.ts";
import { formerKeys, liveKey } from "./lookup.ts";
import { losesTags, only, taken, unlessGone } from "./meanwhile.ts";
import { managementOnly } from "./caller.ts";
import {
  awsPolicyName,
  NOTHING,
  onlyPolicies,
  type Policies,
  readPolicies,
  sortedPolicies,
  withoutPath,
  withPath,
  writePolicies,
} from "./permissionSetPolicies.ts";
import { provision, PROVISIONED, provisionedTo, readOutdated } from "./provisioning.ts";
import { type OrganizationIds, organizationOf } from "./organization.ts";

const setName = {
  minLength: 1,
  maxLength: 32,
  pattern: "^[A-Za-z0-9_+=,.@-]*$",
  patternErrorMessage: "The name of a permission set has letters, digits and _ + = , . @ - only",
};

const awsPolicy = {
  maxLength: 512,
  pattern: "^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$",
  patternErrorMessage:
    "A policy of AWS is a name, such as AdministratorAccess or job-function/ViewOnlyAccess, or an ARN that starts with arn:aws:iam::aws:policy/; policies of your own go under customerManagedPolicies",
  knownValues: AWS_POLICIES,
};

const customerManagedPolicy = Type.Object(
  {
    name: Type.String({
      title: "Policy name",
      description: "The policy's name, which must exist in every account that the permission set reaches.",
      minLength: 1,
      maxLength: 128,
      pattern: "^[A-Za-z0-9_+=,.@-]*$",
      patternErrorMessage: "The name of a policy has letters, digits and _ + = , . @ - only",
      examples: ["DeveloperAccess"],
    }),
    path: Type.Optional(
      Type.String({
        title: "Path",
        description: "The policy's path in IAM, / when left out.",
        maxLength: 512,
        pattern: "^(?:/[A-Za-z0-9_+=,.@-]+)*/$",
        patternErrorMessage: "A path starts and ends with a slash: /teams/payments/",
        default: "/",
        examples: ["/teams/payments/"],
      }),
    ),
  },
  {
    title: "Policy of your own",
    description: "A policy that you keep in each account, by name and path. orgsync refers to it and does not make it.",
    additionalProperties: false,
    examples: [{ name: "DeveloperAccess", path: "/teams/payments/" }],
    defaultSnippets: [{ label: "policy", description: "A policy of your own", body: { name: "${1:DeveloperAccess}" } }],
  },
);

const permissionsBoundary = Type.Object(
  {
    managedPolicy: Type.Optional(
      Type.String({
        title: "Policy of AWS",
        description: "A policy of AWS, by name or ARN.",
        ...awsPolicy,
        examples: ["PowerUserAccess"],
      }),
    ),
    customerManagedPolicy: Type.Optional(customerManagedPolicy),
  },
  {
    title: "Permissions boundary",
    description: "The most that the permission set can allow, whatever its policies say: one policy.",
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    examples: [{ managedPolicy: "PowerUserAccess" }],
  },
);

const entry = Type.Object(
  {
    name: Type.Optional(
      Type.String({
        title: "Name in AWS",
        description: "The permission set's name in AWS, when it is not the key.",
        ...setName,
        examples: ["AdministratorAccess"],
      }),
    ),
    description: Type.Optional(
      Type.String({
        title: "Description",
        description: "What the permission set is for. AWS takes Latin letters only.",
        minLength: 1,
        maxLength: 700,
        pattern: String.raw`^[\t\n\r -~\u00a1-\u00ff]*$`,
        patternErrorMessage: "AWS takes only Latin letters, digits and punctuation (Latin-1) here",
        examples: ["Everything, for people who look after AWS"],
      }),
    ),
    sessionDuration: Type.Optional(
      Type.String({
        title: "Session length",
        description:
          "How long one sign-in to an account lasts: 1 to 12 hours, as 12h, 90m, PT12H or PT1H30M. Left out, one hour. How long people stay signed in to the portal is a setting of IAM Identity Center.",
        pattern:
          "^(?:(?:[1-9]|1[0-2])h|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)m|PT(?:(?:[1-9]|1[0-2])H|(?:[1-9]|1[01])H(?:[0-9]|[1-5][0-9])M|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)M))$",
        patternErrorMessage: "A session lasts 1 to 12 hours, written as 12h, 90m, PT12H or PT1H30M",
        meant: "duration",
        examples: ["12h", "90m", "PT1H30M"],
      }),
    ),
    relayState: Type.Optional(
      Type.String({
        title: "Relay state",
        description: "The page of the AWS console that opens after signing in.",
        minLength: 1,
        maxLength: 240,
        pattern: "^[A-Za-z0-9&$@#\\\\/%?=~_'\"|!:,.;*+[\\] (){}-]*$",
        patternErrorMessage: "A relay state is an address of the AWS console",
        examples: ["https://console.aws.amazon.com/billing/home"],
      }),
    ),
    managedPolicies: Type.Optional(
      Type.Array(
        Type.String({
          title: "Policy of AWS",
          description: "Its name, with its path if it has one, or its ARN.",
          ...awsPolicy,
        }),
        {
          title: "Policies of AWS",
          description: "Policies that AWS keeps, by name or ARN. At most 25, together with those of your own.",
          maxItems: 25,
          examples: [["AdministratorAccess"], ["job-function/ViewOnlyAccess"]],
          defaultSnippets: [
            { label: "managedPolicies", description: "One policy of AWS", body: ["${1:ReadOnlyAccess}"] },
          ],
        },
      ),
    ),
    customerManagedPolicies: Type.Optional(
      Type.Array(customerManagedPolicy, {
        title: "Policies of your own",
        description:
          "Policies that you keep in each account, by name and path. At most 25, together with those of AWS.",
        maxItems: 25,
        examples: [[{ name: "DeveloperAccess" }]],
      }),
    ),
    inlinePolicy: Type.Optional(policyDocument),
    permissionsBoundary: Type.Optional(permissionsBoundary),
    tags: Type.Optional(tags),
    previously: Type.Optional(previously),
  },
  {
    title: "Permission set",
    description: "What people may do in an account that they are given it in. AWS makes a role of it there.",
    additionalProperties: false,
    examples: [{ managedPolicies: ["AdministratorAccess"], sessionDuration: "12h" }],
    defaultSnippets: [
      {
        label: "permission set",
        description: "A policy of AWS, for 12 hours",
        body: { managedPolicies: ["${1:ReadOnlyAccess}"], sessionDuration: "${2:12h}" },
      },
    ],
  },
);

const schema = mapOf(
  {
    title: "Permission set name",
    description: "Up to 32 letters, digits and _ + = , . @ -. AWS cannot rename a permission set.",
    ...setName,
  },
  entry,
  {
    title: "Permission sets",
    description:
      "What people may do in accounts, by name. With this section, permission sets that are not listed are removed.",
    maxProperties: 3500,
    examples: [{ AdministratorAccess: { managedPolicies: ["AdministratorAccess"], sessionDuration: "12h" } }],
    defaultSnippets: [
      {
        label: "permission set",
        description: "A policy of AWS, for 12 hours",
        body: { "${1:ReadOnlyAccess}": { managedPolicies: ["${2:ReadOnlyAccess}"], sessionDuration: "${3:12h}" } },
      },
    ],
  },
);

export const permissionSetsSection = defineSection("permissionSets", schema);

export interface PermissionSetSpec extends Policies {
  readonly name: string;
  readonly description: string | null;
  /** As the file writes it: `12h`, `90m`. */
  readonly sessionDuration: string;
  readonly relayState: string | null;
  readonly tags?: Tags | undefined;
  /** Keys of active accounts that still have an older version: an apply that did not finish, or a console edit. */
  readonly outdatedIn?: readonly string[];
}

export interface PermissionSetIds {
  readonly arn: string;
  /** In how many accounts somebody has it; looked up only where that decides whether it can be deleted. */
  readonly usedIn?: number;
  /** Whether the management account has it; looked up only for a caller in another account, who may not change it then. */
  readonly inManagement?: boolean;
}

export type PermissionSetResource = Resource<PermissionSetSpec, PermissionSetIds>;

/** The permission sets of a snapshot. */
export function permissionSetsOf(snapshot: Snapshot): PermissionSetResource[] {
  return [...snapshot.values()].filter(({ kind }) => kind === "permissionSet") as unknown as PermissionSetResource[];
}

export const permissionSetAddress = (key: string): Address => address("permissionSet", key);

export function permissionSetArn(live: Snapshot, key: string): string {
  const found = live.get(permissionSetAddress(key));
  if (found?.ids === undefined) throw new Error(`no permission set ${key}`);
  return (found.ids as unknown as PermissionSetIds).arn;
}

export const permissionSet: Kind<PermissionSetSpec, PermissionSetIds, Aws> = {
  name: "permissionSet",
  title: "permission set",
  plural: "Permission sets",
  section: permissionSetsSection,
  ownsSection: true,
  needs: (config) => [
    "organization",
    "identityCenter",
    ...(permissionSetsSection.of(config) === undefined ? [] : ["account"]),
  ],
  expected: { create: { calls: 2, seconds: 1 }, update: { calls: 8, seconds: 10 }, delete: { calls: 2, seconds: 1 } },
  isLeftToDo: (field) => field === "outdatedIn",

  desired({ config, leaving }) {
    return Object.entries(permissionSetsSection.of(config) ?? {}).map(([key, entry]) => {
      const source = config.at(["permissionSets", key]);
      // AWS cannot rename one: the new one is made, everybody is given it, and then the old one goes.
      for (const old of formerKeys(entry))
        leaving(permissionSetAddress(old), { reason: "replaced", replacedBy: permissionSetAddress(key), source });
      const boundary = entry.permissionsBoundary;
      const spec: PermissionSetSpec = {
        name: entry.name ?? key,
        description: entry.description ?? null,
        sessionDuration: formatDuration(entry.sessionDuration ?? "1h"),
        relayState: entry.relayState ?? null,
        managedPolicies: (entry.managedPolicies ?? []).map(awsPolicyName).toSorted(),
        customerManagedPolicies: sortedPolicies((entry.customerManagedPolicies ?? []).map(withPath)),
        inlinePolicy:
          entry.inlinePolicy === undefined
            ? null
            : documentOf(entry.inlinePolicy, config, ["permissionSets", key, "inlinePolicy"]),
        permissionsBoundary:
          boundary?.managedPolicy !== undefined
            ? { managedPolicy: awsPolicyName(boundary.managedPolicy) }
            : boundary?.customerManagedPolicy !== undefined
              ? { customerManagedPolicy: withPath(boundary.customerManagedPolicy) }
              : null,
        tags: entry.tags,
        outdatedIn: [],
      };
      return {
        address: permissionSetAddress(key),
        kind: "permissionSet",
        key,
        spec,
        source,
      };
    });
  },

  refs: () => [IDENTITY_CENTER],

  same(field, before, after) {
    // A set that is to be created is out of date nowhere.
    if (field === "outdatedIn") return sameJson(before ?? [], after);
    return field === "inlinePolicy" ? samePolicy(before, after) : sameJson(before, after);
  },

  async read({ aws, config, managed, whole, resources }) {
    const instance = identityCenterOf(await resources("identityCenter"));
    if (instance === undefined) return [];
    const entries = permissionSetsSection.of(config) ?? {};
    const keys = new Map(Object.entries(entries).map(([key, entry]) => [entry.name ?? key, key]));
    const arns = await listSets(aws, instance);
    const organization = organizationOf(await resources("organization"));
    const inManagement = await setsInManagement(aws, instance, organization);
    return forEachOf(arns, async (arn) => {
      const found = await describe(aws, instance, arn);
      const key = liveKey(keys, entries, found.name, arn);
      const ids = { arn, ...(inManagement === undefined ? {} : { inManagement: inManagement.has(arn) }) };
      const resource = { address: permissionSetAddress(key), kind: "permissionSet", key, ids };
      const entry = entries[key];
      // What is not in the file is left alone or deleted; its name is enough for both.
      if (!whole && (!managed || entry === undefined)) {
        const usedIn =
          managed && assignmentsSection.of(config) === undefined ? (await provisionedTo(aws, instance, arn)).length : 0;
        return { ...resource, spec: { ...found, ...NOTHING }, ids: { ...ids, usedIn } };
      }
      const [policies, outdatedIn, tags] = await Promise.all([
        readPolicies(aws, instance, arn),
        readOutdated(aws, instance, arn, resources("account")),
        !whole && entry?.tags === undefined ? undefined : readSetTags(aws, instance, arn),
      ]);
      return {
        ...resource,
        spec: {
          ...found,
          ...policies,
          tags,
          outdatedIn,
        },
      };
    });
  },

  owner: ({ spec }) => (isControlTowers("permissionSets", spec.name) ? "belongs to AWS Control Tower" : undefined),

  held({ key, ids }, { live, whyKept }) {
    if ((ids?.usedIn ?? 0) > 0) return "still assigned; an assignments: section would decide about that";
    const held = assignmentsOf(live).find(
      (one) => one.spec.permissionSet === key && whyKept(one as unknown as Resource) !== undefined,
    );
    return held === undefined ? undefined : `still has the assignment ${held.label ?? held.key}, which is left alone`;
  },

  blocked: ({ address: at }, { live }) =>
    (live.get(at)?.ids as unknown as PermissionSetIds | undefined)?.inManagement === true
      ? managementOnly(live, "permission sets that the management account has")
      : undefined,

  look({ ids, spec }, fields, { aws, live }) {
    const { arn } = ids as PermissionSetIds;
    const instance = instanceOf(live);
    // UpdatePermissionSet writes all that it can, and accounts get the set as a whole, whoever made it what it is.
    const wanted = new Set<keyof PermissionSetSpec>(fields);
    for (const together of [DESCRIBED, PROVISIONED])
      if (together.some((field) => wanted.has(field))) together.forEach((field) => wanted.add(field));
    // Of a set that the file does not list nobody has seen more than its description.
    const isRead = spec.outdatedIn !== undefined;
    const asking = aws.asking();
    return unlessGone(async () => {
      const [described, policies, tags] = await Promise.all([
        describe(asking, instance, arn),
        isRead && POLICIES.some((field) => wanted.has(field)) ? readPolicies(asking, instance, arn) : undefined,
        wanted.has("tags") ? readSetTags(asking, instance, arn) : undefined,
      ]);
      const found = { ...described, ...policies, ...(tags === undefined ? {} : { tags }) };
      return only<Partial<PermissionSetSpec>>(found, [...wanted]);
    });
  },

  /** AWS has no other way to a set by its name than the list. */
  async lookAgain(sets, { aws, live }) {
    const instance = instanceOf(live);
    const known = new Set([...live.values()].map(({ ids }) => ids?.["arn"]));
    const arns = (await listSets(aws, instance)).filter((arn) => !known.has(arn));
    const names = new Set((await forEachOf(arns, (arn) => describe(aws, instance, arn))).map(({ name }) => name));
    return sets.filter(({ spec }) => names.has(spec.name));
  },

  async create({ key, spec }, { aws, live, alreadyThere }) {
    const instance = instanceOf(live);
    const sso = aws.ssoAdmin(instance.region);
    const { value: arn, adopted } = await createOnce<string>({
      clock: aws.clock,
      what: `permission set ${key}`,
      create: async () => {
        const { PermissionSet } = await sso.createPermissionSet({
          InstanceArn: instance.instanceArn,
          Name: spec.name,
          ...describing(spec),
          ...(spec.tags === undefined
            ? {}
            : { Tags: Object.entries(spec.tags).map(([Key, Value]) => ({ Key, Value })) }),
        });
        return present(PermissionSet?.PermissionSetArn, "ssoAdmin:CreatePermissionSet", "PermissionSetArn");
      },
      find: async () => {
        const sets = await forEachOf(await listSets(aws, instance), async (candidate) => ({
          candidate,
          name: (await describe(aws, instance, candidate)).name,
        }));
        return sets.find(({ name }) => name === spec.name)?.candidate;
      },
      onExisting: alreadyThere,
    });
    const before = adopted
      ? { ...(await describe(aws, instance, arn)), ...(await readPolicies(aws, instance, arn)) }
      : { ...spec, ...NOTHING };
    if (adopted && (!sameJson(describing(before), describing(spec)) || !sameJson(onlyPolicies(before), NOTHING)))
      throw taken(`permission set ${key}`);
    if (adopted && spec.tags !== undefined) {
      const there = await readSetTags(aws, instance, arn);
      if (losesTags(there, spec.tags)) throw taken(`permission set ${key}`);
      await writeSetTags(aws, instance, arn, there, spec.tags);
    }
    await writePolicies(aws, instance, arn, before, spec);
    return { arn };
  },

  async update(before, after, fields, context) {
    const { aws, live } = context;
    const instance = instanceOf(live);
    const { arn } = before.ids as PermissionSetIds;
    if (fields.some((field) => DESCRIBED.includes(field))) await describeAnew(aws, instance, arn, after);
    await writePolicies(aws, instance, arn, before.spec, after.spec);
    if (fields.includes("tags")) await writeSetTags(aws, instance, arn, before.spec.tags ?? {}, after.spec.tags ?? {});
    if (fields.some((field) => PROVISIONED.includes(field))) await provision(after, arn, fields, context);
  },

  async remove({ ids }, { aws, live }) {
    const { region, instanceArn } = instanceOf(live);
    try {
      await aws
        .ssoAdmin(region)
        .deletePermissionSet({ InstanceArn: instanceArn, PermissionSetArn: (ids as PermissionSetIds).arn });
    } catch (error) {
      if (!(error instanceof AwsError && error.kind === "missing")) throw error;
    }
  },

  draft(resources, { draft }) {
    for (const { key, spec } of resources) {
      const { managedPolicies, customerManagedPolicies, inlinePolicy, permissionsBoundary: boundary, tags = {} } = spec;
      draft.set(["permissionSets", key], {
        ...(spec.name === key ? {} : { name: spec.name }),
        ...(spec.description === null ? {} : { description: spec.description }),
        ...(spec.sessionDuration === "1h" ? {} : { sessionDuration: spec.sessionDuration }),
        ...(spec.relayState === null ? {} : { relayState: spec.relayState }),
        ...(managedPolicies.length === 0 ? {} : { managedPolicies }),
        ...(customerManagedPolicies.length === 0
          ? {}
          : { customerManagedPolicies: customerManagedPolicies.map(withoutPath) }),
        ...(inlinePolicy === null ? {} : { inlinePolicy: { file: draft.file("permission-sets", key, inlinePolicy) } }),
        ...(boundary === null ? {} : { permissionsBoundary: boundaryEntry(boundary) }),
        ...(Object.keys(tags).length === 0 ? {} : { tags: { ...tags } }),
      });
    }
  },
};

const boundaryEntry = (boundary: NonNullable<PermissionSetSpec["permissionsBoundary"]>) =>
  "managedPolicy" in boundary ? boundary : { customerManagedPolicy: withoutPath(boundary.customerManagedPolicy) };

/** The sets that the management account has; undefined for a caller in it, for whom that makes no difference. */
async function setsInManagement(
  aws: Aws,
  { region, instanceArn }: IdentityCenterIds,
  organization: OrganizationIds | undefined,
): Promise<ReadonlySet<string> | undefined> {
  if (organization === undefined || organization.callerAccountId === organization.managementAccountId) return undefined;
  const arns = await listAll(
    aws.ssoAdmin(region).listPermissionSetsProvisionedToAccount,
    { InstanceArn: instanceArn, AccountId: organization.managementAccountId, MaxResults: 100 },
    "PermissionSets",
  );
  return new Set(arns);
}

/** Fields that UpdatePermissionSet writes. */
const DESCRIBED: readonly (keyof PermissionSetSpec)[] = ["description", "sessionDuration", "relayState"];
const POLICIES = Object.keys(NOTHING) as (keyof Policies)[];

/** What CreatePermissionSet and UpdatePermissionSet take. AWS clears what is left out, so all three always go together. */
function describing(spec: Pick<PermissionSetSpec, "description" | "sessionDuration" | "relayState">) {
  return {
    SessionDuration: isoDuration(spec.sessionDuration),
    ...(spec.description === null ? {} : { Description: spec.description }),
    ...(spec.relayState === null ? {} : { RelayState: spec.relayState }),
  };
}

const listSets = (aws: Aws, { region, instanceArn }: IdentityCenterIds): Promise<string[]> =>
  listAll(aws.ssoAdmin(region).listPermissionSets, { InstanceArn: instanceArn, MaxResults: 100 }, "PermissionSets");

async function describe(aws: Aws, { region, instanceArn }: IdentityCenterIds, arn: string) {
  const operation = "ssoAdmin:DescribePermissionSet";
  const { PermissionSet } = await aws
    .ssoAdmin(region)
    .describePermissionSet({ InstanceArn: instanceArn, PermissionSetArn: arn });
  const found = present(PermissionSet, operation, "PermissionSet");
  return {
    name: present(found.Name, operation, "Name"),
    description: found.Description || null,
    sessionDuration: formatDuration(found.SessionDuration ?? "PT1H"),
    relayState: found.RelayState || null,
  };
}

async function describeAnew(
  aws: Aws,
  instance: IdentityCenterIds,
  arn: string,
  { key, spec }: PermissionSetResource,
): Promise<void> {
  const { region, instanceArn } = instance;
  await aws
    .ssoAdmin(region)
    .updatePermissionSet({ InstanceArn: instanceArn, PermissionSetArn: arn, ...describing(spec) });
  if (spec.description !== null && spec.relayState !== null) return;
  // Whether leaving a value out clears it is not documented for both; so look, and give AWS time to show its own write.
  const deadline = aws.clock.now() + SHOWN_WITHIN;
  for (let pause = 1_000; ; pause = Math.min(10_000, pause * 2)) {
    const now = await describe(aws, instance, arn);
    const kept =
      now.description !== spec.description
        ? "description"
        : now.relayState !== spec.relayState
          ? "relayState"
          : undefined;
    if (kept === undefined) return;
    if (aws.clock.now() >= deadline) throw stuck(kept, key);
    await aws.clock.sleep(pause);
  }
}

/** In milliseconds: when AWS shows everywhere what was written. */
const SHOWN_WITHIN = 60_000;

function stuck(kept: string, key: string): OrgsyncError {
  return new OrgsyncError("ORG0501", `permission set ${key}: AWS keeps its ${kept} although the update leaves it out`, {
    hint: `write a ${kept} into org.yaml`,
  });
}

async function readSetTags(aws: Aws, { region, instanceArn }: IdentityCenterIds, arn: string): Promise<Tags> {
  const { listTagsForResource } = aws.ssoAdmin(region);
  const list = await listAll(listTagsForResource, { InstanceArn: instanceArn, ResourceArn: arn }, "Tags");
  return tagsOf(list, "ssoAdmin:ListTagsForResource");
}

async function writeSetTags(
  aws: Aws,
  { region, instanceArn }: IdentityCenterIds,
  arn: string,
  before: Tags,
  after: Tags,
): Promise<void> {
  const { set, gone } = tagChanges(before, after);
  const target = { InstanceArn: instanceArn, ResourceArn: arn };
  if (set.length > 0) await aws.ssoAdmin(region).tagResource({ ...target, Tags: set });
  if (gone.length > 0) await aws.ssoAdmin(region).untagResource({ ...target, TagKeys: gone });
}
