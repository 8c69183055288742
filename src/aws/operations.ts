import type { Rate } from "./quotas.ts";

/**
 * Every AWS operation that orgsync may call; there is no way to call another.
 * Rates: the AWS Organizations quotas page, the Account Management quotas page, the IAM Identity Center limits page.
 */
export interface OperationSpec {
  readonly access: "read" | "write";
  readonly rate: Rate;
  /**
   * What may follow when nobody knows whether a call was carried out (a 500, a reset, a timeout): `always` send it
   * again; `lookup` look by natural key first, then again; `never`.
   */
  readonly resend: "always" | "lookup" | "never";
}

const read = (rate: number, burst: number): OperationSpec => ({
  access: "read",
  rate: { rate, burst },
  resend: "always",
});
const write = (rate: number, burst: number, resend: OperationSpec["resend"] = "always"): OperationSpec => ({
  access: "write",
  rate: { rate, burst },
  resend,
});

const organizations = {
  describeOrganization: read(1, 2),
  listRoots: read(1, 2),
  listAccounts: read(8, 12),
  listAccountsForParent: read(5, 8),
  listOrganizationalUnitsForParent: read(5, 8),
  listChildren: read(6, 10),
  describeOrganizationalUnit: read(2, 2),
  listParents: read(5, 8),
  describeAccount: read(20, 30),
  listTagsForResource: read(10, 15),
  describeCreateAccountStatus: read(2, 2),
  listHandshakesForOrganization: read(5, 8),
  listCreateAccountStatus: read(5, 8),
  listPolicies: read(5, 8),
  describePolicy: read(2, 2),
  listTargetsForPolicy: read(5, 8),
  listPoliciesForTarget: read(5, 8),
  createOrganization: write(1, 1, "lookup"),
  createOrganizationalUnit: write(1, 2, "lookup"),
  updateOrganizationalUnit: write(2, 3),
  deleteOrganizationalUnit: write(2, 3),
  createAccount: write(0.1, 3, "never"),
  // A conflict may mean that it is being closed already: only a look tells.
  closeAccount: write(0.05, 1, "lookup"),
  moveAccount: write(2, 3),
  createPolicy: write(2, 3, "lookup"),
  updatePolicy: write(2, 3),
  deletePolicy: write(2, 3),
  attachPolicy: write(2, 3),
  detachPolicy: write(2, 3),
  enablePolicyType: write(1, 1),
  inviteAccountToOrganization: write(3, 5, "lookup"),
  tagResource: write(4, 6),
  untagResource: write(4, 6),
  listAWSServiceAccessForOrganization: read(1, 3),
  enableAWSServiceAccess: write(1, 2),
  listDelegatedAdministrators: read(5, 8),
  listDelegatedServicesForAccount: read(1, 3),
  registerDelegatedAdministrator: write(1, 2),
  deregisterDelegatedAdministrator: write(1, 2),
  // AWS publishes no rates for the resource policy; these are the ones of other policies.
  describeResourcePolicy: read(2, 2),
  putResourcePolicy: write(2, 3),
  deleteResourcePolicy: write(2, 3),
} satisfies Record<string, OperationSpec>;

const account = {
  getAccountInformation: read(3, 3),
  getAlternateContact: read(10, 15),
  putAccountName: write(1, 1),
  putAlternateContact: write(5, 8),
  deleteAlternateContact: write(1, 6),
} satisfies Record<string, OperationSpec>;

const sts = {
  getCallerIdentity: read(20, 20),
} satisfies Record<string, OperationSpec>;

/** All operations of sso-admin share 20 calls a second; `SHARED_RATES` has that bucket. */
const shared = { rate: 20, burst: 20 };
const ssoRead: OperationSpec = { access: "read", rate: shared, resend: "always" };
const ssoWrite: OperationSpec = { access: "write", rate: shared, resend: "always" };

const ssoAdmin = {
  listInstances: ssoRead,
  describeInstance: ssoRead,
  listPermissionSets: ssoRead,
  describePermissionSet: ssoRead,
  getInlinePolicyForPermissionSet: ssoRead,
  getPermissionsBoundaryForPermissionSet: ssoRead,
  listManagedPoliciesInPermissionSet: ssoRead,
  listCustomerManagedPolicyReferencesInPermissionSet: ssoRead,
  listTagsForResource: ssoRead,
  listAccountsForProvisionedPermissionSet: ssoRead,
  listPermissionSetsProvisionedToAccount: ssoRead,
  listAccountAssignments: ssoRead,
  listAccountAssignmentsForPrincipal: ssoRead,
  describeInstanceAccessControlAttributeConfiguration: ssoRead,
  describeAccountAssignmentCreationStatus: ssoRead,
  describeAccountAssignmentDeletionStatus: ssoRead,
  describePermissionSetProvisioningStatus: ssoRead,
  createPermissionSet: { access: "write", rate: shared, resend: "lookup" },
  updatePermissionSet: ssoWrite,
  deletePermissionSet: ssoWrite,
  putInlinePolicyToPermissionSet: ssoWrite,
  deleteInlinePolicyFromPermissionSet: ssoWrite,
  // A conflict may mean that it is attached already, or that AWS is busy: only a look tells.
  attachManagedPolicyToPermissionSet: { access: "write", rate: shared, resend: "lookup" },
  detachManagedPolicyFromPermissionSet: ssoWrite,
  attachCustomerManagedPolicyReferenceToPermissionSet: { access: "write", rate: shared, resend: "lookup" },
  detachCustomerManagedPolicyReferenceFromPermissionSet: ssoWrite,
  putPermissionsBoundaryToPermissionSet: ssoWrite,
  deletePermissionsBoundaryFromPermissionSet: ssoWrite,
  tagResource: ssoWrite,
  untagResource: ssoWrite,
  provisionPermissionSet: ssoWrite,
  // AWS does not refuse an assignment that is there already, so sending it again is harmless.
  createAccountAssignment: ssoWrite,
  deleteAccountAssignment: ssoWrite,
  createInstanceAccessControlAttributeConfiguration: { access: "write", rate: shared, resend: "lookup" },
  updateInstanceAccessControlAttributeConfiguration: ssoWrite,
  deleteInstanceAccessControlAttributeConfiguration: ssoWrite,
} satisfies Record<string, OperationSpec>;

const identityStore = {
  listUsers: read(20, 20),
  listGroups: read(20, 20),
  describeUser: read(20, 20),
  describeGroup: read(20, 20),
  getUserId: read(20, 20),
  getGroupId: read(20, 20),
  listGroupMemberships: read(20, 20),
  getGroupMembershipId: read(20, 20),
  createUser: write(20, 20, "lookup"),
  updateUser: write(20, 20),
  deleteUser: write(20, 20),
  createGroup: write(20, 20, "lookup"),
  updateGroup: write(20, 20),
  deleteGroup: write(20, 20),
  createGroupMembership: write(20, 20, "lookup"),
  deleteGroupMembership: write(20, 20),
} satisfies Record<string, OperationSpec>;

/** AWS publishes no rates for these. */
const iam = {
  listOrganizationsFeatures: read(5, 5),
  enableOrganizationsRootCredentialsManagement: write(5, 5),
  disableOrganizationsRootCredentialsManagement: write(5, 5),
  enableOrganizationsRootSessions: write(5, 5),
  disableOrganizationsRootSessions: write(5, 5),
} satisfies Record<string, OperationSpec>;

/** AWS publishes no rate for it. */
const serviceQuotas = {
  getServiceQuota: read(5, 5),
} satisfies Record<string, OperationSpec>;

export const OPERATIONS = { organizations, account, sts, ssoAdmin, identityStore, iam, serviceQuotas };
export type ServiceName = keyof typeof OPERATIONS;

/** Buckets that all operations of a service share. */
export const SHARED_RATES: Partial<Record<ServiceName, Rate>> = { ssoAdmin: shared };

/**
 * Services whose writes go one at a time: AWS Organizations answers ConcurrentModificationException to two that
 * overlap, and its rates leave nothing to gain.
 */
export const SERIAL_WRITES: ReadonlySet<ServiceName> = new Set(["organizations"]);
