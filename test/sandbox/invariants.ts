import type { IdentityCenter, Organization, World } from "../../src/sandbox/index.ts";
import { isAwsManaged } from "../../src/sandbox/organizations/full-access.ts";
import { limitsOf } from "../../src/sandbox/organizations/policy-limits.ts";
import { attachedTo, policyOf, statusOf, targetIds } from "../../src/sandbox/organizations/policy-state.ts";

const scp = "SERVICE_CONTROL_POLICY";
const rcp = "RESOURCE_CONTROL_POLICY";

/** Everything in a world that must never be, whatever was asked for, each in a sentence. */
export function brokenInvariants({ organization, identityCenter }: World): string[] {
  return [
    ...(organization ? [...brokenTree(organization), ...brokenAccounts(organization)] : []),
    ...(organization ? [...brokenPolicies(organization), ...brokenAttachments(organization)] : []),
    ...(organization ? [...brokenTags(organization), ...brokenDelegations(organization)] : []),
    ...(identityCenter ? brokenCenter(identityCenter) : []),
  ];
}

function brokenTree({ root, units, accounts }: Organization): string[] {
  const isParent = (id: string): boolean => id === root.id || Object.hasOwn(units, id);
  const depthOf = (id: string): number => {
    let depth = 0;
    for (let at = id; at !== root.id && Object.hasOwn(units, at) && depth <= 6; at = units[at]!.parentId) depth += 1;
    return depth;
  };
  const lost = [...Object.values(units), ...Object.values(accounts)].filter(({ parentId }) => !isParent(parentId));
  const deep = Object.keys(units).filter((id) => depthOf(id) > 5);
  const names = Object.values(units).map(({ parentId, name }) => `${name} in ${parentId}`);
  return [
    ...lost.map(({ name, parentId }) => `${name} is in ${parentId}, which is not there`),
    ...deep.map((id) => `the unit ${units[id]!.name} lies deeper than five units`),
    ...twice(names).map((name) => `two units are called ${name}`),
  ];
}

function brokenAccounts({ accounts, managementAccountId }: Organization): string[] {
  const all = Object.values(accounts);
  const management = accounts[managementAccountId];
  return [
    ...(management ? [] : ["the management account is not in its organization"]),
    ...(management && management.state !== "ACTIVE" ? [`the management account is ${management.state}`] : []),
    ...twice(all.map(({ email }) => email.toLowerCase())).map((email) => `two accounts have the address ${email}`),
  ];
}

function brokenPolicies(organization: Organization): string[] {
  const { policies = {}, root } = organization;
  const own = Object.values(policies);
  const names = ["FullAWSAccess", "RCPFullAWSAccess", ...own.map(({ name }) => name)];
  const tooLong = own.filter(({ type, content }) => [...content].length > limitsOf(type).size);
  const types = root.policyTypes.map(({ Type }) => Type);
  return [
    ...Object.keys(policies)
      .filter(isAwsManaged)
      .map((id) => `the organization has a policy with the id of AWS's ${id}`),
    ...twice(names).map((name) => `two policies are called ${name}`),
    ...tooLong.map(({ name }) => `the policy ${name} is longer than its type allows`),
    ...twice(types).map((type) => `the type ${type} is in the root twice`),
  ];
}

function brokenAttachments(organization: Organization): string[] {
  const { attachments, root, featureSet } = organization;
  const targets = targetIds(organization);
  const known = new Set(targets);
  const strays = Object.keys(attachments).filter((id) => !known.has(id));
  const onTarget = (id: string): string[] => {
    const ids = attachments[id] ?? [];
    const unknown = ids.filter((policyId) => !policyOf(organization, policyId));
    // What AWS attaches at birth stays written down where policies do not count at all.
    const idle = ids.filter((policyId) => {
      const type = policyOf(organization, policyId)?.type;
      return featureSet === "ALL" && type !== undefined && !isInForce(organization, type) && !isAwsManaged(policyId);
    });
    const crowded = root.policyTypes.filter(
      ({ Type }) => attachedTo(organization, id, Type).length > limitsOf(Type).perTarget,
    );
    const resourcePolicies = attachedTo(organization, id, rcp).map(({ name }) => name);
    return [
      ...unknown.map((policyId) => `${id} has the policy ${policyId} attached, which is not there`),
      ...twice(ids).map((policyId) => `${id} has the policy ${policyId} attached twice`),
      ...idle.map((policyId) => `${id} has the policy ${policyId} attached, whose type is not enabled`),
      ...crowded.map(({ Type }) => `${id} has more policies of type ${Type} than it has room for`),
      ...(isInForce(organization, scp) && attachedTo(organization, id, scp).length === 0
        ? [`${id} has no service control policy`]
        : []),
      ...(isInForce(organization, rcp) && !resourcePolicies.includes("RCPFullAWSAccess")
        ? [`${id} has lost RCPFullAWSAccess`]
        : []),
    ];
  };
  return [...strays.map((id) => `${id} has policies attached, and is not there`), ...targets.flatMap(onTarget)];
}

function isInForce(organization: Organization, type: string): boolean {
  return ["ENABLED", "PENDING_DISABLE"].includes(statusOf(organization, type) ?? "");
}

function brokenTags(organization: Organization): string[] {
  const { tags, policies = {}, resourcePolicy } = organization;
  const taggable = new Set([...targetIds(organization), ...Object.keys(policies), resourcePolicy?.id]);
  return Object.entries(tags).flatMap(([id, own]) => {
    const keys = Object.keys(own);
    return [
      ...(taggable.has(id) ? [] : [`${id} has tags, and is not there`]),
      ...(keys.length > 50 ? [`${id} has more than 50 tags`] : []),
      ...keys.filter((key) => /^aws:/i.test(key)).map((key) => `${id} has the tag ${key}, which is AWS's to give`),
    ];
  });
}

function brokenDelegations({ delegatedAdministrators = {}, accounts, managementAccountId }: Organization): string[] {
  const ids = Object.keys(delegatedAdministrators);
  return [
    ...ids
      .filter((id) => !Object.hasOwn(accounts, id))
      .map((id) => `${id} is a delegated administrator, and is not there`),
    ...ids.filter((id) => id === managementAccountId).map(() => "the management account is a delegated administrator"),
  ];
}

function brokenCenter(center: IdentityCenter): string[] {
  const { users, groups, memberships, assignments, permissionSets } = center;
  const pairs = Object.values(memberships).map(({ groupId, userId }) => `${userId} in ${groupId}`);
  const astray = Object.values(memberships).filter(
    ({ groupId, userId }) => !Object.hasOwn(groups, groupId) || !Object.hasOwn(users, userId),
  );
  const sets = Object.values(permissionSets).map(({ name }) => name);
  const unset = Object.values(assignments).filter(
    ({ permissionSetArn }) => !Object.hasOwn(permissionSets, permissionSetArn),
  );
  return [
    ...twice(Object.values(users).map(({ userName }) => userName.toLowerCase())).map(
      (name) => `two users are called ${name}`,
    ),
    ...twice(Object.values(groups).map(({ displayName }) => displayName.toLowerCase())).map(
      (name) => `two groups are called ${name}`,
    ),
    ...twice(sets).map((name) => `two permission sets are called ${name}`),
    ...twice(pairs).map((pair) => `there are two memberships of ${pair}`),
    ...astray.map(({ id }) => `the membership ${id} is of a user or group that is not there`),
    ...unset.map(({ accountId }) => `a permission set that is not there is assigned in ${accountId}`),
  ];
}

/** What comes more than once. */
function twice(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(names.filter((name) => seen.has(name) || !seen.add(name)))];
}
