import { accountsSection } from "../../kinds/account.ts";
import { assignmentsSection, type AssignmentEntry } from "../../kinds/assignment.ts";
import { groupsSection } from "../../kinds/group.ts";
import { organizationalUnitsSection } from "../../kinds/organizationalUnit.ts";
import { permissionSetsSection } from "../../kinds/permissionSet.ts";
import { usersSection } from "../../kinds/user.ts";
import type { RuleContext } from "../../model/section.ts";
import { quote } from "../problems.ts";
import { isDay, notADay } from "./days.ts";
import { lookUpIn } from "./names.ts";

/** More than any organization has; keeps a slip with long lists from taking all memory. */
const MAX_TRIPLES = 500_000;

const entries = ({ config }: RuleContext) => (assignmentsSection.of(config) ?? []).entries();
const some = (list: readonly string[] | undefined): boolean => list !== undefined && list.length > 0;

/** Who, what and where: an assignment that lacks one of them does nothing. */
export function assignmentsAreComplete(context: RuleContext): void {
  for (const [index, { users, groups, permissionSets, accounts, ous }] of entries(context)) {
    const lacks = [
      some(users) || some(groups) ? "" : "who gets access (`users` or `groups`)",
      some(permissionSets) ? "" : "what they may do (`permissionSets`)",
      some(accounts) || some(ous) ? "" : "where (`accounts` or `ous`)",
    ].filter((word) => word !== "");
    if (lacks.length === 0) continue;
    context.report({
      code: "ORG0209",
      message: `the assignment does not say ${lacks.join(", nor ")}`,
      at: ["assignments", index],
      hint: "an assignment names at least one principal, one permission set and one target",
    });
  }
}

/** Names that the file would list if they existed. Accounts may also be known to AWS alone. */
export function assignedNamesAreKnown(context: RuleContext): void {
  const lookUps = {
    users: lookUpIn(usersSection, context),
    groups: lookUpIn(groupsSection, context),
    permissionSets: lookUpIn(permissionSetsSection, context),
    ous: lookUpIn(organizationalUnitsSection, context, ["root"]),
  };
  for (const [index, entry] of entries(context)) {
    for (const list of ["users", "groups", "permissionSets", "ous"] as const) {
      for (const [item, name] of (entry[list] ?? []).entries()) lookUps[list](name, ["assignments", index, list, item]);
    }
  }
}

/** Nobody gets access to an account that is to be closed. */
export function noAssignmentToAClosedAccount(context: RuleContext): void {
  const { config, report } = context;
  const all = accountsSection.of(config) ?? {};
  for (const [index, { accounts }] of entries(context)) {
    for (const [item, name] of (accounts ?? []).entries()) {
      if (all[name]?.closed !== true) continue;
      report({
        code: "ORG0307",
        message: `the account ${quote(name)} is closed`,
        at: ["assignments", index, "accounts", item],
        hint: "take it out of the assignment",
        related: { message: "closed here", source: config.at(["accounts", name, "closed"]) },
      });
    }
  }
}

/** `until` is a day of the calendar. */
export function assignmentsEndOnADay(context: RuleContext): void {
  for (const [index, { until }] of entries(context)) {
    if (until !== undefined && !isDay(until))
      context.report({ ...notADay(until), at: ["assignments", index, "until"] });
  }
}

/**
 * The same person or group, permission set and account in two entries that end on the same day. Overlap by way of
 * `ous:` is meant to be.
 */
export function noAssignmentTwice(context: RuleContext): void {
  const { config, report } = context;
  const total = [...entries(context)].reduce((sum, [, entry]) => sum + size(entry), 0);
  if (total > MAX_TRIPLES) {
    report({
      code: "ORG0308",
      message: `the entries ask for ${total} assignments`,
      at: ["assignments"],
      onKey: true,
      hint: `at most ${MAX_TRIPLES}`,
    });
    return;
  }
  const list = assignmentsSection.of(config) ?? [];
  // principal and permission set, then account, then the first entry that has both
  const first = new Map<string, Map<string, number>>();
  for (const [index, entry] of entries(context)) {
    const twice: { who: string; set: string; account: string; earlier: number }[] = [];
    const principals = [
      ...new Set((entry.users ?? []).map((name) => `user ${quote(name)}`)),
      ...new Set((entry.groups ?? []).map((name) => `group ${quote(name)}`)),
    ];
    for (const who of principals) {
      for (const set of new Set(entry.permissionSets)) {
        const pair = JSON.stringify([who, set, entry.until]);
        const accounts = first.get(pair) ?? new Map<string, number>();
        first.set(pair, accounts);
        for (const account of entry.accounts ?? []) {
          const earlier = accounts.get(account);
          if (earlier === undefined) accounts.set(account, index);
          else if (earlier !== index) twice.push({ who, set, account, earlier });
        }
      }
    }
    const [one] = twice;
    if (!one) continue;
    const more = twice.length === 1 ? "" : `, and ${twice.length - 1} more like it`;
    const at = ["assignments", index, "accounts", entry.accounts?.indexOf(one.account) ?? 0];
    const place = list[one.earlier]?.accounts?.indexOf(one.account) ?? 0;
    report({
      code: "ORG0310",
      message: `the ${one.who} has ${quote(one.set)} in ${quote(one.account)} already${more}`,
      at,
      hint: "take it out of one of the two entries",
      related: { message: "first here", source: config.at(["assignments", one.earlier, "accounts", place]) },
    });
  }
}

function size({ users, groups, permissionSets, accounts }: AssignmentEntry): number {
  return ((users?.length ?? 0) + (groups?.length ?? 0)) * (permissionSets?.length ?? 0) * (accounts?.length ?? 0);
}
