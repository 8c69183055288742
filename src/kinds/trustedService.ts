import Type from "typebox";
import type { Aws } from "../aws/clients.ts";
import { listAll, present } from "../aws/paging.ts";
import { type Address, address } from "../model/address.ts";
import type { Kind } from "../model/kind.ts";
import { defineSection } from "../model/section.ts";
import { managementOnly } from "./caller.ts";
import { SERVICES } from "./knownValues.ts";
import { ORGANIZATION, organizationOf } from "./organization.ts";

/** AWS's own pattern also has words without a dot, which no service is. */
export const servicePrincipal = {
  pattern: "^[A-Za-z0-9_+=,@-]+(?:[.][A-Za-z0-9_+=,@-]+)+$",
  patternErrorMessage: "A service principal looks like guardduty.amazonaws.com",
  knownValues: SERVICES,
};

const schema = Type.Array(
  Type.String({
    title: "Service",
    description: "The service principal of an AWS service, as the service's documentation names it.",
    minLength: 1,
    maxLength: 128,
    ...servicePrincipal,
    examples: ["guardduty.amazonaws.com"],
  }),
  {
    title: "Trusted services",
    description:
      "AWS services that may work in the whole organization (trusted access), by service principal. AWS recommends to switch a service on in its own console where it has a switch there, since that may set up more than trusted access. Services that are not listed are left alone: orgsync never takes trusted access away.",
    examples: [["guardduty.amazonaws.com", "iam.amazonaws.com"]],
    defaultSnippets: [
      { label: "trusted services", description: "One service", body: ["${1:guardduty.amazonaws.com}"] },
    ],
  },
);

export const trustedServicesSection = defineSection("trustedServices", schema);

export const trustedServiceAddress = (principal: string): Address => address("trustedService", principal);

/** The key is the service principal, and all there is to say. */
const resourceOf = (principal: string) => ({
  address: trustedServiceAddress(principal),
  kind: "trustedService",
  key: principal,
  spec: {},
});

export const trustedService: Kind<object, object, Aws> = {
  name: "trustedService",
  title: "trusted service",
  plural: "Trusted services",
  section: trustedServicesSection,
  ownsSection: true,
  needs: () => ["organization"],
  neverRemoved: "not in org.yaml; orgsync never takes trusted access away",
  expected: { create: { calls: 1, seconds: 1 } },

  desired: ({ config }) =>
    (trustedServicesSection.of(config) ?? []).map((principal, index) => ({
      ...resourceOf(principal),
      source: config.at(["trustedServices", index]),
    })),

  refs: () => [ORGANIZATION],

  async read({ aws, resources }) {
    if (organizationOf(await resources("organization")) === undefined) return [];
    const enabled = await listAll(
      aws.organizations.listAWSServiceAccessForOrganization,
      {},
      "EnabledServicePrincipals",
    );
    return enabled.map(({ ServicePrincipal }) => ({
      ...resourceOf(present(ServicePrincipal, "organizations:ListAWSServiceAccessForOrganization", "ServicePrincipal")),
      ids: {},
    }));
  },

  async create({ key }, { aws }) {
    await aws.organizations.enableAWSServiceAccess({ ServicePrincipal: key });
    return {};
  },

  blocked: (_change, { live }) => managementOnly(live, "trusted access"),

  draft(resources, { draft }) {
    for (const { key } of resources) draft.add(["trustedServices"], key);
  },
};
