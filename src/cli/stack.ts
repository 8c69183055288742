import { fileURLToPath } from "node:url";
import type { Io } from "./io.ts";

const FRAME = /\(?(file:\/\/\S+\.js):(\d+):(\d+)\)?$/;

/** A stack whose frames of the bundle say which source file they are of: the build leaves its name above each one's code. */
export async function withSources(stack: string, files: Pick<Io["files"], "read">): Promise<string> {
  const lines = stack.split("\n").map(async (line) => {
    const [frame, url = "", row = ""] = FRAME.exec(line) ?? [];
    if (frame === undefined) return line;
    const source = sourceAt(await files.read(fileURLToPath(url)).catch(() => ""), Number(row));
    return source === undefined
      ? line
      : `${line.slice(0, -frame.length)}(${source}, ${frame.replaceAll(/^\(|\)$/g, "")})`;
  });
  return (await Promise.all(lines)).join("\n");
}

/** The last name of a file above a line. */
const sourceAt = (code: string, row: number): string | undefined =>
  code
    .split("\n", row)
    .toReversed()
    .flatMap((line) => /^\/\/ ((?:src|node_modules)\/\S+)$/.exec(line)?.[1] ?? [])[0];
