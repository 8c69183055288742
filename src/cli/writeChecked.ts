import { basename, dirname, join, resolve } from "node:path";
import { loadConfig } from "../config/load.ts";
import type { Io } from "./io.ts";

/**
 * Writes an org.yaml with the files beside it, by their paths from where the command runs: all or none, and only what
 * loads. Throws `InvalidConfig` when it does not, and then nothing is written.
 */
export async function writeChecked(io: Io, file: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const { files } = io;
  /** The real path of what is there, or will be. */
  const realOf = async (path: string): Promise<string> => {
    try {
      return await files.realPath(path);
    } catch {
      return dirname(path) === path ? path : join(await realOf(dirname(path)), basename(path));
    }
  };
  const written = new Map<string, string>();
  for (const [path, text] of texts) written.set(await realOf(resolve(io.cwd, path)), text);
  await loadConfig(file, {
    read: async (path) => {
      const real = await realOf(resolve(io.cwd, path));
      return written.get(real) ?? files.read(real);
    },
    realPath: (path) => realOf(resolve(io.cwd, path)),
    list: (folder) => files.list(resolve(io.cwd, folder)),
  });
  await files.writeAll(written);
}
