import canonicalize from "canonicalize";
import type { Moved, Uncovered } from "../model/approval.ts";
import type { Address } from "../model/address.ts";
import { isObject, type Json, type JsonObject, sameJson } from "../model/json.ts";
import type { AnyKind } from "../model/kind.ts";
import type { Change, Plan } from "../model/plan.ts";

/**
 * The changes of a plan that none of the approved plans covers: those that they do not have, that would end otherwise,
 * or that start from a value that neither they have seen nor orgsync's own steps pass through. An approved change that
 * is not in the plan any more is no matter: that is what a rerun after an interruption looks like. Nothing is ever taken
 * from an approved plan but the permission. Pure.
 */
export function uncovered<Aws>(approved: readonly Plan[], plan: Plan, kinds: readonly AnyKind<Aws>[]): Uncovered[] {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const byAddress = approved.map(({ changes }) => new Map(changes.map((change) => [change.address, change])));
  // What was left behind was meant only as long as org.yaml says what it said.
  const sameFile = approved.filter(({ source }) => source.digest === plan.source.digest);
  return plan.changes.flatMap((change): Uncovered[] => {
    const kind = byName.get(change.kind);
    if (kind === undefined) throw new Error(`no kind ${change.kind}`);
    // The file says itself when that access ends, and was approved.
    if (change.action === "delete" && change.reason === "expired") return [];
    const candidates = byAddress.flatMap((changes) => changes.get(change.address) ?? []);
    const moved = candidates.map((candidate) => movedSince(kind, candidate, change));
    if (moved.some((one) => one.length === 0)) return [];
    if (sameFile.some(({ changes }) => kind.leftBehind?.(change, changes) === true)) return [];
    // The one that was approved last says best what has moved since.
    return [{ change, moved: moved.at(-1) ?? [{ what: "unknown" }] }];
  });
}

/**
 * Whether two plans are of one organization. One that did not exist yet may exist by now when the approved plan makes
 * it; `organization` is its address.
 */
export function isSameOrganization(approved: Plan, plan: Plan, organization: Address): boolean {
  if (approved.organization !== null || plan.organization === null)
    return approved.organization?.id === plan.organization?.id;
  return approved.changes.some(({ action, address }) => action === "create" && address === organization);
}

function movedSince<Aws>(kind: AnyKind<Aws>, approved: Change, change: Change): Moved[] {
  if (change.action === "delete" && approved.action === "delete") return movedInDelete(kind, approved, change);
  if (change.action === "create" && approved.action === "create") return movedInCreate(kind, approved, change);
  if (change.action === "update" && approved.action !== "delete") return movedInUpdate(kind, approved, change);
  return [{ what: "action", approved: approved.action }];
}

function movedInCreate<Aws>(kind: AnyKind<Aws>, approved: Change, change: Change): Moved[] {
  return fieldsOf(approved.after, change.after).flatMap((field) => movedAfter(kind, field, approved, change));
}

/** What goes is what was to go, as far as both plans have read it. */
function movedInDelete<Aws>(kind: AnyKind<Aws>, approved: Change, change: Change): Moved[] {
  return fieldsOf(approved.before, change.before).flatMap((field): Moved[] => {
    const [was, now] = [member(approved.before, field), member(change.before, field)];
    if (was === undefined || now === undefined || isSame(kind, field, was, now)) return [];
    return [{ what: "before", field, now, approved: { action: "delete", before: was, after: undefined } }];
  });
}

function movedInUpdate<Aws>(kind: AnyKind<Aws>, approved: Change, change: Change): Moved[] {
  return change.fields.flatMap(({ field, before: now }): Moved[] => {
    // Not a value that somebody could have approved, but what making the approved change has left to do.
    if (kind.isLeftToDo?.(field as never) === true) return [];
    const otherwise = movedAfter(kind, field, approved, change);
    if (otherwise.length > 0) return otherwise;
    const [was, after] = [member(approved.before, field), member(approved.after, field)];
    const isSeen =
      approved.action === "create"
        ? isPart(now, after) || isBorn(kind, field, now)
        : isSame(kind, field, was, now) || isBetween(was, after, now);
    return isSeen ? [] : [{ what: "before", field, now, approved: { action: approved.action, before: was, after } }];
  });
}

function movedAfter<Aws>(kind: AnyKind<Aws>, field: string, approved: Change, change: Change): Moved[] {
  const [was, now] = [member(approved.after, field), member(change.after, field)];
  return isSame(kind, field, was, now) ? [] : [{ what: "after", field, approved: was, now }];
}

const fieldsOf = (left: JsonObject | null, right: JsonObject | null): string[] => [
  ...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]),
];

/** A field of a spec; the approved one comes from a file, which may have any keys. */
const member = (spec: JsonObject | null, field: string): Json | undefined =>
  spec !== null && Object.hasOwn(spec, field) ? spec[field] : undefined;

function isSame<Aws>(kind: AnyKind<Aws>, field: string, left: Json | undefined, right: Json | undefined): boolean {
  return sameJson(left, right) || (kind.same?.(field as never, left, right) ?? false);
}

const isBorn = <Aws>(kind: AnyKind<Aws>, field: string, value: Json | undefined): boolean => {
  const born = (kind.born ?? {}) as JsonObject;
  return Object.hasOwn(born, field) && sameJson(born[field], value);
};

/** Whether a new thing may have the value on its way to `after`: nothing yet, or part of it. */
function isPart(value: Json | undefined, after: Json | undefined): boolean {
  return isNothing(value) || isBetween(undefined, after, value);
}

const isNothing = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (typeof value === "object" && Object.keys(value).length === 0);

/**
 * Whether a value is one that can be there between `before` and `after` because they are made of parts that are written
 * one by one: the items of a list, the members of a flat map. Everything else goes from one to the other at once.
 */
function isBetween(before: Json | undefined, after: Json | undefined, value: Json | undefined): boolean {
  const all = [before, after, value];
  if (all.some(isList) && all.every((one) => isList(one) || isAbsent(one))) {
    const [had, gets, has] = all.map((one) => new Set(isList(one) ? one.map((item) => canonicalize(item)) : []));
    if (had === undefined || gets === undefined || has === undefined) return false;
    return (
      [...has].every((item) => had.has(item) || gets.has(item)) &&
      [...had].every((item) => !gets.has(item) || has.has(item))
    );
  }
  if (!all.some(isObject) || !all.every((one) => isFlat(one) || isAbsent(one))) return false;
  const [had, gets, has] = all.map((one) => (isFlat(one) ? one : {}));
  return [...new Set(all.flatMap((one) => (isFlat(one) ? Object.keys(one) : [])))].every((key) => {
    const [was, becomes, is] = [had, gets, has].map((map) => member(map ?? null, key));
    return is === was || is === becomes;
  });
}

const isAbsent = (value: Json | undefined): value is null | undefined => value === null || value === undefined;

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** An object without values within values: tags. */
const isFlat = (value: Json | undefined): value is JsonObject =>
  isObject(value) && Object.values(value).every((one) => typeof one !== "object" || one === null);
