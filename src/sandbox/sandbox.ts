import { buckets } from "./buckets.ts";
import { callerOf } from "./caller.ts";
import type { SandboxClock, VirtualClock } from "./clock.ts";
import { asyncWork, faultsOf, insteadOf, spoilAsyncWork } from "./faults.ts";
import type { Fault } from "./faults.ts";
import { historyOf } from "./history.ts";
import { identifiers, uuidFrom } from "./ids.ts";
import { readInput } from "./input.ts";
import { AwsError } from "./operation.ts";
import type { Context, Quota } from "./operation.ts";
import { settleOrganization } from "./organizations/settle.ts";
import { settleIdentityCenter } from "./sso-admin/settle.ts";
import { answer, callOf, errorAnswer, targetOf } from "./wire.ts";
import type { Call, Target, WireRequest, WireResponse } from "./wire.ts";
import type { World } from "./world.ts";

export interface SandboxOptions {
  readonly world: World;
  readonly clock: SandboxClock;
  /** How long asynchronous requests take; 2 seconds. */
  readonly asyncSeconds?: number;
  /** Whether AWS's rates hold; they do. */
  readonly throttle?: boolean;
  /** Whether pages are cut at odd places, some of them empty. */
  readonly raggedPages?: boolean;
  /** How long a write takes to show in reads. */
  readonly visibilityDelayMs?: number;
  /** Whether accounts and units say where they are (`Paths`, `Path`); they do. */
  readonly paths?: boolean;
  /** How long a request is under way before the service sees it. */
  readonly latencyMs?: number;
  readonly faults?: readonly Fault[];
  /** Hears of every call once it is answered. */
  readonly observe?: (call: ObservedCall) => void;
}

/** One call that was made. */
export interface ObservedCall {
  /** As in `Fault`; as the caller wrote it for a service that there is not. */
  readonly service: string;
  readonly operation: string;
  readonly access: "read" | "write";
  readonly input: unknown;
  readonly at: number;
  /** The status of the answer; 0 when none came. */
  readonly status: number;
  /** The error's name. */
  readonly error?: string;
}

/** A simulated AWS. */
export interface Sandbox {
  readonly world: World;
  /** Answers a request; throws what a broken connection throws when a fault says so. */
  handle(request: WireRequest, options?: { readonly abortSignal?: AbortSignal }): Promise<WireResponse>;
  /** The world with all that is due by now settled, ready to be saved. */
  snapshot(): World;
}

/** Makes the simulated AWS that a world is the state of. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { world, clock, latencyMs = 0, visibilityDelayMs = 0, observe } = options;
  const rates = buckets();
  const faults = faultsOf(options.faults ?? []);
  const history = visibilityDelayMs > 0 ? historyOf(world, visibilityDelayMs, settle) : undefined;
  const ids = identifiers(world);
  const firstId = `${world.seed} request ${world.issued}`;
  let requests = 0;

  const contextOf = (call: Call, now: number): Context => ({
    world: history && call.operation.access === "read" ? history.seenAt(now) : world,
    caller: callerOf(world, call.accessKeyId),
    now,
    region: call.region,
    asyncMs: (options.asyncSeconds ?? 2) * 1000,
    raggedPages: options.raggedPages ?? false,
    paths: options.paths ?? true,
    ...ids,
  });

  /** The rates that a call counts against. */
  const quotasOf = ({ endpoint, name, operation }: Call): (readonly [string, Quota])[] => [
    ...(operation.quota ? [[`${endpoint.name}:${name}`, operation.quota] as const] : []),
    ...(endpoint.service.quota ? [[endpoint.name, endpoint.service.quota] as const] : []),
  ];

  const throttle = (call: Call, now: number): void => {
    if (options.throttle === false || rates.take(now, quotasOf(call))) return;
    const { name, message, status } = call.endpoint.service.throttled;
    throw new AwsError(name, message, {}, status);
  };

  const run = (call: Call, now: number): object => {
    const { endpoint, operation, name } = call;
    const { input, violations } = readInput(operation.input, call.input);
    if (violations.length > 0) throw endpoint.service.invalid(name, violations);
    if (operation.access === "read") return operation.run(input, contextOf(call, now));
    try {
      return operation.run(input, contextOf(call, now));
    } finally {
      history?.changed(now);
    }
  };

  /** Carries a call out; what it answers is not always what is sent. */
  const carryOut = (call: Call, now: number): { output: object; raw?: (text: string) => string } => {
    const fault = faults.at(call);
    const prepared = faults.prepared(call);
    if (prepared) return { output: prepared };
    const instead = fault && insteadOf(fault, call);
    if (instead) throw instead;
    throttle(call, now);
    history?.keep();
    settle(world, now);
    if (!fault) return { output: run(call, now) };
    const before = asyncWork(world);
    const output = run(call, now);
    if (fault.kind.startsWith("async-")) spoilAsyncWork(fault, world, before);
    const outcome = faults.after(fault, call, output);
    if ("broken" in outcome) throw outcome.broken;
    return "raw" in outcome ? { output, raw: outcome.raw } : outcome;
  };

  const answerTo = (request: WireRequest): WireResponse => {
    const now = clock.now();
    const requestId = uuidFrom(`${firstId} ${(requests += 1)}`);
    const target = targetOf(request);
    let call: Call | undefined;
    const report = (status: number, error?: string): void =>
      observe?.({ ...observed(target, call), at: now, status, ...(error === undefined ? {} : { error }) });
    try {
      call = callOf(request, target);
      const { output, raw } = carryOut(call, now);
      const good = answer(target.dialect, call.name, output, requestId);
      report(good.statusCode);
      return raw ? withBody(good, raw(Buffer.from(good.body).toString())) : good;
    } catch (error) {
      if (!(error instanceof AwsError)) {
        report(0, nameOf(error));
        throw error;
      }
      report(error.status, error.name);
      return errorAnswer(target.dialect, error, requestId);
    }
  };

  return {
    world,
    handle: async (request, { abortSignal } = {}) => {
      abortSignal?.throwIfAborted();
      if (latencyMs > 0) await clock.sleep(latencyMs, abortSignal);
      if (!isVirtual(clock)) return answerTo(request);
      clock.begin();
      try {
        return answerTo(request);
      } finally {
        clock.end();
      }
    },
    snapshot: () => {
      const now = clock.now();
      history?.keep();
      settle(world, now);
      world.now = now;
      return world;
    },
  };
}

function settle(world: World, now: number): void {
  settleOrganization(world, now);
  settleIdentityCenter(world, now);
}

function observed(
  { endpoint, operation }: Target,
  call: Call | undefined,
): Pick<ObservedCall, "service" | "operation" | "access" | "input"> {
  const service = endpoint?.name ?? "";
  return { service, operation, access: call?.operation.access ?? "read", input: call?.input };
}

function nameOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === "string" ? code : String(name);
}

function withBody(response: WireResponse, text: string): WireResponse {
  const body = Buffer.from(text);
  return { ...response, headers: { ...response.headers, "content-length": String(body.length) }, body };
}

function isVirtual(clock: SandboxClock): clock is VirtualClock {
  return "begin" in clock && "end" in clock;
}
