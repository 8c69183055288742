import { parse } from "yaml";
import {
  CONSOLE_STEPS,
  newWorld,
  type IdentityCenter,
  type Invitation,
  type Organization,
  type World,
} from "../../src/sandbox/index.ts";
import { type OrgFile } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

/** How AWS is before a scenario: what a file could ask for, and under `live:` what none can. */
export interface LiveFile extends OrgFile {
  readonly live?: {
    /** An account that somebody has just signed up for, and nothing else. */
    readonly from?: "empty";
    /** Where Identity Center is, when it is not in us-east-1. */
    readonly region?: string;
    /** Which of the users and groups an identity provider has made. */
    readonly external?: Principals;
    /** Users and groups that were deleted after they had been assigned. */
    readonly deleted?: Principals;
    /** Accounts that have an older version of a permission set. */
    readonly outdated?: Readonly<Record<string, readonly string[]>>;
    /** Services with trusted access besides Identity Center's. */
    readonly trusted?: readonly string[];
    /** Invitations, by account id or e-mail address, with their states; all were sent five days ago. */
    readonly invited?: Readonly<Record<string, Invitation["state"]>>;
    /** What people did in the console since: `suspend-account acme-old`. */
    readonly console?: readonly string[];
    /** What people do after the first apply, which waits for it. */
    readonly then?: readonly string[];
  };
}

interface Principals {
  readonly users?: readonly string[];
  readonly groups?: readonly string[];
}

export function readLiveFile(text: string): LiveFile {
  return (parse(text) ?? {}) as LiveFile;
}

/** The world that a live file describes. */
export function worldFrom({ live = {}, ...file }: LiveFile): World {
  const world = live.from === "empty" ? structuredClone(newWorld("empty")) : worldOf(file);
  const center = world.identityCenter;
  for (const service of live.trusted ?? []) {
    if (world.organization !== null) world.organization.serviceAccess[service] = { enabledAt: world.now };
  }
  if (center !== null) {
    center.region = live.region ?? center.region;
    const external = idsOf(center, live.external);
    for (const id of external) {
      const principal = center.users[id] ?? center.groups[id];
      if (principal !== undefined)
        principal.externalIds = [{ Issuer: "https://idp.acme.com/scim", Id: `external-${id}` }];
    }
    for (const id of idsOf(center, live.deleted)) {
      delete center.users[id];
      delete center.groups[id];
      center.memberships = Object.fromEntries(
        Object.entries(center.memberships).filter(([, { groupId, userId }]) => groupId !== id && userId !== id),
      );
    }
    for (const [set, accounts] of Object.entries(live.outdated ?? {})) outdate(world, center, set, accounts);
  }
  for (const [target, state] of Object.entries(live.invited ?? {})) invite(world, target, state);
  takeSteps(world, world.now, live.console ?? []);
  return world;
}

/** Makes the console's steps, each written as `orgsync sandbox do` takes it. */
export function takeSteps(world: World, now: number, steps: readonly string[]): void {
  for (const line of steps) {
    const [name = "", ...values] = line.split(" ");
    const step = CONSOLE_STEPS[name];
    if (step === undefined) throw new Error(`no console step ${name}`);
    step.run(world, now, values);
  }
}

function idsOf({ users, groups }: IdentityCenter, names: Principals = {}): string[] {
  const found = [
    ...(names.users ?? []).map((name) => Object.values(users).find(({ userName }) => userName === name)?.id),
    ...(names.groups ?? []).map((name) => Object.values(groups).find(({ displayName }) => displayName === name)?.id),
  ];
  return found.map((id) => {
    if (id === undefined) throw new Error("live: names a user or group that is not in the file");
    return id;
  });
}

const DAY = 24 * 60 * 60 * 1000;

function invite({ organization, now }: World, target: string, state: Invitation["state"]): void {
  const all = (organization as Organization).invitations ?? {};
  const id = `h-${String(Object.keys(all).length).padStart(10, "0")}`;
  all[id] = {
    id,
    state,
    target: { type: target.includes("@") ? "EMAIL" : "ACCOUNT", id: target },
    tags: {},
    requestedAt: now - 5 * DAY,
    expiresAt: now + 10 * DAY,
    ...(state === "OPEN" ? {} : { endedAt: now - DAY }),
  };
  (organization as Organization).invitations = all;
}

/** As after an edit in the console that nobody provisioned. */
function outdate({ organization }: World, center: IdentityCenter, name: string, accounts: readonly string[]): void {
  const set = Object.values(center.permissionSets).find((candidate) => candidate.name === name);
  if (set === undefined) throw new Error(`no permission set ${name}`);
  set.revision += 1;
  for (const [id, sets] of Object.entries(center.provisioned)) {
    const there = sets[set.arn];
    const old = accounts.includes(organization?.accounts[id]?.name ?? "");
    if (there !== undefined && !old) there.revision = set.revision;
  }
}
