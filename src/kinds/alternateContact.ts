import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { forEachOf, present } from "../aws/paging.ts";
import { address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { OrgsyncError } from "../model/errors.ts";
import { sameJson } from "../model/json.ts";
import type { DraftContext, Kind, WriteContext } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { accountAddress, accountId, type AccountResource, accountsOf, accountsSection, isActive } from "./account.ts";
import { accountParameter } from "./caller.ts";
import { type Contact, type Contacts, CONTACT_TYPES, type ContactType, isSayable } from "./contacts.ts";
import { defaultsSection } from "./defaults.ts";
import { some } from "./lookup.ts";
import { only, taken } from "./meanwhile.ts";
import { type OrganizationIds, organizationOf } from "./organization.ts";
import { trustedServiceAddress, trustedServicesSection } from "./trustedService.ts";

interface AlternateContactSpec extends Contact {
  /** Key of the account. */
  readonly account: string;
  readonly type: ContactType;
}

type AlternateContactResource = Resource<AlternateContactSpec, object>;

/** The service that speaks for member accounts; it needs trusted access for that. */
const SERVICE = "account.amazonaws.com";
const TRUST = trustedServiceAddress(SERVICE);

const identity = ({ account, type }: Pick<AlternateContactSpec, "account" | "type">) => ({
  address: address("alternateContact", account, type),
  kind: "alternateContact",
  key: `${account} ${type}`,
  label: `${account} \u2192 ${type} contact`,
});

/** Whom AWS writes to and calls about an account besides its root user; written as `contacts:` of the account. */
export const alternateContact: Kind<AlternateContactSpec, object, Aws> = {
  name: "alternateContact",
  title: "alternate contact",
  plural: "Alternate contacts",
  section: accountsSection,
  ownsSection: false,
  needs: (config) => [
    "organization",
    "account",
    ...(trustedServicesSection.of(config) === undefined ? [] : ["trustedService"]),
  ],
  expected: {
    create: { calls: 2, seconds: 0.4 },
    update: { calls: 2, seconds: 0.4 },
    delete: { calls: 2, seconds: 1 },
  },

  desired({ config, live, desired, notice }) {
    const found: AlternateContactResource[] = [];
    const inactive: string[] = [];
    const unread: string[] = [];
    for (const [key, entry] of Object.entries(accountsSection.of(config) ?? {})) {
      const account = desired.get(accountAddress(key)) as unknown as AccountResource | undefined;
      const wanted = contactsOf(config, key);
      if (wanted === undefined) {
        if (entry.contacts !== undefined && live.has(accountAddress(key))) inactive.push(`${key} (closed: true)`);
        continue;
      }
      if (account === undefined) continue;
      if (!isActive(account)) {
        inactive.push(`${key} (${account.ids?.state})`);
        continue;
      }
      if (isOutOfReach(live, account)) {
        notice({
          code: "ORG0605",
          severity: "info",
          message: `the contacts of the management account ${key} are not managed from here: AWS lets only itself read and change them`,
          hint: "use credentials of the management account for them",
          source: config.at(["accounts", key]),
        });
        continue;
      }
      if (account.ids !== undefined && waitsForTrust(config, live.has(TRUST), account)) {
        unread.push(key);
        continue;
      }
      for (const type of CONTACT_TYPES) {
        const contact = wanted[type];
        if (contact === undefined) continue;
        const spec = { account: key, type, ...contact };
        const source = config.at(
          entry.contacts?.[type] === undefined
            ? [defaultsSection.key, "contacts", type]
            : ["accounts", key, "contacts", type],
        );
        found.push({ ...identity(spec), spec, source });
      }
    }
    if (inactive.length > 0) {
      notice({
        code: "ORG0402",
        severity: "info",
        message: `contacts are left as they are in accounts that are not active: ${some(inactive)}`,
      });
    }
    if (unread.length > 0) {
      notice({
        code: "ORG0603",
        severity: "warning",
        message: `contacts can be compared once ${SERVICE} has trusted access, which this plan gives it: ${some(unread)}`,
        hint: "run plan again when this one is applied",
      });
    }
    return found;
  },

  refs: ({ account }) => [accountAddress(account), TRUST],

  async read({ aws, config, whole, resources, notice }) {
    const organization = organizationOf(await resources("organization"));
    const accounts = (await resources("account")) as unknown as readonly AccountResource[];
    const trusted =
      trustedServicesSection.of(config) === undefined ||
      (await resources("trustedService")).some((service) => service.address === TRUST);
    const readable = accounts.filter(
      (account) =>
        isActive(account) &&
        (whole || contactsOf(config, account.key) !== undefined) &&
        accountParameter(organization, idOf(account)) !== undefined &&
        !waitsForTrust(config, trusted, account),
    );
    try {
      return (await forEachOf(readable, (account) => readContacts(aws, organization, account))).flat();
    } catch (error) {
      // An import has more to say than contacts.
      if (!whole || !(error instanceof OrgsyncError) || !["ORG0502", "ORG0504"].includes(error.code)) throw error;
      notice({
        code: error.code,
        severity: "warning",
        message: "contacts were not read",
        ...(error.hint === undefined ? {} : { hint: error.hint }),
      });
      return [];
    }
  },

  held: ({ spec }, { config }) =>
    contactsOf(config, spec.account) === undefined ? "org.yaml says nothing of its account's contacts" : undefined,

  async look({ spec }, _fields, { aws, live }) {
    // PutAlternateContact writes a contact whole.
    const found = await readContact(aws.asking(), { ...parameterOf(live, spec.account), ...typeOf(spec) });
    return found === undefined ? undefined : only<Partial<AlternateContactSpec>>(found, CONTACT_FIELDS);
  },

  async create(resource, context) {
    const { aws, live } = context;
    const { spec } = resource;
    const input = { ...parameterOf(live, spec.account), ...typeOf(spec) };
    // AWS creates and replaces with the same call: whoever has set one meanwhile is not to lose it.
    const there = await onceKnown(context, input, () => readContact(aws.asking(), input));
    if (there === undefined) await put(resource, context);
    else if (!sameJson(there, fieldsOf(spec))) throw taken(`alternate contact ${resource.label ?? resource.key}`);
    return {};
  },

  async update(_before, after, _fields, context) {
    await put(after, context);
  },

  async remove({ spec }, { aws, live }) {
    const parameter = parameterOf(live, spec.account);
    try {
      await aws.account.deleteAlternateContact({ ...parameter, ...typeOf(spec) });
    } catch (error) {
      if (error instanceof AwsError && error.kind === "missing") return;
      throw explained(error, parameter);
    }
  },

  draft(resources, context) {
    const { draft } = context;
    // An account says all of its contacts or none.
    const silent = new Set(resources.filter(({ spec }) => !isSayable(spec)).map(({ spec }) => spec.account));
    const shared: Contacts = silent.size > 0 ? {} : sharedContacts(resources, context);
    for (const [type, contact] of Object.entries(shared)) draft.set(["defaults", "contacts", type], contact);
    for (const { spec } of resources) {
      if (shared[spec.type] === undefined && !silent.has(spec.account))
        draft.set(["accounts", spec.account, "contacts", spec.type], fieldsOf(spec));
    }
    for (const account of silent)
      draft.comment(
        ["accounts", account],
        "Its contacts are left out: one has characters that org.yaml does not take.",
      );
  },
};

/** The contacts that an account is to have; undefined where the file leaves them as they are. */
function contactsOf(config: Config, key: string): Contacts | undefined {
  const entry = accountsSection.of(config)?.[key];
  const shared = defaultsSection.of(config)?.contacts;
  if (entry === undefined || entry.closed === true || (entry.contacts ?? shared) === undefined) return undefined;
  return { ...shared, ...entry.contacts };
}

/** The management account speaks for itself only, and so is silent to a caller in another one. */
const isOutOfReach = (live: Snapshot, { ids }: AccountResource): boolean =>
  ids !== undefined && accountParameter(organizationOf(live), ids.id) === undefined;

/** Nobody can read the contacts of a member before the service has the trusted access that the file asks for. */
const waitsForTrust = (config: Config, trusted: boolean, { spec }: AccountResource): boolean =>
  !trusted && !spec.management && trustedServicesSection.of(config)?.includes(SERVICE) === true;

const typeOf = ({ type }: Pick<AlternateContactSpec, "type">) => ({
  AlternateContactType: type.toUpperCase() as Uppercase<ContactType>,
});

const CONTACT_FIELDS = ["name", "title", "email", "phone"] as const satisfies (keyof Contact)[];

const fieldsOf = ({ name, title, email, phone }: Contact): Contact => ({ name, title, email, phone });

function idOf({ key, ids }: AccountResource): string {
  if (ids === undefined) throw new Error(`account ${key} is not live`);
  return ids.id;
}

function parameterOf(live: Snapshot, account: string): { readonly AccountId?: string } {
  const parameter = accountParameter(organizationOf(live), accountId(live, account));
  if (parameter === undefined) throw new Error(`the contacts of ${account} cannot be managed from here`);
  return parameter;
}

async function readContacts(
  aws: Aws,
  organization: OrganizationIds | undefined,
  account: AccountResource,
): Promise<AlternateContactResource[]> {
  const parameter = accountParameter(organization, idOf(account));
  const contacts = await forEachOf(CONTACT_TYPES, async (type) => {
    const contact = await readContact(aws, { ...parameter, ...typeOf({ type }) });
    if (contact === undefined) return [];
    const spec = { account: account.key, type, ...contact };
    return [{ ...identity(spec), spec, ids: {} }];
  });
  return contacts.flat();
}

async function readContact(
  aws: Aws,
  input: Parameters<Aws["account"]["getAlternateContact"]>[0],
): Promise<Contact | undefined> {
  const operation = "account:GetAlternateContact";
  try {
    const { AlternateContact } = await aws.account.getAlternateContact(input);
    const found = present(AlternateContact, operation, "AlternateContact");
    return {
      name: present(found.Name, operation, "Name"),
      title: present(found.Title, operation, "Title"),
      email: present(found.EmailAddress, operation, "EmailAddress"),
      phone: present(found.PhoneNumber, operation, "PhoneNumber"),
    };
  } catch (error) {
    if (error instanceof AwsError && error.kind === "missing") return undefined;
    throw explained(error, input);
  }
}

const FRESH_TRIES = 5;
/** Milliseconds. */
const FRESH_PAUSE = 15_000;

/** Account Management may not know at once of an account that is new, or of trusted access, and says so by denying. */
async function onceKnown<T>(
  { aws, fresh, progress }: WriteContext<Aws>,
  parameter: { readonly AccountId?: string },
  call: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const early = fresh && error instanceof OrgsyncError && error.code === "ORG0502";
      if (!early || attempt === FRESH_TRIES) throw explained(error, parameter);
      progress("AWS: access denied; trying again");
      await aws.clock.sleep(FRESH_PAUSE);
    }
  }
}

async function put({ spec }: AlternateContactResource, context: WriteContext<Aws>): Promise<void> {
  const parameter = parameterOf(context.live, spec.account);
  await onceKnown(context, parameter, () =>
    context.aws.account.putAlternateContact({
      ...parameter,
      ...typeOf(spec),
      Name: spec.name,
      Title: spec.title,
      EmailAddress: spec.email,
      PhoneNumber: spec.phone,
    }),
  );
}

/** A denied call about a member has one cause above all others. */
function explained(error: unknown, { AccountId }: { readonly AccountId?: string | undefined }): unknown {
  if (!(error instanceof AwsError && error.kind === "denied") || AccountId === undefined) return error;
  return new OrgsyncError("ORG0502", error.message, {
    hint: `managing the contacts of members needs ${error.operation}, and trusted access for Account Management: aws organizations enable-aws-service-access --service-principal ${SERVICE}; a caller outside the management account must be its delegated administrator`,
    cause: error,
  });
}

/** What so many accounts or more have alike is worth a default. */
const FEWEST = 3;

/** Contacts that all accounts of the draft have alike, which it then says once. */
function sharedContacts(resources: readonly AlternateContactResource[], { live, ownerOf }: DraftContext): Contacts {
  const listed = accountsOf(live).filter(
    (account) => isActive(account) && ownerOf(account as unknown as Resource) === undefined,
  );
  if (listed.length < FEWEST) return {};
  const keys = new Set(listed.map(({ key }) => key));
  const shared = CONTACT_TYPES.flatMap((type) => {
    const contacts = resources.map(({ spec }) => spec).filter((spec) => spec.type === type && keys.has(spec.account));
    const [first] = contacts;
    const alike = contacts.every(
      ({ name, title, email, phone }) =>
        name === first?.name && title === first.title && email === first.email && phone === first.phone,
    );
    return first !== undefined && alike && contacts.length === keys.size ? [[type, fieldsOf(first)] as const] : [];
  });
  return Object.fromEntries(shared);
}
