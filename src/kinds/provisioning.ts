import type { Aws } from "../aws/clients.ts";
import { forEachOf, listAll, present } from "../aws/paging.ts";
import { waitFor } from "../aws/wait.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { WriteContext } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { accountLane, type AccountIds, accountsOf } from "./account.ts";
import { assignmentsOf } from "./assignment.ts";
import { type IdentityCenterIds, instanceOf } from "./identityCenter.ts";
import type { PermissionSetResource, PermissionSetSpec } from "./permissionSet.ts";

/** Fields that accounts get only when the set is provisioned to them again. */
export const PROVISIONED: readonly (keyof PermissionSetSpec)[] = [
  "sessionDuration",
  "relayState",
  "managedPolicies",
  "customerManagedPolicies",
  "inlinePolicy",
  "permissionsBoundary",
  "outdatedIn",
];

/** Accounts that have the set because somebody is assigned it there. */
export function provisionedTo(aws: Aws, { region, instanceArn }: IdentityCenterIds, arn: string): Promise<string[]> {
  const input = { InstanceArn: instanceArn, PermissionSetArn: arn, MaxResults: 100 };
  return listAll(aws.ssoAdmin(region).listAccountsForProvisionedPermissionSet, input, "AccountIds");
}

/** AWS fails to provision to an account that is not active, so such an account never counts as outdated. */
export async function readOutdated(
  aws: Aws,
  { region, instanceArn }: IdentityCenterIds,
  arn: string,
  accounts: Promise<readonly Resource[]>,
): Promise<string[]> {
  const ids = await listAll(
    aws.ssoAdmin(region).listAccountsForProvisionedPermissionSet,
    {
      InstanceArn: instanceArn,
      PermissionSetArn: arn,
      ProvisioningStatus: "LATEST_PERMISSION_SET_NOT_PROVISIONED",
      MaxResults: 100,
    },
    "AccountIds",
  );
  return activeAmong(ids, await accounts).map(({ key }) => key);
}

function activeAmong(ids: readonly string[], accounts: readonly Resource[]): Resource[] {
  const wanted = new Set(ids);
  return accounts.filter(({ kind, ids: known }) => {
    const { id, state } = (known ?? {}) as unknown as Partial<AccountIds>;
    return kind === "account" && id !== undefined && wanted.has(id) && state === "ACTIVE";
  });
}

/** In milliseconds; AWS usually takes a few seconds an account. */
const PROVISIONING = { first: 2_000, longest: 10_000, timeout: 15 * 60_000 };

/**
 * Brings the set's new version to the accounts that have an older one: account by account, because AWS fails the call
 * for all accounts when one of them is not active, and not where this apply takes the set's last assignment away.
 */
export async function provision(
  set: PermissionSetResource,
  arn: string,
  fields: readonly string[],
  { aws, live, desired, inLane, progress }: WriteContext<Aws>,
): Promise<void> {
  const { region, instanceArn } = instanceOf(live);
  const sso = aws.ssoAdmin(region);
  const edited = fields.some((field) => field !== "outdatedIn");
  const ids = await listAll(
    sso.listAccountsForProvisionedPermissionSet,
    {
      InstanceArn: instanceArn,
      PermissionSetArn: arn,
      MaxResults: 100,
      // Right after an edit every account is outdated, whether AWS shows it yet or not.
      ...(edited ? {} : { ProvisioningStatus: "LATEST_PERMISSION_SET_NOT_PROVISIONED" as const }),
    },
    "AccountIds",
  );
  const emptied = accountsLosing(set.key, live, desired);
  const accounts = activeAmong(ids, accountsOf(live) as unknown as Resource[]).filter(({ key }) => !emptied.has(key));
  const counted = `${accounts.length} ${accounts.length === 1 ? "account" : "accounts"}`;
  let done = 0;
  const failures = await forEachOf(accounts, ({ key, ids: known }) =>
    inLane({ name: "provisioning", limit: 3 }, () =>
      inLane(accountLane(key), async () => {
        const { PermissionSetProvisioningStatus: begun } = await sso.provisionPermissionSet({
          InstanceArn: instanceArn,
          PermissionSetArn: arn,
          TargetType: "AWS_ACCOUNT",
          TargetId: (known as unknown as AccountIds).id,
        });
        const request = present(begun?.RequestId, "ssoAdmin:ProvisionPermissionSet", "RequestId");
        const ended =
          begun?.Status === "SUCCEEDED"
            ? begun
            : await waitFor({
                ...PROVISIONING,
                clock: aws.clock,
                what: `provisioning ${set.key} to ${key} (request ${request})`,
                look: async () => {
                  const { PermissionSetProvisioningStatus } = await aws
                    .settling()
                    .ssoAdmin(region)
                    .describePermissionSetProvisioningStatus({
                      InstanceArn: instanceArn,
                      ProvisionPermissionSetRequestId: request,
                    });
                  return present(
                    PermissionSetProvisioningStatus,
                    "ssoAdmin:DescribePermissionSetProvisioningStatus",
                    "Status",
                  );
                },
                done: ({ Status }) => Status === "SUCCEEDED" || Status === "FAILED",
                status: { of: ({ Status }) => Status, pending: ["IN_PROGRESS"] },
              });
        progress(`provisioned to ${++done} of ${counted}`);
        return ended.Status === "FAILED"
          ? `${key}: ${ended.FailureReason ?? "no reason given"} (request ${request})`
          : undefined;
      }),
    ),
  );
  const failed = failures.filter((failure) => failure !== undefined);
  if (failed.length === 0) return;
  throw new OrgsyncError(
    "ORG0507",
    `permission set ${set.key} could not be provisioned to ${failed.length} of ${counted}: ${failed.join("; ")}`,
    {
      hint: "a policy of your own must exist in every account; correct that and run the same command again",
    },
  );
}

/** Accounts where this plan takes the set's last assignment away, and with it the role. */
function accountsLosing(set: string, live: Snapshot, desired: Snapshot): Set<string> {
  const accounts = (snapshot: Snapshot): Set<string> =>
    new Set(
      assignmentsOf(snapshot)
        .filter(({ spec }) => spec.permissionSet === set)
        .map(({ spec }) => spec.account),
    );
  const kept = accounts(desired);
  return new Set([...accounts(live)].filter((key) => !kept.has(key)));
}
