import { distance } from "fastest-levenshtein";
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
  return {
    code: "ORG0401",
    message: `unknown ${TITLES[kind] ?? kind} ${name}: neither org.yaml nor AWS has it`,
    source,
    ...(near === undefined ? {} : { didYouMean: near.key }),
  };
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
