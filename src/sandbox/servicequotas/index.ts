import { AwsError } from "../operation.ts";
import type { Operation, Service } from "../operation.ts";

/** How many accounts an organization may have. */
const ACCOUNTS = "L-E619E033";

/** The region in which AWS keeps the quotas of global services. */
const GLOBAL_REGION = "us-east-1";

const getServiceQuota: Operation = {
  access: "read",
  input: {
    type: "structure",
    members: {
      ServiceCode: { type: "string", min: 1, max: 63, pattern: /^[a-zA-Z][a-zA-Z0-9-]{1,63}$/ },
      QuotaCode: { type: "string", min: 1, max: 128, pattern: /^[a-zA-Z][a-zA-Z0-9-]{1,128}$/ },
      ContextId: { type: "string", min: 1, max: 2048 },
    },
    required: ["ServiceCode", "QuotaCode"],
  },
  run({ ServiceCode, QuotaCode }, { world: { organization }, caller: { accountId }, region }) {
    const isThere =
      ServiceCode === "organizations" &&
      QuotaCode === ACCOUNTS &&
      region === GLOBAL_REGION &&
      organization?.managementAccountId === accountId;
    if (!isThere)
      throw new AwsError(
        "NoSuchResourceException",
        "The request failed because the specified resource does not exist.",
      );
    return {
      Quota: {
        ServiceCode,
        ServiceName: "AWS Organizations",
        QuotaArn: `arn:aws:servicequotas::${accountId}:organizations/${ACCOUNTS}`,
        QuotaCode,
        QuotaName: "Default maximum number of accounts",
        Value: organization.quotas.accounts,
        Unit: "None",
        Adjustable: true,
        GlobalQuota: true,
        QuotaAppliedAtLevel: "ACCOUNT",
      },
    };
  },
};

/** Service Quotas, as far as it is about how many accounts an organization may have. */
export const serviceQuotas: Service = {
  signingName: "servicequotas",
  targetPrefix: "ServiceQuotasV20190624",
  operations: { GetServiceQuota: getServiceQuota },
  throttled: { name: "TooManyRequestsException", message: "Rate exceeded" },
  invalid: (_operation, violations) =>
    new AwsError(
      "IllegalArgumentException",
      violations.map(({ member }) => `Value at '${member}' failed to satisfy its constraint`).join("; "),
    ),
};
