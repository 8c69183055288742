import {
  DeleteAlternateContactCommand,
  GetAccountInformationCommand,
  GetAlternateContactCommand,
  GetContactInformationCommand,
  GetPrimaryEmailCommand,
  GetRegionOptStatusCommand,
  ListRegionsCommand,
  PutAccountNameCommand,
  PutAlternateContactCommand,
} from "@aws-sdk/client-account";
import { describe, expect, test } from "vitest";
import { accountManagement } from "../../../src/sandbox/account/index.ts";
import { addAccounts, refused, start } from "../organizations/harness.ts";

const ServicePrincipal = "account.amazonaws.com";

/** An organization with one member, that trusts Account Management or not. */
async function withMember({ trusted = true, ...options }: { trusted?: boolean } & Parameters<typeof start>[1] = {}) {
  let AccountId = "";
  const started = start((world) => {
    [AccountId = ""] = addAccounts(world, 1, { name: "dev", email: "dev@acme.com" });
  }, options);
  if (trusted) await started.organizations.enableAWSServiceAccess({ ServicePrincipal });
  return { ...started, AccountId };
}

describe("the caller's own account", () => {
  test.each(["empty", "guide"] as const)("of the %s world tells about itself, and is renamed", async (from) => {
    const { account, world, management } = start(undefined, { from });
    const information = () => account.send(new GetAccountInformationCommand({}));
    expect(await information()).toMatchObject({
      AccountId: management,
      AccountName: "acme",
      AccountState: "ACTIVE",
      AccountCreatedDate: new Date(world.standalone.createdAt),
    });
    await account.send(new PutAccountNameCommand({ AccountName: "Acme Inc." }));
    expect((await information()).AccountName).toBe("Acme Inc.");
  });

  test("has its new name in the organization, too", async () => {
    const { account, organizations, management } = start();
    await account.send(new PutAccountNameCommand({ AccountName: "Acme Inc." }));
    expect((await organizations.describeAccount({ AccountId: management })).Account!.Name).toBe("Acme Inc.");
  });

  test("is not named by the management account, trusted access or not", async () => {
    const { account, organizations, management, world } = start();
    const message =
      `User: ${world.caller.arn} is not authorized to perform: account:PutAccountName ` +
      "(The management account can only be managed using the standalone context from the management account.)";
    const put = () => account.send(new PutAccountNameCommand({ AccountName: "x", AccountId: management }));
    await expect(put()).rejects.toMatchObject(
      refused("AccessDeniedException", { message, $metadata: { httpStatusCode: 403 } }),
    );
    await organizations.enableAWSServiceAccess({ ServicePrincipal });
    await expect(put()).rejects.toMatchObject(refused("AccessDeniedException", { message }));
    await expect(account.send(new GetPrimaryEmailCommand({ AccountId: management }))).rejects.toMatchObject(
      refused("AccessDeniedException"),
    );
  });

  test("without an organization names nobody", async () => {
    const { account, management } = start(undefined, { from: "empty" });
    await expect(account.send(new GetPrimaryEmailCommand({ AccountId: management }))).rejects.toMatchObject(
      refused("AccessDeniedException"),
    );
  });
});

describe("a member account", () => {
  test("is renamed by the management account, and nothing else of it", async () => {
    const { account, organizations, AccountId } = await withMember();
    const before = (await organizations.describeAccount({ AccountId })).Account;
    await account.send(new PutAccountNameCommand({ AccountId, AccountName: "acme-dev" }));
    const after = (await organizations.describeAccount({ AccountId })).Account;
    expect(after).toEqual({ ...before, Name: "acme-dev" });
    const information = await account.send(new GetAccountInformationCommand({ AccountId }));
    expect(information).toMatchObject({ AccountId, AccountName: "acme-dev", AccountState: "ACTIVE" });
    expect((await account.send(new GetPrimaryEmailCommand({ AccountId }))).PrimaryEmail).toBe("dev@acme.com");
  });

  test("is out of reach until the organization trusts the service, which the guide's does not", async () => {
    const { account, AccountId, world, organizations } = await withMember({ trusted: false });
    const put = () => account.send(new PutAccountNameCommand({ AccountId, AccountName: "acme-dev" }));
    await expect(put()).rejects.toMatchObject(
      refused("AccessDeniedException", {
        message:
          `User: ${world.caller.arn} is not authorized to perform: account:PutAccountName ` +
          "(Your organization must first enable trusted access with AWS Account Management.)",
      }),
    );
    await expect(account.send(new GetPrimaryEmailCommand({ AccountId }))).rejects.toMatchObject(
      refused("AccessDeniedException"),
    );
    await organizations.enableAWSServiceAccess({ ServicePrincipal });
    await put();
    expect(world.organization!.accounts[AccountId]!.name).toBe("acme-dev");
  });

  test("is out of reach without all features", async () => {
    const { account, AccountId, world } = await withMember();
    world.organization!.featureSet = "CONSOLIDATED_BILLING";
    await expect(account.send(new GetPrimaryEmailCommand({ AccountId }))).rejects.toMatchObject(
      refused("AccessDeniedException"),
    );
  });

  test("that is another organization's is out of reach", async () => {
    const { account } = await withMember();
    await expect(account.send(new GetPrimaryEmailCommand({ AccountId: "999999999999" }))).rejects.toMatchObject(
      refused("AccessDeniedException"),
    );
  });

  test("names nobody", async () => {
    const { account, AccountId, management, world } = await withMember();
    world.caller.accountId = AccountId;
    for (const id of [AccountId, management]) {
      await expect(account.send(new GetPrimaryEmailCommand({ AccountId: id }))).rejects.toMatchObject(
        refused("AccessDeniedException"),
      );
    }
    expect((await account.send(new GetAccountInformationCommand({}))).AccountId).toBe(AccountId);
  });

  test("is managed by the service's delegated administrator, too, and the management account is not", async () => {
    let other = "";
    const { as, organizations, AccountId, management, world } = await withMember();
    [other = ""] = addAccounts(world, 1);
    const put = (client: typeof delegate, id?: string) =>
      client.send(new PutAccountNameCommand({ AccountId: id, AccountName: "new" }));
    const delegate = as(other).account;
    const denied = refused("AccessDeniedException");
    await expect(put(delegate, AccountId)).rejects.toMatchObject(denied);
    await organizations.registerDelegatedAdministrator({ AccountId: other, ServicePrincipal });
    await put(delegate, AccountId);
    expect(world.organization!.accounts[AccountId]!.name).toBe("new");
    await put(delegate, other);
    await expect(put(delegate, management)).rejects.toMatchObject(denied);
    await expect(put(as(AccountId).account, other)).rejects.toMatchObject(denied);
    await put(as(AccountId).account);
    await organizations.disableAWSServiceAccess({ ServicePrincipal });
    await expect(put(delegate, AccountId)).rejects.toMatchObject(denied);
    expect(world.organization!.accounts[management]!.name).toBe("acme");
  });

  test("that is being closed is active to this service, until it is closed", async () => {
    const { account, organizations, AccountId, later } = await withMember();
    const state = async () => (await account.send(new GetAccountInformationCommand({ AccountId }))).AccountState;
    await organizations.closeAccount({ AccountId });
    expect(await state()).toBe("ACTIVE");
    await later(2000);
    expect(await state()).toBe("CLOSED");
  });
});

describe("an input that does not fit", () => {
  test.each([
    ["a name with <", { AccountName: "a<b" }, "AccountName"],
    ["a name with >", { AccountName: "a>b" }, "AccountName"],
    ["a name beyond ASCII", { AccountName: "dév" }, "AccountName"],
    ["an empty name", { AccountName: "" }, "AccountName"],
    ["a name over 50 characters", { AccountName: "n".repeat(51) }, "AccountName"],
    ["no name", { AccountName: undefined }, "AccountName"],
    ["an id that is none", { AccountName: "dev", AccountId: "123" }, "AccountId"],
  ])("is refused: %s", async (_, input, field) => {
    const { account, world } = start();
    await expect(account.send(new PutAccountNameCommand(input))).rejects.toMatchObject(
      refused("ValidationException", {
        reason: "fieldValidationFailed",
        fieldList: expect.arrayContaining([{ name: field, message: expect.stringMatching(/^Member must /) }]),
        $metadata: { httpStatusCode: 400 },
      }),
    );
    expect(world.standalone.name).toBe("acme");
  });

  test("lists all that does not", async () => {
    const put = new PutAccountNameCommand({ AccountName: "<".repeat(51), AccountId: "1" });
    const error = await start()
      .account.send(put)
      .catch((thrown) => thrown);
    expect(error.fieldList.map(({ name }: { name: string }) => name)).toEqual([
      "AccountId",
      "AccountName",
      "AccountName",
    ]);
    expect(error.message).toContain("Member must have length less than or equal to 50");
  });

  test("is no JSON of this service when its type is another", async () => {
    const put = new PutAccountNameCommand({ AccountName: 5 as never });
    await expect(start().account.send(put)).rejects.toMatchObject(refused("SerializationException"));
  });

  test("is one without the account id for GetPrimaryEmail", async () => {
    const get = new GetPrimaryEmailCommand({ AccountId: undefined });
    await expect(start().account.send(get)).rejects.toMatchObject(refused("ValidationException"));
  });
});

describe("contacts", () => {
  test("are the management account's for everybody", async () => {
    const { account, AccountId } = await withMember();
    const { ContactInformation: own } = await account.send(new GetContactInformationCommand({}));
    expect(own).toMatchObject({
      CompanyName: "acme",
      CountryCode: "US",
      PhoneNumber: expect.stringMatching(/^\+[\s0-9()-]+$/),
    });
    const { ContactInformation: member } = await account.send(new GetContactInformationCommand({ AccountId }));
    expect(member).toEqual(own);
  });

  test("besides the first are put, replaced and deleted, each account's for itself", async () => {
    const { account, AccountId, sandbox } = await withMember();
    const AlternateContactType = "SECURITY" as const;
    const dax = { Name: "Dax", Title: "CISO", EmailAddress: "security@acme.com", PhoneNumber: "+1 (555) 010-0199" };
    const get = async (id?: string, type: "SECURITY" | "BILLING" = AlternateContactType) =>
      (await account.send(new GetAlternateContactCommand({ AccountId: id, AlternateContactType: type })))
        .AlternateContact;
    const put = (change: object = {}, id: string | undefined = AccountId) =>
      account.send(new PutAlternateContactCommand({ ...dax, ...change, AlternateContactType, AccountId: id }));
    const remove = () => account.send(new DeleteAlternateContactCommand({ AccountId, AlternateContactType }));
    await put();
    await put();
    expect(await get(AccountId)).toEqual({ ...dax, AlternateContactType });
    const missing = refused("ResourceNotFoundException");
    await expect(get()).rejects.toMatchObject(missing);
    await expect(get(AccountId, "BILLING")).rejects.toMatchObject(missing);
    await put({ Name: "Eve" });
    expect(await get(AccountId)).toEqual({ ...dax, Name: "Eve", AlternateContactType });
    expect(sandbox.snapshot().alternateContacts).toEqual({ [AccountId]: { SECURITY: { ...dax, Name: "Eve" } } });
    await remove();
    await expect(get(AccountId)).rejects.toMatchObject(missing);
    await expect(remove()).rejects.toMatchObject(missing);
    for (const wrong of [
      { Name: "n".repeat(65) },
      { Name: "" },
      { Title: "t".repeat(51) },
      { Title: undefined },
      { EmailAddress: "security" },
      { EmailAddress: `${"a".repeat(250)}@acme.com` },
      { PhoneNumber: "1".repeat(26) },
      { PhoneNumber: "none" },
    ]) {
      await expect(put(wrong)).rejects.toMatchObject(refused("ValidationException"));
    }
    await expect(get(AccountId)).rejects.toMatchObject(missing);
  });

  test("besides the first are not set at first", async () => {
    const { account, AccountId } = await withMember();
    for (const AlternateContactType of ["BILLING", "OPERATIONS", "SECURITY"] as const) {
      const get = new GetAlternateContactCommand({ AlternateContactType, AccountId });
      await expect(account.send(get)).rejects.toMatchObject(
        refused("ResourceNotFoundException", { $metadata: { httpStatusCode: 404 } }),
      );
    }
    const other = new GetAlternateContactCommand({ AlternateContactType: "LEGAL" as never });
    await expect(account.send(other)).rejects.toMatchObject(refused("ValidationException"));
  });
});

describe("Regions", () => {
  test("are those that are on by default, and those that nobody opted in to", async () => {
    const { account } = start();
    const list = async (...RegionOptStatusContains: ("ENABLED_BY_DEFAULT" | "DISABLED" | "ENABLED")[]) => {
      const { Regions } = await account.send(new ListRegionsCommand({ RegionOptStatusContains }));
      return Regions!.map(({ RegionName }) => RegionName!);
    };
    const byDefault = await list("ENABLED_BY_DEFAULT");
    expect(byDefault).toHaveLength(17);
    expect(byDefault).toContain("us-east-1");
    expect(await list("DISABLED")).toContain("eu-central-2");
    expect(await list("ENABLED")).toEqual([]);
    const { Regions } = await account.send(new ListRegionsCommand({}));
    const names = Regions!.map(({ RegionName }) => RegionName!);
    expect(names).toEqual([...new Set(names)].toSorted());
    for (const { RegionName, RegionOptStatus } of Regions!) {
      const one = await start().account.send(new GetRegionOptStatusCommand({ RegionName }));
      expect(one).toMatchObject({ RegionName, RegionOptStatus });
    }
  });

  test("come on pages", async () => {
    const { account } = start();
    const names = [];
    for (let NextToken: string | undefined; ;) {
      const answer = await account.send(new ListRegionsCommand({ MaxResults: 10, NextToken }));
      expect(answer.Regions!.length).toBeLessThanOrEqual(10);
      names.push(...answer.Regions!);
      NextToken = answer.NextToken;
      if (NextToken === undefined) break;
    }
    expect(names).toEqual((await account.send(new ListRegionsCommand({}))).Regions);
    for (const wrong of [{ MaxResults: 51 }, { MaxResults: 0 }, { NextToken: "mine" }]) {
      await expect(account.send(new ListRegionsCommand(wrong))).rejects.toMatchObject(refused("ValidationException"));
    }
  });

  test("that there are not have no status", async () => {
    const get = new GetRegionOptStatusCommand({ RegionName: "eu-moon-1" });
    await expect(start().account.send(get)).rejects.toMatchObject(
      refused("ValidationException", { reason: "invalidRegionOptTarget" }),
    );
  });
});

test("every operation has a rate, and refuses what is above it with status 429", async () => {
  expect(Object.values(accountManagement.operations).filter(({ quota }) => !quota)).toEqual([]);
  const { account, later } = start(undefined, { throttle: true });
  const put = () => account.send(new PutAccountNameCommand({ AccountName: "x" }));
  await put();
  await expect(put()).rejects.toMatchObject(
    refused("TooManyRequestsException", { $metadata: { httpStatusCode: 429 } }),
  );
  await later(1000);
  await put();
});
