import { setImmediate } from "node:timers/promises";

/** A clock on which nobody waits: time passes as soon as somebody wants it to. For calls over real sockets. */
export function hastyClock(start: number) {
  let now = start;
  return {
    now: () => now,
    async sleep(ms: number, signal?: AbortSignal): Promise<void> {
      signal?.throwIfAborted();
      now += ms;
      await setImmediate();
    },
  };
}
