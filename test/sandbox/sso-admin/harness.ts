import { Identitystore } from "@aws-sdk/client-identitystore";
import { SSOAdmin } from "@aws-sdk/client-sso-admin";
import { createSandbox, newWorld, requestHandler, virtualClock } from "../../../src/sandbox/index.ts";
import type { SandboxOptions, World } from "../../../src/sandbox/index.ts";
import type { Account } from "../../../src/sandbox/world.ts";

type Principal = "USER" | "GROUP";

const guide = newWorld("guide");

export const { instanceArn, identityStoreId: storeId, ownerAccountId: management } = guide.identityCenter!;
export const dev = "222222222222";
export const suspended = "333333333333";
/** How long the sandbox takes for asynchronous requests. */
const asyncMs = 2000;

/** An organization with Identity Center, and two accounts besides the management account: one that AWS suspended. */
function world(): World {
  const made = newWorld("guide");
  const { accounts } = made.organization!;
  const account = (id: string, state: Account["state"]): Account => ({
    ...accounts[management]!,
    id,
    name: id,
    email: `${id}@acme.com`,
    state,
  });
  accounts[dev] = account(dev, "ACTIVE");
  accounts[suspended] = account(suspended, "SUSPENDED");
  return made;
}

interface Options extends Partial<SandboxOptions> {
  readonly region?: string;
}

/** A sandbox of one's own, with the SDK's clients for it; rates do not hold unless a test is about them. */
export function start(prepare: (world: World) => void = () => {}, { region = "us-east-1", ...options }: Options = {}) {
  const own = world();
  prepare(own);
  const clock = virtualClock(own.now);
  const sandbox = createSandbox({ world: own, clock, throttle: false, ...options });
  const client = {
    region,
    credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
    maxAttempts: 1,
    requestHandler: requestHandler(sandbox),
  };
  const sso = new SSOAdmin(client);
  const store = new Identitystore(client);
  const later = (ms: number) => clock.sleep(ms);
  return { world: own, center: own.identityCenter!, sso, store, later, ...shorthands(sso, store, later) };
}

/** How a call ended: "done", or the error's name. */
export const outcomeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "done",
    (error: Error) => error.name,
  );

/** What most tests need to be there, made by the calls that make it. */
function shorthands(sso: SSOAdmin, store: Identitystore, later: (ms: number) => Promise<void>) {
  const assignment = (PermissionSetArn: string, PrincipalId: string, TargetId: string) => ({
    InstanceArn: instanceArn,
    PermissionSetArn,
    PrincipalId,
    TargetId,
    TargetType: "AWS_ACCOUNT" as const,
    PrincipalType: "USER" as Principal,
  });
  return {
    assignment,
    /** Makes an assignment and waits until it is there. */
    assign: async (set: string, principal: string, target = dev, PrincipalType: Principal = "USER") => {
      const wanted = { ...assignment(set, principal, target), PrincipalType };
      const { AccountAssignmentCreationStatus: started } = await sso.createAccountAssignment(wanted);
      await later(asyncMs);
      const ended = await sso.describeAccountAssignmentCreationStatus({
        InstanceArn: instanceArn,
        AccountAssignmentCreationRequestId: started!.RequestId!,
      });
      if (ended.AccountAssignmentCreationStatus?.Status !== "SUCCEEDED") throw new Error("not assigned");
    },
    set: async (Name: string) => {
      const { PermissionSet } = await sso.createPermissionSet({ InstanceArn: instanceArn, Name });
      return PermissionSet!.PermissionSetArn!;
    },
    user: async (name: string) => {
      const { UserId } = await store.createUser({
        IdentityStoreId: storeId,
        UserName: name,
        DisplayName: name,
        Name: { GivenName: name, FamilyName: name },
        Emails: [{ Value: `${name}@acme.com`, Type: "work", Primary: true }],
      });
      return UserId!;
    },
    group: async (DisplayName: string) => (await store.createGroup({ IdentityStoreId: storeId, DisplayName })).GroupId!,
    join: async (GroupId: string, UserId: string) => {
      const input = { IdentityStoreId: storeId, GroupId, MemberId: { UserId } };
      return (await store.createGroupMembership(input)).MembershipId!;
    },
    /** The accounts in which a set is not the latest. */
    outdated: async (PermissionSetArn: string) => {
      const ProvisioningStatus = "LATEST_PERMISSION_SET_NOT_PROVISIONED" as const;
      const input = { InstanceArn: instanceArn, PermissionSetArn, ProvisioningStatus };
      return (await sso.listAccountsForProvisionedPermissionSet(input)).AccountIds;
    },
    provisionedIn: async (AccountId: string) => {
      const found = await sso.listPermissionSetsProvisionedToAccount({ InstanceArn: instanceArn, AccountId });
      return found.PermissionSets ?? [];
    },
  };
}
