import { describe, expect, test } from "vitest";
import type { World } from "../../src/sandbox/index.ts";
import { filesFrom } from "../draft/files.ts";
import { bench, configOf } from "../support/engine.ts";
import { type FileContacts, type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { describeFaults } from "./faults.ts";

const SERVICE = "account.amazonaws.com";
const team = { name: "Security team", title: "Security", email: "security@acme.com", phone: "+1 555 0100" };
const person = { name: "Jo Doe", title: "CFO", email: "jo@acme.com", phone: "+1 555 0101" };

/** An organization of four, with the contacts of each by its name; all of them when only some are given. */
function file(contacts: Readonly<Record<string, FileContacts>> = {}, others: OrgFile = {}): OrgFile {
  const names = ["acme", "dev", "production", "audit"];
  const accounts = names.map((name) => [
    name,
    {
      ...(name === "acme" ? { email: "aws@acme.com", management: true } : { email: `aws+${name}@acme.com` }),
      ...(contacts[name] === undefined ? {} : { contacts: contacts[name] }),
    },
  ]);
  return { ...others, accounts: Object.fromEntries(accounts) as NonNullable<OrgFile["accounts"]> };
}

const load = (wanted: OrgFile) => configOf(textOf(wanted));
const addressesOf = (changes: readonly { action: string; address: string }[]): string[] =>
  changes.map(({ action, address }) => `${action} ${address}`).toSorted();

function idOf(world: World, name: string): string {
  const found = Object.values(world.organization?.accounts ?? {}).find((account) => account.name === name);
  if (found === undefined) throw new Error(`no account ${name}`);
  return found.id;
}

describe("a fault", () => {
  describeFaults({
    before: file({ acme: {}, dev: { billing: person, operations: person } }),
    after: file({ acme: { security: team }, dev: { billing: team } }),
    reads: {
      "account:GetAlternateContact": ["AlternateContact", "Name", "Title", "EmailAddress", "PhoneNumber"],
    },
    writes: {
      "account:DeleteAlternateContact": ["alternateContact:dev:operations"],
      "account:PutAlternateContact": ["alternateContact:acme:security", "alternateContact:dev:billing"],
    },
  });
});

test("contacts are read of the accounts that the file decides, and of no others", async () => {
  const there = bench(worldOf(file({ acme: { billing: person }, dev: { billing: person } })));
  const { plan } = await there.plan(await load(file({ dev: { billing: person } })));
  expect(plan.changes).toEqual([]);
  const asked = there.calls.filter(({ operation }) => operation === "GetAlternateContact");
  expect(asked.map(({ input }) => (input as { AccountId?: string }).AccountId)).toEqual(
    Array.from({ length: 3 }, () => idOf(there.world, "dev")),
  );
});

test("an account that is to be closed keeps its contacts", async () => {
  const there = bench(worldOf(file({ acme: {}, dev: { billing: person } })));
  const wanted = file({ acme: {}, dev: { security: team } });
  const config = await configOf(textOf(wanted).replace('"aws+dev@acme.com"', '"aws+dev@acme.com", "closed": true'));
  const { plan } = await there.plan(config);
  expect(plan.changes.filter(({ kind }) => kind === "alternateContact")).toEqual([]);
  expect(plan.notices.map(({ message }) => message)).toContain(
    "contacts are left as they are in accounts that are not active: dev (closed: true)",
  );
});

test("the first apply gives trusted access, and the next plan compares", async () => {
  const world = worldOf(file());
  const there = bench(world);
  world.alternateContacts = {
    [idOf(world, "dev")]: { BILLING: { Name: "A", Title: "B", EmailAddress: "c@d.e", PhoneNumber: "1" } },
  };
  const config = await load({ ...file({ dev: { security: team } }), trustedServices: [SERVICE] });
  const { plan } = await there.apply(config);
  expect(addressesOf(plan.changes)).toEqual([`create trustedService:${SERVICE}`]);
  expect(plan.notices).toMatchObject([{ code: "ORG0603", message: expect.stringContaining("dev") }]);
  const { plan: next } = await there.apply(config);
  expect(addressesOf(next.changes)).toEqual([
    "create alternateContact:dev:security",
    "delete alternateContact:dev:billing",
  ]);
  expect((await there.plan(config)).plan).toMatchObject({ changes: [], notices: [] });
});

test("a new account that Account Management does not know yet is given time", async () => {
  const there = bench(
    worldOf({ accounts: { acme: { email: "aws@acme.com", management: true, contacts: { security: team } } } }),
    {
      faults: [1, 2].map((nth) => ({ operation: "account:PutAlternateContact", kind: "access-denied", nth })),
    },
  );
  const wanted = { ...file({ acme: {} }), defaults: { contacts: { security: team } } };
  const { outcome } = await there.apply(await load(wanted));
  expect(outcome.failed).toEqual([]);
  expect((await there.plan(await load(wanted))).plan.changes).toEqual([]);
});

test("outside the management account its contacts are out of reach, and those of members are not", async () => {
  const world = worldOf(file({ acme: { billing: person }, dev: {} }));
  const caller = idOf(world, "audit");
  if (world.organization === null) throw new Error("the world has one");
  world.organization.delegatedAdministrators = { [caller]: { [SERVICE]: { enabledAt: world.now } } };
  const there = bench(world, { caller });
  const config = await load(file({ acme: {}, dev: { security: team }, audit: { security: team } }));
  const { plan, outcome } = await there.apply(config);
  expect(addressesOf(plan.changes)).toEqual([
    "create alternateContact:audit:security",
    "create alternateContact:dev:security",
  ]);
  expect(plan.notices).toMatchObject([
    { code: "ORG0605", message: expect.stringContaining("the management account acme are not managed from here") },
  ]);
  expect(outcome).toMatchObject({ failed: [], skipped: [], left: [], waiting: [] });
  expect((await there.plan(config)).plan.changes).toEqual([]);
  expect(there.calls.every(({ error }) => error === undefined || error === "ResourceNotFoundException")).toBe(true);
});

describe("an import", () => {
  const drafted = async (world: World) => filesFrom((await bench(world).draft()).draft)["org.yaml"] ?? "";

  test("says a contact once that all accounts share, and every other where it belongs", async () => {
    const shared = { security: team };
    const world = worldOf(
      file({ acme: shared, dev: { ...shared, billing: person }, production: shared, audit: shared }),
    );
    const text = await drafted(world);
    expect(text.match(/security@acme\.com/g)).toHaveLength(1);
    expect(text).toMatch(/^defaults:\n +contacts:\n +security:/m);
    expect(text.match(/jo@acme\.com/g)).toHaveLength(1);
    expect((await bench(world).plan(await configOf(text))).plan.changes).toEqual([]);
  });

  test("says it where it belongs when one account has it otherwise", async () => {
    const shared = { security: team };
    const world = worldOf(file({ acme: shared, dev: shared, production: { security: person }, audit: shared }));
    const text = await drafted(world);
    expect(text).not.toContain("defaults:");
    expect(text.match(/security@acme\.com/g)).toHaveLength(3);
    expect((await bench(world).plan(await configOf(text))).plan.changes).toEqual([]);
  });

  test("leaves out the contacts of an account that org.yaml cannot say", async () => {
    const odd = { billing: { ...person, name: "Jo\u202eDoe" }, security: team };
    const world = worldOf(file({ acme: { security: team }, dev: odd, production: { security: team } }));
    const text = await drafted(world);
    expect(text).toContain("Its contacts are left out");
    expect(text.match(/security@acme\.com/g)).toHaveLength(2);
    expect((await bench(world).plan(await configOf(text))).plan.changes).toEqual([]);
  });

  test("goes on without trusted access, and says so", async () => {
    const listed = await load({ accounts: { acme: { email: "aws@acme.com", management: true } } });
    const { draft, before } = await bench(worldOf(file())).draft(listed);
    expect(filesFrom(draft)["org.yaml"]).toContain("aws+dev@acme.com");
    expect(filesFrom(draft)["org.yaml"]).not.toContain("contacts:");
    expect(before?.notices).toMatchObject([
      {
        code: "ORG0502",
        message: "contacts were not read",
        hint: expect.stringContaining("enable-aws-service-access"),
      },
    ]);
  });
});
