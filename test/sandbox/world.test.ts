import { expect, test } from "vitest";
import { newWorld } from "../../src/sandbox/index.ts";
import { start } from "./harness.ts";

test("an empty world is an account that somebody signed up for", () => {
  const world = newWorld("empty");
  expect(world).toMatchObject({
    formatVersion: 1,
    now: Date.UTC(2026, 0, 1),
    standalone: { name: "acme", email: "aws@acme.com", id: expect.stringMatching(/^[1-9]\d{11}$/) },
    organization: null,
    identityCenter: null,
  });
  expect(world.caller).toMatchObject({
    accountId: world.standalone.id,
    userId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
  });
});

test("the guide's world has an organization with all features, Identity Center in us-east-1, and nothing else", () => {
  const { organization, identityCenter, standalone } = newWorld("guide");
  expect(organization).toMatchObject({
    id: expect.stringMatching(/^o-[a-z0-9]{10,32}$/),
    managementAccountId: standalone.id,
    featureSet: "ALL",
    units: {},
    root: { id: expect.stringMatching(/^r-[0-9a-z]{4,32}$/) },
  });
  expect(Object.values(organization!.accounts)).toMatchObject([
    { id: standalone.id, name: "acme", email: "aws@acme.com", state: "ACTIVE" },
  ]);
  expect(identityCenter).toMatchObject({
    instanceArn: expect.stringMatching(/^arn:aws:sso:::instance\/ssoins-[0-9a-f]{16}$/),
    identityStoreId: expect.stringMatching(/^d-[0-9a-f]{10}$/),
    region: "us-east-1",
    ownerAccountId: standalone.id,
    permissionSets: {},
    users: {},
    groups: {},
  });
});

test("worlds depend on the seed and on nothing else", () => {
  expect(newWorld("guide", { seed: 7 })).toEqual(newWorld("guide", { seed: 7 }));
  expect(newWorld("guide", { seed: 7 }).standalone.id).not.toBe(newWorld("guide", { seed: 8 }).standalone.id);
  expect(newWorld("guide", { now: 5 })).toMatchObject({ now: 5, organization: { createdAt: 5 } });
});

test("a world is plain data: saved and loaded it goes on as if nothing had happened", async () => {
  const goOn = async (reload: boolean) => {
    const before = start();
    await before.store.createGroup({ IdentityStoreId: before.IdentityStoreId, DisplayName: "one" });
    const saved = before.sandbox.snapshot();
    const after = start({ world: reload ? JSON.parse(JSON.stringify(saved)) : saved });
    await after.store.createGroup({ IdentityStoreId: after.IdentityStoreId, DisplayName: "two" });
    return after.world;
  };
  expect(await goOn(true)).toEqual(await goOn(false));
});

test("a snapshot has what is due done, and the time", async () => {
  const { sso, store, InstanceArn, IdentityStoreId, clock, sandbox, world } = start();
  const { PermissionSet } = await sso.createPermissionSet({ InstanceArn, Name: "Admin" });
  const { GroupId } = await store.createGroup({ IdentityStoreId, DisplayName: "admins" });
  await sso.createAccountAssignment({
    InstanceArn,
    PermissionSetArn: PermissionSet!.PermissionSetArn,
    TargetId: world.standalone.id,
    TargetType: "AWS_ACCOUNT",
    PrincipalType: "GROUP",
    PrincipalId: GroupId,
  });
  expect(Object.keys(sandbox.snapshot().identityCenter!.assignments)).toHaveLength(0);
  await clock.sleep(2000);
  const snapshot = sandbox.snapshot();
  expect(Object.keys(snapshot.identityCenter!.assignments)).toHaveLength(1);
  expect(snapshot.now).toBe(clock.now());
});
