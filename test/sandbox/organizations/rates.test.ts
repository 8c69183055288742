import { expect, test } from "vitest";
import { organizations as service } from "../../../src/sandbox/organizations/index.ts";
import { refused, start } from "./harness.ts";

test("every operation has AWS's rate, but those for which AWS publishes none", () => {
  const without = Object.keys(service.operations).filter((name) => service.operations[name]!.quota === undefined);
  expect(without.toSorted()).toEqual([
    "CreateOrganization",
    "DeleteOrganization",
    "DeleteResourcePolicy",
    "DescribeResourcePolicy",
    "EnableAllFeatures",
    "PutResourcePolicy",
  ]);
});

test("a rate is the operation's own, and comes back with time", async () => {
  const { organizations, later, root } = start(undefined, { throttle: true });
  const create = (n: number) => organizations.createAccount({ AccountName: `n${n}`, Email: `n${n}@acme.com` });
  for (const n of [1, 2, 3]) await create(n);
  await expect(create(4)).rejects.toMatchObject(
    refused("TooManyRequestsException", {
      message: "You have sent too many requests in too short a period of time.",
      $metadata: { httpStatusCode: 400 },
    }),
  );
  expect((await organizations.listAccountsForParent({ ParentId: root })).Accounts).toHaveLength(1);
  await later(10_000);
  await create(4);
});

test("a value of the wrong type is no JSON of this service", async () => {
  const { organizations } = start();
  await expect(organizations.describeAccount({ AccountId: 5 as never })).rejects.toMatchObject(
    refused("SerializationException"),
  );
});
