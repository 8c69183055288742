import { describe, expect, test } from "vitest";
import { dev, instanceArn as InstanceArn, management, start } from "./harness.ts";

const policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });

async function assigned() {
  const aws = start();
  const arn = await aws.set("Admin");
  await aws.assign(arn, await aws.user("dax"), dev);
  const provision = async (
    input: { TargetId?: string; TargetType: "AWS_ACCOUNT" | "ALL_PROVISIONED_ACCOUNTS" },
    set = arn,
  ) =>
    (await aws.sso.provisionPermissionSet({ InstanceArn, PermissionSetArn: set, ...input }))
      .PermissionSetProvisioningStatus!;
  const status = async (id: string) =>
    (await aws.sso.describePermissionSetProvisioningStatus({ InstanceArn, ProvisionPermissionSetRequestId: id }))
      .PermissionSetProvisioningStatus!;
  return { ...aws, arn, there: { InstanceArn, PermissionSetArn: arn }, provision, status };
}

const all = { TargetType: "ALL_PROVISIONED_ACCOUNTS" } as const;
const one = (TargetId: string) => ({ TargetType: "AWS_ACCOUNT", TargetId }) as const;

type Edit = (aws: Awaited<ReturnType<typeof assigned>>) => Promise<unknown>;

const edits: Record<string, Edit> = {
  "another session duration": ({ sso, there }) => sso.updatePermissionSet({ ...there, SessionDuration: "PT4H" }),
  "another relay state": ({ sso, there }) => sso.updatePermissionSet({ ...there, RelayState: "https://x.example/" }),
  "an inline policy": ({ sso, there }) => sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy: policy }),
  "no inline policy": ({ sso, there }) => sso.deleteInlinePolicyFromPermissionSet(there),
  "a managed policy": ({ sso, there }) =>
    sso.attachManagedPolicyToPermissionSet({ ...there, ManagedPolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
  "a customer's own policy": ({ sso, there }) =>
    sso.attachCustomerManagedPolicyReferenceToPermissionSet({
      ...there,
      CustomerManagedPolicyReference: { Name: "p" },
    }),
  "a permissions boundary": ({ sso, there }) =>
    sso.putPermissionsBoundaryToPermissionSet({
      ...there,
      PermissionsBoundary: { ManagedPolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    }),
  "no permissions boundary": ({ sso, there }) => sso.deletePermissionsBoundaryFromPermissionSet(there),
};

test("the sets in an account are listed by account, in pages, by whether they are the latest", async () => {
  const { sso, set, assign, user } = start();
  const principal = await user("dax");
  const arns = [];
  for (const name of ["One", "Two", "Three"]) {
    const arn = await set(name);
    await assign(arn, principal, dev);
    arns.push(arn);
  }
  await sso.putInlinePolicyToPermissionSet({ InstanceArn, PermissionSetArn: arns[1], InlinePolicy: policy });
  const list = (given: { ProvisioningStatus?: never; MaxResults?: number; NextToken?: string | undefined } = {}) =>
    sso.listPermissionSetsProvisionedToAccount({ InstanceArn, AccountId: dev, ...given });
  const status = (text: string) => ({ ProvisioningStatus: text as never });
  expect((await list()).PermissionSets).toEqual(arns);
  expect((await list(status("LATEST_PERMISSION_SET_PROVISIONED"))).PermissionSets).toEqual([arns[0], arns[2]]);
  expect((await list(status("LATEST_PERMISSION_SET_NOT_PROVISIONED"))).PermissionSets).toEqual([arns[1]]);
  const first = await list({ MaxResults: 2 });
  expect(first.PermissionSets).toEqual(arns.slice(0, 2));
  const second = await list({ MaxResults: 2, NextToken: first.NextToken });
  expect(second.PermissionSets).toEqual([arns[2]]);
  expect(second.NextToken).toBeUndefined();
  const elsewhere = await sso.listPermissionSetsProvisionedToAccount({ InstanceArn, AccountId: management });
  expect(elsewhere.PermissionSets).toEqual([]);
  const nobody = sso.listPermissionSetsProvisionedToAccount({ InstanceArn, AccountId: "999999999999" });
  await expect(nobody).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

describe("editing a set", () => {
  test.each(Object.entries(edits))(
    "with %s makes its accounts outdated until it is provisioned",
    async (_what, edit) => {
      const aws = await assigned();
      const { arn, later, provision, outdated, status } = aws;
      expect(await outdated(arn)).toEqual([]);
      await edit(aws);
      expect(await outdated(arn)).toEqual([dev]);
      const { RequestId, Status, AccountId } = await provision(one(dev));
      expect({ Status, AccountId }).toEqual({ Status: "IN_PROGRESS", AccountId: dev });
      expect(await outdated(arn)).toEqual([dev]);
      await later(2000);
      expect((await status(RequestId!)).Status).toBe("SUCCEEDED");
      expect(await outdated(arn)).toEqual([]);
    },
  );

  test("with another description alone leaves its accounts as they are", async () => {
    const { sso, there, arn, outdated } = await assigned();
    await sso.updatePermissionSet({ ...there, Description: "new words" });
    expect(await outdated(arn)).toEqual([]);
  });

  test("while it is being provisioned leaves the account outdated", async () => {
    const { sso, there, arn, later, provision, outdated } = await assigned();
    await sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy: policy });
    await provision(one(dev));
    await sso.deleteInlinePolicyFromPermissionSet(there);
    await later(2000);
    expect(await outdated(arn)).toEqual([dev]);
  });

  test("is caught up with by another assignment in the account", async () => {
    const { sso, there, arn, user, assign, outdated } = await assigned();
    await sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy: policy });
    await assign(arn, await user("eve"), dev);
    expect(await outdated(arn)).toEqual([]);
  });
});

describe("which accounts have a set, and which sets an account has", () => {
  test("are filtered by whether it is the latest", async () => {
    const { sso, there, arn, set, user, assign } = await assigned();
    const other = await set("Reader");
    await assign(other, await user("eve"), dev);
    await sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy: policy });
    await assign(arn, await user("fay"), management);
    const accounts = async (
      ProvisioningStatus?: "LATEST_PERMISSION_SET_PROVISIONED" | "LATEST_PERMISSION_SET_NOT_PROVISIONED",
    ) => (await sso.listAccountsForProvisionedPermissionSet({ ...there, ProvisioningStatus })).AccountIds;
    expect(await accounts()).toEqual([dev, management]);
    expect(await accounts("LATEST_PERMISSION_SET_PROVISIONED")).toEqual([management]);
    expect(await accounts("LATEST_PERMISSION_SET_NOT_PROVISIONED")).toEqual([dev]);
    const sets = async (
      ProvisioningStatus?: "LATEST_PERMISSION_SET_PROVISIONED" | "LATEST_PERMISSION_SET_NOT_PROVISIONED",
    ) =>
      (await sso.listPermissionSetsProvisionedToAccount({ InstanceArn, AccountId: dev, ProvisioningStatus }))
        .PermissionSets;
    expect(await sets()).toEqual([arn, other]);
    expect(await sets("LATEST_PERMISSION_SET_PROVISIONED")).toEqual([other]);
    expect(await sets("LATEST_PERMISSION_SET_NOT_PROVISIONED")).toEqual([arn]);
  });
});

describe("provisioning a set", () => {
  test("to all its accounts brings each of them up to date", async () => {
    const { sso, there, arn, user, later, assign, provision, outdated, status } = await assigned();
    await assign(arn, await user("eve"), management);
    await sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy: policy });
    const { RequestId, AccountId } = await provision(all);
    expect(AccountId).toBeUndefined();
    await later(2000);
    expect((await status(RequestId!)).Status).toBe("SUCCEEDED");
    expect(await outdated(arn)).toEqual([]);
  });

  test("to all its accounts fails when one of them is suspended", async () => {
    const { sso, world, there, arn, user, later, assign, provision, outdated, status } = await assigned();
    await assign(arn, await user("eve"), management);
    await sso.putInlinePolicyToPermissionSet({ ...there, InlinePolicy: policy });
    world.organization!.accounts[dev]!.state = "SUSPENDED";
    const { RequestId } = await provision(all);
    await later(2000);
    expect(await status(RequestId!)).toMatchObject({ Status: "FAILED", FailureReason: expect.stringContaining(dev) });
    expect(await outdated(arn)).toContain(dev);
  });

  test("to all its accounts needs some", async () => {
    const { set, provision } = await assigned();
    await expect(provision(all, await set("Reader"))).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  test("to an account where nobody has it leaves it there without an assignment", async () => {
    const { sso, set, later, provision, provisionedIn } = await assigned();
    const other = await set("Reader");
    await provision(one(management), other);
    await later(2000);
    expect(await provisionedIn(management)).toEqual([other]);
    const pair = { InstanceArn, AccountId: management, PermissionSetArn: other };
    expect((await sso.listAccountAssignments(pair)).AccountAssignments).toEqual([]);
  });

  test("to an account needs its id, and to all of them none", async () => {
    const { provision } = await assigned();
    const invalid = { name: "ValidationException" };
    await expect(provision({ TargetType: "AWS_ACCOUNT" })).rejects.toMatchObject(invalid);
    await expect(provision({ ...all, TargetId: dev })).rejects.toMatchObject(invalid);
    await expect(provision(one("999999999999"))).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  test("keeps its accounts from other changes until it ends", async () => {
    const { sso, arn, user, later, assignment, provision } = await assigned();
    const eve = await user("eve");
    await provision(all);
    const conflict = { name: "ConflictException", message: "There is a conflicting operation in process." };
    await expect(sso.createAccountAssignment(assignment(arn, eve, dev))).rejects.toMatchObject(conflict);
    await expect(provision(one(dev))).rejects.toMatchObject(conflict);
    await sso.createAccountAssignment(assignment(arn, eve, management));
    await later(2000);
    await sso.createAccountAssignment(assignment(arn, eve, dev));
  });

  test("3 may be in progress", async () => {
    const { sso, world, provision, later } = await assigned();
    const accounts = world.organization!.accounts;
    const ids = ["444444444441", "444444444442", "444444444443", "444444444444"] as const;
    for (const id of ids) accounts[id] = { ...accounts[dev]!, id };
    for (const id of ids.slice(0, 3)) await provision(one(id));
    await expect(provision(one(ids[3]))).rejects.toMatchObject({
      name: "ThrottlingException",
      message: "There are too many requests processing. Please try again later.",
    });
    const running = await sso.listPermissionSetProvisioningStatus({ InstanceArn, Filter: { Status: "IN_PROGRESS" } });
    expect(running.PermissionSetsProvisioningStatus).toHaveLength(3);
    await later(2000);
    await provision(one(ids[3]));
  });
});
