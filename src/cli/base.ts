import { dirname, relative, resolve } from "node:path";
import { loadConfig } from "../config/load.ts";
import { type Config, nothingIn } from "../model/config.ts";
import { InvalidConfig, OrgsyncError } from "../model/errors.ts";
import { readConfig } from "./config.ts";
import type { Io } from "./io.ts";

/**
 * What org.yaml said before: a file of that name, else a commit or branch of git in which the same file is looked up,
 * with what it includes and names. A file that was not there yet said nothing.
 */
export async function readBase(io: Io, named: string, file: string): Promise<Config | undefined> {
  try {
    if (await io.files.exists(resolve(io.cwd, named))) return await readConfig(io, named);
    return await readCommit(io, named, file);
  } catch (error) {
    if (!(error instanceof InvalidConfig)) throw error;
    const [first] = error.problems;
    const place = first === undefined ? "" : ` (${first.source.file}:${first.source.line}: ${first.message})`;
    throw new OrgsyncError("ORG0702", `the base ${named} is not a valid org.yaml${place}`, {
      hint: "name a commit, or a file, that is valid; without --base, rails only tighten",
      cause: error,
    });
  }
}

async function readCommit(io: Io, ref: string, file: string): Promise<Config | undefined> {
  const folder = dirname(resolve(io.cwd, file));
  const tree = await io.tree(folder, ref);
  if (tree === undefined)
    throw new OrgsyncError("ORG0702", `${ref} is neither a file nor a commit that git knows here`, {
      hint: "in GitHub Actions, check out with fetch-depth: 0, and name origin/main or a commit",
    });
  const inTree = (path: string): string => relative(folder, resolve(io.cwd, path));
  const missing = (path: string): never => {
    throw Object.assign(new Error(`no ${path} in ${ref}`), { code: "ENOENT" });
  };
  const name = inTree(file);
  if (!tree.names.includes(name)) return nothingIn(file);
  return loadConfig(file, {
    read: async (path) => (await tree.read(inTree(path))) ?? missing(path),
    realPath: async (path) => resolve(io.cwd, path),
    list: async (path) => {
      const below = inTree(path);
      const prefix = below === "" ? "" : `${below}/`;
      const names = tree.names.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
      return names.length === 0 ? missing(path) : [...new Set(names.map((one) => one.split("/")[0] ?? one))];
    },
  });
}
