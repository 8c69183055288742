import type { Aws } from "../../aws/clients.ts";
import { AwsError } from "../../aws/errors.ts";
import { iamAction } from "../../aws/iamActions.ts";
import type { ServiceName } from "../../aws/operations.ts";
import type { IdentityCenterIds } from "../../kinds/identityCenter.ts";
import { accountsSection } from "../../kinds/account.ts";
import { defaultsSection } from "../../kinds/defaults.ts";
import { rootAccessSection } from "../../kinds/rootAccess.ts";
import type { Config } from "../../model/config.ts";
import { type Check, failed, listed, ok, skipped, unchecked, unlessForeseen } from "../check.ts";
import { type Targets, TRIALS } from "../trials.ts";

export const permissions: Check = {
  name: "permissions",
  title: "the caller may read all that plan needs",
  why: "plan stops at the first read that AWS denies: what could not be read is never taken for what is not there",
  async run(context) {
    const { accountId, aws } = await context.caller();
    const organization = await context.ownOrganization();
    if (organization === undefined) return skipped("there is no organization yet, so there is nothing to read");
    const config = await unlessForeseen(context.config());
    // That it could not be found is one of the reads that are told of.
    const instance = await unlessForeseen(context.instance());
    const isManagement = accountId === organization.managementAccountId;
    const targets = await targetsFor(aws, accountId, instance);
    const found = await Promise.all(
      trialsFor(instance).map(async ({ service, operation, input }) => ({
        action: iamAction(service, operation),
        isNeeded: isNeeded(service, operation, { config, isManagement }),
        answer: await answerTo(callOf(aws, service, operation, instance), input(targets)),
      })),
    );
    const actions = (answer: string, needed: boolean): string[] =>
      found.filter((one) => one.answer === answer && one.isNeeded === needed).map(({ action }) => action);
    const [denied, unknown, spared] = [actions("denied", true), actions("unknown", true), actions("denied", false)];
    const notTold = `${unknown.length} of ${found.length} reads got no answer that tells: ${listed(unknown)}`;
    const notes = [
      ...(denied.length > 0 && unknown.length > 0 ? [notTold] : []),
      ...(spared.length > 0
        ? [`denied, and not needed for this org.yaml or from this account: ${listed(spared)}`]
        : []),
      ...(instance === undefined ? ["those of IAM Identity Center were not tried, because it was not found"] : []),
    ];
    if (denied.length > 0)
      return {
        ...failed({
          what: `AWS denies ${denied.length} of ${found.length} reads: ${denied.join(", ")}`,
          fix: "give the caller's role the policy that this prints",
          copy: "orgsync iam plan",
        }),
        notes,
      };
    if (unknown.length > 0) return { ...unchecked({ what: notTold, fix: "run the same command again" }), notes };
    return ok(`of ${found.length} reads none is denied that plan needs`, notes);
  },
};

/** What cannot be asked without knowing where Identity Center is, is not. */
const trialsFor = (instance: IdentityCenterIds | undefined) =>
  (Object.keys(TRIALS) as ServiceName[])
    .filter((service) => instance !== undefined || (service !== "ssoAdmin" && service !== "identityStore"))
    .flatMap((service) => Object.entries(TRIALS[service]).map(([operation, input]) => ({ service, operation, input })));

/** Without an org.yaml all is needed that one might ask for. */
function isNeeded(
  service: ServiceName,
  operation: string,
  { config, isManagement }: { readonly config: Config | undefined; readonly isManagement: boolean },
): boolean {
  // AWS answers these to the management account alone, and plan goes another way from elsewhere.
  if (operation === "listAccountAssignmentsForPrincipal") return isManagement;
  // Names that cannot be asked for are taken from the organization's list.
  if (operation === "getAccountInformation") return false;
  // Only doctor asks.
  if (service === "serviceQuotas") return false;
  if (config === undefined) return isManagement || service !== "iam";
  if (service === "iam") return rootAccessSection.of(config) !== undefined;
  if (operation !== "getAlternateContact") return true;
  const entries = [defaultsSection.of(config), ...Object.values(accountsSection.of(config) ?? {})];
  return entries.some((entry) => entry?.contacts !== undefined);
}

async function targetsFor(aws: Aws, accountId: string, instance: IdentityCenterIds | undefined): Promise<Targets> {
  const roots = await unlessForeseen(aws.organizations.listRoots({}));
  const instanceArn = instance?.instanceArn ?? "";
  const sets =
    instance && (await unlessForeseen(aws.ssoAdmin(instance.region).listPermissionSets({ InstanceArn: instanceArn })));
  return {
    accountId,
    rootId: roots?.Roots?.[0]?.Id ?? "r-0000",
    instanceArn,
    identityStoreId: instance?.identityStoreId ?? "",
    permissionSetArn:
      sets?.PermissionSets?.[0] ?? `${instanceArn.replace(":instance/", ":permissionSet/")}/ps-${"0".repeat(16)}`,
  };
}

type Call = (input: object) => Promise<unknown>;

function callOf(aws: Aws, service: ServiceName, operation: string, instance: IdentityCenterIds | undefined): Call {
  const regional = service === "ssoAdmin" || service === "identityStore";
  const operations: object = regional ? aws[service](instance?.region ?? aws.region) : aws[service];
  const call = (operations as Readonly<Record<string, Call>>)[operation];
  if (call === undefined) throw new Error(`no ${service}:${operation}`);
  return call;
}

/** Errors that come after AWS has looked whether the caller may ask: of things that are not there, and the like. */
const ALLOWED: ReadonlySet<string> = new Set(["missing", "exists", "limit", "other"]);

async function answerTo(call: Call, input: object): Promise<"allowed" | "denied" | "unknown"> {
  try {
    await call(input);
    return "allowed";
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.kind === "denied") return "denied";
    return ALLOWED.has(error.kind) ? "allowed" : "unknown";
  }
}
