import { join } from "node:path";
import { stripVTControlCharacters, styleText } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { hasHidden } from "../../src/model/characters.ts";
import type { AccessChange, Plan } from "../../src/model/plan.ts";
import { documentJson } from "../../src/report/json.ts";
import { plain, type Style } from "../../src/report/style.ts";
import { duration, planText } from "../../src/report/text.ts";
import { newWorld } from "../../src/sandbox/index.ts";
import { filesIn } from "../config/files.ts";
import { bench } from "../support/engine.ts";
import { golden } from "../support/golden.ts";
import { assignmentOf, changeOf, headings, planOf } from "./plans.ts";
import { accessOf, accounts, people, RICH } from "./rich.ts";

const textOf = (plan: Plan, columns = 100): string => planText(plan, { style: plain(columns), headings });
const paint: Style["paint"] = (format, text) => styleText(format, text, { validateStream: false });
const goldenOf = (name: string): string => join(import.meta.dirname, "golden", name);

async function companyPlan(): Promise<Plan> {
  const config = await loadConfig("org.yaml", filesIn(join(import.meta.dirname, "../../examples/company")));
  const { plan } = await bench(structuredClone(newWorld("guide"))).plan(config);
  return { ...plan, source: { ...plan.source, commit: "720835f" }, read: { ...plan.read, seconds: 1.2 } };
}

describe("a plan for a person", () => {
  test.each([80, 100, 200])("at %i columns", async (columns) => {
    golden(goldenOf(`company-${columns}.txt`), textOf(await companyPlan(), columns));
  });

  test.each([80, 100, 200])("with who comes to reach what, at %i columns, on a terminal and in a pipe", (columns) => {
    golden(goldenOf(`rich-${columns}.txt`), textOf(RICH, columns));
    const coloured = planText(RICH, { style: { columns, paint }, headings });
    golden(goldenOf(`rich-${columns}-tty.txt`), coloured);
    expect(stripVTControlCharacters(coloured)).toBe(textOf(RICH, columns));
  });

  test("who comes to reach what stays readable where there are few columns", () => {
    const lines = textOf(RICH, 50).split("\n");
    const block = lines.slice(lines.indexOf("Who reaches what"), lines.indexOf("Organizational units"));
    golden(goldenOf("access-50.txt"), `${block.join("\n")}\n`);
    expect(block.filter((line) => stringWidth(line) > 50)).toEqual([]);
  });

  test("of many people the first are named, and of those who come to much ten", () => {
    const many = Array.from({ length: 37 }, (_, index) => `p${index + 1}`);
    const text = (part: Partial<AccessChange>) => textOf(planOf([], { access: [accessOf(part)] }), 400);
    expect(text({ who: people(...many.slice(0, 6)) })).toContain(
      "+ p1, p2, p3, p4, p5, p6 gain PowerUserAccess in acme-dev",
    );
    expect(text({ who: people(...many) })).toContain("+ p1, p2, p3 and 34 more gain");
    expect(text({ who: people(...many), administrator: true })).toContain(
      "! p1, p2, p3, p4, p5, p6, p7, p8, p9, p10 and 27 more gain PowerUserAccess (administrator)",
    );
    expect(text({ accounts: accounts(...many, "acme") })).toContain(
      "in acme (management account), p1, p2, p3 and 34 more",
    );
  });

  test("long lists are grouped: one row for each place in the file, not one for each assignment", () => {
    const accounts = Array.from({ length: 40 }, (_, index) => `account-${index + 1}`);
    const plan = planOf([
      ...accounts.map((account) => assignmentOf("create", "builders", "Build", account)),
      ...accounts.slice(0, 3).map((account) => assignmentOf("create", "builders", "Build", account, 9)),
      ...accounts.slice(0, 5).map((account) => assignmentOf("delete", "builders", "Read", account)),
      ...accounts.slice(0, 2).map((account) => assignmentOf("delete", "others", "Read", account)),
    ]);
    golden(goldenOf("long-lists.txt"), textOf(plan));
  });

  test("what holds for every row of a kind is said once", () => {
    const waits = "IAM Identity Center must be there first";
    const user = (key: string, waiting: boolean) =>
      changeOf({
        kind: "user",
        key,
        action: "create",
        after: { userName: key, givenName: "A", familyName: "B", displayName: "A B" },
        ...(waiting ? { waits } : {}),
      });
    const all = textOf(planOf([user("a@acme.com", true), user("b@acme.com", true)]));
    expect(all.split("\n").filter((line) => line.includes(waits))).toEqual([`      all of these wait: ${waits}`]);
    expect(all).toContain("(2 wait for a person).\n");
    const some = textOf(planOf([user("a@acme.com", true), user("b@acme.com", false)]));
    expect(some).toContain(`given name A \u00b7 family name B\n      waits: ${waits}\n`);
    expect(some).toContain("(1 waits for a person).   About 1 API call, 1s.\n");
  });

  test("what cannot be undone is named where not all rows are of that sort", () => {
    const account = (key: string, action: "create" | "update") =>
      changeOf({
        kind: "account",
        key,
        action,
        after: { ou: "Dev" },
        before: action === "update" ? { ou: "root" } : null,
        reversible: action === "update",
      });
    expect(textOf(planOf([account("a", "create")]))).toContain("      ! cannot be undone\n");
    expect(textOf(planOf([account("a", "create"), account("b", "create")]))).toContain(
      "      ! none of these can be undone\n",
    );
    expect(textOf(planOf([account("a", "create"), account("b", "update")]))).toContain("      ! cannot be undone: a\n");
  });

  test("a user and a group of one name are two rows", () => {
    const group = assignmentOf("create", "ops", "Build", "acme");
    const user = {
      ...assignmentOf("create", "ops", "Build", "acme"),
      address: group.address.replace("group/", "user/") as typeof group.address,
    };
    expect(textOf(planOf([group, user])).match(/ops \u2192 Build \u2192 acme /g)).toHaveLength(2);
  });

  test("nothing to do, with and without something to mind", () => {
    const warning = { code: "ORG0402", severity: "warning", message: "the account acme-old is SUSPENDED" } as const;
    expect(textOf(planOf([]))).toMatch(/\n\nNo changes\. AWS matches org\.yaml \(1,234 objects compared\)\.\n$/);
    expect(textOf(planOf([], { notices: [warning] }))).not.toContain("AWS matches");
    expect(textOf(planOf([], { notices: [{ ...warning, severity: "info" }] }))).toContain("AWS matches");
  });
});

describe("names that want to be more than names", () => {
  const NASTY = [
    "a\u001b[31mb",
    "back\u202ewards",
    "::error::fire",
    "##[set-output x]",
    "new\nline",
    "zero\u200bwidth",
    "nul\u0000",
  ];

  const plan = planOf(
    NASTY.flatMap((name, index) => [
      changeOf({
        kind: "account",
        key: name,
        action: "create",
        after: { name: `${name}!`, email: "a@acme.com", tags: { [name]: name } },
      }),
      changeOf({ kind: "user", key: name, action: "update", before: { title: "Boss" }, after: { title: name } }),
      changeOf({
        kind: "permissionSet",
        key: name,
        action: "update",
        before: { inlinePolicy: null },
        after: { inlinePolicy: { Statement: [{ Sid: name }], [name]: [name] } },
      }),
      changeOf({ kind: "group", key: name, action: "delete", before: { name } }),
      assignmentOf("create", name, name, name, index),
      assignmentOf("create", name, name, `other ${name}`, index),
    ]),
    {
      source: { file: "::error::org.yaml", digest: "" },
      notices: NASTY.map((name) => ({
        code: "ORG0402",
        severity: "warning",
        message: name,
        hint: name,
        source: { file: name, line: 1, column: 1 },
      })),
      notManaged: NASTY.map((name) => ({
        address: changeOf({ kind: "group", key: name, action: "delete" }).address,
        kind: "group",
        label: name,
        reason: name,
      })),
    },
  );

  test("are shown for what they are", () => {
    golden(goldenOf("hostile.txt"), textOf(plan));
  });

  test("never reach a terminal or a runner as they are, at any width", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 220 }), fc.constantFrom(...NASTY), (columns, name) => {
        const text = textOf({ ...plan, organization: { id: name, managementAccountId: name } }, columns);
        expect(hasHidden(text)).toBe(false);
        expect(text).not.toContain("##[");
        expect(text).not.toMatch(/^\s*::/m);
      }),
    );
  });
});

test("rows keep to the columns there are, unless a word is longer", () => {
  const words = fc
    .array(fc.constantFrom("a", "word", "R\u00e9sum\u00e9", "\u65e5\u672c\u8a9e"), { minLength: 1, maxLength: 30 })
    .map((all) => all.join(" "));
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 200 }), words, words, (columns, label, title) => {
      const plan = planOf([
        changeOf({
          kind: "user",
          key: label,
          action: "create",
          after: { title },
          source: { file: "org.yaml", line: 12, column: 1 },
        }),
      ]);
      const rows = textOf(plan, columns).split("\n").slice(2, -2);
      expect(rows.filter((row) => stringWidth(row) > columns)).toEqual([]);
    }),
  );
});

test.each([
  [0, "1s"],
  [59.4, "59s"],
  [60, "1m00s"],
  [3_599, "59m59s"],
  [3_660, "1h01m"],
])("%d seconds are %s", (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test("a plan as JSON is one document that says all there is", async () => {
  const plan = await companyPlan();
  expect(JSON.parse(documentJson(plan))).toEqual(JSON.parse(JSON.stringify(plan)));
  expect(textOf(JSON.parse(documentJson(plan)) as Plan)).toBe(textOf(plan));
});
