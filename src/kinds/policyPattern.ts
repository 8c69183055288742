/**
 * Whether a text fits a pattern of IAM's: `*` is any text or none, `?` one character. In steps that grow with the length
 * of both, whatever the pattern. IAM user guide, "IAM JSON policy elements: Resource".
 */
export function fitsPattern(pattern: string, text: string): boolean {
  let [at, from] = [0, 0];
  // Where the last star stands, and how much of the text it takes so far.
  let star = -1;
  let taken = 0;
  while (from < text.length) {
    if (pattern[at] === "*") {
      star = at++;
      taken = from;
    } else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === text[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++taken;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
