import { invalidInput } from "../identitystore/violations.ts";
import type { Service } from "../operation.ts";
import { accessControl } from "./access-control.ts";
import { assignments } from "./assignments.ts";
import { instances } from "./instances.ts";
import { permissionSets } from "./permission-sets.ts";
import { policies } from "./policies.ts";
import { provisioning } from "./provisioning.ts";
import { statuses } from "./requests.ts";
import { tags } from "./tags.ts";

/** IAM Identity Center: instances, permission sets and who may use them where. */
export const ssoAdmin: Service = {
  signingName: "sso",
  targetPrefix: "SWBExternalService",
  operations: {
    ...instances,
    ...permissionSets,
    ...policies,
    ...accessControl,
    ...tags,
    ...provisioning,
    ...assignments,
    ...statuses,
  },
  quota: { rate: 20, burst: 20 },
  throttled: { name: "ThrottlingException", message: "Rate exceeded" },
  invalid: (_operation, violations) => invalidInput(violations, "shown"),
};
