import { AwsError } from "../operation.ts";
import type { Context, Violation } from "../operation.ts";

/** AccessDeniedException, in IAM's words; `why` is what AWS adds to them. */
export function denied({ caller }: Context, action: string, why?: string): AwsError {
  const text = `User: ${caller.arn} is not authorized to perform: account:${action}`;
  return new AwsError("AccessDeniedException", why === undefined ? text : `${text} (${why})`, {}, 403);
}

/** ResourceNotFoundException. */
export const notFound = (message: string): AwsError => new AwsError("ResourceNotFoundException", message, {}, 404);

/** ValidationException. */
export const invalid = (message: string, reason: "fieldValidationFailed" | "invalidRegionOptTarget"): AwsError =>
  new AwsError("ValidationException", message, { reason });

/** The error for an input that does not fit: it lists all that does not. */
export function invalidInput(violations: readonly Violation[]): AwsError {
  const wrongType = violations.find(({ constraint }) => constraint === "type");
  if (wrongType) {
    return new AwsError(
      "SerializationException",
      `Value at '${wrongType.member}' is not of type ${wrongType.expected}`,
    );
  }
  const fieldList = violations.map((violation) => ({
    name: violation.member,
    message: `Member must ${must(violation)}`,
  }));
  const text = fieldList.map(({ name, message }) => `Value at '${name}' failed to satisfy constraint: ${message}`);
  return new AwsError("ValidationException", text.join("; "), { reason: "fieldValidationFailed", fieldList });
}

function must({ constraint, value, expected }: Violation): string {
  const size = typeof value === "number" ? "value" : "length";
  switch (constraint) {
    case "required":
      return "not be null";
    case "min":
      return `have ${size} greater than or equal to ${expected}`;
    case "max":
      return `have ${size} less than or equal to ${expected}`;
    case "pattern":
      return `satisfy regular expression pattern: ${expected}`;
    case "enum":
      return `satisfy enum value set: [${expected}]`;
    case "type":
      return `be of type ${expected}`;
  }
}
