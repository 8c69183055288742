import type { Operation } from "../operation.ts";
import type { SsoRequest } from "../world.ts";
import { conflicting, notFound, tooManyAtOnce } from "./errors.ts";
import { onInstance } from "./on-instance.ts";
import type { Call } from "./on-instance.ts";
import { page } from "../identitystore/page.ts";
import * as shapes from "./shapes.ts";
import { addRequest, requestsOf, runningRequests } from "./state.ts";

type Action = SsoRequest["action"];

/** How many requests of a kind may run at once. */
const atOnce: Partial<Record<Action, number>> = { "create-assignment": 15, provision: 3 };

/** The two operations that ask how requests of one kind are doing. */
interface StatusOperations {
  readonly action: Action;
  readonly describe: string;
  /** The member with the request's id. */
  readonly id: string;
  readonly status: string;
  readonly list: string;
  readonly statuses: string;
}

const kinds: readonly StatusOperations[] = [
  {
    action: "create-assignment",
    describe: "DescribeAccountAssignmentCreationStatus",
    id: "AccountAssignmentCreationRequestId",
    status: "AccountAssignmentCreationStatus",
    list: "ListAccountAssignmentCreationStatus",
    statuses: "AccountAssignmentsCreationStatus",
  },
  {
    action: "delete-assignment",
    describe: "DescribeAccountAssignmentDeletionStatus",
    id: "AccountAssignmentDeletionRequestId",
    status: "AccountAssignmentDeletionStatus",
    list: "ListAccountAssignmentDeletionStatus",
    statuses: "AccountAssignmentsDeletionStatus",
  },
  {
    action: "provision",
    describe: "DescribePermissionSetProvisioningStatus",
    id: "ProvisionPermissionSetRequestId",
    status: "PermissionSetProvisioningStatus",
    list: "ListPermissionSetProvisioningStatus",
    statuses: "PermissionSetsProvisioningStatus",
  },
];

export const statuses: Record<string, Operation> = Object.assign({}, ...kinds.map(statusOperations));

function statusOperations({ action, describe, id, status, list, statuses: many }: StatusOperations) {
  return onInstance({
    [describe]: {
      access: "read",
      members: { [id]: shapes.requestId },
      required: [id],
      run: (input, { center }) => {
        const request = Object.hasOwn(center.requests, input[id]) ? center.requests[input[id]] : undefined;
        if (request?.action !== action) throw notFound(`Could not find request with id ${input[id]}`);
        return { [status]: statusOf(request) };
      },
    },
    [list]: {
      access: "read",
      members: { Filter: shapes.statusFilter, ...shapes.paging },
      run: (input, call) => {
        const wanted: string | undefined = input.Filter?.Status;
        const all =
          wanted === "IN_PROGRESS"
            ? runningRequests(call.center).filter((request) => request.action === action)
            : requestsOf(call.center, action).filter((request) => wanted === undefined || request.status === wanted);
        return page(call, many, all, input, (request) => ({
          Status: request.status,
          RequestId: request.id,
          CreatedDate: request.createdAt / 1000,
        }));
      },
    },
  });
}

/** Starts an asynchronous request, unless too many run or another one is about one of its accounts. */
export function start(
  { center, now, asyncMs, newUuid }: Call,
  request: Omit<SsoRequest, "id" | "status" | "createdAt" | "endsAt">,
): object {
  const running = runningRequests(center);
  const accounts = new Set(accountsOf(request));
  if (running.some((other) => accountsOf(other).some((account) => accounts.has(account)))) throw conflicting();
  const limit = atOnce[request.action];
  if (limit !== undefined && running.filter(({ action }) => action === request.action).length >= limit) {
    throw tooManyAtOnce();
  }
  const started: SsoRequest = {
    ...request,
    id: newUuid(),
    status: "IN_PROGRESS",
    createdAt: now,
    endsAt: now + asyncMs,
  };
  addRequest(center, started);
  return statusOf(started);
}

/** The accounts whose roles a request changes. */
export function accountsOf({ accountId, accountIds }: Pick<SsoRequest, "accountId" | "accountIds">): string[] {
  return accountIds ?? (accountId === undefined ? [] : [accountId]);
}

function statusOf(request: SsoRequest): object {
  const common = {
    Status: request.status,
    RequestId: request.id,
    FailureReason: request.failureReason,
    PermissionSetArn: request.permissionSetArn,
    CreatedDate: request.createdAt / 1000,
  };
  return request.action === "provision"
    ? { ...common, AccountId: request.accountId }
    : {
        ...common,
        TargetId: request.accountId,
        TargetType: "AWS_ACCOUNT",
        PrincipalType: request.principalType,
        PrincipalId: request.principalId,
      };
}
