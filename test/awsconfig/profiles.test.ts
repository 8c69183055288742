import { describe, expect, test } from "vitest";
import { plainName, profilesOf, sectionsFor, sessionName, usageOf } from "../../src/awsconfig/profiles.ts";
import type { Reached } from "../../src/awsconfig/reach.ts";

const reached = (account: string, ...permissionSets: string[]): Reached => ({
  account,
  id: "222233334444",
  permissionSets,
});
const namesOf = (accounts: readonly Reached[], template?: string): string[] =>
  profilesOf(accounts, template).map(({ name }) => name);

describe("names", () => {
  test("are the account's, with the permission set's where there are several", () => {
    expect(namesOf([reached("acme", "Admin"), reached("acme-dev", "Admin", "Read")])).toEqual([
      "acme",
      "acme-dev-Admin",
      "acme-dev-Read",
    ]);
    expect(namesOf([reached("acme", "Admin")], "x.{permissionSet}_{account}")).toEqual(["x.Admin_acme"]);
  });

  test("have only what every tool reads", () => {
    expect(namesOf([reached("Acme Dev (old)", "Data+Ops@x")], "{account}-{permissionSet}")).toEqual([
      "Acme-Dev-old-Data-Ops-x",
    ]);
    expect(plainName("ünï $& x")).toBe("n-x");
    expect(namesOf([reached("$& $1", "Admin")])).toEqual(["1"]);
  });

  test("that two would have are refused, with both", () => {
    expect(() => namesOf([reached("a b", "Admin"), reached("a-b", "Read")])).toThrow(
      "Admin in a b and Read in a-b would both be [profile a-b]",
    );
    expect(() => namesOf([reached("a", "Admin"), reached("b", "Admin")], "{permissionSet}")).toThrow(
      "Admin in a and Admin in b would both be [profile Admin]",
    );
    expect(() => namesOf([reached("a", "Admin", "Read")], "{account}")).toThrow("would both be [profile a]");
  });

  test.each([["default"], ["__proto__"], ["日本"]])("%s is none", (account) => {
    expect(() => namesOf([reached(account, "Admin")])).toThrow("which not every AWS tool reads as a profile");
  });

  test.each(["{acount}", "a b", "{account}/{permissionSet}", "{account}'"])("%s is no template", (template) => {
    expect(() => namesOf([], template)).toThrow(`--name ${template} has more in it`);
  });
});

test("an account without an id has none", () => {
  expect(profilesOf([{ account: "new", id: undefined, permissionSets: ["Admin"] }], undefined)).toEqual([]);
});

test("the session is called as the management account, else as the start URL begins", () => {
  expect(sessionName("Acme Inc.", "https://x.awsapps.com/start")).toBe("Acme-Inc.");
  expect(sessionName(undefined, "https://acme.awsapps.com/start")).toBe("acme");
  expect(sessionName("日本", "https://d-906.awsapps.com/start")).toBe("d-906");
});

test("nobody needs a session without profiles", () => {
  const login = { session: "acme", startUrl: "https://acme.awsapps.com/start", region: "us-east-1" };
  expect(sectionsFor([], login, "eu-west-1")).toEqual([]);
  const [session, profile] = sectionsFor(profilesOf([reached("acme", "Admin")], undefined), login, "eu-west-1");
  expect(session?.keys.get("sso_region")).toBe("us-east-1");
  expect(profile?.keys.get("region")).toBe("eu-west-1");
});

describe("stages", () => {
  const usage = (...accounts: Reached[]) => usageOf(profilesOf(accounts, undefined), "acme");

  test("are what stands behind the session's name, or the tag", () => {
    expect(
      usage(reached("acme", "Admin"), reached("acme-production", "Admin"), reached("acme-dev", "Admin", "Read")),
    ).toEqual({ usual: "acme-dev-Admin", stages: new Map([["production", "acme-production"]]) });
    expect(usage({ ...reached("Live", "Admin"), stage: "prod" }, { ...reached("Try", "Admin"), stage: "qa" })).toEqual({
      usual: "Try",
      stages: new Map([["prod", "Live"]]),
    });
  });

  test("are none where names say nothing", () => {
    expect(usage(reached("one", "Admin"), reached("two", "Admin"))).toEqual({ usual: "one", stages: new Map() });
  });
});
