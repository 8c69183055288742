import { isDelegated } from "../caller.ts";
import type { CheckedInput, Context, Operation, Shape } from "../operation.ts";
import type { Account, Organization } from "../world.ts";
import { denied, notFound, notInUse } from "./errors.ts";

/** A call by an account of an organization, besides its input. */
export interface Call extends Context {
  readonly organization: Organization;
}

interface Definition {
  readonly access: "read" | "write";
  readonly members?: Readonly<Record<string, Shape>>;
  /** Those of them that must be there. */
  readonly required?: readonly string[];
  /** Whether member accounts may call it, too. */
  readonly everyMember?: true;
  readonly run: (input: CheckedInput, call: Call) => object;
}

/** Operations on the organization that the caller's account is in; who may call them depends on what they do. */
export function onOrganization(definitions: Readonly<Record<string, Definition>>): Record<string, Operation> {
  const operation = ({ access, members = {}, required = [], everyMember, run }: Definition): Operation => ({
    access,
    input: { type: "structure", members, required },
    run: (input, context) => {
      const organization = organizationOf(context);
      if (!everyMember && !mayCall(organization, context.caller.accountId, access)) throw denied();
      return run(input, { ...context, organization });
    },
  });
  return Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [name, operation(definition)]));
}

/** The account of that id. */
export function accountOf({ organization }: Call, id: string): Account {
  const account = Object.hasOwn(organization.accounts, id) ? organization.accounts[id] : undefined;
  if (!account) throw notFound("Account");
  return account;
}

/** The management account may do everything; those who administer a service for the organization may read. */
function mayCall(organization: Organization, accountId: string, access: Definition["access"]): boolean {
  if (accountId === organization.managementAccountId) return true;
  return access === "read" && isDelegated(organization, accountId);
}

function organizationOf({ world: { organization }, caller }: Context): Organization {
  if (!organization || !Object.hasOwn(organization.accounts, caller.accountId)) throw notInUse();
  return organization;
}
