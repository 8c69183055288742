import Type from "typebox";
import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { incredible, present } from "../aws/paging.ts";
import { waitFor } from "../aws/wait.ts";
import { address } from "../model/address.ts";
import { OrgsyncError } from "../model/errors.ts";
import { sameJson } from "../model/json.ts";
import type { Kind } from "../model/kind.ts";
import { defineSection } from "../model/section.ts";
import { IDENTITY_CENTER, type IdentityCenterIds, identityCenterOf, instanceOf } from "./identityCenter.ts";
import { mapOf } from "./map.ts";
import { taken } from "./meanwhile.ts";

const schema = mapOf(
  {
    title: "Attribute name",
    description: "What policies call the attribute: 1 to 128 letters, digits, spaces and _ . : / = + - @.",
    maxLength: 128,
    pattern: String.raw`^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$`,
    patternErrorMessage: "The name of an attribute has letters, digits, spaces and _ . : / = + - @ only",
  },
  Type.String({
    title: "Attribute source",
    description:
      "Which attribute of a user it is, such as ${path:enterprise.department}. What an identity provider sends when somebody signs in comes second to it.",
    minLength: 1,
    maxLength: 256,
    pattern: String.raw`^[\p{L}\p{Z}\p{N}_.:/=+\-@\[\]{}$\\"]*$`,
    patternErrorMessage: "The source of an attribute looks like ${path:enterprise.department}",
    examples: ["${path:enterprise.department}", "${path:userName}"],
  }),
  {
    title: "Attributes for access control",
    description:
      "Attributes of people that policies can ask for as aws:PrincipalTag, by name. With this section they are all there is; {} switches attributes for access control off.",
    maxProperties: 50,
    examples: [{ department: "${path:enterprise.department}" }],
    defaultSnippets: [
      {
        label: "attribute",
        description: "The department of a user",
        body: { "${1:department}": "\\${path:${2:enterprise.department}\\}" },
      },
    ],
  },
);

export const accessControlAttributesSection = defineSection("accessControlAttributes", schema);

/** There is one configuration, or none while attributes for access control are off. */
interface AccessControlAttributesSpec {
  /** Sources by attribute name. */
  readonly attributes: Readonly<Record<string, string>>;
}

interface AccessControlAttributesIds {
  /** AWS could not switch them on: what it shows then is not in force. */
  readonly failed: boolean;
}

const WHAT = "attributes for access control";
const identity = {
  address: address("accessControlAttributes"),
  kind: "accessControlAttributes",
  key: "accessControlAttributes",
  label: WHAT,
};

export const accessControlAttributes: Kind<AccessControlAttributesSpec, AccessControlAttributesIds, Aws> = {
  name: "accessControlAttributes",
  title: "access control configuration",
  plural: "Attributes for access control",
  section: accessControlAttributesSection,
  ownsSection: true,
  needs: () => ["identityCenter"],
  expected: { create: { calls: 2, seconds: 5 }, update: { calls: 3, seconds: 5 }, delete: { calls: 2, seconds: 1 } },

  desired({ config }) {
    const attributes = accessControlAttributesSection.of(config) ?? {};
    if (Object.keys(attributes).length === 0) return [];
    return [{ ...identity, spec: { attributes }, source: config.at(["accessControlAttributes"]) }];
  },

  refs: () => [IDENTITY_CENTER],

  async read({ aws, resources, notice }) {
    const instance = identityCenterOf(await resources("identityCenter"));
    const found = instance === undefined ? undefined : await describe(aws, instance);
    if (found === undefined) return [];
    const failed = hasFailed(found);
    if (failed) {
      notice({
        code: "ORG0507",
        severity: "warning",
        message: `AWS could not switch on the ${WHAT}: ${found.reason}`,
      });
    }
    return [{ ...identity, spec: specOf(found), ids: { failed } }];
  },

  async look(_resource, _fields, { aws, live }) {
    const found = await describe(aws.asking(), instanceOf(live));
    return found === undefined ? undefined : specOf(found);
  },

  async create({ spec }, { aws, live }) {
    await switchOn(aws, instanceOf(live), spec);
    return { failed: false };
  },

  async update(before, { spec }, _fields, { aws, live }) {
    const instance = instanceOf(live);
    // AWS does not say what becomes of an update of what it could not create: begin anew.
    if (before.ids?.failed === true) {
      await switchOff(aws, instance);
      await switchOn(aws, instance, spec);
    } else {
      await aws.ssoAdmin(instance.region).updateInstanceAccessControlAttributeConfiguration(inputOf(instance, spec));
      await enabled(aws, instance);
    }
    return { failed: false };
  },

  // What AWS could not create, and shows without attributes here, is switched off and on again to update it.
  leftBehind: ({ action, address: at, after }, approved) =>
    action === "create" &&
    approved.some(
      (change) =>
        change.address === at &&
        change.action === "update" &&
        sameJson(change.before, { attributes: {} }) &&
        sameJson(change.after, after),
    ),

  async remove(_resource, { aws, live }) {
    await switchOff(aws, instanceOf(live));
  },

  draft([found], { draft }) {
    // {} would switch off what is on, if only for attributes that an identity provider sends.
    if (found !== undefined && Object.keys(found.spec.attributes).length > 0)
      draft.set(["accessControlAttributes"], found.spec.attributes);
  },
};

const inputOf = ({ instanceArn }: IdentityCenterIds, { attributes }: AccessControlAttributesSpec) => ({
  InstanceArn: instanceArn,
  InstanceAccessControlAttributeConfiguration: {
    AccessControlAttributes: Object.entries(attributes).map(([Key, source]) => ({ Key, Value: { Source: [source] } })),
  },
});

async function switchOn(aws: Aws, instance: IdentityCenterIds, spec: AccessControlAttributesSpec): Promise<void> {
  const sso = aws.ssoAdmin(instance.region);
  const { adopted } = await createOnce<true>({
    clock: aws.clock,
    what: WHAT,
    create: async () => {
      await sso.createInstanceAccessControlAttributeConfiguration(inputOf(instance, spec));
      return true;
    },
    find: async () => ((await describe(aws, instance)) === undefined ? undefined : true),
  });
  await enabled(aws, instance);
  // Somebody else may have made it meanwhile, with other attributes.
  if (adopted && !sameJson((await describe(aws, instance))?.attributes, spec.attributes)) throw taken(`the ${WHAT}`);
}

async function switchOff(aws: Aws, { region, instanceArn }: IdentityCenterIds): Promise<void> {
  try {
    await aws.ssoAdmin(region).deleteInstanceAccessControlAttributeConfiguration({ InstanceArn: instanceArn });
  } catch (error) {
    if (!(error instanceof AwsError && error.kind === "missing")) throw error;
  }
}

/** In milliseconds; AWS publishes no times for it. */
const ENABLING = { first: 1_000, longest: 5_000, timeout: 5 * 60_000 };

async function enabled(aws: Aws, instance: IdentityCenterIds): Promise<void> {
  const ended = await waitFor({
    ...ENABLING,
    clock: aws.clock,
    what: WHAT,
    // What was just made may not show yet.
    look: () => describe(aws.settling(), instance),
    done: (found) => found !== undefined && found.status !== "CREATION_IN_PROGRESS",
  });
  if (ended?.status !== "CREATION_FAILED") return;
  throw new OrgsyncError("ORG0507", `AWS could not switch on the ${WHAT}: ${ended.reason}`, {
    hint: "correct what it names and run the same command again",
  });
}

const STATES = ["ENABLED", "CREATION_IN_PROGRESS", "CREATION_FAILED"] as const;

interface Configuration extends AccessControlAttributesSpec {
  readonly status: (typeof STATES)[number];
  readonly reason: string;
}

const hasFailed = ({ status }: Configuration): boolean => status === "CREATION_FAILED";

/** What could not be switched on has no attributes, whatever AWS lists. */
const specOf = (found: Configuration): AccessControlAttributesSpec => ({
  attributes: hasFailed(found) ? {} : found.attributes,
});

/** The configuration; undefined while attributes for access control are off. */
async function describe(aws: Aws, { region, instanceArn }: IdentityCenterIds): Promise<Configuration | undefined> {
  const operation = "ssoAdmin:DescribeInstanceAccessControlAttributeConfiguration";
  try {
    const found = await aws
      .ssoAdmin(region)
      .describeInstanceAccessControlAttributeConfiguration({ InstanceArn: instanceArn });
    const { Status, StatusReason: reason = "no reason given" } = found;
    const status = STATES.find((state) => state === Status);
    if (status === undefined)
      throw incredible(operation, Status === undefined ? "no Status" : `the unknown state ${Status}`);
    const list = found.InstanceAccessControlAttributeConfiguration?.AccessControlAttributes;
    const attributes = present(list, operation, "AccessControlAttributes").map(({ Key, Value }) => {
      const sources = present(Value?.Source, operation, "Source");
      const [source = ""] = sources;
      if (sources.length !== 1) throw incredible(operation, `${sources.length} sources of one attribute`);
      return [present(Key, operation, "Key"), source] as const;
    });
    // AWS lists them in no order that it speaks of.
    const sorted = attributes.toSorted(([left], [right]) => (left < right ? -1 : 1));
    return { status, reason, attributes: Object.fromEntries(sorted) };
  } catch (error) {
    if (error instanceof AwsError && error.kind === "missing") return undefined;
    throw error;
  }
}
