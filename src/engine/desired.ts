import type { Address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import type { AnyKind, Leaving } from "../model/kind.ts";
import type { Notice, NotManaged } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { keeper } from "./keep.ts";
import { isManaged } from "./live.ts";

export interface Desired {
  /** Everything that will exist: what the file lists, and what is left alone. */
  readonly snapshot: Snapshot;
  /** Why some of what is not in the snapshot goes. */
  readonly leaving: ReadonlyMap<Address, Leaving>;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  readonly notManaged: readonly NotManaged[];
}

export interface DesiredOptions<Aws> {
  readonly kinds: readonly AnyKind<Aws>[];
  readonly config: Config;
  readonly live: Snapshot;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What org.yaml asks for, given what there is. Pure. */
export function makeDesired<Aws>({ kinds, config, live, now }: DesiredOptions<Aws>): Desired {
  const snapshot = new Map<Address, Resource>();
  const leaving = new Map<Address, Leaving>();
  const problems: Problem[] = [];
  const notices: Notice[] = [];
  const notManaged: NotManaged[] = [];
  const { keep } = keeper(kinds, config, live);
  for (const kind of kinds) {
    if (isManaged(kind, config)) {
      const resources = kind.desired({
        config,
        live,
        desired: snapshot,
        now,
        problem: (problem) => problems.push(problem),
        notice: (notice) => notices.push(notice),
        leaving: (address, why) => leaving.set(address, why),
      }) as Resource[];
      for (const resource of resources) {
        snapshot.set(resource.address, resource);
        const problem = ownedProblem(kind, resource, config, live);
        if (problem !== undefined) problems.push(problem);
      }
    }
    const left = keep(kind, snapshot, leaving);
    for (const resource of left.kept) snapshot.set(resource.address, resource);
    notManaged.push(...left.notManaged);
  }
  return { snapshot, leaving, problems, notices, notManaged };
}

/** What somebody else decides about cannot be listed: the two would overwrite each other. */
function ownedProblem<Aws>(
  kind: AnyKind<Aws>,
  { address, key, source }: Resource,
  config: Config,
  live: Snapshot,
): Problem | undefined {
  const there = live.get(address);
  const owner = there === undefined ? undefined : kind.owner?.(there, config);
  if (owner === undefined || source === undefined) return undefined;
  return {
    code: "ORG0404",
    message: `${kind.title} ${key} ${owner}, which would overwrite what orgsync writes`,
    hint: `take it out of ${kind.section.key}:, which then leaves it alone`,
    source,
  };
}
