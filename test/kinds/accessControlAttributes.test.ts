import { describe, expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { describeFaults } from "./faults.ts";

const DEPARTMENT: OrgFile = { accessControlAttributes: { department: "${path:enterprise.department}" } };
const USER: OrgFile = { accessControlAttributes: { user: "${path:userName}" } };
const OFF: OrgFile = { accessControlAttributes: {} };

const DESCRIBE = "ssoAdmin:DescribeInstanceAccessControlAttributeConfiguration";
const CREATE = "ssoAdmin:CreateInstanceAccessControlAttributeConfiguration";

describe.each([
  ["switching on", OFF, DEPARTMENT, CREATE],
  ["changing", DEPARTMENT, USER, "ssoAdmin:UpdateInstanceAccessControlAttributeConfiguration"],
  ["switching off", USER, OFF, "ssoAdmin:DeleteInstanceAccessControlAttributeConfiguration"],
])("%s", (_, before, after, write) => {
  describeFaults({ before, after, reads: {}, writes: { [write]: ["accessControlAttributes"] } });
});

describe("reading", () => {
  describeFaults({
    before: DEPARTMENT,
    after: USER,
    reads: { [DESCRIBE]: ["Status", "InstanceAccessControlAttributeConfiguration", "AccessControlAttributes"] },
    writes: { "ssoAdmin:UpdateInstanceAccessControlAttributeConfiguration": ["accessControlAttributes"] },
  });

  test("a state that nobody knows is not guessed at", async () => {
    const there = bench(worldOf(DEPARTMENT), { faults: [{ operation: DESCRIBE, kind: "unknown-enum" }] });
    await expect(there.plan(await configOf(textOf(USER)))).rejects.toThrow(/unknown state/);
  });
});

test("AWS cannot switch them on: the reason is told, and the next apply begins anew", async () => {
  const there = bench(worldOf(OFF), {
    faults: [{ operation: CREATE, kind: "async-failed", nth: 1, reason: "the directory does not answer" }],
  });
  const config = await configOf(textOf(DEPARTMENT));
  const { events } = await there.apply(config);
  const message = expect.stringContaining("the directory does not answer");
  expect(events).toContainEqual(
    expect.objectContaining({ type: "failed", failure: expect.objectContaining({ code: "ORG0507", message }) }),
  );
  const { plan, outcome } = await there.apply(config);
  expect(plan.notices).toContainEqual(expect.objectContaining({ message }));
  expect(plan.changes).toMatchObject([{ action: "update", before: { attributes: {} } }]);
  expect(outcome.done).toEqual(["accessControlAttributes"]);
  expect((await there.plan(config)).plan).toMatchObject({ changes: [], notices: [] });
});

test("what is still being switched on when it is interrupted is not made a second time", async () => {
  const there = bench(worldOf(OFF), { faults: [{ operation: CREATE, kind: "async-stuck" }] });
  const config = await configOf(textOf(DEPARTMENT));
  const { events } = await there.apply(config);
  expect(events).toContainEqual(
    expect.objectContaining({ type: "failed", failure: expect.objectContaining({ code: "ORG0508" }) }),
  );
  expect((await there.plan(config)).plan.changes).toEqual([]);
});
