import { describe, expect, test } from "vitest";
import { invalid, refused, start, violates } from "./harness.ts";

const many = (count: number) => Array.from({ length: count }, (_, n) => ({ Key: `key-${n}`, Value: String(n) }));

describe("tags", () => {
  test("are on accounts, units and the root; they are added to, overwritten and removed by key", async () => {
    const { organizations, root, management, unit } = start();
    for (const ResourceId of [root, management, await unit("Workloads")]) {
      const tags = async () => (await organizations.listTagsForResource({ ResourceId })).Tags;
      expect(await tags()).toEqual([]);
      await organizations.tagResource({ ResourceId, Tags: [{ Key: "a", Value: "1" }] });
      await organizations.tagResource({
        ResourceId,
        Tags: [
          { Key: "a", Value: "2" },
          { Key: "__proto__", Value: "" },
        ],
      });
      expect(await tags()).toEqual([
        { Key: "a", Value: "2" },
        { Key: "__proto__", Value: "" },
      ]);
      await organizations.untagResource({ ResourceId, TagKeys: ["a", "nothing"] });
      expect(await tags()).toEqual([{ Key: "__proto__", Value: "" }]);
    }
  });

  test("are 50 at most, and come 20 at a time", async () => {
    const { organizations, root: ResourceId } = start();
    await organizations.tagResource({ ResourceId, Tags: many(50) });
    await organizations.tagResource({ ResourceId, Tags: [{ Key: "key-0", Value: "again" }] });
    await expect(
      organizations.tagResource({ ResourceId, Tags: [{ Key: "one more", Value: "" }] }),
    ).rejects.toMatchObject(violates("MAX_TAG_LIMIT_EXCEEDED"));
    const first = await organizations.listTagsForResource({ ResourceId });
    expect(first.Tags).toHaveLength(20);
    const second = await organizations.listTagsForResource({ ResourceId, NextToken: first.NextToken });
    const third = await organizations.listTagsForResource({ ResourceId, NextToken: second.NextToken });
    expect(third).toMatchObject({ Tags: { length: 10 } });
    expect(third.NextToken).toBeUndefined();
  });

  test.each([
    ["of AWS's", [{ Key: "aws:a", Value: "" }], "INVALID_SYSTEM_TAGS_PARAMETER"],
    [
      "that come twice",
      [
        { Key: "a", Value: "1" },
        { Key: "a", Value: "2" },
      ],
      "DUPLICATE_TAG_KEY",
    ],
    ["without a key", [{ Key: "", Value: "" }], "MIN_LENGTH_EXCEEDED"],
    ["with a key over 128 characters", [{ Key: "k".repeat(129), Value: "" }], "MAX_LENGTH_EXCEEDED"],
    ["with a value over 256 characters", [{ Key: "k", Value: "v".repeat(257) }], "MAX_LENGTH_EXCEEDED"],
    ["with characters that AWS does not allow", [{ Key: "k!", Value: "" }], "INVALID_PATTERN"],
    ["without a value", [{ Key: "k", Value: undefined }], "INPUT_REQUIRED"],
  ])("%s are refused, and the others that came with them", async (_, wrong, reason) => {
    const { organizations, root: ResourceId } = start();
    await expect(
      organizations.tagResource({ ResourceId, Tags: [{ Key: "good", Value: "" }, ...wrong] }),
    ).rejects.toMatchObject(invalid(reason));
    expect((await organizations.listTagsForResource({ ResourceId })).Tags).toEqual([]);
  });

  test("of AWS's are not removed", async () => {
    const { organizations, root: ResourceId } = start();
    await expect(organizations.untagResource({ ResourceId, TagKeys: ["aws:a"] })).rejects.toMatchObject(
      invalid("INVALID_SYSTEM_TAGS_PARAMETER"),
    );
  });

  test("of what is not there are not found", async () => {
    const { organizations } = start();
    const ResourceId = "999999999999";
    const message = "You specified a target that doesn't exist.";
    await expect(organizations.listTagsForResource({ ResourceId })).rejects.toMatchObject(
      refused("TargetNotFoundException", { message }),
    );
    await expect(organizations.tagResource({ ResourceId, Tags: [] })).rejects.toMatchObject(
      refused("TargetNotFoundException"),
    );
    await expect(organizations.untagResource({ ResourceId, TagKeys: [] })).rejects.toMatchObject(
      refused("TargetNotFoundException"),
    );
    await expect(organizations.listTagsForResource({ ResourceId: "acme" })).rejects.toMatchObject(
      invalid("INVALID_PATTERN"),
    );
  });

  test.each(["p-FullAWSAccess", "p-RCPFullAWSAccess"])(
    "of AWS's policies are not to be had: %s",
    async (ResourceId) => {
      const { organizations } = start();
      for (const call of [
        organizations.listTagsForResource({ ResourceId }),
        organizations.tagResource({ ResourceId, Tags: many(1) }),
        organizations.untagResource({ ResourceId, TagKeys: ["key-0"] }),
      ]) {
        await expect(call).rejects.toMatchObject(invalid("INVALID_PATTERN"));
      }
    },
  );
});
