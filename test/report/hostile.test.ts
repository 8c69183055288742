import { styleText } from "node:util";
import { afterAll, expect, test } from "vitest";
import { address } from "../../src/model/address.ts";
import type { Applied } from "../../src/model/applied.ts";
import type { CheckReport } from "../../src/model/doctor.ts";
import type { Drift } from "../../src/model/drift.ts";
import type { ApplyEvent } from "../../src/model/event.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Problem } from "../../src/model/problem.ts";
import { appliedText } from "../../src/report/applied.ts";
import { applyText } from "../../src/report/apply.ts";
import { checkText, doctorJson, doctorSummary } from "../../src/report/doctor.ts";
import { driftText } from "../../src/report/drift.ts";
import { visible } from "../../src/report/escape.ts";
import { appliedGithub, driftGithub, planGithub } from "../../src/report/github.ts";
import { initText } from "../../src/report/init.ts";
import { documentJson, eventJson } from "../../src/report/json.ts";
import { appliedMarkdown, driftMarkdown, planMarkdown } from "../../src/report/markdown.ts";
import { problemsGithub, problemsJson, problemsText } from "../../src/report/problems.ts";
import { plain, type Style } from "../../src/report/style.ts";
import { planText } from "../../src/report/text.ts";
import { figure } from "../deep/figures.ts";
import { sizeOf } from "../deep/sizes.ts";
import { HELD, HOSTILE } from "../support/hostile.ts";
import { type Allowed, leaksIn } from "../support/leaks.ts";
import { type Page, pageOf } from "../support/page.ts";
import { runnerCommands } from "../support/runner.ts";
import { type Slot, slotsOf } from "../support/slots.ts";
import { changeOf, headings, planOf, titles } from "./plans.ts";

const source = { file: "org.yaml", line: 7, column: 3 };
const DOCUMENT = {
  Version: "2012-10-17",
  Statement: [
    { Sid: "A", Effect: "Deny", Action: ["s3:*"], Resource: "*", Condition: { StringEquals: { "aws:x": "y" } } },
  ],
};
const CHANGED = { ...DOCUMENT, Statement: [{ ...DOCUMENT.Statement[0], Sid: "B", Principal: "p" }] };

/** A plan with every sort of thing that one can have, each with texts in all of its fields. */
const PLAN: Plan = planOf(
  [
    changeOf({
      kind: "account",
      key: "acme-dev",
      action: "create",
      after: { name: "acme-dev", email: "aws+dev@acme.com", ou: "Workloads", tags: { stage: "dev" } },
      source,
      reversible: false,
    }),
    changeOf({
      kind: "account",
      key: "acme-new",
      action: "update",
      before: { name: "old", ou: "root", tags: { stage: "a", gone: "x" } },
      after: { name: "new", ou: "Workloads/Dev", tags: { stage: "b", more: "y" } },
      source,
      waits: "AWS has sent an invitation",
    }),
    changeOf({
      kind: "organizationalUnit",
      key: "Workloads",
      action: "delete",
      replacedBy: address("organizationalUnit", "Work"),
      reason: "replaced",
      source,
    }),
    changeOf({
      kind: "policy",
      key: "deny",
      action: "update",
      before: { description: "old words", content: DOCUMENT },
      after: { description: "new words", content: CHANGED },
      source,
    }),
    changeOf({
      kind: "policy",
      key: "allow",
      action: "create",
      after: { type: "T", description: "words", content: DOCUMENT },
      source,
    }),
    changeOf({
      kind: "user",
      key: "dax@acme.com",
      action: "create",
      after: {
        userName: "dax@acme.com",
        givenName: "Dax",
        familyName: "Raad",
        displayName: "D",
        title: "CTO",
        phone: "1",
        address: { country: "NL", locality: "Delft" },
      },
      source,
    }),
    changeOf({ kind: "user", key: "eve@acme.com", action: "delete", before: { userName: "eve@acme.com" } }),
    changeOf({
      kind: "group",
      key: "admins",
      action: "update",
      before: { description: "some" },
      after: { description: "others" },
      source,
    }),
    changeOf({
      kind: "permissionSet",
      key: "Admin",
      action: "update",
      before: { relayState: "https://a", managedPolicies: ["A", "B"], outdatedIn: ["acme"] },
      after: { relayState: "https://b", managedPolicies: ["B", "C"], outdatedIn: [] },
      source,
    }),
    changeOf({
      kind: "permissionSet",
      key: "Reader",
      action: "create",
      after: { description: "reads", managedPolicies: ["A"], customerManagedPolicies: [{ name: "n", path: "/p/" }] },
      source,
    }),
    changeOf({
      kind: "assignment",
      key: "user/dax Admin acme",
      label: "dax \u2192 Admin \u2192 acme",
      action: "create",
      after: { principal: "dax", permissionSet: "Admin", account: "acme" },
      remarks: { until: "2026-12-31", reason: "on call" },
      source,
    }),
    changeOf({
      kind: "assignment",
      key: "user/dax Admin acme-dev",
      label: "dax \u2192 Admin \u2192 acme-dev",
      action: "create",
      after: { principal: "dax", permissionSet: "Admin", account: "acme-dev" },
      remarks: { until: "2026-12-31", reason: "on call" },
      source,
    }),
    changeOf({
      kind: "assignment",
      key: "group/a Old acme",
      label: "a \u2192 Old \u2192 acme",
      action: "delete",
      waits: "cannot be managed from here",
    }),
  ],
  {
    notices: [
      { code: "ORG0402", severity: "warning", message: "something is odd", hint: "look at it", source },
      { code: "ORG0603", severity: "info", message: "something else" },
    ],
    notManaged: [
      { address: address("user", "scim"), kind: "user", label: "scim", reason: "an identity provider owns it" },
      { address: address("user", "more"), kind: "user", label: "more", reason: "ignored" },
    ],
    refusals: [
      {
        rail: "max-removals",
        message: "too many",
        changes: ["delete user:eve@acme.com"],
        hint: "acknowledge it:\n  - rail: x",
        acknowledged: { reason: "she left", until: "2026-12-01", source },
      },
    ],
  },
);

/** With who comes to reach what, and a refusal that stands. */
const REVIEWED: Plan = {
  ...planOf([], PLAN),
  changes: [],
  access: [
    {
      effect: "gains",
      who: [
        { name: "dax", group: false },
        { name: "ops", group: true },
      ],
      permissionSet: "Admin",
      accounts: [
        { name: "acme", management: true },
        { name: "acme-dev", management: false },
      ],
      group: "admins",
      administrator: true,
      remark: "inline policy",
      source,
    },
    {
      effect: "keeps",
      who: [{ name: "eve", group: false }],
      permissionSet: "Reader",
      accounts: [{ name: "acme-dev", management: false }],
      administrator: false,
      remark: "already Admin via admins",
      source,
    },
  ],
  refusals: [
    ...PLAN.refusals,
    { rail: "max-removals", message: "too many", changes: ["delete user:eve@acme.com"], hint: "take some out" },
  ],
};

/** Each kind alone, since what stands beside it matters only within a kind, and what is of no kind. */
const PARTS: readonly Plan[] = [
  { ...PLAN, changes: [] },
  REVIEWED,
  ...[...new Set(PLAN.changes.map(({ kind }) => kind))].map((only) =>
    planOf(PLAN.changes.filter(({ kind }) => kind === only)),
  ),
];

const APPLIED: Applied = {
  formatVersion: 1,
  document: "apply",
  plan: planOf(PLAN.changes.slice(0, 4)),
  outcome: {
    done: [PLAN.changes[0]!.address],
    failed: [PLAN.changes[1]!.address],
    skipped: [PLAN.changes[2]!.address],
    waiting: [PLAN.changes[3]!.address, address("user", "gone")],
    left: [],
    interrupted: false,
    seconds: 9,
  },
  failures: [
    { address: PLAN.changes[1]!.address, code: "ORG0501", message: "no [request r]", hint: "try again" },
    { address: address("user", "gone"), code: "ORG0501", message: "not known" },
  ],
  next: {
    users: [
      { name: "a", reaches: true },
      { name: "b", reaches: false },
    ],
    accounts: [{ key: "c", id: "1", email: "e", named: false, reached: false, rootless: true }],
    signIn: { portal: "https://p", consoleUrl: "https://c" },
  },
  endedAt: "2026-01-01T00:00:00.000Z",
};

const DRIFTED: Drift = {
  formatVersion: 1,
  document: "drift",
  plan: planOf(PLAN.changes.slice(3, 4), { access: REVIEWED.access.map((row) => ({ ...row, effect: "loses" })) }),
  adopt: {
    yaml: "policies:\n  deny: {}\n",
    files: { "policies/deny.json": '{ "Version": "2012-10-17" }\n' },
    remove: [{ address: address("user", "eve"), label: "eve", source }],
  },
};

const EVENTS: readonly ApplyEvent[] = [
  { type: "begin", at: 0, changes: 3, digest: "7f3a9c41".repeat(8) },
  ...PLAN.changes.slice(0, 3).map((change): ApplyEvent => ({ type: "start", at: 0, change })),
  { type: "progress", at: 1, change: PLAN.changes[0]!, detail: "AWS: IN_PROGRESS" },
  { type: "done", at: 2, change: PLAN.changes[1]!, seconds: 2 },
  {
    type: "failed",
    at: 3,
    change: PLAN.changes[0]!,
    seconds: 3,
    failure: { code: "ORG0501", message: "organizations:CreateAccount: X: no [request r]", hint: "try again" },
  },
  { type: "skipped", at: 4, change: PLAN.changes[2]!, because: "needs account acme-dev" },
  {
    type: "end",
    at: 5,
    outcome: {
      done: [address("user", "a")],
      failed: [address("user", "b")],
      skipped: [address("user", "c")],
      waiting: [address("user", "d")],
      left: [address("user", "e")],
      interrupted: false,
      seconds: 5,
    },
  },
];

const PROBLEMS: readonly Problem[] = [
  {
    code: "ORG0301",
    message: "unknown user",
    hint: "users lists them",
    didYouMean: "dax",
    source: { file: "org.yaml", line: 2, column: 3, endColumn: 7 },
    related: { message: "first here", source: { file: "org.yaml", line: 1, column: 1 } },
  },
  {
    code: "ORG0309",
    message: "not JSON",
    source: { file: "people/a.yaml", line: 3, column: 1 },
    related: { message: "a comma", source: { file: "policies/a.json", line: 1, column: 2 } },
  },
];

/** What orgsync chooses itself: words of a fixed set, and places. */
const CHOSEN = new Set([
  "kind",
  "action",
  "reason",
  "code",
  "severity",
  "rail",
  "type",
  "field",
  "createdAt",
  "version",
  "digest",
  "integrity",
  "formatVersion",
  "effect",
  "document",
  "endedAt",
]);
const fixed = (path: readonly string[]): boolean => {
  const last = path.at(-1) ?? "";
  // A field of that name within a resource is AWS's or the file's, and so are these two reasons.
  const isOpen = path.some((step) => /^(?:before|after|remarks|notManaged|acknowledged)$/.test(step));
  return (CHOSEN.has(last) && !(isOpen && last !== "kind")) || path[0] === "tool";
};

const colours: Style = {
  columns: 100,
  paint: (format, text) => styleText(format, text, { validateStream: false }),
};

/** Each place has every string in a deep run, else every so many-th, each place other ones. */
const STRIDE = sizeOf("hostilePlans");
/** A page takes a parser longer than a terminal takes a text. */
const PAGE_STRIDE = sizeOf("hostilePages");
let turn = 0;

let combinations = 0;
afterAll(() => figure("hostile strings × fields × outputs", combinations, HELD));

/** Every string in every place, in every output; what leaks, with where. */
function leaksOf<T>(
  data: T,
  outputs: Readonly<Record<string, { write: (data: T) => string; allowed?: Allowed; isJson?: boolean }>>,
  slots: readonly Slot[] = slotsOf(data, fixed),
): string[] {
  const flaws: string[] = [];
  for (const slot of slots) {
    turn++;
    for (const text of HOSTILE.filter((_, index) => (index + turn) % STRIDE === 0)) {
      const filled = slot.filled(data, text);
      for (const [name, { write, allowed, isJson }] of Object.entries(outputs)) {
        combinations++;
        const output = write(filled);
        const leaks = leaksIn(output, hasLines(slot.name) ? text.split("\n") : [text], allowed);
        if (isJson === true && !sameText(readBack(output), filled)) leaks.push("JSON that says something else");
        if (leaks.length > 0) flaws.push(`${slot.name} in ${name}: ${JSON.stringify(text)}: ${leaks.join(", ")}`);
      }
    }
  }
  return flaws;
}

/** One document, or one a line. */
const readBack = (output: string): unknown =>
  output.startsWith("{\n")
    ? JSON.parse(output)
    : output
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown);
const sameText = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const inText = (style: Style) => (plan: Plan) => planText(plan, { style, headings });

test(`${HOSTILE.length} strings in every text of a plan: no output lets one out`, () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(150);
  expect(PARTS.flatMap((part) => slotsOf(part, fixed)).length).toBeGreaterThanOrEqual(150);
  const flaws = PARTS.flatMap((part) =>
    leaksOf(part, {
      "text of 100 columns": { write: inText(plain(100)) },
      "text of 40 columns": { write: inText(plain(40)) },
      "coloured text": { write: inText(colours), allowed: { colours: true } },
      json: { write: documentJson, isJson: true },
    }),
  );
  expect(flaws.slice(0, 10)).toEqual([]);
});

/** What stands where a text is looked for that is found nowhere else. */
const MARKER = "q0w0q";
const comment = { headings, target: "comment", linkBase: "https://github.com/acme/org/blob/main/" } as const;

/** Every string in every place of a document, as Markdown, as annotations and as JSON. */
function leaksOfPages<T extends Plan | Applied | Drift>(
  data: T,
  write: { markdown: (data: T) => string; github: (data: T) => string },
): string[] {
  const flaws: string[] = [];
  for (const slot of slotsOf(data, fixed)) {
    turn++;
    const marked = pageOf(write.markdown(slot.filled(data, MARKER)));
    const annotations = runnerCommands(write.github(slot.filled(data, MARKER))).length;
    for (const text of HOSTILE.filter((_, index) => (index + turn) % PAGE_STRIDE === 0)) {
      combinations += 3;
      const filled = slot.filled(data, text);
      const output = write.markdown(filled);
      const page = pageOf(output);
      // Where there is no room for all of it, its beginning; a runner's command is one only at the start of a line.
      // In a policy it is written as JSON.
      const shown = [visible(text), visible(`x${text}`).slice(1), visible(JSON.stringify(text).slice(1, -1))].map(
        (one) => one.slice(0, roomOf(slot.name)),
      );
      const leaks = [
        ...leaksIn(output, hasLines(slot.name) ? text.split("\n") : [text]),
        ...leaksIn(write.github(filled), [text], { annotations, isReport: true }),
        ...page.flaws,
        ...page.links.filter((link) => !link.startsWith(comment.linkBase) || /[\s()<>"]/.test(link)),
        ...(page.skeleton === marked.skeleton || !isSingle(slot.name) ? [] : ["a page that is built otherwise"]),
        ...(isSingle(slot.name) && said(marked).includes(MARKER) && !shown.some((one) => said(page).includes(one))
          ? ["a page that says otherwise"]
          : []),
        ...(sameText(JSON.parse(documentJson(filled)), filled) ? [] : ["JSON that says something else"]),
      ];
      if (leaks.length > 0) flaws.push(`${slot.name}: ${JSON.stringify(text)}: ${leaks.join(", ")}`);
    }
  }
  return flaws;
}

/** YAML and Mermaid have their own ways to write what means something to them. */
const said = ({ text, code }: Page): string =>
  [text, ...code.flatMap((block) => (block.language === "diff" ? [block.text] : []))].join("\n");

/** The characters of the longest text, as each may need more to be written. */
const roomOf = (name: string): number => (name.endsWith(".file") ? 5 : 20);

/** Whether a text in this place is one thing: the path of a unit is several, an address has parts, a file has lines. */
const isSingle = (name: string): boolean => !/\.(?:ou|key|replacedBy)$|\.files\{/.test(name) && !hasLines(name);

/** A file to paste is shown line by line: each of them is to stay one. */
function hasLines(name: string): boolean {
  return /^adopt\.(?:yaml$|files\.)/.test(name);
}

test("in every text of a plan, a result and a drift, as GitHub shows them", () => {
  const flaws = [
    ...PARTS.flatMap((part) =>
      leaksOfPages(part, {
        markdown: (plan) => planMarkdown(plan, comment),
        github: (plan) => planGithub(plan, { headings }),
      }),
    ),
    ...leaksOfPages(APPLIED, { markdown: (applied) => appliedMarkdown(applied, comment), github: appliedGithub }),
    ...leaksOfPages(DRIFTED, {
      markdown: (drift) => driftMarkdown(drift, comment),
      github: (drift) => driftGithub(drift, { headings }),
    }),
  ];
  expect(flaws.slice(0, 10)).toEqual([]);
});

test("in every text of an apply, a result and a drift", () => {
  const inLines = (style: Style) => (events: readonly ApplyEvent[]) => {
    const text = applyText({ style, titles });
    return events.flatMap((event) => [...text.linesFor(event), ...text.running(9)]).join("\n");
  };
  const flaws = leaksOf(EVENTS, {
    text: { write: inLines(plain(100)) },
    "coloured text": { write: inLines(colours), allowed: { colours: true } },
    json: { write: (events) => events.map(eventJson).join(""), isJson: true },
  });
  flaws.push(
    ...leaksOf(APPLIED, { text: { write: (applied) => appliedText(applied, { style: plain(100), headings }) } }),
    ...leaksOf(DRIFTED, { text: { write: (drift) => driftText(drift, { style: plain(100), headings }) } }),
  );
  expect(flaws.slice(0, 10)).toEqual([]);
});

const CHECKED: readonly CheckReport[] = [
  { name: "node", title: "t", why: "w", outcome: "ok", says: "Node 22", notes: ["a note", "more"] },
  {
    name: "aws-settings",
    title: "t",
    why: "w",
    outcome: "failed",
    complaints: [
      { what: "a line is wrong", fix: "correct it", copy: "orgsync aws-config" },
      { what: "another", fix: "see it" },
    ],
    notes: ["a note"],
  },
  { name: "users", title: "t", why: "w", outcome: "unchecked", complaints: [{ what: "x", fix: "y", copy: "z" }] },
];

const BEGUN = {
  written: { "org.yaml": "3 accounts", ".gitignore": "" },
  file: "aws/org.yaml",
  account: "acme",
  email: "aws@acme.com",
  region: "us-east-1",
  consoleUrl: "https://c",
  startUrl: "https://p",
  user: "dax@acme.com",
  profile: "acme-dev",
};

test("in every text of what doctor has found, and of what init says", () => {
  const own = (path: readonly string[]): boolean => /^(?:name|title|why|outcome)$/.test(path.at(-1) ?? "");
  const inDoctor = (style: Style) => (reports: readonly CheckReport[]) =>
    [...reports.map((report) => checkText(report, { width: 12, style })), doctorSummary(reports, style)].join("");
  const json = (reports: readonly CheckReport[]): string => doctorJson(reports, { version: "0", redacted: false });
  const inInit = (sandbox?: string) => (begun: typeof BEGUN) =>
    initText({ ...begun, written: new Map(Object.entries(begun.written)), sandbox }, plain(80));
  const flaws = [
    ...leaksOf(
      CHECKED,
      {
        text: { write: inDoctor(plain(80)) },
        "coloured text": { write: inDoctor(colours), allowed: { colours: true } },
        json: { write: json },
      },
      slotsOf(CHECKED, own),
    ),
    ...leaksOf(BEGUN, { text: { write: inInit() }, "text of a rehearsal": { write: inInit("s.json") } }),
  ];
  for (const slot of slotsOf(CHECKED, own)) {
    const filled = slot.filled(CHECKED, HOSTILE[0] ?? "");
    const { checks } = JSON.parse(json(filled)) as { checks: unknown };
    if (!sameText(checks, filled)) flaws.push(`${slot.name}: JSON that says something else`);
  }
  expect(flaws.slice(0, 10)).toEqual([]);
});

test("in every text of problems, and in the lines that they point at", () => {
  const texts = new Map([
    ["org.yaml", "a\nb: cdefg\n"],
    ["people/a.yaml", "x\ny\nz\n"],
  ]);
  const flaws = leaksOf(PROBLEMS, {
    text: { write: (problems) => problemsText(problems, texts) },
    "coloured text": { write: (problems) => problemsText(problems, texts, colours), allowed: { colours: true } },
    json: { write: problemsJson },
    github: { write: problemsGithub, allowed: { annotations: PROBLEMS.length } },
  });
  for (const slot of slotsOf(PROBLEMS, fixed)) {
    for (const text of HOSTILE) {
      const problems = slot.filled(PROBLEMS, text);
      const read = JSON.parse(problemsJson(problems)) as { problems: unknown };
      if (!sameText(sorted(read.problems), sorted(problems))) flaws.push(`${slot.name}: ${JSON.stringify(text)}`);
    }
  }
  const lines = { line: "b: cdefg", other: "first" };
  flaws.push(
    ...leaksOf(lines, {
      "text with the file's lines": {
        write: ({ line, other }) => problemsText(PROBLEMS, new Map([["org.yaml", `${other}\n${line}\n`]]), plain(60)),
      },
    }),
  );
  expect(flaws.slice(0, 10)).toEqual([]);
});

/** With keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
