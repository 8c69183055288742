import { parseDocument } from "yaml";
import type { Context } from "./context.ts";

/** A YAML or JSON file of the repository, and what it says. */
export interface Document {
  readonly path: string;
  readonly text: string;
  /** Undefined for what is not well formed. */
  readonly value: unknown;
}

export const WORKFLOWS = ".github/workflows";

/** How deep folders are looked into, and how many files at most: this is one look, not a search. */
const DEEPEST = 3;
const MOST = 500;
const LARGEST = 1024 * 1024;

/** Files below a folder that have a word in them. Folders whose names begin with a dot are not looked into. */
export async function documentsWith(word: string, folder: string, context: Context): Promise<Document[]> {
  const paths = (await pathsIn(folder, 0, context)).slice(0, MOST);
  const found = await Promise.all(
    paths.map(async (path) => {
      const text = (await context.read(path)) ?? "";
      return text.length <= LARGEST && text.includes(word) ? [{ path, text, value: valueOf(text) }] : [];
    }),
  );
  return found.flat();
}

async function pathsIn(folder: string, depth: number, context: Context): Promise<string[]> {
  const names = (await context.list(folder)).toSorted();
  const inside = (name: string): string => (folder === "." ? name : `${folder}/${name}`);
  const files = names.filter((name) => /\.(?:ya?ml|json)$/.test(name)).map(inside);
  if (depth === DEEPEST) return files;
  // What has no ending may be a folder; what is none has nothing in it.
  const folders = names.filter((name) => !name.includes(".") && name !== "node_modules");
  const below = await Promise.all(folders.map((name) => pathsIn(inside(name), depth + 1, context)));
  return [...files, ...below.flat()];
}

/** CloudFormation's own tags are looked over: what they stand before is what counts here. */
function valueOf(text: string): unknown {
  try {
    const document = parseDocument(text, { logLevel: "silent" });
    return document.errors.length > 0 ? undefined : document.toJS();
  } catch {
    return undefined;
  }
}
