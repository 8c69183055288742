import { membershipsOfUser } from "../identitystore/store.ts";
import type { Operation } from "../operation.ts";
import type { Assignment } from "../world.ts";
import { requireAccount } from "./accounts.ts";
import { notFound, quotaExceeded } from "./errors.ts";
import { changeableSetOf, onInstance, permissionSetOf, requireManagementAccount } from "./on-instance.ts";
import type { Call } from "./on-instance.ts";
import { page } from "../identitystore/page.ts";
import { start } from "./requests.ts";
import * as shapes from "./shapes.ts";
import { assignmentsOf, assignmentsOn, hasAssignment, isProvisioned } from "./state.ts";

const maxSetsInAccount = 500;
const maxGroupsOfSetInAccount = 100;

interface AssignmentInput {
  readonly TargetId: string;
  readonly PermissionSetArn: string;
  readonly PrincipalType: "USER" | "GROUP";
  readonly PrincipalId: string;
}

const everything = Object.keys(shapes.assignment);

export const assignments: Record<string, Operation> = onInstance({
  ListAccountAssignments: {
    access: "read",
    members: { AccountId: shapes.accountId, PermissionSetArn: shapes.permissionSetArn, ...shapes.paging },
    required: ["AccountId", "PermissionSetArn"],
    run: (input, call) => {
      const { arn } = permissionSetOf(call, input.PermissionSetArn);
      const all = assignmentsOn(call.center, { accountId: input.AccountId, permissionSetArn: arn });
      return page(call, "AccountAssignments", all, input, described);
    },
  },
  ListAccountAssignmentsForPrincipal: {
    access: "read",
    members: {
      PrincipalId: shapes.assignment.PrincipalId,
      PrincipalType: shapes.assignment.PrincipalType,
      Filter: { type: "structure", members: { AccountId: shapes.accountId } },
      ...shapes.paging,
    },
    required: ["PrincipalId", "PrincipalType"],
    run: (input, call) => {
      requireManagementAccount(call, call.center.instanceArn);
      const account: string | undefined = input.Filter?.AccountId;
      const all = effective(call, input.PrincipalType, input.PrincipalId);
      const here = account === undefined ? all : all.filter(({ accountId }) => accountId === account);
      return page(call, "AccountAssignments", here, input, described);
    },
  },
  CreateAccountAssignment: {
    access: "write",
    members: shapes.assignment,
    required: everything,
    run: (input: AssignmentInput, call) => {
      const set = changeableSetOf(call, input.PermissionSetArn);
      const assignment = requestedBy(input, call);
      requireRoom(assignment, call);
      const request = { action: "create-assignment", ...assignment, revision: set.revision } as const;
      return { AccountAssignmentCreationStatus: start(call, request) };
    },
  },
  DeleteAccountAssignment: {
    access: "write",
    members: shapes.assignment,
    required: everything,
    run: (input: AssignmentInput, call) => {
      changeableSetOf(call, input.PermissionSetArn);
      const assignment = requestedBy(input, call);
      if (!hasAssignment(call.center, assignment)) throw notFound("Could not find the account assignment");
      return { AccountAssignmentDeletionStatus: start(call, { action: "delete-assignment", ...assignment }) };
    },
  },
});

/** The assignment that a call is about; those in the management account are for that account alone, as are its sets. */
function requestedBy(input: AssignmentInput, call: Call): Assignment {
  requireAccount(call, input.TargetId);
  if (input.TargetId === call.world.organization?.managementAccountId) {
    requireManagementAccount(call, input.PermissionSetArn);
  }
  return {
    accountId: input.TargetId,
    permissionSetArn: input.PermissionSetArn,
    principalType: input.PrincipalType,
    principalId: input.PrincipalId,
  };
}

function requireRoom(assignment: Assignment, { center }: Call): void {
  if (hasAssignment(center, assignment)) return;
  const { accountId, permissionSetArn, principalType } = assignment;
  const there = Object.keys(center.provisioned[accountId] ?? {}).length;
  if (there >= maxSetsInAccount && !isProvisioned(center, accountId, permissionSetArn)) {
    throw quotaExceeded("PermissionSet", maxSetsInAccount, accountId);
  }
  if (principalType !== "GROUP") return;
  const groups = assignmentsOn(center, assignment).filter((other) => other.principalType === "GROUP");
  if (groups.length >= maxGroupsOfSetInAccount) throw quotaExceeded("Group", maxGroupsOfSetInAccount, accountId);
}

/** What a principal can use: its own assignments, and for a user those of its groups, as the groups'. */
function effective({ center }: Call, principalType: "USER" | "GROUP", principalId: string): Assignment[] {
  const principals = principalType === "USER" ? center.users : center.groups;
  if (!Object.hasOwn(principals, principalId)) throw notFound(`Could not find ${principalType} with id ${principalId}`);
  const own = assignmentsOf(center, { principalType, principalId });
  if (principalType === "GROUP") return own;
  const inherited = membershipsOfUser(center, principalId).flatMap(({ groupId }) =>
    assignmentsOf(center, { principalType: "GROUP", principalId: groupId }),
  );
  return [...own, ...inherited];
}

function described({ accountId, permissionSetArn, principalType, principalId }: Assignment): object {
  return {
    AccountId: accountId,
    PermissionSetArn: permissionSetArn,
    PrincipalType: principalType,
    PrincipalId: principalId,
  };
}
