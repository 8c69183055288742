import { expect, test } from "vitest";
import { buckets } from "../../src/sandbox/buckets.ts";
import { start } from "./harness.ts";

const outcomes = (calls: readonly Promise<unknown>[]) =>
  Promise.all(
    calls.map((call) =>
      call.then(
        () => "ok",
        (error: Error) => error.name,
      ),
    ),
  );

test("an operation's bucket is full at first and refills on the clock", async () => {
  const { organizations, clock } = start();
  const describe = () => organizations.describeOrganization({});
  expect(await outcomes([describe(), describe(), describe()])).toEqual(["ok", "ok", "TooManyRequestsException"]);
  await clock.sleep(999);
  expect(await outcomes([describe()])).toEqual(["TooManyRequestsException"]);
  await clock.sleep(1);
  expect(await outcomes([describe(), describe()])).toEqual(["ok", "TooManyRequestsException"]);
  await clock.sleep(3_600_000);
  expect(await outcomes([describe(), describe(), describe()])).toEqual(["ok", "ok", "TooManyRequestsException"]);
});

test("all operations of Identity Center share one bucket", async () => {
  const { sso, InstanceArn, clock } = start();
  const first = Array.from({ length: 20 }, (_, index) =>
    index % 2 === 0 ? sso.listInstances({}) : sso.listPermissionSets({ InstanceArn }),
  );
  expect(new Set(await outcomes(first))).toEqual(new Set(["ok"]));
  expect(await outcomes([sso.listInstances({})])).toEqual(["ThrottlingException"]);
  await clock.sleep(50);
  expect(await outcomes([sso.listPermissionSets({ InstanceArn }), sso.listInstances({})])).toEqual([
    "ok",
    "ThrottlingException",
  ]);
});

test("operations of the Identity Store each have their own", async () => {
  const { store, IdentityStoreId } = start();
  const users = Array.from({ length: 21 }, () => store.listUsers({ IdentityStoreId }));
  expect((await outcomes(users)).filter((outcome) => outcome === "ok")).toHaveLength(20);
  expect(await outcomes([store.listGroups({ IdentityStoreId })])).toEqual(["ok"]);
});

test("a throttled write is not carried out", async () => {
  const { store, IdentityStoreId, world } = start();
  const writes = Array.from({ length: 25 }, (_, index) =>
    store.createGroup({ IdentityStoreId, DisplayName: `g${index}` }),
  );
  expect((await outcomes(writes)).filter((outcome) => outcome === "ThrottlingException")).toHaveLength(5);
  expect(Object.keys(world.identityCenter!.groups)).toHaveLength(20);
});

test("a call that is refused has taken its token", async () => {
  const { sso, InstanceArn } = start();
  const wrong = Array.from({ length: 20 }, () => sso.listPermissionSets({ InstanceArn: "nonsense" }));
  expect(new Set(await outcomes(wrong))).toEqual(new Set(["ValidationException"]));
  expect(await outcomes([sso.listPermissionSets({ InstanceArn })])).toEqual(["ThrottlingException"]);
});

test("rates can be switched off", async () => {
  const { sso } = start({ throttle: false });
  expect(new Set(await outcomes(Array.from({ length: 100 }, () => sso.listInstances({}))))).toEqual(new Set(["ok"]));
});

test("a call needs a token of each of its buckets, and takes none when one is empty", () => {
  const rates = buckets();
  const own = ["own", { rate: 1, burst: 1 }] as const;
  const shared = ["shared", { rate: 1, burst: 2 }] as const;
  expect(rates.take(0, [own, shared])).toBe(true);
  expect(rates.take(0, [own, shared])).toBe(false);
  expect(rates.take(0, [shared])).toBe(true);
  expect(rates.take(0, [shared])).toBe(false);
});

test("who sends at exactly the rate is never refused", () => {
  const rates = buckets();
  const quota = ["any", { rate: 3, burst: 1 }] as const;
  const taken = Array.from({ length: 1000 }, (_, call) => rates.take((call * 1000) / 3, [quota]));
  expect(taken).not.toContain(false);
});
