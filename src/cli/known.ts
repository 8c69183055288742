import { dirname, resolve } from "node:path";
import { type Known, knownIn, knownJson, parseKnown } from "../awsconfig/known.ts";
import type { Snapshot } from "../model/resource.ts";
import { reasonOf } from "../model/systemError.ts";
import { noteText } from "../report/errors.ts";
import { fileError } from "./fileError.ts";
import type { Io } from "./io.ts";
import type { Session } from "./session.ts";

const FILE = ".orgsync/ids.json";

/**
 * Keeps what names stand for in AWS, so that `aws-config` need not ask: tied to the organization, out of git, and never
 * what a simulation says. That it cannot be kept is no reason to fail.
 */
export async function remember(io: Io, { isSandbox }: Session, live: Snapshot): Promise<void> {
  const known = knownIn(live);
  if (isSandbox || known.organization === undefined || isSimulated(io)) return;
  const path = resolve(io.cwd, FILE);
  const ignore = resolve(dirname(path), ".gitignore");
  const json = knownJson(known);
  try {
    if (!(await io.files.exists(ignore))) await io.files.write(ignore, "*\n");
    if ((await readText(io)) !== json) await io.files.write(path, json);
  } catch (error) {
    io.stderr.write(noteText(reasonOf(error), io.stderr));
  }
}

/** What earlier runs have learned, if anything. */
export async function remembered(io: Io): Promise<Known | undefined> {
  const text = isSimulated(io) ? undefined : await readText(io);
  return text === undefined ? undefined : parseKnown(text);
}

async function readText(io: Io): Promise<string | undefined> {
  const path = resolve(io.cwd, FILE);
  try {
    return (await io.files.exists(path)) ? await io.files.read(path) : undefined;
  } catch (error) {
    throw fileError(`cannot read ${FILE}`, error, "delete it: orgsync plan writes it again");
  }
}

/** Whoever names another endpoint may mean another world, whose ids look the same. */
const isSimulated = ({ env }: Io): boolean =>
  Object.entries(env).some(
    ([name, value]) => name.startsWith("AWS_ENDPOINT_URL") && value !== undefined && value !== "",
  );
