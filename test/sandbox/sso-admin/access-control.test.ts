import { describe, expect, test } from "vitest";
import { CONSOLE_STEPS } from "../../../src/sandbox/index.ts";
import { instanceArn as InstanceArn, start } from "./harness.ts";

const attribute = (Key: string, ...Source: string[]) => ({ Key, Value: { Source } });
const team = attribute("team", "${path:enterprise.department}");
const cost = attribute("costCenter", "${path:enterprise.costCenter}");

/** A sandbox of one's own, with short ways to switch attributes on, to change them and to look. */
function started(...given: Parameters<typeof start>) {
  const base = start(...given);
  const input = (AccessControlAttributes: ReturnType<typeof attribute>[]) => ({
    InstanceArn,
    InstanceAccessControlAttributeConfiguration: { AccessControlAttributes },
  });
  const { sso } = base;
  return {
    ...base,
    create: (...all: ReturnType<typeof attribute>[]) =>
      sso.createInstanceAccessControlAttributeConfiguration(input(all)),
    update: (...all: ReturnType<typeof attribute>[]) =>
      sso.updateInstanceAccessControlAttributeConfiguration(input(all)),
    remove: () => sso.deleteInstanceAccessControlAttributeConfiguration({ InstanceArn }),
    look: async () => {
      const found = await sso.describeInstanceAccessControlAttributeConfiguration({ InstanceArn });
      const { AccessControlAttributes } = found.InstanceAccessControlAttributeConfiguration!;
      return [found.Status, AccessControlAttributes, ...(found.StatusReason === undefined ? [] : [found.StatusReason])];
    },
  };
}

const off = { name: "ResourceNotFoundException" };

describe("attributes for access control", () => {
  test("are not found while they are off", async () => {
    const { look, update, remove } = started();
    for (const call of [look(), update(team), remove()]) await expect(call).rejects.toMatchObject(off);
  });

  test("take a while to be switched on, and then are enabled", async () => {
    const { create, look, later } = started();
    await create(team);
    expect(await look()).toEqual(["CREATION_IN_PROGRESS", [team]]);
    await later(1999);
    expect(await look()).toEqual(["CREATION_IN_PROGRESS", [team]]);
    await later(1);
    expect(await look()).toEqual(["ENABLED", [team]]);
  });

  test("are switched on once, and not changed until they are on", async () => {
    const { create, update, remove, look, later } = started();
    await create(team);
    for (const call of [create(team), update(cost), remove()]) {
      await expect(call).rejects.toMatchObject({ name: "ConflictException" });
    }
    await later(2000);
    await expect(create(cost)).rejects.toMatchObject({ name: "ConflictException" });
    expect(await look()).toEqual(["ENABLED", [team]]);
  });

  test("are replaced as a whole", async () => {
    const { create, update, look, later } = started();
    await create(team);
    await later(2000);
    await update(cost);
    expect(await look()).toEqual(["ENABLED", [cost]]);
    await update();
    expect(await look()).toEqual(["ENABLED", []]);
  });

  test("are switched off, and on again", async () => {
    const { create, remove, look, later } = started();
    await create(team);
    await later(2000);
    await remove();
    await expect(look()).rejects.toMatchObject(off);
    await create(cost);
    expect(await look()).toEqual(["CREATION_IN_PROGRESS", [cost]]);
  });

  test("that the console, or an earlier version, switched on are enabled", async () => {
    const { look, update, world } = started();
    CONSOLE_STEPS["enable-access-control-attributes"]!.run(world, world.now, []);
    expect(await look()).toEqual(["ENABLED", []]);
    await update(team);
    expect(await look()).toEqual(["ENABLED", [team]]);
  });

  test("can fail to be switched on, and then can be switched off", async () => {
    const operation = "ssoAdmin:CreateInstanceAccessControlAttributeConfiguration";
    const faults = [{ operation, kind: "async-failed", reason: "No", nth: 1 }] as const;
    const { create, remove, look, later } = started(undefined, { faults });
    await create(team);
    expect(await look()).toEqual(["CREATION_IN_PROGRESS", [team]]);
    await later(2000);
    expect(await look()).toEqual(["CREATION_FAILED", [team], "No"]);
    await remove();
    await create(team);
    await later(2000);
    expect(await look()).toEqual(["ENABLED", [team]]);
  });

  test("are 50 at most, with keys of 1 to 128 characters of their own and one source each", async () => {
    const { create, update, look, later } = started();
    const refused = { name: "ValidationException" };
    const many = (count: number) => Array.from({ length: count }, (_, n) => attribute(`a${n}`, "${path:userName}"));
    for (const wrong of [
      many(51),
      [attribute("", "x")],
      [attribute("k".repeat(129), "x")],
      [attribute("a#b", "x")],
      [attribute("team")],
      [attribute("team", "x", "y")],
      [attribute("team", "s".repeat(257))],
      [attribute("team", "x"), attribute("team", "y")],
    ]) {
      await expect(create(...wrong)).rejects.toMatchObject(refused);
    }
    await expect(look()).rejects.toMatchObject(off);
    await create(...many(50));
    await later(2000);
    await expect(update(...many(51))).rejects.toMatchObject(refused);
    await update(attribute("k".repeat(128), ""));
    expect((await look())[1]).toHaveLength(1);
  });
});
