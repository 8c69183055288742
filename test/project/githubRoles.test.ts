import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { githubRoles } from "../../scripts/githubRoles.ts";
import { iamPolicy } from "../../src/aws/iamPolicy.ts";
import { sizeOf } from "../aws/policies.ts";

const PATH = "examples/github/iam.yaml";
const text = readFileSync(fileURLToPath(new URL(`../../${PATH}`, import.meta.url)), "utf8");

interface Role {
  readonly RoleName: string;
  readonly MaxSessionDuration: number;
  readonly AssumeRolePolicyDocument: { readonly Statement: readonly Trust[] };
  readonly Policies: readonly { readonly PolicyDocument: object }[];
}
interface Trust {
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: string;
  readonly Condition: { readonly StringEquals: Readonly<Record<string, unknown>> };
}
interface Parameter {
  readonly Type: string;
  readonly Default?: string;
  readonly AllowedPattern: string;
}
interface Template {
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Parameters: Readonly<Record<string, Parameter>>;
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Condition?: string; readonly Properties: unknown }>
  >;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown }>>;
}

const template = parse(text) as Template;
const roleOf = (name: string): Role => {
  const role = template.Resources[name];
  if (role?.Type !== "AWS::IAM::Role") throw new Error(`no role ${name}`);
  return role.Properties as Role;
};

/** The subjects that a role trusts, as CloudFormation makes them of these parameters. */
function subjectsOf(role: Role, given: Readonly<Record<string, string>>): string[] {
  const values = Object.fromEntries(
    Object.entries(template.Parameters).map(([name, { Default }]) => [name, given[name] ?? Default ?? ""]),
  );
  const [trust] = role.AssumeRolePolicyDocument.Statement;
  const subject = trust?.Condition.StringEquals["token.actions.githubusercontent.com:sub"];
  const [condition, yes, no] = (subject as { "Fn::If": [string, Sub[], Sub[]] })["Fn::If"];
  expect(condition).toBe("HasIds");
  return (values["RepositoryId"] === "" ? no : yes).map((one) =>
    one["Fn::Sub"].replaceAll(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? `no parameter ${name}`),
  );
}
interface Sub {
  readonly "Fn::Sub": string;
}

const BY_NAME = { Owner: "acme", Repository: "org" };
const BY_ID = { ...BY_NAME, OwnerId: "12", RepositoryId: "34" };

test.each([
  ["PlanRole", BY_NAME, ["repo:acme/org:pull_request", "repo:acme/org:ref:refs/heads/main"]],
  ["PlanRole", BY_ID, ["repo:acme@12/org@34:pull_request", "repo:acme@12/org@34:ref:refs/heads/main"]],
  ["ApplyRole", BY_NAME, ["repo:acme/org:environment:orgsync", "repo:acme/org:environment:orgsync-manual"]],
  ["ApplyRole", BY_ID, ["repo:acme@12/org@34:environment:orgsync", "repo:acme@12/org@34:environment:orgsync-manual"]],
])("%s of %o trusts these subjects and no others", (name, given, subjects) => {
  expect(subjectsOf(roleOf(name), given)).toEqual(subjects);
});

test("branch and environments may have other names", () => {
  const given = { ...BY_ID, Branch: "trunk", ApplyEnvironment: "one", ManualEnvironment: "two" };
  expect([...subjectsOf(roleOf("PlanRole"), given), ...subjectsOf(roleOf("ApplyRole"), given)]).toEqual([
    "repo:acme@12/org@34:pull_request",
    "repo:acme@12/org@34:ref:refs/heads/trunk",
    "repo:acme@12/org@34:environment:one",
    "repo:acme@12/org@34:environment:two",
  ]);
});

test.each(Object.entries(template.Parameters))("%s takes no pattern, no colon and no blank", (_name, parameter) => {
  const { AllowedPattern, Default } = parameter;
  const pattern = new RegExp(AllowedPattern);
  expect(AllowedPattern).toMatch(/^\^.*\$$/);
  for (const wrong of ["*", "acme*", "ac?me", "acme:ref", "ac me", "acme\n", "${Owner}"]) {
    expect([wrong, pattern.test(wrong)]).toEqual([wrong, false]);
  }
  if (Default !== undefined) expect(Default).toMatch(pattern);
});

describe.each([
  ["PlanRole", "orgsync-plan", "plan", 3_600],
  ["ApplyRole", "orgsync-apply", "apply", 10_800],
] as const)("%s", (name, roleName, command, seconds) => {
  const role = roleOf(name);

  test("is assumed through GitHub's tokens for AWS alone, all of it compared exactly", () => {
    expect(role.AssumeRolePolicyDocument.Statement).toHaveLength(1);
    const [trust] = role.AssumeRolePolicyDocument.Statement;
    expect(trust).toMatchObject({
      Effect: "Allow",
      Action: "sts:AssumeRoleWithWebIdentity",
      Principal: { Federated: { "Fn::If": ["MakeProvider", { Ref: "GitHub" }, { Ref: "OidcProviderArn" }] } },
    });
    expect(Object.keys(trust?.Condition ?? {})).toEqual(["StringEquals"]);
    expect(Object.keys(trust?.Condition.StringEquals ?? {}).toSorted()).toEqual([
      "token.actions.githubusercontent.com:aud",
      "token.actions.githubusercontent.com:sub",
    ]);
    expect(trust?.Condition.StringEquals["token.actions.githubusercontent.com:aud"]).toBe("sts.amazonaws.com");
    expect(JSON.stringify(trust)).not.toContain("*");
  });

  test(`may do what orgsync iam ${command} says, and has no other policy`, () => {
    expect(role.Policies.map(({ PolicyDocument }) => PolicyDocument)).toEqual([iamPolicy(command)]);
    expect(Object.keys(role)).not.toContain("ManagedPolicyArns");
    // IAM User Guide, "IAM and AWS STS quotas": the inline policies of a role, white space not counted.
    expect(sizeOf(role.Policies)).toBeLessThanOrEqual(10_240);
  });

  test("has a name to ask for, and lasts as long as its work", () => {
    expect(role).toMatchObject({ RoleName: roleName, MaxSessionDuration: seconds });
    expect(template.Outputs[`${name}Arn`]?.Value).toEqual({ "Fn::GetAtt": [name, "Arn"] });
  });
});

test("there are the provider, unless there is one, and the two roles, and nothing else", () => {
  expect(Object.entries(template.Resources).map(([name, { Type, Condition }]) => [name, Type, Condition])).toEqual([
    ["GitHub", "AWS::IAM::OIDCProvider", "MakeProvider"],
    ["PlanRole", "AWS::IAM::Role", undefined],
    ["ApplyRole", "AWS::IAM::Role", undefined],
  ]);
  expect(template.Resources["GitHub"]?.Properties).toEqual({
    Url: "https://token.actions.githubusercontent.com",
    ClientIdList: ["sts.amazonaws.com"],
  });
});

test("the policies in it are those of the code", async () => {
  expect(await githubRoles(PATH)).toBe(text);
});

describe("as a template", () => {
  /** Every value of a key, anywhere in it. */
  const valuesOf = (key: string, node: unknown = template): unknown[] =>
    typeof node !== "object" || node === null
      ? []
      : Object.entries(node).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(key, value)]);

  test("it has only sections and properties that CloudFormation knows", () => {
    // CloudFormation Template Reference: "Template sections", "Parameters", AWS::IAM::Role, AWS::IAM::OIDCProvider.
    const KNOWN = {
      sections: [
        "AWSTemplateFormatVersion",
        "Conditions",
        "Description",
        "Metadata",
        "Outputs",
        "Parameters",
        "Resources",
        "Rules",
      ],
      parameter: [
        "AllowedPattern",
        "AllowedValues",
        "ConstraintDescription",
        "Default",
        "Description",
        "MaxLength",
        "MinLength",
        "NoEcho",
        "Type",
      ],
      resource: ["Condition", "DeletionPolicy", "DependsOn", "Metadata", "Properties", "Type", "UpdateReplacePolicy"],
      output: ["Condition", "Description", "Export", "Value"],
      "AWS::IAM::Role": [
        "AssumeRolePolicyDocument",
        "Description",
        "ManagedPolicyArns",
        "MaxSessionDuration",
        "Path",
        "PermissionsBoundary",
        "Policies",
        "RoleName",
        "Tags",
      ],
      "AWS::IAM::OIDCProvider": ["ClientIdList", "Tags", "ThumbprintList", "Url"],
    };
    const unknown = (what: keyof typeof KNOWN, node: unknown): string[] =>
      Object.keys(node as object).filter((key) => !KNOWN[what].includes(key));
    expect([
      ...unknown("sections", template),
      ...Object.values(template.Parameters).flatMap((one) => unknown("parameter", one)),
      ...Object.values(template.Resources).flatMap((one) => unknown("resource", one)),
      ...Object.values(template.Resources).flatMap((one) => unknown(one.Type as keyof typeof KNOWN, one.Properties)),
      ...Object.values(template.Outputs).flatMap((one) => unknown("output", one)),
    ]).toEqual([]);
    expect(Object.values(template.Parameters).map((one) => one.Type)).toEqual(
      Object.keys(template.Parameters).map(() => "String"),
    );
  });

  test("it refers to nothing that is not there, and everything in it is used", () => {
    const ifs = valuesOf("Fn::If") as [string, unknown, unknown][];
    const texts = valuesOf("Fn::Sub") as string[];
    const things = [
      ...(valuesOf("Ref") as string[]),
      ...(valuesOf("Fn::GetAtt") as [string, string][]).map(([name]) => name),
      ...texts.flatMap((one) => [...one.matchAll(/\$\{([\w:]+)\}/g)].map(([, name = ""]) => name)),
    ].filter((name) => !name.startsWith("AWS::"));
    const { Parameters, Resources, Conditions } = template;
    expect(things.filter((name) => Parameters[name] === undefined && Resources[name] === undefined)).toEqual([]);
    expect(Object.keys(Parameters).filter((name) => !things.includes(name))).toEqual([]);
    const conditions = [
      ...ifs.map(([name]) => name),
      ...valuesOf("Condition").filter((one) => typeof one === "string"),
    ];
    expect(new Set(conditions)).toEqual(new Set(Object.keys(Conditions)));
  });
});
