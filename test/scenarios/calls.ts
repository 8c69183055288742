import { visible } from "../../src/report/escape.ts";
import type { ObservedCall, World } from "../../src/sandbox/index.ts";
import { awsPolicies } from "../../src/sandbox/organizations/full-access.ts";

/** Writes down AWS's write calls as people read them: with names in the place of ids. */
export interface CallLog {
  /** To be told of every call, right after it was answered. */
  hear(call: ObservedCall, world: World): void;
  /** `service:Operation Key: value, Key: value` for each write, in order. */
  readonly writes: readonly string[];
}

/** The same in every call, or said by the operation. */
const EVERYWHERE = new Set(["InstanceArn", "IdentityStoreId", "Action", "Version"]);

export function callLog(): CallLog {
  const names = new Map<string, string>();
  const writes: string[] = [];
  return {
    writes,
    hear(call, world) {
      const now = namesIn(world);
      // A renamed thing goes by its old name in the call that renames it.
      for (const [id, name] of now) if (!names.has(id)) names.set(id, name);
      if (call.access === "write") writes.push(lineOf(call, names));
      for (const [id, name] of now) names.set(id, name);
    },
  };
}

function lineOf({ service, operation, input, error }: ObservedCall, names: ReadonlyMap<string, string>): string {
  const members = Object.entries(input as Record<string, unknown>).filter(([key]) => !EVERYWHERE.has(key));
  const shown = members.map(([key, value]) => `${key}: ${textOf(value, names)}`).join(", ");
  return `${service}:${operation} ${shown}${error === undefined ? "" : ` -> ${error}`}`;
}

function textOf(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === "string") return visible(names.get(value) ?? value);
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, names)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, member]) => `${key}: ${textOf(member, names)}`)
    .join(", ")}}`;
}

function namesIn({ organization, identityCenter }: World): Map<string, string> {
  const names = new Map<string, string>();
  if (organization !== null) {
    const { root, units, accounts, policies = {} } = organization;
    names.set(root.id, "root");
    const path = (id: string): string => {
      const unit = units[id];
      if (unit === undefined) return "";
      const parent = path(unit.parentId);
      return parent === "" ? unit.name : `${parent}/${unit.name}`;
    };
    for (const id of Object.keys(units)) names.set(id, path(id));
    for (const { id, name } of Object.values(accounts)) names.set(id, name);
    for (const { id, name } of [...awsPolicies, ...Object.values(policies)]) names.set(id, name);
  }
  if (identityCenter !== null) {
    const { users, groups, memberships, permissionSets } = identityCenter;
    for (const { id, userName } of Object.values(users)) names.set(id, userName);
    for (const { id, displayName } of Object.values(groups)) names.set(id, displayName);
    for (const { id, groupId, userId } of Object.values(memberships))
      names.set(id, `${names.get(userId)} in ${names.get(groupId)}`);
    for (const { arn, name } of Object.values(permissionSets)) names.set(arn, name);
  }
  return names;
}
