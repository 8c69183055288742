import { afterAll, describe, expect, test } from "vitest";
import { figure } from "../deep/figures.ts";
import { readPlan } from "../../src/engine/planFile.ts";
import { OrgsyncError } from "../../src/model/errors.ts";
import type { Config } from "../../src/model/config.ts";
import { apply } from "../../src/api/apply.ts";
import { connect } from "../../src/api/connect.ts";
import { compare } from "../../src/api/plan.ts";
import type { Plan } from "../../src/model/plan.ts";
import { createSandbox, type ObservedCall, requestHandler, virtualClock } from "../../src/sandbox/index.ts";
import { documentJson } from "../../src/report/json.ts";
import { bench, configOf } from "../support/engine.ts";
import { signed } from "../support/plans.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

/*
 * A plan file that somebody has had in hands: whatever was done to it, nothing is applied that was not in it before, and
 * nothing at all when it does not say what it said.
 */

const BEFORE: OrgFile = {
  accounts: { acme: { email: "aws@acme.com", management: true }, dev: { email: "aws+dev@acme.com" } },
  organizationalUnits: { Kept: {}, Old: {} },
  users: {
    "ann@acme.com": { givenName: "Ann", familyName: "Li" },
    "bob@acme.com": { givenName: "Bo", familyName: "Li" },
  },
  groups: { admins: { description: "before", members: ["bob@acme.com"] }, all: { members: ["ann@acme.com"] } },
  permissionSets: { Admin: { sessionDuration: "1h", managedPolicies: ["ReadOnlyAccess"], tags: { stage: "dev" } } },
  assignments: [{ groups: ["admins"], permissionSets: ["Admin"], accounts: ["dev"] }],
};
const WANTED: OrgFile = {
  ...BEFORE,
  organizationalUnits: { Kept: {}, New: { tags: { stage: "new" } } },
  users: { "ann@acme.com": { givenName: "Ann", familyName: "Li", title: "Boss" } },
  groups: { admins: { description: "after", members: ["ann@acme.com"] }, all: { members: ["ann@acme.com"] } },
  permissionSets: {
    Admin: { sessionDuration: "12h", managedPolicies: ["AdministratorAccess"], tags: { stage: "prod" } },
  },
};

const config = await configOf(textOf(WANTED));
const START = worldOf(BEFORE).now;
const ORIGINAL = (await bench(worldOf(BEFORE)).plan(config)).plan;
const TEXT = documentJson(ORIGINAL);

/** What `orgsync apply --plan` does, over the untouched world; `now` in milliseconds after the plan was made. */
async function applied(
  text: string,
  { file = config, later = 0 }: { readonly file?: Config; readonly later?: number } = {},
) {
  const clock = virtualClock(START);
  const calls: ObservedCall[] = [];
  const world = worldOf(BEFORE);
  const sandbox = createSandbox({ world, clock, observe: (call) => void calls.push(call) });
  const connection = connect({
    clock,
    random: () => 0.5,
    region: "us-east-1",
    writes: true,
    requestHandler: requestHandler(sandbox),
    credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
  });
  const done: string[] = [];
  let refused: unknown;
  let recomputed: Plan | undefined;
  try {
    const approved = await readPlan(text, { file: "plan.json", now: clock.now() + later });
    const comparison = await compare(file, connection, { version: "0.0.0" });
    recomputed = comparison.plan;
    await apply(comparison, connection, {
      approved: [approved],
      emit: (event) => void (event.type === "done" && done.push(`${event.change.action} ${event.change.address}`)),
    });
  } catch (error) {
    refused = error;
  }
  return { refused, done, recomputed, writes: calls.filter(({ access }) => access === "write").length };
}

async function expectRefused(text: string, code: "ORG0611" | "ORG0612", later = 0): Promise<OrgsyncError> {
  const { refused, done, writes } = await applied(text, { later });
  expect(refused).toBeInstanceOf(OrgsyncError);
  expect(refused).toMatchObject({ code, message: expect.stringMatching(/\S/), hint: expect.stringMatching(/\S/) });
  expect({ done, writes }).toEqual({ done: [], writes: 0 });
  return refused as OrgsyncError;
}

type Mutation = readonly [name: string, text: string];

/** Every place in a value, as the keys to it. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    placesIn(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

/** A copy with another value at a place; `undefined` takes it out. */
function withAt(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  change: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  const next = withAt(copy[key], rest, change);
  if (next !== undefined) copy[key] = next;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

const another = (old: unknown): unknown => {
  if (typeof old === "string") return `${old}x`;
  if (typeof old === "number") return old + 1;
  if (typeof old === "boolean") return !old;
  if (Array.isArray(old)) return [...(old as unknown[]), "x"];
  return old === null ? {} : { ...(old as object), x: "x" };
};
const otherType = (old: unknown): unknown => (typeof old === "number" ? "7" : 7);

const json = (value: unknown): string => JSON.stringify(value);
const PLACES = placesIn(JSON.parse(TEXT));
const name = (what: string, path: readonly (string | number)[]): string => `${what} ${path.join(".")}`;

/** Without the hashes that go with them: anywhere in the file. */
const EDITED: readonly Mutation[] = PLACES.flatMap((path): Mutation[] => [
  [name("altered", path), json(withAt(ORIGINAL, path, another))],
  [name("without", path), json(withAt(ORIGINAL, path, () => undefined))],
  [name("of another type", path), json(withAt(ORIGINAL, path, otherType))],
]).filter(([, text]) => text !== json(ORIGINAL));

const eve = {
  ...(ORIGINAL.changes.find(
    ({ kind, action }) => kind === "membership" && action === "create",
  ) as Plan["changes"][number]),
  address: "membership:admins:eve@acme.com",
  key: "admins/eve@acme.com",
  after: { group: "admins", user: "eve@acme.com" },
} as unknown as Plan["changes"][number];

const DAY = 24 * 60 * 60_000;

const BROKEN: readonly Mutation[] = [
  ["empty", ""],
  ["white space", " \n"],
  ["not JSON", "org.yaml"],
  ["YAML", "formatVersion: 1\n"],
  ["two documents", `${TEXT}${TEXT}`],
  ["a byte order mark", `\ufeff${TEXT}`],
  ["another document", '{"version":1}'],
  ["a list of plans", `[${TEXT}]`],
  ...["null", "1", '"plan"', "[]", "{}", "true"].map((text): Mutation => [`only ${text}`, text]),
  ...Array.from({ length: 20 }, (_, index): Mutation => {
    const length = Math.floor((TEXT.trimEnd().length * (index + 0.5)) / 20);
    return [`truncated at ${length}`, TEXT.slice(0, length)];
  }),
  ["very deep lists", "[".repeat(200_000) + "]".repeat(200_000)],
  ["very deep objects", '{"formatVersion":1,"a":'.repeat(50_000) + "1" + "}".repeat(50_000)],
  [
    "a deep change",
    json({ ...ORIGINAL, changes: [{ ...eve, after: JSON.parse('{"a":'.repeat(500) + "1" + "}".repeat(500)) }] }),
  ],
  ["a number that is none", TEXT.replace('"formatVersion": 1', '"formatVersion": 1e999')],
  ["a number beyond numbers", TEXT.replace(/"calls": \d+/, '"calls": 1e999')],
  ["hostile members", TEXT.replace("{", '{ "__proto__": { "integrity": "x" }, "constructor": 1, "toJSON": {},')],
  ["no members of its own", '{ "__proto__": {} }'],
];

/** An update of these fields is also what a create leaves to do: it would end as approved either way. */
const startsFromNothing = ({ action, fields }: Plan["changes"][number]): boolean =>
  action === "update" && fields.every(({ before }) => before === null);

/** With all the hashes that go with them: what only the content shows. */
const RESIGNED: readonly (readonly [name: string, plan: Plan, code: "ORG0611" | "ORG0612"])[] = await (async () => {
  const again = async (what: string, plan: object, code: "ORG0611" | "ORG0612") =>
    [what, await signed(plan as Plan), code] as const;
  const changes = ORIGINAL.changes;
  const created = Date.parse(ORIGINAL.createdAt);
  const at = (ms: number): string => new Date(created + ms).toISOString();
  return Promise.all([
    again(
      "another organization",
      { ...ORIGINAL, organization: { id: "o-zzzzzzzzzz", managementAccountId: "1" } },
      "ORG0611",
    ),
    again("no organization", { ...ORIGINAL, organization: null }, "ORG0611"),
    again("format version 2", { ...ORIGINAL, formatVersion: 2 }, "ORG0612"),
    again("format version 0", { ...ORIGINAL, formatVersion: 0 }, "ORG0612"),
    again("format version as text", { ...ORIGINAL, formatVersion: "1" }, "ORG0612"),
    again("too old", { ...ORIGINAL, createdAt: at(-15 * DAY) }, "ORG0612"),
    again("too old by a second", { ...ORIGINAL, createdAt: at(-14 * DAY - 1_000) }, "ORG0612"),
    again("from the future", { ...ORIGINAL, createdAt: at(6 * 60_000) }, "ORG0612"),
    again("of no time", { ...ORIGINAL, createdAt: "yesterday" }, "ORG0612"),
    again("of another tool", { ...ORIGINAL, tool: { name: "terraform", version: "1" } }, "ORG0612"),
    again("a change twice", { ...ORIGINAL, changes: [...changes, changes[0]] }, "ORG0612"),
    again("no changes", { ...ORIGINAL, changes: [] }, "ORG0611"),
    ...changes.map((change, index) =>
      again(
        `without ${change.action} ${change.address}`,
        { ...ORIGINAL, changes: changes.toSpliced(index, 1) },
        "ORG0611",
      ),
    ),
    ...changes.flatMap((change, index) =>
      (["create", "update", "delete"] as const)
        .filter((action) => action !== change.action && !(action === "create" && startsFromNothing(change)))
        .map((action) =>
          again(
            `${change.address} is a ${action}`,
            {
              ...ORIGINAL,
              changes: changes.with(index, {
                ...change,
                action,
                before: action === "create" ? null : (change.before ?? {}),
                after: action === "delete" ? null : (change.after ?? {}),
              }),
            },
            "ORG0611",
          ),
        ),
    ),
    // What would be there afterwards, field by field.
    ...changes.flatMap((change, index) =>
      (change.action === "create" ? Object.keys(change.after ?? {}) : change.fields.map(({ field }) => field)).map(
        (field) =>
          again(
            `${change.address} with another ${field} afterwards`,
            { ...ORIGINAL, changes: changes.with(index, withAt(change, ["after", field], another) as typeof change) },
            "ORG0611",
          ),
      ),
    ),
    // What there was, field by field.
    ...changes.flatMap((change, index) =>
      (change.action === "delete" ? Object.keys(change.before ?? {}) : change.fields.map(({ field }) => field))
        .filter((field) => change.before?.[field] !== undefined && typeof change.before[field] !== "object")
        .map((field) =>
          again(
            `${change.address} with another ${field} before`,
            { ...ORIGINAL, changes: changes.with(index, withAt(change, ["before", field], another) as typeof change) },
            "ORG0611",
          ),
        ),
    ),
  ]);
})();

test("the plan as it was made is applied", async () => {
  const { refused, done } = await applied(TEXT);
  expect(refused).toBeUndefined();
  expect(done).toHaveLength(ORIGINAL.changes.length);
  expect(new Set(ORIGINAL.changes.map(({ action }) => action))).toEqual(new Set(["create", "update", "delete"]));
});

const COUNT = EDITED.length + BROKEN.length + RESIGNED.length;

afterAll(() => figure("tampered plans", COUNT, "none applied"));

describe(`${COUNT} plans that somebody has tampered with, none of them applied`, () => {
  test("there are at least 200, each once", () => {
    const texts = [...EDITED, ...BROKEN].map(([, text]) => text).concat(RESIGNED.map(([, plan]) => documentJson(plan)));
    expect(new Set(texts).size).toBe(COUNT);
    expect(COUNT).toBeGreaterThanOrEqual(200);
  });

  test(`edited anywhere: ${EDITED.length}`, async () => {
    for (const [what, text] of EDITED) {
      const { message } = await expectRefused(text, "ORG0612");
      expect(message, what).toMatch(
        /^plan\.json cannot be applied: it (?:is not a plan: \S|was edited|has the plan format)/,
      );
    }
  });

  test.each(BROKEN)("%s", async (_, text) => {
    await expectRefused(text, "ORG0612");
  });

  test.each(RESIGNED)("with all its hashes made anew: %s", async (_, plan, code) => {
    await expectRefused(documentJson(plan), code);
  });

  test("the same bytes, two weeks and a second later", async () => {
    const message = "plan.json cannot be applied: it is 14.0 days old (";
    expect((await expectRefused(TEXT, "ORG0612", 14 * DAY + 1_000)).message).toContain(message);
    expect((await applied(TEXT, { later: 14 * DAY })).refused).toBeUndefined();
  });

  test("the same bytes, from a clock that is ahead", async () => {
    expect((await expectRefused(TEXT, "ORG0612", -6 * 60_000)).message).toContain("6 minutes from now");
    expect((await applied(TEXT, { later: -4 * 60_000 })).refused).toBeUndefined();
  });
});

describe("what is added with all hashes made anew is never done, since it is never read from the file", () => {
  const added = (more: readonly Plan["changes"][number][]) =>
    signed({ ...ORIGINAL, changes: [...ORIGINAL.changes, ...more] });
  const deletes = ["user:kim@acme.com", "account:acme", "organizationalUnit:New/Below", "identityCenter"].map(
    (address) => ({
      ...eve,
      address,
      action: "delete" as const,
      before: {},
      after: null,
    }),
  ) as unknown as Plan["changes"];

  test.each([
    ["a grant", [eve]],
    ["deletes", deletes],
    ["a kind that there is none of", [{ ...eve, address: "nobody:knows", kind: "nobody" }]],
    ["what every object has", [{ ...eve, address: "__proto__", kind: "constructor" }]],
  ])("%s", async (_, more) => {
    const { refused, done, recomputed } = await applied(documentJson(await added(more as Plan["changes"])));
    expect(refused).toBeUndefined();
    const own = (changes: Plan["changes"] = []): string[] =>
      changes.map(({ action, address }) => `${action} ${address}`);
    expect(done.toSorted()).toEqual(own(recomputed?.changes).toSorted());
    expect(own(recomputed?.changes)).toEqual(own(ORIGINAL.changes));
  });

  test("another file than the one that was planned does what both have, or nothing", async () => {
    const more = await configOf(
      textOf({ ...WANTED, groups: { ...WANTED.groups, others: { members: ["ann@acme.com"] } } }),
    );
    const { refused, writes } = await applied(TEXT, { file: more });
    expect(refused).toMatchObject({
      code: "ORG0611",
      details: expect.arrayContaining([expect.stringContaining("create group:others")]),
    });
    expect(writes).toBe(0);
  });
});
