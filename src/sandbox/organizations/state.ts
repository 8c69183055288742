import type { Account, CreateAccountRequest, Invitation, Organization, Unit } from "../world.ts";
import { firstAttachments } from "./policy-state.ts";

/**
 * What would otherwise take a scan of thousands of records on each call. Kept beside the world, which stays plain data;
 * built when an organization is first asked about and kept up by the functions below, the only ones that add, move or
 * remove accounts and units, and that add and end requests.
 */
interface Index {
  /** Ids of accounts and of units by parent id, in the order in which they came. */
  readonly accounts: Map<string, Set<string>>;
  readonly units: Map<string, Set<string>>;
  /** Addresses of all accounts, those that left among them, in small letters. */
  readonly emails: Set<string>;
  /** Requests that have not ended, and accounts that are being closed. */
  readonly creating: Set<string>;
  readonly closing: Set<string>;
}

const indexes = new WeakMap<Organization, Index>();

function indexOf(organization: Organization): Index {
  let index = indexes.get(organization);
  if (!index) {
    index = { accounts: new Map(), units: new Map(), emails: new Set(), creating: new Set(), closing: new Set() };
    indexes.set(organization, index);
    for (const account of Object.values(organization.accounts)) enterAccount(index, account);
    for (const email of organization.departedEmails ?? []) index.emails.add(email.toLowerCase());
    for (const { id, parentId } of Object.values(organization.units)) add(index.units, parentId, id);
    for (const { id, state } of Object.values(organization.createRequests)) {
      if (state === "IN_PROGRESS") index.creating.add(id);
    }
  }
  return index;
}

/** The accounts right in a root or unit. */
export function accountsIn(organization: Organization, parentId: string): Account[] {
  return [...(indexOf(organization).accounts.get(parentId) ?? [])].flatMap((id) => organization.accounts[id] ?? []);
}

/** The units right in a root or unit. */
export function unitsIn(organization: Organization, parentId: string): Unit[] {
  return [...(indexOf(organization).units.get(parentId) ?? [])].flatMap((id) => organization.units[id] ?? []);
}

/** Whether that is the id of the root or of a unit. */
export function isParent({ root, units }: Organization, id: string): boolean {
  return id === root.id || Object.hasOwn(units, id);
}

/** Whether an account has that address, in whatever case; those of accounts that are closed or left stay taken. */
export function isEmailTaken(organization: Organization, email: string): boolean {
  return indexOf(organization).emails.has(email.toLowerCase());
}

/** Invitations that wait for an answer. */
export function openInvitations({ invitations = {} }: Organization): Invitation[] {
  return Object.values(invitations).filter(({ state }) => state === "OPEN");
}

/** Whether there is no room for another account; those that are invited have theirs. */
export function isFull(organization: Organization): boolean {
  const { accounts, quotas } = organization;
  return Object.keys(accounts).length + openInvitations(organization).length >= quotas.accounts;
}

export function addAccount(organization: Organization, account: Account): void {
  const index = indexOf(organization);
  organization.accounts[account.id] = account;
  organization.attachments[account.id] = firstAttachments(organization);
  enterAccount(index, account);
}

export function moveAccount(organization: Organization, account: Account, parentId: string): void {
  const index = indexOf(organization);
  index.accounts.get(account.parentId)?.delete(account.id);
  account.parentId = parentId;
  add(index.accounts, parentId, account.id);
}

/** Removes an account, which lives on elsewhere; its tags and attachments go. */
export function removeAccount(organization: Organization, { id, parentId, email }: Account): void {
  indexOf(organization).accounts.get(parentId)?.delete(id);
  (organization.departedEmails ??= []).push(email);
  delete organization.accounts[id];
  forget(organization, id);
}

export function addUnit(organization: Organization, unit: Unit): void {
  const index = indexOf(organization);
  organization.units[unit.id] = unit;
  organization.attachments[unit.id] = firstAttachments(organization);
  add(index.units, unit.parentId, unit.id);
}

/** Removes a unit; its tags and attachments go with it. */
export function removeUnit(organization: Organization, { id, parentId }: Unit): void {
  indexOf(organization).units.get(parentId)?.delete(id);
  delete organization.units[id];
  forget(organization, id);
}

export function addRequest(organization: Organization, request: CreateAccountRequest): void {
  const index = indexOf(organization);
  organization.createRequests[request.id] = request;
  index.creating.add(request.id);
}

/** Requests for accounts that have not ended, oldest first. */
export function runningRequests(organization: Organization): CreateAccountRequest[] {
  return [...indexOf(organization).creating].flatMap((id) => organization.createRequests[id] ?? []);
}

/** Ends a request, well or with the reason why not. */
export function endRequest(organization: Organization, request: CreateAccountRequest, failureReason?: string): void {
  indexOf(organization).creating.delete(request.id);
  request.state = failureReason === undefined ? "SUCCEEDED" : "FAILED";
  if (failureReason !== undefined) request.failureReason = failureReason;
}

export function startClosing(organization: Organization, account: Account, closesAt: number): void {
  indexOf(organization).closing.add(account.id);
  account.state = "PENDING_CLOSURE";
  account.closesAt = closesAt;
}

/** Accounts that are being closed: what people did in the console in the meantime counts. */
export function closingAccounts(organization: Organization): Account[] {
  const { closing } = indexOf(organization);
  const accounts = [...closing].flatMap((id) => organization.accounts[id] ?? []);
  for (const { id, state } of accounts) if (state !== "PENDING_CLOSURE") closing.delete(id);
  return accounts.filter(({ state }) => state === "PENDING_CLOSURE");
}

function forget(organization: Organization, id: string): void {
  delete organization.tags[id];
  delete organization.attachments[id];
}

function enterAccount(index: Index, { id, parentId, email, state }: Account): void {
  add(index.accounts, parentId, id);
  index.emails.add(email.toLowerCase());
  if (state === "PENDING_CLOSURE") index.closing.add(id);
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
