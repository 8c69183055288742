import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { OrgsyncError } from "../../src/model/errors.ts";
import type { Plan } from "../../src/model/plan.ts";
import {
  createSandbox,
  type Fault,
  type FaultKind,
  type Invitation,
  serve,
  type World,
} from "../../src/sandbox/index.ts";
import { bench, type BenchOptions, configOf } from "../support/engine.ts";
import { inFolder, run } from "../support/io.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { hastyClock } from "./clock.ts";
import { MIDDLING } from "./world.ts";

/** Live and file that make a plan send a read; together the scenes send all of them. */
interface Scene {
  readonly file: OrgFile;
  readonly world: () => World;
  readonly options?: BenchOptions;
  /** Whether the file said the same before. */
  readonly isItsBase?: true;
  /** The read that it is made for, when earlier scenes send it with nothing to answer. */
  readonly about?: string;
}

const DENYING = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" }],
};

/** Fewer pairs than users and groups, and an account whose name in AWS is not the file's. */
const FEW: OrgFile = {
  ...MIDDLING,
  assignments: [{ groups: ["admins"], permissionSets: ["Admin"], accounts: ["acme"] }],
};

/** An account that has been invited, and more other invitations than AWS lists on a page. */
const INVITING: OrgFile = {
  ...MIDDLING,
  accounts: { ...MIDDLING.accounts, bought: { email: "aws@bought.com", invite: invitedId(0) } },
};

/** An account that is to be closed, and that administers a service. */
const CLOSING: OrgFile = {
  ...MIDDLING,
  accounts: { ...MIDDLING.accounts, "acme-8": { email: "aws+8@acme.com", closed: true } },
};

/** What the base has and AWS has no longer: each is looked for once more. */
const MISSED: OrgFile = {
  ...MIDDLING,
  accounts: { ...MIDDLING.accounts, gone: { email: "aws+gone@acme.com" } },
  organizationalUnits: { ...MIDDLING.organizationalUnits, Gone: {} },
  policies: {
    guard: { type: "SERVICE_CONTROL_POLICY", content: DENYING, targets: ["Workloads", "account:acme-1"] },
    gone: { type: "SERVICE_CONTROL_POLICY", content: DENYING },
  },
  users: { ...MIDDLING.users, "gone@acme.com": { givenName: "Go", familyName: "Ne" } },
  groups: { ...MIDDLING.groups, admins: { members: ["dax@acme.com", "kim@acme.com"] }, gone: {} },
  permissionSets: { ...MIDDLING.permissionSets, Gone: {} },
  assignments: [
    ...(MIDDLING.assignments ?? []),
    { users: ["kim@acme.com"], permissionSets: ["Build"], accounts: ["acme-3"] },
  ],
  delegatedAdministrators: { "guardduty.amazonaws.com": ["acme-1"] },
};
const HAD: OrgFile = {
  ...MISSED,
  ...MIDDLING,
  policies: { guard: { type: "SERVICE_CONTROL_POLICY", content: DENYING, targets: ["account:acme-1"] } },
  delegatedAdministrators: { "guardduty.amazonaws.com": ["acme-2"] },
};

const SCENES: readonly Scene[] = [
  { file: MIDDLING, world: () => worldOf(MIDDLING) },
  { file: MIDDLING, world: () => worldOf(MIDDLING), options: { paths: false } },
  { file: FEW, world: () => renamed(worldOf(FEW), "acme-7", "acme-seven") },
  {
    file: INVITING,
    world: () => inviting(worldOf(MIDDLING)),
    about: "organizations:ListHandshakesForOrganization",
  },
  {
    file: CLOSING,
    world: () => worldOf({ ...MIDDLING, delegatedAdministrators: { "guardduty.amazonaws.com": ["acme-8"] } }),
  },
  { file: MISSED, world: () => worldOf(HAD), isItsBase: true },
];

function renamed(world: World, from: string, to: string): World {
  const account = Object.values(world.organization?.accounts ?? {}).find(({ name }) => name === from);
  if (account === undefined) throw new Error(`no account ${from}`);
  account.name = to;
  // So that Account Management answers for members.
  if (world.organization !== null) world.organization.serviceAccess["account.amazonaws.com"] = { enabledAt: world.now };
  return world;
}

function inviting(world: World): World {
  if (world.organization === null) throw new Error("the world has one");
  const sent = Array.from({ length: 25 }, (_, index): Invitation => ({
    id: `h-${invitedId(index)}`,
    state: "OPEN",
    target: { type: "ACCOUNT", id: invitedId(index) },
    tags: {},
    requestedAt: world.now,
    expiresAt: world.now + 15 * 24 * 60 * 60 * 1000,
  }));
  world.organization.invitations = Object.fromEntries(sent.map((one) => [one.id, one]));
  return world;
}

function invitedId(index: number): string {
  return String(900_000_000_000 + index);
}

/** Every read of a plan, and the members that its answer must have: what is decided by them would be wrong without. */
const READS: Readonly<Record<string, readonly string[]>> = {
  "sts:GetCallerIdentity": ["Account"],
  "organizations:DescribeOrganization": ["Organization", "Id", "MasterAccountId"],
  "organizations:ListRoots": ["Roots", "Id"],
  "organizations:ListOrganizationalUnitsForParent": ["OrganizationalUnits", "Id", "Name"],
  "organizations:ListTagsForResource": ["Tags", "Key", "Value"],
  "organizations:ListAccounts": ["Accounts", "Id", "Email", "State"],
  "organizations:ListAccountsForParent": ["Accounts", "Id"],
  "organizations:ListHandshakesForOrganization": [
    "Handshakes",
    "Id",
    "State",
    "Parties",
    "RequestedTimestamp",
    "ExpirationTimestamp",
  ],
  "organizations:ListDelegatedServicesForAccount": ["DelegatedServices", "ServicePrincipal"],
  "organizations:ListDelegatedAdministrators": ["DelegatedAdministrators", "Id"],
  "organizations:ListChildren": ["Children", "Id"],
  "organizations:ListPolicies": ["Policies", "Id", "Name"],
  "organizations:DescribePolicy": ["Policy", "Content"],
  "organizations:ListTargetsForPolicy": ["Targets"],
  "organizations:ListPoliciesForTarget": ["Policies", "Id", "Name"],
  "account:GetAccountInformation": [],
  "ssoAdmin:ListInstances": ["Instances", "InstanceArn", "IdentityStoreId"],
  "ssoAdmin:ListPermissionSets": ["PermissionSets"],
  "ssoAdmin:DescribePermissionSet": ["PermissionSet", "Name"],
  "ssoAdmin:ListManagedPoliciesInPermissionSet": ["AttachedManagedPolicies", "Arn"],
  "ssoAdmin:ListCustomerManagedPolicyReferencesInPermissionSet": ["CustomerManagedPolicyReferences", "Name"],
  "ssoAdmin:GetInlinePolicyForPermissionSet": [],
  "ssoAdmin:GetPermissionsBoundaryForPermissionSet": ["ManagedPolicyArn"],
  "ssoAdmin:ListAccountsForProvisionedPermissionSet": ["AccountIds"],
  "ssoAdmin:ListPermissionSetsProvisionedToAccount": ["PermissionSets"],
  "ssoAdmin:ListTagsForResource": ["Tags", "Key", "Value"],
  "ssoAdmin:ListAccountAssignments": ["AccountAssignments", "PrincipalId", "PrincipalType"],
  "ssoAdmin:ListAccountAssignmentsForPrincipal": ["AccountAssignments", "AccountId", "PermissionSetArn"],
  "identityStore:ListUsers": ["Users", "UserId", "UserName"],
  "identityStore:ListGroups": ["Groups", "GroupId", "DisplayName"],
  "identityStore:DescribeUser": [],
  "identityStore:GetUserId": [],
  "identityStore:GetGroupId": [],
  "identityStore:GetGroupMembershipId": [],
  "identityStore:ListGroupMemberships": ["GroupMemberships", "MemberId", "MembershipId"],
};

/** Reads with a member that says what state or sort a thing is of: a value that nobody knows is not guessed at. */
const ENUMS = [
  "organizations:ListAccounts",
  "ssoAdmin:ListInstances",
  "ssoAdmin:ListAccountAssignments",
  "ssoAdmin:ListAccountAssignmentsForPrincipal",
  "identityStore:DescribeUser",
];

const isList = (operation: string): boolean => operation.includes(":List");

const ALWAYS: readonly FaultKind[] = [
  "throttle",
  "error-500",
  "malformed-body",
  "empty-body",
  "access-denied",
  "expired-token",
  "not-implemented",
  "reset",
  "timeout-after",
];
/** Reads that are answered with "not found" here, which no fault can spoil. */
const NOT_FOUND = ["identityStore:GetUserId", "identityStore:GetGroupId", "identityStore:GetGroupMembershipId"];
const OF_ANSWERS: readonly FaultKind[] = ["malformed-body", "empty-body", "timeout-after"];
const canSpoil = (operation: string, kind: FaultKind): boolean =>
  !(NOT_FOUND.includes(operation) && OF_ANSWERS.includes(kind));
const OF_LISTS: readonly FaultKind[] = ["lost-page", "repeated-token", "duplicate-item"];
const PASSING: readonly FaultKind[] = [
  "throttle",
  "busy",
  "error-500",
  "reset",
  "timeout-after",
  "malformed-body",
  "empty-body",
];

/** Faults that a plan lives with, because the answer is one that AWS may really give, or the member decides nothing. */
const HARMLESS: readonly (Fault & { readonly why: string })[] = [
  {
    operation: "account:GetAccountInformation",
    kind: "access-denied",
    why: "without trusted access AWS denies it for members; the name that Organizations lists is used",
  },
  {
    operation: "account:GetAccountInformation",
    kind: "not-implemented",
    why: "an endpoint may have no Account Management; the name that Organizations lists is used",
  },
  {
    operation: "account:GetAccountInformation",
    kind: "missing-field",
    reason: "AccountName",
    why: "the name that Organizations lists is used",
  },
  {
    operation: "organizations:DescribeOrganization",
    kind: "unknown-enum",
    why: "the feature set is only a notice: nothing is decided by it",
  },
  {
    operation: "organizations:ListHandshakesForOrganization",
    kind: "unknown-enum",
    why: "it is the sort of the party that invites, which is the organization anyway",
  },
  {
    operation: "ssoAdmin:ListAccountAssignmentsForPrincipal",
    kind: "duplicate-item",
    why: "what comes through two groups may be listed twice; rows of the principal itself count once",
  },
  {
    operation: "ssoAdmin:ListAccountAssignmentsForPrincipal",
    kind: "missing-field",
    reason: "PrincipalType",
    why: "a row without it is the principal's that was asked for",
  },
  {
    operation: "ssoAdmin:ListAccountAssignmentsForPrincipal",
    kind: "missing-field",
    reason: "PrincipalId",
    why: "a row without it is the principal's that was asked for",
  },
];

/** Texts that AWS may leave out where there is none: the plan writes what the file has once more, and takes nothing away. */
const WRITTEN_AGAIN: readonly (Fault & { readonly field: string })[] = [
  {
    operation: "ssoAdmin:GetInlinePolicyForPermissionSet",
    kind: "missing-field",
    reason: "InlinePolicy",
    field: "inlinePolicy",
  },
  {
    operation: "ssoAdmin:GetPermissionsBoundaryForPermissionSet",
    kind: "missing-field",
    reason: "PermissionsBoundary",
    field: "permissionsBoundary",
  },
];

const undisturbed: { readonly scene: Scene; readonly plan: Plan; readonly reads: ReadonlySet<string> }[] = [];

async function planOf({ file, world, options, isItsBase }: Scene, faults: readonly Fault[] = []) {
  const config = await configOf(textOf(file));
  const there = bench(world(), { ...options, faults, ...(isItsBase === true ? { base: config } : {}) });
  const { plan } = await there.plan(config);
  return { plan, calls: there.calls };
}

/** What a plan says, without what reading took. */
const said = ({ changes, notices, notManaged, organization }: Plan) => ({ changes, notices, notManaged, organization });

beforeAll(async () => {
  for (const scene of SCENES) {
    const { plan, calls } = await planOf(scene);
    expect(calls.filter(({ access, status }) => access === "write" || status === 0)).toEqual([]);
    undisturbed.push({ scene, plan, reads: new Set(calls.map(({ service, operation }) => `${service}:${operation}`)) });
  }
});

/** The scene that is made for a read, else the first that sends it. */
function sceneOf(operation: string) {
  const found =
    undisturbed.find(({ scene }) => scene.about === operation) ?? undisturbed.find(({ reads }) => reads.has(operation));
  if (found === undefined) throw new Error(`no scene reads ${operation}`);
  return found;
}

async function refusalOf(fault: Fault): Promise<OrgsyncError> {
  const refused = await planOf(sceneOf(fault.operation).scene, [fault]).then(
    ({ plan }) => plan,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(OrgsyncError);
  const error = refused as OrgsyncError;
  expect(error.message).toContain(fault.operation);
  expect(error.code).not.toBe("ORG0799");
  expect(error.hint ?? "").not.toBe("");
  return error;
}

test("the scenes send every read that is known here, and no other", () => {
  // How many accounts there may be is only advice: test/kinds/accountQuota.test.ts.
  const sent = new Set(undisturbed.flatMap(({ reads }) => [...reads]));
  sent.delete("serviceQuotas:GetServiceQuota");
  expect([...sent].toSorted()).toEqual(Object.keys(READS).toSorted());
});

describe.each(Object.keys(READS))("%s", (operation) => {
  const canMeet = (kind: FaultKind): boolean => canSpoil(operation, kind);
  const excused = (fault: Fault): boolean =>
    HARMLESS.some((one) => one.operation === fault.operation && one.kind === fault.kind && one.reason === fault.reason);
  const faults: Fault[] = [
    ...ALWAYS.filter(canMeet).map((kind) => ({ operation, kind })),
    ...(isList(operation) ? OF_LISTS.map((kind) => ({ operation, kind })) : []),
    ...(ENUMS.includes(operation) ? [{ operation, kind: "unknown-enum" as const }] : []),
    ...(READS[operation] ?? []).map((reason) => ({ operation, kind: "missing-field" as const, reason })),
  ].filter((fault) => !excused(fault));

  test.each(faults)("$kind $reason: no plan, and the read is named", async (fault) => {
    expect((await refusalOf(fault)).message).toContain(operation);
  });

  test.each(PASSING.filter(canMeet))("%s once: the plan is the undisturbed one", async (kind) => {
    const { scene, plan } = sceneOf(operation);
    const { plan: again, calls } = await planOf(scene, [{ operation, kind, nth: 1 }]);
    expect(said(again)).toEqual(said(plan));
    expect(calls.filter(({ service, operation: name }) => `${service}:${name}` === operation).length).toBeGreaterThan(
      1,
    );
  });
});

test.each(HARMLESS)("$operation $kind $reason does no harm: $why", async (fault) => {
  const { scene, plan } = sceneOf(fault.operation);
  expect(said((await planOf(scene, [fault])).plan)).toEqual(said(plan));
});

test.each(WRITTEN_AGAIN)("$operation without $reason: only $field is written again", async ({ field, ...fault }) => {
  const { plan } = await planOf(sceneOf(fault.operation).scene, [fault]);
  expect(plan.changes).toMatchObject([{ action: "update", kind: "permissionSet", fields: [{ field, before: null }] }]);
});

test("errors say what to do about them", async () => {
  const hints = async (kind: FaultKind, code: string, hint: RegExp): Promise<void> => {
    expect(await refusalOf({ operation: "organizations:ListAccounts", kind })).toMatchObject({
      code,
      hint: expect.stringMatching(hint),
    });
  };
  await hints("access-denied", "ORG0502", /needs organizations:ListAccounts/);
  await hints("expired-token", "ORG0503", /sign in again/);
  await hints("not-implemented", "ORG0504", /endpoint does not implement/);
  await hints("malformed-body", "ORG0505", /endpoint answered something/);
  await hints("empty-body", "ORG0505", /endpoint answered something/);
  await hints("throttle", "ORG0501", /wait a minute/);
});

describe("Identity Center's region is not configured", () => {
  const file = JSON.stringify({ version: 1, users: { "dax@acme.com": { givenName: "Dax", familyName: "Raad" } } });

  test("every region is asked, and a region that cannot be asked is not one without Identity Center", async () => {
    const world = worldOf({});
    if (world.identityCenter !== null) world.identityCenter.region = "eu-north-1";
    const config = await configOf(file);
    const { plan } = await bench(structuredClone(world)).plan(config);
    expect(plan.changes).toMatchObject([{ action: "create", address: "user:dax@acme.com" }]);
    // The caller's region answers, one of the others does not, and the instance is nowhere else.
    world.identityCenter = null;
    const failing = bench(world, {
      faults: [{ operation: "ssoAdmin:ListInstances", kind: "error-500", nth: 5, count: 1_000 }],
    });
    await expect(failing.plan(config)).rejects.toThrow(/ssoAdmin:ListInstances.*InternalServerException/);
  });
});

describe("orgsync plan", () => {
  afterEach(() => vi.unstubAllEnvs());

  /** The command against a sandbox on loopback, with time that passes at once. */
  async function planned(faults: readonly Fault[], scene = SCENES[0] as Scene) {
    const clock = hastyClock(scene.world().now);
    const server = await serve(
      createSandbox({ world: scene.world(), clock, faults, throttle: false, ...scene.options }),
      { port: 0 },
    );
    vi.stubEnv("AWS_ENDPOINT_URL", server.url);
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "not-a-secret");
    vi.stubEnv("AWS_REGION", "us-east-1");
    try {
      return await inFolder(async (cwd) => {
        await writeFile(join(cwd, "org.yaml"), textOf(scene.file));
        const base = scene.isItsBase === true ? ["--base", "org.yaml"] : [];
        return run(["plan", "--format", "json", ...base], { cwd, clock });
      });
    } finally {
      await server.close();
    }
  }

  test("without a fault there is a plan", async () => {
    const { code, stdout, stderr } = await planned([]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({ changes: [] });
    expect(code).toBe(0);
  });

  const kinds: readonly FaultKind[] = ["error-500", "malformed-body", "access-denied", "reset"];
  const cases = Object.keys(READS).flatMap((operation, index) => {
    const kind = kinds[index % kinds.length] as FaultKind;
    return operation === "account:GetAccountInformation" || !canSpoil(operation, kind) ? [] : [{ operation, kind }];
  });
  test.each([...cases, { operation: "account:GetAccountInformation", kind: "throttle" as const }])(
    "$operation $kind: exit 1, the operation on stderr, nothing on stdout",
    async (fault) => {
      const { code, stdout, stderr } = await planned([fault], sceneOf(fault.operation).scene);
      expect(stdout).toBe("");
      expect(stderr).toContain(fault.operation);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(stderr).not.toContain("ORG0799");
      expect(code).toBe(1);
    },
  );
});
