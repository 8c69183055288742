import { describe, expect, test } from "vitest";
import { bench, type BenchOptions, configOf } from "../support/engine.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

const before = {
  accounts: { acme: { email: "aws@acme.com", management: true }, dev: { email: "aws+dev@acme.com" } },
};
const more = {
  accounts: {
    ...before.accounts,
    test: { email: "aws+test@acme.com" },
    stage: { email: "aws+stage@acme.com" },
    guest: { email: "guest@example.com", invite: "999999999999" },
  },
};

async function noticesWith(quota: number, wanted: object, options: BenchOptions = {}) {
  const world = worldOf(before);
  if (world.organization) world.organization.quotas.accounts = quota;
  const there = bench(world, options);
  const { plan } = await there.plan(await configOf(textOf(wanted)));
  return {
    told: plan.notices.filter(({ code }) => code === "ORG0405"),
    asked: there.calls.filter(({ operation }) => operation.endsWith("GetServiceQuota")).length,
  };
}

describe("a quota that is known to be too small is told in the plan", () => {
  test("with what is to be added, what there is and what there may be, and where to raise it", async () => {
    const { told } = await noticesWith(4, more);
    expect(told).toEqual([
      {
        code: "ORG0405",
        severity: "warning",
        message: "3 accounts are to be added, but the organization may have 4 and has 2",
        hint: expect.stringMatching(/^raise the quota "Default maximum number of accounts" first: https:/),
        source: expect.objectContaining({ file: "org.yaml" }),
      },
    ]);
  });

  test("room enough is no news, and where nothing is added nobody asks", async () => {
    expect(await noticesWith(5, more)).toEqual({ told: [], asked: 1 });
    expect(await noticesWith(1, before)).toEqual({ told: [], asked: 0 });
    const closed = { accounts: { ...before.accounts, old: { email: "aws+old@acme.com", closed: true } } };
    expect(await noticesWith(1, closed)).toEqual({ told: [], asked: 0 });
  });

  test("an invitation that is open counts, and is not counted twice", async () => {
    const world = worldOf(before);
    const there = bench(world);
    const config = await configOf(
      textOf({ accounts: { ...before.accounts, guest: { email: "guest@example.com", invite: "999999999999" } } }),
    );
    await there.apply(config);
    if (there.world.organization) there.world.organization.quotas.accounts = 3;
    const { plan } = await there.plan(config);
    expect(plan.notices.filter(({ code }) => code === "ORG0405")).toEqual([]);
    const another = await there.plan(await configOf(textOf(more)));
    expect(another.plan.notices.find(({ code }) => code === "ORG0405")?.message).toBe(
      "2 accounts are to be added, but the organization may have 3 and has 3, 1 of them invited",
    );
  });

  test.each(["access-denied", "error-500", "throttle"] as const)(
    "what AWS does not tell (%s) is not known",
    async (kind) => {
      const faults = [{ operation: "serviceQuotas:GetServiceQuota", kind }];
      expect((await noticesWith(4, more, { faults })).told).toEqual([]);
    },
  );
});
