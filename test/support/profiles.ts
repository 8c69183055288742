import { STSClient } from "@aws-sdk/client-sts";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, vi } from "vitest";
import { answering } from "../endpoints/server.ts";
import { AWS_CLI } from "./awsCli.ts";

/** A profile as it should be read, of the session acme. */
interface Profile {
  readonly name: string;
  /** Of its account. */
  readonly id: string;
}

/** botocore reads every profile of a file of AWS settings, in this order, and nothing else. */
export async function readByAwsCli(file: string, profiles: readonly Profile[]): Promise<void> {
  const cli = AWS_CLI;
  if (cli === undefined) return;
  const aws = async (...words: string[]): Promise<string> =>
    (
      await promisify(execFile)(cli, words, {
        env: { PATH: process.env["PATH"], AWS_CONFIG_FILE: file, AWS_SHARED_CREDENTIALS_FILE: "/dev/null" },
      })
    ).stdout.trim();
  expect((await aws("configure", "list-profiles")).split("\n")).toEqual(profiles.map(({ name }) => name));
  const get = (key: string, profile: string) => aws("configure", "get", key, "--profile", profile);
  for (const { name, id } of profiles) expect(await get("sso_account_id", name)).toBe(id);
  const name = profiles[0]?.name ?? "";
  expect(await get("sso_session", name)).toBe("acme");
  expect(await get("sso_role_name", name)).toBe("AdministratorAccess");
  expect(await get("region", name)).toBe("us-east-1");
}

/** Whoever is logged in gets credentials for each profile: the SDK asks the portal for the right account and role. */
export async function readBySdk(file: string, home: string, profiles: readonly Profile[]): Promise<void> {
  const asked: (string | undefined)[] = [];
  const portal = await answering((request, _body, response) => {
    asked.push(request.url);
    expect(request.headers["x-amz-sso_bearer_token"]).toBe("logged-in");
    const roleCredentials = { accessKeyId: "AKIA", secretAccessKey: "s", sessionToken: "t", expiration: 4e12 };
    response.setHeader("content-type", "application/json").end(JSON.stringify({ roleCredentials }));
  });
  const cache = join(home, ".aws/sso/cache");
  await mkdir(cache, { recursive: true });
  await writeFile(
    join(cache, `${createHash("sha1").update("acme").digest("hex")}.json`),
    JSON.stringify({ accessToken: "logged-in", expiresAt: "2096-01-01T00:00:00Z" }),
  );
  for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_REGION"])
    vi.stubEnv(name, undefined);
  vi.stubEnv("HOME", home);
  vi.stubEnv("AWS_CONFIG_FILE", file);
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
  vi.stubEnv("AWS_ENDPOINT_URL_SSO", portal.url);
  try {
    for (const { name } of profiles) {
      const client = new STSClient({ profile: name });
      expect(await client.config.region()).toBe("us-east-1");
      expect(await client.config.credentials()).toMatchObject({ accessKeyId: "AKIA", sessionToken: "t" });
    }
  } finally {
    await portal.close();
  }
  expect(asked).toEqual(
    profiles.map(({ id }) => `/federation/credentials?account_id=${id}&role_name=AdministratorAccess`),
  );
}
