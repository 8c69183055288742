import type { CreateAccountState } from "@aws-sdk/client-organizations";
import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { listAll, present } from "../aws/paging.ts";
import { waitFor } from "../aws/wait.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { WriteContext } from "../model/kind.ts";
import { type AccountResource, type AccountSpec, sameEmail } from "./account.ts";

/** In milliseconds; AWS usually takes about a minute. */
const CREATION = { first: 5_000, longest: 10_000, timeout: 20 * 60_000 };
const MOST_TRIES = 10;

/** A creation that was under way when accounts were read may have ended since. */
const BEGUN: CreateAccountState[] = ["IN_PROGRESS", "SUCCEEDED"];

/**
 * Creates the account, or takes over a creation that an earlier run has begun. CreateAccount has no idempotency
 * token and is never resent in doubt: an e-mail address that was used once is used up.
 */
export async function createAccount({ key, spec }: AccountResource, context: WriteContext<Aws>): Promise<string> {
  const { aws, live, progress } = context;
  const { organizations, clock } = aws;
  const began = clock.now();
  const known = new Set([...live.values()].flatMap(({ kind, ids }) => (kind === "account" ? [ids?.["id"]] : [])));
  const isNew = (id: string | undefined): boolean => id === undefined || !known.has(id);
  for (let attempt = 1; ; attempt++) {
    const begun = await listAll(organizations.listCreateAccountStatus, { States: BEGUN }, "CreateAccountStatuses");
    // The status has no e-mail; the account that comes out of it has.
    for (const { Id, AccountName, AccountId, State } of begun) {
      if (AccountName !== spec.name || !isNew(AccountId)) continue;
      progress(`AWS: ${State ?? "IN_PROGRESS"} since an earlier run`);
      const request = present(Id, "organizations:ListCreateAccountStatus", "Id");
      const id = await creationEnd(request, key, spec, context, began).catch(onlyFailed);
      if (id !== undefined && (await hasEmail(aws, id, spec.email))) return id;
    }
    try {
      const { CreateAccountStatus } = await organizations.createAccount({
        Email: spec.email,
        AccountName: spec.name,
        ...(spec.tags === undefined ? {} : { Tags: Object.entries(spec.tags).map(([Key, Value]) => ({ Key, Value })) }),
      });
      const request = present(CreateAccountStatus?.Id, "organizations:CreateAccount", "Id");
      progress(`AWS: ${CreateAccountStatus?.State ?? "IN_PROGRESS"} (request ${request})`);
      return await creationEnd(request, key, spec, context, began);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const tooMany = error.reason === "ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED";
      const notCarriedOut =
        tooMany || error.kind === "busy" || error.kind === "throttled" || error.kind === "unreachable";
      if (!notCarriedOut && error.kind !== "unsure" && error.kind !== "malformed") throw error;
      if (attempt === MOST_TRIES) throw error;
      await clock.sleep(Math.min(60_000, 5_000 * 2 ** (attempt - 1)));
      if (notCarriedOut) continue;
      const found = await findByEmail(aws, spec.email);
      if (found !== undefined) return found.id;
      const again = await listAll(organizations.listCreateAccountStatus, { States: BEGUN }, "CreateAccountStatuses");
      if (again.some(({ AccountName, AccountId }) => AccountName === spec.name && isNew(AccountId))) continue;
      throw new OrgsyncError(
        "ORG0501",
        `account ${key}: nobody knows whether AWS took the request (${error.message})`,
        {
          hint: "orgsync does not send it twice; run the same command again in a few minutes, it looks for the account first",
          cause: error,
        },
      );
    }
  }
}

/** A creation that AWS gave up makes way for another; one of which nobody knows the end does not. */
function onlyFailed(error: unknown): undefined {
  if (!(error instanceof OrgsyncError && error.code === "ORG0507")) throw error;
}

/** The id of the account that a request makes. `began` is when this change did, in milliseconds since the epoch. */
async function creationEnd(
  request: string,
  key: string,
  spec: AccountSpec,
  { aws, progress, alreadyThere }: WriteContext<Aws>,
  began: number,
): Promise<string> {
  const status = await waitFor({
    ...CREATION,
    clock: aws.clock,
    what: `account ${key} (request ${request})`,
    look: async () => {
      const { CreateAccountStatus } = await aws.organizations.describeCreateAccountStatus({
        CreateAccountRequestId: request,
      });
      return present(CreateAccountStatus, "organizations:DescribeCreateAccountStatus", "CreateAccountStatus");
    },
    done: ({ State }) => State === "SUCCEEDED" || State === "FAILED",
    status: { of: ({ State }) => State, pending: ["IN_PROGRESS"] },
  });
  if (status.State === "SUCCEEDED")
    return present(status.AccountId, "organizations:DescribeCreateAccountStatus", "AccountId");
  const reason = status.FailureReason ?? "no reason given";
  if (reason === "EMAIL_ALREADY_EXISTS") {
    // AWS has reported this for the very account that it had just created.
    const found = await findByEmail(aws, spec.email);
    if (found !== undefined) {
      progress(`adopting ${found.id}, which has this e-mail`);
      if (found.joinedAt < began) alreadyThere();
      return found.id;
    }
  }
  throw new OrgsyncError("ORG0507", `account ${key}: AWS could not create it: ${reason} (request ${request})`, {
    hint: creationAdvice(reason, spec),
    holdsForAll: /^ACCOUNT_LIMIT_EXCEEDED$|_PAYMENT_INSTRUMENT$|_BUSINESS_VALIDATION$/.test(reason),
  });
}

/** `joinedAt` is in milliseconds since the epoch. */
async function findByEmail(
  aws: Aws,
  email: string,
): Promise<{ readonly id: string; readonly joinedAt: number } | undefined> {
  const accounts = await listAll(aws.organizations.listAccounts, {}, "Accounts");
  const found = accounts.find(
    ({ Email, State, Status }) => Email !== undefined && sameEmail(Email, email) && (State ?? Status) === "ACTIVE",
  );
  return found?.Id === undefined ? undefined : { id: found.Id, joinedAt: found.JoinedTimestamp?.getTime() ?? 0 };
}

/** Whether the account has the e-mail; one that has left the organization since is nobody's. */
async function hasEmail(aws: Aws, id: string, email: string): Promise<boolean> {
  try {
    const { Account } = await aws.organizations.describeAccount({ AccountId: id });
    return Account?.Email !== undefined && sameEmail(Account.Email, email);
  } catch (error) {
    if (error instanceof AwsError && error.kind === "missing") return false;
    throw error;
  }
}

function creationAdvice(reason: string, { email }: AccountSpec): string {
  switch (reason) {
    case "EMAIL_ALREADY_EXISTS":
      return `${email} already belongs to an AWS account, perhaps a closed one: use another alias, such as ${email.replace("@", "2@")}`;
    case "ACCOUNT_LIMIT_EXCEEDED":
      return 'raise the quota "Default maximum number of accounts" in Service Quotas (AWS Organizations, us-east-1); closed accounts count for 90 days';
    case "CONCURRENT_ACCOUNT_MODIFICATION":
      return "AWS has a request with the same information; run the same command again in a few minutes";
    case "INVALID_EMAIL":
    case "INVALID_ADDRESS":
      return "AWS does not accept the e-mail or the management account's address; check both";
    case "MISSING_PAYMENT_INSTRUMENT":
    case "INVALID_PAYMENT_INSTRUMENT":
      return "add a valid payment method to the management account: https://console.aws.amazon.com/billing/home#/paymentmethods";
    case "MISSING_BUSINESS_VALIDATION":
    case "FAILED_BUSINESS_VALIDATION":
    case "PENDING_BUSINESS_VALIDATION":
    case "UNKNOWN_BUSINESS_VALIDATION":
    case "INVALID_IDENTITY_FOR_BUSINESS_VALIDATION":
      return "AWS must finish the business validation of the management account first; see its account page";
    case "INTERNAL_FAILURE":
      return "AWS failed; run the same command again, and ask AWS Support if it stays";
    default:
      return "see the reason in the AWS Organizations documentation, then run the same command again";
  }
}
