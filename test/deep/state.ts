import type { PermissionSet, World } from "../../src/sandbox/index.ts";
import { policyOf } from "../../src/sandbox/organizations/policy-state.ts";

/** One thing in a world, in orgsync's words: the address that a plan has for it, and all that a file can say of it. */
export interface Thing {
  readonly address: string;
  readonly value: string;
}

/** The file's word for a thing, by its kind, its name in AWS (a unit's path, an invitation's target) and its id. */
export type Names = (kind: string, name: string, id: string) => string;

/** An account that is being closed will be, whenever AWS gets there. */
const settled = (state: string): string => (state === "PENDING_CLOSURE" ? "CLOSED" : state);

const asInAws: Names = (_, name) => name;

/**
 * Everything in a world, by the identifiers that AWS gave it. What counts is compared by value, so that one look before
 * a call and one after it show what the call did.
 */
export function thingsIn(world: World, names: Names = asInAws): Map<string, Thing> {
  const things = new Map<string, Thing>();
  const add = (id: string, parts: readonly string[], value: unknown): void => {
    things.set(id, { address: addressOf(parts), value: JSON.stringify(value) });
  };
  const { organization, identityCenter } = world;
  const account = (id: string): string => {
    const found = organization?.accounts[id];
    return found === undefined ? id : names("account", found.name, id);
  };

  if (organization !== null) {
    const { root, units, accounts, policies = {}, attachments, tags, serviceAccess } = organization;
    const path = (id: string): string => {
      const unit = units[id];
      if (unit === undefined) return "root";
      const parent = path(unit.parentId);
      return names("organizationalUnit", parent === "root" ? unit.name : `${parent}/${unit.name}`, id);
    };
    const policy = (id: string): string => names("policy", policyOf(organization, id)?.name ?? id, id);
    const target = (id: string): string => (accounts[id] === undefined ? path(id) : `account:${account(id)}`);
    add(organization.id, ["organization"], organization.featureSet);
    for (const { id, name, parentId } of Object.values(units))
      add(id, ["organizationalUnit", path(id)], { name, parentId, tags: sorted(tags[id] ?? {}) });
    for (const { id, name, email, parentId, state } of Object.values(accounts)) {
      add(id, ["account", account(id)], { name, email, parentId, state: settled(state), tags: sorted(tags[id] ?? {}) });
    }
    for (const { Type, Status } of root.policyTypes) add(`type ${Type}`, ["policyType", Type], Status);
    for (const { id, name, type, description, content } of Object.values(policies))
      add(id, ["policy", policy(id)], { name, type, description, content, tags: sorted(tags[id] ?? {}) });
    for (const [targetId, ids] of Object.entries(attachments)) {
      for (const id of ids) add(`${id} on ${targetId}`, ["policyAttachment", policy(id), target(targetId)], null);
    }
    for (const service of Object.keys(serviceAccess)) add(`service ${service}`, ["trustedService", service], null);
    for (const [id, services] of Object.entries(organization.delegatedAdministrators ?? {})) {
      for (const service of Object.keys(services))
        add(`${id} administers ${service}`, ["delegatedAdministrator", service, account(id)], null);
    }
    if (organization.resourcePolicy !== undefined) {
      const { id, content } = organization.resourcePolicy;
      add(id, ["resourcePolicy"], { content, tags: sorted(tags[id] ?? {}) });
    }
    for (const feature of organization.rootAccess ?? []) {
      const key = feature === "RootSessions" ? "sessions" : "credentialsManagement";
      add(`feature ${feature}`, ["rootAccess", key], null);
    }
    for (const { id, state, target: to, tags: given } of Object.values(organization.invitations ?? {}))
      add(id, ["invitation", names("invitation", to.id, id)], { state, tags: sorted(given) });
  }

  for (const [id, contacts] of Object.entries(world.alternateContacts ?? {})) {
    for (const [type, contact] of Object.entries(contacts))
      add(`${type} of ${id}`, ["alternateContact", account(id), type.toLowerCase()], contact);
  }

  if (identityCenter !== null) {
    const { users, groups, memberships, permissionSets, assignments, provisioned } = identityCenter;
    const user = (id: string): string => names("user", users[id]?.userName ?? id, id);
    const group = (id: string): string => groups[id]?.displayName ?? id;
    const set = (arn: string): string => permissionSets[arn]?.name ?? arn;
    for (const { id, userName, attributes, externalIds, status } of Object.values(users))
      add(id, ["user", user(id)], { userName, attributes, externalIds, status });
    for (const { id, displayName, description, externalIds } of Object.values(groups))
      add(id, ["group", displayName], { description, externalIds });
    for (const { id, groupId, userId } of Object.values(memberships))
      add(id, ["membership", group(groupId), user(userId)], null);
    for (const { arn, name, createdAt: _, revision: __, ...rest } of Object.values(permissionSets))
      add(arn, ["permissionSet", name], { ...rest, ...listsOf(rest), tags: sorted(rest.tags) });
    for (const [id, { accountId, permissionSetArn, principalType, principalId }] of Object.entries(assignments)) {
      const principal = principalType === "USER" ? `user/${user(principalId)}` : `group/${group(principalId)}`;
      add(id, ["assignment", principal, set(permissionSetArn), account(accountId)], null);
    }
    for (const [accountId, sets] of Object.entries(provisioned)) {
      for (const [arn, { revision }] of Object.entries(sets)) {
        const outdated = revision !== permissionSets[arn]?.revision;
        add(`${arn} in ${accountId}`, ["provisioned", set(arn), account(accountId)], { outdated });
      }
    }
    if (identityCenter.accessControlAttributes !== undefined)
      add("attributes", ["accessControlAttributes"], identityCenter.accessControlAttributes);
  }
  return things;
}

/** AWS keeps the order in which they were attached, which means nothing. */
const listsOf = ({ managedPolicies, customerManagedPolicies }: Lists) => ({
  managedPolicies: managedPolicies.map(({ arn }) => arn).toSorted(),
  customerManagedPolicies: customerManagedPolicies.map(({ name, path }) => `${path} ${name}`).toSorted(),
});
type Lists = Pick<PermissionSet, "managedPolicies" | "customerManagedPolicies">;

const sorted = (tags: Readonly<Record<string, string>>) =>
  Object.entries(tags).toSorted(([left], [right]) => (left < right ? -1 : 1));

const addressOf = (parts: readonly string[]): string =>
  parts.map((part, index) => (index === 0 ? part : part.replaceAll("%", "%25").replaceAll(":", "%3A"))).join(":");

/**
 * A world without what differs from run to run: identifiers, times and the order of things. Two worlds that say the
 * same are the same to everybody who uses them.
 */
export function stateOf(world: World, names?: Names): string[] {
  const things = thingsIn(world, names);
  const place = (id: string): string => things.get(id)?.address ?? "root";
  return [...things.values()]
    .map(({ address, value }) => {
      const named = value.replace(/"parentId":"([^"]*)"/, (_, id: string) => `"parentId":"${place(id)}"`);
      return `${address} ${named}`;
    })
    .toSorted();
}
