import { link, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, basename } from "node:path";
import process from "node:process";
import type { World } from "./world.ts";

/** A world in a file, of which this process is the only writer. */
export interface WorldFile {
  readonly world: World;
  /** Writes the whole world, or leaves the file as it was. */
  save(world: World): Promise<void>;
  /** Lets others write. */
  close(): Promise<void>;
}

/** The file cannot be used: what is wrong, and what to do. The cause is the operating system's error, if it is one. */
export class SandboxFileError extends Error {
  override readonly name = "SandboxFileError";
  readonly what: string;
  readonly advice: string;

  constructor(what: string, advice: string, options?: { readonly cause: unknown }) {
    super(
      `${what}${options === undefined ? "" : ` (${codeOf(options.cause) ?? String(options.cause)})`}. ${advice}`,
      options,
    );
    this.what = what;
    this.advice = advice;
  }
}

/** Lock files that this very process holds. */
const held = new Set<string>();

export interface OpenOptions {
  /** Makes the world of a file that is not there yet. */
  readonly create: () => World;
  /** Starts anew with `create`, whatever the file holds. */
  readonly replace?: boolean;
}

/** Opens the file of a world, or makes a world for a file that is not there yet. */
export async function openWorldFile(path: string, { create, replace: anew = false }: OpenOptions): Promise<WorldFile> {
  const file = await explained(path, settledPath(path));
  const unlock = await explained(path, lock(file));
  try {
    const world = anew ? create() : await read(file, create);
    let last: Promise<void> = Promise.resolve();
    let closed = false;
    return {
      world,
      save: (changed) => {
        if (closed) return Promise.reject(new SandboxFileError(`${file} is closed`, "Open it again to write to it."));
        const text = `${JSON.stringify(changed, null, 1)}\n`;
        const saved = last.then(() => explained(file, replace(file, text)));
        last = saved.catch(() => {});
        return saved;
      },
      close: async () => {
        if (closed) return;
        closed = true;
        await last;
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** The file itself, behind symbolic links, in a folder that is there. */
async function settledPath(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    // A file where the folder would be.
    throw codeOf(error) === "EEXIST" ? Object.assign(new Error("not a folder"), { code: "ENOTDIR" }) : error;
  });
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return join(await realpath(dirname(path)), basename(path));
  }
}

async function read(file: string, create: () => World): Promise<World> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return create();
    throw cannotUse(file, error);
  }
  return parsed(file, text);
}

function parsed(file: string, text: string): World {
  const away = "Move it away, or name another file, to start with a new sandbox.";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SandboxFileError(`${file} is not JSON, so it is no sandbox or a damaged one`, away);
  }
  if (!isObject(value) || typeof value["formatVersion"] !== "number" || !hasWorldsForm(value)) {
    throw new SandboxFileError(`${file} is JSON, but not a sandbox`, away);
  }
  if (value["formatVersion"] !== 1) {
    const what = `${file} has sandbox format ${value["formatVersion"]}; this version of orgsync reads format 1`;
    throw new SandboxFileError(what, `Use the version that wrote it. ${away}`);
  }
  return value as unknown as World;
}

/** What every format has; a later one may hold more. */
function hasWorldsForm(value: Record<string, unknown>): boolean {
  const numbers = ["seed", "issued", "now"].every((name) => Number.isFinite(value[name]));
  const objects = ["caller", "standalone"].every((name) => isObject(value[name]));
  const parts = ["organization", "identityCenter"].every((name) => value[name] === null || isObject(value[name]));
  return numbers && objects && parts;
}

/** Writes beside the file and then puts it in its place, so that a crash leaves the old or the new one. */
async function replace(file: string, text: string): Promise<void> {
  const mode = await modeOf(file);
  const next = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(next, "w", mode ?? 0o666);
    try {
      if (mode !== undefined) await handle.chmod(mode);
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
  await syncFolder(dirname(file));
}

async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mode & 0o777;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Makes the rename last; some systems cannot, and there the rename alone has to do. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!["EISDIR", "EPERM", "EINVAL", "ENOTSUP", "EACCES"].includes(codeOf(error) ?? "")) throw error;
  }
}

/** Takes the lock, or says who has it; gives back what lets go of it. */
async function lock(file: string): Promise<() => Promise<void>> {
  const path = `${file}.lock`;
  if (held.has(path)) throw inUse(file, path, process.pid);
  held.add(path);
  const mine = `${path}.${process.pid}`;
  try {
    await writeFile(mine, `${process.pid}\n`);
    // A link appears whole or not at all: nobody ever sees a lock without its holder.
    while (!(await linked(mine, path))) await removeStale(file, path);
  } catch (error) {
    held.delete(path);
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
  return async () => {
    if ((await holderOf(path)) === process.pid) await rm(path, { force: true });
    held.delete(path);
  };
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Takes away the lock of a process that is gone. */
async function removeStale(file: string, path: string): Promise<void> {
  const holder = await holderOf(path);
  if (isHolding(holder)) throw inUse(file, path, holder);
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  // Somebody may have taken the stale lock over between the look and the rename: then it goes back.
  const moved = await holderOf(aside);
  const holding = isHolding(moved);
  if (holding) await linked(aside, path);
  await rm(aside, { force: true });
  if (holding) throw inUse(file, path, moved);
}

async function holderOf(path: string): Promise<number | undefined> {
  try {
    const text = (await readFile(path, "utf8")).trim();
    return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** A lock of this very process is from an earlier one with its number, as happens in containers: `held` knows ours. */
function isHolding(holder: number | undefined): holder is number {
  return holder !== undefined && holder !== process.pid && isAlive(holder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function inUse(file: string, path: string, holder: number): SandboxFileError {
  const who = holder === process.pid ? "this process" : `process ${holder}`;
  const advice = `Wait until it is done, or stop it; if that process is no orgsync, delete ${path}.`;
  return new SandboxFileError(`${file} is in use by ${who}`, advice);
}

async function explained<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof SandboxFileError ? error : cannotUse(path, error);
  }
}

function cannotUse(path: string, error: unknown): SandboxFileError {
  const advice = "Check that the path names a file and that you may read and write it and its folder.";
  return new SandboxFileError(`The sandbox file ${path} cannot be used`, advice, { cause: error });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const codeOf = (error: unknown): string | undefined => (error as { code?: string } | undefined)?.code;
