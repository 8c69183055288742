import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { ApplyEvent } from "../../src/model/event.ts";
import type { Plan } from "../../src/model/plan.ts";
import { appliedText } from "../../src/report/applied.ts";
import { applyText } from "../../src/report/apply.ts";
import { driftText } from "../../src/report/drift.ts";
import { errorCodeText } from "../../src/report/errorCode.ts";
import { reachText } from "../../src/report/explain.ts";
import { plain, type Style } from "../../src/report/style.ts";
import { planText } from "../../src/report/text.ts";
import { changeOf, headings, planOf, titles } from "./plans.ts";
import { at, DRIFT, FAILED, RICH } from "./rich.ts";

const many = (what: string, number = 30): string[] =>
  Array.from({ length: number }, (_, index) => `${what}-${index + 1}`);

/** Long values of every sort, and words about them. */
const LONG: Plan = planOf(
  [
    changeOf({
      kind: "permissionSet",
      key: "ReadOnlyAccess",
      action: "update",
      before: { outdatedIn: many("acme"), managedPolicies: many("A"), tags: { note: many("old").join(" ") } },
      after: { outdatedIn: [], managedPolicies: [many("B").join(" ")], tags: { note: many("new").join(" ") } },
      source: at(4),
    }),
    changeOf({
      kind: "policy",
      key: "deny",
      action: "update",
      before: { content: { Statement: [{ Sid: "A", Why: many("because").join(" ") }] } },
      after: { content: { Statement: [{ Sid: "A", Why: many("therefore").join(" ") }] } },
      source: at(5, `teams/${"a-long-name/".repeat(3)}org.yaml`),
    }),
    changeOf({
      kind: "assignment",
      key: "old",
      action: "delete",
      reason: "replaced",
      replacedBy: changeOf({ kind: "assignment", key: many("of a group").join(" "), action: "create" }).address,
      before: {},
      source: at(472),
    }),
    changeOf({ kind: "group", key: many("with a name").join(" "), action: "create", source: at(7) }),
  ],
  {
    source: { file: "org.yaml", digest: "", commit: many("dirty", 12).join(" ") },
    notices: [
      {
        code: "ORG0402",
        severity: "warning",
        message: many("word").join(" "),
        hint: many("do").join(" "),
        source: at(8),
      },
    ],
    refusals: [
      {
        rail: "max-removals",
        message: many("too many").join(" "),
        changes: [`delete group:${many("g").join(" ")}`],
        hint: many("less").join(" "),
      },
    ],
  },
);

/** Nothing to paste in it. */
const MERGED: Plan = { ...LONG, refusals: [] };

/** Lines that do not fit although they could: they have a blank behind their first word. */
const tooLong = (text: string, columns: number): string[] =>
  text
    .split("\n")
    .filter((line) => stringWidth(line) > columns && /\S\s+\S/.test(line.replace(/^\s*[-+~!=✗✓i] +/, "")));

const widths = [60, 80, 100, 120, 200];

describe.each(widths)("at %i columns every line fits", (columns) => {
  const style: Style = { ...plain(columns), isTTY: true };
  // The YAML that is printed to be pasted stays as it is.
  const toPaste = (text: string): string => text.split(/\nIf this is meant,/)[0] ?? "";

  test.each<[string, string]>([
    ["a plan with everything", planText(RICH, { style, headings })],
    ["a plan with long things", planText(LONG, { style, headings })],
    ["a plan with nothing", planText(planOf([]), { style, headings })],
    ["a difference", driftText(DRIFT, { style, headings })],
    ["what became of it", appliedText({ ...FAILED, plan: MERGED }, { style, headings })],
    ["a code", errorCodeText("ORG0501", style)],
    [
      "who reaches what",
      reachText(
        [
          {
            account: "acme",
            management: true,
            permissionSet: "AdministratorAccess",
            administrator: true,
            sessionDuration: "12h",
            who: "somebody.with.a.long.name@a-company-with-a-long-name.example.com",
            isGroup: false,
            ways: [
              {
                group: "administrators",
                ou: "Workloads/Production",
                when: "next",
                source: at(61),
                memberSource: at(40),
              },
            ],
          },
        ] as unknown as Parameters<typeof reachText>[0],
        { one: false, style },
      ),
    ],
  ])("%s", (_, text) => {
    expect(tooLong(toPaste(text), columns)).toEqual([]);
  });

  test("an apply", () => {
    const shown = applyText({ style, titles });
    const change = changeOf({ kind: "group", key: many("g").join(" "), action: "create" });
    const failure = { code: "ORG0501", message: many("no").join(" "), hint: many("do").join(" ") } as const;
    const events: ApplyEvent[] = [
      { type: "begin", at: 0, changes: 3, digest: "7f3a9c41" },
      { type: "done", at: 0, change, seconds: 1 },
      { type: "failed", at: 0, change, seconds: 1, failure },
      { type: "skipped", at: 0, change, because: many("needs").join(" ") },
      { type: "end", at: 0, outcome: { ...FAILED.outcome, interrupted: true } },
    ];
    expect(tooLong(events.flatMap((event) => shown.linesFor(event)).join("\n"), columns)).toEqual([]);
  });
});

test("in a log an event is a line, however long", () => {
  const shown = applyText({ style: plain(60), titles });
  const change = changeOf({ kind: "group", key: many("g").join(" "), action: "create" });
  expect(shown.linesFor({ type: "done", at: 0, change, seconds: 1 })).toHaveLength(1);
});
