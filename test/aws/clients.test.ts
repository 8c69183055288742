import {
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  DescribeAccountCommand,
  ListRootsCommand,
  OrganizationsClient,
  ServiceException,
  TooManyRequestsException,
} from "@aws-sdk/client-organizations";
import { describe, expect, test } from "vitest";
import { edge, metadata, mockedOrganizations } from "./edge.ts";

const organizations = mockedOrganizations();

const ROOTS = { Roots: [{ Id: "r-1234" }] };
const failure = () => new ServiceException({ message: "m", ...metadata(500) });

/** The SDK's client that the first call went to. */
function clientOf(): OrganizationsClient {
  const [first] = organizations.calls();
  if (!(first?.thisValue instanceof OrganizationsClient)) throw new Error("nothing was sent");
  return first.thisValue;
}

/** The time limits of that client's connections, in milliseconds. */
async function limitsOf(): Promise<unknown> {
  const { requestHandler } = clientOf().config;
  // Its settings are there once it has been asked for.
  const handler = requestHandler as unknown as { configProvider: Promise<object> };
  return handler.configProvider;
}

describe("a client of the SDK's", () => {
  test("has a limit for each wait, and resends nothing by itself", async () => {
    organizations.on(ListRootsCommand).resolves(ROOTS);
    await edge().aws.organizations.listRoots({});
    expect(await limitsOf()).toMatchObject({
      connectionTimeout: 5_000,
      socketTimeout: 30_000,
      requestTimeout: 60_000,
      throwOnRequestTimeout: true,
    });
    expect(await clientOf().config.maxAttempts()).toBe(1);
  });

  test("has short limits for somebody who wants to know now", async () => {
    organizations.on(ListRootsCommand).resolves(ROOTS);
    await edge({ impatient: true }).aws.organizations.listRoots({});
    expect(await limitsOf()).toMatchObject({ connectionTimeout: 3_000, socketTimeout: 5_000, requestTimeout: 5_000 });
  });

  test("of a global service is in its one region, wherever the caller is", async () => {
    organizations.on(ListRootsCommand).resolves(ROOTS);
    await edge({ region: "eu-west-1" }).aws.organizations.listRoots({});
    expect(await clientOf().config.region()).toBe("us-east-1");
  });

  test("is made once, whatever is called on it", async () => {
    organizations.on(ListRootsCommand).resolves(ROOTS).on(DescribeAccountCommand).resolves({});
    const { aws } = edge();
    await Promise.all([aws.organizations.listRoots({}), aws.organizations.describeAccount({ AccountId: "1" })]);
    await aws.settling().organizations.listRoots({});
    expect(new Set(organizations.calls().map(({ thisValue }) => thisValue)).size).toBe(1);
  });
});

describe("a time limit that is over", () => {
  const late = () => Object.assign(new Error("socket timed out"), { name: "TimeoutError" });

  test("of a read: it is sent again", async () => {
    organizations.on(ListRootsCommand).rejectsOnce(late()).resolves(ROOTS);
    const { aws } = edge();
    expect(await aws.organizations.listRoots({})).toBe(ROOTS);
    expect(organizations.calls().length).toBe(2);
  });

  test("of a create: nobody knows whether it was carried out, so it is not sent again", async () => {
    organizations.on(CreateOrganizationalUnitCommand).rejects(late());
    const { aws } = edge();
    await expect(aws.organizations.createOrganizationalUnit({ ParentId: "r-1", Name: "a" })).rejects.toMatchObject({
      kind: "unsure",
      hint: expect.stringContaining("it picks up where this one stopped"),
    });
    expect(organizations.calls().length).toBe(1);
  });

  test("for somebody who wants to know now is the answer", async () => {
    organizations.on(ListRootsCommand).rejects(late());
    const { aws, seconds } = edge({ impatient: true });
    await expect(aws.organizations.listRoots({})).rejects.toMatchObject({ kind: "unsure" });
    expect([organizations.calls().length, seconds()]).toEqual([1, 0]);
  });
});

describe("what is sent", () => {
  test("is counted and told, each attempt", async () => {
    organizations.on(ListRootsCommand).rejectsOnce(failure()).resolves(ROOTS);
    const told: unknown[] = [];
    const { aws } = edge({ observe: (call) => void told.push(call) });
    await aws.organizations.listRoots({});
    expect(told).toEqual([
      { operation: "organizations:ListRoots", attempt: 1 },
      { operation: "organizations:ListRoots", attempt: 2 },
    ]);
    expect(aws.calls()).toBe(2);
  });

  test("is nothing more once somebody has interrupted, and that is no failure of AWS's", async () => {
    const interruption = new AbortController();
    organizations.on(ListRootsCommand).callsFake(() => {
      interruption.abort(new Error("interrupted"));
      throw failure();
    });
    const { aws } = edge({ signal: interruption.signal });
    await expect(aws.organizations.listRoots({})).rejects.toThrow("interrupted");
    expect(organizations.calls().length).toBe(1);
  });

  test("after a throttle waits too, when it is another call of the same operation", async () => {
    const throttle = new TooManyRequestsException({ message: "m", ...metadata(429) });
    organizations
      .on(DescribeAccountCommand)
      .rejectsOnce(Object.assign(throttle, { RetryAfterSeconds: 30 }))
      .resolves({});
    const times: number[] = [];
    const { aws, seconds } = edge({ observe: () => void times.push(seconds()) });
    await Promise.all([
      aws.organizations.describeAccount({ AccountId: "1" }),
      aws.clock.sleep(1_000).then(() => aws.organizations.describeAccount({ AccountId: "2" })),
    ]);
    expect(times).toHaveLength(3);
    expect(times[0]).toBe(0);
    expect(Math.min(...times.slice(1))).toBeGreaterThanOrEqual(30);
  });

  test("of account creations is never sent twice, whatever comes back", async () => {
    for (const error of [failure(), new TooManyRequestsException({ message: "m", ...metadata(429) })]) {
      organizations.reset();
      organizations.on(CreateAccountCommand).rejects(error);
      const { aws } = edge();
      await expect(aws.organizations.createAccount({ AccountName: "a", Email: "a@acme.com" })).rejects.toThrow(
        error.name,
      );
      expect(organizations.calls().length).toBe(1);
    }
  });
});
