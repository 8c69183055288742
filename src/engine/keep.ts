import type { Config } from "../model/config.ts";
import type { AnyKind } from "../model/kind.ts";
import type { NotManaged } from "../model/plan.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { isManaged } from "./live.ts";

export interface Kept {
  /** Live resources to be copied into desired, so that the diff finds nothing to do for them. */
  readonly kept: readonly Resource[];
  /** Those of them that a reader of the plan should know of. */
  readonly notManaged: readonly NotManaged[];
}

/**
 * What stays as it is although the file does not list it: a kind whose section is absent, things that AWS or somebody
 * else owns, and kinds that are never removed.
 */
export function keep<Aws>(kind: AnyKind<Aws>, config: Config, live: Snapshot, desired: Snapshot): Kept {
  const managed = isManaged(kind, config);
  const kept: Resource[] = [];
  const notManaged: NotManaged[] = [];
  for (const resource of live.values()) {
    if (resource.kind !== kind.name || desired.has(resource.address)) continue;
    if (!managed) {
      kept.push(resource);
      continue;
    }
    const reason = kind.foreign?.(resource, { config, live }) ?? kind.neverRemoved;
    if (reason === undefined) continue;
    kept.push(resource);
    notManaged.push({ address: resource.address, kind: kind.name, label: resource.label ?? resource.key, reason });
  }
  return { kept, notManaged };
}
