import { iamActions } from "../aws/iamActions.ts";
import type { Address } from "../model/address.ts";
import type { JsonObject } from "../model/json.ts";
import type { Snapshot } from "../model/resource.ts";
import { type AccountResource, accountsOf } from "./account.ts";
import { statementsOf } from "./allowance.ts";
import { ROOT } from "./root.ts";
import { accountTarget, attachmentsOf } from "./policyAttachment.ts";
import { policiesOf } from "./policy.ts";
import { fitsPattern } from "./policyPattern.ts";

const ACTIONS: readonly string[] = iamActions();

/** A policy on the path of the caller's account that denies what orgsync calls. */
export interface OwnDenial {
  readonly policy: string;
  /** IAM actions. */
  readonly actions: readonly string[];
  /** What makes it deny: the attachment, the policy's text, and where the account is. */
  readonly causes: readonly Address[];
}

/**
 * What service control policies deny orgsync itself; conditions are taken as true. Nothing for the management account,
 * which such policies do not reach. AWS Organizations user guide, "SCP evaluation".
 */
export function ownDenials(snapshot: Snapshot, callerAccountId: string | undefined): OwnDenial[] {
  const own = accountsOf(snapshot).find(({ ids }) => ids?.id === callerAccountId);
  if (own === undefined || own.spec.management) return [];
  const path = new Set(targetsAbove(own));
  const policies = new Map(policiesOf(snapshot).map((policy) => [policy.key, policy]));
  return attachmentsOf(snapshot).flatMap(({ address, spec }) => {
    const policy = policies.get(spec.policy);
    const type = policy?.ids?.type ?? policy?.spec.type;
    if (!path.has(spec.target) || type !== "SERVICE_CONTROL_POLICY" || policy?.spec.content === undefined) return [];
    const actions = deniedBy(policy.spec.content);
    return actions.length === 0
      ? []
      : [{ policy: policy.key, actions, causes: [address, policy.address, own.address] }];
  });
}

/** The root, every unit on the way down, and the account. */
function targetsAbove({ key, spec }: AccountResource): string[] {
  const parts = spec.ou === undefined || spec.ou === ROOT ? [] : spec.ou.split("/");
  return [ROOT, ...parts.map((_, index) => parts.slice(0, index + 1).join("/")), accountTarget(key)];
}

/** What a policy's text denies of the actions that orgsync needs, conditions taken as true. */
export function deniedBy(content: JsonObject): string[] {
  const denials = statementsOf(content).filter(({ Effect: effect }) => effect === "Deny");
  return ACTIONS.filter((action) =>
    denials.some(({ Action: only, NotAction: allBut }) =>
      only === undefined ? allBut !== undefined && !matches(allBut, action) : matches(only, action),
    ),
  );
}

/** Letter case does not matter in actions. */
const matches = (patterns: unknown, action: string): boolean =>
  [patterns]
    .flat()
    .some((pattern) => typeof pattern === "string" && fitsPattern(pattern.toLowerCase(), action.toLowerCase()));
