import type { DraftContext } from "../model/kind.ts";
import type { Resource } from "../model/resource.ts";
import { accountAddress, type AccountResource, accountsOf, isActive } from "./account.ts";
import type { AssignmentResource } from "./assignment.ts";
import { type Grant, groupGrants } from "./grantGroups.ts";
import { groupAddress } from "./group.ts";
import { isWithin } from "./organizationalUnit.ts";
import { ROOT } from "./root.ts";
import { permissionSetAddress } from "./permissionSet.ts";
import { userAddress } from "./user.ts";

/** Says assignments in few entries. What they would not change, or cannot name, is left out with a remark. */
export function draftAssignments(resources: readonly AssignmentResource[], context: DraftContext): void {
  const { draft, live } = context;
  const grants: Grant[] = [];
  const leftOut = new Map<string, number>();
  for (const resource of resources) {
    const reason = whyLeftOut(resource, context);
    const { principalType, principal, permissionSet, account } = resource.spec;
    if (reason !== undefined) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
    else
      grants.push({ who: (principalType === "group" ? GROUP : USER) + principal, what: permissionSet, where: account });
  }
  for (const [reason, number] of leftOut)
    draft.comment(["assignments"], `Left out: ${number} ${number === 1 ? "assignment" : "assignments"} ${reason}.`);

  const units = reachOfUnits(context);
  const management = accountsOf(live).find(({ spec }) => spec.management)?.key;
  for (const { who, what, where } of groupGrants(grants)) {
    const named = (type: string): string[] => who.filter((one) => one.startsWith(type)).map((one) => one.slice(1));
    const [groups, users] = [named(GROUP), named(USER)];
    const members = where.filter((key) => key !== management);
    const index = draft.add(["assignments"], {
      ...(groups.length === 0 ? {} : { groups }),
      ...(users.length === 0 ? {} : { users }),
      permissionSets: what,
      accounts: management === undefined || members.length === where.length ? members : [management, ...members],
    });
    const unit = members.length < 2 ? undefined : units.get(JSON.stringify(members));
    if (unit === undefined) continue;
    const all = members.length === where.length ? "All" : `Beside ${management}, all`;
    const reach = unit === ROOT ? `${all} active member accounts` : `${all} active accounts below ${unit}`;
    draft.comment(
      ["assignments", index],
      `${reach}: \`ous: [${unit}]\` says the same today, and would also reach accounts that come later.`,
    );
  }
}

/** Before a name: groups come first. */
const GROUP = "0";
const USER = "1";

/** The rest of a sentence that begins with how many. */
function whyLeftOut({ spec, ids }: AssignmentResource, { live, ownerOf }: DraftContext): string | undefined {
  if (ids?.gone === true)
    return `of a deleted ${spec.principalType}, for which there is no name; AWS keeps it, and it gives access to nobody`;
  const target = live.get(accountAddress(spec.account)) as unknown as AccountResource | undefined;
  if (target === undefined) return `in ${spec.account}, which is not in the organization`;
  if (!isActive(target))
    return `in ${spec.account}, which is ${target.ids?.state}: AWS changes access in active accounts only`;
  const set = live.get(permissionSetAddress(spec.permissionSet));
  const principal = live.get((spec.principalType === "user" ? userAddress : groupAddress)(spec.principal));
  // To give access to whom an identity provider brings along is what assignments are for.
  const parts = [set, principal?.ids?.["external"] === true ? undefined : principal, target as unknown as Resource];
  for (const part of parts) {
    const owner = part === undefined ? undefined : ownerOf(part);
    if (owner !== undefined) return `with ${part?.key}, which ${owner}`;
  }
  return undefined;
}

/** The highest unit, by the keys of all member accounts that `ous:` would reach with it. */
function reachOfUnits({ live, ownerOf }: DraftContext): Map<string, string> {
  const paths = [...live.values()].filter(({ kind }) => kind === "organizationalUnit").map(({ key }) => key);
  const members = accountsOf(live).filter(
    (one) => !one.spec.management && isActive(one) && ownerOf(one as unknown as Resource) === undefined,
  );
  const units = new Map<string, string>();
  for (const path of [ROOT, ...paths.toSorted()]) {
    const reached = members.filter(({ spec }) => isWithin(spec.ou ?? ROOT, path)).map(({ key }) => key);
    const id = JSON.stringify(reached.toSorted());
    if (!units.has(id)) units.set(id, path);
  }
  return units;
}
