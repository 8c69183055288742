import { describe, expect, test } from "vitest";
import type { ApplyEvent } from "../../src/model/event.ts";
import type { Fault } from "../../src/sandbox/index.ts";
import { thingsIn } from "../deep/state.ts";
import { AFTER, beforeWorld } from "../faults/world.ts";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

describe("whoever listens to an apply cannot change it", () => {
  const listeners: readonly (readonly [string, (event: ApplyEvent) => unknown])[] = [
    ...(["begin", "start", "progress", "done", "failed", "skipped", "end"] as const).map(
      (type) =>
        [
          `throws at ${type}`,
          (event: ApplyEvent) => {
            if (event.type === type) throw new Error("the view is broken");
          },
        ] as const,
    ),
    ["rejects later", () => Promise.reject(new Error("the view is broken"))],
  ];
  // Some of it fails, and what needs that is skipped.
  const faults: readonly Fault[] = [{ operation: "identityStore:CreateGroup", kind: "access-denied" }];

  async function applied(listen?: (event: ApplyEvent) => unknown) {
    const world = beforeWorld();
    const run = bench(world, { faults, ...(listen === undefined ? {} : { listen }) });
    const { outcome, events } = await run.apply(await configOf(textOf(AFTER)));
    return { outcome, events: events.map(({ type }) => type), state: [...thingsIn(world).values()] };
  }

  test.each(listeners)("one that %s", async (_, listen) => {
    const quiet = await applied();
    expect(quiet.outcome.done.length).toBeGreaterThan(10);
    expect(quiet.outcome.failed.length).toBeGreaterThan(0);
    expect(quiet.outcome.skipped.length).toBeGreaterThan(0);
    expect(await applied(listen)).toEqual(quiet);
  });
});

describe("something that is to be created is there already", () => {
  const users = { "ann@acme.com": { givenName: "Ann", familyName: "Li" } };
  const file = (set: string): OrgFile => ({
    accounts: { acme: { email: "aws@acme.com", management: true } },
    users,
    permissionSets: { [set]: {} },
    assignments: [{ users: ["ann@acme.com"], permissionSets: [set], accounts: ["acme"] }],
  });

  test("it is adopted, what waits for it is not deleted, and the rerun does the rest", async () => {
    const before = file("Old");
    const world = worldOf({ ...before, permissionSets: { New: {}, Old: {} } });
    const config = await configOf(textOf(file("New")));
    const there = new Set(thingsIn(world).keys());
    const hidden: Fault = { operation: "ssoAdmin:ListPermissionSets", kind: "lost-items", reason: "first", nth: 1 };
    const first = await bench(world, { faults: [hidden] }).apply(config);
    expect(first.outcome).toMatchObject({
      done: ["permissionSet:New", "assignment:user/ann@acme.com:New:acme"],
      failed: [],
      skipped: ["assignment:user/ann@acme.com:Old:acme", "permissionSet:Old"],
    });
    expect(first.events.filter(({ type }) => type === "skipped")).toMatchObject([
      {
        because:
          "AWS has permission set New already, so the plan was made of an incomplete read; run the same command again",
      },
      { because: expect.stringMatching(/^needs assignment ann@acme.com .* Old/) },
    ]);
    expect([...there].filter((id) => !thingsIn(world).has(id))).toEqual([]);
    const second = await bench(world).apply(config);
    expect(second.outcome).toMatchObject({ failed: [], skipped: [] });
    expect(second.outcome.done).toEqual(["assignment:user/ann@acme.com:Old:acme", "permissionSet:Old"]);
  });

  test("a create whose answer was lost is this apply's own: deletes go on", async () => {
    const lost: Fault = { operation: "ssoAdmin:CreatePermissionSet", kind: "reset-after", nth: 1 };
    const { outcome } = await bench(worldOf(file("Old")), { faults: [lost] }).apply(
      await configOf(textOf(file("New"))),
    );
    expect(outcome).toMatchObject({ failed: [], skipped: [] });
    expect(outcome.done).toHaveLength(4);
  });
});
