import pLimit from "p-limit";
import { OrgsyncError } from "../model/errors.ts";

/** More pages than any list of AWS can have; a list that goes on is not believed. */
const MOST_PAGES = 100_000;

/**
 * Reads a list to its end. A page may be short or empty and still not be the last; a token that comes twice, or an
 * answer without the list, is an error: half a list must never pass for a whole one. So is an entry that comes twice:
 * pages that moved while they were read may have left out another. `mayRepeat` is for lists of which AWS does not say
 * that they name a thing once.
 */
export async function listAll<
  Input extends { NextToken?: string | undefined },
  Output extends { NextToken?: string | undefined },
  Key extends keyof Output & string,
>(
  call: (input: Input) => Promise<Output>,
  input: Input,
  key: Key,
  { mayRepeat = false }: { readonly mayRepeat?: boolean } = {},
): Promise<NonNullable<Output[Key]>> {
  const items: unknown[] = [];
  const known = new Set<string>();
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const page = await call(token === undefined ? input : { ...input, NextToken: token });
    const part: unknown = page[key];
    if (!Array.isArray(part)) throw incredible(call.name, `an answer without ${key}`);
    for (const item of part) {
      if (!mayRepeat && known.size === known.add(JSON.stringify(item)).size)
        throw incredible(call.name, `the same entry of ${key} twice`);
      items.push(item);
    }
    token = page.NextToken || undefined;
    if (token !== undefined && (seen.has(token) || seen.size > MOST_PAGES))
      throw incredible(call.name, "the same page token twice");
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return items as NonNullable<Output[Key]>;
}

/** A member that AWS always sends; anything else is an answer that cannot be right. */
export function present<T>(value: T | null | undefined, operation: string, member: string): T {
  if (value === undefined || value === null) throw incredible(operation, `an entry without ${member}`);
  return value;
}

export function incredible(operation: string, what: string): OrgsyncError {
  return new OrgsyncError("ORG0505", `${operation} answered with ${what}`, {
    hint: "nothing was changed; run the same command again, and check AWS_ENDPOINT_URL if it stays",
  });
}

/** Those items of which `isWanted` is true, asked as `forEachOf` does. */
export async function filterOf<T>(items: readonly T[], isWanted: (item: T) => Promise<boolean>): Promise<T[]> {
  const wanted = await forEachOf(items, isWanted);
  return items.filter((_, index) => wanted[index]);
}

/**
 * A list left out what another answer has. AWS shows its own changes late for a moment, so that the same command works
 * a little later; nothing is concluded from half a picture.
 */
export function incompleteRead(list: string, what: string, other: string): OrgsyncError {
  return new OrgsyncError("ORG0511", `${list} left out ${what}, which ${other} has`, {
    hint: "nothing was changed; AWS may show its own changes late: run the same command again in a minute",
  });
}

/**
 * Work on many items, some at a time; their buckets set the pace. Results in the order of the items. After a failure
 * nothing more is begun, and what was begun has ended before the failure is thrown.
 */
export async function forEachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const limit = pLimit(24);
  const failures: unknown[] = [];
  const results = await Promise.all(
    items.map((item) =>
      limit(async (): Promise<R | undefined> => {
        if (failures.length > 0) return undefined;
        try {
          return await work(item);
        } catch (error) {
          failures.push(error);
          return undefined;
        }
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
  return results as R[];
}
