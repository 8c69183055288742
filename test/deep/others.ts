import type { IdentityCenter, Organization, Sandbox, World } from "../../src/sandbox/index.ts";
import { clientsOf } from "../sandbox/harness.ts";

/** Who is an administrator before, in between and after: nobody takes that away. */
export const BOSS = "boss@acme.com";

/** What somebody else may work on. */
interface Scene extends ReturnType<typeof clientsOf> {
  readonly organization: Organization;
  readonly center: IdentityCenter;
  readonly InstanceArn: string;
  readonly IdentityStoreId: string;
  pick<T>(from: Readonly<Record<string, T>> | undefined): T | undefined;
}

type Edit = (scene: Scene) => Promise<unknown> | undefined;

/** Things that people do in the console while orgsync is at work; none of them does harm by itself. */
const EDITS: readonly Edit[] = [
  ({ store, IdentityStoreId, center, pick }) => {
    const user = pick(center.users);
    if (user === undefined) return undefined;
    const Operations = [{ AttributePath: "title", AttributeValue: "Changed by hand" }];
    return store.updateUser({ IdentityStoreId, UserId: user.id, Operations });
  },
  ({ store, IdentityStoreId }) => store.createGroup({ IdentityStoreId, DisplayName: "made by hand" }),
  ({ store, IdentityStoreId }) =>
    store.createUser({
      IdentityStoreId,
      UserName: "hand@acme.com",
      DisplayName: "By Hand",
      Name: { GivenName: "By", FamilyName: "Hand" },
      Emails: [{ Value: "hand@acme.com", Primary: true }],
    }),
  ({ store, IdentityStoreId, center, pick }) => {
    const membership = pick(center.memberships);
    return membership && store.deleteGroupMembership({ IdentityStoreId, MembershipId: membership.id });
  },
  ({ store, IdentityStoreId, center, pick }) => {
    const [user, group] = [pick(center.users), pick(center.groups)];
    if (user === undefined || group === undefined) return undefined;
    return store.createGroupMembership({ IdentityStoreId, GroupId: group.id, MemberId: { UserId: user.id } });
  },
  ({ store, IdentityStoreId, center, pick }) => {
    const user = pick(center.users);
    if (user === undefined || user.userName === BOSS) return undefined;
    return store.deleteUser({ IdentityStoreId, UserId: user.id });
  },
  ({ organizations, organization, pick }) => {
    const account = pick(organization.accounts);
    const parent = pick({ [organization.root.id]: organization.root, ...organization.units });
    if (account === undefined || parent === undefined || account.parentId === parent.id) return undefined;
    return organizations.moveAccount({
      AccountId: account.id,
      SourceParentId: account.parentId,
      DestinationParentId: parent.id,
    });
  },
  ({ organizations, organization, pick }) => {
    const one = pick<{ id: string }>({ ...organization.accounts, ...organization.units });
    return one && organizations.tagResource({ ResourceId: one.id, Tags: [{ Key: "stage", Value: "by hand" }] });
  },
  ({ organizations, organization }) =>
    organizations.createOrganizationalUnit({ ParentId: organization.root.id, Name: "made by hand" }),
  ({ organizations, organization, pick }) => {
    const policy = pick(organization.policies);
    return policy && organizations.updatePolicy({ PolicyId: policy.id, Description: "Changed by hand" });
  },
  ({ organizations, organization, pick }) => {
    const policy = pick(organization.policies);
    return policy && organizations.attachPolicy({ PolicyId: policy.id, TargetId: organization.root.id });
  },
  ({ sso, InstanceArn }) => sso.createPermissionSet({ InstanceArn, Name: "MadeByHand" }),
  ({ sso, InstanceArn, center, pick }) => {
    const set = pick(center.permissionSets);
    if (set === undefined || set.name === "Boss") return undefined;
    return sso.updatePermissionSet({ InstanceArn, PermissionSetArn: set.arn, Description: "Changed by hand" });
  },
  ({ sso, InstanceArn, center, pick }) => {
    const one = pick(center.assignments);
    if (one === undefined || center.permissionSets[one.permissionSetArn]?.name === "Boss") return undefined;
    const { accountId, permissionSetArn, principalType, principalId } = one;
    return sso.deleteAccountAssignment({
      InstanceArn,
      TargetId: accountId,
      TargetType: "AWS_ACCOUNT",
      PermissionSetArn: permissionSetArn,
      PrincipalType: principalType,
      PrincipalId: principalId,
    });
  },
  ({ sso, InstanceArn, organization, center, pick }) => {
    const [account, set, user] = [pick(organization.accounts), pick(center.permissionSets), pick(center.users)];
    if (account === undefined || set === undefined || user === undefined) return undefined;
    return sso.createAccountAssignment({
      InstanceArn,
      TargetId: account.id,
      TargetType: "AWS_ACCOUNT",
      PermissionSetArn: set.arn,
      PrincipalType: "USER",
      PrincipalId: user.id,
    });
  },
];

/** Somebody else does something; what AWS refuses is not done. */
export async function somebodyElse(sandbox: Sandbox, world: World, random: () => number): Promise<void> {
  const { organization, identityCenter } = world;
  if (organization === null || identityCenter === null) return;
  const scene: Scene = {
    ...clientsOf(sandbox, "AKIA"),
    organization,
    center: identityCenter,
    InstanceArn: identityCenter.instanceArn,
    IdentityStoreId: identityCenter.identityStoreId,
    pick: (from = {}) => Object.values(from)[Math.floor(random() * Object.keys(from).length)],
  };
  await EDITS[Math.floor(random() * EDITS.length)]?.(scene)?.catch(() => undefined);
}
