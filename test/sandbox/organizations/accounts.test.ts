import { describe, expect, test } from "vitest";
import { addAccounts, asyncMs, day, invalid, refused, start, violates } from "./harness.ts";

const nobody = "999999999999";

describe("accounts", () => {
  test("have a state and no status, and say where they are", async () => {
    const { organizations, world, root, management, unit } = start();
    const workloads = await unit("Workloads");
    const dev = await unit("Dev", workloads);
    await organizations.moveAccount({ AccountId: management, SourceParentId: root, DestinationParentId: dev });
    const [account] = (await organizations.listAccounts({})).Accounts!;
    expect(account).not.toHaveProperty("Status");
    expect(account!.Paths).toEqual([`${world.organization!.id}/${root}/${workloads}/${dev}/${management}/`]);
  });

  test("do not say where they are when paths are off, and neither do units", async () => {
    const { organizations, root, unit } = start(undefined, { paths: false });
    await unit("Workloads");
    expect((await organizations.listAccounts({})).Accounts![0]).not.toHaveProperty("Paths");
    const { OrganizationalUnits } = await organizations.listOrganizationalUnitsForParent({ ParentId: root });
    expect(OrganizationalUnits![0]).not.toHaveProperty("Path");
  });

  test("are listed 20 at a time", async () => {
    const { organizations } = start((world) => addAccounts(world, 44));
    const sizes = [];
    const ids = new Set();
    for (let NextToken: string | undefined; ;) {
      const answer = await organizations.listAccounts({ NextToken });
      sizes.push(answer.Accounts!.length);
      for (const { Id } of answer.Accounts!) ids.add(Id);
      NextToken = answer.NextToken;
      if (NextToken === undefined) break;
    }
    expect(sizes).toEqual([20, 20, 5]);
    expect(ids.size).toBe(45);
  });

  test("are listed on pages of 1 to 20, with the service's own tokens", async () => {
    const { organizations } = start();
    await expect(organizations.listAccounts({ MaxResults: 21 })).rejects.toMatchObject(invalid("MAX_VALUE_EXCEEDED"));
    await expect(organizations.listAccounts({ MaxResults: 0 })).rejects.toMatchObject(invalid("MIN_VALUE_EXCEEDED"));
    await expect(organizations.listAccounts({ NextToken: "mine" })).rejects.toMatchObject(
      invalid("INVALID_NEXT_TOKEN"),
    );
  });

  test("that are not there are not found", async () => {
    const { organizations, root } = start();
    const message = "You specified an account that doesn't exist.";
    const name = "AccountNotFoundException";
    await expect(organizations.describeAccount({ AccountId: nobody })).rejects.toMatchObject(
      refused(name, { message }),
    );
    await expect(organizations.closeAccount({ AccountId: nobody })).rejects.toMatchObject(refused(name));
    await expect(organizations.removeAccountFromOrganization({ AccountId: nobody })).rejects.toMatchObject(
      refused(name),
    );
    const move = { AccountId: nobody, SourceParentId: root, DestinationParentId: root };
    await expect(organizations.moveAccount(move)).rejects.toMatchObject(refused(name));
    await expect(organizations.describeAccount({ AccountId: "12345" })).rejects.toMatchObject(
      invalid("INVALID_PATTERN"),
    );
    await expect(organizations.describeAccount({ AccountId: undefined })).rejects.toMatchObject(
      invalid("INPUT_REQUIRED"),
    );
  });
});

describe("MoveAccount", () => {
  test("takes an account from one parent to another", async () => {
    const { organizations, create, unit, root } = start();
    const AccountId = (await create("dev")).AccountId!;
    const workloads = await unit("Workloads");
    await organizations.moveAccount({ AccountId, SourceParentId: root, DestinationParentId: workloads });
    const inside = async (ParentId: string) =>
      (await organizations.listAccountsForParent({ ParentId })).Accounts!.map(({ Id }) => Id);
    expect(await inside(workloads)).toEqual([AccountId]);
    expect(await inside(root)).not.toContain(AccountId);
    expect((await organizations.listParents({ ChildId: AccountId })).Parents).toEqual([
      { Id: workloads, Type: "ORGANIZATIONAL_UNIT" },
    ]);
  });

  test("wants the parent that the account has, and one that there is", async () => {
    const { organizations, create, unit, root } = start();
    const AccountId = (await create("dev")).AccountId!;
    const [one, other] = [await unit("One"), await unit("Other")];
    const nowhere = `${one.slice(0, -8)}00000000`;
    const move = (SourceParentId: string, DestinationParentId: string) =>
      organizations.moveAccount({ AccountId, SourceParentId, DestinationParentId });
    await expect(move(one, other)).rejects.toMatchObject(refused("SourceParentNotFoundException"));
    await expect(move(nowhere, other)).rejects.toMatchObject(refused("SourceParentNotFoundException"));
    await expect(move(root, nowhere)).rejects.toMatchObject(refused("DestinationParentNotFoundException"));
    await expect(move(root, root)).rejects.toMatchObject(refused("DuplicateAccountException"));
    await expect(move("root", one)).rejects.toMatchObject(invalid("INVALID_PATTERN"));
    await move(root, one);
    await expect(move(root, one)).rejects.toMatchObject(refused("DuplicateAccountException"));
  });

  test("moves closed accounts and the management account, too", async () => {
    const { organizations, unit, root, management, world } = start((made) => addAccounts(made, 1, { state: "CLOSED" }));
    const DestinationParentId = await unit("Attic");
    for (const AccountId of Object.keys(world.organization!.accounts)) {
      await organizations.moveAccount({ AccountId, SourceParentId: root, DestinationParentId });
    }
    const { Accounts } = await organizations.listAccountsForParent({ ParentId: DestinationParentId });
    expect(Accounts!.map(({ Id, State }) => [Id, State])).toContainEqual([management, "ACTIVE"]);
    expect(Accounts).toHaveLength(2);
  });
});

describe("CloseAccount", () => {
  test("leaves the account pending, then closed, where it was", async () => {
    const { organizations, create, later, state, root } = start();
    const AccountId = (await create("dev")).AccountId!;
    await organizations.closeAccount({ AccountId });
    expect(await state(AccountId)).toBe("PENDING_CLOSURE");
    await expect(organizations.closeAccount({ AccountId })).rejects.toMatchObject(refused("ConflictException"));
    await later(asyncMs - 1);
    expect(await state(AccountId)).toBe("PENDING_CLOSURE");
    await later(1);
    expect(await state(AccountId)).toBe("CLOSED");
    await expect(organizations.closeAccount({ AccountId })).rejects.toMatchObject(
      refused("AccountAlreadyClosedException", {
        message: "The provided account is already closed.",
      }),
    );
    const { Accounts } = await organizations.listAccountsForParent({ ParentId: root });
    expect(Accounts!.map(({ Id }) => Id)).toContain(AccountId);
  });

  test("goes on after the world was saved and loaded", async () => {
    const before = start();
    const AccountId = (await before.create("dev")).AccountId!;
    await before.organizations.closeAccount({ AccountId });
    const saved = structuredClone(before.sandbox.snapshot());
    const after = start((world) => Object.assign(world, saved));
    await after.later(asyncMs);
    expect(await after.state(AccountId)).toBe("CLOSED");
  });

  test("never closes the management account", async () => {
    const { organizations, management } = start();
    await expect(organizations.closeAccount({ AccountId: management })).rejects.toMatchObject(
      violates("CANNOT_CLOSE_MANAGEMENT_ACCOUNT"),
    );
  });

  test("closes accounts that AWS suspended, and none that was never activated", async () => {
    const { organizations, state, world } = start((made) => {
      addAccounts(made, 1, { state: "SUSPENDED" });
      addAccounts(made, 1, { state: "PENDING_ACTIVATION" });
    });
    const [, suspended, pending] = Object.keys(world.organization!.accounts);
    await organizations.closeAccount({ AccountId: suspended });
    expect(await state(suspended!)).toBe("PENDING_CLOSURE");
    await expect(organizations.closeAccount({ AccountId: pending })).rejects.toMatchObject(
      refused("ConflictException"),
    );
  });

  test("closes three accounts at a time", async () => {
    const { organizations, later, world } = start((made) => addAccounts(made, 4));
    const [, ...members] = Object.keys(world.organization!.accounts);
    for (const AccountId of members.slice(0, 3)) await organizations.closeAccount({ AccountId });
    const last = () => organizations.closeAccount({ AccountId: members[3] });
    await expect(last()).rejects.toMatchObject(violates("CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED"));
    await later(asyncMs);
    await last();
  });

  test("an account that people reopen in the meantime is not closed", async () => {
    const { organizations, later, state, world } = start((made) => addAccounts(made, 1));
    const AccountId = Object.keys(world.organization!.accounts)[1]!;
    await organizations.closeAccount({ AccountId });
    const account = world.organization!.accounts[AccountId]!;
    account.state = "ACTIVE";
    delete account.closesAt;
    await later(asyncMs);
    expect(await state(AccountId)).toBe("ACTIVE");
  });

  test.each([
    [300, 250],
    [2000, 400],
    [6000, 1000],
  ])("of %i members closes %i in 30 days", async (members, quota) => {
    const { organizations, later, world } = start((made) => {
      const ids = addAccounts(made, members);
      for (const id of ids.slice(0, quota)) {
        Object.assign(made.organization!.accounts[id]!, { state: "CLOSED", closesAt: made.now + 1 });
      }
    });
    const AccountId = Object.keys(world.organization!.accounts).at(-1);
    await expect(organizations.closeAccount({ AccountId })).rejects.toMatchObject(
      violates("CLOSE_ACCOUNT_QUOTA_EXCEEDED"),
    );
    await later(30 * day + 1);
    await organizations.closeAccount({ AccountId });
  });
});

describe("RemoveAccountFromOrganization", () => {
  test("lets accounts go that were invited, without their tags", async () => {
    const { organizations, world, root } = start((made) => addAccounts(made, 1));
    const AccountId = Object.keys(world.organization!.accounts)[1]!;
    await organizations.tagResource({ ResourceId: AccountId, Tags: [{ Key: "a", Value: "b" }] });
    await organizations.removeAccountFromOrganization({ AccountId });
    await expect(organizations.describeAccount({ AccountId })).rejects.toMatchObject(
      refused("AccountNotFoundException"),
    );
    expect((await organizations.listAccountsForParent({ ParentId: root })).Accounts).toHaveLength(1);
    expect(world.organization!.tags).not.toHaveProperty(AccountId);
    expect(world.organization!.attachments).not.toHaveProperty(AccountId);
  });

  test("keeps created accounts: for four days, and then until they can pay", async () => {
    const { organizations, create, later } = start();
    const { AccountId } = await create("dev");
    const remove = () => organizations.removeAccountFromOrganization({ AccountId });
    await later(4 * day - 1);
    await expect(remove()).rejects.toMatchObject(violates("WAIT_PERIOD_ACTIVE"));
    await later(1);
    await expect(remove()).rejects.toMatchObject(violates("MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED"));
  });
});
