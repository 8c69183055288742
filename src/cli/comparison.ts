import { dirname, resolve } from "node:path";
import type { Connection } from "../api/connect.ts";
import { compare, type Comparison } from "../api/plan.ts";
import { KINDS } from "../kinds/index.ts";
import type { Config } from "../model/config.ts";
import { count } from "../report/text.ts";
import { readBase } from "./base.ts";
import type { Io } from "./io.ts";
import type { Session } from "./session.ts";
import { VERSION } from "../api/version.ts";

/** How kinds are called in reports. */
export const HEADINGS = Object.fromEntries(KINDS.map(({ name, plural }) => [name, plural]));
export const TITLES = Object.fromEntries(KINDS.map(({ name, title }) => [name, title]));

const PLURALS = new Map(KINDS.map(({ title, plural }) => [title, plural.charAt(0).toLowerCase() + plural.slice(1)]));

/** The commit that a file's folder is at. */
export const commitOf = (io: Io, file: string): Promise<string | undefined> =>
  io.commit(dirname(resolve(io.cwd, file)));

/** Compares, and shows on stderr how reading gets on. */
export async function compareWithProgress(
  io: Io,
  { connection, isSandbox }: Session,
  config: Config,
  { file, base: named, expired }: { readonly file: string; readonly base?: string; readonly expired?: true },
): Promise<Comparison> {
  const commit = await commitOf(io, file);
  const base = named === undefined ? undefined : await readBase(io, named, file);
  return withProgress(io, connection, (onRead) =>
    compare(config, connection, {
      version: VERSION,
      commit,
      base,
      onlyExpired: expired,
      wantsOrganizationId: !isSandbox,
      onRead,
    }),
  );
}

/** Shows on stderr how reading gets on while the work is under way. */
export async function withProgress<T>(
  io: Io,
  connection: Connection,
  work: (onRead: (title: string, count: number) => void) => Promise<T>,
): Promise<T> {
  const progress = readingProgress(io, connection.calls);
  try {
    return await work(progress.read);
  } finally {
    progress.stop();
  }
}

/** In milliseconds: how often a waiting log gets a line. */
const HEARTBEAT = 15_000;

/** One line that is rewritten on a terminal; elsewhere a line now and then. */
function readingProgress(io: Io, calls: () => number) {
  const { stderr } = io;
  const parts: string[] = [];
  const line = (): string => `reading AWS: ${calls()} calls${parts.length === 0 ? "" : `, ${parts.join(", ")}`}`;
  const stop = stderr.movesCursor
    ? io.every(100, () => stderr.write(`\r${line().slice(0, stderr.columns - 1)}\u001b[K`))
    : io.every(HEARTBEAT, () => stderr.write(`${line()}\n`));
  return {
    read(title: string, found: number) {
      if (found > 0) parts.push(count(found, title, PLURALS.get(title)));
    },
    stop() {
      stop();
      if (stderr.movesCursor) stderr.write("\r\u001b[K");
    },
  };
}
