import { describe, expect, test } from "vitest";
import type { Config } from "../../src/model/config.ts";
import type { Change } from "../../src/model/plan.ts";
import type { World } from "../../src/sandbox/index.ts";
import { bigCases, type Case } from "../deep/cases.ts";
import { expectPlainWords, expectRefusal } from "../deep/faults.ts";
import { isSandboxFault, matrixCases, nameOf, onTheWay } from "../deep/matrix.ts";
import { DEEP } from "../deep/sizes.ts";
import { thingsIn } from "../deep/state.ts";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { createdTwice, twiceIn } from "./twice.ts";
import { AFTER, BEFORE, MIDDLING } from "./world.ts";

/*
 * Lists of AWS that leave something out, once or for long. The law: nothing that AWS and the file both have is deleted
 * or made twice, neither in that run nor in the ones that follow.
 */

interface Setting extends Case {
  /** What the file said before, where that is known. */
  readonly base: Config | undefined;
}

/** Most of it stays: much that both have can be lost. */
const HAD: OrgFile = {
  ...MIDDLING,
  users: { ...MIDDLING.users, "solo@acme.com": { givenName: "So", familyName: "Lo" } },
  groups: { ...MIDDLING.groups, empty: {} },
  // Fewer pairs than people and groups, so that they are read by pair.
  assignments: [
    { groups: ["admins"], permissionSets: ["Admin"], accounts: ["acme"] },
    { users: ["solo@acme.com"], groups: ["builders"], permissionSets: ["Build"], accounts: ["acme-3"] },
    { users: ["solo@acme.com"], groups: ["empty"], permissionSets: ["Build"], accounts: ["acme-4"] },
  ],
  policies: {
    guard: {
      type: "SERVICE_CONTROL_POLICY",
      content: denying("organizations:LeaveOrganization"),
      targets: ["Workloads"],
    },
    fence: { type: "SERVICE_CONTROL_POLICY", content: denying("s3:*"), targets: ["account:acme-3", "Workloads/Dev"] },
  },
  delegatedAdministrators: { "guardduty.amazonaws.com": ["acme-1"], "config.amazonaws.com": ["acme-1", "acme-2"] },
};
const WANTED: OrgFile = {
  ...HAD,
  users: {
    ...HAD.users,
    "dax@acme.com": { givenName: "Dax", familyName: "Raad", title: "Boss" },
    "new@acme.com": { givenName: "New", familyName: "Joiner" },
  },
  assignments: [
    ...(HAD.assignments ?? []).slice(0, 2),
    { users: ["solo@acme.com"], permissionSets: ["Build"], accounts: ["acme-4", "acme-5"] },
  ],
};

function denying(action: string) {
  return { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: action, Resource: "*" }] };
}

const [there, back] = await bigCases();
const SETTINGS: readonly Setting[] = [
  {
    name: "much that stays",
    world: () => worldOf(HAD),
    config: await configOf(textOf(WANTED)),
    base: await configOf(textOf(HAD)),
  },
  { ...(there as Case), base: await configOf(textOf(BEFORE)) },
  { ...(back as Case), base: await configOf(textOf(AFTER)) },
];

const INCOMPLETE = [
  { kind: "empty-list" },
  { kind: "empty-page" },
  { kind: "lost-page" },
  { kind: "duplicate-item" },
  { kind: "lost-items", reason: "first" },
  { kind: "lost-items", reason: "middle" },
  { kind: "lost-items", reason: "last" },
  { kind: "lost-items", reason: "all" },
] as const;

/** What becomes of a setting when nothing is left out. */
async function undisturbed(setting: Setting) {
  const { world: made, config, options } = setting;
  const world = made();
  const before = thingsIn(world);
  const run = bench(world, options);
  await run.apply(config);
  const after = thingsIn(world);
  world.now = run.now();
  return {
    setting,
    lists: [...new Set(run.calls.map(nameOf))].filter((name) => name.includes(":List")).toSorted(),
    /** By AWS's ids: what there is at first, and still is once the file is applied, with the name that it has then. */
    kept: [...before].flatMap(([id, { address }]) => {
      const now = after.get(id)?.address;
      return now === undefined ? [] : [{ id, address, isRenamed: now !== address }];
    }),
    /** What waits for a person. */
    rest: (await bench(world, options).plan(config)).plan.changes.map(nameOfChange),
  };
}

const nameOfChange = ({ action, address }: Change): string => `${action} ${address}`;

/** The settings, and in a deep run others for the lists that these do not read. */
async function settings() {
  const found: Awaited<ReturnType<typeof undisturbed>>[] = [];
  for (const setting of DEEP ? SETTINGS : SETTINGS.slice(0, 1)) found.push(await undisturbed(setting));
  const read = new Set(found.flatMap(({ lists }) => lists));
  for (const one of DEEP ? await matrixCases() : []) {
    const other = await undisturbed({ ...one, base: undefined });
    const lists = other.lists.filter((name) => !read.has(name));
    if (lists.length > 0) found.push({ ...other, lists });
    lists.forEach((name) => read.add(name));
  }
  return found;
}

describe.each((await settings()).map((one) => ({ name: one.setting.name, ...one })))("$name", (one) => {
  const { setting, kept, lists, rest } = one;

  /** Applies while a list is incomplete, then twice without that. */
  async function expectLaw(world: World, base: Config | undefined, fault: { operation: string; nth?: number } & Lost) {
    const { operation, kind, nth } = fault;
    const between = onTheWay(operation, kind, nth);
    const lost = [];
    for (const faults of [isSandboxFault(kind) ? [{ ...fault, kind }] : [], [], []]) {
      const isFirst = lost.length === 0 && between !== undefined;
      const run = bench(world, {
        ...setting.options,
        faults,
        ...(base === undefined ? {} : { base }),
        ...(isFirst ? { between } : {}),
      });
      const ended = await run.apply(setting.config).catch((error: unknown) => expectRefusal(error));
      if (ended !== undefined) expectPlainWords(ended.events);
      expect(createdTwice(run.calls)).toEqual([]);
      const now = thingsIn(world);
      // Without a base nobody knows that what `previously:` names was there.
      const expected = base === undefined ? kept.filter(({ isRenamed }) => !isRenamed) : kept;
      lost.push(expected.filter(({ id }) => !now.has(id)).map(({ address }) => address));
      expect(twiceIn(world)).toEqual([]);
      world.now = run.now() + 60_000;
    }
    expect(lost).toEqual([[], [], []]);
    const { plan } = await bench(world, setting.options).plan(setting.config);
    expect(plan.changes.map(nameOfChange)).toEqual(rest);
  }

  describe.each(lists)("%s", (operation) => {
    test.each(INCOMPLETE)("$kind $reason", async (incomplete) => {
      for (const nth of DEEP ? [1, 2, undefined] : [1]) {
        const fault = { operation, ...incomplete, ...(nth === undefined ? {} : { nth }) };
        for (const base of new Set([setting.base, undefined])) await expectLaw(setting.world(), base, fault);
      }
    });
  });
});

type Lost = (typeof INCOMPLETE)[number];
