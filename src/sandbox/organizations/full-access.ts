import type { Policy } from "../world.ts";

/** The id of the service control policy that AWS attaches to everything at birth. */
export const FULL_ACCESS = "p-FullAWSAccess";
/** The id of the resource control policy that AWS attaches to everything while that type is enabled. */
export const RCP_FULL_ACCESS = "p-RCPFullAWSAccess";

const document = (allowed: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...allowed }] }, undefined, 2);

/** The policies that AWS owns, by id: each allows everything that its type can forbid. */
const AWS_POLICIES: Readonly<Record<string, Policy>> = {
  [FULL_ACCESS]: {
    id: FULL_ACCESS,
    name: "FullAWSAccess",
    description: "Allows access to every operation",
    type: "SERVICE_CONTROL_POLICY",
    content: document({ Action: "*", Resource: "*" }),
  },
  [RCP_FULL_ACCESS]: {
    id: RCP_FULL_ACCESS,
    name: "RCPFullAWSAccess",
    description: "Allows access to every resource",
    type: "RESOURCE_CONTROL_POLICY",
    content: document({ Principal: "*", Action: "*", Resource: "*" }),
  },
};

export const awsPolicies: readonly Policy[] = Object.values(AWS_POLICIES);

/** Whether a policy is AWS's, so that nobody can change it. */
export const isAwsManaged = (id: string): boolean => Object.hasOwn(AWS_POLICIES, id);

/** The policy of AWS's that has that id. */
export const awsPolicyOf = (id: string): Policy | undefined => (isAwsManaged(id) ? AWS_POLICIES[id] : undefined);
