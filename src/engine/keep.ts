import type { Address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { ignoredBy } from "../model/ignore.ts";
import type { AnyKind, Leaving } from "../model/kind.ts";
import type { NotManaged } from "../model/plan.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { isManaged } from "./live.ts";

export interface Kept {
  /** Live resources to be copied into desired, so that the diff finds nothing to do for them. */
  readonly kept: readonly Resource[];
  /** Those of them that a reader of the plan should know of. */
  readonly notManaged: readonly NotManaged[];
}

/** Tells why a live resource that the file does not list stays as it is. */
export interface Keeper {
  /** Who else decides about it: another owner, or whoever `ignore:` leaves it to. */
  ownerOf(resource: Resource): string | undefined;
  /** The whole reason, if there is one. */
  whyKept(resource: Resource): string | undefined;
  /** What is kept of one kind, beside what `desired` has already; `leaving` is what the file itself says goes. */
  keep<Aws>(kind: AnyKind<Aws>, desired: Snapshot, leaving: ReadonlyMap<Address, Leaving>): Kept;
}

/**
 * What stays as it is although the file does not list it: a kind whose section is absent, what AWS or somebody else
 * owns, what `ignore:` names, what refers to one of these, and kinds that are removed only where the file says so of
 * one by name.
 */
export function keeper<Aws>(kinds: readonly AnyKind<Aws>[], config: Config, live: Snapshot): Keeper {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));

  const ownerOf = (resource: Resource): string | undefined => {
    const kind = byName.get(resource.kind);
    if (kind === undefined) return undefined;
    const own = kind.owner?.(resource, config);
    if (own !== undefined) return own;
    if (kind.ownsSection && ignoredBy(config, kind.section.key, resource.key) !== undefined)
      return "is ignored by org.yaml";
    // A unit below one that is somebody else's is theirs too.
    return ofReferred(kind, resource, (referred) => referred.kind === kind.name);
  };

  const ofReferred = (
    kind: AnyKind<Aws>,
    resource: Resource,
    counts: (referred: Resource) => boolean,
  ): string | undefined => {
    for (const ref of kind.refs(resource.spec, resource.key)) {
      const referred = live.get(ref);
      if (referred === undefined || !counts(referred)) continue;
      const owner = ownerOf(referred);
      if (owner !== undefined) return `its ${byName.get(referred.kind)?.title} ${owner}`;
    }
    return undefined;
  };

  const whyKept = (resource: Resource): string | undefined => {
    const kind = byName.get(resource.kind);
    if (kind === undefined) return undefined;
    return (
      ownerOf(resource) ??
      (kind.neverRemoved === undefined ? ofReferred(kind, resource, () => true) : undefined) ??
      kind.held?.(resource, { config, live, whyKept }) ??
      kind.neverRemoved
    );
  };

  return {
    ownerOf,
    whyKept,
    keep(kind, desired, leaving) {
      const managed = isManaged(kind, config);
      const kept: Resource[] = [];
      const notManaged: NotManaged[] = [];
      for (const resource of live.values()) {
        if (resource.kind !== kind.name || desired.has(resource.address)) continue;
        if (kind.neverRemoved !== undefined && leaving.has(resource.address)) continue;
        const reason = managed ? whyKept(resource) : undefined;
        if (managed && reason === undefined) continue;
        kept.push(resource);
        if (reason === undefined) continue;
        notManaged.push({ address: resource.address, kind: kind.name, label: resource.label ?? resource.key, reason });
      }
      return { kept, notManaged };
    },
  };
}
