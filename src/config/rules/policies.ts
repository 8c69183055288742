import { organizationalUnitsSection } from "../../kinds/organizationalUnit.ts";
import { policiesSection } from "../../kinds/policy.ts";
import type { RuleContext } from "../../model/section.ts";
import { lookUpIn } from "./names.ts";

/** Units that the file would list if they existed. Accounts may also be known to AWS alone. */
export function policyTargetsAreKnown(context: RuleContext): void {
  const lookUp = lookUpIn(organizationalUnitsSection, context, ["root"]);
  for (const [key, { targets = [] }] of Object.entries(policiesSection.of(context.config) ?? {})) {
    for (const [index, target] of targets.entries())
      if (!target.startsWith("account:")) lookUp(target, ["policies", key, "targets", index]);
  }
}
