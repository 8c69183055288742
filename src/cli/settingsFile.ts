import { resolve } from "node:path";
import { OrgsyncError } from "../model/errors.ts";
import { systemCode } from "../model/systemError.ts";
import { fileError } from "./fileError.ts";
import type { Io } from "./io.ts";

/** A file of a person's own, as it is. */
export interface OwnFile {
  /** As people call it. */
  readonly name: string;
  /** As it is named, and behind all links. */
  readonly path: string;
  readonly real: string;
  /** Undefined where there is none yet. */
  readonly text: string | undefined;
}

/**
 * The AWS CLI's settings: where `AWS_CONFIG_FILE` says, else in the home folder. Accounts of the sandbox would be mixed
 * with real ones there, so they have a file of their own.
 */
export function readSettings(io: Io, isSandbox: boolean): Promise<OwnFile> {
  const name = settingsName(io, isSandbox);
  return readOwn(io, name, ownPath(io, name));
}

export const settingsName = ({ env }: Io, isSandbox: boolean): string =>
  env["AWS_CONFIG_FILE"] || (isSandbox ? ".orgsync/aws-config" : "~/.aws/config");

/** Where a file is, from where the command runs or, with `~/`, from the home folder. */
export function ownPath({ env: { HOME, USERPROFILE }, cwd }: Io, name: string): string {
  if (!/^~[/\\]/.test(name)) return resolve(cwd, name);
  const home = HOME || USERPROFILE;
  if (!home)
    throw new OrgsyncError("ORG0702", "neither HOME nor AWS_CONFIG_FILE says where AWS's settings are", {
      hint: "set AWS_CONFIG_FILE to the file that is to be written",
    });
  return resolve(home, name.slice(2));
}

/** Reads a file as text that can be written again. Throws an `OrgsyncError` (ORG0702) for what is not UTF-8. */
export async function readOwn(io: Io, name: string, path: string): Promise<OwnFile> {
  if (!(await io.files.exists(path))) return { name, path, real: path, text: undefined };
  let real: string;
  let text: string;
  try {
    real = await io.files.realPath(path);
    text = await io.files.read(real);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw fileError(`cannot read ${name}`, error, "nothing was written");
    throw new OrgsyncError("ORG0702", `${name} is a link to a file that is not there`, {
      hint: "remove the link, or make the file that it leads to; nothing was written",
      cause: error,
    });
  }
  // What is not UTF-8 is read as this character, and would be written as it.
  if (/[\0\ufffd]/.test(text))
    throw new OrgsyncError("ORG0702", `${name} is not UTF-8, so that no AWS tool reads it whole; nothing was written`, {
      hint: "save it as UTF-8 (Windows PowerShell's > writes UTF-16)",
    });
  return { name, path, real, text };
}

/** Writes what was made of a file's text, unless somebody has written it meanwhile. */
export async function writeOwn(io: Io, { name, real, text: old }: OwnFile, text: string, mode?: number): Promise<void> {
  const now = (await io.files.exists(real)) ? await io.files.read(real) : undefined;
  if (now !== old)
    throw new OrgsyncError("ORG0702", `${name} has been written by somebody else meanwhile; nothing was written`, {
      hint: "run the same command again",
    });
  await io.files.write(real, text, mode);
}

/** Only the owner may read new settings. */
const PRIVATE = 0o600;
const BACKUP = ".orgsync.bak";

/** The same for AWS's settings, of which the old ones stay beside them; says where. */
export async function writeSettings(io: Io, file: OwnFile, text: string): Promise<string | undefined> {
  if (file.text !== undefined) await io.files.copy(file.real, file.path + BACKUP);
  await writeOwn(io, file, text, PRIVATE);
  return file.text === undefined ? undefined : file.name + BACKUP;
}
