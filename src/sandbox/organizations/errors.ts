import { AwsError } from "../operation.ts";

const NOT_FOUND = {
  Account: "You specified an account that doesn't exist.",
  Child: "You specified a child that doesn't exist.",
  CreateAccountStatus: "You specified a create account request that doesn't exist.",
  Handshake: "We can't find a handshake with the HandshakeId that you specified.",
  DestinationParent: "You specified a destination parent that doesn't exist.",
  OrganizationalUnit: "You specified an organizational unit that doesn't exist.",
  Parent: "You specified a parent that doesn't exist.",
  Policy: "You specified a policy that doesn't exist.",
  ResourcePolicy: "The organization has no resource policy.",
  Root: "You specified a root that doesn't exist.",
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
  CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR:
    "You can't register the management account as a delegated administrator; only a member account can be one.",
  CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR:
    "You can't register an account that is not active as a delegated administrator.",
  CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG:
    "The account is a delegated administrator. Deregister it for every service before you remove or close it.",
  CLOSE_ACCOUNT_QUOTA_EXCEEDED: "You have exceeded close account quota for the past 30 days.",
  CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED: "You have exceeded the number of accounts that you can close at a time.",
  DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE:
    "The service has a delegated administrator, and can have one only. Deregister that account first.",
  MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED:
    "You have attached as many policies of this type to the target as you can.",
  MAX_TAG_LIMIT_EXCEEDED: "You have exceeded the number of tags allowed on this resource.",
  MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED:
    "The member account must be configured with a valid payment method, such as a credit card.",
  MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED:
    "You can't detach the last policy of this type: the target needs one at least.",
  ORGANIZATION_NOT_IN_ALL_FEATURES_MODE: "This operation requires all features to be enabled in the organization.",
  OU_DEPTH_LIMIT_EXCEEDED:
    "You cannot add an organizational unit to the specified parent because it would exceed the max depth allowed.",
  OU_NUMBER_LIMIT_EXCEEDED: "You have exceeded the number of organizational units allowed in an organization.",
  POLICY_CONTENT_LIMIT_EXCEEDED: "You have exceeded the maximum policy size.",
  POLICY_NUMBER_LIMIT_EXCEEDED: "You have exceeded the number of policies of this type in an organization.",
  POLICY_TYPE_ENABLED_FOR_THIS_SERVICE: "You must disable the policy type of the service first.",
  SERVICE_ACCESS_NOT_ENABLED: "You must enable trusted access for the service first.",
  WAIT_PERIOD_ACTIVE: "You must wait at least four days after the account was created before you can remove it.",
} as const;

/** HandshakeConstraintViolationException for one of AWS's reasons. */
export const handshakeViolates = (Reason: keyof typeof HANDSHAKES): AwsError =>
  new AwsError("HandshakeConstraintViolationException", HANDSHAKES[Reason], { Reason });

const HANDSHAKES = {
  ACCOUNT_NUMBER_LIMIT_EXCEEDED: "The invitation would bring the organization over its number of accounts.",
  ALREADY_IN_AN_ORGANIZATION: "The account is a member of an organization already.",
  HANDSHAKE_RATE_LIMIT_EXCEEDED: "You have sent as many handshakes as you can send in one day.",
  ORGANIZATION_ALREADY_HAS_ALL_FEATURES: "The organization has already enabled all features.",
} as const;

/** InvalidInputException for one of AWS's reasons. */
export const invalid = (Reason: keyof typeof INPUTS): AwsError =>
  new AwsError("InvalidInputException", INPUTS[Reason], { Reason });

const INPUTS = {
  DUPLICATE_TAG_KEY: "Tag keys must be unique among the tags attached to the same entity.",
  IMMUTABLE_POLICY: "You specified a policy that is managed by AWS and can't be modified.",
  INPUT_REQUIRED: "You must include a value for all required parameters.",
  INVALID_EMAIL_ADDRESS_TARGET: "You specified an invalid email address for the account that you invite.",
  INVALID_ENUM: "You specified an invalid value.",
  INVALID_ENUM_POLICY_TYPE: "You specified an invalid policy type string.",
  INVALID_LIST_MEMBER: "You provided a list to a parameter that contains at least one invalid value.",
  INVALID_NEXT_TOKEN: "You specified an invalid NextToken value.",
  INVALID_PARTY_TYPE_TARGET: "You can invite an account by its id or by its email address only.",
  INVALID_PATTERN: "You provided a value that does not match the required pattern.",
  INVALID_PATTERN_TARGET_ID: "You specified a policy target ID that does not match the required pattern.",
  INVALID_RESOURCE_POLICY_JSON: "You provided a resource policy that is not a policy in JSON.",
  INVALID_ROLE_NAME: "You provided a role name that isn't valid.",
  INVALID_SYNTAX_POLICY_ID: "You specified an invalid policy ID.",
  INVALID_SYSTEM_TAGS_PARAMETER:
    "You specified a tag key that is a system tag. Keys that start with aws: are reserved.",
  MAX_LENGTH_EXCEEDED: "You provided a string parameter that is longer than allowed.",
  MAX_LIMIT_EXCEEDED_FILTER: "You can specify only one filter parameter for the operation.",
  MAX_VALUE_EXCEEDED: "You provided a numeric parameter that has a larger value than allowed.",
  MIN_LENGTH_EXCEEDED: "You provided a string parameter that is shorter than allowed.",
  MIN_VALUE_EXCEEDED: "You provided a numeric parameter that has a smaller value than allowed.",
  NON_DETACHABLE_POLICY: "You can't detach this policy, which is managed by AWS.",
  UNRECOGNIZED_SERVICE_PRINCIPAL: "You specified an unrecognized service principal.",
  UNSUPPORTED_ACTION_IN_RESOURCE_POLICY: "You provided a resource policy with an action that can't be delegated.",
  UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY: "You provided a resource policy with a resource that isn't supported.",
  UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED:
    "You can give tags to a new resource policy only; use TagResource for the one that there is.",
} as const;

/** AWSOrganizationsNotInUseException. */
export const notInUse = (): AwsError =>
  new AwsError("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");

/** AccessDeniedException. */
export const denied = (): AwsError =>
  new AwsError("AccessDeniedException", "You don't have permissions to access this resource.");
