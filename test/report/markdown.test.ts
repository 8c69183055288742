import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { address } from "../../src/model/address.ts";
import type { AccessChange, Change, Grantee, Plan } from "../../src/model/plan.ts";
import { appliedMarkdown, driftMarkdown, planMarkdown } from "../../src/report/markdown.ts";
import { sizeOf } from "../deep/sizes.ts";
import { golden } from "../support/golden.ts";
import { HOSTILE } from "../support/hostile.ts";
import { type Page, pageOf } from "../support/page.ts";
import { changeOf, headings, planOf } from "./plans.ts";
import { accessOf, accounts, at, DONE, DRIFT, FAILED, MERGEABLE, people, RICH } from "./rich.ts";

const goldenOf = (name: string): string => join(import.meta.dirname, "golden", name);
const comment = { headings, target: "comment", linkBase: "https://github.com/acme/org/blob/720835f/" } as const;
const summary = { headings, target: "summary" } as const;

describe("as a comment and as a summary", () => {
  test("a plan that may be merged", () => golden(goldenOf("plan-comment.md"), planMarkdown(MERGEABLE, comment)));
  test("a plan that is refused", () => golden(goldenOf("refused-comment.md"), planMarkdown(RICH, comment)));
  test("a plan, where links are not known", () =>
    golden(goldenOf("plan-summary.md"), planMarkdown(MERGEABLE, summary)));
  test("nothing to do", () => golden(goldenOf("nothing-comment.md"), planMarkdown(planOf([]), comment)));
  test("a result", () => golden(goldenOf("done-comment.md"), appliedMarkdown(DONE, comment)));
  test("a failure", () => golden(goldenOf("failed-comment.md"), appliedMarkdown(FAILED, comment)));
  test("a drift", () => golden(goldenOf("drift-comment.md"), driftMarkdown(DRIFT, comment)));
  test("no drift", () =>
    golden(
      goldenOf("no-drift-comment.md"),
      driftMarkdown({ ...DRIFT, plan: planOf([]), adopt: { yaml: "", files: {}, remove: [] } }, comment),
    ));
});

test("a file has a link only where it is below the one that is known", () => {
  const linksOf = (file: string) =>
    pageOf(planMarkdown(planOf([], { access: [accessOf({ source: { ...at(3), file } })] }), comment)).links;
  const base = comment.linkBase;
  expect(linksOf("org.yaml")).toEqual([`${base}org.yaml#L3`]);
  expect(linksOf("people/a (b).yaml")).toEqual([`${base}people/a%20%28b%29.yaml#L3`]);
  for (const file of ["../other.yaml", "a/../../b", "/etc/passwd", "a//b", "./a", "a\u202eb", "\ud800", ""])
    expect(linksOf(file), file).toEqual([]);
});

test("the picture of the tree has each unit and account by its name, whatever that is", () => {
  const unit = (key: string) => changeOf({ kind: "organizationalUnit", key, action: "create" });
  for (const name of HOSTILE.filter((text) => !text.includes("/") && text.length <= 40)) {
    const { code } = pageOf(planMarkdown(planOf([unit(`a${name}`)]), comment));
    const lines = code.find(({ language }) => language === "mermaid")?.text.split("\n") ?? [];
    const nodes = lines.flatMap((line) => /^ {2}n\d+\["([\w #;()]*)"\](?::::(?:comes|goes))?$/.exec(line)?.[1] ?? []);
    const shown = nodes.map((label) =>
      label.replace(/#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point))),
    );
    expect(shown).toEqual(["root", `a${shownOf(name)} (new)`]);
    expect(
      lines.filter(
        (line) => !/^(?:flowchart LR|  n\d+(?:\["[\w #;()]*"\](?::::\w+)?| --> n\d+)|  classDef .*|)$/.test(line),
      ),
    ).toEqual([]);
  }
});

test("a tree of more than one can look at is not drawn", () => {
  const units = (count: number) =>
    planOf(
      Array.from({ length: count }, (_, index) =>
        changeOf({ kind: "organizationalUnit", key: `u${index}`, action: "create" }),
      ),
    );
  expect(planMarkdown(units(59), comment)).toContain("```mermaid");
  expect(planMarkdown(units(60), comment)).not.toContain("```mermaid");
});

/** How a text reads in a picture, which has one place for each character. */
const shownOf = (text: string): string =>
  pageOf(planMarkdown(planOf([], { organization: { id: `a${text}b`, managementAccountId: "" } }), comment))
    .text.replace(/^[^]*organization a/, "")
    .replace(/b · 1,234[^]*$/, "");

/** Texts that are long, or mean something to Markdown, or both. */
const TEXTS = [
  ...HOSTILE,
  "@".repeat(300),
  "|".repeat(5_000),
  "deadbeef".repeat(100),
  "word ".repeat(400),
  "\ud83d".repeat(90),
];

/** So many of everything; texts and sorts go round, from a place of their own. */
const sizes = fc.record({
  changes: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1_000, max: 5_000 })),
  access: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 500, max: 2_000 })),
  administrators: fc.integer({ min: 0, max: 3 }),
  refusals: fc.integer({ min: 0, max: 60 }),
  notices: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 100, max: 1_000 })),
  notManaged: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000 })),
  people: fc.integer({ min: 1, max: 60 }),
  turn: fc.integer({ min: 0, max: 1_000 }),
  isHostile: fc.boolean(),
});
type Sizes = typeof sizes extends fc.Arbitrary<infer T> ? T : never;

const list = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));
const pick = <T>(all: readonly T[], index: number): T => all[index % all.length]!;

function largePlan({ turn, isHostile, ...size }: Sizes): Plan {
  const text = (index: number): string => (isHostile ? `${pick(TEXTS, turn + index)} ${index}` : `name-${index}`);
  const kinds = Object.keys(headings);
  const change = (index: number): Change => {
    const action = pick(["create", "update", "delete"] as const, turn + index);
    const kind = pick(kinds, turn + Math.floor(index / 3));
    return changeOf({
      kind,
      key: text(index),
      address: address(kind, `${index}`),
      action,
      reason:
        action === "create"
          ? "not-in-aws"
          : action === "update"
            ? "differs"
            : pick(["closed", "not-in-file", "expired"], index),
      before:
        action === "create" ? null : { description: text(index + 1), content: { Statement: [{ Sid: text(index) }] } },
      after:
        action === "delete"
          ? null
          : { description: text(index + 2), content: { Statement: list(9, text) }, ou: text(index) },
      source: at(index + 1, isHostile ? text(index) : "org.yaml"),
      reversible: index % 7 !== 0,
      ...(index % 11 === 0 ? { waits: text(index) } : {}),
    });
  };
  const row = (index: number, part: Partial<AccessChange> = {}): AccessChange =>
    accessOf({
      effect: pick(["gains", "loses", "widens", "narrows", "changes", "keeps"] as const, turn + index),
      who: list(size.people, (one): Grantee => ({ name: text(index + one), group: one % 5 === 4 })),
      permissionSet: text(index),
      accounts: list(1 + (index % 30), (one) => ({ name: text(one), management: false })),
      administrator: index % 9 === 0,
      source: at(index + 1, isHostile ? text(index) : "org.yaml"),
      ...(index % 2 === 0 ? { group: text(index), remark: text(index + 3) } : {}),
      ...part,
    });
  return planOf(list(size.changes, change), {
    access: [
      ...list(size.access, (index) => row(index)),
      ...list(size.administrators, (index) =>
        row(index, { administrator: true, accounts: [{ name: text(index), management: true }] }),
      ),
    ],
    refusals: list(size.refusals, (index) => ({
      rail: pick(["max-removals", "last-admin", "never-all"] as const, index),
      message: text(index),
      changes: list(index, (one) => `delete user:${text(one)}` as const),
      hint: text(index + 1),
      ...(index % 4 === 0 ? { acknowledged: { reason: text(index), until: "2026-01-09", source: at(1) } } : {}),
    })),
    notices: list(size.notices, (index) => ({
      code: "ORG0402",
      severity: index % 2 === 0 ? "warning" : "info",
      message: text(index),
      hint: text(index + 1),
    })),
    notManaged: list(size.notManaged, (index) => ({
      address: address("user", `${index}`),
      kind: "user",
      label: text(index),
      reason: pick(["ignored", text(index % 3)], index),
    })),
  });
}

/** The alerts that a plan must have: which sort, and the numbers in its title, counted in another way. */
function alertsOf({ access, changes, refusals, notices }: Plan): string[] {
  const grantees = (of: (row: AccessChange) => boolean): number[] => {
    const names = { person: new Set<string>(), group: new Set<string>() };
    for (const row of access) {
      if (!["gains", "widens", "changes"].includes(row.effect) || !of(row)) continue;
      for (const { name, group } of row.who) names[group ? "group" : "person"].add(name);
    }
    return [names.person.size, names.group.size].filter((size) => size > 0);
  };
  const isManagement = (row: AccessChange): boolean => row.accounts.some(({ management }) => management);
  const closing = changes.filter(({ action, reason }) => action === "delete" && reason === "closed").length;
  const quiet = new Set(["assignment", "membership"]);
  const expected: (readonly [sort: string, numbers: readonly number[]])[] = [
    ["CAUTION", grantees((row) => row.administrator && isManagement(row))],
    ["CAUTION", grantees((row) => row.administrator && !isManagement(row))],
    ["CAUTION", grantees((row) => !row.administrator && isManagement(row))],
    ["CAUTION", [refusals.filter(({ acknowledged }) => acknowledged === undefined).length]],
    ["CAUTION", [closing]],
    ["WARNING", [changes.filter(({ action, kind }) => action === "create" && kind === "account").length]],
    [
      "WARNING",
      [
        changes.filter(({ action, reason, kind }) => action === "delete" && reason !== "closed" && !quiet.has(kind))
          .length,
      ],
    ],
    ["WARNING", [refusals.filter(({ acknowledged }) => acknowledged !== undefined).length]],
    ["WARNING", [notices.filter(({ severity }) => severity === "warning").length]],
  ];
  return expected.flatMap(([sort, numbers]) =>
    numbers.some((number) => number > 0)
      ? [`${sort} ${numbers.map((number) => number.toLocaleString("en-US")).join(" ")}`]
      : [],
  );
}

/** The same, read back from the page: of a title the numbers before what it goes on to say of accounts that are closed. */
const alertsIn = ({ alerts }: Page): string[] =>
  alerts.map(({ sort, title }) => `${sort} ${(title.replace(/:(?! \d).*/, "").match(/\d[\d,]*/g) ?? []).join(" ")}`);

const PLANTED = accessOf({
  who: people("mallory-was-here"),
  permissionSet: "AdministratorAccess",
  accounts: accounts("acme"),
  administrator: true,
});

/** The planted row somewhere among the others. */
function planted(plan: Plan, turn: number): Plan {
  const at = turn % (plan.access.length + 1);
  return { ...plan, access: [...plan.access.slice(0, at), PLANTED, ...plan.access.slice(at)] };
}

test("whatever a plan has, a comment has room for its alerts, and an escalation is at its head", () => {
  fc.assert(
    fc.property(sizes, (size) => {
      const plan = planted(largePlan(size), size.turn);
      const text = planMarkdown(plan, comment);
      expect(text.length).toBeLessThanOrEqual(60_000);
      expect(text.slice(0, 4_000)).toContain("mallory-was-here gains AdministratorAccess in acme (management account)");
      const page = pageOf(text);
      expect(alertsIn(page)).toEqual(alertsOf(plan));
      expect(page.alerts.filter(({ items }) => items.length === 0)).toEqual([]);
      expect(page.flaws).toEqual([]);
      const whole = planMarkdown(plan, summary);
      expect(Buffer.byteLength(whole)).toBeLessThanOrEqual(1_000_000);
      // A parser takes long for a megabyte: of the summary only what is quoted.
      expect(alertsIn(pageOf(whole.replace(/^[^>\n].*$/gm, "")))).toEqual(alertsOf(plan));
    }),
    { numRuns: sizeOf("comments") },
  );
});

test("what stands in an alert is all of it, or says how many more there are", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 200 }), (rows, length) => {
      const plan = planOf([], {
        access: list(rows, (index) => ({ ...PLANTED, who: people(`${"n".repeat(length)}${index}`) })),
      });
      const [alert] = pageOf(planMarkdown(plan, comment)).alerts;
      expect(alert?.title).toMatch(
        new RegExp(`^${rows} (?:person gets|people get) administrator access to the management account$`),
      );
      const items = alert?.items ?? [];
      const more = /^and ([\d,]+) more/.exec(items.at(-1) ?? "");
      expect(more === null ? items.length : items.length - 1 + Number(more[1])).toBe(rows);
    }),
  );
});

describe("what does not fit", () => {
  const users = (count: number, length: number) =>
    list(count, (index) =>
      changeOf({
        kind: "user",
        key: `u${index}`,
        action: "create",
        after: { title: "t".repeat(length) },
        source: at(index + 1),
      }),
    );
  const policies = (count: number) =>
    list(count, (index) =>
      changeOf({
        kind: "policy",
        key: `p${index}`,
        action: "create",
        after: { content: { Statement: list(40, (one) => ({ Sid: `s${one}`, Effect: "Deny" })) } },
      }),
    );
  const others = list(2_000, (index) => ({
    address: address("user", `${index}`),
    kind: "user",
    label: `somebody-of-another-team-${index}`,
    reason: `of ${index % 50}`,
  }));
  const leftOut = (plan: Plan): string[] =>
    /Left out: (.*)\. The job's summary has more/.exec(planMarkdown(plan, comment))?.[1]?.split("; ") ?? [];

  test.each([
    [0, "nothing", planOf([...users(50, 9), ...policies(5)], { notManaged: others.slice(0, 90) })],
    [1, "what is not managed", planOf(users(200, 9), { notManaged: others })],
    [2, "the lines of policies", planOf(policies(40))],
    [3, "the ends of long lists and texts", planOf(users(40, 2_000))],
    [4, "rows beyond the first 100 of a table", planOf(users(3_000, 9))],
    [
      5,
      "rows beyond the first 25 of a table",
      planOf(
        ["user", "group", "policy", "account", "invitation"].flatMap((kind) =>
          users(100, 200).map((one) => ({ ...one, kind })),
        ),
      ),
    ],
    [
      6,
      "rows beyond the first 8 of a table",
      planOf(Object.keys(headings).flatMap((kind) => users(100, 100).map((one) => ({ ...one, kind })))),
    ],
  ])("step %i leaves out %s", (step, last, plan) => {
    const left = leftOut(plan);
    expect(left.at(-1) ?? "nothing").toBe(last);
    expect(left).toHaveLength(Math.min(step, 4));
  });

  test("and at last there are the summary and the alerts", () => {
    const plan = planOf(
      Object.keys(headings).flatMap((kind) =>
        users(100, 9).map((one) => ({
          ...one,
          kind,
          label: "@".repeat(300),
          source: at(1, "f".repeat(90)),
          waits: "@".repeat(99),
        })),
      ),
      { access: [PLANTED] },
    );
    expect(leftOut(plan)).toEqual(["everything but the summary and the alerts"]);
    expect(pageOf(planMarkdown(plan, comment)).alerts.map(({ title }) => title)).toEqual([
      "1 person gets administrator access to the management account",
      "Creates 100 accounts, which cannot be undone",
    ]);
  });

  test("of a result and a drift keeps to the same limits, and their alerts stay", () => {
    const plan = largePlan({
      changes: 5_000,
      access: 1_000,
      administrators: 0,
      refusals: 0,
      notices: 0,
      notManaged: 0,
      people: 1,
      turn: 0,
      isHostile: true,
    });
    const all = plan.changes.map((change) => change.address);
    const failed = {
      ...FAILED,
      plan,
      outcome: { ...FAILED.outcome, done: [], failed: all.slice(0, 900), skipped: all.slice(900) },
      failures: plan.changes.slice(0, 900).map((change, index) => ({
        address: change.address,
        code: "ORG0501" as const,
        message: pick(TEXTS, index),
        hint: pick(TEXTS, index + 1),
      })),
    };
    const applied = appliedMarkdown(failed, comment);
    expect(applied.length).toBeLessThanOrEqual(60_000);
    expect(pageOf(applied).alerts.map(({ title, items }) => [title, items.at(-1)])).toEqual([
      ["900 changes failed", "and 880 more"],
    ]);
    const yaml = list(9_000, (index) => `line: ${index}`).join("\n");
    const files = Object.fromEntries(list(5_000, (index) => [`policies/p${index}.json`, "{}"]));
    const drifted = driftMarkdown(
      { ...DRIFT, plan: planted(plan, 3), adopt: { ...DRIFT.adopt, yaml, files } },
      comment,
    );
    expect(drifted.length).toBeLessThanOrEqual(60_000);
    expect(drifted).toContain("9,000 lines of YAML and 5,000 policies, which `orgsync drift` prints.");
    expect(
      Buffer.byteLength(driftMarkdown({ ...DRIFT, plan, adopt: { ...DRIFT.adopt, yaml } }, summary)),
    ).toBeLessThanOrEqual(1_000_000);
  });
});
