import { expect, test } from "vitest";
import { evaluate, holds, interpolate } from "./expressions.ts";

const scope = {
  contexts: {
    github: { event: { fork: false, id: 7 }, ref: "refs/heads/main" },
    inputs: { "plan-role": "r", empty: "" },
  },
  status: { failed: false, cancelled: false },
};

test.each([
  ["github.ref == 'REFS/heads/main'", true],
  ["github.event.id != 7", false],
  ["github.event.missing.deeper", undefined],
  ["github.event.missing == ''", true],
  ["inputs.plan-role && 'a' || 'b'", "a"],
  ["inputs.empty && 'a' || 'b'", "b"],
  ["!(true && false) && !cancelled()", true],
  ["'it''s'", "it's"],
])("%s is %j", (expression, value) => {
  expect(evaluate(expression, scope)).toBe(value);
});

test.each(["secrets.x", "hashFiles('x')", "contains(a, b)", "github.ref ==", "a b", "unknown()"])(
  "%s is unknown",
  (expression) => {
    expect(() => evaluate(expression, scope)).toThrow(/^(?:cannot read|unknown|\w+ takes nothing)/);
  },
);

test("conditions hold while nothing has failed, unless they ask", () => {
  const failed = { ...scope, status: { failed: true, cancelled: false } };
  expect(holds(undefined, scope)).toBe(true);
  expect(holds(undefined, failed)).toBe(false);
  expect(holds("github.ref != ''", failed)).toBe(false);
  expect(holds("${{ always() && github.ref != '' }}", failed)).toBe(true);
});

test("texts take what expressions come to", () => {
  expect(interpolate("a ${{ github.event.id }} ${{ github.event.fork }} ${{ github.none }}.", scope)).toBe(
    "a 7 false .",
  );
});
