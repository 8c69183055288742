import { managesIdentityCenter } from "../caller.ts";
import type { CheckedInput, Context, Operation, Shape } from "../operation.ts";
import type { IdentityCenter, PermissionSet } from "../world.ts";
import { denied, notFound } from "./errors.ts";
import { instanceArn } from "./shapes.ts";
import { isProvisioned } from "./state.ts";

/** A call on an instance, besides its input. */
export interface Call extends Context {
  /** The operation's name, which is its IAM action too. */
  readonly action: string;
  readonly center: IdentityCenter;
}

interface Definition {
  readonly access: "read" | "write";
  /** Members besides InstanceArn. */
  readonly members?: Readonly<Record<string, Shape>>;
  /** Those of them that must be there. */
  readonly required?: readonly string[];
  readonly run: (input: CheckedInput, call: Call) => object;
}

/** Operations on the instance that InstanceArn names. */
export function onInstance(definitions: Readonly<Record<string, Definition>>): Record<string, Operation> {
  const operation = (action: string, { access, members, required, run }: Definition): Operation => ({
    access,
    input: {
      type: "structure",
      members: { InstanceArn: instanceArn, ...members },
      required: ["InstanceArn", ...(required ?? [])],
    },
    run: (input, context) => run(input, callOn(input.InstanceArn, action, context)),
  });
  return Object.fromEntries(
    Object.entries(definitions).map(([action, definition]) => [action, operation(action, definition)]),
  );
}

/** A call on the instance of that ARN, which only its own region knows, and only those who manage it may make. */
export function callOn(arn: string, action: string, context: Context): Call {
  const center = context.world.identityCenter;
  const isHere = center?.instanceArn === arn && center.region === context.region;
  if (!isHere || !managesIdentityCenter(context.world, context.caller)) throw denied(context, action, arn);
  return { ...context, action, center };
}

/** The permission set of that ARN. */
export function permissionSetOf({ center }: Call, arn: string): PermissionSet {
  const set = Object.hasOwn(center.permissionSets, arn) ? center.permissionSets[arn] : undefined;
  if (!set) throw notFound(`Could not find PermissionSet with id ${arn.split("/").at(-1)}`);
  return set;
}

/** The permission set of that ARN, for a change: sets in the management account are for that account alone. */
export function changeableSetOf(call: Call, arn: string): PermissionSet {
  const set = permissionSetOf(call, arn);
  const management = call.world.organization?.managementAccountId;
  if (management !== undefined && isProvisioned(call.center, management, arn)) requireManagementAccount(call, arn);
  return set;
}

/** Refuses every caller outside the management account. */
export function requireManagementAccount(call: Call, resource: string): void {
  const management = call.world.organization?.managementAccountId;
  if (management !== undefined && call.caller.accountId !== management) throw denied(call, call.action, resource);
}
