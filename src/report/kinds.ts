/** Words for kinds, by their names. A plan can have kinds that are not in it: those are called by their own names. */
export type KindWords = Readonly<Record<string, string>>;

/** What there is of one kind. */
export interface OfKind<T> {
  readonly kind: string;
  /** As it comes from the plan where nothing is known about the kind: not yet visible. */
  readonly heading: string;
  /** At least one. */
  readonly items: readonly T[];
}

/** The word for a kind, else its own name. */
export const wordFor = (kind: string, words: KindWords): string =>
  (Object.hasOwn(words, kind) ? words[kind] : undefined) ?? kind;

/** All of the items, in the order of the headings; behind them those of kinds that have none. Nothing is dropped. */
export function byKind<T extends { readonly kind: string }>(items: readonly T[], headings: KindWords): OfKind<T>[] {
  const groups = new Map<string, T[]>(Object.keys(headings).map((kind) => [kind, []]));
  for (const item of items) {
    const group = groups.get(item.kind);
    if (group === undefined) groups.set(item.kind, [item]);
    else group.push(item);
  }
  return [...groups].flatMap(([kind, group]) =>
    group.length === 0 ? [] : [{ kind, heading: wordFor(kind, headings), items: group }],
  );
}
