import canonicalize from "canonicalize";
import { type LiveAccess, membersKnown, type RailSettings, railSettings, takesAccess } from "../kinds/views.ts";
import type { Config } from "../model/config.ts";
import { InvalidConfig } from "../model/errors.ts";
import type { AnyKind, BlockedContext } from "../model/kind.ts";
import { type Change, type Notice, type Plan, PLAN_FORMAT_VERSION } from "../model/plan.ts";
import type { Snapshot } from "../model/resource.ts";
import { accessIn } from "./access.ts";
import { accessChanges } from "./accessChanges.ts";
import { requireAbsent } from "./absent.ts";
import { acknowledge, type Acknowledged } from "./acknowledge.ts";
import { scopeNotices } from "./base.ts";
import { type Desired, makeDesired } from "./desired.ts";
import { diff } from "./diff.ts";
import { keeper } from "./keep.ts";
import type { Live } from "./live.ts";
import { isManaged } from "./live.ts";
import { type Ordered, order } from "./order.ts";
import { withOrigins } from "./origin.ts";
import { refusalsOf } from "./rails.ts";

export interface PlanOptions<Aws> {
  readonly kinds: readonly AnyKind<Aws>[];
  /** Looked at once more for what the base has and `live` has not. */
  readonly aws: Aws;
  readonly config: Config;
  /** What the file said before this change of it, if anybody knows. */
  readonly base?: Config | undefined;
  readonly live: Live;
  /** Whether only access whose `until:` has passed goes, and nothing else is touched. */
  readonly onlyExpired?: boolean | undefined;
  /**
   * Reads who has the access that must not be lost; asked only when the plan takes access away. Without it the plan only
   * says what is different, and no rail is asked.
   */
  readonly readAccess?: (() => Promise<LiveAccess | undefined>) | undefined;
  /** The organization that was read, if there is one. */
  readonly organization: Plan["organization"];
  readonly version: string;
  readonly commit?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What reading took. */
  readonly read: { readonly calls: number; readonly seconds: number };
}

/** A plan, with what it was made of. */
export interface Planned {
  readonly plan: Plan;
  /** What will exist when it is done. */
  readonly desired: Snapshot;
  readonly settings: RailSettings;
  readonly access: LiveAccess | undefined;
}

/**
 * Compares org.yaml with what there is, and asks the rails. Throws `InvalidConfig` when the file turns out to be wrong
 * now that AWS is known, and an `OrgsyncError` (ORG0511) when AWS has something that it did not list.
 */
export async function makePlan<Aws>(options: PlanOptions<Aws>): Promise<Planned> {
  const { kinds, config, base, live, now } = options;
  const wanted = makeDesired({ kinds, config, live: live.snapshot, now });
  const desired =
    options.onlyExpired === true ? { ...wanted, snapshot: withoutExpired(live.snapshot, wanted) } : wanted;
  if (desired.problems.length > 0) throw new InvalidConfig(desired.problems);
  const snapshots = { live: live.snapshot, desired: desired.snapshot };
  const ordered = order(kinds, diff(kinds, live.snapshot, desired), snapshots);
  const waiting = withWaiting(kinds, ordered, snapshots);
  const based = base === undefined ? undefined : makeDesired({ kinds, config: base, live: live.snapshot, now });
  const changes =
    base === undefined || based === undefined
      ? waiting.changes
      : withOrigins(waiting.changes, kinds, live.snapshot, { config: base, desired: based });
  if (based !== undefined) await requireAbsent({ kinds, aws: options.aws, live: live.snapshot, base: based.snapshot });
  const settings = railSettings(config, base);
  const { readAccess } = options;
  const access = changes.some(takesAccess) ? await readAccess?.() : undefined;
  const managed = new Set(kinds.filter((kind) => isManaged(kind, config)).map((kind) => kind.name));
  const leftAlone = new Set(desired.notManaged.map(({ address }) => address));
  const keeping = keeper(kinds, config, live.snapshot);
  const found =
    readAccess === undefined
      ? []
      : refusalsOf({
          ...keeping,
          kinds,
          settings,
          changes,
          waitsFor: ordered.waitsFor,
          ...snapshots,
          isDecided: (resource) =>
            managed.has(resource.kind) && !leftAlone.has(resource.address) && keeping.ownerOf(resource) === undefined,
          access,
        });
  const knowsMembers = membersKnown(config, live.snapshot);
  const view = (snapshot: Snapshot) => accessIn(snapshot, knowsMembers);
  const acknowledged = readAccess === undefined ? NOTHING_ASKED : acknowledge(found, changes, config, now);
  if (acknowledged.problems.length > 0) throw new InvalidConfig(acknowledged.problems);
  const content = {
    formatVersion: PLAN_FORMAT_VERSION,
    organization: options.organization,
    changes,
    access: accessChanges(view(live.snapshot), view(desired.snapshot)),
    refusals: acknowledged.refusals,
    notices: [
      ...live.notices,
      ...desired.notices,
      ...waiting.notices,
      ...scopeNotices(kinds, config, base),
      ...acknowledged.notices,
    ],
    notManaged: desired.notManaged,
  } as const;
  const resources = [...live.snapshot.values()].filter((resource) => managed.has(resource.kind)).length;
  const rest = {
    ...content,
    tool: { name: "orgsync", version: options.version },
    createdAt: new Date(options.now).toISOString(),
    source: {
      file: config.file,
      digest: await hashOf([config.sections, config.documents]),
      ...(options.commit === undefined ? {} : { commit: options.commit }),
    },
    read: { resources, ...options.read },
    digest: await hashOf(contentOf(content)),
  } as const;
  return { plan: { ...rest, integrity: await hashOf(rest) }, desired: desired.snapshot, settings, access };
}

/** Where no rail is asked, nothing is refused, and nothing to be acknowledged. */
const NOTHING_ASKED: Acknowledged = { refusals: [], notices: [], problems: [] };

/** What there is, but for access whose time is over. */
const withoutExpired = (live: Snapshot, { snapshot, leaving }: Desired): Snapshot =>
  new Map([...live].filter(([address]) => snapshot.has(address) || leaving.get(address)?.reason !== "expired"));

type Content = Pick<
  Plan,
  "formatVersion" | "organization" | "changes" | "access" | "refusals" | "notices" | "notManaged"
>;

/** What a plan's digest is of. */
export const contentOf = ({
  formatVersion,
  organization,
  changes,
  access,
  refusals,
  notices,
  notManaged,
}: Content): Content => ({ formatVersion, organization, changes, access, refusals, notices, notManaged });

/** Marks the changes that a person must clear the way for first, and everything that needs them. */
function withWaiting<Aws>(
  kinds: readonly AnyKind<Aws>[],
  { changes, waitsFor, finale }: Ordered,
  snapshots: BlockedContext,
): { changes: Change[]; notices: Notice[] } {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const notices: Notice[] = [];
  /** By node; gates included. */
  const reasons = new Map<number, string>();
  changes.forEach((change, node) => {
    const kind = byName.get(change.kind);
    const blocked = kind?.blocked?.(change, snapshots);
    if (blocked !== undefined) reasons.set(node, blocked);
    if (change.action !== "create" || kind?.madeByHand === undefined) return;
    reasons.set(node, "a person must make it");
    notices.push({
      code: "ORG0603",
      severity: "warning",
      message: `${kind.madeByHand.what}; no API does`,
      hint: kind.madeByHand.link,
      ...(change.source === undefined ? {} : { source: change.source }),
    });
  });
  if (reasons.size === 0) return { changes: [...changes], notices };
  // A change never stands before what it waits for, but a gate stands behind all changes: go on until nothing is new.
  for (let size = -1; size !== reasons.size;) {
    size = reasons.size;
    waitsFor.forEach((earlier, node) => {
      const cause = earlier.find((one) => reasons.has(one));
      if (cause === undefined || reasons.has(node) || node === finale) return;
      const change = changes[cause];
      const byHand = change !== undefined && byName.get(change.kind)?.madeByHand !== undefined;
      reasons.set(node, byHand ? `${byName.get(change.kind)?.title} must be there first` : (reasons.get(cause) ?? ""));
    });
  }
  return {
    changes: changes.map((change, node) => {
      const waits = reasons.get(node);
      return waits === undefined ? change : { ...change, waits };
    }),
    notices,
  };
}

/** The SHA-256 of the canonical JSON (RFC 8785), in lower-case hex. WebCrypto, because the engine knows no Node. */
export async function hashOf(value: unknown): Promise<string> {
  const text = canonicalize(value) ?? "";
  const hash = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
