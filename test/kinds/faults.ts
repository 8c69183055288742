import { describe, expect, test } from "vitest";
import { OrgsyncError } from "../../src/model/errors.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Fault, FaultKind } from "../../src/sandbox/index.ts";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

/** What passes, or was done all the same: a command gets over it by itself. */
const PASSING: readonly FaultKind[] = [
  "throttle",
  "busy",
  "error-500",
  "error-500-after",
  "reset",
  "reset-after",
  "timeout-after",
];
const FINAL: readonly FaultKind[] = [
  "throttle",
  "error-500",
  "malformed-body",
  "access-denied",
  "expired-token",
  "not-implemented",
  "reset",
];
const OF_LISTS: readonly FaultKind[] = ["lost-page", "repeated-token", "duplicate-item"];

interface Faulty {
  readonly before: OrgFile;
  readonly after: OrgFile;
  /** Reads, with the members that their answers must have. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** Writes that make `after` of `before`, with the changes that fail when they are denied. */
  readonly writes: Readonly<Record<string, readonly string[]>>;
}

/** What must hold of a kind's operations, whatever goes wrong with them. */
export function describeFaults({ before, after, reads, writes }: Faulty): void {
  const there = (faults: readonly Fault[] = []) => bench(worldOf(before), { faults });
  const said = ({ changes, notices, notManaged }: Plan) => ({ changes, notices, notManaged });

  describe.each(Object.keys(reads))("%s", (operation) => {
    const faults: Fault[] = [
      ...[...FINAL, ...(operation.includes(":List") && !operation.startsWith("iam:") ? OF_LISTS : [])].map((kind) => ({
        operation,
        kind,
      })),
      ...(reads[operation] ?? []).map((reason) => ({ operation, kind: "missing-field" as const, reason })),
    ];

    test.each(faults)("$kind $reason: no plan, and the read is named", async (fault) => {
      const error: unknown = await there([fault])
        .plan(await configOf(textOf(after)))
        .catch((refused: unknown) => refused);
      expect(error).toBeInstanceOf(OrgsyncError);
      const { message, hint, code } = error as OrgsyncError;
      expect(message).toContain(operation);
      expect(hint ?? "").not.toBe("");
      expect(code).not.toBe("ORG0799");
    });

    test.each(PASSING)("%s once: the plan is the undisturbed one", async (kind) => {
      const config = await configOf(textOf(after));
      const { plan } = await there().plan(config);
      expect(said((await there([{ operation, kind, nth: 1 }]).plan(config)).plan)).toEqual(said(plan));
    });
  });

  describe.each(Object.keys(writes))("%s", (operation) => {
    test.each(PASSING)("%s once: the apply gets over it", async (kind) => {
      const config = await configOf(textOf(after));
      const disturbed = there([{ operation, kind, nth: 1 }]);
      const { plan, outcome } = await disturbed.apply(config);
      expect(outcome.done).toHaveLength(plan.changes.length);
      expect((await disturbed.plan(config)).plan.changes).toEqual([]);
    });

    test("access-denied: it says so and what for, and the rest is made", async () => {
      const { plan, outcome, events } = await there([{ operation, kind: "access-denied" }]).apply(
        await configOf(textOf(after)),
      );
      expect(outcome.failed.toSorted()).toEqual(writes[operation]);
      expect(outcome.done).toHaveLength(plan.changes.length - outcome.failed.length - outcome.skipped.length);
      for (const event of events) {
        if (event.type !== "failed") continue;
        expect(event.failure).toMatchObject({ code: "ORG0502", message: expect.stringContaining(operation) });
        expect(event.failure.hint).toMatch(/needs/);
      }
    });
  });

  test("these writes are sent, and no others", async () => {
    const undisturbed = there();
    await undisturbed.apply(await configOf(textOf(after)));
    const sent = undisturbed.calls.filter(({ access }) => access === "write");
    expect([...new Set(sent.map(({ service, operation }) => `${service}:${operation}`))].toSorted()).toEqual(
      Object.keys(writes).toSorted(),
    );
  });
}
