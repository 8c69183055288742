import Type from "typebox";
import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import type { Kind } from "../model/kind.ts";
import type { Snapshot } from "../model/resource.ts";
import { defineSection } from "../model/section.ts";
import { ORGANIZATION, organizationOf } from "./organization.ts";
import { trustedServiceAddress, trustedServicesSection } from "./trustedService.ts";

const schema = Type.Object(
  {
    credentialsManagement: Type.Optional(
      Type.Boolean({
        title: "Root credentials management",
        description:
          "With true the management account can delete the root users' passwords and keys in member accounts, and new accounts are made without any.",
        default: false,
        examples: [true],
      }),
    ),
    sessions: Type.Optional(
      Type.Boolean({
        title: "Root sessions",
        description:
          "With true the management account can do a few tasks in member accounts that otherwise only their root users can, such as unlocking a bucket's policy.",
        default: false,
        examples: [true],
      }),
    ),
  },
  {
    title: "Root access",
    description:
      "The two switches of centralized root access in member accounts. What is left out or false is off. They need trusted access for IAM: list iam.amazonaws.com in trustedServices.",
    additionalProperties: false,
    examples: [{ credentialsManagement: true, sessions: true }],
    defaultSnippets: [
      { label: "root access", description: "Both switches on", body: { credentialsManagement: true, sessions: true } },
    ],
  },
);

export const rootAccessSection = defineSection("rootAccess", schema);

/** What AWS calls the switches. */
const SWITCHES = {
  credentialsManagement: { feature: "RootCredentialsManagement", label: "root credentials management" },
  sessions: { feature: "RootSessions", label: "root sessions" },
} as const;

type Switch = keyof typeof SWITCHES;
const KEYS: readonly Switch[] = ["credentialsManagement", "sessions"];

/** The service whose trusted access the switches need. */
const IAM = "iam.amazonaws.com";

/** The key is the switch; it is there when it is on. */
const resourceOf = (key: Switch) => ({
  address: address("rootAccess", key),
  kind: "rootAccess",
  key,
  label: SWITCHES[key].label,
  spec: {},
});

export const rootAccess: Kind<object, object, Aws> = {
  name: "rootAccess",
  title: "root access switch",
  plural: "Root access",
  section: rootAccessSection,
  ownsSection: true,
  needs: () => ["organization"],
  expected: { create: { calls: 1, seconds: 1 }, delete: { calls: 1, seconds: 1 } },

  desired({ config }) {
    const switches = rootAccessSection.of(config) ?? {};
    return KEYS.filter((key) => switches[key] === true).map((key) => ({
      ...resourceOf(key),
      source: config.at(["rootAccess", key]),
    }));
  },

  refs: () => [ORGANIZATION, trustedServiceAddress(IAM)],

  async read({ aws, config, resources, notice }) {
    if (organizationOf(await resources("organization")) === undefined) return [];
    const enabled = await features(aws);
    if (enabled === undefined) {
      const wanted = Object.values(rootAccessSection.of(config) ?? {}).includes(true);
      if (wanted && trustedServicesSection.of(config)?.includes(IAM) !== true) {
        notice({
          code: "ORG0603",
          severity: "warning",
          message: "IAM has no trusted access, which the switches of rootAccess need",
          hint: `list ${IAM} in trustedServices`,
          source: config.at(["rootAccess"]),
        });
      }
      return [];
    }
    // Features that AWS adds one day are not in the file.
    return KEYS.filter((key) => enabled.has(SWITCHES[key].feature)).map((key) => ({ ...resourceOf(key), ids: {} }));
  },

  async create({ key }, { aws: { iam } }) {
    if (key === "sessions") await iam.enableOrganizationsRootSessions({});
    else await iam.enableOrganizationsRootCredentialsManagement({});
    return {};
  },

  async remove({ key }, { aws: { iam } }) {
    try {
      if (key === "sessions") await iam.disableOrganizationsRootSessions({});
      else await iam.disableOrganizationsRootCredentialsManagement({});
    } catch (error) {
      if (!isOff(error)) throw error;
    }
  },

  draft(resources, { draft }) {
    for (const { key } of resources) draft.set(["rootAccess", key], true);
  },
};

/** Whether AWS keeps the root users of member accounts without credentials; undefined where the file does not ask. */
export const rootCredentialsManaged = (config: Config, live: Snapshot): boolean | undefined =>
  rootAccessSection.of(config) === undefined ? undefined : live.has(address("rootAccess", "credentialsManagement"));

/** AWS's names of what is on; undefined when nothing can be, for want of trusted access. */
async function features(aws: Aws): Promise<ReadonlySet<string> | undefined> {
  try {
    const { EnabledFeatures } = await aws.iam.listOrganizationsFeatures({});
    // An empty list and none look alike on IAM's wire.
    return new Set(EnabledFeatures);
  } catch (error) {
    if (isOff(error)) return undefined;
    throw error;
  }
}

/** Without trusted access for IAM, or without all features, neither switch is on. */
function isOff(error: unknown): boolean {
  return (
    error instanceof AwsError &&
    ["ServiceAccessNotEnabledException", "OrganizationNotInAllFeaturesModeException"].includes(error.awsName)
  );
}
