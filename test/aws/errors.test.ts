import {
  AccessDeniedException,
  AccessDeniedForDependencyException,
  AccountNotFoundException,
  AlreadyInOrganizationException,
  ConcurrentModificationException,
  ConflictException,
  ConstraintViolationException,
  DuplicateAccountException,
  DuplicateOrganizationalUnitException,
  DuplicatePolicyException,
  FinalizingOrganizationException,
  HandshakeConstraintViolationException,
  InvalidInputException,
  ListRootsCommand,
  MalformedPolicyDocumentException,
  OrganizationalUnitNotEmptyException,
  PolicyChangesInProgressException,
  ServiceException,
  TooManyRequestsException,
} from "@aws-sdk/client-organizations";
import { describe, expect, test } from "vitest";
import { AwsError, toAwsError } from "../../src/aws/errors.ts";
import { OrgsyncError } from "../../src/model/errors.ts";
import { edge, metadata, mockedOrganizations } from "./edge.ts";

const organizations = mockedOrganizations();

const made = { message: "m", ...metadata(400) };

/** What the call of an operation ends with, when the SDK throws this every time. */
async function endOf(error: Error): Promise<unknown> {
  organizations.on(ListRootsCommand).rejects(error);
  return edge()
    .aws.organizations.listRoots({})
    .then(
      () => "an answer",
      (thrown: unknown) => thrown,
    );
}

describe("an error of the SDK's", () => {
  test.each([
    [new AccessDeniedException(made), "denied", "ORG0502"],
    [new AccessDeniedForDependencyException(made), "denied", "ORG0502"],
    [new AccountNotFoundException(made), "missing", "ORG0501"],
    [new AlreadyInOrganizationException(made), "exists", "ORG0501"],
    [new DuplicateAccountException(made), "exists", "ORG0501"],
    [new DuplicateOrganizationalUnitException(made), "exists", "ORG0501"],
    [new DuplicatePolicyException(made), "exists", "ORG0501"],
    [new ConcurrentModificationException(made), "busy", "ORG0501"],
    [new ConflictException(made), "busy", "ORG0501"],
    [new FinalizingOrganizationException(made), "busy", "ORG0501"],
    [new PolicyChangesInProgressException(made), "busy", "ORG0501"],
    [new ConstraintViolationException(made), "limit", "ORG0501"],
    [new HandshakeConstraintViolationException(made), "limit", "ORG0501"],
    [new InvalidInputException(made), "invalid", "ORG0501"],
    [new MalformedPolicyDocumentException(made), "invalid", "ORG0501"],
    [new ServiceException({ message: "m", ...metadata(500) }), "unsure", "ORG0501"],
    [new TooManyRequestsException({ message: "m", ...metadata(429) }), "throttled", "ORG0501"],
    [new OrganizationalUnitNotEmptyException(made), "other", "ORG0501"],
  ])("%s is told by what it means", async (error, kind, code) => {
    const end = await endOf(error);
    expect(end).toBeInstanceOf(AwsError);
    expect(end).toMatchObject({ kind, code, awsName: error.name, operation: "organizations:ListRoots", cause: error });
    expect((end as AwsError).message).toBe(`organizations:ListRoots: ${error.name}: m [request r-1]`);
  });

  test("has the advice of its reason, before that of its kind", async () => {
    const quota = new ConstraintViolationException({ ...made, Reason: "ACCOUNT_NUMBER_LIMIT_EXCEEDED" });
    const end = (await endOf(quota)) as AwsError;
    expect(end.message).toContain("ConstraintViolationException (ACCOUNT_NUMBER_LIMIT_EXCEEDED): m");
    expect(end.hint).toMatch(/^raise the quota/);
  });

  test("is not taken for advice that every object has something for", async () => {
    const odd = new ConstraintViolationException({ ...made, Reason: "constructor" as never });
    expect(await endOf(odd)).toMatchObject({ kind: "limit", reason: "constructor", hint: undefined });
  });
});

describe("an error from between the SDK and AWS", () => {
  const coded = (code: string) => Object.assign(new Error("m"), { code });
  const named = (name: string, fields: object = {}) => Object.assign(new Error("m"), { name, ...fields });

  test.each([
    ["a reset connection", coded("ECONNRESET"), "unsure"],
    ["a broken pipe", coded("EPIPE"), "unsure"],
    ["a time limit of the socket", named("TimeoutError"), "unsure"],
    ["a name that nobody resolves", coded("ENOTFOUND"), "unreachable"],
    ["nobody who listens", coded("ECONNREFUSED"), "unreachable"],
    ["a certificate that is over", coded("CERT_HAS_EXPIRED"), "unreachable"],
    ["an answer that is no JSON", named("SyntaxError", metadata(200)), "malformed"],
    ["a page of a proxy's", named("SyntaxError", metadata(404)), "unimplemented"],
    ["a server that does not know it", named("UnknownError", metadata(501)), "unimplemented"],
    ["a gateway's failure", named("Strange", metadata(502)), "unsure"],
    ["a throttle without a name", named("Strange", metadata(429)), "throttled"],
    ["a throttle of another name", named("SlowDown", metadata(503)), "throttled"],
    ["no credentials", named("CredentialsProviderError"), "credentials"],
    ["a token that is over", named("ExpiredTokenException", metadata(400)), "credentials"],
    ["a conflict about a name", named("ConflictException", { Reason: "UNIQUENESS_CONSTRAINT_VIOLATION" }), "exists"],
    ["an account that administers nothing", named("AccountNotRegisteredException"), "missing"],
  ])("%s", async (_, error, kind) => {
    expect(await endOf(error)).toMatchObject({ kind });
  });

  test("shows nothing of the SDK's advice to use a debugger", async () => {
    const error = named("SyntaxError", {
      message: "Unexpected token\n  Deserialization error: to see the raw response, inspect the hidden field",
    });
    expect(((await endOf(error)) as AwsError).message).toBe(
      "organizations:ListRoots: SyntaxError: Unexpected token (the answer could not be read)",
    );
  });

  test("may be anything that can be thrown", () => {
    for (const thrown of [undefined, null, "text", 1])
      expect(toAwsError("sts:Test", thrown)).toMatchObject({
        kind: "other",
        awsName: "Error",
        message: `sts:Test: Error: ${thrown}`,
      });
    const own = new OrgsyncError("ORG0510", "ours");
    expect(toAwsError("sts:Test", own)).toBe(own);
  });
});
