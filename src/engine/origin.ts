import type { Config } from "../model/config.ts";
import { sameJson } from "../model/json.ts";
import type { AnyKind } from "../model/kind.ts";
import type { Change, Origin } from "../model/plan.ts";
import type { Snapshot } from "../model/resource.ts";
import type { Desired } from "./desired.ts";
import { diff } from "./diff.ts";
import { isManaged } from "./live.ts";

/**
 * Says of each change where the difference comes from: what the file as it was before would change too, comes from AWS.
 * An earlier change of the file that was never applied looks the same. Pure.
 */
export function withOrigins<Aws>(
  changes: readonly Change[],
  kinds: readonly AnyKind<Aws>[],
  live: Snapshot,
  base: { readonly config: Config; readonly desired: Desired },
): Change[] {
  const before = new Map(diff(kinds, live, base.desired).map((change) => [change.address, change]));
  const decided = new Set(kinds.filter((kind) => isManaged(kind, base.config)).map(({ name }) => name));
  const leftAlone = new Set(base.desired.notManaged.map(({ address }) => address));
  const isUndecided = ({ kind, address, action }: Change): boolean =>
    action !== "create" && (!decided.has(kind) || leftAlone.has(address));
  return changes.map((change) => ({
    ...change,
    origin: isUndecided(change) ? "unmanaged" : originOf(change, before.get(change.address)),
  }));
}

function originOf(change: Change, before: Change | undefined): Origin {
  if (before?.action !== change.action) return "file";
  if (change.action === "delete") return "aws";
  const had = new Map(before.fields.map(({ field, after }) => [field, after]));
  const same = change.fields.filter(({ field, after }) => had.has(field) && sameJson(had.get(field), after));
  if (same.length === change.fields.length) return "aws";
  return same.length === 0 ? "file" : "both";
}
