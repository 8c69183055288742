import Type from "typebox";
import { defineSection } from "../model/section.ts";
import { mapOf } from "./map.ts";
import { policyDocument, documentOf, samePolicy } from "./policyDocument.ts";
import { tags, tagChanges, type Tags, tagsOf } from "./tags.ts";
import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { forEachOf, incredible, listAll, present } from "../aws/paging.ts";
import { waitFor } from "../aws/wait.ts";
import { type Address, address } from "../model/address.ts";
import { OrgsyncError } from "../model/errors.ts";
import { type JsonObject, sameJson } from "../model/json.ts";
import type { Kind, WriteContext } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { accountLane, type AccountIds, accountsOf } from "./account.ts";
import { assignment, assignmentsOf, assignmentsSection } from "./assignment.ts";
import { formatDuration, isoDuration } from "./duration.ts";
import { IDENTITY_CENTER, type IdentityCenterIds, identityCenterOf, instanceOf } from "./identityCenter.ts";
import { liveKey } from "./lookup.ts";
import { taken } from "./user.ts";

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
    "A policy of AWS is a name, such as AdministratorAccess or job-function/ViewOnlyAccess, or an ARN that starts with arn:aws:iam::aws:policy/",
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

export interface CustomerManagedPolicy {
  readonly name: string;
  readonly path: string;
}

export interface PermissionSetSpec {
  readonly name: string;
  readonly description: string | null;
  /** As the file writes it: `12h`, `90m`. */
  readonly sessionDuration: string;
  readonly relayState: string | null;
  /** Names (with their path) of AWS's policies, sorted. */
  readonly managedPolicies: readonly string[];
  /** Sorted by path and name. */
  readonly customerManagedPolicies: readonly CustomerManagedPolicy[];
  readonly inlinePolicy: JsonObject | null;
  readonly permissionsBoundary:
    | { readonly managedPolicy: string }
    | { readonly customerManagedPolicy: CustomerManagedPolicy }
    | null;
  readonly tags?: Tags | undefined;
  /** Keys of active accounts that still have an older version: an apply that did not finish, or a console edit. */
  readonly outdatedIn?: readonly string[];
}

export interface PermissionSetIds {
  readonly arn: string;
  /** In how many accounts somebody has it; looked up only where that decides whether it can be deleted. */
  readonly usedIn?: number;
}

export type PermissionSetResource = Resource<PermissionSetSpec, PermissionSetIds>;

export const permissionSetAddress = (key: string): Address => address("permissionSet", key);

export function permissionSetArn(live: Snapshot, key: string): string {
  const found = live.get(permissionSetAddress(key));
  if (found?.ids === undefined) throw new Error(`no permission set ${key}`);
  return (found.ids as unknown as PermissionSetIds).arn;
}

/** The permission sets that AWS Control Tower makes in every landing zone. */
const CONTROL_TOWER = new Set([
  "AWSAdministratorAccess",
  "AWSOrganizationsFullAccess",
  "AWSPowerUserAccess",
  "AWSReadOnlyAccess",
  "AWSServiceCatalogAdminFullAccess",
  "AWSServiceCatalogEndUserAccess",
]);

export const isControlTowerSet = (name: string): boolean => CONTROL_TOWER.has(name);

/** Fields that accounts get only when the set is provisioned to them again. */
const PROVISIONED: readonly (keyof PermissionSetSpec)[] = [
  "sessionDuration",
  "relayState",
  "managedPolicies",
  "customerManagedPolicies",
  "inlinePolicy",
  "permissionsBoundary",
  "outdatedIn",
];

const AWS_POLICY = "arn:aws:iam::aws:policy/";
const awsPolicyName = (text: string): string => (text.startsWith(AWS_POLICY) ? text.slice(AWS_POLICY.length) : text);
const awsPolicyArn = (name: string): string => (name.startsWith("arn:") ? name : AWS_POLICY + name);

export const permissionSet: Kind<PermissionSetSpec, PermissionSetIds, Aws> = {
  name: "permissionSet",
  title: "permission set",
  plural: "Permission sets",
  section: permissionSetsSection,
  ownsSection: true,
  needs: (config) =>
    permissionSetsSection.of(config) === undefined ? ["identityCenter"] : ["organization", "identityCenter", "account"],
  expected: { create: { calls: 2, seconds: 1 }, update: { calls: 3, seconds: 10 }, delete: { calls: 1, seconds: 1 } },

  desired({ config, problem }) {
    return Object.entries(permissionSetsSection.of(config) ?? {}).map(([key, entry]) => {
      const source = config.at(["permissionSets", key]);
      if (isControlTowerSet(entry.name ?? key)) {
        problem({
          code: "ORG0404",
          message: `permission set ${key} belongs to AWS Control Tower, which would overwrite what orgsync writes`,
          hint: "take it out of permissionSets:",
          source,
        });
      }
      const boundary = entry.permissionsBoundary;
      const spec: PermissionSetSpec = {
        name: entry.name ?? key,
        description: entry.description ?? null,
        sessionDuration: formatDuration(entry.sessionDuration ?? "1h"),
        relayState: entry.relayState ?? null,
        managedPolicies: (entry.managedPolicies ?? []).map(awsPolicyName).toSorted(),
        customerManagedPolicies: sortedPolicies((entry.customerManagedPolicies ?? []).map(withPath)),
        inlinePolicy: entry.inlinePolicy === undefined ? null : documentOf(entry.inlinePolicy, config),
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

  async read({ aws, config, managed, resources }) {
    const instance = identityCenterOf(await resources("identityCenter"));
    if (instance === undefined) return [];
    const sso = aws.ssoAdmin(instance.region);
    const entries = permissionSetsSection.of(config) ?? {};
    const keys = new Map(Object.entries(entries).map(([key, entry]) => [entry.name ?? key, key]));
    const arns = await listAll(
      sso.listPermissionSets,
      { InstanceArn: instance.instanceArn, MaxResults: 100 },
      "PermissionSets",
    );
    return forEachOf(arns, async (arn) => {
      const found = await describe(aws, instance, arn);
      const key = liveKey(keys, entries, found.name, arn);
      const resource = { address: permissionSetAddress(key), kind: "permissionSet", key, ids: { arn } };
      const entry = entries[key];
      // What is not in the file is left alone or deleted; its name is enough for both.
      if (!managed || entry === undefined) {
        const usedIn =
          managed && assignmentsSection.of(config) === undefined ? (await provisionedTo(aws, instance, arn)).length : 0;
        return { ...resource, spec: { ...found, ...NOTHING }, ids: { arn, usedIn } };
      }
      const [policies, outdatedIn, tags] = await Promise.all([
        readPolicies(aws, instance, arn),
        readOutdated(aws, instance, arn, resources("account")),
        entry.tags === undefined
          ? undefined
          : listAll(sso.listTagsForResource, { InstanceArn: instance.instanceArn, ResourceArn: arn }, "Tags"),
      ]);
      return {
        ...resource,
        spec: {
          ...found,
          ...policies,
          tags: tags === undefined ? undefined : tagsOf(tags, "ssoAdmin:ListTagsForResource"),
          outdatedIn,
        },
      };
    });
  },

  foreign({ key, spec, ids }, context) {
    if (isControlTowerSet(spec.name)) return "belongs to AWS Control Tower";
    if ((ids?.usedIn ?? 0) > 0) return "still assigned; an assignments: section would decide about that";
    const held = assignmentsOf(context.live).find(
      (one) => one.spec.permissionSet === key && assignment.foreign?.(one, context) !== undefined,
    );
    return held === undefined ? undefined : `still has the assignment ${held.label ?? held.key}, which is left alone`;
  },

  async create({ key, spec }, { aws, live }) {
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
        const arns = await listAll(
          sso.listPermissionSets,
          { InstanceArn: instance.instanceArn, MaxResults: 100 },
          "PermissionSets",
        );
        const sets = await forEachOf(arns, async (candidate) => ({
          candidate,
          name: (await describe(aws, instance, candidate)).name,
        }));
        return sets.find(({ name }) => name === spec.name)?.candidate;
      },
    });
    const before = adopted
      ? { ...(await describe(aws, instance, arn)), ...(await readPolicies(aws, instance, arn)) }
      : { ...spec, ...NOTHING };
    if (adopted && (!sameJson(describing(before), describing(spec)) || !sameJson(onlyPolicies(before), NOTHING)))
      throw taken(`permission set ${key}`);
    await writePolicies(aws, instance, arn, before, spec);
    return { arn };
  },

  async update(before, after, fields, context) {
    const { aws, live } = context;
    const instance = instanceOf(live);
    const { arn } = before.ids as PermissionSetIds;
    if (fields.some((field) => field === "description" || field === "sessionDuration" || field === "relayState")) {
      await describeAnew(aws, instance, arn, after);
    }
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
};

const NOTHING = {
  managedPolicies: [],
  customerManagedPolicies: [],
  inlinePolicy: null,
  permissionsBoundary: null,
} as const;

type Policies = Pick<PermissionSetSpec, keyof typeof NOTHING>;

const onlyPolicies = ({
  managedPolicies,
  customerManagedPolicies,
  inlinePolicy,
  permissionsBoundary,
}: Policies): Policies => ({
  managedPolicies,
  customerManagedPolicies,
  inlinePolicy,
  permissionsBoundary,
});

const withPath = ({
  name,
  path,
}: {
  readonly name: string;
  readonly path?: string | undefined;
}): CustomerManagedPolicy => ({ name, path: path ?? "/" });

const policyKey = ({ path, name }: CustomerManagedPolicy): string => path + name;

const sortedPolicies = (policies: readonly CustomerManagedPolicy[]): CustomerManagedPolicy[] =>
  policies.toSorted((left, right) => (policyKey(left) < policyKey(right) ? -1 : 1));

/** What CreatePermissionSet and UpdatePermissionSet take. AWS clears what is left out, so all three always go together. */
function describing(spec: Pick<PermissionSetSpec, "description" | "sessionDuration" | "relayState">) {
  return {
    SessionDuration: isoDuration(spec.sessionDuration),
    ...(spec.description === null ? {} : { Description: spec.description }),
    ...(spec.relayState === null ? {} : { RelayState: spec.relayState }),
  };
}

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

async function readPolicies(aws: Aws, { region, instanceArn }: IdentityCenterIds, arn: string): Promise<Policies> {
  const sso = aws.ssoAdmin(region);
  const set = { InstanceArn: instanceArn, PermissionSetArn: arn };
  const [managed, customer, inline, boundary] = await Promise.all([
    listAll(sso.listManagedPoliciesInPermissionSet, { ...set, MaxResults: 100 }, "AttachedManagedPolicies"),
    listAll(
      sso.listCustomerManagedPolicyReferencesInPermissionSet,
      { ...set, MaxResults: 100 },
      "CustomerManagedPolicyReferences",
    ),
    sso.getInlinePolicyForPermissionSet(set),
    readBoundary(aws, region, set),
  ]);
  return {
    managedPolicies: managed
      .map(({ Arn }) => awsPolicyName(present(Arn, "ssoAdmin:ListManagedPoliciesInPermissionSet", "Arn")))
      .toSorted(),
    customerManagedPolicies: sortedPolicies(
      customer.map(({ Name, Path }) => ({
        name: present(Name, "ssoAdmin:ListCustomerManagedPolicyReferencesInPermissionSet", "Name"),
        path: Path ?? "/",
      })),
    ),
    inlinePolicy: inline.InlinePolicy ? parsePolicy(inline.InlinePolicy) : null,
    permissionsBoundary: boundary,
  };
}

function parsePolicy(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    throw incredible("ssoAdmin:GetInlinePolicyForPermissionSet", "a policy that is not JSON");
  }
}

async function readBoundary(
  aws: Aws,
  region: string,
  set: { readonly InstanceArn: string; readonly PermissionSetArn: string },
): Promise<PermissionSetSpec["permissionsBoundary"]> {
  try {
    const { PermissionsBoundary } = await aws.ssoAdmin(region).getPermissionsBoundaryForPermissionSet(set);
    if (PermissionsBoundary?.ManagedPolicyArn !== undefined)
      return { managedPolicy: awsPolicyName(PermissionsBoundary.ManagedPolicyArn) };
    const reference = PermissionsBoundary?.CustomerManagedPolicyReference;
    if (PermissionsBoundary !== undefined && reference?.Name === undefined) {
      throw incredible("ssoAdmin:GetPermissionsBoundaryForPermissionSet", "a boundary without a policy");
    }
    return reference?.Name === undefined
      ? null
      : { customerManagedPolicy: { name: reference.Name, path: reference.Path ?? "/" } };
  } catch (error) {
    // AWS answers "not found" for a set without a boundary.
    if (error instanceof AwsError && error.kind === "missing") return null;
    throw error;
  }
}

/** Accounts that have the set because somebody is assigned it there. */
function provisionedTo(aws: Aws, { region, instanceArn }: IdentityCenterIds, arn: string): Promise<string[]> {
  const input = { InstanceArn: instanceArn, PermissionSetArn: arn, MaxResults: 100 };
  return listAll(aws.ssoAdmin(region).listAccountsForProvisionedPermissionSet, input, "AccountIds");
}

/** AWS fails to provision to an account that is not active, so such an account never counts as outdated. */
async function readOutdated(
  aws: Aws,
  { region, instanceArn }: IdentityCenterIds,
  arn: string,
  accounts: Promise<readonly Resource[]>,
): Promise<string[]> {
  const ids = await listAll(
    aws.ssoAdmin(region).listAccountsForProvisionedPermissionSet,
    {
      InstanceArn: instanceArn,
      PermissionSetArn: arn,
      ProvisioningStatus: "LATEST_PERMISSION_SET_NOT_PROVISIONED",
      MaxResults: 100,
    },
    "AccountIds",
  );
  return activeAmong(ids, await accounts).map(({ key }) => key);
}

function activeAmong(ids: readonly string[], accounts: readonly Resource[]): Resource[] {
  const wanted = new Set(ids);
  return accounts.filter(({ kind, ids: known }) => {
    const { id, state } = (known ?? {}) as unknown as Partial<AccountIds>;
    return kind === "account" && id !== undefined && wanted.has(id) && state === "ACTIVE";
  });
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

/** A boundary before what it bounds; what is added before what is taken away. */
async function writePolicies(
  aws: Aws,
  instance: IdentityCenterIds,
  arn: string,
  before: Policies,
  after: Policies,
): Promise<void> {
  const { region, instanceArn } = instance;
  const sso = aws.ssoAdmin(region);
  const set = { InstanceArn: instanceArn, PermissionSetArn: arn };
  const attach = async (
    what: string,
    isThere: (policies: Policies) => boolean,
    send: () => Promise<unknown>,
  ): Promise<void> => {
    const find = async (): Promise<true | undefined> => isThere(await readPolicies(aws, instance, arn)) || undefined;
    await createOnce<unknown>({ clock: aws.clock, what, create: send, find });
  };
  const boundary = after.permissionsBoundary;
  if (boundary !== null && !sameJson(before.permissionsBoundary, boundary)) {
    await sso.putPermissionsBoundaryToPermissionSet({
      ...set,
      PermissionsBoundary:
        "managedPolicy" in boundary
          ? { ManagedPolicyArn: awsPolicyArn(boundary.managedPolicy) }
          : { CustomerManagedPolicyReference: referenceTo(boundary.customerManagedPolicy) },
    });
  }
  if (after.inlinePolicy !== null && !samePolicy(before.inlinePolicy, after.inlinePolicy)) {
    await sso.putInlinePolicyToPermissionSet({ ...set, InlinePolicy: JSON.stringify(after.inlinePolicy) });
  }
  for (const name of after.managedPolicies.filter((one) => !before.managedPolicies.includes(one))) {
    await attach(
      `policy ${name}`,
      (policies) => policies.managedPolicies.includes(name),
      () => sso.attachManagedPolicyToPermissionSet({ ...set, ManagedPolicyArn: awsPolicyArn(name) }),
    );
  }
  const had = new Set(before.customerManagedPolicies.map(policyKey));
  const wanted = new Set(after.customerManagedPolicies.map(policyKey));
  for (const policy of after.customerManagedPolicies.filter((one) => !had.has(policyKey(one)))) {
    await attach(
      `policy ${policyKey(policy)}`,
      (policies) => policies.customerManagedPolicies.map(policyKey).includes(policyKey(policy)),
      () =>
        sso.attachCustomerManagedPolicyReferenceToPermissionSet({
          ...set,
          CustomerManagedPolicyReference: referenceTo(policy),
        }),
    );
  }
  for (const name of before.managedPolicies.filter((one) => !after.managedPolicies.includes(one))) {
    await ignoringMissing(sso.detachManagedPolicyFromPermissionSet({ ...set, ManagedPolicyArn: awsPolicyArn(name) }));
  }
  for (const policy of before.customerManagedPolicies.filter((one) => !wanted.has(policyKey(one)))) {
    await ignoringMissing(
      sso.detachCustomerManagedPolicyReferenceFromPermissionSet({
        ...set,
        CustomerManagedPolicyReference: referenceTo(policy),
      }),
    );
  }
  if (after.inlinePolicy === null && before.inlinePolicy !== null)
    await ignoringMissing(sso.deleteInlinePolicyFromPermissionSet(set));
  if (boundary === null && before.permissionsBoundary !== null)
    await ignoringMissing(sso.deletePermissionsBoundaryFromPermissionSet(set));
}

const referenceTo = ({ name, path }: CustomerManagedPolicy) => ({ Name: name, Path: path });

/** A thing that is gone already is what was wanted. */
async function ignoringMissing(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof AwsError && error.kind === "missing")) throw error;
  }
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

/** In milliseconds; AWS usually takes a few seconds an account. */
const PROVISIONING = { first: 2_000, longest: 10_000, timeout: 15 * 60_000 };

/**
 * Brings the set's new version to the accounts that have an older one: account by account, because AWS fails the call
 * for all accounts when one of them is not active, and not where this apply takes the set's last assignment away.
 */
async function provision(
  set: PermissionSetResource,
  arn: string,
  fields: readonly string[],
  { aws, live, desired, inLane, progress }: WriteContext<Aws>,
): Promise<void> {
  const { region, instanceArn } = instanceOf(live);
  const sso = aws.ssoAdmin(region);
  const edited = fields.some((field) => field !== "outdatedIn");
  const ids = await listAll(
    sso.listAccountsForProvisionedPermissionSet,
    {
      InstanceArn: instanceArn,
      PermissionSetArn: arn,
      MaxResults: 100,
      // Right after an edit every account is outdated, whether AWS shows it yet or not.
      ...(edited ? {} : { ProvisioningStatus: "LATEST_PERMISSION_SET_NOT_PROVISIONED" as const }),
    },
    "AccountIds",
  );
  const emptied = accountsLosing(set.key, live, desired);
  const accounts = activeAmong(ids, accountsOf(live) as unknown as Resource[]).filter(({ key }) => !emptied.has(key));
  let done = 0;
  const failures = await forEachOf(accounts, ({ key, ids: known }) =>
    inLane({ name: "provisioning", limit: 3 }, () =>
      inLane(accountLane(key), async () => {
        const { PermissionSetProvisioningStatus: begun } = await sso.provisionPermissionSet({
          InstanceArn: instanceArn,
          PermissionSetArn: arn,
          TargetType: "AWS_ACCOUNT",
          TargetId: (known as unknown as AccountIds).id,
        });
        const request = present(begun?.RequestId, "ssoAdmin:ProvisionPermissionSet", "RequestId");
        const ended =
          begun?.Status === "SUCCEEDED"
            ? begun
            : await waitFor({
                ...PROVISIONING,
                clock: aws.clock,
                what: `provisioning ${set.key} to ${key} (request ${request})`,
                look: async () => {
                  const { PermissionSetProvisioningStatus } = await aws
                    .settling()
                    .ssoAdmin(region)
                    .describePermissionSetProvisioningStatus({
                      InstanceArn: instanceArn,
                      ProvisionPermissionSetRequestId: request,
                    });
                  return present(
                    PermissionSetProvisioningStatus,
                    "ssoAdmin:DescribePermissionSetProvisioningStatus",
                    "Status",
                  );
                },
                done: ({ Status }) => Status === "SUCCEEDED" || Status === "FAILED",
              });
        progress(`provisioned to ${++done} of ${accounts.length} accounts`);
        return ended.Status === "FAILED"
          ? `${key}: ${ended.FailureReason ?? "no reason given"} (request ${request})`
          : undefined;
      }),
    ),
  );
  const failed = failures.filter((failure) => failure !== undefined);
  if (failed.length === 0) return;
  throw new OrgsyncError(
    "ORG0507",
    `permission set ${set.key} could not be provisioned to ${failed.length} of ${accounts.length} accounts: ${failed.join("; ")}`,
    {
      hint: "a policy of your own must exist in every account; correct that and run the same command again",
    },
  );
}

/** Accounts where this plan takes the set's last assignment away, and with it the role. */
function accountsLosing(set: string, live: Snapshot, desired: Snapshot): Set<string> {
  const accounts = (snapshot: Snapshot): Set<string> =>
    new Set(
      assignmentsOf(snapshot)
        .filter(({ spec }) => spec.permissionSet === set)
        .map(({ spec }) => spec.account),
    );
  const kept = accounts(desired);
  return new Set([...accounts(live)].filter((key) => !kept.has(key)));
}
