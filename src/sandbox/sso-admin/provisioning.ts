import type { Operation } from "../operation.ts";
import { requireAccount } from "./accounts.ts";
import { invalid, notFound } from "./errors.ts";
import { changeableSetOf, onInstance, permissionSetOf, requireManagementAccount } from "./on-instance.ts";
import { page } from "../identitystore/page.ts";
import { start } from "./requests.ts";
import * as shapes from "./shapes.ts";
import { accountsWith, isLatest } from "./state.ts";

type Status = "LATEST_PERMISSION_SET_PROVISIONED" | "LATEST_PERMISSION_SET_NOT_PROVISIONED" | undefined;

export const provisioning: Record<string, Operation> = onInstance({
  ProvisionPermissionSet: {
    access: "write",
    members: {
      PermissionSetArn: shapes.permissionSetArn,
      TargetId: shapes.accountId,
      TargetType: { type: "string", enum: ["AWS_ACCOUNT", "ALL_PROVISIONED_ACCOUNTS"] },
    },
    required: ["PermissionSetArn", "TargetType"],
    run: (input, call) => {
      const { arn, revision } = changeableSetOf(call, input.PermissionSetArn);
      const request = { action: "provision", permissionSetArn: arn, revision } as const;
      if (input.TargetType === "ALL_PROVISIONED_ACCOUNTS") {
        if (input.TargetId !== undefined) throw invalid("TargetId is only for the target type AWS_ACCOUNT.");
        const accountIds = accountsWith(call.center, arn);
        if (accountIds.length === 0) throw notFound(`Could not find accounts with PermissionSet ${arn} provisioned`);
        return { PermissionSetProvisioningStatus: start(call, { ...request, accountIds }) };
      }
      const accountId: string | undefined = input.TargetId;
      if (accountId === undefined) throw invalid("TargetId is required for the target type AWS_ACCOUNT.");
      requireAccount(call, accountId);
      if (accountId === call.world.organization?.managementAccountId) requireManagementAccount(call, arn);
      return { PermissionSetProvisioningStatus: start(call, { ...request, accountId }) };
    },
  },
  ListAccountsForProvisionedPermissionSet: {
    access: "read",
    members: {
      PermissionSetArn: shapes.permissionSetArn,
      ProvisioningStatus: shapes.provisioningStatus,
      ...shapes.paging,
    },
    required: ["PermissionSetArn"],
    run: (input, call) => {
      const { arn } = permissionSetOf(call, input.PermissionSetArn);
      const wanted = matches(input.ProvisioningStatus);
      const accounts = accountsWith(call.center, arn).filter((id) => wanted(isLatest(call.center, id, arn)));
      return page(call, "AccountIds", accounts, input);
    },
  },
  ListPermissionSetsProvisionedToAccount: {
    access: "read",
    members: { AccountId: shapes.accountId, ProvisioningStatus: shapes.provisioningStatus, ...shapes.paging },
    required: ["AccountId"],
    run: (input, call) => {
      requireAccount(call, input.AccountId);
      const wanted = matches(input.ProvisioningStatus);
      const sets = Object.keys(call.center.provisioned[input.AccountId] ?? {});
      const found = sets.filter((arn) => wanted(isLatest(call.center, input.AccountId, arn)));
      return page(call, "PermissionSets", found, input);
    },
  },
});

function matches(status: Status): (latest: boolean) => boolean {
  return (latest) => status === undefined || latest === (status === "LATEST_PERMISSION_SET_PROVISIONED");
}
