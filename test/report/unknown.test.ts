import { describe, expect, test } from "vitest";
import { address } from "../../src/model/address.ts";
import type { Applied } from "../../src/model/applied.ts";
import type { Drift } from "../../src/model/drift.ts";
import type { Plan, RailName, Reason } from "../../src/model/plan.ts";
import { appliedText } from "../../src/report/applied.ts";
import { applyText } from "../../src/report/apply.ts";
import { driftText } from "../../src/report/drift.ts";
import { appliedGithub, driftGithub, planGithub } from "../../src/report/github.ts";
import { appliedMarkdown, driftMarkdown, planMarkdown } from "../../src/report/markdown.ts";
import { plain } from "../../src/report/style.ts";
import { planText } from "../../src/report/text.ts";
import { DRIFT, FAILED } from "./rich.ts";
import { changeOf, headings, planOf, titles } from "./plans.ts";

/** What a plan of a newer version can have: nobody here knows its kinds, reasons and rails. */
const source = { file: "org.yaml", line: 9, column: 3 };
const KIND = "quotaRequest";
const PLAN: Plan = planOf(
  [
    changeOf({ kind: "user", key: "known@acme.com", action: "create", source }),
    changeOf({ kind: KIND, key: "l-made", action: "create", after: { wanted: 40 }, source }),
    changeOf({ kind: KIND, key: "l-changed", action: "update", before: { wanted: 1 }, after: { wanted: 2 }, source }),
    changeOf({ kind: KIND, key: "l-gone", action: "delete", reason: "superseded" as Reason, source }),
    // A name that every object has.
    changeOf({ kind: "constructor", key: "l-proto", action: "create", after: { constructor: "x" }, source }),
  ],
  {
    notManaged: [{ address: address(KIND, "l-alone"), kind: KIND, label: "l-alone", reason: "not listed" }],
    refusals: [{ rail: "max-quota" as RailName, message: "too much", changes: [], hint: "ask for less" }],
  },
);
const NAMES = ["known@acme.com", "l-made", "l-changed", "l-gone", "l-proto"];

const text = { style: plain(100), headings };
const markdown = { headings, target: "comment" } as const;
const drift: Drift = { ...DRIFT, plan: PLAN };
const [first, second, third, fourth, fifth] = PLAN.changes.map(({ address }) => address);
const applied: Applied = {
  ...FAILED,
  plan: PLAN,
  outcome: {
    done: [first],
    failed: [second],
    skipped: [third],
    waiting: [fourth],
    left: [fifth],
    interrupted: false,
    seconds: 1,
  } as Applied["outcome"],
  failures: [{ address: second, code: "ORG0501", message: "no" }] as unknown as Applied["failures"],
};

describe("a kind that nobody knows is shown under its own name", () => {
  test.each([
    ["a plan as text", planText(PLAN, text)],
    ["a plan as Markdown", planMarkdown(PLAN, markdown)],
    ["a plan as annotations", planGithub(PLAN, { headings })],
    ["a difference as text", driftText(drift, text)],
    ["a difference as Markdown", driftMarkdown(drift, markdown)],
    ["a difference as annotations", driftGithub(drift, { headings })],
    ["what became of it as text", appliedText(applied, text)],
    ["what became of it as Markdown", appliedMarkdown(applied, markdown)],
  ])("%s", (_, shown) => {
    const plainly = shown.replace(/<\/?span>/g, "");
    for (const name of NAMES) expect(plainly).toContain(name);
    expect(plainly).toMatch(/quotaRequest/);
    expect(plainly).not.toContain("native code");
  });

  test("as many as the summary counts, and a heading for each kind", () => {
    expect(planText(PLAN, text)).toContain("3 to create, 1 to update, 1 to delete");
    const rows = planText(PLAN, text).split("\n");
    expect(rows.filter((row) => /^ {2}[+~-] /.test(row))).toHaveLength(5);
    expect(rows).toEqual(expect.arrayContaining(["Users", KIND, "constructor"]));
    expect(planText(PLAN, text)).toContain(`Left alone\n  ${KIND} (not listed): l-alone`);
  });

  test("an apply while it goes on", () => {
    const [, made] = PLAN.changes;
    if (made === undefined) throw new Error("no change");
    const shown = applyText({ style: plain(100), titles });
    shown.linesFor({ type: "begin", at: 0, changes: 1, digest: "7f3a9c41" } as never);
    shown.linesFor({ type: "start", at: 0, change: made });
    expect(shown.running(1_000)).toEqual([`${KIND} l-made creating, 1s`]);
    expect(shown.linesFor({ type: "done", at: 0, change: made, seconds: 1 } as never)).toEqual([
      `[1/1] \u2713 ${KIND} l-made created (1.0s)`,
    ]);
  });

  test("what failed, as annotations", () => {
    expect(appliedGithub(applied)).toContain("title=ORG0501 l-made");
  });
});

test("so are a reason and a rail that nobody knows", () => {
  const shown = planText(PLAN, text);
  expect(shown).toMatch(/- l-gone +superseded \u00b7 org\.yaml:9\n/);
  expect(shown).toContain("refused by max-quota: too much");
  expect(shown).not.toContain("acknowledge:");
  expect(planMarkdown(PLAN, markdown)).toContain("superseded");
});
