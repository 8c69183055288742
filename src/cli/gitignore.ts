import { resolve } from "node:path";
import type { Io } from "./io.ts";

const LINE = ".orgsync/";

/** Lines that have decided about the folder already, whichever way. */
const DECIDED = /^!?(?:\*\*)?\/?\.orgsync(?:\/\*{0,2})?[ \t]*$/m;

/**
 * The .gitignore of the folder with the line that keeps orgsync's own files out of git; undefined where there is nothing
 * to add. Every other byte stays: what is not UTF-8, or no file, is left alone.
 */
export async function ignoringOwn({ cwd, files }: Io): Promise<string | undefined> {
  const path = resolve(cwd, ".gitignore");
  if (!(await files.exists(path))) return `${LINE}\n`;
  const old = await files.read(path).catch(() => undefined);
  if (old === undefined || old.includes("\ufffd") || DECIDED.test(old.replaceAll("\r\n", "\n"))) return undefined;
  const end = old.includes("\r\n") ? "\r\n" : "\n";
  return `${old}${old === "" || old.endsWith("\n") ? "" : end}${LINE}${end}`;
}
