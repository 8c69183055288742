import { describe, expect, test } from "vitest";
import { POLICY_LIMITS } from "../../../src/sandbox/organizations/policy-limits.ts";
import { asyncMs, invalid, refused, violates } from "./harness.ts";
import { allow, denyForResources, startWithPolicies, typeOf } from "./policies.ts";

const scp = "SERVICE_CONTROL_POLICY";
const rcp = "RESOURCE_CONTROL_POLICY";
const FullAWSAccess = "p-FullAWSAccess";
const RCPFullAWSAccess = "p-RCPFullAWSAccess";

describe("a policy", () => {
  test("is attached to the root, units and accounts, the management account among them", async () => {
    const { organizations, root, management, unit, make, on } = startWithPolicies();
    const targets = [root, await unit("Workloads"), management];
    const PolicyId = await make("guard");
    for (const TargetId of targets) {
      await organizations.attachPolicy({ PolicyId, TargetId });
      expect(await on(TargetId)).toEqual(["FullAWSAccess", "guard"]);
    }
    const { Targets } = await organizations.listTargetsForPolicy({ PolicyId });
    expect(Targets!.map(({ TargetId }) => TargetId)).toEqual(targets);
    await organizations.detachPolicy({ PolicyId, TargetId: root });
    expect(await on(root)).toEqual(["FullAWSAccess"]);
  });

  test("is attached to a target once, and detached when it is", async () => {
    const { organizations, root: TargetId, make } = startWithPolicies();
    const PolicyId = await make("guard");
    await expect(organizations.detachPolicy({ PolicyId, TargetId })).rejects.toMatchObject(
      refused("PolicyNotAttachedException"),
    );
    await organizations.attachPolicy({ PolicyId, TargetId });
    await expect(organizations.attachPolicy({ PolicyId, TargetId })).rejects.toMatchObject(
      refused("DuplicatePolicyAttachmentException"),
    );
  });

  test("is on its targets only, and not on what is below them", async () => {
    const { organizations, unit, make, on } = startWithPolicies();
    const workloads = await unit("Workloads");
    const dev = await unit("Dev", workloads);
    await organizations.attachPolicy({ PolicyId: await make("guard"), TargetId: workloads });
    expect(await on(dev)).toEqual(["FullAWSAccess"]);
  });

  test("leaves a unit and an account with them", async () => {
    const { organizations, unit, make, world } = startWithPolicies();
    const TargetId = await unit("Workloads");
    const PolicyId = await make("guard");
    await organizations.attachPolicy({ PolicyId, TargetId });
    await organizations.deleteOrganizationalUnit({ OrganizationalUnitId: TargetId });
    expect((await organizations.listTargetsForPolicy({ PolicyId })).Targets).toEqual([]);
    expect(world.organization!.attachments).not.toHaveProperty(TargetId);
    await organizations.deletePolicy({ PolicyId });
  });

  test("stays where it is when an account moves", async () => {
    const { organizations, root, management, unit, make, on } = startWithPolicies();
    const workloads = await unit("Workloads");
    const PolicyId = await make("guard");
    await organizations.attachPolicy({ PolicyId, TargetId: management });
    const move = { AccountId: management, SourceParentId: root, DestinationParentId: workloads };
    await organizations.moveAccount(move);
    expect(await on(management)).toEqual(["FullAWSAccess", "guard"]);
    expect(await on(workloads)).toEqual(["FullAWSAccess"]);
  });
});

describe("a target", () => {
  test("always has a service control policy: the next one comes before the last one goes", async () => {
    const { organizations, root: TargetId, make, on } = startWithPolicies();
    await expect(organizations.detachPolicy({ PolicyId: FullAWSAccess, TargetId })).rejects.toMatchObject(
      violates("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED"),
    );
    const PolicyId = await make("allowed", { Content: allow });
    await organizations.attachPolicy({ PolicyId, TargetId });
    await organizations.detachPolicy({ PolicyId: FullAWSAccess, TargetId });
    expect(await on(TargetId)).toEqual(["allowed"]);
    await expect(organizations.detachPolicy({ PolicyId, TargetId })).rejects.toMatchObject(
      violates("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED"),
    );
    await organizations.attachPolicy({ PolicyId: FullAWSAccess, TargetId });
    await organizations.detachPolicy({ PolicyId, TargetId });
    expect(await on(TargetId)).toEqual(["FullAWSAccess"]);
  });

  test("never loses RCPFullAWSAccess while that type is enabled", async () => {
    const { organizations, root: TargetId, make, enable } = startWithPolicies();
    await enable(rcp);
    const PolicyId = await make("guard", { Type: rcp, Content: denyForResources });
    await organizations.attachPolicy({ PolicyId, TargetId });
    await expect(organizations.detachPolicy({ PolicyId: RCPFullAWSAccess, TargetId })).rejects.toMatchObject(
      invalid("NON_DETACHABLE_POLICY"),
    );
    await organizations.detachPolicy({ PolicyId, TargetId });
  });

  test.each(Object.entries(POLICY_LIMITS))(
    "has so many policies of one type, AWS's among them, and others besides: %s",
    async (type, { perTarget, service }) => {
      const { organizations, root: TargetId, make, enable, on, documentFor } = startWithPolicies();
      if (service !== undefined) await organizations.enableAWSServiceAccess({ ServicePrincipal: service });
      if (type !== scp) await enable(type);
      const attach = async (name: string) => {
        const PolicyId = await make(name, { Type: typeOf(type), Content: documentFor(type, 200) });
        await organizations.attachPolicy({ PolicyId, TargetId });
      };
      const there = (await on(TargetId, type)).length;
      expect(there).toBe(type === scp || type === rcp ? 1 : 0);
      for (let n = there; n < perTarget; n += 1) await attach(`policy-${n}`);
      await expect(attach("one more")).rejects.toMatchObject(violates("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED"));
      expect(await on(TargetId, type)).toHaveLength(perTarget);
      expect(await on(TargetId, type === scp ? rcp : scp)).toEqual(type === scp ? [] : ["FullAWSAccess"]);
    },
  );
});

describe("an account and a unit", () => {
  test("have the full access of each type that is enabled, from the start", async () => {
    const { unit, create, enable, disable, on } = startWithPolicies();
    await enable(rcp);
    for (const id of [await unit("Workloads"), (await create("dev")).AccountId!]) {
      expect(await on(id)).toEqual(["FullAWSAccess"]);
      expect(await on(id, rcp)).toEqual(["RCPFullAWSAccess"]);
    }
    await disable(rcp);
    await disable(scp);
    const id = await unit("Sandbox");
    expect(await on(id)).toEqual([]);
    expect(await on(id, rcp)).toEqual([]);
  });

  test("that come while a type is being enabled have its full access when it is", async () => {
    const { organizations, root, unit, on, later } = startWithPolicies();
    await organizations.enablePolicyType({ RootId: root, PolicyType: rcp });
    const id = await unit("Workloads");
    expect(await on(id, rcp)).toEqual([]);
    await later(asyncMs);
    expect(await on(id, rcp)).toEqual(["RCPFullAWSAccess"]);
  });
});
