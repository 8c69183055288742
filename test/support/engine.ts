import { countAttempt } from "./attempts.ts";
import { recordSent } from "./sent.ts";
import { filesOf } from "../config/files.ts";
import type { Aws } from "../../src/aws/clients.ts";
import { execute } from "../../src/engine/execute.ts";
import { KINDS } from "../../src/kinds/index.ts";
import { apply } from "../../src/api/apply.ts";
import { connect } from "../../src/api/connect.ts";
import { drift } from "../../src/api/drift.ts";
import { draft } from "../../src/api/import.ts";
import { compare, type Comparison } from "../../src/api/plan.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { Config } from "../../src/model/config.ts";
import type { ApplyEvent, Outcome } from "../../src/model/event.ts";
import type { Plan } from "../../src/model/plan.ts";
import {
  createSandbox,
  type ObservedCall,
  requestHandler,
  type Sandbox,
  type SandboxOptions,
  type VirtualClock,
  virtualClock,
  type World,
} from "../../src/sandbox/index.ts";

/** A simulated AWS with orgsync's engine on it, at the wire: real SDK clients, virtual time. */
export interface Bench {
  readonly world: World;
  readonly calls: ObservedCall[];
  now(): number;
  plan(config: Config): Promise<Comparison>;
  drift(config: Config): ReturnType<typeof drift>;
  draft(config?: Config, sections?: readonly string[]): ReturnType<typeof draft>;
  apply(config: Config, signal?: AbortSignal): Promise<{ plan: Plan; outcome: Outcome; events: ApplyEvent[] }>;
}

export type BenchOptions = Omit<SandboxOptions, "world" | "clock"> & {
  readonly callerRegion?: string;
  readonly caller?: string;
  /** Whether rails may refuse, as they may for the command; else everything counts as acknowledged. */
  readonly rails?: true;
  readonly base?: Config;
  /** Hears of an apply's events, beside the bench. */
  readonly listen?: (event: ApplyEvent) => unknown;
  /** What lies between orgsync and the sandbox: it may delay requests, and lose them and their answers. */
  readonly between?: (sandbox: Sandbox, clock: VirtualClock) => Sandbox["handle"];
};

const VERSION = { version: "0.0.0" };

export function bench(world: World, options: BenchOptions = {}): Bench {
  const clock = virtualClock(world.now);
  const calls: ObservedCall[] = [];
  const sandbox = createSandbox({
    ...options,
    world,
    clock,
    observe: (call) => {
      calls.push(call);
      recordSent(call);
      options.observe?.(call);
    },
  });
  const reached: Sandbox = { ...sandbox, handle: options.between?.(sandbox, clock) ?? sandbox.handle };
  let seed = 1;
  const open = (writes: boolean, signal?: AbortSignal) =>
    connect({
      clock,
      // Deterministic and even enough for jitter.
      random: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647,
      region: options.callerRegion ?? "us-east-1",
      writes,
      ...(writes ? {} : { observe: countAttempt }),
      requestHandler: requestHandler(reached),
      credentials: { accessKeyId: options.caller ?? "sandbox", secretAccessKey: "sandbox" },
      ...(signal === undefined ? {} : { signal }),
    });
  return {
    world,
    calls,
    now: () => clock.now(),
    plan: (config) => compare(config, open(false), { ...VERSION, base: options.base }),
    drift: (config) => drift(config, open(false), VERSION),
    draft: (config, sections) => draft(config, open(false), { ...VERSION, sections }),
    async apply(config, signal) {
      const connection = open(true, signal);
      const comparison = await compare(config, connection, { ...VERSION, base: options.base });
      const events: ApplyEvent[] = [];
      const emit = (event: ApplyEvent): unknown => {
        events.push(event);
        return options.listen?.(event);
      };
      const hearing = { emit, ...(signal === undefined ? {} : { signal }) };
      const { guard: _, ...unguarded } = comparison;
      const { outcome } = options.rails
        ? await apply(comparison, connection, hearing)
        : await execute({ ...unguarded, ...hearing, kinds: KINDS, aws: connection as Aws, clock });
      return { plan: comparison.plan, outcome, events };
    },
  };
}

/** Loads a file's text; `files` are those that `file:` keys name. */
export function configOf(text: string, files: Readonly<Record<string, string>> = {}): Promise<Config> {
  return loadConfig("org.yaml", filesOf({ "org.yaml": text, ...files }));
}
