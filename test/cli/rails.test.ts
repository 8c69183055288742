import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Folder, inExample } from "./folder.ts";

const SANDBOX = "--sandbox=sandbox.json";

const HOSTILE = "x ##[add-mask]: y";
/** Four groups, one of them called as nobody should call one, and as many people. */
const file = (groups: readonly string[], more = ""): string =>
  `version: 1
organization: {}
identityCenter: { region: us-east-1 }
users:
${["ann", "bob", "cy", "dee"].map((name) => `  ${name}@acme.com: { givenName: ${name}, familyName: Lee }`).join("\n")}
groups: { ${groups.map((name) => `${JSON.stringify(name)}: {}`).join(", ")} }
${more}`;
const ALL = ["a", "b", "c", HOSTILE];

async function withGroups(work: (folder: Folder) => Promise<void>): Promise<void> {
  await inExample("guide", async (folder) => {
    await folder.write(file(ALL));
    expect((await folder.orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
    await work(folder);
  });
}

describe("a plan that a rail refuses", () => {
  test("is printed, written and exits with 4; what it prints, pasted, lets it through", async () => {
    await withGroups(async ({ orgsync, write, read }) => {
      await write(file(["a"]));
      const refused = await orgsync(["plan", SANDBOX, "--out", "plan.json", "--detailed-exitcode"]);
      expect(refused).toMatchObject({ code: 4, stderr: "" });
      expect(refused.stdout).toContain("refused by max-removals: 3 of 4 groups would be removed");
      expect(refused.stdout).toContain("Refused: see above.");
      expect(JSON.parse(await read("plan.json"))).toMatchObject({ refusals: [{ rail: "max-removals" }] });
      expect(refused.stdout).not.toContain("##[");

      const [block = ""] = /^acknowledge:\n(?: .*\n)+/m.exec(refused.stdout) ?? [];
      // Pasted as it is, it has nobody's reason.
      await write(file(["a"], block));
      const unedited = await orgsync(["plan", SANDBOX]);
      expect(unedited.stdout + unedited.stderr).toMatch(
        /^org\.yaml:\d+:\d+ {2}error ORG0316 {2}`Say here why this is right` is no reason$/m,
      );
      expect(unedited.code).toBe(3);
      await write(file(["a"], block.replace(/reason: .*/, "reason: They left")));
      const plan = await orgsync(["plan", SANDBOX]);
      expect(plan).toMatchObject({ code: 0, stderr: "" });
      expect(plan.stdout).toMatch(
        /! max-removals: 3 of 4 groups .*\n.*\n? *acknowledged until \d{4}-\d\d-\d\d: They left/,
      );
      expect((await orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
      const after = await orgsync(["plan", SANDBOX]);
      expect(after.stdout).toContain("this acknowledgement has nothing left to do");
      expect(after).toMatchObject({ code: 0 });
    });
  });

  test("is not applied, whatever the format", async () => {
    await withGroups(async ({ orgsync, write, read }) => {
      await write(file(["a"]));
      const before = await read("sandbox.json");
      const refused = await orgsync(["apply", SANDBOX, "--yes"]);
      expect(refused).toMatchObject({ code: 4, stderr: "Nothing was changed.\n" });
      const json = await orgsync(["apply", SANDBOX, "--yes", "--format", "json"]);
      expect(json).toMatchObject({ code: 4, stdout: "" });
      expect(json.stderr).toContain("refused by max-removals");
      const groups = (text: string): unknown =>
        (JSON.parse(text) as { world?: { identityCenter: { groups: object } } }).world?.identityCenter.groups;
      expect(groups(await read("sandbox.json"))).toEqual(groups(before));
    });
  });
});

describe("--base", () => {
  const LOOSER = "rails: { maxRemovals: 100% }\n";

  test("a file: rails are loosened one merge later", async () => {
    await withGroups(async ({ orgsync, write }) => {
      await write(file(["a"], LOOSER));
      await write(file(ALL), "before.yaml");
      await write(file(ALL, LOOSER), "looser.yaml");
      expect((await orgsync(["plan", SANDBOX])).code).toBe(4);
      expect((await orgsync(["plan", SANDBOX, "--base", "before.yaml"])).code).toBe(4);
      const { code, stdout } = await orgsync(["plan", SANDBOX, "--base", "looser.yaml"]);
      expect([code, stdout]).toEqual([0, expect.stringContaining("3 to delete")]);
    });
  });

  test("a commit, with the files that it includes", async () => {
    await withGroups(async ({ orgsync, write, path }) => {
      const git = (...args: string[]): void =>
        void execFileSync("git", ["-C", path, "-c", "user.name=a", "-c", "user.email=a@acme.com", ...args], {
          stdio: "ignore",
        });
      git("init", "-q", "-b", "main");
      await mkdir(join(path, "people"));
      const included = (groups: readonly string[]): string =>
        `version: 1\ngroups: { ${groups.map((name) => `${JSON.stringify(name)}: {}`).join(", ")} }\n`;
      const root = (more = ""): string => file([], `include: [people/*.yaml]\n${more}`).replace("groups: {  }\n", "");
      await write(included(ALL), "people/groups.yaml");
      await write(root(LOOSER));
      git("add", "org.yaml", "people");
      git("commit", "-q", "-m", "looser");
      await write(included(["a"]), "people/groups.yaml");
      expect((await orgsync(["plan", SANDBOX])).code).toBe(4);
      const { code, stdout } = await orgsync(["plan", SANDBOX, "--base", "main"]);
      expect([code, stdout]).toEqual([0, expect.stringContaining("3 to delete")]);
      expect((await orgsync(["plan", SANDBOX, "--base", "HEAD"])).code).toBe(0);

      // A file that the commit does not have yet said nothing: every section is new.
      await write(root(LOOSER), "other.yaml");
      const other = await orgsync(["plan", SANDBOX, "--base", "main", "-f", "other.yaml"]);
      expect(other.code).toBe(4);
      expect(other.stdout).toContain("users: is new here");
    });
  });

  test.each([
    ["nowhere", "ORG0702: nowhere is neither a file nor a commit that git knows here"],
    ["--all", "ORG0702: --all is neither a file nor a commit"],
    ["broken.yaml", "ORG0702: the base broken.yaml is not a valid org.yaml (broken.yaml:2: "],
  ])("%s is refused", async (base, message) => {
    await withGroups(async ({ orgsync, write }) => {
      await write("version: 1\nusrs: {}\n", "broken.yaml");
      const { code, stderr } = await orgsync(["plan", SANDBOX, `--base=${base}`]);
      expect(code).toBe(1);
      expect(stderr).toContain(message);
    });
  });
});
