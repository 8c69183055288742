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
  /** Who requests come from whose access key is no other account's. */
  caller: { accountId: string; arn: string; userId: string };
  /** The account that the caller signed up for, before and after there is an organization. */
  standalone: { id: string; name: string; email: string; createdAt: number };
  organization: Organization | null;
  identityCenter: IdentityCenter | null;
  /** Who else AWS may write to about an account: account id -> type of contact; absent while none was ever set. */
  alternateContacts?: Record<string, Partial<Record<"BILLING" | "OPERATIONS" | "SECURITY", AlternateContact>>>;
}

export interface AlternateContact {
  Name: string;
  Title: string;
  EmailAddress: string;
  PhoneNumber: string;
}

export interface Organization {
  id: string;
  managementAccountId: string;
  featureSet: "ALL" | "CONSOLIDATED_BILLING";
  createdAt: number;
  /** A policy type that is PENDING_ENABLE or PENDING_DISABLE is so until `endsAt`. */
  root: { id: string; policyTypes: { Type: string; Status: string; endsAt?: number }[] };
  units: Record<string, Unit>;
  accounts: Record<string, Account>;
  createRequests: Record<string, CreateAccountRequest>;
  /** Tags of accounts, units, the root and policies, by resource id. */
  tags: Record<string, Record<string, string>>;
  serviceAccess: Record<string, { enabledAt: number }>;
  /** Policies by id, AWS's own left out; absent while there was none. */
  policies?: Record<string, Policy>;
  /** What the management account delegates to members; absent while there is none. */
  resourcePolicy?: ResourcePolicy;
  /** Ids of attached policies by target id; FullAWSAccess is attached to everything at birth. */
  attachments: Record<string, string[]>;
  quotas: { accounts: number };
  /** Addresses of accounts that left, which go on having them; absent while none has. */
  departedEmails?: string[];
  /** Who administers which services for the organization: account id -> service principal; absent while nobody does. */
  delegatedAdministrators?: Record<string, Record<string, { enabledAt: number }>>;
  /** What is on of centralized root access; absent while nothing ever was. */
  rootAccess?: ("RootCredentialsManagement" | "RootSessions")[];
  /** Invitations to accounts, by id; absent while there was none. */
  invitations?: Record<string, Invitation>;
}

/** An invitation to join, and what became of it. */
export interface Invitation {
  id: string;
  state: "OPEN" | "CANCELED" | "ACCEPTED" | "DECLINED" | "EXPIRED";
  /** Whom it was sent to. */
  target: { type: "ACCOUNT" | "EMAIL"; id: string };
  notes?: string;
  /** What the account gets when it joins. */
  tags: Record<string, string>;
  requestedAt: number;
  expiresAt: number;
  /** When it was answered, canceled or expired. */
  endedAt?: number;
}

export interface Policy {
  id: string;
  name: string;
  description: string;
  type: string;
  /** The document, letter by letter as it was given. */
  content: string;
}

export interface ResourcePolicy {
  id: string;
  content: string;
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
  /** Absent means that it has permission sets, as all did for long. */
  permissionSetsEnabled?: false;
  permissionSets: Record<string, PermissionSet>;
  /** Assignments by `accountId permissionSetArn principalType principalId`. */
  assignments: Record<string, Assignment>;
  /** Provisioned permission sets: account id -> permission set ARN -> the revision that is there. */
  provisioned: Record<string, Record<string, { revision: number }>>;
  requests: Record<string, SsoRequest>;
  users: Record<string, User>;
  groups: Record<string, Group>;
  memberships: Record<string, Membership>;
  /** Attributes for access control; absent while they are off. */
  accessControlAttributes?: AccessControlAttribute[];
  /** How switching them on goes; absent once it has succeeded. */
  accessControlCreation?: { endsAt: number; failsWith?: string; failureReason?: string };
}

export interface AccessControlAttribute {
  Key: string;
  Value: { Source: string[] };
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
