import { accessIn, type AccessView, type Cell } from "../engine/access.ts";
import { makeDesired } from "../engine/desired.ts";
import { account, accountAddress, type AccountResource, accountsOf, accountsSection } from "../kinds/account.ts";
import { assignment, assignmentsOf, assignmentsSection } from "../kinds/assignment.ts";
import { group, groupAddress, groupsSection } from "../kinds/group.ts";
import { membership } from "../kinds/membership.ts";
import { organization } from "../kinds/organization.ts";
import { organizationalUnit, unitAddress } from "../kinds/organizationalUnit.ts";
import { ROOT } from "../kinds/root.ts";
import { permissionSet, permissionSetAddress, permissionSetsOf } from "../kinds/permissionSet.ts";
import { NOTHING as NO_POLICIES } from "../kinds/permissionSetPolicies.ts";
import { user, userAddress } from "../kinds/user.ts";
import type { Address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import type { AnyKind } from "../model/kind.ts";
import type { Problem } from "../model/problem.ts";
import type { Resource } from "../model/resource.ts";
import { type Known, snapshotOf } from "./known.ts";

/** For whom profiles are written. Who is in an identity provider's groups only they know. */
export type Who =
  | { readonly type: "user"; readonly user: string }
  | { readonly type: "groups"; readonly groups: readonly string[] }
  | { readonly type: "everyone" };

/** An account that somebody reaches, and the names in AWS of what they may do there. */
export interface Reached {
  readonly account: string;
  /** Undefined while nobody knows it. */
  readonly id: string | undefined;
  readonly stage?: string;
  /** The set that may do everything comes first. */
  readonly permissionSets: readonly string[];
}

export interface Reaching {
  /** In the order of the file. */
  readonly reached: readonly Reached[];
  /** What does not fit together: AWS would have to be asked. */
  readonly problems: readonly Problem[];
  /** Listed accounts that an `ous:` may reach, if only it were known where they are. */
  readonly unplaced: readonly string[];
  /** Whether an `ous:` reaches accounts that the file does not list, where nobody knows which there are. */
  readonly reachesUnlisted: boolean;
}

/** What somebody has by org.yaml, once that is applied. Pure. */
export function reachOf(config: Config, known: Known, who: Who, now: number): Reaching {
  const { snapshot, problems } = makeDesired({
    kinds: kindsFor(config, known),
    config,
    live: snapshotOf(config, known),
    now,
  });
  const view = accessIn(snapshot, () => true);
  const sets = new Map<string, Set<string>>();
  for (const { account, permissionSet } of cellsOf(view, who))
    sets.set(account, (sets.get(account) ?? new Set()).add(permissionSet));
  const byUnit = (assignmentsSection.of(config) ?? []).flatMap(({ ous }) => ous ?? []);
  const placed = new Set(known.accounts.flatMap(({ id, ou }) => (ou === undefined ? [] : [id])));
  return {
    reached: accountsOf(snapshot).flatMap((account) => {
      const names = sets.get(account.key);
      return names === undefined ? [] : [reachedOf(account, names, view)];
    }),
    problems,
    unplaced: byUnit.every((path) => path === ROOT)
      ? []
      : Object.entries(accountsSection.of(config) ?? {}).flatMap(([key, { ou, management }]) => {
          const id = idOf(snapshot.get(accountAddress(key)));
          const isPlaced = ou !== undefined || management === true || (id !== undefined && placed.has(id));
          return isPlaced ? [] : [key];
        }),
    reachesUnlisted: byUnit.length > 0,
  };
}

function cellsOf(view: AccessView, who: Who): readonly Cell[] {
  if (who.type === "user") return view.reached({ type: "user", key: who.user });
  if (who.type === "groups") return who.groups.flatMap((key) => view.reached({ type: "group", key }));
  return assignmentsOf(view.snapshot).map(({ spec }) => spec);
}

const idOf = (resource: Resource | undefined): string | undefined =>
  (resource as unknown as AccountResource | undefined)?.ids?.id;

function reachedOf(account: AccountResource, keys: ReadonlySet<string>, view: AccessView): Reached {
  const inOrder = permissionSetsOf(view.snapshot).filter(({ key }) => keys.has(key));
  const mayAll = ({ key }: { readonly key: string }): boolean => view.administratorSets.includes(key);
  const stage = account.spec.tags?.["stage"];
  return {
    account: account.key,
    id: account.ids?.id,
    ...(stage === undefined ? {} : { stage }),
    permissionSets: [...inOrder.filter(mayAll), ...inOrder.filter((set) => !mayAll(set))].map(({ spec }) => spec.name),
  };
}

/** The kinds that decide who has what. */
function kindsFor(config: Config, { accounts }: Known): AnyKind<never>[] {
  const entries = assignmentsSection.of(config) ?? [];
  const members = Object.values(groupsSection.of(config) ?? {}).flatMap((entry) => entry.members ?? []);
  const units = [
    ...Object.values(accountsSection.of(config) ?? {}).flatMap(({ ou }) => ou ?? []),
    ...accounts.flatMap(({ ou }) => ou ?? []),
    ...entries.flatMap(({ ous }) => ous ?? []),
  ].filter((path) => path !== ROOT);
  const named = (key: "users" | "groups" | "permissionSets"): string[] => entries.flatMap((entry) => entry[key] ?? []);
  return [
    organization,
    withNamed(organizationalUnit, units, unitAddress),
    account,
    withNamed(user, [...named("users"), ...members], userAddress),
    withNamed(group, named("groups"), groupAddress),
    membership,
    withNamed(permissionSet, named("permissionSets"), permissionSetAddress),
    assignment,
  ];
}

/** A kind that also has what the file refers to without listing it: whether that is in AWS is for plan to find out. */
function withNamed(
  kind: AnyKind<never>,
  names: readonly string[],
  addressOf: (name: string) => Address,
): AnyKind<never> {
  return {
    ...kind,
    always: true,
    desired(context) {
      const listed = kind.desired(context) as Resource[];
      const there = new Set(listed.map(({ key }) => key));
      const others = [...new Set(names)].filter((name) => !there.has(name));
      return [
        ...listed,
        ...others.map((name) => ({
          address: addressOf(name),
          kind: kind.name,
          key: name,
          spec: { name, ...NO_POLICIES },
        })),
      ];
    },
  };
}
