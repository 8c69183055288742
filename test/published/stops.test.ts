import { describe, expect, test } from "vitest";
import { figure } from "../deep/figures.ts";
import { LONG, sample, sizeOf } from "../deep/sizes.ts";
import { OTHERS } from "./installed.ts";
import { type Event, type Rerun, STOPS, stopAndRunAgain, stopInSandbox } from "./stops.ts";

/** Runs that wait most of the time. */
const AT_ONCE = 6;

/** The events of a first apply that nothing stops. */
const undisturbed = await stopAndRunAgain("kill", Number.MAX_SAFE_INTEGER, false);
const events = Array.from({ length: undisturbed.events.length }, (_, index) => index + 1);
test("has events to be stopped at", () => {
  expect(undisturbed.wrong).toBeUndefined();
  expect(events.length).toBeGreaterThan(60);
});

describe.each([
  ["without", false],
  ["with", true],
] as const)("an apply of examples/company %s --plan", (word, withPlan) => {
  test.each(STOPS)(
    "stopped by %s at its events, goes on when the same command runs again",
    async (stop) => {
      const queue: Event[] = ["account:acme-dev", ...sample(events, sizeOf("stops"))];
      const wanted = queue.length;
      const reruns: Rerun[] = [];
      const worker = async (): Promise<void> => {
        for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
          const rerun = await stopAndRunAgain(stop, event, withPlan);
          reruns.push(rerun.wrong === undefined ? rerun : { ...rerun, wrong: `at event ${event}: ${rerun.wrong}` });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      expect(reruns.flatMap(({ wrong }) => wrong ?? [])).toEqual([]);
      // What is waited for may be said once more or less: the last events of the list do not always come.
      const stopped = reruns.filter((rerun) => rerun.stopped).length;
      expect(stopped).toBeGreaterThanOrEqual(wanted - (wanted > 10 ? 3 : 0));
      figure(`${stop} of the published command, ${word} --plan`, stopped, "the same command again ends well");
    },
    LONG,
  );
});

test.each(OTHERS)("so it does on Node $version", async (node) => {
  const plans = [true, false];
  const reruns = await Promise.all(
    plans.map((withPlan) => stopAndRunAgain("kill", "account:acme-dev", withPlan, node)),
  );
  expect(reruns.map(({ stopped, wrong }) => wrong ?? stopped)).toEqual([true, true]);
});

test.each(["kill", "interrupt"] as const)(
  "in a sandbox's file, stopped by %s, it goes on as well",
  async (stop) => {
    for (const event of sample(events.slice(0, -1), sizeOf("stops")))
      expect(await stopInSandbox(stop, event), `at event ${event}`).toBeUndefined();
  },
  LONG,
);
