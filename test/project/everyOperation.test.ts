import { expect, test } from "vitest";
import { OPERATIONS } from "../../src/aws/operations.ts";
import { differences } from "../support/everyOperation.ts";

const ALL = Object.entries(OPERATIONS).flatMap(([service, operations]) =>
  Object.keys(operations).map((name) => `${service}:${name.replace(/^./, (first) => first.toUpperCase())}`),
);

test("a suite that sends every operation of the list, and no other, is right", () => {
  expect(differences(new Set(ALL))).toEqual([]);
});

test("a suite that leaves one out is told so", () => {
  for (const missing of ALL) {
    expect(differences(new Set(ALL.filter((one) => one !== missing)))).toEqual([
      `${missing} is in the list, but no test sends it`,
    ]);
  }
});

test("a suite that sends another is told so", () => {
  expect(differences(new Set([...ALL, "organizations:DeleteOrganization"]))).toEqual([
    "organizations:DeleteOrganization is sent, but not in the list",
  ]);
});
