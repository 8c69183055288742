import { accountAddress, accountsOf, accountsSection, type AccountState } from "../kinds/account.ts";
import { keysOf } from "../kinds/accountRead.ts";
import { identityCenterOf, identityCenterSection } from "../kinds/identityCenter.ts";
import { ORGANIZATION, organizationOf, organizationSection } from "../kinds/organization.ts";
import { ROOT } from "../kinds/root.ts";
import type { Address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { isObject } from "../model/json.ts";
import type { Resource, Snapshot } from "../model/resource.ts";

/** What the names in org.yaml stand for in AWS, as far as it is known. */
export interface Known {
  /** The organization's id. */
  readonly organization?: string;
  readonly identityCenter?: { readonly region: string; readonly identityStoreId: string };
  readonly accounts: readonly KnownAccount[];
}

interface KnownAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly state: AccountState;
  readonly management: boolean;
  /** Path of its organizational unit, where that is known. */
  readonly ou?: string;
}

/** What has been read of AWS. */
export function knownIn(live: Snapshot): Known {
  const organization = organizationOf(live)?.id;
  const center = identityCenterOf(live);
  return {
    ...(organization === undefined ? {} : { organization }),
    ...(center === undefined
      ? {}
      : { identityCenter: { region: center.region, identityStoreId: center.identityStoreId } }),
    accounts: accountsOf(live).flatMap(({ spec: { name, email, management, ou }, ids }) =>
      ids === undefined
        ? []
        : [{ id: ids.id, name, email, state: ids.state, management, ...(ou === undefined ? {} : { ou }) }],
    ),
  };
}

/** Where people sign in: as org.yaml says, else at the address that Identity Center had at first; no API tells another. */
export function startUrlOf(config: Config, { identityCenter }: Known): string | undefined {
  const written = identityCenterSection.of(config)?.startUrl;
  return written ?? (identityCenter && `https://${identityCenter.identityStoreId}.awsapps.com/start`);
}

/**
 * What org.yaml itself says, with what earlier runs have learned: that counts only where org.yaml names the organization
 * that it was learned of.
 */
export function knownOffline(config: Config, learned: Known | undefined): Known {
  const id = organizationSection.of(config)?.id;
  const believed = id !== undefined && learned?.organization === id ? learned : { accounts: [] };
  const ids = new Set(believed.accounts.map((account) => account.id));
  const written = Object.entries(accountsSection.of(config) ?? {}).flatMap(([key, entry]) =>
    entry.id === undefined || ids.has(entry.id)
      ? []
      : [
          {
            id: entry.id,
            name: entry.name ?? key,
            email: entry.email,
            state: entry.closed === true ? ("CLOSED" as const) : ("ACTIVE" as const),
            management: entry.management ?? false,
            ...(entry.ou === undefined ? {} : { ou: entry.ou }),
          },
        ],
  );
  return { ...believed, accounts: [...believed.accounts, ...written] };
}

/** The organization and its accounts, as if they had been read. */
export function snapshotOf(config: Config, { organization, accounts }: Known): Map<Address, Resource> {
  const keys = keysOf(config, accounts);
  const resources: Resource[] = [
    {
      address: ORGANIZATION,
      kind: "organization",
      key: "organization",
      spec: { featureSet: "ALL" },
      ids: { id: organization ?? "" },
    },
    ...accounts.map(({ id, name, email, state, management, ou = ROOT }): Resource => {
      const key = keys.get(id) ?? id;
      return {
        address: accountAddress(key),
        kind: "account",
        key,
        spec: { name, email, management, ou },
        ids: { id, state },
      };
    }),
  ];
  return new Map(resources.map((resource) => [resource.address, resource]));
}

/** As JSON, for later runs: the same accounts are the same text, in whatever order AWS lists them. */
export function knownJson({ accounts, ...known }: Known): string {
  const sorted = accounts.toSorted((left, right) => Number(left.id) - Number(right.id));
  return `${JSON.stringify({ formatVersion: 1, ...known, accounts: sorted }, null, 2)}\n`;
}

/** Undefined for what is no such JSON, or that of another version: it is learned anew soon. */
export function parseKnown(json: string): Known | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) && value["formatVersion"] === 1 && Array.isArray(value["accounts"])
      ? (value as unknown as Known)
      : undefined;
  } catch {
    return undefined;
  }
}
