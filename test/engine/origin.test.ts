import { describe, expect, test } from "vitest";
import { planned } from "./plans.ts";

const person = (title: string) => ({ givenName: "A", familyName: "B", title });
const file = (users: Readonly<Record<string, string>>, more: File = {}): File => ({
  users: Object.fromEntries(Object.entries(users).map(([name, title]) => [`${name}@acme.com`, person(title)])),
  ...more,
});

/** Whose doing each change is, by its user. */
type File = Parameters<typeof planned>[0];

async function origins(live: File, wanted: File, base: File): Promise<Record<string, string | undefined>> {
  const { plan } = await planned(live, wanted, { base });
  return Object.fromEntries(plan.changes.map(({ key, action, origin }) => [`${action} ${key}`, origin]));
}

describe("where a difference comes from", () => {
  test("this change of the file: new, other, and gone", async () => {
    const before = file({ a: "one", b: "one" });
    expect(await origins(before, file({ a: "two", c: "new" }), before)).toEqual({
      "update a@acme.com": "file",
      "create c@acme.com": "file",
      "delete b@acme.com": "file",
    });
  });

  test("somebody's edit in AWS: the file says what it said", async () => {
    const said = file({ a: "one", b: "one" });
    expect(await origins(file({ a: "by hand", c: "by hand" }), said, said)).toEqual({
      "update a@acme.com": "aws",
      "create b@acme.com": "aws",
      "delete c@acme.com": "aws",
    });
  });

  test("both, when some fields are the one and some the other", async () => {
    const live = file({ a: "by hand" });
    const wanted = { users: { "a@acme.com": { ...person("one"), nickName: "Al" } } };
    expect(await origins(live, wanted, file({ a: "one" }))).toEqual({ "update a@acme.com": "both" });
  });

  test("a value that both have changed is the file's, since it is the one that wins", async () => {
    expect(await origins(file({ a: "by hand" }), file({ a: "two" }), file({ a: "one" }))).toEqual({
      "update a@acme.com": "file",
    });
  });

  test("not managed before: the section is new, or a pattern of ignore: is gone", async () => {
    const live = file({ a: "one" });
    expect(await origins(live, file({}), { groups: {} })).toEqual({ "delete a@acme.com": "unmanaged" });
    expect(await origins(live, file({}), { ...file({}), ignore: { users: ["a*"] } })).toEqual({
      "delete a@acme.com": "unmanaged",
    });
    expect(await origins(live, file({ a: "one", b: "new" }), { groups: {} })).toEqual({ "create b@acme.com": "file" });
  });

  test("without a base nobody knows", async () => {
    const { plan } = await planned(file({ a: "one" }), file({ a: "two" }));
    expect(plan.changes.map((change) => "origin" in change)).toEqual([false]);
  });
});
