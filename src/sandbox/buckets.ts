import type { Quota } from "./operation.ts";

/** Token buckets by name, full at first and refilled all the time, on the clock. */
export function buckets(): { take(now: number, wanted: readonly (readonly [name: string, quota: Quota])[]): boolean } {
  const known = new Map<string, { tokens: number; at: number }>();

  const refilled = (name: string, { rate, burst }: Quota, now: number) => {
    const bucket = known.get(name);
    if (!bucket) {
      const full = { tokens: burst, at: now };
      known.set(name, full);
      return full;
    }
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) * rate) / 1000);
    bucket.at = now;
    return bucket;
  };

  return {
    /** Takes a token out of each bucket, or, when one of them is empty, none at all. */
    take(now, wanted) {
      const found = wanted.map(([name, quota]) => refilled(name, quota, now));
      // A caller that waited for exactly one token has it, whatever rounding says.
      if (found.some(({ tokens }) => tokens < 1 - 1e-6)) return false;
      for (const bucket of found) bucket.tokens = Math.max(0, bucket.tokens - 1);
      return true;
    },
  };
}
