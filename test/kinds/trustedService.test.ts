import { describe, expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { describeFaults } from "./faults.ts";

const file = (...trustedServices: string[]): OrgFile => ({ trustedServices });

describe("a fault", () => {
  describeFaults({
    before: file("config.amazonaws.com"),
    after: file("guardduty.amazonaws.com"),
    reads: {
      "organizations:ListAWSServiceAccessForOrganization": ["EnabledServicePrincipals", "ServicePrincipal"],
    },
    writes: { "organizations:EnableAWSServiceAccess": ["trustedService:guardduty.amazonaws.com"] },
  });
});

test("a principal that no service has: the advice says so", async () => {
  const { events } = await bench(worldOf({})).apply(await configOf(textOf(file("guardduty.amazonaws.org"))));
  expect(events).toContainEqual(
    expect.objectContaining({
      type: "failed",
      failure: expect.objectContaining({ hint: expect.stringMatching(/^no AWS service has this principal/) }),
    }),
  );
});

test("from another account, it waits for the management account", async () => {
  const world = worldOf({ accounts: { dev: { email: "aws+dev@acme.com" } }, ...file() });
  const caller = Object.values(world.organization?.accounts ?? {}).find(({ name }) => name === "dev")?.id ?? "";
  if (world.organization !== null)
    world.organization.delegatedAdministrators = { [caller]: { "sso.amazonaws.com": { enabledAt: world.now } } };
  const { plan } = await bench(world, { caller }).plan(await configOf(textOf(file("guardduty.amazonaws.com"))));
  expect(plan.changes).toMatchObject([
    { waits: expect.stringMatching(/only the management account changes trusted access/) },
  ]);
});
