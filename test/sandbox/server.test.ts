import { connect } from "node:net";
import { STS } from "@aws-sdk/client-sts";
import { afterEach, expect, test } from "vitest";
import { createSandbox, newWorld, serve } from "../../src/sandbox/index.ts";
import type { Fault, SandboxServer } from "../../src/sandbox/index.ts";
import { signed } from "./harness.ts";

const servers: SandboxServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function served(faults: readonly Fault[] = []) {
  const clock = { now: () => Date.UTC(2026, 0, 1), sleep: () => Promise.resolve() };
  const sandbox = createSandbox({ world: newWorld("guide"), clock, faults });
  const server = await serve(sandbox, { port: 0 });
  servers.push(server);
  const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(server.url, {
      method: "POST",
      body,
      headers: {
        "x-amz-target": "AWSOrganizationsV20161128.ListAccounts",
        authorization: signed("organizations"),
        ...headers,
      },
    });
  return { ...server, post, world: sandbox.world };
}

/** What the server answers to bytes that no HTTP client would send. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (data) => (answer += data.toString()));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

test("an SDK client reaches the sandbox over the network", async () => {
  const { url, world } = await served();
  const client = new STS({
    endpoint: url,
    region: "eu-west-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  expect(await client.getCallerIdentity({})).toMatchObject({ Account: world.caller.accountId });
  client.destroy();
});

test("it is on loopback, and on nothing else", async () => {
  const { url } = await served();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const sandbox = createSandbox({ world: newWorld("empty"), clock: { now: () => 0, sleep: () => Promise.resolve() } });
  await expect(serve(sandbox, { port: 0, host: "0.0.0.0" as never })).rejects.toThrow("loopback");
});

test("a port that is taken is an error", async () => {
  const { port } = await served();
  const sandbox = createSandbox({ world: newWorld("empty"), clock: { now: () => 0, sleep: () => Promise.resolve() } });
  await expect(serve(sandbox, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test.each([
  ["{", "SerializationException"],
  ["[]", "SerializationException"],
  ["\u00ff\u00fe{}", "SerializationException"],
  ['{"MaxResults":"many"}', "SerializationException"],
  ['{"MaxResults":0}', "InvalidInputException"],
  ['{"NextToken":"mine"}', "InvalidInputException"],
  [`{"MaxResults":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "SerializationException"],
])("the body %.40j gets an AWS error", async (body, name) => {
  const { post } = await served();
  const answer = await post(body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ __type: name });
  expect((await post("{}")).status).toBe(200);
});

test.each([
  ["GET", "/"],
  ["GET", "/?Action=GetCallerIdentity"],
  ["POST", "/getAccountInformation"],
  ["PUT", "/%00%ff/../..?a=%zz&__proto__=1"],
  ["DELETE", "//"],
])("an unsigned %s %s is refused", async (method, path) => {
  const { url } = await served();
  const answer = await fetch(url + path, { method });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toMatch(/MissingAuthenticationToken/);
});

test("a body over 1 MiB is refused, whether it says so or not", async () => {
  const { post, port } = await served();
  const answer = await post(Buffer.alloc(1024 * 1024 + 1, 32));
  expect(answer.status).toBe(413);
  const chunk = `10000\r\n${" ".repeat(0x10000)}\r\n`;
  const head = "POST / HTTP/1.1\r\nHost: sandbox\r\nTransfer-Encoding: chunked\r\n\r\n";
  expect(await raw(port, head + chunk.repeat(17))).toMatch(/^HTTP\/1\.1 413 /);
  expect((await post(`{}${" ".repeat(1024 * 1024 - 2)}`)).status).toBe(200);
});

test("what is not HTTP is refused, and the next request is answered", async () => {
  const { port, post } = await served();
  for (const text of [
    "nonsense\r\n\r\n",
    "\u0000\u0001\u0002\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
  ]) {
    expect(await raw(port, text)).toMatch(/^HTTP\/1\.1 400 /);
  }
  expect((await post("{}")).status).toBe(200);
});

test("a defect is an answer with status 500", async () => {
  const { post, world } = await served();
  world.organization!.accounts = null as never;
  const answer = await post("{}");
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ __type: "InternalFailure" });
});

test("a broken connection is one, and an answer that does not come never comes", async () => {
  const operation = "organizations:ListAccounts";
  const { post } = await served([
    { operation, kind: "reset", nth: 1 },
    { operation, kind: "timeout-after", nth: 2 },
  ]);
  await expect(post("{}")).rejects.toThrow("fetch failed");
  const late = post("{}").then(
    () => "answered",
    () => "closed",
  );
  expect(await Promise.race([late, new Promise((resolve) => setTimeout(() => resolve("nothing"), 200))])).toBe(
    "nothing",
  );
  expect((await post("{}")).status).toBe(200);
  await servers.pop()!.close();
  expect(await late).toBe("closed");
});
