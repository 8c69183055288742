import { describe, expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { describeFaults } from "./faults.ts";

const IAM: OrgFile = { trustedServices: ["iam.amazonaws.com"] };
const file = (credentialsManagement: boolean, sessions: boolean): OrgFile => ({
  rootAccess: { credentialsManagement, sessions },
});

describe("on and off", () => {
  describeFaults({
    before: { ...IAM, ...file(true, false) },
    after: file(false, true),
    reads: { "iam:ListOrganizationsFeatures": [] },
    writes: {
      "iam:DisableOrganizationsRootCredentialsManagement": ["rootAccess:credentialsManagement"],
      "iam:EnableOrganizationsRootSessions": ["rootAccess:sessions"],
    },
  });
});

describe("off and on", () => {
  describeFaults({
    before: { ...IAM, ...file(false, true) },
    after: file(true, false),
    reads: {},
    writes: {
      "iam:DisableOrganizationsRootSessions": ["rootAccess:sessions"],
      "iam:EnableOrganizationsRootCredentialsManagement": ["rootAccess:credentialsManagement"],
    },
  });
});

describe("IAM has no trusted access", () => {
  test("both switches are off, which is what {} says", async () => {
    const { plan } = await bench(worldOf({})).plan(await configOf(textOf({ rootAccess: {} })));
    expect(plan).toMatchObject({ changes: [], notices: [] });
  });

  test("a switch that is wanted: plan says what it needs, and so does the failure", async () => {
    const { plan, outcome, events } = await bench(worldOf({})).apply(await configOf(textOf(file(false, true))));
    expect(plan.notices).toContainEqual(
      expect.objectContaining({ severity: "warning", hint: "list iam.amazonaws.com in trustedServices" }),
    );
    expect(outcome.failed).toEqual(["rootAccess:sessions"]);
    expect(events).toContainEqual(
      expect.objectContaining({
        type: "failed",
        failure: expect.objectContaining({
          message: expect.stringContaining("ServiceAccessNotEnabledException"),
          hint: expect.stringMatching(/^IAM has no trusted access: list iam\.amazonaws\.com in trustedServices/),
        }),
      }),
    );
  });

  test("the file gives it: nothing to mind", async () => {
    const { plan } = await bench(worldOf({})).plan(await configOf(textOf({ ...IAM, ...file(true, true) })));
    expect(plan.notices).toEqual([]);
  });
});

test("with consolidated billing only, both switches are off", async () => {
  const world = worldOf({});
  if (world.organization !== null) world.organization.featureSet = "CONSOLIDATED_BILLING";
  const config = await configOf(JSON.stringify({ version: 1, rootAccess: {} }));
  expect((await bench(world).plan(config)).plan.changes).toEqual([]);
});

test("an account that may not ask: the advice names those that may", async () => {
  const world = worldOf({ accounts: { dev: { email: "aws+dev@acme.com" } }, ...IAM });
  const caller = Object.values(world.organization?.accounts ?? {}).find(({ name }) => name === "dev")?.id ?? "";
  if (world.organization !== null)
    world.organization.delegatedAdministrators = { [caller]: { "sso.amazonaws.com": { enabledAt: world.now } } };
  await expect(bench(world, { caller }).plan(await configOf(textOf(file(true, true))))).rejects.toMatchObject({
    code: "ORG0502",
    hint: expect.stringMatching(/management account, or of the delegated administrator for iam\.amazonaws\.com/),
  });
});
