import type { OrgFile } from "../worlds/file.ts";
import { BOSS } from "./others.ts";

export const PEOPLE = ["users", "groups", "permissionSets", "assignments"] as const;
export const TREE = ["defaults", "accounts", "organizationalUnits", "policies"] as const;
export const SERVICES = [
  "accessControlAttributes",
  "trustedServices",
  "delegatedAdministrators",
  "resourcePolicy",
  "rootAccess",
] as const;

export function only(file: OrgFile, keys: readonly (keyof OrgFile)[]): OrgFile {
  return Object.fromEntries(Object.entries(file).filter(([key]) => (keys as readonly string[]).includes(key)));
}

/** With somebody who is an administrator whatever else changes. */
export function withBoss(file: OrgFile): OrgFile {
  return {
    ...file,
    users: { ...file.users, [BOSS]: { givenName: "The", familyName: "Boss" } },
    permissionSets: { ...file.permissionSets, Boss: { managedPolicies: ["AdministratorAccess"] } },
    assignments: [...(file.assignments ?? []), { users: [BOSS], permissionSets: ["Boss"], accounts: ["acme"] }],
  };
}
