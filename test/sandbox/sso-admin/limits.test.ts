import { expect, test } from "vitest";
import { instanceArn as InstanceArn, start, storeId as IdentityStoreId } from "./harness.ts";

const throttled = { name: "ThrottlingException", message: "Rate exceeded" };
const twenty = Array.from({ length: 20 });

test("all of sso-admin shares 20 calls a second", async () => {
  const { sso, later } = start(() => {}, { throttle: true });
  for (const _ of twenty.slice(10)) await sso.listInstances({});
  for (const _ of twenty.slice(10)) await sso.listPermissionSets({ InstanceArn });
  await expect(sso.listInstances({})).rejects.toMatchObject(throttled);
  await expect(sso.createPermissionSet({ InstanceArn, Name: "Admin" })).rejects.toMatchObject(throttled);
  await later(100);
  await sso.listInstances({});
  await sso.listInstances({});
  await expect(sso.listInstances({})).rejects.toMatchObject(throttled);
});

test("each operation of the identity store has 20 calls a second of its own", async () => {
  const { store, later } = start(() => {}, { throttle: true });
  for (const _ of twenty) await store.listUsers({ IdentityStoreId });
  await expect(store.listUsers({ IdentityStoreId })).rejects.toMatchObject(throttled);
  for (const _ of twenty) await store.listGroups({ IdentityStoreId });
  await expect(store.listGroups({ IdentityStoreId })).rejects.toMatchObject(throttled);
  await later(50);
  await store.listUsers({ IdentityStoreId });
  await expect(store.listUsers({ IdentityStoreId })).rejects.toMatchObject(throttled);
});
