import fc from "fast-check";
import { expect, test } from "vitest";
import { bucket } from "../../src/aws/quotas.ts";
import { virtualClock } from "../../src/sandbox/index.ts";

test("half a burst goes at once, the rest at the rate", async () => {
  const clock = virtualClock(0);
  const { take } = bucket({ rate: 2, burst: 6 }, clock);
  const times: number[] = [];
  await Promise.all(Array.from({ length: 6 }, () => take().then(() => times.push(clock.now()))));
  expect(times.slice(0, 3)).toEqual([0, 0, 0]);
  expect(times[5]).toBeGreaterThanOrEqual(1500);
  expect(times[5]).toBeLessThan(1700);
});

test("nobody goes before a pause is over", async () => {
  const clock = virtualClock(0);
  const { take, pause } = bucket({ rate: 10, burst: 5 }, clock);
  pause(4_000);
  await take();
  expect(clock.now()).toBeGreaterThanOrEqual(4_000);
});

test("never faster than AWS's own bucket, whenever callers come", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ rate: fc.integer({ min: 1, max: 40 }), burst: fc.integer({ min: 1, max: 20 }) }),
      fc.array(fc.nat(900), { minLength: 1, maxLength: 60 }),
      async (rate, gaps) => {
        const clock = virtualClock(0);
        const { take } = bucket(rate, clock);
        const times: number[] = [];
        const callers = gaps.reduce<{ at: number; all: Promise<void>[] }>(
          ({ at, all }, gap) => {
            const come = async (): Promise<void> => {
              await clock.sleep(at + gap);
              await take();
              times.push(clock.now());
            };
            return { at: at + gap, all: [...all, come()] };
          },
          { at: 0, all: [] },
        );
        await Promise.all(callers.all);
        let tokens = rate.burst;
        let last = 0;
        for (const time of times.toSorted((left, right) => left - right)) {
          tokens = Math.min(rate.burst, tokens + ((time - last) / 1000) * rate.rate) - 1;
          last = time;
          expect(tokens).toBeGreaterThanOrEqual(-1e-9);
        }
      },
    ),
    { numRuns: 200 },
  );
});
