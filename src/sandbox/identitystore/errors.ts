import { AwsError } from "../operation.ts";
import type { Context } from "../operation.ts";

type ResourceType = "USER" | "GROUP" | "GROUP_MEMBERSHIP" | "IDENTITY_STORE";

/** ResourceNotFoundException, as the service words it. */
export function notFound(resourceType: ResourceType, resourceId?: string): AwsError {
  const members = { ResourceType: resourceType, ...(resourceId === undefined ? {} : { ResourceId: resourceId }) };
  return new AwsError("ResourceNotFoundException", `${resourceType} not found.`, members);
}

/** AccessDeniedException, in IAM's words. */
export function denied({ caller }: Context, action: string): AwsError {
  const text = `User: ${caller.arn} is not authorized to perform: identitystore:${action}`;
  return new AwsError("AccessDeniedException", text);
}

/** ConflictException for a value that something else in the store has. */
export function taken(message: string): AwsError {
  return new AwsError("ConflictException", message, { Reason: "UNIQUENESS_CONSTRAINT_VIOLATION" });
}

/** ValidationException. */
export function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}
