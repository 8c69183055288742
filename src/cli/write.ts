import type { Stats } from "node:fs";
import { chmod, lstat, mkdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import process from "node:process";
import { systemCode } from "../model/systemError.ts";
import { fileError } from "./fileError.ts";

/**
 * Writes files, all of them or none: each under another name first, then all are renamed, the last one last. When
 * something fails on the way, what was there before is put back. A file that is there keeps its mode; `mode` is that of a
 * new one. What is no file, such as a pipe or /dev/null, is written into and never replaced. Part of the port: see
 * `Io.files`.
 */
export async function writeAll(texts: ReadonlyMap<string, string>, mode?: number): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  const finish: (() => Promise<unknown>)[] = [];
  let at = "";
  try {
    const files = new Map<string, string>();
    const others = new Map<string, string>();
    for (const [path, text] of texts) {
      at = path;
      const there = await statOf(path);
      if (there !== undefined && isSpecial(there)) {
        others.set(path, text);
        continue;
      }
      files.set(path, text);
      const folder = await mkdir(dirname(path), { recursive: true });
      if (folder !== undefined) undo.push(() => removeFolders(dirname(path), folder));
      undo.push(() => rm(`${path}.${process.pid}.tmp`, { force: true }));
      await writeAs(`${path}.${process.pid}.tmp`, text, there === undefined ? mode : there.mode & 0o7777);
    }
    for (const path of files.keys()) {
      at = path;
      const old = `${path}.${process.pid}.old`;
      if (files.size > 1 && (await moved(path, old))) {
        undo.push(() => rename(old, path));
        finish.push(() => rm(old, { force: true }));
      } else if (files.size > 1) undo.push(() => rm(path, { force: true }));
      await rename(`${path}.${process.pid}.tmp`, path);
    }
    for (const [path, text] of others) {
      at = path;
      await writeFile(path, text);
    }
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    throw fileError(`cannot write ${at}`, error, hintFor(error));
  }
  for (const step of finish) await step();
}

function hintFor(error: unknown): string {
  const isFull = ["ENOSPC", "EDQUOT"].includes(systemCode(error) ?? "");
  return isFull ? "make room, and run the same command again" : "name a file in a folder that you may write to";
}

/** Neither a file nor a folder. */
const isSpecial = (there: Stats): boolean => !there.isFile() && !there.isDirectory();

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Never more open than it is to be, whatever the umask. */
async function writeAs(path: string, text: string, mode: number | undefined): Promise<void> {
  if (mode === undefined) return writeFile(path, text);
  await writeFile(path, text, { mode });
  await chmod(path, mode);
}

/** Whether there was a file to move. Folders are not moved out of the way. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    if ((await lstat(from)).isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

/** From a folder up to the first that was made. */
async function removeFolders(folder: string, first: string): Promise<void> {
  await rmdir(folder);
  if (folder !== first) await removeFolders(dirname(folder), first);
}
