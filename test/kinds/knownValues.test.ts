import { expect, test } from "vitest";
import { AWS_POLICIES, POLICY_TYPE_NAMES, REGIONS, SERVICES } from "../../src/kinds/knownValues.ts";
import { codesOf } from "../config/files.ts";

test("what AWS takes is valid", async () => {
  const policies = POLICY_TYPE_NAMES.map((type) => [type, { type, content: { a: "b" } }]);
  const permissionSets = Object.fromEntries(
    AWS_POLICIES.map((name, index) => [`set-${index}`, { managedPolicies: [name] }]),
  );
  const file = { policies: Object.fromEntries(policies) as object, permissionSets, trustedServices: SERVICES };
  expect(await codesOf(textOf(file))).toEqual([]);
});

test.each([...REGIONS, "sa-west-1", "ap-northwest-2"])("the Region %s is valid", async (region) => {
  expect(await codesOf(textOf({ identityCenter: { region } }))).toEqual([]);
});

/** YAML has JSON in it; the version is the file's one number. */
const textOf = (sections: Readonly<Record<string, unknown>>): string =>
  `version: 1\n${Object.entries(sections)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join("")}`;
