import Type from "typebox";
import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { filterOf, forEachOf, listAll, present } from "../aws/paging.ts";
import { type Address, address } from "../model/address.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { Kind, WriteContext } from "../model/kind.ts";
import type { Change } from "../model/plan.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { defineSection, type RuleContext } from "../model/section.ts";
import { accountAddress, accountId, type AccountResource, accountsSection, isActive } from "./account.ts";
import { requireAccountUnlisted } from "./accountRead.ts";
import { managementOnly } from "./caller.ts";
import { delegatedServicesOf } from "./delegatedServices.ts";
import { unknownName } from "./lookup.ts";
import { mapOf } from "./map.ts";
import { ORGANIZATION, organizationOf } from "./organization.ts";
import { servicePrincipal, trustedServiceAddress } from "./trustedService.ts";

const schema = mapOf(
  {
    title: "Service",
    description: "The service principal of an AWS service that has trusted access, as its documentation names it.",
    minLength: 1,
    maxLength: 128,
    ...servicePrincipal,
  },
  Type.Array(
    Type.String({ title: "Account", description: "A member account, by name.", minLength: 1, maxLength: 50 }),
    {
      title: "Administrators",
      description:
        "The member accounts that administer the service for the whole organization, by name. Many services allow one. The management account cannot be among them.",
      examples: [["acme-security"]],
      defaultSnippets: [{ label: "accounts", description: "One account", body: ["${1:acme-security}"] }],
    },
  ),
  {
    title: "Delegated administrators",
    description:
      "Which member accounts administer which AWS services for the whole organization, by service principal. The service needs trusted access: list it in trustedServices. With this section, administrators that are not listed are removed.",
    examples: [{ "guardduty.amazonaws.com": ["acme-security"] }],
    defaultSnippets: [
      {
        label: "delegated administrator",
        description: "An account administers a service",
        body: { "${1:guardduty.amazonaws.com}": ["${2:acme-security}"] },
      },
    ],
  },
);

export const delegatedAdministratorsSection = defineSection("delegatedAdministrators", schema, [
  noAdministratorTwice,
  oneAdministratorWhereAwsAllowsOne,
  administratorsAreOpenMembers,
]);

/**
 * Services of which AWS says that they have one administrator at a time. IAM Identity Center user guide, "Register a
 * member account". Others have limits of their own too, which only their refusals tell.
 */
const ONE_ONLY: ReadonlySet<string> = new Set(["sso.amazonaws.com"]);

interface DelegatedAdministratorSpec {
  /** Service principal. */
  readonly service: string;
  /** Key of the account. */
  readonly account: string;
}

interface DelegatedAdministratorIds {
  readonly accountId: string;
}

type DelegatedAdministratorResource = Resource<DelegatedAdministratorSpec, DelegatedAdministratorIds>;

const identity = ({ service, account }: DelegatedAdministratorSpec) => ({
  address: address("delegatedAdministrator", service, account),
  kind: "delegatedAdministrator",
  key: `${service} ${account}`,
  label: `${service} \u2192 ${account}`,
});

export const delegatedAdministrator: Kind<DelegatedAdministratorSpec, DelegatedAdministratorIds, Aws> = {
  name: "delegatedAdministrator",
  title: "delegated administrator",
  plural: "Delegated administrators",
  section: delegatedAdministratorsSection,
  ownsSection: true,
  needs: () => ["organization", "account"],
  expected: { create: { calls: 1, seconds: 1 }, delete: { calls: 1, seconds: 1 } },

  desired({ config, desired, problem, notice }) {
    return Object.entries(delegatedAdministratorsSection.of(config) ?? {}).flatMap(([service, accounts]) =>
      accounts.flatMap((account, index) => {
        const source = config.at(["delegatedAdministrators", service, index]);
        const target = desired.get(accountAddress(account)) as unknown as AccountResource | undefined;
        if (target === undefined) {
          problem(unknownName("account", account, desired, source));
          return [];
        }
        if (target.spec.management) {
          problem({ code: "ORG0402", ...managementProblem(account), source });
          return [];
        }
        if (!isActive(target)) {
          notice({
            code: "ORG0402",
            severity: "warning",
            message: `account ${account} is ${target.ids?.state}: it is left out of the administrators of ${service}`,
            source,
          });
          return [];
        }
        const spec = { service, account };
        return [{ ...identity(spec), spec, source }];
      }),
    );
  },

  refs: ({ service, account }) => [ORGANIZATION, accountAddress(account), trustedServiceAddress(service)],

  async read({ aws, resources }) {
    if (organizationOf(await resources("organization")) === undefined) return [];
    const operation = "organizations:ListDelegatedAdministrators";
    const accounts = (await resources("account")) as unknown as readonly AccountResource[];
    const keys = new Map(accounts.map(({ key, ids }) => [ids?.id, key]));
    const administrators = await listAll(aws.organizations.listDelegatedAdministrators, {}, "DelegatedAdministrators");
    const lists = await forEachOf(administrators, async ({ Id }) => {
      const id = present(Id, operation, "Id");
      const account = keys.get(id);
      if (account === undefined) {
        // One that has left the organization administers nothing in it.
        await requireAccountUnlisted(aws, id, operation);
        return [];
      }
      return (await delegatedServicesOf(aws, id)).map((service) => {
        const spec = { service, account };
        return { ...identity(spec), spec, ids: { accountId: id } };
      });
    });
    return lists.flat();
  },

  held({ spec }, { live }) {
    const target = live.get(accountAddress(spec.account)) as unknown as AccountResource;
    return isActive(target) ? undefined : `its account is ${target.ids?.state}; orgsync changes active accounts only`;
  },

  /** By account: `read` goes by the list of administrators. */
  lookAgain: (administrators, { aws, live }) =>
    filterOf(administrators, async ({ spec: { service, account } }) =>
      (await delegatedServicesOf(aws, accountId(live, account))).includes(service),
    ),

  async create(resource, context) {
    const { spec } = resource;
    const id = accountId(context.live, spec.account);
    try {
      await register(context.aws, spec.service, id);
    } catch (error) {
      if (!(error instanceof AwsError) || !NO_ROOM.has(error.reason ?? "")) throw explained(error, resource);
      await makeRoom(error, spec.service, id, context);
    }
    return { accountId: id };
  },

  async remove({ spec, ids }, { aws }) {
    await deregister(aws, spec.service, (ids as DelegatedAdministratorIds).accountId);
  },

  /**
   * A service that changes hands is never without an administrator, where AWS lets two stand side by side: the new one
   * is registered first. Where AWS allows one, the old one must go first.
   */
  sequence(changes) {
    const registered = changes.filter(({ action }) => action === "create");
    const deregistered = changes.filter(({ action }) => action === "delete");
    return registered.flatMap((comes) =>
      deregistered
        .filter((goes) => serviceOf(goes) === serviceOf(comes))
        .map((goes): readonly [Address, Address] =>
          ONE_ONLY.has(serviceOf(comes)) ? [goes.address, comes.address] : [comes.address, goes.address],
        ),
    );
  },

  blocked: (_change, { live }) => managementOnly(live, "delegated administrators"),

  draft(resources, { draft }) {
    for (const { spec } of resources) draft.add(["delegatedAdministrators", spec.service], spec.account);
  },
};

const serviceOf = ({ before, after }: Change): string =>
  ((after ?? before) as unknown as DelegatedAdministratorSpec).service;

async function register(aws: Aws, service: string, id: string): Promise<void> {
  try {
    await aws.organizations.registerDelegatedAdministrator({ ServicePrincipal: service, AccountId: id });
  } catch (error) {
    if (!(error instanceof AwsError && error.awsName === "AccountAlreadyRegisteredException")) throw error;
  }
}

async function deregister(aws: Aws, service: string, id: string): Promise<void> {
  try {
    await aws.organizations.deregisterDelegatedAdministrator({ ServicePrincipal: service, AccountId: id });
  } catch (error) {
    if (!(error instanceof AwsError && error.kind === "missing")) throw error;
  }
}

const NO_ROOM: ReadonlySet<string> = new Set([
  "DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE",
  "MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED",
]);

/** The service has all the administrators that AWS allows it: those that the plan takes away make room, one by one. */
async function makeRoom(refusal: AwsError, service: string, id: string, context: WriteContext<Aws>): Promise<void> {
  let last = refusal;
  for (const leaving of leavingOf(service, context)) {
    context.progress(`AWS: ${last.reason}; taking ${leaving.spec.account} out first`);
    await deregister(context.aws, service, (leaving.ids as DelegatedAdministratorIds).accountId);
    try {
      return await register(context.aws, service, id);
    } catch (error) {
      if (!(error instanceof AwsError) || !NO_ROOM.has(error.reason ?? "")) throw error;
      last = error;
    }
  }
  throw new OrgsyncError(last.code, last.message, {
    hint: `AWS allows ${service} no further administrator: list fewer accounts`,
    cause: last,
  });
}

function leavingOf(service: string, { live, desired }: { live: Snapshot; desired: Snapshot }) {
  const all = [...live.values()].filter(({ kind }) => kind === "delegatedAdministrator");
  return (all as unknown as DelegatedAdministratorResource[]).filter(
    (resource) => resource.spec.service === service && !desired.has(resource.address),
  );
}

function explained(error: unknown, { spec }: DelegatedAdministratorResource): unknown {
  if (!(error instanceof AwsError) || error.reason !== "SERVICE_ACCESS_NOT_ENABLED") return error;
  return new OrgsyncError(error.code, error.message, {
    hint: `${spec.service} has no trusted access: list it in trustedServices, or switch the service on in its own console`,
    cause: error,
  });
}

const managementProblem = (account: string) => ({
  message: `the management account ${account} cannot be a delegated administrator`,
  hint: "AWS takes member accounts only: name another account",
});

function noAdministratorTwice({ config, report }: RuleContext): void {
  for (const [service, accounts] of Object.entries(delegatedAdministratorsSection.of(config) ?? {})) {
    accounts.forEach((account, index) => {
      const first = accounts.indexOf(account);
      if (first === index) return;
      report({
        code: "ORG0310",
        message: `\`${account}\` is listed twice in \`${service}\``,
        at: ["delegatedAdministrators", service, index],
        hint: "take one out",
        related: { message: "first here", source: config.at(["delegatedAdministrators", service, first]) },
      });
    });
  }
}

function oneAdministratorWhereAwsAllowsOne({ config, report }: RuleContext): void {
  for (const [service, accounts] of Object.entries(delegatedAdministratorsSection.of(config) ?? {})) {
    if (!ONE_ONLY.has(service) || new Set(accounts).size < 2) continue;
    report({
      code: "ORG0308",
      message: `\`${service}\` has ${accounts.length} administrators`,
      at: ["delegatedAdministrators", service],
      onKey: true,
      hint: "AWS allows it one",
    });
  }
}

function administratorsAreOpenMembers({ config, report }: RuleContext): void {
  const known = accountsSection.of(config) ?? {};
  for (const [service, accounts] of Object.entries(delegatedAdministratorsSection.of(config) ?? {})) {
    accounts.forEach((account, index) => {
      const at = ["delegatedAdministrators", service, index];
      if (known[account]?.management === true) report({ code: "ORG0308", ...managementProblem(account), at });
      if (known[account]?.closed !== true) return;
      report({
        code: "ORG0307",
        message: `the account \`${account}\` is closed`,
        at,
        hint: `take it out of the administrators of ${service}`,
        related: { message: "closed here", source: config.at(["accounts", account, "closed"]) },
      });
    });
  }
}
