import { expect, test } from "vitest";
import { iamPolicy } from "../../src/aws/iamPolicy.ts";
import { run } from "../support/io.ts";

test.each(["plan", "apply"] as const)("iam %s prints the policy, and nothing else", async (name) => {
  const { code, stdout, stderr } = await run(["iam", name], { cwd: "/" });
  expect(JSON.parse(stdout)).toEqual(iamPolicy(name));
  expect(stdout.endsWith("}\n")).toBe(true);
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test("iam without a word says what there is", async () => {
  const { code, stdout, stderr } = await run(["iam"], { cwd: "/" });
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^Example:\n {2}orgsync iam plan/);
  expect(stderr).toMatch(/\n {2}plan .*\n(?:.*\n)*? {2}apply /);
  expect(code).toBe(64);
});

test("iam with another word is bad usage", async () => {
  const { code, stdout, stderr } = await run(["iam", "drift"], { cwd: "/" });
  expect(stdout).toBe("");
  expect(stderr).toContain("unknown command iam drift");
  expect(code).toBe(64);
});
