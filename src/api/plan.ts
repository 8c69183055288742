import type { Aws } from "../aws/clients.ts";
import { type Guard, makeGuard } from "../engine/guard.ts";
import { type Live, readLive } from "../engine/live.ts";
import { makePlan } from "../engine/plan.ts";
import { readLiveAccess } from "../kinds/accountAccess.ts";
import { KINDS } from "../kinds/index.ts";
import { organizationOf, unnamedOrganization } from "../kinds/organization.ts";
import type { Config } from "../model/config.ts";
import type { Plan } from "../model/plan.ts";
import type { Snapshot } from "../model/resource.ts";
import type { Connection } from "./connect.ts";

/** org.yaml compared with what there is: what plan shows and apply makes. */
export interface Comparison {
  readonly plan: Plan;
  readonly live: Snapshot;
  readonly desired: Snapshot;
  readonly guard: Guard;
}

export interface CompareOptions {
  /** orgsync's version, for the plan. */
  readonly version: string;
  /** Where org.yaml is in its history. */
  readonly commit?: string | undefined;
  /** What org.yaml said before the change that is looked at: rails are loosened only by what it has, too. */
  readonly base?: Config | undefined;
  /** Whether only access whose `until:` has passed is looked at; everything else stays as it is. */
  readonly onlyExpired?: boolean | undefined;
  /** Whether the plan says so when org.yaml does not name the organization that is there. */
  readonly wantsOrganizationId?: boolean;
  /** Hears of each kind of thing once it is read: `permission set`, 80. */
  readonly onRead?: (title: string, count: number) => void;
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
  const { plan, desired, ...rails } = await planOf(config, connection, live, began, options);
  const guard = makeGuard({
    ...rails,
    changes: plan.changes,
    read: () => readLiveAccess(connection as Aws, live.snapshot),
  });
  return { plan, live: live.snapshot, desired, guard };
}

/** The plan of what has been read. */
export function planOf(
  config: Config,
  connection: Connection,
  live: Live,
  began: number,
  options: CompareOptions & { readonly asksRails?: boolean },
) {
  const { clock, calls } = connection;
  const organization = organizationOf(live.snapshot);
  const unnamed = options.wantsOrganizationId === true ? unnamedOrganization(config, organization) : undefined;
  return makePlan({
    kinds: KINDS,
    aws: connection as Aws,
    config,
    base: options.base,
    onlyExpired: options.onlyExpired,
    live: unnamed === undefined ? live : { ...live, notices: [unnamed, ...live.notices] },
    readAccess: options.asksRails === false ? undefined : () => readLiveAccess(connection as Aws, live.snapshot),
    organization:
      organization === undefined
        ? null
        : { id: organization.id, managementAccountId: organization.managementAccountId },
    version: options.version,
    commit: options.commit,
    now: clock.now(),
    read: { calls: calls(), seconds: (clock.now() - began) / 1000 },
  });
}
