import Type from "typebox";
import { defineSection } from "../model/section.ts";
import type { Aws } from "../aws/clients.ts";
import { incredible, listAll, present } from "../aws/paging.ts";
import { address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { Kind } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { DEFAULT_REGIONS, REGIONS } from "./knownValues.ts";
import { ORGANIZATION, organizationOf } from "./organization.ts";

const schema = Type.Object(
  {
    region: Type.Optional(
      Type.String({
        title: "Region",
        description:
          "The AWS Region in which IAM Identity Center was enabled (its primary Region). Left out, orgsync looks for it, which takes a little longer.",
        pattern: "^[a-z]{2,3}(?:-[a-z]+)+-[0-9]{1,2}$",
        patternErrorMessage: "An AWS Region looks like us-east-1 or eu-central-1",
        knownValues: REGIONS,
        maxLength: 32,
        examples: ["us-east-1", "eu-central-1"],
      }),
    ),
    startUrl: Type.Optional(
      Type.String({
        title: "Start URL",
        description:
          "The address of your AWS access portal, where people sign in. The console shows it in the settings of IAM Identity Center.",
        pattern: "^https://[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)+(?:/[A-Za-z0-9._~/#-]*)?$",
        patternErrorMessage: "A start URL looks like https://acme.awsapps.com/start",
        maxLength: 512,
        examples: ["https://acme.awsapps.com/start"],
      }),
    ),
    identitySource: Type.Optional(
      Type.Literal("external", {
        title: "Identity source",
        description:
          "Says external when an identity provider, such as Okta or Entra ID, decides about users and groups. org.yaml then only refers to them by name, in assignments; it has no users: and no groups:.",
        examples: ["external"],
      }),
    ),
  },
  {
    title: "IAM Identity Center",
    description:
      "Where people sign in to AWS. Identity Center itself is enabled once in the AWS console; this section says where it is.",
    additionalProperties: false,
    examples: [{ region: "us-east-1", startUrl: "https://acme.awsapps.com/start" }],
    defaultSnippets: [
      {
        label: "identityCenter",
        description: "Region and start URL",
        body: { region: "${1:us-east-1}", startUrl: "https://${2:acme}.awsapps.com/start" },
      },
    ],
  },
);

export const identityCenterSection = defineSection("identityCenter", schema);

/**
 * Whether the file says that an identity provider decides about users and groups. Their assignments are then the
 * file's alone; where it does not say so, those of single users and groups made by a provider are left alone.
 */
export const isExternal = (config: Config): boolean => identityCenterSection.of(config)?.identitySource === "external";

export interface IdentityCenterIds {
  readonly region: string;
  readonly instanceArn: string;
  readonly identityStoreId: string;
}

export const IDENTITY_CENTER = address("identityCenter");

/** The organization's instance; undefined until a person has switched it on. */
export function identityCenterOf(live: Snapshot | readonly Resource[]): IdentityCenterIds | undefined {
  const found = Array.isArray(live) ? live[0] : (live as Snapshot).get(IDENTITY_CENTER);
  return found?.ids as IdentityCenterIds | undefined;
}

/** Where the console has it. */
export const identityCenterConsole = (region: string): string =>
  `https://console.aws.amazon.com/singlesignon/home?region=${region}`;

/** For writes that are ordered after it: it is there. */
export function instanceOf(live: Snapshot): IdentityCenterIds {
  const found = identityCenterOf(live);
  if (found === undefined) throw new Error("no Identity Center instance");
  return found;
}

/** Whether a file says anything that Identity Center is needed for. */
export const needsIdentityCenter = ({ sections }: Config): boolean =>
  NEEDED_BY.some((key) => sections[key] !== undefined);

const NEEDED_BY = ["identityCenter", "users", "groups", "permissionSets", "assignments", "accessControlAttributes"];

export const identityCenter: Kind<object, IdentityCenterIds, Aws> = {
  name: "identityCenter",
  title: "IAM Identity Center",
  plural: "IAM Identity Center",
  section: identityCenterSection,
  ownsSection: true,
  always: true,
  needs: () => ["organization"],
  neverRemoved: "only the console switches Identity Center off",
  madeByHand: {
    what: "IAM Identity Center is not switched on: a person must do that in the console, in the region that it is to live in",
    link: "https://console.aws.amazon.com/singlesignon/home",
  },
  expected: {},

  desired({ config }) {
    if (!needsIdentityCenter(config)) return [];
    const written = identityCenterSection.of(config) === undefined ? {} : { source: config.at(["identityCenter"]) };
    return [
      {
        address: IDENTITY_CENTER,
        kind: "identityCenter",
        key: "identityCenter",
        label: "IAM Identity Center (organization instance)",
        spec: {},
        ...written,
      },
    ];
  },

  refs: () => [ORGANIZATION],

  async read({ aws, config, whole, resources, notice }) {
    const organization = organizationOf(await resources("organization"));
    if (organization === undefined || !(whole || needsIdentityCenter(config))) return [];
    const configured = identityCenterSection.of(config)?.region;
    const found =
      configured === undefined
        ? await search(aws, organization.managementAccountId)
        : await instanceIn(aws, configured, organization.managementAccountId);
    if (found === undefined && configured !== undefined)
      await refuseWrongRegion(aws, config, organization.managementAccountId);
    if (found === undefined) return [];
    // An import writes it down itself.
    if (configured === undefined && !whole) {
      notice({
        code: "ORG0603",
        severity: "info",
        message: `IAM Identity Center was found in ${found.region}`,
        hint: `write identityCenter: { region: ${found.region} } into org.yaml, so that it need not be looked for`,
      });
    }
    return [
      {
        address: IDENTITY_CENTER,
        kind: "identityCenter",
        key: "identityCenter",
        label: found.region,
        spec: {},
        ids: found,
      },
    ];
  },

  draft([found], { live, draft, ownerOf }) {
    if (found?.ids === undefined) return;
    draft.set(["identityCenter", "region"], found.ids.region);
    const people = [...live.values()].filter(({ kind }) => kind === "user" || kind === "group");
    const external = people.filter(({ ids }) => ids?.["external"] === true);
    // Groups of AWS Control Tower may stand beside those of an identity provider.
    if (external.length === 0 || people.some((one) => ownerOf(one) === undefined)) return;
    draft.comment(
      ["identityCenter", "identitySource"],
      "All users and groups come from an identity provider: they are left to it, and only referred to by name.",
    );
    draft.set(["identityCenter", "identitySource"], "external");
  },
};

/** Not in the configured region: nobody should go and switch on a second one. */
async function refuseWrongRegion(aws: Aws, config: Config, managementAccountId: string): Promise<void> {
  const elsewhere = await search(aws, managementAccountId);
  if (elsewhere === undefined) return;
  const { file, line, column } = config.at(["identityCenter", "region"]);
  throw new OrgsyncError(
    "ORG0603",
    `${file}:${line}:${column} IAM Identity Center is in ${elsewhere.region}, not in this region`,
    {
      hint: `write region: ${elsewhere.region}`,
    },
  );
}

/** The caller's region first, then the others at once. A region that could not be asked is not one without an instance. */
async function search(aws: Aws, managementAccountId: string): Promise<IdentityCenterIds | undefined> {
  const here = await instanceIn(aws, aws.region, managementAccountId);
  if (here !== undefined) return here;
  const others = DEFAULT_REGIONS.filter((region) => region !== aws.region);
  const looks = await Promise.allSettled(others.map((region) => instanceIn(aws, region, managementAccountId)));
  for (const look of looks) if (look.status === "fulfilled" && look.value !== undefined) return look.value;
  const failed = looks.findIndex(({ status }) => status === "rejected");
  if (failed === -1) return undefined;
  const { reason } = looks[failed] as PromiseRejectedResult;
  throw new OrgsyncError(
    "ORG0505",
    `IAM Identity Center was looked for, but ${others[failed]} could not be asked: ${reason instanceof Error ? reason.message : String(reason)}`,
    {
      hint: "write identityCenter: { region: ... } into org.yaml",
      cause: reason,
    },
  );
}

const STATES: ReadonlySet<string> = new Set(["ACTIVE", "CREATE_IN_PROGRESS", "CREATE_FAILED", "DELETE_IN_PROGRESS"]);

async function instanceIn(
  aws: Aws,
  region: string,
  managementAccountId: string,
): Promise<IdentityCenterIds | undefined> {
  const operation = "ssoAdmin:ListInstances";
  const instances = await listAll(aws.ssoAdmin(region).listInstances, { MaxResults: 10 }, "Instances");
  // A member account may see an account instance of its own besides the organization's.
  const own = instances.find(
    ({ OwnerAccountId }) => OwnerAccountId === undefined || OwnerAccountId === managementAccountId,
  );
  if (own === undefined) return undefined;
  if (own.Status !== undefined && !STATES.has(own.Status))
    throw incredible(operation, `the unknown state ${own.Status}`);
  if (own.Status !== undefined && own.Status !== "ACTIVE") {
    throw new OrgsyncError("ORG0603", `IAM Identity Center in ${region} is ${own.Status}`, {
      hint: "wait until the console shows it as active, then run plan again",
    });
  }
  return {
    // It may be listed in further regions, which know nothing of permission sets.
    region: own.PrimaryRegion ?? region,
    instanceArn: present(own.InstanceArn, operation, "InstanceArn"),
    identityStoreId: present(own.IdentityStoreId, operation, "IdentityStoreId"),
  };
}
