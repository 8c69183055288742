import { AwsError } from "../aws/errors.ts";
import { incompleteRead } from "../aws/paging.ts";
import { OrgsyncError } from "../model/errors.ts";
import { readTags, tagChanges, type TagOperations, type Tags, writeTags } from "./tags.ts";

/*
 * What other people do between a plan's read and its write: AWS has no conditional writes, so that every kind looks
 * once more at what it is about to overwrite (`Kind.look`), or at what is there although it is to be created.
 */

/** What a look finds, or undefined when AWS no longer has the thing that it asks about. Any other failure throws. */
export async function unlessGone<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof AwsError && error.kind === "missing") return undefined;
    throw error;
  }
}

/**
 * Throws when something is there that a list left out; `look` asks for it by its id and says what it is. `namedBy` is the
 * operation that names it.
 */
export async function requireGone(look: () => Promise<string>, list: string, namedBy: string): Promise<void> {
  const found = await unlessGone(look);
  if (found !== undefined) throw incompleteRead(list, found, namedBy);
}

/** The asked fields of what a look has found. */
export function only<Spec extends object>(found: Spec, fields: readonly (keyof Spec & string)[]): Partial<Spec> {
  const asked = new Set<string>(fields);
  return Object.fromEntries(Object.entries(found).filter(([field]) => asked.has(field))) as Partial<Spec>;
}

/** Somebody made a thing of this name between plan and apply, and not the one that org.yaml asks for. */
export function taken(what: string): OrgsyncError {
  return new OrgsyncError("ORG0602", `${what} was made by somebody else meanwhile, with other values`, {
    hint: "nothing of it was changed; run plan again to see them",
  });
}

/**
 * Gives the tags of org.yaml to a thing that is there although it was to be created: adds what it lacks, and takes
 * nothing away that somebody else may have set.
 */
export async function completeTags(operations: TagOperations, id: string, wanted: Tags, what: string): Promise<void> {
  const there = await readTags(operations, id);
  if (losesTags(there, wanted)) throw taken(what);
  await writeTags(operations, id, there, wanted);
}

/** Whether a tag that is there would have another value then, or none. */
export function losesTags(there: Tags, wanted: Tags): boolean {
  const { set, gone } = tagChanges(there, wanted);
  return gone.length > 0 || set.some(({ Key }) => Object.hasOwn(there, Key));
}
