import Type, { type Static } from "typebox";
import { defineSection } from "../model/section.ts";
import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { forEachOf, incredible, present } from "../aws/paging.ts";
import { type Address, address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { ignoredBy } from "../model/ignore.ts";
import { isObject, sameJson } from "../model/json.ts";
import type { DesiredContext, Kind } from "../model/kind.ts";
import type { Resource, Snapshot, Source } from "../model/resource.ts";
import {
  accountAddress,
  accountId,
  accountLane,
  type AccountIds,
  accountsOf,
  type AccountResource,
  isActive,
} from "./account.ts";
import { requireAccountUnlisted } from "./accountRead.ts";
import { draftAssignments } from "./assignmentDraft.ts";
import { managementOnly } from "./caller.ts";
import { groupAddress, groupId, requireGroupGone } from "./group.ts";
import { IDENTITY_CENTER, type IdentityCenterIds, identityCenterOf, instanceOf } from "./identityCenter.ts";
import { requestEnd, refused } from "./assignmentRequest.ts";
import { provisionedPairs, type Row, scanPair, scanPrincipals } from "./assignmentScan.ts";
import { some, unknownName } from "./lookup.ts";
import { organizationOf } from "./organization.ts";
import { isWithin, unitAddress } from "./organizationalUnit.ts";
import { ROOT } from "./root.ts";
import { permissionSetAddress, permissionSetArn, type PermissionSetResource } from "./permissionSet.ts";
import { requireUserGone, userAddress, userId, whyUserStays } from "./user.ts";

/** A list of names of one sort. */
const names = (title: string, description: string, example: string, limit: number) =>
  Type.Array(Type.String({ title: "Name", description: "One name.", minLength: 1, maxLength: limit }), {
    title,
    description,
    examples: [[example]],
    defaultSnippets: [{ label: "names", description: "One name", body: [`\${1:${example}}`] }],
  });

const entry = Type.Object(
  {
    users: Type.Optional(names("Users", "The people who get access, by user name.", "dax@acme.com", 128)),
    groups: Type.Optional(names("Groups", "The groups that get access, by name.", "admins", 1024)),
    permissionSets: Type.Optional(
      names("Permission sets", "What they may do, by name: at least one.", "AdministratorAccess", 32),
    ),
    accounts: Type.Optional(names("Accounts", "The accounts that they get access to, by name.", "acme-dev", 50)),
    ous: Type.Optional(
      names(
        "Organizational units",
        "Every active member account below these paths, listed in the file or not; root means all of them. The management account is only reached by name, in accounts.",
        "Workloads",
        700,
      ),
    ),
    until: Type.Optional(
      Type.String({
        title: "Last day",
        description:
          "The last day of this access, as 2026-12-31: it ends at 24:00 UTC. The next plan then removes it; plans warn seven days before.",
        pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
        patternErrorMessage: "A day looks like 2026-12-31",
        examples: ["2026-12-31"],
      }),
    ),
    reason: Type.Optional(
      Type.String({
        title: "Reason",
        description: "What the access is for: shown wherever it is planned.",
        minLength: 1,
        maxLength: 500,
        examples: ["Migration of the billing database, OPS-1234"],
      }),
    ),
  },
  {
    title: "Assignment",
    description:
      "Every user and group named here gets every permission set named here, in every account named here or below the organizational units named here.",
    additionalProperties: false,
    examples: [{ groups: ["admins"], permissionSets: ["AdministratorAccess"], accounts: ["acme-dev"] }],
    defaultSnippets: [
      {
        label: "assignment",
        description: "A group gets a permission set in an account",
        body: { groups: ["${1:admins}"], permissionSets: ["${2:AdministratorAccess}"], accounts: ["${3:acme-dev}"] },
      },
    ],
  },
);

const schema = Type.Array(entry, {
  title: "Assignments",
  description: "Who may do what where. With this section it is the whole truth: access that no entry gives is removed.",
  examples: [
    [
      { groups: ["admins"], permissionSets: ["AdministratorAccess"], accounts: ["acme"] },
      { groups: ["admins"], permissionSets: ["AdministratorAccess"], ous: ["Workloads"] },
    ],
  ],
  defaultSnippets: [
    {
      label: "assignment",
      description: "A group gets a permission set in an account",
      body: [{ groups: ["${1:admins}"], permissionSets: ["${2:AdministratorAccess}"], accounts: ["${3:acme-dev}"] }],
    },
  ],
});

export type AssignmentEntry = Static<typeof entry>;
export const assignmentsSection = defineSection("assignments", schema);

export interface AssignmentSpec {
  readonly principalType: "user" | "group";
  /** Key of the user or group; AWS's id for one that is no more. */
  readonly principal: string;
  readonly permissionSet: string;
  readonly account: string;
}

interface AssignmentIds {
  /** AWS keeps assignments of users and groups that were deleted. */
  readonly principalId: string;
  readonly accountId: string;
  readonly arn: string;
  readonly gone: boolean;
}

export type AssignmentResource = Resource<AssignmentSpec, AssignmentIds>;

/** The assignments of a snapshot. */
export function assignmentsOf(snapshot: Snapshot): AssignmentResource[] {
  return [...snapshot.values()].filter(({ kind }) => kind === "assignment") as unknown as AssignmentResource[];
}

const identity = ({ principalType, principal, permissionSet, account }: AssignmentSpec) => ({
  address: address("assignment", `${principalType}/${principal}`, permissionSet, account),
  kind: "assignment",
  key: `${principalType}/${principal} ${permissionSet} ${account}`,
  label: `${principal} \u2192 ${permissionSet} \u2192 ${account}`,
});

const principalAddress = ({ principalType, principal }: AssignmentSpec): Address =>
  principalType === "user" ? userAddress(principal) : groupAddress(principal);

export const assignment: Kind<AssignmentSpec, AssignmentIds, Aws> = {
  name: "assignment",
  title: "assignment",
  plural: "Assignments",
  section: assignmentsSection,
  ownsSection: true,
  needs: () => ["organization", "account", "identityCenter", "user", "group", "permissionSet"],
  // Fifteen at a time, five to thirty seconds each.
  expected: { create: { calls: 3, seconds: 1 }, delete: { calls: 3, seconds: 1 } },

  desired(context) {
    const { config, now, notice, leaving } = context;
    const longest = new Map<Address, Claim>();
    (assignmentsSection.of(config) ?? []).forEach((entry, index) => {
      const source = config.at(["assignments", index]);
      const end = endOf(entry.until);
      const claim = { end, source, ...remarksOf(entry) };
      for (const spec of triplesOf(end > now ? context : { ...context, notice: () => undefined }, entry, index)) {
        const resource = { ...identity(spec), spec, ...claim };
        // Of entries that last as long, the first is the one that is shown.
        if ((longest.get(resource.address)?.end ?? 0) < end) longest.set(resource.address, resource);
      }
      if (entry.until === undefined || end > now + WARNING) return;
      notice({
        code: "ORG0607",
        severity: end > now ? "warning" : "info",
        message: `${end > now ? "access ends" : "access ended"} on ${entry.until} at 24:00 UTC${entry.reason === undefined ? "" : ` (${entry.reason})`}`,
        hint: end > now ? "write a later day if it is to stay" : "take the entry out of assignments:",
        source,
      });
    });
    return [...longest.values()].flatMap(({ end, ...resource }) => {
      if (end > now) return [resource];
      const { source, remarks } = resource;
      leaving(resource.address, { reason: "expired", source, ...(remarks === undefined ? {} : { remarks }) });
      return [];
    });
  },

  refs: (spec) => [
    IDENTITY_CENTER,
    principalAddress(spec),
    permissionSetAddress(spec.permissionSet),
    accountAddress(spec.account),
  ],

  ends: (spec) => [principalAddress(spec), accountAddress(spec.account)],

  async read({ aws, config, resources, notice }) {
    const organization = organizationOf(await resources("organization"));
    const instance = identityCenterOf(await resources("identityCenter"));
    if (organization === undefined || instance === undefined) return [];
    const [accounts, users, groups, sets] = await Promise.all(
      ["account", "user", "group", "permissionSet"].map(resources),
    );
    const names = {
      accounts: keysById(accounts ?? []),
      users: keysById(users ?? []),
      groups: keysById(groups ?? []),
      sets: new Map(((sets ?? []) as unknown as PermissionSetResource[]).map(({ key, ids }) => [ids?.arn ?? "", key])),
    };
    const pairs = (await forEachOf([...names.sets.keys()], (arn) => provisionedPairs(aws, instance, arn))).flat();
    const strangers = [...new Set(pairs.map((pair) => pair.accountId))].filter((id) => !names.accounts.has(id));
    // AWS keeps the assignments of accounts that have left the organization.
    await forEachOf(strangers, (id) =>
      requireAccountUnlisted(aws, id, "ssoAdmin:ListAccountsForProvisionedPermissionSet"),
    );
    const principals = names.users.size + names.groups.size;
    const fromManagement = organization.callerAccountId === organization.managementAccountId;
    // A set that goes must lose every assignment, also those of users and groups that are no more.
    const going = goingSets(config, names.sets);
    const rows =
      fromManagement && principals < pairs.length
        ? await scanPrincipals(aws, instance, names, pairs, going)
        : (await forEachOf(pairs, (pair) => scanPair(aws, instance, pair))).flat();
    const unknown = rows.find(({ arn }) => !names.sets.has(arn));
    if (unknown !== undefined)
      throw incredible(
        "ssoAdmin:ListAccountAssignments",
        `the permission set ${unknown.arn}, which ListPermissionSets does not have`,
      );
    const found = rows.map((row) => resourceOf(row, names));
    await requirePrincipalsGone(aws, instance, found);
    const dangling = found.filter(({ ids }) => ids.gone).length;
    if (dangling > 0) {
      notice({
        code: "ORG0401",
        severity: "info",
        message: `${dangling} ${dangling === 1 ? "assignment names a user or group that is" : "assignments name users or groups that are"} no longer in Identity Center`,
        hint: "AWS keeps such assignments when a user or group is deleted; they give access to nobody",
      });
    }
    return found;
  },

  held({ spec }, { config, live }) {
    const stays = spec.principalType === "user" ? whyUserStays(config, spec.principal) : undefined;
    if (stays !== undefined) return `its user ${stays}`;
    const target = live.get(accountAddress(spec.account)) as unknown as AccountResource | undefined;
    if (target === undefined) return "its account is not in the organization";
    return isActive(target)
      ? undefined
      : `its account is ${target.ids?.state}; AWS changes access in active accounts only`;
  },

  /** By pair, however they were read. */
  async lookAgain(assignments, { aws, live }) {
    const instance = instanceOf(live);
    const pairs = new Map<string, AssignmentResource[]>();
    for (const one of assignments) {
      const { arn, accountId: id } = idsOf(one.spec, live);
      pairs.set(`${arn} ${id}`, [...(pairs.get(`${arn} ${id}`) ?? []), one]);
    }
    const found = await forEachOf([...pairs.values()], async (some) => {
      const rows = await scanPair(aws, instance, idsOf((some[0] as AssignmentResource).spec, live));
      const holders = new Set(rows.map(({ principalId }) => principalId));
      return some.filter(({ spec }) => holders.has(idsOf(spec, live).principalId));
    });
    return found.flat();
  },

  async create(resource, { aws, live, fresh, progress }) {
    const { region, instanceArn } = instanceOf(live);
    const sso = aws.ssoAdmin(region);
    // A request that was just made may not show yet; "missing" would pass for the end of a deletion.
    const shown = aws.settling().ssoAdmin(region);
    const ids = idsOf(resource.spec, live);
    for (let attempt = 1; ; attempt++) {
      const { AccountAssignmentCreationStatus } = await sso.createAccountAssignment({
        InstanceArn: instanceArn,
        ...rowInput(resource.spec, ids),
      });
      const begun = present(
        AccountAssignmentCreationStatus,
        "ssoAdmin:CreateAccountAssignment",
        "AccountAssignmentCreationStatus",
      );
      const ended = await requestEnd(
        aws,
        "Create",
        begun,
        resource.label ?? resource.key,
        progress,
        async (request) => {
          const answer = await shown.describeAccountAssignmentCreationStatus({
            InstanceArn: instanceArn,
            AccountAssignmentCreationRequestId: request,
          });
          return answer.AccountAssignmentCreationStatus;
        },
      );
      if (ended.Status !== "FAILED") return ids;
      // Identity Center may not know a new account well enough yet, and says so by failing.
      if (!fresh || attempt === FRESH_TRIES) throw refused("give", resource.label ?? resource.key, ended);
      progress(`AWS: ${ended.FailureReason ?? "FAILED"}; trying again`);
      await aws.clock.sleep(FRESH_PAUSE);
    }
  },

  async remove(resource, { aws, live, progress }) {
    const { region, instanceArn } = instanceOf(live);
    const sso = aws.ssoAdmin(region);
    // A request that was just made may not show yet; "missing" would pass for the end of a deletion.
    const shown = aws.settling().ssoAdmin(region);
    try {
      const { AccountAssignmentDeletionStatus } = await sso.deleteAccountAssignment({
        InstanceArn: instanceArn,
        ...rowInput(resource.spec, resource.ids as AssignmentIds),
      });
      const begun = present(
        AccountAssignmentDeletionStatus,
        "ssoAdmin:DeleteAccountAssignment",
        "AccountAssignmentDeletionStatus",
      );
      const ended = await requestEnd(
        aws,
        "Delete",
        begun,
        resource.label ?? resource.key,
        progress,
        async (request) => {
          const answer = await shown.describeAccountAssignmentDeletionStatus({
            InstanceArn: instanceArn,
            AccountAssignmentDeletionRequestId: request,
          });
          return answer.AccountAssignmentDeletionStatus;
        },
      );
      if (ended.Status === "FAILED") throw refused("take", resource.label ?? resource.key, ended);
    } catch (error) {
      if (!(error instanceof AwsError && error.kind === "missing")) throw error;
    }
  },

  blocked: ({ before, after }, { live }) => {
    const { account, permissionSet: set } = (after ?? before) as unknown as AssignmentSpec;
    const target = live.get(accountAddress(account)) as unknown as AccountResource | undefined;
    if (target?.spec.management === true) return managementOnly(live, "access to the management account");
    const { ids } = (live.get(permissionSetAddress(set)) ?? {}) as unknown as Partial<PermissionSetResource>;
    return ids?.inManagement === true
      ? managementOnly(live, "who has a permission set that the management account has")
      : undefined;
  },

  // At most 15 requests at work, and one in each account: AWS changes one role of an account at a time.
  lanes: ({ account }) => [{ name: "assignments", limit: 15 }, accountLane(account)],

  grants: ({ account }) => [`an assignment in ${account}`, "an assignment anywhere"],
  // A new membership may take the place of a direct assignment, anywhere.
  revokes: (spec, isDeleted) => [
    `an assignment in ${spec.account}`,
    ...(spec.principalType === "user" && isDeleted(principalAddress(spec)) ? [] : ["a group for anybody"]),
  ],

  draft: draftAssignments,
};

/** The unit by which the entry at a place names an account; undefined when it names the account itself. */
export function unitNamedFor(config: Config, snapshot: Snapshot, at: Source, key: string): string | undefined {
  const entry = (assignmentsSection.of(config) ?? []).find((_, index) =>
    sameJson(config.at(["assignments", index]), at),
  );
  const target = snapshot.get(accountAddress(key)) as unknown as AccountResource | undefined;
  if (entry === undefined || entry.accounts?.includes(key) === true || target === undefined) return undefined;
  return entry.ous?.find((path) => isWithin(target.spec.ou ?? ROOT, path));
}

/** What an entry says of one user or group, permission set and account. */
type Claim = Resource<AssignmentSpec, AssignmentIds> & {
  /** Milliseconds since the epoch; infinity without `until`. */
  readonly end: number;
  readonly source: Source;
};

/** In milliseconds: seven days. */
const WARNING = 7 * 86_400_000;

/** The end of a day in UTC. */
const endOf = (until: string | undefined): number =>
  until === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${until}T00:00:00Z`) + 86_400_000;

function remarksOf({ until, reason }: AssignmentEntry): { remarks?: Readonly<Record<string, string>> } {
  const remarks = { ...(until === undefined ? {} : { until }), ...(reason === undefined ? {} : { reason }) };
  return Object.keys(remarks).length === 0 ? {} : { remarks };
}

/** Everyone in an entry, with every set, everywhere. */
function triplesOf(context: DesiredContext, entry: AssignmentEntry, index: number): AssignmentSpec[] {
  const { config, desired, problem } = context;
  const known = (kind: string, key: string, listed: readonly string[], addressOf: (name: string) => Address) =>
    listed.filter((name, position) => {
      if (desired.has(addressOf(name))) return true;
      problem(unknownName(kind, name, desired, config.at(["assignments", index, key, position])));
      return false;
    });
  const principals = [
    ...known("user", "users", entry.users ?? [], userAddress).map((name) => ["user", name] as const),
    ...known("group", "groups", entry.groups ?? [], groupAddress).map((name) => ["group", name] as const),
  ];
  const permissionSets = known("permissionSet", "permissionSets", entry.permissionSets ?? [], permissionSetAddress);
  const listed = entry.ous ?? [];
  const units = known(
    "organizationalUnit",
    "ous",
    listed.filter((path) => path !== ROOT),
    unitAddress,
  );
  const direct = known("account", "accounts", entry.accounts ?? [], accountAddress);
  const accounts = targets(
    context,
    direct,
    listed.includes(ROOT) ? [ROOT, ...units] : units,
    config.at(["assignments", index]),
  );
  return principals.flatMap(([principalType, principal]) =>
    permissionSets.flatMap((permissionSet) =>
      [...accounts].map((account) => ({ principalType, principal, permissionSet, account })),
    ),
  );
}

const FRESH_TRIES = 5;
/** Milliseconds. */
const FRESH_PAUSE = 15_000;

/** The accounts that an entry means: those it names, and every active member account below its units. */
function targets(
  context: DesiredContext,
  direct: readonly string[],
  units: readonly string[],
  source: Source,
): Set<string> {
  const { config, desired, notice } = context;
  const found = new Set<string>();
  for (const key of direct) {
    const target = desired.get(accountAddress(key)) as unknown as AccountResource;
    if (isActive(target)) found.add(key);
    else
      notice({
        code: "ORG0402",
        severity: "warning",
        message: `account ${key} is ${target.ids?.state}: it is left out of the assignments`,
        source,
      });
  }
  if (units.length === 0) return found;
  const listed = config.sections["accounts"] as Readonly<Record<string, unknown>> | undefined;
  const unlisted: string[] = [];
  const inactive: string[] = [];
  for (const candidate of accountsOf(desired)) {
    const { key, spec } = candidate;
    if (spec.management || !units.some((unit) => isWithin(spec.ou ?? ROOT, unit))) continue;
    if (ignoredBy(config, "accounts", key) !== undefined) continue;
    if (!isActive(candidate)) {
      inactive.push(`${key} (${candidate.ids?.state})`);
      continue;
    }
    found.add(key);
    if (listed !== undefined && !Object.hasOwn(listed, key)) unlisted.push(key);
  }
  const remark = (message: string): void => notice({ code: "ORG0402", severity: "info", message, source });
  if (unlisted.length > 0)
    remark(
      `ous: reaches ${unlisted.length} ${unlisted.length === 1 ? "account" : "accounts"} that accounts: does not list: ${some(unlisted)}`,
    );
  if (inactive.length > 0) remark(`ous: leaves out what is not active: ${some(inactive)}`);
  return found;
}

interface Names {
  readonly accounts: ReadonlyMap<string, string>;
  readonly users: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly sets: ReadonlyMap<string, string>;
}

const keysById = (resources: readonly Resource[]): Map<string, string> =>
  new Map(resources.map(({ key, ids }) => [(ids as unknown as AccountIds).id, key]));

/** ARNs of the permission sets that the file decides about and does not list. */
function goingSets(config: Config, sets: ReadonlyMap<string, string>): Set<string> {
  const listed = config.sections["permissionSets"];
  if (!isObject(listed)) return new Set();
  return new Set([...sets].filter(([, key]) => !Object.hasOwn(listed, key)).map(([arn]) => arn));
}

function resourceOf({ accountId: id, arn, principalType, principalId }: Row, names: Names) {
  const type = principalType === "USER" ? ("user" as const) : ("group" as const);
  const principal = (type === "user" ? names.users : names.groups).get(principalId);
  const spec: AssignmentSpec = {
    principalType: type,
    principal: principal ?? principalId,
    permissionSet: names.sets.get(arn) ?? arn,
    account: names.accounts.get(id) ?? id,
  };
  const label =
    principal === undefined
      ? { label: `deleted ${type} ${principalId} \u2192 ${spec.permissionSet} \u2192 ${spec.account}` }
      : {};
  return { ...identity(spec), ...label, spec, ids: { principalId, accountId: id, arn, gone: principal === undefined } };
}

/** What AWS calls the parts of an assignment that are there. */
const idsOf = (
  { principalType, principal, permissionSet, account }: AssignmentSpec,
  live: Snapshot,
): AssignmentIds => ({
  principalId: principalType === "user" ? userId(live, principal) : groupId(live, principal),
  accountId: accountId(live, account),
  arn: permissionSetArn(live, permissionSet),
  gone: false,
});

/** Throws when a user or group that the assignments name is there after all: its access would pass for nobody's. */
async function requirePrincipalsGone(
  aws: Aws,
  instance: IdentityCenterIds,
  assignments: readonly { readonly spec: AssignmentSpec; readonly ids: AssignmentIds }[],
): Promise<void> {
  const gone = new Map(
    assignments.filter(({ ids }) => ids.gone).map(({ spec, ids }) => [ids.principalId, spec.principalType]),
  );
  await forEachOf([...gone], ([id, type]) =>
    (type === "user" ? requireUserGone : requireGroupGone)(aws, instance, id, "ssoAdmin:ListAccountAssignments"),
  );
}

function rowInput({ principalType }: AssignmentSpec, ids: AssignmentIds) {
  return {
    TargetId: ids.accountId,
    TargetType: "AWS_ACCOUNT" as const,
    PermissionSetArn: ids.arn,
    PrincipalType: principalType === "user" ? ("USER" as const) : ("GROUP" as const),
    PrincipalId: ids.principalId,
  };
}
