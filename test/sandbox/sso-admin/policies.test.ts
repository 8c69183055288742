import { describe, expect, test } from "vitest";
import { dev, instanceArn as InstanceArn, start } from "./harness.ts";

const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const notFound = { name: "ResourceNotFoundException" };
const invalid = { name: "ValidationException" };

async function withSet() {
  const aws = start();
  const PermissionSetArn = await aws.set("Admin");
  return { ...aws, there: { InstanceArn, PermissionSetArn } };
}

describe("inline policies", () => {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });

  test("there is an empty one until one is put, and again after it is deleted", async () => {
    const { sso, there } = await withSet();
    expect((await sso.getInlinePolicyForPermissionSet(there)).InlinePolicy).toBe("");
    await sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy: policy });
    expect((await sso.getInlinePolicyForPermissionSet(there)).InlinePolicy).toBe(policy);
    await sso.deleteInlinePolicyFromPermissionSet(there);
    await sso.deleteInlinePolicyFromPermissionSet(there);
    expect((await sso.getInlinePolicyForPermissionSet(there)).InlinePolicy).toBe("");
  });

  test("it must be a JSON object of Latin-1 characters", async () => {
    const { sso, there } = await withSet();
    for (const InlinePolicy of ["no", "[]", '{"a": "€"}', ""]) {
      await expect(sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy })).rejects.toMatchObject(invalid);
    }
    await expect(
      sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy: `{${" ".repeat(32_767)}}` }),
    ).rejects.toMatchObject(invalid);
  });

  test("10,240 bytes that are not white space fit", async () => {
    const { sso, there } = await withSet();
    const of = (bytes: number) => `{"a":"${"x".repeat(bytes - 8)}"}${" ".repeat(20_000)}`;
    await sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy: of(10_240) });
    await expect(sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy: of(10_241) })).rejects.toMatchObject({
      name: "ServiceQuotaExceededException",
    });
  });
});

describe("AWS managed policies", () => {
  test("are attached once, listed with name and ARN, and detached", async () => {
    const { sso, there } = await withSet();
    const billing = managed("job-function/Billing");
    await sso.attachManagedPolicyToPermissionSet({ ...there, ManagedPolicyArn: managed("ReadOnlyAccess") });
    await sso.attachManagedPolicyToPermissionSet({ ...there, ManagedPolicyArn: billing });
    await expect(sso.attachManagedPolicyToPermissionSet({ ...there, ManagedPolicyArn: billing })).rejects.toMatchObject(
      {
        name: "ConflictException",
        message: expect.stringContaining(`already has a typed link attachment to a manged policy with ${billing}`),
      },
    );
    expect((await sso.listManagedPoliciesInPermissionSet(there)).AttachedManagedPolicies).toEqual([
      { Name: "ReadOnlyAccess", Arn: managed("ReadOnlyAccess") },
      { Name: "Billing", Arn: billing },
    ]);
    await sso.detachManagedPolicyFromPermissionSet({ ...there, ManagedPolicyArn: billing });
    await expect(
      sso.detachManagedPolicyFromPermissionSet({ ...there, ManagedPolicyArn: billing }),
    ).rejects.toMatchObject({
      ...notFound,
      message: `Could not find ManagedPolicy with arn ${billing}`,
    });
    expect((await sso.listManagedPoliciesInPermissionSet(there)).AttachedManagedPolicies).toHaveLength(1);
  });

  test("are AWS's own: an account's policy is refused", async () => {
    const { sso, there } = await withSet();
    const ManagedPolicyArn = `arn:aws:iam::${dev}:policy/mine`;
    await expect(sso.attachManagedPolicyToPermissionSet({ ...there, ManagedPolicyArn })).rejects.toMatchObject(invalid);
  });

  test("share 25 places with the customers' own", async () => {
    const { sso, there } = await withSet();
    for (let n = 0; n < 24; n += 1) {
      await sso.attachManagedPolicyToPermissionSet({ ...there, ManagedPolicyArn: managed(`P${n}`) });
    }
    const own = (Name: string) => ({ ...there, CustomerManagedPolicyReference: { Name } });
    await sso.attachCustomerManagedPolicyReferenceToPermissionSet(own("mine"));
    const exceeded = { name: "ServiceQuotaExceededException" };
    await expect(
      sso.attachManagedPolicyToPermissionSet({ ...there, ManagedPolicyArn: managed("more") }),
    ).rejects.toMatchObject(exceeded);
    await expect(sso.attachCustomerManagedPolicyReferenceToPermissionSet(own("other"))).rejects.toMatchObject(exceeded);
  });

  test("more than 10 of them need a raised IAM quota: provisioning fails without", async () => {
    const { sso, there, later, user, assignment } = await withSet();
    for (let n = 0; n < 11; n += 1) {
      await sso.attachManagedPolicyToPermissionSet({ ...there, ManagedPolicyArn: managed(`P${n}`) });
    }
    const what = assignment(there.PermissionSetArn, await user("dax"), dev);
    const { AccountAssignmentCreationStatus: status } = await sso.createAccountAssignment(what);
    await later(2000);
    const ended = await sso.describeAccountAssignmentCreationStatus({
      InstanceArn,
      AccountAssignmentCreationRequestId: status!.RequestId!,
    });
    expect(ended.AccountAssignmentCreationStatus).toMatchObject({
      Status: "FAILED",
      FailureReason: expect.stringContaining("PoliciesPerRole: 10"),
    });
  });
});

describe("customers' own policies", () => {
  test("are told apart by name and path, and the path is / unless said otherwise", async () => {
    const { sso, there } = await withSet();
    const own = (Name: string, Path?: string) => ({ ...there, CustomerManagedPolicyReference: { Name, Path } });
    await sso.attachCustomerManagedPolicyReferenceToPermissionSet(own("mine"));
    await sso.attachCustomerManagedPolicyReferenceToPermissionSet(own("mine", "/team/"));
    await expect(sso.attachCustomerManagedPolicyReferenceToPermissionSet(own("mine", "/"))).rejects.toMatchObject({
      name: "ConflictException",
    });
    const listed = await sso.listCustomerManagedPolicyReferencesInPermissionSet(there);
    expect(listed.CustomerManagedPolicyReferences).toEqual([
      { Name: "mine", Path: "/" },
      { Name: "mine", Path: "/team/" },
    ]);
    await sso.detachCustomerManagedPolicyReferenceFromPermissionSet(own("mine"));
    await expect(sso.detachCustomerManagedPolicyReferenceFromPermissionSet(own("mine"))).rejects.toMatchObject(
      notFound,
    );
  });
});

describe("permissions boundaries", () => {
  test("are not found until put, and again after they are deleted", async () => {
    const { sso, there } = await withSet();
    await expect(sso.getPermissionsBoundaryForPermissionSet(there)).rejects.toMatchObject(notFound);
    const PermissionsBoundary = { ManagedPolicyArn: managed("PowerUserAccess") };
    await sso.putPermissionsBoundaryToPermissionSet({ ...there, PermissionsBoundary });
    expect((await sso.getPermissionsBoundaryForPermissionSet(there)).PermissionsBoundary).toEqual(PermissionsBoundary);
    const own = { CustomerManagedPolicyReference: { Name: "b" } };
    await sso.putPermissionsBoundaryToPermissionSet({ ...there, PermissionsBoundary: own });
    expect((await sso.getPermissionsBoundaryForPermissionSet(there)).PermissionsBoundary).toEqual({
      CustomerManagedPolicyReference: { Name: "b", Path: "/" },
    });
    await sso.deletePermissionsBoundaryFromPermissionSet(there);
    await expect(sso.getPermissionsBoundaryForPermissionSet(there)).rejects.toMatchObject(notFound);
  });

  test("are one policy, not none and not two", async () => {
    const { sso, there } = await withSet();
    const two = { ManagedPolicyArn: managed("PowerUserAccess"), CustomerManagedPolicyReference: { Name: "b" } };
    for (const PermissionsBoundary of [{}, two]) {
      await expect(sso.putPermissionsBoundaryToPermissionSet({ ...there, PermissionsBoundary })).rejects.toMatchObject(
        invalid,
      );
    }
  });
});
