import type { Operation } from "../operation.ts";
import type { PermissionSet } from "../world.ts";
import { conflict, invalid, quotaExceeded } from "./errors.ts";
import { changeableSetOf, onInstance, permissionSetOf } from "./on-instance.ts";
import { page } from "../identitystore/page.ts";
import * as shapes from "./shapes.ts";
import { addPermissionSet, isAssigned, permissionSetNamed, removePermissionSet, runningRequests } from "./state.ts";

const maxSets = 3500;

export const permissionSets: Record<string, Operation> = onInstance({
  ListPermissionSets: {
    access: "read",
    members: shapes.paging,
    run: (input, call) => page(call, "PermissionSets", Object.keys(call.center.permissionSets), input),
  },
  DescribePermissionSet: {
    access: "read",
    members: { PermissionSetArn: shapes.permissionSetArn },
    required: ["PermissionSetArn"],
    run: (input, call) => ({ PermissionSet: described(permissionSetOf(call, input.PermissionSetArn)) }),
  },
  CreatePermissionSet: {
    access: "write",
    members: { Name: shapes.permissionSetName, ...shapes.permissionSetSettings, Tags: shapes.tags },
    required: ["Name"],
    run: (input, { center, now, newId }) => {
      requireSessionDuration(input.SessionDuration);
      if (permissionSetNamed(center, input.Name))
        throw conflict(`PermissionSet with name ${input.Name} already exists.`);
      const instanceId = center.instanceArn.split("/").at(-1)!;
      if (Object.keys(center.permissionSets).length >= maxSets) {
        throw quotaExceeded("PermissionSet", maxSets, instanceId);
      }
      const set: PermissionSet = {
        arn: `arn:aws:sso:::permissionSet/${instanceId}/ps-${newId("0123456789abcdef", 16)}`,
        name: input.Name,
        ...settings(input, "PT1H"),
        createdAt: now,
        revision: 1,
        managedPolicies: [],
        customerManagedPolicies: [],
        inlinePolicy: "",
        permissionsBoundary: null,
        tags: Object.fromEntries(
          (input.Tags ?? []).map(({ Key, Value }: { Key: string; Value: string }) => [Key, Value]),
        ),
      };
      addPermissionSet(center, set);
      return { PermissionSet: described(set) };
    },
  },
  UpdatePermissionSet: {
    access: "write",
    members: { PermissionSetArn: shapes.permissionSetArn, ...shapes.permissionSetSettings },
    required: ["PermissionSetArn"],
    run: (input, call) => {
      requireSessionDuration(input.SessionDuration);
      const set = changeableSetOf(call, input.PermissionSetArn);
      const after = settings(input, set.sessionDuration);
      // A description is the instance's own; the rest lives in the accounts and has to get there.
      if (after.sessionDuration !== set.sessionDuration || after.relayState !== set.relayState) set.revision += 1;
      delete set.description;
      delete set.relayState;
      Object.assign(set, after);
      return {};
    },
  },
  DeletePermissionSet: {
    access: "write",
    members: { PermissionSetArn: shapes.permissionSetArn },
    required: ["PermissionSetArn"],
    run: (input, call) => {
      const set = changeableSetOf(call, input.PermissionSetArn);
      const inUse = runningRequests(call.center).some(({ permissionSetArn }) => permissionSetArn === set.arn);
      if (inUse || isAssigned(call.center, set.arn)) {
        throw conflict("Could not delete because PermissionSet has ApplicationProfile associated with it");
      }
      removePermissionSet(call.center, set);
      return {};
    },
  },
});

interface Settings {
  readonly Description?: string;
  readonly SessionDuration?: string;
  readonly RelayState?: string;
}

/** Description and RelayState are what the call says, nothing included; a session lasts as long as before. */
function settings({ Description, SessionDuration, RelayState }: Settings, sessionDuration: string) {
  return {
    ...(Description === undefined ? {} : { description: Description }),
    sessionDuration: SessionDuration ?? sessionDuration,
    ...(RelayState === undefined ? {} : { relayState: RelayState }),
  };
}

function requireSessionDuration(text: string | undefined): void {
  if (text === undefined) return;
  const [, hours = "0", minutes = "0", seconds = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (total < 3600 || total > 12 * 3600) throw invalid("SessionDuration must be between PT1H and PT12H.");
}

function described(set: PermissionSet): object {
  return {
    Name: set.name,
    PermissionSetArn: set.arn,
    Description: set.description,
    CreatedDate: set.createdAt / 1000,
    SessionDuration: set.sessionDuration,
    RelayState: set.relayState,
  };
}
