import { describe, expect, test } from "vitest";
import { instanceArn as InstanceArn, start } from "./harness.ts";

describe("tags of permission sets", () => {
  test("are added to and overwritten, and removed by key", async () => {
    const { sso } = start();
    const Tags = [{ Key: "team", Value: "core" }];
    const { PermissionSet } = await sso.createPermissionSet({ InstanceArn, Name: "Admin", Tags });
    const there = { InstanceArn, ResourceArn: PermissionSet!.PermissionSetArn! };
    await sso.tagResource({
      ...there,
      Tags: [
        { Key: "team", Value: "web" },
        { Key: "stage", Value: "" },
      ],
    });
    expect((await sso.listTagsForResource(there)).Tags).toEqual([
      { Key: "team", Value: "web" },
      { Key: "stage", Value: "" },
    ]);
    await sso.untagResource({ ...there, TagKeys: ["team", "nothing"] });
    expect((await sso.listTagsForResource(there)).Tags).toEqual([{ Key: "stage", Value: "" }]);
  });

  test("need no instance ARN", async () => {
    const { sso, set } = start();
    expect((await sso.listTagsForResource({ ResourceArn: await set("Admin") })).Tags).toEqual([]);
  });

  test("of a set that is not there are not found", async () => {
    const ResourceArn = `${InstanceArn.replace(":instance/", ":permissionSet/")}/ps-ffffffffffffffff`;
    await expect(start().sso.listTagsForResource({ InstanceArn, ResourceArn })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });

  test("do not make a set outdated in its accounts", async () => {
    const { sso, set, user, assign, outdated } = start();
    const arn = await set("Admin");
    await assign(arn, await user("dax"));
    await sso.tagResource({ InstanceArn, ResourceArn: arn, Tags: [{ Key: "a", Value: "b" }] });
    expect(await outdated(arn)).toEqual([]);
  });

  test("have keys of 1 to 128 characters and values of up to 256", async () => {
    const { sso, set } = start();
    const ResourceArn = await set("Admin");
    for (const tag of [
      { Key: "", Value: "" },
      { Key: "k".repeat(129), Value: "" },
      { Key: "k", Value: "v".repeat(257) },
    ]) {
      await expect(sso.tagResource({ InstanceArn, ResourceArn, Tags: [tag] })).rejects.toMatchObject({
        name: "ValidationException",
      });
    }
  });
});
