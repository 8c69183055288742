import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../src/model/json.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { IdentityCenter, Organization, World } from "../../src/sandbox/index.ts";
import { filesFrom } from "../draft/files.ts";
import { start } from "../sandbox/harness.ts";
import { bench, configOf } from "../support/engine.ts";
import { orgFile } from "../worlds/arbitrary.ts";
import { worldOf } from "../worlds/world.ts";
import { RUNS } from "./runs.ts";

/** What a plan has to say of one change that somebody made through the API. */
type Expected = readonly [action: string, address: string, fields?: readonly (readonly [string, Json, Json])[]];

interface Scene extends ReturnType<typeof start> {
  /** Whether the imported file decides about a section: one that had nothing is left out. */
  has(section: string): boolean;
  /** Whether it decides about a policy of AWS. */
  decides(policy: string): boolean;
  readonly organization: Organization;
  readonly center: IdentityCenter;
}

/** A change through the API; undefined where the world has nothing that it could be made to. */
type Edit = (scene: Scene) => Promise<readonly Expected[]> | undefined;

const first = <T>(things: Readonly<Record<string, T>> | undefined): T | undefined => Object.values(things ?? {})[0];
const member = ({ organization }: Scene) =>
  Object.values(organization.accounts).find(({ id }) => id !== organization.managementAccountId);
const pathOf = ({ organization }: Scene, id: string): string => {
  const unit = organization.units[id];
  if (unit === undefined) return "root";
  const parent = organization.units[unit.parentId];
  return parent === undefined ? unit.name : `${pathOf({ organization } as Scene, parent.id)}/${unit.name}`;
};
const keyOf = (scene: Scene, id: string): string => scene.organization.accounts[id]?.name ?? id;
const principalOf = (
  { center }: Scene,
  { principalType, principalId }: { principalType: string; principalId: string },
) =>
  principalType === "USER"
    ? `user/${center.users[principalId]?.userName}`
    : `group/${center.groups[principalId]?.displayName}`;

const EDITS: Readonly<Record<string, Edit>> = {
  "a user is made": ({ has, store, IdentityStoreId }) =>
    has("users")
      ? (async (): Promise<readonly Expected[]> => {
          await store.createUser({
            IdentityStoreId,
            UserName: "zoe@acme.com",
            DisplayName: "Zoe",
            Name: { GivenName: "Zoe", FamilyName: "Ng" },
            Emails: [{ Value: "zoe@acme.com" }],
          });
          return [["delete", "user:zoe@acme.com"]];
        })()
      : undefined,
  "a user gets another title": ({ store, IdentityStoreId, center }) => {
    const user = first(center.users);
    return user === undefined
      ? undefined
      : store
          .updateUser({
            IdentityStoreId,
            UserId: user.id,
            Operations: [{ AttributePath: "title", AttributeValue: "Drifter" }],
          })
          .then(() => [
            [
              "update",
              `user:${user.userName}`,
              [["title", "Drifter", (titles.get(user.id) as string | undefined) ?? null]],
            ],
          ]);
  },
  "a group gets another description": ({ store, IdentityStoreId, center }) => {
    const group = first(center.groups);
    if (group === undefined) return undefined;
    const { description = null, displayName, id } = group;
    return store
      .updateGroup({
        IdentityStoreId,
        GroupId: id,
        Operations: [{ AttributePath: "description", AttributeValue: "Drifted" }],
      })
      .then(() => [["update", `group:${displayName}`, [["description", "Drifted", description]]]]);
  },
  "a member is taken out of a group": ({ store, IdentityStoreId, center }) => {
    const membership = first(center.memberships);
    if (membership === undefined) return undefined;
    const names = [center.groups[membership.groupId]?.displayName, center.users[membership.userId]?.userName];
    return store
      .deleteGroupMembership({ IdentityStoreId, MembershipId: membership.id })
      .then(() => [["create", `membership:${names.join(":")}`]]);
  },
  "an assignment is taken away": (scene) => {
    const found = first(scene.center.assignments);
    if (found === undefined) return undefined;
    const { accountId, permissionSetArn, principalType, principalId } = found;
    const set = scene.center.permissionSets[permissionSetArn]?.name;
    const address = `assignment:${principalOf(scene, found)}:${set}:${keyOf(scene, accountId)}`;
    return scene.sso
      .deleteAccountAssignment({
        InstanceArn: scene.InstanceArn,
        TargetId: accountId,
        TargetType: "AWS_ACCOUNT",
        PermissionSetArn: permissionSetArn,
        PrincipalType: principalType,
        PrincipalId: principalId,
      })
      .then(() => [["create", address]]);
  },
  "an assignment is given": (scene) => {
    const user = Object.values(scene.center.users).find(
      ({ id }) => !Object.values(scene.center.assignments).some(({ principalId }) => principalId === id),
    );
    const set = first(scene.center.permissionSets);
    if (user === undefined || set === undefined || !scene.has("assignments")) return undefined;
    const accountId = scene.organization.managementAccountId;
    return scene.sso
      .createAccountAssignment({
        InstanceArn: scene.InstanceArn,
        TargetId: accountId,
        TargetType: "AWS_ACCOUNT",
        PermissionSetArn: set.arn,
        PrincipalType: "USER",
        PrincipalId: user.id,
      })
      .then(() => [["delete", `assignment:user/${user.userName}:${set.name}:${keyOf(scene, accountId)}`]]);
  },
  "a permission set that nobody has gets another description": ({ sso, InstanceArn, center }) => {
    const set = Object.values(center.permissionSets).find(
      ({ arn }) => !Object.values(center.provisioned).some((sets) => Object.hasOwn(sets, arn)),
    );
    if (set === undefined) return undefined;
    const { description = null, relayState, sessionDuration } = set;
    return sso
      .updatePermissionSet({
        InstanceArn,
        PermissionSetArn: set.arn,
        Description: "Drifted",
        SessionDuration: sessionDuration,
        ...(relayState === undefined ? {} : { RelayState: relayState }),
      })
      .then(() => [["update", `permissionSet:${set.name}`, [["description", "Drifted", description]]]]);
  },
  "a permission set is made": ({ has, sso, InstanceArn }) =>
    has("permissionSets")
      ? (async (): Promise<readonly Expected[]> => {
          await sso.createPermissionSet({ InstanceArn, Name: "Drifted" });
          return [["delete", "permissionSet:Drifted"]];
        })()
      : undefined,
  "a unit is made": ({ has, decides, organizations, organization }) =>
    has("organizationalUnits")
      ? (async (): Promise<readonly Expected[]> => {
          await organizations.createOrganizationalUnit({ ParentId: organization.root.id, Name: "Drifted" });
          // AWS attaches its full access to it; where the file decides about that, it goes too.
          const birthmark: Expected[] = decides("FullAWSAccess")
            ? [["delete", "policyAttachment:FullAWSAccess:Drifted"]]
            : [];
          return [...birthmark, ["delete", "organizationalUnit:Drifted"]];
        })()
      : undefined,
  "an account is moved": (scene) => {
    const account = member(scene);
    const target = [scene.organization.root, ...Object.values(scene.organization.units)].find(
      ({ id }) => id !== account?.parentId,
    );
    // Access by way of units was written out account by account, so it does not move along.
    if (account === undefined || target === undefined) return undefined;
    const [before, after] = [pathOf(scene, target.id), pathOf(scene, account.parentId)];
    return scene.organizations
      .moveAccount({ AccountId: account.id, SourceParentId: account.parentId, DestinationParentId: target.id })
      .then(() => [["update", `account:${account.name}`, [["ou", before, after]]]]);
  },
  "a policy gets another description": ({ organizations, organization }) => {
    const policy = first(organization.policies);
    if (policy === undefined) return undefined;
    const before = policy.description === "" ? null : policy.description;
    return organizations
      .updatePolicy({ PolicyId: policy.id, Description: "Drifted" })
      .then(() => [["update", `policy:${policy.name}`, [["description", "Drifted", before]]]]);
  },
  "a policy is made": ({ has, organizations }) =>
    has("policies")
      ? (async (): Promise<readonly Expected[]> => {
          await organizations.createPolicy({
            Name: "drifted",
            Type: "SERVICE_CONTROL_POLICY",
            Description: "",
            Content: JSON.stringify({
              Version: "2012-10-17",
              Statement: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }],
            }),
          });
          return [["delete", "policy:drifted"]];
        })()
      : undefined,
  "a policy is attached to the root": (scene) => {
    const { organizations, organization } = scene;
    const root = organization.root.id;
    const policy = Object.values(organization.policies ?? {}).find(
      ({ id }) => !(organization.attachments[root] ?? []).includes(id),
    );
    return policy === undefined
      ? undefined
      : organizations
          .attachPolicy({ PolicyId: policy.id, TargetId: root })
          .then(() => [["delete", `policyAttachment:${policy.name}:root`]]);
  },
  "an administrator is no longer delegated to": (scene) => {
    const [accountId, services] = Object.entries(scene.organization.delegatedAdministrators ?? {})[0] ?? [];
    const service = Object.keys(services ?? {})[0];
    if (accountId === undefined || service === undefined) return undefined;
    return scene.organizations
      .deregisterDelegatedAdministrator({ AccountId: accountId, ServicePrincipal: service })
      .then(() => [["create", `delegatedAdministrator:${service}:${keyOf(scene, accountId)}`]]);
  },
  "the resource policy is deleted": ({ organizations, organization }) =>
    organization.resourcePolicy === undefined
      ? undefined
      : organizations.deleteResourcePolicy({}).then(() => [["create", "resourcePolicy"]]),
  "sessions of root users are switched off": ({ iam, organization }) =>
    organization.rootAccess?.includes("RootSessions") === true
      ? iam.disableOrganizationsRootSessions({}).then(() => [["create", "rootAccess:sessions"]])
      : undefined,
};

/** Titles of users as they were, since an edit changes the world in place. */
const titles = new Map<string, unknown>();

const said = ({ changes }: Plan) =>
  changes.map(({ action, address, fields }) => [
    action,
    address,
    ...(action === "update" ? [fields.map(({ field, before, after }) => [field, before, after])] : []),
  ]);

test("import, then an edit through the API: the plan says exactly that, with before and after", async () => {
  const edits = Object.entries(EDITS);
  const made = new Set<string>();
  await fc.assert(
    fc.asyncProperty(orgFile, fc.nat(edits.length - 1), async (file, from) => {
      const world: World = worldOf(file);
      const { "org.yaml": text = "", ...others } = filesFrom((await bench(world).draft()).draft);
      const config = await configOf(text, others);
      const { organization, identityCenter } = world;
      if (organization === null || identityCenter === null) throw new Error("the world has both");
      for (const { id, attributes } of Object.values(identityCenter.users)) titles.set(id, attributes["Title"]);
      const scene: Scene = {
        ...start({ world }),
        organization,
        center: identityCenter,
        has: (section) => config.sections[section] !== undefined,
        decides: (policy) => Object.hasOwn(config.sections["policies"] ?? {}, policy),
      };
      // The first edit, from there on, that the world has something for.
      for (let index = 0; index < edits.length; index++) {
        const [name, edit] = edits[(from + index) % edits.length] as (typeof edits)[number];
        const expected = await edit(scene);
        if (expected === undefined) continue;
        made.add(name);
        await scene.clock.sleep(60_000);
        world.now = scene.clock.now();
        expect([name, said((await bench(world).plan(config)).plan)]).toEqual([name, expected]);
        return;
      }
    }),
    RUNS,
  );
  if (RUNS.numRuns >= 500) expect([...made].toSorted()).toEqual(Object.keys(EDITS).toSorted());
});
