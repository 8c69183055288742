import Type from "typebox";
import { type Config } from "../model/config.ts";
import { defineSection } from "../model/section.ts";
import { mapOf } from "./map.ts";
import { previously } from "./previously.ts";
import { tags, readTags, type Tags, writeTags } from "./tags.ts";
import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { forEachOf, listAll, present } from "../aws/paging.ts";
import { type Address, address } from "../model/address.ts";
import type { Kind } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { accountsSection } from "./account.ts";
import { ORGANIZATION, organizationOf, rootOf } from "./organization.ts";

const entry = Type.Object(
  {
    name: Type.Optional(
      Type.String({
        title: "Name in AWS",
        description:
          "The name of the organizational unit in AWS, when it is not the last part of the key: for a name with a slash in it.",
        minLength: 1,
        maxLength: 128,
        examples: ["R/D"],
      }),
    ),
    tags: Type.Optional(tags),
    previously: Type.Optional(previously),
  },
  {
    title: "Organizational unit",
    description: "One organizational unit. {} is enough.",
    additionalProperties: false,
    examples: [{}, { tags: { stage: "production" } }],
  },
);

const schema = mapOf(
  {
    title: "Path",
    description: "The names from the root down, joined by slashes: Workloads/Production.",
    maxLength: 700,
    pattern: "^[^/]{1,128}(?:/[^/]{1,128})*$",
    patternErrorMessage:
      "The path of an organizational unit is names of 1 to 128 characters joined by single slashes, without one at the start or the end: Workloads/Production",
  },
  entry,
  {
    title: "Organizational units",
    description:
      "The folders of the organization, by path. Accounts go into them with ou:, permissions reach them with ous:. Every parent is listed too; AWS allows five levels. With this section, units that are not listed are removed once they are empty.",
    maxProperties: 2000,
    examples: [{ Workloads: {}, "Workloads/Dev": {}, "Workloads/Production": {} }],
    defaultSnippets: [
      {
        label: "Workloads with Dev and Production",
        description: "A parent and two units below it",
        body: { Workloads: {}, "Workloads/Dev": {}, "Workloads/Production": {} },
      },
    ],
  },
);

export const organizationalUnitsSection = defineSection("organizationalUnits", schema);

/** The organization's root, as `ou:` and `targets:` name it. */
export const ROOT = "root";

/** The key is the path; the parent is in it. */
export interface UnitSpec {
  readonly name: string;
  readonly tags?: Tags | undefined;
}

export interface UnitIds {
  readonly id: string;
}

export const unitAddress = (path: string): Address => address("organizationalUnit", path);

/** `Workloads` for `Workloads/Dev`; `root` for a path of one part. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? ROOT : path.slice(0, slash);
}

/** Whether `path` is `ancestor` or below it; everything is below the root. */
export function isWithin(path: string, ancestor: string): boolean {
  return ancestor === ROOT || path === ancestor || path.startsWith(`${ancestor}/`);
}

/** AWS's id of a unit or the root, for writes that are ordered after it. */
export function parentId(live: Snapshot, path: string): string {
  if (path === ROOT) return rootOf(live);
  const unit = live.get(unitAddress(path));
  if (unit?.ids === undefined) throw new Error(`no organizational unit ${path}`);
  return (unit.ids as unknown as UnitIds).id;
}

const nameInAws = (path: string, entry: { readonly name?: string | undefined } | undefined): string =>
  entry?.name ?? path.slice(path.lastIndexOf("/") + 1);

export const organizationalUnit: Kind<UnitSpec, UnitIds, Aws> = {
  name: "organizationalUnit",
  title: "organizational unit",
  plural: "Organizational units",
  section: organizationalUnitsSection,
  ownsSection: true,
  // Accounts, to see which units would still hold one.
  needs: () => ["organization", "account"],
  expected: { create: { calls: 1, seconds: 1 }, update: { calls: 1, seconds: 1 }, delete: { calls: 1, seconds: 1 } },

  desired({ config }) {
    return Object.entries(organizationalUnitsSection.of(config) ?? {}).map(([path, entry]) => ({
      address: unitAddress(path),
      kind: "organizationalUnit",
      key: path,
      spec: { name: nameInAws(path, entry), tags: entry.tags },
      source: config.at(["organizationalUnits", path]),
    }));
  },

  refs: (_spec, path) => [parentPath(path) === ROOT ? ORGANIZATION : unitAddress(parentPath(path))],

  async read({ aws, config, resources }) {
    const organization = organizationOf(await resources("organization"));
    if (organization === undefined) return [];
    const found: Resource<UnitSpec, UnitIds>[] = [];
    let parents: readonly Level[] = [{ id: organization.rootId, path: "", livePath: "" }];
    while (parents.length > 0) {
      const levels = await forEachOf(parents, (parent) => readChildren(aws, config, parent));
      found.push(...levels.flatMap((level) => level.map(({ resource }) => resource)));
      parents = levels.flat();
    }
    return found;
  },

  foreign({ key }, { config, live }) {
    const entries = accountsSection.of(config);
    for (const account of live.values()) {
      if (account.kind !== "account") continue;
      const { ou } = account.spec as { readonly ou?: string };
      const destination = entries?.[account.key]?.ou ?? ou;
      if (destination !== undefined && isWithin(destination, key))
        return `still holds account ${account.key}; AWS deletes only empty units`;
    }
    return undefined;
  },

  async create({ key, spec }, { aws, live }) {
    const parent = parentId(live, parentPath(key));
    const { value, adopted } = await createOnce({
      clock: aws.clock,
      what: `organizational unit ${key}`,
      create: async () => {
        const { OrganizationalUnit } = await aws.organizations.createOrganizationalUnit({
          ParentId: parent,
          Name: spec.name,
          Tags: Object.entries(spec.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
        });
        return present(OrganizationalUnit?.Id, "organizations:CreateOrganizationalUnit", "Id");
      },
      find: async () => {
        const units = await listAll(
          aws.organizations.listOrganizationalUnitsForParent,
          { ParentId: parent },
          "OrganizationalUnits",
        );
        return units.find(({ Name }) => Name === spec.name)?.Id;
      },
    });
    if (adopted && spec.tags !== undefined)
      await writeTags(aws.organizations, value, await readTags(aws.organizations, value), spec.tags);
    return { id: value };
  },

  async update(before, after, fields, { aws }) {
    const { id } = before.ids as UnitIds;
    if (fields.includes("name"))
      await aws.organizations.updateOrganizationalUnit({ OrganizationalUnitId: id, Name: after.spec.name });
    if (fields.includes("tags")) await writeTags(aws.organizations, id, before.spec.tags ?? {}, after.spec.tags ?? {});
  },

  async remove({ ids }, { aws }) {
    try {
      await aws.organizations.deleteOrganizationalUnit({ OrganizationalUnitId: (ids as UnitIds).id });
    } catch (error) {
      if (!(error instanceof AwsError && error.kind === "missing")) throw error;
    }
  },
};

/** A unit (or the root) whose children are read next. */
interface Level {
  readonly id: string;
  /** The file's path for it, and the one made of the names that AWS has now; they differ while a rename is planned. */
  readonly path: string;
  readonly livePath: string;
}

async function readChildren(
  aws: Aws,
  config: Config,
  parent: Level,
): Promise<(Level & { resource: Resource<UnitSpec, UnitIds> })[]> {
  const operation = "organizations:ListOrganizationalUnitsForParent";
  const units = await listAll(
    aws.organizations.listOrganizationalUnitsForParent,
    { ParentId: parent.id },
    "OrganizationalUnits",
  );
  const children = units.map(({ Id, Name }) => ({
    id: present(Id, operation, "Id"),
    name: present(Name, operation, "Name"),
  }));
  const paths = pathsOf(config, parent, children);
  return forEachOf(children, async ({ id, name }) => {
    const path = paths.get(id) ?? join(parent.path, name);
    const managesTags = organizationalUnitsSection.of(config)?.[path]?.tags !== undefined;
    const tags = managesTags ? await readTags(aws.organizations, id) : undefined;
    const resource = {
      address: unitAddress(path),
      kind: "organizationalUnit",
      key: path,
      spec: { name, tags },
      ids: { id },
    };
    return { id, path, livePath: join(parent.livePath, name), resource };
  });
}

const join = (parent: string, name: string): string => (parent === "" ? name : `${parent}/${name}`);

/** The file's paths of live units: by their name in AWS, else by `previously:`, else a path of their own. */
function pathsOf(
  config: Config,
  parent: Level,
  children: readonly { readonly id: string; readonly name: string }[],
): Map<string, string> {
  const listed = Object.entries(organizationalUnitsSection.of(config) ?? {}).filter(
    ([path]) => parentPath(path) === (parent.path === "" ? ROOT : parent.path),
  );
  const paths = new Map<string, string>();
  const taken = new Set<string>();
  const take = (id: string, path: string): void => {
    paths.set(id, path);
    taken.add(path);
  };
  for (const { id, name } of children) {
    const path = listed.find(([key, entry]) => nameInAws(key, entry) === name)?.[0];
    if (path !== undefined) take(id, path);
  }
  for (const { id, name } of children) {
    if (paths.has(id)) continue;
    const old = [join(parent.path, name), join(parent.livePath, name)];
    const path = listed.find(
      ([key, entry]) => !taken.has(key) && [entry.previously ?? []].flat().some((key) => old.includes(key)),
    )?.[0];
    if (path !== undefined) take(id, path);
  }
  for (const { id, name } of children) {
    if (paths.has(id)) continue;
    // A slash in a name would read as another level.
    const own = join(parent.path, name.replaceAll("/", "\u2215"));
    take(id, taken.has(own) || listed.some(([key]) => key === own) ? `${own} (${id})` : own);
  }
  return paths;
}
