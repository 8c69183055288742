import { OrgsyncError } from "../model/errors.ts";
import { reasonOf, systemCode } from "../model/systemError.ts";

/**
 * What to tell of a file that a flag or an argument names, and that cannot be read or written: `cannot read plan.json:
 * there is no such file`. Anything that is not about the file stays what it is.
 */
export function fileError(what: string, error: unknown, hint: string): unknown {
  if (error instanceof OrgsyncError || systemCode(error) === undefined) return error;
  return new OrgsyncError("ORG0702", `${what}: ${reasonOf(error)}`, { hint, cause: error });
}
