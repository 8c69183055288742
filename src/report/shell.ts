import { visible } from "./escape.ts";

/** A text as one word of a command to paste; what does not show is written as an escape. */
export const shellWord = (word: string): string =>
  /^[\w./@%+=:,-]+$/.test(word) ? word : `'${visible(word).replaceAll("'", "'\\''")}'`;
