import { distance } from "fastest-levenshtein";
import { isObject } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import type { Snapshot, Source } from "../model/resource.ts";

const TITLES: Readonly<Record<string, string>> = {
  user: "user",
  group: "group",
  permissionSet: "permission set",
  account: "account",
  organizationalUnit: "organizational unit",
};

/** A name that neither org.yaml nor AWS has, with the nearest one that is there. */
export function unknownName(kind: string, name: string, snapshot: Snapshot, source: Source): Problem {
  const known = [...snapshot.values()].filter((resource) => resource.kind === kind).map(({ key }) => key);
  const near = known
    .map((key) => ({ key, far: distance(key.toLowerCase(), name.toLowerCase()) }))
    .filter(({ far }) => far <= Math.max(2, name.length / 3))
    .toSorted((left, right) => left.far - right.far)[0];
  const byId = [...snapshot.values()].find(({ kind: one, ids }) => one === kind && idIn(ids) === name);
  const meant = byId?.key ?? near?.key;
  return {
    code: "ORG0401",
    message: `unknown ${TITLES[kind] ?? kind} ${name}: neither org.yaml nor AWS has it`,
    source,
    ...(name.includes("*") ? { hint: "names have no patterns here: list each name" } : {}),
    ...(byId === undefined ? {} : { hint: "write the name, not the id" }),
    ...(meant === undefined ? {} : { didYouMean: meant }),
  };
}

const idIn = (ids: unknown): unknown => (isObject(ids) ? ids["id"] : undefined);

/** An entry whose name in AWS may differ from its key, now or before. */
interface Named {
  readonly name?: string | undefined;
  readonly previously?: string | readonly string[] | undefined;
}

/** The keys that an entry had before. */
export const formerKeys = ({ previously }: Named): readonly string[] => [previously ?? []].flat();

/**
 * The file's keys by the names that AWS has: an entry has its own name, or, while nothing of that name is there, one
 * that it had before. `fold` makes names alike that AWS does not tell apart.
 */
export function keysByName(
  entries: Readonly<Record<string, Named>>,
  live: readonly string[],
  fold: (name: string) => string = (name) => name,
): Map<string, string> {
  const keys = new Map(Object.entries(entries).map(([key, entry]) => [fold(entry.name ?? key), key]));
  const there = new Set(live.map(fold));
  for (const [key, entry] of Object.entries(entries)) {
    if (there.has(fold(entry.name ?? key))) continue;
    const former = formerKeys(entry)
      .map(fold)
      .find((name) => there.has(name) && !keys.has(name));
    if (former !== undefined) keys.set(former, key);
  }
  return keys;
}

/** The entry that takes the place of a key that the file no longer has. */
export function successorKey(entries: Readonly<Record<string, Named>>, key: string): string | undefined {
  return Object.hasOwn(entries, key) ? undefined : successorsIn(entries).get(key);
}

/** Made once for a section: it is asked for everything that refers to something that is not listed. */
const successors = new WeakMap<object, ReadonlyMap<string, string>>();

function successorsIn(entries: Readonly<Record<string, Named>>): ReadonlyMap<string, string> {
  let known = successors.get(entries);
  if (known === undefined) {
    known = new Map(Object.entries(entries).flatMap(([key, entry]) => formerKeys(entry).map((old) => [old, key])));
    successors.set(entries, known);
  }
  return known;
}

/**
 * The key under which a live thing goes: that of the entry whose name in AWS it has, else its own name, unless the
 * file uses that word for something else.
 */
export function liveKey(
  byName: ReadonlyMap<string, string>,
  entries: object,
  name: string,
  id: string,
  folded = name,
): string {
  return byName.get(folded) ?? (Object.hasOwn(entries, name) ? `${name} (${id})` : name);
}

/** So many names, and how many there are besides. */
export function some(names: readonly string[], most = 5): string {
  return names.length <= most ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
