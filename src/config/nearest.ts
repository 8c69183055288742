import { distance } from "fastest-levenshtein";

/** The word that was probably meant: two letters away, or a third of the length. The domain of an e-mail says little. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 128) return undefined;
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
