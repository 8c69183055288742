import { AwsError } from "../operation.ts";
import type { Context, Operation } from "../operation.ts";
import type { Account, Organization } from "../world.ts";
import { handshakeViolates } from "./errors.ts";
import { FULL_ACCESS } from "./full-access.ts";
import { onOrganization } from "./on-organization.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { arn, shownRoot } from "./show.ts";

/** How many accounts an organization may have until AWS raises it. */
const accountQuota = 10;

const createOrganization: Operation = {
  access: "write",
  input: { type: "structure", members: { FeatureSet: shapes.featureSet } },
  run: ({ FeatureSet: featureSet = "ALL" }: { FeatureSet?: Organization["featureSet"] }, context) => {
    const { world } = context;
    if (world.organization) {
      const text = "The provided account is already a member of an organization.";
      throw new AwsError("AlreadyInOrganizationException", text);
    }
    world.organization = newOrganization(context, featureSet);
    return { Organization: shown(world.organization) };
  },
};

export const organization: Readonly<Record<string, Operation>> = {
  CreateOrganization: createOrganization,
  ...onOrganization({
    DescribeOrganization: {
      access: "read",
      everyMember: true,
      run: (_input, call) => ({ Organization: shown(call.organization) }),
    },
    DeleteOrganization: {
      access: "write",
      run: (_input, call) => {
        if (Object.keys(call.organization.accounts).length > 1) {
          const text = "To delete an organization you must first remove all member accounts (except the master).";
          throw new AwsError("OrganizationNotEmptyException", text);
        }
        call.world.organization = null;
        return {};
      },
    },
    EnableAllFeatures: { access: "write", run: (_input, call) => ({ Handshake: enableAllFeatures(call) }) },
    ListRoots: {
      access: "read",
      members: shapes.paging,
      run: (input, call) => page(call, "Roots", [call.organization], input, shownRoot),
    },
  }),
};

function newOrganization({ world, now, newId }: Context, featureSet: Organization["featureSet"]): Organization {
  const { id: accountId, name, email } = world.standalone;
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  const rootId = `r-${newId(letters, 4)}`;
  const management: Account = {
    id: accountId,
    name,
    email,
    parentId: rootId,
    state: "ACTIVE",
    joinedMethod: "INVITED",
    joinedAt: now,
  };
  return {
    id: `o-${newId(letters, 10)}`,
    managementAccountId: accountId,
    featureSet,
    createdAt: now,
    root: {
      id: rootId,
      policyTypes: featureSet === "ALL" ? [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }] : [],
    },
    units: {},
    accounts: { [accountId]: management },
    createRequests: {},
    tags: {},
    serviceAccess: {},
    attachments: { [rootId]: [FULL_ACCESS], [accountId]: [FULL_ACCESS] },
    quotas: { accounts: accountQuota },
  };
}

/** Nobody here keeps the others waiting for consent: the change is made when it is asked for. */
function enableAllFeatures({ organization: ours, now, newId }: Context & { organization: Organization }): object {
  if (ours.featureSet === "ALL") throw handshakeViolates("ORGANIZATION_ALREADY_HAS_ALL_FEATURES");
  ours.featureSet = "ALL";
  const id = `h-${newId("abcdefghijklmnopqrstuvwxyz0123456789", 10)}`;
  return {
    Id: id,
    Arn: `${arn(ours, "handshake")}/enable_all_features/${id}`,
    Parties: [{ Id: ours.id.slice("o-".length), Type: "ORGANIZATION" }],
    State: "ACCEPTED",
    RequestedTimestamp: now / 1000,
    ExpirationTimestamp: now / 1000 + 90 * 24 * 60 * 60,
    Action: "ENABLE_ALL_FEATURES",
    Resources: [{ Type: "ORGANIZATION", Value: ours.id }],
  };
}

function shown(ours: Organization): object {
  const { id, managementAccountId, featureSet, accounts } = ours;
  const types = [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }];
  return {
    Id: id,
    Arn: arn(ours, "organization"),
    FeatureSet: featureSet,
    MasterAccountArn: arn(ours, "account", managementAccountId),
    MasterAccountId: managementAccountId,
    MasterAccountEmail: accounts[managementAccountId]!.email,
    AvailablePolicyTypes: featureSet === "ALL" ? types : [],
  };
}
