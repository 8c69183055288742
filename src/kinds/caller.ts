import type { Snapshot } from "../model/resource.ts";
import { type OrganizationIds, organizationOf } from "./organization.ts";

/** Whether this run's credentials are of the organization's management account; so they are before there is one. */
export function fromManagementAccount(live: Snapshot): boolean {
  const organization = organizationOf(live);
  return organization === undefined || organization.callerAccountId === organization.managementAccountId;
}

/**
 * Why a caller in another account cannot make a change; undefined in the management account.
 * AWS Organizations API reference, "called only from the organization's management account".
 */
export function managementOnly(live: Snapshot, what: string): string | undefined {
  return fromManagementAccount(live)
    ? undefined
    : `cannot be managed from here: only the management account changes ${what}, and this runs in ${organizationOf(live)?.callerAccountId}`;
}

/**
 * How this caller names an account to Account Management: not at all for its own. Undefined for the management account
 * when the caller is another one: it speaks for itself only.
 * AWS Account Management API reference, "AccountId" of each operation.
 */
export function accountParameter(
  organization: OrganizationIds | undefined,
  id: string,
): { readonly AccountId?: string } | undefined {
  if (organization === undefined || id === organization.callerAccountId) return {};
  return id === organization.managementAccountId ? undefined : { AccountId: id };
}

/** A person who runs orgsync with what Identity Center gives: the role of a permission set in an account. */
export interface SignedInCaller {
  readonly accountId: string;
  readonly permissionSetName: string;
  readonly userName: string;
}

/**
 * Whom the credentials belong to, where they come from Identity Center: the role is called AWSReservedSSO_, the
 * permission set's name, and a suffix; the session bears the user's name.
 * IAM Identity Center user guide, "Referencing permission sets in resource policies".
 */
export function signedInCaller(live: Snapshot): SignedInCaller | undefined {
  const match = /:assumed-role\/AWSReservedSSO_(.+)_[0-9a-f]+\/(.+)$/.exec(organizationOf(live)?.callerArn ?? "");
  const accountId = organizationOf(live)?.callerAccountId;
  const [, permissionSetName, userName] = match ?? [];
  if (accountId === undefined || permissionSetName === undefined || userName === undefined) return undefined;
  return { accountId, permissionSetName, userName };
}
