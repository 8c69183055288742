import { dirname, isAbsolute, join } from "node:path";
import { hiddenCharacters, escaped } from "../model/characters.ts";
import { isObject, type Json } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import { readInside, type Files } from "./files.ts";
import { readJson } from "./json.ts";
import { sourcesOf } from "./problems.ts";

/** A policy file that was read, or why it cannot be used. */
export type DocumentResult =
  | { readonly document: Json; readonly text: string; readonly path: string }
  | { readonly problem: Omit<Problem, "source">; readonly text?: string; readonly path?: string };

const MAX_BYTES = 1024 * 1024;

/** Reads the JSON file that a `file:` key of `file` names. */
export type ReadDocument = (file: string, named: string) => Promise<DocumentResult>;

/** Each document is read once. It has to stay, as a real path, inside the folder of org.yaml. */
export function documentsIn(folder: string, files: Files): ReadDocument {
  const read = new Map<string, Promise<DocumentResult>>();
  return async (file, named) => {
    if (isAbsolute(named) || /^[A-Za-z]:|\\/.test(named)) {
      const hint = "name a file in the folder of org.yaml or below it, with / between folders";
      const slashed = /^(?:[A-Za-z]:|[/\\])/.test(named) ? undefined : named.replaceAll("\\", "/");
      const message = slashed === undefined ? "the file must be named by a relative path" : "a backslash in a path";
      return { problem: { code: "ORG0309", message, hint, ...(slashed === undefined ? {} : { didYouMean: slashed }) } };
    }
    const path = join(dirname(file), named);
    const result = read.get(path) ?? readDocument(folder, path, files);
    read.set(path, result);
    return result;
  };
}

async function readDocument(folder: string, path: string, files: Files): Promise<DocumentResult> {
  const found = await readInside(folder, path, files, "the file");
  if (!("text" in found)) return { problem: { code: "ORG0309", message: found.message, hint: found.hint } };
  const { text } = found;
  if (Buffer.byteLength(text) <= MAX_BYTES) return { ...parse(text, path), text, path };
  return {
    problem: { code: "ORG0309", message: "the file is larger than 1 MiB", hint: "a policy is far shorter" },
  };
}

function parse(text: string, path: string): { document: Json } | { problem: Omit<Problem, "source"> } {
  const source = sourcesOf(path, text);
  const wrong = (message: string, start: number, end = start + 1) => ({
    problem: {
      code: "ORG0309" as const,
      message: "the file is not a policy document in JSON",
      related: { message, source: source({ start, end: Math.min(end, text.length) }) },
    },
  });
  for (const { offset, character } of hiddenCharacters(text)) {
    return wrong(`an invisible character: ${escaped(character)}`, offset, offset + character.length);
  }
  const read = readJson(text);
  if ("message" in read) return wrong(read.message, read.offset);
  return isObject(read.value) ? { document: read.value } : wrong("a policy document begins with {", 0);
}
