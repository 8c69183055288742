import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { githubRoles } from "../../scripts/githubRoles.ts";
import { iamPolicy } from "../../src/aws/iamPolicy.ts";
import { sizeOf } from "../aws/policies.ts";

const PATH = "examples/github/iam.yaml";
const file = fileURLToPath(new URL(`../../${PATH}`, import.meta.url));
const text = readFileSync(file, "utf8");

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
  readonly Default?: string;
  readonly AllowedPattern: string;
}
interface Template {
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

const isThere = spawnSync("cfn-lint", ["--version"]).status === 0;

test.skipIf(!isThere)("cfn-lint, where it is installed, finds nothing to say", () => {
  const { status, stdout } = spawnSync("cfn-lint", [file], { encoding: "utf8" });
  expect(stdout).toBe("");
  expect(status).toBe(0);
});
