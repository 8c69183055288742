/** Whether this is `npm run test:deep`, which takes its time; otherwise the same tests run over fewer cases. */
export const DEEP = process.env["ORGSYNC_DEEP"] === "1";

/** So many cases in a short run, so many in a deep one. */
export const size = (short: number, deep: number): number => (DEEP ? deep : short);

/** Evenly spread over a list, the first among them: always the same. */
export function sample<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}

/** A generator of numbers from 0 to 1 that depends on nothing but its seed. */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How long a test of a deep run may take, in milliseconds: only one that hangs takes this long. */
export const LONG = 3_600_000;
