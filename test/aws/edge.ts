import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, afterEach } from "vitest";
import { connect } from "../../src/aws/clients.ts";
import type { ConnectOptions } from "../../src/aws/options.ts";
import { virtualClock } from "../../src/sandbox/index.ts";

/*
 * The edge from a call to the SDK and back, with answers and errors that the simulated AWS has no reason to give: the
 * SDK's client is there, and what it would send is answered by the test.
 */

/** Clients of AWS Organizations are answered by the test file that calls this, in each test anew. */
export function mockedOrganizations() {
  const mock = mockClient(OrganizationsClient);
  afterEach(() => void mock.reset());
  afterAll(() => mock.restore());
  return mock;
}

/** A connection on a virtual clock; `seconds` is how long everything took. */
export function edge(options: Partial<ConnectOptions> = {}) {
  const clock = virtualClock(0);
  const aws = connect({
    clock,
    random: () => 1,
    region: "eu-west-1",
    writes: true,
    credentials: { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "not-a-secret" },
    ...options,
  });
  return { aws, clock, seconds: () => clock.now() / 1000 };
}

/** What an SDK error carries of the answer that it came in. */
export const metadata = (httpStatusCode: number) => ({ $metadata: { httpStatusCode, requestId: "r-1" } });
