import { isObject } from "../model/json.ts";

/** A package.json with a script, or why it has none. */
export type Scripted =
  | { readonly outcome: "same" | "added" | "changed"; readonly text: string }
  /** The name has another script, which stays. */
  | { readonly outcome: "taken"; readonly script: string }
  | { readonly outcome: "unreadable" };

/**
 * Adds a script to a package.json, and keeps all else as it is written. A script of that name stays, unless `replaces`
 * says that it is an older one of the same.
 */
export function withScript(
  text: string,
  name: string,
  command: string,
  replaces: (script: string) => boolean,
): Scripted {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const value = parsed(text.slice(start));
  if (!isObject(value)) return { outcome: "unreadable" };
  const { scripts } = value;
  const { eol, indent } = layoutOf(text);
  const root = membersAt(text, text.indexOf("{", start));
  const own = root.members.findLast(({ key }) => key === "scripts");
  const written = JSON.stringify(command);
  if (own === undefined) {
    const block = `{${eol}${indent}${indent}"${name}": ${written}${eol}${indent}}`;
    return { outcome: "added", text: withMember(text, root, "scripts", block, eol + indent, eol) };
  }
  if (!isObject(scripts)) return { outcome: "unreadable" };
  const inner = membersAt(text, own.start);
  const there = inner.members.findLast(({ key }) => key === name);
  if (there === undefined)
    return {
      outcome: "added",
      text: withMember(text, inner, name, written, eol + indent + indent, eol + indent),
    };
  const script = scripts[name];
  if (script === command) return { outcome: "same", text };
  if (typeof script !== "string" || !replaces(script)) return { outcome: "taken", script: JSON.stringify(script) };
  return { outcome: "changed", text: text.slice(0, there.start) + written + text.slice(there.end) };
}

/** How lines end, and how far the first member stands in; nothing of both where all is on one line. */
function layoutOf(text: string): { eol: string; indent: string } {
  const first = /\{[ \t]*(\r?\n)([ \t]*)/.exec(text);
  return first === null ? { eol: "", indent: "" } : { eol: first[1] ?? "", indent: first[2] ?? "" };
}

/** Offsets: `start` and `end` are of the value, without and with its last character. */
interface Member {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
}

interface Members {
  /** Of the opening and the closing brace. */
  readonly start: number;
  readonly end: number;
  readonly members: readonly Member[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const STRING = /"(?:[^"\\]|\\.)*"/y;
const BLANK = /[ \t\r\n]*/y;

/** The members of an object in a text that is JSON. */
function membersAt(text: string, start: number): Members {
  const members: Member[] = [];
  let at = skip(text, start + 1, BLANK);
  while (text[at] !== "}") {
    const keyStart = at;
    const keyEnd = skip(text, at, STRING);
    const colon = skip(text, keyEnd, BLANK);
    const value = skip(text, colon + 1, BLANK);
    const end = endOfValue(text, value);
    members.push({ key: JSON.parse(text.slice(keyStart, keyEnd)) as string, keyStart, keyEnd, start: value, end });
    at = skip(text, end, BLANK);
    if (text[at] === ",") at = skip(text, at + 1, BLANK);
  }
  return { start, end: at, members };
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return skip(text, start, STRING);
  if (text[start] !== "{" && text[start] !== "[") return skip(text, start, /[^,\]}\s]+/y);
  let depth = 0;
  let at = start;
  do {
    const character = text[at];
    if (character === '"') at = skip(text, at, STRING);
    else {
      if (character === "{" || character === "[") depth++;
      if (character === "}" || character === "]") depth--;
      at++;
    }
  } while (depth > 0);
  return at;
}

/** A new last member, apart from the others as the last one is; in an empty object `inside` and `after` say how. */
function withMember(
  text: string,
  { start, end, members }: Members,
  key: string,
  value: string,
  inside: string,
  after: string,
): string {
  const last = members.at(-1);
  if (last === undefined)
    return `${text.slice(0, start + 1)}${inside}${JSON.stringify(key)}: ${value}${after}${text.slice(end)}`;
  const before = text.slice(0, last.keyStart);
  const gap = before.slice(before.trimEnd().length);
  const colon = text.slice(last.keyEnd, last.start);
  return `${text.slice(0, last.end)},${gap}${JSON.stringify(key)}${colon}${value}${text.slice(last.end)}`;
}
