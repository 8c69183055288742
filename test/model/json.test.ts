import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isObject, sameJson } from "../../src/model/json.ts";

const json = fc.jsonValue({ maxDepth: 3 });

test("a value is the same as its copy, whatever the order of keys", () => {
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : isObject(value)
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, member]) => [key, turned(member)]),
          )
        : value;
  fc.assert(
    fc.property(json, (value) => {
      expect(sameJson(value, turned(structuredClone(value)))).toBe(true);
    }),
  );
});

test("what JSON writes differently is not the same", () => {
  fc.assert(
    fc.property(json, fc.option(json), (left, other) => {
      const right = other ?? structuredClone(left);
      expect(sameJson(left, right)).toBe(isDeepStrictEqual(left, right));
    }),
  );
});

test.each([
  [{ a: undefined }, {}, true],
  [{ a: null }, {}, false],
  [[1, 2], [2, 1], false],
  [[1], { 0: 1 }, false],
  [null, undefined, false],
  ["1", 1, false],
  [{ a: { b: [] } }, { a: { b: [] } }, true],
])("%j and %j: %s", (left, right, same) => {
  expect(sameJson(left, right)).toBe(same);
  expect(sameJson(right, left)).toBe(same);
});

test("objects are neither lists nor null", () => {
  expect([{}, [], null, "x", 1, undefined].map(isObject)).toEqual([true, false, false, false, false, false]);
});
