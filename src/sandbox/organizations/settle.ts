import type { CreateAccountRequest, Organization, World } from "../world.ts";
import { addAccount } from "./tree.ts";

/** Ends every creation and closure of an account that is due. */
export function settleOrganization({ organization }: World, now: number): void {
  if (!organization) return;
  for (const request of Object.values(organization.createRequests)) {
    if (request.state === "IN_PROGRESS" && request.endsAt <= now) create(organization, request);
  }
  for (const account of Object.values(organization.accounts)) {
    if (account.state === "PENDING_CLOSURE" && account.closesAt !== undefined && account.closesAt <= now) account.state = "CLOSED";
  }
}

function create(organization: Organization, request: CreateAccountRequest): void {
  const reason = request.failsWith ?? refusal(organization, request);
  if (reason !== undefined) {
    request.state = "FAILED";
    request.failureReason = reason;
    delete request.accountId;
    return;
  }
  request.state = "SUCCEEDED";
  const id = request.accountId!;
  addAccount(organization, {
    id,
    name: request.accountName,
    email: request.email,
    parentId: organization.root.id,
    state: "ACTIVE",
    joinedMethod: "CREATED",
    joinedAt: request.endsAt,
  });
  organization.tags[id] = { ...request.tags };
}

/** An e-mail is used up once and for all, in any letter case, by closed accounts too. */
function refusal({ accounts, quotas }: Organization, { email }: CreateAccountRequest): string | undefined {
  const taken = Object.values(accounts).some((account) => account.email.toLowerCase() === email.toLowerCase());
  if (taken) return "EMAIL_ALREADY_EXISTS";
  return Object.keys(accounts).length >= quotas.accounts ? "ACCOUNT_LIMIT_EXCEEDED" : undefined;
}
