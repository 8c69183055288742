import { AwsError } from "../operation.ts";
import type { Context } from "../operation.ts";

/** ResourceNotFoundException. */
export const notFound = (message: string): AwsError => new AwsError("ResourceNotFoundException", message);

/** ConflictException. */
export const conflict = (message: string): AwsError => new AwsError("ConflictException", message);

/** The conflict with another change that has not ended yet. */
export const conflicting = (): AwsError => conflict("There is a conflicting operation in process.");

/** ThrottlingException for asynchronous requests beyond what may run at once. */
export const tooManyAtOnce = (): AwsError =>
  new AwsError("ThrottlingException", "There are too many requests processing. Please try again later.");

/** ValidationException. */
export const invalid = (message: string): AwsError => new AwsError("ValidationException", message);

/** AccessDeniedException, in IAM's words. */
export function denied({ caller }: Context, action: string, resource: string): AwsError {
  const text = `User: ${caller.arn} is not authorized to perform: sso:${action} on resource: ${resource}`;
  return new AwsError("AccessDeniedException", text);
}

/** ServiceQuotaExceededException. */
export function quotaExceeded(what: string, limit: number, id: string): AwsError {
  const text = `You have exceeded AWS SSO limits. Cannot create ${what} more than ${limit} for id ${id}.`;
  const more = "Please refer to https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html";
  return new AwsError("ServiceQuotaExceededException", `${text} ${more}`);
}
