import { describe, expect, test } from "vitest";
import { addAccounts, asyncMs, invalid, refused, start, violates } from "./harness.ts";

const dev = { AccountName: "acme-dev", Email: "aws+dev@acme.com" };

describe("CreateAccount", () => {
  test("answers at once that it is in progress, and ends later with an account in the root", async () => {
    const { organizations, later, root, clock, world, management } = start();
    const requested = new Date(clock.now());
    const { CreateAccountStatus: started } = await organizations.createAccount({
      ...dev,
      RoleName: "Admin",
      IamUserAccessToBilling: "DENY",
      Tags: [{ Key: "stage", Value: "dev" }],
    });
    expect(started).toEqual({
      Id: expect.stringMatching(/^car-[a-z0-9]{8,32}$/),
      AccountName: "acme-dev",
      State: "IN_PROGRESS",
      RequestedTimestamp: requested,
    });
    const status = async () =>
      (await organizations.describeCreateAccountStatus({ CreateAccountRequestId: started!.Id })).CreateAccountStatus!;
    await later(asyncMs - 1);
    expect(await status()).toEqual(started);
    expect((await organizations.listAccounts({})).Accounts).toHaveLength(1);
    await later(1);
    const ended = await status();
    const completed = new Date(requested.getTime() + asyncMs);
    expect(ended).toEqual({
      ...started,
      State: "SUCCEEDED",
      CompletedTimestamp: completed,
      AccountId: expect.stringMatching(/^\d{12}$/),
    });
    const AccountId = ended.AccountId!;
    const { id } = world.organization!;
    expect((await organizations.describeAccount({ AccountId })).Account).toEqual({
      Id: AccountId,
      Arn: `arn:aws:organizations::${management}:account/${id}/${AccountId}`,
      Name: "acme-dev",
      Email: "aws+dev@acme.com",
      State: "ACTIVE",
      Paths: [`${id}/${root}/${AccountId}/`],
      JoinedMethod: "CREATED",
      JoinedTimestamp: completed,
    });
    expect((await organizations.listParents({ ChildId: AccountId })).Parents).toEqual([{ Id: root, Type: "ROOT" }]);
    const { Tags } = await organizations.listTagsForResource({ ResourceId: AccountId });
    expect(Tags).toEqual([{ Key: "stage", Value: "dev" }]);
  });

  test("joins at the time at which it ends, however late anybody looks", async () => {
    const { organizations, later, clock } = start();
    await organizations.createAccount(dev);
    const ends = new Date(clock.now() + asyncMs);
    await later(3_600_000);
    const { Accounts } = await organizations.listAccounts({});
    expect(Accounts![1]!.JoinedTimestamp).toEqual(ends);
  });

  test.each([
    ["that of another account", "222", "AWS+Dev@ACME.com"],
    ["the management account's", "222", "Aws@Acme.com"],
  ])("fails when the address is %s, whatever its case", async (_, name, email) => {
    const { create } = start();
    expect((await create(dev.AccountName, dev.Email)).State).toBe("SUCCEEDED");
    expect(await create(name, email)).toMatchObject({ State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" });
  });

  test("fails when the address is a closed account's", async () => {
    const { create, organizations, later } = start();
    const { AccountId } = await create(dev.AccountName, dev.Email);
    await organizations.closeAccount({ AccountId });
    await later(asyncMs);
    const again = await create(dev.AccountName, dev.Email);
    expect(again).toMatchObject({ State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" });
    expect(again).not.toHaveProperty("AccountId");
    expect((await organizations.listAccounts({})).Accounts).toHaveLength(2);
  });

  test.each([false, true])(
    "fails when the address is that of an account that left (saved and loaded: %s)",
    async (reload) => {
      const before = start((world) => addAccounts(world, 1, { email: dev.Email }));
      const AccountId = Object.keys(before.world.organization!.accounts)[1]!;
      await before.organizations.removeAccountFromOrganization({ AccountId });
      const saved = structuredClone(before.sandbox.snapshot());
      const { create } = reload ? start((world) => Object.assign(world, saved)) : before;
      expect(await create("again", dev.Email)).toMatchObject({
        State: "FAILED",
        FailureReason: "EMAIL_ALREADY_EXISTS",
      });
    },
  );

  test("of two requests for one address, the one that ends first gets it", async () => {
    const slow = start(undefined, { asyncSeconds: 10 });
    await slow.organizations.createAccount({ ...dev, AccountName: "slow" });
    const saved = structuredClone(slow.sandbox.snapshot());
    const { organizations, later } = start((world) => Object.assign(world, saved), { asyncSeconds: 1 });
    await organizations.createAccount({ ...dev, AccountName: "fast" });
    await later(20_000);
    expect((await organizations.listCreateAccountStatus({})).CreateAccountStatuses).toMatchObject([
      { AccountName: "slow", State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" },
      { AccountName: "fast", State: "SUCCEEDED" },
    ]);
  });

  test.each([
    ".dev@acme.com",
    "d(v@acme.com",
    "d%v@acme.com",
    "dev@-acme.com",
    "dev@acme.com.",
    "dév@acme.com",
    "dev@ac_me.com",
  ])("fails for the address %s, which follows the pattern but not AWS's rules", async (email) => {
    expect(await start().create("dev", email)).toMatchObject({ State: "FAILED", FailureReason: "INVALID_EMAIL" });
  });

  test("makes two accounts of one name", async () => {
    const { create, organizations } = start();
    await create("twin", "one@acme.com");
    expect((await create("twin", "two@acme.com")).State).toBe("SUCCEEDED");
    const { Accounts } = await organizations.listAccounts({});
    expect(Accounts!.filter(({ Name }) => Name === "twin")).toHaveLength(2);
  });

  test("of the same name and address while the first is in progress fails", async () => {
    const { organizations, later } = start();
    await organizations.createAccount(dev);
    const { CreateAccountStatus: second } = await organizations.createAccount(dev);
    expect(second!.State).toBe("IN_PROGRESS");
    await later(asyncMs);
    const { CreateAccountStatuses } = await organizations.listCreateAccountStatus({});
    expect(CreateAccountStatuses).toMatchObject([
      { State: "SUCCEEDED" },
      { State: "FAILED", FailureReason: "CONCURRENT_ACCOUNT_MODIFICATION" },
    ]);
  });

  test("of the same address and another name fails for the address", async () => {
    const { organizations, create } = start();
    await organizations.createAccount(dev);
    expect(await create("other", dev.Email)).toMatchObject({ State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" });
  });

  test("is refused when the organization has as many accounts as it may, closed ones among them", async () => {
    const { create, organizations } = start((world) => {
      addAccounts(world, 8, { state: "CLOSED" });
      world.organization!.quotas.accounts = 10;
    });
    expect((await create("tenth")).State).toBe("SUCCEEDED");
    await expect(create("eleventh")).rejects.toMatchObject({
      ...violates("ACCOUNT_NUMBER_LIMIT_EXCEEDED"),
      message: "You have exceeded the allowed number of AWS accounts.",
    });
    expect((await organizations.listCreateAccountStatus({})).CreateAccountStatuses).toHaveLength(1);
  });

  test("fails when others that were in progress took the last places", async () => {
    const { organizations, later } = start((world) => {
      addAccounts(world, 8);
      world.organization!.quotas.accounts = 10;
    });
    for (const AccountName of ["tenth", "eleventh"]) {
      await organizations.createAccount({ AccountName, Email: `${AccountName}@acme.com` });
    }
    await later(asyncMs);
    const { CreateAccountStatuses } = await organizations.listCreateAccountStatus({});
    expect(CreateAccountStatuses).toMatchObject([
      { State: "SUCCEEDED" },
      { State: "FAILED", FailureReason: "ACCOUNT_LIMIT_EXCEEDED" },
    ]);
  });

  test("is refused while five are in progress", async () => {
    const { organizations, later } = start();
    const ask = (n: number) => organizations.createAccount({ AccountName: `n${n}`, Email: `n${n}@acme.com` });
    for (const n of [1, 2, 3, 4, 5]) await ask(n);
    await expect(ask(6)).rejects.toMatchObject(violates("ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED"));
    await later(asyncMs);
    expect((await ask(6)).CreateAccountStatus!.State).toBe("IN_PROGRESS");
  });

  test.each([
    ["no name", { AccountName: undefined }, "INPUT_REQUIRED"],
    ["no address", { Email: undefined }, "INPUT_REQUIRED"],
    ["an empty name", { AccountName: "" }, "MIN_LENGTH_EXCEEDED"],
    ["a name over 50 characters", { AccountName: "n".repeat(51) }, "MAX_LENGTH_EXCEEDED"],
    ["a name beyond ASCII", { AccountName: "dév" }, "INVALID_PATTERN"],
    ["an address below 6 characters", { Email: "a@b.c" }, "MIN_LENGTH_EXCEEDED"],
    ["an address over 64 characters", { Email: `${"a".repeat(60)}@b.cd` }, "MAX_LENGTH_EXCEEDED"],
    ["an address without a dot", { Email: "dev@acme" }, "INVALID_PATTERN"],
    ["an address with two @", { Email: "dev@ac@me.com" }, "INVALID_PATTERN"],
    ["a role name with a space", { RoleName: "my role" }, "INVALID_PATTERN"],
    ["a role name over 64 characters", { RoleName: "r".repeat(65) }, "MAX_LENGTH_EXCEEDED"],
    ["a role name that is AWS's", { RoleName: "AWSServiceRoleForMe" }, "INVALID_ROLE_NAME"],
    ["neither allow nor deny", { IamUserAccessToBilling: "MAYBE" as never }, "INVALID_ENUM"],
    ["a tag of AWS's", { Tags: [{ Key: "aws:stage", Value: "" }] }, "INVALID_SYSTEM_TAGS_PARAMETER"],
    ["a tag without a value", { Tags: [{ Key: "stage", Value: undefined }] }, "INPUT_REQUIRED"],
  ])("is refused for %s, and nothing is asked for", async (_, change, reason) => {
    const { organizations } = start();
    await expect(organizations.createAccount({ ...dev, ...change })).rejects.toMatchObject(invalid(reason));
    expect((await organizations.listCreateAccountStatus({})).CreateAccountStatuses).toEqual([]);
  });

  test("does not say again what it was given for the role", async () => {
    const { organizations, world } = start();
    await organizations.createAccount({ ...dev, RoleName: "Admin" });
    expect(JSON.stringify(world)).not.toContain('Admin"');
  });
});

describe("requests for accounts", () => {
  test("are listed by state", async () => {
    const { create, organizations } = start();
    await create("one");
    await create("two", "one@acme.com");
    await organizations.createAccount(dev);
    const names = async (...States: ("IN_PROGRESS" | "SUCCEEDED" | "FAILED")[]) =>
      (await organizations.listCreateAccountStatus({ States })).CreateAccountStatuses!.map(
        ({ AccountName }) => AccountName,
      );
    expect(await names()).toEqual(["one", "two", "acme-dev"]);
    expect(await names("SUCCEEDED")).toEqual(["one"]);
    expect(await names("FAILED", "IN_PROGRESS")).toEqual(["two", "acme-dev"]);
    await expect(organizations.listCreateAccountStatus({ States: ["DONE" as never] })).rejects.toMatchObject(
      invalid("INVALID_LIST_MEMBER"),
    );
  });

  test("that were never made are not found", async () => {
    const { organizations } = start();
    await expect(
      organizations.describeCreateAccountStatus({ CreateAccountRequestId: "car-12345678" }),
    ).rejects.toMatchObject(refused("CreateAccountStatusNotFoundException"));
    await expect(organizations.describeCreateAccountStatus({ CreateAccountRequestId: "car-X" })).rejects.toMatchObject(
      invalid("INVALID_PATTERN"),
    );
  });

  test("fail for the reason that a fault gives, and last for ever when one says so", async () => {
    const failing = start(undefined, {
      faults: [
        { operation: "organizations:CreateAccount", kind: "async-failed", reason: "MISSING_PAYMENT_INSTRUMENT" },
      ],
    });
    expect(await failing.create("dev")).toMatchObject({ State: "FAILED", FailureReason: "MISSING_PAYMENT_INSTRUMENT" });
    const stuck = start(undefined, { faults: [{ operation: "organizations:CreateAccount", kind: "async-stuck" }] });
    expect((await stuck.create("dev")).State).toBe("IN_PROGRESS");
  });

  test("end with the same account for readers that see late and for writers", async () => {
    const { organizations, later, world } = start(undefined, { visibilityDelayMs: 5000 });
    await organizations.createAccount(dev);
    await organizations.createOrganizationalUnit({ ParentId: world.organization!.root.id, Name: "Workloads" });
    await later(asyncMs + 5000);
    const { Accounts } = await organizations.listAccounts({});
    expect(Accounts!.map(({ Id }) => Id)).toEqual(Object.keys(world.organization!.accounts));
    expect(Accounts).toHaveLength(2);
  });
});
