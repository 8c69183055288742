import {
  assignmentsOf,
  groupAddress,
  isAdministrator,
  membershipsOf,
  permissionSetsOf,
  userAddress,
} from "../kinds/views.ts";
import { type Address, address } from "../model/address.ts";
import type { Snapshot, Source } from "../model/resource.ts";

/** One way by which somebody reaches an account with a permission set. */
export interface Way {
  /** The group's key, when they do not have it themselves. */
  readonly group?: string;
  /** Where org.yaml gives it: the assignment, and the membership in the group. */
  readonly source?: Source;
  readonly memberSource?: Source;
}

/** A person, or a group where nobody knows who is in it; keys as in addresses. */
export interface Subject {
  readonly type: "user" | "group";
  readonly key: string;
}

/** Who reaches what, in one snapshot. Groups of others, whose members nobody reads, stand for themselves. */
export interface AccessView {
  readonly snapshot: Snapshot;
  /** Keys of the permission sets that are AdministratorAccess, or as much. */
  readonly administratorSets: readonly string[];
  /** Everybody to whom an assignment of a principal gives access. */
  subjectsOf(principalType: Subject["type"], principal: string): readonly Subject[];
  /** All ways by which somebody reaches an account with a permission set. */
  ways(subject: Subject, permissionSet: string, account: string): Way[];
  /** The permission sets and accounts that a subject reaches, each once. */
  reached(subject: Subject): readonly Cell[];
}

export interface Cell {
  readonly permissionSet: string;
  readonly account: string;
}

/** Looks into a snapshot; `knowsMembers` tells whether the members of a group are in it. */
export function accessIn(snapshot: Snapshot, knowsMembers: (group: string) => boolean): AccessView {
  const membersOf = new Map<string, Subject[]>();
  const groupsOf = new Map<string, string[]>();
  for (const { spec } of membershipsOf(snapshot)) {
    push(membersOf, spec.group, { type: "user", key: spec.user });
    push(groupsOf, spec.user, spec.group);
  }
  const cellsOf = new Map<string, Cell[]>();
  for (const { spec } of assignmentsOf(snapshot))
    push(cellsOf, `${spec.principalType}/${spec.principal}`, {
      permissionSet: spec.permissionSet,
      account: spec.account,
    });
  const assignmentTo = (principal: string, { permissionSet, account }: Cell) =>
    snapshot.get(address("assignment", principal, permissionSet, account));
  const groups = (subject: Subject): readonly string[] =>
    subject.type === "user" ? (groupsOf.get(subject.key) ?? []) : [];
  return {
    snapshot,
    administratorSets: permissionSetsOf(snapshot)
      .filter(isAdministrator)
      .map(({ key }) => key),
    subjectsOf(type, key) {
      // AWS keeps the assignments of whoever was deleted.
      if (!snapshot.has(type === "user" ? userAddress(key) : groupAddress(key))) return [];
      return type === "group" && knowsMembers(key) ? (membersOf.get(key) ?? []) : [{ type, key }];
    },
    ways(subject, permissionSet, account) {
      const cell = { permissionSet, account };
      const own = assignmentTo(`${subject.type}/${subject.key}`, cell);
      const ways: Way[] = own === undefined ? [] : [own.source === undefined ? {} : { source: own.source }];
      for (const group of groups(subject)) {
        const found = assignmentTo(`group/${group}`, cell);
        if (found === undefined) continue;
        const membership = snapshot.get(address("membership", group, subject.key));
        ways.push({
          group,
          ...(found.source === undefined ? {} : { source: found.source }),
          ...(membership?.source === undefined ? {} : { memberSource: membership.source }),
        });
      }
      return ways;
    },
    reached(subject) {
      const cells = [
        ...(cellsOf.get(`${subject.type}/${subject.key}`) ?? []),
        ...groups(subject).flatMap((group) => cellsOf.get(`group/${group}`) ?? []),
      ];
      return [...new Map(cells.map((cell) => [JSON.stringify([cell.permissionSet, cell.account]), cell])).values()];
    },
  };
}

/** How people call a thing, which one of the snapshots has; else its key. */
export const labelIn = (snapshots: readonly Snapshot[], address: Address, key: string): string =>
  snapshots.flatMap((snapshot) => snapshot.get(address)?.label ?? [])[0] ?? key;

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
