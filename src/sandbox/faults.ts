import { AwsError } from "./operation.ts";
import type { Endpoint } from "./services.ts";
import type { Call } from "./wire.ts";
import { unknownOperation } from "./wire.ts";
import type { World } from "./world.ts";

/** What can go wrong with a call. */
export const FAULT_KINDS = [
  /** Too fast. */
  "throttle",
  /** A failure of the service before, or after, it did what was asked. */
  "error-500",
  "error-500-after",
  /** The connection breaks before, or after. */
  "reset",
  "reset-after",
  /** Done, but the answer never comes. */
  "timeout-after",
  /** Another request is at work on the same thing. */
  "busy",
  "access-denied",
  "expired-token",
  /** Done, but the answer is half an answer, or none. */
  "malformed-body",
  "empty-body",
  /** There is another page, but asked for it the service answers nothing. */
  "lost-page",
  /** A page whose token leads back to itself. */
  "repeated-token",
  /** A page has one of its items twice. */
  "duplicate-item",
  /** A page lacks its `first`, `middle` or `last` item, or `all` of them (`reason`); the next page follows. */
  "lost-items",
  /** A list without items, and without another page. */
  "empty-list",
  /** A value that no client knows yet. */
  "unknown-enum",
  /** A member that should be there is not; `reason` may name it. */
  "missing-field",
  /** The asynchronous request that the call starts fails, with `reason`, or never ends. */
  "async-failed",
  "async-stuck",
  "not-implemented",
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Something that goes wrong at certain calls. */
export interface Fault {
  /** `organizations:ListAccounts`; `*` stands for anything. */
  readonly operation: string;
  /** The first call that it happens to, from 1; without it, and without `count`, it happens to each. */
  readonly nth?: number;
  /** To how many calls in a row: one when only `nth` is given. */
  readonly count?: number;
  readonly kind: FaultKind;
  /** The `Reason` of the error, or what the kind says. */
  readonly reason?: string;
}

/** What becomes of an answer. */
export type Outcome =
  | { readonly output: object }
  | { readonly raw: (text: string) => string }
  | { readonly broken: Error };

/** The faults of one sandbox, counting calls. */
export interface Faults {
  /** The fault that a call meets. */
  at(call: Call): Fault | undefined;
  /** The answer that an earlier fault holds ready for a page token. */
  prepared(call: Call): object | undefined;
  /** What a fault does to a call that was carried out. */
  after(fault: Fault, call: Call, output: object): Outcome;
}

export function faultsOf(faults: readonly Fault[]): Faults {
  const counted = faults.map((fault) => ({ fault, matches: globOf(fault.operation), calls: 0 }));
  /** Answers by `operation token`. */
  const answers = new Map<string, object>();
  const nameOf = ({ endpoint, name }: Call): string => `${endpoint.name}:${name}`;

  return {
    at: (call) => {
      let met: Fault | undefined;
      for (const one of counted) {
        if (!one.matches.test(nameOf(call))) continue;
        one.calls += 1;
        if (isDue(one.fault, one.calls)) met ??= one.fault;
      }
      return met;
    },
    prepared: (call) => answers.get(`${nameOf(call)} ${tokenOf(call)}`),
    after: (fault, call, output) => {
      switch (fault.kind) {
        case "lost-page": {
          const shortened = withToken(output);
          answers.set(`${nameOf(call)} ${shortened.NextToken}`, {});
          return { output: shortened };
        }
        case "repeated-token": {
          const repeated = { ...output, NextToken: tokenOf(call) ?? tokenIn(output) ?? madeUpToken };
          answers.set(`${nameOf(call)} ${repeated.NextToken}`, repeated);
          return { output: repeated };
        }
        default:
          return outcome(fault, call.endpoint, output);
      }
    },
  };
}

/** What a fault does instead of the call; nothing for those that come after it. */
export function insteadOf({ kind, reason }: Fault, { endpoint, name }: Call): Error | undefined {
  const { service, errors, protocol } = endpoint;
  const refusal = protocol === "json" ? 400 : 403;
  const members = reason === undefined ? {} : { Reason: reason };
  switch (kind) {
    case "throttle":
      return new AwsError(service.throttled.name, service.throttled.message, members, service.throttled.status);
    case "error-500":
      return failure(endpoint);
    case "reset":
      return reset();
    case "busy": {
      const conflict = endpoint.name === "identityStore" ? { Reason: "CONCURRENT_MODIFICATION", ...members } : members;
      const text = "Another request is at work on the same resource. Try again later.";
      return new AwsError(errors.busy, text, conflict, protocol === "rest-json" ? 409 : 400);
    }
    case "access-denied": {
      const text = `You are not authorized to perform ${service.signingName}:${name}`;
      return new AwsError(errors.denied, text, members, refusal);
    }
    case "expired-token":
      return new AwsError(errors.expired, "The security token included in the request is expired", {}, refusal);
    case "not-implemented":
      return unknownOperation(`${endpoint.name}:${name}`, endpoint);
    default:
      return undefined;
  }
}

function outcome({ kind, reason }: Fault, endpoint: Endpoint, output: object): Outcome {
  switch (kind) {
    case "error-500-after":
      return { broken: failure(endpoint) };
    case "reset-after":
      return { broken: reset() };
    case "timeout-after":
      return { broken: Object.assign(new Error("The answer did not come in time"), { name: "TimeoutError" }) };
    case "malformed-body":
      return { raw: (text) => text.slice(0, Math.ceil(text.length / 2)) };
    case "empty-body":
      return { raw: () => "" };
    case "duplicate-item":
      return { output: withListOf(output, (items) => [...items, ...items.slice(0, 1)]) };
    case "lost-items":
      return {
        output: withListOf(output, (items) => items.filter((_, index) => !isLost(reason, index, items.length))),
      };
    case "empty-list": {
      const { NextToken: _, ...list } = withListOf(output, () => []) as { readonly NextToken?: unknown };
      return { output: list };
    }
    case "unknown-enum":
      return { output: withUnknownEnum(output) };
    case "missing-field":
      return { output: withoutField(output, reason) };
    default:
      return { output };
  }
}

/** What there is of asynchronous work, so that what a call adds to it can be told. */
export function asyncWork(world: World): ReadonlySet<object> {
  return new Set<object>([
    ...Object.values(world.organization?.createRequests ?? {}),
    ...requestsOfCenter(world),
    ...closing(world),
    ...changingTypes(world),
  ]);
}

/** What Identity Center does in its own time: requests, and switching on attributes for access control. */
const requestsOfCenter = ({ identityCenter }: World) => [
  ...Object.values(identityCenter?.requests ?? {}),
  ...(identityCenter?.accessControlCreation ? [identityCenter.accessControlCreation] : []),
];

const closing = ({ organization }: World) =>
  Object.values(organization?.accounts ?? {}).filter(({ state }) => state === "PENDING_CLOSURE");

/** Policy types that are being enabled or disabled. */
const changingTypes = ({ organization }: World) =>
  (organization?.root.policyTypes ?? []).filter(({ endsAt }) => endsAt !== undefined);

/** Makes the asynchronous requests that are new fail, or last for ever. */
export function spoilAsyncWork({ kind, reason }: Fault, world: World, before: ReadonlySet<object>): void {
  for (const account of closing(world)) {
    // A closing has no way to fail, and neither has a change of a policy type, but both may take for ever.
    if (kind === "async-stuck" && !before.has(account)) account.closesAt = Number.MAX_SAFE_INTEGER;
  }
  for (const change of changingTypes(world)) {
    if (kind === "async-stuck" && !before.has(change)) change.endsAt = Number.MAX_SAFE_INTEGER;
  }
  const create = Object.values(world.organization?.createRequests ?? {});
  for (const request of [...create, ...requestsOfCenter(world)]) {
    if (before.has(request)) continue;
    if (kind === "async-stuck") request.endsAt = Number.MAX_SAFE_INTEGER;
    else
      request.failsWith =
        reason ?? ("email" in request ? "INTERNAL_FAILURE" : "Received a 500 status error: internal failure");
  }
}

function isDue({ nth, count }: Fault, call: number): boolean {
  if (nth === undefined && count === undefined) return true;
  const first = nth ?? 1;
  return call >= first && call < first + (count ?? 1);
}

function globOf(glob: string): RegExp {
  const parts = glob.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

const failure = ({ errors }: Endpoint): AwsError =>
  new AwsError(errors.internal, "An internal failure occurred. Try again later.", {}, 500);

const reset = (): Error => Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });

const madeUpToken = "bm90aGluZy1iZWhpbmQtdGhpcw";

function tokenOf({ input }: Call): string | undefined {
  return tokenIn(input);
}

function tokenIn(value: object): string | undefined {
  const token = (value as { NextToken?: unknown }).NextToken;
  return typeof token === "string" ? token : undefined;
}

/** A page that is followed by another: a last one gives half of its items away. */
function withToken(output: object): { readonly NextToken: string } {
  const token = tokenIn(output);
  if (token !== undefined) return { ...output, NextToken: token };
  const half = withListOf(output, (items) => items.slice(0, Math.floor(items.length / 2)));
  return { ...half, NextToken: madeUpToken };
}

function withListOf(output: object, change: (items: readonly unknown[]) => readonly unknown[]): object {
  const found = Object.entries(output).find((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  return found ? { ...output, [found[0]]: change(found[1]) } : output;
}

function isLost(which: string | undefined, index: number, count: number): boolean {
  switch (which) {
    case "first":
      return index === 0;
    case "last":
      return index === count - 1;
    case "middle":
      return index === Math.floor(count / 2);
    default:
      return true;
  }
}

/** The first value that looks like one of an enumeration becomes a new one. */
function withUnknownEnum(output: object): object {
  let done = false;
  return JSON.parse(JSON.stringify(output), (name, value: unknown) => {
    const isEnum =
      /(State|Status|Type|Method|FeatureSet)$/.test(name) && typeof value === "string" && /^[A-Z_]+$/.test(value);
    if (done || !isEnum) return value;
    done = true;
    return "NOT_KNOWN_YET";
  }) as object;
}

/** Takes a member out of the first item of a list, of the structure in the answer, or of the answer itself. */
function withoutField(output: object, name: string | undefined): object {
  const copy = JSON.parse(JSON.stringify(output)) as Record<string, unknown>;
  const holder = holderOf(copy);
  const gone = name !== undefined && Object.hasOwn(copy, name) ? copy : holder;
  delete gone[name ?? Object.keys(gone)[0] ?? ""];
  return copy;
}

function holderOf(answer: Record<string, unknown>): Record<string, unknown> {
  for (const value of Object.values(answer)) {
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof inner === "object" && inner !== null) return inner as Record<string, unknown>;
  }
  return answer;
}
