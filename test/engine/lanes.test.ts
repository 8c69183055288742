import { expect, test } from "vitest";
import { makeLanes } from "../../src/engine/lanes.ts";

const ONE = { name: "one", limit: 1 };
const TWO = { name: "two", limit: 2 };

test("all lanes or none", () => {
  const lanes = makeLanes();
  expect(lanes.tryTake([ONE, TWO])).toBe(true);
  expect(lanes.tryTake([TWO, ONE])).toBe(false);
  expect(lanes.tryTake([TWO])).toBe(true);
  expect(lanes.tryTake([TWO])).toBe(false);
  lanes.give([ONE, TWO]);
  expect(lanes.tryTake([ONE, TWO])).toBe(true);
});

test("who waits gets the place, and nobody slips in between", async () => {
  const lanes = makeLanes();
  lanes.tryTake([ONE]);
  const order: string[] = [];
  const first = lanes.take(ONE).then(() => order.push("first"));
  const second = lanes.take(ONE).then(() => order.push("second"));
  lanes.give([ONE]);
  expect(lanes.tryTake([ONE])).toBe(false);
  await first;
  lanes.give([ONE]);
  await second;
  expect(order).toEqual(["first", "second"]);
  lanes.give([ONE]);
  expect(lanes.tryTake([ONE])).toBe(true);
});
