import pRetry from "p-retry";
import type { Clock } from "../model/clock.ts";
import { AwsError, type AwsErrorKind, toAwsError } from "./errors.ts";
import type { OperationSpec } from "./operations.ts";

/** How long and how patiently an error of one kind is waited out; times in milliseconds. */
interface Patience {
  readonly first: number;
  readonly longest: number;
  /** All waiting of one call together. */
  readonly budget: number;
}

const PATIENCE: Partial<Record<AwsErrorKind, Patience>> = {
  throttled: { first: 1_000, longest: 20_000, budget: 180_000 },
  busy: { first: 1_000, longest: 15_000, budget: 150_000 },
  unsure: { first: 500, longest: 5_000, budget: 20_000 },
  malformed: { first: 500, longest: 2_000, budget: 2_000 },
  unreachable: { first: 500, longest: 2_000, budget: 5_000 },
};

/** For somebody who wants to know now: only what is asked too fast is asked again, for seconds. */
const HURRIED: Patience = { first: 500, longest: 2_000, budget: 4_000 };

/** AWS shows a thing that was just made to its other services a little later. */
const SETTLING: Patience = { first: 1_000, longest: 5_000, budget: 60_000 };

const MOST_ATTEMPTS = 40;

export interface RetryOptions {
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly resend: OperationSpec["resend"];
  /** "Missing" may mean "not visible yet": the call refers to things that this run has just made. */
  readonly settling: boolean;
  /** Only a service that says that it is asked too fast is asked again, and not for long. */
  readonly impatient: boolean;
  readonly isInterruption: (error: unknown) => boolean;
  readonly onThrottle: (ms: number) => void;
}

/**
 * Calls AWS until it answers or patience ends; throws an `AwsError`. What was certainly not carried out is sent again;
 * what may have been is sent again only where that is harmless. Nothing is ever resent for an operation whose
 * `resend` is `never`.
 */
export async function withRetry<T>(operation: string, options: RetryOptions, call: () => Promise<T>): Promise<T> {
  let waited = 0;
  return pRetry(
    async () => {
      try {
        return await call();
      } catch (error) {
        throw options.isInterruption(error) ? error : toAwsError(operation, error);
      }
    },
    {
      retries: MOST_ATTEMPTS,
      minTimeout: 0,
      maxTimeout: 0,
      // Waits in here, on the injected clock; p-retry's own waiting is switched off above.
      shouldRetry: async ({ error, attemptNumber }) => {
        const patience = patienceFor(error, options);
        if (!(error instanceof AwsError) || patience === undefined || waited >= patience.budget) return false;
        const ms = delay(error, patience, attemptNumber, options.random);
        if (options.impatient && ms > patience.budget) return false;
        waited += ms;
        if (error.kind === "throttled") options.onThrottle(ms);
        await options.clock.sleep(ms);
        return true;
      },
    },
  );
}

function patienceFor(error: unknown, { resend, settling, impatient }: RetryOptions): Patience | undefined {
  if (!(error instanceof AwsError) || resend === "never") return undefined;
  if (impatient) return error.kind === "throttled" ? HURRIED : undefined;
  if (error.kind === "missing") return settling ? SETTLING : undefined;
  // A conflict on a create may mean that the thing is there: its kind looks before it tries again.
  if (resend === "lookup" && (error.kind === "busy" || error.kind === "unsure" || error.kind === "malformed"))
    return undefined;
  return PATIENCE[error.kind];
}

/** Exponential with jitter over its upper half, or what AWS asks for when that is longer. */
function delay(error: AwsError, patience: Patience, attempt: number, random: () => number): number {
  const ceiling = Math.min(patience.longest, patience.first * 2 ** (attempt - 1));
  const wanted = (error.retryAfterSeconds ?? 0) * 1000;
  return Math.round(Math.max(wanted, ceiling * (0.5 + random() / 2)));
}
