/**
 * Characters that do not show, or change how others show: controls, bidirectional marks, zero-width and filler
 * characters, lone surrogates, U+FFFD, which stands for bytes that were not UTF-8, and of marks that pile up on one
 * letter those after the eighth, which cover the lines around. Tabs and line ends, which files need, are not among
 * them, nor is the variation selector where it makes an emoji.
 */
const HIDDEN = [
  String.raw`(?![\t\n\r\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffd]`,
  String.raw`(?<!\p{Extended_Pictographic})\ufe0f(?!\u20e3)`,
  String.raw`(?<=\p{M}{8})\p{M}`,
].join("|");

const ANY_HIDDEN = new RegExp(HIDDEN, "u");
const PLAIN_ASCII = /^[\t\n\r -~]*$/;

/** Offsets and characters of everything in a text that does not show. */
export function* hiddenCharacters(text: string): Generator<{ offset: number; character: string }> {
  if (PLAIN_ASCII.test(text)) return;
  for (const match of text.matchAll(new RegExp(HIDDEN, "gu"))) yield { offset: match.index, character: match[0] };
}

/** Whether a text has a character that does not show. */
export function hasHidden(text: string): boolean {
  return !PLAIN_ASCII.test(text) && ANY_HIDDEN.test(text);
}

/** The text with everything that does not show replaced. */
export function replaceHidden(text: string, replacement: (character: string) => string): string {
  return PLAIN_ASCII.test(text) ? text : text.replace(new RegExp(HIDDEN, "gu"), replacement);
}

/** A character as an escape that shows: `\u202e`. */
export function escaped(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, "0")}`;
}
