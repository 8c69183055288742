import { dirname, resolve } from "node:path";
import { makePlan } from "../engine/plan.ts";
import { type Live, readLive } from "../engine/live.ts";
import { KINDS } from "../kinds/index.ts";
import { organizationOf } from "../kinds/organization.ts";
import type { Config } from "../model/config.ts";
import type { Plan } from "../model/plan.ts";
import type { Snapshot } from "../model/resource.ts";
import { count } from "../report/text.ts";
import type { Io } from "./io.ts";
import type { Session } from "./session.ts";
import { VERSION } from "./version.ts";

/** org.yaml compared with what there is: what plan shows and apply makes. */
export interface Comparison {
  readonly plan: Plan;
  readonly live: Live;
  readonly desired: Snapshot;
}

/** How kinds are called in reports. */
export const HEADINGS = Object.fromEntries(KINDS.map(({ name, plural }) => [name, plural]));
export const TITLES = Object.fromEntries(KINDS.map(({ name, title }) => [name, title]));

/** Reads live and compares; shows on a terminal's stderr how reading gets on. */
export async function compare(io: Io, session: Session, config: Config, file: string): Promise<Comparison> {
  const { aws, clock } = session;
  const began = clock.now();
  const progress = readingProgress(io, aws.calls);
  let live: Live;
  try {
    live = await readLive({ kinds: KINDS, aws, config, onRead: (kind, found) => progress.read(kind.title, found) });
  } finally {
    progress.stop();
  }
  const organization = organizationOf(live.snapshot);
  const { plan, desired } = await makePlan({
    kinds: KINDS,
    config,
    live,
    organization: organization === undefined ? null : { id: organization.id, managementAccountId: organization.managementAccountId },
    version: VERSION,
    commit: await io.commit(dirname(resolve(io.cwd, file))),
    now: clock.now(),
    read: { calls: aws.calls(), seconds: (clock.now() - began) / 1000 },
  });
  return { plan, live, desired };
}

/** In milliseconds: how often a waiting log gets a line. */
const HEARTBEAT = 15_000;

/** One line that is rewritten on a terminal; elsewhere a line now and then. */
function readingProgress(io: Io, calls: () => number) {
  const { stderr } = io;
  const parts: string[] = [];
  const line = (): string => `reading AWS: ${calls()} calls${parts.length === 0 ? "" : `, ${parts.join(", ")}`}`;
  const stop = stderr.isTTY
    ? io.every(100, () => stderr.write(`\r${line().slice(0, stderr.columns - 1)}\u001b[K`))
    : io.every(HEARTBEAT, () => stderr.write(`${line()}\n`));
  return {
    read: (title: string, found: number) => void parts.push(count(found, title)),
    stop() {
      stop();
      if (stderr.isTTY) stderr.write("\r\u001b[K");
    },
  };
}
