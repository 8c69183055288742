import type { World } from "../world.ts";
import { notFound } from "./errors.ts";
import type { Call } from "./on-instance.ts";

/** Refuses an account that is not in the organization. */
export function requireAccount({ world }: Call, accountId: string): void {
  if (!exists(world, accountId)) throw notFound(`Could not find account with id ${accountId}`);
}

/** Whether Identity Center can manage roles in an account. */
export function isUsable(world: World, accountId: string): boolean {
  const { organization } = world;
  if (!organization) return exists(world, accountId);
  return organization.accounts[accountId]?.state === "ACTIVE";
}

function exists({ organization, standalone }: World, accountId: string): boolean {
  return organization ? Object.hasOwn(organization.accounts, accountId) : standalone.id === accountId;
}
