import { describe, expect, test } from "vitest";
import { start, storeId as IdentityStoreId } from "../sso-admin/harness.ts";

const dax = {
  IdentityStoreId,
  UserName: "dax@acme.com",
  DisplayName: "Dax Raad",
  Name: { GivenName: "Dax", FamilyName: "Raad" },
  Emails: [{ Value: "dax@acme.com", Type: "work", Primary: true }],
};
const eve = { ...dax, UserName: "eve@acme.com", Emails: [{ Value: "eve@acme.com" }] };
const invalid = { name: "ValidationException" };
const userNotFound = { name: "ResourceNotFoundException", message: "USER not found.", ResourceType: "USER" };
const nobody = "ffffffff-ffff-4fff-8fff-ffffffffffff";

async function withDax() {
  const aws = start();
  const { UserId } = await aws.store.createUser(dax);
  const describeDax = () => aws.store.describeUser({ IdentityStoreId, UserId: UserId! });
  const update = (operations: Record<string, unknown>) =>
    aws.store.updateUser({
      IdentityStoreId,
      UserId: UserId!,
      Operations: Object.entries(operations).map(([AttributePath, value]) => ({
        AttributePath,
        AttributeValue: value as never,
      })),
    });
  return { ...aws, UserId: UserId!, describeDax, update };
}

describe("creating a user", () => {
  test("keeps what it is told, and says when and by whom", async () => {
    const { store } = start();
    const more = {
      NickName: "d",
      ProfileUrl: "https://acme.com/dax",
      PhoneNumbers: [{ Value: "+1 555 0100", Type: "work", Primary: true }],
      Addresses: [{ StreetAddress: "1 Main St", Locality: "Town", Country: "US", Primary: true }],
      Title: "Engineer",
      UserType: "employee",
      PreferredLanguage: "en",
      Locale: "en-US",
      Timezone: "America/New_York",
      Photos: [{ Value: "https://acme.com/dax.png" }],
      Website: "https://dax.dev",
      Birthdate: "1990-01-31",
      Roles: [{ Value: "Researcher" }],
    };
    const made = await store.createUser({ ...dax, ...more });
    expect(made.IdentityStoreId).toBe(IdentityStoreId);
    expect(made.UserId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const described = await store.describeUser({ IdentityStoreId, UserId: made.UserId! });
    expect(described).toMatchObject({
      ...dax,
      ...more,
      UserStatus: "ENABLED",
      CreatedBy: expect.stringMatching(/^arn:/),
    });
    expect(described.CreatedAt).toBeInstanceOf(Date);
    expect(described.UpdatedAt).toEqual(described.CreatedAt);
    expect(described.ExternalIds).toBeUndefined();
  });

  test.each([
    ["a user name", { UserName: undefined }, "userName is a required attribute"],
    ["a display name", { DisplayName: undefined }, "displayname: The attribute displayname is required"],
    ["a name", { Name: undefined }, "name: The attribute name is required"],
    ["a given name", { Name: { FamilyName: "Raad" } }, "givenname: The attribute givenname is required"],
    ["a family name", { Name: { GivenName: "Dax" } }, "familyname: The attribute familyname is required"],
    [
      "both names",
      { Name: {}, DisplayName: undefined },
      "displayname: The attribute displayname is required, name: The attribute name is required",
    ],
  ])("needs %s", async (_what, without, message) => {
    await expect(start().store.createUser({ ...dax, ...without })).rejects.toMatchObject({ ...invalid, message });
  });

  test.each([
    ["Duplicate UserName", { UserName: "Dax@Acme.com" }],
    ["Duplicate Email", { Emails: [{ Value: "DAX@acme.com" }] }],
  ])("is refused as %s, whatever the case of the letters", async (message, same) => {
    const { store } = await withDax();
    await expect(store.createUser({ ...eve, ...same })).rejects.toMatchObject({
      name: "ConflictException",
      message,
      Reason: "UNIQUENESS_CONSTRAINT_VIOLATION",
    });
    expect((await store.listUsers({ IdentityStoreId })).Users).toHaveLength(1);
  });

  test.each(["Administrator", "AWSAdministrators", "administrator"])(
    "refuses the reserved name %s",
    async (UserName) => {
      await expect(start().store.createUser({ ...dax, UserName })).rejects.toMatchObject(invalid);
    },
  );

  test.each([
    ["a user name with a space", { UserName: "dax raad" }, "userName"],
    ["a user name of 129 characters", { UserName: "x".repeat(129) }, "userName"],
    ["an empty title", { Title: "" }, "title"],
    ["a title of 1,025 characters", { Title: "x".repeat(1025) }, "title"],
    ["two e-mails", { Emails: [{ Value: "a@x.com" }, { Value: "b@x.com" }] }, "emails"],
    ["no e-mail in the list", { Emails: [] }, "emails"],
    ["four photos", { Photos: Array.from({ length: 4 }, () => ({ Value: "p" })) }, "photos"],
  ])("refuses %s, without repeating it", async (_what, wrong, member) => {
    await expect(start().store.createUser({ ...dax, ...wrong })).rejects.toMatchObject({
      ...invalid,
      message: expect.stringMatching(
        `^\\d validation errors? detected: Value at '${member}' failed to satisfy constraint: Member must`,
      ),
    });
  });

  test("takes letters of any script", async () => {
    const { store } = start();
    await store.createUser({
      ...dax,
      UserName: "дакс",
      DisplayName: "ダックス",
      Name: { GivenName: "Ð", FamilyName: "李" },
    });
    expect((await store.listUsers({ IdentityStoreId })).Users).toMatchObject([{ UserName: "дакс" }]);
  });
});

describe("updating a user", () => {
  test("sets, replaces and removes by camel-case paths", async () => {
    const { describeDax, update } = await withDax();
    await update({
      title: "Engineer",
      "name.givenName": "David",
      "name.formatted": "David R",
      displayName: "David",
      emails: [{ value: "david@acme.com", type: "home", primary: true }],
      addresses: [{ streetAddress: "1 Main St", postalCode: "123" }],
    });
    const after = await describeDax();
    expect(after).toMatchObject({
      Title: "Engineer",
      DisplayName: "David",
      Name: { GivenName: "David", FamilyName: "Raad", Formatted: "David R" },
      Emails: [{ Value: "david@acme.com", Type: "home", Primary: true }],
      Addresses: [{ StreetAddress: "1 Main St", PostalCode: "123" }],
    });
    await update({ title: null, "name.formatted": null, addresses: null, emails: null });
    const last = await describeDax();
    expect(last.Title).toBeUndefined();
    expect(last.Addresses).toBeUndefined();
    expect(last.Emails).toBeUndefined();
    expect(last.Name).toEqual({ GivenName: "David", FamilyName: "Raad" });
  });

  test("notes the time", async () => {
    const { later, describeDax, update } = await withDax();
    await later(60_000);
    await update({ title: "Engineer" });
    const { CreatedAt, UpdatedAt } = await describeDax();
    expect(UpdatedAt!.getTime() - CreatedAt!.getTime()).toBeGreaterThanOrEqual(60_000);
  });

  test.each([
    ["an empty text", { title: "" }],
    ["a list in place of a text", { title: ["x"] }],
    ["a path in Pascal case", { Title: "x" }],
    ["a part in Pascal case", { "name.GivenName": "x" }],
    ["an unknown path", { shoeSize: "44" }],
    ["an unknown part", { "name.maiden": "x" }],
    ["a path into a list", { "emails.value": "x@acme.com" }],
    ["another user name", { userName: "david" }],
    ["the status", { userStatus: "DISABLED" }],
    ["no given name", { "name.givenName": null }],
    ["no name", { name: null }],
    ["no display name", { displayName: null }],
    ["two e-mails", { emails: [{ value: "a@x.com" }, { value: "b@x.com" }] }],
    ["an empty list", { emails: [] }],
    ["an entry in Pascal case", { emails: [{ Value: "a@x.com" }] }],
    ["null in an entry", { emails: [{ value: "a@x.com", type: null }] }],
  ])("refuses %s and does nothing at all", async (_what, wrong) => {
    const { describeDax, update } = await withDax();
    await expect(update({ nickName: "D", ...wrong })).rejects.toMatchObject(invalid);
    const { NickName, Name, DisplayName, Emails } = await describeDax();
    expect({ NickName, Name, DisplayName, Emails }).toEqual({
      NickName: undefined,
      Name: dax.Name,
      DisplayName: dax.DisplayName,
      Emails: dax.Emails,
    });
  });

  test("the message for two e-mails names the limit", async () => {
    const { update } = await withDax();
    await expect(update({ emails: [{ value: "a@x.com" }, { value: "b@x.com" }] })).rejects.toMatchObject({
      message: "List attribute emails exceeds allowed limit of 1",
    });
  });

  test("to somebody else's address is a conflict; to its own in other letters is not", async () => {
    const { store, describeDax, update } = await withDax();
    await store.createUser(eve);
    await expect(update({ emails: [{ value: "Eve@acme.com" }] })).rejects.toMatchObject({
      name: "ConflictException",
      Reason: "UNIQUENESS_CONSTRAINT_VIOLATION",
    });
    await update({ emails: [{ value: "DAX@ACME.COM" }] });
    expect((await describeDax()).Emails).toEqual([{ Value: "DAX@ACME.COM" }]);
  });

  test("frees the address that it leaves", async () => {
    const { store, update } = await withDax();
    await update({ emails: [{ value: "david@acme.com" }] });
    await store.createUser({ ...eve, Emails: dax.Emails });
    expect((await store.listUsers({ IdentityStoreId })).Users).toHaveLength(2);
  });

  test("takes 1 to 100 operations", async () => {
    const { store, UserId } = await withDax();
    const one = { AttributePath: "title", AttributeValue: "x" };
    for (const Operations of [[], Array.from({ length: 101 }, () => one)]) {
      await expect(store.updateUser({ IdentityStoreId, UserId, Operations })).rejects.toMatchObject(invalid);
    }
  });
});

describe("finding a user", () => {
  test("by user name or e-mail, whatever the case of the letters", async () => {
    const { store, UserId } = await withDax();
    const find = (AttributePath: string, AttributeValue: string) =>
      store.getUserId({ IdentityStoreId, AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } } });
    expect((await find("userName", "dax@acme.com")).UserId).toBe(UserId);
    expect((await find("emails.value", "DAX@acme.com")).UserId).toBe(UserId);
    await expect(find("userName", "eve")).rejects.toMatchObject(userNotFound);
    await expect(find("displayName", "Dax Raad")).rejects.toMatchObject(invalid);
  });

  test("by the id that an identity provider gave it", async () => {
    const { store, center, UserId } = await withDax();
    center.users[UserId]!.externalIds = [{ Issuer: "https://idp.example", Id: "42" }];
    const ExternalId = { Issuer: "https://idp.example", Id: "42" };
    expect((await store.getUserId({ IdentityStoreId, AlternateIdentifier: { ExternalId } })).UserId).toBe(UserId);
    expect((await store.describeUser({ IdentityStoreId, UserId })).ExternalIds).toEqual([ExternalId]);
  });

  test("that is not there, or in a store that is not there", async () => {
    const { store } = await withDax();
    await expect(store.describeUser({ IdentityStoreId, UserId: nobody })).rejects.toMatchObject({
      ...userNotFound,
      ResourceId: nobody,
    });
    await expect(
      store.updateUser({ IdentityStoreId, UserId: nobody, Operations: [{ AttributePath: "title" }] }),
    ).rejects.toMatchObject(userNotFound);
    await expect(store.listUsers({ IdentityStoreId: "d-ffffffffff" })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      ResourceType: "IDENTITY_STORE",
    });
    const elsewhere = start(() => {}, { region: "eu-west-1" });
    await expect(elsewhere.store.listUsers({ IdentityStoreId })).rejects.toMatchObject({
      ResourceType: "IDENTITY_STORE",
    });
  });

  test("in a list that takes no filters any more", async () => {
    const { store } = await withDax();
    const Filters = [{ AttributePath: "UserName", AttributeValue: "dax@acme.com" }];
    await expect(store.listUsers({ IdentityStoreId, Filters })).rejects.toMatchObject(invalid);
  });

  test("in a list of pages of at most 100", async () => {
    const { store, user } = start();
    for (let n = 0; n < 101; n += 1) await user(`user-${n}`);
    const first = await store.listUsers({ IdentityStoreId });
    expect(first.Users).toHaveLength(100);
    const second = await store.listUsers({ IdentityStoreId, NextToken: first.NextToken });
    expect(second.Users).toMatchObject([{ UserName: "user-100" }]);
    expect(second.NextToken).toBeUndefined();
    await expect(store.listUsers({ IdentityStoreId, MaxResults: 101 })).rejects.toMatchObject(invalid);
  });

  test("shows extensions to those who ask for them", async () => {
    const { store } = start();
    const Extensions = { "aws:identitystore:enterprise": { department: "Core" } };
    const { UserId } = await store.createUser({ ...dax, Extensions });
    expect((await store.describeUser({ IdentityStoreId, UserId: UserId! })).Extensions).toBeUndefined();
    const asked = { IdentityStoreId, Extensions: ["aws:identitystore:enterprise"] };
    expect((await store.describeUser({ ...asked, UserId: UserId! })).Extensions).toEqual(Extensions);
    expect((await store.listUsers(asked)).Users?.[0]?.Extensions).toEqual(Extensions);
  });

  test("that the console disabled shows that", async () => {
    const { center, UserId, describeDax } = await withDax();
    center.users[UserId]!.status = "DISABLED";
    expect((await describeDax()).UserStatus).toBe("DISABLED");
  });
});

describe("deleting a user", () => {
  test("frees its names and ends its memberships", async () => {
    const { store, UserId, group, join } = await withDax();
    const admins = await group("admins");
    const MembershipId = await join(admins, UserId);
    await store.deleteUser({ IdentityStoreId, UserId });
    await expect(store.describeUser({ IdentityStoreId, UserId })).rejects.toMatchObject(userNotFound);
    await expect(store.deleteUser({ IdentityStoreId, UserId })).rejects.toMatchObject(userNotFound);
    expect((await store.listGroupMemberships({ IdentityStoreId, GroupId: admins })).GroupMemberships).toEqual([]);
    await expect(store.describeGroupMembership({ IdentityStoreId, MembershipId })).rejects.toMatchObject({
      ResourceType: "GROUP_MEMBERSHIP",
    });
    expect((await store.createUser(dax)).UserId).not.toBe(UserId);
  });
});
