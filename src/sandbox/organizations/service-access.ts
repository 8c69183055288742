import type { Organization } from "../world.ts";
import { invalid, violates } from "./errors.ts";
import { onOrganization } from "./on-organization.ts";
import { page } from "./page.ts";
import { limitsOf } from "./policy-limits.ts";
import * as shapes from "./shapes.ts";

/** Trusted access: which AWS services may work in the organization. */
export const serviceAccess = onOrganization({
  ListAWSServiceAccessForOrganization: {
    access: "read",
    members: shapes.paging,
    run: (input, call) => {
      const all = Object.entries(call.organization.serviceAccess);
      return page(call, "EnabledServicePrincipals", all, input, ([ServicePrincipal, { enabledAt }]) => ({
        ServicePrincipal,
        DateEnabled: enabledAt / 1000,
      }));
    },
  },
  EnableAWSServiceAccess: {
    access: "write",
    members: { ServicePrincipal: shapes.servicePrincipal },
    required: ["ServicePrincipal"],
    run: ({ ServicePrincipal: principal }, { organization, now }) => {
      if (organization.featureSet !== "ALL") throw violates("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE");
      requireService(principal);
      organization.serviceAccess[principal] ??= { enabledAt: now };
      return {};
    },
  },
  DisableAWSServiceAccess: {
    access: "write",
    members: { ServicePrincipal: shapes.servicePrincipal },
    required: ["ServicePrincipal"],
    run: ({ ServicePrincipal: principal }, { organization }) => {
      requireService(principal);
      if (hasPolicyType(organization, principal)) throw violates("POLICY_TYPE_ENABLED_FOR_THIS_SERVICE");
      delete organization.serviceAccess[principal];
      return {};
    },
  },
});

/** The sandbox has no list of AWS's services; their principals have one form. */
export function requireService(principal: string): void {
  if (!/^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*\.amazonaws\.com$/.test(principal)) {
    throw invalid("UNRECOGNIZED_SERVICE_PRINCIPAL");
  }
}

/** Whether a type of policies is enabled, or about to be, that the service carries out. */
function hasPolicyType({ root }: Organization, principal: string): boolean {
  return root.policyTypes.some(({ Type }) => limitsOf(Type).service === principal);
}
