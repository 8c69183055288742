import { AwsError } from "../../aws/errors.ts";
import { delegatedServicesOf } from "../../kinds/delegatedServices.ts";
import { type Check, failed, listed, ok, skipped } from "../check.ts";
import { complaintOf } from "../run.ts";
import { badVariable, credentialsTrouble, isAboutCredentials } from "../setup.ts";

export const credentials: Check = {
  name: "credentials",
  title: "there are AWS credentials, and they are good",
  why: "without them AWS tells orgsync nothing",
  async run(context) {
    const { env, names } = context;
    const bad = context.isSandbox ? undefined : badVariable({ env, name: names.name });
    if (bad !== undefined) return failed(bad);
    try {
      const { accountId, arn } = await context.identity();
      const partition = arn.split(":")[1] ?? "aws";
      if (partition !== "aws")
        return failed({
          what: `they are for the partition ${partition}, and orgsync supports aws only`,
          fix: "use credentials of a commercial account",
        });
      const notes = arn.endsWith(":root")
        ? ["these are of the root user, whom nothing limits: sign in as a user of IAM Identity Center instead"]
        : [];
      return ok(`${names.name(arn)} in account ${names.name(accountId)}`, notes);
    } catch (error) {
      if (!(error instanceof AwsError) || !isAboutCredentials(error)) throw error;
      const profile = env["AWS_PROFILE"];
      const { what, fix } = complaintOf(error, context);
      const told = profile === undefined ? what : `${what} (AWS_PROFILE is ${names.name(profile)})`;
      // Of the sandbox, whose credentials are its own, this machine tells nothing.
      const trouble = context.isSandbox
        ? undefined
        : credentialsTrouble(await context.setup(), { said: told, answered: error.requestId !== undefined });
      return failed(trouble ?? { what: told, fix });
    }
  },
};

const CENTER = "sso.amazonaws.com";

export const managementAccount: Check = {
  name: "management-account",
  title: "they are of the management account, or of the delegated administrator of Identity Center",
  why: "to other accounts AWS shows next to nothing of the organization, and lets them change nothing of it",
  async run(context) {
    const { names } = context;
    const { accountId, aws } = await context.caller();
    const organization = await context.organization();
    if (organization === undefined)
      return skipped("there is no organization yet: the account that creates it will be its management account");
    const management = names.name(organization.managementAccountId);
    if (accountId === organization.managementAccountId) return ok(`${management} is the management account`);
    const fix = `use credentials of the management account ${management}`;
    const own = names.name(accountId);
    try {
      const services = await delegatedServicesOf(aws, accountId);
      if (services.includes(CENTER))
        return ok(`${own} is the delegated administrator of IAM Identity Center`, [
          `from here plan reads all; accounts, units, and access to ${management} itself are changed from there only`,
        ]);
      const others = services.length === 0 ? "no service" : listed(services);
      return failed({ what: `${own} is a member account, which administers ${others} for the organization`, fix });
    } catch (error) {
      if (!(error instanceof AwsError) || error.kind !== "denied") throw error;
      return failed({ what: `${own} is a member account, which may not read the organization`, fix });
    }
  },
};
