import type { Section } from "../model/section.ts";
import { accountsSection } from "./account.ts";
import { assignmentsSection } from "./assignment.ts";
import { groupsSection } from "./group.ts";
import { identityCenterSection } from "./identityCenter.ts";
import { organizationSection } from "./organization.ts";
import { organizationalUnitsSection } from "./organizationalUnit.ts";
import { permissionSetsSection } from "./permissionSet.ts";
import { usersSection } from "./user.ts";

/** Every section that org.yaml can have, in reading order. */
export const sections: readonly Section[] = [
  organizationSection,
  identityCenterSection,
  accountsSection,
  organizationalUnitsSection,
  usersSection,
  groupsSection,
  permissionSetsSection,
  assignmentsSection,
];
