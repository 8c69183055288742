import { describe, expect, test } from "vitest";
import { dev, instanceArn as InstanceArn, start } from "./harness.ts";

const text = (length: number) => "x".repeat(length);

describe("permission sets", () => {
  test("a new set lasts an hour unless said otherwise, and is described as it was made", async () => {
    const { sso } = start();
    const { PermissionSet: made } = await sso.createPermissionSet({ InstanceArn, Name: "Admin" });
    expect(made?.PermissionSetArn).toMatch(/^arn:aws:sso:::permissionSet\/ssoins-[0-9a-f]{16}\/ps-[0-9a-f]{16}$/);
    expect(made).toMatchObject({ Name: "Admin", SessionDuration: "PT1H", CreatedDate: expect.any(Date) });
    const full = { Name: "Full", Description: "All of it", SessionDuration: "PT12H", RelayState: "https://x.example/" };
    const { PermissionSet: second } = await sso.createPermissionSet({ InstanceArn, ...full });
    const PermissionSetArn = second!.PermissionSetArn!;
    expect((await sso.describePermissionSet({ InstanceArn, PermissionSetArn })).PermissionSet).toMatchObject(full);
    const { PermissionSets } = await sso.listPermissionSets({ InstanceArn });
    expect(PermissionSets).toEqual([made?.PermissionSetArn, PermissionSetArn]);
  });

  test("a name is used once", async () => {
    const { sso, set } = start();
    await set("Admin");
    await expect(sso.createPermissionSet({ InstanceArn, Name: "Admin" })).rejects.toMatchObject({
      name: "ConflictException",
      message: "PermissionSet with name Admin already exists.",
    });
  });

  test.each([
    ["name too long", { Name: text(33) }, "name"],
    ["name with a space", { Name: "a b" }, "name"],
    ["empty name", { Name: "" }, "name"],
    ["empty description", { Name: "a", Description: "" }, "description"],
    ["description too long", { Name: "a", Description: text(701) }, "description"],
    ["emoji in the description", { Name: "a", Description: "🚀" }, "description"],
    ["relay state too long", { Name: "a", RelayState: text(241) }, "relayState"],
    ["session that is no duration", { Name: "a", SessionDuration: "1 hour" }, "sessionDuration"],
  ])("refuses a %s", async (_what, input, member) => {
    await expect(start().sso.createPermissionSet({ InstanceArn, ...input })).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringMatching(
        `^\\d validation errors? detected: Value '[^]*' at '${member}' failed to satisfy constraint: Member must`,
      ),
    });
  });

  test("a call without its required members names them", async () => {
    const { sso } = start();
    await expect(sso.createPermissionSet({ InstanceArn, Name: undefined })).rejects.toMatchObject({
      name: "ValidationException",
      message:
        "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
    });
  });

  test("names of 32 and descriptions of 700 characters are taken", async () => {
    const { sso } = start();
    await sso.createPermissionSet({ InstanceArn, Name: text(32), Description: text(700) });
    expect((await sso.listPermissionSets({ InstanceArn })).PermissionSets).toHaveLength(1);
  });

  test.each(["PT59M", "PT12H1M", "PT13H", "P1D"])("refuses a session of %s", async (SessionDuration) => {
    await expect(start().sso.createPermissionSet({ InstanceArn, Name: "a", SessionDuration })).rejects.toMatchObject({
      name: "ValidationException",
    });
  });

  test.each(["PT60M", "PT1H", "PT90M", "PT11H59M59S", "PT12H", "PT720M"])("takes a session of %s", async (duration) => {
    const { PermissionSet } = await start().sso.createPermissionSet({
      InstanceArn,
      Name: "a",
      SessionDuration: duration,
    });
    expect(PermissionSet?.SessionDuration).toBe(duration);
  });

  test("an update clears the relay state and the description that it does not repeat, and keeps the session", async () => {
    const { sso } = start();
    const full = { Name: "a", Description: "d", SessionDuration: "PT2H", RelayState: "https://x.example/" };
    const { PermissionSet } = await sso.createPermissionSet({ InstanceArn, ...full });
    const PermissionSetArn = PermissionSet!.PermissionSetArn!;
    await sso.updatePermissionSet({ InstanceArn, PermissionSetArn, Description: "e" });
    const { PermissionSet: after } = await sso.describePermissionSet({ InstanceArn, PermissionSetArn });
    expect(after).toMatchObject({ Name: "a", Description: "e", SessionDuration: "PT2H" });
    expect(after?.RelayState).toBeUndefined();
    await sso.updatePermissionSet({ InstanceArn, PermissionSetArn, SessionDuration: "PT3H" });
    const { PermissionSet: last } = await sso.describePermissionSet({ InstanceArn, PermissionSetArn });
    expect(last?.SessionDuration).toBe("PT3H");
    expect(last?.Description).toBeUndefined();
  });

  test("a set that is assigned, or is about to be, cannot be deleted", async () => {
    const { sso, later, user, set, assignment } = start();
    const PermissionSetArn = await set("Admin");
    const what = assignment(PermissionSetArn, await user("dax"), dev);
    const conflict = {
      name: "ConflictException",
      message: "Could not delete because PermissionSet has ApplicationProfile associated with it",
    };
    await sso.createAccountAssignment(what);
    await expect(sso.deletePermissionSet({ InstanceArn, PermissionSetArn })).rejects.toMatchObject(conflict);
    await later(2000);
    await expect(sso.deletePermissionSet({ InstanceArn, PermissionSetArn })).rejects.toMatchObject(conflict);
    await sso.deleteAccountAssignment(what);
    await expect(sso.deletePermissionSet({ InstanceArn, PermissionSetArn })).rejects.toMatchObject(conflict);
    await later(2000);
    await sso.deletePermissionSet({ InstanceArn, PermissionSetArn });
    await expect(sso.describePermissionSet({ InstanceArn, PermissionSetArn })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: `Could not find PermissionSet with id ${PermissionSetArn.split("/").at(-1)}`,
    });
    await set("Admin");
  });

  test("an instance has at most 3,500 sets", async () => {
    const { sso, center, set } = start();
    const arn = await set("set");
    for (let n = 1; n < 3500; n += 1)
      center.permissionSets[`${arn}${n}`] = { ...center.permissionSets[arn]!, name: `s${n}` };
    await expect(sso.createPermissionSet({ InstanceArn, Name: "more" })).rejects.toMatchObject({
      name: "ServiceQuotaExceededException",
    });
  });

  test("lists come in pages of at most 100", async () => {
    const { sso, set } = start();
    for (let n = 0; n < 103; n += 1) await set(`set-${n}`);
    const first = await sso.listPermissionSets({ InstanceArn });
    expect(first.PermissionSets).toHaveLength(100);
    const second = await sso.listPermissionSets({ InstanceArn, NextToken: first.NextToken });
    expect(second.PermissionSets).toHaveLength(3);
    expect(second.NextToken).toBeUndefined();
    await expect(sso.listPermissionSets({ InstanceArn, MaxResults: 101 })).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining("Value '101' at 'maxResults' failed to satisfy constraint"),
    });
  });
});
