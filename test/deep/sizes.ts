/** How large the tests are that could be of any size, in each of the three runs; test/README.md shows this table. */
export const SIZES = {
  laws: { of: "cases of each law, at most", quick: 20, usual: 100, deep: 1_000 },
  races: { of: "races with somebody else, at least one of each kind", quick: 0, usual: 60, deep: 500 },
  matrix: { of: "faults of the matrix, in each of its two shares", usual: 75, deep: Infinity },
  seeds: { of: "random worlds with faults, edits and clocks", usual: 100, deep: 10_000 },
  killed: { of: "scenarios that are killed", usual: 16, deep: Infinity },
  killedAtRandom: { of: "random worlds among them", usual: 2, deep: 8 },
  kills: { of: "moments to be killed at", usual: 60, deep: Infinity },
  pairsOfKills: { of: "pairs of such moments", usual: 20, deep: 1_000 },
  concurrent: { of: "pairs of applies at once", usual: 10, deep: 200 },
  stops: { of: "events at which the installed command is stopped, in each of six ways", usual: 1, deep: Infinity },
  realKills: { of: "kills of the built command", usual: 3, deep: 50 },
  fuzzed: { of: "files of the YAML fuzz", usual: 2_000, deep: 100_000 },
  costly: { of: "megabytes of a file that is made to cost", usual: 1, deep: 4 },
  hostilePlans: { of: "hostile strings in a plan: one in", usual: 23, deep: 1 },
  hostilePages: { of: "hostile strings on a page: one in", usual: 127, deep: 1 },
  hostileNames: { of: "hostile names at the command: one in", usual: 3, deep: 1 },
  hostileAnswers: { of: "hostile strings in what AWS answers: one in", usual: 4, deep: 1 },
  hostileWords: { of: "hostile words typed: one in", usual: 6, deep: 1 },
  comments: { of: "comments of any plan", quick: 12, usual: 12, deep: 300 },
} as const satisfies Record<string, Size>;

export interface Size {
  readonly of: string;
  /** Only for what `npm run test:quick` runs. */
  readonly quick?: number;
  readonly usual: number;
  readonly deep: number;
}

/** The run that this is: `npm run test:quick`, `npm test` (or any test by itself), `npm run test:deep`. */
const RUN = (["quick", "deep"] as const).find((run) => run === process.env["ORGSYNC_RUN"]) ?? "usual";

/** Whether this is `npm run test:deep`, which takes its time; otherwise the same tests run over fewer cases. */
export const DEEP = RUN === "deep";

/** How many of these this run takes. */
export function sizeOf(name: keyof typeof SIZES): number {
  const size: Size = SIZES[name];
  return size[RUN] ?? size.usual;
}

/** One in so many of a list, as many as this run takes. */
export const oneIn = <T>(items: readonly T[], name: keyof typeof SIZES): T[] =>
  items.filter((_, index) => index % sizeOf(name) === 0);

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
