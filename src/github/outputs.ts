import { type AccessEffect, isRefused, type Plan } from "../model/plan.ts";

/** Somebody reaches something, or can do something, that they do not now. */
const WIDENING: ReadonlySet<AccessEffect> = new Set(["gains", "widens", "changes"]);

/** What the steps after a plan can go by, in the lines of a step's outputs. */
export function outputsOf(plan: Plan): string {
  const outputs = {
    changes: plan.changes.length,
    verdict: isRefused(plan) ? "refused" : plan.changes.length > 0 ? "changes" : "none",
    "access-widens": plan.access.some(({ effect }) => WIDENING.has(effect)),
    digest: plan.digest,
  };
  return Object.entries(outputs)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");
}
