import type { Change, Plan } from "../../src/model/plan.ts";
import type { ObservedCall, World } from "../../src/sandbox/index.ts";
import { brokenInvariants } from "../sandbox/invariants.ts";
import { type Names, type Thing, thingsIn } from "./state.ts";

/** What became of one thing between two looks at a world. */
export interface Move {
  readonly action: "create" | "update" | "delete";
  readonly address: string;
  /** Where a unit that holds it was renamed it has another address now. */
  readonly before?: string;
  /** The call after which it was seen. */
  readonly after: string;
}

/** Looks at a world after every call. */
export interface Watch {
  /** To be told of each call right after it was answered. */
  see(call: ObservedCall): void;
  /** Says that somebody else has changed things: they are not orgsync's doing. */
  forgive(): void;
  /** Everything that was changed so far, in order. */
  readonly moves: readonly Move[];
  /** What must never be and was, each with the call after which it was seen. */
  readonly wrongs: readonly string[];
}

/** People who are administrators of the management account, directly or through groups. */
export function adminsIn({ organization, identityCenter }: World): Set<string> {
  const admins = new Set<string>();
  if (organization === null || identityCenter === null) return admins;
  const { users, memberships, assignments, permissionSets } = identityCenter;
  for (const { accountId, permissionSetArn, principalType, principalId } of Object.values(assignments)) {
    if (accountId !== organization.managementAccountId) continue;
    const policies = permissionSets[permissionSetArn]?.managedPolicies ?? [];
    if (!policies.some(({ name }) => name === "AdministratorAccess")) continue;
    const ids =
      principalType === "USER"
        ? [principalId]
        : Object.values(memberships).flatMap(({ groupId, userId }) => (groupId === principalId ? [userId] : []));
    for (const id of ids)
      if (users[id] !== undefined && users[id].status !== "DISABLED") admins.add(users[id].userName);
  }
  return admins;
}

/** What nobody may touch: what an identity provider made, and the management account itself. */
function untouchable({ organization, identityCenter }: World): string {
  const management = organization?.accounts[organization.managementAccountId];
  const external = [...Object.values(identityCenter?.users ?? {}), ...Object.values(identityCenter?.groups ?? {})]
    .filter(({ externalIds }) => externalIds.length > 0)
    .map((principal) => JSON.stringify(principal));
  return [management?.state, management?.email, ...external].join("\n");
}

/** Watches over a world; with `keepsAdmin` somebody has to be an administrator of it at all times. */
export function watchOver(
  world: World,
  { names, keepsAdmin = false }: { readonly names?: Names; readonly keepsAdmin?: boolean } = {},
): Watch {
  const moves: Move[] = [];
  const wrongs: string[] = [];
  let known = thingsIn(world, names);
  let sacred = world.organization === null ? undefined : untouchable(world);
  let underWay = true;
  return {
    moves,
    wrongs,
    see({ service, operation, access }) {
      // A read changes nothing, but what was asked for earlier may have come to pass.
      if (access === "read" && !underWay) return;
      underWay = isUnderWay(world);
      const after = `${service}:${operation}`;
      const now = thingsIn(world, names);
      moves.push(...movesBetween(known, now, after));
      known = now;
      wrongs.push(...brokenInvariants(world).map((broken) => `after ${after}: ${broken}`));
      if (keepsAdmin && adminsIn(world).size === 0) wrongs.push(`after ${after}: nobody is an administrator`);
      if (sacred === undefined && world.organization !== null) sacred = untouchable(world);
      if (sacred !== undefined && untouchable(world) !== sacred)
        wrongs.push(`after ${after}: the management account or what others own has changed`);
    },
    forgive() {
      known = thingsIn(world, names);
      underWay = true;
      sacred = world.organization === null ? undefined : untouchable(world);
    },
  };
}

/** Whether AWS is still at work on something. */
function isUnderWay({ organization, identityCenter }: World): boolean {
  return (
    Object.values(organization?.createRequests ?? {}).some(({ state }) => state === "IN_PROGRESS") ||
    Object.values(organization?.accounts ?? {}).some(({ state }) => state === "PENDING_CLOSURE") ||
    (organization?.root.policyTypes ?? []).some(({ endsAt }) => endsAt !== undefined) ||
    Object.values(identityCenter?.requests ?? {}).some(({ status }) => status === "IN_PROGRESS") ||
    identityCenter?.accessControlCreation !== undefined
  );
}

function movesBetween(before: ReadonlyMap<string, Thing>, after: ReadonlyMap<string, Thing>, call: string): Move[] {
  const moves: Move[] = [];
  for (const [id, { address, value }] of after) {
    const old = before.get(id);
    if (old === undefined) moves.push({ action: "create", address, after: call });
    else if (old.value !== value) moves.push({ action: "update", address, before: old.address, after: call });
  }
  for (const [id, { address }] of before) if (!after.has(id)) moves.push({ action: "delete", address, after: call });
  return moves;
}

/** Those moves that none of the plans' changes accounts for. */
export function beyond(plans: readonly Pick<Plan, "changes">[], moves: readonly Move[]): string[] {
  const approved = new Map<string, Change[]>();
  for (const change of plans.flatMap(({ changes }) => changes))
    approved.set(change.address, [...(approved.get(change.address) ?? []), change]);
  return moves
    .filter((move) => !isApproved(move, approved))
    .map(({ action, address, after }) => `after ${after}: ${action} ${address}, which no plan has`);
}

/** Directly, or because AWS does it along with something that is in the plan. */
function isApproved(move: Move, approved: ReadonlyMap<string, readonly Change[]>): boolean {
  const has = (address: string, ...actions: readonly Change["action"][]): boolean =>
    approved.get(address)?.some((change) => actions.includes(change.action)) ?? false;
  const { action, address, before = address } = move;
  // With an organization AWS makes its root, its management account and what is attached to them.
  if (has("organization", "create")) return true;
  const [kind = "", first = "", second = ""] = address.split(":");
  const target = second.startsWith("account%3A")
    ? `account:${second.slice("account%3A".length)}`
    : `organizationalUnit:${second}`;
  if (kind === "provisioned") {
    const used = [...approved.keys()].some(
      (one) => one.startsWith("assignment:") && one.endsWith(`:${first}:${second}`),
    );
    return used || has(`permissionSet:${first}`, "create", "update", "delete");
  }
  switch (action) {
    case "create":
      return (
        // A put of what somebody else has just deleted makes it again, with the value that was approved.
        has(address, "create", "update") ||
        // AWS attaches its full access to what is made, and with a policy type to everything; it takes the place of the
        // last policy of a unit that goes.
        (kind === "policyAttachment" && first.endsWith("FullAWSAccess") && has(target, "create", "delete")) ||
        (kind === "policyAttachment" && comesWith(first, approved.get(target))) ||
        (kind === "policyAttachment" &&
          first === "RCPFullAWSAccess" &&
          has("policyType:RESOURCE_CONTROL_POLICY", "create"))
      );
    case "delete":
      return (
        has(address, "delete") ||
        // What AWS could not switch on is switched off, to be switched on again.
        (kind === "accessControlAttributes" && has(address, "create", "update")) ||
        (kind === "membership" && (has(`group:${first}`, "delete") || has(`user:${second}`, "delete"))) ||
        (kind === "policyAttachment" && (has(target, "delete") || has(`policy:${first}`, "delete"))) ||
        // In the place of its full access, which AWS has just attached to what was made.
        (address.startsWith("policyAttachment:FullAWSAccess:") && has(target, "create"))
      );
    case "update":
      return (
        [address, before].some((one) => has(one, "create", "update")) ||
        // What is closed is still there, in another state.
        (kind === "account" && has(address, "delete"))
      );
  }
}

/** A unit that takes the place of another has its policies from the start. */
function comesWith(policy: string, changes: readonly Change[] = []): boolean {
  return changes.some(({ after }) => Array.isArray(after?.["policies"]) && after["policies"].includes(policy));
}
