import { describe, expect, test } from "vitest";
import { CONSOLE_STEPS } from "../../../src/sandbox/index.ts";
import { addAccounts, asyncMs, day, invalid, refused, start, violates } from "./harness.ts";

const outsider = "444444444444";
const byId = { Type: "ACCOUNT", Id: outsider } as const;
const byEmail = { Type: "EMAIL", Id: "eve@other.com" } as const;

/** A sandbox of one's own, with short ways to invite, to look, and to answer as the other account. */
function started(...given: Parameters<typeof start>) {
  const base = start(...given);
  const { organizations, world, clock } = base;
  return {
    ...base,
    invite: async (Target: { Type: "ACCOUNT" | "EMAIL"; Id: string } = byId) =>
      (await organizations.inviteAccountToOrganization({ Target })).Handshake!,
    listed: async () =>
      (await organizations.listHandshakesForOrganization({})).Handshakes!.map(({ Id, State }) => [Id, State]),
    described: async (HandshakeId: string | undefined) =>
      (await organizations.describeHandshake({ HandshakeId })).Handshake!,
    people: (step: string, ...values: string[]) => CONSOLE_STEPS[step]!.run(world, clock.now(), values),
  };
}

describe("an invitation", () => {
  test("is open, and says who invites whom, and until when", async () => {
    const { organizations, world, management, clock, described } = started();
    const { Handshake } = await organizations.inviteAccountToOrganization({ Target: byEmail, Notes: "Come in" });
    const { id } = world.organization!;
    expect(Handshake).toEqual({
      Id: expect.stringMatching(/^h-[0-9a-z]{8,32}$/),
      Arn: `arn:aws:organizations::${management}:handshake/${id}/invite/${Handshake!.Id}`,
      Parties: [{ Id: id.slice(2), Type: "ORGANIZATION" }, byEmail],
      State: "OPEN",
      Action: "INVITE",
      RequestedTimestamp: new Date(clock.now()),
      ExpirationTimestamp: new Date(clock.now() + 15 * day),
      Resources: [
        {
          Type: "ORGANIZATION",
          Value: id,
          Resources: [
            { Type: "MASTER_EMAIL", Value: "aws@acme.com" },
            { Type: "MASTER_NAME", Value: "acme" },
            { Type: "ORGANIZATION_FEATURE_SET", Value: "ALL" },
          ],
        },
        { Type: "EMAIL", Value: "eve@other.com" },
        { Type: "NOTES", Value: "Come in" },
      ],
    });
    expect(await described(Handshake!.Id)).toEqual(Handshake);
  });

  test("that is accepted makes the account a member, in the root, with its tags", async () => {
    const { organizations, people, root, described, clock } = started();
    const Tags = [{ Key: "team", Value: "data" }];
    const { Handshake } = await organizations.inviteAccountToOrganization({ Target: byId, Tags });
    await expect(organizations.describeAccount({ AccountId: outsider })).rejects.toMatchObject(
      refused("AccountNotFoundException"),
    );
    expect(people("accept-invitation", outsider, "data", "aws@data.example")).toBe(
      `The account data (${outsider}) joined the organization, in its root`,
    );
    expect((await organizations.describeAccount({ AccountId: outsider })).Account).toMatchObject({
      Id: outsider,
      Name: "data",
      Email: "aws@data.example",
      State: "ACTIVE",
      JoinedMethod: "INVITED",
      JoinedTimestamp: new Date(clock.now()),
    });
    expect((await organizations.listParents({ ChildId: outsider })).Parents).toEqual([{ Id: root, Type: "ROOT" }]);
    expect((await organizations.listTagsForResource({ ResourceId: outsider })).Tags).toEqual(Tags);
    const policies = await organizations.listPoliciesForTarget({
      TargetId: outsider,
      Filter: "SERVICE_CONTROL_POLICY",
    });
    expect(policies.Policies).toMatchObject([{ Name: "FullAWSAccess" }]);
    expect((await described(Handshake!.Id)).State).toBe("ACCEPTED");
    await organizations.removeAccountFromOrganization({ AccountId: outsider });
    await organizations.inviteAccountToOrganization({ Target: byId });
    people("accept-invitation", outsider, "data", "aws@data.example");
    expect((await organizations.describeAccount({ AccountId: outsider })).Account).toMatchObject({ Name: "data" });
  });

  test("to an address is accepted by the account that has it", async () => {
    const { organizations, invite, people, sandbox, world } = started();
    await invite(byEmail);
    expect(() => people("accept-invitation", "eve@other.com", "eve", "mallory@other.com")).toThrow(
      "The invitation went to eve@other.com",
    );
    people("accept-invitation", "Eve@Other.com");
    const joined = Object.values(world.organization!.accounts).find(({ name }) => name === "eve")!;
    expect(joined).toMatchObject({ id: expect.stringMatching(/^\d{12}$/), email: "eve@other.com" });
    expect((await organizations.describeAccount({ AccountId: joined.id })).Account!.JoinedMethod).toBe("INVITED");
    expect(sandbox.snapshot().organization!.accounts).toHaveProperty(joined.id);
  });

  test("that is declined stays without effect", async () => {
    const { organizations, invite, people, described } = started();
    const { Id } = await invite();
    expect(people("decline-invitation", outsider)).toBe(`The account ${outsider} declined the invitation`);
    expect((await described(Id)).State).toBe("DECLINED");
    expect((await organizations.listAccounts({})).Accounts).toHaveLength(1);
    expect(() => people("accept-invitation", outsider)).toThrow(`There is no open invitation to ${outsider}`);
  });

  test("is canceled once, while it is open", async () => {
    const { organizations, invite, people, described } = started();
    const { Id } = await invite();
    const cancel = (HandshakeId: string | undefined) => organizations.cancelHandshake({ HandshakeId });
    expect((await cancel(Id)).Handshake).toMatchObject({ Id, State: "CANCELED" });
    expect((await described(Id)).State).toBe("CANCELED");
    await expect(cancel(Id)).rejects.toMatchObject(refused("HandshakeAlreadyInStateException"));
    expect(() => people("accept-invitation", outsider)).toThrow("There is no open invitation");
    const second = await invite();
    people("decline-invitation", outsider);
    await expect(cancel(second.Id)).rejects.toMatchObject(refused("InvalidHandshakeTransitionException"));
    for (const call of [cancel("h-00000000"), described("h-00000000"), described("h-constructor")]) {
      await expect(call).rejects.toMatchObject(refused("HandshakeNotFoundException"));
    }
    await expect(cancel("handshake")).rejects.toMatchObject(invalid("INVALID_PATTERN"));
  });

  test("expires after 15 days, and is listed for 30 more", async () => {
    const { invite, listed, described, later, people } = started();
    const { Id } = await invite();
    await later(15 * day - 1);
    expect(await listed()).toEqual([[Id, "OPEN"]]);
    await later(1);
    expect(() => people("accept-invitation", outsider)).toThrow("There is no open invitation");
    expect(await listed()).toEqual([[Id, "EXPIRED"]]);
    const second = await invite();
    people("decline-invitation", outsider);
    await later(30 * day - 1);
    expect(await listed()).toEqual([
      [Id, "EXPIRED"],
      [second.Id, "DECLINED"],
    ]);
    await later(1);
    expect(await listed()).toEqual([]);
    await expect(described(Id)).rejects.toMatchObject(refused("HandshakeNotFoundException"));
  });

  test("is sent once while it is open, whoever writes the address how", async () => {
    const { invite, people } = started();
    await invite(byEmail);
    await expect(invite({ Type: "EMAIL", Id: "EVE@other.com" })).rejects.toMatchObject(
      refused("DuplicateHandshakeException"),
    );
    await invite();
    await expect(invite()).rejects.toMatchObject(refused("DuplicateHandshakeException"));
    people("decline-invitation", outsider);
    await invite();
  });

  test("is refused to members, and to what is no account", async () => {
    const { organizations, invite, create, management } = started();
    const { AccountId } = await create("dev");
    const member = refused("HandshakeConstraintViolationException", { Reason: "ALREADY_IN_AN_ORGANIZATION" });
    for (const Id of [AccountId!, management]) {
      await expect(invite({ Type: "ACCOUNT", Id })).rejects.toMatchObject(member);
    }
    await expect(invite({ Type: "EMAIL", Id: "DEV@acme.com" })).rejects.toMatchObject(member);
    await expect(invite({ Type: "ACCOUNT", Id: "123" })).rejects.toMatchObject(invalid("INVALID_PATTERN"));
    await expect(invite({ Type: "EMAIL", Id: "eve" })).rejects.toMatchObject(invalid("INVALID_EMAIL_ADDRESS_TARGET"));
    await expect(invite({ Type: "ORGANIZATION" as never, Id: "o-abcdefghij" })).rejects.toMatchObject(
      invalid("INVALID_PARTY_TYPE_TARGET"),
    );
    await expect(invite({ Type: "TEAM" as never, Id: "x" })).rejects.toMatchObject(invalid("INVALID_ENUM"));
    const Tags = [{ Key: "aws:x", Value: "" }];
    await expect(organizations.inviteAccountToOrganization({ Target: byId, Tags })).rejects.toMatchObject(
      invalid("INVALID_SYSTEM_TAGS_PARAMETER"),
    );
    const Notes = "n".repeat(1025);
    await expect(organizations.inviteAccountToOrganization({ Target: byId, Notes })).rejects.toMatchObject(
      invalid("MAX_LENGTH_EXCEEDED"),
    );
    expect((await organizations.listHandshakesForOrganization({})).Handshakes).toEqual([]);
  });

  test("takes one of the places for accounts until it ends", async () => {
    const { organizations, invite, people, later } = started((world) => {
      world.organization!.quotas.accounts = 2;
    });
    const { Id } = await invite();
    const full = { Reason: "ACCOUNT_NUMBER_LIMIT_EXCEEDED" };
    await expect(invite(byEmail)).rejects.toMatchObject(refused("HandshakeConstraintViolationException", full));
    const create = () => organizations.createAccount({ AccountName: "dev", Email: "dev@acme.com" });
    await expect(create()).rejects.toMatchObject(violates("ACCOUNT_NUMBER_LIMIT_EXCEEDED"));
    await organizations.cancelHandshake({ HandshakeId: Id });
    await create();
    await later(asyncMs);
    await expect(invite(byEmail)).rejects.toMatchObject(refused("HandshakeConstraintViolationException", full));
    expect(() => people("accept-invitation", outsider)).toThrow("no open invitation");
  });

  test("is one of 20 in a day, or of as many as there may be accounts", async () => {
    const { organizations, invite, later, world } = started((made) => addAccounts(made, 1));
    world.organization!.quotas.accounts = 10;
    const cycle = async () => {
      const { Id } = await invite();
      await organizations.cancelHandshake({ HandshakeId: Id });
    };
    for (let count = 0; count < 20; count += 1) await cycle();
    const tooMany = { Reason: "HANDSHAKE_RATE_LIMIT_EXCEEDED" };
    await expect(invite()).rejects.toMatchObject(refused("HandshakeConstraintViolationException", tooMany));
    world.organization!.quotas.accounts = 21;
    await cycle();
    await expect(invite()).rejects.toMatchObject(refused("HandshakeConstraintViolationException", tooMany));
    await later(day);
    await cycle();
  });
});

describe("handshakes", () => {
  test("are filtered by one thing at a time", async () => {
    const { organizations, invite } = started();
    const { Id } = await invite();
    const list = async (Filter: { ActionType?: "INVITE" | "ENABLE_ALL_FEATURES"; ParentHandshakeId?: string }) =>
      (await organizations.listHandshakesForOrganization({ Filter })).Handshakes!.map((handshake) => handshake.Id);
    expect(await list({})).toEqual([Id]);
    expect(await list({ ActionType: "INVITE" })).toEqual([Id]);
    expect(await list({ ActionType: "ENABLE_ALL_FEATURES" })).toEqual([]);
    expect(await list({ ParentHandshakeId: "h-12345678" })).toEqual([]);
    await expect(list({ ActionType: "INVITE", ParentHandshakeId: "h-12345678" })).rejects.toMatchObject(
      invalid("MAX_LIMIT_EXCEEDED_FILTER"),
    );
    await expect(list({ ActionType: "DANCE" as never })).rejects.toMatchObject(invalid("INVALID_ENUM"));
  });

  test("come on pages of 20", async () => {
    const { organizations, invite } = started((world) => {
      world.organization!.quotas.accounts = 100;
    });
    for (let n = 0; n < 21; n += 1) await invite({ Type: "ACCOUNT", Id: String(444_444_444_444 + n) });
    const first = await organizations.listHandshakesForOrganization({});
    expect(first.Handshakes).toHaveLength(20);
    const { Handshakes, NextToken } = await organizations.listHandshakesForOrganization({ NextToken: first.NextToken });
    expect(Handshakes).toHaveLength(1);
    expect(NextToken).toBeUndefined();
  });

  test("are described to every member, and canceled by the management account only", async () => {
    const { invite, as, world } = started((made) => addAccounts(made, 1));
    const { Id: HandshakeId } = await invite();
    const member = as(Object.keys(world.organization!.accounts)[1]!).organizations;
    expect((await member.describeHandshake({ HandshakeId })).Handshake!.State).toBe("OPEN");
    for (const call of [
      member.cancelHandshake({ HandshakeId }),
      member.listHandshakesForOrganization({}),
      member.inviteAccountToOrganization({ Target: byEmail }),
    ]) {
      await expect(call).rejects.toMatchObject(refused("AccessDeniedException"));
    }
  });
});
