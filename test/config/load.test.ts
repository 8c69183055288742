import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readJson } from "../../src/config/json.ts";
import { loadConfig } from "../../src/config/load.ts";
import { nearest } from "../../src/config/nearest.ts";
import { accountsSection } from "../../src/kinds/account.ts";
import { groupsSection } from "../../src/kinds/group.ts";
import { usersSection } from "../../src/kinds/user.ts";
import { codesOf, filesIn, filesOf, outcomeOf } from "./files.ts";

const load = (text: string, others: Readonly<Record<string, string>> = {}) =>
  loadConfig("org.yaml", filesOf({ "org.yaml": text, ...others }));

const ACCOUNTS = "version: 1\naccounts:\n  acme: { email: aws@acme.com, management: true }\n";

describe("values", () => {
  test("text means what is written", async () => {
    const config = await load(
      [
        "version: 1",
        "groups:",
        "  012345678901: { description: NO }",
        "  190:20:30: { description: 2012-10-17 }",
        "  true: { description: true }",
        '  "1": { description: 0x1F }',
        "  1e3: { description: .5 }",
        "  toString: { description: Null }",
        "",
      ].join("\n"),
    );
    expect(Object.entries(groupsSection.of(config) ?? {})).toEqual([
      ["1", { description: "0x1F" }],
      ["012345678901", { description: "NO" }],
      ["190:20:30", { description: "2012-10-17" }],
      ["true", { description: "true" }],
      ["1e3", { description: ".5" }],
      ["toString", { description: "Null" }],
    ]);
  });

  test("true and numbers are such only where they are wanted", async () => {
    const config = await load(`${ACCOUNTS}  acme-dev: { email: aws+dev@acme.com, id: 000000000012, closed: false }\n`);
    expect(config.sections["version"]).toBeUndefined();
    expect(accountsSection.of(config)?.["acme"]?.management).toBe(true);
    expect(accountsSection.of(config)?.["acme-dev"]).toEqual({
      email: "aws+dev@acme.com",
      id: "000000000012",
      closed: false,
    });
  });

  test("a policy in place keeps all scalars as text, and empty text in quotes is a value", async () => {
    const config = await load(
      'version: 1\npermissionSets:\n  A:\n    tags: { empty: "" }\n    inlinePolicy:\n      content: { a: [true, 1, { b: 012 }] }\n',
    );
    expect(config.sections["permissionSets"]).toEqual({
      A: { tags: { empty: "" }, inlinePolicy: { content: { a: ["true", "1", { b: "012" }] } } },
    });
  });

  test("maps of people's own keys inherit nothing", async () => {
    const config = await load("version: 1\nusers: {}\n");
    expect(usersSection.of(config)?.["toString"]).toBeUndefined();
    expect(groupsSection.of(config)).toBeUndefined();
  });

  test("comments, block and flow style, folded text, a byte order mark and Windows line ends are all fine", async () => {
    const text =
      "\ufeff--- # one\nversion: 1\ngroups:\n  ? admins\n  : description: >-\n      People who\n      look after AWS\n    members: [\n      'dax@acme.com',\n    ]\n...\n";
    for (const written of [text, text.replaceAll("\n", "\r\n")]) {
      const config = await load(written);
      expect(groupsSection.of(config)).toEqual({
        admins: { description: "People who look after AWS", members: ["dax@acme.com"] },
      });
      expect(config.at(["groups", "admins"])).toEqual({ file: "org.yaml", line: 4, column: 5, endColumn: 11 });
    }
  });
});

describe("places", () => {
  const text =
    "version: 1\naccounts:\n  acme:\n    email: aws@acme.com\n    management: true\nassignments:\n  - users: [a@b.c]\n    permissionSets: [A]\n    accounts: [acme]\n";

  test("text stands where it is written, an entry at its key, an item where it begins", async () => {
    const config = await load(text);
    const at = (...path: (string | number)[]) => {
      const { line, column, endColumn } = config.at(path);
      return `${line}:${column}-${endColumn}`;
    };
    expect(at("accounts", "acme", "email")).toBe("4:12-24");
    expect(at("accounts", "acme")).toBe("3:3-7");
    expect(at("accounts")).toBe("2:1-9");
    expect(at("assignments", 0)).toBe("7:5-10");
    expect(at("assignments", 0, "accounts", 0)).toBe("9:16-20");
    expect(at("assignments", 0, "accounts")).toBe("9:5-13");
  });

  test("what is not in the file stands at the nearest thing around it", async () => {
    const config = await load(text);
    expect(config.at(["accounts", "acme", "tags", "stage"])).toMatchObject({ line: 3, column: 3 });
    expect(config.at(["accounts", "other"])).toMatchObject({ line: 2, column: 1 });
    expect(config.at(["users"])).toEqual({ file: "org.yaml", line: 1, column: 1 });
  });
});

describe("files that org.yaml names", () => {
  const text = "version: 1\npermissionSets:\n  A: { inlinePolicy: { file: policies/a.json } }\n";

  test("are read as JSON, once, relative to org.yaml", async () => {
    const reads: string[] = [];
    const twice = `${text}  B: { inlinePolicy: { file: policies/a.json } }\n`;
    const config = await loadConfig("infra/org.yaml", {
      read: (path) => {
        reads.push(path);
        return path === "infra/org.yaml" ? twice : '\ufeff{ "Statement": [] }';
      },
      realPath: (path) => `/real/${path}`,
      list: () => [],
    });
    expect(reads).toEqual(["infra/org.yaml", "/real/infra/policies/a.json"]);
    for (const key of ["A", "B"]) {
      expect(config.document(["permissionSets", key, "inlinePolicy", "file"])).toEqual({ Statement: [] });
    }
    expect(() => config.document(["permissionSets", "C"])).toThrow("permissionSets.C");
  });

  test("stay inside its folder, also behind links, and are small", async () => {
    const read = (real: string, content: string) =>
      outcomeOf({
        read: (path) => (path === "org.yaml" ? text : content),
        realPath: (path) => (path === "." ? "/org" : real),
        list: () => [],
      });
    expect((await read("/org/policies/a.json", "{}")).invalid).toBeUndefined();
    expect((await read("/org-other/a.json", "{}")).invalid?.problems[0]?.message).toMatch(/behind a link/);
    expect((await read("/secrets", "{}")).invalid?.problems[0]?.message).toMatch(/behind a link/);
    const large = `{ "a": "${"x".repeat(1024 * 1024)}" }`;
    expect((await read("/org/policies/a.json", large)).invalid?.problems[0]?.message).toMatch(/1 MiB/);
  });

  test("are measured as AWS does, without white space", async () => {
    const policy = (length: number) => `{  "a":\n"${"x".repeat(length - 8)}  " }`;
    expect(await codesOf(text, { "policies/a.json": policy(10_240) })).toEqual([]);
    expect(await codesOf(text, { "policies/a.json": policy(10_241) })).toEqual(["3:30 ORG0308"]);
  });
});

describe("org.yaml itself", () => {
  test("cannot be missing", async () => {
    const { invalid } = await outcomeOf(filesOf({}));
    expect(invalid?.problems).toMatchObject([{ code: "ORG0101", source: { file: "org.yaml", line: 1, column: 1 } }]);
    expect(invalid?.problems[0]?.message).toContain("there is no such file");
  });

  test("cannot be larger than 4 MiB", async () => {
    expect(await codesOf(`version: 1\n# ${"x".repeat(4 * 1024 * 1024)}\n`)).toEqual(["1:1 ORG0105"]);
  });

  test.each(["guide", "company"])("the example %s is valid, also for an editor's schema", async (name) => {
    const folder = join(import.meta.dirname, "../../examples", name);
    const { config, invalid } = await outcomeOf(filesIn(folder));
    expect(invalid?.problems).toBeUndefined();
    expect(Object.keys(config?.sections ?? {})).toContain("accounts");
    expect(await readFile(join(folder, "org.yaml"), "utf8")).toMatch(/^# yaml-language-server: \$schema=/);
  });
});

describe("large files", () => {
  const cpuMs = async (work: () => Promise<unknown>) => {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  // Far above what they take, so that a slow machine does not fail; far below anything quadratic.
  const LIMIT_MS = 10_000;

  test("16,000 assignments and 5,000 users load", async () => {
    const users = Array.from({ length: 5000 }, (_, i) => `  u${i}@acme.com: { givenName: G${i}, familyName: F${i} }\n`);
    const assignments = Array.from(
      { length: 16_000 },
      (_, i) =>
        `  - users: [u${i % 5000}@acme.com]\n    permissionSets: [S${Math.floor(i / 5000)}]\n    accounts: [a${i % 300}]\n`,
    );
    const text = `${ACCOUNTS}users:\n${users.join("")}assignments:\n${assignments.join("")}`;
    expect(await cpuMs(() => load(text))).toBeLessThan(LIMIT_MS);
  });

  test("20,000 keys that stand twice, and 20,000 unknown keys, are all reported", async () => {
    const twice = `version: 1\ngroups:\n${"  a: {}\n".repeat(20_001)}`;
    const unknown = `version: 1\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join("")}`;
    for (const text of [twice, unknown]) {
      let codes: string[] = [];
      expect(await cpuMs(async () => (codes = await codesOf(text)))).toBeLessThan(LIMIT_MS);
      expect(codes).toHaveLength(20_000);
    }
  });

  test.each([
    ["[", 200_000],
    ["{a: ", 100_000],
    ["- ", 100_000],
    ["? ", 100_000],
    ["a: ", 100_000],
    ["&a ", 100_000],
    ["---\n", 100_000],
    ["%a\n", 100_000],
    ["]", 100_000],
    ["a: [", 50_000],
    ["'", 500_001],
    ["\t", 500_000],
  ])("%j again and again is refused in no time", async (part, times) => {
    let codes: string[] = [];
    expect(await cpuMs(async () => (codes = await codesOf(`version: 1\nx: ${part.repeat(times)}`)))).toBeLessThan(
      LIMIT_MS,
    );
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.length).toBeLessThan(30);
  });
});

describe("the word that was meant", () => {
  test.each([
    ["metadata", ["metadpata"], "metadpata"],
    ["Admins", ["admin", "admins"], "admins"],
    ["kim@acme.com", ["dax@acme.com"], undefined],
    ["dxa@acme.com", ["kim@acme.com", "dax@acme.org"], undefined],
    ["dac@acme.com", ["kim@acme.com", "dax@acme.com"], "dax@acme.com"],
    ["a", ["b", "c"], undefined],
    ["x".repeat(200), ["x".repeat(199)], undefined],
  ])("%s among %j is %s", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});

describe("JSON", () => {
  test.each(['{"a":[1,-2.5e3,true,false,null,"\\u0041\\n\\""]}', " [ ] ", '"x"', "0", '{"a":{"b":{}}}'])(
    "%s",
    (text) => {
      expect(readJson(text)).toEqual({ value: JSON.parse(text) as unknown });
    },
  );

  test.each([
    ["", 0],
    ["{", 1],
    ["[1,]", 3],
    ['{"a" 1}', 5],
    ['{"a":1 "b":2}', 7],
    ["[1 2]", 3],
    ["01", 1],
    ["{'a':1}", 1],
    ['"\\x"', 0],
    ['{"a":1,"a":2}', 7],
    ["[".repeat(65), 64],
    ["nul", 0],
    ["1 2", 2],
  ])("%j goes wrong at %i", (text, offset) => {
    expect(readJson(text)).toMatchObject({ offset });
  });
});
