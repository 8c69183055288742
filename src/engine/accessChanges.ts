import {
  accountAddress,
  type AllowanceEffect,
  allowanceChange,
  assignmentsOf,
  isAdministrator,
  groupAddress,
  membershipsOf,
  permissionSetAddress,
  permissionSetsOf,
  userAddress,
} from "../kinds/views.ts";
import type { Address } from "../model/address.ts";
import {
  type AccessChange,
  type AccessEffect,
  type Grantee,
  isEscalation,
  type ReachedAccount,
} from "../model/plan.ts";
import type { Snapshot, Source } from "../model/resource.ts";
import { type AccessView, labelIn, type Subject, type Way } from "./access.ts";

/**
 * What changes between two snapshots about who reaches which accounts with what, the most important first: as people
 * see it, through groups, and only where it makes a difference to them. Pure.
 */
export function accessChanges(before: AccessView, after: AccessView): AccessChange[] {
  const cells = [...touchedCells(before, after), ...editedCells(before, after)];
  const found = cells.flatMap((cell) => changeOf(cell, before, after));
  return rowsOf(found, before.snapshot, after.snapshot).toSorted(byImportance);
}

/** Somebody, a permission set and an account; with `edit` where the permission set itself is another. */
interface Cell {
  readonly subject: Subject;
  readonly permissionSet: string;
  readonly account: string;
  readonly edit?: AllowanceEffect;
}

/** What is new for one of them. */
interface Found {
  readonly cell: Cell;
  readonly effect: AccessEffect;
  readonly way: Way;
  readonly remark?: string;
  readonly source?: Source | undefined;
}

/** Whom an assignment or a membership that comes or goes may give something, or take it from; each once. */
function touchedCells(before: AccessView, after: AccessView): Cell[] {
  const views = [before, after];
  const cells = new Map<string, Cell>();
  const add = (subject: Subject, permissionSet: string, account: string): void => {
    cells.set(JSON.stringify([subject.type, subject.key, permissionSet, account]), { subject, permissionSet, account });
  };
  for (const { spec } of onlyInOne(before, after, assignmentsOf))
    for (const view of views)
      for (const subject of view.subjectsOf(spec.principalType, spec.principal))
        add(subject, spec.permissionSet, spec.account);
  for (const { spec } of onlyInOne(before, after, membershipsOf))
    for (const view of views)
      for (const { permissionSet, account } of view.reached({ type: "group", key: spec.group }))
        add({ type: "user", key: spec.user }, permissionSet, account);
  return [...cells.values()];
}

function onlyInOne<One extends { readonly address: Address }>(
  before: AccessView,
  after: AccessView,
  list: (snapshot: Snapshot) => readonly One[],
): One[] {
  return [
    ...list(before.snapshot).filter(({ address }) => !after.snapshot.has(address)),
    ...list(after.snapshot).filter(({ address }) => !before.snapshot.has(address)),
  ];
}

/** Everybody who has a permission set that allows more or less than before. */
function editedCells(before: AccessView, after: AccessView): Cell[] {
  const edits = new Map<string, AllowanceEffect>();
  for (const set of permissionSetsOf(after.snapshot)) {
    const was = before.snapshot.get(set.address) as unknown as typeof set | undefined;
    const edit = was === undefined || was === set ? undefined : allowanceChange(was.spec, set.spec);
    if (edit !== undefined) edits.set(set.key, edit);
  }
  if (edits.size === 0) return [];
  const cells = new Map<string, Cell>();
  for (const { spec } of assignmentsOf(after.snapshot)) {
    const { permissionSet, account, principalType, principal } = spec;
    const edit = edits.get(permissionSet);
    if (edit === undefined) continue;
    for (const subject of after.subjectsOf(principalType, principal))
      cells.set(JSON.stringify([subject.type, subject.key, permissionSet, account]), {
        subject,
        permissionSet,
        account,
        edit,
      });
  }
  return [...cells.values()];
}

/** What it means to them, if it means anything. */
function changeOf(cell: Cell, before: AccessView, after: AccessView): Found[] {
  const { subject, permissionSet, account, edit } = cell;
  const had = before.ways(subject, permissionSet, account);
  const has = after.ways(subject, permissionSet, account);
  const [hadOne, hasOne] = [had[0], has[0]];
  if (edit !== undefined) {
    // Who had it not before gains it as it is now; who is an administrator anyway loses and wins nothing.
    if (hadOne === undefined || hasOne === undefined || administratorWay(cell, before, after) !== undefined) return [];
    return [
      { cell, effect: edit, way: hasOne, source: after.snapshot.get(permissionSetAddress(permissionSet))?.source },
    ];
  }
  if (hasOne === undefined) {
    if (hadOne === undefined) return [];
    const other = administratorWay(cell, before, after);
    return [
      other === undefined
        ? { cell, effect: "loses", way: hadOne }
        : { cell, effect: "keeps", way: hadOne, remark: `still ${other}` },
    ];
  }
  const news = has.filter((way) => !had.some((one) => isSameWay(one, way)));
  if (hadOne === undefined) {
    const other = administratorWay(cell, before, after);
    return [
      other === undefined
        ? { cell, effect: "gains", way: hasOne, source: sourceOf(hasOne, cell, before) }
        : { cell, effect: "keeps", way: hasOne, remark: `already ${other}`, source: sourceOf(hasOne, cell, before) },
    ];
  }
  const [gone] = had.filter((way) => !has.some((one) => isSameWay(one, way)));
  const [come] = news;
  if (come !== undefined)
    return [
      {
        cell,
        effect: "keeps",
        way: come,
        remark: gone === undefined ? `already ${wayText(hadOne, before)}` : `before ${wayText(gone, before)}`,
        source: sourceOf(come, cell, before),
      },
    ];
  return gone === undefined ? [] : [{ cell, effect: "keeps", way: gone, remark: `still ${wayText(hasOne, after)}` }];
}

const isSameWay = (left: Way, right: Way): boolean => left.group === right.group;

/** Where org.yaml says what is new of a way: the membership, when the group had it before. */
function sourceOf({ group, source, memberSource }: Way, { permissionSet, account }: Cell, before: AccessView) {
  if (group === undefined || memberSource === undefined) return source;
  return before.ways({ type: "group", key: group }, permissionSet, account).length > 0 ? memberSource : source;
}

const wayText = ({ group }: Way, { snapshot }: AccessView): string =>
  group === undefined ? "directly" : `via ${labelIn([snapshot], groupAddress(group), group)}`;

/** By what somebody is an administrator of the account all the time, whatever comes and goes: `AdministratorAccess via admins`. */
function administratorWay({ subject, permissionSet, account }: Cell, before: AccessView, after: AccessView) {
  for (const set of after.administratorSets) {
    if (set === permissionSet) continue;
    const [way] = after.ways(subject, set, account);
    if (way === undefined || !before.administratorSets.includes(set)) continue;
    if (before.ways(subject, set, account).length > 0)
      return `${labelIn([after.snapshot], permissionSetAddress(set), set)} ${wayText(way, after)}`;
  }
  return undefined;
}

/** Puts those who gain or lose the same into one row: first all accounts of one of them, then all who have the same. */
function rowsOf(found: readonly Found[], before: Snapshot, after: Snapshot): AccessChange[] {
  const snapshots = [after, before];
  const kinds = new Map<string, { readonly first: Found; readonly accounts: Map<string, Set<string>> }>();
  for (const one of found) {
    const { effect, cell, way, remark, source } = one;
    const key = JSON.stringify([effect, cell.permissionSet, way.group, remark, source]);
    const kind = kinds.get(key) ?? { first: one, accounts: new Map<string, Set<string>>() };
    kinds.set(key, kind);
    const subject = `${cell.subject.type}/${cell.subject.key}`;
    const accounts = kind.accounts.get(subject) ?? new Set();
    kind.accounts.set(subject, accounts.add(cell.account));
  }
  return [...kinds.values()].flatMap(({ first, accounts }) => {
    const rows = new Map<string, { who: string[]; accounts: string[] }>();
    for (const [subject, reached] of accounts) {
      const sorted = [...reached].toSorted();
      const row = rows.get(JSON.stringify(sorted)) ?? { who: [], accounts: sorted };
      rows.set(JSON.stringify(sorted), row);
      row.who.push(subject);
    }
    const { cell, effect, way, remark, source } = first;
    const set = (effect === "loses" ? before : after).get(permissionSetAddress(cell.permissionSet));
    return [...rows.values()].map((row): AccessChange => ({
      effect,
      who: row.who.toSorted().map((subject) => granteeOf(subject, snapshots)),
      permissionSet: labelIn(snapshots, permissionSetAddress(cell.permissionSet), cell.permissionSet),
      accounts: row.accounts.map((account) => reachedOf(account, snapshots)),
      ...(way.group === undefined ? {} : { group: labelIn(snapshots, groupAddress(way.group), way.group) }),
      administrator: set !== undefined && isAdministrator(set as never),
      ...(remark === undefined ? {} : { remark }),
      ...(source === undefined ? {} : { source }),
    }));
  });
}

function granteeOf(subject: string, snapshots: readonly Snapshot[]): Grantee {
  const at = subject.indexOf("/");
  const [type, key] = [subject.slice(0, at), subject.slice(at + 1)];
  const group = type === "group";
  return { name: labelIn(snapshots, group ? groupAddress(key) : userAddress(key), key), group };
}

function reachedOf(key: string, snapshots: readonly Snapshot[]): ReachedAccount {
  const address = accountAddress(key);
  return {
    name: labelIn(snapshots, address, key),
    management: snapshots.some((snapshot) => snapshot.get(address)?.spec["management"] === true),
  };
}

const ORDER: readonly AccessEffect[] = ["gains", "widens", "changes", "loses", "narrows", "keeps"];

/** What makes somebody an administrator, or opens the management account, comes before everything else. */
function byImportance(left: AccessChange, right: AccessChange): number {
  const weight = (row: AccessChange): number =>
    (isEscalation(row) ? 0 : 10) +
    ORDER.indexOf(row.effect) +
    (row.accounts.some(({ management }) => management) ? 0 : 0.5);
  return (
    weight(left) - weight(right) ||
    compare(left.permissionSet, right.permissionSet) ||
    compare(left.who[0]?.name, right.who[0]?.name) ||
    compare(left.accounts[0]?.name, right.accounts[0]?.name)
  );
}

function compare(left = "", right = ""): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
