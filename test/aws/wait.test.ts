import { expect, test } from "vitest";
import { waitFor } from "../../src/aws/wait.ts";
import { OrgsyncError } from "../../src/model/errors.ts";

/** A clock that only sleeping moves, and what AWS says at each look: the last word for ever. */
function waiting(words: readonly (string | undefined)[], status = true) {
  let now = 0;
  let looks = 0;
  const ended = waitFor<string | undefined>({
    clock: {
      now: () => now,
      sleep: async (ms) => void (now += ms),
    },
    what: "policy type TAG_POLICY",
    first: 2_000,
    longest: 10_000,
    timeout: 10 * 60_000,
    look: async () => words[Math.min(looks++, words.length - 1)],
    done: (word) => word === "ENABLED",
    ...(status ? { status: { of: (word: string | undefined) => word, pending: ["PENDING_ENABLE"] } } : {}),
  });
  return { ended, seconds: () => now / 1000 };
}

test("an end is an end, whatever was said before", async () => {
  await expect(waiting([undefined, "PENDING_ENABLE", "ENABLED"]).ended).resolves.toBe("ENABLED");
  await expect(waiting(["SOMETHING_NEW", "SOMETHING_NEW", "ENABLED"]).ended).resolves.toBe("ENABLED");
});

test("a state that nobody knows is named after a minute, instead of being waited for", async () => {
  const { ended, seconds } = waiting(["PENDING_ENABLE", "ENABLE_FAILED"]);
  const error = await ended.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OrgsyncError);
  expect(error).toMatchObject({
    code: "ORG0505",
    message: "policy type TAG_POLICY: AWS says ENABLE_FAILED, a state that this version of orgsync does not know",
    hint: expect.stringContaining("run the same command again"),
  });
  expect(seconds()).toBeLessThan(90);
});

test("one that comes and goes is none to stop at", async () => {
  const words = Array.from({ length: 40 }, (_, index) => (index % 5 === 0 ? "PENDING_ENABLE" : "SOMETHING_NEW"));
  await expect(waiting([...words, "ENABLED"]).ended).resolves.toBe("ENABLED");
});

test.each([
  [["PENDING_ENABLE"], true, "policy type TAG_POLICY has not ended after 10 minutes; AWS says PENDING_ENABLE"],
  [[undefined], true, "policy type TAG_POLICY has not ended after 10 minutes"],
  [["ANYTHING"], false, "policy type TAG_POLICY has not ended after 10 minutes"],
] as const)("%j has an end as well", async (words, status, message) => {
  const { ended, seconds } = waiting(words, status);
  await expect(ended).rejects.toMatchObject({ code: "ORG0508", message });
  expect(seconds()).toBeLessThan(11 * 60);
});
