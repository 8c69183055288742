import { describe, expect, test } from "vitest";
import { invalid, refused, start, violates } from "./harness.ts";

const statement = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Resource: "*" };
const policy = (change: object = { Action: ["organizations:List*", "organizations:CreatePolicy"] }) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, ...change }] });

describe("the resource policy", () => {
  test("is not there at first, and not any more once it is deleted", async () => {
    const { organizations } = start();
    const missing = refused("ResourcePolicyNotFoundException");
    await expect(organizations.describeResourcePolicy({})).rejects.toMatchObject(missing);
    await expect(organizations.deleteResourcePolicy({})).rejects.toMatchObject(missing);
    await organizations.putResourcePolicy({ Content: policy() });
    await organizations.deleteResourcePolicy({});
    await expect(organizations.describeResourcePolicy({})).rejects.toMatchObject(missing);
  });

  test("is one, and keeps its id and its tags when it is put again", async () => {
    const { organizations, world, management } = start();
    const Tags = [{ Key: "team", Value: "platform" }];
    const { ResourcePolicy: first } = await organizations.putResourcePolicy({ Content: policy(), Tags });
    const { Id, Arn } = first!.ResourcePolicySummary!;
    expect(Id).toMatch(/^rp-[0-9a-zA-Z_]{4,128}$/);
    expect(Arn).toBe(`arn:aws:organizations::${management}:resourcepolicy/${world.organization!.id}/${Id}`);
    const Content = `${policy({ Action: "organizations:DescribeOrganization" })}\n`;
    await organizations.putResourcePolicy({ Content });
    expect((await organizations.describeResourcePolicy({})).ResourcePolicy).toEqual({
      ResourcePolicySummary: { Id, Arn },
      Content,
    });
    expect((await organizations.listTagsForResource({ ResourceId: Id })).Tags).toEqual(Tags);
  });

  test("takes tags with it when it is new; later they have calls of their own, and go when it goes", async () => {
    const { organizations } = start();
    const Tags = [{ Key: "team", Value: "platform" }];
    const { ResourcePolicy } = await organizations.putResourcePolicy({ Content: policy() });
    await expect(organizations.putResourcePolicy({ Content: policy(), Tags })).rejects.toMatchObject(
      refused("InvalidInputException"),
    );
    const ResourceId = ResourcePolicy!.ResourcePolicySummary!.Id!;
    await organizations.tagResource({ ResourceId, Tags });
    expect((await organizations.listTagsForResource({ ResourceId })).Tags).toEqual(Tags);
    await organizations.untagResource({ ResourceId, TagKeys: ["team"] });
    expect((await organizations.listTagsForResource({ ResourceId })).Tags).toEqual([]);
    await organizations.deleteResourcePolicy({});
    await expect(organizations.listTagsForResource({ ResourceId })).rejects.toMatchObject(
      refused("TargetNotFoundException"),
    );
  });

  test.each([
    ["that is no JSON", "{", "INVALID_RESOURCE_POLICY_JSON"],
    ["that is a list", "[]", "INVALID_RESOURCE_POLICY_JSON"],
    ["without statements", '{"Version":"2012-10-17"}', "INVALID_RESOURCE_POLICY_JSON"],
    ["without an effect", policy({ Effect: undefined, Action: "organizations:List*" }), "INVALID_RESOURCE_POLICY_JSON"],
    ["for nobody", policy({ Principal: undefined, Action: "organizations:List*" }), "INVALID_RESOURCE_POLICY_JSON"],
    ["without actions", policy({}), "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY"],
    [
      "about accounts",
      policy({ Action: ["organizations:List*", "organizations:CreateAccount"] }),
      "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY",
    ],
    ["about another service", policy({ Action: "s3:ListBucket" }), "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY"],
    ["about everything", policy({ Action: "*" }), "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY"],
    [
      "about all but some actions",
      policy({ NotAction: "organizations:LeaveOrganization" }),
      "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY",
    ],
    [
      "on all but some resources",
      policy({ Action: "organizations:List*", NotResource: "*" }),
      "UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY",
    ],
    ["that is empty", "", "MIN_LENGTH_EXCEEDED"],
    ["over 40,000 characters", policy().padEnd(40_001), "MAX_LENGTH_EXCEEDED"],
  ])("%s is refused", async (_, Content, reason) => {
    const { organizations, world } = start();
    await expect(organizations.putResourcePolicy({ Content })).rejects.toMatchObject(invalid(reason));
    expect(world.organization!.resourcePolicy).toBeUndefined();
  });

  test("may have 40,000 characters", async () => {
    const { organizations, world } = start();
    const Content = policy().padEnd(40_000);
    await organizations.putResourcePolicy({ Content });
    expect(world.organization!.resourcePolicy).toMatchObject({ content: Content });
  });

  test("is for organizations with all features", async () => {
    const { organizations } = start((world) => {
      world.organization!.featureSet = "CONSOLIDATED_BILLING";
    });
    await expect(organizations.putResourcePolicy({ Content: policy() })).rejects.toMatchObject(
      violates("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE"),
    );
  });
});
