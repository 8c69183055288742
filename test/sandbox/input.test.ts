import { expect, test } from "vitest";
import { readInput } from "../../src/sandbox/input.ts";
import type { Shape } from "../../src/sandbox/operation.ts";

const shape = {
  type: "structure",
  members: {
    Name: { type: "string", min: 2, max: 4, pattern: /^[a-z😀]*$/u },
    Kind: { type: "string", enum: ["USER", "GROUP"] },
    Count: { type: "integer", min: 1, max: 20 },
    On: { type: "boolean" },
    Any: { type: "document" },
    Tags: {
      type: "list",
      max: 2,
      of: {
        type: "structure",
        members: { Key: { type: "string", min: 1 }, Value: { type: "string" } },
        required: ["Key"],
      },
    },
  },
  required: ["Name"],
} as const satisfies Shape;

const problems = (value: object) =>
  readInput(shape, value).violations.map(({ member, constraint, expected }) => `${member} ${constraint} ${expected}`);

test("what fits comes through", () => {
  const value = {
    Name: "abc",
    Kind: "USER",
    Count: 20,
    On: false,
    Any: { a: [null] },
    Tags: [{ Key: "k", Value: "" }],
  };
  expect(readInput(shape, value)).toEqual({ input: value, violations: [] });
});

test("members that the operation does not have are ignored, and a null is nothing", () => {
  const value = JSON.parse(
    `{"Name":"abc","Kind":null,"Other":1,"__proto__":{"Kind":"USER"},"Tags":[{"Key":"k","More":1}]}`,
  );
  expect(readInput(shape, value)).toEqual({ input: { Name: "abc", Tags: [{ Key: "k" }] }, violations: [] });
});

test("each member that does not fit is named, with what was expected", () => {
  expect(problems({})).toEqual(["Name required a value"]);
  expect(problems({ Name: null })).toEqual(["Name required a value"]);
  expect(problems({ Name: "a" })).toEqual(["Name min 2"]);
  expect(problems({ Name: "abcde" })).toEqual(["Name max 4"]);
  expect(problems({ Name: "ABC" })).toEqual(["Name pattern ^[a-z😀]*$"]);
  expect(problems({ Name: 7 })).toEqual(["Name type String"]);
  expect(problems({ Name: "ab", Kind: "user" })).toEqual(["Kind enum USER, GROUP"]);
  expect(problems({ Name: "ab", Count: 21 })).toEqual(["Count max 20"]);
  expect(problems({ Name: "ab", Count: 1.5 })).toEqual(["Count type Integer"]);
  expect(problems({ Name: "ab", On: "true" })).toEqual(["On type Boolean"]);
  expect(problems({ Name: "ab", Tags: {} })).toEqual(["Tags type List"]);
  expect(problems({ Name: "ab", Tags: [{ Key: "" }, { Value: "v" }, []] })).toEqual([
    "Tags max 2",
    "Tags.1.member.Key min 1",
    "Tags.2.member.Key required a value",
    "Tags.3.member type Structure",
  ]);
  expect(problems({ Name: "ab", Tags: [null] })).toEqual(["Tags.1.member type Structure"]);
});

test("a character outside the basic plane counts as one", () => {
  expect(problems({ Name: "😀😀😀😀" })).toEqual([]);
  expect(problems({ Name: "😀" })).toEqual(["Name min 2"]);
});
