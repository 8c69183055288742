import { describe, expect, test } from "vitest";
import { InvalidConfig, OrgsyncError } from "../../src/model/errors.ts";
import { CONSOLE_STEPS, type FaultKind, type Invitation, type World } from "../../src/sandbox/index.ts";
import { filesFrom } from "../draft/files.ts";
import { bench, configOf } from "../support/engine.ts";
import { worldOf } from "../worlds/world.ts";

const ID = "123456789012";
const text = (entry: string): string => `
version: 1
accounts:
  acme: { email: aws@acme.com, management: true }
  bought: { email: aws@bought.com, ${entry} }
`;
const wanted = () => configOf(text(`invite: "${ID}", tags: { stage: bought }`));
const organization = () => worldOf({ accounts: { acme: { email: "aws@acme.com", management: true } } });

const invitationsIn = (world: World): Invitation[] => Object.values(world.organization?.invitations ?? {});

function put(world: World, target: Invitation["target"], state: Invitation["state"]): void {
  if (world.organization === null) throw new Error("the world has one");
  const ended = state === "OPEN" ? {} : { endedAt: world.now };
  world.organization.invitations = {
    "h-aaaaaaaaaa": {
      id: "h-aaaaaaaaaa",
      state,
      target,
      tags: {},
      requestedAt: world.now,
      expiresAt: world.now + 15 * 24 * 60 * 60 * 1000,
      ...ended,
    },
  };
}

describe("an entry with invite", () => {
  test("is invited once, with its tags, and never created", async () => {
    const there = bench(organization());
    await there.apply(await wanted());
    await there.apply(await wanted());
    expect(invitationsIn(there.world)).toMatchObject([
      { state: "OPEN", target: { type: "ACCOUNT", id: ID }, tags: { stage: "bought" } },
    ]);
    expect(there.calls.map(({ operation }) => operation)).not.toContain("CreateAccount");
  });

  test.each<FaultKind>(["throttle", "busy", "error-500", "error-500-after", "reset", "reset-after", "timeout-after"])(
    "is invited once in spite of %s",
    async (kind) => {
      const operation = "organizations:InviteAccountToOrganization";
      const there = bench(organization(), { faults: [{ operation, kind, nth: 1 }] });
      const { outcome } = await there.apply(await wanted());
      expect(outcome).toMatchObject({ done: ["invitation:bought"], failed: [], left: [] });
      expect(invitationsIn(there.world)).toHaveLength(1);
    },
  );

  test("is taken for invited when somebody else was faster", async () => {
    const world = organization();
    const there = bench(world, {
      observe: ({ operation }) => {
        if (operation === "ListHandshakesForOrganization" && invitationsIn(world).length === 0)
          put(world, { type: "ACCOUNT", id: ID }, "OPEN");
      },
    });
    const { plan, outcome } = await there.apply(await wanted());
    expect(plan.changes.map(({ address }) => address)).toContain("invitation:bought");
    expect(outcome).toMatchObject({ done: ["invitation:bought"], failed: [] });
    expect(there.calls.find(({ operation }) => operation === "InviteAccountToOrganization")?.error).toBe(
      "DuplicateHandshakeException",
    );
  });

  test.each<Invitation["target"]>([
    { type: "ACCOUNT", id: ID },
    { type: "EMAIL", id: "AWS@bought.com" },
  ])("is not invited again while an invitation to $id is open", async (target) => {
    const world = organization();
    put(world, target, "OPEN");
    const { plan } = await bench(world).plan(await wanted());
    expect(plan.changes).toMatchObject([{ address: "account:bought", waits: expect.stringContaining(ID) }]);
    expect(plan.notices).toMatchObject([{ code: "ORG0603", hint: expect.stringContaining("h-aaaaaaaaaa") }]);
  });

  test.each(["DECLINED", "EXPIRED", "CANCELED", "ACCEPTED"] as const)("is invited again after %s", async (state) => {
    const world = organization();
    put(world, { type: "ACCOUNT", id: ID }, state);
    const { plan } = await bench(world).plan(await wanted());
    expect(plan.changes.map(({ address }) => address).toSorted()).toEqual(["account:bought", "invitation:bought"]);
    // Who had joined and left again has not refused.
    expect(plan.notices).toHaveLength(state === "ACCEPTED" ? 0 : 1);
  });

  test("is the account of that id, once it is a member", async () => {
    const there = bench(organization());
    await there.apply(await wanted());
    CONSOLE_STEPS["accept-invitation"]?.run(there.world, there.now(), [ID, "bought", "other@bought.com"]);
    const { plan } = await there.plan(await wanted());
    expect(plan.changes).toEqual([]);
    expect(plan.notices).toMatchObject([{ message: expect.stringContaining("has the e-mail other@bought.com") }]);
  });

  test("is a mistake when its e-mail belongs to another member", async () => {
    const world = worldOf({
      accounts: { acme: { email: "aws@acme.com", management: true }, other: { email: "aws@bought.com" } },
    });
    const refused = await bench(world)
      .plan(await wanted())
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InvalidConfig);
    expect((refused as InvalidConfig).problems).toMatchObject([
      { code: "ORG0402", message: expect.stringContaining(`invites ${ID}, but the e-mail aws@bought.com is that of`) },
    ]);
  });

  test("that is to be closed is not invited", async () => {
    const there = bench(organization());
    const { plan } = await there.plan(await configOf(text(`invite: "${ID}", closed: true`)));
    expect(plan.changes).toEqual([]);
  });

  test("waits for the management account when somebody else runs this", async () => {
    const world = worldOf({
      accounts: { acme: { email: "aws@acme.com", management: true }, audit: { email: "aws+audit@acme.com" } },
    });
    const caller = Object.values(world.organization?.accounts ?? {}).find(({ name }) => name === "audit")?.id ?? "";
    if (world.organization !== null)
      world.organization.delegatedAdministrators = { [caller]: { "sso.amazonaws.com": { enabledAt: world.now } } };
    const there = bench(world, { caller });
    const { plan, outcome } = await there.apply(await wanted());
    expect(plan.changes.find(({ kind }) => kind === "invitation")?.waits).toMatch(/^cannot be managed from here/);
    expect(outcome).toMatchObject({ done: [], failed: [] });
  });
});

describe("the list of invitations", () => {
  const operation = "organizations:ListHandshakesForOrganization";

  const faults: readonly { readonly kind: FaultKind; readonly reason?: string }[] = [
    { kind: "error-500" },
    { kind: "access-denied" },
    { kind: "lost-page" },
    { kind: "not-implemented" },
    ...["Handshakes", "State", "Parties", "RequestedTimestamp", "ExpirationTimestamp"].map((reason) => ({
      kind: "missing-field" as const,
      reason,
    })),
  ];

  test.each(faults)("$kind $reason: no plan", async (fault) => {
    const world = organization();
    put(world, { type: "ACCOUNT", id: ID }, "OPEN");
    const refused = await bench(world, { faults: [{ operation, ...fault }] })
      .plan(await wanted())
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OrgsyncError);
    expect((refused as OrgsyncError).message).toContain(operation);
  });

  test("says what state it does not know", async () => {
    const world = organization();
    put(world, { type: "ACCOUNT", id: ID }, "NOT_KNOWN_YET" as never);
    await expect(bench(world).plan(await wanted())).rejects.toThrow(/the unknown state NOT_KNOWN_YET of an invitation/);
  });

  test("is not missed by a file without invite, where the endpoint has none", async () => {
    const config = await configOf("version: 1\naccounts:\n  acme: { email: aws@acme.com, management: true }\n");
    const there = bench(organization(), { faults: [{ operation, kind: "not-implemented" }] });
    expect((await there.plan(config)).plan.changes).toEqual([]);
  });

  test("shows what nobody listed, and leaves it", async () => {
    const world = organization();
    put(world, { type: "EMAIL", id: "boss@other.com" }, "OPEN");
    const config = await configOf("version: 1\naccounts:\n  acme: { email: aws@acme.com, management: true }\n");
    const { plan } = await bench(world).apply(config);
    expect(plan.changes).toEqual([]);
    expect(plan.notManaged).toMatchObject([{ kind: "invitation", label: "boss@other.com" }]);
    expect(invitationsIn(world)).toMatchObject([{ state: "OPEN" }]);
    const { draft } = await bench(world).draft();
    expect(filesFrom(draft)["org.yaml"]).toContain("# An invitation to boss@other.com is open until");
  });
});
