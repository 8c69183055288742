import type { Account, Organization, Unit, World } from "../world.ts";
import { noOrganization, noParent } from "./errors.ts";

/** Ids of what is directly in the root or a unit; kept beside the world, rebuilt for a world that is new. */
interface Index {
  readonly units: Map<string, Set<string>>;
  readonly accounts: Map<string, Set<string>>;
}

const indexes = new WeakMap<Organization, Index>();

function indexOf(organization: Organization): Index {
  const known = indexes.get(organization);
  if (known) return known;
  const index: Index = { units: new Map(), accounts: new Map() };
  for (const { id, parentId } of Object.values(organization.units)) enter(index.units, parentId, id);
  for (const { id, parentId } of Object.values(organization.accounts)) enter(index.accounts, parentId, id);
  indexes.set(organization, index);
  return index;
}

function enter(index: Map<string, Set<string>>, parentId: string, id: string): void {
  const found = index.get(parentId);
  if (found) found.add(id);
  else index.set(parentId, new Set([id]));
}

/** The organization, or AWS's error for an account that has none. */
export function organizationOf(world: World): Organization {
  if (!world.organization) throw noOrganization();
  return world.organization;
}

export function unitsIn(organization: Organization, parentId: string): Unit[] {
  return [...(indexOf(organization).units.get(parentId) ?? [])].map((id) => organization.units[id]!);
}

export function accountsIn(organization: Organization, parentId: string): Account[] {
  return [...(indexOf(organization).accounts.get(parentId) ?? [])].map((id) => organization.accounts[id]!);
}

export const isParent = (organization: Organization, id: string): boolean => id === organization.root.id || Object.hasOwn(organization.units, id);

export function requireParent(organization: Organization, id: string): void {
  if (!isParent(organization, id)) throw noParent();
}

export function addUnit(organization: Organization, unit: Unit): void {
  const index = indexOf(organization);
  organization.units[unit.id] = unit;
  enter(index.units, unit.parentId, unit.id);
  attachFullAccess(organization, unit.id);
}

export function removeUnit(organization: Organization, { id, parentId }: Unit): void {
  indexOf(organization).units.get(parentId)?.delete(id);
  delete organization.units[id];
  delete organization.tags[id];
  delete organization.attachments[id];
}

export function addAccount(organization: Organization, account: Account): void {
  const index = indexOf(organization);
  organization.accounts[account.id] = account;
  enter(index.accounts, account.parentId, account.id);
  attachFullAccess(organization, account.id);
}

export function removeAccount(organization: Organization, { id, parentId }: Account): void {
  indexOf(organization).accounts.get(parentId)?.delete(id);
  delete organization.accounts[id];
  delete organization.tags[id];
  delete organization.attachments[id];
}

export function moveTo(organization: Organization, account: Account, parentId: string): void {
  const { accounts } = indexOf(organization);
  accounts.get(account.parentId)?.delete(account.id);
  account.parentId = parentId;
  enter(accounts, parentId, account.id);
}

/** Everything new is born with the policy that allows all. */
export function attachFullAccess(organization: Organization, id: string): void {
  organization.attachments[id] = [FULL_ACCESS];
}

export const FULL_ACCESS = "p-FullAWSAccess";

/** Ids from the root down to the parent. */
export function lineage(organization: Organization, parentId: string): string[] {
  const ids: string[] = [];
  for (let id: string | undefined = parentId; id !== undefined; id = organization.units[id]?.parentId) ids.unshift(id);
  return ids;
}

/** `o-x/r-x/ou-a/123456789012/`. */
export const pathOf = (organization: Organization, parentId: string, id: string): string =>
  `${[organization.id, ...lineage(organization, parentId), id].join("/")}/`;

/** ARNs carry the management account's id. */
export const arnOf = ({ id, managementAccountId }: Organization, type: string, ...parts: readonly string[]): string =>
  `arn:aws:organizations::${managementAccountId}:${[type, id, ...parts].join("/")}`;
