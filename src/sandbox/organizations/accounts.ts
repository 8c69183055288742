import type { Context, Operation } from "../operation.ts";
import { AwsError } from "../operation.ts";
import type { Account, CreateAccountRequest, Organization } from "../world.ts";
import { constraint, invalidInput, noAccount } from "./errors.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { checkTags, type Tag } from "./tags.ts";
import { accountsIn, arnOf, isParent, moveTo, organizationOf, pathOf, removeAccount, requireParent } from "./tree.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const MOST_CREATIONS_AT_ONCE = 5;
const MOST_CLOSURES_AT_ONCE = 3;
const DAY = 24 * 3600 * 1000;

export const accounts: Record<string, Operation> = {
  ListAccounts: {
    access: "read",
    quota: { rate: 8, burst: 12 },
    input: shapes.input({}, shapes.paging),
    run: (input, context) => {
      const organization = organizationOf(context.world);
      return page(context, "Accounts", Object.values(organization.accounts), input, (account) => shown(organization, account, context));
    },
  },
  ListAccountsForParent: {
    access: "read",
    quota: { rate: 5, burst: 8 },
    input: shapes.input({ ParentId: shapes.parentId }, shapes.paging),
    run: (input: { ParentId: string }, context) => {
      const organization = organizationOf(context.world);
      requireParent(organization, input.ParentId);
      return page(context, "Accounts", accountsIn(organization, input.ParentId), input, (account) => shown(organization, account, context));
    },
  },
  DescribeAccount: {
    access: "read",
    quota: { rate: 20, burst: 30 },
    input: shapes.input({ AccountId: shapes.accountId }),
    run: ({ AccountId: id }: { AccountId: string }, context) => {
      const organization = organizationOf(context.world);
      return { Account: shown(organization, accountOf(organization, id), context) };
    },
  },
  MoveAccount: {
    access: "write",
    quota: { rate: 2, burst: 3 },
    input: shapes.input({ AccountId: shapes.accountId, SourceParentId: shapes.parentId, DestinationParentId: shapes.parentId }),
    run: ({ AccountId: id, SourceParentId: from, DestinationParentId: to }: Record<"AccountId" | "SourceParentId" | "DestinationParentId", string>, { world }) => {
      const organization = organizationOf(world);
      const account = accountOf(organization, id);
      if (!isParent(organization, to)) {
        throw new AwsError("DestinationParentNotFoundException", "You specified the destination container that doesn't exist.");
      }
      if (account.parentId === to) {
        throw new AwsError("DuplicateAccountException", "The specified account is already present in the specified destination.");
      }
      if (account.parentId !== from) {
        throw new AwsError("SourceParentNotFoundException", "The source container doesn't exist, or the account is not in it.");
      }
      moveTo(organization, account, to);
      return {};
    },
  },
  CreateAccount: {
    access: "write",
    quota: { rate: 0.1, burst: 3 },
    input: shapes.input(
      { Email: shapes.email, AccountName: shapes.newAccountName },
      { RoleName: shapes.roleName, IamUserAccessToBilling: { type: "string", enum: ["ALLOW", "DENY"] }, Tags: shapes.tags },
    ),
    run: (input: { Email: string; AccountName: string; RoleName?: string; Tags?: Tag[] }, { world, now, asyncMs, newId }) => {
      const organization = organizationOf(world);
      requireEmail(input.Email);
      if (/^AWSServiceRoleFor/.test(input.RoleName ?? "")) {
        throw invalidInput("INVALID_ROLE_NAME", "You provided a role name that isn't valid. A role name can't begin with the reserved prefix AWSServiceRoleFor.");
      }
      const tags = checkTags(input.Tags ?? [], {});
      const running = Object.values(organization.createRequests).filter(({ state }) => state === "IN_PROGRESS");
      if (running.length >= MOST_CREATIONS_AT_ONCE) {
        throw new AwsError("TooManyRequestsException", "You have sent too many requests in too short a period of time.", { Type: "CreateAccount" });
      }
      if (Object.keys(organization.accounts).length + running.length >= organization.quotas.accounts) {
        throw constraint("ACCOUNT_NUMBER_LIMIT_EXCEEDED", "You have exceeded the allowed number of AWS accounts.");
      }
      const request: CreateAccountRequest = {
        id: `car-${newId(LETTERS, 32)}`,
        accountName: input.AccountName,
        email: input.Email,
        requestedAt: now,
        endsAt: now + asyncMs,
        state: "IN_PROGRESS",
        tags,
        accountId: newId("123456789", 1) + newId("0123456789", 11),
      };
      organization.createRequests[request.id] = request;
      return { CreateAccountStatus: shownRequest(request) };
    },
  },
  DescribeCreateAccountStatus: {
    access: "read",
    quota: { rate: 2, burst: 2 },
    input: shapes.input({ CreateAccountRequestId: shapes.requestId }),
    run: ({ CreateAccountRequestId: id }: { CreateAccountRequestId: string }, { world }) => {
      const request = organizationOf(world).createRequests[id];
      if (!request) throw new AwsError("CreateAccountStatusNotFoundException", "You specified an create account request that doesn't exist.");
      return { CreateAccountStatus: shownRequest(request) };
    },
  },
  ListCreateAccountStatus: {
    access: "read",
    quota: { rate: 5, burst: 8 },
    input: shapes.input({}, { States: { type: "list", of: { type: "string", enum: ["IN_PROGRESS", "SUCCEEDED", "FAILED"] } }, ...shapes.paging }),
    run: (input: { States?: string[] }, context) => {
      const wanted = input.States ?? [];
      const requests = Object.values(organizationOf(context.world).createRequests).filter(({ state }) => wanted.length === 0 || wanted.includes(state));
      return page(context, "CreateAccountStatuses", requests, input, shownRequest);
    },
  },
  CloseAccount: {
    access: "write",
    quota: { rate: 0.05, burst: 1 },
    input: shapes.input({ AccountId: shapes.accountId }),
    run: ({ AccountId: id }: { AccountId: string }, { world, now, asyncMs }) => {
      const organization = organizationOf(world);
      const account = accountOf(organization, id);
      if (id === organization.managementAccountId) {
        throw constraint("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", "You attempted to close the management account.");
      }
      if (account.state === "CLOSED") throw new AwsError("AccountAlreadyClosedException", "You attempted to close an account that is already closed.");
      if (account.state === "PENDING_CLOSURE") {
        throw new AwsError("ConflictException", "The request failed because it conflicts with the current state of the specified resource.");
      }
      const closing = Object.values(organization.accounts).filter(({ state }) => state === "PENDING_CLOSURE");
      if (closing.length >= MOST_CLOSURES_AT_ONCE) {
        throw constraint("CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED", "You attempted to exceed the number of accounts that you can close at a time.");
      }
      if (closedWithin(organization, now - 30 * DAY) + closing.length >= closureQuota(organization)) {
        throw constraint("CLOSE_ACCOUNT_QUOTA_EXCEEDED", "You have exceeded close account quota for the past 30 days.");
      }
      account.state = "PENDING_CLOSURE";
      account.closesAt = now + asyncMs;
      return {};
    },
  },
  RemoveAccountFromOrganization: {
    access: "write",
    quota: { rate: 2, burst: 2 },
    input: shapes.input({ AccountId: shapes.accountId }),
    run: ({ AccountId: id }: { AccountId: string }, { world, now }) => {
      const organization = organizationOf(world);
      const account = accountOf(organization, id);
      if (id === organization.managementAccountId) {
        throw new AwsError("MasterCannotLeaveOrganizationException", "You can't remove a management account from an organization.");
      }
      if (account.joinedMethod === "CREATED" && now < account.joinedAt + 4 * DAY) {
        throw constraint("WAIT_PERIOD_ACTIVE", "After you create an AWS account, you must wait at least four days before you can remove it from the organization.");
      }
      removeAccount(organization, account);
      return {};
    },
  },
};

/** At most 20 % of the members in 30 days, but at least 250 and at most 1,000. */
const closureQuota = ({ accounts: all }: Organization): number => Math.min(1_000, Math.max(250, Math.floor((Object.keys(all).length - 1) / 5)));

const closedWithin = ({ accounts: all }: Organization, since: number): number =>
  Object.values(all).filter(({ state, closesAt }) => state === "CLOSED" && closesAt !== undefined && closesAt >= since).length;

function accountOf(organization: Organization, id: string): Account {
  const account = organization.accounts[id];
  if (!account) throw noAccount();
  return account;
}

/** What the model's pattern does not say and the documentation of CreateAccount does. */
function requireEmail(email: string): void {
  const [local = "", domain = ""] = [email.slice(0, email.lastIndexOf("@")), email.slice(email.lastIndexOf("@") + 1)];
  // oxlint-disable-next-line no-control-regex -- 7-bit ASCII is the rule
  const ascii = /^[\u0000-\u007f]+$/.test(email);
  const goodLocal = !/[\s"'()<>[\]:;,\\|%&]/.test(local) && !local.startsWith(".");
  const goodDomain = /^[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]$/.test(domain) && domain.includes(".");
  if (!ascii || !goodLocal || !goodDomain) {
    throw invalidInput("INVALID_EMAIL_ADDRESS_TARGET", "You specified an invalid email address for the invited account owner.");
  }
}

/** `Status` was retired in September 2026. */
function shown(organization: Organization, { id, name, email, parentId, state, joinedMethod, joinedAt }: Account, { paths }: Context): object {
  return {
    Id: id,
    Arn: arnOf(organization, "account", id),
    Email: email,
    Name: name,
    State: state,
    JoinedMethod: joinedMethod,
    JoinedTimestamp: joinedAt / 1000,
    ...(paths === false ? {} : { Paths: [pathOf(organization, parentId, id)] }),
  };
}

/** The account's id shows only once there is an account. */
function shownRequest({ id, accountName, state, requestedAt, endsAt, accountId, failureReason }: CreateAccountRequest): object {
  return {
    Id: id,
    AccountName: accountName,
    State: state,
    RequestedTimestamp: requestedAt / 1000,
    ...(state === "IN_PROGRESS" ? {} : { CompletedTimestamp: endsAt / 1000 }),
    ...(state === "SUCCEEDED" ? { AccountId: accountId } : {}),
    ...(state === "FAILED" ? { FailureReason: failureReason } : {}),
  };
}
