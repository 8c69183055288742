import type { Operation } from "../operation.ts";
import { AwsError } from "../operation.ts";
import type { Organization, World } from "../world.ts";
import { invalidInput } from "./errors.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { addAccount, arnOf, attachFullAccess, organizationOf } from "./tree.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

export const organizationOperations: Record<string, Operation> = {
  DescribeOrganization: {
    access: "read",
    quota: { rate: 1, burst: 2 },
    input: shapes.input({}),
    run: (_input, { world }) => ({ Organization: shown(organizationOf(world)) }),
  },
  CreateOrganization: {
    access: "write",
    input: shapes.input({}, { FeatureSet: { type: "string", enum: ["ALL", "CONSOLIDATED_BILLING"] } }),
    run: ({ FeatureSet = "ALL" }: { FeatureSet?: Organization["featureSet"] }, { world, now, newId }) => {
      if (world.organization) {
        throw new AwsError("AlreadyInOrganizationException", "The account that you attempted to create an organization with is already a member of an organization.");
      }
      const { id, name, email, createdAt } = world.standalone;
      const rootId = `r-${newId(LETTERS, 4)}`;
      const organization: Organization = {
        id: `o-${newId(LETTERS, 10)}`,
        managementAccountId: id,
        featureSet: FeatureSet,
        createdAt: now,
        root: { id: rootId, policyTypes: [] },
        units: {},
        accounts: {},
        createRequests: {},
        tags: {},
        serviceAccess: {},
        attachments: {},
        quotas: { accounts: 10 },
      };
      world.organization = organization;
      attachFullAccess(organization, rootId);
      addAccount(organization, { id, name, email, parentId: rootId, state: "ACTIVE", joinedMethod: "INVITED", joinedAt: createdAt });
      return { Organization: shown(organization) };
    },
  },
  DeleteOrganization: {
    access: "write",
    input: shapes.input({}),
    run: (_input, { world }) => {
      const { accounts, units } = organizationOf(world);
      if (Object.keys(accounts).length > 1 || Object.keys(units).length > 0) {
        throw new AwsError("OrganizationNotEmptyException", "To delete an organization you must first remove all member accounts, delete all organizational units (OUs), and delete all policies.");
      }
      world.organization = null;
      return {};
    },
  },
  EnableAllFeatures: {
    access: "write",
    input: shapes.input({}),
    run: (_input, { world, now, newId }) => {
      const organization = organizationOf(world);
      if (organization.featureSet === "ALL") {
        throw new AwsError("HandshakeConstraintViolationException", "The organization already has all features enabled.", { Reason: "ORGANIZATION_ALREADY_HAS_ALL_FEATURES" });
      }
      // Nobody was invited in the sandbox, so nobody has to agree.
      organization.featureSet = "ALL";
      const id = `h-${newId(LETTERS, 10)}`;
      return { Handshake: { Id: id, Arn: arnOf(organization, "handshake", "enable_all_features", id), State: "ACCEPTED", Action: "ENABLE_ALL_FEATURES", RequestedTimestamp: now / 1000 } };
    },
  },
  LeaveOrganization: {
    access: "write",
    quota: { rate: 1, burst: 1 },
    input: shapes.input({}),
    run: (_input, { world }) => {
      organizationOf(world);
      throw new AwsError("MasterCannotLeaveOrganizationException", "You can't remove a management account from an organization.");
    },
  },
  ListRoots: {
    access: "read",
    quota: { rate: 1, burst: 2 },
    input: shapes.input({}, shapes.paging),
    run: (input, context) => {
      const organization = organizationOf(context.world);
      const { id, policyTypes } = organization.root;
      return page(context, "Roots", [{ Id: id, Arn: arnOf(organization, "root", id), Name: "Root", PolicyTypes: policyTypes }], input);
    },
  },
  ListDelegatedAdministrators: emptyList("DelegatedAdministrators", { rate: 5, burst: 8 }, { ServicePrincipal: shapes.servicePrincipal }),
  ListHandshakesForOrganization: emptyList("Handshakes", { rate: 5, burst: 8 }, {
    Filter: { type: "structure", members: { ActionType: { type: "string" }, ParentHandshakeId: { type: "string" } } },
  }),
  ListAWSServiceAccessForOrganization: {
    access: "read",
    quota: { rate: 1, burst: 3 },
    input: shapes.input({}, shapes.paging),
    run: (input, context) =>
      page(context, "EnabledServicePrincipals", Object.entries(organizationOf(context.world).serviceAccess), input, ([name, { enabledAt }]) => ({
        ServicePrincipal: name,
        DateEnabled: enabledAt / 1000,
      })),
  },
  EnableAWSServiceAccess: {
    access: "write",
    quota: { rate: 1, burst: 2 },
    input: shapes.input({ ServicePrincipal: shapes.servicePrincipal }),
    run: ({ ServicePrincipal: name }: { ServicePrincipal: string }, { world, now }) => {
      requireService(world, name).serviceAccess[name] ??= { enabledAt: now };
      return {};
    },
  },
  DisableAWSServiceAccess: {
    access: "write",
    quota: { rate: 1, burst: 2 },
    input: shapes.input({ ServicePrincipal: shapes.servicePrincipal }),
    run: ({ ServicePrincipal: name }: { ServicePrincipal: string }, { world }) => {
      delete requireService(world, name).serviceAccess[name];
      return {};
    },
  },
};

function requireService(world: World, name: string): Organization {
  const organization = organizationOf(world);
  if (/^[a-z0-9.-]+\.amazonaws\.com$/.test(name)) return organization;
  throw invalidInput("UNRECOGNIZED_SERVICE_PRINCIPAL", "You specified an unrecognized service principal.");
}

/** A list of what cannot be in this world. */
function emptyList(member: string, quota: { rate: number; burst: number }, members: Parameters<typeof shapes.input>[0]): Operation {
  return {
    access: "read",
    quota,
    input: shapes.input({}, { ...members, ...shapes.paging }),
    run: (input, context) => {
      organizationOf(context.world);
      return page(context, member, [], input);
    },
  };
}

function shown(organization: Organization): object {
  const { id, managementAccountId, featureSet, accounts } = organization;
  return {
    Id: id,
    Arn: arnOf(organization, "organization"),
    FeatureSet: featureSet,
    MasterAccountArn: arnOf(organization, "account", managementAccountId),
    MasterAccountId: managementAccountId,
    MasterAccountEmail: accounts[managementAccountId]?.email,
    AvailablePolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }],
  };
}
