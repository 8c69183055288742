import { accountsSection, idOf } from "../../kinds/account.ts";
import { assignmentsSection } from "../../kinds/assignment.ts";
import { delegatedAdministratorsSection } from "../../kinds/delegatedAdministrator.ts";
import { groupsSection } from "../../kinds/group.ts";
import { isOfOthers } from "../../kinds/ignore.ts";
import { organizationalUnitsSection } from "../../kinds/organizationalUnit.ts";
import { permissionSetsSection } from "../../kinds/permissionSet.ts";
import { policiesSection } from "../../kinds/policy.ts";
import { railsSection } from "../../kinds/rails.ts";
import { usersSection } from "../../kinds/user.ts";
import type { Config, Path } from "../../model/config.ts";
import type { RuleContext, Section } from "../../model/section.ts";
import { quote } from "../problems.ts";
import { insteadOf, nounOf } from "./names.ts";

/**
 * A name with a `*` in it is taken for a pattern, an id or ARN for what has it, unless the file lists a thing of that
 * name. AWS may have one too, which only a plan can see: this rule is for where nobody looks.
 */
export function namesAreNames({ config, names, report }: RuleContext): void {
  const check = (section: Section, name: string, at: Path): void => {
    if (names(section)?.has(name) === true || isOfOthers(config, section.key, name)) return;
    const hint = insteadOf(section, name);
    if (name.includes("*")) report(patternProblem(section, name, at));
    else if (section === accountsSection && /^[0-9]{12}$/.test(name)) report(idProblem(config, name, at));
    else if (hint !== undefined)
      report({ code: "ORG0301", message: `unknown ${nounOf(section)} ${quote(name)}`, at, hint });
  };
  const checkAll = (section: Section, list: readonly string[] | undefined, at: Path): void => {
    for (const [index, name] of (list ?? []).entries()) check(section, name, [...at, index]);
  };

  for (const [index, entry] of (assignmentsSection.of(config) ?? []).entries()) {
    const at = ["assignments", index];
    checkAll(usersSection, entry.users, [...at, "users"]);
    checkAll(groupsSection, entry.groups, [...at, "groups"]);
    checkAll(permissionSetsSection, entry.permissionSets, [...at, "permissionSets"]);
    checkAll(accountsSection, entry.accounts, [...at, "accounts"]);
    checkAll(organizationalUnitsSection, entry.ous, [...at, "ous"]);
  }
  for (const [key, { members }] of Object.entries(groupsSection.of(config) ?? {}))
    checkAll(usersSection, members, ["groups", key, "members"]);
  for (const [key, { ou }] of Object.entries(accountsSection.of(config) ?? {}))
    if (ou !== undefined) check(organizationalUnitsSection, ou, ["accounts", key, "ou"]);
  for (const [key, { targets = [] }] of Object.entries(policiesSection.of(config) ?? {})) {
    for (const [index, target] of targets.entries()) {
      const at = ["policies", key, "targets", index];
      if (target.startsWith("account:")) check(accountsSection, target.slice("account:".length), at);
      else if (/^[0-9]{12}$/.test(target)) check(accountsSection, target, at);
      else check(organizationalUnitsSection, target, at);
    }
  }
  for (const [service, accounts] of Object.entries(delegatedAdministratorsSection.of(config) ?? {}))
    checkAll(accountsSection, accounts, ["delegatedAdministrators", service]);
  checkAll(usersSection, railsSection.of(config)?.requiredAdmins, ["rails", "requiredAdmins"]);
}

/** The file goes by names: which one an id belongs to, it may say. */
function idProblem(config: Config, id: string, at: Path) {
  const [key] = Object.entries(accountsSection.of(config) ?? {}).find(([, entry]) => idOf(entry) === id) ?? [];
  return {
    code: "ORG0301",
    message: `unknown account ${quote(id)}: accounts go by name here, not by id`,
    at,
    hint: "write the key of the account",
    ...(key === undefined ? {} : { didYouMean: at[0] === "policies" ? `account:${key}` : key }),
  } as const;
}

function patternProblem(section: Section, name: string, at: Path) {
  const listed = section === accountsSection || section === organizationalUnitsSection;
  return {
    code: "ORG0301",
    message: `unknown ${nounOf(section)} ${quote(name)}: names have no patterns here`,
    at,
    hint: `list each name${listed ? `; if one really has a * in it, add it to ${section.key}:` : ""}`,
  } as const;
}
