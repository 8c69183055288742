import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { present } from "../aws/paging.ts";
import { waitFor } from "../aws/wait.ts";
import type { Config } from "../model/config.ts";
import type { WriteContext } from "../model/kind.ts";
import { type AccountIds, type AccountResource, accountsSection, type AccountState } from "./account.ts";
import { stateOf } from "./accountRead.ts";

/** In milliseconds; AWS usually shows within seconds that it closes an account, and takes minutes to finish. */
const CLOSING = { first: 5_000, longest: 15_000, timeout: 10 * 60_000 };

/** How long a request is sent again, and the pause before each, in milliseconds. AWS takes one every 20 seconds. */
const PATIENCE = 2 * 60_000;
const PATIENCE_IN_LINE = 15 * 60_000;
const PAUSE = 20_000;

/** AWS Organizations quotas, "Number of member accounts you can close at once". */
export const CLOSING_LANE = { name: "account closing", limit: 3 };

/** Whether the file says that an account is closed, or is to be: then nothing else of it changes. */
export const isToBeClosed = (config: Config, key: string): boolean =>
  accountsSection.of(config)?.[key]?.closed === true;

/**
 * Closes the account, and waits until AWS shows that it does. Nothing stops it from then on; that AWS finishes, which
 * takes minutes more, is not waited for. AWS Organizations API reference, "CloseAccount".
 */
export async function closeAccount(
  { key, ids }: AccountResource,
  { aws, progress }: Pick<WriteContext<Aws>, "aws" | "progress">,
): Promise<void> {
  const { id } = ids as AccountIds;
  if ((await ask(aws, id, progress)) === "over") return;
  await waitFor({
    ...CLOSING,
    clock: aws.clock,
    what: `closing account ${key} (${id})`,
    look: () => stateNow(aws, id),
    done: (state) => {
      if (!isClosing(state)) progress(`AWS: ${state}`);
      return isClosing(state);
    },
  });
}

/**
 * Asks AWS to close it. When nobody knows whether AWS took the request, or AWS is at work on the account, its state
 * tells before it is asked once more; asked twice, it is closed once.
 */
async function ask(aws: Aws, id: string, progress: (detail: string) => void): Promise<"begun" | "over"> {
  const began = aws.clock.now();
  for (;;) {
    try {
      await aws.organizations.closeAccount({ AccountId: id });
      return "begun";
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      if (error.kind === "missing" || error.awsName === "AccountAlreadyClosedException") return "over";
      const isInLine = error.reason === "CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED";
      if (!isInLine && !["busy", "unsure", "malformed"].includes(error.kind)) throw error;
      if (aws.clock.now() - began >= (isInLine ? PATIENCE_IN_LINE : PATIENCE)) throw error;
      if (isInLine) progress("AWS: three accounts are being closed already; waiting for one of them");
      await aws.clock.sleep(PAUSE);
      if (isClosing(await stateNow(aws, id))) return "over";
    }
  }
}

/** Older endpoints call an account that they have closed SUSPENDED. */
const isClosing = (state: AccountState | "gone"): boolean => state !== "ACTIVE" && state !== "PENDING_ACTIVATION";

async function stateNow(aws: Aws, id: string): Promise<AccountState | "gone"> {
  const operation = "organizations:DescribeAccount";
  try {
    const { Account } = await aws.organizations.describeAccount({ AccountId: id });
    const found = present(Account, operation, "Account");
    return stateOf(found.State ?? found.Status, operation);
  } catch (error) {
    if (error instanceof AwsError && error.kind === "missing") return "gone";
    throw error;
  }
}
