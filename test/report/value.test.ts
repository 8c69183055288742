import { describe, expect, test } from "vitest";
import { changeLines, fieldText, valueText } from "../../src/report/value.ts";

const ESC = "\u001b";

describe("a value on one line", () => {
  test.each([
    [null, "none"],
    [undefined, "none"],
    [[], "none"],
    [{}, "none"],
    ["", '""'],
    ["two words", "two words"],
    [true, "true"],
    [42, "42"],
    [["a", "b"], "a, b"],
    [{ a: 1, b: ["x", "y"], c: {} }, "{ a: 1, b: [x, y], c: none }"],
    [[{ name: "Own", path: "/" }], "{ name: Own, path: / }"],
    [`${ESC}[31mred\nline`, "\\u001b[31mred\\u000aline"],
    ["::error::x", "\\::error::x"],
    [{ "a\u202eb": "##[set]" }, "{ a\\u202eb: ##\\[set] }"],
  ])("%j", (value, text) => {
    expect(valueText(value)).toBe(text);
  });
});

test.each([
  ["sessionDuration", "session duration"],
  ["customerManagedPolicies", "customer managed policies"],
  ["ou", "OU"],
  ["profileUrl", "profile URL"],
])("the field %s is called %s", (field, words) => {
  expect(fieldText(field)).toBe(words);
});

describe("a changed field", () => {
  const lines = (before: unknown, after: unknown, width?: number): string[] =>
    changeLines({ field: "any", before: before as never, after: after as never }, width);

  test("texts stand on one line, or below each other where that is too narrow", () => {
    expect(lines("1h", "12h")).toEqual(["1h \u2192 12h"]);
    expect(lines(null, "12h")).toEqual(["none \u2192 12h"]);
    expect(lines("a long text", "another one", 20)).toEqual(["- a long text", "+ another one"]);
  });

  test("lists are sets", () => {
    expect(lines(["a", "b"], ["b", "c"])).toEqual(["+ c", "- a"]);
    expect(lines([], ["c"])).toEqual(["+ c"]);
  });

  test("maps go by their keys, also those that come or go whole", () => {
    expect(lines({ a: "1", b: "2", c: "3" }, { b: "2", c: "4", d: "" })).toEqual([
      "- a: 1",
      "~ c: 3 \u2192 4",
      '+ d: ""',
    ]);
    expect(lines(null, { city: "Oslo" })).toEqual(["+ city: Oslo"]);
    expect(lines({ city: "Oslo" }, null)).toEqual(["- city: Oslo"]);
  });

  test("what is deep and short stands on one line", () => {
    expect(lines(null, { customerManagedPolicy: { name: "B", path: "/" } })).toEqual([
      "none \u2192 { customerManagedPolicy: { name: B, path: / } }",
    ]);
  });

  test("documents show the lines that differ with some around them, and not the order of keys", () => {
    const statement = (action: string) => ({ Effect: "Allow", Action: action, Resource: "*", Sid: "Some" });
    const actions = ["s3:GetObject", "s3:PutObject", "s3:ListBucket", "ec2:Describe*", "ec2:RunInstances"];
    const before = { Version: "2012-10-17", Statement: actions.map(statement) };
    const after = {
      Statement: actions.map((action, index) => {
        const { Sid, ...rest } = statement(action);
        return { Sid: index === 0 ? "First" : index === 4 ? "Last\u202e" : Sid, ...rest };
      }),
      Version: "2012-10-17",
    };
    expect(lines(before, after)).toEqual([
      '     "Effect": "Allow",',
      '     "Resource": "*",',
      '-    "Sid": "Some"',
      '+    "Sid": "First"',
      "    },",
      "    {",
      "\u2026",
      '     "Effect": "Allow",',
      '     "Resource": "*",',
      '-    "Sid": "Some"',
      '+    "Sid": "Last\\u202e"',
      "    }",
      "   ],",
    ]);
    expect(lines(before, null)).toContain('-  "Version": "2012-10-17"');
  });
});
