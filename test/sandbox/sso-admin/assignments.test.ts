import { describe, expect, test } from "vitest";
import { dev, instanceArn as InstanceArn, management, start, storeId, suspended } from "./harness.ts";

const nobody = "ffffffff-ffff-4fff-8fff-ffffffffffff";
const notFound = { name: "ResourceNotFoundException" };

async function prepared() {
  const aws = start();
  const dax = await aws.user("dax");
  const arn = await aws.set("Admin");
  const creation = async (id: string) => {
    const found = await aws.sso.describeAccountAssignmentCreationStatus({
      InstanceArn,
      AccountAssignmentCreationRequestId: id,
    });
    return found.AccountAssignmentCreationStatus!;
  };
  const create = async (input: ReturnType<typeof aws.assignment>) => {
    const { AccountAssignmentCreationStatus: status } = await aws.sso.createAccountAssignment(input);
    return status!;
  };
  const assigned = async (AccountId: string, PermissionSetArn = arn) =>
    (await aws.sso.listAccountAssignments({ InstanceArn, AccountId, PermissionSetArn })).AccountAssignments;
  return { ...aws, dax, arn, create, creation, assigned };
}

describe("creating an assignment", () => {
  test("takes a while: it is in progress first and shows only when it has succeeded", async () => {
    const { arn, dax, later, assignment, create, creation, assigned, provisionedIn } = await prepared();
    const started = await create(assignment(arn, dax, dev));
    expect(started).toMatchObject({
      Status: "IN_PROGRESS",
      TargetId: dev,
      TargetType: "AWS_ACCOUNT",
      PermissionSetArn: arn,
      PrincipalType: "USER",
      PrincipalId: dax,
      CreatedDate: expect.any(Date),
    });
    await later(1999);
    expect(await assigned(dev)).toEqual([]);
    expect((await creation(started.RequestId!)).Status).toBe("IN_PROGRESS");
    expect(await provisionedIn(dev)).toEqual([]);
    await later(1);
    expect((await creation(started.RequestId!)).Status).toBe("SUCCEEDED");
    expect(await assigned(dev)).toEqual([
      { AccountId: dev, PermissionSetArn: arn, PrincipalType: "USER", PrincipalId: dax },
    ]);
    expect(await provisionedIn(dev)).toEqual([arn]);
  });

  test("again succeeds and changes nothing", async () => {
    const { arn, dax, later, assign, assignment, create, creation, assigned } = await prepared();
    await assign(arn, dax);
    const again = await create(assignment(arn, dax, dev));
    await later(2000);
    expect((await creation(again.RequestId!)).Status).toBe("SUCCEEDED");
    expect(await assigned(dev)).toHaveLength(1);
  });

  test("ends in failure in an account that is not active", async () => {
    const { arn, dax, later, assignment, create, creation, assigned, provisionedIn } = await prepared();
    const started = await create(assignment(arn, dax, suspended));
    await later(2000);
    expect(await creation(started.RequestId!)).toMatchObject({
      Status: "FAILED",
      FailureReason: expect.stringContaining(
        `Obtaining permissions to manage your AWS account '${suspended}' takes longer than usual.`,
      ),
    });
    expect(await assigned(suspended)).toEqual([]);
    expect(await provisionedIn(suspended)).toEqual([]);
  });

  test.each(["USER", "GROUP"] as const)("ends in failure for a %s that is not there", async (PrincipalType) => {
    const { arn, later, assignment, create, creation, assigned } = await prepared();
    const started = await create({ ...assignment(arn, nobody, dev), PrincipalType });
    await later(2000);
    expect(await creation(started.RequestId!)).toMatchObject({
      Status: "FAILED",
      FailureReason: `Received a 404 status error: the ${PrincipalType} assignee ${nobody} was not found in directory ${storeId}`,
    });
    expect(await assigned(dev)).toEqual([]);
  });

  test("of a user under the type GROUP finds nobody", async () => {
    const { arn, dax, later, assignment, create, creation } = await prepared();
    const started = await create({ ...assignment(arn, dax, dev), PrincipalType: "GROUP" });
    await later(2000);
    expect((await creation(started.RequestId!)).Status).toBe("FAILED");
  });

  test("is refused at once for a set or an account that is not there", async () => {
    const { sso, arn, dax, assignment } = await prepared();
    const other = arn.replace(/ps-.*/, "ps-ffffffffffffffff");
    await expect(sso.createAccountAssignment(assignment(other, dax, dev))).rejects.toMatchObject({
      ...notFound,
      message: "Could not find PermissionSet with id ps-ffffffffffffffff",
    });
    await expect(sso.createAccountAssignment(assignment(arn, dax, "999999999999"))).rejects.toMatchObject(notFound);
  });

  test.each([
    ["an account id of 11 digits", { TargetId: "12345678901" }, "targetId"],
    ["an OU as target", { TargetType: "ORGANIZATIONAL_UNIT" as never }, "targetType"],
    ["another sort of principal", { PrincipalType: "ROLE" as never }, "principalType"],
    ["a principal by name", { PrincipalId: "dax" }, "principalId"],
    ["something else's ARN", { PermissionSetArn: InstanceArn }, "permissionSetArn"],
  ])("refuses %s", async (_what, wrong, member) => {
    const { sso, arn, dax, assignment } = await prepared();
    await expect(sso.createAccountAssignment({ ...assignment(arn, dax, dev), ...wrong })).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining(` at '${member}' failed to satisfy constraint: Member must satisfy`),
    });
  });

  test("one change at a time is made in an account, whatever the set", async () => {
    const { sso, arn, dax, set, later, assignment, create } = await prepared();
    const other = await set("Reader");
    const conflict = { name: "ConflictException", message: "There is a conflicting operation in process." };
    await create(assignment(arn, dax, dev));
    await expect(sso.createAccountAssignment(assignment(arn, dax, dev))).rejects.toMatchObject(conflict);
    await expect(sso.createAccountAssignment(assignment(other, dax, dev))).rejects.toMatchObject(conflict);
    await create(assignment(arn, dax, management));
    await later(2000);
    await create(assignment(other, dax, dev));
    await expect(sso.deleteAccountAssignment(assignment(arn, dax, dev))).rejects.toMatchObject(conflict);
  });

  test("15 may be in progress", async () => {
    const accounts = Array.from({ length: 16 }, (_, n) => `${n + 1}`.padStart(12, "4"));
    const { sso, arn, dax, later, assignment, create, world } = await prepared();
    for (const id of accounts) world.organization!.accounts[id] = { ...world.organization!.accounts[dev]!, id };
    for (const id of accounts.slice(0, 15)) await create(assignment(arn, dax, id));
    const { AccountAssignmentsCreationStatus: running } = await sso.listAccountAssignmentCreationStatus({
      InstanceArn,
      Filter: { Status: "IN_PROGRESS" },
    });
    expect(running).toHaveLength(15);
    await expect(sso.createAccountAssignment(assignment(arn, dax, accounts[15]!))).rejects.toMatchObject({
      name: "ThrottlingException",
      message: "There are too many requests processing. Please try again later.",
    });
    await later(2000);
    await create(assignment(arn, dax, accounts[15]!));
  });

  test("at most 500 sets fit in an account", async () => {
    const { sso, arn, dax, assignment, center } = await prepared();
    const full = Array.from({ length: 500 }, (_, n) => [`${arn}-${n}`, { revision: 1 }] as const);
    center.provisioned[dev] = Object.fromEntries(full);
    await expect(sso.createAccountAssignment(assignment(arn, dax, dev))).rejects.toMatchObject({
      name: "ServiceQuotaExceededException",
    });
  });

  test("at most 100 groups have one set in one account", async () => {
    const { sso, arn, group, assignment, assign } = await prepared();
    for (let n = 0; n < 100; n += 1) await assign(arn, await group(`group-${n}`), dev, "GROUP");
    const more = await group("more");
    await expect(
      sso.createAccountAssignment({ ...assignment(arn, more, dev), PrincipalType: "GROUP" }),
    ).rejects.toMatchObject({ name: "ServiceQuotaExceededException" });
  });
});

describe("deleting an assignment", () => {
  test("takes a while, and the set stays in the account until the last one goes", async () => {
    const { sso, arn, dax, user, later, assign, assignment, assigned, provisionedIn } = await prepared();
    const eve = await user("eve");
    await assign(arn, dax);
    await assign(arn, eve);
    const { AccountAssignmentDeletionStatus: status } = await sso.deleteAccountAssignment(assignment(arn, dax, dev));
    expect(status).toMatchObject({ Status: "IN_PROGRESS", TargetId: dev, PrincipalId: dax });
    expect(await assigned(dev)).toHaveLength(2);
    await later(2000);
    expect(await assigned(dev)).toMatchObject([{ PrincipalId: eve }]);
    expect(await provisionedIn(dev)).toEqual([arn]);
    await sso.deleteAccountAssignment(assignment(arn, eve, dev));
    await later(2000);
    expect(await assigned(dev)).toEqual([]);
    expect(await provisionedIn(dev)).toEqual([]);
  });

  test("that is not there is not found", async () => {
    const { sso, arn, dax, assignment } = await prepared();
    await expect(sso.deleteAccountAssignment(assignment(arn, dax, dev))).rejects.toMatchObject(notFound);
  });

  test("ends in failure in an account that is not active", async () => {
    const { sso, world, arn, dax, later, assign, assignment, assigned } = await prepared();
    await assign(arn, dax);
    world.organization!.accounts[dev]!.state = "CLOSED";
    const { AccountAssignmentDeletionStatus: status } = await sso.deleteAccountAssignment(assignment(arn, dax, dev));
    await later(2000);
    const ended = await sso.describeAccountAssignmentDeletionStatus({
      InstanceArn,
      AccountAssignmentDeletionRequestId: status!.RequestId!,
    });
    expect(ended.AccountAssignmentDeletionStatus?.Status).toBe("FAILED");
    expect(await assigned(dev)).toHaveLength(1);
  });

  test("of somebody who was deleted works: what was assigned stays until then", async () => {
    const { sso, store, arn, dax, later, assign, assignment, assigned } = await prepared();
    await assign(arn, dax);
    await store.deleteUser({ IdentityStoreId: storeId, UserId: dax });
    expect(await assigned(dev)).toHaveLength(1);
    await sso.deleteAccountAssignment(assignment(arn, dax, dev));
    await later(2000);
    expect(await assigned(dev)).toEqual([]);
  });
});

describe("the requests' own ids", () => {
  test("creations and deletions are told apart, and each list shows its own", async () => {
    const { sso, arn, dax, later, assignment, create } = await prepared();
    const creation = await create(assignment(arn, dax, dev));
    await later(2000);
    const { AccountAssignmentDeletionStatus: deletion } = await sso.deleteAccountAssignment(assignment(arn, dax, dev));
    await expect(
      sso.describeAccountAssignmentDeletionStatus({
        InstanceArn,
        AccountAssignmentDeletionRequestId: creation.RequestId!,
      }),
    ).rejects.toMatchObject(notFound);
    await expect(
      sso.describeAccountAssignmentCreationStatus({
        InstanceArn,
        AccountAssignmentCreationRequestId: deletion!.RequestId!,
      }),
    ).rejects.toMatchObject(notFound);
    const created = await sso.listAccountAssignmentCreationStatus({ InstanceArn });
    expect(created.AccountAssignmentsCreationStatus).toMatchObject([
      { RequestId: creation.RequestId, Status: "SUCCEEDED" },
    ]);
    const deleted = await sso.listAccountAssignmentDeletionStatus({ InstanceArn, Filter: { Status: "SUCCEEDED" } });
    expect(deleted.AccountAssignmentsDeletionStatus).toEqual([]);
  });
});

describe("what a principal has", () => {
  test("a user's rows include those of its groups, as the groups'; a group's are its own", async () => {
    const { sso, arn, dax, set, group, join, assign } = await prepared();
    const admins = await group("admins");
    const others = await group("others");
    await join(admins, dax);
    const reader = await set("Reader");
    await assign(arn, dax, dev);
    await assign(reader, admins, management, "GROUP");
    await assign(reader, others, dev, "GROUP");
    const direct = { AccountId: dev, PermissionSetArn: arn, PrincipalType: "USER", PrincipalId: dax };
    const inherited = { AccountId: management, PermissionSetArn: reader, PrincipalType: "GROUP", PrincipalId: admins };
    const of = async (PrincipalType: "USER" | "GROUP", PrincipalId: string, AccountId?: string) =>
      (
        await sso.listAccountAssignmentsForPrincipal({
          InstanceArn,
          PrincipalType,
          PrincipalId,
          ...(AccountId === undefined ? {} : { Filter: { AccountId } }),
        })
      ).AccountAssignments;
    expect(await of("USER", dax)).toEqual([direct, inherited]);
    expect(await of("USER", dax, management)).toEqual([inherited]);
    expect(await of("GROUP", admins)).toEqual([inherited]);
    await expect(of("USER", nobody)).rejects.toMatchObject(notFound);
  });

  test("only the management account may ask", async () => {
    const { sso, world, dax } = await prepared();
    world.caller.accountId = dev;
    await expect(
      sso.listAccountAssignmentsForPrincipal({ InstanceArn, PrincipalType: "USER", PrincipalId: dax }),
    ).rejects.toMatchObject({ name: "AccessDeniedException" });
  });
});
