import type { CreateAccountRequest, Organization } from "../world.ts";
import { invalid, notFound, violates } from "./errors.ts";
import { onOrganization } from "./on-organization.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { shownRequest } from "./show.ts";
import { addAccount, addRequest, endRequest, isEmailTaken, isFull, runningRequests } from "./state.ts";
import { tagsFrom } from "./tags.ts";
import type { Tag } from "./tags.ts";

/** How many accounts may be under way at the same time. */
const maxRunning = 5;

interface NewAccount {
  readonly Email: string;
  readonly AccountName: string;
  readonly RoleName?: string;
  readonly Tags?: readonly Tag[];
}

export const createAccount = onOrganization({
  CreateAccount: {
    access: "write",
    members: { ...shapes.newAccount, Tags: shapes.tags },
    required: ["Email", "AccountName"],
    run: ({ Email: email, AccountName: accountName, RoleName = "", Tags }: NewAccount, call) => {
      const { organization, now } = call;
      if (RoleName.startsWith("AWSServiceRoleFor")) throw invalid("INVALID_ROLE_NAME");
      const given = tagsFrom(Tags);
      const running = runningRequests(organization);
      if (running.length >= maxRunning) throw violates("ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED");
      // Those in progress do not count yet: which of them find no room shows when they end.
      if (isFull(organization)) throw violates("ACCOUNT_NUMBER_LIMIT_EXCEEDED");
      const isSame = (one: CreateAccountRequest): boolean =>
        one.accountName === accountName && one.email.toLowerCase() === email.toLowerCase();
      const request: CreateAccountRequest = {
        id: `car-${call.newId("0123456789abcdef", 32)}`,
        accountName,
        email,
        requestedAt: now,
        endsAt: now + call.asyncMs,
        state: "IN_PROGRESS",
        tags: given,
        // Chosen here, so that everybody who ends this request makes the same account.
        accountId: call.newId("0123456789", 12),
        ...(running.some(isSame) ? { failsWith: "CONCURRENT_ACCOUNT_MODIFICATION" } : {}),
      };
      addRequest(organization, request);
      return { CreateAccountStatus: shownRequest(request) };
    },
  },
  DescribeCreateAccountStatus: {
    access: "read",
    members: { CreateAccountRequestId: shapes.createRequestId },
    required: ["CreateAccountRequestId"],
    run: ({ CreateAccountRequestId: id }, { organization }) => {
      const { createRequests } = organization;
      const request = Object.hasOwn(createRequests, id) ? createRequests[id] : undefined;
      if (!request) throw notFound("CreateAccountStatus");
      return { CreateAccountStatus: shownRequest(request) };
    },
  },
  ListCreateAccountStatus: {
    access: "read",
    members: { States: shapes.createStates, ...shapes.paging },
    run: (input: { States?: string[] }, call) => {
      const all = Object.values(call.organization.createRequests);
      const { States: states = [] } = input;
      const wanted = states.length === 0 ? all : all.filter(({ state }) => states.includes(state));
      return page(call, "CreateAccountStatuses", wanted, input, shownRequest);
    },
  },
});

/** Ends a request: the account is there, in the root, or it is known why not. */
export function completeRequest(organization: Organization, request: CreateAccountRequest): void {
  const failure = request.failsWith ?? failureOf(organization, request);
  if (failure === undefined) {
    const { accountId: id, accountName: name, email, endsAt: joinedAt } = request;
    const parentId = organization.root.id;
    addAccount(organization, { id: id!, name, email, parentId, state: "ACTIVE", joinedMethod: "CREATED", joinedAt });
    organization.tags[id!] = request.tags;
  }
  endRequest(organization, request, failure);
}

function failureOf(organization: Organization, { email }: CreateAccountRequest): string | undefined {
  if (!isDeliverable(email)) return "INVALID_EMAIL";
  if (isEmailTaken(organization, email)) return "EMAIL_ALREADY_EXISTS";
  return isFull(organization) ? "ACCOUNT_LIMIT_EXCEEDED" : undefined;
}

/** AWS's rules for addresses beyond the pattern. */
function isDeliverable(email: string): boolean {
  const [local = "", domain = ""] = email.split("@");
  return (
    /^(?!\.)[!-~]+$/.test(local) &&
    !/["'()<>[\]:;,\\|%&]/.test(local) &&
    /^(?![-.])[A-Za-z0-9.-]+(?<![-.])$/.test(domain)
  );
}
