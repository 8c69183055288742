import { expect, test } from "vitest";
import { connect } from "../../src/aws/clients.ts";
import { OPERATIONS } from "../../src/aws/operations.ts";
import { createSandbox, newWorld, type ObservedCall, requestHandler, virtualClock } from "../../src/sandbox/index.ts";

type Call = (input: object) => Promise<unknown>;

const all = Object.entries(OPERATIONS).flatMap(([service, operations]) =>
  Object.entries(operations).map(([operation, { access }]) => ({ service, operation, access })),
);

test(`of ${all.length} operations every write is refused before it is sent, by a connection that only reads`, async () => {
  const world = newWorld("guide");
  const clock = virtualClock(world.now);
  const reached: ObservedCall[] = [];
  const sandbox = createSandbox({ world, clock, observe: (call) => void reached.push(call) });
  const aws = connect({
    clock,
    random: () => 0.5,
    region: "us-east-1",
    writes: false,
    requestHandler: requestHandler(sandbox),
    credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
  });
  const services = {
    ...aws,
    ssoAdmin: aws.ssoAdmin("us-east-1"),
    identityStore: aws.identityStore("us-east-1"),
  } as unknown as Record<string, Record<string, Call>>;
  const refused: string[] = [];
  for (const { service, operation, access } of all) {
    const call = services[service]?.[operation];
    if (call === undefined) throw new Error(`no ${service}:${operation}`);
    const error: unknown = await call({}).catch((thrown: unknown) => thrown);
    const isRefused = (error as { code?: string } | undefined)?.code === "ORG0510";
    expect([service, operation, isRefused]).toEqual([service, operation, access === "write"]);
    if (isRefused) refused.push(operation);
  }
  expect(refused.length).toBe(all.filter(({ access }) => access === "write").length);
  expect(reached.filter(({ access }) => access === "write")).toEqual([]);
});
