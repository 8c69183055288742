/** Time as the sandbox sees it. */
export interface SandboxClock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when the signal is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock whose time passes only while everybody sleeps. */
export interface VirtualClock extends SandboxClock {
  /** A request, or other work that time must wait for, starts. */
  begin(): void;
  /** It has ended. */
  end(): void;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Turns of the event loop that must bring nothing new before time jumps: work between two sleeps takes a few. */
const quietTurns = 8;

/**
 * A clock that jumps to the earliest sleeper once no request is in flight and the event loop brings nothing. It has no
 * timers: what would take hours takes as long as the work in it, and always the same hours.
 */
export function virtualClock(startMs: number): VirtualClock {
  let now = startMs;
  let inFlight = 0;
  let watching = false;
  let quiet = 0;
  /** Latest first; of those of one time, the one that went to sleep first comes last. */
  const sleepers: Sleeper[] = [];

  const stir = (): void => {
    quiet = 0;
    if (watching || inFlight > 0 || sleepers.length === 0) return;
    watching = true;
    setImmediate(watch);
  };

  const watch = (): void => {
    if (inFlight > 0 || sleepers.length === 0) {
      watching = false;
      return;
    }
    quiet += 1;
    if (quiet >= quietTurns) jump();
    setImmediate(watch);
  };

  const jump = (): void => {
    quiet = 0;
    now = Math.max(now, sleepers.at(-1)!.at);
    while (sleepers.length > 0 && sleepers.at(-1)!.at <= now) sleepers.pop()!.wake();
  };

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        const onAbort = (): void => {
          sleepers.splice(sleepers.indexOf(sleeper), 1);
          reject(signal!.reason as Error);
        };
        const sleeper: Sleeper = {
          at: now + Math.max(0, ms),
          wake: () => {
            signal?.removeEventListener("abort", onAbort);
            resolve();
          },
        };
        sleepers.splice(placeOf(sleeper.at, sleepers), 0, sleeper);
        signal?.addEventListener("abort", onAbort, { once: true });
        stir();
      }),
    begin: () => {
      inFlight += 1;
      quiet = 0;
    },
    end: () => {
      inFlight -= 1;
      stir();
    },
  };
}

/** The place before all who wake at that time or sooner. */
function placeOf(at: number, sleepers: readonly Sleeper[]): number {
  let low = 0;
  let high = sleepers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sleepers[middle]!.at > at) low = middle + 1;
    else high = middle;
  }
  return low;
}
