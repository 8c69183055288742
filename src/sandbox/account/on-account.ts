import { isDelegated } from "../caller.ts";
import type { CheckedInput, Context, Operation, Quota, Shape } from "../operation.ts";
import type { Account, Organization } from "../world.ts";
import { denied } from "./errors.ts";

/** The principal that Organizations must trust before anybody speaks for a member account. */
const principal = "account.amazonaws.com";

/** An account, whether it is in an organization or not. */
export type AnyAccount = Pick<Account, "id" | "name" | "email" | "state"> & { readonly createdAt: number };

/** A call about an account, besides its input. */
export interface Call extends Context {
  readonly account: AnyAccount;
}

interface Definition {
  readonly access: "read" | "write";
  /** Members besides AccountId. */
  readonly members?: Readonly<Record<string, Shape>>;
  /** Those that must be there. */
  readonly required?: readonly string[];
  readonly quota: Quota;
  readonly run: (input: CheckedInput, call: Call) => object;
}

const accountId: Shape = { type: "string", pattern: /^\d{12}$/ };

/** Operations on the account that AccountId names, or on the caller's own without it. */
export function onAccount(definitions: Readonly<Record<string, Definition>>): Record<string, Operation> {
  const operation = (action: string, { access, members, required = [], quota, run }: Definition): Operation => ({
    access,
    input: { type: "structure", members: { AccountId: accountId, ...members }, required },
    quota,
    run: (input, context) => {
      const account = input.AccountId === undefined ? ownOf(context) : memberOf(context, action, input.AccountId);
      return run(input, { ...context, account });
    },
  });
  return Object.fromEntries(
    Object.entries(definitions).map(([action, definition]) => [action, operation(action, definition)]),
  );
}

function ownOf({ world, caller }: Context): AnyAccount {
  const { organization, standalone } = world;
  const account = organization?.accounts[caller.accountId];
  return account ? { ...account, createdAt: createdAt(account, world) } : { ...standalone, state: "ACTIVE" };
}

/**
 * Naming an account is for the management account and the service's delegated administrator, in an organization that
 * trusts this service, about its members.
 */
function memberOf(context: Context, action: string, id: string): AnyAccount {
  const { world, caller } = context;
  const { organization } = world;
  if (!organization || !speaksForMembers(organization, caller.accountId)) throw denied(context, action);
  if (id === organization.managementAccountId) {
    const why = "The management account can only be managed using the standalone context from the management account.";
    throw denied(context, action, why);
  }
  if (organization.featureSet !== "ALL" || !organization.serviceAccess[principal]) {
    throw denied(context, action, "Your organization must first enable trusted access with AWS Account Management.");
  }
  const account = Object.hasOwn(organization.accounts, id) ? organization.accounts[id] : undefined;
  if (!account) throw denied(context, action);
  return { ...account, createdAt: createdAt(account, world) };
}

function speaksForMembers(organization: Organization, accountId: string): boolean {
  return accountId === organization.managementAccountId || isDelegated(organization, accountId, principal);
}

/** Members are as old as they are members; the sandbox does not know what was before that. */
function createdAt(account: Account, { standalone }: Context["world"]): number {
  return account.id === standalone.id ? standalone.createdAt : account.joinedAt;
}
