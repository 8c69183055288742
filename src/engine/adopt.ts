import { type Address, address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { isObject } from "../model/json.ts";
import type { AnyKind } from "../model/kind.ts";
import type { Change } from "../model/plan.ts";
import type { Resource, Snapshot } from "../model/resource.ts";

/** The entries of org.yaml that would have to be written anew for it to say what AWS is. */
export interface EntriesToAdopt {
  /** Keys of the sections that they stand in. */
  readonly sections: ReadonlySet<string>;
  /** Whether a live resource is part of one of them. */
  has(resource: Resource): boolean;
  /** A file without them. */
  without(config: Config): Config;
}

/**
 * What AWS has otherwise than org.yaml, or besides, by whole entries: a member that was added to a group is written as
 * the group with all of its members. What goes because its time is over, or is to be closed, is no matter of AWS's. Pure.
 */
export function entriesToAdopt<Aws>(
  changes: readonly Change[],
  live: Snapshot,
  kinds: readonly AnyKind<Aws>[],
): EntriesToAdopt {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  /** What an entry is called after: the thing itself, or that of the section which it belongs to. */
  const entryOf = (kindName: string, address: Address, spec: object, key: string): Address => {
    const kind = byName.get(kindName);
    if (kind === undefined || kind.ownsSection) return address;
    const owner = kinds.find((one) => one.ownsSection && one.section.key === kind.section.key);
    return kind.refs(spec, key).find((ref) => ref.startsWith(`${owner?.name}:`)) ?? address;
  };
  const isPart = (kind: string): boolean => byName.get(kind)?.ownsSection === false;
  const theirs = changes.filter(
    ({ action, reason }) => action === "update" || (action === "delete" && reason === "not-in-file"),
  );
  const parts = changes.filter(({ kind, action }) => action === "create" && isPart(kind));
  // What goes takes along what is said of it elsewhere, such as the policies that are attached to it.
  const gone = new Set(theirs.filter(({ action }) => action === "delete").map(({ address: own }) => own));
  const along = [...live.values()].filter(
    ({ kind, spec, key }) =>
      isPart(kind) &&
      byName
        .get(kind)
        ?.refs(spec, key)
        .some((ref) => gone.has(ref)) === true,
  );
  const entries = new Set([
    ...[...theirs, ...parts].map(({ kind, address: own, before, after, key }) =>
      entryOf(kind, own, before ?? after ?? {}, key),
    ),
    ...along.map(({ kind, address: own, spec, key }) => entryOf(kind, own, spec, key)),
  ]);
  const withoutEntries = (section: string, value: unknown): unknown => {
    const owner = kinds.find((kind) => kind.ownsSection && kind.section.key === section);
    if (owner === undefined || !isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => !entries.has(address(owner.name, key))));
  };
  const sections = [...theirs, ...parts, ...along].flatMap(({ kind }) => byName.get(kind)?.section.key ?? []);
  return {
    sections: new Set(sections),
    has: ({ kind, address, spec, key }) => entries.has(entryOf(kind, address, spec, key)),
    without: (config) => ({
      ...config,
      sections: Object.fromEntries(
        Object.entries(config.sections).map(([section, value]) => [section, withoutEntries(section, value)]),
      ),
    }),
  };
}
