import type { World } from "./world.ts";

/** What readers see while writes become visible late. */
export interface History {
  /** Says that the world was changed at a time. */
  changed(now: number): void;
  /** Keeps what the last change left; to be called before anything else changes the world, or reads it. */
  keep(): void;
  /** The world as readers see it at a time. */
  seenAt(now: number): World;
}

/** Keeps copies of a world for as long as readers may still see them; `settle` brings a copy up to a time. */
export function historyOf(world: World, delayMs: number, settle: (world: World, now: number) => void): History {
  const kept = [{ at: -Infinity, world: structuredClone(world) }];
  let changedAt: number | undefined;
  return {
    changed: (now) => {
      changedAt = now;
    },
    keep: () => {
      if (changedAt !== undefined) kept.push({ at: changedAt, world: structuredClone(world) });
      changedAt = undefined;
    },
    seenAt: (now) => {
      while (kept.length > 1 && kept[1]!.at <= now - delayMs) kept.shift();
      const seen = kept[0]!.world;
      settle(seen, now - delayMs);
      return seen;
    },
  };
}
