/** Who, what and where: one assignment, each part by its name. */
export interface Grant {
  readonly who: string;
  readonly what: string;
  readonly where: string;
}

/** Everybody of `who` has everything of `what` everywhere in `where`. */
export interface GrantGroup {
  readonly who: readonly string[];
  readonly what: readonly string[];
  readonly where: readonly string[];
}

type Part = keyof Grant;
const ORDERS: readonly (readonly [Part, Part, Part])[] = [
  ["who", "what", "where"],
  ["who", "where", "what"],
  ["what", "where", "who"],
];

/**
 * Few groups that together are exactly these grants, each grant in one of them. Grants that share two parts are put
 * together by the third, and these again by what they have alike; of the ways to do so the one with the fewest groups
 * is taken. Lists and groups come in the order of their texts.
 */
export function groupGrants(grants: readonly Grant[]): GrantGroup[] {
  const ways = ORDERS.flatMap(([first, second, third]) => [
    grouped(grants, first, second, third),
    grouped(grants, second, first, third),
  ]);
  const best = ways.reduce((least, way) => (way.length < least.length ? way : least), ways[0] ?? []);
  return best.toSorted((left, right) => compare(textOf(left), textOf(right)));
}

/** For each pair of the two outer parts what it has of the inner one; then the first outer part's values put together. */
function grouped(grants: readonly Grant[], outer: Part, middle: Part, inner: Part): GrantGroup[] {
  const pairs = collect(
    grants,
    (grant) => [grant[outer], grant[middle]],
    (grant) => grant[inner],
  );
  // Of each inner list: which outer values have it for which middle ones.
  const byList = collect(
    pairs,
    ({ values }) => values,
    ({ key }) => JSON.stringify(key),
  );
  return byList.flatMap(({ key: innerValues, values }) => {
    const relation = values.map((pair) => JSON.parse(pair) as [string, string]);
    const rows = collect(
      relation,
      ([first]) => [first],
      ([, second]) => second,
    );
    return collect(
      rows,
      (row) => row.values,
      (row) => row.key[0] ?? "",
    ).map(
      ({ key, values: outers }): GrantGroup =>
        ({ [outer]: outers, [middle]: key, [inner]: innerValues }) as unknown as GrantGroup,
    );
  });
}

/** What items of one key have, sorted. */
function collect<T>(
  items: readonly T[],
  keyOf: (item: T) => readonly string[],
  valueOf: (item: T) => string,
): { readonly key: readonly string[]; readonly values: readonly string[] }[] {
  const found = new Map<string, { key: readonly string[]; values: Set<string> }>();
  for (const item of items) {
    const key = keyOf(item);
    const id = JSON.stringify(key);
    const entry = found.get(id) ?? { key, values: new Set<string>() };
    entry.values.add(valueOf(item));
    found.set(id, entry);
  }
  return [...found.values()].map(({ key, values }) => ({ key, values: [...values].toSorted(compare) }));
}

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

const textOf = ({ who, what, where }: GrantGroup): string => JSON.stringify([who, what, where]);
