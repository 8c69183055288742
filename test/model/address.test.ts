import fc from "fast-check";
import { expect, test } from "vitest";
import { address } from "../../src/model/address.ts";

test.each([
  [["account", "acme-dev"], "account:acme-dev"],
  [["assignment", "group/admins", "Admin", "acme"], "assignment:group/admins:Admin:acme"],
  [["account", "a:b"], "account:a%3Ab"],
  [["account", "a%3Ab"], "account:a%253Ab"],
  [["organization"], "organization"],
] as const)("%j is %s", ([kind, ...parts], text) => {
  expect(address(kind, ...parts)).toBe(text);
});

test("two things never share an address", () => {
  const part = fc.string({ unit: fc.constantFrom("a", ":", "%", "3", "A", "25"), maxLength: 4 });
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(parts, parts, (left, right) => {
      const same = JSON.stringify(left) === JSON.stringify(right);
      expect(address("kind", ...left) === address("kind", ...right)).toBe(same);
    }),
    { numRuns: 2_000 },
  );
});
