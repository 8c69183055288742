import { isDelegated } from "../caller.ts";
import { AwsError } from "../operation.ts";
import type { Context, Operation, Service } from "../operation.ts";
import type { Organization } from "../world.ts";

type Feature = NonNullable<Organization["rootAccess"]>[number];

/** The principal that Organizations must trust before anybody has a say here. */
const principal = "iam.amazonaws.com";

const ERRORS = {
  OrganizationNotFoundException: "Your account is not a member of an organization.",
  AccountNotManagementOrDelegatedAdministratorException:
    "Your account is neither the management account nor the delegated administrator for centralized root access.",
  OrganizationNotInAllFeaturesModeException: "The organization does not have all features enabled.",
  ServiceAccessNotEnabledException: "The organization does not trust IAM: enable access for iam.amazonaws.com first.",
} as const;

/** An operation on what the organization has switched on of centralized root access; it answers what is on after it. */
function onFeatures(
  access: Operation["access"],
  change: (features: readonly Feature[]) => Feature[] | undefined = () => undefined,
): Operation {
  return {
    access,
    input: { type: "structure", members: {} },
    run: (_input, context) => {
      const organization = organizationOf(context);
      const changed = change(organization.rootAccess ?? []);
      if (changed) organization.rootAccess = changed;
      return { EnabledFeatures: organization.rootAccess ?? [], OrganizationId: organization.id };
    },
  };
}

const enable = (feature: Feature): Operation =>
  onFeatures("write", (features) => [...new Set([...features, feature])].toSorted());

const disable = (feature: Feature): Operation =>
  onFeatures("write", (features) => features.filter((other) => other !== feature));

/** The caller's organization, when it may manage root access there. */
function organizationOf({ world: { organization }, caller: { accountId } }: Context): Organization {
  if (!organization || !Object.hasOwn(organization.accounts, accountId)) throw refusal("OrganizationNotFoundException");
  if (accountId !== organization.managementAccountId && !isDelegated(organization, accountId, principal)) {
    throw refusal("AccountNotManagementOrDelegatedAdministratorException");
  }
  if (organization.featureSet !== "ALL") throw refusal("OrganizationNotInAllFeaturesModeException");
  if (!Object.hasOwn(organization.serviceAccess, principal)) throw refusal("ServiceAccessNotEnabledException");
  return organization;
}

const refusal = (name: keyof typeof ERRORS): AwsError => new AwsError(name, ERRORS[name]);

/** Identity and Access Management, as far as it is about the root users of member accounts. */
export const iam: Service = {
  signingName: "iam",
  operations: {
    ListOrganizationsFeatures: onFeatures("read"),
    EnableOrganizationsRootCredentialsManagement: enable("RootCredentialsManagement"),
    DisableOrganizationsRootCredentialsManagement: disable("RootCredentialsManagement"),
    EnableOrganizationsRootSessions: enable("RootSessions"),
    DisableOrganizationsRootSessions: disable("RootSessions"),
  },
  throttled: { name: "Throttling", message: "Rate exceeded" },
  invalid: (_operation, violations) =>
    new AwsError("ValidationError", violations.map(({ member }) => `Value at '${member}' is not valid`).join("; ")),
};
