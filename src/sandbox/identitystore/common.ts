import type { Context } from "../operation.ts";
import { unsupported } from "./attributes.ts";
import { invalid } from "./errors.ts";

/** A name for one thing: a unique attribute's value, or the id that an identity provider gave it. */
export interface AlternateIdentifier {
  readonly UniqueAttribute?: { readonly AttributePath: string; readonly AttributeValue: unknown };
  readonly ExternalId?: { readonly Issuer: string; readonly Id: string };
}

/** What an alternate identifier names, by the attributes that may be asked for. */
export function lookedUp<T extends { readonly externalIds: readonly { Issuer: string; Id: string }[] }>(
  { UniqueAttribute: attribute, ExternalId: external }: AlternateIdentifier,
  all: () => readonly T[],
  by: Readonly<Record<string, (value: string) => T | undefined>>,
): T | undefined {
  if ((attribute === undefined) === (external === undefined)) {
    throw invalid("AlternateIdentifier must have exactly one of UniqueAttribute and ExternalId");
  }
  if (external) {
    return all().find(({ externalIds }) =>
      externalIds.some((id) => id.Issuer === external.Issuer && id.Id === external.Id),
    );
  }
  const { AttributePath: path, AttributeValue: value } = attribute!;
  const find = Object.hasOwn(by, path) ? by[path] : undefined;
  if (!find) throw unsupported(path);
  if (typeof value !== "string") throw invalid(`Attribute ${path} must be a string`);
  return find(value);
}

/** Names that neither users nor groups may have. */
export function isReserved(name: string): boolean {
  return ["administrator", "awsadministrators"].includes(name.toLowerCase());
}

/** When something is made, and by whom. */
export function provenance({ now, caller }: Context) {
  const { arn } = caller;
  return { createdAt: now, updatedAt: now, createdBy: arn, updatedBy: arn };
}
