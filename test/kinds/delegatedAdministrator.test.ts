import { describe, expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { describeFaults } from "./faults.ts";

const SERVICES = ["guardduty.amazonaws.com", "sso.amazonaws.com"];
const accounts = {
  acme: { email: "aws@acme.com", management: true },
  audit: { email: "aws+audit@acme.com" },
  security: { email: "aws+security@acme.com" },
};
const file = (delegatedAdministrators: Record<string, string[]>): OrgFile => ({
  accounts,
  trustedServices: SERVICES,
  delegatedAdministrators,
});
const administeredBy = (account: string) => file(Object.fromEntries(SERVICES.map((service) => [service, [account]])));

const address = (service: string, account: string) => `delegatedAdministrator:${service}:${account}`;

describe("a fault", () => {
  describeFaults({
    before: administeredBy("audit"),
    after: administeredBy("security"),
    reads: {
      "organizations:ListDelegatedAdministrators": ["DelegatedAdministrators", "Id"],
      "organizations:ListDelegatedServicesForAccount": ["DelegatedServices", "ServicePrincipal"],
    },
    writes: {
      "organizations:RegisterDelegatedAdministrator": SERVICES.map((service) => address(service, "security")),
      "organizations:DeregisterDelegatedAdministrator": SERVICES.map((service) => address(service, "audit")),
    },
  });
});

describe("a service changes hands", () => {
  const registrations = (calls: readonly { operation: string; input: unknown }[]) =>
    calls
      .filter(({ operation }) => /^(Reg|Dereg)isterDelegatedAdministrator$/.test(operation))
      .map(({ operation, input }) => `${operation} ${(input as { ServicePrincipal: string }).ServicePrincipal}`);

  test("the new administrator comes first, but where AWS allows one", async () => {
    const there = bench(worldOf(administeredBy("audit")));
    await there.apply(await configOf(textOf(administeredBy("security"))));
    const sent = registrations(there.calls);
    const position = (call: string): number => sent.indexOf(call);
    expect(position("RegisterDelegatedAdministrator guardduty.amazonaws.com")).toBeLessThan(
      position("DeregisterDelegatedAdministrator guardduty.amazonaws.com"),
    );
    expect(position("DeregisterDelegatedAdministrator sso.amazonaws.com")).toBeLessThan(
      position("RegisterDelegatedAdministrator sso.amazonaws.com"),
    );
  });

  test("the old one stays when the new one is refused", async () => {
    const there = bench(worldOf(administeredBy("audit")), {
      faults: [{ operation: "organizations:RegisterDelegatedAdministrator", kind: "access-denied" }],
    });
    const { outcome } = await there.apply(await configOf(textOf(administeredBy("security"))));
    expect(outcome.skipped).toEqual([address("guardduty.amazonaws.com", "audit")]);
  });

  test.each([
    "DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE",
    "MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED",
  ])("%s, which nobody could foresee: the old one makes room", async (reason) => {
    const wanted = file({ "guardduty.amazonaws.com": ["security"] });
    const there = bench(worldOf(file({ "guardduty.amazonaws.com": ["audit"] })), {
      faults: [{ operation: "organizations:RegisterDelegatedAdministrator", kind: "access-denied", nth: 1, reason }],
    });
    const config = await configOf(textOf(wanted));
    const { outcome, events } = await there.apply(config);
    expect(outcome.failed).toEqual([]);
    expect(events).toContainEqual(
      expect.objectContaining({ type: "progress", detail: `AWS: ${reason}; taking audit out first` }),
    );
    expect((await there.plan(config)).plan.changes).toEqual([]);
  });

  test("without anybody who makes room, the limit is told", async () => {
    const reason = "MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED";
    const there = bench(worldOf(file({})), {
      faults: [{ operation: "organizations:RegisterDelegatedAdministrator", kind: "access-denied", reason }],
    });
    const { events } = await there.apply(await configOf(textOf(file({ "guardduty.amazonaws.com": ["audit"] }))));
    expect(events).toContainEqual(
      expect.objectContaining({
        type: "failed",
        failure: expect.objectContaining({
          hint: "AWS allows guardduty.amazonaws.com no further administrator: list fewer accounts",
        }),
      }),
    );
  });
});

test("a service without trusted access: the advice says where to list it", async () => {
  const { trustedServices: _, ...wanted } = file({ "guardduty.amazonaws.com": ["audit"] });
  const { outcome, events } = await bench(worldOf({ accounts })).apply(await configOf(textOf(wanted)));
  expect(outcome.failed).toEqual([address("guardduty.amazonaws.com", "audit")]);
  expect(events).toContainEqual(
    expect.objectContaining({
      type: "failed",
      failure: expect.objectContaining({
        hint: expect.stringMatching(/^guardduty\.amazonaws\.com has no trusted access: list it in trustedServices/),
      }),
    }),
  );
});

test("from another account, all of it waits for the management account", async () => {
  const world = worldOf(administeredBy("audit"));
  const caller = Object.values(world.organization?.accounts ?? {}).find(({ name }) => name === "audit")?.id ?? "";
  const { plan } = await bench(world, { caller }).plan(await configOf(textOf(administeredBy("security"))));
  expect(plan.changes).toHaveLength(4);
  for (const { waits } of plan.changes)
    expect(waits).toMatch(/only the management account changes delegated administrators/);
});
