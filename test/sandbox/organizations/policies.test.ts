import { describe, expect, test } from "vitest";
import { POLICY_LIMITS } from "../../../src/sandbox/organizations/policy-limits.ts";
import { asyncMs, invalid, refused, start, violates } from "./harness.ts";
import { allow, deny, startWithPolicies, typeOf } from "./policies.ts";

const Filter = "SERVICE_CONTROL_POLICY" as const;
const PolicyId = "p-FullAWSAccess";

describe("FullAWSAccess", () => {
  test("is the only policy at first, besides its like for resources, and AWS's", async () => {
    const { organizations } = start();
    const { Policies } = await organizations.listPolicies({ Filter });
    expect(Policies).toEqual([
      {
        Id: PolicyId,
        Arn: "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
        Name: "FullAWSAccess",
        Description: "Allows access to every operation",
        Type: Filter,
        AwsManaged: true,
      },
    ]);
    const { Policy } = await organizations.describePolicy({ PolicyId });
    expect(Policy!.PolicySummary).toEqual(Policies![0]);
    expect(JSON.parse(Policy!.Content!)).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
    });
    const forResources = await organizations.listPolicies({ Filter: "RESOURCE_CONTROL_POLICY" });
    expect(forResources.Policies).toMatchObject([{ Name: "RCPFullAWSAccess", AwsManaged: true }]);
    expect((await organizations.listPolicies({ Filter: "TAG_POLICY" })).Policies).toEqual([]);
  });

  test("is attached to the root, and to every account and unit from the start", async () => {
    const { organizations, root, management, unit, create } = start();
    const workloads = await unit("Workloads");
    const dev = (await create("dev")).AccountId!;
    for (const TargetId of [root, management, workloads, dev]) {
      expect((await organizations.listPoliciesForTarget({ TargetId, Filter })).Policies).toMatchObject([
        { Id: PolicyId },
      ]);
      expect((await organizations.listPoliciesForTarget({ TargetId, Filter: "TAG_POLICY" })).Policies).toEqual([]);
    }
    const { Targets } = await organizations.listTargetsForPolicy({ PolicyId });
    expect(Targets).toMatchObject([
      { TargetId: root, Name: "Root", Type: "ROOT" },
      { TargetId: workloads, Name: "Workloads", Type: "ORGANIZATIONAL_UNIT" },
      { TargetId: management, Name: "acme", Type: "ACCOUNT" },
      { TargetId: dev, Name: "dev", Type: "ACCOUNT" },
    ]);
    const arns = Targets!.map(({ Arn }) => Arn);
    const { Account } = await organizations.describeAccount({ AccountId: dev });
    expect(arns).toContain(Account!.Arn);
  });

  test.each([PolicyId, "p-RCPFullAWSAccess"])(
    "cannot be changed or deleted, and neither can its like: %s",
    async (id) => {
      const { organizations } = start();
      await expect(organizations.updatePolicy({ PolicyId: id, Name: "Mine" })).rejects.toMatchObject(
        invalid("IMMUTABLE_POLICY"),
      );
      await expect(organizations.deletePolicy({ PolicyId: id })).rejects.toMatchObject(invalid("IMMUTABLE_POLICY"));
    },
  );
});

describe("a policy", () => {
  test("is made with everything that is given, and found by its id and by its type", async () => {
    const { organizations, world, management } = start();
    const Content = ` ${deny}\n`;
    const Tags = [{ Key: "team", Value: "platform" }];
    const { Policy } = await organizations.createPolicy({
      Name: "guard",
      Description: "",
      Content,
      Type: Filter,
      Tags,
    });
    const { Id, Arn } = Policy!.PolicySummary!;
    expect(Id).toMatch(/^p-[0-9a-z]{8}$/);
    expect(Arn).toBe(
      `arn:aws:organizations::${management}:policy/${world.organization!.id}/service_control_policy/${Id}`,
    );
    expect(Policy).toEqual({
      PolicySummary: { Id, Arn, Name: "guard", Description: "", Type: Filter, AwsManaged: false },
      Content,
    });
    expect((await organizations.describePolicy({ PolicyId: Id })).Policy).toEqual(Policy);
    expect((await organizations.listPolicies({ Filter })).Policies).toMatchObject([{ Id: PolicyId }, { Id }]);
    expect((await organizations.listPolicies({ Filter: "TAG_POLICY" })).Policies).toEqual([]);
    expect((await organizations.listTargetsForPolicy({ PolicyId: Id })).Targets).toEqual([]);
    expect((await organizations.listTagsForResource({ ResourceId: Id })).Tags).toEqual(Tags);
  });

  test("has tags of its own, which go with it", async () => {
    const { organizations, make, world } = startWithPolicies();
    const ResourceId = await make("guard");
    const tags = async () => (await organizations.listTagsForResource({ ResourceId })).Tags;
    await organizations.tagResource({ ResourceId, Tags: [{ Key: "a", Value: "1" }] });
    expect(await tags()).toEqual([{ Key: "a", Value: "1" }]);
    await organizations.untagResource({ ResourceId, TagKeys: ["a"] });
    expect(await tags()).toEqual([]);
    await organizations.deletePolicy({ PolicyId: ResourceId });
    await expect(tags()).rejects.toMatchObject(refused("TargetNotFoundException"));
    expect(world.organization!.tags).not.toHaveProperty(ResourceId);
  });

  test("is not made when one of its tags is wrong", async () => {
    const { organizations } = start();
    const wrong = { Name: "guard", Description: "", Content: deny, Type: Filter, Tags: [{ Key: "aws:a", Value: "" }] };
    await expect(organizations.createPolicy(wrong)).rejects.toMatchObject(invalid("INVALID_SYSTEM_TAGS_PARAMETER"));
    expect((await organizations.listPolicies({ Filter })).Policies).toHaveLength(1);
  });

  test("of a type that is not enabled can be made, and not attached", async () => {
    const { organizations, root, make } = startWithPolicies();
    const id = await make("tags", { Type: "TAG_POLICY", Content: "{}" });
    await expect(organizations.attachPolicy({ PolicyId: id, TargetId: root })).rejects.toMatchObject(
      refused("PolicyTypeNotEnabledException"),
    );
    await expect(organizations.detachPolicy({ PolicyId: id, TargetId: root })).rejects.toMatchObject(
      refused("PolicyNotAttachedException"),
    );
  });

  test("has its name to itself, whatever the types, AWS's names among them", async () => {
    const { organizations, make } = startWithPolicies();
    await make("guard");
    const other = await make("Guard");
    for (const name of ["guard", "FullAWSAccess", "RCPFullAWSAccess"]) {
      await expect(make(name, { Type: "TAG_POLICY", Content: "{}" })).rejects.toMatchObject(
        refused("DuplicatePolicyException"),
      );
      await expect(organizations.updatePolicy({ PolicyId: other, Name: name })).rejects.toMatchObject(
        refused("DuplicatePolicyException"),
      );
    }
  });

  test("keeps what an update does not name, and its type and id", async () => {
    const { organizations, make } = startWithPolicies();
    const id = await make("guard", { Description: "first" });
    const { Policy } = await organizations.updatePolicy({ PolicyId: id, Name: "guard" });
    expect(Policy).toMatchObject({ PolicySummary: { Id: id, Name: "guard", Description: "first" }, Content: deny });
    await organizations.updatePolicy({ PolicyId: id, Name: "wall", Description: "" });
    await organizations.updatePolicy({ PolicyId: id, Content: allow });
    expect((await organizations.describePolicy({ PolicyId: id })).Policy).toMatchObject({
      PolicySummary: { Id: id, Name: "wall", Description: "", Type: Filter },
      Content: allow,
    });
  });

  test("is left as it was by an update that is refused", async () => {
    const { organizations, make } = startWithPolicies();
    const id = await make("guard");
    await expect(organizations.updatePolicy({ PolicyId: id, Name: "wall", Content: "[]" })).rejects.toMatchObject(
      refused("MalformedPolicyDocumentException"),
    );
    expect((await organizations.describePolicy({ PolicyId: id })).Policy).toMatchObject({
      PolicySummary: { Name: "guard" },
      Content: deny,
    });
  });

  test("is deleted once it is attached nowhere, and its name is free again", async () => {
    const { organizations, root, make } = startWithPolicies();
    const id = await make("guard");
    await organizations.attachPolicy({ PolicyId: id, TargetId: root });
    await expect(organizations.deletePolicy({ PolicyId: id })).rejects.toMatchObject(refused("PolicyInUseException"));
    await organizations.detachPolicy({ PolicyId: id, TargetId: root });
    await organizations.deletePolicy({ PolicyId: id });
    await expect(organizations.describePolicy({ PolicyId: id })).rejects.toMatchObject(
      refused("PolicyNotFoundException"),
    );
    await make("guard");
  });

  test.each([
    ["without a name", { Name: undefined }, "INPUT_REQUIRED"],
    ["without a description", { Description: undefined }, "INPUT_REQUIRED"],
    ["with an empty name", { Name: "" }, "MIN_LENGTH_EXCEEDED"],
    ["with a name over 128 characters", { Name: "n".repeat(129) }, "MAX_LENGTH_EXCEEDED"],
    ["with a description over 512 characters", { Description: "d".repeat(513) }, "MAX_LENGTH_EXCEEDED"],
    ["with no content", { Content: "" }, "MIN_LENGTH_EXCEEDED"],
    ["of a type that there is not", { Type: "LAW" as never }, "INVALID_ENUM_POLICY_TYPE"],
  ])("%s is refused", async (_, change, reason) => {
    await expect(startWithPolicies().make("guard", change)).rejects.toMatchObject(invalid(reason));
  });

  test("cannot be made without all features", async () => {
    const { organizations } = start((world) => {
      world.organization!.featureSet = "CONSOLIDATED_BILLING";
    });
    await expect(
      organizations.createPolicy({ Name: "guard", Description: "", Content: deny, Type: Filter }),
    ).rejects.toMatchObject(refused("PolicyTypeNotAvailableForOrganizationException"));
  });
});

describe("a policy's document", () => {
  test.each([
    ["no JSON", "TAG_POLICY", "{"],
    ["a list", "TAG_POLICY", "[]"],
    ["null", "BACKUP_POLICY", "null"],
    ["a text", "CHATBOT_POLICY", '"deny"'],
    ["no statements", "SERVICE_CONTROL_POLICY", '{"Version":"2012-10-17"}'],
    ["an empty list of statements", "SERVICE_CONTROL_POLICY", '{"Statement":[]}'],
    ["a statement that is a text", "SERVICE_CONTROL_POLICY", '{"Statement":["Deny"]}'],
    ["a statement without an effect", "SERVICE_CONTROL_POLICY", '{"Statement":{"Action":"*","Resource":"*"}}'],
    ["an effect that is none", "SERVICE_CONTROL_POLICY", '{"Statement":{"Effect":"deny","Action":"*"}}'],
    ["a principal", "SERVICE_CONTROL_POLICY", '{"Statement":{"Effect":"Deny","Principal":"*","Action":"*"}}'],
    ["an allowance", "RESOURCE_CONTROL_POLICY", '{"Statement":{"Effect":"Allow","Principal":"*","Action":"*"}}'],
    ["no principal", "RESOURCE_CONTROL_POLICY", '{"Statement":{"Effect":"Deny","Action":"s3:*"}}'],
    [
      "a principal that is not everybody",
      "RESOURCE_CONTROL_POLICY",
      '{"Statement":{"Effect":"Deny","Principal":{"AWS":"*"}}}',
    ],
  ])("that is, or has, %s is malformed for a %s", async (_, Type, Content) => {
    await expect(startWithPolicies().make("guard", { Type: typeOf(Type), Content })).rejects.toMatchObject(
      refused("MalformedPolicyDocumentException"),
    );
  });

  test("may have its one statement without a list around it", async () => {
    const Content = '{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}';
    const { organizations, make } = startWithPolicies();
    const { Policy } = await organizations.describePolicy({ PolicyId: await make("guard", { Content }) });
    expect(Policy).toMatchObject({ Content });
  });

  test.each(Object.entries(POLICY_LIMITS))(
    "has a size, by the character, that depends on the type: %s",
    async (type, { size }) => {
      const { organizations, make, documentFor } = startWithPolicies();
      const Type = typeOf(type);
      const longest = documentFor(type, size);
      expect([...longest]).toHaveLength(size);
      const id = await make("guard", { Type, Content: longest });
      const Content = `${longest} `;
      await expect(make("wall", { Type, Content })).rejects.toMatchObject(violates("POLICY_CONTENT_LIMIT_EXCEEDED"));
      await expect(organizations.updatePolicy({ PolicyId: id, Content })).rejects.toMatchObject(
        violates("POLICY_CONTENT_LIMIT_EXCEEDED"),
      );
    },
  );

  test("has AWS's published sizes and counts", () => {
    const numbers = Object.entries(POLICY_LIMITS).map(([type, { size, perTarget, total }]) => [
      type,
      `${size} ${perTarget} ${total}`,
    ]);
    expect(Object.fromEntries(numbers)).toMatchObject({
      SERVICE_CONTROL_POLICY: "10240 10 10000",
      RESOURCE_CONTROL_POLICY: "5120 5 2000",
      DECLARATIVE_POLICY_EC2: "10000 10 1000",
      BACKUP_POLICY: "10000 10 1000",
      TAG_POLICY: "10000 10 1000",
      SECURITYHUB_POLICY: "10000 10 1000",
      CHATBOT_POLICY: "10000 5 1000",
      AISERVICES_OPT_OUT_POLICY: "2500 5 1000",
    });
    expect(numbers).toHaveLength(15);
  });
});

test("an organization has so many policies of one type, and no more", async () => {
  const { make } = startWithPolicies((world) => {
    const type = "TAG_POLICY";
    world.organization!.policies = Object.fromEntries(
      Array.from({ length: 1000 }, (_, n) => `p-0000${1000 + n}`).map((id) => [
        id,
        { id, name: id, description: "", type, content: "{}" },
      ]),
    );
  });
  await expect(make("one more", { Type: "TAG_POLICY", Content: "{}" })).rejects.toMatchObject(
    violates("POLICY_NUMBER_LIMIT_EXCEEDED"),
  );
  await make("guard");
});

test("policies come on pages of 20 at most", async () => {
  const { organizations, make } = startWithPolicies();
  for (let n = 0; n < 20; n += 1) await make(`guard-${n}`);
  const first = await organizations.listPolicies({ Filter });
  expect(first.Policies).toHaveLength(20);
  const { Policies, NextToken } = await organizations.listPolicies({ Filter, NextToken: first.NextToken });
  expect(Policies).toMatchObject([{ Name: "guard-19" }]);
  expect(NextToken).toBeUndefined();
});

test("policies and targets that are not there are not found, and types that are not are refused", async () => {
  const { organizations, root } = start();
  const other = "p-12345678";
  for (const call of [
    organizations.describePolicy({ PolicyId: other }),
    organizations.listTargetsForPolicy({ PolicyId: other }),
    organizations.updatePolicy({ PolicyId: other }),
    organizations.deletePolicy({ PolicyId: other }),
    organizations.attachPolicy({ PolicyId: other, TargetId: root }),
    organizations.detachPolicy({ PolicyId: other, TargetId: root }),
  ]) {
    await expect(call).rejects.toMatchObject(refused("PolicyNotFoundException"));
  }
  const TargetId = "999999999999";
  for (const call of [
    organizations.listPoliciesForTarget({ TargetId, Filter }),
    organizations.attachPolicy({ PolicyId, TargetId }),
    organizations.detachPolicy({ PolicyId, TargetId }),
  ]) {
    await expect(call).rejects.toMatchObject(refused("TargetNotFoundException"));
  }
  await expect(organizations.listPoliciesForTarget({ TargetId: "acme", Filter })).rejects.toMatchObject(
    invalid("INVALID_PATTERN_TARGET_ID"),
  );
  await expect(organizations.describePolicy({ PolicyId: "FullAWSAccess" })).rejects.toMatchObject(
    invalid("INVALID_SYNTAX_POLICY_ID"),
  );
  await expect(organizations.listPolicies({ Filter: "LAW" as never })).rejects.toMatchObject(
    invalid("INVALID_ENUM_POLICY_TYPE"),
  );
  await expect(organizations.listPolicies({ Filter: undefined })).rejects.toMatchObject(invalid("INPUT_REQUIRED"));
});

test("an organization of an earlier version, which knew AWS's policy only, takes policies", async () => {
  const { organizations, world, root, make, later } = startWithPolicies((world) => {
    const { policies: _policies, resourcePolicy: _resourcePolicy, ...earlier } = world.organization!;
    world.organization = earlier;
  });
  expect(world.organization).not.toHaveProperty("policies");
  const id = await make("guard");
  await organizations.attachPolicy({ PolicyId: id, TargetId: root });
  await organizations.disablePolicyType({ RootId: root, PolicyType: Filter });
  await later(asyncMs);
  await organizations.enablePolicyType({ RootId: root, PolicyType: Filter });
  await later(asyncMs);
  expect((await organizations.listPoliciesForTarget({ TargetId: root, Filter })).Policies).toMatchObject([
    { Id: PolicyId },
  ]);
});
