import { textFrom } from "./ids.ts";
import type { Organization, World } from "./world.ts";

/** Who a request comes from. */
export type Caller = World["caller"];

/**
 * Whose access key that is: an id that ends in the twelve digits of an account of the organization is that account's,
 * any other the world's caller's.
 */
export function callerOf({ caller, organization }: World, accessKeyId: string): Caller {
  const [accountId] = /\d{12}$/.exec(accessKeyId) ?? [];
  const isMember = accountId !== undefined && organization !== null && Object.hasOwn(organization.accounts, accountId);
  if (!isMember || accountId === caller.accountId) return caller;
  const userId = `AIDA${textFrom(`user of ${accountId}`, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 17)}`;
  return { accountId, arn: `arn:aws:iam::${accountId}:user/admin`, userId };
}

/** Whether a caller may manage IAM Identity Center: who owns it, and who administers it for the organization. */
export function managesIdentityCenter({ organization, identityCenter }: World, { accountId }: Caller): boolean {
  if (identityCenter?.ownerAccountId === accountId) return true;
  return organization !== null && isDelegated(organization, accountId, "sso.amazonaws.com");
}

/** The services that an account administers for the organization, and since when. */
export function delegatedServices(
  { delegatedAdministrators = {} }: Organization,
  accountId: string,
): Record<string, { enabledAt: number }> {
  return (Object.hasOwn(delegatedAdministrators, accountId) ? delegatedAdministrators[accountId] : undefined) ?? {};
}

/** Whether an account administers a service for the organization; any service when none is named. */
export function isDelegated(organization: Organization, accountId: string, principal?: string): boolean {
  const services = delegatedServices(organization, accountId);
  return principal === undefined ? Object.keys(services).length > 0 : Object.hasOwn(services, principal);
}
