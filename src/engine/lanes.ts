import type { Lane } from "../model/kind.ts";

/** AWS's limits on what may happen at once: at most `limit` holders of each lane. */
export interface Lanes {
  /** Takes all lanes, or none. */
  tryTake(lanes: readonly Lane[]): boolean;
  /** Waits for one lane; first come, first served. */
  take(lane: Lane): Promise<void>;
  give(lanes: readonly Lane[]): void;
}

export function makeLanes(): Lanes {
  const held = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  const free = (lane: Lane): boolean => (held.get(lane.name) ?? 0) < lane.limit;
  const hold = (lane: Lane): void => void held.set(lane.name, (held.get(lane.name) ?? 0) + 1);
  return {
    tryTake(lanes) {
      if (!lanes.every(free)) return false;
      lanes.forEach(hold);
      return true;
    },
    async take(lane) {
      if (free(lane)) return hold(lane);
      await new Promise<void>((resolve) => {
        const queue = waiting.get(lane.name) ?? [];
        queue.push(resolve);
        waiting.set(lane.name, queue);
      });
    },
    give(lanes) {
      for (const lane of lanes) {
        const next = waiting.get(lane.name)?.shift();
        // The place goes straight to the next in line, so that nobody slips in between.
        if (next !== undefined) next();
        else held.set(lane.name, (held.get(lane.name) ?? 1) - 1);
      }
    },
  };
}
