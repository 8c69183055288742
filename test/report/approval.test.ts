import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { address } from "../../src/model/address.ts";
import type { Moved } from "../../src/model/approval.ts";
import { type Json, sameJson } from "../../src/model/json.ts";
import { approvedText, uncoveredText } from "../../src/report/approval.ts";
import { plain } from "../../src/report/style.ts";
import { changeOf, planOf } from "../support/plans.ts";

const change = changeOf({ name: "x" }, null, { address: address("user", "eve@acme.com") });
const text = (...moved: Moved[]): string => uncoveredText({ change, moved });
const SUBJECT = "delete user:eve@acme.com: ";

describe("what has moved, in words", () => {
  const before = (now: Json, action: "create" | "update" | "delete"): Moved => ({
    what: "before",
    field: "sessionDuration",
    now,
    approved: { action, before: "1h", after: "12h" },
  });

  test.each<[Moved, string]>([
    [{ what: "unknown" }, "it is not in the approved plan"],
    [{ what: "action", approved: "update" }, "the approved plan would update it"],
    [
      { what: "after", field: "managedPolicies", approved: ["A"], now: ["A", "B"] },
      'managed policies would now become ["A", "B"]; approved was ["A"]',
    ],
    [{ what: "after", field: "ou", approved: undefined, now: null }, "OU would now become none; approved was unset"],
    [before("8h", "update"), 'session duration is "8h" in AWS now; the approved plan changes it from "1h" to "12h"'],
    [before("8h", "create"), 'session duration is "8h" in AWS now; the approved plan makes it with "12h"'],
    [before("8h", "delete"), 'session duration is "8h" in AWS now; the approved plan deletes what has "1h"'],
  ])("%j", (moved, words) => {
    expect(text(moved)).toBe(SUBJECT + words);
  });

  test("what the approved plan would not have changed", () => {
    const moved = { action: "update", before: "1h", after: "1h" } as const;
    expect(text({ what: "before", field: "sessionDuration", now: "8h", approved: moved })).toBe(
      `${SUBJECT}session duration is "8h" in AWS now; the approved plan leaves it at "1h"`,
    );
  });

  test("a text is told from what looks like it", () => {
    const moved: Moved[] = [
      { what: "after", field: "a", approved: "12", now: 12 },
      { what: "after", field: "b", approved: "none", now: null },
      { what: "after", field: "c", approved: [], now: {} },
      { what: "after", field: "d", approved: "a, b", now: ["a", "b"] },
    ];
    expect(moved.map((one) => text(one).slice(SUBJECT.length))).toEqual([
      'a would now become 12; approved was "12"',
      'b would now become none; approved was "none"',
      "c would now become {}; approved was []",
      'd would now become ["a", "b"]; approved was "a, b"',
    ]);
  });

  test("of long values, what differs is shown, wherever it is", () => {
    const policy = (first: string, last: string) => ({
      Version: "2012-10-17",
      Statement: [
        { Sid: "A", Effect: "Allow", Action: [`s3:${first}`], Resource: "*" },
        ...Array.from({ length: 9 }, (_, index) => ({ Sid: `S${index}`, Effect: "Deny", Action: "*", Resource: "*" })),
        { Sid: "Z", Effect: "Allow", Action: [`ec2:${last}`], Resource: "*" },
      ],
    });
    const moved: Moved = {
      what: "before",
      field: "inlinePolicy",
      now: policy("GetObject", "StopInstances"),
      approved: {
        action: "update",
        before: policy("GetObject", "RunInstances"),
        after: policy("PutObject", "RunInstances"),
      },
    };
    const words = text(moved);
    expect(words.match(/s3:\w+/g)).toEqual(["s3:GetObject", "s3:GetObject", "s3:PutObject"]);
    expect(words.match(/ec2:\w+/g)).toEqual(["ec2:StopInstances", "ec2:RunInstances", "ec2:RunInstances"]);
    expect(words.length).toBeLessThan(500);
  });

  test("whatever moves, nothing is said to become what it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const [now, approved] = [left, right] as [Json, Json];
        const [, shown, other] =
          /would now become ([^]*); approved was ([^]*)$/.exec(text({ what: "after", field: "x", approved, now })) ??
          [];
        expect(shown === other).toBe(sameJson(now, approved));
      }),
    );
  });

  test("several of one change", () => {
    expect(text({ what: "unknown" }, { what: "action", approved: "create" })).toBe(
      `${SUBJECT}it is not in the approved plan; the approved plan would create it`,
    );
  });

  test("documents are cut short", () => {
    const document = { Statement: Array.from({ length: 50 }, () => ({ Effect: "Deny", Action: "*" })) };
    const words = text({ what: "after", field: "inlinePolicy", approved: null, now: document });
    expect(words).toMatch(/inline policy would now become \{ Statement: \[\{ Action: "\*", .*…; approved was none$/);
    expect(words.length).toBeLessThan(200);
  });

  test("names from AWS and from the file stay what they are: text", () => {
    const hostile = "\u001b[31m\n::error::x\u202e##[group]";
    const words = uncoveredText({
      change: changeOf(null, {}, { address: address("group", hostile) }),
      moved: [{ what: "after", field: hostile, approved: hostile, now: { [hostile]: hostile } }],
    });
    expect(words).not.toMatch(/\p{Cc}|\p{Cf}|##\[/u);
  });
});

describe("which plan was approved", () => {
  const MADE = Date.parse("2026-01-05T09:00:00.000Z");
  const MINUTE = 60_000;

  test.each([
    [0, "made just now"],
    [-3 * MINUTE, "made just now"],
    [MINUTE, "made 1 minute ago"],
    [59.9 * MINUTE, "made 59 minutes ago"],
    [60 * MINUTE, "made 1 hour ago"],
    [47.9 * 60 * MINUTE, "made 47 hours ago"],
    [48 * 60 * MINUTE, "made 2 days ago"],
    [13.9 * 24 * 60 * MINUTE, "made 13 days ago"],
  ])("after %i ms: %s", async (ms, words) => {
    const plan = await planOf([]);
    expect(approvedText(plan, plan, { now: MADE + ms, style: plain(100) })).toBe(
      `approved plan ${plan.digest.slice(0, 8)} of orgsync 0.0.0, ${words}, org.yaml 00000000\n`,
    );
  });

  test("its commit, and that org.yaml says something else by now", async () => {
    const approved = await planOf([], { source: { file: "org.yaml", digest: "a".repeat(64), commit: "abc1234" } });
    expect(approvedText(approved, await planOf([]), { now: MADE, style: plain(100) })).toBe(
      [
        `approved plan ${approved.digest.slice(0, 8)} of orgsync 0.0.0, made just now, commit abc1234, org.yaml aaaaaaaa`,
        "  org.yaml says something else by now: 00000000",
        "",
      ].join("\n"),
    );
  });

  test("nothing in it acts on a terminal or a runner", async () => {
    const hostile = "1\u001b[2J\n::error::x##[group]";
    const approved = await planOf([], {
      tool: { name: "orgsync", version: hostile },
      source: { file: hostile, digest: "a".repeat(64), commit: hostile },
    });
    const lines = approvedText(approved, await planOf([]), { now: MADE, style: plain(100) }).split("\n");
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).not.toMatch(/\p{Cc}|##\[|^::/u);
  });
});
