import { callerRegion } from "../aws/clients.ts";
import { type ConfigFiles, loadConfig } from "../config/load.ts";
import { readPlan } from "../engine/planFile.ts";
import type { Applied } from "../model/applied.ts";
import type { Clock } from "../model/clock.ts";
import { InvalidConfig } from "../model/errors.ts";
import type { ApplyEvent } from "../model/event.ts";
import type { Plan } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import { applied, requireNamed } from "./apply.ts";
import { type Connection, connect } from "./connect.ts";
import { chance, disk, wallClock } from "./defaults.ts";
import { compare, type Comparison } from "./plan.ts";
import { VERSION } from "./version.ts";

/*
 * The use cases as a program calls them: one call each, and nothing that it must bring. Types that stand here are
 * published, so they name neither the SDK nor anything of the engine.
 */

/** Which org.yaml is meant. */
export interface FileOptions {
  /** Path of org.yaml, from where the process runs. Default: `org.yaml`. */
  readonly file?: string | undefined;
  /** Where it is read from, with the files that it names. Default: the file system. */
  readonly files?: ConfigFiles | undefined;
}

/** Which AWS is meant. With nothing set, it is the one that the AWS CLI would reach from the same environment. */
export interface AwsOptions {
  /** Where Identity Center is looked for first. Default: the SDK's (`AWS_REGION`, the profile's). */
  readonly region?: string | undefined;
  /** Default: the SDK's chain (`AWS_PROFILE`, SSO, OIDC, ...). */
  readonly credentials?: Credentials | undefined;
  /** Once aborted, no request is sent any more; answers that are under way still count. */
  readonly signal?: AbortSignal | undefined;
  /** Default: the wall clock. */
  readonly clock?: Clock | undefined;
  /** From 0 to 1, for the waits between retries. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface PlanOptions extends FileOptions, AwsOptions {
  /** Path of a file that says what org.yaml said before this change of it: rails are loosened only by what it has, too. */
  readonly base?: string | undefined;
  /** Where org.yaml is in its history, for the plan's reader. */
  readonly commit?: string | undefined;
}

export interface ApplyOptions extends PlanOptions {
  /**
   * Plans that somebody has approved, as `plan` made them: nothing is done unless they cover everything that is to be
   * done. Without it, everything that org.yaml says is done.
   */
  readonly approved?: Plan | readonly Plan[] | undefined;
  /** Hears of each change as it begins and ends. */
  readonly onEvent?: ((event: ApplyEvent) => void) | undefined;
}

/** Checks org.yaml without AWS. Resolves with every problem that it has: none when it is valid. */
export async function validate(options: FileOptions = {}): Promise<readonly Problem[]> {
  const { file = "org.yaml", files = disk } = options;
  try {
    await loadConfig(file, files, { offline: true });
    return [];
  } catch (error) {
    if (error instanceof InvalidConfig) return error.problems;
    throw error;
  }
}

/**
 * Compares org.yaml with AWS, and changes nothing: its connection refuses writes. Rejects with `InvalidConfig` when
 * org.yaml cannot be what is meant, and with an `OrgsyncError` when AWS cannot be read. A plan that a rail refuses
 * resolves as well: look at its `refusals`.
 */
export async function plan(options: PlanOptions = {}): Promise<Plan> {
  const { comparison } = await compareWith(options, await connectWith(options, false));
  return comparison.plan;
}

/**
 * Makes AWS what org.yaml says. A change that fails is in the result's `outcome` and `failures`; calling again goes on
 * from there. Rejects as `plan` does, and with an `OrgsyncError` before anything is changed when a rail refuses the plan
 * (`ORG0610`), when it is not what was approved (`ORG0611`, `ORG0612`), or when the organization is not the one that
 * org.yaml names (`ORG0403`).
 */
export async function apply(options: ApplyOptions = {}): Promise<Applied> {
  const connection = await connectWith(options, true);
  const { approved, onEvent, signal } = options;
  const plans = approved === undefined ? undefined : await Promise.all([approved].flat().map(checked(connection)));
  const { config, comparison } = await compareWith(options, connection);
  requireNamed(config, comparison.plan);
  const ended = await applied(config, comparison, connection, {
    emit: (event) => onEvent?.(event),
    ...(signal === undefined ? {} : { signal }),
    approved: plans,
  });
  return ended.applied;
}

/** An approved plan is believed as its file would be: whole, not edited, and not too old. */
const checked =
  ({ clock }: Connection) =>
  (one: Plan): Promise<Plan> =>
    readPlan(JSON.stringify(one), { file: "the approved plan", now: clock.now() });

async function connectWith(
  { region, credentials, signal, clock = wallClock, random = chance }: AwsOptions,
  writes: boolean,
): Promise<Connection> {
  return connect({
    clock,
    random,
    writes,
    region: region ?? (await callerRegion()),
    ...(credentials === undefined ? {} : { credentials }),
    ...(signal === undefined ? {} : { signal }),
  });
}

async function compareWith(
  { file = "org.yaml", files = disk, base, commit }: PlanOptions,
  connection: Connection,
): Promise<{ config: Awaited<ReturnType<typeof loadConfig>>; comparison: Comparison }> {
  const config = await loadConfig(file, files);
  const before = base === undefined ? undefined : await loadConfig(base, files);
  const comparison = await compare(config, connection, {
    version: VERSION,
    commit,
    base: before,
    wantsOrganizationId: true,
  });
  return { config, comparison };
}
