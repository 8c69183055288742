/**
 * The state of the simulated AWS: plain JSON, persisted as it is. Times are milliseconds since the epoch. Asynchronous
 * requests carry the time at which they end (`endsAt`); whoever looks at them later settles them first.
 */
export interface World {
  formatVersion: 1;
  /** Where identifiers come from; `issued` counts those handed out, so that a reloaded world goes on in order. */
  seed: number;
  issued: number;
  /** The sandbox's time when the world was last written. */
  now: number;
  /** Who every request comes from. */
  caller: { accountId: string; arn: string; userId: string };
  /** The account that the caller signed up for, before and after there is an organization. */
  standalone: { id: string; name: string; email: string; createdAt: number };
  organization: Organization | null;
  identityCenter: IdentityCenter | null;
}

export interface Organization {
  id: string;
  managementAccountId: string;
  featureSet: "ALL" | "CONSOLIDATED_BILLING";
  createdAt: number;
  root: { id: string; policyTypes: { Type: string; Status: string }[] };
  units: Record<string, Unit>;
  accounts: Record<string, Account>;
  createRequests: Record<string, CreateAccountRequest>;
  /** Tags of accounts, units and the root, by resource id. */
  tags: Record<string, Record<string, string>>;
  serviceAccess: Record<string, { enabledAt: number }>;
  /** Attached policies by target id; FullAWSAccess is attached to everything at birth. */
  attachments: Record<string, string[]>;
  quotas: { accounts: number };
  /** Addresses of accounts that left, which go on having them; absent while none has. */
  departedEmails?: string[];
}

export interface Unit {
  id: string;
  name: string;
  parentId: string;
}

export interface Account {
  id: string;
  name: string;
  email: string;
  parentId: string;
  state: "PENDING_ACTIVATION" | "ACTIVE" | "SUSPENDED" | "PENDING_CLOSURE" | "CLOSED";
  joinedMethod: "INVITED" | "CREATED";
  joinedAt: number;
  closesAt?: number;
}

export interface CreateAccountRequest {
  id: string;
  accountName: string;
  email: string;
  requestedAt: number;
  endsAt: number;
  state: "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
  tags: Record<string, string>;
  accountId?: string;
  failureReason?: string;
  /** Why it will fail when it ends, whatever is asked for. */
  failsWith?: string;
}

export interface IdentityCenter {
  instanceArn: string;
  identityStoreId: string;
  region: string;
  ownerAccountId: string;
  createdAt: number;
  permissionSets: Record<string, PermissionSet>;
  /** Assignments by `accountId permissionSetArn principalType principalId`. */
  assignments: Record<string, Assignment>;
  /** Provisioned permission sets: account id -> permission set ARN -> the revision that is there. */
  provisioned: Record<string, Record<string, { revision: number }>>;
  requests: Record<string, SsoRequest>;
  users: Record<string, User>;
  groups: Record<string, Group>;
  memberships: Record<string, Membership>;
  /** Attributes for access control, which only the console switches on here; absent while they are off. */
  accessControlAttributes?: { Key: string; Value: { Source: string[] } }[];
}

export interface PermissionSet {
  arn: string;
  name: string;
  description?: string;
  sessionDuration: string;
  relayState?: string;
  createdAt: number;
  /** Counts the edits that need provisioning. */
  revision: number;
  managedPolicies: { arn: string; name: string }[];
  customerManagedPolicies: { name: string; path: string }[];
  inlinePolicy: string;
  permissionsBoundary:
    | { managedPolicyArn: string }
    | { customerManagedPolicyReference: { name: string; path: string } }
    | null;
  tags: Record<string, string>;
}

export interface Assignment {
  accountId: string;
  permissionSetArn: string;
  principalType: "USER" | "GROUP";
  principalId: string;
}

/** An asynchronous request of sso-admin; what it does takes effect at `endsAt`. */
export interface SsoRequest {
  id: string;
  action: "create-assignment" | "delete-assignment" | "provision";
  status: "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
  createdAt: number;
  endsAt: number;
  permissionSetArn: string;
  /** Absent for a provisioning of all accounts. */
  accountId?: string;
  /** The accounts that a provisioning of all accounts covers: those that had the set when it was asked for. */
  accountIds?: string[];
  /** The set's revision when the request was made, which is the one that gets provisioned. */
  revision?: number;
  principalType?: "USER" | "GROUP";
  principalId?: string;
  failureReason?: string;
  /** Why it will fail when it ends, whatever is asked for. */
  failsWith?: string;
}

export interface User {
  id: string;
  userName: string;
  /** Members in the wire's spelling and form: Name, DisplayName, Emails, PhoneNumbers, Addresses, Title, ... */
  attributes: Record<string, unknown>;
  /** Only the console can disable a user; absent means enabled. */
  status?: "ENABLED" | "DISABLED";
  externalIds: { Issuer: string; Id: string }[];
  createdAt: number;
  updatedAt: number;
  createdBy?: string;
  updatedBy?: string;
}

export interface Group {
  id: string;
  displayName: string;
  description?: string;
  externalIds: { Issuer: string; Id: string }[];
  createdAt: number;
  updatedAt: number;
  createdBy?: string;
  updatedBy?: string;
}

export interface Membership {
  id: string;
  groupId: string;
  userId: string;
  createdAt: number;
  updatedAt: number;
  createdBy?: string;
  updatedBy?: string;
}
