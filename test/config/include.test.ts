import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ConfigFiles } from "../../src/config/load.ts";
import { assignmentsSection } from "../../src/kinds/assignment.ts";
import { groupsSection } from "../../src/kinds/group.ts";
import { permissionSetsSection } from "../../src/kinds/permissionSet.ts";
import { sections } from "../../src/kinds/sections.ts";
import type { Problem } from "../../src/model/problem.ts";
import { inFolder, run } from "../support/io.ts";
import { filesIn, filesOf, outcomeOf } from "./files.ts";

type Contents = Readonly<Record<string, string>>;

/** An org.yaml that only includes. */
const including = (...entries: (string | object)[]) => `version: 1\ninclude: ${JSON.stringify(entries)}\n`;
/** A file with these groups. */
const groups = (...names: string[]) => `version: 1\ngroups:\n${names.map((name) => `  ${name}: {}\n`).join("")}`;

async function load(contents: Contents) {
  const { config, invalid } = await outcomeOf(filesOf(contents));
  if (config === undefined) throw invalid;
  return config;
}

/** The groups of all files, in their order. */
const groupsOf = async (contents: Contents) => Object.keys(groupsSection.of(await load(contents)) ?? {});

const problemsIn = async (files: ConfigFiles) => (await outcomeOf(files)).invalid?.problems ?? [];
const placeOf = ({ file, line, column }: Problem["source"]) => `${file}:${line}:${column}`;

/** Each problem in a line, with the second place behind it. */
async function linesOf(files: ConfigFiles): Promise<string[]> {
  return (await problemsIn(files)).map(({ code, message, source, related }) => {
    const other = related === undefined ? "" : `, ${related.message} ${placeOf(related.source)}`;
    return `${placeOf(source)} ${code} ${message}${other}`;
  });
}

/** A folder on disk; what a name with `->` in it has is where the link goes. */
async function writeAll(folder: string, contents: Contents): Promise<void> {
  for (const [name, content] of Object.entries(contents)) {
    const [path = "", target] = name.split(" -> ");
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await (target === undefined ? writeFile(join(folder, path), content) : symlink(target, join(folder, path)));
  }
}

describe("patterns", () => {
  const tree: Contents = {
    "people/b.yaml": groups("b"),
    "people/a.yaml": groups("a"),
    "people/.hidden.yaml": groups("hidden"),
    "people/old/c.yaml": groups("c"),
    "teams/x/org.yaml": groups("x"),
    "teams/y/org.yaml": groups("y"),
    "teams/README.md": "# Teams",
    "teams.yaml": groups("teams"),
    "a+b.yaml": groups("plus"),
  };

  test.each<[string[], string[]]>([
    [["teams.yaml"], ["teams"]],
    [["./teams.yaml"], ["teams"]],
    [["people/*.yaml"], ["a", "b"]],
    [["people/*"], ["a", "b"]],
    [["people/*b*.y*l"], ["b"]],
    [["people/.*.yaml"], ["hidden"]],
    [["*/*/*.yaml"], ["c", "x", "y"]],
    [["teams/*/org.yaml"], ["x", "y"]],
    [["*.yaml"], ["plus", "teams"]],
    [["a+b.yaml"], ["plus"]],
    [
      ["teams.yaml", "people/b.yaml", "people/*.yaml", "./people/a.yaml"],
      ["teams", "b", "a"],
    ],
  ])("%j find the groups %j", async (patterns, expected) => {
    expect(await groupsOf({ ...tree, "org.yaml": including(...patterns) })).toEqual(expected);
  });

  test.each(["none.yaml", "none/*.yaml", "teams.yaml/*.yaml", "people", "people/a*a.yaml", "?eams.yaml", "org.yaml"])(
    "%s finds nothing, which is an error in org.yaml",
    async (pattern) => {
      const files = filesOf({ ...tree, "org.yaml": including("teams.yaml", pattern) });
      expect(await linesOf(files)).toEqual([`org.yaml:2:24 ORG0309 no file matches \`${pattern}\``]);
    },
  );

  test.each([
    "../x.yaml",
    "people/../teams.yaml",
    "/etc/x.yaml",
    "C:/x.yaml",
    "people\\a.yaml",
    "**/*.yaml",
    "people/",
    "a//b",
  ])("%s is not a pattern", async (pattern) => {
    for (const [entry, column] of [
      [pattern, 11],
      [{ files: pattern, sections: ["groups"] }, 20],
    ] as const) {
      const lines = await linesOf(filesOf({ ...tree, "org.yaml": including(entry) }));
      expect(lines).toEqual([`org.yaml:2:${column} ORG0205 \`${pattern}\` is not a valid file pattern`]);
    }
  });

  test("are relative to org.yaml, wherever that is", async () => {
    await inFolder(async (folder) => {
      await writeAll(folder, {
        "infra/org.yaml": including("people/*.yaml"),
        "infra/people/a.yaml": "version: 1\ngroups: { admins: { colour: blue } }\n",
        "people/b.yaml": "nonsense",
      });
      const { code, stdout } = await run(["validate", "--file", "infra/org.yaml"], { cwd: folder });
      expect(code).toBe(3);
      expect(stdout).toContain("infra/people/a.yaml:2:21  error ORG0201");
      expect(stdout).toContain(" > 2 │ groups: { admins: { colour: blue } }\n");
      expect(stdout).toContain("1 problem in infra/people/a.yaml");
    });
  });

  test("find 1,000 files and no more", async () => {
    const many = (folder: string, count: number): Contents => {
      const names = Array.from({ length: count }, (_, index) => `${folder}${index}`);
      return Object.fromEntries(names.map((name) => [`${folder}/${name}.yaml`, groups(name)]));
    };
    const text = including("a/*", "b/*");
    expect(await groupsOf({ "org.yaml": text, ...many("a", 600), ...many("b", 400) })).toHaveLength(1000);
    for (const [first, second, place] of [
      [1001, 1, "2:11 ORG0207 too many files with what `a/*` finds"],
      [1000, 1, "2:17 ORG0207 too many files with what `b/*` finds"],
    ] as const) {
      const files = filesOf({ "org.yaml": text, ...many("a", first), ...many("b", second) });
      expect(await linesOf(files)).toEqual([`org.yaml:${place}`]);
    }
  });
});

describe("on disk", () => {
  test("links may lead to files in org.yaml's folder, each of which is taken once", async () => {
    await inFolder(async (folder) => {
      await writeAll(folder, {
        "org.yaml": including("links/*.yaml", "groups.yaml"),
        "groups.yaml": groups("admins"),
        "links/a.yaml -> ../groups.yaml": "",
        "links/b.yaml -> ../groups.yaml": "",
        "links/c.yaml -> ../org.yaml": "",
      });
      const { config, invalid } = await outcomeOf(filesIn(folder));
      expect(invalid?.problems).toBeUndefined();
      expect(config?.at(["groups", "admins"])).toMatchObject({ file: "links/a.yaml", line: 3 });
    });
  });

  test("links must not lead out of it", async () => {
    await inFolder(async (folder) => {
      await writeAll(folder, {
        "repository/org.yaml": including("secret.yaml", "elsewhere/*.yaml", "nowhere.yaml"),
        "repository/secret.yaml -> ../secret.yaml": "",
        "repository/elsewhere -> ../outside": "",
        "repository/nowhere.yaml -> gone.yaml": "",
        "secret.yaml": groups("a"),
        "outside/b.yaml": groups("b"),
      });
      const lines = await linesOf(filesIn(join(folder, "repository")));
      expect(lines).toEqual([
        "org.yaml:2:11 ORG0309 `secret.yaml` is, behind a link, outside the folder of org.yaml",
        "org.yaml:2:25 ORG0309 `elsewhere/b.yaml` is, behind a link, outside the folder of org.yaml",
        "org.yaml:2:44 ORG0309 cannot read `nowhere.yaml`: there is no such file",
      ]);
    });
  });
});

test("files and folders that cannot be read are named", async () => {
  const contents = { "org.yaml": including("people/*.yaml", "*/x.yaml", "a.yaml"), "a.yaml": "", "people/a.yaml": "" };
  const { read, list, ...others } = filesOf(contents);
  const denied = (path: string): never => {
    throw Object.assign(new Error(path), { code: "EACCES" });
  };
  const files: ConfigFiles = {
    ...others,
    read: (path) => (path === "a.yaml" ? denied(path) : read(path)),
    list: (path) => (path === "people" ? denied(path) : list(path)),
  };
  expect(await linesOf(files)).toEqual([
    "org.yaml:2:11 ORG0309 cannot read the folder `people`: access denied",
    "org.yaml:2:27 ORG0309 cannot read the folder `people`: access denied",
    "org.yaml:2:38 ORG0309 cannot read `a.yaml`: access denied",
  ]);
});

describe("an included file", () => {
  const lines = (text: string, entry: string | object = "a.yaml") =>
    linesOf(filesOf({ "org.yaml": including(entry), "a.yaml": text }));

  test("has the form of org.yaml, and problems at its own places", async () => {
    expect(await lines("groups: {}\n")).toEqual(["a.yaml:1:1 ORG0202 the file lacks `version`"]);
    expect(await lines("version: 2\ngroups: {}\n")).toEqual(["a.yaml:1:10 ORG0204 `2` is not a valid version"]);
    expect(await lines("version: 1\nusers:\n")).toEqual(["a.yaml:2:1 ORG0208 `users` has no value"]);
    expect(await lines("- a\n")).toEqual(["a.yaml:1:1 ORG0203 the file must be a map, not a list"]);
    expect(await lines("version: 1\ngroups: { a: &b {} }\n")).toEqual([
      "a.yaml:2:14 ORG0103 the anchor `&b` cannot be used here",
    ]);
    expect(await lines("\ufeffversion: 1\r\ngroups: {}\r\n")).toEqual([]);
  });

  test.each(["", "# nothing\n", "version: 1\n", "{}\n"])("cannot be without a section: %j", async (text) => {
    expect(await lines(text)).toEqual([expect.stringMatching(/^a\.yaml:1:1 ORG0108 the file /)]);
  });

  test.each(["organization", "identityCenter", "rails", "acknowledge", "ignore", "include"])(
    "cannot have %s",
    async (key) => {
      const values: Record<string, string> = { include: '["b.yaml"]', acknowledge: "[]" };
      const found = await lines(`version: 1\n${key}: ${values[key] ?? "{}"}\n`);
      const known = sections.some((section) => section.key === key);
      expect(found).toEqual([
        known
          ? `a.yaml:2:1 ORG0315 \`${key}\` cannot stand in a file that org.yaml includes, included here org.yaml:2:11`
          : `a.yaml:2:1 ORG0201 unknown key \`${key}\` at the top of the file`,
      ]);
    },
  );

  test("has only the sections that its entry names", async () => {
    const text = "version: 1\ngroups: {}\nusers: {}\npermissionSets: {}\n";
    const entry = { files: "*.yaml", sections: ["users", "assignments"] };
    expect(await lines(text, { files: "*.yaml", sections: ["users", "groups", "permissionSets"] })).toEqual([]);
    expect(await lines(text, entry)).toEqual([
      "a.yaml:2:1 ORG0315 this file may not have `groups`, included here org.yaml:2:11",
      "a.yaml:4:1 ORG0315 this file may not have `permissionSets`, included here org.yaml:2:11",
    ]);
  });

  test("can be let have sections that there are, and that are not org.yaml's own", async () => {
    const sectionsOf = (...names: string[]) => lines(groups("a"), { files: "a.yaml", sections: ["groups", ...names] });
    expect(await sectionsOf("groups")).toEqual([]);
    expect(await sectionsOf("user", "organization")).toEqual([
      "org.yaml:2:50 ORG0204 `user` is not a section that an included file can have",
      "org.yaml:2:57 ORG0204 `organization` is not a section that an included file can have",
    ]);
  });

  test("that several entries match is the first one's", async () => {
    const text = including({ files: "a.yaml", sections: ["groups"] }, { files: "*.yaml", sections: ["users"] });
    expect(await groupsOf({ "org.yaml": text, "a.yaml": groups("a") })).toEqual(["a"]);
  });
});

test("all problems of all files are told at once; rules wait until every file can be read", async () => {
  const contents = {
    "org.yaml": `${including("*.yaml")}accounts: { acme: { colour: blue } }\n`,
    "a.yaml": "version: 1\ngroups: { admins: { members: [kim@acme.com] } }\nusers: {}\n",
    "b.yaml": "version: 1\nusers: { a: [ }\n",
  };
  const codes = async (all: Contents) =>
    (await linesOf(filesOf(all))).map((line) => line.split(" ").slice(0, 2).join(" "));
  expect(await codes(contents)).toEqual(["b.yaml:2:13 ORG0102", "org.yaml:3:13 ORG0202", "org.yaml:3:21 ORG0201"]);
  expect(await codes({ ...contents, "b.yaml": "version: 1\nusers: { a: {} }\n" })).toEqual([
    "a.yaml:2:31 ORG0301",
    "b.yaml:2:10 ORG0202",
    "org.yaml:3:13 ORG0202",
    "org.yaml:3:21 ORG0201",
  ]);
});

describe("merging", () => {
  const user = (name: string) => `  ${name}@acme.com: { givenName: A, familyName: B }\n`;
  const assign = (group: string) => `  - { groups: [${group}], permissionSets: [A], accounts: [acme] }\n`;
  const contents: Contents = {
    "org.yaml": `${including("*.yaml")}users:\n${user("kim")}assignments:\n${assign("x")}${assign("y")}`,
    "a.yaml": `version: 1\nusers:\n${user("dax")}assignments:\n${assign("z")}`,
    "b.yaml": `version: 1\n\nassignments:\n${assign("w")}permissionSets:\n  A: {}\n`,
  };

  test("maps are merged, lists joined in the files' order, org.yaml first", async () => {
    const config = await load(contents);
    expect(Object.keys(config.sections["users"] as object)).toEqual(["kim@acme.com", "dax@acme.com"]);
    expect(assignmentsSection.of(config)?.map((entry) => entry.groups)).toEqual([["x"], ["y"], ["z"], ["w"]]);
    expect(Object.keys(permissionSetsSection.of(config) ?? {})).toEqual(["A"]);
  });

  test("every path stands in its own file", async () => {
    const { at } = await load(contents);
    expect(at(["users", "kim@acme.com", "givenName"])).toEqual({
      file: "org.yaml",
      line: 4,
      column: 30,
      endColumn: 31,
    });
    expect(at(["users", "dax@acme.com", "givenName"])).toMatchObject({ file: "a.yaml", line: 3 });
    expect(at(["assignments", 1, "groups", 0])).toMatchObject({ file: "org.yaml", line: 7, column: 16 });
    expect(at(["assignments", 2, "groups", 0])).toMatchObject({ file: "a.yaml", line: 5, column: 16 });
    expect(at(["assignments", 3, "until"])).toMatchObject({ file: "b.yaml", line: 4, column: 5 });
    expect(at(["assignments", 4])).toMatchObject({ file: "org.yaml", line: 5 });
    expect(at(["permissionSets"])).toMatchObject({ file: "b.yaml", line: 5 });
    expect(at(["permissionSets", "B"])).toMatchObject({ file: "b.yaml", line: 5 });
    expect(at(["groups"])).toEqual({ file: "org.yaml", line: 1, column: 1 });
  });

  test("rules see the whole, and point into each file", async () => {
    const sets = {
      ...contents,
      "b.yaml": `version: 1\nassignments:\n${assign("x")}permissionSets:\n  A: {}\n  a: {}\n`,
    };
    expect(await linesOf(filesOf({ ...sets, "c.yaml": groups("x", "y", "v") }))).toEqual([
      "a.yaml:5:16 ORG0301 unknown group `z`",
      expect.stringMatching(/^b\.yaml:3:52 ORG0310 .* already, first here org\.yaml:6:52$/),
      expect.stringMatching(/^b\.yaml:6:3 ORG0302 .*, the other one b\.yaml:5:3$/),
    ]);
  });

  test("an item that is not valid keeps its place among those of all files", async () => {
    const broken = `version: 1\nassignments:\n  - { groups: x }\n${assign("q")}groups: { x: {}, y: {}, w: {} }\n`;
    expect(await linesOf(filesOf({ ...contents, "a.yaml": broken }))).toEqual([
      expect.stringMatching(/^a\.yaml:3:15 ORG0203/),
      "a.yaml:4:16 ORG0301 unknown group `q`",
    ]);
  });

  test("a key in two files is an error, even if one of them is not valid", async () => {
    const twice = (first: string, second: string) =>
      linesOf(filesOf({ "org.yaml": including("*.yaml"), "a.yaml": first, "b.yaml": second }));
    const line = "b.yaml:3:3 ORG0310 `x` in `groups` is in two files, first here a.yaml:3:3";
    expect(await twice(groups("x", "y"), groups("x", "z"))).toEqual([line]);
    expect(await twice("version: 1\ngroups:\n  x: []\n", groups("x"))).toEqual([
      expect.stringMatching(/^a\.yaml:3:3 ORG0203/),
      line,
    ]);
    const set = (file: string) => `version: 1\npermissionSets:\n  A: { inlinePolicy: { file: ${file} } }\n`;
    expect(await twice(set("none.json"), set("a.yaml"))).toEqual([
      expect.stringMatching(/^a\.yaml:3:30 ORG0309/),
      expect.stringMatching(/^b\.yaml:3:3 ORG0310/),
      expect.stringMatching(/^b\.yaml:3:30 ORG0309/),
    ]);
  });

  test("a list and a map for one section do not disturb each other", async () => {
    const files = filesOf({ ...contents, "c.yaml": "version: 1\nassignments: {}\nusers: []\ngroups: {}\n" });
    const lines = await linesOf(files);
    expect(lines.filter((line) => line.startsWith("c.yaml"))).toHaveLength(2);
    expect(lines.filter((line) => !line.startsWith("c.yaml")).every((line) => / unknown group /.test(line))).toBe(true);
  });

  test("settings stand in one file, even if they are not valid there", async () => {
    const policy = (file: string) => `version: 1\nresourcePolicy: { file: ${file} }\n`;
    const policies = (first: string, second: string) =>
      linesOf(
        filesOf({
          "org.yaml": including("*.yaml"),
          "a.yaml": policy(first),
          "b.yaml": policy(second),
          "policy.json": '{ "Statement": [] }',
        }),
      );
    const line = "b.yaml:2:1 ORG0310 `resourcePolicy` is in two files, first here a.yaml:2:1";
    expect(await policies("policy.json", "policy.json")).toEqual([line]);
    expect(await policies("none.json", "policy.json")).toEqual([
      "a.yaml:2:25 ORG0309 cannot read the file: there is no such file",
      line,
    ]);
  });

  test("what AWS allows in all may not be exceeded by several files together", async () => {
    const units = (letter: string, count: number) =>
      `version: 1\norganizationalUnits: { ${Array.from({ length: count }, (_, i) => `${letter}${i}: {}`).join(", ")} }\n`;
    const lines = (count: number) =>
      linesOf(filesOf({ "org.yaml": including("*.yaml"), "a.yaml": units("a", 1000), "b.yaml": units("b", count) }));
    expect(await lines(1000)).toEqual([]);
    expect(await lines(1001)).toEqual([
      "a.yaml:2:1 ORG0207 too many entries in `organizationalUnits`: 2001 in 2 files",
    ]);
  });
});

describe("policy files", () => {
  const set = (key: string, file: string) =>
    `version: 1\npermissionSets:\n  ${key}: { inlinePolicy: { file: ${file} } }\n`;
  const document = (sid: string) => JSON.stringify({ Statement: [{ Sid: sid }] });

  test("are relative to the file that names them, and one text may mean two files", async () => {
    const config = await load({
      "org.yaml": `${set("Org", "policy.json")}include: ["teams/*/*.yaml"]\n`,
      "policy.json": document("org"),
      "teams/a/sets.yaml": set("A", "policy.json"),
      "teams/a/policy.json": document("a"),
      "teams/b/sets.yaml": set("B", "./../../shared/policy.json"),
      "shared/policy.json": document("shared"),
    });
    const of = (key: string) => config.document(["permissionSets", key, "inlinePolicy", "file"]);
    expect(["Org", "A", "B"].map((key) => JSON.stringify(of(key)))).toEqual(["org", "a", "shared"].map(document));
  });

  test("stay inside org.yaml's folder, and their problems point into both files", async () => {
    const files = filesOf({
      "org.yaml": including("teams/*.yaml"),
      "teams/a.yaml": set("A", "../../policy.json"),
      "teams/b.yaml": set("B", "broken.json"),
      "teams/broken.json": "{\n  broken",
    });
    expect(await linesOf(files)).toEqual([
      "teams/a.yaml:3:30 ORG0309 the file is outside the folder of org.yaml",
      "teams/b.yaml:3:30 ORG0309 the file is not a policy document in JSON, a key in double quotes is expected teams/broken.json:2:3",
    ]);
    const texts = (await outcomeOf(files)).invalid?.texts;
    expect([...(texts?.keys() ?? [])]).toEqual(["org.yaml", "teams/a.yaml", "teams/b.yaml", "teams/broken.json"]);
  });
});
