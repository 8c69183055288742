import type { Aws } from "../aws/clients.ts";
import { isSameOrganization, uncovered } from "../engine/approve.ts";
import { knownIn, startUrlOf } from "../awsconfig/known.ts";
import { execute } from "../engine/execute.ts";
import { nextSteps } from "../engine/nextSteps.ts";
import { KINDS } from "../kinds/index.ts";
import { idNow, ORGANIZATION, organizationLine, unnamedOrganization } from "../kinds/organization.ts";
import type { Applied } from "../model/applied.ts";
import type { Config } from "../model/config.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { ApplyEvent, Outcome } from "../model/event.ts";
import { isRefused, type Plan } from "../model/plan.ts";
import type { Snapshot } from "../model/resource.ts";
import { uncoveredText } from "../report/approval.ts";
import type { Connection } from "./connect.ts";
import type { Comparison } from "./plan.ts";

export interface ApplyOptions {
  readonly emit: (event: ApplyEvent) => void;
  readonly signal?: AbortSignal;
  /** Plans that were approved, from `readPlan`: nothing is done unless they cover everything that is to be done. */
  readonly approved?: readonly Plan[] | undefined;
}

/**
 * Makes a comparison's changes; a change that fails is told in the events and the outcome, never thrown. Throws an
 * `OrgsyncError` before anything is done when a rail refuses the plan (ORG0610), when it is not what was approved
 * (ORG0611), or when the caller is in another organization by now (ORG0403).
 */
export async function apply(
  { plan, ...comparison }: Comparison,
  connection: Connection,
  { emit, signal, approved }: ApplyOptions,
): Promise<{ outcome: Outcome; live: Snapshot }> {
  if (isRefused(plan)) {
    const rails = plan.refusals.filter(({ acknowledged }) => acknowledged === undefined).map(({ rail }) => rail);
    throw new OrgsyncError("ORG0610", `the plan is refused by ${[...new Set(rails)].join(", ")}; nothing was changed`, {
      hint: "orgsync plan shows why, and the way out",
    });
  }
  if (approved !== undefined) requireApproval(approved, plan);
  const id = plan.changes.length === 0 ? plan.organization?.id : await idNow(connection as Aws);
  if (id !== plan.organization?.id) {
    throw new OrgsyncError(
      "ORG0403",
      `the plan is for ${plan.organization?.id ?? "an account without an organization"}, but the caller is in ${id ?? "no organization"} now`,
      { hint: "nothing was changed; use the credentials of the right organization, and run plan again" },
    );
  }
  return execute({
    ...comparison,
    plan,
    emit,
    ...(signal === undefined ? {} : { signal }),
    kinds: KINDS,
    aws: connection as Aws,
    clock: connection.clock,
  });
}

/** What became of a plan, as the document that `apply --out` writes, and AWS as it was left. Throws as `apply` does. */
export async function applied(
  config: Config,
  comparison: Comparison,
  connection: Connection,
  { emit, ...options }: ApplyOptions,
): Promise<{ applied: Applied; live: Snapshot }> {
  const failures: Applied["failures"][number][] = [];
  const { outcome, live } = await apply(comparison, connection, {
    ...options,
    emit(event) {
      if (event.type === "failed") failures.push({ address: event.change.address, ...event.failure });
      emit(event);
    },
  });
  const { plan, desired } = comparison;
  const next = nextSteps(config, { plan, desired, done: outcome.done, live }, startUrlOf(config, knownIn(live)));
  const endedAt = new Date(connection.clock.now()).toISOString();
  return { applied: { formatVersion: 1, document: "apply", plan, outcome, failures, next, endedAt }, live };
}

/** So many of a plan's changes are named one by one. */
const NAMED = 50;

/** Throws an `OrgsyncError` (ORG0611) that says what has moved, unless approved plans cover a plan; `apply` does so too. */
export function requireApproval(approved: readonly Plan[], plan: Plan): void {
  const other = approved.find((one) => !isSameOrganization(one, plan, ORGANIZATION));
  if (other !== undefined) {
    const name = ({ organization }: Plan): string => organization?.id ?? "no organization";
    throw new OrgsyncError("ORG0611", `the approved plan is for ${name(other)}, and this is ${name(plan)}`, {
      hint: "nothing was changed; use the credentials that the plan was made with, or the right plan",
    });
  }
  const hint = "nothing was changed; run orgsync plan --out FILE again, and have the new plan approved";
  const moved = uncovered(approved, plan, KINDS);
  if (moved.length === 0) return;
  const { length } = plan.changes;
  const more = moved.length > NAMED ? [`and ${moved.length - NAMED} more`] : [];
  throw new OrgsyncError(
    "ORG0611",
    `${moved.length} of ${length} ${length === 1 ? "change is" : "changes are"} not as approved`,
    {
      details: [...moved.slice(0, NAMED).map(uncoveredText), ...more],
      hint,
    },
  );
}

/** Nothing is written to an organization that org.yaml does not name. */
export function requireNamed(config: Config, { organization }: Plan): void {
  const unnamed = unnamedOrganization(config, organization ?? undefined);
  if (unnamed === undefined || organization === null) return;
  throw new OrgsyncError("ORG0403", unnamed.message, {
    hint: `nothing was changed; write this into ${config.file}, if it is the right one:\n  ${organizationLine(organization)}`,
  });
}
