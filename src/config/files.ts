import pLimit from "p-limit";
import { isAbsolute, join, relative, sep } from "node:path";
import { matchesGlob } from "../model/glob.ts";
import { reasonOf, systemCode } from "../model/systemError.ts";

/** Where the loader reads files: the real file system, or a test's. */
export interface ConfigFiles {
  /** The file's text; throws when it cannot be read. */
  read(path: string): Promise<string> | string;
  /** The path without symbolic links; throws when there is nothing. */
  realPath(path: string): Promise<string> | string;
  /** The names of the files and folders in a folder; throws when it cannot be read. */
  list(folder: string): Promise<readonly string[]> | readonly string[];
}

/** The port as the loader uses it. */
export interface Files extends ConfigFiles {
  /** Without a byte order mark. */
  read(path: string): Promise<string>;
  realPath(path: string): Promise<string>;
  list(folder: string): Promise<readonly string[]>;
}

const AT_ONCE = 8;

/** Files that are read a few at a time, however many are asked for. */
export function limited(files: ConfigFiles): Files {
  const limit = pLimit(AT_ONCE);
  return {
    read: (path) => limit(async () => (await files.read(path)).replace(/^\ufeff/, "")),
    realPath: (path) => limit(async () => files.realPath(path)),
    list: (folder) => limit(async () => files.list(folder)),
  };
}

export type Inside =
  | { readonly text: string; readonly real: string }
  | { readonly code: string; readonly message: string; readonly hint: string };

/** Reads a file that has to be, as a real path, inside a folder. `what` is the message's word for it. */
export async function readInside(folder: string, path: string, files: Files, what: string): Promise<Inside> {
  const unusable = (code: string, message: string, hint: string) => ({ code, message, hint });
  const inside = "name a file in the folder of org.yaml or below it, with / between folders";
  if (leaves(relative(folder, path))) return unusable("outside", `${what} is outside the folder of org.yaml`, inside);
  try {
    const real = await files.realPath(path);
    if (leaves(relative(await files.realPath(folder), real))) {
      return unusable("outside", `${what} is, behind a link, outside the folder of org.yaml`, inside);
    }
    return { text: await files.read(real), real };
  } catch (error) {
    const code = systemCode(error) ?? "unreadable";
    return unusable(code, `cannot read ${what}: ${reasonOf(error)}`, `orgsync looked for ${path}`);
  }
}

/** The paths below a folder that a pattern matches, in order. A folder that is not there has nothing in it. */
export async function match(folder: string, pattern: string, files: Files) {
  const unreadable: { readonly path: string; readonly reason: string }[] = [];
  const within = async (path: string, segment: string): Promise<string[]> => {
    try {
      const names = await files.list(path);
      return names.filter((name) => matchesName(segment, name)).map((name) => join(path, name));
    } catch (error) {
      if (!["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) unreadable.push({ path, reason: reasonOf(error) });
      return [];
    }
  };
  let paths = [folder];
  for (const segment of pattern.split("/").filter((one) => one !== ".")) {
    paths = (await Promise.all(paths.map((path) => within(path, segment)))).flat();
  }
  return { paths: paths.toSorted(), unreadable };
}

const matchesName = (segment: string, name: string): boolean =>
  !(segment.startsWith("*") && name.startsWith(".")) && matchesGlob(segment, name);

function leaves(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}
