import { describe, expect, test } from "vitest";
import { account, type AccountResource, type AccountState } from "../../src/kinds/account.ts";
import type { Address } from "../../src/model/address.ts";
import type { Json } from "../../src/model/json.ts";
import type { Resource, Snapshot } from "../../src/model/resource.ts";
import { filesFrom } from "../draft/files.ts";
import { bench, configOf } from "../support/engine.ts";
import { worldOf } from "../worlds/world.ts";

const FILE = {
  accounts: { acme: { email: "aws@acme.com", management: true }, audit: { email: "aws+audit@acme.com" } },
};

describe("outside the management account", () => {
  /** A delegated administrator of Account Management, in an organization that gives it trusted access. */
  function delegated() {
    const world = worldOf(FILE);
    const { organization } = world;
    const caller = Object.values(organization?.accounts ?? {}).find(({ name }) => name === "audit")?.id;
    if (organization === null || caller === undefined) throw new Error("the world has both");
    organization.serviceAccess["account.amazonaws.com"] = { enabledAt: world.now };
    organization.delegatedAdministrators = { [caller]: { "account.amazonaws.com": { enabledAt: world.now } } };
    return bench(world, { caller });
  }

  test("the name of the management account is the listed one, and is not changed", async () => {
    const there = delegated();
    const config = await configOf(`
version: 1
accounts:
  Acme Corporation: { email: aws@acme.com, management: true }
  audit: { email: aws+audit@acme.com }
`);
    const { plan, outcome } = await there.apply(config);
    expect(plan.changes).toMatchObject([
      {
        address: "account:Acme Corporation",
        fields: [{ field: "name", before: "acme", after: "Acme Corporation" }],
        waits: expect.stringMatching(/^cannot be managed from here/),
      },
    ]);
    expect(outcome).toMatchObject({ done: [], failed: [] });
    expect(there.calls.map(({ operation }) => operation)).not.toContain("GetAccountInformation");
  });

  test("the caller asks for its own name without its id", async () => {
    const there = delegated();
    const config = await configOf(`
version: 1
accounts:
  acme: { email: aws@acme.com, management: true }
  Audit: { email: aws+audit@acme.com }
`);
    await there.plan(config);
    const asked = there.calls.filter(({ operation }) => operation === "GetAccountInformation");
    expect(asked).toMatchObject([{ input: {} }]);
    expect(asked[0]?.input).not.toHaveProperty("AccountId");
    expect(asked[0]?.error).toBeUndefined();
  });
});

describe("a draft", () => {
  test("has the accounts as they are, and plans empty", async () => {
    const world = worldOf({
      accounts: { ...FILE.accounts, dev: { email: "aws+dev@acme.com", ou: "Work", tags: { stage: "dev" } } },
      organizationalUnits: { Work: {} },
    });
    const accounts = Object.values(world.organization?.accounts ?? {});
    for (const one of accounts) if (one.name === "audit") one.state = "SUSPENDED";
    const text = filesFrom((await bench(world).draft()).draft)["org.yaml"] ?? "";
    for (const { id, email } of accounts) {
      expect(text).toContain(id);
      expect(text).toContain(email);
    }
    expect(text).toMatch(/# It is SUSPENDED: .*\n {2}audit:/);
    expect(text).toContain("stage: dev");
    expect((await bench(world).plan(await configOf(text))).plan.changes).toEqual([]);
  });

  test("tells two accounts of one name apart, and leaves closed ones out", async () => {
    const world = worldOf({
      accounts: { ...FILE.accounts, dev: { email: "aws+dev@acme.com" }, old: { email: "o@acme.com" } },
    });
    for (const one of Object.values(world.organization?.accounts ?? {})) {
      if (one.name === "dev") one.name = "audit";
      if (one.name === "old") one.state = "CLOSED";
    }
    const text = filesFrom((await bench(world).draft()).draft)["org.yaml"] ?? "";
    expect(text.match(/^ {4}name: audit$/gm)).toHaveLength(2);
    expect(text).toContain("# One closed account is left out: old. AWS forgets it 90 days after it was closed.");
    expect(text).not.toContain("o@acme.com");
    expect((await bench(world).plan(await configOf(text))).plan.changes).toEqual([]);
  });

  test("leaves AWS Control Tower's own accounts to it", () => {
    const one = (key: string, ou: string, state: AccountState = "ACTIVE"): AccountResource => ({
      address: `account:${key}` as Address,
      kind: "account",
      key,
      spec: { name: key, email: `${key}@acme.com`, management: false, ou, tags: {} },
      ids: { id: "123456789012", state },
    });
    const accounts = [one("Log Archive", "Security"), one("dev", "root")];
    const guardrail: Resource = {
      address: "policyAttachment:x" as Address,
      kind: "policyAttachment",
      key: "x",
      spec: { policy: "aws-guardrails-AbCdEf", target: "Security" },
    };
    const live: Snapshot = new Map(
      [guardrail, ...(accounts as unknown as Resource[])].map((resource) => [resource.address, resource]),
    );
    const said: [string, Json][] = [];
    const ignored: string[] = [];
    account.draft?.(accounts, {
      live,
      ownerOf: () => undefined,
      draft: {
        set: (path, value) => said.push([path.join("."), value]),
        add: () => 0,
        comment: () => undefined,
        file: () => "",
        ignore: (section, key, reason) => ignored.push(`${section} ${key} ${reason}`),
      },
    });
    expect(said).toEqual([["accounts.dev", { id: "123456789012", email: "dev@acme.com", ou: "root" }]]);
    expect(ignored).toEqual(["accounts Log Archive belongs to AWS Control Tower"]);
  });
});

describe("a creation that an earlier run has begun", () => {
  const NEW = `
version: 1
accounts:
  acme: { email: aws@acme.com, management: true }
  audit: { email: aws+audit@acme.com }
  fresh: { email: aws+fresh@acme.com }
`;

  test.each([500, 1_500, 2_500, 3_500, 60_000])(
    "that ends after %i ms, wherever the next run is then: it is taken over, and no second one is begun",
    async (endsAfter) => {
      const world = worldOf(FILE);
      await expect(
        bench(world, {
          faults: [{ operation: "organizations:DescribeCreateAccountStatus", kind: "access-denied" }],
        }).apply(await configOf(NEW)),
      ).resolves.toMatchObject({ outcome: { failed: ["account:fresh"] } });
      for (const request of Object.values(world.organization?.createRequests ?? {})) {
        expect(request.state).toBe("IN_PROGRESS");
        request.endsAt = world.now + endsAfter;
      }
      const there = bench(world, { latencyMs: 400 });
      const { outcome } = await there.apply(await configOf(NEW));
      expect(outcome.failed).toEqual([]);
      expect(there.calls.map(({ operation }) => operation)).not.toContain("CreateAccount");
      expect((await there.plan(await configOf(NEW))).plan.changes).toEqual([]);
    },
  );
});
