import type { Group, IdentityCenter, Membership, User } from "../world.ts";

/**
 * What would otherwise take a scan of thousands of records on each call. Kept beside the world, which stays plain data;
 * built when a store is first seen and kept up by the functions below, the only ones that write users, groups and
 * memberships.
 */
interface Index {
  /** User ids by folded user name and by folded e-mail address. */
  readonly userNames: Map<string, string>;
  readonly emails: Map<string, string>;
  /** Group ids by folded display name. */
  readonly groupNames: Map<string, string>;
  /** Membership ids: group id -> user id -> membership id, and the other way round. */
  readonly byGroup: Map<string, Map<string, string>>;
  readonly byUser: Map<string, Map<string, string>>;
}

const indexes = new WeakMap<IdentityCenter, Index>();

function indexOf(store: IdentityCenter): Index {
  let index = indexes.get(store);
  if (!index) {
    index = { userNames: new Map(), emails: new Map(), groupNames: new Map(), byGroup: new Map(), byUser: new Map() };
    indexes.set(store, index);
    for (const user of Object.values(store.users)) enterUser(index, user);
    for (const group of Object.values(store.groups)) index.groupNames.set(fold(group.displayName), group.id);
    for (const membership of Object.values(store.memberships)) enterMembership(index, membership);
  }
  return index;
}

/** Names are compared without regard to case. */
const fold = (name: string): string => name.toLowerCase();

/** The address of a user, if it has one. */
export function emailOf(user: Pick<User, "attributes">): string | undefined {
  const emails = user.attributes["Emails"] as { Value?: string }[] | undefined;
  return emails?.[0]?.Value;
}

export function userNamed(store: IdentityCenter, userName: string): User | undefined {
  return find(store.users, indexOf(store).userNames.get(fold(userName)));
}

export function userWithEmail(store: IdentityCenter, email: string): User | undefined {
  return find(store.users, indexOf(store).emails.get(fold(email)));
}

export function groupNamed(store: IdentityCenter, displayName: string): Group | undefined {
  return find(store.groups, indexOf(store).groupNames.get(fold(displayName)));
}

/** The membership of a user in a group, if there is one. */
export function membershipOf(store: IdentityCenter, groupId: string, userId: string): Membership | undefined {
  return find(store.memberships, indexOf(store).byGroup.get(groupId)?.get(userId));
}

/** A group's memberships, oldest first. */
export function membershipsOfGroup(store: IdentityCenter, groupId: string): Membership[] {
  return membershipsIn(store, indexOf(store).byGroup.get(groupId));
}

/** A user's memberships, oldest first. */
export function membershipsOfUser(store: IdentityCenter, userId: string): Membership[] {
  return membershipsIn(store, indexOf(store).byUser.get(userId));
}

/** Adds a user, or puts a changed one in the old one's place. */
export function putUser(store: IdentityCenter, user: User): void {
  const index = indexOf(store);
  const before = store.users[user.id];
  if (before) leaveUser(index, before);
  store.users[user.id] = user;
  enterUser(index, user);
}

/** Removes a user and its memberships; what is assigned to it stays assigned to nobody. */
export function removeUser(store: IdentityCenter, user: User): void {
  for (const membership of membershipsOfUser(store, user.id)) removeMembership(store, membership);
  leaveUser(indexOf(store), user);
  delete store.users[user.id];
}

/** Adds a group, or puts a changed one in the old one's place. */
export function putGroup(store: IdentityCenter, group: Group): void {
  const index = indexOf(store);
  const before = store.groups[group.id];
  if (before) index.groupNames.delete(fold(before.displayName));
  store.groups[group.id] = group;
  index.groupNames.set(fold(group.displayName), group.id);
}

/** Removes a group and its memberships; what is assigned to it stays assigned to nobody. */
export function removeGroup(store: IdentityCenter, group: Group): void {
  for (const membership of membershipsOfGroup(store, group.id)) removeMembership(store, membership);
  indexOf(store).groupNames.delete(fold(group.displayName));
  delete store.groups[group.id];
}

export function addMembership(store: IdentityCenter, membership: Membership): void {
  const index = indexOf(store);
  store.memberships[membership.id] = membership;
  enterMembership(index, membership);
}

export function removeMembership(store: IdentityCenter, membership: Membership): void {
  const index = indexOf(store);
  index.byGroup.get(membership.groupId)?.delete(membership.userId);
  index.byUser.get(membership.userId)?.delete(membership.groupId);
  delete store.memberships[membership.id];
}

function enterUser(index: Index, user: User): void {
  index.userNames.set(fold(user.userName), user.id);
  const email = emailOf(user);
  if (email !== undefined) index.emails.set(fold(email), user.id);
}

function leaveUser(index: Index, user: User): void {
  index.userNames.delete(fold(user.userName));
  const email = emailOf(user);
  if (email !== undefined) index.emails.delete(fold(email));
}

function enterMembership(index: Index, { id, groupId, userId }: Membership): void {
  inner(index.byGroup, groupId).set(userId, id);
  inner(index.byUser, userId).set(groupId, id);
}

function inner(outer: Map<string, Map<string, string>>, key: string): Map<string, string> {
  let map = outer.get(key);
  if (!map) outer.set(key, (map = new Map()));
  return map;
}

function membershipsIn(store: IdentityCenter, ids: ReadonlyMap<string, string> | undefined): Membership[] {
  return [...(ids?.values() ?? [])].flatMap((id) => store.memberships[id] ?? []);
}

function find<T>(records: Record<string, T>, id: string | undefined): T | undefined {
  return id === undefined ? undefined : records[id];
}
