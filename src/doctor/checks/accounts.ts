import type { CreateAccountStatus } from "@aws-sdk/client-organizations";
import type { Aws } from "../../aws/clients.ts";
import { listAll } from "../../aws/paging.ts";
import { accountsSection, sameEmail } from "../../kinds/account.ts";
import { ACCOUNT_QUOTA_CONSOLE, accountQuota as quotaOf } from "../../kinds/accountQuota.ts";
import { type Check, failed, ok, skipped, unchecked } from "../check.ts";

/** What AWS allows at first; new organizations sometimes less. AWS Organizations user guide, "Quotas". */
const DEFAULT_QUOTA = 10;

export const accountQuota: Check = {
  name: "account-quota",
  title: "there is room for the accounts that org.yaml adds",
  why: "AWS allows an organization ten accounts at first, closed ones and open invitations included, and refuses the next one",
  async run(context) {
    const { names } = context;
    const organization = await context.ownOrganization();
    if (organization === undefined) return skipped("there is no organization yet");
    const { aws, accountId } = await context.caller();
    const [accounts, handshakes, quota] = await Promise.all([
      listAll(aws.organizations.listAccounts, {}, "Accounts"),
      listAll(aws.organizations.listHandshakesForOrganization, { Filter: { ActionType: "INVITE" } }, "Handshakes"),
      accountId === organization.managementAccountId ? quotaOf(aws) : undefined,
    ]);
    const invited = handshakes.filter(({ State }) => State === "REQUESTED" || State === "OPEN").length;
    const entries = Object.values(accountsSection.of(await context.whatConfigSays()) ?? {});
    const added = entries.filter(
      ({ id, invite, email, closed }) =>
        closed !== true &&
        !accounts.some((one) => (one.Id ?? "") === (id ?? invite) || sameEmail(one.Email ?? "", email)),
    ).length;
    const used = accounts.length + invited;
    const many = `there ${accounts.length === 1 ? "is" : "are"} ${accounts.length}${invited === 0 ? "" : `, and ${invited} invited`}`;
    const raise = {
      fix: 'see, or raise, "Default maximum number of accounts" in Service Quotas',
      copy: ACCOUNT_QUOTA_CONSOLE,
    };
    if (quota !== undefined) {
      const says = `${many}, and org.yaml adds ${added === 0 ? "none" : added}; AWS allows ${quota}`;
      return used + added > quota ? failed({ what: says, ...raise }) : ok(says);
    }
    if (added === 0) return ok(`${many}, and org.yaml adds none`);
    const last = await lastRequest(aws);
    if (last?.FailureReason === "ACCOUNT_LIMIT_EXCEEDED")
      return failed({
        what: `AWS did not create ${names.name(last.AccountName ?? "an account")} on ${dayOf(endOf(last))}: the organization had as many as it may have; now ${many}`,
        ...raise,
      });
    return unchecked({
      what: `${many}, and org.yaml adds ${added}; AWS allows ${DEFAULT_QUOTA} at first, and does not tell the caller how many it allows now`,
      ...raise,
    });
  },
};

/** The request to create an account that ended last. */
async function lastRequest(aws: Aws): Promise<CreateAccountStatus | undefined> {
  const requests = await listAll(aws.organizations.listCreateAccountStatus, {}, "CreateAccountStatuses");
  return requests
    .toSorted((left, right) => endOf(right) - endOf(left))
    .find(({ CompletedTimestamp: at }) => at !== undefined);
}

const endOf = ({ CompletedTimestamp: at }: CreateAccountStatus): number => at?.getTime() ?? 0;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
