import type { World } from "../world.ts";
import { completeRequest } from "./create-account.ts";
import { expireInvitations } from "./invitations.ts";
import { endTypeChanges } from "./policy-state.ts";
import { closingAccounts, runningRequests } from "./state.ts";

/** Ends all asynchronous work, and every invitation, that is due by `now`. */
export function settleOrganization({ organization }: World, now: number): void {
  if (!organization) return;
  const due = runningRequests(organization).filter(({ endsAt }) => endsAt <= now);
  due.sort((one, other) => one.endsAt - other.endsAt);
  for (const request of due) completeRequest(organization, request);
  expireInvitations(organization, now);
  for (const account of closingAccounts(organization)) {
    if (account.closesAt === undefined || account.closesAt <= now) account.state = "CLOSED";
  }
  endTypeChanges(organization, now);
}
