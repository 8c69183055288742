/**
 * What acts on a terminal, or does not show on it, in a text: an oracle of its own, by code points and not by Unicode's
 * properties, which `src/model/characters.ts` goes by.
 */

/** The sequences of `node:util` styleText. */
// oxlint-disable-next-line no-control-regex -- they begin with one
const COLOURS = /\u001b\[(?:0|1|2|4|22|24|3[1-9]|39|9[0-7])m/g;
/** The cursor's moves of log-update: hide, show, up, left, erase the line or what is below; begin and end of a frame;
 * and the line on stderr that says how reading gets on, which is written over. */
// oxlint-disable-next-line no-control-regex -- they begin with one
const MOVES = /\u001b\[(?:\?25[hl]|\?2026[hl]|[0-9]*A|[0-9]*[GK]|[0-9]*J)|\r(?=reading AWS: |\u001b\[K)/g;

const RANGES: readonly (readonly [number, number])[] = [
  // Controls of the first set but the line end, of the second set, and DEL.
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  // Soft hyphen, grapheme joiner, Arabic letter mark, fillers, Mongolian selectors.
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  // Zero width, directional marks, line and paragraph ends, embeddings, isolates, invisible operators.
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  // Half a pair; variation selectors but the emoji's; byte order mark; half-width filler; interlinear marks.
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0e],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffd, 0xfffd],
  // Shorthand and musical controls; tags and the other variation selectors.
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

/** Which sequences of its own an output may have. */
export interface Sequences {
  /** Those of styleText. */
  readonly colours?: boolean;
  /** Those of log-update and of reading's progress. */
  readonly moves?: boolean;
}

/** An output without its own sequences. */
export function without(text: string, { colours, moves }: Sequences): string {
  const plain = colours === true ? text.replace(COLOURS, "") : text;
  return moves === true ? plain.replace(MOVES, "") : plain;
}

const ACTS = new Uint8Array(0x110000);
for (const [first, last] of RANGES) ACTS.fill(1, first, last + 1);

/** The code points of a text that must not reach a terminal, as `U+001B`. */
export function unshown(text: string, allowed: Sequences = {}): string[] {
  const rest = without(text, allowed);
  if (/^[\n -~]*$/.test(rest)) return [];
  const found = new Set<string>();
  let marks = 0;
  for (const character of rest) {
    const point = character.codePointAt(0) ?? 0;
    if (ACTS[point] === 1) found.add(named(point));
    marks = isMark(point) ? marks + 1 : 0;
    if (marks > 8) found.add(`${named(point)}, the ninth mark on one letter`);
  }
  for (const [match] of rest.matchAll(NO_EMOJI)) found.add(`${named(match.charCodeAt(0))} without an emoji`);
  return [...found];
}

/** An emoji's variation selector behind none. */
const NO_EMOJI = /(?<![\u00a9\u00ae\u203c-\u3299]|[\ud83c-\ud83e][\udc00-\udfff])\ufe0f(?!\u20e3)/g;
const named = (point: number): string => `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
const isMark = (point: number): boolean =>
  (point >= 0x300 && point <= 0x36f) || (point >= 0x483 && point <= 0x489) || (point >= 0x20d0 && point <= 0x20f0);
