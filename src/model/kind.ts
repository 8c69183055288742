import type { Address } from "./address.ts";
import type { Config } from "./config.ts";
import type { Draft } from "./draft.ts";
import type { Section } from "./section.ts";
import type { Action, Change, Notice, Replacement } from "./plan.ts";
import type { Problem } from "./problem.ts";
import type { Resource, Snapshot, Source } from "./resource.ts";

/** What `desired` sees. Kinds come in the registry's order; earlier ones are already in `desired`. */
export interface DesiredContext {
  readonly config: Config;
  readonly live: Snapshot;
  /** Everything that will exist as far as it is known: earlier kinds, listed or left alone. */
  readonly desired: Snapshot;
  /** org.yaml cannot be what is meant, now that AWS is known; stops the plan (exit 3). */
  problem(problem: Problem): void;
  notice(notice: Notice): void;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Why a live resource that is not desired goes, when that is more than that the file does not list it. */
  leaving(address: Address, why: Leaving): void;
}

/** Why something goes: its time is over, something else takes its place, or the file says that it is to be closed. */
export interface Leaving extends Replacement {
  readonly reason: "expired" | "replaced" | "closed";
  readonly source?: Source;
  readonly remarks?: Readonly<Record<string, string>>;
}

/** What `held` sees. */
export interface HeldContext {
  readonly config: Config;
  readonly live: Snapshot;
  /** Why another live resource that the file does not list would stay, if it would. */
  whyKept(resource: Resource): string | undefined;
}

/** What `blocked` sees. */
export interface BlockedContext {
  readonly live: Snapshot;
  readonly desired: Snapshot;
}

/** What `draft` sees. */
export interface DraftContext {
  readonly live: Snapshot;
  readonly draft: Draft;
  /** Who else decides about a live resource, if somebody does: another owner, or whoever `ignore:` leaves it to. */
  ownerOf(resource: Resource): string | undefined;
}

/** What `read` sees. `Aws` is the typed edge of src/aws; the model does not know it. */
export interface ReadContext<Aws> {
  readonly aws: Aws;
  readonly config: Config;
  /** Whether the file decides this kind; if not, only what other kinds look up is needed. */
  readonly managed: boolean;
  /** Whether every field of every resource is wanted, listed or not: for import. */
  readonly whole: boolean;
  /** The resources of an earlier kind, as soon as they are read. */
  resources(kind: string): Promise<readonly Resource[]>;
  notice(notice: Notice): void;
}

/** What `lookAgain` sees. */
export interface LookContext<Aws> {
  readonly aws: Aws;
  readonly live: Snapshot;
}

/** What writes see. `live` follows the apply: a created resource is in it with its ids. */
export interface WriteContext<Aws> {
  readonly aws: Aws;
  readonly live: Snapshot;
  /** What will exist when the plan is done, for writes that must know it. */
  readonly desired: Snapshot;
  /** Whether it refers to something that this apply has just created, which AWS may not show everywhere yet. */
  readonly fresh: boolean;
  /** Something for a waiting person: "AWS: IN_PROGRESS". */
  progress(detail: string): void;
  /**
   * Says that what is to be created was there before: AWS left it out when it was read, or somebody else was faster.
   * From then on the apply deletes nothing.
   */
  alreadyThere(): void;
  /** Runs while holding a lane (see `Kind.lanes`), for parts of a change that need one more. */
  inLane<T>(lane: Lane, work: () => Promise<T>): Promise<T>;
}

/** At most `limit` changes that name the same lane run at once. */
export interface Lane {
  readonly name: string;
  readonly limit: number;
}

/**
 * A sort of thing that orgsync manages: everything that is known about it is in its file.
 *
 * The engine knows no kind by name. It reads all kinds, compares specs field by field, orders the changes by `refs`
 * and `grants`, and calls `create`, `update` or `remove` for each. A verb that AWS does not have is left out.
 */
export interface Kind<Spec extends object, Ids extends object, Aws> {
  /** As in addresses: `account`, `permissionSet`. */
  readonly name: string;
  /** For people: `permission set`, `permission sets`. */
  readonly title: string;
  readonly plural: string;
  /** The section that decides this kind: when the file has it, it is the whole truth. */
  readonly section: Section;
  /** Whether this kind brings the section into the schema (`membership` lives in the section of `group`). */
  readonly ownsSection: boolean;
  /** Decided even when the file does not have the section: the ground that everything else stands on. */
  readonly always?: boolean;
  /** Kinds whose live resources `read` (earlier ones only), `desired`, `held` or a write looks up. */
  needs(config: Config): readonly string[];

  /** What org.yaml asks for. Pure. A field left undefined is left as it is in AWS. */
  desired(context: DesiredContext): Resource<Spec, Ids>[];
  /** What must exist before this can: other resources' addresses. Pure. */
  refs(spec: Spec, key: string): readonly Address[];
  /** Everything of this kind that AWS has. Any failure throws: "could not read" is never "does not exist". */
  read(context: ReadContext<Aws>): Promise<Resource<Spec, Ids>[]>;
  /**
   * Which of these, that `read` did not show under any key, AWS has after all: asked by another operation than `read`
   * where there is one. Any failure throws. Left out where nothing depends on it.
   */
  lookAgain?(resources: readonly Resource<Spec, Ids>[], context: LookContext<Aws>): Promise<Resource<Spec, Ids>[]>;
  /**
   * Who else decides about a live resource, as the end of a sentence: "belongs to AWS Control Tower". It is left alone,
   * and so is what refers to it and is not listed; listing it is an error.
   */
  owner?(resource: Resource<Spec, Ids>, config: Config): string | undefined;
  /** Why a live resource that the file does not list cannot go in this plan, although it is nobody else's. */
  held?(resource: Resource<Spec, Ids>, context: HeldContext): string | undefined;
  /** Whether two values of a field mean the same; deep equality when absent. */
  same?(field: keyof Spec & string, before: unknown, after: unknown): boolean;

  /**
   * Reads once more what AWS has of one thing, right before it is changed: the asked fields, and those that the write
   * would touch besides; or undefined when it is gone. A field that it leaves out is not checked. Any failure throws:
   * "could not read" is never "gone". Left out where there is nothing to know but that it is there.
   */
  look?(
    resource: Resource<Spec, Ids>,
    fields: readonly (keyof Spec & string)[],
    context: WriteContext<Aws>,
  ): Promise<Partial<Spec> | undefined>;
  create?(resource: Resource<Spec, Ids>, context: WriteContext<Aws>): Promise<Ids>;
  /** Makes `before` into `after`; `fields` are those that differ. Returns ids when they changed. */
  update?(
    before: Resource<Spec, Ids>,
    after: Resource<Spec, Ids>,
    fields: readonly (keyof Spec & string)[],
    context: WriteContext<Aws>,
  ): Promise<Ids | void>;
  /** Must succeed when the thing is gone already. */
  remove?(resource: Resource<Spec, Ids>, context: WriteContext<Aws>): Promise<void>;

  /**
   * Why leaving something out of the file never removes it: shown with the resources that the file leaves out. Such a
   * kind has no `remove`, or one for what `desired` itself tells of with `leaving`.
   */
  readonly neverRemoved?: string;
  /** Why there is no `create`, and what a person must do instead: changes that need it wait. */
  readonly madeByHand?: { readonly what: string; readonly link: string };
  /** Verbs that AWS offers no way back from. */
  readonly irreversible?: readonly Action[];
  /** API calls and typical seconds of one change of each verb, for the plan's estimate. */
  readonly expected: Partial<Record<Action, { readonly calls: number; readonly seconds: number }>>;
  /** AWS's limits on what may happen at once. */
  lanes?(spec: Spec, action: Action): readonly Lane[];
  /**
   * Grant before revoke: a delete waits until every create and update that `grants` one of the names that the delete
   * `revokes` has succeeded, and is not made when one of them failed.
   */
  grants?(spec: Spec, key: string): readonly string[];
  /** `isDeleted` tells whether the plan deletes the thing at an address: nothing can take the place of its access. */
  revokes?(spec: Spec, isDeleted: (address: Address) => boolean): readonly string[];
  /** Names that must have been granted before this is created, or updated from `before`. */
  awaits?(after: Spec, before: Spec | undefined): readonly string[];
  /** What it stands between, where removals are also counted for each of them: the group of a membership. */
  ends?(spec: Spec): readonly Address[];
  /** Values that a new thing has until its creation has got further: an account is in the root before it is moved. */
  readonly born?: Partial<Spec>;
  /** Whether a field is no wish of the file's but work that a change of the thing leaves to do when it is cut off. */
  isLeftToDo?(field: keyof Spec & string): boolean;
  /**
   * Whether a change that an approved plan does not have is one that its own steps leave to do when they are cut off.
   */
  leftBehind?(change: Change, approved: readonly Change[]): boolean;
  /** Orders among changes of this kind that the rules above cannot say: pairs of what comes first, and what then. */
  sequence?(changes: readonly Change[], context: BlockedContext): readonly (readonly [first: Address, then: Address])[];
  /** What refers to it need not wait for its updates, nor suffer when one fails. */
  readonly standsWhileUpdated?: true;
  /**
   * Why apply cannot make a change, whatever it tries: a person must do something first, or this caller may not. The
   * change waits, and so does everything that needs it.
   */
  blocked?(change: Change, context: BlockedContext): string | undefined;

  /** The inverse of `desired`: says in a draft of org.yaml what these live resources are. */
  draft?(resources: readonly Resource<Spec, Ids>[], context: DraftContext): void;
}

/**
 * A kind as the engine holds it, whatever its specs are. Methods of the interface are bivariant, so every
 * `Kind<Spec, Ids, Aws>` is one.
 */
export type AnyKind<Aws> = Kind<object, object, Aws>;
