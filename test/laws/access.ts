import type { World } from "../../src/sandbox/index.ts";

/** Who reaches what, through groups or directly: `userName permissionSet accountId`. */
export function accessIn(world: World): Set<string> {
  const center = world.identityCenter;
  if (center === null) return new Set();
  const members = new Map<string, string[]>();
  for (const { groupId, userId } of Object.values(center.memberships))
    members.set(groupId, [...(members.get(groupId) ?? []), userId]);
  const found = new Set<string>();
  for (const { accountId, permissionSetArn, principalType, principalId } of Object.values(center.assignments)) {
    const people = principalType === "USER" ? [principalId] : (members.get(principalId) ?? []);
    for (const person of people) {
      const user = center.users[person];
      const set = center.permissionSets[permissionSetArn];
      if (user !== undefined && set !== undefined) found.add(`${user.userName} ${set.name} ${accountId}`);
    }
  }
  return found;
}

/** Pairs that have an assignment, and so a role: `permissionSet accountId`. */
export function rolesIn(world: World): Set<string> {
  const center = world.identityCenter;
  return new Set(
    Object.values(center?.assignments ?? {}).map(
      ({ accountId, permissionSetArn }) => `${center?.permissionSets[permissionSetArn]?.name} ${accountId}`,
    ),
  );
}

/** What is in both and not in the third. */
export function lost(before: ReadonlySet<string>, after: ReadonlySet<string>, now: ReadonlySet<string>): string[] {
  return [...before].filter((one) => after.has(one) && !now.has(one));
}
