import type { Operation, Service } from "../operation.ts";
import { accounts } from "./accounts.ts";
import { attachments } from "./attachments.ts";
import { createAccount } from "./create-account.ts";
import { delegation } from "./delegation.ts";
import { invitations } from "./invitations.ts";
import { organization } from "./organization.ts";
import { policies } from "./policies.ts";
import { policyTypes } from "./policy-types.ts";
import { rates } from "./rates.ts";
import { resourcePolicy } from "./resource-policy.ts";
import { serviceAccess } from "./service-access.ts";
import { tags } from "./tags.ts";
import { tree } from "./tree.ts";
import { units } from "./units.ts";
import { invalidInput } from "./violations.ts";

const operations: Readonly<Record<string, Operation>> = {
  ...organization,
  ...tree,
  ...accounts,
  ...createAccount,
  ...units,
  ...tags,
  ...policies,
  ...attachments,
  ...policyTypes,
  ...resourcePolicy,
  ...serviceAccess,
  ...delegation,
  ...invitations,
};

/** AWS Organizations: accounts, and the units that they are in. */
export const organizations: Service = {
  signingName: "organizations",
  targetPrefix: "AWSOrganizationsV20161128",
  operations: Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => {
      const quota = rates[name];
      return [name, quota ? { ...operation, quota } : operation];
    }),
  ),
  throttled: {
    name: "TooManyRequestsException",
    message: "You have sent too many requests in too short a period of time.",
  },
  invalid: (_operation, violations) => invalidInput(violations),
};
