import { type Address, address } from "../../src/model/address.ts";
import { type Config, nothingIn } from "../../src/model/config.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { AnyKind, DesiredContext } from "../../src/model/kind.ts";
import type { Action, Change } from "../../src/model/plan.ts";
import type { Resource, Snapshot } from "../../src/model/resource.ts";
import { defineSection } from "../../src/model/section.ts";
import Type from "typebox";

/*
 * Kinds of nothing in particular, for what the engine does with any kind. The section of a kind maps keys to specs; in
 * a spec, `refs` is what it refers to.
 */

/** What a made-up kind has of AWS: nothing. */
export interface NoAws {
  settling(): NoAws;
}
export const NO_AWS: NoAws = { settling: () => NO_AWS };

export type Specs = Readonly<Record<string, JsonObject>>;

export function kindOf(name: string, parts: Partial<AnyKind<NoAws>> = {}): AnyKind<NoAws> {
  const section = parts.section ?? defineSection(`${name}s`, Type.Object({}));
  return {
    name,
    title: name,
    plural: `${name}s`,
    section,
    ownsSection: true,
    needs: () => [],
    desired: ({ config }: DesiredContext) =>
      Object.entries((section.of(config) ?? {}) as Specs).map(([key, spec]) => ({
        ...resource(name, key, spec),
        source: config.at([section.key, key]),
      })),
    refs: (spec) => ("refs" in spec ? (spec.refs as Address[]) : []),
    read: async () => [],
    expected: {},
    ...parts,
  };
}

export const resource = (kind: string, key: string, spec: JsonObject = {}): Resource => ({
  address: address(kind, key),
  kind,
  key,
  spec,
});

export const snapshotOf = (...resources: readonly Resource[]): Snapshot =>
  new Map(resources.map((one) => [one.address, one]));

/** org.yaml with these sections; everything stands in its first line. */
export const configWith = (sections: Readonly<Record<string, unknown>>): Config => ({
  ...nothingIn("org.yaml"),
  sections,
});

/** One change of a thing, as the diff would make it. */
export const changeOf = (action: Action, kind: string, key: string, spec: JsonObject = {}): Change => ({
  address: address(kind, key),
  kind,
  key,
  label: key,
  action,
  reason: action === "create" ? "not-in-aws" : action === "delete" ? "not-in-file" : "differs",
  before: action === "create" ? null : spec,
  after: action === "delete" ? null : spec,
  fields: [],
  reversible: true,
  expected: { calls: 1, seconds: 1 },
});
