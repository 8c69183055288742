import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { callers } from "../../src/github/callers.ts";
import type { World } from "../../src/sandbox/index.ts";
import { CLI_2, MANAGEMENT, ORG, ORGANIZATION, type Patient, SETTINGS } from "./clinic.ts";

/** A state of things, and words that the check has for it. */
export type Case = Patient & { readonly says: string | RegExp };

interface Cases {
  /** All is well, in one way or another. */
  readonly passes: readonly [Case, ...Case[]];
  readonly fails: readonly [Case, ...Case[]];
  /** It cannot be checked, or does not apply. */
  readonly others?: readonly (Case & { readonly outcome: "unchecked" | "skipped" })[];
}

const org = (from: string | RegExp, to: string) => ({ "org.yaml": ORG.replace(from, to) });
const settings = (text: string) => ({ "~/.aws/config": text });
const program = (words: string, ended: NonNullable<Patient["programs"]>[string]): Patient => ({
  programs: { [words]: ended },
});

export const tokenFile = (key: string): string =>
  `~/.aws/sso/cache/${createHash("sha1").update(key).digest("hex")}.json`;
const token = (expiresAt: string, more: object = {}) => JSON.stringify({ accessToken: "x", expiresAt, ...more });

const MEMBER = "222222222222";

/** The caller is in a member account, which may administer a service. */
export const asMember =
  (service?: string) =>
  (world: World): void => {
    const { organization } = world;
    if (organization === null) throw new Error("no organization");
    const management = organization.accounts[MANAGEMENT];
    if (management === undefined) throw new Error("no management account");
    organization.accounts[MEMBER] = { ...management, id: MEMBER, name: "acme-tools", email: "aws+tools@acme.com" };
    organization.attachments[MEMBER] = ["p-FullAWSAccess"];
    world.caller = { ...world.caller, accountId: MEMBER, arn: `arn:aws:iam::${MEMBER}:user/admin` };
    if (service !== undefined) organization.delegatedAdministrators = { [MEMBER]: { [service]: { enabledAt: 0 } } };
  };

const CENTER = "sso.amazonaws.com";

/** A policy on the root. */
export const withPolicy =
  (name: string, statement: object) =>
  (world: World): void => {
    asMember(CENTER)(world);
    const { organization } = world;
    if (organization === null) throw new Error("no organization");
    const content = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    organization.policies = {
      "p-aaaaaaaa": { id: "p-aaaaaaaa", name, description: "", type: "SERVICE_CONTROL_POLICY", content },
    };
    organization.root.policyTypes = [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }];
    organization.attachments[organization.root.id]?.push("p-aaaaaaaa");
  };

/** A user in Identity Center. */
export const withUser =
  (userName: string, more: { readonly status?: "DISABLED"; readonly email?: string | null } = {}) =>
  (world: World): void => {
    const { email = userName, status } = more;
    const id = "11111111-1111-4111-8111-111111111111";
    const emails = email === null ? {} : { Emails: [{ Value: email, Type: "work", Primary: true }] };
    Object.assign(world.identityCenter?.users ?? {}, {
      [id]: {
        id,
        userName,
        attributes: { DisplayName: "Dax", Name: { GivenName: "Dax", FamilyName: "Raad" }, ...emails },
        ...(status === undefined ? {} : { status }),
        externalIds: [],
        createdAt: 0,
        updatedAt: 0,
      },
    });
  };

const center =
  (change: Partial<NonNullable<World["identityCenter"]>>) =>
  (world: World): void =>
    void Object.assign(world.identityCenter ?? {}, change);

/** AWS has not created an account for want of room. */
const withoutRoom = (world: World): void => {
  const request = { accountName: "acme-dev", email: "aws+dev@acme.com", requestedAt: 0, endsAt: 1_000, tags: {} };
  const id = `car-${"1".repeat(32)}`;
  Object.assign(world.organization?.createRequests ?? {}, {
    [id]: { id, ...request, state: "FAILED", failureReason: "ACCOUNT_LIMIT_EXCEEDED" },
  });
};

/** AWS lets the organization have so many accounts. */
const withQuota =
  (accounts: number) =>
  (world: World): void =>
    void Object.assign(world.organization?.quotas ?? {}, { accounts });

/** Somebody has been invited, and has not answered. */
const withInvitation = (world: World): void => {
  const { organization } = world;
  if (organization === null) throw new Error("no organization");
  const id = "h-0123456789";
  organization.invitations = {
    [id]: {
      id,
      target: { type: "EMAIL", id: "other@acme.com" },
      state: "OPEN",
      requestedAt: world.now,
      expiresAt: world.now + 1e9,
      tags: {},
    },
  };
};

const EXTERNAL = {
  "org.yaml": ORG.replace(/^users:\n.*\n/m, "").replace(
    "identityCenter: {",
    "identityCenter: { identitySource: external,",
  ),
};

const accounts = (count: number): string =>
  Array.from({ length: count }, (_, index) => `  acme-${index}: { email: aws+${index}@acme.com }\n`).join("");
const moreAccounts = (count: number) => org("users:\n", `${accounts(count)}users:\n`);

const fault = (
  operation: string,
  kind: "access-denied" | "expired-token" | "error-500" | "missing-field",
  reason?: string,
) => [{ operation, kind, ...(reason === undefined ? {} : { reason }) }];

/** The caller may not see it. */
const NO_QUOTA = fault("serviceQuotas:GetServiceQuota", "access-denied");

const TEMPLATE = readFileSync(new URL("../../examples/github/iam.yaml", import.meta.url), "utf8");

/** A template with one role. */
const role = (condition: object, actions = "organizations:ListAccounts"): Record<string, string> => ({
  "aws/roles.yaml": JSON.stringify({
    Resources: {
      Role: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Condition: condition }],
          },
          Policies: [{ PolicyDocument: { Statement: [{ Action: [actions] }] } }],
        },
      },
    },
  }),
});
const claims = (sub: unknown) => ({
  "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
  "token.actions.githubusercontent.com:sub": sub,
});

const WORKFLOWS = Object.fromEntries(callers({ ref: "v0.1.0", version: "0.1.0", file: "org.yaml" }));
const workflow = (from: string | RegExp, to: string) => ({
  ".github/workflows/orgsync-plan.yml": (WORKFLOWS[".github/workflows/orgsync-plan.yml"] ?? "").replace(from, to),
});

const sst = (providers: string) => ({
  "sst.config.ts": `/// <reference path="./.sst/platform/config.d.ts" />
export default $config({
  app(input) {
    // profile: "in-a-remark"
    return { name: "app", home: "aws", ${providers} };
  },
});
`,
});

const IDENTITY = "aws sts get-caller-identity --profile=acme --output=json";
const asAcme: Patient = { env: { AWS_PROFILE: "acme" } };

/** What each check says of what; by the checks' names. */
export const CASES: Readonly<Record<string, Cases>> = {
  node: {
    passes: [
      { node: "20.19.0", says: "Node 20.19.0" },
      { node: "24.0.1", says: "Node 24.0.1" },
    ],
    fails: [
      { node: "20.18.3", says: "Node 20.18.3" },
      { node: "18.20.8", says: "Node 18.20.8" },
    ],
  },
  "aws-cli": {
    passes: [{ programs: CLI_2, says: "AWS CLI 2.15.0" }],
    fails: [
      { says: "no program aws" },
      { ...program("aws --version", { stdout: "", stderr: "aws-cli/1.45.11 Python/3.11.7" }), says: "AWS CLI 1.45.11" },
      { ...program("aws --version", { stdout: "aws-cli/2.8.13 Python/3.9" }), says: "AWS CLI 2.8.13" },
    ],
    others: [
      { outcome: "unchecked", ...program("aws --version", { code: "late" }), says: "has not ended after 8 seconds" },
      { outcome: "unchecked", ...program("aws --version", { stdout: "hello" }), says: "does not say its version" },
    ],
  },
  "org-file": {
    passes: [{ says: "org.yaml is valid" }],
    fails: [{ files: org("users:", "usrs:"), says: /^org\.yaml:7 .*usrs/ }],
    others: [{ outcome: "skipped", files: { "org.yaml": null }, says: "there is no org.yaml here" }],
  },
  "editor-schema": {
    passes: [
      { says: "a schema that is there" },
      { files: org(/\$schema=\S+/, "$schema=https://example.com/org.schema.json"), says: "on the web" },
    ],
    fails: [
      { files: org(/^#.*\n/, ""), says: "no line of org.yaml" },
      { files: org(/\$schema=\S+/, "$schema=./org.schema.json"), says: "not there: ./org.schema.json" },
    ],
    others: [{ outcome: "skipped", files: { "org.yaml": null }, says: "there is no org.yaml here" }],
  },
  "aws-settings": {
    passes: [
      { says: "~/.aws/config has no trap" },
      { files: settings(`${SETTINGS}\n[default]\nregion = us-east-1\n`), says: "no trap" },
    ],
    fails: [
      {
        files: settings(`${SETTINGS}\n[profile acme]\nregion = eu-west-1\n`),
        says: "~/.aws/config:12 [profile acme] stands in line 6, too",
      },
      {
        files: settings(SETTINGS.replace("sso_region = us-east-1", "sso_region = us-east-1 # home")),
        says: "config:3 for the AWS CLI the remark is a part of sso_region",
      },
      { files: settings(`\ufeff${SETTINGS}`), says: "config:1 begins with a byte order mark" },
      {
        files: settings(`${SETTINGS}\n[default]\nsso_session = acme\n`),
        says: "config:12 [default] gives credentials",
      },
      {
        files: settings(SETTINGS.replace("sso_region = us-east-1", "sso_region = eu-west-1")),
        says: "config:3 sso_region is eu-west-1, and by org.yaml",
      },
      { files: settings(SETTINGS.replace("sso_region = us-east-1\n", "")), says: "config:1 sso_region is missing" },
      {
        files: settings(SETTINGS.replace(/^sso_registration.*\n/m, "")),
        says: "config:1 the sso-session asks for no sso:account:access",
      },
      {
        files: settings(SETTINGS.replace("sso_session = acme", "sso_session = acne")),
        says: "config:7 there is no section [sso-session acne]",
      },
      { files: settings("\ufffd[default]"), says: "is not UTF-8" },
      {
        files: { "settings.ini": "[default" },
        env: { AWS_CONFIG_FILE: "settings.ini" },
        says: "settings.ini:1 is neither a key nor a header",
      },
    ],
    others: [{ outcome: "skipped", files: { "~/.aws/config": null }, says: "there is no ~/.aws/config" }],
  },
  login: {
    passes: [
      {
        files: { [tokenFile("acme")]: token("2026-01-01T05:00:00Z") },
        says: "logged in to acme until 2026-01-01 05:00 UTC",
      },
      { files: { [tokenFile("acme")]: token("2026-01-01T05:00:00UTC") }, says: "until 2026-01-01 05:00 UTC" },
    ],
    fails: [
      {
        files: { [tokenFile("acme")]: token("2025-12-31T23:00:00Z") },
        says: "the login to acme ended 2025-12-31 23:00 UTC",
      },
      {
        files: {
          [tokenFile("acme")]: token("2025-12-31T23:00:00Z", {
            refreshToken: "r",
            registrationExpiresAt: "2025-12-31T23:30:00Z",
          }),
        },
        says: "the login to acme ended",
      },
      { says: "nobody has logged in to acme" },
      { files: { [tokenFile("acme")]: "{" }, says: "ended at an unknown time" },
    ],
    others: [
      {
        outcome: "unchecked",
        files: {
          [tokenFile("acme")]: token("2025-12-31T23:00:00Z", {
            refreshToken: "r",
            registrationExpiresAt: "2026-03-01T00:00:00Z",
          }),
        },
        says: "which only the portal knows",
      },
      {
        outcome: "skipped",
        files: settings("[default]\nregion = a\n"),
        says: "no profile of the AWS settings logs in",
      },
    ],
  },
  sessions: {
    passes: [
      { says: "last 12h with AdministratorAccess" },
      {
        files: settings("[profile old]\nsso_start_url = https://x.awsapps.com/start\nsso_role_name = Other\n"),
        says: "12h",
      },
    ],
    fails: [
      {
        files: settings(
          "[profile old]\nsso_start_url = https://x.awsapps.com/start\nsso_region = us-east-1\nsso_role_name = AdministratorAccess\n",
        ),
        says: "AdministratorAccess lasts 12h in an account, but profile old is of the old form, whose login ends after 8 hours",
      },
    ],
    others: [{ outcome: "skipped", files: org(/permissionSets:\n.*\n/, ""), says: "has no permission set" }],
  },
  profile: {
    passes: [
      {
        ...asAcme,
        programs: { [IDENTITY]: { stdout: JSON.stringify({ Account: MANAGEMENT }) } },
        says: `acme is account ${MANAGEMENT}`,
      },
    ],
    fails: [
      {
        ...asAcme,
        programs: { [IDENTITY]: { code: 255, stderr: "\nError loading SSO Token: Token for acme does not exist\n" } },
        says: "Error loading SSO Token",
      },
      {
        ...asAcme,
        programs: { [IDENTITY]: { stdout: '{"Account":"999999999999"}' } },
        says: `is for account ${MANAGEMENT}, and AWS says that it is 999999999999`,
      },
      {
        env: { AWS_PROFILE: "nobody" },
        programs: {
          [IDENTITY.replace("acme", "nobody")]: { code: 255, stderr: "The config profile (nobody) could not be found" },
        },
        says: "AWS_PROFILE is nobody, and neither ~/.aws/config nor ~/.aws/credentials has a profile of that name",
      },
    ],
    others: [
      { outcome: "skipped", says: "no profile is named" },
      { outcome: "unchecked", ...asAcme, says: "there is no program aws" },
      {
        outcome: "unchecked",
        ...asAcme,
        programs: { [IDENTITY]: { code: "late" } },
        says: "has not answered after 8 seconds",
      },
      {
        outcome: "unchecked",
        ...asAcme,
        programs: { [IDENTITY]: { code: 255, stderr: 'Could not connect to the endpoint URL: "https://x/"' } },
        says: "Could not connect",
      },
      {
        outcome: "unchecked",
        ...asAcme,
        programs: { [IDENTITY]: { stdout: "{}" } },
        says: "does not say which account",
      },
    ],
  },
  sst: {
    passes: [
      { files: sst('providers: { aws: { profile: "acme" } }'), says: "it names acme" },
      { files: sst("providers: { aws: {} }"), says: "AWS_PROFILE decides" },
      {
        files: {
          ...sst("providers: { aws: { profile: 'work' } }"),
          "~/.aws/credentials": "[work]\naws_access_key_id = a\n",
        },
        says: "it names work",
      },
    ],
    fails: [
      {
        files: sst('providers: { aws: { profile: input.stage === "production" ? "acme-production" : "acme" } }'),
        says: "names the profile acme-production, which neither",
      },
      {
        files: sst('provider: { aws: { profile: "acme" } }'),
        says: "sst.config.ts:5 says provider, which SST does not read",
      },
      {
        files: { ...sst('providers: { aws: { profile: "acme" } }'), "~/.aws/config": null },
        says: "names the profile acme,",
      },
    ],
    others: [
      { outcome: "skipped", says: "there is no sst.config.ts here" },
      {
        outcome: "unchecked",
        files: sst("providers: { aws: { profile: profileOf(input.stage) } }"),
        says: "only running it tells",
      },
    ],
  },
  "npm-script": {
    passes: [
      {
        files: { "package.json": '{"scripts":{"sso":"aws sso login --sso-session=acme"}}' },
        says: "it logs in to acme",
      },
    ],
    fails: [
      { files: { "package.json": "{}", ...sst("providers: {}") }, says: "package.json has no script sso" },
      {
        files: { "package.json": '{"scripts":{"sso":"aws sso login --sso-session=acne"}}' },
        says: "logs in to acne, which",
      },
      { files: { "package.json": '{"scripts":{"sso":"aws sso login"}}' }, says: "does not log in to an sso-session" },
    ],
    others: [
      { outcome: "skipped", says: "there is no package.json here" },
      { outcome: "skipped", files: { "package.json": "{}" }, says: "no application that needs one" },
      { outcome: "unchecked", files: { "package.json": "[" }, says: "package.json is not one" },
    ],
  },
  "github-workflow": {
    passes: [{ files: WORKFLOWS, says: "3 workflows call orgsync" }],
    fails: [
      { files: workflow("pull_request:\n", "pull_request_target:\n"), says: "runs on pull_request_target" },
      { files: workflow(/ +id-token: write.*\n/, ""), says: "signs in to AWS without the permission for it" },
      { files: workflow(/@v0\.1\.0/, "@main"), says: "uses orgsync at main" },
      {
        files: {
          ".github/workflows/own.yaml":
            "on: push\njobs:\n  a:\n    steps:\n      - uses: aws-actions/configure-aws-credentials@v4\n      - run: npx orgsync plan\n",
        },
        says: "job a in .github/workflows/own.yaml signs in to AWS",
      },
    ],
    others: [
      { outcome: "skipped", says: "no workflow here calls orgsync" },
      {
        outcome: "skipped",
        files: { ".github/workflows/ci.yml": "# not orgsync\non: push\njobs: { a: { steps: [{ run: ls }] } }\n" },
        says: "no workflow",
      },
      { outcome: "unchecked", files: { ".github/workflows/ci.yml": "a: [orgsync" }, says: "cannot be read as YAML" },
    ],
  },
  "github-role": {
    passes: [
      { files: { "aws/iam.yaml": TEMPLATE }, says: "2 trust policies name the jobs that they are for" },
      { files: role({ StringEquals: claims("repo:acme/organization:pull_request") }), says: "1 trust policy names" },
    ],
    fails: [
      { files: role({ StringLike: claims("repo:acme/*") }), says: "trusts repo:acme/*, which is more than one job" },
      {
        files: role({ StringLike: claims({ "Fn::Sub": "repo:${Owner}/${Repository}:*" }) }),
        says: "more than one job",
      },
      { files: role({ StringEquals: claims("repo:acme/organization:*") }), says: "letter by letter, which no job has" },
      {
        files: role({ StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }),
        says: "every job of every repository on GitHub",
      },
      {
        files: role({ StringEquals: { "token.actions.githubusercontent.com:sub": "repo:a/b:environment:c" } }),
        says: "no condition on the audience",
      },
      {
        files: role({ StringEquals: claims(["repo:a/b:pull_request"]) }, "organizations:CreateAccount"),
        says: "lets a pull request that nobody has reviewed change the organization",
      },
    ],
    others: [
      { outcome: "skipped", says: "no template makes a role" },
      { outcome: "unchecked", files: WORKFLOWS, says: "no CloudFormation template here makes the roles" },
    ],
  },
  credentials: {
    passes: [{ says: `arn:aws:iam::${MANAGEMENT}:user/admin in account ${MANAGEMENT}` }],
    fails: [
      { faults: fault("sts:GetCallerIdentity", "expired-token"), says: "ExpiredToken" },
      {
        env: { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined },
        says: "there are no AWS credentials: neither AWS_PROFILE nor AWS_ACCESS_KEY_ID is set",
      },
      {
        env: { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_PROFILE: "nope" },
        says: "AWS_PROFILE is nope, and neither ~/.aws/config nor ~/.aws/credentials has a profile of that name",
      },
      { env: { AWS_REGION: "nonsense" }, says: "AWS_REGION is nonsense, which is no AWS Region" },
      {
        env: { AWS_ENDPOINT_URL_STS: "localhost:4566" },
        says: "AWS_ENDPOINT_URL_STS is localhost:4566, which is no http:// or https:// address",
      },
      { world: (world) => void (world.caller.arn = "arn:aws-cn:iam::1:user/a"), says: "the partition aws-cn" },
    ],
    others: [{ outcome: "unchecked", faults: fault("sts:*", "error-500"), says: "sts:GetCallerIdentity" }],
  },
  "management-account": {
    passes: [
      { says: "is the management account" },
      { world: asMember(CENTER), says: "is the delegated administrator of IAM Identity Center" },
    ],
    fails: [
      { world: asMember(), says: "is a member account, which may not read the organization" },
      { world: asMember("guardduty.amazonaws.com"), says: "which administers guardduty.amazonaws.com" },
    ],
    others: [
      { outcome: "skipped", from: "empty", says: "there is no organization yet" },
      {
        outcome: "unchecked",
        faults: fault("organizations:DescribeOrganization", "access-denied"),
        says: "DescribeOrganization",
      },
      { outcome: "unchecked", faults: fault("sts:*", "expired-token"), says: "AWS was not asked" },
    ],
  },
  organization: {
    passes: [
      { says: `${ORGANIZATION} has all features` },
      { from: "empty", says: "there is none yet: orgsync apply creates it" },
    ],
    fails: [
      {
        world: (world) => void Object.assign(world.organization ?? {}, { featureSet: "CONSOLIDATED_BILLING" }),
        says: "consolidated billing only",
      },
      { from: "empty", files: { "org.yaml": null }, says: "is in no organization" },
    ],
  },
  "organization-id": {
    passes: [{ says: `it names ${ORGANIZATION}` }],
    fails: [
      { files: org(/^organization.*\n/m, ""), says: "does not say which organization it is for" },
      {
        files: org(ORGANIZATION, "o-zzzzzzzzzz"),
        says: `org.yaml:3 names o-zzzzzzzzzz, but these credentials are of ${ORGANIZATION}`,
      },
      { from: "empty", says: "an account in no organization" },
    ],
    others: [
      { outcome: "skipped", from: "empty", files: org(/^organization.*\n/m, "organization: {}\n"), says: "has no id" },
      { outcome: "unchecked", files: { "org.yaml": "usrs: {}\n" }, says: "org.yaml is not valid" },
    ],
  },
  "identity-center": {
    passes: [
      { says: "it is in us-east-1" },
      { files: org("region: us-east-1, ", ""), world: center({ region: "eu-west-1" }), says: "it is in eu-west-1" },
    ],
    fails: [
      { world: (world) => void (world.identityCenter = null), says: "it is not switched on" },
      { world: center({ region: "eu-west-1" }), says: "IAM Identity Center is in eu-west-1, not in this region" },
    ],
    others: [
      {
        outcome: "skipped",
        from: "empty",
        files: org(/^organization.*\n/m, "organization: {}\n"),
        says: "there is no organization yet",
      },
      { outcome: "unchecked", faults: fault("ssoAdmin:ListInstances", "access-denied"), says: "ListInstances" },
      { outcome: "unchecked", files: org(ORGANIZATION, "o-zzzzzzzzzz"), says: "is for another organization" },
      {
        outcome: "skipped",
        files: { "org.yaml": `version: 1\norganization: { id: ${ORGANIZATION} }\n` },
        world: (world) => void (world.identityCenter = null),
        says: "has nothing that needs it",
      },
    ],
  },
  "permission-sets": {
    passes: [{ says: "permission sets are on" }],
    fails: [
      { world: center({ permissionSetsEnabled: false }), says: "permission sets are off" },
      {
        world: (world) => {
          asMember()(world);
          center({ ownerAccountId: MEMBER })(world);
        },
        says: `is of account ${MEMBER} alone`,
      },
    ],
    others: [
      {
        outcome: "unchecked",
        faults: fault("ssoAdmin:DescribeInstance", "missing-field", "PermissionSetsEnabled"),
        says: "does not say whether",
      },
      {
        outcome: "skipped",
        world: (world) => void (world.identityCenter = null),
        says: "see the check identity-center",
      },
    ],
  },
  portal: {
    passes: [
      { says: "is this one's" },
      { files: org(/, startUrl: \S+ /, " "), says: "aws-config writes the one that AWS gives at first" },
    ],
    fails: [
      {
        files: org(/startUrl: \S+/, "startUrl: https://d-0123456789.awsapps.com/start"),
        says: /^org\.yaml:4 .* is the portal of another Identity Center$/,
      },
      {
        files: org(/startUrl: \S+/, "startUrl: https://ssoins-0123456789abcdef.portal.us-east-1.app.aws"),
        says: "another Identity Center",
      },
    ],
    others: [
      {
        outcome: "unchecked",
        files: org(/startUrl: \S+/, "startUrl: https://acme.awsapps.com/start"),
        says: "no API tells which those are",
      },
      { outcome: "skipped", files: { "org.yaml": null }, says: "there is no org.yaml here" },
    ],
  },
  users: {
    passes: [
      { world: withUser("dax@acme.com"), says: "the only user has an e-mail address" },
      { world: withUser("eve@acme.com", { status: "DISABLED" }), says: "nobody whom org.yaml lists is disabled" },
    ],
    fails: [
      { world: withUser("dax", { email: null }), says: "user dax has no e-mail address" },
      { world: withUser("Dax@acme.com", { status: "DISABLED" }), says: "user Dax@acme.com is disabled" },
    ],
    others: [
      { outcome: "skipped", says: "no user who signs in here" },
      {
        outcome: "skipped",
        files: EXTERNAL,
        says: "an identity provider decides",
      },
      { outcome: "unchecked", faults: fault("identityStore:ListUsers", "access-denied"), says: "ListUsers" },
    ],
  },
  "account-quota": {
    passes: [
      { says: "there is 1, and org.yaml adds none; AWS allows 10" },
      { files: moreAccounts(9), says: "there is 1, and org.yaml adds 9; AWS allows 10" },
      { world: withQuota(3), files: moreAccounts(2), says: "org.yaml adds 2; AWS allows 3" },
      { faults: NO_QUOTA, world: withoutRoom, says: "org.yaml adds none" },
    ],
    fails: [
      { files: moreAccounts(10), says: "there is 1, and org.yaml adds 10; AWS allows 10" },
      { world: withQuota(3), files: moreAccounts(3), says: "org.yaml adds 3; AWS allows 3" },
      {
        world: withInvitation,
        files: moreAccounts(9),
        says: "there is 1, and 1 invited, and org.yaml adds 9; AWS allows 10",
      },
      {
        faults: NO_QUOTA,
        files: moreAccounts(1),
        world: withoutRoom,
        says: "AWS did not create acme-dev on 1970-01-01",
      },
    ],
    others: [
      {
        outcome: "unchecked",
        faults: NO_QUOTA,
        files: moreAccounts(1),
        says: "org.yaml adds 1; AWS allows 10 at first",
      },
      { outcome: "unchecked", world: asMember(CENTER), files: moreAccounts(1), says: "AWS allows 10 at first" },
      { outcome: "unchecked", faults: fault("organizations:ListAccounts", "access-denied"), says: "ListAccounts" },
      { outcome: "unchecked", faults: fault("serviceQuotas:*", "error-500"), says: "GetServiceQuota" },
    ],
  },
  denials: {
    passes: [
      {
        world: withPolicy("quiet", { Effect: "Deny", Action: "s3:*", Resource: "*" }),
        says: "none of the 2 above account",
      },
    ],
    fails: [
      {
        world: withPolicy("strict", { Effect: "Deny", Action: "organizations:List*", Resource: "*" }),
        says: "strict denies organizations:ListRoots",
      },
    ],
    others: [
      { outcome: "skipped", says: "never under such policies" },
      { outcome: "unchecked", world: asMember(), says: "organizations:List" },
    ],
  },
  permissions: {
    passes: [
      { says: "none is denied that plan needs" },
      { world: asMember(CENTER), says: "none is denied that plan needs" },
      { faults: fault("iam:*", "access-denied"), says: "none is denied that plan needs" },
    ],
    fails: [
      {
        faults: fault("ssoAdmin:DescribePermissionSet", "access-denied"),
        says: /AWS denies 1 of \d+ reads: sso:DescribePermissionSet$/,
      },
      {
        faults: fault("organizations:List*", "access-denied"),
        says: "organizations:ListRoots, organizations:ListAccounts",
      },
      {
        faults: fault("iam:*", "access-denied"),
        files: { "org.yaml": `${ORG}rootAccess: { sessions: true }\n` },
        says: "iam:ListOrganizationsFeatures",
      },
    ],
    others: [
      {
        outcome: "unchecked",
        faults: fault("identityStore:GetUserId", "error-500"),
        says: "got no answer that tells: identitystore:GetUserId",
      },
      {
        outcome: "skipped",
        from: "empty",
        files: org(/^organization.*\n/m, "organization: {}\n"),
        says: "there is nothing to read",
      },
    ],
  },
};
