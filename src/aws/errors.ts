import { type ErrorCode, OrgsyncError } from "../model/errors.ts";
import { iamActionOf } from "./iamActions.ts";

/** What an AWS error means for the caller, whatever the service calls it. */
export type AwsErrorKind =
  /** A thing of that name or id is there already. */
  | "exists"
  | "missing"
  /** Another request is at work on the same thing; the call was not carried out. */
  | "busy"
  /** Too fast; the call was not carried out. */
  | "throttled"
  | "denied"
  | "credentials"
  /** Nobody knows whether the call was carried out. */
  | "unsure"
  /** The call never reached AWS. */
  | "unreachable"
  /** An answer came, but not one that can be read. */
  | "malformed"
  | "unimplemented"
  /** A quota or constraint. */
  | "limit"
  | "invalid"
  | "other";

/** One failed call. The message names the operation, AWS's own error and the request id. */
export class AwsError extends OrgsyncError {
  override readonly name = "AwsError";
  readonly kind: AwsErrorKind;
  /** `organizations:ListAccounts`. */
  readonly operation: string;
  /** AWS's name for it: `ConcurrentModificationException`. */
  readonly awsName: string;
  /** AWS's `Reason` member, where there is one. */
  readonly reason: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(operation: string, facts: Facts, kind: AwsErrorKind, cause: unknown) {
    const reason = facts.reason === undefined ? "" : ` (${facts.reason})`;
    const request = facts.requestId === undefined ? "" : ` [request ${facts.requestId}]`;
    const text = facts.message === "" ? "" : `: ${facts.message}`;
    super(CODES[kind], `${operation}: ${facts.name}${reason}${text}${request}`, {
      hint: advice(operation, kind, facts),
      holdsForAll: ALL_OF_A_KIND.has(facts.reason ?? "") || ALL_OF_A_KIND.has(`${operation} ${facts.name}`),
      cause,
    });
    this.kind = kind;
    this.operation = operation;
    this.awsName = facts.name;
    this.reason = facts.reason;
    this.requestId = facts.requestId;
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}

interface Facts {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
}

const CODES: Record<AwsErrorKind, ErrorCode> = {
  exists: "ORG0501",
  missing: "ORG0501",
  busy: "ORG0501",
  throttled: "ORG0501",
  denied: "ORG0502",
  credentials: "ORG0503",
  unsure: "ORG0501",
  unreachable: "ORG0506",
  malformed: "ORG0505",
  unimplemented: "ORG0504",
  limit: "ORG0501",
  invalid: "ORG0501",
  other: "ORG0501",
};

/** Turns whatever the SDK threw into an `AwsError`; our own errors pass as they are. */
export function toAwsError(operation: string, error: unknown): unknown {
  if (error instanceof OrgsyncError) return error;
  const facts = factsOf(error);
  return new AwsError(operation, facts, classify(facts), error);
}

const KINDS: Readonly<Record<string, AwsErrorKind>> = {
  DuplicateAccountException: "exists",
  DuplicateOrganizationalUnitException: "exists",
  DuplicatePolicyException: "exists",
  AlreadyInOrganizationException: "exists",
  ConcurrentModificationException: "busy",
  FinalizingOrganizationException: "busy",
  PolicyChangesInProgressException: "busy",
  ConflictException: "busy",
  AccessDeniedException: "denied",
  AccessDenied: "denied",
  AccessDeniedForDependencyException: "denied",
  UnauthorizedException: "denied",
  NotAuthorized: "denied",
  AccountNotManagementOrDelegatedAdministratorException: "denied",
  CallerIsNotManagementAccountException: "denied",
  ExpiredToken: "credentials",
  ExpiredTokenException: "credentials",
  RequestExpired: "credentials",
  UnrecognizedClientException: "credentials",
  InvalidClientTokenId: "credentials",
  InvalidSignatureException: "credentials",
  SignatureDoesNotMatch: "credentials",
  MissingAuthenticationToken: "credentials",
  MissingAuthenticationTokenException: "credentials",
  IncompleteSignature: "credentials",
  CredentialsProviderError: "credentials",
  TokenProviderError: "credentials",
  NoSuchResourceException: "missing",
  IllegalArgumentException: "invalid",
  ConstraintViolationException: "limit",
  HandshakeConstraintViolationException: "limit",
  ServiceQuotaExceededException: "limit",
  ValidationException: "invalid",
  InvalidInputException: "invalid",
  InvalidParameterValue: "invalid",
  MalformedPolicyDocumentException: "invalid",
  ServiceException: "unsure",
  InternalServerException: "unsure",
  InternalServerError: "unsure",
  InternalFailure: "unsure",
  ServiceUnavailable: "unsure",
  TimeoutError: "unsure",
  AbortError: "unsure",
  ECONNRESET: "unsure",
  EPIPE: "unsure",
  ETIMEDOUT: "unsure",
  ECONNABORTED: "unsure",
  ECONNREFUSED: "unreachable",
  ENOTFOUND: "unreachable",
  EAI_AGAIN: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  CERT_HAS_EXPIRED: "unreachable",
  UnknownOperationException: "unimplemented",
  UnknownOperation: "unimplemented",
  InvalidAction: "unimplemented",
  NotImplemented: "unimplemented",
  NotImplementedError: "unimplemented",
  NotImplementedException: "unimplemented",
  UnsupportedOperation: "unimplemented",
  UnsupportedOperationException: "unimplemented",
  SyntaxError: "malformed",
};

const THROTTLES = /^(TooManyRequests|Throttl|RequestLimitExceeded|LimitExceeded|SlowDown|PriorRequestNotComplete)/;

function classify(facts: Facts): AwsErrorKind {
  if (facts.status === 501) return "unimplemented";
  if (facts.status === 429 || THROTTLES.test(facts.name)) return "throttled";
  // Identity Store says with the reason which of two meanings a conflict has: one of them lasts.
  if (facts.reason === "UNIQUENESS_CONSTRAINT_VIOLATION") return "exists";
  // An endpoint that has never heard of the operation answers 404 or 405 with a page that is no AWS error.
  const isPage =
    facts.message.endsWith(UNREADABLE) || /^(SyntaxError|Error|UnknownError|Unknown|404|405)$/.test(facts.name);
  if ((facts.status === 404 || facts.status === 405) && isPage) return "unimplemented";
  const known = entryOf(KINDS, facts.name);
  if (known !== undefined) return known;
  if (/NotFound(Exception)?$/.test(facts.name) || facts.name === "AccountNotRegisteredException") return "missing";
  if (facts.message.endsWith(UNREADABLE)) return "malformed";
  if (facts.status !== undefined && facts.status >= 500) return "unsure";
  return "other";
}

/** What a table has for a word of AWS's, which may be one that every object has something for. */
const entryOf = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** Instead of the SDK's advice on looking at the answer in a debugger. */
const UNREADABLE = " (the answer could not be read)";

function factsOf(error: unknown): Facts {
  if (typeof error !== "object" || error === null) {
    return {
      name: "Error",
      message: String(error),
      status: undefined,
      reason: undefined,
      requestId: undefined,
      retryAfterSeconds: undefined,
    };
  }
  const fields = error as Record<string, unknown>;
  const metadata = (fields["$metadata"] ?? {}) as Record<string, unknown>;
  const response = (fields["$response"] ?? {}) as Record<string, unknown>;
  const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
  const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
  const code = text(fields["code"]);
  return {
    name:
      code !== undefined && (entryOf(KINDS, code) !== undefined || text(fields["name"]) === "Error")
        ? code
        : (text(fields["name"]) ?? "Error"),
    message: (text(fields["message"]) ?? text(fields["Message"]) ?? "").replace(
      /\s*Deserialization error: to see[\s\S]*$/,
      UNREADABLE,
    ),
    status: number(metadata["httpStatusCode"]) ?? number(response["statusCode"]),
    reason: text(fields["Reason"]),
    requestId: text(metadata["requestId"]) ?? text(fields["RequestId"]),
    retryAfterSeconds: number(fields["RetryAfterSeconds"]),
  };
}

/** What a person can do about it; the more particular reasons first. */
function advice(operation: string, kind: AwsErrorKind, facts: Facts): string | undefined {
  const particular = entryOf(PARTICULAR_ADVICE, facts.reason ?? "") ?? entryOf(PARTICULAR_ADVICE, facts.name);
  if (particular !== undefined) return particular;
  switch (kind) {
    case "denied":
      return `the caller needs ${iamActionOf(operation)}; see "Permissions" in the README`;
    case "credentials":
      return "sign in again (aws sso login, or new credentials in the environment) and run the same command";
    case "throttled":
      return "other tools use the same AWS rates; wait a minute and run the same command again";
    case "busy":
      return facts.name === "FinalizingOrganizationException"
        ? "AWS is still setting the organization up, which can take an hour; run the same command again later"
        : "another request is at work on the same thing; run the same command again";
    case "unsure":
      return "AWS failed or did not answer; run the same command again, it picks up where this one stopped";
    case "unreachable":
      return "check the network, the region and AWS_ENDPOINT_URL";
    case "malformed":
      return "the endpoint answered something that is not this operation's answer; check AWS_ENDPOINT_URL and any proxy";
    case "unimplemented":
      return "the endpoint does not implement this operation; check AWS_ENDPOINT_URL";
    default:
      return undefined;
  }
}

/**
 * Reasons, or errors of an operation, that whatever else of its kind is tried would meet as well: limits and states of
 * the whole organization, never of one account, unit, policy type or set.
 */
const ALL_OF_A_KIND: ReadonlySet<string> = new Set([
  "ACCOUNT_NUMBER_LIMIT_EXCEEDED",
  "ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED",
  "CLOSE_ACCOUNT_QUOTA_EXCEEDED",
  "HANDSHAKE_RATE_LIMIT_EXCEEDED",
  "ORGANIZATION_MEMBERSHIP_CHANGE_RATE_LIMIT_EXCEEDED",
  "INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES",
  "MANAGEMENT_ACCOUNT_EMAIL_NOT_VERIFIED",
  "OU_NUMBER_LIMIT_EXCEEDED",
  "ssoAdmin:CreatePermissionSet ServiceQuotaExceededException",
  "identityStore:CreateUser ServiceQuotaExceededException",
  "identityStore:CreateGroup ServiceQuotaExceededException",
]);

/** By AWS's reason, else by the name of the error. */
const PARTICULAR_ADVICE: Readonly<Record<string, string>> = {
  ACCOUNT_NUMBER_LIMIT_EXCEEDED:
    'raise the quota "Default maximum number of accounts" in Service Quotas (AWS Organizations, us-east-1)',
  ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED:
    "AWS limits how many accounts are created at a time and in a day; run the same command again later",
  CLOSE_ACCOUNT_QUOTA_EXCEEDED:
    "AWS closes 250 accounts of an organization in 30 days, or a fifth of its members if that is more: run the same command again when earlier ones are longer ago",
  CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED:
    "AWS closes three accounts at a time: run the same command again in a few minutes, when those that are being closed are",
  CANNOT_CLOSE_MANAGEMENT_ACCOUNT:
    "take closed: true out of its entry: AWS never closes the account that pays for the others",
  CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG:
    "the account administers AWS services for the organization: take it out of delegatedAdministrators first, or out of the services in their own consoles",
  ALREADY_IN_AN_ORGANIZATION:
    "the account must leave its organization first; if that is this one, run plan again: it has joined meanwhile",
  HANDSHAKE_RATE_LIMIT_EXCEEDED:
    "AWS limits how many invitations are sent in a day; run the same command again tomorrow",
  INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES:
    "AWS takes no invitations while all features are being enabled; run the same command again when they are",
  ORGANIZATION_FROM_DIFFERENT_SELLER_OF_RECORD:
    "the account buys from another AWS seller than the organization, such as AWS India: AWS Support can tell what to do",
  PAYMENT_INSTRUMENT_REQUIRED: "the account needs a payment method of its own before it can join",
  MANAGEMENT_ACCOUNT_EMAIL_NOT_VERIFIED:
    "follow the link that AWS sent to the e-mail of the management account, then run the same command again",
  PAST_DUE_INVOICE: "the account owes AWS a payment, which its owner must make first",
  OU_NUMBER_LIMIT_EXCEEDED: "an organization holds at most 2,000 organizational units",
  OU_DEPTH_LIMIT_EXCEEDED: "organizational units nest at most five deep",
  UNRECOGNIZED_SERVICE_PRINCIPAL:
    "no AWS service has this principal; the AWS Organizations user guide names those that work with trusted access",
  INVALID_ENUM_POLICY_TYPE: "AWS knows no such policy type: correct type: in policies",
  MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED:
    "every place of the target is taken, perhaps by policies that org.yaml does not decide about; see it in the console",
  MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED:
    "every target keeps one service control policy: attach FullAWSAccess or another one to it first",
  POLICY_NUMBER_LIMIT_EXCEEDED: "the organization has as many policies of this type as AWS allows",
  MalformedPolicyDocumentException: "AWS does not take the policy's text: its user guide has the syntax of each type",
  PolicyTypeNotAvailableForOrganizationException:
    "policies need all features: https://console.aws.amazon.com/organizations/v2/home/settings",
  UNSUPPORTED_ACTION_IN_RESOURCE_POLICY:
    "the resource policy can allow reading, and work on policies and tags; accounts and units stay with the management account",
  ServiceAccessNotEnabledException:
    "IAM has no trusted access: list iam.amazonaws.com in trustedServices, then run the same command again",
  OrganizationNotInAllFeaturesModeException:
    "enable all features first: https://console.aws.amazon.com/organizations/v2/home/settings",
  AccountNotManagementOrDelegatedAdministratorException:
    "use credentials of the management account, or of the delegated administrator for iam.amazonaws.com",
  CallerIsNotManagementAccountException: "use credentials of the management account",
  KMS_AccessDeniedException: "Identity Center uses a customer-managed KMS key: the caller needs kms:Decrypt on it",
};
