import {
  paginateListAccounts,
  paginateListAccountsForParent,
  paginateListChildren,
  paginateListOrganizationalUnitsForParent,
} from "@aws-sdk/client-organizations";
import fc from "fast-check";
import { expect, test } from "vitest";
import { refused, start } from "./harness.ts";

const where = fc.nat(4);
const step = fc.oneof(
  fc.record({ verb: fc.constant("add unit"), at: where, name: fc.constantFrom("a", "b") }),
  fc.record({ verb: fc.constant("remove unit"), at: where, name: fc.constant("") }),
  fc.record({ verb: fc.constant("add account"), at: where, name: fc.constantFrom("x", "y", "z") }),
  fc.record({ verb: fc.constant("move account"), at: where, name: fc.constant("") }),
);

/** Everything on all pages. */
async function all<P, T>(pages: AsyncIterable<P>, pick: (page: P) => T[] | undefined): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...(pick(page) ?? []));
  return items;
}

test("after any changes, every list and every path tells of the same tree", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 16 }), fc.boolean(), async (steps, raggedPages) => {
      const { organizations, root, management, create, world } = start(undefined, { raggedPages });
      const parents = new Map<string, string>([[management, root]]);
      const units = [root];
      for (const { verb, at, name } of steps) {
        const place = units[at % units.length]!;
        const accounts = [...parents.keys()].filter((id) => !id.startsWith("ou-"));
        if (verb === "add unit") {
          try {
            const made = await organizations.createOrganizationalUnit({ ParentId: place, Name: name });
            parents.set(made.OrganizationalUnit!.Id!, place);
            units.push(made.OrganizationalUnit!.Id!);
          } catch (error) {
            expect((error as Error).name).toMatch(/^(DuplicateOrganizationalUnit|ConstraintViolation)Exception$/);
          }
        } else if (verb === "remove unit" && place !== root) {
          const remove = organizations.deleteOrganizationalUnit({ OrganizationalUnitId: place });
          if ([...parents.values()].includes(place)) await refused(remove, "OrganizationalUnitNotEmptyException");
          else {
            await remove;
            parents.delete(place);
            units.splice(units.indexOf(place), 1);
          }
        } else if (verb === "add account") {
          const { AccountId, FailureReason } = await create(name, `${name}@acme.com`);
          if (AccountId) parents.set(AccountId, root);
          else expect(FailureReason).toBe("EMAIL_ALREADY_EXISTS");
        } else if (verb === "move account") {
          const AccountId = accounts[at % accounts.length]!;
          const from = parents.get(AccountId)!;
          const move = organizations.moveAccount({ AccountId, SourceParentId: from, DestinationParentId: place });
          if (from === place) await refused(move, "DuplicateAccountException");
          else await move;
          parents.set(AccountId, place);
        }
      }
      const seen = new Map<string, string>();
      const client = organizations;
      for (const ParentId of units) {
        const accounts = await all(paginateListAccountsForParent({ client }, { ParentId }), ({ Accounts }) => Accounts);
        const inside = await all(
          paginateListOrganizationalUnitsForParent({ client }, { ParentId }),
          ({ OrganizationalUnits }) => OrganizationalUnits,
        );
        for (const { Id } of [...accounts, ...inside]) seen.set(Id!, ParentId);
        for (const ChildType of ["ACCOUNT", "ORGANIZATIONAL_UNIT"] as const) {
          const children = await all(
            paginateListChildren({ client }, { ParentId, ChildType }),
            ({ Children }) => Children,
          );
          const listed = ChildType === "ACCOUNT" ? accounts : inside;
          expect(children.map(({ Id }) => Id)).toEqual(listed.map(({ Id }) => Id));
        }
      }
      expect(new Map([...seen].toSorted())).toEqual(new Map([...parents].toSorted()));
      const pathOf = (id: string): string =>
        id === root ? `${world.organization!.id}/${root}/` : `${pathOf(parents.get(id)!)}${id}/`;
      const accounts = await all(paginateListAccounts({ client }, {}), ({ Accounts }) => Accounts);
      for (const { Id, Paths } of accounts) expect(Paths).toEqual([pathOf(Id!)]);
      const emails = accounts.map(({ Email }) => Email!.toLowerCase());
      expect(new Set(emails).size).toBe(emails.length);
    }),
    { numRuns: 40 },
  );
});
