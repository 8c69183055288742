import { describe, expect, test } from "vitest";
import { settleOrganization } from "../../../src/sandbox/organizations/settle.ts";
import type { World } from "../../../src/sandbox/index.ts";
import { jsonRequest } from "../harness.ts";
import { asyncMs, invalid, refused, start, violates } from "./harness.ts";
import { startWithPolicies } from "./policies.ts";

const scp = "SERVICE_CONTROL_POLICY";
const rcp = "RESOURCE_CONTROL_POLICY";
const tagPolicy = "TAG_POLICY";

describe("a policy type", () => {
  test("is enabled after a while, and says so in the root", async () => {
    const { organizations, root: RootId, types, later } = startWithPolicies();
    const before = [{ Type: scp, Status: "ENABLED" }];
    const pending = [...before, { Type: tagPolicy, Status: "PENDING_ENABLE" }];
    const { Root } = await organizations.enablePolicyType({ RootId, PolicyType: tagPolicy });
    expect(Root).toMatchObject({ Id: RootId, Name: "Root", PolicyTypes: pending });
    await later(asyncMs - 1);
    expect(await types()).toEqual(pending);
    await later(1);
    expect(await types()).toEqual([...before, { Type: tagPolicy, Status: "ENABLED" }]);
  });

  test("tells nobody when its change will end", async () => {
    const { organizations, root: RootId, sandbox } = startWithPolicies();
    await organizations.enablePolicyType({ RootId, PolicyType: tagPolicy });
    const { body } = await sandbox.handle(jsonRequest("AWSOrganizationsV20161128.ListRoots", "organizations"));
    const { Roots } = JSON.parse(Buffer.from(body).toString()) as { Roots: { PolicyTypes: object[] }[] };
    expect(Roots[0]!.PolicyTypes[1]).toEqual({ Type: tagPolicy, Status: "PENDING_ENABLE" });
  });

  test("is disabled after a while, and is then not in the root", async () => {
    const { organizations, root: RootId, types, later } = startWithPolicies();
    const { Root } = await organizations.disablePolicyType({ RootId, PolicyType: scp });
    expect(Root!.PolicyTypes).toEqual([{ Type: scp, Status: "PENDING_DISABLE" }]);
    await later(asyncMs - 1);
    expect(await types()).toEqual([{ Type: scp, Status: "PENDING_DISABLE" }]);
    await later(1);
    expect(await types()).toEqual([]);
  });

  test("is enabled once, and disabled when it is enabled", async () => {
    const { organizations, root: RootId } = startWithPolicies();
    await expect(organizations.enablePolicyType({ RootId, PolicyType: scp })).rejects.toMatchObject(
      refused("PolicyTypeAlreadyEnabledException"),
    );
    await expect(organizations.disablePolicyType({ RootId, PolicyType: rcp })).rejects.toMatchObject(
      refused("PolicyTypeNotEnabledException"),
    );
  });

  test("of a root that is not there, or that there never is, is refused", async () => {
    const { organizations, root } = startWithPolicies();
    for (const RootId of [`${root}0`, "r-0000"]) {
      const input = { RootId, PolicyType: rcp } as const;
      await expect(organizations.enablePolicyType(input)).rejects.toMatchObject(refused("RootNotFoundException"));
      await expect(organizations.disablePolicyType(input)).rejects.toMatchObject(refused("RootNotFoundException"));
    }
    await expect(organizations.enablePolicyType({ RootId: root, PolicyType: "LAW" as never })).rejects.toMatchObject(
      invalid("INVALID_ENUM_POLICY_TYPE"),
    );
  });

  test("keeps everybody waiting while it is being enabled or disabled", async () => {
    const { organizations, root: RootId, make, enable, later } = startWithPolicies();
    const PolicyId = await make("tags", { Type: tagPolicy, Content: "{}" });
    const changes = () => [
      organizations.attachPolicy({ PolicyId, TargetId: RootId }),
      organizations.detachPolicy({ PolicyId, TargetId: RootId }),
      organizations.updatePolicy({ PolicyId, Description: "new" }),
      organizations.enablePolicyType({ RootId, PolicyType: tagPolicy }),
      organizations.disablePolicyType({ RootId, PolicyType: tagPolicy }),
    ];
    const allWait = async () => {
      for (const change of changes()) {
        await expect(change).rejects.toMatchObject(refused("PolicyChangesInProgressException"));
      }
    };
    await organizations.enablePolicyType({ RootId, PolicyType: tagPolicy });
    await allWait();
    await later(asyncMs);
    await organizations.attachPolicy({ PolicyId, TargetId: RootId });
    await organizations.disablePolicyType({ RootId, PolicyType: tagPolicy });
    await allWait();
    await expect(organizations.deletePolicy({ PolicyId })).rejects.toMatchObject(refused("PolicyInUseException"));
    await later(asyncMs);
    await enable(tagPolicy);
  });

  test("that is disabled loses all of its attachments, and keeps its policies", async () => {
    const { organizations, root, management, make, enable, disable, on } = startWithPolicies();
    await enable(tagPolicy);
    const PolicyId = await make("guard");
    const tags = await make("tags", { Type: tagPolicy, Content: "{}" });
    for (const TargetId of [root, management]) {
      await organizations.attachPolicy({ PolicyId, TargetId });
      await organizations.attachPolicy({ PolicyId: tags, TargetId });
    }
    await disable(scp);
    expect(await on(root)).toEqual([]);
    expect(await on(root, tagPolicy)).toEqual(["tags"]);
    expect((await organizations.listTargetsForPolicy({ PolicyId })).Targets).toEqual([]);
    expect((await organizations.listTargetsForPolicy({ PolicyId: "p-FullAWSAccess" })).Targets).toEqual([]);
    const { Policies } = await organizations.listPolicies({ Filter: scp });
    expect(Policies).toMatchObject([{ Name: "FullAWSAccess" }, { Name: "guard" }]);
    await enable(scp);
    for (const id of [root, management]) expect(await on(id)).toEqual(["FullAWSAccess"]);
  });

  test("that has a policy of AWS's puts it everywhere when it is enabled", async () => {
    const { organizations, root, management, unit, enable, on } = startWithPolicies();
    const workloads = await unit("Workloads");
    await enable(rcp);
    for (const id of [root, management, workloads]) {
      expect(await on(id, rcp)).toEqual(["RCPFullAWSAccess"]);
      expect(await on(id)).toEqual(["FullAWSAccess"]);
    }
    const { Targets } = await organizations.listTargetsForPolicy({ PolicyId: "p-RCPFullAWSAccess" });
    expect(Targets).toHaveLength(3);
    const { Policy } = await organizations.describePolicy({ PolicyId: "p-RCPFullAWSAccess" });
    expect(Policy!.PolicySummary!.Arn).toBe(
      "arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess",
    );
    expect(JSON.parse(Policy!.Content!)).toMatchObject({ Statement: [{ Effect: "Allow", Principal: "*" }] });
  });

  test("is for organizations with all features", async () => {
    const { organizations, later } = start(undefined, { from: "empty" });
    await organizations.createOrganization({ FeatureSet: "CONSOLIDATED_BILLING" });
    const RootId = (await organizations.listRoots({})).Roots![0]!.Id!;
    await expect(organizations.enablePolicyType({ RootId, PolicyType: scp })).rejects.toMatchObject(
      refused("PolicyTypeNotAvailableForOrganizationException"),
    );
    await organizations.enableAllFeatures({});
    const there = async () =>
      (await organizations.listPoliciesForTarget({ TargetId: RootId, Filter: scp })).Policies!.map(({ Name }) => Name);
    expect(await there()).toEqual([]);
    await organizations.enablePolicyType({ RootId, PolicyType: scp });
    await later(asyncMs);
    expect(await there()).toEqual(["FullAWSAccess"]);
  });

  test("of Security Hub wants trusted access, which it then keeps", async () => {
    const { organizations, root: RootId, disable, enable } = startWithPolicies();
    const ServicePrincipal = "securityhub.amazonaws.com";
    const PolicyType = "SECURITYHUB_POLICY";
    await expect(organizations.enablePolicyType({ RootId, PolicyType })).rejects.toMatchObject(
      violates("SERVICE_ACCESS_NOT_ENABLED"),
    );
    await organizations.enableAWSServiceAccess({ ServicePrincipal });
    await enable(PolicyType);
    await expect(organizations.disableAWSServiceAccess({ ServicePrincipal })).rejects.toMatchObject(
      violates("POLICY_TYPE_ENABLED_FOR_THIS_SERVICE"),
    );
    await disable(PolicyType);
    await organizations.disableAWSServiceAccess({ ServicePrincipal });
  });

  test("can be stuck on its way, which others then wait for in vain", async () => {
    const faults = [{ operation: "organizations:EnablePolicyType", kind: "async-stuck" }] as const;
    const { root, types, enable, make, later, organizations } = startWithPolicies(undefined, { faults });
    await enable(tagPolicy);
    await later(24 * 60 * 60 * 1000);
    expect(await types()).toContainEqual({ Type: tagPolicy, Status: "PENDING_ENABLE" });
    const PolicyId = await make("tags", { Type: tagPolicy, Content: "{}" });
    await expect(organizations.attachPolicy({ PolicyId, TargetId: root })).rejects.toMatchObject(
      refused("PolicyChangesInProgressException"),
    );
  });

  test("goes on being enabled after the world was saved and loaded", async () => {
    const { organizations, root: RootId, sandbox, clock } = startWithPolicies();
    await organizations.enablePolicyType({ RootId, PolicyType: rcp });
    const loaded = JSON.parse(JSON.stringify(sandbox.snapshot())) as World;
    settleOrganization(loaded, clock.now() + asyncMs);
    expect(loaded.organization!.root.policyTypes).toEqual([
      { Type: scp, Status: "ENABLED" },
      { Type: rcp, Status: "ENABLED" },
    ]);
    expect(loaded.organization!.attachments[RootId]).toEqual(["p-FullAWSAccess", "p-RCPFullAWSAccess"]);
  });
});
