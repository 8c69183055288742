import type { Context } from "../operation.ts";
import { page as pageOf } from "../paging.ts";
import type { Listing } from "../paging.ts";
import { invalid } from "./errors.ts";

/** One page of a list, at most 20 long. */
export function page<T>(
  context: Context,
  member: string,
  items: readonly T[],
  input: Listing<T>["input"],
  show: (item: T) => unknown = (item) => item,
): object {
  return pageOf(context, { member, items, input, size: 20, badToken: () => invalid("INVALID_NEXT_TOKEN"), show });
}
