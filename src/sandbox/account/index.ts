import { AwsError } from "../operation.ts";
import type { Context, Operation, Service, Shape, Violation } from "../operation.ts";
import { page as pageOf } from "../paging.ts";
import type { Account } from "../world.ts";

const accountId: Shape = { type: "string", pattern: /^\d{12}$/ };
const accountName: Shape = { type: "string", min: 1, max: 50, pattern: /^[ -;=?-~]+$/ };
const contactType: Shape = { type: "string", enum: ["BILLING", "OPERATIONS", "SECURITY"] };
const regionName: Shape = { type: "string", min: 1, max: 50 };

/** Regions that every account has from the start. */
const REGIONS = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
];
const SERVICE = "account.amazonaws.com";

const operations: Record<string, Operation> = {
  GetAccountInformation: {
    access: "read",
    quota: { rate: 3, burst: 3 },
    input: input({}, { AccountId: accountId }),
    run: ({ AccountId: id }: { AccountId?: string }, context) => {
      const { id: found, name, createdAt } = target(id, "GetAccountInformation", context);
      return { AccountId: found, AccountName: name, AccountCreatedDate: new Date(createdAt).toISOString() };
    },
  },
  PutAccountName: {
    access: "write",
    quota: { rate: 1, burst: 1 },
    input: input({ AccountName: accountName }, { AccountId: accountId }),
    run: ({ AccountName: name, AccountId: id }: { AccountName: string; AccountId?: string }, context) => {
      target(id, "PutAccountName", context).rename(name);
      return {};
    },
  },
  GetPrimaryEmail: {
    access: "read",
    quota: { rate: 3, burst: 3 },
    input: input({ AccountId: accountId }),
    run: ({ AccountId: id }: { AccountId: string }, context) => ({ PrimaryEmail: target(id, "GetPrimaryEmail", context).email }),
  },
  GetContactInformation: unset("GetContactInformation", {}, "No contact information found."),
  GetAlternateContact: unset("GetAlternateContact", { AlternateContactType: contactType }, "No contact of the inputted alternate contact type found."),
  ListRegions: {
    access: "read",
    quota: { rate: 5, burst: 5 },
    input: input({}, {
      AccountId: accountId,
      MaxResults: { type: "integer", min: 1, max: 50 },
      NextToken: { type: "string", max: 1_000 },
      RegionOptStatusContains: { type: "list", of: { type: "string" } },
    }),
    run: (given: { AccountId?: string; RegionOptStatusContains?: string[]; NextToken?: string; MaxResults?: number }, context) => {
      target(given.AccountId, "ListRegions", context);
      const wanted = given.RegionOptStatusContains ?? [STATUS];
      const items = (wanted.includes(STATUS) ? REGIONS : []).map((name) => ({ RegionName: name, RegionOptStatus: STATUS }));
      return pageOf(context, { member: "Regions", items, input: given, size: 50, badToken: () => validation("The token is not valid.") });
    },
  },
  GetRegionOptStatus: {
    access: "read",
    quota: { rate: 5, burst: 5 },
    input: input({ RegionName: regionName }, { AccountId: accountId }),
    run: ({ RegionName: name, AccountId: id }: { RegionName: string; AccountId?: string }, context) => {
      target(id, "GetRegionOptStatus", context);
      if (!REGIONS.includes(name)) throw validation(`Region name ${name} is invalid`);
      return { RegionName: name, RegionOptStatus: STATUS };
    },
  },
};

const STATUS = "ENABLED_BY_DEFAULT";

/** Account Management: names, contacts and Regions of the caller's account and of members. */
export const accountManagement: Service = {
  signingName: "account",
  operations,
  throttled: { name: "TooManyRequestsException", message: "Too Many Requests" },
  invalid: (_operation, violations) => validation(violations.map(wording).join("; ")),
};

interface Target {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: number;
  rename(name: string): void;
}

/** The account that is meant: the caller's own without an id, a member by its id once trusted access is on. */
function target(id: string | undefined, action: string, { world }: Context): Target {
  const { standalone, organization, caller } = world;
  if (id === undefined) return standing(organization?.accounts[standalone.id], standalone);
  if (id === caller.accountId) {
    throw denied(`User: ${caller.arn} is not authorized to perform: account:${action} (The management account can only be managed using the standalone context from the management account.)`);
  }
  const member = organization?.accounts[id];
  const trusted = organization?.featureSet === "ALL" && SERVICE in organization.serviceAccess;
  if (!member || !trusted) {
    throw denied(`User: ${caller.arn} is not authorized to perform: account:${action} (Your organization must first enable trusted access with AWS Account Management.)`);
  }
  return standing(member, undefined);
}

/** An account's name stands in the organization and, for the caller's own, where it signed up. */
function standing(member: Account | undefined, own: { id: string; name: string; email: string; createdAt: number } | undefined): Target {
  const { id, name, email } = (member ?? own)!;
  return {
    id,
    name,
    email,
    createdAt: own?.createdAt ?? member!.joinedAt,
    rename: (changed) => {
      if (member) member.name = changed;
      if (own) own.name = changed;
    },
  };
}

function unset(action: string, members: Readonly<Record<string, Shape>>, message: string): Operation {
  return {
    access: "read",
    quota: { rate: 10, burst: 15 },
    input: input(members, { AccountId: accountId }),
    run: ({ AccountId: id }: { AccountId?: string }, context) => {
      target(id, action, context);
      throw new AwsError("ResourceNotFoundException", message, {}, 404);
    },
  };
}

function input(required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Operation["input"] {
  return { type: "structure", members: { ...required, ...optional }, required: Object.keys(required) };
}

const validation = (message: string): AwsError => new AwsError("ValidationException", message, { reason: "fieldValidationFailed" });
const denied = (message: string): AwsError => new AwsError("AccessDeniedException", message, {}, 403);

function wording({ member, constraint, expected }: Violation): string {
  switch (constraint) {
    case "required":
      return `${member} must not be null`;
    case "min":
      return `${member} must have length or value greater than or equal to ${expected}`;
    case "max":
      return `${member} must have length or value less than or equal to ${expected}`;
    case "enum":
      return `${member} must satisfy enum value set: ${expected}`;
    default:
      return `${member} must satisfy regular expression pattern: ${expected}`;
  }
}
