import { delegatedServices, isDelegated } from "../caller.ts";
import { AwsError } from "../operation.ts";
import type { Account, Organization } from "../world.ts";
import { violates } from "./errors.ts";
import { accountOf, onOrganization } from "./on-organization.ts";
import type { Call } from "./on-organization.ts";
import { page } from "./page.ts";
import { requireService } from "./service-access.ts";
import * as shapes from "./shapes.ts";
import { shownAccount } from "./show.ts";

/** Services that have one administrator at most; AWS publishes no limits for others. */
const ONE_ONLY: readonly string[] = ["sso.amazonaws.com"];

const registration = { AccountId: shapes.accountId, ServicePrincipal: shapes.servicePrincipal } as const;

interface Registration {
  readonly AccountId: string;
  readonly ServicePrincipal: string;
}

/** Delegated administrators: member accounts that administer a service for the whole organization. */
export const delegation = onOrganization({
  RegisterDelegatedAdministrator: {
    access: "write",
    members: registration,
    required: Object.keys(registration),
    run: ({ AccountId: id, ServicePrincipal: principal }: Registration, call) => {
      const { organization, now } = call;
      const account = accountOf(call, id);
      requireService(principal);
      if (id === organization.managementAccountId) throw violates("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR");
      if (account.state !== "ACTIVE") {
        throw violates("CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR");
      }
      if (!Object.hasOwn(organization.serviceAccess, principal)) throw violates("SERVICE_ACCESS_NOT_ENABLED");
      if (isDelegated(organization, id, principal)) {
        const text = "The account is a delegated administrator for this service already.";
        throw new AwsError("AccountAlreadyRegisteredException", text);
      }
      if (ONE_ONLY.includes(principal) && administratorsOf(organization, principal).length > 0) {
        throw violates("DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE");
      }
      const all = (organization.delegatedAdministrators ??= {});
      (all[id] ??= {})[principal] = { enabledAt: now };
      return {};
    },
  },
  DeregisterDelegatedAdministrator: {
    access: "write",
    members: registration,
    required: Object.keys(registration),
    run: ({ AccountId: id, ServicePrincipal: principal }: Registration, call) => {
      accountOf(call, id);
      requireService(principal);
      const services = delegatedServices(call.organization, id);
      if (!Object.hasOwn(services, principal)) throw notRegistered();
      delete services[principal];
      if (Object.keys(services).length === 0) delete call.organization.delegatedAdministrators?.[id];
      return {};
    },
  },
  ListDelegatedAdministrators: {
    access: "read",
    members: { ServicePrincipal: shapes.servicePrincipal, ...shapes.paging },
    run: (input: { ServicePrincipal?: string }, call) => {
      if (input.ServicePrincipal !== undefined) requireService(input.ServicePrincipal);
      const accounts = administratorsOf(call.organization, input.ServicePrincipal);
      return page(call, "DelegatedAdministrators", accounts, input, (account) => shownAdministrator(call, account));
    },
  },
  ListDelegatedServicesForAccount: {
    access: "read",
    members: { AccountId: shapes.accountId, ...shapes.paging },
    required: ["AccountId"],
    run: (input: { AccountId: string }, call) => {
      accountOf(call, input.AccountId);
      const services = Object.entries(delegatedServices(call.organization, input.AccountId));
      if (services.length === 0) throw notRegistered();
      return page(call, "DelegatedServices", services, input, ([ServicePrincipal, { enabledAt }]) => ({
        ServicePrincipal,
        DelegationEnabledDate: enabledAt / 1000,
      }));
    },
  },
});

/** Accounts that administer a service, or any service. */
function administratorsOf(organization: Organization, principal: string | undefined): Account[] {
  return Object.keys(organization.delegatedAdministrators ?? {})
    .filter((id) => isDelegated(organization, id, principal))
    .flatMap((id) => organization.accounts[id] ?? []);
}

/** An administrator is an account, without its path, and since when it is one for some service. */
function shownAdministrator(call: Call, account: Account): object {
  const since = Object.values(delegatedServices(call.organization, account.id)).map(({ enabledAt }) => enabledAt);
  return {
    ...shownAccount(call, account),
    Paths: undefined,
    DelegationEnabledDate: Math.min(...since) / 1000,
  };
}

const notRegistered = (): AwsError =>
  new AwsError("AccountNotRegisteredException", "The account is not a delegated administrator for this service.");
