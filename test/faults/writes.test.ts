import { beforeAll, describe, expect, test } from "vitest";
import type { ApplyEvent, Outcome } from "../../src/model/event.ts";
import type { Plan } from "../../src/model/plan.ts";
import { type Fault, type FaultKind, newWorld, type World } from "../../src/sandbox/index.ts";
import { bench, configOf } from "../support/engine.ts";
import { textOf } from "../worlds/file.ts";
import { createdTwice, twiceIn } from "./twice.ts";
import { AFTER, beforeWorld } from "./world.ts";

/** Every write of an apply that creates, updates and deletes what can be, and the changes that fail when it is denied. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  "organizations:CreateOrganizationalUnit": ["organizationalUnit:Arriving"],
  "organizations:UpdateOrganizationalUnit": ["organizationalUnit:Later"],
  "organizations:DeleteOrganizationalUnit": ["organizationalUnit:Leaving"],
  "organizations:CreateAccount": ["account:acme-new"],
  "organizations:CloseAccount": ["account:acme-old"],
  "organizations:MoveAccount": ["account:acme-dev", "account:acme-new", "account:acme-ops"],
  "organizations:TagResource": ["account:acme-dev", "organizationalUnit:Staying"],
  "organizations:UntagResource": ["account:acme-dev", "organizationalUnit:Staying"],
  "account:PutAccountName": ["account:acme-ops"],
  "identityStore:CreateUser": ["user:jay@acme.com"],
  "identityStore:UpdateUser": ["user:dax@acme.com"],
  "identityStore:DeleteUser": ["user:eve@acme.com"],
  "identityStore:CreateGroup": ["group:builders"],
  "identityStore:UpdateGroup": ["group:admins"],
  "identityStore:DeleteGroup": ["group:leavers"],
  "identityStore:CreateGroupMembership": ["membership:builders:jay@acme.com"],
  "identityStore:DeleteGroupMembership": ["membership:admins:eve@acme.com"],
  "ssoAdmin:CreatePermissionSet": ["permissionSet:Build"],
  "ssoAdmin:UpdatePermissionSet": ["permissionSet:Bare"],
  "ssoAdmin:DeletePermissionSet": ["permissionSet:Former"],
  "ssoAdmin:PutInlinePolicyToPermissionSet": ["permissionSet:Admin"],
  "ssoAdmin:DeleteInlinePolicyFromPermissionSet": ["permissionSet:Bare"],
  "ssoAdmin:AttachManagedPolicyToPermissionSet": ["permissionSet:Admin", "permissionSet:Build"],
  "ssoAdmin:DetachManagedPolicyFromPermissionSet": ["permissionSet:Admin"],
  "ssoAdmin:AttachCustomerManagedPolicyReferenceToPermissionSet": ["permissionSet:Admin"],
  "ssoAdmin:DetachCustomerManagedPolicyReferenceFromPermissionSet": ["permissionSet:Admin"],
  "ssoAdmin:PutPermissionsBoundaryToPermissionSet": ["permissionSet:Admin"],
  "ssoAdmin:DeletePermissionsBoundaryFromPermissionSet": ["permissionSet:Bare"],
  "ssoAdmin:TagResource": ["permissionSet:Admin"],
  "ssoAdmin:UntagResource": ["permissionSet:Admin"],
  "ssoAdmin:ProvisionPermissionSet": ["permissionSet:Admin", "permissionSet:Bare"],
  "ssoAdmin:CreateAccountAssignment": [
    "assignment:group/builders:Build:acme-dev",
    "assignment:group/builders:Build:acme-new",
  ],
  "ssoAdmin:DeleteAccountAssignment": [
    "assignment:user/eve@acme.com:Former:acme-dev",
    "assignment:user/eve@acme.com:Former:acme-old",
  ],
};

const ASYNC = [
  "organizations:CreateAccount",
  "ssoAdmin:ProvisionPermissionSet",
  "ssoAdmin:CreateAccountAssignment",
  "ssoAdmin:DeleteAccountAssignment",
];

/** What passes, or was done all the same: an apply gets over it by itself. */
const PASSING: readonly FaultKind[] = [
  "throttle",
  "busy",
  "error-500",
  "error-500-after",
  "reset",
  "reset-after",
  "timeout-after",
];

const config = await configOf(textOf(AFTER));

interface Applied {
  readonly world: World;
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly events: readonly ApplyEvent[];
  readonly writes: ReadonlySet<string>;
}

/**
 * An apply that meets a fault, with everything checked that must hold whatever the fault is; the same command without
 * the fault then makes the rest, in a copy of the world.
 */
async function applied(faults: readonly Fault[], world = beforeWorld(), wanted = config): Promise<Applied> {
  const there = bench(world, { faults });
  const { plan, outcome, events } = await there.apply(wanted);
  world.now = there.now();

  const all = [outcome.done, outcome.failed, outcome.skipped, outcome.waiting, outcome.left].flat();
  expect(all.toSorted()).toEqual(plan.changes.map(({ address }) => address).toSorted());
  expect(outcome.left).toEqual([]);
  for (const event of events) {
    if (event.type !== "failed") continue;
    expect(event.failure.code).not.toBe("ORG0799");
    expect(event.failure.message).not.toMatch(/\n\s+at /);
  }
  // Whatever was not tried says which failure, or which other change that was not tried, it needs.
  const notMade = new Set([...outcome.failed, ...outcome.skipped]);
  const labels = plan.changes.filter(({ address }) => notMade.has(address)).map(({ label }) => label);
  for (const event of events) {
    const isNeed = event.type === "skipped" && !outcome.waiting.includes(event.change.address);
    if (isNeed)
      expect(
        labels.some((label) => event.because.endsWith(` ${label}`)),
        event.because,
      ).toBe(true);
  }
  expect(twiceIn(world)).toEqual([]);
  expect(createdTwice(there.calls)).toEqual([]);

  // What it says is done is done: without the fault, nothing of it is planned again.
  const { plan: rest } = await bench(world).plan(wanted);
  const done = new Set<string>(outcome.done);
  expect(rest.changes.filter(({ address }) => done.has(address))).toEqual([]);
  if (rest.changes.length > 0 && !faults.some(({ kind }) => kind === "async-stuck"))
    await expectConvergence(structuredClone(world), wanted);
  const writes = new Set(
    there.calls.filter(({ access }) => access === "write").map(({ service, operation }) => `${service}:${operation}`),
  );
  return { world, plan, outcome, events, writes };
}

/** The same command again, without the fault. */
async function expectConvergence(world: World, wanted = config): Promise<void> {
  const there = bench(world);
  const { plan, outcome } = await there.apply(wanted);
  expect(outcome.done).toHaveLength(plan.changes.length);
  expect((await there.plan(wanted)).plan.changes).toEqual([]);
  expect(twiceIn(world)).toEqual([]);
}

const failures = (events: readonly ApplyEvent[]) =>
  events.flatMap((event) => (event.type === "failed" ? [event.failure] : []));

let undisturbed: Applied;
beforeAll(async () => {
  undisturbed = await applied([]);
});

test("the apply creates, updates and deletes everything that can be, with every write that is known here", () => {
  expect([...undisturbed.writes].toSorted()).toEqual(Object.keys(WRITES).toSorted());
  expect(undisturbed.outcome.done).toHaveLength(undisturbed.plan.changes.length);
});

describe.each(Object.keys(WRITES))("%s", (operation) => {
  test.each(PASSING)("%s once: the apply gets over it, and makes nothing twice", async (kind) => {
    const { plan, outcome, events } = await applied([{ operation, kind, nth: 1 }]);
    if (operation === "organizations:CreateAccount" && (kind === "error-500" || kind === "reset")) {
      // Nobody knows whether AWS took it: it is not sent twice in one apply.
      expect(outcome.failed).toEqual(["account:acme-new"]);
      expect(failures(events)).toMatchObject([
        { message: expect.stringContaining("nobody knows whether AWS took the request") },
      ]);
    } else {
      expect(failures(events)).toEqual([]);
      expect(outcome.done).toHaveLength(plan.changes.length);
    }
  });

  test("access-denied: it says so and what for; what does not need it is made", async () => {
    const { plan, outcome, events } = await applied([{ operation, kind: "access-denied" }]);
    expect(outcome.failed.toSorted()).toEqual(WRITES[operation]);
    for (const failure of failures(events)) {
      expect(failure).toMatchObject({
        code: "ORG0502",
        message: expect.stringContaining(`${operation}: AccessDenied`),
      });
      expect(failure.hint).toMatch(/needs/);
    }
    expect(outcome.done.length).toBeGreaterThan(plan.changes.length / 2);
  });

  test("expired-token: nothing more is tried, and a rerun goes on", async () => {
    const world = beforeWorld();
    const { outcome, events } = await bench(world, { faults: [{ operation, kind: "expired-token" }] }).apply(config);
    expect(failures(events).length).toBeGreaterThan(0);
    for (const failure of failures(events))
      expect(failure).toMatchObject({ code: "ORG0503", hint: expect.stringContaining("sign in again") });
    expect(outcome.interrupted).toBe(false);
    world.now += 3_600_000;
    await expectConvergence(world);
  });
});

describe.each(ASYNC)("%s is asynchronous", (operation) => {
  test("async-failed: AWS's reason is told, and a rerun makes it", async () => {
    const { outcome, events } = await applied([{ operation, kind: "async-failed", count: 1, reason: "THE_REASON" }]);
    if (operation === "ssoAdmin:CreateAccountAssignment") {
      // It refers to a user and a set that were just made, so it is tried again by itself.
      expect(outcome.failed).toEqual([]);
      expect(events.some((event) => event.type === "progress" && event.detail.includes("THE_REASON"))).toBe(true);
    } else {
      expect(outcome.failed).toHaveLength(1);
      expect(WRITES[operation]).toContain(outcome.failed[0]);
      expect(failures(events)).toMatchObject([{ code: "ORG0507", message: expect.stringContaining("THE_REASON") }]);
    }
  });

  test("async-failed for good: it is given up", async () => {
    const { outcome, events } = await applied([{ operation, kind: "async-failed", reason: "THE_REASON" }]);
    expect(outcome.failed.toSorted()).toEqual(WRITES[operation]);
    for (const failure of failures(events))
      expect(failure).toMatchObject({ code: "ORG0507", message: expect.stringContaining("THE_REASON") });
  });

  test("async-stuck: it is waited for, not for ever, and never begun a second time", async () => {
    const { world, outcome, events } = await applied([{ operation, kind: "async-stuck", nth: 1 }]);
    expect(outcome.failed.length).toBeGreaterThan(0);
    expect(failures(events)).toContainEqual(
      expect.objectContaining({ code: "ORG0508", message: expect.stringMatching(/request .* has not ended after/) }),
    );
    expect(outcome.seconds).toBeLessThan(30 * 60);
    expect(outcome.done.length).toBeGreaterThan(0);
    // Run again while it is still stuck: no second request beside it.
    const there = bench(world);
    const again = await there.apply(config);
    world.now = there.now();
    expect(
      again.outcome.done.filter((address) => WRITES[operation]?.includes(address) && outcome.failed.includes(address)),
    ).toEqual([]);
    expect(twiceIn(world)).toEqual([]);
    // AWS comes round in the end.
    const requests = [
      ...Object.values(world.organization?.createRequests ?? {}),
      ...Object.values(world.identityCenter?.requests ?? {}),
    ];
    for (const request of requests) request.endsAt = Math.min(request.endsAt, world.now);
    await expectConvergence(world);
  });
});

describe("CreateAccount fails, and the advice fits the reason", () => {
  test.each([
    [
      "EMAIL_ALREADY_EXISTS",
      /aws\+new@acme\.com already belongs to an AWS account.*use another alias, such as aws\+new2@acme\.com/,
    ],
    ["ACCOUNT_LIMIT_EXCEEDED", /raise the quota "Default maximum number of accounts" in Service Quotas/],
    ["CONCURRENT_ACCOUNT_MODIFICATION", /again in a few minutes/],
    ["INVALID_EMAIL", /check both/],
    ["MISSING_PAYMENT_INSTRUMENT", /payment method/],
    ["FAILED_BUSINESS_VALIDATION", /business validation/],
    ["INTERNAL_FAILURE", /AWS Support/],
    ["SOMETHING_NEW", /documentation/],
  ])("%s", async (reason, hint) => {
    const { events, outcome } = await applied([
      { operation: "organizations:CreateAccount", kind: "async-failed", reason },
    ]);
    expect(failures(events)).toEqual([
      {
        code: "ORG0507",
        message: expect.stringMatching(
          new RegExp(`^account acme-new: AWS could not create it: ${reason} \\(request car-`),
        ),
        hint: expect.stringMatching(hint),
      },
    ]);
    expect(outcome.done).toContain("organizationalUnit:Arriving");
  });

  test("an e-mail that some other organization's account has is not adopted", async () => {
    const world = beforeWorld();
    const { outcome } = await applied(
      [{ operation: "organizations:CreateAccount", kind: "async-failed", reason: "EMAIL_ALREADY_EXISTS" }],
      world,
    );
    expect(outcome.failed).toEqual(["account:acme-new"]);
    expect(Object.values(world.organization?.accounts ?? {}).map(({ email }) => email)).not.toContain(
      "aws+new@acme.com",
    );
  });
});

describe("organizations:CreateOrganization", async () => {
  const accounts = { acme: { email: "aws@acme.com", management: true }, "acme-dev": { email: "aws+dev@acme.com" } };
  const wanted = await configOf(JSON.stringify({ version: 1, organization: {}, accounts }));

  test.each(PASSING)("%s once: there is one organization, with the account", async (kind) => {
    const world = newWorld("empty");
    const { outcome, plan } = await applied(
      [{ operation: "organizations:CreateOrganization", kind, nth: 1 }],
      world,
      wanted,
    );
    expect(outcome.done).toHaveLength(plan.changes.length);
    expect(Object.values(world.organization?.accounts ?? {}).map(({ name }) => name)).toEqual(["acme", "acme-dev"]);
  });

  test("access-denied: nothing is made, and everything says why", async () => {
    const world = newWorld("empty");
    const { outcome } = await applied(
      [{ operation: "organizations:CreateOrganization", kind: "access-denied" }],
      world,
      wanted,
    );
    expect(outcome.done).toEqual([]);
    expect(outcome.failed).toEqual(["organization"]);
    expect(world.organization).toBeNull();
  });
});

test.each(["*:Describe*Status", "organizations:ListCreateAccountStatus"])(
  "%s denied: what hangs on it fails, nothing is made twice",
  async (operation) => {
    const { outcome } = await applied([{ operation, kind: "access-denied" }]);
    expect(outcome.failed).toContain("account:acme-new");
  },
);
