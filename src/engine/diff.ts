import type { JsonObject } from "../model/json.ts";
import { sameJson } from "../model/json.ts";
import type { AnyKind, Leaving } from "../model/kind.ts";
import type { Action, Change, FieldChange, Reason } from "../model/plan.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import type { Desired } from "./desired.ts";

/** The changes that make `live` into `desired`, in the order of the kinds; not yet in a safe order. Pure. */
export function diff<Aws>(
  kinds: readonly AnyKind<Aws>[],
  live: Snapshot,
  { snapshot: desired, leaving }: Pick<Desired, "snapshot" | "leaving">,
): Change[] {
  const changes: Change[] = [];
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  for (const after of desired.values()) {
    const kind = byName.get(after.kind);
    if (kind === undefined) throw new Error(`no kind ${after.kind}`);
    const before = live.get(after.address);
    if (before === undefined) changes.push(create(kind, after));
    else if (before !== after) {
      const fields = changedFields(kind, before.spec, after.spec);
      if (fields.length > 0) changes.push(update(kind, before, after, fields));
    }
  }
  for (const before of live.values()) {
    const kind = byName.get(before.kind);
    if (kind !== undefined && !desired.has(before.address))
      changes.push(remove(kind, before, leaving.get(before.address)));
  }
  return changes;
}

/** A field that is undefined in `after` is left as it is. */
function changedFields<Aws>(kind: AnyKind<Aws>, before: JsonObject, after: JsonObject): FieldChange[] {
  const same = (field: string, left: unknown, right: unknown): boolean =>
    kind.same?.(field as never, left, right) ?? sameJson(left, right);
  return Object.entries(after)
    .filter(([field, value]) => value !== undefined && !same(field, before[field], value))
    .map(([field, value]) => ({ field, before: before[field], after: value }));
}

function create<Aws>(kind: AnyKind<Aws>, after: Resource): Change {
  const spec = defined(after.spec);
  const fields = Object.entries(spec).map(([field, value]) => ({ field, before: undefined, after: value }));
  return { ...common(kind, after, "create", "not-in-aws"), before: null, after: spec, fields };
}

function update<Aws>(kind: AnyKind<Aws>, before: Resource, after: Resource, fields: FieldChange[]): Change {
  return {
    ...common(kind, after, "update", "differs"),
    before: before.spec,
    after: { ...before.spec, ...defined(after.spec) },
    fields,
  };
}

function remove<Aws>(kind: AnyKind<Aws>, before: Resource, why?: Leaving): Change {
  const { reason = "not-in-file", ...rest } = why ?? {};
  return { ...common(kind, before, "delete", reason), ...rest, before: before.spec, after: null, fields: [] };
}

function common<Aws>(kind: AnyKind<Aws>, resource: Resource, action: Action, reason: Reason) {
  return {
    address: resource.address,
    kind: kind.name,
    key: resource.key,
    label: resource.label ?? resource.key,
    action,
    reason,
    reversible: !(kind.irreversible?.includes(action) ?? false),
    expected: kind.expected[action] ?? { calls: 1, seconds: 1 },
    ...(resource.source === undefined ? {} : { source: resource.source }),
    ...(resource.remarks === undefined ? {} : { remarks: resource.remarks }),
  };
}

function defined(spec: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined));
}
