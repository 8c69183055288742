import type { OPERATIONS } from "../aws/operations.ts";
import { ACCOUNT_QUOTA } from "../kinds/accountQuota.ts";

/** What the reads are tried on. */
export interface Targets {
  readonly accountId: string;
  readonly rootId: string;
  readonly instanceArn: string;
  readonly identityStoreId: string;
  /** A permission set that is there, or the ARN that one could have. */
  readonly permissionSetArn: string;
}

type Trials = {
  readonly [Service in keyof typeof OPERATIONS]: Readonly<Record<string, (targets: Targets) => object>>;
};

/** Ids that AWS takes for ids, and that nothing has: to answer that there is no such thing, it must allow the question. */
const NOBODY = "00000000-0000-4000-8000-000000000000";
const NO_REQUEST = `car-${"0".repeat(32)}`;
const SCP = { Filter: "SERVICE_CONTROL_POLICY" };

const onInstance = ({ instanceArn }: Targets) => ({ InstanceArn: instanceArn });
const onSet = ({ instanceArn, permissionSetArn }: Targets) => ({
  InstanceArn: instanceArn,
  PermissionSetArn: permissionSetArn,
});
const onStore = ({ identityStoreId }: Targets) => ({ IdentityStoreId: identityStoreId });

/** One harmless call of every operation that reads; a test finds one that is missing. */
export const TRIALS: Trials = {
  organizations: {
    describeOrganization: () => ({}),
    listRoots: () => ({}),
    listAccounts: () => ({ MaxResults: 1 }),
    listAccountsForParent: ({ rootId }) => ({ ParentId: rootId }),
    listOrganizationalUnitsForParent: ({ rootId }) => ({ ParentId: rootId }),
    listChildren: ({ rootId }) => ({ ParentId: rootId, ChildType: "ORGANIZATIONAL_UNIT" }),
    describeOrganizationalUnit: ({ rootId }) => ({ OrganizationalUnitId: `ou-${rootId.slice(2)}-00000000` }),
    listParents: ({ accountId }) => ({ ChildId: accountId }),
    describeAccount: ({ accountId }) => ({ AccountId: accountId }),
    listTagsForResource: ({ accountId }) => ({ ResourceId: accountId }),
    describeCreateAccountStatus: () => ({ CreateAccountRequestId: NO_REQUEST }),
    listHandshakesForOrganization: () => ({}),
    listCreateAccountStatus: () => ({}),
    listPolicies: () => SCP,
    describePolicy: () => ({ PolicyId: "p-FullAWSAccess" }),
    listTargetsForPolicy: () => ({ PolicyId: "p-FullAWSAccess" }),
    listPoliciesForTarget: ({ rootId }) => ({ TargetId: rootId, ...SCP }),
    listAWSServiceAccessForOrganization: () => ({}),
    listDelegatedAdministrators: () => ({}),
    listDelegatedServicesForAccount: ({ accountId }) => ({ AccountId: accountId }),
    describeResourcePolicy: () => ({}),
  },
  account: {
    getAccountInformation: () => ({}),
    getAlternateContact: () => ({ AlternateContactType: "SECURITY" }),
  },
  sts: { getCallerIdentity: () => ({}) },
  ssoAdmin: {
    listInstances: () => ({}),
    describeInstance: onInstance,
    listPermissionSets: onInstance,
    describePermissionSet: onSet,
    getInlinePolicyForPermissionSet: onSet,
    getPermissionsBoundaryForPermissionSet: onSet,
    listManagedPoliciesInPermissionSet: onSet,
    listCustomerManagedPolicyReferencesInPermissionSet: onSet,
    listTagsForResource: ({ instanceArn, permissionSetArn }) => ({
      InstanceArn: instanceArn,
      ResourceArn: permissionSetArn,
    }),
    listAccountsForProvisionedPermissionSet: onSet,
    listPermissionSetsProvisionedToAccount: (targets) => ({ ...onInstance(targets), AccountId: targets.accountId }),
    listAccountAssignments: (targets) => ({ ...onSet(targets), AccountId: targets.accountId }),
    listAccountAssignmentsForPrincipal: (targets) => ({
      ...onInstance(targets),
      PrincipalId: NOBODY,
      PrincipalType: "USER",
    }),
    describeInstanceAccessControlAttributeConfiguration: onInstance,
    describeAccountAssignmentCreationStatus: (targets) => ({
      ...onInstance(targets),
      AccountAssignmentCreationRequestId: NOBODY,
    }),
    describeAccountAssignmentDeletionStatus: (targets) => ({
      ...onInstance(targets),
      AccountAssignmentDeletionRequestId: NOBODY,
    }),
    describePermissionSetProvisioningStatus: (targets) => ({
      ...onInstance(targets),
      ProvisionPermissionSetRequestId: NOBODY,
    }),
  },
  identityStore: {
    listUsers: onStore,
    listGroups: onStore,
    describeUser: (targets) => ({ ...onStore(targets), UserId: NOBODY }),
    describeGroup: (targets) => ({ ...onStore(targets), GroupId: NOBODY }),
    getUserId: (targets) => ({ ...onStore(targets), AlternateIdentifier: named("userName") }),
    getGroupId: (targets) => ({ ...onStore(targets), AlternateIdentifier: named("displayName") }),
    listGroupMemberships: (targets) => ({ ...onStore(targets), GroupId: NOBODY }),
    getGroupMembershipId: (targets) => ({ ...onStore(targets), GroupId: NOBODY, MemberId: { UserId: NOBODY } }),
  },
  iam: { listOrganizationsFeatures: () => ({}) },
  serviceQuotas: { getServiceQuota: () => ACCOUNT_QUOTA },
};

function named(path: string): object {
  return { UniqueAttribute: { AttributePath: path, AttributeValue: NOBODY } };
}
