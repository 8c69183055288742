/**
 * Names that changes of one kind grant, and that changes of another wait for (`Kind.grants`, `revokes`, `awaits`).
 */

/** A policy type is enabled: without it nothing can be attached. */
export const POLICY_TYPES = "policy types";

/** A policy is attached to a target. */
export const policiesOn = (target: string): string => `policies on ${target}`;

/** What guards a place in the tree: the policies that are to be attached there and above. */
export function guardsOf(path: string): string[] {
  const parts = path === "root" ? [] : path.split("/");
  return ["root", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))].map(policiesOn);
}

/** An account is made or moved: a unit that goes keeps its policies until every account has left. */
export const ACCOUNT_MOVE = "a move of an account";
