import { expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { takeSteps } from "../scenarios/live.ts";
import type { OrgFile } from "../worlds/file.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

/*
 * A close is the last step of an apply: everything else comes first, and whatever fails keeps it from being made; what
 * waits for a person does not.
 */

const BEFORE: OrgFile = {
  accounts: { acme: { email: "aws@acme.com", management: true }, old: { email: "aws+old@acme.com" } },
  users: { "dax@acme.com": { givenName: "Dax", familyName: "Raad" } },
};
const WANTED: OrgFile = {
  accounts: { acme: { email: "aws@acme.com", management: true }, old: { email: "aws+old@acme.com", closed: true } },
  users: { "dax@acme.com": { givenName: "Dax", familyName: "Raad", title: "CEO" } },
  groups: { admins: { members: ["dax@acme.com"] } },
};

const stateOf = (there: ReturnType<typeof bench>) =>
  Object.values(there.world.organization?.accounts ?? {}).find(({ name }) => name === "old")?.state;

test("it begins when everything else has ended", async () => {
  const there = bench(worldOf(BEFORE));
  const { events, outcome, plan } = await there.apply(await configOf(textOf(WANTED)));
  expect(outcome.done).toHaveLength(plan.changes.length);
  const told = events.flatMap((event) =>
    event.type === "start" || event.type === "done" ? [`${event.type} ${event.change.address}`] : [],
  );
  expect(told.slice(-2)).toEqual(["start account:old", "done account:old"]);
  expect(told.length).toBe(2 * plan.changes.length);
  expect(plan.changes.at(-1)?.address).toBe("account:old");
});

test("a change that fails, in whatever has nothing to do with it, keeps it from being made", async () => {
  const there = bench(worldOf(BEFORE), { faults: [{ operation: "identityStore:UpdateUser", kind: "access-denied" }] });
  const { events, outcome } = await there.apply(await configOf(textOf(WANTED)));
  expect(outcome).toMatchObject({ failed: ["user:dax@acme.com"], skipped: ["account:old"] });
  expect(events).toContainEqual(expect.objectContaining({ type: "skipped", because: "needs user dax@acme.com" }));
  expect(there.calls.map(({ operation }) => operation)).not.toContain("CloseAccount");
  expect(stateOf(there)).toBe("ACTIVE");
});

test("what was not tried because of a failure keeps it too, and the failure is named, not what waits", async () => {
  const wanted = {
    ...WANTED,
    accounts: { ...WANTED.accounts, bought: { email: "aws@bought.com", invite: "999999999999" } },
  };
  const there = bench(worldOf(BEFORE), { faults: [{ operation: "identityStore:CreateGroup", kind: "access-denied" }] });
  const { events, outcome } = await there.apply(await configOf(textOf(wanted)));
  expect(outcome).toMatchObject({
    failed: ["group:admins"],
    skipped: ["membership:admins:dax@acme.com", "account:old"],
    waiting: ["account:bought"],
  });
  const said = events.flatMap((event) =>
    event.type === "skipped" && event.change.address === "account:old" ? [event.because] : [],
  );
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^needs (group admins|membership admins → dax@acme.com)$/);
  expect(stateOf(there)).toBe("ACTIVE");
});

test("what waits for a person neither keeps it waiting, nor is waited for", async () => {
  const world = worldOf(BEFORE);
  world.identityCenter = null;
  const there = bench(world);
  const { identityCenter: _, ...file } = JSON.parse(textOf(WANTED)) as Record<string, unknown>;
  const config = await configOf(JSON.stringify(file));
  const { plan, outcome } = await there.apply(config);
  const waits = (address: string) => plan.changes.find((change) => change.address === address)?.waits;
  expect(waits("group:admins")).toBeDefined();
  expect(waits("account:old")).toBeUndefined();
  expect(outcome).toMatchObject({ failed: [], skipped: [], done: ["account:old"] });
  expect(outcome.waiting.length).toBeGreaterThan(2);
  takeSteps(world, there.now(), ["enable-identity-center"]);
  expect((await there.apply(config)).outcome).toMatchObject({ failed: [], waiting: [] });
  expect((await there.plan(config)).plan.changes).toEqual([]);
});

test("from an account that may not close it, it waits itself", async () => {
  const world = worldOf({
    ...BEFORE,
    accounts: { ...BEFORE.accounts, audit: { email: "aws+audit@acme.com" } },
  });
  const { organization } = world;
  const caller = Object.values(organization?.accounts ?? {}).find(({ name }) => name === "audit")?.id ?? "";
  if (organization === null) throw new Error("the world has one");
  organization.serviceAccess["sso.amazonaws.com"] = { enabledAt: world.now };
  organization.delegatedAdministrators = { [caller]: { "sso.amazonaws.com": { enabledAt: world.now } } };
  const there = bench(world, { caller });
  const { plan, outcome } = await there.apply(await configOf(textOf(WANTED)));
  expect(plan.changes.find(({ address }) => address === "account:old")?.waits).toMatch(/^cannot be managed from here/);
  expect(outcome).toMatchObject({ failed: [], skipped: [], waiting: ["account:old"] });
  expect(stateOf(there)).toBe("ACTIVE");
});
