import { AwsError } from "../operation.ts";

const NOT_FOUND = {
  Account: "You specified an account that doesn't exist.",
  Child: "You specified a child that doesn't exist.",
  CreateAccountStatus: "You specified a create account request that doesn't exist.",
  DestinationParent: "You specified a destination parent that doesn't exist.",
  OrganizationalUnit: "You specified an organizational unit that doesn't exist.",
  Parent: "You specified a parent that doesn't exist.",
  Policy: "You specified a policy that doesn't exist.",
  SourceParent: "You specified a source parent that doesn't exist.",
  Target: "You specified a target that doesn't exist.",
} as const;

/** AccountNotFoundException and its like. */
export const notFound = (what: keyof typeof NOT_FOUND): AwsError =>
  new AwsError(`${what}NotFoundException`, NOT_FOUND[what]);

/** ConstraintViolationException for one of AWS's reasons. */
export const violates = (Reason: keyof typeof CONSTRAINTS): AwsError =>
  new AwsError("ConstraintViolationException", CONSTRAINTS[Reason], { Reason });

const CONSTRAINTS = {
  ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED: "You have exceeded the number of accounts that can be in progress at a time.",
  ACCOUNT_NUMBER_LIMIT_EXCEEDED: "You have exceeded the allowed number of AWS accounts.",
  CANNOT_CLOSE_MANAGEMENT_ACCOUNT: "You can't close the management account of an organization.",
  CLOSE_ACCOUNT_QUOTA_EXCEEDED: "You have exceeded close account quota for the past 30 days.",
  CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED: "You have exceeded the number of accounts that you can close at a time.",
  MAX_TAG_LIMIT_EXCEEDED: "You have exceeded the number of tags allowed on this resource.",
  MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED:
    "The member account must be configured with a valid payment method, such as a credit card.",
  ORGANIZATION_NOT_IN_ALL_FEATURES_MODE: "This operation requires all features to be enabled in the organization.",
  OU_DEPTH_LIMIT_EXCEEDED:
    "You cannot add an organizational unit to the specified parent because it would exceed the max depth allowed.",
  OU_NUMBER_LIMIT_EXCEEDED: "You have exceeded the number of organizational units allowed in an organization.",
  WAIT_PERIOD_ACTIVE: "You must wait at least four days after the account was created before you can remove it.",
} as const;

/** InvalidInputException for one of AWS's reasons. */
export const invalid = (Reason: keyof typeof INPUTS): AwsError =>
  new AwsError("InvalidInputException", INPUTS[Reason], { Reason });

const INPUTS = {
  DUPLICATE_TAG_KEY: "Tag keys must be unique among the tags attached to the same entity.",
  IMMUTABLE_POLICY: "You specified a policy that is managed by AWS and can't be modified.",
  INPUT_REQUIRED: "You must include a value for all required parameters.",
  INVALID_ENUM: "You specified an invalid value.",
  INVALID_ENUM_POLICY_TYPE: "You specified an invalid policy type string.",
  INVALID_LIST_MEMBER: "You provided a list to a parameter that contains at least one invalid value.",
  INVALID_NEXT_TOKEN: "You specified an invalid NextToken value.",
  INVALID_PATTERN: "You provided a value that does not match the required pattern.",
  INVALID_PATTERN_TARGET_ID: "You specified a policy target ID that does not match the required pattern.",
  INVALID_ROLE_NAME: "You provided a role name that isn't valid.",
  INVALID_SYNTAX_POLICY_ID: "You specified an invalid policy ID.",
  INVALID_SYSTEM_TAGS_PARAMETER:
    "You specified a tag key that is a system tag. Keys that start with aws: are reserved.",
  MAX_LENGTH_EXCEEDED: "You provided a string parameter that is longer than allowed.",
  MAX_LIMIT_EXCEEDED_FILTER: "You can specify only one filter parameter for the operation.",
  MAX_VALUE_EXCEEDED: "You provided a numeric parameter that has a larger value than allowed.",
  MIN_LENGTH_EXCEEDED: "You provided a string parameter that is shorter than allowed.",
  MIN_VALUE_EXCEEDED: "You provided a numeric parameter that has a smaller value than allowed.",
  UNRECOGNIZED_SERVICE_PRINCIPAL: "You specified an unrecognized service principal.",
} as const;

/** AWSOrganizationsNotInUseException. */
export const notInUse = (): AwsError =>
  new AwsError("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");

/** AccessDeniedException. */
export const denied = (): AwsError =>
  new AwsError("AccessDeniedException", "You don't have permissions to access this resource.");
