import type { Context } from "../operation.ts";
import { page as pageOf } from "../paging.ts";
import type { Listing } from "../paging.ts";
import { invalid } from "./errors.ts";

/** One page of a list of either service of IAM Identity Center, at most 100 long. */
export function page<T>(
  context: Context,
  member: string,
  items: readonly T[],
  input: Listing<T>["input"],
  show: (item: T) => unknown = (item) => item,
): object {
  const badToken = () => invalid("The pagination token is not valid.");
  return pageOf(context, { member, items, input, size: 100, badToken, show });
}
