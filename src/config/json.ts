import type { Json } from "../model/json.ts";

const MAX_DEPTH = 64;
const SPACE = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- JSON has no control characters in strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;

/**
 * Parses JSON and says where it goes wrong, which `JSON.parse` does not always do. Stricter in one thing: a key that
 * stands twice is a mistake, since only one of the two would count.
 */
export function readJson(text: string): { value: Json } | { offset: number; message: string } {
  let offset = 0;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) offset += found.length;
    return found;
  };
  const skip = (character: string): boolean => {
    take(SPACE);
    if (text[offset] !== character) return false;
    offset++;
    take(SPACE);
    return true;
  };
  const fail = (message: string): never => {
    throw new Misread(message);
  };

  function value(depth: number): Json {
    if (depth > MAX_DEPTH) fail("nested too deeply");
    if (skip("{")) return object(depth);
    if (skip("[")) return list(depth);
    const written = text[offset] === '"' ? take(STRING) : (take(NUMBER) ?? take(WORD));
    return written === undefined
      ? fail(offset < text.length ? "a value is expected" : "the end comes too early")
      : (JSON.parse(written) as Json);
  }

  function object(depth: number): Json {
    const entries = new Map<string, Json>();
    if (skip("}")) return {};
    do {
      const start = offset;
      const key = text[offset] === '"' ? take(STRING) : undefined;
      if (key === undefined) return fail("a key in double quotes is expected");
      const name = JSON.parse(key) as string;
      if (entries.has(name)) {
        offset = start;
        fail(`a duplicate key: ${key}`);
      }
      if (!skip(":")) fail("a colon is expected");
      entries.set(name, value(depth + 1));
    } while (skip(","));
    if (!skip("}")) fail("a comma or } is expected");
    return Object.fromEntries(entries);
  }

  function list(depth: number): Json {
    const items: Json[] = [];
    if (skip("]")) return items;
    do items.push(value(depth + 1));
    while (skip(","));
    if (!skip("]")) fail("a comma or ] is expected");
    return items;
  }

  try {
    take(SPACE);
    const result = value(1);
    take(SPACE);
    if (offset < text.length) fail("nothing is expected after the end");
    return { value: result };
  } catch (error) {
    if (error instanceof Misread) return { offset, message: error.message };
    throw error;
  }
}

class Misread extends Error {}
