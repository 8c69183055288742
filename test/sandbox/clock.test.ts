import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { virtualClock } from "../../src/sandbox/index.ts";

test("time starts where it is told to and stands still while nobody sleeps", async () => {
  const clock = virtualClock(1000);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(clock.now()).toBe(1000);
});

test("a sleep of a day takes no time", async () => {
  const clock = virtualClock(0);
  await clock.sleep(86_400_000);
  expect(clock.now()).toBe(86_400_000);
});

test("sleepers wake in the order of their times, and of one time in the order of falling asleep", async () => {
  const clock = virtualClock(0);
  const woken: string[] = [];
  const sleeper = async (name: string, ms: number) => {
    await clock.sleep(ms);
    woken.push(`${name} ${clock.now()}`);
  };
  await Promise.all([sleeper("a", 30), sleeper("b", 10), sleeper("c", 30), sleeper("d", 20), sleeper("e", -5)]);
  expect(woken).toEqual(["e 0", "b 10", "d 20", "a 30", "c 30"]);
});

test("who sleeps again after waking is not overtaken by later sleepers", async () => {
  const clock = virtualClock(0);
  const seen: string[] = [];
  const steps = async () => {
    for (let step = 1; step <= 3; step += 1) {
      await clock.sleep(10);
      // Work that the event loop brings in a few turns, such as an answer being read.
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      seen.push(`step ${step} ${clock.now()}`);
    }
  };
  const late = async () => {
    await clock.sleep(35);
    seen.push(`late ${clock.now()}`);
  };
  await Promise.all([late(), steps()]);
  expect(seen).toEqual(["step 1 10", "step 2 20", "step 3 30", "late 35"]);
});

test("time waits for requests in flight", async () => {
  const clock = virtualClock(0);
  let awake = false;
  const sleeping = clock.sleep(10).then(() => (awake = true));
  clock.begin();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect({ awake, now: clock.now() }).toEqual({ awake: false, now: 0 });
  clock.end();
  await sleeping;
  expect(clock.now()).toBe(10);
});

test("a sleep ends with the signal's reason, and nobody waits for it any more", async () => {
  const clock = virtualClock(0);
  const stop = new AbortController();
  const sleeping = clock.sleep(1000, stop.signal);
  const reason = new Error("stop");
  stop.abort(reason);
  await expect(sleeping).rejects.toBe(reason);
  await expect(clock.sleep(1, stop.signal)).rejects.toBe(reason);
  await clock.sleep(5);
  expect(clock.now()).toBe(5);
});

test("a clock keeps the process alive for its sleepers only", async () => {
  const module = new URL("../../src/sandbox/clock.ts", import.meta.url).href;
  const script = `
    import { virtualClock } from ${JSON.stringify(module)};
    const clock = virtualClock(0);
    clock.sleep(3_600_000).then(() => console.log("woke at", clock.now()));
  `;
  const run = promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  expect((await run).stdout).toBe("woke at 3600000\n");
});
