import Type from "typebox";
import { defineSection } from "../model/section.ts";
import { type Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { listAll, present } from "../aws/paging.ts";
import { address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { Kind } from "../model/kind.ts";
import type { Notice } from "../model/plan.ts";
import type { Resource, Snapshot } from "../model/resource.ts";

const schema = Type.Object(
  {
    id: Type.Optional(
      Type.String({
        title: "Organization id",
        description:
          "The id of your AWS organization. With it orgsync refuses to touch any other organization. Leave it out until the organization exists; from then on apply needs it, and prints the line to add.",
        pattern: "^o-[a-z0-9]{10,32}$",
        patternErrorMessage: "An organization id is o- and 10 to 32 lowercase letters or digits, such as o-a1b2c3d4e5",
        examples: ["o-a1b2c3d4e5"],
      }),
    ),
  },
  {
    title: "Organization",
    description:
      "The AWS organization itself, with all features. With this section orgsync creates the organization when there is none.",
    additionalProperties: false,
    examples: [{ id: "o-a1b2c3d4e5" }, {}],
    defaultSnippets: [
      { label: "organization", description: "The organization's id", body: { id: "o-${1:a1b2c3d4e5}" } },
    ],
  },
);

export const organizationSection = defineSection("organization", schema);

/** The organization itself: there is one, or none yet. */
export interface OrganizationSpec {
  readonly featureSet?: "ALL" | "CONSOLIDATED_BILLING";
}

export interface OrganizationIds {
  readonly id: string;
  readonly managementAccountId: string;
  readonly managementEmail: string;
  readonly rootId: string;
  readonly callerAccountId: string;
  /** As STS names the caller. */
  readonly callerArn: string;
  /** The root's policy types: `ENABLED`, or on the way there or back. */
  readonly policyTypes: Readonly<Record<string, string>>;
}

export const ORGANIZATION = address("organization");

/** The live organization; undefined before there is one. */
export function organizationOf(live: Snapshot | readonly Resource[]): OrganizationIds | undefined {
  const found = Array.isArray(live) ? live[0] : (live as Snapshot).get(ORGANIZATION);
  return found?.ids as OrganizationIds | undefined;
}

/** What org.yaml says of an organization that is there, as the line to write. */
export const organizationLine = ({ id }: Pick<OrganizationIds, "id">): string => `organization: { id: ${id} }`;

/** Without its id in the file, nothing would keep a plan from another organization: apply refuses it. */
export function unnamedOrganization(
  config: Config,
  organization: Pick<OrganizationIds, "id"> | undefined,
): Notice | undefined {
  if (organization === undefined || organizationSection.of(config)?.id !== undefined) return undefined;
  return {
    code: "ORG0403",
    severity: "info",
    message: `${config.file} does not say that it is for organization ${organization.id}, which apply needs`,
    hint: `write ${organizationLine(organization)}`,
    ...(organizationSection.of(config) === undefined ? {} : { source: config.at(["organization"]) }),
  };
}

/** For writes that are ordered after the organization: it is there. */
export function rootOf(live: Snapshot): string {
  const organization = organizationOf(live);
  if (organization === undefined) throw new Error("no organization");
  return organization.rootId;
}

export const organization: Kind<OrganizationSpec, OrganizationIds, Aws> = {
  name: "organization",
  title: "organization",
  plural: "Organization",
  section: organizationSection,
  ownsSection: true,
  always: true,
  needs: () => [],
  neverRemoved: "orgsync never deletes an organization",
  irreversible: ["create"],
  expected: { create: { calls: 3, seconds: 5 } },

  desired({ config, live, notice, problem }) {
    const there = live.get(ORGANIZATION);
    if (there === undefined && organizationSection.of(config) === undefined) {
      problem({
        code: "ORG0403",
        message: "the caller's account is in no organization",
        hint: "write organization: {} to have one created, or use credentials of the right account",
        source: config.at([]),
      });
    }
    const written = organizationSection.of(config) === undefined ? {} : { source: config.at(["organization"]) };
    if (there !== undefined && (there.spec as OrganizationSpec).featureSet !== "ALL") {
      notice({
        code: "ORG0605",
        severity: "warning",
        message: "the organization has consolidated billing only: policies and trusted access need all features",
        hint: "enable all features in the console, every invited account must agree: https://console.aws.amazon.com/organizations/v2/home/settings",
        ...written,
      });
    }
    const spec: OrganizationSpec = there === undefined ? { featureSet: "ALL" } : {};
    return [
      {
        address: ORGANIZATION,
        kind: "organization",
        key: "organization",
        label: "organization (all features)",
        spec,
        ...written,
      },
    ];
  },

  refs: () => [],

  async read({ aws, config }) {
    const caller = await aws.sts.getCallerIdentity({});
    const callerAccountId = present(caller.Account, "sts:GetCallerIdentity", "Account");
    const partition = caller.Arn?.split(":")[1] ?? "aws";
    if (partition !== "aws") {
      throw new OrgsyncError(
        "ORG0509",
        `the caller ${caller.Arn} is in the partition ${partition}; orgsync supports aws only`,
        {
          hint: "AWS GovCloud and AWS China have other services and rules; use credentials of a commercial account",
        },
      );
    }
    const ids = await describe(
      aws,
      { accountId: callerAccountId, arn: present(caller.Arn, "sts:GetCallerIdentity", "Arn") },
      (id) => refuseAnother(config, id, callerAccountId),
    );
    if (ids === undefined) return [];
    const { featureSet, ...rest } = ids;
    return [
      {
        address: ORGANIZATION,
        kind: "organization",
        key: "organization",
        label: rest.id,
        spec: { featureSet },
        ids: rest,
      },
    ];
  },

  async create(_resource, { aws }) {
    await createOnce<true>({
      clock: aws.clock,
      what: "the organization",
      create: async () => {
        await aws.organizations.createOrganization({ FeatureSet: "ALL" });
        return true;
      },
      find: async () => ((await idNow(aws)) === undefined ? undefined : true),
    });
    const { Account = "", Arn = "" } = await aws.sts.getCallerIdentity({});
    const ids = await describe(aws, { accountId: Account, arn: Arn });
    if (ids === undefined)
      throw new OrgsyncError("ORG0505", "the organization was created, but AWS does not show it", {
        hint: "run plan again in a minute",
      });
    const { featureSet: _, ...rest } = ids;
    return rest;
  },

  draft: ([found], { draft }) => {
    if (found?.ids !== undefined) draft.set(["organization", "id"], found.ids.id);
  },
};

/** Nothing else is read of another organization than the file's. */
function refuseAnother(config: Config, id: string | undefined, callerAccountId: string): void {
  const wanted = organizationSection.of(config)?.id;
  if (wanted === undefined || id === wanted) return;
  throw new OrgsyncError(
    "ORG0403",
    `organization.id is ${wanted}, but the caller's account ${callerAccountId} is in ${id ?? "no organization"}`,
    {
      hint: "use the credentials of the right organization, or correct organization.id",
      source: config.at(["organization", "id"]),
    },
  );
}

/** The id of the organization that the caller is in now. */
export const idNow = async (aws: Aws): Promise<string | undefined> => (await describeOrganization(aws))?.Id;

/** As AWS describes it, whichever one org.yaml names; undefined while the caller's account is in none. */
export async function describeOrganization(aws: Aws) {
  try {
    const { Organization } = await aws.organizations.describeOrganization({});
    return present(Organization, "organizations:DescribeOrganization", "Organization");
  } catch (error) {
    if (error instanceof AwsError && error.awsName === "AWSOrganizationsNotInUseException") return undefined;
    throw error;
  }
}

async function describe(
  aws: Aws,
  caller: { readonly accountId: string; readonly arn: string },
  check: (id: string | undefined) => void = () => undefined,
): Promise<(OrganizationIds & Required<OrganizationSpec>) | undefined> {
  const operation = "organizations:DescribeOrganization";
  const found = await describeOrganization(aws);
  check(found?.Id);
  if (found === undefined) return undefined;
  const [root] = await listAll(aws.organizations.listRoots, {}, "Roots");
  return {
    id: present(found.Id, operation, "Id"),
    managementAccountId: present(found.MasterAccountId, operation, "MasterAccountId"),
    managementEmail: found.MasterAccountEmail ?? "",
    featureSet: found.FeatureSet === "CONSOLIDATED_BILLING" ? "CONSOLIDATED_BILLING" : "ALL",
    rootId: present(root?.Id, "organizations:ListRoots", "Id"),
    callerAccountId: caller.accountId,
    callerArn: caller.arn,
    policyTypes: Object.fromEntries(
      (root?.PolicyTypes ?? []).map(({ Type: type, Status: status }) => [
        present(type, "organizations:ListRoots", "Type"),
        present(status, "organizations:ListRoots", "Status"),
      ]),
    ),
  };
}
