import { type Aws, connect as connectAws } from "./aws/clients.ts";
import type { ConnectOptions } from "./aws/options.ts";
import { execute } from "./engine/execute.ts";
import { readLive } from "./engine/live.ts";
import { makePlan } from "./engine/plan.ts";
import { KINDS } from "./kinds/index.ts";
import { organizationOf } from "./kinds/organization.ts";
import type { Clock } from "./model/clock.ts";
import type { Config } from "./model/config.ts";
import type { ApplyEvent, Outcome } from "./model/event.ts";
import type { Plan } from "./model/plan.ts";
import type { Snapshot } from "./model/resource.ts";

export type { ConnectOptions } from "./aws/options.ts";
export { type ConfigFiles, loadConfig } from "./config/load.ts";
export type { Address } from "./model/address.ts";
export type { Clock } from "./model/clock.ts";
export type { Config } from "./model/config.ts";
export { type ErrorCode, InvalidConfig, OrgsyncError } from "./model/errors.ts";
export type { ApplyEvent, Failure, Outcome } from "./model/event.ts";
export type { Action, Change, FieldChange, Notice, NotManaged, Plan, Reason } from "./model/plan.ts";
export type { Problem } from "./model/problem.ts";
export type { Resource, Snapshot, Source } from "./model/resource.ts";

/** AWS as orgsync reaches it: made by `connect`, passed on. */
export interface Connection {
  readonly clock: Clock;
  /** API calls sent so far, retries included. */
  calls(): number;
}

/** org.yaml compared with what there is: what plan shows and apply makes. */
export interface Comparison {
  readonly plan: Plan;
  readonly live: Snapshot;
  readonly desired: Snapshot;
}

export interface CompareOptions {
  /** orgsync's version, for the plan. */
  readonly version: string;
  /** Where org.yaml is in its history. */
  readonly commit?: string | undefined;
  /** Hears of each kind of thing once it is read: `permission set`, 80. */
  readonly onRead?: (title: string, count: number) => void;
}

/** Sends nothing yet; the SDK is loaded with the first call. */
export function connect(options: ConnectOptions): Connection {
  return connectAws(options);
}

/**
 * Reads AWS and compares. Throws `InvalidConfig` when org.yaml cannot be what is meant, and an `OrgsyncError` for the
 * first read that fails: there is no plan from half a picture.
 */
export async function compare(config: Config, connection: Connection, options: CompareOptions): Promise<Comparison> {
  const { clock } = connection;
  const began = clock.now();
  const live = await readLive({
    kinds: KINDS,
    aws: connection as Aws,
    config,
    onRead: (kind, count) => options.onRead?.(kind.title, count),
  });
  const organization = organizationOf(live.snapshot);
  const { plan, desired } = await makePlan({
    kinds: KINDS,
    config,
    live,
    organization:
      organization === undefined
        ? null
        : { id: organization.id, managementAccountId: organization.managementAccountId },
    version: options.version,
    commit: options.commit,
    now: clock.now(),
    read: { calls: connection.calls(), seconds: (clock.now() - began) / 1000 },
  });
  return { plan, live: live.snapshot, desired };
}

/** Makes a comparison's changes; a change that fails is told in the events and the outcome, never thrown. */
export function apply(
  comparison: Comparison,
  connection: Connection,
  options: { readonly emit: (event: ApplyEvent) => void; readonly signal?: AbortSignal },
): Promise<{ outcome: Outcome; live: Snapshot }> {
  return execute({ ...comparison, ...options, kinds: KINDS, aws: connection as Aws, clock: connection.clock });
}
