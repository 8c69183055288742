import Type, { type Static } from "typebox";
import { type Config } from "../model/config.ts";
import { defineSection, type RuleContext } from "../model/section.ts";
import { contactsFor } from "./contacts.ts";
import { mapOf } from "./map.ts";
import { previously } from "./previously.ts";
import { tags, readTags, type Tags, writeTags } from "./tags.ts";
import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { forEachOf, incredible, listAll, present } from "../aws/paging.ts";
import { waitFor } from "../aws/wait.ts";
import { type Address, address } from "../model/address.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { Kind, Lane } from "../model/kind.ts";
import type { Action } from "../model/plan.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { closeAccount, CLOSING_LANE } from "./accountClosing.ts";
import { createAccount } from "./accountCreation.ts";
import { matches, remarks, whyNotCreated, whyNotThis } from "./accountMatch.ts";
import {
  currentName,
  describedAccount,
  futureManagementAccount,
  keysOf,
  parentFromPaths,
  parentOf,
  parentsOf,
  requireAccountUnlisted,
  stateOf,
} from "./accountRead.ts";
import { assignmentsSection } from "./assignment.ts";
import { accountParameter, managementOnly } from "./caller.ts";
import { delegatedServicesOf } from "./delegatedServices.ts";
import { unknownName } from "./lookup.ts";
import { completeTags, only, unlessGone } from "./meanwhile.ts";
import { ACCOUNT_MOVE, guardsOf } from "./gates.ts";
import { ORGANIZATION, organizationOf } from "./organization.ts";
import {
  controlTowerUnit,
  organizationalUnitsSection,
  parentId,
  successorOf,
  unitAddress,
  unitsOf,
} from "./organizationalUnit.ts";
import { ROOT } from "./root.ts";

// AWS takes "<" and ">" in a name when it creates an account, but not when it changes one.
const accountName = {
  minLength: 1,
  maxLength: 50,
  pattern: "^[ -;=?-~]*$",
  patternErrorMessage: "An account name has letters, digits, spaces and punctuation of ASCII, without < and >",
};

const entry = Type.Object(
  {
    id: Type.Optional(
      Type.String({
        title: "Account id",
        description:
          "The 12 digits of an account that exists. Without it orgsync finds the account by its e-mail. Leave it out for an account that is still to be created.",
        pattern: "^[0-9]{12}$",
        patternErrorMessage: "An account id is 12 digits",
        examples: ["123456789012"],
      }),
    ),
    email: Type.String({
      title: "E-mail of the root user",
      description:
        "The address of the account's root user. No two AWS accounts in the world share one; aliases such as aws+dev@acme.com arrive in the mailbox of aws@acme.com. Only the root user can change it.",
      minLength: 6,
      maxLength: 64,
      pattern:
        "^[A-Za-z0-9!#$*+/=?^_`{}~-][A-Za-z0-9!#$*+./=?^_`{}~-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:[.][A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$",
      patternErrorMessage: "The e-mail of an account looks like aws+dev@acme.com: plain ASCII, no spaces and no quotes",
      examples: ["aws+dev@acme.com"],
    }),
    name: Type.Optional(
      Type.String({
        title: "Name in AWS",
        description: "The account's name in AWS, when it is not the key: AWS allows two accounts of one name.",
        ...accountName,
        examples: ["acme-dev"],
      }),
    ),
    management: Type.Optional(
      Type.Boolean({
        title: "Management account",
        description:
          "Says true for the account that owns the organization and pays its bills: exactly one. It is made by signing up at AWS, never by orgsync.",
        examples: [true],
      }),
    ),
    ou: Type.Optional(
      Type.String({
        title: "Organizational unit",
        description:
          "The path of the organizational unit that the account is in; root for none. Leave it out to leave the account where it is.",
        minLength: 1,
        maxLength: 700,
        pattern: "^[^/]{1,128}(?:/[^/]{1,128})*$",
        patternErrorMessage:
          "The path of an organizational unit is names joined by single slashes, without one at the start or the end: Workloads/Dev",
        examples: ["Workloads/Dev", "root"],
      }),
    ),
    tags: Type.Optional(tags),
    contacts: Type.Optional(
      contactsFor(
        "Whom AWS reaches about this account besides its root user. Leave the key out to leave the contacts as they are, or as defaults: has them; types that neither gives are removed, so {} takes all of them away.",
      ),
    ),
    invite: Type.Optional(
      Type.String({
        title: "Invite",
        description:
          "The 12 digits of an account that exists outside of the organization: it is invited to join, and becomes this entry once its owner has accepted. It is never created.",
        pattern: "^[0-9]{12}$",
        patternErrorMessage: "An account id is 12 digits",
        examples: ["123456789012"],
      }),
    ),
    closed: Type.Optional(
      Type.Boolean({
        title: "Closed",
        description:
          "With true the account is closed, after everything else in the plan, and nothing else of it changes. Nothing in the file may name it any more. AWS keeps a closed account for 90 days, in which only AWS Support reopens it; its e-mail can never be used again. Taking an account out of the file never closes it.",
        examples: [true],
      }),
    ),
    previously: Type.Optional(previously),
  },
  {
    title: "Account",
    description: "One AWS account. Its e-mail is what orgsync finds it by.",
    additionalProperties: false,
    examples: [{ email: "aws+dev@acme.com", ou: "Workloads/Dev", tags: { stage: "dev" } }],
    defaultSnippets: [{ label: "account", description: "A member account", body: { email: "${1:aws+dev@acme.com}" } }],
  },
);

const schema = mapOf(
  {
    title: "Account name",
    description: "The account's name in AWS, up to 50 characters of ASCII without < and >.",
    ...accountName,
  },
  entry,
  {
    title: "Accounts",
    description:
      "The AWS accounts of the organization, by name. Listed ones are created when they do not exist. Those that are not listed are left alone, never closed.",
    examples: [{ acme: { email: "aws@acme.com", management: true }, "acme-dev": { email: "aws+dev@acme.com" } }],
    defaultSnippets: [
      {
        label: "account",
        description: "A member account",
        body: { "${1:acme-dev}": { email: "${2:aws+dev@acme.com}" } },
      },
      {
        label: "management account",
        description: "The account that owns the organization",
        body: { "${1:acme}": { email: "${2:aws@acme.com}", management: true } },
      },
    ],
  },
);

export type AccountEntry = Static<typeof entry>;
export const accountsSection = defineSection("accounts", schema, [invitesAreOfMembersToBe]);

/** The account that an entry means, when it says more than an e-mail. */
export const idOf = ({ id, invite }: AccountEntry): string | undefined => id ?? invite;

/** An account that is invited has one id, and is not the one that invites. */
function invitesAreOfMembersToBe({ config, report }: RuleContext): void {
  for (const [key, { id, invite, management }] of Object.entries(accountsSection.of(config) ?? {})) {
    if (invite === undefined) continue;
    const at = ["accounts", key, "invite"];
    if (id !== undefined && id !== invite) {
      report({
        code: "ORG0209",
        message: `\`invite\` is ${invite}, but \`id\` is ${id}`,
        at,
        hint: "both name the one account; take `id` out",
      });
    }
    if (management === true) {
      report({
        code: "ORG0209",
        message: "the management account invites and is not invited",
        at,
        hint: "take `invite` out",
      });
    }
  }
}

export interface AccountSpec {
  readonly name: string;
  readonly email: string;
  readonly management: boolean;
  /** Path of the organizational unit, `root`, or undefined where nobody asked. */
  readonly ou?: string | undefined;
  readonly tags?: Tags | undefined;
}

export type AccountState = "PENDING_ACTIVATION" | "ACTIVE" | "SUSPENDED" | "PENDING_CLOSURE" | "CLOSED";

export interface AccountIds {
  readonly id: string;
  readonly state: AccountState;
  /** Id of the unit or root that holds it; undefined where nobody asked. */
  readonly parentId?: string | undefined;
  /** The services that it administers for the organization; asked only of one that is to be closed. */
  readonly delegatedFor?: readonly string[];
}

export type AccountResource = Resource<AccountSpec, AccountIds>;

export const accountAddress = (key: string): Address => address("account", key);

/** Of the invitation that an account waits for. */
export const invitationAddress = (key: string): Address => address("invitation", key);

/** The accounts of a snapshot; those that do not exist yet have no ids. */
export function accountsOf(snapshot: Snapshot): AccountResource[] {
  return [...snapshot.values()].filter(({ kind }) => kind === "account") as unknown as AccountResource[];
}

/** For writes that are ordered after the account: it is there. */
export function accountId(live: Snapshot, key: string): string {
  const found = live.get(accountAddress(key));
  if (found?.ids === undefined) throw new Error(`no account ${key}`);
  return (found.ids as unknown as AccountIds).id;
}

/** AWS changes one role of an account at a time. */
export const accountLane = (key: string): Lane => ({ name: `account ${key}`, limit: 1 });

/** An account that can be used: one that is to be created counts as active. */
export const isActive = (account: AccountResource): boolean =>
  account.ids === undefined || account.ids.state === "ACTIVE";

export const isClosed = (state: AccountState): boolean => state === "CLOSED" || state === "PENDING_CLOSURE";

const LANES: Readonly<Record<Action, Lane>> = {
  create: { name: "account creation", limit: 5 },
  update: { name: "account update", limit: 4 },
  delete: CLOSING_LANE,
};

export const account: Kind<AccountSpec, AccountIds, Aws> = {
  name: "account",
  title: "account",
  plural: "Accounts",
  section: accountsSection,
  ownsSection: true,
  needs: (config) => (needsParents(config) ? ["organization", "organizationalUnit"] : ["organization"]),
  neverRemoved: "not in org.yaml; leaving an account out never closes, moves or changes it",
  irreversible: ["create", "delete"],
  // AWS makes every account in the root.
  born: { ou: ROOT },
  standsWhileUpdated: true,
  // Rates allow one creation every ten seconds, and AWS takes about a minute for each; one closing every twenty.
  expected: {
    create: { calls: 10, seconds: 60 },
    update: { calls: 2, seconds: 1 },
    delete: { calls: 3, seconds: 20 },
  },

  desired({ config, live, desired, problem, notice, leaving }) {
    const known = accountsOf(live);
    const entries = Object.entries(accountsSection.of(config) ?? {});
    return entries.flatMap(([key, entry]) => {
      const source = config.at(["accounts", key]);
      const there = known.find((candidate) => candidate.key === key && matches(entry, candidate));
      if (there === undefined) {
        if (entry.closed === true) {
          notice({
            code: "ORG0402",
            severity: "info",
            message: `account ${key} is closed: true and not in the organization; nothing to do`,
            source,
          });
          return [];
        }
        const wrong = whyNotCreated(key, entry, known);
        if (wrong !== undefined) {
          problem({ code: "ORG0402", message: wrong.message, hint: wrong.hint, source });
          return [];
        }
      } else {
        const wrong = whyNotThis(key, entry, there);
        if (wrong !== undefined) {
          problem({ code: "ORG0402", message: wrong.message, hint: wrong.hint, source });
          return [];
        }
        for (const message of remarks(key, entry, there))
          notice({ code: "ORG0402", severity: "warning", ...message, source });
      }
      if (entry.ou !== undefined && entry.ou !== ROOT && !desired.has(unitAddress(entry.ou))) {
        problem(unknownName("organizationalUnit", entry.ou, desired, config.at(["accounts", key, "ou"])));
        return [];
      }
      // AWS changes nothing in an account that is closed, and in one that is to be it would be for nothing.
      if (there !== undefined && entry.closed === true) {
        if (!isActive(there)) return [{ ...there, source }];
        leaving(there.address, { reason: "closed", source: config.at(["accounts", key, "closed"]) });
        return [];
      }
      const spec: AccountSpec = {
        name: entry.name ?? key,
        // Only the root user can change it; the plan says so above.
        email: there?.spec.email ?? entry.email,
        management: entry.management ?? false,
        // Where it is left, other kinds still have to know where that is.
        ou: entry.ou ?? successorOf(config, live, there?.spec.ou ?? ROOT),
        tags: entry.tags,
      };
      return [
        {
          address: accountAddress(key),
          kind: "account",
          key,
          spec,
          ...(there?.ids === undefined ? {} : { ids: there.ids }),
          source,
        },
      ];
    });
  },

  refs: ({ ou }) => (ou === undefined || ou === ROOT ? [ORGANIZATION] : [ORGANIZATION, unitAddress(ou)]),

  async read({ aws, config, managed, whole, resources }) {
    const organization = organizationOf(await resources("organization"));
    if (organization === undefined) return managed ? [await futureManagementAccount(aws, config)] : [];
    const units = whole || needsParents(config) ? await resources("organizationalUnit") : undefined;
    const listed = await listAll(aws.organizations.listAccounts, {}, "Accounts");
    const operation = "organizations:ListAccounts";
    const accounts = listed.map((found) => ({
      id: present(found.Id, operation, "Id"),
      name: found.Name ?? "",
      // Without it an account that is there could pass for one that is to be created.
      email: present(found.Email, operation, "Email"),
      state: stateOf(found.State ?? found.Status, operation),
      parent: parentFromPaths(found.Id, found.Paths),
    }));
    if (!accounts.some(({ id }) => id === organization.managementAccountId)) {
      throw incredible(operation, "a list without the management account");
    }
    const ids = new Set(accounts.map(({ id }) => id));
    if (ids.size !== accounts.length) throw incredible(operation, "an account twice");
    // An id that is not there is an error in org.yaml, so AWS is asked twice.
    const named = Object.values(accountsSection.of(config) ?? {}).flatMap(({ id }) => id ?? []);
    await forEachOf(
      named.filter((id) => !ids.has(id)),
      (id) => requireAccountUnlisted(aws, id, "organizations:DescribeAccount"),
    );
    const parents = await parentsOf(aws, organization, units, accounts);
    const paths = new Map((units ?? []).map((unit) => [(unit.ids as unknown as { id: string }).id, unit.key]));
    paths.set(organization.rootId, ROOT);
    const keys = keysOf(config, accounts);
    return forEachOf(accounts, async ({ id, name, email, state }) => {
      const key = keys.get(id) ?? id;
      const entry = accountsSection.of(config)?.[key];
      const parent = parents?.get(id);
      const ou = parent === undefined ? undefined : paths.get(parent);
      if (parent !== undefined && ou === undefined)
        throw incredible(operation, `account ${id} in ${parent}, which is not in the tree`);
      const management = id === organization.managementAccountId;
      return {
        address: accountAddress(key),
        kind: "account",
        key,
        spec: {
          // Of one that is to be closed, nothing is compared.
          name:
            entry === undefined || entry.closed === true
              ? name
              : await currentName(aws, organization, id, name, entry.name ?? key),
          email,
          management,
          ou,
          tags: whole || entry?.tags !== undefined ? await readTags(aws.organizations, id) : undefined,
        },
        ids: {
          id,
          state,
          parentId: parent,
          ...(entry?.closed === true && state === "ACTIVE" ? { delegatedFor: await delegatedServicesOf(aws, id) } : {}),
        },
      };
    });
  },

  look: ({ ids }, fields, { aws, live }) =>
    unlessGone(async () => {
      const { id } = ids as AccountIds;
      const isDescribed = fields.includes("name") || fields.includes("email");
      const described = isDescribed ? await describedAccount(aws, organizationOf(live), id) : {};
      const placed = fields.includes("ou") ? { ou: placeOf(live, await parentOf(aws, id)) } : {};
      const tagged = fields.includes("tags") ? { tags: await readTags(aws.organizations, id) } : {};
      return only<Partial<AccountSpec>>({ ...described, ...placed, ...tagged }, fields);
    }),

  /** By the units and the root that hold them: their e-mails are all that is known of them. */
  async lookAgain(accounts, { aws, live }) {
    const holders = [parentId(live, ROOT), ...unitsOf(live).map(({ key }) => parentId(live, key))];
    const held = await forEachOf(holders, (holder) =>
      listAll(aws.organizations.listAccountsForParent, { ParentId: holder }, "Accounts"),
    );
    const known = new Set(accountsOf(live).map(({ ids }) => ids?.id));
    const strangers = held.flat().filter(({ Id }) => !known.has(Id));
    const emails = strangers.map(({ Email }) => present(Email, "organizations:ListAccountsForParent", "Email"));
    return accounts.filter(({ spec }) => emails.some((email) => sameEmail(email, spec.email)));
  },

  async create(resource, context) {
    const { aws, live } = context;
    const id = await createAccount(resource, context);
    const { ou, tags } = resource.spec;
    const root = organizationOf(live)?.rootId;
    // Adopted, it may have others: of an earlier run, or of somebody else.
    if (tags !== undefined) await completeTags(aws.organizations, id, tags, `account ${resource.key}`);
    if (ou !== undefined && ou !== ROOT) {
      context.progress(`moving to ${ou}`);
      await move(aws, id, root ?? "", parentId(live, ou));
    }
    return { id, state: "ACTIVE", parentId: parentId(live, ou ?? ROOT) };
  },

  async update(before, after, fields, { aws, live }) {
    const ids = before.ids as AccountIds;
    let parent = ids.parentId;
    if (fields.includes("ou") && after.spec.ou !== undefined) {
      const destination = parentId(live, after.spec.ou);
      await move(aws, ids.id, parent ?? parentId(live, ROOT), destination);
      parent = destination;
    }
    if (fields.includes("name")) await rename(aws, live, ids.id, after.spec.name);
    if (fields.includes("tags"))
      await writeTags(aws.organizations, ids.id, before.spec.tags ?? {}, after.spec.tags ?? {});
    return { ...ids, parentId: parent };
  },

  remove: closeAccount,

  blocked({ action, key }, { live, desired }) {
    const invitation = action === "create" ? desired.get(invitationAddress(key)) : undefined;
    return invitation === undefined
      ? managementOnly(live, "accounts")
      : `until the owner of ${key} (${(invitation.spec as { account?: string }).account}) accepts the invitation`;
  },

  // What guards a place is attached before an account comes there.
  awaits: ({ ou = ROOT }, before) => (before !== undefined && before.ou === ou ? [] : guardsOf(ou)),
  grants: () => [ACCOUNT_MOVE],

  // AWS works on five creations at once, and on three closings. Updates are few at a time, so that none waits long
  // between its look and its write: AWS looks faster than it writes.
  lanes: (_spec, action) => [LANES[action]],

  draft(resources, { live, draft }) {
    const forgotten = resources.filter(({ ids }) => ids !== undefined && isClosed(ids.state));
    if (forgotten.length > 0) {
      const names = forgotten.map(({ key }) => key).join(", ");
      draft.comment(
        ["accounts"],
        forgotten.length === 1
          ? `One closed account is left out: ${names}. AWS forgets it 90 days after it was closed.`
          : `${forgotten.length} closed accounts are left out: ${names}. AWS forgets them 90 days after they were closed.`,
      );
    }
    for (const resource of resources) {
      const { key, spec, ids } = resource;
      if (ids === undefined || isClosed(ids.state)) continue;
      if (spec.ou !== undefined && controlTowerUnit(spec.ou, live)) {
        draft.ignore("accounts", key, "belongs to AWS Control Tower");
        continue;
      }
      draft.set(["accounts", key], {
        id: ids.id,
        email: spec.email,
        ...(spec.name === key ? {} : { name: spec.name }),
        ...(spec.management ? { management: true } : {}),
        // Without it an account is left wherever somebody moves it.
        ...(spec.ou === undefined || (spec.ou === ROOT && spec.management) ? {} : { ou: spec.ou }),
        ...(Object.keys(spec.tags ?? {}).length === 0 ? {} : { tags: { ...spec.tags } }),
      });
      if (!isActive(resource))
        draft.comment(
          ["accounts", key],
          `It is ${ids.state}: orgsync leaves it as it is until AWS has it ACTIVE again.`,
        );
    }
  },
};

/** Parents cost calls where AWS does not send paths: only a file that speaks of units needs them. */
function needsParents(config: Config): boolean {
  return (
    accountsSection.of(config) !== undefined ||
    organizationalUnitsSection.of(config) !== undefined ||
    (assignmentsSection.of(config) ?? []).some(({ ous }) => ous !== undefined)
  );
}

export const sameEmail = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** In milliseconds: how long AWS may go on showing an account where it no longer is. */
const SHOWN = { first: 500, longest: 10_000, timeout: 2 * 60_000 };

/** The unit of a parent id, as the file calls it; one that came meanwhile goes by its id. */
function placeOf(live: Snapshot, parent: string): string {
  if (parent === organizationOf(live)?.rootId) return ROOT;
  return unitsOf(live).find(({ ids }) => ids?.id === parent)?.key ?? parent;
}

async function move(aws: Aws, id: string, from: string, to: string): Promise<void> {
  if (from === to) return;
  try {
    await aws.organizations.moveAccount({ AccountId: id, SourceParentId: from, DestinationParentId: to });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.awsName === "DuplicateAccountException") return;
    if (error.awsName !== "SourceParentNotFoundException") throw error;
    // Moved by somebody meanwhile, or by a call of ours whose answer was lost.
    const now = await waitFor({
      ...SHOWN,
      clock: aws.clock,
      what: `the move of account ${id}`,
      look: () => parentOf(aws, id),
      done: (parent) => parent !== from,
    });
    if (now === to) return;
    throw new OrgsyncError("ORG0604", `account ${id} is no longer where the plan saw it`, {
      hint: "run plan again",
      cause: error,
    });
  }
}

async function rename(aws: Aws, live: Snapshot, id: string, name: string): Promise<void> {
  const parameter = accountParameter(organizationOf(live), id);
  if (parameter === undefined) throw new Error("the management account cannot be renamed from here");
  try {
    await aws.account.putAccountName({ AccountName: name, ...parameter });
  } catch (error) {
    if (!(error instanceof AwsError && error.kind === "denied")) throw error;
    throw new OrgsyncError("ORG0502", error.message, {
      hint: "renaming a member needs account:PutAccountName and trusted access for Account Management: aws organizations enable-aws-service-access --service-principal account.amazonaws.com",
      cause: error,
    });
  }
}
