/** What stands for something else than text, to YAML 1.1 or 1.2 or to an editor that colours it. */
const WORDS = /^(?:null|~|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.(?:inf|nan)?)$/i;
/** Numbers, dates and times, and what looks like one: account ids too. */
const NUMERIC = /^[-+.]?[0-9][0-9a-fA-F_.,:eExXoTZ+-]*$/;
const FIRST = /^[-?:,[\]{}#&*!|>'"%@`]/;
/** What ends a plain text, or would be lost at its ends. */
const BREAKS = /: |:$| #|^ | $|[^\S ]|\p{C}|^\.\.\./u;
const FLOW = /[,[\]{}]/;

/** A scalar as YAML: text without quotes where nothing else could be meant. Within `{}` and `[]` more needs quotes. */
export function scalarText(value: string | number | boolean, inFlow = true): string {
  if (typeof value !== "string") return String(value);
  const needsQuotes =
    value === "" ||
    WORDS.test(value) ||
    NUMERIC.test(value) ||
    FIRST.test(value) ||
    BREAKS.test(value) ||
    (inFlow && FLOW.test(value));
  if (!needsQuotes) return value;
  // Quotes and backslashes are easier to read without escapes.
  return /["\\]/.test(value) && !/['\t\n\r]|[^\S ]|\p{C}/u.test(value) ? `'${value}'` : JSON.stringify(value);
}
