import { expect, test } from "vitest";
import { AwsError } from "../../src/aws/errors.ts";
import { type RetryOptions, withRetry } from "../../src/aws/retry.ts";
import { virtualClock } from "../../src/sandbox/index.ts";

const failure = (name: string, status = 400, members: object = {}): Error =>
  Object.assign(new Error(`${name} happened`), {
    name,
    $metadata: { httpStatusCode: status, requestId: "r-1" },
    ...members,
  });

/** Calls something that fails as told, then answers; says how often it was called and how long that took. */
async function calling(failures: readonly Error[], options: Partial<RetryOptions> = {}) {
  const clock = virtualClock(0);
  let calls = 0;
  const call = async (): Promise<string> => {
    const error = failures[Math.min(calls++, failures.length)];
    if (error !== undefined) throw error;
    return "answer";
  };
  const settings: RetryOptions = {
    clock,
    random: () => 1,
    resend: "always",
    settling: false,
    impatient: false,
    isInterruption: () => false,
    onThrottle: () => undefined,
    ...options,
  };
  const result = await withRetry("organizations:Test", settings, call).catch((error: unknown) => error);
  return { result, calls, seconds: clock.now() / 1000 };
}

const forever = (error: Error): Error[] => Array.from({ length: 1_000 }, () => error);

test.each([
  ["a throttle", failure("TooManyRequestsException")],
  ["another request at work", failure("ConcurrentModificationException")],
  ["a conflict that passes", failure("ConflictException", 409, { Reason: "CONCURRENT_MODIFICATION" })],
  ["a failure of AWS", failure("ServiceException", 500)],
  ["a broken connection", Object.assign(new Error("reset"), { code: "ECONNRESET" })],
])("%s is waited out", async (_, error) => {
  expect(await calling([error, error])).toMatchObject({ result: "answer", calls: 3 });
});

test.each(["AccessDeniedException", "ValidationException", "ConstraintViolationException", "ExpiredTokenException"])(
  "%s is final",
  async (name) => {
    const { result, calls } = await calling(forever(failure(name)));
    expect(calls).toBe(1);
    expect(result).toBeInstanceOf(AwsError);
  },
);

test.each([
  ["a failure of AWS", failure("ServiceException", 500)],
  ["a broken connection", Object.assign(new Error("reset"), { code: "ECONNRESET" })],
  ["nobody there", Object.assign(new Error("refused"), { code: "ECONNREFUSED" })],
  ["another request at work", failure("ConcurrentModificationException")],
])("without patience, %s is final", async (_, error) => {
  expect(await calling([error], { impatient: true })).toMatchObject({ calls: 1, seconds: 0 });
});

test("without patience, whoever is asked too fast is still asked again", async () => {
  const throttle = failure("TooManyRequestsException");
  expect(await calling([throttle], { impatient: true })).toMatchObject({ result: "answer", calls: 2 });
  const { result, seconds } = await calling(forever(throttle), { impatient: true });
  expect(result).toMatchObject({ kind: "throttled" });
  expect(seconds).toBeLessThan(7);
  const later = failure("TooManyRequestsException", 429, { RetryAfterSeconds: 60 });
  expect(await calling(forever(later), { impatient: true })).toMatchObject({ calls: 1, seconds: 0 });
});

test("a name that is taken for good is not waited out", async () => {
  const { result, calls } = await calling(
    forever(failure("ConflictException", 409, { Reason: "UNIQUENESS_CONSTRAINT_VIOLATION" })),
  );
  expect(calls).toBe(1);
  expect(result).toMatchObject({ kind: "exists" });
});

test.each([
  ["TooManyRequestsException", 180, 220],
  ["ConcurrentModificationException", 150, 170],
])("patience with %s ends", async (name, least, most) => {
  const { result, seconds } = await calling(forever(failure(name)));
  expect(result).toBeInstanceOf(AwsError);
  expect(seconds).toBeGreaterThanOrEqual(least);
  expect(seconds).toBeLessThanOrEqual(most);
});

test("what may have been carried out is not sent again where that would do harm", async () => {
  expect(await calling(forever(failure("ServiceException", 500)), { resend: "lookup" })).toMatchObject({ calls: 1 });
  expect(await calling(forever(failure("ConflictException", 409)), { resend: "lookup" })).toMatchObject({ calls: 1 });
  expect(await calling([failure("ThrottlingException")], { resend: "lookup" })).toMatchObject({
    result: "answer",
    calls: 2,
  });
});

test.each(["TooManyRequestsException", "ConcurrentModificationException", "ServiceException", "ECONNRESET"])(
  "CreateAccount is never resent, not even after %s",
  async (name) => {
    expect(await calling(forever(failure(name)), { resend: "never" })).toMatchObject({ calls: 1 });
  },
);

test("what is missing is waited for only where this run has just made it", async () => {
  const missing = failure("ResourceNotFoundException");
  expect(await calling([missing, missing])).toMatchObject({ calls: 1 });
  expect(await calling([missing, missing], { settling: true })).toMatchObject({ result: "answer", calls: 3 });
  const { result, seconds } = await calling(forever(missing), { settling: true });
  expect(result).toMatchObject({ kind: "missing" });
  expect(seconds).toBeLessThanOrEqual(66);
});

test("AWS's own wish for a pause is kept", async () => {
  const { seconds } = await calling([failure("ThrottlingException", 429, { RetryAfterSeconds: 30 })]);
  expect(seconds).toBe(30);
});

test("a throttle slows the others down too", async () => {
  const pauses: number[] = [];
  await calling([failure("ThrottlingException")], { onThrottle: (ms) => pauses.push(ms) });
  expect(pauses).toEqual([1_000]);
});

test("the message names the operation, AWS's error, the request and what to do", async () => {
  const { result } = await calling(forever(failure("AccessDeniedException")));
  expect(result).toMatchObject({
    code: "ORG0502",
    message: "organizations:Test: AccessDeniedException: AccessDeniedException happened [request r-1]",
    hint: 'the caller needs organizations:Test; see "Permissions" in the README',
  });
});
