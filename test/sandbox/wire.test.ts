import { GetAccountInformationCommand } from "@aws-sdk/client-account";
import { describe, expect, test } from "vitest";
import type { WireRequest } from "../../src/sandbox/index.ts";
import { jsonRequest, signed, start } from "./harness.ts";

const form = (body: string, headers: Record<string, string> = { authorization: signed("sts") }): WireRequest => ({
  method: "POST",
  path: "/",
  headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  body,
});

async function ask(request: WireRequest) {
  const { statusCode, headers, body } = await start().sandbox.handle(request);
  const text = Buffer.from(body).toString();
  return { statusCode, headers, text, json: () => JSON.parse(text) as Record<string, unknown> };
}

describe("JSON 1.1", () => {
  test("is asked by X-Amz-Target and answers with a request id", async () => {
    const answer = await ask(jsonRequest("AWSOrganizationsV20161128.DescribeOrganization", "organizations"));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ Organization: { FeatureSet: "ALL" } });
    expect(answer.headers["content-type"]).toBe("application/x-amz-json-1.1");
    expect(answer.headers["x-amzn-requestid"]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test("header names are read in any case", async () => {
    const { headers, ...request } = jsonRequest("AWSOrganizationsV20161128.DescribeOrganization", "organizations");
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
    expect((await ask({ ...request, headers: shouted })).statusCode).toBe(200);
  });

  test("an operation that is not there is named", async () => {
    const answer = await ask(jsonRequest("AWSOrganizationsV20161128.FlyToTheMoon", "organizations"));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({
      __type: "UnknownOperationException",
      Message: "The sandbox does not have the operation organizations:FlyToTheMoon",
    });
  });

  test.each(["constructor", "__proto__", "toString", ""])("%j is no operation", async (name) => {
    const answer = await ask(jsonRequest(`SWBExternalService.${name}`, "sso"));
    expect(answer.json()).toMatchObject({ __type: "UnknownOperationException" });
  });

  test("so is every operation of a service that is not there", async () => {
    const answer = await ask(jsonRequest("DynamoDB_20120810.ListTables", "dynamodb"));
    expect(answer.json()).toEqual({
      __type: "UnknownOperationException",
      message: "The sandbox does not have the operation dynamodb ListTables",
    });
  });

  test("an unsigned request is refused", async () => {
    const { headers, ...request } = jsonRequest("SWBExternalService.ListInstances", "sso");
    const answer = await ask({ ...request, headers: { "x-amz-target": headers["x-amz-target"]! } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ __type: "MissingAuthenticationTokenException" });
  });

  test("a request that is signed for another service is refused", async () => {
    const answer = await ask(jsonRequest("SWBExternalService.ListInstances", "organizations"));
    expect(answer.json()).toMatchObject({ __type: "InvalidSignatureException" });
  });

  test.each(["{", "[]", "7", '"text"', "null", "\u0000"])("the body %j is not an input", async (body) => {
    const answer = await ask(jsonRequest("SWBExternalService.ListInstances", "sso", body));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ __type: "SerializationException" });
  });

  test("no body is an empty input", async () => {
    expect((await ask(jsonRequest("SWBExternalService.ListInstances", "sso", ""))).statusCode).toBe(200);
  });

  test("an input that does not fit gets the service's error", async () => {
    const answer = await ask(jsonRequest("SWBExternalService.ListPermissionSets", "sso", '{"InstanceArn":"nonsense"}'));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ __type: "ValidationException" });
  });

  test("Identity Center answers in its own region", async () => {
    const { sandbox } = start();
    const listed = async (region: string) => {
      const request = jsonRequest("SWBExternalService.ListInstances", "sso");
      const { body } = await sandbox.handle({
        ...request,
        headers: { ...request.headers, authorization: signed("sso", region) },
      });
      return (JSON.parse(Buffer.from(body).toString()) as { Instances: unknown[] }).Instances.length;
    };
    expect([await listed("us-east-1"), await listed("eu-west-1")]).toEqual([1, 0]);
  });

  test("the SDK reads an error's name, message, reason and request id", async () => {
    const { store, IdentityStoreId } = start();
    await store.createGroup({ IdentityStoreId, DisplayName: "admins" });
    await expect(store.createGroup({ IdentityStoreId, DisplayName: "admins" })).rejects.toMatchObject({
      name: "ConflictException",
      Reason: "UNIQUENESS_CONSTRAINT_VIOLATION",
      message: expect.stringContaining("Duplicate"),
      $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });
});

describe("REST JSON", () => {
  test("the SDK reads answers and errors", async () => {
    const { account, world } = start();
    expect(await account.send(new GetAccountInformationCommand({}))).toMatchObject({ AccountId: world.standalone.id });
    const missing = account.send(new GetAccountInformationCommand({ AccountId: "999999999999" }));
    await expect(missing).rejects.toMatchObject({
      name: expect.stringMatching(/Exception$/),
      $metadata: { httpStatusCode: expect.any(Number) },
    });
  });

  test("the operation is in the path, and must be posted", async () => {
    const request = {
      method: "POST",
      path: "/getAccountInformation",
      headers: { authorization: signed("account") },
      body: "{}",
    };
    expect((await ask(request)).statusCode).toBe(200);
    for (const wrong of [
      { ...request, method: "GET" },
      { ...request, path: "/nothing" },
      { ...request, path: "/" },
      { ...request, path: "" },
    ]) {
      const answer = await ask(wrong);
      expect(answer.statusCode).toBe(400);
      expect(answer.headers["x-amzn-errortype"]).toBe("UnknownOperationException");
    }
  });
});

describe("STS", () => {
  test("says who is calling", async () => {
    const { sts, world } = start();
    expect(await sts.getCallerIdentity({})).toMatchObject({
      Account: world.caller.accountId,
      Arn: world.caller.arn,
      UserId: world.caller.userId,
    });
  });

  test("escapes what it says", async () => {
    const { sts, world, sandbox } = start();
    world.caller.arn = `arn:aws:iam::1:user/<&">\u0001`;
    expect((await sts.getCallerIdentity({})).Arn).toBe(`arn:aws:iam::1:user/<&">\ufffd`);
    const { body } = await sandbox.handle(form("Action=GetCallerIdentity&Version=2011-06-15"));
    expect(Buffer.from(body).toString()).toContain('user/&lt;&amp;"&gt;');
  });

  test("an action that is not there, an unsigned request and one for another service are refused in XML", async () => {
    const unknown = await ask(form("Action=AssumeRole&Version=2011-06-15"));
    expect(unknown.statusCode).toBe(400);
    expect(unknown.text).toContain(
      "<Code>InvalidAction</Code><Message>The sandbox does not have the operation sts:AssumeRole</Message>",
    );
    expect((await ask(form("Version=2011-06-15"))).text).toContain("<Code>InvalidAction</Code>");
    const unsigned = await ask(form("Action=GetCallerIdentity", {}));
    expect(unsigned.statusCode).toBe(403);
    expect(unsigned.text).toContain("<Code>MissingAuthenticationToken</Code>");
    expect((await ask(form("Action=ListStacks", { authorization: signed("cloudformation") }))).text).toContain(
      "<Code>InvalidAction</Code>",
    );
  });

  test("the action may be in the query", async () => {
    const request = {
      method: "GET",
      path: "/",
      query: { Action: ["GetCallerIdentity"] },
      headers: { authorization: signed("sts") },
    };
    expect((await ask(request)).statusCode).toBe(200);
  });
});

test("who watches hears of each call, with its input and how it ended", async () => {
  const { calls, store, IdentityStoreId, world } = start();
  await store.createGroup({ IdentityStoreId, DisplayName: "admins" });
  await store.createGroup({ IdentityStoreId, DisplayName: "admins" }).catch(() => {});
  const call = { service: "identityStore", operation: "CreateGroup", access: "write", at: world.now };
  const input = { IdentityStoreId, DisplayName: "admins" };
  expect(calls).toEqual([
    { ...call, input, status: 200 },
    { ...call, input, status: 400, error: "ConflictException" },
  ]);
});

test("the same calls on the same world get the same answers, byte for byte", async () => {
  const run = async () => {
    const { store, sandbox, IdentityStoreId } = start();
    await store.createGroup({ IdentityStoreId, DisplayName: "admins" });
    const body = JSON.stringify({ IdentityStoreId });
    const answer = await sandbox.handle(jsonRequest("AWSIdentityStore.ListGroups", "identitystore", body));
    return { ...answer, body: Buffer.from(answer.body).toString() };
  };
  expect(await run()).toEqual(await run());
});

test("a request that is given up before it is sent is not carried out", async () => {
  const { sandbox, calls, clock } = start({ latencyMs: 100 });
  const request = jsonRequest("SWBExternalService.ListInstances", "sso");
  await expect(sandbox.handle(request, { abortSignal: AbortSignal.abort() })).rejects.toThrow("aborted");
  const stop = new AbortController();
  const underWay = sandbox.handle(request, { abortSignal: stop.signal });
  stop.abort();
  await expect(underWay).rejects.toThrow("aborted");
  expect(calls).toEqual([]);
  const before = clock.now();
  expect((await sandbox.handle(request)).statusCode).toBe(200);
  expect(clock.now()).toBe(before + 100);
});
