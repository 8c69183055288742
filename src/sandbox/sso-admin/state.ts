import type { Assignment, IdentityCenter, PermissionSet, SsoRequest } from "../world.ts";

/**
 * What would otherwise take a scan of thousands of records on each call. Kept beside the world, which stays plain data;
 * built when an instance is first seen and kept up by the functions below, the only ones that write permission sets,
 * assignments, what is provisioned and requests.
 */
interface Index {
  /** Permission set ARNs by name. */
  readonly names: Map<string, string>;
  /** Keys of assignments by principal, by account and set, and by set. */
  readonly byPrincipal: Map<string, Set<string>>;
  readonly byPair: Map<string, Set<string>>;
  readonly bySet: Map<string, Set<string>>;
  /** Accounts that have a set, by its ARN. */
  readonly accounts: Map<string, Set<string>>;
  /** Ids of requests, by action and in order, and those that have not ended. */
  readonly requests: Map<SsoRequest["action"], Set<string>>;
  readonly running: Set<string>;
}

const indexes = new WeakMap<IdentityCenter, Index>();

function indexOf(center: IdentityCenter): Index {
  let index = indexes.get(center);
  if (!index) {
    index = {
      names: new Map(),
      byPrincipal: new Map(),
      byPair: new Map(),
      bySet: new Map(),
      accounts: new Map(),
      requests: new Map(),
      running: new Set(),
    };
    indexes.set(center, index);
    for (const { name, arn } of Object.values(center.permissionSets)) index.names.set(name, arn);
    for (const assignment of Object.values(center.assignments)) enterAssignment(index, assignment);
    for (const [accountId, sets] of Object.entries(center.provisioned)) {
      for (const arn of Object.keys(sets)) add(index.accounts, arn, accountId);
    }
    for (const request of Object.values(center.requests)) enterRequest(index, request);
  }
  return index;
}

/** The permission set of that name. */
export function permissionSetNamed(center: IdentityCenter, name: string): PermissionSet | undefined {
  const arn = indexOf(center).names.get(name);
  return arn === undefined ? undefined : center.permissionSets[arn];
}

export function addPermissionSet(center: IdentityCenter, set: PermissionSet): void {
  const index = indexOf(center);
  center.permissionSets[set.arn] = set;
  index.names.set(set.name, set.arn);
}

/** Removes a set from the instance and from the accounts that still have it. */
export function removePermissionSet(center: IdentityCenter, set: PermissionSet): void {
  for (const accountId of accountsWith(center, set.arn)) unprovision(center, accountId, set.arn);
  indexOf(center).names.delete(set.name);
  delete center.permissionSets[set.arn];
}

/** The key under which an assignment is kept. */
function assignmentKey({ accountId, permissionSetArn, principalType, principalId }: Assignment): string {
  return `${accountId} ${permissionSetArn} ${principalType} ${principalId}`;
}

export function hasAssignment(center: IdentityCenter, assignment: Assignment): boolean {
  return Object.hasOwn(center.assignments, assignmentKey(assignment));
}

export function addAssignment(center: IdentityCenter, assignment: Assignment): void {
  const index = indexOf(center);
  center.assignments[assignmentKey(assignment)] = assignment;
  enterAssignment(index, assignment);
}

export function removeAssignment(center: IdentityCenter, assignment: Assignment): void {
  const { byPrincipal, byPair, bySet } = indexOf(center);
  const key = assignmentKey(assignment);
  byPrincipal.get(principalKey(assignment))?.delete(key);
  byPair.get(pairKey(assignment))?.delete(key);
  bySet.get(assignment.permissionSetArn)?.delete(key);
  delete center.assignments[key];
}

/** What is assigned to a principal itself, oldest first. */
export function assignmentsOf(center: IdentityCenter, principal: Pick<Assignment, "principalType" | "principalId">) {
  return withKeys(center, indexOf(center).byPrincipal.get(principalKey(principal)));
}

/** Who a set is assigned to in an account, oldest first. */
export function assignmentsOn(center: IdentityCenter, pair: Pick<Assignment, "accountId" | "permissionSetArn">) {
  return withKeys(center, indexOf(center).byPair.get(pairKey(pair)));
}

/** Whether a set is assigned to anybody anywhere. */
export function isAssigned(center: IdentityCenter, permissionSetArn: string): boolean {
  return (indexOf(center).bySet.get(permissionSetArn)?.size ?? 0) > 0;
}

/** The accounts that have a set. */
export function accountsWith(center: IdentityCenter, permissionSetArn: string): string[] {
  return [...(indexOf(center).accounts.get(permissionSetArn) ?? [])];
}

/** Whether an account has a set. */
export function isProvisioned(center: IdentityCenter, accountId: string, permissionSetArn: string): boolean {
  return center.provisioned[accountId]?.[permissionSetArn] !== undefined;
}

/** Whether an account has the latest revision of a set. */
export function isLatest(center: IdentityCenter, accountId: string, permissionSetArn: string): boolean {
  const there = center.provisioned[accountId]?.[permissionSetArn];
  const set = center.permissionSets[permissionSetArn];
  return there !== undefined && set !== undefined && there.revision >= set.revision;
}

/** Gives an account a revision of a set, unless it has a later one. */
export function provision(center: IdentityCenter, accountId: string, permissionSetArn: string, revision: number): void {
  const index = indexOf(center);
  const sets = (center.provisioned[accountId] ??= {});
  sets[permissionSetArn] = { revision: Math.max(revision, sets[permissionSetArn]?.revision ?? 0) };
  add(index.accounts, permissionSetArn, accountId);
}

/** Takes a set, and its role, from an account. */
export function unprovision(center: IdentityCenter, accountId: string, permissionSetArn: string): void {
  indexOf(center).accounts.get(permissionSetArn)?.delete(accountId);
  const sets = center.provisioned[accountId];
  if (!sets) return;
  delete sets[permissionSetArn];
  if (Object.keys(sets).length === 0) delete center.provisioned[accountId];
}

export function addRequest(center: IdentityCenter, request: SsoRequest): void {
  const index = indexOf(center);
  center.requests[request.id] = request;
  enterRequest(index, request);
}

/** The requests of one kind, oldest first. */
export function requestsOf(center: IdentityCenter, action: SsoRequest["action"]): SsoRequest[] {
  return [...(indexOf(center).requests.get(action) ?? [])].flatMap((id) => center.requests[id] ?? []);
}

/** The requests that have not ended, oldest first. */
export function runningRequests(center: IdentityCenter): SsoRequest[] {
  return [...indexOf(center).running].flatMap((id) => center.requests[id] ?? []);
}

/** Ends a request, well or with the reason why not. */
export function endRequest(center: IdentityCenter, request: SsoRequest, failureReason?: string): void {
  indexOf(center).running.delete(request.id);
  request.status = failureReason === undefined ? "SUCCEEDED" : "FAILED";
  if (failureReason !== undefined) request.failureReason = failureReason;
}

function enterAssignment(index: Index, assignment: Assignment): void {
  const key = assignmentKey(assignment);
  add(index.byPrincipal, principalKey(assignment), key);
  add(index.byPair, pairKey(assignment), key);
  add(index.bySet, assignment.permissionSetArn, key);
}

function enterRequest(index: Index, request: SsoRequest): void {
  add(index.requests, request.action, request.id);
  if (request.status === "IN_PROGRESS") index.running.add(request.id);
}

function withKeys(center: IdentityCenter, keys: ReadonlySet<string> | undefined): Assignment[] {
  return [...(keys ?? [])].flatMap((key) => center.assignments[key] ?? []);
}

function add<K>(sets: Map<K, Set<string>>, key: K, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

const principalKey = ({ principalType, principalId }: Pick<Assignment, "principalType" | "principalId">) =>
  `${principalType} ${principalId}`;

const pairKey = ({ accountId, permissionSetArn }: Pick<Assignment, "accountId" | "permissionSetArn">) =>
  `${accountId} ${permissionSetArn}`;
