import { distance } from "fastest-levenshtein";

const MAX_WORD = 128;

/** The word that was probably meant: two letters away, or a third of the length. The domain of an e-mail says little. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > MAX_WORD) return undefined;
  const stem = word.split("@", 1)[0] ?? word;
  const reach = stem.length < 4 ? 1 : Math.max(2, Math.floor(stem.length / 3));
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = reach + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const far = distance(lower, candidate.toLowerCase());
    if (far < least && far < Math.max(word.length, candidate.length)) [best, least] = [candidate, far];
  }
  return best;
}

/**
 * The value of a list that was probably meant: written in another way, by its initials or some of its words, or with a
 * slip.
 */
export function meantBy(word: string, known: readonly string[]): string | undefined {
  if (word.length > MAX_WORD) return undefined;
  const folded = folding(word);
  const words = wordsOf(word);
  if (folded === "") return undefined;
  const byWords = known
    .filter((value) => words.every((part) => wordsOf(value).some((one) => one.startsWith(part))))
    .toSorted((one, other) => wordsOf(one).length - wordsOf(other).length);
  return (
    known.find((value) => folding(value) === folded) ??
    (folded.length < 3 ? undefined : known.find((value) => initialsOf(value) === folded)) ??
    nearest(word, known) ??
    (folded.length < 2 ? undefined : byWords[0])
  );
}

/** Letters and digits alone: `managed_policies` and `managedPolicies` are one word. */
export const folding = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, "");

const wordsOf = (value: string): string[] => value.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const initialsOf = (value: string): string =>
  wordsOf(value)
    .map((word) => word[0])
    .join("");

/**
 * The known value that a text is, but for a slip: other letter case or signs, or a letter or two in a long word. Another
 * number is no slip. `common` is what many values have in common, and says nothing.
 */
export function typoOf(text: string, known: readonly string[], common: RegExp): string | undefined {
  if (known.includes(text) || text.length > MAX_WORD) return undefined;
  const digits = (word: string) => word.replace(/[^0-9]/g, "");
  const folded = folding(text);
  return known.find((value) => {
    if (folding(value) === folded) return true;
    const { length } = value.replace(common, "");
    const most = length < 5 ? 0 : length < 8 ? 1 : 2;
    return digits(value) === digits(text) && distance(value.toLowerCase(), text.toLowerCase()) <= most;
  });
}
