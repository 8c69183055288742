import Type from "typebox";
import { type Config } from "../model/config.ts";
import { defineSection } from "../model/section.ts";
import { mapOf } from "./map.ts";
import { previously } from "./previously.ts";
import { ROOT } from "./root.ts";
import { tags, readTags, type Tags, writeTags } from "./tags.ts";
import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { filterOf, forEachOf, listAll, present } from "../aws/paging.ts";
import type { PolicyType } from "@aws-sdk/client-organizations";
import { type Address, address } from "../model/address.ts";
import type { Kind } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { accountsOf, accountsSection } from "./account.ts";
import { isToBeClosed } from "./accountClosing.ts";
import { managementOnly } from "./caller.ts";
import { isControlTowers } from "./controlTower.ts";
import { isFullAccess } from "./fullAccess.ts";
import { policiesOn } from "./gates.ts";
import { isOfOthers } from "./ignore.ts";
import { completeTags, requireGone, unlessGone } from "./meanwhile.ts";
import { ORGANIZATION, type OrganizationIds, organizationOf, rootOf } from "./organization.ts";

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

/** The key is the path; the parent is in it. */
export interface UnitSpec {
  readonly name: string;
  readonly tags?: Tags | undefined;
  /** Names of the policies that come along from the unit whose place a new one takes, where the file decides otherwise of none. */
  readonly policies?: readonly string[] | undefined;
}

export interface UnitIds {
  readonly id: string;
  /** The path made of the names that AWS has now. */
  readonly livePath: string;
  /** The policies attached to it; read only where another unit takes its place. */
  readonly policies?: readonly { readonly id: string; readonly name: string }[];
}

export type UnitResource = Resource<UnitSpec, UnitIds>;

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

/** The units of a snapshot. */
export function unitsOf(snapshot: Snapshot): UnitResource[] {
  return [...snapshot.values()].filter(({ kind }) => kind === "organizationalUnit") as unknown as UnitResource[];
}

/**
 * Where the accounts of a live unit belong, when the file does not say it of each: the unit itself, or the one that
 * takes its place. `previously:` of a unit speaks for all units below it.
 */
export function successorOf(config: Config, live: Snapshot, path: string): string {
  const units = organizationalUnitsSection.of(config);
  if (units === undefined || path === ROOT || Object.hasOwn(units, path)) return path;
  for (let old = path; old !== ROOT; old = parentPath(old)) {
    const { livePath = old } = (live.get(unitAddress(old))?.ids ?? {}) as Partial<UnitIds>;
    const found = Object.entries(units).find(([, { previously }]) =>
      [previously ?? []].flat().some((key) => key === old || key === livePath),
    );
    if (found === undefined) continue;
    const successor = found[0] + path.slice(old.length);
    return Object.hasOwn(units, successor) ? successor : path;
  }
  return path;
}

/**
 * The live units that a unit takes the place of: AWS can rename a unit, but not move it. Where the new one is there
 * already, an apply was cut off on the way.
 */
function predecessorsOf(config: Config, live: Snapshot, path: string): UnitResource[] {
  return unitsOf(live).filter((unit) => unit.key !== path && successorOf(config, live, unit.key) === path);
}

/** The unit that AWS Control Tower keeps its own accounts in, as it names it, by its guardrails. */
export function controlTowerUnit(path: string, live: Snapshot): boolean {
  if (path !== "Security" && path !== "Core") return false;
  return [...live.values()].some(({ kind, spec }) => {
    const { policy, target } = spec as { readonly policy?: string; readonly target?: string };
    return (
      kind === "policyAttachment" && target === path && policy !== undefined && isControlTowers("policies", policy)
    );
  });
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
  standsWhileUpdated: true,
  // What a new unit has yet to take over of an old one.
  isLeftToDo: (field) => field === "policies",
  expected: { create: { calls: 1, seconds: 1 }, update: { calls: 2, seconds: 1 }, delete: { calls: 2, seconds: 1 } },

  desired({ config, live, leaving, notice }) {
    return Object.entries(organizationalUnitsSection.of(config) ?? {}).map(([path, entry]) => {
      const source = config.at(["organizationalUnits", path]);
      const predecessors = predecessorsOf(config, live, path);
      const there = live.get(unitAddress(path)) as UnitResource | undefined;
      for (const old of predecessors) {
        leaving(old.address, { reason: "replaced", replacedBy: unitAddress(path), source });
        notice({ code: "ORG0606", severity: "info", ...moveNotice(old, path, config, live), source });
      }
      return {
        address: unitAddress(path),
        kind: "organizationalUnit",
        key: path,
        spec: {
          name: nameInAws(path, entry),
          tags: entry.tags ?? (there === undefined ? predecessors[0]?.spec.tags : undefined),
          policies: inherited(predecessors, config, there?.spec.policies),
        },
        source,
      };
    });
  },

  refs: (_spec, path) => [parentPath(path) === ROOT ? ORGANIZATION : unitAddress(parentPath(path))],

  async read({ aws, config, resources, whole }) {
    const organization = organizationOf(await resources("organization"));
    if (organization === undefined) return [];
    const found: Resource<UnitSpec, UnitIds>[] = [];
    let parents: readonly Level[] = [{ id: organization.rootId, path: "", livePath: "" }];
    while (parents.length > 0) {
      const levels = await forEachOf(parents, (parent) => readChildren({ aws, config, whole, organization }, parent));
      found.push(...levels.flatMap((level) => level.map(({ resource }) => resource)));
      parents = levels.flat();
    }
    return found;
  },

  held({ key }, { config, live }) {
    const entries = accountsSection.of(config);
    for (const account of live.values()) {
      if (account.kind !== "account") continue;
      const { ou } = account.spec as { readonly ou?: string };
      const entry = entries?.[account.key];
      const isLeftThere = ou === undefined || entry === undefined || entry.closed === true;
      const destination = isLeftThere ? ou : (entry.ou ?? successorOf(config, live, ou));
      if (destination === undefined || !isWithin(destination, key)) continue;
      return entry?.closed === true
        ? `still holds account ${account.key}, which AWS keeps for 90 days after it is closed; AWS deletes only empty units`
        : `still holds account ${account.key}; AWS deletes only empty units`;
    }
    return undefined;
  },

  look: ({ ids }, fields, { aws }) =>
    unlessGone(async () => {
      const { id } = ids as UnitIds;
      const named = fields.includes("name") ? { name: await nameOf(aws, id) } : {};
      return fields.includes("tags") ? { ...named, tags: await readTags(aws.organizations, id) } : named;
    }),

  async lookAgain(units, { aws, live }) {
    const known = new Set(unitsOf(live).map(({ ids }) => ids?.id));
    return filterOf(units, async ({ key, spec }) => {
      const parent = { ParentId: parentId(live, parentPath(key)), ChildType: "ORGANIZATIONAL_UNIT" as const };
      const children = await listAll(aws.organizations.listChildren, parent, "Children");
      const ids = children.map(({ Id }) => present(Id, "organizations:ListChildren", "Id"));
      const strangers = ids.filter((id) => !known.has(id));
      return (await forEachOf(strangers, (id) => nameOf(aws, id))).includes(spec.name);
    });
  },

  async create({ key, spec }, { aws, live, alreadyThere }) {
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
      find: () => findId(aws, parent, spec.name),
      onExisting: alreadyThere,
    });
    if (adopted && spec.tags !== undefined)
      await completeTags(aws.organizations, value, spec.tags, `organizational unit ${key}`);
    if (spec.policies !== undefined) await attachAll(aws, live, value, spec.policies);
    const { livePath = "" } = (live.get(unitAddress(parentPath(key)))?.ids ?? {}) as Partial<UnitIds>;
    return { id: value, livePath: join(livePath, spec.name) };
  },

  async update(before, after, fields, { aws, live }) {
    const { id } = before.ids as UnitIds;
    if (fields.includes("name"))
      await aws.organizations.updateOrganizationalUnit({ OrganizationalUnitId: id, Name: after.spec.name });
    if (fields.includes("tags")) await writeTags(aws.organizations, id, before.spec.tags ?? {}, after.spec.tags ?? {});
    if (fields.includes("policies")) await attachAll(aws, live, id, after.spec.policies ?? []);
  },

  async remove({ ids }, { aws }) {
    try {
      await aws.organizations.deleteOrganizationalUnit({ OrganizationalUnitId: (ids as UnitIds).id });
    } catch (error) {
      if (!(error instanceof AwsError && error.kind === "missing")) throw error;
    }
  },

  blocked: (_change, { live }) => managementOnly(live, "organizational units"),

  // Accounts move in when its guards are there.
  grants: ({ policies }, key) => (policies === undefined ? [] : [policiesOn(key)]),

  draft(units, { live, draft }) {
    for (const { key, spec } of units) {
      if (controlTowerUnit(key, live)) {
        draft.ignore("organizationalUnits", key, "belongs to AWS Control Tower");
        continue;
      }
      draft.set(["organizationalUnits", key], {});
      if (key.slice(key.lastIndexOf("/") + 1) !== spec.name) draft.set(["organizationalUnits", key, "name"], spec.name);
      if (spec.tags !== undefined && Object.keys(spec.tags).length > 0)
        draft.set(["organizationalUnits", key, "tags"], { ...spec.tags });
    }
  },
};

/** Throws when there is a unit of an id that reading the tree left out; `namedBy` is the operation that names it. */
export const requireUnitGone = (aws: Aws, id: string, namedBy: string): Promise<void> =>
  requireGone(
    async () => `the unit ${await nameOf(aws.asking(), id)} (${id})`,
    "organizations:ListOrganizationalUnitsForParent",
    namedBy,
  );

async function findId(aws: Aws, parent: string, name: string): Promise<string | undefined> {
  const units = await listAll(
    aws.organizations.listOrganizationalUnitsForParent,
    { ParentId: parent },
    "OrganizationalUnits",
  );
  return units.find(({ Name }) => Name === name)?.Id;
}

async function nameOf(aws: Aws, id: string): Promise<string> {
  const { OrganizationalUnit } = await aws.organizations.describeOrganizationalUnit({ OrganizationalUnitId: id });
  return present(OrganizationalUnit?.Name, "organizations:DescribeOrganizationalUnit", "Name");
}

/**
 * What a new unit takes over of the policies of the old one: those about which `policies:` does not decide, beside what
 * it has already.
 */
function inherited(
  predecessors: readonly UnitResource[],
  config: Config,
  attachedNow: readonly string[] = [],
): string[] | undefined {
  const attached = predecessors.flatMap(({ ids }) => ids?.policies ?? []).map(({ name }) => name);
  if (attached.length === 0) return undefined;
  const decided = config.sections["policies"] !== undefined;
  const taken = decided ? attached.filter((name) => isOfOthers(config, "policies", name)) : attached;
  // AWS attaches its own to every unit that is made.
  const own = attachedNow.filter((name) => !isFullAccess(name));
  return taken.every(isFullAccess) ? undefined : [...new Set([...taken, ...own])].toSorted();
}

/**
 * Attaches policies to a new unit before anything moves into it. AWS has attached its full access by then, which goes
 * where the old unit had others in its place.
 */
async function attachAll(aws: Aws, live: Snapshot, unit: string, names: readonly string[]): Promise<void> {
  const known = new Map(unitsOf(live).flatMap(({ ids }) => (ids?.policies ?? []).map(({ id, name }) => [name, id])));
  const there = await attachedTo(aws, unit, enabledTypes(organizationOf(live)));
  for (const name of names) {
    const id = known.get(name);
    if (id === undefined || there.some((policy) => policy.id === id)) continue;
    await aws.organizations.attachPolicy({ PolicyId: id, TargetId: unit });
  }
  if (names.includes("FullAWSAccess") || !there.some(({ name }) => name === "FullAWSAccess")) return;
  const full = there.find(({ name }) => name === "FullAWSAccess");
  if (full !== undefined) await aws.organizations.detachPolicy({ PolicyId: full.id, TargetId: unit });
}

/** The policy types that the root has enabled. */
const enabledTypes = (organization: OrganizationIds | undefined): string[] =>
  Object.entries(organization?.policyTypes ?? {})
    .filter(([, status]) => status === "ENABLED")
    .map(([type]) => type);

/** The policies of some types that are attached to a target. */
export async function attachedTo(
  aws: Aws,
  target: string,
  types: readonly string[],
): Promise<{ readonly id: string; readonly name: string }[]> {
  const operation = "organizations:ListPoliciesForTarget";
  const lists = await forEachOf(types, (type) =>
    listAll(aws.organizations.listPoliciesForTarget, { TargetId: target, Filter: type as PolicyType }, "Policies"),
  );
  return lists.flat().map(({ Id, Name }) => ({
    id: present(Id, operation, "Id"),
    name: present(Name, operation, "Name"),
  }));
}

/** What a reader must know of a move that AWS has no call for. */
function moveNotice(
  old: UnitResource,
  path: string,
  config: Config,
  live: Snapshot,
): { message: string; hint: string } {
  const listed = accountsSection.of(config) ?? {};
  const accounts = accountsOf(live);
  const moves = (key: string): boolean => Object.hasOwn(listed, key) && !isToBeClosed(config, key);
  const moving = accounts.filter(({ key, spec }) => spec.ou === old.key && moves(key)).length;
  const staying = accounts.filter(
    ({ key, spec }) => spec.ou !== undefined && isWithin(spec.ou, old.key) && !moves(key),
  );
  const closing = staying.some(({ key }) => isToBeClosed(config, key));
  const arrivals = `${moving} ${moving === 1 ? "account moves" : "accounts move"} into it`;
  return {
    message: `AWS cannot move ${old.key} to ${path}: a new unit is made, ${arrivals}, and the old one ${staying.length === 0 ? "is removed" : "is kept"}`,
    hint:
      staying.length === 0
        ? "the new unit has another id: look for policies and stack sets that name the old one"
        : `what org.yaml does not list${closing ? ", or closes," : ""} is not moved: ${staying.map(({ key }) => key).join(", ")}`,
  };
}

/** What reading units needs to know. */
interface Reading {
  readonly aws: Aws;
  readonly config: Config;
  readonly whole: boolean;
  readonly organization: OrganizationIds;
}

/** A unit (or the root) whose children are read next. */
interface Level {
  readonly id: string;
  /** The file's path for it, and the one made of the names that AWS has now; they differ while a rename is planned. */
  readonly path: string;
  readonly livePath: string;
}

async function readChildren(
  { aws, config, whole, organization }: Reading,
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
    const livePath = join(parent.livePath, name);
    const units = organizationalUnitsSection.of(config);
    const goes = units !== undefined && !Object.hasOwn(units, path) && isReplaced(units, [path, livePath]);
    const succeeds = units !== undefined && Object.hasOwn(units, path) && isSuccessor(units, path);
    const policies = goes || succeeds ? await attachedTo(aws, id, enabledTypes(organization)) : [];
    const wantsTags = whole || goes || units?.[path]?.tags !== undefined;
    const resource = {
      address: unitAddress(path),
      kind: "organizationalUnit",
      key: path,
      spec: {
        name,
        tags: wantsTags ? await readTags(aws.organizations, id) : undefined,
        ...(succeeds ? { policies: policies.map((policy) => policy.name).toSorted() } : {}),
      },
      ids: { id, livePath, ...(goes ? { policies } : {}) },
    };
    return { id, path, livePath, resource };
  });
}

/** Whether a unit, or one above it, takes the place of another. */
function isSuccessor(units: NonNullable<ReturnType<typeof organizationalUnitsSection.of>>, path: string): boolean {
  return Object.entries(units).some(([key, { previously }]) => previously !== undefined && isWithin(path, key));
}

/** Whether some entry says that it, or a unit above it, was one of these paths. */
function isReplaced(
  units: NonNullable<ReturnType<typeof organizationalUnitsSection.of>>,
  paths: readonly string[],
): boolean {
  return Object.values(units).some(({ previously }) =>
    [previously ?? []].flat().some((old) => paths.some((path) => isWithin(path, old))),
  );
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
