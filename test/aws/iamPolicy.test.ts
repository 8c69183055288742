import { describe, expect, test } from "vitest";
import { type IamPolicy, iamPolicy } from "../../src/aws/iamPolicy.ts";
import { OPERATIONS } from "../../src/aws/operations.ts";
import { globOf, sizeOf } from "./policies.ts";

const PREFIXES = {
  organizations: "organizations",
  account: "account",
  sts: "sts",
  ssoAdmin: "sso",
  identityStore: "identitystore",
  iam: "iam",
  serviceQuotas: "servicequotas",
};

/** The actions of the operations, as AWS's Service Authorization Reference spells them. */
const actionsOf = (access: "read" | "write"): string[] =>
  Object.entries(OPERATIONS).flatMap(([service, operations]) =>
    Object.entries(operations).flatMap(([name, spec]) =>
      spec.access === access
        ? [`${PREFIXES[service as keyof typeof PREFIXES]}:${name.replace(/^./, (first) => first.toUpperCase())}`]
        : [],
    ),
  );

const statement = (policy: IamPolicy, sid: string) => {
  const found = policy.Statement.find(({ Sid }) => Sid === sid);
  if (found === undefined) throw new Error(`no statement ${sid}`);
  return found;
};

const allowed = (policy: IamPolicy): string[] =>
  policy.Statement.flatMap(({ Effect, Action }) => (Effect === "Allow" ? Action : []));

const PLAN = iamPolicy("plan");
const APPLY = iamPolicy("apply");

test("plan may send the reads of the list, and nothing else", () => {
  expect(allowed(PLAN)).toEqual([...actionsOf("read"), "kms:Decrypt"]);
});

test("apply may send every operation of the list, and nothing else but what AWS asks for besides", () => {
  const own = [...statement(APPLY, "Read").Action, ...statement(APPLY, "Write").Action];
  expect(new Set(own)).toEqual(new Set([...actionsOf("read"), ...actionsOf("write")]));
  const further = allowed(APPLY).filter((action) => !own.includes(action));
  expect(further.filter((action) => !/^(?:iam|kms):/.test(action))).toEqual([]);
});

test("what AWS spells in its own way is spelled so", () => {
  expect(allowed(APPLY)).toEqual(
    expect.arrayContaining([
      "organizations:EnableAWSServiceAccess",
      "sso:CreateAccountAssignment",
      "identitystore:CreateGroupMembership",
      "account:PutAlternateContact",
      "iam:EnableOrganizationsRootSessions",
      "sts:GetCallerIdentity",
    ]),
  );
});

describe.each([
  ["plan", PLAN],
  ["apply", APPLY],
] as const)("the policy of %s", (_command, policy) => {
  test("has no pattern in what it allows", () => {
    expect(allowed(policy).filter((action) => action.includes("*"))).toEqual([]);
  });

  test("allows nothing twice", () => {
    expect(allowed(policy)).toHaveLength(new Set(allowed(policy)).size);
  });

  test("fits into a managed policy", () => {
    // IAM User Guide, "IAM and AWS STS quotas": 6,144 characters, white space not counted.
    expect(sizeOf(policy)).toBeLessThanOrEqual(6_144);
  });

  test("has statements that IAM takes: names of letters and digits, each once", () => {
    const names = policy.Statement.map(({ Sid }) => Sid);
    expect(names.filter((name) => !/^[A-Za-z0-9]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    "organizations:DeleteOrganization",
    "organizations:LeaveOrganization",
    "organizations:RemoveAccountFromOrganization",
    "sso:DeleteInstance",
    "iam:CreateUser",
    "iam:AttachUserPolicy",
    "iam:PutUserPolicy",
    "iam:AddUserToGroup",
    "iam:CreateAccessKey",
    "iam:UpdateAccessKey",
    "iam:CreateLoginProfile",
    "iam:UpdateLoginProfile",
  ])("denies %s everywhere", (action) => {
    const { Effect, Action, Resource, Condition } = statement(policy, "Never");
    expect({ Effect, Resource, Condition }).toEqual({ Effect: "Deny", Resource: "*", Condition: undefined });
    expect(Action.some((pattern) => globOf(pattern).test(action))).toBe(true);
  });

  test.each([
    "iam:CreateRole",
    "iam:DeleteRole",
    "iam:AttachRolePolicy",
    "iam:PutRolePolicy",
    "iam:UpdateAssumeRolePolicy",
    "iam:PassRole",
  ])("denies %s but for the roles of permission sets", (action) => {
    const { Effect, Action, NotResource, Condition } = statement(policy, "NeverOtherRoles");
    expect({ Effect, NotResource, Condition }).toEqual({
      Effect: "Deny",
      NotResource: "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*",
      Condition: undefined,
    });
    expect(Action).toContain(action);
  });

  test("denies nothing that it allows, but for other roles", () => {
    const patterns = statement(policy, "Never").Action.map(globOf);
    expect(allowed(policy).filter((action) => patterns.some((pattern) => pattern.test(action)))).toEqual([]);
    const others = statement(policy, "NeverOtherRoles").Action;
    const elsewhere = policy.Statement.filter(
      ({ Effect, Resource }) =>
        Effect === "Allow" && Resource !== "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*",
    );
    expect(elsewhere.flatMap(({ Action }) => Action).filter((action) => others.includes(action))).toEqual([]);
  });
});

test("IAM roles are written to only where Identity Center keeps its own, and every such write is denied elsewhere", () => {
  const { Action, Resource } = statement(APPLY, "PermissionSetRoles");
  expect(Resource).toBe("arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*");
  const writes = Action.filter((action) => !/^iam:(?:Get|List)/.test(action));
  expect(statement(APPLY, "NeverOtherRoles").Action).toEqual(expect.arrayContaining(writes));
});
