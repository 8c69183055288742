import type { Context } from "../operation.ts";
import type { Listing } from "../paging.ts";
import { page as pageOf } from "../paging.ts";
import { badToken } from "./errors.ts";

/** One page of a list, at most 20 long. */
export function page<T>(
  context: Context,
  member: string,
  items: readonly T[],
  input: object,
  show: (item: T) => unknown = (item) => item,
): object {
  return pageOf(context, { member, items, input: input as Listing<T>["input"], size: 20, badToken, show });
}
