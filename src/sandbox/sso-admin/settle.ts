import type { Assignment, IdentityCenter, SsoRequest, World } from "../world.ts";
import { settleAccessControl } from "./access-control.ts";
import { isUsable } from "./accounts.ts";
import { accountsOf } from "./requests.ts";
import {
  addAssignment,
  assignmentsOn,
  endRequest,
  hasAssignment,
  provision,
  removeAssignment,
  runningRequests,
  unprovision,
} from "./state.ts";

/** Policies that IAM lets a role have, unless the account had that quota raised. */
const maxPoliciesOfRole = 10;

/** Ends every request of IAM Identity Center that is due by `now`; what each one does shows from here on. */
export function settleIdentityCenter(world: World, now: number): void {
  const center = world.identityCenter;
  if (!center) return;
  const due = runningRequests(center).filter(({ endsAt }) => endsAt <= now);
  due.sort((one, other) => one.endsAt - other.endsAt);
  settleAccessControl(center, now);
  for (const request of due) endRequest(center, request, request.failsWith ?? effect(world, center, request));
}

/** Does what a request asks for, or says why that fails. */
function effect(world: World, center: IdentityCenter, request: SsoRequest): string | undefined {
  const accounts = accountsOf(request);
  const unusable = accounts.find((id) => !isUsable(world, id));
  if (unusable !== undefined) return unmanageable(unusable);
  switch (request.action) {
    case "create-assignment":
      return create(center, request as SsoRequest & Assignment);
    case "delete-assignment":
      return remove(center, request as SsoRequest & Assignment);
    case "provision":
      return provisionTo(center, accounts, request);
  }
}

function create(center: IdentityCenter, request: SsoRequest & Assignment): string | undefined {
  const { accountId, permissionSetArn, principalType, principalId } = request;
  const principals = principalType === "USER" ? center.users : center.groups;
  if (!Object.hasOwn(principals, principalId)) {
    const where = `directory ${center.identityStoreId}`;
    return `Received a 404 status error: the ${principalType} assignee ${principalId} was not found in ${where}`;
  }
  const failure = provisionTo(center, [accountId], request);
  if (failure === undefined) addAssignment(center, { accountId, permissionSetArn, principalType, principalId });
  return failure;
}

/** The last assignment of a set in an account takes the role with it. */
function remove(center: IdentityCenter, assignment: Assignment): string | undefined {
  if (!hasAssignment(center, assignment)) {
    return "Received a 404 status error: EntitlementItem doesn't exist with the given entitlement key";
  }
  removeAssignment(center, assignment);
  const { accountId, permissionSetArn } = assignment;
  if (assignmentsOn(center, assignment).length === 0) unprovision(center, accountId, permissionSetArn);
  return undefined;
}

function provisionTo(center: IdentityCenter, accounts: readonly string[], request: SsoRequest): string | undefined {
  const set = center.permissionSets[request.permissionSetArn];
  if (!set) return `Received a 404 status error: Could not find PermissionSet ${request.permissionSetArn}`;
  if (set.managedPolicies.length + set.customerManagedPolicies.length > maxPoliciesOfRole) {
    return `Received a 409 status error: Cannot exceed quota for PoliciesPerRole: ${maxPoliciesOfRole}`;
  }
  for (const accountId of accounts) provision(center, accountId, set.arn, request.revision ?? set.revision);
  return undefined;
}

function unmanageable(accountId: string): string {
  return [
    "AWS SSO is unable to complete your request at this time.",
    `Obtaining permissions to manage your AWS account '${accountId}' takes longer than usual.`,
    "Please try again in a few minutes. If this problem continues, contact AWS Support.",
  ].join(" ");
}
