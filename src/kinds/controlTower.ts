/**
 * What AWS Control Tower makes in every landing zone, by section: listed or not, it is Control Tower's.
 * Names: the Control Tower user guide, "IAM Identity Center groups for AWS Control Tower" and "Preventive controls".
 */
const NAMES: Readonly<Record<string, ReadonlySet<string>>> = {
  groups: new Set([
    "AWSAccountFactory",
    "AWSAuditAccountAdmins",
    "AWSControlTowerAdmins",
    "AWSLogArchiveAdmins",
    "AWSLogArchiveViewers",
    "AWSSecurityAuditPowerUsers",
    "AWSSecurityAuditors",
    "AWSServiceCatalogAdmins",
  ]),
  permissionSets: new Set([
    "AWSAdministratorAccess",
    "AWSOrganizationsFullAccess",
    "AWSPowerUserAccess",
    "AWSReadOnlyAccess",
    "AWSServiceCatalogAdminFullAccess",
    "AWSServiceCatalogEndUserAccess",
  ]),
};

/** The policies through which Control Tower's preventive controls work. */
const GUARDRAILS = "aws-guardrails-";

/** Whether a name of a section (`groups`, `permissionSets`, `policies`) is Control Tower's. */
export function isControlTowers(section: string, name: string): boolean {
  return NAMES[section]?.has(name) === true || (section === "policies" && name.startsWith(GUARDRAILS));
}
