import {
  paginateListAccounts,
  paginateListAccountsForParent,
  paginateListChildren,
  paginateListOrganizationalUnitsForParent,
} from "@aws-sdk/client-organizations";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { start } from "./harness.ts";

const step = fc.record({
  verb: fc.constantFrom("add unit", "remove unit", "add account", "move account"),
  at: fc.nat(6),
  name: fc.constantFrom("a", "b"),
});

/** How a call ended: well, or with which error. */
const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "done",
    (error: Error) => error.name,
  );

/** Everything on all pages. */
async function all<P, T>(pages: AsyncIterable<P>, pick: (page: P) => T[] | undefined): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...(pick(page) ?? []));
  return items;
}

/** A sandbox, and what it should have in it by what was asked for. */
function model(raggedPages: boolean) {
  const started = start(undefined, { raggedPages });
  const { organizations, root, management, create, world } = started;
  const names = new Map([[root, "Root"]]);
  const accounts = [management];
  const parents = new Map([[management, root]]);
  const inside = (id: string) => [...parents.keys()].filter((child) => parents.get(child) === id);
  const pathOf = (id: string): string =>
    id === root ? `${world.organization!.id}/${root}/` : `${pathOf(parents.get(id)!)}${id}/`;

  const verbs = {
    "add unit": async (place: string, _at: number, Name: string) => {
      const expected = inside(place).some((id) => names.get(id) === Name)
        ? "DuplicateOrganizationalUnitException"
        : pathOf(place).split("/").length > 7
          ? "ConstraintViolationException"
          : "done";
      const made = organizations.createOrganizationalUnit({ ParentId: place, Name });
      const actual = await outcome(made);
      if (actual === "done") {
        const { Id } = (await made).OrganizationalUnit!;
        parents.set(Id!, place);
        names.set(Id!, Name);
      }
      return { actual, expected };
    },
    "remove unit": async (place: string) => {
      const empty = inside(place).length === 0;
      const error = place === root ? "InvalidInputException" : "OrganizationalUnitNotEmptyException";
      const actual = await outcome(organizations.deleteOrganizationalUnit({ OrganizationalUnitId: place }));
      if (actual === "done") {
        parents.delete(place);
        names.delete(place);
      }
      return { actual, expected: place !== root && empty ? "done" : error };
    },
    "add account": async (_place: string, at: number) => {
      const taken = accounts
        .map((id) => world.organization!.accounts[id]!.email.toLowerCase())
        .includes(`${at}@acme.com`);
      const { AccountId, FailureReason: actual } = await create("account", `${at}@ACME.com`);
      if (AccountId !== undefined) {
        accounts.push(AccountId);
        parents.set(AccountId, root);
      }
      return { actual, expected: taken ? "EMAIL_ALREADY_EXISTS" : undefined };
    },
    "move account": async (place: string, at: number) => {
      const AccountId = accounts[at % accounts.length]!;
      const from = parents.get(AccountId)!;
      const move = { AccountId, SourceParentId: from, DestinationParentId: place };
      const actual = await outcome(organizations.moveAccount(move));
      parents.set(AccountId, place);
      return { actual, expected: from === place ? "DuplicateAccountException" : "done" };
    },
  };
  return { ...started, names, parents, pathOf, verbs };
}

test("after any changes, every list and every path tells of the same tree", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), fc.boolean(), async (steps, raggedPages) => {
      const { organizations: client, names, parents, pathOf, verbs } = model(raggedPages);
      for (const { verb, at, name } of steps) {
        const units = [...names.keys()];
        const { actual, expected } = await verbs[verb](units[at % units.length]!, at, name);
        expect(actual).toBe(expected);
      }
      const seen: [string, string][] = [];
      for (const ParentId of names.keys()) {
        const accounts = await all(paginateListAccountsForParent({ client }, { ParentId }), ({ Accounts }) => Accounts);
        const units = await all(
          paginateListOrganizationalUnitsForParent({ client }, { ParentId }),
          ({ OrganizationalUnits }) => OrganizationalUnits,
        );
        const children = [];
        for (const ChildType of ["ACCOUNT", "ORGANIZATIONAL_UNIT"] as const) {
          const input = { ParentId, ChildType };
          children.push(...(await all(paginateListChildren({ client }, input), ({ Children }) => Children)));
        }
        const listed = [...accounts, ...units].map(({ Id }) => Id!);
        expect(children.map(({ Id }) => Id)).toEqual(listed);
        for (const { Id, Path } of units) expect(Path).toBe(pathOf(Id!));
        for (const id of listed) seen.push([id, ParentId]);
      }
      expect(new Map(seen)).toEqual(parents);
      expect(seen).toHaveLength(parents.size);
      const accounts = await all(paginateListAccounts({ client }, {}), ({ Accounts }) => Accounts);
      for (const { Id, Paths } of accounts) expect(Paths).toEqual([pathOf(Id!)]);
      const emails = accounts.map(({ Email }) => Email!.toLowerCase());
      expect(new Set(emails).size).toBe(emails.length);
    }),
    { numRuns: 60 },
  );
});
