import { expect, test } from "vitest";
import { type Case, type Undisturbed, undisturbed } from "./cases.ts";
import { meet, type Trouble, troubleOf } from "./faults.ts";
import { figure, tell } from "./figures.ts";
import {
  type Answers,
  inapplicable,
  KINDS_OF_FAULT,
  type KindOfFault,
  learn,
  matrixCases,
  nameOf,
  ONLY_ELSEWHERE,
  OPERATION_NAMES,
  reasonsOf,
} from "./matrix.ts";
import { DEEP, LONG, sample, sizeOf } from "./sizes.ts";

interface Setting {
  readonly of: Case;
  readonly counts: ReadonlyMap<string, number>;
  readonly calls: number;
}

/** So many calls have a first, a middle and a last. */
const ENOUGH = 3;

/** The operation's setting: the shortest run with enough calls of it, else the one with the most. */
function settingOf(operation: string, settings: readonly Setting[]): Setting | undefined {
  const having = settings.filter(({ counts }) => counts.has(operation));
  const count = ({ counts }: Setting): number => Math.min(ENOUGH, counts.get(operation) ?? 0);
  return having.toSorted((left, right) => count(right) - count(left) || left.calls - right.calls)[0];
}

/** First, middle, last, and every one. */
function positions(count: number): (number | undefined)[] {
  return [...new Set([1, Math.ceil((count + 1) / 2), count]), undefined];
}

/** One share of the matrix; its shares together are the whole. */
export function matrix(share: number, shares: number): void {
  test(
    `every operation, every fault, at its first, middle, last and every call (${share} of ${shares})`,
    async () => {
      const answers = new Map<string, Answers>();
      const settings: Setting[] = [];
      for (const of of await matrixCases()) {
        const calls = await learn(of, answers);
        const counts = new Map<string, number>();
        for (const call of calls) counts.set(nameOf(call), (counts.get(nameOf(call)) ?? 0) + 1);
        settings.push({ of, counts, calls: calls.length });
      }
      const unused = OPERATION_NAMES.filter(
        (operation) => !answers.has(operation) && !ONLY_ELSEWHERE.includes(operation),
      );
      expect(unused, "operations that no run sends").toEqual([]);

      const why = new Map<string, number>();
      const applicable: (Trouble & { readonly setting: Setting })[] = [];
      for (const operation of OPERATION_NAMES) {
        const setting = settingOf(operation, settings);
        const known = answers.get(operation);
        if (setting === undefined || known === undefined) continue;
        for (const kind of KINDS_OF_FAULT) {
          const reason = inapplicable(kind, known);
          if (reason !== undefined) {
            why.set(`${kind}: ${reason}`, (why.get(`${kind}: ${reason}`) ?? 0) + 1);
            continue;
          }
          for (const nth of positions(setting.counts.get(operation) ?? 0)) {
            for (const because of reasonsOf(operation, kind)) {
              applicable.push({ setting, operation, kind, reason: because, ...(nth === undefined ? {} : { nth }) });
            }
          }
        }
      }

      const mine = applicable.filter((_, index) => index % shares === share - 1);
      const chosen = sample(mine, sizeOf("matrix"));
      const calm = new Map<Case, Undisturbed>();
      const ends = { converged: 0, "failed closed": 0 };
      const wrong: string[] = [];
      for (const { setting, ...trouble } of chosen) {
        const { of } = setting;
        const known = calm.get(of) ?? (await undisturbed(of));
        calm.set(of, known);
        try {
          ends[await meet(of, known, trouble)] += 1;
        } catch (error) {
          const message = `${of.name}: ${troubleOf(trouble)}: ${error instanceof Error ? error.message : String(error)}`;
          tell(message);
          wrong.push(message);
        }
      }
      expect(wrong).toEqual([]);

      const cell = ({ operation, kind }: { operation: string; kind: KindOfFault }): string => `${operation} ${kind}`;
      const cells = new Set(mine.map(cell)).size;
      const met = new Set(chosen.map(cell)).size;
      const skipped = [...why].map(([what, count]) => `  ${count} × ${what}`).join("\n");
      tell(
        [
          `fault matrix (${share} of ${shares}): ${chosen.length} of ${mine.length} cases`,
          `${OPERATION_NAMES.length} operations; ${met} of ${cells} cells (operation × fault)`,
          `${ends.converged} converged at once, ${ends["failed closed"]} failed closed and converged without the fault`,
          `cannot happen:\n${skipped}`,
        ].join("\n"),
      );
      if (DEEP) expect(met).toBe(cells);
      figure(
        "faults",
        chosen.length,
        `${OPERATION_NAMES.length} operations × ${KINDS_OF_FAULT.length} faults × first, middle, last and every call; all converge or fail closed`,
      );
    },
    LONG,
  );
}
