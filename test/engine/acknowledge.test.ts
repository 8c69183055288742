import { describe, expect, test } from "vitest";
import { acknowledge } from "../../src/engine/acknowledge.ts";
import { changeName, type Refusal } from "../../src/model/plan.ts";
import { changeOf, configWith } from "./madeUp.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-06-01T12:00:00Z");

const a = changeOf("delete", "group", "a");
const b = changeOf("delete", "group", "b");
const [deleteA, deleteB] = [changeName(a), changeName(b)];

const refusal = (part: Partial<Refusal> = {}): Refusal => ({
  rail: "max-removals",
  message: "too many",
  changes: [deleteA, deleteB],
  hint: "delete fewer",
  ...part,
});
const entry = (part: object = {}) => ({
  rail: "max-removals",
  changes: [deleteA, deleteB],
  reason: "two teams were merged",
  until: "2026-06-10",
  ...part,
});
const asked = (entries: readonly object[], refusals: readonly Refusal[] = [refusal()], now = NOW) =>
  acknowledge(refusals, [a, b], configWith({ acknowledge: entries }), now);

describe("a refusal", () => {
  test("stands where nobody acknowledges anything", () => {
    expect(acknowledge([refusal()], [a, b], configWith({}), NOW)).toEqual({
      refusals: [refusal()],
      notices: [],
      problems: [],
    });
  });

  test("is acknowledged by an entry that names its rail and every one of its changes", () => {
    const { refusals, notices, problems } = asked([entry()]);
    expect(refusals).toMatchObject([
      { acknowledged: { reason: "two teams were merged", until: "2026-06-10", source: { file: "org.yaml", line: 1 } } },
    ]);
    expect([notices, problems]).toEqual([[], []]);
  });

  test("stands when one of its changes is not named, or is named for another rail", () => {
    for (const entries of [
      [entry({ changes: [deleteA] })],
      [entry({ rail: "never-all" })],
      [entry({ changes: [deleteA] }), entry({ changes: [deleteB], rail: "never-all" })],
    ])
      expect(asked(entries).refusals[0]).not.toHaveProperty("acknowledged");
  });

  test("may be acknowledged by several entries together: all of their reasons, and the first of their days", () => {
    const entries = [
      entry({ changes: [deleteA], reason: "one", until: "2026-06-10" }),
      entry({ changes: [deleteB], reason: "two", until: "2026-06-05" }),
      entry({ changes: [deleteB], reason: "one", until: "2026-06-20" }),
    ];
    expect(asked(entries).refusals[0]?.acknowledged).toMatchObject({ reason: "one; two", until: "2026-06-05" });
  });

  test("of a rail that nobody can acknowledge stands, whatever the file says", () => {
    const strict = refusal({ rail: "last-admin" });
    expect(asked([entry({ rail: "last-admin" })], [strict]).refusals).toEqual([strict]);
  });
});

describe("an acknowledgement", () => {
  test("counts until the end of its day in UTC, and then covers nothing and says so", () => {
    const end = Date.parse("2026-06-10T00:00:00Z") + DAY;
    expect(asked([entry()], [refusal()], end - 1).refusals[0]).toHaveProperty("acknowledged");
    const over = asked([entry()], [refusal()], end);
    expect(over.refusals[0]).not.toHaveProperty("acknowledged");
    expect(over.notices).toMatchObject([
      { code: "ORG0609", severity: "warning", message: expect.stringContaining("2026-06-10 at 24:00 UTC") },
    ]);
  });

  test("that reaches too far ahead makes the file invalid, with the last day that does not", () => {
    expect(asked([entry({ until: "2026-07-01" })]).problems).toEqual([]);
    const { problems } = asked([entry({ until: "2026-07-02" })]);
    expect(problems).toMatchObject([{ code: "ORG0316", hint: "write 2026-07-01 or an earlier day" }]);
  });

  test("that names nothing of the plan has nothing left to do; one that names some of it has", () => {
    const { notices } = asked([entry(), entry({ changes: ["delete group:gone"] }), entry({ changes: [deleteA] })]);
    expect(notices).toMatchObject([{ severity: "info", message: "this acknowledgement has nothing left to do" }]);
  });
});
