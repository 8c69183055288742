import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";

/** How many accounts an organization may have, as Service Quotas calls it. */
export const ACCOUNT_QUOTA = { ServiceCode: "organizations", QuotaCode: "L-E619E033" };

/** Where it is raised. */
export const ACCOUNT_QUOTA_CONSOLE =
  "https://us-east-1.console.aws.amazon.com/servicequotas/home/services/organizations/quotas";

/**
 * How many accounts the organization may have; only its management account is told. Undefined where AWS does not tell
 * the caller, or has no such service: to know it is a help and never needed.
 */
export async function accountQuota(aws: Aws): Promise<number | undefined> {
  try {
    return (await aws.serviceQuotas.getServiceQuota(ACCOUNT_QUOTA)).Quota?.Value;
  } catch (error) {
    if (error instanceof AwsError && ["denied", "missing", "unimplemented"].includes(error.kind)) return undefined;
    throw error;
  }
}
