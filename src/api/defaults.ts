import type { ConfigFiles } from "../config/load.ts";
import type { Clock } from "../model/clock.ts";

/*
 * The outside world by default: the command line takes its clock and its chance from here, a program
 * all three. Node's own modules are loaded when they are needed.
 */

export const wallClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    const { setTimeout } = await import("node:timers/promises");
    await setTimeout(ms, undefined, { signal });
  },
};

/** From 0 to 1. */
export const chance = (): number => Math.random();

export const disk: ConfigFiles = {
  read: async (path) => (await import("node:fs/promises")).readFile(path, "utf8"),
  realPath: async (path) => (await import("node:fs/promises")).realpath(path),
  list: async (folder) => (await import("node:fs/promises")).readdir(folder),
};
