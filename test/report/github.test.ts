import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/model/plan.ts";
import { appliedGithub, driftGithub, planGithub } from "../../src/report/github.ts";
import { golden } from "../support/golden.ts";
import { runnerCommands } from "../support/runner.ts";
import { changeOf, headings, planOf } from "./plans.ts";
import { accessOf, accounts, at, DONE, DRIFT, FAILED, people, RICH } from "./rich.ts";

const goldenOf = (name: string): string => join(import.meta.dirname, "golden", name);
const annotationsOf = (plan: Plan) => runnerCommands(planGithub(plan, { headings }));
const levels = (plan: Plan): Record<string, number> => {
  const counts: Record<string, number> = { error: 0, warning: 0, notice: 0 };
  for (const { name } of annotationsOf(plan)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

describe("annotations", () => {
  test("of a plan", () => golden(goldenOf("plan-github.txt"), planGithub(RICH, { headings })));
  test("of a drift", () => golden(goldenOf("drift-github.txt"), driftGithub(DRIFT, { headings })));
  test("of a result", () => golden(goldenOf("applied-github.txt"), appliedGithub(DONE) + appliedGithub(FAILED)));

  test("there are none of a plan that says nothing, and one of a result", () => {
    expect(planGithub(planOf([]), { headings })).toBe("");
    const none = { ...DONE, plan: planOf([]), outcome: { ...DONE.outcome, done: [] } };
    expect(runnerCommands(appliedGithub(none)).map(({ name }) => name)).toEqual(["notice"]);
  });

  test("at most ten of a level, the worst first, and one that counts the rest", () => {
    const user = (index: number) =>
      changeOf({ kind: "user", key: `u${index}`, action: "create", source: at(index + 1) });
    const plan = planOf(
      Array.from({ length: 30 }, (_, index) => user(index)),
      {
        access: [
          ...Array.from({ length: 15 }, (_, index) => accessOf({ administrator: true, who: people(`a${index}`) })),
          accessOf({ who: people("mallory"), administrator: true, accounts: accounts("acme") }),
        ],
      },
    );
    expect(levels(plan)).toEqual({ error: 0, warning: 10, notice: 10 });
    const all = annotationsOf(plan);
    expect(all[0]?.data).toContain("mallory gains PowerUserAccess (administrator) in acme (management account)");
    expect(all.at(-1)?.data).toBe("and 27 more annotations");
  });

  test("never more than ten of a level, whatever there is, and none goes uncounted", () => {
    const some = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(some, some, some, some, (users, rows, notices, refusals) => {
        const list = <T>(length: number, make: (index: number) => T): T[] =>
          Array.from({ length }, (_, index) => make(index));
        const plan = planOf(
          list(users, (index) => changeOf({ kind: "user", key: `u${index}`, action: "create", source: at(index + 1) })),
          {
            access: list(rows, (index) => accessOf({ who: people(`p${index}`), administrator: index % 2 === 0 })),
            notices: list(notices, (index) => ({
              code: "ORG0402",
              severity: index % 2 === 0 ? "warning" : "info",
              message: `n${index}`,
            })),
            refusals: list(refusals, (index) => ({ rail: "never-all", message: `r${index}`, changes: [], hint: "h" })),
          },
        );
        const all = annotationsOf(plan);
        expect(Math.max(...Object.values(levels(plan)))).toBeLessThanOrEqual(10);
        const total = users + rows + notices + refusals;
        const more = /^and (\d+) more annotations?$/.exec(all.at(-1)?.data ?? "");
        expect(more === null ? all.length : all.length - 1 + Number(more[1])).toBe(total);
      }),
    );
  });
});
