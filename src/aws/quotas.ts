import type { Clock } from "../model/clock.ts";

/** A token bucket as AWS publishes it: `rate` calls a second, at most `burst` at once. */
export interface Rate {
  readonly rate: number;
  readonly burst: number;
}

/** Hands out the right to make one call, in the order in which it was asked for. */
export interface Bucket {
  take(): Promise<void>;
  /** AWS throttled us all the same (other tools share the bucket): nobody goes before `ms` have passed. */
  pause(ms: number): void;
}

/**
 * Our pace stays this far below AWS's, and of a burst only half is used, so that calls which are in time here are in
 * time there, also when some of them are held up on the way and arrive together.
 */
const MARGIN = 0.95;
const BURST_SHARE = 0.5;

/**
 * A bucket that books a moment for each caller instead of keeping a queue: `full` is when the bucket would be full
 * again if nobody came any more, and a call may go as soon as the bucket holds one token.
 */
export function bucket({ rate, burst }: Rate, clock: Clock): Bucket {
  const interval = 1000 / (rate * MARGIN);
  const tolerance = (Math.ceil(burst * BURST_SHARE) - 1) * interval;
  let full = 0;
  return {
    async take() {
      const now = clock.now();
      full = Math.max(full, now) + interval;
      // Whole milliseconds, but none for what is only a rounding error.
      const wait = Math.ceil(full - interval - tolerance - now - 1e-6);
      if (wait > 0) await clock.sleep(wait);
    },
    pause(ms) {
      full = Math.max(full, clock.now() + ms + tolerance);
    },
  };
}
