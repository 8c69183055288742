import type { Organization, Policy } from "../world.ts";
import { awsPolicies, awsPolicyOf } from "./full-access.ts";

/** The policy of that id, AWS's or the organization's own. */
export function policyOf({ policies = {} }: Organization, id: string): Policy | undefined {
  return awsPolicyOf(id) ?? (Object.hasOwn(policies, id) ? policies[id] : undefined);
}

/** All policies, AWS's first. Without all features there are none. */
export function allPolicies({ featureSet, policies = {} }: Organization): Policy[] {
  return featureSet === "ALL" ? [...awsPolicies, ...Object.values(policies)] : [];
}

/** ENABLED, PENDING_ENABLE or PENDING_DISABLE; nothing for a type that is not enabled. */
export function statusOf({ featureSet, root }: Organization, type: string): string | undefined {
  return featureSet === "ALL" ? root.policyTypes.find(({ Type }) => Type === type)?.Status : undefined;
}

/** The root, the units and the accounts, by id: whatever a policy can be attached to. */
export function targetIds({ root, units, accounts }: Organization): string[] {
  return [root.id, ...Object.keys(units), ...Object.keys(accounts)];
}

/** The policies of a type that are attached to a target, in the order in which they were. */
export function attachedTo(organization: Organization, targetId: string, type: string): Policy[] {
  if (!isInForce(organization, type)) return [];
  const there = (organization.attachments[targetId] ?? []).flatMap((id) => policyOf(organization, id) ?? []);
  return there.filter((policy) => policy.type === type);
}

/** The ids of what a policy is attached to. */
export function targetsOf(organization: Organization, { id, type }: Policy): string[] {
  if (!isInForce(organization, type)) return [];
  const { attachments } = organization;
  return targetIds(organization).filter((targetId) => attachments[targetId]?.includes(id));
}

/** What AWS attaches to an account or unit when it comes into being. */
export function firstAttachments(organization: Organization): string[] {
  return awsPolicies.filter(({ type }) => isInForce(organization, type)).map(({ id }) => id);
}

/** Ends every enabling and disabling of a type that is due by `now`. */
export function endTypeChanges(organization: Organization, now: number): void {
  const { root } = organization;
  for (const change of root.policyTypes.filter(({ endsAt = Infinity }) => endsAt <= now)) {
    detachAll(organization, change.Type);
    if (change.Status === "PENDING_ENABLE") {
      change.Status = "ENABLED";
      delete change.endsAt;
      attachFullAccess(organization, change.Type);
    } else {
      root.policyTypes = root.policyTypes.filter((one) => one !== change);
    }
  }
}

/** A type holds until it is disabled for good, and not before it is enabled. */
function isInForce(organization: Organization, type: string): boolean {
  const status = statusOf(organization, type);
  return status !== undefined && status !== "PENDING_ENABLE";
}

function detachAll(organization: Organization, type: string): void {
  const { attachments } = organization;
  for (const [targetId, ids] of Object.entries(attachments)) {
    attachments[targetId] = ids.filter((id) => policyOf(organization, id)?.type !== type);
  }
}

function attachFullAccess(organization: Organization, type: string): void {
  const ids = awsPolicies.filter((policy) => policy.type === type).map(({ id }) => id);
  for (const targetId of targetIds(organization)) (organization.attachments[targetId] ??= []).push(...ids);
}
