import type { CreateAccountStatus } from "@aws-sdk/client-organizations";
import { listAll } from "../../aws/paging.ts";
import { accountsSection, sameEmail } from "../../kinds/account.ts";
import { type Check, failed, ok, skipped, unchecked } from "../check.ts";

/** What AWS allows at first; new organizations sometimes less. AWS Organizations user guide, "Quotas". */
const DEFAULT_QUOTA = 10;

const QUOTAS = "https://us-east-1.console.aws.amazon.com/servicequotas/home/services/organizations/quotas";

export const accountQuota: Check = {
  name: "account-quota",
  title: "there is room for the accounts that org.yaml adds",
  why: "AWS allows an organization ten accounts at first, closed ones included, and refuses the next one",
  async run(context) {
    const { names } = context;
    if ((await context.ownOrganization()) === undefined) return skipped("there is no organization yet");
    const { aws } = await context.caller();
    const [accounts, requests] = await Promise.all([
      listAll(aws.organizations.listAccounts, {}, "Accounts"),
      listAll(aws.organizations.listCreateAccountStatus, {}, "CreateAccountStatuses"),
    ]);
    const entries = Object.values(accountsSection.of(await context.whatConfigSays()) ?? {});
    const added = entries.filter(
      ({ id, invite, email, closed }) =>
        closed !== true &&
        !accounts.some((one) => (one.Id ?? "") === (id ?? invite) || sameEmail(one.Email ?? "", email)),
    ).length;
    const raise = { mend: 'see, or raise, "Default maximum number of accounts" in Service Quotas', copy: QUOTAS };
    const last = requests
      .toSorted((left, right) => endOf(right) - endOf(left))
      .find(({ CompletedTimestamp: at }) => at);
    if (last?.FailureReason === "ACCOUNT_LIMIT_EXCEEDED" && added > 0)
      return failed({
        what: `AWS did not create ${names.name(last.AccountName ?? "an account")} on ${dayOf(endOf(last))}: the organization had as many as it may have, and has ${accounts.length} now`,
        ...raise,
      });
    const total = accounts.length + added;
    const many = `there ${accounts.length === 1 ? "is" : "are"} ${accounts.length} now`;
    if (added === 0) return ok(`${many}, and org.yaml adds none`);
    if (total <= DEFAULT_QUOTA)
      return ok(`${many}, org.yaml adds ${added}, and AWS allows ${DEFAULT_QUOTA} at first`, [
        `some new organizations may have fewer: what yours may have is in Service Quotas, which orgsync does not read: ${QUOTAS}`,
      ]);
    return unchecked({
      what: `${many}, and org.yaml adds ${added}; AWS allows ${DEFAULT_QUOTA} at first, and orgsync has no call that tells how many it allows you`,
      ...raise,
    });
  },
};

const endOf = ({ CompletedTimestamp: at }: CreateAccountStatus): number => at?.getTime() ?? 0;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
