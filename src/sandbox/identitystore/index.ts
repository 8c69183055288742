import type { Service } from "../operation.ts";
import { groups } from "./groups.ts";
import { memberships } from "./memberships.ts";
import { users } from "./users.ts";
import { invalidInput } from "./violations.ts";

/** The identity store behind IAM Identity Center: users, groups and who is in which. */
export const identityStore: Service = {
  signingName: "identitystore",
  targetPrefix: "AWSIdentityStore",
  operations: { ...users, ...groups, ...memberships },
  throttled: { name: "ThrottlingException", message: "Rate exceeded" },
  invalid: (_operation, violations) => invalidInput(violations, "hidden"),
};
