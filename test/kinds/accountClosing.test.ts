import { describe, expect, test } from "vitest";
import type { AccountIds, AccountState } from "../../src/kinds/account.ts";
import type { Failure } from "../../src/model/event.ts";
import type { Account, Fault, FaultKind, ObservedCall, World } from "../../src/sandbox/index.ts";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

const BEFORE: OrgFile = {
  accounts: {
    acme: { email: "aws@acme.com", management: true },
    dev: { email: "aws+dev@acme.com" },
    old: { email: "aws+old@acme.com" },
  },
};
const closing = (file: OrgFile, ...names: readonly string[]): OrgFile => ({
  ...file,
  accounts: Object.fromEntries(
    Object.entries(file.accounts ?? {}).map(([name, entry]) => [
      name,
      names.includes(name) ? { ...entry, closed: true } : entry,
    ]),
  ),
});
const config = await configOf(textOf(closing(BEFORE, "old")));

function accountIn(world: World, name = "old"): Account {
  const found = Object.values(world.organization?.accounts ?? {}).find((account) => account.name === name);
  if (found === undefined) throw new Error(`no account ${name}`);
  return found;
}

const failures = (events: readonly { readonly type: string }[]): Failure[] =>
  events.flatMap((event) => (event.type === "failed" ? [(event as unknown as { failure: Failure }).failure] : []));
const closes = (calls: readonly ObservedCall[]) => calls.filter(({ operation }) => operation === "CloseAccount");
const carriedOut = (calls: readonly ObservedCall[]) => closes(calls).filter(({ error }) => error === undefined);

/** Applies it, with `after` seeing each call when it has been answered. */
async function applied({
  world = worldOf(BEFORE),
  faults = [],
  after,
  wanted = config,
}: {
  world?: World;
  faults?: readonly Fault[];
  after?: (call: ObservedCall, world: World) => void;
  wanted?: typeof config;
} = {}) {
  const there = bench(world, { faults, observe: (call) => after?.(call, world) });
  const result = await there.apply(wanted);
  world.now = there.now();
  return { ...result, there, world };
}

describe("CloseAccount", () => {
  test("is sent once, and waited for until AWS shows that it closes the account", async () => {
    const { outcome, there, world, plan } = await applied();
    expect(plan.changes).toMatchObject([
      { action: "delete", address: "account:old", reason: "closed", reversible: false, source: { line: 16 } },
    ]);
    expect(outcome.done).toEqual(["account:old"]);
    expect(closes(there.calls)).toHaveLength(1);
    expect(["PENDING_CLOSURE", "CLOSED"]).toContain(accountIn(world).state);
    expect((await there.plan(config)).plan.changes).toEqual([]);
  });

  test("a state that goes back and forth: it is waited for, and closed once", async () => {
    const states: AccountState[] = ["ACTIVE", "ACTIVE", "PENDING_CLOSURE", "ACTIVE", "PENDING_CLOSURE"];
    const { outcome, there, events, world } = await applied({
      after: ({ operation }, seen) => {
        if (!["CloseAccount", "DescribeAccount"].includes(operation)) return;
        const account = accountIn(seen);
        account.state = states.shift() ?? "PENDING_CLOSURE";
        account.closesAt = Number.MAX_SAFE_INTEGER;
      },
    });
    expect(failures(events)).toEqual([]);
    expect(outcome.done).toEqual(["account:old"]);
    expect(closes(there.calls)).toHaveLength(1);
    expect(there.calls.filter(({ operation }) => operation === "DescribeAccount")).toHaveLength(3);

    // The next plan may see it active once more; AWS then says that it is at work on it.
    accountIn(world).state = "ACTIVE";
    const again = bench(world, {
      observe: ({ operation }) => {
        if (operation === "ListDelegatedServicesForAccount") accountIn(world).state = "PENDING_CLOSURE";
      },
    });
    const second = await again.apply(config);
    expect(second.outcome.done).toEqual(["account:old"]);
    expect(closes(again.calls).map(({ error }) => error)).toEqual(["ConflictException"]);
    expect((await again.plan(config)).plan.changes).toEqual([]);
  });

  test.each<[string, (world: World) => void, string]>([
    ["closed", (world) => (accountIn(world).state = "CLOSED"), "AccountAlreadyClosedException"],
    ["gone", (world) => delete world.organization?.accounts[accountIn(world).id], "AccountNotFoundException"],
    [
      "closing",
      (world) => Object.assign(accountIn(world), { state: "PENDING_CLOSURE", closesAt: Number.MAX_SAFE_INTEGER }),
      "ConflictException",
    ],
  ])("of an account that is %s meanwhile is a success", async (_, change, error) => {
    const { outcome, there, events } = await applied({
      after: ({ operation }, world) => operation === "ListDelegatedServicesForAccount" && change(world),
    });
    expect(failures(events)).toEqual([]);
    expect(outcome.done).toEqual(["account:old"]);
    expect(closes(there.calls).map((call) => call.error)).toEqual([error]);
  });

  test.each<FaultKind>(["error-500", "error-500-after", "reset", "reset-after", "timeout-after", "busy", "throttle"])(
    "%s: its state is looked at before it is asked again, and it is closed once",
    async (kind) => {
      const { outcome, there, events } = await applied({
        faults: [{ operation: "organizations:CloseAccount", kind, nth: 1 }],
      });
      expect(failures(events)).toEqual([]);
      expect(outcome.done).toEqual(["account:old"]);
      const isDone = ["error-500-after", "reset-after", "timeout-after"].includes(kind);
      expect(closes(there.calls)).toHaveLength(isDone ? 1 : 2);
      expect(carriedOut(there.calls).length).toBeLessThanOrEqual(1);
      if (kind !== "throttle") expect(there.calls.map(({ operation }) => operation)).toContain("DescribeAccount");
    },
  );

  test("that AWS never gets over with is given up, and a rerun goes on", async () => {
    const { outcome, events, there, world } = await applied({
      after: ({ operation }, world) => operation === "CloseAccount" && (accountIn(world).state = "ACTIVE"),
    });
    expect(outcome.failed).toEqual(["account:old"]);
    expect(failures(events)).toMatchObject([
      {
        code: "ORG0508",
        message: expect.stringMatching(/^closing account old \(2\d{11}\) has not ended after 10 minutes$/),
      },
    ]);
    expect(outcome.seconds).toBeLessThan(15 * 60);
    expect(closes(there.calls)).toHaveLength(1);
    const again = await applied({ world });
    expect(again.outcome.done).toEqual(["account:old"]);
    expect((await again.there.plan(config)).plan.changes).toEqual([]);
  });

  test("that AWS keeps being too busy for is given up after minutes", async () => {
    const { outcome, events, there } = await applied({
      faults: [{ operation: "organizations:CloseAccount", kind: "busy" }],
    });
    expect(failures(events)).toMatchObject([
      {
        code: "ORG0501",
        message: expect.stringContaining("organizations:CloseAccount: ConcurrentModificationException"),
      },
    ]);
    expect(outcome.seconds).toBeLessThan(5 * 60);
    expect(closes(there.calls).length).toBeGreaterThan(2);
  });
});

describe("quotas", () => {
  const NAMES = ["one", "two", "three", "four", "five"];
  const many: OrgFile = {
    accounts: {
      acme: { email: "aws@acme.com", management: true },
      ...Object.fromEntries(NAMES.map((name) => [name, { email: `aws+${name}@acme.com` }])),
    },
  };

  test("of 30 days: it is said, and what to do", async () => {
    const world = worldOf(many, { accountQuota: 400 });
    const { organization } = world;
    if (organization === null) throw new Error("the world has one");
    for (let index = 0; index < 250; index++) {
      const id = `3${String(index).padStart(11, "0")}`;
      const gone: Account = { ...accountIn(world, "one"), id, name: `x${index}`, email: `x${index}@acme.com` };
      organization.accounts[id] = { ...gone, state: "CLOSED", closesAt: world.now - 1 };
      organization.attachments[id] = ["p-FullAWSAccess"];
    }
    const { outcome, events, there } = await applied({ world, wanted: await configOf(textOf(closing(many, "one"))) });
    expect(outcome.failed).toEqual(["account:one"]);
    expect(failures(events)).toMatchObject([
      {
        code: "ORG0501",
        message: expect.stringContaining("(CLOSE_ACCOUNT_QUOTA_EXCEEDED)"),
        hint: expect.stringMatching(/250 accounts.*30 days.*run the same command again/),
      },
    ]);
    expect(closes(there.calls)).toHaveLength(1);
  });

  test("of three at once: the others wait for their turn", async () => {
    const world = worldOf(many);
    let most = 0;
    const { outcome, events } = await applied({
      world,
      wanted: await configOf(textOf(closing(many, ...NAMES))),
      // Each takes longer than three of AWS's turns.
      after: ({ operation, input, error }) => {
        const id = (input as { AccountId?: string }).AccountId ?? "";
        const account = world.organization?.accounts[id];
        if (operation === "CloseAccount" && error === undefined && account?.closesAt !== undefined)
          account.closesAt += 120_000;
        const states = Object.values(world.organization?.accounts ?? {}).map(({ state }) => state);
        most = Math.max(most, states.filter((state) => state === "PENDING_CLOSURE").length);
      },
    });
    expect(failures(events)).toEqual([]);
    expect(outcome.done).toHaveLength(5);
    expect(most).toBe(3);
    expect(events).toContainEqual(
      expect.objectContaining({ type: "progress", detail: expect.stringContaining("three accounts are being closed") }),
    );
  });

  test("of three at once, all taken for good: it is given up, and says so", async () => {
    const world = worldOf(many);
    for (const name of ["one", "two", "three"])
      Object.assign(accountIn(world, name), { state: "PENDING_CLOSURE", closesAt: Number.MAX_SAFE_INTEGER });
    const wanted = await configOf(textOf(closing(many, "one", "two", "three", "four")));
    const { outcome, events } = await applied({ world, wanted });
    expect(outcome.failed).toEqual(["account:four"]);
    expect(failures(events)).toMatchObject([
      {
        message: expect.stringContaining("(CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED)"),
        hint: expect.stringMatching(/three accounts at a time/),
      },
    ]);
    expect(outcome.seconds).toBeLessThan(20 * 60);
  });

  test("a delegated administrator is refused by AWS, and it is said what to do", async () => {
    const world = worldOf({ ...BEFORE, delegatedAdministrators: { "guardduty.amazonaws.com": ["old"] } });
    const { events, there } = await applied({ world });
    expect(failures(events)).toMatchObject([
      {
        message: expect.stringContaining("(CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG)"),
        hint: expect.stringContaining("take it out of delegatedAdministrators"),
      },
    ]);
    expect(closes(there.calls)).toHaveLength(1);
  });
});

describe("interrupted at any call", () => {
  const before: OrgFile = {
    ...BEFORE,
    groups: { admins: {} },
    permissionSets: { Admin: {} },
    assignments: [{ groups: ["admins"], permissionSets: ["Admin"], accounts: ["dev", "old"] }],
  };
  const wanted: OrgFile = {
    ...closing(before, "old"),
    assignments: [{ groups: ["admins"], permissionSets: ["Admin"], accounts: ["dev"] }],
  };

  test.each([0, 20_000])(
    "and run again with writes that show after %i ms: closed once, and then nothing is left",
    async (visibilityDelayMs) => {
      const file = await configOf(textOf(wanted));
      const whole = bench(worldOf(before), { visibilityDelayMs });
      await whole.apply(file);
      const from = whole.calls.findIndex(({ access }) => access === "write");
      for (let stop = from; stop < whole.calls.length; stop++) {
        const world = worldOf(before);
        const interruption = new AbortController();
        const there = bench(world, {
          visibilityDelayMs,
          observe: () => void (there.calls.length > stop && interruption.abort(new Error("interrupted"))),
        });
        const first = await there.apply(file, interruption.signal);
        expect(first.outcome.failed).toEqual([]);
        const second = await there.apply(file);
        expect(second.outcome).toMatchObject({ failed: [], skipped: [], left: [] });
        expect(carriedOut(there.calls)).toHaveLength(1);
        expect((await bench(world).plan(file)).plan.changes).toEqual([]);
      }
      expect(whole.calls.length - from).toBeGreaterThanOrEqual(4);
    },
  );
});

describe("what else there is of an account that is to be closed", () => {
  const planOf = async (before: OrgFile, wanted: OrgFile, edit?: (world: World) => void) => {
    const world = worldOf(before);
    edit?.(world);
    const there = bench(world);
    const file = await configOf(textOf(wanted));
    const { plan, live, desired } = await there.plan(file);
    return {
      there,
      file,
      plan,
      live,
      desired,
      said: plan.changes.map(({ action, address }) => `${action} ${address}`),
    };
  };
  const contact = { name: "Sec", title: "Ops", email: "sec@acme.com", phone: "+1 555 0100" };

  test("nothing of it changes: not its name, its tags, where it is, nor its contacts", async () => {
    const before = { ...BEFORE, organizationalUnits: { Work: {} } };
    const { said, plan, there, file } = await planOf(
      before,
      {
        ...before,
        defaults: { contacts: { security: contact } },
        accounts: {
          acme: { email: "aws@acme.com", management: true, contacts: {} },
          dev: { email: "aws+dev@acme.com", contacts: {} },
          Older: {
            email: "AWS+old@acme.com",
            closed: true,
            ou: "Work",
            tags: { stage: "none" },
            contacts: { billing: contact },
          },
        },
      },
      (world) => {
        if (world.organization !== null) world.organization.serviceAccess["account.amazonaws.com"] = { enabledAt: 0 };
      },
    );
    expect(said.filter((change) => !change.startsWith("create alternateContact:"))).toEqual(["delete account:Older"]);
    expect(said.filter((change) => change.includes("Older"))).toHaveLength(1);
    expect(plan.notices).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining("Older (closed: true)") }),
    );
    expect((await there.apply(file)).outcome.failed).toEqual([]);
    expect((await there.plan(file)).plan.changes).toEqual([]);
  });

  test("one that is not listed, or listed without it, is never closed", async () => {
    const { plan } = await planOf(BEFORE, { accounts: { acme: { email: "aws@acme.com", management: true } } });
    expect(plan.changes).toEqual([]);
    expect(plan.notManaged.map(({ address, reason }) => `${address} ${reason}`)).toEqual(
      ["dev", "old"].map(
        (name) => `account:${name} not in org.yaml; leaving an account out never closes, moves or changes it`,
      ),
    );
    const { dev, acme } = BEFORE.accounts as Record<string, { email: string }>;
    const listed = await planOf(BEFORE, {
      accounts: { acme, dev, old: { email: "aws+old@acme.com", closed: false } } as never,
    });
    expect(listed.plan.changes).toEqual([]);
  });

  test.each(["SUSPENDED", "PENDING_ACTIVATION"] as const)(
    "one that is %s is left as it is, and told",
    async (state) => {
      const before = { ...BEFORE, organizationalUnits: { Work: {} } };
      const wanted = closing(before, "old");
      Object.assign(wanted.accounts?.["old"] ?? {}, { ou: "Work", tags: { a: "b" } });
      const { plan } = await planOf(before, wanted, (world) => (accountIn(world).state = state));
      expect(plan.changes).toEqual([]);
      expect(plan.notices).toMatchObject([
        {
          severity: "warning",
          message: expect.stringMatching(
            new RegExp(`^account old \\(2\\d{11}\\) is closed: true, but ${state} in AWS, and orgsync closes only`),
          ),
          hint: expect.stringMatching(/https:.*accounts\/2\d{11}$/),
        },
      ]);
    },
  );

  test("a unit that others look after does not keep it", async () => {
    const before: OrgFile = {
      accounts: {
        ...BEFORE.accounts,
        old: { email: "aws+old@acme.com", ou: "Theirs" },
      },
      organizationalUnits: { Theirs: {} },
    };
    const { said } = await planOf(before, {
      accounts: closing(BEFORE, "old").accounts,
      organizationalUnits: {},
      ignore: { organizationalUnits: ["Theirs"] },
    } as OrgFile);
    expect(said).toEqual(["delete account:old"]);
  });

  test("access that others look after, or that no section decides, stays and does not keep it", async () => {
    const before: OrgFile = {
      ...BEFORE,
      groups: { "okta-admins": {}, admins: {} },
      permissionSets: { Admin: {} },
      assignments: [{ groups: ["okta-admins", "admins"], permissionSets: ["Admin"], accounts: ["old"] }],
    };
    const ignoring = await planOf(before, {
      ...closing(before, "old"),
      groups: { admins: {} },
      assignments: [],
      ignore: { groups: ["okta-*"] },
    } as OrgFile);
    expect(ignoring.said).toEqual(["delete assignment:group/admins:Admin:old", "delete account:old"]);
    const { outcome } = await ignoring.there.apply(ignoring.file);
    expect(outcome.done).toHaveLength(2);
    expect((await ignoring.there.plan(ignoring.file)).plan.changes).toEqual([]);
    const silent = await planOf(before, { accounts: closing(before, "old").accounts as never });
    expect(silent.said).toEqual(["delete account:old"]);
  });

  test("a permission set that is edited is not provisioned there when its last assignment goes", async () => {
    const before: OrgFile = {
      ...BEFORE,
      groups: { admins: {} },
      permissionSets: { Admin: {} },
      assignments: [{ groups: ["admins"], permissionSets: ["Admin"], ous: ["root"] }],
    };
    const { there, file } = await planOf(before, {
      ...closing(before, "old"),
      permissionSets: { Admin: { sessionDuration: "2h" } },
    });
    const { outcome } = await there.apply(file);
    expect(outcome.failed).toEqual([]);
    const targets = there.calls
      .filter(({ operation }) => operation === "ProvisionPermissionSet")
      .map(({ input }) => (input as { TargetId?: string }).TargetId);
    expect(targets).toEqual([accountIn(there.world, "dev").id]);
    expect((await there.plan(file)).plan.changes).toEqual([]);
  });

  test("where AWS's full access is the file's to decide, it needs no policy, and keeps those that it has", async () => {
    const deny = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }] };
    const before: OrgFile = {
      ...BEFORE,
      policies: {
        deny: { type: "SERVICE_CONTROL_POLICY", content: deny, targets: ["account:old", "account:dev"] },
        FullAWSAccess: { targets: ["root", "account:acme", "account:dev", "account:old"] },
      },
    };
    const { said, plan, there, file } = await planOf(before, {
      ...closing(before, "old"),
      policies: {
        deny: { type: "SERVICE_CONTROL_POLICY", content: deny, targets: [] },
        FullAWSAccess: { targets: ["root", "account:acme", "account:dev"] },
      },
    });
    expect(said).toEqual(["delete policyAttachment:deny:account%3Adev", "delete account:old"]);
    expect(plan.notManaged.map(({ label }) => label)).toEqual([
      "FullAWSAccess \u2192 account:old",
      "deny \u2192 account:old",
    ]);
    expect((await there.apply(file)).outcome.failed).toEqual([]);
    expect((await there.plan(file)).plan.changes).toEqual([]);
  });

  test("a policy that goes for good leaves it, though it is the last one there", async () => {
    const allow = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
    const before: OrgFile = {
      ...BEFORE,
      policies: {
        allow: { type: "SERVICE_CONTROL_POLICY", content: allow, targets: ["account:old"] },
        FullAWSAccess: { targets: ["root", "account:acme", "account:dev"] },
      },
    };
    const { said, there, file } = await planOf(before, { ...closing(before, "old"), policies: {} });
    expect(said).toEqual(["delete policyAttachment:allow:account%3Aold", "delete policy:allow", "delete account:old"]);
    expect((await there.apply(file)).outcome).toMatchObject({ failed: [], skipped: [] });
    expect((await there.plan(file)).plan.changes).toEqual([]);
  });

  test("the unit that another takes the place of stays with it", async () => {
    const before: OrgFile = {
      accounts: {
        acme: { email: "aws@acme.com", management: true },
        dev: { email: "aws+dev@acme.com", ou: "Dev" },
        old: { email: "aws+old@acme.com", ou: "Dev" },
      },
      organizationalUnits: { Dev: {} },
    };
    const { said, plan, there, file } = await planOf(before, {
      accounts: {
        acme: { email: "aws@acme.com", management: true },
        dev: { email: "aws+dev@acme.com" },
        old: { email: "aws+old@acme.com", closed: true },
      },
      organizationalUnits: { Work: {}, "Work/Dev": { previously: "Dev" } },
    });
    expect(said).toEqual([
      "create organizationalUnit:Work",
      "create organizationalUnit:Work/Dev",
      "update account:dev",
      "delete account:old",
    ]);
    expect(plan.notices).toMatchObject([
      {
        message:
          "AWS cannot move Dev to Work/Dev: a new unit is made, 1 account moves into it, and the old one is kept",
        hint: "what org.yaml does not list, or closes, is not moved: old",
      },
    ]);
    expect(plan.notManaged).toMatchObject([
      {
        address: "organizationalUnit:Dev",
        reason: expect.stringContaining("still holds account old, which AWS keeps for 90 days"),
      },
    ]);
    expect((await there.apply(file)).outcome.failed).toEqual([]);
    // Closed, it still holds the unit, wherever its entry says that it is.
    const moved = closing(BEFORE, "old");
    Object.assign(moved.accounts?.["old"] ?? {}, { ou: "Work" });
    const later = await configOf(textOf({ ...moved, organizationalUnits: { Work: {}, "Work/Dev": {} } }));
    expect((await there.plan(later)).plan.changes).toEqual([]);
  });

  test("an account that is to be closed is asked which services it administers, and no other is", async () => {
    const before: OrgFile = {
      ...BEFORE,
      delegatedAdministrators: { "guardduty.amazonaws.com": ["old", "dev"], "config.amazonaws.com": ["old"] },
    };
    const { live, there } = await planOf(before, { accounts: closing(before, "old").accounts as never });
    const ids = (name: string) => live.get(`account:${name}` as never)?.ids as unknown as AccountIds;
    expect(ids("old").delegatedFor?.toSorted()).toEqual(["config.amazonaws.com", "guardduty.amazonaws.com"]);
    expect(ids("dev")).not.toHaveProperty("delegatedFor");
    expect(there.calls.filter(({ operation }) => operation === "ListDelegatedServicesForAccount")).toHaveLength(1);
    const none = await planOf(BEFORE, closing(BEFORE, "old"));
    expect(none.live.get("account:old" as never)?.ids).toHaveProperty("delegatedFor", []);
  });

  test("an administrator that the file takes out is taken out first", async () => {
    const before: OrgFile = {
      ...BEFORE,
      trustedServices: ["guardduty.amazonaws.com"],
      delegatedAdministrators: { "guardduty.amazonaws.com": ["old"] },
    };
    const { said, there, file } = await planOf(before, { ...closing(before, "old"), delegatedAdministrators: {} });
    expect(said).toEqual(["delete delegatedAdministrator:guardduty.amazonaws.com:old", "delete account:old"]);
    expect((await there.apply(file)).outcome.failed).toEqual([]);
    expect((await there.plan(file)).plan.changes).toEqual([]);
  });

  test("an invited account that has joined is closed, and none is invited to be closed", async () => {
    const entry = { email: "aws+old@acme.com", invite: "", closed: true };
    const world = worldOf(BEFORE);
    const { id } = accountIn(world);
    const wanted = (invite: string): OrgFile => ({
      accounts: { ...BEFORE.accounts, old: { ...entry, invite } },
    });
    expect((await planOf(BEFORE, wanted(id))).said).toEqual(["delete account:old"]);
    expect((await planOf(BEFORE, wanted("999999999999"))).said).toEqual([]);
  });
});
