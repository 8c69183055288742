import { expect, test } from "vitest";
import { start } from "../sandbox/harness.ts";
import { bench, configOf } from "../support/engine.ts";
import { SIZES } from "../worlds/sizes.ts";
import { filesFrom } from "./files.ts";

const SIZE = { ...SIZES.medium, policies: 15 };

/** An organization of some size, made call by call with AWS's own SDK: nothing of orgsync's. */
async function madeWithTheSdk() {
  const aws = start({ throttle: false, asyncSeconds: 0 });
  const { organizations, store, sso, InstanceArn, IdentityStoreId, world } = aws;
  if (world.organization !== null) world.organization.quotas.accounts = SIZE.accounts;
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  /** One after the other, as a script would. */
  const each = async <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> => {
    const made: T[] = [];
    for (const index of numbers(count)) made.push(await make(index));
    return made;
  };

  const { Roots } = await organizations.listRoots({});
  const root = Roots?.[0]?.Id ?? "";
  const units: string[] = [];
  for (const index of numbers(SIZE.units)) {
    const ParentId = index < 8 ? root : units[index % 8];
    const { OrganizationalUnit } = await organizations.createOrganizationalUnit({ ParentId, Name: `Unit ${index}` });
    units.push(OrganizationalUnit?.Id ?? "");
  }
  const accounts = await each(SIZE.accounts - 1, async (index) => {
    const { CreateAccountStatus } = await organizations.createAccount({
      AccountName: `acme-${index}`,
      Email: `aws+${index}@acme.com`,
      Tags: index % 3 === 0 ? [{ Key: "stage", Value: ["dev", "production"][index % 2] }] : [],
    });
    const { CreateAccountStatus: ended } = await organizations.describeCreateAccountStatus({
      CreateAccountRequestId: CreateAccountStatus?.Id,
    });
    const AccountId = ended?.AccountId ?? "";
    if (index % 20 < 18)
      await organizations.moveAccount({ AccountId, SourceParentId: root, DestinationParentId: units[index % 20] });
    return AccountId;
  });
  const { Accounts: [management] = [] } = await organizations.listAccounts({ MaxResults: 1 });
  const places = [management?.Id ?? "", ...accounts];

  const users = await each(SIZE.users, async (index) => {
    const [given, family] = [`Given${index}`, `Family${index % 50}`];
    const { UserId } = await store.createUser({
      IdentityStoreId,
      UserName: `user${index}@acme.com`,
      DisplayName: index % 10 === 0 ? `${given} (on call)` : `${given} ${family}`,
      Name: { GivenName: given, FamilyName: family },
      Emails: [{ Value: `user${index}@acme.com`, Type: "work", Primary: true }],
      ...(index % 7 === 0 ? { Title: "Engineer, platform" } : {}),
    });
    return UserId ?? "";
  });
  const groups = await each(SIZE.groups, async (index) => {
    const { GroupId } = await store.createGroup({
      IdentityStoreId,
      DisplayName: `Team ${index}`,
      ...(index % 4 === 0 ? { Description: `What team ${index} does: all of it` } : {}),
    });
    return GroupId ?? "";
  });
  await each(SIZE.memberships, (index) =>
    store.createGroupMembership({
      IdentityStoreId,
      GroupId: groups[index % SIZE.groups],
      MemberId: { UserId: users[(index * 7 + Math.floor(index / SIZE.groups)) % SIZE.users] ?? "" },
    }),
  );

  const sets = await each(SIZE.permissionSets, async (index) => {
    const { PermissionSet } = await sso.createPermissionSet({
      InstanceArn,
      Name: `Set${index}`,
      SessionDuration: `PT${1 + (index % 12)}H`,
      ...(index % 2 === 0 ? { Description: `For work of sort ${index}` } : {}),
    });
    const set = { InstanceArn, PermissionSetArn: PermissionSet?.PermissionSetArn };
    await sso.attachManagedPolicyToPermissionSet({
      ...set,
      ManagedPolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
    });
    if (index % 5 === 0) {
      const InlinePolicy = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get${index}*","Resource":"*"}]}`;
      await sso.putInlinePolicyToPermissionSet({ ...set, InlinePolicy });
    }
    return set;
  });
  await each(SIZE.assignments, (index) => {
    // Teams have their set in eight accounts each; some people have more.
    const person = index % 10 === 9;
    const who = Math.floor(index / 8);
    return sso.createAccountAssignment({
      ...sets[who % SIZE.permissionSets],
      InstanceArn,
      PermissionSetArn: sets[who % SIZE.permissionSets]?.PermissionSetArn,
      PrincipalType: person ? "USER" : "GROUP",
      PrincipalId: person ? users[(index * 7) % SIZE.users] : groups[who % SIZE.groups],
      TargetType: "AWS_ACCOUNT",
      TargetId: places[(who * 3 + index) % places.length],
    });
  });
  await each(SIZE.policies, async (index) => {
    const { Policy } = await organizations.createPolicy({
      Name: `Deny ${index}`,
      Description: index % 2 === 0 ? "" : `Keeps service ${index} out`,
      Type: "SERVICE_CONTROL_POLICY",
      Content: `{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"svc${index}:*","Resource":"*"}]}`,
    });
    const PolicyId = Policy?.PolicySummary?.Id;
    for (const TargetId of [units[index], accounts[index]]) await organizations.attachPolicy({ PolicyId, TargetId });
  });
  return aws.sandbox.snapshot();
}

test("an organization of 150 accounts that others made: import plans empty, and again is the same bytes", async () => {
  const world = await madeWithTheSdk();
  const center = world.identityCenter;
  const counts = [
    world.organization?.accounts,
    world.organization?.units,
    center?.users,
    center?.groups,
    center?.memberships,
    center?.permissionSets,
    center?.assignments,
  ].map((all) => Object.keys(all ?? {}).length);
  expect(counts).toEqual([150, 20, 600, 80, 2_000, 25, 1_200]);

  const there = bench(structuredClone(world));
  const { draft } = await there.draft();
  const { "org.yaml": text = "", ...others } = filesFrom(draft);
  expect(draft.leftOut).toEqual([]);
  const config = await configOf(text, others);
  const { plan } = await there.plan(config);
  expect(plan.changes).toEqual([]);
  expect(Object.keys(config.sections["users"] as object)).toHaveLength(600);
  expect(Object.keys(config.sections["policies"] as object)).toHaveLength(15);
  // Few entries, for people to read.
  expect((config.sections["assignments"] as unknown[]).length).toBeLessThan(SIZE.assignments / 3);

  const again = bench(structuredClone(world), { raggedPages: true, paths: false });
  expect(filesFrom((await again.draft()).draft)).toEqual({ "org.yaml": text, ...others });
  expect((await there.draft(config)).draft.values.size).toBe(0);
}, 300_000);
