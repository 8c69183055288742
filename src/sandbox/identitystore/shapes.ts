import type { Shape } from "../operation.ts";

type Structure = Shape & { readonly type: "structure" };

/** A user's, group's or membership's id. */
export const resourceId: Shape = {
  type: "string",
  min: 1,
  max: 47,
  pattern: /^([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/,
};

export const identityStoreId: Shape = {
  type: "string",
  min: 1,
  max: 36,
  pattern: /^(d-[0-9a-f]{10}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/,
};

export const userName: Shape = { type: "string", min: 1, max: 128, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u };

export const groupDisplayName: Shape = {
  type: "string",
  min: 1,
  max: 1024,
  pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r \u00a0]+$/u,
};

/** Everything else that is said of a user or group. */
export const text: Shape = {
  type: "string",
  min: 1,
  max: 1024,
  pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r \u00a0\u3000]+$/u,
};

export const memberId: Structure = { type: "structure", members: { UserId: resourceId }, required: ["UserId"] };

export const paging = {
  MaxResults: { type: "integer", min: 1, max: 100 },
  NextToken: { type: "string", min: 1, max: 65_535, pattern: /^[-a-zA-Z0-9+=/:_]*$/ },
} as const satisfies Record<string, Shape>;

const attributePath: Shape = {
  type: "string",
  min: 1,
  max: 255,
  pattern: /^\p{L}+(?:[.:-]\p{L}+)*$/u,
};

/** One way to name a user or group other than by its id. */
export const alternateIdentifier: Structure = {
  type: "structure",
  members: {
    UniqueAttribute: {
      type: "structure",
      members: { AttributePath: attributePath, AttributeValue: { type: "document" } },
      required: ["AttributePath", "AttributeValue"],
    },
    ExternalId: {
      type: "structure",
      members: { Issuer: { type: "string", min: 1, max: 100 }, Id: { type: "string", min: 1, max: 256 } },
      required: ["Issuer", "Id"],
    },
  },
};

/** What UpdateUser and UpdateGroup do, in order. */
export const attributeOperations: Shape = {
  type: "list",
  min: 1,
  max: 100,
  of: {
    type: "structure",
    members: { AttributePath: attributePath, AttributeValue: { type: "document" } },
    required: ["AttributePath"],
  },
};

/** The list filters, which the service no longer takes. */
export const filters: Shape = {
  type: "list",
  max: 1,
  of: {
    type: "structure",
    members: { AttributePath: attributePath, AttributeValue: text },
    required: ["AttributePath", "AttributeValue"],
  },
};

export const extensionNames: Shape = {
  type: "list",
  min: 1,
  max: 10,
  of: { type: "string", enum: ["aws:identitystore:enterprise"] },
};

/** The one extension of a user there is. */
export const extensions: Shape = {
  type: "structure",
  members: { "aws:identitystore:enterprise": { type: "document" } },
};

const flag: Shape = { type: "boolean" };

/** A list of one thing with a value, a type and whether it is the primary one. */
function valued(max: number, extra: Record<string, Shape> = {}, required: readonly string[] = []): Shape {
  const members = { Value: text, Type: text, Primary: flag, ...extra };
  return { type: "list", min: 1, max, of: { type: "structure", members, required } };
}

/** What a user is described by besides the user name, in the wire's spelling. */
export const userAttributes: Record<string, Shape> = {
  Name: {
    type: "structure",
    members: {
      Formatted: text,
      FamilyName: text,
      GivenName: text,
      MiddleName: text,
      HonorificPrefix: text,
      HonorificSuffix: text,
    },
  },
  DisplayName: text,
  NickName: text,
  ProfileUrl: text,
  Emails: valued(1),
  Addresses: {
    type: "list",
    min: 1,
    max: 1,
    of: {
      type: "structure",
      members: {
        StreetAddress: text,
        Locality: text,
        Region: text,
        PostalCode: text,
        Country: text,
        Formatted: text,
        Type: text,
        Primary: flag,
      },
    },
  },
  PhoneNumbers: valued(1),
  UserType: text,
  Title: text,
  PreferredLanguage: text,
  Locale: text,
  Timezone: text,
  Photos: valued(3, { Display: text }, ["Value"]),
  Website: text,
  Birthdate: text,
  Roles: valued(1),
};
