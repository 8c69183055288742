import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { incredible, listAll, present } from "../aws/paging.ts";
import { type JsonObject, sameJson } from "../model/json.ts";
import type { IdentityCenterIds } from "./identityCenter.ts";
import { samePolicy } from "./policyDocument.ts";

export interface CustomerManagedPolicy {
  readonly name: string;
  readonly path: string;
}

/** What a permission set allows, and at most can allow. */
export interface Policies {
  /** Names (with their path) of AWS's policies, sorted. */
  readonly managedPolicies: readonly string[];
  /** Sorted by path and name. */
  readonly customerManagedPolicies: readonly CustomerManagedPolicy[];
  readonly inlinePolicy: JsonObject | null;
  readonly permissionsBoundary:
    | { readonly managedPolicy: string }
    | { readonly customerManagedPolicy: CustomerManagedPolicy }
    | null;
}

export const NOTHING: Policies = {
  managedPolicies: [],
  customerManagedPolicies: [],
  inlinePolicy: null,
  permissionsBoundary: null,
};

export const onlyPolicies = ({
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

const AWS_POLICY = "arn:aws:iam::aws:policy/";
export const awsPolicyName = (text: string): string =>
  text.startsWith(AWS_POLICY) ? text.slice(AWS_POLICY.length) : text;
const awsPolicyArn = (name: string): string => (name.startsWith("arn:") ? name : AWS_POLICY + name);

export const withPath = ({
  name,
  path,
}: {
  readonly name: string;
  readonly path?: string | undefined;
}): CustomerManagedPolicy => ({ name, path: path ?? "/" });

/** As the file says it: left out, the path is /. */
export const withoutPath = ({ name, path }: CustomerManagedPolicy): { name: string; path?: string } =>
  path === "/" ? { name } : { name, path };

const policyKey = ({ path, name }: CustomerManagedPolicy): string => path + name;

export const sortedPolicies = (policies: readonly CustomerManagedPolicy[]): CustomerManagedPolicy[] =>
  policies.toSorted((left, right) => (policyKey(left) < policyKey(right) ? -1 : 1));

export async function readPolicies(
  aws: Aws,
  { region, instanceArn }: IdentityCenterIds,
  arn: string,
): Promise<Policies> {
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
): Promise<Policies["permissionsBoundary"]> {
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

/** A boundary before what it bounds; what is added before what is taken away. */
export async function writePolicies(
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
  const changes = policyChanges(before, after);
  const total = before.managedPolicies.length + before.customerManagedPolicies.length;
  // What is added comes before what is taken away, as far as AWS has slots for both.
  const early = Math.max(0, total + changes.added.length - MOST_POLICIES);
  const detach = ({ managed, own }: AttachedPolicy): Promise<void> =>
    ignoringMissing(
      own === undefined
        ? sso.detachManagedPolicyFromPermissionSet({ ...set, ManagedPolicyArn: awsPolicyArn(managed) })
        : sso.detachCustomerManagedPolicyReferenceFromPermissionSet({
            ...set,
            CustomerManagedPolicyReference: referenceTo(own),
          }),
    );
  for (const policy of changes.gone.slice(0, early)) await detach(policy);
  for (const { managed, own } of changes.added) {
    if (own === undefined)
      await attach(
        `policy ${managed}`,
        ({ managedPolicies }) => managedPolicies.includes(managed),
        () => sso.attachManagedPolicyToPermissionSet({ ...set, ManagedPolicyArn: awsPolicyArn(managed) }),
      );
    else
      await attach(
        `policy ${policyKey(own)}`,
        ({ customerManagedPolicies }) => customerManagedPolicies.map(policyKey).includes(policyKey(own)),
        () =>
          sso.attachCustomerManagedPolicyReferenceToPermissionSet({
            ...set,
            CustomerManagedPolicyReference: referenceTo(own),
          }),
      );
  }
  for (const policy of changes.gone.slice(early)) await detach(policy);
  if (after.inlinePolicy === null && before.inlinePolicy !== null)
    await ignoringMissing(sso.deleteInlinePolicyFromPermissionSet(set));
  if (boundary === null && before.permissionsBoundary !== null)
    await ignoringMissing(sso.deletePermissionsBoundaryFromPermissionSet(set));
}

/** Policies of AWS and of one's own together. IAM Identity Center limits page. */
const MOST_POLICIES = 25;

/** A policy of AWS by name, or one of one's own. */
type AttachedPolicy =
  | { readonly managed: string; readonly own?: undefined }
  | { readonly managed?: undefined; readonly own: CustomerManagedPolicy };

function policyChanges(before: Policies, after: Policies): { added: AttachedPolicy[]; gone: AttachedPolicy[] } {
  const beyond = (some: Policies, others: Policies): AttachedPolicy[] => {
    const own = new Set(others.customerManagedPolicies.map(policyKey));
    return [
      ...some.managedPolicies.filter((name) => !others.managedPolicies.includes(name)).map((managed) => ({ managed })),
      ...some.customerManagedPolicies
        .filter((policy) => !own.has(policyKey(policy)))
        .map((policy) => ({ own: policy })),
    ];
  };
  return { added: beyond(after, before), gone: beyond(before, after) };
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
