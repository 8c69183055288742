import { describe, expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

/*
 * An account that AWS does not let anybody use is never a target of anything, never makes a failure, and is always
 * explained, whatever the file asks for in it.
 */

const contact = { name: "Sec", title: "Ops", email: "sec@acme.com", phone: "+1 555 0100" };
const deny = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }] };

const before: OrgFile = {
  accounts: {
    acme: { email: "aws@acme.com", management: true },
    odd: { email: "aws+odd@acme.com", ou: "Work" },
    dev: { email: "aws+dev@acme.com", ou: "Work" },
  },
  organizationalUnits: { Work: {} },
  groups: { admins: {}, readers: {} },
  permissionSets: { Admin: {}, Read: {} },
  assignments: [{ groups: ["readers"], permissionSets: ["Read"], accounts: ["odd", "dev"] }],
  trustedServices: ["account.amazonaws.com", "guardduty.amazonaws.com"],
};

const wanted = (closed: boolean) => ({
  ...before,
  accounts: {
    ...before.accounts,
    odd: {
      email: "aws+odd@acme.com",
      ou: "Work",
      ...(closed ? { closed: true } : {}),
      contacts: { security: contact },
    },
    dev: { email: "aws+dev@acme.com", ou: "Work", contacts: { security: contact } },
  },
  policies: {
    // What the file says is closed cannot be named here, nor in the two below: its own rules say so.
    deny: {
      type: "SERVICE_CONTROL_POLICY",
      content: deny,
      targets: closed ? ["account:dev"] : ["account:odd", "account:dev"],
    },
  },
  permissionSets: { Admin: { sessionDuration: "2h" }, Read: { sessionDuration: "2h" } },
  assignments: [
    { groups: ["admins"], permissionSets: ["Admin"], accounts: closed ? ["dev"] : ["odd", "dev"] },
    { groups: ["admins"], permissionSets: ["Read"], ous: ["Work"] },
  ],
  delegatedAdministrators: { "guardduty.amazonaws.com": closed ? ["dev"] : ["odd", "dev"] },
});

describe.each(["SUSPENDED", "PENDING_ACTIVATION", "PENDING_CLOSURE", "CLOSED"] as const)(
  "an account that is %s",
  (state) => {
    const closed = state === "CLOSED" || state === "PENDING_CLOSURE";

    const world = () => {
      const made = worldOf(before);
      const odd = Object.values(made.organization?.accounts ?? {}).find(({ name }) => name === "odd");
      if (odd === undefined) throw new Error("the world has it");
      odd.state = state;
      // For good: nothing of this is about how long closing takes.
      if (state === "PENDING_CLOSURE") odd.closesAt = Number.MAX_SAFE_INTEGER;
      return made;
    };

    test("is no target, makes no failure, and is explained", async () => {
      const there = bench(world());
      const config = await configOf(textOf(wanted(closed)));
      const { plan, outcome } = await there.apply(config);
      expect(plan.changes.filter(({ address }) => /(?:^|[:%3A])odd(?:$|:)/.test(address))).toEqual([]);
      expect(outcome).toMatchObject({ failed: [], skipped: [], waiting: [], left: [] });
      const told = plan.notices.filter(
        ({ message }) => message.includes("odd") && (message.includes(state) || message.includes("closed: true")),
      );
      // Once for itself where the file does not say that it is closed, and once for each thing that was asked for in it.
      const places = new Set(told.map(({ source }) => source?.line));
      expect(places.size).toBeGreaterThanOrEqual(closed ? 2 : 5);
      const left = plan.notManaged.filter(({ label }) => label.includes("odd"));
      expect(left).toMatchObject([{ label: "readers \u2192 Read \u2192 odd", reason: expect.stringContaining(state) }]);
      const sent = there.calls.filter(({ access }) => access === "write");
      expect(sent.length).toBeGreaterThan(5);
      expect((await there.plan(config)).plan.changes).toEqual([]);
    });
  },
);
