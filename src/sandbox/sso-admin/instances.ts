import type { Context, Operation } from "../operation.ts";
import type { IdentityCenter } from "../world.ts";
import { conflict, invalid } from "./errors.ts";
import { onInstance, requireManagementAccount } from "./on-instance.ts";
import { page } from "../identitystore/page.ts";
import * as shapes from "./shapes.ts";

export const instances: Record<string, Operation> = {
  ListInstances: {
    access: "read",
    input: { type: "structure", members: shapes.paging },
    run: (input, context) => {
      const center = context.world.identityCenter;
      const here = center?.region === context.region && isVisible(center, context) ? [center] : [];
      return page(context, "Instances", here, input, metadata);
    },
  },
  CreateInstance: {
    access: "write",
    input: {
      type: "structure",
      members: { Name: shapes.instanceName, ClientToken: shapes.clientToken, Tags: shapes.tags },
    },
    run: (_input, { world, caller: { accountId } }: Context) => {
      if (world.identityCenter?.ownerAccountId === accountId)
        throw conflict("An instance already exists in this account.");
      if (world.organization?.managementAccountId === accountId) {
        throw invalid("An instance cannot be created in the management account of an organization.");
      }
      throw invalid("The sandbox has organization instances only, which are enabled in the console.");
    },
  },
  ...onInstance({
    DescribeInstance: {
      access: "read",
      run: (_input, { center }) => ({
        ...metadata(center),
        EncryptionConfigurationDetails: { KeyType: "AWS_OWNED_KMS_KEY", EncryptionStatus: "ENABLED" },
        PermissionSetsEnabled: center.permissionSetsEnabled ?? true,
      }),
    },
    DeleteInstance: {
      access: "write",
      run: (_input, call) => {
        requireManagementAccount(call, call.center.instanceArn);
        call.world.identityCenter = null;
        return {};
      },
    },
  }),
};

/** Every account of the organization sees its instance. */
function isVisible({ ownerAccountId }: IdentityCenter, { world: { organization }, caller }: Context): boolean {
  return caller.accountId === ownerAccountId || Object.hasOwn(organization?.accounts ?? {}, caller.accountId);
}

function metadata(center: IdentityCenter): object {
  const created = center.createdAt / 1000;
  return {
    InstanceArn: center.instanceArn,
    IdentityStoreId: center.identityStoreId,
    IdentityStoreArn: `arn:aws:identitystore::${center.ownerAccountId}:identitystore/${center.identityStoreId}`,
    OwnerAccountId: center.ownerAccountId,
    CreatedDate: created,
    Status: "ACTIVE",
    PrimaryRegion: center.region,
    Regions: [{ RegionName: center.region, Status: "ACTIVE", AddedDate: created, IsPrimaryRegion: true }],
  };
}
