import { describe, expect, test } from "vitest";
import { invalid, refused, start } from "./harness.ts";

const Filter = "SERVICE_CONTROL_POLICY" as const;
const PolicyId = "p-FullAWSAccess";

describe("FullAWSAccess", () => {
  test("is the only policy, and AWS's", async () => {
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
      { TargetId: management, Name: "acme", Type: "ACCOUNT" },
      { TargetId: workloads, Name: "Workloads", Type: "ORGANIZATIONAL_UNIT" },
      { TargetId: dev, Name: "dev", Type: "ACCOUNT" },
    ]);
    const arns = Targets!.map(({ Arn }) => Arn);
    const { Account } = await organizations.describeAccount({ AccountId: dev });
    expect(arns).toContain(Account!.Arn);
  });
});

test("policies and targets that are not there are not found, and types that are not are refused", async () => {
  const { organizations } = start();
  const other = "p-12345678";
  await expect(organizations.describePolicy({ PolicyId: other })).rejects.toMatchObject(
    refused("PolicyNotFoundException"),
  );
  await expect(organizations.listTargetsForPolicy({ PolicyId: other })).rejects.toMatchObject(
    refused("PolicyNotFoundException"),
  );
  const TargetId = "999999999999";
  await expect(organizations.listPoliciesForTarget({ TargetId, Filter })).rejects.toMatchObject(
    refused("TargetNotFoundException"),
  );
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
