import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { hiddenCharacters, escaped } from "../model/characters.ts";
import { isObject, type Json } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import { readJson } from "./json.ts";
import { sourcesOf } from "./problems.ts";

/** Where the loader reads files: the real file system, or a test's. */
export interface ConfigFiles {
  /** The file's text; throws when it cannot be read. */
  read(path: string): Promise<string> | string;
  /** The path without symbolic links; throws when there is nothing. */
  realPath(path: string): Promise<string> | string;
}

/** A policy file that was read, or why it cannot be used. */
export type DocumentResult =
  | { readonly document: Json; readonly text: string; readonly path: string }
  | { readonly problem: Omit<Problem, "source">; readonly text?: string; readonly path?: string };

const MAX_BYTES = 1024 * 1024;

/** Reads the JSON file that a `file:` key of `configFile` names. It has to stay, as a real path, inside its folder. */
export async function readDocument(configFile: string, named: string, files: ConfigFiles): Promise<DocumentResult> {
  const unusable = (message: string, hint: string): DocumentResult => ({
    problem: { code: "ORG0309", message, hint },
  });
  const inside = "name a file in the folder of org.yaml or below it, with / between folders";
  if (isAbsolute(named) || /^[A-Za-z]:|\\/.test(named))
    return unusable("the file must be named by a relative path", inside);
  const folder = dirname(configFile);
  const path = join(folder, named);
  if (leaves(relative(folder, path))) return unusable("the file is outside the folder of org.yaml", inside);
  let text: string;
  try {
    const real = await files.realPath(path);
    if (leaves(relative(await files.realPath(folder), real))) {
      return unusable("the file is, behind a link, outside the folder of org.yaml", inside);
    }
    text = await files.read(real);
  } catch (error) {
    const code = codeOf(error);
    const reasons: Record<string, string> = {
      ENOENT: "there is none",
      EISDIR: "it is a folder",
      EACCES: "access denied",
    };
    return unusable(`cannot read the file: ${reasons[code] ?? code}`, `orgsync looked for ${path}`);
  }
  if (Buffer.byteLength(text) > MAX_BYTES) return unusable("the file is larger than 1 MiB", "a policy is far shorter");
  return { ...parse(text.replace(/^\ufeff/, ""), path), text, path };
}

/** Node's word for why a file cannot be read. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "it cannot be read";
}

function leaves(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
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
    return wrong(`a character that does not show: ${escaped(character)}`, offset, offset + character.length);
  }
  const read = readJson(text);
  if ("message" in read) return wrong(read.message, read.offset);
  return isObject(read.value) ? { document: read.value } : wrong("a policy document begins with {", 0);
}
