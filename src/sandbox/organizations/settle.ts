import type { World } from "../world.ts";
import { completeRequest } from "./create-account.ts";
import { closingAccounts, runningRequests } from "./state.ts";

/** Ends every request for an account, and every closing of one, that is due by `now`. */
export function settleOrganization({ organization }: World, now: number): void {
  if (!organization) return;
  const due = runningRequests(organization).filter(({ endsAt }) => endsAt <= now);
  due.sort((one, other) => one.endsAt - other.endsAt);
  for (const request of due) completeRequest(organization, request);
  for (const account of closingAccounts(organization)) {
    if (account.closesAt === undefined || account.closesAt <= now) account.state = "CLOSED";
  }
}
