import type { Sandbox, VirtualClock, WireRequest } from "../../src/sandbox/index.ts";
import { targetOf } from "../../src/sandbox/wire.ts";
import { randomFrom } from "./sizes.ts";

/** When a process dies, as seen from one of its writes. */
export const MOMENTS = ["before it is sent", "before its answer", "after its answer"] as const;
export type Moment = (typeof MOMENTS)[number];

export const isWrite = (request: WireRequest): boolean => {
  const { endpoint, operation } = targetOf(request);
  return endpoint?.service.operations[operation]?.access === "write";
};

/** What a process that was killed waits for. */
const forever = (): Promise<never> => new Promise(() => {});

type Handle = Sandbox["handle"];

/** A wire that carries each request a little later, and each answer; without a seed it takes no time. */
export function wire({ handle }: Pick<Sandbox, "handle">, clock: VirtualClock, seed?: number): Handle {
  if (seed === undefined) return handle;
  const random = randomFrom(seed);
  return async (request, options) => {
    await clock.sleep(random() * 400, options?.abortSignal);
    const answered = await handle(request, options);
    await clock.sleep(random() * 400, options?.abortSignal);
    return answered;
  };
}

/** A process that dies at a write: AWS hears no more from it, and it hears no more from AWS. */
export interface Kill {
  readonly between: (sandbox: Sandbox, clock: VirtualClock) => Handle;
  /** Resolves once it is dead and what it had sent has reached AWS. */
  readonly died: Promise<void>;
  isDead(): boolean;
}

/**
 * Kills at the n-th write, from 1. "After its answer" is at the next request of any sort, which is sent no more: time
 * has passed until then. With a seed the wire is slow, and requests that are under way still reach AWS.
 */
export function killAt(write: number, moment: Moment, seed?: number): Kill {
  let writes = 0;
  let dying = false;
  let dead = false;
  let underWay = 0;
  let gone = (): void => {};
  const died = new Promise<void>((resolve) => (gone = resolve));
  const die = (): Promise<never> => {
    dead = true;
    if (underWay === 0) gone();
    return forever();
  };
  return {
    died,
    isDead: () => dead,
    between(sandbox, clock) {
      const reach: Handle = async (request, options) => {
        try {
          return await sandbox.handle(request, options);
        } finally {
          underWay -= 1;
          if (dead && underWay === 0) gone();
        }
      };
      const slow = wire({ handle: reach }, clock, seed);
      return async (request, options) => {
        if (dead) return forever();
        if (dying) return die();
        const isThis = isWrite(request) && ++writes === write;
        if (isThis && moment === "before it is sent") return die();
        underWay += 1;
        const answer = await slow(request, options);
        if (dead) return forever();
        if (isThis && moment === "before its answer") return die();
        if (isThis) dying = true;
        return answer;
      };
    },
  };
}
