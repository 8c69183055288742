import type { Shape } from "../operation.ts";
import type { AlternateContact, World } from "../world.ts";
import { notFound } from "./errors.ts";
import { onAccount } from "./on-account.ts";

const TYPES = ["BILLING", "OPERATIONS", "SECURITY"] as const;

type Type = (typeof TYPES)[number];

const ofType = { AlternateContactType: { type: "string", enum: TYPES } } as const satisfies Record<string, Shape>;

const details = {
  Name: { type: "string", min: 1, max: 64 },
  Title: { type: "string", min: 1, max: 50 },
  EmailAddress: { type: "string", min: 1, max: 254, pattern: /^\s*[\w+=.#|!&-]+@[\w.-]+\.\w+\s*$/ },
  PhoneNumber: { type: "string", min: 1, max: 25, pattern: /^[\s0-9()+-]+$/ },
} as const satisfies Record<string, Shape>;

/** How AWS reaches whoever owns an account. */
export const contacts = onAccount({
  GetContactInformation: {
    access: "read",
    quota: { rate: 10, burst: 15 },
    run: (_input, { world }) => ({
      // Members get a copy of what the management account signed up with.
      ContactInformation: {
        FullName: "Jane Doe",
        CompanyName: world.standalone.name,
        AddressLine1: "1 Main Street",
        City: "Springfield",
        StateOrRegion: "IL",
        PostalCode: "62701",
        CountryCode: "US",
        PhoneNumber: "+1 555 0100",
      },
    }),
  },
  GetAlternateContact: {
    access: "read",
    members: ofType,
    required: Object.keys(ofType),
    quota: { rate: 10, burst: 15 },
    run: ({ AlternateContactType: type }: { AlternateContactType: Type }, { world, account }) => {
      const contact = contactsOf(world, account.id)[type];
      if (!contact) throw missing();
      return { AlternateContact: { ...contact, AlternateContactType: type } };
    },
  },
  PutAlternateContact: {
    access: "write",
    members: { ...ofType, ...details },
    required: Object.keys({ ...ofType, ...details }),
    quota: { rate: 5, burst: 8 },
    run: ({ AlternateContactType: type, ...input }: AlternateContact & { AlternateContactType: Type }, call) => {
      const { Name, Title, EmailAddress, PhoneNumber } = input;
      const all = (call.world.alternateContacts ??= {});
      (all[call.account.id] ??= {})[type] = { Name, Title, EmailAddress, PhoneNumber };
      return {};
    },
  },
  DeleteAlternateContact: {
    access: "write",
    members: ofType,
    required: Object.keys(ofType),
    quota: { rate: 1, burst: 6 },
    run: ({ AlternateContactType: type }: { AlternateContactType: Type }, { world, account }) => {
      const there = contactsOf(world, account.id);
      if (!there[type]) throw missing();
      delete there[type];
      return {};
    },
  },
});

function contactsOf({ alternateContacts = {} }: World, accountId: string): Partial<Record<Type, AlternateContact>> {
  return (Object.hasOwn(alternateContacts, accountId) ? alternateContacts[accountId] : undefined) ?? {};
}

const missing = () => notFound("No contact of the inputted alternate contact type found.");
