import { describe, expect, test } from "vitest";
import { badRegion, badVariable, credentialsTrouble, type Setup } from "../../src/doctor/setup.ts";

const CONFIG = `
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = us-east-1

[profile acme-dev]
sso_session = acme
sso_account_id = 123456789012
sso_role_name = AdministratorAccess

[profile lost]
sso_session = acne
sso_account_id = 123456789012
sso_role_name = AdministratorAccess

[sso-session half]
sso_region = us-east-1
[profile half]
sso_session = half
sso_account_id = 123456789012
sso_role_name = AdministratorAccess
[profile norole]
sso_session = acme
[profile old]
sso_start_url = https://acme.awsapps.com/start
sso_region = us-east-1
sso_account_id = 123456789012
sso_role_name = AdministratorAccess
[profile nothing]
region = mars
[profile role]
role_arn = arn:aws:iam::123456789012:role/x
source_profile = nada
[profile program]
credential_process = /opt/credentials --json
`;

const setup = (env: Setup["env"], config: string | undefined = CONFIG, credentials?: string): Setup => ({
  env,
  config: { name: env["AWS_CONFIG_FILE"] ?? "~/.aws/config", text: config },
  credentials: { name: "~/.aws/credentials", text: credentials },
  name: (text) => text,
});

const trouble = (env: Setup["env"], config?: string, credentials?: string) =>
  credentialsTrouble(setup(env, config, credentials), { said: "none were found", answered: false });

describe("why there are no credentials", () => {
  test.each([
    ["nope", "AWS_PROFILE is nope, and neither ~/.aws/config nor ~/.aws/credentials has a profile of that name", ""],
    ["acme-dve", "has a profile of that name", "export AWS_PROFILE=acme-dev"],
    ["acme-dev", "none were found", "aws sso login --sso-session=acme"],
    ["old", "none were found", "aws sso login --profile=old"],
    [
      "lost",
      "profile lost logs in with [sso-session acne], which ~/.aws/config does not have; did you mean acme?",
      "orgsync aws-config --diff",
    ],
    ["half", "[sso-session half] has no sso_start_url", "orgsync aws-config --diff"],
    ["norole", "profile norole has no sso_account_id and no sso_role_name", "orgsync aws-config --diff"],
    ["nothing", "profile nothing gives no credentials", "aws configure sso --profile=nothing"],
    ["role", "profile role takes its credentials from profile nada, which is not there", undefined],
    ["program", "credential_process of profile program gave no credentials", "/opt/credentials --json"],
  ])("AWS_PROFILE=%s", (profile, what, copy) => {
    const found = trouble({ AWS_PROFILE: profile });
    expect(found?.what).toContain(what);
    if (copy !== "") expect(found?.copy).toBe(copy);
    // To log in with a profile that is not there leads nowhere.
    else expect(found?.copy).toMatch(/^export AWS_PROFILE=[\w-]+$/);
  });

  test.each<[string, Setup["env"], string | undefined, string, string | undefined]>([
    [
      "a file that is not there",
      { AWS_CONFIG_FILE: "/nope", AWS_PROFILE: "acme" },
      "",
      "AWS_CONFIG_FILE is /nope, and there is no such file, so there is no profile acme",
      "unset AWS_CONFIG_FILE",
    ],
    [
      "no profile chosen",
      {},
      CONFIG,
      "neither AWS_PROFILE nor AWS_ACCESS_KEY_ID is set",
      "export AWS_PROFILE=acme-dev",
    ],
    ["nothing at all", {}, "", "and ~/.aws/config has no profile", "aws configure sso"],
    ["no file, and a variable", { AWS_CONFIG_FILE: "/nope" }, "", "AWS_CONFIG_FILE is /nope", "unset AWS_CONFIG_FILE"],
    ["half a key", { AWS_ACCESS_KEY_ID: "a" }, CONFIG, "AWS_SECRET_ACCESS_KEY is not", undefined],
    ["the other half", { AWS_SECRET_ACCESS_KEY: "a" }, CONFIG, "but AWS_ACCESS_KEY_ID is not", undefined],
    [
      "a default that logs in",
      {},
      "[default]\nsso_session = acme\n",
      "[sso-session acme]",
      "orgsync aws-config --diff",
    ],
  ])("%s", (_, env, config, what, copy) => {
    const found = credentialsTrouble(
      { ...setup(env), config: { name: env["AWS_CONFIG_FILE"] ?? "~/.aws/config", text: config || undefined } },
      { said: "none were found", answered: false },
    );
    expect(found?.what).toContain(what);
    expect(found?.copy).toBe(copy);
  });

  test("a profile of the credentials file is one, and a key is one", () => {
    expect(trouble({ AWS_PROFILE: "keys" }, "", "[keys]\naws_access_key_id = a\n")).toBeUndefined();
    expect(trouble({ AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" }, "")).toBeUndefined();
    expect(trouble({ AWS_WEB_IDENTITY_TOKEN_FILE: "/token" }, "")).toBeUndefined();
  });

  test("what AWS itself has refused is there: only a new login helps", () => {
    const said = { said: "ExpiredToken", answered: true };
    expect(credentialsTrouble(setup({}), said)).toBeUndefined();
    expect(credentialsTrouble(setup({ AWS_PROFILE: "nope" }), said)).toBeUndefined();
    expect(credentialsTrouble(setup({ AWS_PROFILE: "acme-dev" }), said)).toEqual({
      what: "ExpiredToken",
      fix: "log in",
      copy: "aws sso login --sso-session=acme",
    });
  });
});

describe("variables that no AWS client can use", () => {
  test.each([
    [{ AWS_REGION: "nonsense" }, "AWS_REGION is nonsense, which is no AWS Region"],
    [{ AWS_REGION: "US-EAST-1" }, "AWS_REGION is US-EAST-1, which is no AWS Region"],
    [{ AWS_REGION: "us-east-1a" }, "AWS_REGION is us-east-1a, which is no AWS Region"],
    [{ AWS_ENDPOINT_URL: "nonsense" }, "AWS_ENDPOINT_URL is nonsense, which is no http:// or https:// address"],
    [{ AWS_ENDPOINT_URL: "localhost:4566" }, "AWS_ENDPOINT_URL is localhost:4566, which is no"],
    [{ AWS_ENDPOINT_URL_STS: "http://" }, "AWS_ENDPOINT_URL_STS is http://, which is no"],
    [{ AWS_ENDPOINT_URL: "http://127.0.0.1:99999" }, "AWS_ENDPOINT_URL is http://127.0.0.1:99999, which is no"],
  ])("%j", (env, what) => {
    expect(badVariable(setup(env))?.what).toContain(what);
  });

  test.each([
    {},
    { AWS_REGION: "", AWS_ENDPOINT_URL: "" },
    { AWS_REGION: "eu-central-1", AWS_ENDPOINT_URL: "http://127.0.0.1:4566" },
    { AWS_REGION: "us-gov-west-1", AWS_ENDPOINT_URL_ORGANIZATIONS: "https://example.com/path" },
  ])("%j are good", (env) => {
    expect(badVariable(setup(env))).toBeUndefined();
  });

  test("the Region of the profile in use", () => {
    expect(badRegion(setup({ AWS_PROFILE: "nothing" }))?.what).toBe(
      "the region of profile nothing is mars, which is no AWS Region",
    );
    expect(badRegion(setup({ AWS_PROFILE: "nothing", AWS_REGION: "us-east-1" }))).toBeUndefined();
    expect(badRegion(setup({ AWS_PROFILE: "acme-dev" }))).toBeUndefined();
  });
});
