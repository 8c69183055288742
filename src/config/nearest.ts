import { distance } from "fastest-levenshtein";

/** The word that was probably meant: at most two letters away, or a third of the length. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 128) return undefined;
  const reach = Math.max(2, Math.floor(word.length / 3));
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
