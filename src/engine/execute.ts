import type { Address } from "../model/address.ts";
import type { Clock } from "../model/clock.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { ApplyEvent, Failure, Outcome } from "../model/event.ts";
import type { AnyKind, Lane, WriteContext } from "../model/kind.ts";
import type { Change, Plan } from "../model/plan.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import type { Guard } from "./guard.ts";
import { makeLanes } from "./lanes.ts";
import { order } from "./order.ts";
import { recheck } from "./recheck.ts";

export interface ExecuteOptions<Aws> {
  readonly kinds: readonly AnyKind<Aws>[];
  readonly plan: Plan;
  readonly live: Snapshot;
  readonly desired: Snapshot;
  readonly aws: Aws & { settling(): Aws };
  readonly clock: Clock;
  /** Hears what happens. It decides nothing: an error of its own is nothing of the apply's. */
  readonly emit: (event: ApplyEvent) => void;
  /** Looks at access once more before it is taken away. */
  readonly guard?: Guard;
  /** Once aborted nothing new is started. */
  readonly signal?: AbortSignal;
}

/** Changes of one kind at work at once: AWS's rates are the limits that matter, and no kind keeps another waiting. */
const MOST_OF_A_KIND = 24;

/** Two changes that each leave enough access could together leave too little. */
const GUARDED: Lane = { name: "guarded", limit: 1 };

type State = "pending" | "running" | "done" | "failed" | "skipped" | "waiting" | "left";

/**
 * Makes the plan's changes, as many at once as order and lanes allow. A failure stops only what needs the failed
 * change; lost credentials, or a defect of ours, stop everything that has not started.
 *
 * @returns how it ended, and what there is now as far as this apply knows.
 */
export async function execute<Aws>(options: ExecuteOptions<Aws>): Promise<{ outcome: Outcome; live: Snapshot }> {
  const { kinds, plan, clock, signal } = options;
  const emit = harmless(options.emit);
  const { changes, waitsFor, finale } = order(kinds, plan.changes, options);
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const live = new Map<Address, Resource>(options.live);
  const created = new Set<Address>();
  const done: Change[] = [];
  const lanes = makeLanes();
  const began = clock.now();

  const states: State[] = waitsFor.map(() => "pending");
  const missing = waitsFor.map((earlier) => earlier.length);
  const dependents: number[][] = waitsFor.map(() => []);
  waitsFor.forEach((earlier, node) => earlier.forEach((one) => dependents[one]?.push(node)));
  /** Ready changes by the lanes that they need, so that one look says whether any of a queue may start. */
  const ready = new Map<string, { lanes: readonly Lane[]; nodes: number[] }>();
  /** By kind and verb: what has met a limit that every other change of these would meet. */
  const limits = new Map<string, Change>();
  let running = 0;
  let stopped = false;
  /** Why nothing is deleted any more: the read that the plan is made of left something out. */
  let keepsAll: string | undefined;
  let wake = (): void => {};

  const kindOf = (change: Change): AnyKind<Aws> => {
    const kind = byName.get(change.kind);
    if (kind === undefined) throw new Error(`no kind ${change.kind}`);
    return kind;
  };

  /** Settles nodes that need no work (gates, skips) and queues those that do. */
  const release = (node: number): void => {
    const change = changes[node];
    if (change === undefined) return settle(node, "done");
    if (change.waits !== undefined) {
      emit({ type: "skipped", at: clock.now(), change, because: change.waits });
      return settle(node, "waiting");
    }
    const why = whyNot(change);
    if (why !== undefined) return skip(node, change, why);
    const own = kindOf(change).lanes?.(change.after ?? change.before ?? {}, change.action) ?? [];
    // Taken with the others or not at all: whoever holds lanes and waits for this one could keep its holder waiting.
    const guarded = options.guard?.concerns(change) === true ? [GUARDED] : [];
    const needed = [...own, { name: `kind ${change.kind}`, limit: MOST_OF_A_KIND }, ...guarded];
    const key = needed.map((lane) => lane.name).join(" ");
    const queue = ready.get(key);
    if (queue === undefined) ready.set(key, { lanes: needed, nodes: [node] });
    else queue.nodes.push(node);
  };

  const skip = (node: number, change: Change, because: string): void => {
    emit({ type: "skipped", at: clock.now(), change, because });
    settle(node, "skipped");
  };

  /** Why a change is not made any more, although nothing that it needs has failed. */
  const whyNot = ({ kind, action }: Change): string | undefined => {
    const met = limits.get(`${kind} ${action}`);
    if (met !== undefined) return `${kindOf(met).title} ${met.label} met a limit that holds for this one, too`;
    return action === "delete" ? keepsAll : undefined;
  };

  const settle = (node: number, state: State): void => {
    states[node] = state;
    for (const next of dependents[node] ?? []) {
      if (states[next] !== "pending") continue;
      // What a person must clear the way for first may be long in coming, and keeps nothing else from its end.
      if (state === "done" || (state === "waiting" && next === finale)) {
        missing[next] = (missing[next] ?? 0) - 1;
        if (missing[next] === 0) release(next);
        continue;
      }
      const change = changes[next];
      if (change !== undefined && state !== "left") {
        const waits = state === "waiting" && change.waits !== undefined;
        emit({ type: "skipped", at: clock.now(), change, because: waits ? change.waits : `needs ${reasonOf(node)}` });
      }
      settle(next, state === "failed" ? "skipped" : state);
    }
  };
  const reasonOf = (node: number): string => {
    const change = changes[node];
    if (change !== undefined) return `${kindOf(change).title} ${change.label}`;
    const causes: readonly State[] = node === finale ? ["failed", "skipped"] : ["failed", "skipped", "waiting"];
    const failed = (waitsFor[node] ?? []).find((one) => causes.includes(states[one] as State));
    return failed === undefined ? "an earlier change" : reasonOf(failed);
  };

  const run = async (node: number, change: Change, needed: readonly Lane[]): Promise<void> => {
    running++;
    states[node] = "running";
    const started = clock.now();
    emit({ type: "start", at: started, change });
    const seconds = (): number => (clock.now() - started) / 1000;
    let state: State = "done";
    let because: string | undefined;
    try {
      const refs = change.after === null ? [] : kindOf(change).refs(change.after, change.key);
      const fresh = refs.some((ref) => created.has(ref));
      const context: WriteContext<Aws> = {
        aws: fresh || change.action === "create" ? options.aws.settling() : options.aws,
        live,
        desired: options.desired,
        fresh,
        progress: (detail) => emit({ type: "progress", at: clock.now(), change, detail }),
        alreadyThere() {
          keepsAll ??= `AWS has ${kindOf(change).title} ${change.label} already, so the plan was made of an incomplete read; run the same command again`;
        },
        async inLane(lane, work) {
          await lanes.take(lane);
          try {
            return await work();
          } finally {
            lanes.give([lane]);
            wake();
          }
        },
      };
      if (options.guard?.concerns(change) === true) await options.guard.check(change, done);
      await recheck(kindOf(change), change, live.get(change.address), context);
      await make(kindOf(change), change, live, context);
      done.push(change);
      if (change.action === "create") created.add(change.address);
    } catch (error) {
      const isLimit = error instanceof OrgsyncError && error.holdsForAll;
      if (signal?.aborted === true) state = "left";
      // What was under way when another met the limit: to say it once is enough.
      else if (isLimit && limits.has(`${change.kind} ${change.action}`)) because = whyNot(change);
      else {
        if (isLimit) limits.set(`${change.kind} ${change.action}`, change);
        const failure = failureOf(error);
        state = "failed";
        // Nothing more can succeed: stop cleanly instead of failing every change that is left.
        if (failure.code === "ORG0503" || failure.code === "ORG0799") stopped = true;
        emit({ type: "failed", at: clock.now(), change, seconds: seconds(), failure });
      }
    } finally {
      running--;
      lanes.give(needed);
    }
    if (because !== undefined) skip(node, change, because);
    else {
      if (state === "done") emit({ type: "done", at: clock.now(), change, seconds: seconds() });
      settle(node, state);
    }
    wake();
  };

  /** A defect of ours must neither hang the apply nor pass for its end. */
  const defects: unknown[] = [];
  const crash = (error: unknown): void => {
    defects.push(error);
    stopped = true;
    wake();
  };

  emit({ type: "begin", at: began, changes: changes.length, digest: plan.digest });
  waitsFor.forEach((earlier, node) => {
    if (earlier.length === 0 && states[node] === "pending") release(node);
  });
  for (;;) {
    const woken = new Promise<void>((resolve) => (wake = resolve));
    if (!stopped && signal?.aborted !== true) {
      for (const [key, queue] of ready) {
        while (queue.nodes.length > 0 && lanes.tryTake(queue.lanes)) {
          const node = queue.nodes.shift() as number;
          const change = changes[node] as Change;
          const because = whyNot(change);
          if (because !== undefined) {
            lanes.give(queue.lanes);
            skip(node, change, because);
          } else void run(node, change, queue.lanes).catch(crash);
        }
        if (queue.nodes.length === 0) ready.delete(key);
      }
    }
    if (running === 0) break;
    await woken;
  }

  if (defects.length > 0) throw defects[0];
  const having = (...wanted: State[]): Address[] =>
    changes.filter((_, node) => wanted.includes(states[node] as State)).map((change) => change.address);
  const outcome: Outcome = {
    done: having("done"),
    failed: having("failed"),
    skipped: having("skipped"),
    waiting: having("waiting"),
    left: having("pending", "left"),
    interrupted: signal?.aborted === true,
    seconds: (clock.now() - began) / 1000,
  };
  if (outcome.left.length > 0 && !stopped && !outcome.interrupted) {
    throw new Error(`changes were neither made nor refused: ${outcome.left.slice(0, 5).join(", ")}`);
  }
  emit({ type: "end", at: clock.now(), outcome });
  return { outcome, live };
}

/** A listener cannot change an apply: what it throws, now or later, is dropped. */
function harmless(emit: (event: ApplyEvent) => unknown): (event: ApplyEvent) => void {
  return (event) => {
    try {
      const later = emit(event);
      if (later instanceof Promise) later.catch(() => undefined);
    } catch {
      // The outcome says what was done, whether or not somebody could show it.
    }
  };
}

/** Makes one change, and keeps `live` in step with it. */
async function make<Aws>(
  kind: AnyKind<Aws>,
  change: Change,
  live: Map<Address, Resource>,
  context: WriteContext<Aws>,
): Promise<void> {
  const before = live.get(change.address);
  const { address, key, label } = change;
  const verb = kind[change.action === "delete" ? "remove" : change.action];
  if (verb === undefined) throw new Error(`${kind.name} has no ${change.action}`);
  if (change.action === "delete") {
    if (before !== undefined) await kind.remove?.(before, context);
    live.delete(address);
    return;
  }
  const after: Resource = { address, kind: kind.name, key, label, spec: change.after ?? {} };
  if (change.action === "create") {
    const ids = await kind.create?.(after, context);
    live.set(address, { ...after, ids: { ...ids } });
    return;
  }
  if (before === undefined) throw new Error(`${address} is to be updated, but is not there`);
  const fields = change.fields.map(({ field }) => field);
  const ids = await kind.update?.(before, after, fields as never[], context);
  live.set(address, { ...after, ids: { ...before.ids, ...ids } });
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof OrgsyncError)) {
    return { code: "ORG0799", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
}
