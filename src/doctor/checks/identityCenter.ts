import { listAll } from "../../aws/paging.ts";
import {
  identityCenter as kind,
  identityCenterConsole,
  identityCenterSection,
  needsIdentityCenter,
} from "../../kinds/identityCenter.ts";
import { OrgsyncError } from "../../model/errors.ts";
import { type Check, failed, ok, skipped, unchecked } from "../check.ts";
import type { Context } from "../context.ts";
import { complaintOf } from "../run.ts";
import { portal as normal } from "../settings.ts";
import { noFile } from "./file.ts";

export const identityCenter: Check = {
  name: "identity-center",
  title: "IAM Identity Center is on, in the region that org.yaml says",
  why: "people sign in there; it answers in its own region only, and no API switches it on",
  async run(context) {
    const { names } = context;
    if ((await context.ownOrganization()) === undefined) return noOrganization;
    const config = await context.whatConfigSays();
    try {
      const found = await context.instance();
      if (found !== undefined)
        return ok(
          `it is in ${found.region}`,
          identityCenterSection.of(config)?.region === undefined
            ? [`write identityCenter: { region: ${found.region} } into org.yaml, so that it need not be looked for`]
            : [],
        );
      const isWanted = (await context.config()) === undefined || needsIdentityCenter(config);
      if (!isWanted) return skipped(`${names.name(context.file)} has nothing that needs it`);
      return failed({
        what: "it is not switched on",
        fix: "enable it in the console, in the region that it is to live in",
        copy: kind.madeByHand?.link ?? "",
      });
    } catch (error) {
      // Not active yet, or in another region; what could not be asked is another error.
      if (!(error instanceof OrgsyncError) || error.code !== "ORG0603") throw error;
      return failed(complaintOf(error, context));
    }
  },
};

const noOrganization = skipped("there is no organization yet, which it needs");
const notThere = skipped("IAM Identity Center is not there: see the check identity-center");

export const permissionSets: Check = {
  name: "permission-sets",
  title: "its instance has permission sets",
  why: "an instance of a single account has none, and one of an organization may be without: nobody can be given access to accounts then",
  async run(context) {
    const organization = await context.ownOrganization();
    if (organization === undefined) return noOrganization;
    const { aws } = await context.caller();
    const instance = await context.instance();
    if (instance === undefined) return (await accountInstance(context, organization.managementAccountId)) ?? notThere;
    const { region, instanceArn } = instance;
    const { PermissionSetsEnabled: areOn } = await aws.ssoAdmin(region).describeInstance({ InstanceArn: instanceArn });
    if (areOn === true) return ok("permission sets are on");
    if (areOn === false)
      return failed({
        what: "permission sets are off",
        fix: "enable them in the console, under Settings; there is no way back",
        copy: identityCenterConsole(region),
      });
    return unchecked({
      what: "AWS does not say whether permission sets are on",
      fix: "see in the console whether Multi-account permissions has Permission sets",
      copy: identityCenterConsole(region),
    });
  },
};

/** What somebody has made who enabled Identity Center for an account alone. */
async function accountInstance(context: Context, managementAccountId: string) {
  const { aws } = await context.caller();
  const region = identityCenterSection.of(await context.whatConfigSays())?.region ?? aws.region;
  const instances = await listAll(aws.ssoAdmin(region).listInstances, { MaxResults: 10 }, "Instances");
  const other = instances.find(({ OwnerAccountId: owner }) => owner !== undefined && owner !== managementAccountId);
  if (other === undefined) return undefined;
  return failed({
    what: `the instance in ${region} is of account ${context.names.name(other.OwnerAccountId ?? "")} alone, not of the organization`,
    fix: "enable Identity Center in the management account, for the organization",
    copy: identityCenterConsole(region),
  });
}

/** As AWS makes them: with the id of the identity store, or of the instance and its region. */
const FIRST_FORM = /^https:\/\/(d-[0-9a-f]{10})\.awsapps\.com\/start$/;
const SECOND_FORM = /^https:\/\/(ssoins-[0-9a-f]{16})\.(?:portal\.)?([a-z0-9-]+)\.app\.aws$/;

export const portal: Check = {
  name: "portal",
  title: "org.yaml has the URL of the access portal",
  why: "it goes into everybody's AWS settings, and with a wrong one nobody can log in",
  async run(context) {
    const { names } = context;
    const config = await context.config();
    if (config === undefined) return noFile(context);
    if ((await context.ownOrganization()) === undefined) return noOrganization;
    const instance = await context.instance();
    if (instance === undefined) return notThere;
    const { region, identityStoreId, instanceArn } = instance;
    const first = `https://${identityStoreId}.awsapps.com/start`;
    const url = identityCenterSection.of(config)?.startUrl;
    if (url === undefined)
      return ok(`it has none: aws-config writes the one that AWS gives at first, ${names.name(first)}`, [
        "write the one that people know as identityCenter.startUrl, if it was customized",
      ]);
    const [, store] = FIRST_FORM.exec(normal(url)) ?? [];
    const [, id, where] = SECOND_FORM.exec(normal(url)) ?? [];
    const isWrong =
      (store !== undefined && store !== identityStoreId) ||
      (id !== undefined && (!instanceArn.endsWith(`/${id}`) || where !== region));
    const { line } = config.at(["identityCenter", "startUrl"]);
    if (isWrong)
      return failed({
        what: `${names.name(config.file)}:${line} ${names.name(url)} is the portal of another Identity Center`,
        fix: `write startUrl: ${names.name(first)}, or the one that the console shows under Settings`,
        copy: identityCenterConsole(region),
      });
    if (store !== undefined || id !== undefined) return ok(`${names.name(url)} is this one's`);
    return unchecked({
      what: `${names.name(url)} is a customized one, and no API tells which those are`,
      fix: "compare it with the AWS access portal URL that the console shows under Settings",
      copy: identityCenterConsole(region),
    });
  },
};
