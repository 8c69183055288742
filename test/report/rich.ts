import { address } from "../../src/model/address.ts";
import type { Applied } from "../../src/model/applied.ts";
import type { Drift } from "../../src/model/drift.ts";
import type { AccessChange, Grantee, Plan, ReachedAccount } from "../../src/model/plan.ts";
import type { Source } from "../../src/model/resource.ts";
import { assignmentOf, changeOf, planOf } from "./plans.ts";

export const at = (line: number, file = "org.yaml"): Source => ({ file, line, column: 3 });
export const people = (...names: readonly string[]): Grantee[] => names.map((name) => ({ name, group: false }));
export const accounts = (...names: readonly string[]): ReachedAccount[] =>
  names.map((name) => ({ name, management: name === "acme" }));

/** A row of access with what a test does not care about filled in. */
export const accessOf = (part: Partial<AccessChange>): AccessChange => ({
  effect: "gains",
  who: people("jay@acme.com"),
  permissionSet: "PowerUserAccess",
  accounts: accounts("acme-dev"),
  administrator: false,
  ...part,
});

const BUCKETS = { Sid: "AppBuckets", Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::acme-*" };
const POLICY = { Version: "2012-10-17", Statement: [BUCKETS] };
const WIDER = { ...POLICY, Statement: [{ ...BUCKETS, Action: ["s3:GetObject", "s3:PutObject"] }] };

const staff = Array.from({ length: 37 }, (_, index) => `person${index + 1}@acme.com`);

/** A bit of everything that a pull request can bring. */
export const RICH: Plan = planOf(
  [
    changeOf({
      kind: "organizationalUnit",
      key: "Workloads/Staging",
      action: "create",
      source: at(12),
      origin: "file",
    }),
    changeOf({
      kind: "account",
      key: "acme-staging",
      action: "create",
      after: {
        name: "acme-staging",
        email: "aws+staging@acme.com",
        ou: "Workloads/Staging",
        tags: { stage: "staging" },
      },
      source: at(24),
      reversible: false,
      origin: "file",
    }),
    changeOf({
      kind: "account",
      key: "acme-dev",
      action: "update",
      before: { ou: "root" },
      after: { ou: "Workloads/Dev" },
      source: at(20),
      origin: "aws",
    }),
    changeOf({
      kind: "account",
      key: "acme-old",
      action: "delete",
      reason: "closed",
      before: { name: "acme-old", email: "aws+old@acme.com", ou: "Workloads" },
      source: at(28),
      reversible: false,
      origin: "file",
    }),
    changeOf({
      kind: "policy",
      key: "deny-leave",
      action: "create",
      after: {
        type: "SERVICE_CONTROL_POLICY",
        description: "Stay",
        content: {
          Version: "2012-10-17",
          Statement: [{ Sid: "Stay", Effect: "Deny", Action: ["organizations:LeaveOrganization"], Resource: "*" }],
        },
      },
      source: at(34),
      origin: "file",
    }),
    changeOf({
      kind: "user",
      key: "eve@acme.com",
      action: "delete",
      before: { userName: "eve@acme.com" },
      origin: "file",
    }),
    changeOf({
      kind: "permissionSet",
      key: "PowerUserAccess",
      action: "update",
      before: { sessionDuration: "1h", inlinePolicy: POLICY, managedPolicies: ["PowerUserAccess"] },
      after: {
        sessionDuration: "4h",
        inlinePolicy: WIDER,
        managedPolicies: ["PowerUserAccess", "job-function/Billing"],
      },
      source: at(41),
      origin: "both",
    }),
    { ...assignmentOf("create", "developers", "PowerUserAccess", "acme-staging", 61), origin: "file" },
    { ...assignmentOf("create", "developers", "PowerUserAccess", "acme-production", 61), origin: "file" },
    { ...assignmentOf("create", "admins", "Everything", "acme", 66), origin: "file" },
    { ...assignmentOf("delete", "contractors", "ReadOnlyAccess", "acme-dev"), origin: "unmanaged" },
    { ...assignmentOf("delete", "contractors", "ReadOnlyAccess", "acme-production"), origin: "aws" },
  ],
  {
    access: [
      accessOf({
        who: people("mallory@acme.com", "dax@acme.com"),
        permissionSet: "Everything",
        accounts: accounts("acme"),
        administrator: true,
        group: "admins",
        source: at(66),
      }),
      accessOf({
        who: people("ops@acme.com"),
        permissionSet: "AdministratorAccess",
        accounts: accounts("acme-dev", "acme-staging"),
        administrator: true,
        source: at(70),
      }),
      accessOf({
        who: people("jay@acme.com", "kim@acme.com", "lee@acme.com"),
        accounts: accounts("acme-staging", "acme-production"),
        group: "developers",
        source: at(61),
      }),
      accessOf({
        effect: "widens",
        who: people(...staff),
        accounts: accounts("acme-dev"),
        group: "developers",
        remark: "inline policy, managed policies",
        source: at(41),
      }),
      accessOf({
        effect: "loses",
        who: [{ name: "contractors", group: true }],
        permissionSet: "ReadOnlyAccess",
        accounts: accounts("acme-dev", "acme-production"),
      }),
      accessOf({
        effect: "loses",
        who: people("eve@acme.com"),
        permissionSet: "AdministratorAccess",
        administrator: true,
        accounts: accounts("acme"),
        group: "admins",
      }),
      accessOf({
        effect: "keeps",
        who: people("dax@acme.com"),
        permissionSet: "ReadOnlyAccess",
        accounts: accounts("acme-dev"),
        remark: "already AdministratorAccess via admins",
        source: at(73),
      }),
    ],
    refusals: [
      {
        rail: "max-closures",
        message: "1 account would be closed, at most 0 may",
        changes: ["delete account:acme-old"],
        hint: "close it in a change of its own",
      },
      {
        rail: "max-removals",
        message: "1 of 3 users would go",
        changes: ["delete user:eve@acme.com"],
        hint: "acknowledge it",
        acknowledged: { reason: "she has left", until: "2026-01-10", source: at(90) },
      },
    ],
    notices: [
      {
        code: "ORG0402",
        severity: "warning",
        message: "the account acme-spare is SUSPENDED",
        hint: "AWS Support reopens it",
        source: at(30),
      },
      { code: "ORG0603", severity: "info", message: "delegatedAdministrators is not in org.yaml and was not read" },
    ],
    notManaged: [
      { address: address("account", "legacy-2019"), kind: "account", label: "legacy-2019", reason: "not listed" },
      {
        address: address("user", "scim"),
        kind: "user",
        label: "scim@acme.com",
        reason: "an identity provider owns it",
      },
    ],
  },
);

/** The same without what stops it. */
export const MERGEABLE: Plan = { ...RICH, refusals: RICH.refusals.slice(1) };

const addresses = MERGEABLE.changes.map((change) => change.address);

export const DONE: Applied = {
  formatVersion: 1,
  document: "apply",
  plan: MERGEABLE,
  outcome: { done: addresses, failed: [], skipped: [], waiting: [], left: [], interrupted: false, seconds: 123 },
  failures: [],
  next: {
    users: [
      { name: "jay@acme.com", reaches: true },
      { name: "bot", reaches: false },
    ],
    accounts: [
      {
        key: "acme-staging",
        id: "111122223333",
        email: "aws+staging@acme.com",
        named: false,
        reached: true,
        rootless: false,
      },
    ],
    signIn: {
      portal: "https://acme.awsapps.com/start",
      consoleUrl: "https://console.aws.amazon.com/singlesignon/home?region=us-east-1",
    },
  },
  endedAt: "2026-01-01T00:03:00.000Z",
};

export const FAILED: Applied = {
  ...DONE,
  next: { users: [], accounts: [] },
  outcome: {
    done: addresses.slice(2, 9),
    failed: addresses.slice(1, 2),
    skipped: addresses.slice(0, 1),
    waiting: [],
    left: addresses.slice(9),
    interrupted: false,
    seconds: 72,
  },
  failures: [
    {
      address: addresses[1]!,
      code: "ORG0501",
      message: "organizations:CreateAccount: EMAIL_ALREADY_EXISTS [request car-0a1b2c3d]",
      hint: "aws+staging@acme.com belongs to another account, perhaps to one that was closed: take another alias",
    },
  ],
};

export const DRIFT: Drift = {
  formatVersion: 1,
  document: "drift",
  plan: planOf(
    [
      changeOf({
        kind: "permissionSet",
        key: "PowerUserAccess",
        action: "update",
        before: { sessionDuration: "12h", inlinePolicy: WIDER },
        after: { sessionDuration: "4h", inlinePolicy: POLICY },
        source: at(41),
      }),
      assignmentOf("create", "developers", "PowerUserAccess", "acme-dev", 61),
      assignmentOf("delete", "mallory@acme.com", "AdministratorAccess", "acme"),
    ],
    {
      access: [
        accessOf({
          effect: "loses",
          who: people("mallory@acme.com"),
          permissionSet: "AdministratorAccess",
          administrator: true,
          accounts: accounts("acme"),
        }),
        accessOf({ who: people("jay@acme.com"), group: "developers", source: at(61) }),
      ],
    },
  ),
  adopt: {
    yaml: [
      "permissionSets:",
      "  PowerUserAccess:",
      "    sessionDuration: 12h",
      "assignments:",
      "  - users: [mallory@acme.com]",
      "    permissionSets: [AdministratorAccess]",
      "    accounts: [acme]",
      "",
    ].join("\n"),
    files: {},
    remove: [
      {
        address: address("assignment", "group/developers", "PowerUserAccess", "acme-dev"),
        label: "developers \u2192 PowerUserAccess \u2192 acme-dev",
        source: at(61),
      },
    ],
  },
};
