import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hasHidden } from "../../src/model/characters.ts";
import type { ApplyEvent, Outcome } from "../../src/model/event.ts";
import { applyText } from "../../src/report/apply.ts";
import { eventJson } from "../../src/report/json.ts";
import { plain } from "../../src/report/style.ts";
import { newWorld } from "../../src/sandbox/index.ts";
import { bench, configOf } from "../support/engine.ts";
import { golden } from "../support/golden.ts";
import { takeSteps } from "../scenarios/live.ts";
import { changeOf, titles } from "./plans.ts";

const goldenOf = (name: string): string => join(import.meta.dirname, "golden", name);
const linesOf = (events: readonly ApplyEvent[]): string => {
  const text = applyText({ style: plain(100), titles });
  return `${events.flatMap((event) => text.linesFor(event)).join("\n")}\n`;
};

const FILE = `version: 1
organization: {}
accounts:
  acme: { email: aws@acme.com, management: true }
  acme-dev: { email: aws+dev@acme.com }
users: { dax@acme.com: { givenName: Dax, familyName: Raad } }
permissionSets: { Admin: { managedPolicies: [AdministratorAccess] } }
assignments: [{ users: [dax@acme.com], permissionSets: [Admin], accounts: [acme, acme-dev] }]
`;

describe("the lines of an apply", () => {
  test("that waits for a person, and the next one, which does the rest", async () => {
    const there = bench(structuredClone(newWorld("empty")));
    const config = await configOf(FILE);
    const first = await there.apply(config);
    takeSteps(there.world, there.now(), ["enable-identity-center"]);
    const second = await there.apply(config);
    golden(goldenOf("apply-waiting.txt"), linesOf(first.events) + linesOf(second.events));
  });

  test("in which something fails, and what needs it is not tried", async () => {
    const there = bench(structuredClone(newWorld("guide")), {
      faults: [
        { operation: "organizations:CreateAccount", nth: 1, kind: "async-failed", reason: "EMAIL_ALREADY_EXISTS" },
      ],
    });
    const { events, outcome } = await there.apply(await configOf(FILE));
    expect(outcome.failed).toHaveLength(1);
    golden(goldenOf("apply-failed.txt"), linesOf(events));
  });

  test("say what is at work, for how long, and what AWS said last", () => {
    const text = applyText({ style: plain(100), titles });
    const change = changeOf({ kind: "account", key: "acme-dev", action: "create" });
    text.linesFor({ type: "begin", at: 0, changes: 14, digest: "7f3a9c41".repeat(8) });
    text.linesFor({ type: "start", at: 1_000, change });
    expect(text.running(2_000)).toEqual(["account acme-dev creating, 1s"]);
    text.linesFor({ type: "progress", at: 3_000, change, detail: "AWS: IN_PROGRESS (request car-0a1b)" });
    expect(text.running(72_000)).toEqual(["account acme-dev creating (AWS: IN_PROGRESS (request car-0a1b)), 1m11s"]);
    expect(text.progress()).toBe("0/14");
    expect(text.linesFor({ type: "done", at: 73_000, change, seconds: 72 })).toEqual([
      "[ 1/14] \u2713 account acme-dev created (1m12s)",
    ]);
    expect(text.running(74_000)).toEqual([]);
    expect(text.progress()).toBe("1/14");
  });

  test("an account that goes is closed, not deleted", () => {
    const text = applyText({ style: plain(100), titles });
    const change = changeOf({ kind: "account", key: "acme-old", action: "delete", reason: "closed" });
    text.linesFor({ type: "begin", at: 0, changes: 2, digest: "0" });
    text.linesFor({ type: "start", at: 0, change });
    expect(text.running(2_000)).toEqual(["account acme-old closing, 2s"]);
    expect(text.linesFor({ type: "done", at: 3_000, change, seconds: 3 })).toEqual([
      "[1/2] \u2713 account acme-old closed (3.0s)",
    ]);
    const failure = { code: "ORG0501", message: "no" } as const;
    expect(text.linesFor({ type: "failed", at: 3_000, change, seconds: 3, failure })[0]).toBe(
      "[2/2] \u2717 account acme-old not closed (ORG0501)",
    );
  });

  test("a kind that is alone of its sort is not named twice", () => {
    const text = applyText({ style: plain(100), titles });
    const change = changeOf({
      kind: "organization",
      key: "organization",
      label: "organization (all features)",
      action: "create",
    });
    text.linesFor({ type: "begin", at: 0, changes: 1, digest: "0" });
    expect(text.linesFor({ type: "done", at: 1, change, seconds: 1 })).toEqual([
      "[1/1] \u2713 organization (all features) created (1.0s)",
    ]);
  });

  test.each<[string, Partial<Outcome>, string]>([
    ["done", { done: ["a", "b"] as never }, "\u2713 applied 2/2 in 2m03s"],
    [
      "interrupted",
      { done: ["a"] as never, left: ["b"] as never, interrupted: true },
      "\u2717 interrupted: applied 1/2 in 2m03s; 1 not finished or not started",
    ],
    [
      "without credentials",
      { failed: ["a"] as never, left: ["b"] as never },
      "\u2717 stopped short: applied 0/2 in 2m03s; 1 failed, 1 not finished or not started",
    ],
    [
      "waiting",
      { done: ["a"] as never, waiting: ["b"] as never },
      "! applied in part: applied 1/2 in 2m03s; 1 waiting for a person",
    ],
  ])("end: %s", (_, part, line) => {
    const outcome: Outcome = {
      done: [],
      failed: [],
      skipped: [],
      waiting: [],
      left: [],
      interrupted: false,
      seconds: 123,
      ...part,
    };
    expect(linesOf([{ type: "end", at: 0, outcome }]).split("\n")[1]).toBe(line);
  });

  test("hostile names and messages of AWS are shown for what they are", () => {
    const nasty = "::error::a\u001b[31m\u202e\n##[x]";
    const change = changeOf({ kind: "user", key: nasty, action: "create" });
    const text = applyText({ style: plain(100), titles });
    const events: ApplyEvent[] = [
      { type: "begin", at: 0, changes: 3, digest: "0" },
      { type: "start", at: 0, change },
      { type: "progress", at: 0, change, detail: nasty },
      { type: "skipped", at: 0, change, because: nasty },
      { type: "failed", at: 0, change, seconds: 1, failure: { code: "ORG0501", message: nasty, hint: nasty } },
    ];
    const lines = events.flatMap((event) => [...text.linesFor(event), ...text.running(1)]);
    for (const line of lines) {
      expect(hasHidden(line) || line.includes("\n") || line.includes("##[")).toBe(false);
      expect(line).not.toMatch(/^\s*::/);
    }
    expect(lines).toHaveLength(8);
  });
});

test("an event as JSON is one line that says all there is", () => {
  const event: ApplyEvent = {
    type: "start",
    at: 5,
    change: changeOf({ kind: "user", key: "new\nline", action: "create" }),
  };
  const line = eventJson(event);
  expect(line.indexOf("\n")).toBe(line.length - 1);
  expect(JSON.parse(line)).toEqual(event);
});
