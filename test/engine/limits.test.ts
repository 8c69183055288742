import { describe, expect, test } from "vitest";
import { type AwsError, toAwsError } from "../../src/aws/errors.ts";
import { bench, configOf } from "../support/engine.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

const before = { accounts: { acme: { email: "aws@acme.com", management: true } } };

/** So many accounts more, each with a group that reaches it. */
const wanted = (many: number) => {
  const names = Array.from({ length: many }, (_, index) => `team-${String(index + 1).padStart(2, "0")}`);
  return {
    accounts: {
      ...before.accounts,
      ...Object.fromEntries(names.map((name) => [name, { email: `aws+${name}@acme.com` }])),
    },
    groups: { admins: {} },
    permissionSets: { Read: {} },
    assignments: [{ groups: ["admins"], permissionSets: ["Read"], accounts: names }],
  };
};

describe("a quota that is used up", () => {
  test("is met once: what is left is not tried one by one, and says what it is about", async () => {
    const world = worldOf(before);
    if (world.organization) world.organization.quotas.accounts = 4;
    const there = bench(world);
    const { outcome, events } = await there.apply(await configOf(textOf(wanted(30))));

    const failed = events.flatMap((event) => (event.type === "failed" ? [event] : []));
    expect(failed).toHaveLength(1);
    const [first] = failed;
    expect(first?.failure.message).toMatch(/ACCOUNT_LIMIT_EXCEEDED|ACCOUNT_NUMBER_LIMIT_EXCEEDED/);
    expect(first?.failure.hint).toContain("raise the quota");

    expect(outcome.done.filter((address) => address.startsWith("account:"))).toHaveLength(3);
    const skipped = events.flatMap((event) => (event.type === "skipped" ? [event] : []));
    const accounts = skipped.filter(({ change }) => change.kind === "account");
    expect(accounts).toHaveLength(26);
    expect(new Set(accounts.map(({ because }) => because))).toEqual(
      new Set([`account ${first?.change.label} met a limit that holds for this one, too`]),
    );
    // Those that were under way by then have been asked for; no other has.
    const asked = there.calls.filter(({ operation }) => operation.endsWith("CreateAccount"));
    expect(asked.length).toBeLessThanOrEqual(3 + 5);
    // The people of the accounts that are there have what they were to have.
    expect(outcome.done.filter((address) => address.startsWith("assignment:"))).toHaveLength(3);
    expect(outcome.left).toEqual([]);
  });

  test("a rerun with more room makes the rest", async () => {
    const world = worldOf(before);
    if (world.organization) world.organization.quotas.accounts = 4;
    const there = bench(world);
    const config = await configOf(textOf(wanted(8)));
    await there.apply(config);
    if (there.world.organization) there.world.organization.quotas.accounts = 50;
    const { outcome } = await there.apply(config);
    expect(outcome).toMatchObject({ failed: [], skipped: [], left: [] });
    expect((await there.plan(config)).plan.changes).toEqual([]);
  });
});

describe("which of AWS's errors hold for all of a kind", () => {
  const errorOf = (operation: string, name: string, Reason?: string): boolean =>
    (toAwsError(operation, Object.assign(new Error("no"), { name, Reason })) as AwsError).holdsForAll;

  test.each([
    ["organizations:CreateAccount", "ConstraintViolationException", "ACCOUNT_NUMBER_LIMIT_EXCEEDED"],
    ["organizations:CreateAccount", "ConstraintViolationException", "ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED"],
    ["organizations:CloseAccount", "ConstraintViolationException", "CLOSE_ACCOUNT_QUOTA_EXCEEDED"],
    [
      "organizations:InviteAccountToOrganization",
      "HandshakeConstraintViolationException",
      "HANDSHAKE_RATE_LIMIT_EXCEEDED",
    ],
    ["organizations:CreateOrganizationalUnit", "ConstraintViolationException", "OU_NUMBER_LIMIT_EXCEEDED"],
    ["identityStore:CreateUser", "ServiceQuotaExceededException", undefined],
    ["ssoAdmin:CreatePermissionSet", "ServiceQuotaExceededException", undefined],
  ])("%s: %s %s", (operation, name, reason) => {
    expect(errorOf(operation, name, reason)).toBe(true);
  });

  test.each([
    // One type of policy, one target, one set, one account: the others may have room.
    ["organizations:CreatePolicy", "ConstraintViolationException", "POLICY_NUMBER_LIMIT_EXCEEDED"],
    ["organizations:AttachPolicy", "ConstraintViolationException", "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED"],
    ["ssoAdmin:AttachManagedPolicyToPermissionSet", "ServiceQuotaExceededException", undefined],
    [
      "organizations:InviteAccountToOrganization",
      "HandshakeConstraintViolationException",
      "ALREADY_IN_AN_ORGANIZATION",
    ],
    ["organizations:CreateAccount", "AccessDeniedException", undefined],
  ])("not %s: %s %s", (operation, name, reason) => {
    expect(errorOf(operation, name, reason)).toBe(false);
  });
});
