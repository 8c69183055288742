import {
  type AccountAccess,
  accessAfter,
  accountsOf,
  administrators,
  assignmentsOf,
  type LiveAccess,
  organizationOf,
  ownDenials,
  type OwnAccess,
  peopleWith,
  type RailSettings,
  userAddress,
} from "../kinds/views.ts";
import type { Address } from "../model/address.ts";
import type { AnyKind } from "../model/kind.ts";
import { type Change, changeName, type RailName, RAILS, type Refusal } from "../model/plan.ts";
import type { Resource, Snapshot } from "../model/resource.ts";

/** A plan as the rails see it. */
export interface RailContext {
  readonly kinds: readonly AnyKind<never>[];
  readonly settings: RailSettings;
  /** In their order. */
  readonly changes: readonly Change[];
  /** For each node, the nodes that must have succeeded first; the first nodes are the changes. */
  readonly waitsFor: readonly (readonly number[])[];
  readonly live: Snapshot;
  readonly desired: Snapshot;
  /** Why a live resource must stay as it is, if it must. */
  whyKept(resource: Resource): string | undefined;
  /** Who else decides about a live resource, if somebody does. */
  ownerOf(resource: Resource): string | undefined;
  /** Whether the file decides about a live resource. */
  isDecided(resource: Resource): boolean;
  /** Who is who in AWS now; undefined when no change takes access away. */
  readonly access: LiveAccess | undefined;
}

interface Found {
  readonly message: string;
  readonly changes: readonly Change[];
  readonly hint: string;
}

type Rail = (context: RailContext) => readonly Found[];

/** Every reason not to apply a plan as it is. Pure. */
export function refusalsOf(context: RailContext): Refusal[] {
  return (Object.entries(CHECKS) as [RailName, Rail][]).flatMap(([rail, check]) =>
    check(context).map(({ message, changes, hint }) => ({
      rail,
      message,
      changes: changes.map(changeName),
      hint: RAILS[rail].acknowledgeable ? `${hint}; if it is meant, acknowledge exactly these changes` : hint,
    })),
  );
}

/** Another organization never gets as far as a plan. */
const CHECKS: Readonly<Record<Exclude<RailName, "wrong-organization">, Rail>> = {
  "aws-owned": awsOwned,
  "last-admin": lastAdmin,
  "own-access": ownAccess,
  unclosable,
  "never-all": neverAll,
  "max-removals": maxRemovals,
  "max-closures": maxClosures,
  "max-new-accounts": maxNewAccounts,
  "role-continuity": roleContinuity,
};

/** What AWS, or somebody else, owns stays as it is: nothing of it should have come this far. */
function awsOwned({ changes, live, whyKept, ownerOf }: RailContext): Found[] {
  return changes.flatMap((change) => {
    const there = live.get(change.address);
    if (there === undefined || change.action === "create" || change.reason === "closed") return [];
    const owner = change.action === "delete" ? whyKept(there) : ownerOf(there);
    return owner === undefined
      ? []
      : [
          {
            message: `${change.label} ${owner}`,
            changes: [change],
            hint: "this is a defect in orgsync: it should have been left alone; please report it",
          },
        ];
  });
}

/** After every step enough people can still administer the management account; new ones have not signed in yet. */
function lastAdmin({ changes, access, settings }: RailContext): Found[] {
  if (access === undefined) return [];
  const start = access.management;
  const holders = standingAdmins(changes, start);
  const atFirst = holders(start);
  const shortage = adminShortage(settings, atFirst);
  return firstStep(changes, start, (state, taking) => {
    const now = holders(state);
    const missing = shortage(now);
    if (missing === undefined) return undefined;
    return {
      message: `${missing} on the management account ${start.account}`,
      changes: taking.filter((change) => holders(accessAfter(start, change)).size < atFirst.size),
      hint: "keep somebody who has it now: give the others time to sign in first, and take this access away in a later plan",
    };
  });
}

/** The administrators that there are, but for the people that the changes create: they have not signed in yet. */
export function standingAdmins(
  changes: readonly Change[],
  start: AccountAccess,
): (state: AccountAccess) => Set<Address> {
  const isNew = new Set(changes.filter(({ action }) => action === "create").map(({ address }) => address));
  return (state) => new Set([...administrators(state, start)].filter((user) => !isNew.has(user)));
}

/**
 * Says what is wrong when so few hold AdministratorAccess. An organization that has fewer than it should may only gain.
 */
export function adminShortage(
  { minAdmins, requiredAdmins }: RailSettings,
  atFirst: ReadonlySet<Address>,
): (now: ReadonlySet<Address>) => string | undefined {
  const needed = Math.min(minAdmins, atFirst.size);
  const required = requiredAdmins.filter((user) => atFirst.has(userAddress(user)));
  return (now) => {
    const lost = required.find((user) => !now.has(userAddress(user)));
    if (lost !== undefined) return `${lost}, a required admin, would lose AdministratorAccess`;
    if (now.size >= needed) return undefined;
    const left = now.size === 0 ? "nobody" : `only ${now.size} of ${needed} people`;
    return `${left} who can sign in would be left with AdministratorAccess`;
  };
}

/** The caller keeps the way by which it came. */
function ownAccess({ changes, access, live, desired }: RailContext): Found[] {
  const hint = "let somebody else apply this, or keep your own access until you have another way in";
  const found: Found[] = [];
  if (access?.own !== undefined) {
    const { access: start, user, permissionSet } = access.own;
    const lost = losesWayIn(access.own);
    found.push(
      ...firstStep(changes, start, (state, taking) =>
        lost(state)
          ? {
              message: `you (${user}) would lose ${permissionSet} on account ${start.account}, which runs this`,
              changes: taking.filter((change) => lost(accessAfter(start, change))),
              hint,
            }
          : undefined,
      ),
    );
  }
  const caller = organizationOf(live)?.callerAccountId;
  const before = new Set(ownDenials(live, caller).flatMap(({ actions }) => actions));
  for (const { policy, actions, causes } of ownDenials(desired, caller)) {
    const news = actions.filter((action) => !before.has(action));
    if (news.length === 0) continue;
    found.push({
      message: `policy ${policy} would deny account ${caller}, which runs this, ${news.length} of the actions that orgsync calls: ${some(news)}`,
      changes: changes.filter(({ address }) => causes.includes(address)),
      hint,
    });
  }
  return found;
}

/** Whether somebody has no longer the access that they had at first, or it is no longer what it was. */
export function losesWayIn({ access: start, user, permissionSet }: OwnAccess): (state: AccountAccess) => boolean {
  const isAdministrator = administrators(start, start).has(user);
  const has = (state: AccountAccess): boolean => peopleWith(state, (set) => set === permissionSet).has(user);
  const hadIt = has(start);
  return (state) => hadIt && (!has(state) || (isAdministrator && !administrators(state, start).has(user)));
}

/** Goes through the changes one by one; stops where a step finds something. `taking` are the changes up to there. */
function firstStep(
  changes: readonly Change[],
  start: AccountAccess,
  look: (state: AccountAccess, taking: readonly Change[]) => Found | undefined,
): Found[] {
  let state = start;
  for (const [index, change] of changes.entries()) {
    const next = accessAfter(state, change);
    if (next === state) continue;
    state = next;
    const found = look(state, changes.slice(0, index + 1));
    if (found !== undefined) return [found];
  }
  return [];
}

/** Accounts that must never be closed. */
function unclosable({ kinds, changes, live, desired }: RailContext): Found[] {
  const closing = new Map(closures(changes).map((change) => [change.address, change]));
  if (closing.size === 0) return [];
  const found: Found[] = [];
  for (const account of accountsOf(live)) {
    const change = closing.get(account.address);
    if (change === undefined) continue;
    const services = account.ids?.delegatedFor ?? [];
    if (account.spec.management) {
      found.push({
        message: `account ${change.label} is the management account, which cannot be closed`,
        changes: [change],
        hint: "take closed: true out",
      });
    } else if (services.length > 0) {
      found.push({
        message: `account ${change.label} is a delegated administrator of ${some(services)}`,
        changes: [change],
        hint: "let another account have that first, or take the account out of delegatedAdministrators: in an earlier plan",
      });
    }
  }
  for (const resource of desired.values()) {
    if (resource.source === undefined) continue;
    const refs = kindOf(kinds, resource.kind).refs(resource.spec, resource.key);
    for (const change of refs.flatMap((ref) => closing.get(ref) ?? []))
      found.push({
        message: `account ${change.label} is to be closed, but org.yaml still names it: ${resource.label ?? resource.key}`,
        changes: [change],
        hint: "take it out there first",
      });
  }
  return found;
}

const closures = (changes: readonly Change[]): Change[] => changes.filter(({ reason }) => reason === "closed");

function maxClosures({ changes, settings: { maxClosures: most } }: RailContext): Found[] {
  const closing = closures(changes);
  if (closing.length <= most) return [];
  return [
    {
      message: `${closing.length} ${closing.length === 1 ? "account" : "accounts"} would be closed, where one plan may close ${most}`,
      changes: closing,
      hint: "close them in several plans",
    },
  ];
}

function maxNewAccounts({ changes, settings: { maxNewAccounts: most } }: RailContext): Found[] {
  const made = changes.filter(
    ({ kind, action, waits }) => kind === "account" && action === "create" && waits === undefined,
  );
  if (made.length <= most) return [];
  return [
    {
      message: `${made.length} ${made.length === 1 ? "account" : "accounts"} would be created, where one plan may create ${most}; none can be undone`,
      changes: made,
      hint: "create them in several plans",
    },
  ];
}

/** Removals of one kind, or of one kind at one end. */
interface Scope {
  /** `users`, `group members of group admins`. */
  readonly what: string;
  /** Whether these are all of their kind. */
  readonly whole: boolean;
  readonly total: number;
  readonly removed: readonly Change[];
}

/** Nothing is emptied without a word; what has one thing only is held by the share below, unless it is a whole kind. */
function neverAll(context: RailContext): Found[] {
  return scopesOf(context).flatMap((scope) =>
    isEmptied(scope)
      ? [
          {
            message: `${scope.total === 1 ? "the only one" : `all ${scope.total}`} of the ${scope.what} would be removed`,
            changes: scope.removed,
            hint: "take out what is really to go, in several plans",
          },
        ]
      : [],
  );
}

const isEmptied = ({ removed, total, whole }: Scope): boolean => removed.length === total && (whole || total > 1);

function maxRemovals(context: RailContext): Found[] {
  const share = context.settings.maxRemovals;
  return scopesOf(context).flatMap((scope) => {
    const { what, total, removed } = scope;
    const most = Math.max(1, Math.floor(total * share));
    if (removed.length <= most || isEmptied(scope)) return [];
    return [
      {
        message: `${removed.length} of ${total} ${what} would be removed (${percent(removed.length / total)}), where one plan may remove ${most} (${percent(share)})`,
        changes: removed,
        hint: "remove them in several plans",
      },
    ];
  });
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Removals against what there is: of each kind, and of each thing that a kind counts them for. */
function scopesOf({ kinds, changes, live, desired, isDecided }: RailContext): Scope[] {
  const gone = new Set(changes.filter(({ action }) => action === "delete").map(({ address }) => address));
  const isCarriedOver = carriedOver(kinds, changes, desired);
  return kinds.flatMap((kind) => {
    const removed = changes.filter(
      (change) =>
        change.kind === kind.name &&
        change.action === "delete" &&
        change.reason === "not-in-file" &&
        !isCarriedOver(change),
    );
    if (removed.length === 0) return [];
    const decided = [...live.values()].filter((one) => one.kind === kind.name && isDecided(one));
    const plural = lower(kind.plural);
    const byEnd = new Map<Address, { total: number; removed: Change[] }>();
    const endsOf = (spec: object | null): readonly Address[] =>
      // What goes takes everything at it along, and is counted itself.
      spec === null ? [] : (kind.ends?.(spec) ?? []).filter((end) => !gone.has(end));
    for (const change of removed)
      for (const end of endsOf(change.before)) {
        const scope = byEnd.get(end) ?? { total: 0, removed: [] };
        scope.removed.push(change);
        byEnd.set(end, scope);
      }
    for (const { spec } of decided)
      for (const end of endsOf(spec)) {
        const scope = byEnd.get(end);
        if (scope !== undefined) scope.total++;
      }
    return [
      { what: plural, whole: true, total: decided.length, removed },
      ...[...byEnd].map(([end, scope]) => {
        const there = live.get(end);
        const name = there === undefined ? end : `${kindOf(kinds, there.kind).title} ${there.label ?? there.key}`;
        return { what: `${plural} of ${name}`, whole: false, ...scope };
      }),
    ];
  });
}

/** Tells which deletes only make way for the same at something that takes another thing's place. */
function carriedOver(
  kinds: RailContext["kinds"],
  changes: readonly Change[],
  desired: Snapshot,
): (change: Change) => boolean {
  const successors = new Map(
    changes.flatMap(({ address, replacedBy }) => (replacedBy === undefined ? [] : [[address, replacedBy] as const])),
  );
  if (successors.size === 0) return () => false;
  const identity = (kind: string, refs: readonly Address[]): string => JSON.stringify([kind, refs.toSorted()]);
  const refsOf = (kind: string, spec: object, key: string) => kindOf(kinds, kind).refs(spec, key);
  const there = new Set([...desired.values()].map(({ kind, spec, key }) => identity(kind, refsOf(kind, spec, key))));
  return ({ kind, before, key }) => {
    const refs = before === null ? [] : refsOf(kind, before, key);
    return (
      refs.some((ref) => successors.has(ref)) &&
      there.has(
        identity(
          kind,
          refs.map((ref) => successors.get(ref) ?? ref),
        ),
      )
    );
  };
}

/**
 * A permission set that loses its last assignment in an account loses its role there, and with the next one gets a role
 * of another name, which trust policies do not know. IAM Identity Center user guide, "Referencing permission sets".
 */
function roleContinuity({ changes, waitsFor, live, desired }: RailContext): Found[] {
  const pairs = new Map<string, Pair>();
  const pairOf = (spec: { readonly permissionSet: string; readonly account: string }): Pair => {
    const name = `${spec.permissionSet} in ${spec.account}`;
    const pair = pairs.get(name) ?? { before: 0, stays: false, deletes: [], creates: [] };
    pairs.set(name, pair);
    return pair;
  };
  for (const { spec } of assignmentsOf(live)) pairOf(spec).before++;
  for (const { spec } of assignmentsOf(desired)) pairOf(spec).stays = true;
  changes.forEach(({ kind, action, before, after }, node) => {
    if (kind !== "assignment") return;
    const pair = pairOf((after ?? before) as never);
    (action === "delete" ? pair.deletes : pair.creates).push(node);
  });
  return [...pairs].flatMap(([name, { before, stays, deletes, creates }]) => {
    if (!stays || before === 0 || deletes.length < before) return [];
    // One that goes only after a new one has come is enough.
    if (deletes.some((node) => reaches(waitsFor, node, new Set(creates)))) return [];
    return [
      {
        message: `${name} would lose all of its assignments and get others: its role would be made anew, under another name`,
        changes: deletes.flatMap((node) => changes[node] ?? []),
        hint: "add the new assignments in one plan, and take the old ones out in the next",
      },
    ];
  });
}

interface Pair {
  before: number;
  stays: boolean;
  readonly deletes: number[];
  readonly creates: number[];
}

/** Whether a node waits, directly or not, for one of the others. */
function reaches(waitsFor: RailContext["waitsFor"], node: number, others: ReadonlySet<number>): boolean {
  const seen = new Set([node]);
  for (const at of seen)
    for (const earlier of waitsFor[at] ?? []) {
      if (others.has(earlier)) return true;
      seen.add(earlier);
    }
  return false;
}

function kindOf(kinds: RailContext["kinds"], name: string): AnyKind<never> {
  const kind = kinds.find((one) => one.name === name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  return kind;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const some = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
