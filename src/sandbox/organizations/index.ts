import type { Service } from "../operation.ts";
import { accounts } from "./accounts.ts";
import { invalid } from "./errors.ts";
import { organizationOperations } from "./organization.ts";
import { policies } from "./policies.ts";
import { tags } from "./tags.ts";
import { units } from "./units.ts";

/** AWS Organizations, as its management account sees it. */
export const organizations: Service = {
  signingName: "organizations",
  targetPrefix: "AWSOrganizationsV20161128",
  operations: { ...organizationOperations, ...accounts, ...units, ...tags, ...policies },
  throttled: { name: "TooManyRequestsException", message: "You have sent too many requests in too short a period of time." },
  invalid,
};
