import { type Aws, connect as connectAws } from "./aws/clients.ts";
import type { ConnectOptions } from "./aws/options.ts";
import { type Known, knownIn } from "./awsconfig/known.ts";
import { type Drafted, makeDraft } from "./draft/make.ts";
import { printDocument, printSections } from "./draft/print.ts";
import { isSameOrganization, uncovered } from "./engine/approve.ts";
import { execute } from "./engine/execute.ts";
import { type Guard, makeGuard } from "./engine/guard.ts";
import { entriesToAdopt } from "./engine/adopt.ts";
import { keeper } from "./engine/keep.ts";
import { kindsFor, type Live, readLive } from "./engine/live.ts";
import { makePlan } from "./engine/plan.ts";
import { account } from "./kinds/account.ts";
import { identityCenter } from "./kinds/identityCenter.ts";
import { KINDS } from "./kinds/index.ts";
import { readLiveAccess } from "./kinds/accountAccess.ts";
import { idNow, organization, ORGANIZATION, organizationOf, unnamedOrganization } from "./kinds/organization.ts";
import { organizationalUnit } from "./kinds/organizationalUnit.ts";
import type { Clock } from "./model/clock.ts";
import { type Config, nothingIn } from "./model/config.ts";
import type { Drift } from "./model/drift.ts";
import { OrgsyncError } from "./model/errors.ts";
import type { ApplyEvent, Outcome } from "./model/event.ts";
import { isRefused, type Plan } from "./model/plan.ts";
import type { Snapshot } from "./model/resource.ts";
import { uncoveredText } from "./report/approval.ts";

export type { Known } from "./awsconfig/known.ts";
export type { ConnectOptions } from "./aws/options.ts";
export { type ConfigFiles, loadConfig } from "./config/load.ts";
export type { OrgDraft } from "./draft/document.ts";
export type { Drafted } from "./draft/make.ts";
export { printDraft, printDocument } from "./draft/print.ts";
export { splice } from "./draft/splice.ts";
export { type PlanFileOptions, readPlan } from "./engine/planFile.ts";
export type { Address } from "./model/address.ts";
export type { Clock } from "./model/clock.ts";
export type { Applied } from "./model/applied.ts";
export type { Config } from "./model/config.ts";
export type { Drift } from "./model/drift.ts";
export { type ErrorCode, InvalidConfig, OrgsyncError } from "./model/errors.ts";
export type { ApplyEvent, Failure, Outcome } from "./model/event.ts";
export type { Action, Change, FieldChange, Notice, NotManaged, Plan, RailName, Reason, Refusal } from "./model/plan.ts";
export type { Problem } from "./model/problem.ts";
export type { Resource, Snapshot, Source } from "./model/resource.ts";

/** AWS as orgsync reaches it: made by `connect`, passed on. */
export interface Connection {
  readonly clock: Clock;
  /** API calls sent so far, retries included. */
  calls(): number;
}

/** org.yaml compared with what there is: what plan shows and apply makes. */
export interface Comparison {
  readonly plan: Plan;
  readonly live: Snapshot;
  readonly desired: Snapshot;
  readonly guard: Guard;
}

export interface CompareOptions {
  /** orgsync's version, for the plan. */
  readonly version: string;
  /** Where org.yaml is in its history. */
  readonly commit?: string | undefined;
  /** What org.yaml said before the change that is looked at: rails are loosened only by what it has, too. */
  readonly base?: Config | undefined;
  /** Whether only access whose `until:` has passed is looked at; everything else stays as it is. */
  readonly onlyExpired?: boolean | undefined;
  /** Whether the plan says so when org.yaml does not name the organization that is there. */
  readonly wantsOrganizationId?: boolean;
  /** Hears of each kind of thing once it is read: `permission set`, 80. */
  readonly onRead?: (title: string, count: number) => void;
}

/** Sends nothing yet; the SDK is loaded with the first call. */
export function connect(options: ConnectOptions): Connection {
  return connectAws(options);
}

/**
 * Reads AWS and compares. Throws `InvalidConfig` when org.yaml cannot be what is meant, and an `OrgsyncError` for the
 * first read that fails: there is no plan from half a picture.
 */
export async function compare(config: Config, connection: Connection, options: CompareOptions): Promise<Comparison> {
  const { clock } = connection;
  const began = clock.now();
  const live = await readLive({
    kinds: KINDS,
    aws: connection as Aws,
    config,
    onRead: (kind, count) => options.onRead?.(kind.title, count),
  });
  const { plan, desired, ...rails } = await planOf(config, connection, live, began, options);
  const guard = makeGuard({
    ...rails,
    changes: plan.changes,
    read: () => readLiveAccess(connection as Aws, live.snapshot),
  });
  return { plan, live: live.snapshot, desired, guard };
}

function planOf(
  config: Config,
  connection: Connection,
  live: Live,
  began: number,
  options: CompareOptions & { readonly asksRails?: boolean },
) {
  const { clock, calls } = connection;
  const organization = organizationOf(live.snapshot);
  const unnamed = options.wantsOrganizationId === true ? unnamedOrganization(config, organization) : undefined;
  return makePlan({
    kinds: KINDS,
    aws: connection as Aws,
    config,
    base: options.base,
    onlyExpired: options.onlyExpired,
    live: unnamed === undefined ? live : { ...live, notices: [unnamed, ...live.notices] },
    readAccess: options.asksRails === false ? undefined : () => readLiveAccess(connection as Aws, live.snapshot),
    organization:
      organization === undefined
        ? null
        : { id: organization.id, managementAccountId: organization.managementAccountId },
    version: options.version,
    commit: options.commit,
    now: clock.now(),
    read: { calls: calls(), seconds: (clock.now() - began) / 1000 },
  });
}

/** Reads which accounts there are, and where Identity Center is: a few calls. Throws as `compare` does. */
export async function readKnown(
  config: Config,
  connection: Connection,
  { onRead }: Pick<CompareOptions, "onRead">,
): Promise<Known> {
  const { snapshot } = await readLive({
    kinds: [organization, identityCenter, organizationalUnit, account],
    aws: connection as Aws,
    // Accounts count, also where the file does not list them.
    config: { ...config, sections: { accounts: {}, ...config.sections } },
    onRead: (kind, count) => onRead?.(kind.title, count),
  });
  return knownIn(snapshot);
}

/** The id of the organization that the caller is in, if any: one call. Throws an `OrgsyncError` when AWS does not tell. */
export const readOrganizationId = (connection: Connection): Promise<string | undefined> => idNow(connection as Aws);

/** What org.yaml would say of what AWS has. */
export interface DraftOptions extends CompareOptions {
  /** The keys of the sections that are wanted; all when left out. What they need comes with them. */
  readonly sections?: readonly string[] | undefined;
}

/**
 * Reads AWS and says in the words of org.yaml what is in it; with a file, only what the file does not list. `before` is
 * the plan of that file. Throws as `compare` does.
 */
export async function draft(
  config: Config | undefined,
  connection: Connection,
  options: DraftOptions,
): Promise<Drafted & { readonly before: Plan | undefined }> {
  const { clock } = connection;
  const began = clock.now();
  const file = config ?? nothingIn("org.yaml");
  const wanted = new Set(options.sections ?? KINDS.map(({ section }) => section.key));
  const { kinds, sections } = kindsFor(KINDS, file, wanted);
  const live = await readLive({
    kinds,
    aws: connection as Aws,
    config: file,
    whole: true,
    onRead: (kind, count) => options.onRead?.(kind.title, count),
  });
  if (organizationOf(live.snapshot) === undefined) {
    throw new OrgsyncError("ORG0603", "there is nothing to import: the caller's account is in no organization", {
      hint: "use the credentials of the organization's management account",
    });
  }
  const before = config === undefined ? undefined : await planOf(config, connection, live, began, options);
  const listed = new Set(
    kinds.filter(({ section }) => file.sections[section.key] !== undefined).map(({ name }) => name),
  );
  const missing = new Set([
    ...(before?.plan.changes ?? []).filter(({ reason }) => reason === "not-in-file").map(({ address }) => address),
    ...(before?.plan.notManaged ?? []).map(({ address }) => address),
  ]);
  const drafted = makeDraft({
    kinds,
    config: file,
    live: live.snapshot,
    sections,
    isMissing: ({ kind, address }) => !listed.has(kind) || missing.has(address),
    ownerOf: keeper(kinds, file, live.snapshot).ownerOf,
  });
  return { ...drafted, before: before?.plan };
}

/**
 * Compares as `compare` does, without asking the rails, and says how org.yaml would be what AWS is. What there is to
 * adopt is read once more, with all that org.yaml can say of it. Throws as `compare` does.
 */
export async function drift(config: Config, connection: Connection, options: CompareOptions): Promise<Drift> {
  const began = connection.clock.now();
  const read = { aws: connection as Aws, config };
  const onRead = (kind: { readonly title: string }, count: number): void => options.onRead?.(kind.title, count);
  const live = await readLive({ ...read, kinds: KINDS, onRead });
  const { plan } = await planOf(config, connection, live, began, { ...options, asksRails: false });
  const entries = entriesToAdopt(plan.changes, live.snapshot, KINDS);
  const remove = plan.changes
    .filter(
      ({ kind, action }) => action === "create" && KINDS.some(({ name, ownsSection }) => name === kind && ownsSection),
    )
    .map(({ address, label, source }) => ({ address, label, ...(source === undefined ? {} : { source }) }));
  if (entries.sections.size === 0)
    return { formatVersion: 1, document: "drift", plan, adopt: { yaml: "", files: {}, remove } };
  const { kinds, sections } = kindsFor(KINDS, config, entries.sections);
  const whole = await readLive({ ...read, kinds, whole: true });
  const { draft: found } = makeDraft({
    kinds,
    config: entries.without(config),
    live: whole.snapshot,
    sections,
    isMissing: entries.has,
    ownerOf: keeper(kinds, config, whole.snapshot).ownerOf,
  });
  const files = Object.fromEntries([...found.files].map(([path, document]) => [path, printDocument(document)]));
  return { formatVersion: 1, document: "drift", plan, adopt: { yaml: printSections(found), files, remove } };
}

export interface ApplyOptions {
  readonly emit: (event: ApplyEvent) => void;
  readonly signal?: AbortSignal;
  /** Plans that were approved, from `readPlan`: nothing is done unless they cover everything that is to be done. */
  readonly approved?: readonly Plan[] | undefined;
}

/**
 * Makes a comparison's changes; a change that fails is told in the events and the outcome, never thrown. Throws an
 * `OrgsyncError` before anything is done when a rail refuses the plan (ORG0610), when it is not what was approved
 * (ORG0611), or when the caller is in another organization by now (ORG0403).
 */
export async function apply(
  { plan, ...comparison }: Comparison,
  connection: Connection,
  { emit, signal, approved }: ApplyOptions,
): Promise<{ outcome: Outcome; live: Snapshot }> {
  if (isRefused(plan)) {
    const rails = plan.refusals.filter(({ acknowledged }) => acknowledged === undefined).map(({ rail }) => rail);
    throw new OrgsyncError("ORG0610", `the plan is refused by ${[...new Set(rails)].join(", ")}; nothing was changed`, {
      hint: "orgsync plan shows why, and the way out",
    });
  }
  if (approved !== undefined) requireApproval(approved, plan);
  const id = plan.changes.length === 0 ? plan.organization?.id : await idNow(connection as Aws);
  if (id !== plan.organization?.id) {
    throw new OrgsyncError(
      "ORG0403",
      `the plan is for ${plan.organization?.id ?? "an account without an organization"}, but the caller is in ${id ?? "no organization"} now`,
      { hint: "nothing was changed; use the credentials of the right organization, and run plan again" },
    );
  }
  return execute({
    ...comparison,
    plan,
    emit,
    ...(signal === undefined ? {} : { signal }),
    kinds: KINDS,
    aws: connection as Aws,
    clock: connection.clock,
  });
}

/** So many of a plan's changes are named one by one. */
const NAMED = 50;

/** Throws an `OrgsyncError` (ORG0611) that says what has moved, unless approved plans cover a plan; `apply` does so too. */
export function requireApproval(approved: readonly Plan[], plan: Plan): void {
  const other = approved.find((one) => !isSameOrganization(one, plan, ORGANIZATION));
  if (other !== undefined) {
    const name = ({ organization }: Plan): string => organization?.id ?? "no organization";
    throw new OrgsyncError("ORG0611", `the approved plan is for ${name(other)}, and this is ${name(plan)}`, {
      hint: "nothing was changed; use the credentials that the plan was made with, or the right plan",
    });
  }
  const hint = "nothing was changed; run orgsync plan --out FILE again, and have the new plan approved";
  const moved = uncovered(approved, plan, KINDS);
  if (moved.length === 0) return;
  const { length } = plan.changes;
  const more = moved.length > NAMED ? [`and ${moved.length - NAMED} more`] : [];
  throw new OrgsyncError(
    "ORG0611",
    `${moved.length} of ${length} ${length === 1 ? "change is" : "changes are"} not as approved`,
    {
      details: [...moved.slice(0, NAMED).map(uncoveredText), ...more],
      hint,
    },
  );
}
