import { isDelegated } from "../caller.ts";
import { AwsError } from "../operation.ts";
import type { Account, Organization } from "../world.ts";
import { notFound, violates } from "./errors.ts";
import { accountOf, onOrganization } from "./on-organization.ts";
import type { Call } from "./on-organization.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { shownAccount } from "./show.ts";
import { accountsIn, closingAccounts, isParent, moveAccount, removeAccount, startClosing } from "./state.ts";
import { requireParent } from "./units.ts";

const day = 24 * 60 * 60 * 1000;
/** How long a created account must stay. */
const waitingPeriod = 4 * day;
/** How many accounts may be closed at the same time. */
const maxClosing = 3;

export const accounts = onOrganization({
  DescribeAccount: {
    access: "read",
    members: { AccountId: shapes.accountId },
    required: ["AccountId"],
    run: (input, call) => ({ Account: shownAccount(call, accountOf(call, input.AccountId)) }),
  },
  ListAccounts: {
    access: "read",
    members: shapes.paging,
    run: (input, call) => listed(call, Object.values(call.organization.accounts), input),
  },
  ListAccountsForParent: {
    access: "read",
    members: { ParentId: shapes.parentId, ...shapes.paging },
    required: ["ParentId"],
    run: (input, call) => {
      requireParent(call, input.ParentId);
      return listed(call, accountsIn(call.organization, input.ParentId), input);
    },
  },
  MoveAccount: {
    access: "write",
    members: {
      AccountId: shapes.accountId,
      SourceParentId: shapes.parentId,
      DestinationParentId: shapes.parentId,
    },
    required: ["AccountId", "SourceParentId", "DestinationParentId"],
    run: ({ AccountId, SourceParentId: source, DestinationParentId: destination }, call) => {
      const { organization } = call;
      const account = accountOf(call, AccountId);
      if (!isParent(organization, source)) throw notFound("SourceParent");
      if (!isParent(organization, destination)) throw notFound("DestinationParent");
      if (account.parentId === destination) {
        throw new AwsError("DuplicateAccountException", "The account is already present in the specified destination.");
      }
      if (account.parentId !== source) throw notFound("SourceParent");
      moveAccount(organization, account, destination);
      return {};
    },
  },
  CloseAccount: {
    access: "write",
    members: { AccountId: shapes.accountId },
    required: ["AccountId"],
    run: (input, call) => {
      const { organization, now } = call;
      const account = accountOf(call, input.AccountId);
      if (organization.featureSet !== "ALL") throw violates("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE");
      if (account.id === organization.managementAccountId) throw violates("CANNOT_CLOSE_MANAGEMENT_ACCOUNT");
      if (account.state === "CLOSED") {
        throw new AwsError("AccountAlreadyClosedException", "The provided account is already closed.");
      }
      if (account.state !== "ACTIVE" && account.state !== "SUSPENDED") {
        const text = "The request failed because it conflicts with the current state of the specified resource.";
        throw new AwsError("ConflictException", text);
      }
      requireNotDelegated(organization, account);
      if (closingAccounts(organization).length >= maxClosing) throw violates("CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED");
      if (closedLately(organization, now) >= closeQuota(organization)) throw violates("CLOSE_ACCOUNT_QUOTA_EXCEEDED");
      startClosing(organization, account, now + call.asyncMs);
      return {};
    },
  },
  RemoveAccountFromOrganization: {
    access: "write",
    members: { AccountId: shapes.accountId },
    required: ["AccountId"],
    run: (input, call) => leave(call, accountOf(call, input.AccountId)),
  },
  LeaveOrganization: {
    access: "write",
    everyMember: true,
    run: (_input, call) => leave(call, accountOf(call, call.caller.accountId)),
  },
});

function listed(call: Call, all: readonly Account[], input: object): object {
  return page(call, "Accounts", all, input, (account) => shownAccount(call, account));
}

/** Only accounts that were invited have what it takes to stand alone: a way to pay. */
function leave({ organization, now }: Call, account: Account): object {
  if (account.id === organization.managementAccountId) {
    const text = "You can't remove the management account from the organization.";
    throw new AwsError("MasterCannotLeaveOrganizationException", text);
  }
  requireNotDelegated(organization, account);
  if (account.joinedMethod === "CREATED") {
    if (now < account.joinedAt + waitingPeriod) throw violates("WAIT_PERIOD_ACTIVE");
    throw violates("MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED");
  }
  removeAccount(organization, account);
  return {};
}

function requireNotDelegated(organization: Organization, { id }: Account): void {
  if (isDelegated(organization, id)) throw violates("CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG");
}

/** Accounts that were asked to be closed within the last 30 days. */
function closedLately(organization: Organization, now: number): number {
  const since = now - 30 * day;
  return Object.values(organization.accounts).filter(({ closesAt }) => closesAt !== undefined && closesAt > since)
    .length;
}

function closeQuota({ accounts: all }: Organization): number {
  const members = Object.keys(all).length - 1;
  return Math.min(Math.max(250, Math.floor(members / 5)), 1000);
}
