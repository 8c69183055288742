import { readdir, readFile, realpath } from "node:fs/promises";
import type { ConfigFiles } from "../../src/config/load.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { Config } from "../../src/model/config.ts";
import { InvalidConfig } from "../../src/model/errors.ts";

/** Files on disk, below a folder that the names in problems do not show. */
export const filesIn = (folder: string): ConfigFiles => ({
  read: (path) => readFile(path.startsWith("/") ? path : `${folder}/${path}`, "utf8"),
  realPath: (path) => realpath(path.startsWith("/") ? path : `${folder}/${path}`),
  list: (path) => readdir(`${folder}/${path}`),
});

/** A folder that holds just these files, by their paths. */
export function filesOf(contents: Readonly<Record<string, string>>): ConfigFiles {
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code });
  };
  const below = (folder: string) => {
    const start = folder === "." ? "" : `${folder}/`;
    const paths = Object.keys(contents).filter((path) => path.startsWith(start));
    return new Set(paths.map((path) => path.slice(start.length).split("/")[0] ?? ""));
  };
  return {
    read: (path) => contents[path] ?? fail(below(path).size > 0 ? "EISDIR" : "ENOENT"),
    realPath: (path) => path,
    list(folder) {
      const names = below(folder);
      if (names.size === 0) fail(contents[folder] === undefined ? "ENOENT" : "ENOTDIR");
      return [...names];
    },
  };
}

export type Outcome =
  | { readonly config: Config; readonly invalid?: undefined }
  | { readonly config?: undefined; readonly invalid: InvalidConfig };

/** Loads org.yaml as `validate` does; lets nothing through but a configuration or `InvalidConfig`. */
export async function outcomeOf(files: ConfigFiles): Promise<Outcome> {
  try {
    return { config: await loadConfig("org.yaml", files, { offline: true }) };
  } catch (error) {
    if (error instanceof InvalidConfig) return { invalid: error };
    throw error;
  }
}

/** `line:column code` for each problem of an org.yaml with this text. */
export async function codesOf(text: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { invalid } = await outcomeOf(filesOf({ "org.yaml": text, ...others }));
  return (invalid?.problems ?? []).map(({ code, source }) => `${source.line}:${source.column} ${code}`);
}

/** What is wrong with how a file is refused: nothing, when it loads, or when every problem has a place in its text. */
export function flawsOfOutcome({ invalid }: Outcome): string[] {
  if (!invalid) return [];
  if (invalid.problems.length === 0) return ["no problem"];
  const lines = new Map([...invalid.texts].map(([file, text]) => [file, text.split("\n")]));
  return invalid.problems.flatMap(({ code, message, source, related }) =>
    [source, related?.source].flatMap((place) => {
      if (!place) return [];
      const { file, line, column, endColumn } = place;
      const length = lines.get(file)?.[line - 1]?.length ?? -1;
      const inside = column >= 1 && column <= length + 1;
      const ends = endColumn === undefined || (endColumn > column && endColumn <= length + 1);
      const says = /^ORG0[123]\d\d$/.test(code) && /\S/.test(message);
      return inside && ends && says ? [] : [`${file}:${line}:${column}-${endColumn} ${code} ${message}`];
    }),
  );
}
