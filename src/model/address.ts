/**
 * The name of one resource, the same in a plan, a log and a test: `account:acme-dev`,
 * `assignment:group/admins:AdministratorAccess:acme-dev`. Parts are separated by colons; a colon or percent sign
 * inside a part is percent-encoded, so that two different resources never share an address.
 */
export type Address = string & { readonly __address: unique symbol };

const encode = (part: string): string => part.replaceAll("%", "%25").replaceAll(":", "%3A");

/** Builds an address from the kind's name and the parts of the resource's key. */
export function address(kind: string, ...parts: readonly string[]): Address {
  return [kind, ...parts.map(encode)].join(":") as Address;
}
