import { readFileSync } from "node:fs";
import { callers } from "../../src/github/callers.ts";
import { CLI_2, MANAGEMENT, ORG, type Patient } from "./clinic.ts";
import { tokenFile, withPolicy, withUser } from "./cases.ts";

const TEMPLATE = readFileSync(new URL("../../examples/github/iam.yaml", import.meta.url), "utf8");
const WORKFLOWS = Object.fromEntries(callers({ ref: "v0.1.0", version: "0.1.0", file: "org.yaml" }));

/** Nothing is wrong. */
export const HEALTHY: Patient = {
  world: withUser("dax@acme.com"),
  programs: {
    ...CLI_2,
    "aws sts get-caller-identity --profile=acme --output=json": { stdout: JSON.stringify({ Account: MANAGEMENT }) },
  },
  env: { AWS_PROFILE: "acme" },
  files: {
    ...WORKFLOWS,
    "aws/iam.yaml": TEMPLATE,
    "package.json": '{"scripts":{"sso":"aws sso login --sso-session=acme"}}',
    "sst.config.ts":
      'export default $config({ app: () => ({ name: "a", providers: { aws: { profile: "acme" } } }) });\n',
    [tokenFile("acme")]: JSON.stringify({ accessToken: "x", expiresAt: "2026-01-01T05:00:00Z" }),
  },
};

/** All names of things of this organization have these letters in them, and nothing else has. */
export const MARK = "zquorn";

const statement = { Effect: "Deny", Action: ["organizations:*", "sso:*"], Resource: "*" };

/** Next to everything is wrong, and has a name that says whose it is. */
export const SICK: Patient = {
  world: (world) => {
    withPolicy(`${MARK}-strict`, statement)(world);
    withUser(`dax@${MARK}.com`, { status: "DISABLED", email: null })(world);
    Object.assign(world.identityCenter ?? {}, { permissionSetsEnabled: false });
    world.caller.arn = `arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_${MARK}_0123456789abcdef/dax@${MARK}.com`;
    Object.assign(world.organization?.createRequests ?? {}, {
      [`car-${"1".repeat(32)}`]: {
        id: `car-${"1".repeat(32)}`,
        accountName: `${MARK}-dev`,
        email: `aws+dev@${MARK}.com`,
        requestedAt: 0,
        endsAt: 1_000,
        tags: {},
        state: "FAILED",
        failureReason: "ACCOUNT_LIMIT_EXCEEDED",
      },
    });
  },
  faults: [
    { operation: "organizations:ListTargetsForPolicy", kind: "access-denied" },
    { operation: "ssoAdmin:ListTagsForResource", kind: "access-denied" },
    { operation: "identityStore:GetGroupId", kind: "error-500" },
  ],
  node: "18.20.8",
  programs: {
    "aws --version": { stdout: "aws-cli/1.45.11 Python/3.11.7" },
    [`aws sts get-caller-identity --profile=${MARK} --output=json`]: {
      code: 255,
      stderr: `Error loading SSO Token: Token for ${MARK} does not exist`,
    },
  },
  env: { AWS_PROFILE: MARK },
  files: {
    "org.yaml": ORG.replace(/^#.*\n/, "")
      .replace(/startUrl: \S+/, `startUrl: https://${MARK}.awsapps.com/start`)
      .replaceAll("acme", MARK)
      .replace("users:\n", `  ${MARK}-dev: { email: aws+dev@${MARK}.com }\nusers:\n`)
      .replace("AdministratorAccess: {", `${MARK}-Admin: {`),
    "~/.aws/config": `[sso-session ${MARK}]
sso_start_url = https://${MARK}.awsapps.com/start
sso_region = eu-west-1
[profile ${MARK}]
sso_session = ${MARK}
sso_account_id = 222222222222
[profile ${MARK}]
[profile ${MARK}#x]
sso_session = ${MARK}-lost
[profile ${MARK}-old]
sso_start_url = https://${MARK}.awsapps.com/start
sso_region = us-east-1
sso_role_name = ${MARK}-Admin
${MARK}_key = ${MARK} # ${MARK}
[default]
sso_session = ${MARK}
`,
    "package.json": `{"scripts":{"sso":"aws sso login --sso-session=${MARK}-gone"}}`,
    "sst.config.ts": `export default $config({ app: () => ({ provider: { aws: { profile: "${MARK}-production" } } }) });\n`,
    [`.github/workflows/${MARK}.yml`]: `on: pull_request_target
jobs:
  ${MARK}:
    uses: orgsync/orgsync/.github/workflows/plan.yml@${MARK}
`,
    [`.github/workflows/${MARK}-2.yml`]: `a: [orgsync ${MARK}`,
    [`${MARK}/roles.yaml`]: JSON.stringify({
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
              StringLike: {
                "token.actions.githubusercontent.com:sub": [`repo:${MARK}/*`, `repo:${MARK}/${MARK}:pull_request`],
              },
            },
          },
        ],
      },
      Policies: ["organizations:CreateAccount"],
    }),
    [tokenFile(MARK)]: JSON.stringify({ accessToken: "x", expiresAt: "2025-12-31T23:00:00Z" }),
  },
};
