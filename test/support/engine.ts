import { connect } from "../../src/aws/clients.ts";
import { loadConfig } from "../../src/config/load.ts";
import { execute } from "../../src/engine/execute.ts";
import { readLive } from "../../src/engine/live.ts";
import { makePlan } from "../../src/engine/plan.ts";
import { KINDS } from "../../src/kinds/index.ts";
import { organizationOf } from "../../src/kinds/organization.ts";
import type { Config } from "../../src/model/config.ts";
import type { ApplyEvent, Outcome } from "../../src/model/event.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Snapshot } from "../../src/model/resource.ts";
import { createSandbox, type ObservedCall, requestHandler, type SandboxOptions, virtualClock, type World } from "../../src/sandbox/index.ts";

/** A simulated AWS with orgsync's engine on it, at the wire: real SDK clients, virtual time. */
export interface Bench {
  readonly world: World;
  readonly calls: ObservedCall[];
  now(): number;
  plan(config: Config): Promise<{ plan: Plan; live: Snapshot; desired: Snapshot }>;
  apply(config: Config, signal?: AbortSignal): Promise<{ plan: Plan; outcome: Outcome; events: ApplyEvent[] }>;
}

export type BenchOptions = Omit<SandboxOptions, "world" | "clock"> & { readonly callerRegion?: string };

export function bench(world: World, options: BenchOptions = {}): Bench {
  const clock = virtualClock(world.now);
  const calls: ObservedCall[] = [];
  const sandbox = createSandbox({
    ...options,
    world,
    clock,
    observe: (call) => {
      calls.push(call);
      options.observe?.(call);
    },
  });
  let seed = 1;
  const open = (writes: boolean, signal?: AbortSignal) =>
    connect({
      clock,
      // Deterministic and even enough for jitter.
      random: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647,
      region: options.callerRegion ?? "us-east-1",
      writes,
      requestHandler: requestHandler(sandbox),
      credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
      ...(signal === undefined ? {} : { signal }),
    });
  const plan = async (config: Config, aws = open(false)) => {
    const began = clock.now();
    const live = await readLive({ kinds: KINDS, aws, config });
    const organization = organizationOf(live.snapshot);
    const made = await makePlan({
      kinds: KINDS,
      config,
      live,
      organization: organization === undefined ? null : { id: organization.id, managementAccountId: organization.managementAccountId },
      version: "0.0.0",
      now: clock.now(),
      read: { calls: aws.calls(), seconds: (clock.now() - began) / 1000 },
    });
    return { ...made, live: live.snapshot };
  };
  return {
    world,
    calls,
    now: () => clock.now(),
    plan: (config) => plan(config),
    async apply(config, signal) {
      const aws = open(true, signal);
      const planned = await plan(config, aws);
      const events: ApplyEvent[] = [];
      const { outcome } = await execute({
        kinds: KINDS,
        ...planned,
        aws,
        clock,
        emit: (event) => events.push(event),
        ...(signal === undefined ? {} : { signal }),
      });
      return { plan: planned.plan, outcome, events };
    },
  };
}

/** Loads a file's text; `files` are those that `file:` keys name. */
export function configOf(text: string, files: Readonly<Record<string, string>> = {}): Promise<Config> {
  const all: Readonly<Record<string, string>> = { "org.yaml": text, ...files };
  return loadConfig("org.yaml", {
    read: async (path) => {
      const found = all[path.replace(/^\.\//, "")];
      if (found === undefined) throw Object.assign(new Error(`no file ${path}`), { code: "ENOENT" });
      return found;
    },
    realPath: async (path) => path,
  });
}
