import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { forEachOf, incredible, listAll, present } from "../aws/paging.ts";
import type { Address } from "../model/address.ts";
import type { Change } from "../model/plan.ts";
import type { Snapshot } from "../model/resource.ts";
import { accountsOf } from "./account.ts";
import { ADMINISTRATOR, allowsEverything, DENIES, statementsOf } from "./allowance.ts";
import type { AssignmentSpec } from "./assignment.ts";
import { signedInCaller } from "./caller.ts";
import { groupAddress } from "./group.ts";
import { type IdentityCenterIds, identityCenterOf } from "./identityCenter.ts";
import type { MembershipSpec } from "./membership.ts";
import { organizationOf } from "./organization.ts";
import { permissionSetAddress } from "./permissionSet.ts";
import { samePolicy } from "./policyDocument.ts";
import { type Policies, readPolicies } from "./permissionSetPolicies.ts";
import { userAddress } from "./user.ts";

/** Who reaches one account, and with what. Whoever is nobody any more reaches nothing. */
export interface AccountAccess {
  /** The account's key. */
  readonly account: string;
  readonly grants: readonly Grant[];
  /** Users by the groups that have a grant. */
  readonly members: ReadonlyMap<Address, readonly Address[]>;
  readonly policies: ReadonlyMap<Address, Policies>;
  /** Users who cannot sign in. */
  readonly disabled: ReadonlySet<Address>;
}

interface Grant {
  /** Of a user or a group. */
  readonly principal: Address;
  readonly permissionSet: Address;
}

/** Access that must not be lost. */
export interface LiveAccess {
  readonly management: AccountAccess;
  /** The caller's own way in, when it is a person signed in through Identity Center. */
  readonly own: OwnAccess | undefined;
}

export interface OwnAccess {
  readonly access: AccountAccess;
  readonly user: Address;
  readonly permissionSet: Address;
}

/** Reads it now. Undefined while there is no organization, or no Identity Center. */
export async function readLiveAccess(aws: Aws, live: Snapshot): Promise<LiveAccess | undefined> {
  const organization = organizationOf(live);
  const instance = identityCenterOf(live);
  if (organization === undefined || instance === undefined) return undefined;
  const management = await readAccountAccess(aws, live, instance, organization.managementAccountId);
  const caller = signedInCaller(live);
  if (caller === undefined) return { management, own: undefined };
  const all = [...live.values()];
  const user = all.find(({ kind, spec }) => kind === "user" && sameName(spec["userName"], caller.userName));
  const set = all.find(({ kind, spec }) => kind === "permissionSet" && spec["name"] === caller.permissionSetName);
  return {
    management,
    own: {
      access:
        caller.accountId === organization.managementAccountId
          ? management
          : await readAccountAccess(aws, live, instance, caller.accountId),
      user: user?.address ?? userAddress(caller.userName),
      permissionSet: set?.address ?? permissionSetAddress(caller.permissionSetName),
    },
  };
}

/** Identity Center tells user names apart without regard to letter case. */
const sameName = (left: unknown, right: string): boolean =>
  typeof left === "string" && left.toLowerCase() === right.toLowerCase();

/**
 * Reads who reaches an account now, whatever of it org.yaml decides about. What the snapshot has goes by its keys
 * there, everything else by its name in AWS.
 */
async function readAccountAccess(
  aws: Aws,
  live: Snapshot,
  instance: IdentityCenterIds,
  id: string,
): Promise<AccountAccess> {
  const account = accountsOf(live).find(({ ids }) => ids?.id === id)?.key ?? id;
  const sso = aws.ssoAdmin(instance.region);
  const inAccount = { InstanceArn: instance.instanceArn, AccountId: id };
  const arns = await listAll(
    sso.listPermissionSetsProvisionedToAccount,
    { ...inAccount, MaxResults: 100 },
    "PermissionSets",
  );
  const names = namesOf(aws, instance, live);
  const policies = new Map<Address, Policies>();
  const groups = new Map<Address, string>();
  const grants = await forEachOf(arns, async (arn) => {
    const permissionSet = await names.permissionSet(arn);
    // Gone since it was listed.
    const found = permissionSet && (await unlessMissing(readPolicies(aws, instance, arn)));
    if (permissionSet === undefined || found === undefined) return [];
    policies.set(permissionSet, found);
    const rows = await listAll(
      sso.listAccountAssignments,
      { ...inAccount, PermissionSetArn: arn, MaxResults: 100 },
      "AccountAssignments",
    );
    return forEachOf(rows, async ({ PrincipalType: type, PrincipalId }) => {
      const principalId = present(PrincipalId, "ssoAdmin:ListAccountAssignments", "PrincipalId");
      if (type !== "USER" && type !== "GROUP")
        throw incredible("ssoAdmin:ListAccountAssignments", `the principal type ${String(type)}`);
      const principal = await (type === "GROUP" ? names.group(principalId) : names.user(principalId));
      if (principal === undefined) return [];
      if (type === "GROUP") groups.set(principal, principalId);
      return [{ principal, permissionSet }];
    });
  });
  const members = await forEachOf(
    [...groups],
    async ([group, groupId]) => [group, await names.membersOf(groupId)] as const,
  );
  return { account, grants: grants.flat(2), members: new Map(members), policies, disabled: names.disabled };
}

const isGroup = (principal: Address): boolean => principal.startsWith("group:");

/** Looks ids up, each once, in the snapshot first; whether a user can sign in only AWS knows. */
function namesOf(aws: Aws, instance: IdentityCenterIds, live: Snapshot) {
  const store = aws.asking().identityStore(instance.region);
  const inStore = { IdentityStoreId: instance.identityStoreId };
  const known = new Map<unknown, Address>();
  for (const { kind, ids, address } of live.values()) {
    if (kind === "user" || kind === "group") known.set(ids?.["id"], address);
    if (kind === "permissionSet") known.set(ids?.["arn"], address);
  }
  const disabled = new Set<Address>();
  const lookUpUser = async (id: string): Promise<Address | undefined> => {
    const found = await unlessMissing(store.describeUser({ ...inStore, UserId: id }));
    if (found === undefined) return undefined;
    const operation = "identityStore:DescribeUser";
    const address = known.get(id) ?? userAddress(present(found.UserName, operation, "UserName"));
    const { UserStatus: status = "ENABLED" } = found;
    if (status !== "ENABLED" && status !== "DISABLED")
      throw incredible(operation, `the unknown user status ${String(status)}`);
    if (status === "DISABLED") disabled.add(address);
    return address;
  };
  const users = new Map<string, Promise<Address | undefined>>();
  const user = (id: string): Promise<Address | undefined> => {
    const found = users.get(id) ?? lookUpUser(id);
    users.set(id, found);
    return found;
  };
  return {
    disabled,
    user,
    async group(id: string): Promise<Address | undefined> {
      const there = known.get(id);
      if (there !== undefined) return there;
      const found = await unlessMissing(store.describeGroup({ ...inStore, GroupId: id }));
      return found && groupAddress(present(found.DisplayName, "identityStore:DescribeGroup", "DisplayName"));
    },
    async membersOf(id: string): Promise<Address[]> {
      const listed = await listAll(
        store.listGroupMemberships,
        { ...inStore, GroupId: id, MaxResults: 100 },
        "GroupMemberships",
      );
      const found = await forEachOf(listed, ({ MemberId }) =>
        user(present(MemberId?.UserId, "identityStore:ListGroupMemberships", "MemberId")),
      );
      return found.filter((address) => address !== undefined);
    },
    async permissionSet(arn: string): Promise<Address | undefined> {
      const there = known.get(arn);
      if (there !== undefined) return there;
      const set = { InstanceArn: instance.instanceArn, PermissionSetArn: arn };
      const found = await unlessMissing(aws.ssoAdmin(instance.region).describePermissionSet(set));
      return (
        found && permissionSetAddress(present(found.PermissionSet?.Name, "ssoAdmin:DescribePermissionSet", "Name"))
      );
    },
  };
}

async function unlessMissing<T>(look: Promise<T>): Promise<T | undefined> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof AwsError && error.kind === "missing") return undefined;
    throw error;
  }
}

/** What a change makes of the access to an account. Pure. */
export function accessAfter(access: AccountAccess, { address, kind, action, before, after }: Change): AccountAccess {
  const spec = after ?? before;
  switch (kind) {
    case "assignment": {
      const { principalType, principal, permissionSet, account } = spec as unknown as AssignmentSpec;
      if (account !== access.account) return access;
      const grant = {
        principal: principalType === "user" ? userAddress(principal) : groupAddress(principal),
        permissionSet: permissionSetAddress(permissionSet),
      };
      const others = access.grants.filter((one) => !isSame(one, grant));
      return { ...access, grants: action === "delete" ? others : [...others, grant] };
    }
    case "membership": {
      const { group, user } = spec as unknown as MembershipSpec;
      const others = (access.members.get(groupAddress(group)) ?? []).filter((one) => one !== userAddress(user));
      const now = action === "delete" ? others : [...others, userAddress(user)];
      return { ...access, members: new Map(access.members).set(groupAddress(group), now) };
    }
    case "permissionSet":
      return action === "delete"
        ? { ...access, grants: access.grants.filter(({ permissionSet }) => permissionSet !== address) }
        : { ...access, policies: new Map(access.policies).set(address, spec as unknown as Policies) };
    case "user":
    case "group":
      if (action !== "delete") return access;
      return {
        ...access,
        grants: access.grants.filter(({ principal }) => principal !== address),
        members: new Map(
          [...access.members].map(([group, users]) => [group, users.filter((user) => user !== address)]),
        ),
      };
    default:
      return access;
  }
}

const isSame = (left: Grant, right: Grant): boolean =>
  left.principal === right.principal && left.permissionSet === right.permissionSet;

/** Whether a change takes something away that access may hang on. */
export function takesAccess({ kind, action }: Change): boolean {
  if (kind === "permissionSet") return action !== "create";
  return action === "delete" && ["assignment", "membership", "user", "group"].includes(kind);
}

/** Whether the access to an account hangs on what a change takes away. */
export function hangsOn({ account, grants, members, policies }: AccountAccess, change: Change): boolean {
  if (!takesAccess(change)) return false;
  const { kind, address, before } = change;
  switch (kind) {
    case "assignment":
      return before?.["account"] === account;
    case "membership":
      return members.has(groupAddress((before as unknown as MembershipSpec).group));
    case "permissionSet":
      return policies.has(address);
    default:
      return (
        grants.some(({ principal }) => principal === address) ||
        [...members.values()].some((users) => users.includes(address))
      );
  }
}

/** The users who can sign in and reach the account with a permission set that counts. */
export function peopleWith(
  { grants, members, disabled }: AccountAccess,
  counts: (permissionSet: Address) => boolean,
): Set<Address> {
  const people = grants
    .filter(({ permissionSet }) => counts(permissionSet))
    .flatMap(({ principal }) => (isGroup(principal) ? (members.get(principal) ?? []) : [principal]));
  return new Set(people.filter((user) => !disabled.has(user)));
}

/**
 * The people with AdministratorAccess, or as much. What limits a permission set counts only where it is new since
 * `start`: nobody knows from outside what a policy of the account's own denies, but with what was there it worked.
 */
export function administrators(access: AccountAccess, start: AccountAccess): Set<Address> {
  return peopleWith(access, (permissionSet) => {
    const policies = access.policies.get(permissionSet);
    const before = start.policies.get(permissionSet);
    return policies !== undefined && allowsEverything(policies) && !isNarrower(policies, before);
  });
}

/** Whether something limits it that did not limit it before. */
function isNarrower(policies: Policies, before: Policies | undefined): boolean {
  const had = new Set(before === undefined ? [] : limitsIn(before));
  const refusedBefore = before === undefined ? [] : denialsIn(before);
  return (
    limitsIn(policies).some((limit) => !had.has(limit)) ||
    denialsIn(policies).some((one) => !refusedBefore.some((other) => samePolicy(one, other)))
  );
}

function limitsIn({ managedPolicies, customerManagedPolicies, permissionsBoundary }: Policies): string[] {
  const boundary = JSON.stringify(permissionsBoundary);
  return [
    ...(boundary === "null" || boundary === JSON.stringify({ managedPolicy: ADMINISTRATOR }) ? [] : [boundary]),
    ...customerManagedPolicies.map(({ path, name }) => path + name),
    ...managedPolicies.filter((name) => DENIES.test(name)),
  ];
}

/** Each as a policy of its own, so that they can be compared. */
const denialsIn = ({ inlinePolicy }: Policies): object[] =>
  statementsOf(inlinePolicy)
    .filter((one) => one["Effect"] !== "Allow")
    .map((one) => ({ Statement: [one] }));
