import { GetAccountInformationCommand } from "@aws-sdk/client-account";
import { describe, expect, test } from "vitest";
import { FAULT_KINDS } from "../../src/sandbox/index.ts";
import type { Fault, FaultKind } from "../../src/sandbox/index.ts";
import { jsonRequest, start } from "./harness.ts";

const createGroup = "identityStore:CreateGroup";
const listGroups = "identityStore:ListGroups";

/** A sandbox with three groups, and a fault in what comes after them. */
async function withFault(fault: Fault) {
  const before = start();
  for (const DisplayName of ["one", "two", "three"]) {
    await before.store.createGroup({ IdentityStoreId: before.IdentityStoreId, DisplayName });
  }
  const { store, IdentityStoreId, ...others } = start({ world: before.world, faults: [fault] });
  const groups = () => Object.keys(before.world.identityCenter!.groups).length;
  const list = (NextToken?: string, MaxResults?: number) =>
    store.listGroups({ IdentityStoreId, NextToken, MaxResults });
  const create = () => store.createGroup({ IdentityStoreId, DisplayName: "four" });
  return { ...others, store, IdentityStoreId, groups, list, create };
}

describe("instead of the call", () => {
  test.each<[FaultKind, object]>([
    ["throttle", { name: "ThrottlingException", $metadata: { httpStatusCode: 400 } }],
    ["error-500", { name: "InternalServerException", $metadata: { httpStatusCode: 500 } }],
    ["reset", { code: "ECONNRESET" }],
    ["busy", { name: "ConflictException", Reason: "CONCURRENT_MODIFICATION" }],
    ["access-denied", { name: "AccessDeniedException", $metadata: { httpStatusCode: 400 } }],
    ["expired-token", { name: "ExpiredTokenException", $metadata: { httpStatusCode: 400 } }],
    ["not-implemented", { name: "UnknownOperationException", message: expect.stringContaining(createGroup) }],
  ])("%s: the error comes and nothing was done", async (kind, error) => {
    const { create, groups } = await withFault({ operation: createGroup, kind, nth: 1 });
    await expect(create()).rejects.toMatchObject({
      ...error,
      $metadata: expect.objectContaining("$metadata" in error ? (error.$metadata as object) : {}),
    });
    expect(groups()).toBe(3);
    await create();
    expect(groups()).toBe(4);
  });

  test("each service has its own names", async () => {
    const named = async (kind: FaultKind) => {
      const { organizations, sso, sts, account } = start({ faults: [{ operation: "*", kind }] });
      const calls = [
        organizations.describeOrganization({}),
        sso.listInstances({}),
        account.send(new GetAccountInformationCommand({})),
        sts.getCallerIdentity({}),
      ];
      return Promise.all(
        calls.map((call: Promise<unknown>) =>
          call.then(
            () => "ok",
            (error: Error) => error.name,
          ),
        ),
      );
    };
    expect(await named("busy")).toEqual([
      "ConcurrentModificationException",
      "ConflictException",
      "ConflictException",
      "Throttling",
    ]);
    expect(await named("error-500")).toEqual([
      "ServiceException",
      "InternalServerException",
      "InternalServerException",
      "InternalFailure",
    ]);
    expect(await named("throttle")).toEqual([
      "TooManyRequestsException",
      "ThrottlingException",
      "TooManyRequestsException",
      "Throttling",
    ]);
    expect(await named("expired-token")).toEqual([...Array<string>(3).fill("ExpiredTokenException"), "ExpiredToken"]);
    expect(await named("access-denied")).toEqual([...Array<string>(3).fill("AccessDeniedException"), "AccessDenied"]);
    expect(await named("not-implemented")).toEqual([
      ...Array<string>(3).fill("UnknownOperationException"),
      "InvalidAction",
    ]);
  });

  test("a reason goes along", async () => {
    const faults = [
      {
        operation: "organizations:*",
        kind: "access-denied",
        reason: "ACCESS_DENIED_DURING_CREATE_SERVICE_LINKED_ROLE",
      },
    ] as const;
    await expect(start({ faults }).organizations.describeOrganization({})).rejects.toMatchObject({
      Reason: faults[0].reason,
    });
  });
});

describe("after the call", () => {
  test.each<[FaultKind, object]>([
    ["error-500-after", { name: "InternalServerException" }],
    ["reset-after", { code: "ECONNRESET" }],
    ["timeout-after", { name: "TimeoutError" }],
    ["malformed-body", { name: "SyntaxError" }],
  ])("%s: the error comes, but it was done", async (kind, error) => {
    const { create, groups, calls } = await withFault({ operation: createGroup, kind });
    await expect(create()).rejects.toMatchObject(error);
    expect(groups()).toBe(4);
    expect(calls).toHaveLength(1);
  });

  test("error-500-after: what AWS would refuse is refused", async () => {
    const { create } = await withFault({ operation: createGroup, kind: "error-500-after", nth: 2 });
    await create();
    await expect(create()).rejects.toMatchObject({ name: "ConflictException" });
  });

  test("empty-body: the answer has nothing in it", async () => {
    const { create, groups, sandbox, IdentityStoreId } = await withFault({
      operation: "identityStore:*",
      kind: "empty-body",
    });
    expect((await create()).GroupId).toBeUndefined();
    expect(groups()).toBe(4);
    const request = jsonRequest("AWSIdentityStore.ListGroups", "identitystore", JSON.stringify({ IdentityStoreId }));
    expect(await sandbox.handle(request)).toMatchObject({
      statusCode: 200,
      headers: { "content-length": "0" },
      body: { length: 0 },
    });
  });
});

describe("lists", () => {
  test("lost-page: a page has a token, and nothing comes after it", async () => {
    const { list } = await withFault({ operation: listGroups, kind: "lost-page", nth: 1 });
    const first = await list(undefined, 2);
    expect(first.Groups).toHaveLength(2);
    const second = await list(first.NextToken, 2);
    expect(second.Groups).toBeUndefined();
    expect(second.NextToken).toBeUndefined();
    expect((await list()).Groups).toHaveLength(3);
  });

  test("lost-page: the only page loses half of its items", async () => {
    const { list } = await withFault({ operation: listGroups, kind: "lost-page" });
    const first = await list();
    expect(first.Groups).toHaveLength(1);
    expect((await list(first.NextToken)).Groups).toBeUndefined();
  });

  test.each([undefined, 2])("repeated-token: the same page comes for ever (MaxResults %s)", async (MaxResults) => {
    const { list } = await withFault({ operation: listGroups, kind: "repeated-token", nth: 1 });
    const first = await list(undefined, MaxResults);
    const second = await list(first.NextToken, MaxResults);
    const third = await list(second.NextToken, MaxResults);
    expect([second.NextToken, third.NextToken]).toEqual([first.NextToken, first.NextToken]);
    expect(third.Groups).toEqual(first.Groups);
  });

  test("duplicate-item: an item comes twice", async () => {
    const { list } = await withFault({ operation: listGroups, kind: "duplicate-item" });
    expect((await list()).Groups!.map(({ DisplayName }) => DisplayName)).toEqual(["one", "two", "three", "one"]);
  });

  test("missing-field: the first item lacks a member, the one that is named or its first", async () => {
    const named = await withFault({ operation: listGroups, kind: "missing-field", reason: "DisplayName" });
    expect((await named.list()).Groups!.map(({ DisplayName }) => DisplayName)).toEqual([undefined, "two", "three"]);
    const first = await withFault({ operation: listGroups, kind: "missing-field" });
    expect((await first.list()).Groups!.map(({ GroupId }) => typeof GroupId)).toEqual([
      "undefined",
      "string",
      "string",
    ]);
    const whole = await withFault({ operation: listGroups, kind: "missing-field", reason: "Groups" });
    expect((await whole.list()).Groups).toBeUndefined();
    const flat = await withFault({ operation: createGroup, kind: "missing-field" });
    expect((await flat.create()).GroupId).toBeUndefined();
  });

  test("unknown-enum: a value comes that no client knows", async () => {
    const { organizations } = start({ faults: [{ operation: "organizations:ListAccounts", kind: "unknown-enum" }] });
    const { Accounts } = await organizations.listAccounts({});
    expect(Object.values(Accounts![0]!)).toContain("NOT_KNOWN_YET");
  });
});

describe("asynchronous work", () => {
  async function assignment(fault: Fault) {
    const { sso, store, InstanceArn, IdentityStoreId, world, clock } = start({ faults: [fault] });
    const { PermissionSet } = await sso.createPermissionSet({ InstanceArn, Name: "Admin" });
    const { GroupId } = await store.createGroup({ IdentityStoreId, DisplayName: "admins" });
    const { AccountAssignmentCreationStatus: started } = await sso.createAccountAssignment({
      InstanceArn,
      PermissionSetArn: PermissionSet!.PermissionSetArn,
      TargetId: world.standalone.id,
      TargetType: "AWS_ACCOUNT",
      PrincipalType: "GROUP",
      PrincipalId: GroupId,
    });
    const status = async () => {
      const input = { InstanceArn, AccountAssignmentCreationRequestId: started!.RequestId };
      return (await sso.describeAccountAssignmentCreationStatus(input)).AccountAssignmentCreationStatus;
    };
    return { status, started, clock, world };
  }

  test("async-failed: it starts well and fails when it ends", async () => {
    const { started, status, clock, world } = await assignment({
      operation: "ssoAdmin:CreateAccountAssignment",
      kind: "async-failed",
      reason: "no luck",
    });
    expect(started!.Status).toBe("IN_PROGRESS");
    await clock.sleep(2000);
    expect(await status()).toMatchObject({ Status: "FAILED", FailureReason: "no luck" });
    expect(world.identityCenter!.assignments).toEqual({});
  });

  test("async-stuck: it never ends", async () => {
    const { status, clock } = await assignment({ operation: "ssoAdmin:CreateAccountAssignment", kind: "async-stuck" });
    await clock.sleep(365 * 86_400_000);
    expect(await status()).toMatchObject({ Status: "IN_PROGRESS" });
  });

  test("async-stuck: an account can be closing for ever", async () => {
    const { organizations, clock } = start({
      faults: [{ operation: "organizations:CloseAccount", kind: "async-stuck" }],
    });
    await organizations.createAccount({ AccountName: "acme-dev", Email: "aws+dev@acme.com" });
    await clock.sleep(2000);
    const { Accounts } = await organizations.listAccounts({});
    const AccountId = Accounts!.find(({ Name }) => Name === "acme-dev")!.Id;
    await organizations.closeAccount({ AccountId });
    await clock.sleep(86_400_000);
    expect((await organizations.describeAccount({ AccountId })).Account!.State).toBe("PENDING_CLOSURE");
  });

  test("accounts that are created can fail too, and those that are not meant do not", async () => {
    const faults = [{ operation: "organizations:CreateAccount", kind: "async-failed", nth: 2 }] as const;
    const { organizations, clock } = start({ faults });
    const created = [];
    for (const AccountName of ["acme-dev", "acme-production"]) {
      created.push(await organizations.createAccount({ AccountName, Email: `aws+${AccountName}@acme.com` }));
      await clock.sleep(2000);
    }
    const ends = [];
    for (const { CreateAccountStatus } of created) {
      const status = await organizations.describeCreateAccountStatus({
        CreateAccountRequestId: CreateAccountStatus!.Id,
      });
      ends.push([status.CreateAccountStatus!.State, status.CreateAccountStatus!.FailureReason]);
    }
    expect(ends).toEqual([
      ["SUCCEEDED", undefined],
      ["FAILED", "INTERNAL_FAILURE"],
    ]);
  });
});

describe("when", () => {
  const failures = async (faults: readonly Fault[], calls: number) => {
    const { sso } = start({ faults });
    const ended = [];
    for (let call = 1; call <= calls; call += 1) {
      if (
        await sso.listInstances({}).then(
          () => false,
          () => true,
        )
      )
        ended.push(call);
    }
    return ended;
  };
  const operation = "ssoAdmin:ListInstances";
  const kind = "error-500";

  test("each call, the n-th, the first few, or some from the n-th on", async () => {
    expect(await failures([{ operation, kind }], 3)).toEqual([1, 2, 3]);
    expect(await failures([{ operation, kind, nth: 2 }], 4)).toEqual([2]);
    expect(await failures([{ operation, kind, count: 2 }], 4)).toEqual([1, 2]);
    expect(await failures([{ operation, kind, nth: 2, count: 2 }], 5)).toEqual([2, 3]);
  });

  test("two faults at different calls of one operation", async () => {
    expect(
      await failures(
        [
          { operation, kind, nth: 1 },
          { operation, kind: "busy", nth: 3 },
        ],
        4,
      ),
    ).toEqual([1, 3]);
  });

  test("globs match whole names", async () => {
    expect(await failures([{ operation: "*:List*", kind }], 1)).toEqual([1]);
    expect(await failures([{ operation: "ssoAdmin:*", kind }], 1)).toEqual([1]);
    expect(await failures([{ operation: "ssoAdmin:List", kind }], 1)).toEqual([]);
    expect(await failures([{ operation: "ListInstances", kind }], 1)).toEqual([]);
    expect(await failures([{ operation: "ssoAdmin.ListInstances", kind }], 1)).toEqual([]);
  });
});

test("every kind of fault shows in what the caller sees", async () => {
  const seen = async (faults: readonly Fault[]) => {
    const { organizations, clock } = start({ faults });
    const found: unknown[] = [];
    const attempt = async <T>(call: Promise<T>): Promise<T | undefined> => {
      try {
        const answer = await call;
        found.push({ ...answer, $metadata: undefined });
        return answer;
      } catch (error) {
        found.push([(error as Error).name, (error as { code?: string }).code]);
        return undefined;
      }
    };
    const created = await attempt(organizations.createAccount({ AccountName: "acme-dev", Email: "aws+dev@acme.com" }));
    await clock.sleep(5000);
    const CreateAccountRequestId = created?.CreateAccountStatus?.Id;
    if (CreateAccountRequestId) await attempt(organizations.describeCreateAccountStatus({ CreateAccountRequestId }));
    const listed = await attempt(organizations.listAccounts({}));
    if (listed?.NextToken) await attempt(organizations.listAccounts({ NextToken: listed.NextToken }));
    return JSON.stringify(found);
  };
  const well = await seen([]);
  const answers = await Promise.all(FAULT_KINDS.map((kind) => seen([{ operation: "organizations:*", kind }])));
  expect(FAULT_KINDS.filter((_, index) => answers[index] === well)).toEqual([]);
});
