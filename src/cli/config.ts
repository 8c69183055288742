import { resolve } from "node:path";
import { loadConfig } from "../config/load.ts";
import type { Config } from "../model/config.ts";
import type { Io } from "./io.ts";

/** Loads org.yaml and the files that it includes, relative to where the command runs. Throws `InvalidConfig` with every problem. */
export function readConfig(io: Io, file: string, options: { readonly offline?: boolean } = {}): Promise<Config> {
  return loadConfig(
    file,
    {
      read: (path) => io.files.read(resolve(io.cwd, path)),
      realPath: (path) => io.files.realPath(resolve(io.cwd, path)),
      list: (folder) => io.files.list(resolve(io.cwd, folder)),
    },
    options,
  );
}
