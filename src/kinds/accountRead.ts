import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { forEachOf, incompleteRead, incredible, listAll, present } from "../aws/paging.ts";
import type { Config } from "../model/config.ts";
import type { Resource } from "../model/resource.ts";
import {
  accountAddress,
  type AccountResource,
  accountsSection,
  type AccountState,
  idOf,
  isClosed,
  sameEmail,
} from "./account.ts";
import { accountParameter } from "./caller.ts";
import { unlessGone } from "./meanwhile.ts";
import type { OrganizationIds } from "./organization.ts";
import { ROOT } from "./root.ts";

/** What the caller's account will be once the organization exists. AWS shows its name, but not its e-mail. */
export async function futureManagementAccount(aws: Aws, config: Config): Promise<AccountResource> {
  const caller = await aws.sts.getCallerIdentity({});
  const id = present(caller.Account, "sts:GetCallerIdentity", "Account");
  const [key, entry] = Object.entries(accountsSection.of(config) ?? {}).find(
    ([, { management }]) => management === true,
  ) ?? [id, undefined];
  const wanted = entry?.name ?? key;
  const name = await currentName(aws, undefined, id, undefined, wanted);
  return {
    address: accountAddress(key),
    kind: "account",
    key,
    spec: { name, email: "", management: true, ou: ROOT },
    ids: { id, state: "ACTIVE" },
  };
}

/**
 * AWS Organizations shows a new name late; Account Management knows it at once. Asked only where the two could
 * differ in a way that matters, and not insisted on: without trusted access it answers "denied", and about the
 * management account only itself.
 */
export async function currentName(
  aws: Aws,
  organization: OrganizationIds | undefined,
  id: string,
  listed: string | undefined,
  wanted: string,
): Promise<string> {
  const parameter = accountParameter(organization, id);
  if (listed === wanted || parameter === undefined) return listed ?? wanted;
  return (await knownName(aws, parameter)) ?? listed ?? wanted;
}

/** The name that Account Management has, where it tells. */
async function knownName(aws: Aws, parameter: ReturnType<typeof accountParameter>): Promise<string | undefined> {
  if (parameter === undefined) return undefined;
  try {
    return (await aws.account.getAccountInformation(parameter)).AccountName;
  } catch (error) {
    if (error instanceof AwsError && ["denied", "unimplemented", "missing", "invalid"].includes(error.kind))
      return undefined;
    throw error;
  }
}

/** What an account is called now, and its e-mail. */
export async function describedAccount(
  aws: Aws,
  organization: OrganizationIds | undefined,
  id: string,
): Promise<{ readonly name: string; readonly email: string }> {
  const operation = "organizations:DescribeAccount";
  const { Account } = await aws.organizations.describeAccount({ AccountId: id });
  const listed = present(Account?.Name, operation, "Name");
  const name = await knownName(aws, accountParameter(organization, id));
  return { name: name ?? listed, email: present(Account?.Email, operation, "Email") };
}

/** In milliseconds: longer than a plan takes to read, and than clocks differ. */
const JUST_NOW = 60 * 60_000;

/**
 * Throws when ListAccounts left out an account that is in the organization; `namedBy` is the operation that names it.
 * One that has joined since accounts were read is in no plan yet.
 */
export async function requireAccountUnlisted(aws: Aws, id: string, namedBy: string): Promise<void> {
  const found = await unlessGone(() => aws.asking().organizations.describeAccount({ AccountId: id }));
  if (found === undefined) return;
  const { Name = "", JoinedTimestamp } = found.Account ?? {};
  if (aws.clock.now() - (JoinedTimestamp?.getTime() ?? 0) < JUST_NOW) return;
  throw incompleteRead("organizations:ListAccounts", `account ${id} (${Name})`, namedBy);
}

/** `State` is what counts; `Status` is what older endpoints have. Neither is an answer that cannot be used. */
export function stateOf(value: string | undefined, operation: string): AccountState {
  switch (value) {
    case "PENDING_ACTIVATION":
    case "ACTIVE":
    case "SUSPENDED":
    case "PENDING_CLOSURE":
    case "CLOSED":
      return value;
    default:
      throw incredible(
        operation,
        value === undefined ? "an account without State" : `the unknown account state ${value}`,
      );
  }
}

/** The parent out of `o-x/r-x/ou-a/ou-b/123456789012/`. */
export function parentFromPaths(id: string | undefined, paths: readonly string[] | undefined): string | undefined {
  for (const path of paths ?? []) {
    const parts = path.split("/").filter((part) => part !== "");
    if (parts.at(-1) === id && parts.length >= 3) return parts.at(-2);
  }
  return undefined;
}

/** Parent ids by account id: from the paths, or, where one has none, by asking every unit. */
export async function parentsOf(
  aws: Aws,
  organization: OrganizationIds,
  units: readonly Resource[] | undefined,
  accounts: readonly { readonly id: string; readonly parent: string | undefined }[],
): Promise<Map<string, string> | undefined> {
  if (units === undefined) return undefined;
  const parents = new Map(accounts.flatMap(({ id, parent }) => (parent === undefined ? [] : [[id, parent] as const])));
  if (parents.size === accounts.length) return parents;
  const holders = [organization.rootId, ...units.map((unit) => (unit.ids as unknown as { id: string }).id)];
  await forEachOf(holders, async (holder) => {
    for (const { Id } of await listAll(aws.organizations.listAccountsForParent, { ParentId: holder }, "Accounts")) {
      parents.set(present(Id, "organizations:ListAccountsForParent", "Id"), holder);
    }
  });
  const lost = accounts.find(({ id }) => !parents.has(id));
  if (lost !== undefined) throw incredible("organizations:ListAccountsForParent", `no parent for account ${lost.id}`);
  return parents;
}

/** The id of the unit or root that holds an account. */
export async function parentOf(aws: Aws, id: string): Promise<string> {
  const [parent] = await listAll(aws.organizations.listParents, { ChildId: id }, "Parents");
  return present(parent?.Id, "organizations:ListParents", "Id");
}

/** The file's keys by account id; an account that is not in the file goes by its name. */
export function keysOf(
  config: Config,
  accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly state: AccountState;
  }[],
): Map<string, string> {
  const entries = Object.entries(accountsSection.of(config) ?? {});
  const keys = new Map<string, string>();
  for (const { id, email } of accounts) {
    const entry =
      entries.find(([, candidate]) => idOf(candidate) === id) ??
      entries.find(([, candidate]) => idOf(candidate) === undefined && sameEmail(candidate.email, email));
    if (entry !== undefined) keys.set(id, entry[0]);
  }
  const taken = new Set(entries.map(([key]) => key));
  const unlisted = accounts.filter(({ id }) => !keys.has(id));
  for (const { id, name, state } of unlisted) {
    // A name means an account only where it means one: closed ones give way, and of two others neither has it.
    const rivals = unlisted.filter((other) => other.id !== id && other.name === name);
    const alone = isClosed(state) ? rivals.length === 0 : rivals.every((other) => isClosed(other.state));
    keys.set(id, alone && name !== "" && !taken.has(name) ? name : `${name || "account"} (${id})`);
  }
  return keys;
}
