import { assignmentsSection } from "../../kinds/assignment.ts";
import { groupsSection } from "../../kinds/group.ts";
import { permissionSetsSection } from "../../kinds/permissionSet.ts";
import { policiesSection } from "../../kinds/policy.ts";
import { trustedServicesSection } from "../../kinds/trustedService.ts";
import type { Path } from "../../model/config.ts";
import type { RuleContext } from "../../model/section.ts";
import { quote } from "../problems.ts";

/** Lists that mean a set hold nothing twice. */
export function noDuplicatesInLists(context: RuleContext): void {
  const { config } = context;
  checkList(context, trustedServicesSection.of(config), ["trustedServices"]);
  for (const [key, { targets }] of Object.entries(policiesSection.of(config) ?? {})) {
    checkList(context, targets, ["policies", key, "targets"]);
  }
  for (const [key, { members }] of Object.entries(groupsSection.of(config) ?? {})) {
    checkList(context, members, ["groups", key, "members"]);
  }
  for (const [key, entry] of Object.entries(permissionSetsSection.of(config) ?? {})) {
    const { managedPolicies, customerManagedPolicies } = entry;
    checkList(context, managedPolicies, ["permissionSets", key, "managedPolicies"], policyName);
    const names = customerManagedPolicies?.map(({ name, path = "/" }) => path + name);
    checkList(context, names, ["permissionSets", key, "customerManagedPolicies"]);
  }
  for (const [index, entry] of (assignmentsSection.of(config) ?? []).entries()) {
    for (const list of ["users", "groups", "permissionSets", "accounts", "ous"] as const) {
      checkList(context, entry[list], ["assignments", index, list]);
    }
  }
}

/** A policy of AWS by its name, whether the file says the name or the ARN. */
const policyName = (policy: string): string => policy.replace(/^arn:aws:iam::aws:policy\//, "");

function checkList(
  { config, report }: RuleContext,
  list: readonly string[] | undefined,
  path: Path,
  same: (item: string) => string = (item) => item,
): void {
  const first = new Map<string, number>();
  for (const [index, item] of (list ?? []).entries()) {
    const other = first.get(same(item));
    if (other === undefined) first.set(same(item), index);
    else {
      report({
        code: "ORG0310",
        message: `${quote(item)} is listed twice in ${quote(String(path.at(-1)))}`,
        at: [...path, index],
        hint: "remove one",
        related: { message: "first here", source: config.at([...path, other]) },
      });
    }
  }
}
