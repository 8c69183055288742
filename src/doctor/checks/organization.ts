import { organizationLine, organizationSection } from "../../kinds/organization.ts";
import { type Check, failed, ok, skipped } from "../check.ts";
import { noFile } from "./file.ts";

export const organization: Check = {
  name: "organization",
  title: "there is an organization, with all features",
  why: "with consolidated billing only there is no Identity Center for the organization, and there are no policies",
  async run(context) {
    const { names } = context;
    const { accountId } = await context.caller();
    const there = await context.organization();
    if (there === undefined) {
      if (organizationSection.of(await context.whatConfigSays()) !== undefined)
        return ok("there is none yet: orgsync apply creates it");
      return failed({
        what: `account ${names.name(accountId)} is in no organization`,
        fix: "use other credentials, or write this into org.yaml to have one created",
        copy: "organization: {}",
      });
    }
    if (there.featureSet !== "ALL")
      return failed({
        what: `${names.name(there.id)} has consolidated billing only`,
        fix: "enable all features in the console: every invited account must agree",
        copy: "https://console.aws.amazon.com/organizations/v2/home/settings",
      });
    return ok(`${names.name(there.id)} has all features`);
  },
};

export const organizationId: Check = {
  name: "organization-id",
  title: "org.yaml names this organization",
  why: "it keeps a plan from any other organization that credentials may be of; apply needs it",
  async run(context) {
    const { names, isSandbox, file } = context;
    const config = await context.config();
    if (config === undefined) return noFile(context);
    const there = await context.organization();
    const wanted = organizationSection.of(config)?.id;
    if (wanted === undefined) {
      if (there === undefined) return skipped("there is no organization yet, so it has no id");
      if (isSandbox) return skipped("the sandbox is one of its own, and needs none");
      return failed({
        what: `${names.name(file)} does not say which organization it is for`,
        fix: `write this into it, if it is for ${names.name(there.id)}`,
        copy: names.areHidden ? "organization: { id: ... }" : organizationLine(there),
      });
    }
    if (there?.id === wanted) return ok(`it names ${names.name(wanted)}`);
    const { line } = config.at(["organization", "id"]);
    return failed({
      what: `${names.name(file)}:${line} names ${names.name(wanted)}, but these credentials are of ${there === undefined ? "an account in no organization" : names.name(there.id)}`,
      fix: "use credentials of the right organization, or correct organization.id",
      copy: "aws sts get-caller-identity",
    });
  },
};
