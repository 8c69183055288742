import { describe, expect, test } from "vitest";
import { contentOf, hashOf, makePlan, type PlanOptions } from "../../src/engine/plan.ts";
import { address } from "../../src/model/address.ts";
import type { LiveAccess } from "../../src/kinds/views.ts";
import { InvalidConfig } from "../../src/model/errors.ts";
import type { AnyKind } from "../../src/model/kind.ts";
import type { Resource } from "../../src/model/resource.ts";
import { configWith, kindOf, NO_AWS, type NoAws, resource, snapshotOf } from "./madeUp.ts";
import { planned } from "./plans.ts";

async function planOf(
  kinds: readonly AnyKind<NoAws>[],
  sections: Readonly<Record<string, unknown>>,
  live: readonly Resource[] = [],
  options: Partial<PlanOptions<NoAws>> = {},
) {
  const { plan } = await makePlan({
    kinds,
    aws: NO_AWS,
    config: configWith(sections),
    live: { snapshot: snapshotOf(...live), notices: [] },
    organization: null,
    version: "1.2.3",
    now: 0,
    read: { calls: 4, seconds: 2 },
    ...options,
  });
  return plan;
}
const said = ({ changes }: Awaited<ReturnType<typeof planOf>>) =>
  changes.map(({ action, address: at, waits }) => `${action} ${at}${waits === undefined ? "" : ` (${waits})`}`);

const thing = kindOf("thing");
const link = kindOf("link");
const to = (...refs: string[]) => ({ refs: refs.map((key) => address("thing", key)) });

describe("the changes of a plan", () => {
  test("are those that make AWS what the file says, in an order that works", async () => {
    const plan = await planOf([link, thing], { things: { new: {} }, links: { "to-new": to("new") } }, [
      resource("thing", "old"),
      resource("link", "to-old", to("old")),
    ]);
    const order = said(plan);
    expect(order.toSorted()).toEqual([
      "create link:to-new",
      "create thing:new",
      "delete link:to-old",
      "delete thing:old",
    ]);
    expect(order.indexOf("create thing:new")).toBeLessThan(order.indexOf("create link:to-new"));
    expect(order.indexOf("delete link:to-old")).toBeLessThan(order.indexOf("delete thing:old"));
  });

  test("leave alone what the file does not decide, and count only what it decides as read", async () => {
    const plan = await planOf([thing, link], { links: {} }, [resource("thing", "a"), resource("thing", "b")]);
    expect(said(plan)).toEqual([]);
    expect(plan.read).toEqual({ resources: 0, calls: 4, seconds: 2 });
  });

  test("are only those of access that is over, when that is all that is asked for", async () => {
    const kind = kindOf("thing", {
      desired: ({ leaving }) => {
        leaving(address("thing", "over"), { reason: "expired" });
        leaving(address("thing", "replaced"), { reason: "replaced" });
        return [resource("thing", "new")];
      },
    });
    const live = ["over", "replaced", "left-out"].map((key) => resource("thing", key));
    expect(said(await planOf([kind], { things: {} }, live, { onlyExpired: true }))).toEqual(["delete thing:over"]);
    expect(said(await planOf([kind], { things: {} }, live))).toHaveLength(4);
  });
});

describe("a change waits", () => {
  const byHand = kindOf("thing", { madeByHand: { what: "switch it on", link: "https://console.test" } });

  test("for a person who must make the thing, and so does all that needs it, and the notice says where", async () => {
    const far = kindOf("far");
    const plan = await planOf([byHand, link, far], {
      things: { hub: {} },
      links: { spoke: to("hub"), free: {} },
      fars: { rim: { refs: [address("link", "spoke")] } },
    });
    expect(said(plan).toSorted()).toEqual([
      "create far:rim (thing must be there first)",
      "create link:free",
      "create link:spoke (thing must be there first)",
      "create thing:hub (a person must make it)",
    ]);
    expect(plan.notices).toMatchObject([
      { code: "ORG0603", severity: "warning", message: "switch it on; no API does", hint: "https://console.test" },
    ]);
  });

  test("no more once it is there", async () => {
    const plan = await planOf([byHand, link], { things: { hub: {} }, links: { spoke: to("hub") } }, [
      resource("thing", "hub"),
    ]);
    expect(said(plan)).toEqual(["create link:spoke"]);
    expect(plan.notices).toEqual([]);
  });

  test("for what its kind says, and the reason goes on to what needs it", async () => {
    const blocked = kindOf("thing", {
      blocked: ({ key }) => (key === "a" ? "cannot be managed from here" : undefined),
    });
    const plan = await planOf([blocked, link], {
      things: { a: {}, b: {} },
      links: { "to-a": to("a"), "to-b": to("b") },
    });
    expect(said(plan)).toEqual([
      "create thing:a (cannot be managed from here)",
      "create thing:b",
      "create link:to-a (cannot be managed from here)",
      "create link:to-b",
    ]);
  });

  test("not because something else does, when it is the last and cannot be undone", async () => {
    const final = kindOf("final", { irreversible: ["delete"] });
    const plan = await planOf([byHand, final], { things: { hub: {} }, finals: {} }, [resource("final", "old")]);
    expect(said(plan)).toEqual(["create thing:hub (a person must make it)", "delete final:old"]);
  });
});

describe("a plan", () => {
  test("is none when the file cannot be meant: all problems at once", async () => {
    const source = { file: "org.yaml", line: 1, column: 1 };
    const kind = kindOf("thing", {
      desired: ({ problem }) => {
        for (const message of ["one", "two"]) problem({ code: "ORG0404", message, source });
        return [];
      },
    });
    const refused = planOf([kind], { things: {} });
    await expect(refused).rejects.toBeInstanceOf(InvalidConfig);
    await expect(refused).rejects.toMatchObject({ problems: [{ message: "one" }, { message: "two" }] });
  });

  test("hands on the notices of the read first, then those of the file", async () => {
    const notice = (message: string) => ({ code: "ORG0603", severity: "info", message }) as const;
    const kind = kindOf("thing", { desired: ({ notice: say }) => (say(notice("of the file")), []) });
    const plan = await planOf([kind], { things: {} }, [], {
      live: { snapshot: new Map(), notices: [notice("of the read")] },
    });
    expect(plan.notices.map(({ message }) => message)).toEqual(["of the read", "of the file"]);
  });

  test("has a digest of what it says, not of when and by whom it was made", async () => {
    const file = { things: { a: { title: "x" } } };
    const one = await planOf([thing], file);
    const later = await planOf([thing], file, [], {
      now: 86_400_000,
      version: "9.9.9",
      read: { calls: 9, seconds: 9 },
    });
    const other = await planOf([thing], { things: { a: { title: "y" } } });
    expect(later.digest).toBe(one.digest);
    expect(other.digest).not.toBe(one.digest);
    expect(one.digest).toBe(await hashOf(contentOf(one)));
    // The whole of it has another, so that no byte of it can be edited.
    const { integrity, ...rest } = later;
    expect(integrity).toBe(await hashOf(rest));
    expect(integrity).not.toBe(one.integrity);
  });

  test("asks no rail and refuses nothing where nobody can say who has access", async () => {
    const live = ["a", "b", "c"].map((key) => resource("thing", key));
    const plan = await planOf([thing], { things: {} }, live);
    expect(said(plan)).toHaveLength(3);
    expect(plan.refusals).toEqual([]);
  });

  test("reads who has access only when it takes some away", async () => {
    const file = {
      accounts: { acme: { email: "aws@acme.com", management: true } },
      users: { "ann@acme.com": { givenName: "Ann", familyName: "Li" } },
      permissionSets: { Admin: { managedPolicies: ["AdministratorAccess"] } },
      assignments: [{ users: ["ann@acme.com"], permissionSets: ["Admin"], accounts: ["acme"] }],
    };
    const none = { ...file, assignments: [] };
    const readings = async (before: typeof file | typeof none, wanted: typeof file | typeof none): Promise<number> => {
      let count = 0;
      const access = (known: LiveAccess): LiveAccess => (count++, known);
      await planned(before, wanted, { access });
      return count;
    };
    expect(await readings(none, file)).toBe(0);
    expect(await readings(file, none)).toBe(1);
  });
});

test("a hash is of the canonical JSON, whatever the order of keys", async () => {
  expect(await hashOf({ a: 1, b: [2] })).toBe(await hashOf({ b: [2], a: 1 }));
  expect(await hashOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});
