import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { filterOf, forEachOf, incredible, listAll, present } from "../aws/paging.ts";
import { type Address, address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import { ignoredBy } from "../model/ignore.ts";
import type { DesiredContext, Kind } from "../model/kind.ts";
import type { Action, Change } from "../model/plan.ts";
import type { Resource, Snapshot, Source } from "../model/resource.ts";
import { accountAddress, type AccountIds, accountsOf, type AccountResource, isActive } from "./account.ts";
import { requireAccountUnlisted } from "./accountRead.ts";
import { isToBeClosed } from "./accountClosing.ts";
import { isFullAccess } from "./fullAccess.ts";
import { ACCOUNT_MOVE, policiesOn, POLICY_TYPES } from "./gates.ts";
import { isOfOthers } from "./ignore.ts";
import { unknownName } from "./lookup.ts";
import { ORGANIZATION, organizationOf, rootOf } from "./organization.ts";
import {
  attachedTo,
  organizationalUnitsSection,
  parentId,
  requireUnitGone,
  unitAddress,
  type UnitIds,
  unitsOf,
} from "./organizationalUnit.ts";
import { ROOT } from "./root.ts";
import { policiesOf, policiesSection, policyAddress, type PolicyIds, type PolicyResource } from "./policy.ts";
import { limitsOf, policyTypeAddress } from "./policyLimits.ts";

interface AttachmentSpec {
  readonly policy: string;
  /** `root`, the path of a unit, or `account:NAME`. */
  readonly target: string;
}

interface AttachmentIds {
  readonly targetId: string;
  /** Whether AWS's full access is beside it; looked up only where the file would otherwise leave no policy. */
  readonly besideFullAccess?: boolean;
}

type AttachmentResource = Resource<AttachmentSpec, AttachmentIds>;

const SCP = "SERVICE_CONTROL_POLICY";
const RCP = "RESOURCE_CONTROL_POLICY";
/** Types that say what an account may do at most; AWS exempts the management account from them. */
const CONTROLS: ReadonlySet<string> = new Set([SCP, RCP]);
const FULL_ACCESS = "FullAWSAccess";
const ACCOUNT = "account:";

const identity = ({ policy, target }: AttachmentSpec) => ({
  address: address("policyAttachment", policy, target),
  kind: "policyAttachment",
  key: `${policy} ${target}`,
  label: `${policy} \u2192 ${target}`,
});

export const attachmentsOf = (snapshot: Snapshot): AttachmentResource[] =>
  [...snapshot.values()].filter(({ kind }) => kind === "policyAttachment") as unknown as AttachmentResource[];

export const accountTarget = (key: string): string => ACCOUNT + key;

const accountOfTarget = (target: string): string | undefined =>
  target.startsWith(ACCOUNT) ? target.slice(ACCOUNT.length) : undefined;

const targetAddress = (target: string): Address => {
  const account = accountOfTarget(target);
  return target === ROOT ? ORGANIZATION : account === undefined ? unitAddress(target) : accountAddress(account);
};

/** What a policy is attached to; written as `targets:` of the policy. */
export const policyAttachment: Kind<AttachmentSpec, AttachmentIds, Aws> = {
  name: "policyAttachment",
  title: "policy attachment",
  plural: "Policy attachments",
  section: policiesSection,
  ownsSection: false,
  needs: () => ["organization", "organizationalUnit", "account", "policy"],
  expected: { create: { calls: 1, seconds: 1 }, delete: { calls: 1, seconds: 1 } },

  desired(context) {
    const { config } = context;
    const found = Object.entries(policiesSection.of(config) ?? {}).flatMap(([policy, entry]) =>
      (entry.targets ?? []).flatMap((target, index) => {
        const source = config.at(["policies", policy, "targets", index]);
        const spec = { policy, target };
        if (!isUsable(context, spec, source)) return [];
        return [{ ...identity(spec), spec, source }];
      }),
    );
    checkSlots(context, found);
    return found;
  },

  refs: ({ policy, target }) => [ORGANIZATION, policyAddress(policy), targetAddress(target)],

  ends: ({ target }) => [targetAddress(target)],

  async read({ aws, config, resources, whole }) {
    const organization = organizationOf(await resources("organization"));
    if (organization === undefined) return [];
    const [units, accounts, policies] = await Promise.all(
      ["organizationalUnit", "account", "policy"].map((kind) => resources(kind)),
    );
    const targets = new Map([
      [organization.rootId, ROOT],
      ...(units ?? []).map(({ key, ids }) => [(ids as unknown as UnitIds).id, key] as const),
      ...(accounts ?? []).map(({ key, ids }) => [(ids as unknown as AccountIds).id, ACCOUNT + key] as const),
    ]);
    const operation = "organizations:ListTargetsForPolicy";
    // AWS's own policies are attached nearly everywhere, which matters only where the file says something about it.
    const wanted = policiesOf(policies ?? []).filter(
      ({ key, ids }) => ids?.awsManaged !== true || whole || policiesSection.of(config)?.[key] !== undefined,
    );
    const lists = await forEachOf(wanted, async ({ key: policy, ids }) => {
      const attached = await listAll(
        aws.organizations.listTargetsForPolicy,
        { PolicyId: present(ids?.id, operation, "PolicyId") },
        "Targets",
      );
      const found = await forEachOf(attached, async ({ TargetId }) => {
        const targetId = present(TargetId, operation, "TargetId");
        const target = targets.get(targetId);
        if (target !== undefined)
          return [{ ...identity({ policy, target }), spec: { policy, target }, ids: { targetId } }];
        await requireOutsideTree(aws, targetId, operation);
        return [];
      });
      return found.flat();
    });
    return withFullAccess(aws, config, lists.flat(), policies ?? []);
  },

  held({ spec: { policy, target } }, { config, live, whyKept }) {
    const found = live.get(targetAddress(target));
    const account = accountOfTarget(target);
    if (account !== undefined) {
      if (!isActiveTarget(target, live))
        return `its account is ${found?.ids?.["state"] as string}; orgsync changes active accounts only`;
      // Guards stay to the last, and beyond: AWS Support can reopen it. A policy that goes for good has to leave it.
      const stays = isToBeClosed(config, account) && policiesSection.of(config)?.[policy] !== undefined;
      return stays ? "its account is closed: true, and keeps its policies" : undefined;
    }
    // What guards the accounts in a unit that cannot go yet goes with the unit.
    const stays = found === undefined || !isLeftAlone(target, config) ? undefined : whyKept(found);
    return stays === undefined ? undefined : `its organizational unit ${stays}`;
  },

  /** By target: `read` goes by policy. */
  lookAgain: (attachments, { aws, live }) =>
    filterOf(attachments, async ({ spec: { policy, target } }) => {
      const there = await attachedTo(aws, idOf(target, live), [typeOf(policy, live, live)]);
      const id = await policyIdOf(aws, policy, live);
      return there.some((other) => other.id === id);
    }),

  async create({ spec }, { aws, live, desired, alreadyThere }) {
    const targetId = idOf(spec.target, live);
    const isNew = await attach(aws, await policyIdOf(aws, spec.policy, live), targetId);
    // AWS attaches its own to everything that is made.
    if (!isNew && !isFullAccess(spec.policy)) alreadyThere();
    await dropFullAccess(aws, spec, targetId, live, desired);
    return { targetId };
  },

  async remove({ spec, ids }, { aws, live, desired }) {
    const { targetId } = ids as AttachmentIds;
    const goes = !desired.has(targetAddress(spec.target));
    // AWS wants a service control policy on a unit to the last, and its own goes with the unit.
    if (goes && spec.policy === FULL_ACCESS) return;
    const policyId = await policyIdOf(aws, spec.policy, live);
    try {
      await detach(aws, policyId, targetId);
    } catch (error) {
      const isLast = error instanceof AwsError && error.reason === "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED";
      if (!isLast || !goes) throw error;
      await attach(aws, await policyIdOf(aws, FULL_ACCESS, live), targetId);
      await detach(aws, policyId, targetId);
    }
  },

  // Of a policy that is there already, the type may still have to be enabled.
  awaits: () => [POLICY_TYPES],
  grants: ({ target }) => [policiesOn(target)],
  revokes: ({ target }, isDeleted) => (isDeleted(targetAddress(target)) ? [ACCOUNT_MOVE] : []),

  /**
   * AWS attaches its full access to every unit and account that is made, and to everything when service control
   * policies are enabled; where the file has others in its place, it goes as soon as the first of them is attached. A
   * unit that goes has it to the last, in the place of its last policy.
   */
  leftBehind({ action, before }, approved) {
    const { policy, target } = (before ?? {}) as unknown as AttachmentSpec;
    if (action !== "delete" || policy !== FULL_ACCESS) return false;
    const has = (verb: Action, at: Address): boolean =>
      approved.some((change) => change.action === verb && change.address === at);
    if (has("delete", targetAddress(target))) return true;
    const comesByItself = has("create", targetAddress(target)) || has("create", policyTypeAddress(SCP));
    return (
      comesByItself &&
      approved.some(
        ({ action: verb, kind, after }) =>
          verb === "create" &&
          kind === "policyAttachment" &&
          after?.["target"] === target &&
          after["policy"] !== FULL_ACCESS,
      )
    );
  },

  // What is attached comes before what is detached, as far as AWS has slots for both: then one by one.
  sequence(changes, { live, desired }) {
    const perTarget = new Map<string, Change[]>();
    for (const change of changes) {
      const { policy, target } = (change.after ?? change.before) as unknown as AttachmentSpec;
      const key = `${typeOf(policy, live, desired)} ${target}`;
      perTarget.set(key, [...(perTarget.get(key) ?? []), change]);
    }
    const roomy: AttachmentSpec[] = [];
    const swapped = [...perTarget].flatMap(([key, some]) => {
      const type = key.slice(0, key.indexOf(" "));
      const target = key.slice(key.indexOf(" ") + 1);
      const free = limitsOf(type).slots - usedSlots(type, target, live, live, desired);
      const attached = some.flatMap(({ after }) => (after === null ? [] : [after as unknown as AttachmentSpec]));
      if (attached.length <= free && accountOfTarget(target) === undefined) roomy.push(...attached);
      return swaps(some, free);
    });
    // A policy is at its new place in the tree before it leaves the old one. What is attached where there is room waits
    // for nothing that is detached, so no two changes wait for each other.
    const moved = changes
      .filter(({ action }) => action === "delete")
      .flatMap(({ address: then, before }) =>
        roomy
          .filter(({ policy, target }) => policy === before?.["policy"] && target !== before["target"])
          .map((spec): [Address, Address] => [identity(spec).address, then]),
      );
    return [...swapped, ...moved];
  },

  draft(attachments, { live, draft }) {
    const full = attachments.filter(({ spec }) => spec.policy === FULL_ACCESS);
    const isWhole =
      full.length === 0 || everyTarget(live).every((target) => full.some(({ spec }) => spec.target === target));
    for (const { spec } of attachments) {
      if (!isActiveTarget(spec.target, live)) continue;
      const managed = (live.get(policyAddress(spec.policy))?.ids as unknown as PolicyIds | undefined)?.awsManaged;
      if (managed === true && (spec.policy !== FULL_ACCESS || isWhole)) continue;
      draft.add(["policies", spec.policy, "targets"], spec.target);
    }
    if (!isWhole)
      draft.comment(
        ["policies", FULL_ACCESS],
        "Not attached everywhere, as it is from the start: these are its targets.",
      );
  },
};

/** Whether the file leaves a target as it is: others own it, or it is a unit that it does not list. */
function isLeftAlone(target: string, config: Config): boolean {
  const account = accountOfTarget(target);
  if (account !== undefined) return ignoredBy(config, "accounts", account) !== undefined;
  if (target === ROOT) return false;
  const units = organizationalUnitsSection.of(config);
  if (units !== undefined) return !Object.hasOwn(units, target);
  return target
    .split("/")
    .some((_, index, all) => ignoredBy(config, "organizationalUnits", all.slice(0, index + 1).join("/")) !== undefined);
}

/** Whether a live target can be changed: everything but accounts that are not active. */
function isActiveTarget(target: string, live: Snapshot): boolean {
  const account = accountOfTarget(target);
  const found = account === undefined ? undefined : live.get(accountAddress(account));
  return found === undefined || isActive(found as unknown as AccountResource);
}

/** Whether a target is there and can be changed; says so if not. */
function isUsable(context: DesiredContext, { policy, target }: AttachmentSpec, source: Source): boolean {
  const { live, desired, problem, notice } = context;
  const name = accountOfTarget(target);
  if (target !== ROOT && !desired.has(targetAddress(target))) {
    problem(unknownName(name === undefined ? "organizationalUnit" : "account", name ?? target, desired, source));
    return false;
  }
  const account = name === undefined ? undefined : (desired.get(accountAddress(name)) as unknown as AccountResource);
  if (account === undefined) return true;
  if (!isActive(account)) {
    notice({
      code: "ORG0402",
      severity: "warning",
      message: `account ${name} is ${account.ids?.state}: no policy is attached to it or detached from it`,
      source,
    });
    return false;
  }
  // AWS wants its full access there all the same.
  if (account.spec.management && CONTROLS.has(typeOf(policy, live, desired)) && policy !== FULL_ACCESS)
    notice({
      code: "ORG0402",
      severity: "info",
      message: `account ${name} is the management account, for which service and resource control policies do nothing`,
      source,
    });
  return true;
}

/** AWS's limits on how many policies a target has, and that it always has a service control policy. */
function checkSlots(context: DesiredContext, found: readonly AttachmentResource[]): void {
  const { config, live, desired, problem } = context;
  const decided = policiesSection.of(config)?.[FULL_ACCESS] !== undefined;
  const wanted = new Map(found.map((resource) => [resource.address, resource]));
  const per = new Map<string, AttachmentResource[]>();
  const kept = attachmentsOf(live).filter(
    ({ address: at, spec }) =>
      !wanted.has(at) &&
      isOfOthers(config, "policies", spec.policy) &&
      policiesSection.of(config)?.[spec.policy] === undefined,
  );
  for (const resource of [...kept, ...found]) {
    const type = typeOf(resource.spec.policy, live, desired);
    const key = `${type} ${resource.spec.target}`;
    per.set(key, [...(per.get(key) ?? []), resource]);
  }
  for (const [key, all] of per) {
    const type = key.slice(0, key.indexOf(" "));
    const target = key.slice(key.indexOf(" ") + 1);
    const { slots } = limitsOf(type);
    // AWS attaches its own to everything; where the file does not decide about it, it has a slot.
    const own = (type === SCP && !decided) || type === RCP ? 1 : 0;
    const used = all.filter(({ spec }) => own === 0 || !isFullAccess(spec.policy)).length + own;
    const last = all.at(-1);
    if (used > slots && last?.source !== undefined)
      problem({
        code: "ORG0308",
        message: `${target} would have ${used} policies of the type ${type}${own === 1 ? ", AWS's full access among them" : ""}`,
        hint: `AWS attaches at most ${slots} to one target`,
        source: last.source,
      });
  }
  const bare = decided ? everyTarget(desired) : barelyCovered(live, desired);
  for (const target of bare.filter((one) => !isLeftAlone(one, config))) {
    if ((per.get(`${SCP} ${target}`) ?? []).length > 0) continue;
    problem({
      code: "ORG0308",
      message: `${target} would be left without any service control policy`,
      hint: `AWS wants one on every target: ${decided ? `add ${target} to the targets of ${FULL_ACCESS}` : `write ${FULL_ACCESS}: { targets: [...] } with every target that is to have it, ${target} among them`}, or attach another one to it`,
      source: config.at(decided ? ["policies", FULL_ACCESS, "targets"] : ["policies"]),
    });
  }
}

/** Throws when a target that reading the tree left out is in it; `namedBy` is the operation that names it. */
async function requireOutsideTree(aws: Aws, id: string, namedBy: string): Promise<void> {
  if (/^[0-9]{12}$/.test(id)) return requireAccountUnlisted(aws, id, namedBy);
  if (!id.startsWith("ou-"))
    throw incredible(namedBy, `the target ${id}, which is no account, unit or root of this tree`);
  return requireUnitGone(aws, id, namedBy);
}

/** Targets that stay and from which somebody has taken AWS's full access. */
function barelyCovered(live: Snapshot, desired: Snapshot): string[] {
  const found = attachmentsOf(live).filter(
    ({ spec, ids }) =>
      ids?.besideFullAccess === false && (spec.target === ROOT || desired.has(targetAddress(spec.target))),
  );
  return [...new Set(found.map(({ spec }) => spec.target))];
}

/**
 * Where the file leaves a target without a service control policy of its own, everything depends on whether AWS's full
 * access is there too.
 */
async function withFullAccess(
  aws: Aws,
  config: Config,
  attachments: readonly (AttachmentResource & { readonly ids: AttachmentIds })[],
  policies: readonly Resource[],
): Promise<AttachmentResource[]> {
  const entries = policiesSection.of(config);
  if (entries === undefined || Object.hasOwn(entries, FULL_ACCESS)) return [...attachments];
  const scps = new Set(policiesOf(policies).flatMap(({ key, ids }) => (ids?.type === SCP ? [key] : [])));
  const covered = new Set(Object.values(entries).flatMap(({ type, targets = [] }) => (type === SCP ? targets : [])));
  const bare = new Map(
    attachments
      .filter(({ spec }) => scps.has(spec.policy) && !isFullAccess(spec.policy) && !covered.has(spec.target))
      .map(({ spec, ids }) => [spec.target, ids.targetId]),
  );
  const full = new Map(
    await forEachOf([...bare], async ([target, id]) => {
      const there = await listAll(aws.organizations.listPoliciesForTarget, { TargetId: id, Filter: SCP }, "Policies");
      return [target, there.some(({ Name }) => Name === FULL_ACCESS)] as const;
    }),
  );
  return attachments.map((one) => {
    const besideFullAccess = full.get(one.spec.target);
    return besideFullAccess === undefined ? one : { ...one, ids: { ...one.ids, besideFullAccess } };
  });
}

/** Everything that can have policies, but accounts that cannot be changed. */
function everyTarget(snapshot: Snapshot): string[] {
  return [
    ROOT,
    ...unitsOf(snapshot).map(({ key }) => key),
    ...accountsOf(snapshot)
      .filter(isActive)
      .map(({ key }) => ACCOUNT + key),
  ];
}

function typeOf(policy: string, live: Snapshot, desired: Snapshot): string {
  if (policy === FULL_ACCESS) return SCP;
  const there = (live.get(policyAddress(policy)) ?? desired.get(policyAddress(policy))) as unknown as
    | PolicyResource
    | undefined;
  return there?.ids?.type ?? there?.spec.type ?? "";
}

/** How many policies of a type a target of a snapshot has, AWS's own among them. */
function usedSlots(type: string, target: string, snapshot: Snapshot, live: Snapshot, desired: Snapshot): number {
  const attached = attachmentsOf(snapshot).filter(
    ({ spec }) => spec.target === target && typeOf(spec.policy, live, desired) === type,
  );
  const seen = attachmentsOf(live).some(({ spec }) => isFullAccess(spec.policy));
  const own = CONTROLS.has(type) ? 1 : 0;
  return attached.length + (seen && type === SCP ? 0 : own);
}

/** Pairs of what comes first and what then, when so many slots are free. */
function swaps(changes: readonly Change[], free: number): [Address, Address][] {
  const attach = changes.filter(({ action }) => action === "create").map(({ address: at }) => at);
  const detach = changes.filter(({ action }) => action === "delete").map(({ address: at }) => at);
  if (attach.length <= free) return attach.flatMap((first) => detach.map((then): [Address, Address] => [first, then]));
  const line = attach.slice(0, Math.max(0, free));
  const rest = attach.slice(line.length);
  for (const gone of detach) {
    line.push(gone);
    const next = rest.shift();
    if (next !== undefined) line.push(next);
  }
  return [...line, ...rest].slice(1).map((then, index): [Address, Address] => [line[index] as Address, then]);
}

/**
 * AWS attaches its full access to every unit and account that is made. Where the file decides about it and has others
 * in its place, it goes as soon as the first of them is attached.
 */
async function dropFullAccess(
  aws: Aws,
  spec: AttachmentSpec,
  targetId: string,
  live: Snapshot,
  desired: Snapshot,
): Promise<void> {
  const full = { policy: FULL_ACCESS, target: spec.target };
  const decided =
    desired.get(policyAddress(FULL_ACCESS))?.source !== undefined ||
    attachmentsOf(desired).some(({ spec: { policy }, source }) => policy === FULL_ACCESS && source !== undefined);
  if (!decided || typeOf(spec.policy, live, desired) !== SCP || spec.policy === FULL_ACCESS) return;
  const at = identity(full).address;
  if (desired.has(at) || live.has(at)) return;
  await detach(aws, await policyIdOf(aws, FULL_ACCESS, live), targetId);
}

/** Whether it was not attached before. */
async function attach(aws: Aws, policyId: string, targetId: string): Promise<boolean> {
  try {
    await aws.organizations.attachPolicy({ PolicyId: policyId, TargetId: targetId });
    return true;
  } catch (error) {
    if (!(error instanceof AwsError && error.awsName === "DuplicatePolicyAttachmentException")) throw error;
    return false;
  }
}

async function detach(aws: Aws, policyId: string, targetId: string): Promise<void> {
  try {
    await aws.organizations.detachPolicy({ PolicyId: policyId, TargetId: targetId });
  } catch (error) {
    const isGone =
      error instanceof AwsError && (error.kind === "missing" || error.awsName === "PolicyNotAttachedException");
    if (!isGone) throw error;
  }
}

async function policyIdOf(aws: Aws, key: string, live: Snapshot): Promise<string> {
  const found = live.get(policyAddress(key));
  if (found?.ids !== undefined) return (found.ids as unknown as PolicyIds).id;
  if (key !== FULL_ACCESS) throw new Error(`no policy ${key}`);
  // AWS's own comes with an organization that this apply has made.
  const policies = await listAll(aws.organizations.listPolicies, { Filter: SCP }, "Policies");
  const full = policies.find(({ AwsManaged, Name }) => AwsManaged === true && Name === FULL_ACCESS);
  return present(full?.Id, "organizations:ListPolicies", "Id");
}

function idOf(target: string, live: Snapshot): string {
  const account = accountOfTarget(target);
  if (target === ROOT) return rootOf(live);
  if (account === undefined) return parentId(live, target);
  const found = live.get(accountAddress(account));
  if (found?.ids === undefined) throw new Error(`no account ${account}`);
  return (found.ids as unknown as AccountIds).id;
}
