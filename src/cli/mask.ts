/** What stands between words; none of these is in an address that is not in quotes (RFC 5322, "atext"). */
const WORD = /[^\s"<>()[\],;:\\]+/g;

/**
 * The text with every e-mail address as `d…@acme.com`: those who know it recognise it, others learn only the domain.
 * Words are taken whole and looked through once, so that no text takes more than linear time.
 */
export function maskEmails(text: string): string {
  return text.replace(WORD, (word) => {
    // URLs write it otherwise. What stands before the last one is the name, and behind it the domain.
    const at = Math.max(word.lastIndexOf("@", word.length - 2), word.lastIndexOf("%40", word.length - 4));
    if (at < 1) return word;
    const name = word.slice(0, at);
    const first = /[\p{L}\p{N}]/u.exec(name);
    const shown = first === null ? "" : name.slice(0, first.index + first[0].length);
    return `${shown}…${word.slice(at)}`;
  });
}
