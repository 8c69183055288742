import { describe, expect, test } from "vitest";
import { InvalidConfig } from "../../src/model/errors.ts";
import { bench, configOf } from "../support/engine.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { codesOf } from "./files.ts";

const live = {
  accounts: {
    acme: { email: "aws@acme.com", management: true },
    "test-*": { email: "aws+star@acme.com" },
    "test-one": { email: "aws+one@acme.com" },
  },
  users: { "*@acme.com": { givenName: "Ann", familyName: "Lee" } },
  groups: { "all*": { members: ["*@acme.com"] } },
  permissionSets: { Admin: { managedPolicies: ["AdministratorAccess"] } },
};
const assignments = [{ users: ["*@acme.com"], groups: ["all*"], permissionSets: ["Admin"], accounts: ["test-*"] }];

describe("a name with a * in it", () => {
  test("is the name of the thing that the file lists", async () => {
    const text = textOf({ ...live, assignments });
    expect(await codesOf(text)).toEqual([]);
    const { plan } = await bench(worldOf(live)).plan(await configOf(text));
    expect(plan.changes.map(({ address }) => address)).toEqual([
      "assignment:user/*@acme.com:Admin:test-*",
      "assignment:group/all*:Admin:test-*",
    ]);
  });

  test("is the name of the thing that AWS has, which validate cannot see", async () => {
    const text = `version: 1\nassignments: ${JSON.stringify(assignments)}\n`;
    expect(await codesOf(text)).toEqual(["2:25 ORG0301", "2:49 ORG0301", "2:96 ORG0301"]);
    const { plan } = await bench(worldOf(live)).plan(await configOf(text));
    expect(plan.changes).toHaveLength(2);
  });

  test("is no pattern in a plan either", async () => {
    const text = `version: 1\nassignments: ${JSON.stringify([{ groups: ["all*"], permissionSets: ["Admin"], accounts: ["test-on*"] }])}\n`;
    const planned = bench(worldOf(live)).plan(await configOf(text));
    await expect(planned).rejects.toBeInstanceOf(InvalidConfig);
    const { problems } = (await planned.catch((error: unknown) => error)) as InvalidConfig;
    expect(problems).toMatchObject([
      { code: "ORG0401", hint: "names have no patterns here: list each name", didYouMean: "test-one" },
    ]);
  });
});
