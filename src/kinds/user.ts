import Type, { type TStringOptions } from "typebox";
import { defineSection } from "../model/section.ts";
import { mapOf } from "./map.ts";
import { previously } from "./previously.ts";
import type { UpdateUserCommandInput, User } from "@aws-sdk/client-identitystore";
import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { filterOf, listAll, present } from "../aws/paging.ts";
import { type Address, address as addressOf } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { sameJson } from "../model/json.ts";
import type { Kind } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { IDENTITY_CENTER, type IdentityCenterIds, identityCenterOf, instanceOf, isExternal } from "./identityCenter.ts";
import { liveKey, successorKey } from "./lookup.ts";
import { only, requireGone, taken, unlessGone } from "./meanwhile.ts";

// Identity Store's alphabet: anything that shows, and spaces.
const TEXT = String.raw`^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r \u00a0\u3000]*$`;

/** A text field of a person. */
const field = (title: string, description: string, example: string, options: TStringOptions = {}) =>
  Type.String({
    title,
    description,
    minLength: 1,
    maxLength: 1024,
    pattern: TEXT,
    patternErrorMessage: "Letters, digits, punctuation, symbols and spaces only",
    examples: [example],
    ...options,
  });

const userName = {
  minLength: 1,
  maxLength: 128,
  pattern: String.raw`^[\p{L}\p{M}\p{S}\p{N}\p{P}]*$`,
  patternErrorMessage:
    "A user name has letters, digits, punctuation and symbols, and no spaces; what people are called goes in givenName, familyName and displayName",
};

const address = Type.Object(
  {
    streetAddress: Type.Optional(field("Street", "House and street.", "1 Market Street")),
    locality: Type.Optional(field("City", "The city or town.", "San Francisco")),
    region: Type.Optional(field("State or region", "The state, province or region.", "CA")),
    postalCode: Type.Optional(field("Postal code", "The ZIP or postal code.", "94105")),
    country: Type.Optional(field("Country", "The country.", "US")),
    formatted: Type.Optional(
      field("Whole address", "The address as it stands on a letter.", "1 Market Street, San Francisco, CA 94105"),
    ),
  },
  {
    title: "Address",
    description: "Where the person works.",
    additionalProperties: false,
    minProperties: 1,
    examples: [{ locality: "San Francisco", country: "US" }],
  },
);

const entry = Type.Object(
  {
    name: Type.Optional(
      Type.String({
        title: "Name in AWS",
        description: "The user name in IAM Identity Center, when it is not the key.",
        ...userName,
        examples: ["dax@acme.com"],
      }),
    ),
    email: Type.Optional(
      Type.String({
        title: "E-mail",
        description:
          "The person's e-mail. Left out, it is the key, which then has to be an e-mail. Nobody else may have it.",
        minLength: 3,
        maxLength: 1024,
        pattern: String.raw`^[^\s@]+@[^\s@.]+(?:[.][^\s@.]+)+$`,
        patternErrorMessage: "An e-mail looks like dax@acme.com",
        examples: ["dax@acme.com"],
      }),
    ),
    givenName: field("Given name", "The first name. IAM Identity Center wants one.", "Dax"),
    familyName: field("Family name", "The last name. IAM Identity Center wants one.", "Raad"),
    displayName: Type.Optional(
      field("Display name", "The name that AWS shows. Left out, it is given and family name.", "Dax Raad"),
    ),
    title: Type.Optional(field("Title", "The job title.", "Engineer")),
    nickName: Type.Optional(field("Nickname", "What people call the person.", "dax")),
    phone: Type.Optional(field("Phone", "A phone number.", "+1 555 0100")),
    locale: Type.Optional(field("Locale", "Language and country, for formats.", "en-US")),
    timezone: Type.Optional(field("Time zone", "The time zone.", "America/New_York")),
    preferredLanguage: Type.Optional(field("Language", "The language that the person reads.", "en")),
    userType: Type.Optional(field("User type", "A word of your own for the kind of person.", "contractor")),
    profileUrl: Type.Optional(field("Profile", "A page about the person.", "https://acme.com/team/dax")),
    address: Type.Optional(address),
    previously: Type.Optional(previously),
  },
  {
    title: "User",
    description: "One person, who signs in through IAM Identity Center.",
    additionalProperties: false,
    examples: [{ givenName: "Dax", familyName: "Raad" }],
    defaultSnippets: [
      { label: "user", description: "A person", body: { givenName: "${1:Dax}", familyName: "${2:Raad}" } },
    ],
  },
);

const schema = mapOf(
  {
    title: "User name",
    description: "What the person signs in with: the work e-mail, as a rule.",
    ...userName,
  },
  entry,
  {
    title: "Users",
    description:
      "The people in IAM Identity Center, by user name. With this section, users that are not listed are removed.",
    examples: [{ "dax@acme.com": { givenName: "Dax", familyName: "Raad" } }],
    defaultSnippets: [
      {
        label: "user",
        description: "A person",
        body: { "${1:dax@acme.com}": { givenName: "${2:Dax}", familyName: "${3:Raad}" } },
      },
    ],
  },
);

export const usersSection = defineSection("users", schema);

export interface UserSpec {
  readonly userName: string;
  readonly email: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly displayName: string | null;
  readonly title: string | null;
  readonly nickName: string | null;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly timezone: string | null;
  readonly preferredLanguage: string | null;
  readonly userType: string | null;
  readonly profileUrl: string | null;
  readonly address: PostalAddress | null;
}

type PostalAddress = Readonly<
  Partial<Record<"streetAddress" | "locality" | "region" | "postalCode" | "country" | "formatted", string>>
>;

export interface UserIds {
  readonly id: string;
  /** Made by an identity provider through SCIM, or by a directory. */
  readonly external: boolean;
}

export type UserResource = Resource<UserSpec, UserIds>;

export const userAddress = (key: string): Address => addressOf("user", key);

/** The users of a snapshot. */
export function usersOf(snapshot: Snapshot): UserResource[] {
  return [...snapshot.values()].filter(({ kind }) => kind === "user") as unknown as UserResource[];
}

export function userId(live: Snapshot, key: string): string {
  const found = live.get(userAddress(key));
  if (found?.ids === undefined) throw new Error(`no user ${key}`);
  return (found.ids as unknown as UserIds).id;
}

/**
 * A person with a new user name signs in anew, and may not have done so yet: the old user keeps all access for as long
 * as `previously:` names it.
 */
export function whyUserStays(config: Config, key: string): string | undefined {
  const entries = usersSection.of(config);
  const successor = entries === undefined ? undefined : successorKey(entries, key);
  return successor === undefined
    ? undefined
    : `stays beside ${successor}, who signs in anew, until previously: is taken out`;
}

/** Who has which e-mail in AWS, in small letters. */
function emailHolders(live: Snapshot): Map<string, string> {
  const users = [...live.values()].filter(({ kind }) => kind === "user") as unknown as UserResource[];
  return new Map(users.flatMap(({ key, spec }) => (spec.email === null ? [] : [[spec.email.toLowerCase(), key]])));
}

/** Fields that are one text each, with the attribute path by which UpdateUser knows them. */
const TEXTS = {
  displayName: "displayName",
  givenName: "name.givenName",
  familyName: "name.familyName",
  title: "title",
  nickName: "nickName",
  locale: "locale",
  timezone: "timezone",
  preferredLanguage: "preferredLanguage",
  userType: "userType",
  profileUrl: "profileUrl",
} as const satisfies Partial<Record<keyof UserSpec, string>>;

const ADDRESS_MEMBERS = {
  streetAddress: "StreetAddress",
  locality: "Locality",
  region: "Region",
  postalCode: "PostalCode",
  country: "Country",
  formatted: "Formatted",
} as const;

export const user: Kind<UserSpec, UserIds, Aws> = {
  name: "user",
  title: "user",
  plural: "Users",
  section: usersSection,
  ownsSection: true,
  needs: () => ["identityCenter"],
  standsWhileUpdated: true,
  expected: {
    create: { calls: 1, seconds: 0.1 },
    update: { calls: 2, seconds: 0.2 },
    delete: { calls: 2, seconds: 0.2 },
  },

  desired({ config, live, problem }) {
    const entries = usersSection.of(config) ?? {};
    const holders = emailHolders(live);
    return Object.entries(entries).map(([key, entry]) => {
      const source = config.at(["users", key]);
      const email = entry.email ?? key;
      const holder = holders.get(email.toLowerCase());
      if (holder !== undefined && holder !== key) {
        const listed = Object.hasOwn(entries, holder);
        problem({
          code: "ORG0402",
          message: `user ${key} is to have the e-mail ${email}, which user ${holder} has in AWS`,
          hint: listed
            ? `give ${holder} its new e-mail in a plan before this one: AWS allows an e-mail once`
            : `AWS allows an e-mail once: write another one with email:, or let a plan without this entry remove ${holder} first`,
          source,
        });
      }
      const there = live.get(userAddress(key)) as UserResource | undefined;
      const spec: UserSpec = {
        userName: there?.spec.userName ?? entry.name ?? key,
        email,
        givenName: entry.givenName,
        familyName: entry.familyName,
        displayName: entry.displayName ?? `${entry.givenName} ${entry.familyName}`,
        title: entry.title ?? null,
        nickName: entry.nickName ?? null,
        phone: entry.phone ?? null,
        locale: entry.locale ?? null,
        timezone: entry.timezone ?? null,
        preferredLanguage: entry.preferredLanguage ?? null,
        userType: entry.userType ?? null,
        profileUrl: entry.profileUrl ?? null,
        address: entry.address ?? null,
      };
      return { address: userAddress(key), kind: "user", key, spec, source };
    });
  },

  refs: () => [IDENTITY_CENTER],

  async read({ aws, config, resources }) {
    const instance = identityCenterOf(await resources("identityCenter"));
    if (instance === undefined) return [];
    const users = await listAll(
      aws.identityStore(instance.region).listUsers,
      { IdentityStoreId: instance.identityStoreId, MaxResults: 100 },
      "Users",
    );
    const entries = usersSection.of(config) ?? {};
    const keys = new Map(Object.entries(entries).map(([key, entry]) => [(entry.name ?? key).toLowerCase(), key]));
    return users.map((found) => {
      const userName = present(found.UserName, "identityStore:ListUsers", "UserName");
      // Identity Center tells user names apart without regard to letter case.
      const id = present(found.UserId, "identityStore:ListUsers", "UserId");
      const key = liveKey(keys, entries, userName, id, userName.toLowerCase());
      const ids = {
        id,
        external: (found.ExternalIds ?? []).length > 0,
      };
      return { address: userAddress(key), kind: "user", key, spec: specOf(userName, found), ids };
    });
  },

  owner: ({ ids }, config) =>
    ids?.external === true && !isExternal(config) ? "comes from an identity provider" : undefined,

  held: ({ key }, { config }) => whyUserStays(config, key),

  same: (field, before, after) =>
    field === "email" && typeof before === "string" && typeof after === "string"
      ? before.toLowerCase() === after.toLowerCase()
      : sameJson(before, after),

  look: ({ ids }, fields, { aws, live }) =>
    unlessGone(async () => only(await describe(aws.asking(), live, (ids as UserIds).id), fields)),

  async lookAgain(users, { aws, live }) {
    const known = new Set(usersOf(live).map(({ ids }) => ids?.id));
    return filterOf(users, async ({ spec }) => {
      const id = await findId(aws, live, spec.userName);
      return id !== undefined && !known.has(id);
    });
  },

  async create({ key, spec }, { aws, live, alreadyThere }) {
    const { region, identityStoreId } = instanceOf(live);
    const store = aws.identityStore(region);
    const { value, adopted } = await createOnce<string>({
      clock: aws.clock,
      what: `user ${key}`,
      create: async () => {
        const { UserId } = await store.createUser({ IdentityStoreId: identityStoreId, ...attributesOf(spec) });
        return present(UserId, "identityStore:CreateUser", "UserId");
      },
      find: () => findId(aws, live, spec.userName),
      onExisting: alreadyThere,
    });
    if (adopted && !sameJson(await describe(aws, live, value), spec)) throw taken(`user ${key}`);
    return { id: value, external: false };
  },

  async update(before, after, fields, { aws, live }) {
    const { region, identityStoreId } = instanceOf(live);
    await aws.identityStore(region).updateUser({
      IdentityStoreId: identityStoreId,
      UserId: (before.ids as UserIds).id,
      Operations: fields.map((field) => operationFor(field, after.spec)),
    });
  },

  async remove({ ids }, { aws, live }) {
    const { region, identityStoreId } = instanceOf(live);
    try {
      await aws.identityStore(region).deleteUser({ IdentityStoreId: identityStoreId, UserId: (ids as UserIds).id });
    } catch (error) {
      if (!(error instanceof AwsError && error.kind === "missing")) throw error;
    }
  },

  draft(resources, { draft }) {
    for (const { key, spec } of resources) {
      const { userName, email, givenName, familyName, displayName, ...fields } = spec;
      // Left out, both would be made of the others.
      if (email === null || displayName === null) {
        draft.ignore(
          "users",
          key,
          `has no ${email === null ? "e-mail" : "display name"}, which org.yaml gives everybody`,
        );
        continue;
      }
      const entry = {
        name: userName === key ? null : userName,
        email: email.toLowerCase() === key.toLowerCase() ? null : email,
        givenName,
        familyName,
        displayName: displayName === `${givenName} ${familyName}` ? null : displayName,
        ...fields,
      };
      draft.set(["users", key], Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null)));
    }
  },
};

/** By its name, with which Identity Center signs people in. */
const findId = (aws: Aws, live: Snapshot, userName: string): Promise<string | undefined> =>
  unlessGone(async () => {
    const { region, identityStoreId } = instanceOf(live);
    const { UserId } = await aws
      .asking()
      .identityStore(region)
      .getUserId({
        IdentityStoreId: identityStoreId,
        AlternateIdentifier: { UniqueAttribute: { AttributePath: "userName", AttributeValue: userName } },
      });
    return present(UserId, "identityStore:GetUserId", "UserId");
  });

/** Throws when there is a user of an id that ListUsers left out; `namedBy` is the operation that names it. */
export const requireUserGone = (aws: Aws, instance: IdentityCenterIds, id: string, namedBy: string): Promise<void> =>
  requireGone(
    async () => {
      const store = aws.asking().identityStore(instance.region);
      const { UserName } = await store.describeUser({ IdentityStoreId: instance.identityStoreId, UserId: id });
      return `user ${UserName ?? id}`;
    },
    "identityStore:ListUsers",
    namedBy,
  );

async function describe(aws: Aws, live: Snapshot, id: string): Promise<UserSpec> {
  const { region, identityStoreId } = instanceOf(live);
  const found = await aws.identityStore(region).describeUser({ IdentityStoreId: identityStoreId, UserId: id });
  return specOf(present(found.UserName, "identityStore:DescribeUser", "UserName"), found);
}

function specOf(userName: string, found: User): UserSpec {
  const postal = found.Addresses?.[0];
  const members = Object.entries(ADDRESS_MEMBERS).flatMap(([field, member]) => {
    const value = postal?.[member];
    return value === undefined || value === "" ? [] : [[field, value] as const];
  });
  return {
    userName,
    email: found.Emails?.[0]?.Value || null,
    givenName: found.Name?.GivenName || null,
    familyName: found.Name?.FamilyName || null,
    displayName: found.DisplayName || null,
    title: found.Title || null,
    nickName: found.NickName || null,
    phone: found.PhoneNumbers?.[0]?.Value || null,
    locale: found.Locale || null,
    timezone: found.Timezone || null,
    preferredLanguage: found.PreferredLanguage || null,
    userType: found.UserType || null,
    profileUrl: found.ProfileUrl || null,
    address: members.length === 0 ? null : Object.fromEntries(members),
  };
}

function attributesOf(spec: UserSpec): Omit<User, "UserId" | "IdentityStoreId"> {
  const text = (value: string | null): string | undefined => value ?? undefined;
  return {
    UserName: spec.userName,
    Name: { GivenName: text(spec.givenName), FamilyName: text(spec.familyName) },
    DisplayName: text(spec.displayName),
    Title: text(spec.title),
    NickName: text(spec.nickName),
    Locale: text(spec.locale),
    Timezone: text(spec.timezone),
    PreferredLanguage: text(spec.preferredLanguage),
    UserType: text(spec.userType),
    ProfileUrl: text(spec.profileUrl),
    Emails: spec.email === null ? undefined : [{ Value: spec.email, Type: "work", Primary: true }],
    PhoneNumbers: spec.phone === null ? undefined : [{ Value: spec.phone, Type: "work", Primary: true }],
    Addresses: spec.address === null ? undefined : [{ ...postalAddress(spec.address), Type: "work", Primary: true }],
  };
}

function postalAddress(written: PostalAddress): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ADDRESS_MEMBERS).flatMap(([field, member]) => {
      const value = written[field as keyof PostalAddress];
      return value === undefined ? [] : [[member, value]];
    }),
  );
}

/** Lists are replaced whole; null takes an attribute away. */
function operationFor(
  field: keyof UserSpec,
  spec: UserSpec,
): NonNullable<UpdateUserCommandInput["Operations"]>[number] {
  const list = (path: string, value: Record<string, string> | null) => ({
    AttributePath: path,
    AttributeValue: value === null ? null : [{ ...value, type: "work", primary: true }],
  });
  switch (field) {
    case "userName":
      return { AttributePath: "userName", AttributeValue: spec.userName };
    case "email":
      return list("emails", spec.email === null ? null : { value: spec.email });
    case "phone":
      return list("phoneNumbers", spec.phone === null ? null : { value: spec.phone });
    case "address":
      return list("addresses", spec.address === null ? null : { ...(spec.address as Record<string, string>) });
    default:
      return { AttributePath: TEXTS[field], AttributeValue: spec[field] };
  }
}
