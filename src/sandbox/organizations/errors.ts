import type { Violation } from "../operation.ts";
import { AwsError } from "../operation.ts";

/** InvalidInputException with the Reason that AWS gives. */
export const invalidInput = (reason: string, message: string): AwsError =>
  new AwsError("InvalidInputException", message, { Reason: reason });

/** ConstraintViolationException with the Reason that AWS gives. */
export const constraint = (reason: string, message: string): AwsError =>
  new AwsError("ConstraintViolationException", message, { Reason: reason });

export const badToken = (): AwsError => invalidInput("INVALID_NEXT_TOKEN", "You provided a NextToken value that is not valid.");

/** AWS names one violation: the first. */
const REASONS: Readonly<Record<Violation["constraint"], readonly [reason: string, message: string]>> = {
  required: ["INPUT_REQUIRED", "You must include a value for all required parameters."],
  type: ["INVALID_PATTERN", "You provided a value that doesn't match the required pattern."],
  min: ["MIN_LENGTH_EXCEEDED", "You provided a string parameter that is shorter than allowed."],
  max: ["MAX_LENGTH_EXCEEDED", "You provided a string parameter that is longer than allowed."],
  pattern: ["INVALID_PATTERN", "You provided a value that doesn't match the required pattern."],
  enum: ["INVALID_ENUM", "You specified an invalid value."],
};

export function invalid(_operation: string, [first]: readonly Violation[]): AwsError {
  const [reason, message] = REASONS[first?.constraint ?? "pattern"];
  const number = typeof first?.value === "number";
  if (number && first?.constraint === "min") return invalidInput("MIN_VALUE_EXCEEDED", "You provided a numeric parameter that is smaller than allowed.");
  if (number && first?.constraint === "max") return invalidInput("MAX_VALUE_EXCEEDED", "You provided a numeric parameter that is larger than allowed.");
  return invalidInput(reason, message);
}

const missing = (name: string, message: string) => (): AwsError => new AwsError(name, message);

export const noOrganization = missing("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
export const noAccount = missing("AccountNotFoundException", "You specified an account that doesn't exist.");
export const noUnit = missing("OrganizationalUnitNotFoundException", "You specified an organizational unit that doesn't exist.");
export const noParent = missing("ParentNotFoundException", "You specified parent that doesn't exist.");
export const noChild = missing("ChildNotFoundException", "You specified child that doesn't exist.");
export const noTarget = missing("TargetNotFoundException", "You specified a target that doesn't exist.");
export const noPolicy = missing("PolicyNotFoundException", "You specified a policy that doesn't exist.");
