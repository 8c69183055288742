import { describe, expect, test } from "vitest";
import { OPERATIONS, type OperationSpec } from "../../src/aws/operations.ts";
import { CHECKS } from "../../src/doctor/checks/index.ts";
import { TRIALS } from "../../src/doctor/trials.ts";
import { type Case, CASES } from "./cases.ts";
import { examine, saidIn } from "./clinic.ts";

test("every check has a case that it fails, and one that it passes", () => {
  expect(Object.keys(CASES)).toEqual(CHECKS.map(({ name }) => name));
  for (const { passes, fails } of Object.values(CASES)) {
    expect(passes.length).toBeGreaterThan(0);
    expect(fails.length).toBeGreaterThan(0);
  }
});

describe.each(Object.entries(CASES))("%s", (name, { passes, fails, others = [] }) => {
  const all = [
    ...passes.map((one) => ["ok", one] as const),
    ...fails.map((one) => ["failed", one] as const),
    ...others.map((one) => [one.outcome, one] as const),
  ].map(([outcome, one]) => [outcome, String(one.says), one] as const);

  test.each(all)("%s: %s", async (outcome, _says, { says, ...patient }: Case) => {
    const ran = await examine(patient, name, "--json");
    const { checks } = saidIn(ran);
    const [check] = checks;
    if (check === undefined || checks.length !== 1) throw new Error(ran.stdout);
    expect(check).toMatchObject({ name, outcome });
    const words = [check.says ?? [], ...(check.complaints ?? []).map(({ what }) => what)].flat();
    expect(words.filter((word) => (typeof says === "string" ? word.includes(says) : says.test(word)))).toHaveLength(1);
    expect(ran.code).toBe(outcome === "failed" ? 1 : 0);
    expect(ran.stderr).toBe("");
    // Whoever is told that something is wrong is told what to do.
    for (const { fix } of check.complaints ?? []) expect(fix).toMatch(/\w/);
    expect(check.complaints === undefined).toBe(outcome === "ok" || outcome === "skipped");
  });
});

test("every operation that reads is tried", () => {
  const reads = Object.entries(OPERATIONS).flatMap(([service, operations]) =>
    Object.entries<OperationSpec>(operations).flatMap(([name, { access }]) =>
      access === "read" ? [`${service}:${name}`] : [],
    ),
  );
  const tried = Object.entries(TRIALS).flatMap(([service, trials]) =>
    Object.keys(trials).map((name) => `${service}:${name}`),
  );
  expect(new Set(tried)).toEqual(new Set(reads));
});
