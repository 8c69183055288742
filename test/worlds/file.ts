/** The content of an org.yaml as data; JSON is YAML, so `textOf` makes a file of it. */
export interface OrgFile {
  defaults?: { contacts?: FileContacts };
  accounts?: Record<string, FileAccount>;
  organizationalUnits?: Record<string, { tags?: Record<string, string>; previously?: string }>;
  policies?: Record<string, FilePolicy>;
  users?: Record<string, FileUser>;
  groups?: Record<string, { description?: string; members?: string[]; previously?: string }>;
  permissionSets?: Record<string, FilePermissionSet>;
  assignments?: FileAssignment[];
  accessControlAttributes?: Record<string, string>;
  trustedServices?: string[];
  delegatedAdministrators?: Record<string, string[]>;
  resourcePolicy?: { content?: object; tags?: Record<string, string> };
  rootAccess?: { credentialsManagement?: boolean; sessions?: boolean };
}

export interface FileAccount {
  email: string;
  management?: boolean;
  ou?: string;
  tags?: Record<string, string>;
  contacts?: FileContacts;
  closed?: boolean;
  /** Only in files: a world has the account, or has it not. */
  invite?: string;
}

export type FileContacts = {
  [Type in "billing" | "operations" | "security"]?: { name: string; title: string; email: string; phone: string };
};

export interface FilePolicy {
  type?: string;
  description?: string;
  content?: object;
  targets?: string[];
  tags?: Record<string, string>;
  previously?: string;
}

export interface FileUser {
  givenName: string;
  familyName: string;
  displayName?: string;
  title?: string;
  nickName?: string;
  phone?: string;
  locale?: string;
  timezone?: string;
  preferredLanguage?: string;
  userType?: string;
  profileUrl?: string;
  address?: { streetAddress?: string; locality?: string; country?: string };
}

export interface FilePermissionSet {
  description?: string;
  sessionDuration?: string;
  relayState?: string;
  managedPolicies?: string[];
  customerManagedPolicies?: { name: string; path?: string }[];
  inlinePolicy?: { content: object };
  permissionsBoundary?: { managedPolicy: string } | { customerManagedPolicy: { name: string; path?: string } };
  previously?: string;
  tags?: Record<string, string>;
}

export interface FileAssignment {
  users?: string[];
  groups?: string[];
  permissionSets: string[];
  accounts?: string[];
  ous?: string[];
}

export const MANAGEMENT = "acme";
export const REGION = "us-east-1";

/** The text of the file, with the management account and Identity Center's region that every one has. */
export function textOf(file: OrgFile): string {
  return JSON.stringify({ version: 1, identityCenter: { region: REGION }, ...file }, null, 1);
}
