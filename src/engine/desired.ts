import type { Address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import type { AnyKind } from "../model/kind.ts";
import type { Notice, NotManaged } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { keep } from "./keep.ts";
import { isManaged } from "./live.ts";

export interface Desired {
  /** Everything that will exist: what the file lists, and what is left alone. */
  readonly snapshot: Snapshot;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  readonly notManaged: readonly NotManaged[];
}

/** What org.yaml asks for, given what there is. Pure. */
export function makeDesired<Aws>(kinds: readonly AnyKind<Aws>[], config: Config, live: Snapshot): Desired {
  const snapshot = new Map<Address, Resource>();
  const problems: Problem[] = [];
  const notices: Notice[] = [];
  const notManaged: NotManaged[] = [];
  for (const kind of kinds) {
    if (isManaged(kind, config)) {
      const resources = kind.desired({
        config,
        live,
        desired: snapshot,
        problem: (problem) => problems.push(problem),
        notice: (notice) => notices.push(notice),
      });
      for (const resource of resources) snapshot.set(resource.address, resource as Resource);
    }
    const left = keep(kind, config, live, snapshot);
    for (const resource of left.kept) snapshot.set(resource.address, resource);
    notManaged.push(...left.notManaged);
  }
  return { snapshot, problems, notices, notManaged };
}
