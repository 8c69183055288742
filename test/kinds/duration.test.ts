import fc from "fast-check";
import { expect, test } from "vitest";
import { durationMeant, formatDuration, isoDuration } from "../../src/kinds/duration.ts";

test.each([
  ["12h", "12h", "PT12H"],
  ["PT12H", "12h", "PT12H"],
  ["90m", "90m", "PT1H30M"],
  ["PT1H30M", "90m", "PT1H30M"],
  ["PT60M", "1h", "PT1H"],
  ["PT3600S", "1h", "PT1H"],
  ["P1D", "24h", "PT24H"],
  ["forever", "forever", "forever"],
])("%s", (text, short, iso) => {
  expect(formatDuration(text)).toBe(short);
  expect(isoDuration(text)).toBe(iso);
});

test("both forms say the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 720 }), (minutes) => {
      const short = formatDuration(`${minutes}m`);
      expect(formatDuration(isoDuration(short))).toBe(short);
    }),
  );
});

test.each([
  ["12 hours", "12h"],
  ["12H", "12h"],
  ["720 min", "12h"],
  ["pt8h", "8h"],
  ["PT43200S", "12h"],
  ["3600", "1h"],
  ["8", "8h"],
  ["90 minutes", "90m"],
  ["13 hours", undefined],
  ["30 min", undefined],
  ["a day", undefined],
])("%s probably means %s", (text, meant) => expect(durationMeant(text)).toBe(meant));
