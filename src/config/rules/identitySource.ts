import { groupsSection } from "../../kinds/group.ts";
import { identityCenterSection } from "../../kinds/identityCenter.ts";
import { usersSection } from "../../kinds/user.ts";
import type { RuleContext } from "../../model/section.ts";

/** What an identity provider decides, org.yaml does not. */
export function externalIdentitiesAreNotListed({ config, names, report }: RuleContext): void {
  if (identityCenterSection.of(config)?.identitySource !== "external") return;
  for (const section of [usersSection, groupsSection]) {
    if (names(section) === undefined) continue;
    report({
      code: "ORG0314",
      message: `\`${section.key}\` cannot be listed: an identity provider decides about them`,
      at: [section.key],
      onKey: true,
      hint: "take the section out; assignments name users and groups as AWS has them",
      related: { message: "said here", source: config.at(["identityCenter", "identitySource"]) },
    });
  }
}
