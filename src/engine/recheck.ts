import { OrgsyncError } from "../model/errors.ts";
import { isObject, sameJson } from "../model/json.ts";
import type { AnyKind, WriteContext } from "../model/kind.ts";
import type { Change } from "../model/plan.ts";
import type { Resource } from "../model/resource.ts";

/**
 * Looks once more at what a change is about to overwrite, and throws when somebody has changed it since it was read:
 * what is written over is either what the plan showed or what it wants already. AWS has no conditional writes, so this
 * comes directly before the write. A thing that is to be deleted may be gone already.
 */
export async function recheck<Aws>(
  kind: AnyKind<Aws>,
  change: Change,
  before: Resource | undefined,
  context: WriteContext<Aws>,
): Promise<void> {
  if (change.action === "create" || kind.look === undefined || before === undefined) return;
  const known = change.before ?? {};
  const asked =
    change.action === "update"
      ? change.fields.map(({ field }) => field)
      : Object.keys(known).filter((field) => known[field] !== undefined);
  const found = await kind.look(before, asked as never[], context);
  const what = `${kind.title} ${change.label}`;
  if (found === undefined) {
    if (change.action === "delete") return;
    throw changed(`${what} is gone: ${some(asked)} of it ${asked.length === 1 ? "was" : "were"} to be changed`);
  }
  const same = (field: string, planned: unknown, now: unknown): boolean =>
    planned === undefined ? isNone(now) : (kind.same?.(field as never, planned, now) ?? sameJson(planned, now));
  for (const [field, now] of Object.entries(found)) {
    const planned = known[field];
    // Nobody has read what neither the plan shows nor the change is about.
    if (planned === undefined && !asked.includes(field)) continue;
    if (same(field, planned, now)) continue;
    const after = change.after?.[field];
    if (change.action === "update" && same(field, after, now)) continue;
    throw changed(
      change.action === "delete"
        ? `${what} was to be deleted with the ${field} ${excerpt(planned, now)}, and has ${excerpt(now, planned)} now`
        : asked.includes(field)
          ? `${what}: ${field} was to be changed from ${excerpt(planned, now)} to ${excerpt(after, now)}, and is ${excerpt(now, planned)} now`
          : `${what}: ${field}, which goes along with ${some(asked)}, was ${excerpt(planned, now)}, and is ${excerpt(now, planned)} now`,
    );
  }
}

function changed(message: string): OrgsyncError {
  return new OrgsyncError("ORG0604", message, {
    hint: "somebody changed it meanwhile; nothing of it was changed here; run plan again",
  });
}

/** Where the plan knows of no value, AWS has none. */
function isNone(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || (isObject(value) && Object.keys(value).length === 0);
}

const some = (fields: readonly string[]): string => fields.join(", ");

/** In characters. */
const LONGEST = 60;
/** Characters before the first one that differs. */
const LEAD = 20;

/** A value on one line; of a long one, the part where it differs from another. */
function excerpt(value: unknown, other: unknown): string {
  if (isNone(value)) return "none";
  const [text, rival] = [Array.from(JSON.stringify(value)), Array.from(JSON.stringify(other) ?? "")];
  if (text.length <= LONGEST) return text.join("");
  const difference = text.findIndex((character, index) => character !== rival[index]);
  const start = Math.min(Math.max(0, difference - LEAD), text.length - LONGEST);
  const end = start + LONGEST;
  return `${start === 0 ? "" : "\u2026"}${text.slice(start, end).join("")}${end === text.length ? "" : "\u2026"}`;
}
