import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { World } from "../../src/sandbox/index.ts";
import { type Folder, inExample } from "./folder.ts";

const SANDBOX = "--sandbox=sandbox.json";

/** The company of the examples as it is in AWS, and a folder to import it into. */
const inCompany = (work: (folder: Folder) => Promise<void>): Promise<void> =>
  inExample("company", async (folder) => {
    expect((await folder.orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
    await work(folder);
  });

describe("a new file", () => {
  test("says what it wrote and what is next, and plans empty", async () => {
    await inCompany(async ({ orgsync, read, path }) => {
      const { code, stdout, stderr } = await orgsync(["import", SANDBOX, "--out", "new/org.yaml"]);
      expect(stderr).toBe("");
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Wrote new\/org\.yaml, and \d files beside it\n/);
      expect(stdout).toMatch(/\n {2}users +4\n/);
      expect(stdout).toContain("No changes. AWS matches new/org.yaml");
      expect(stdout).toMatch(/git add new\/org\.yaml .*new\/permission-sets/);
      expect(stdout).toContain("orgsync plan --file new/org.yaml");
      const text = await read("new/org.yaml");
      expect(text).toMatch(/^# yaml-language-server: \$schema=\S+\nversion: 1\n/);
      expect(await orgsync(["plan", SANDBOX, "--file", "new/org.yaml", "--detailed-exitcode"])).toMatchObject({
        code: 0,
      });
      expect(await orgsync(["validate", "--file", "new/org.yaml"])).toMatchObject({ code: 0 });

      // Again, the same bytes.
      expect((await orgsync(["import", SANDBOX, "--out", "new/org.yaml", "--replace"])).code).toBe(0);
      expect(await read("new/org.yaml")).toBe(text);
      expect(readdirSync(join(path, "new")).filter((name) => /tmp|old/.test(name))).toEqual([]);
    });
  });

  test("never overwrites without --replace, and asks AWS nothing before it knows", async () => {
    await inCompany(async ({ orgsync, read, write, path }) => {
      const before = await read("org.yaml");
      const refused = await orgsync(["import", SANDBOX, "--log-level", "debug"]);
      expect(refused).toMatchObject({ code: 1, stdout: "" });
      expect(refused.stderr).toContain("ORG0702: org.yaml is there already");
      expect(refused.stderr).toContain("--replace");
      expect(refused.stderr).not.toContain("ListAccounts");
      expect(await read("org.yaml")).toBe(before);

      // A policy beside it counts as well, and then nothing at all is written.
      await mkdir(join(path, "new/permission-sets"), { recursive: true });
      await write("{}", "new/permission-sets/DeveloperAccess.json");
      const beside = await orgsync(["import", SANDBOX, "--out", "new/org.yaml"]);
      expect(beside).toMatchObject({ code: 1, stdout: "" });
      expect(beside.stderr).toContain("new/permission-sets/DeveloperAccess.json is there already; nothing was written");
      expect(existsSync(join(path, "new/org.yaml"))).toBe(false);
      expect(await read("new/permission-sets/DeveloperAccess.json")).toBe("{}");

      const replaced = await orgsync(["import", SANDBOX, "--out", "new/org.yaml", "--replace"]);
      expect(replaced.code).toBe(0);
      expect(JSON.parse(await read("new/permission-sets/DeveloperAccess.json"))).toHaveProperty("Statement");
    });
  });

  test("a failure in the middle leaves everything as it was", async () => {
    await inCompany(async ({ orgsync, path, read, write }) => {
      // The last file cannot be renamed into place: a folder is in its way.
      await mkdir(join(path, "new/org.yaml"), { recursive: true });
      await mkdir(join(path, "new/permission-sets"), { recursive: true });
      await write("old", "new/permission-sets/DeveloperAccess.json");
      const { code, stdout, stderr } = await orgsync(["import", SANDBOX, "--out", "new/org.yaml", "--replace"]);
      expect(code).toBe(1);
      expect(stdout).toBe("");
      expect(stderr).toMatch(/ORG0702: cannot write .*org\.yaml: it is a folder/);
      expect(readdirSync(join(path, "new")).toSorted()).toEqual(["org.yaml", "permission-sets"]);
      expect(readdirSync(join(path, "new/permission-sets"))).toEqual(["DeveloperAccess.json"]);
      expect(await read("new/permission-sets/DeveloperAccess.json")).toBe("old");

      // A folder that cannot be made: nothing is left of those that could.
      await write("", "new/policies");
      await write("", "new/blocked");
      const blocked = await orgsync(["import", SANDBOX, "--out", "new/blocked/org.yaml"]);
      expect(blocked).toMatchObject({ code: 1, stdout: "" });
      expect(readdirSync(join(path, "new")).toSorted()).toEqual(["blocked", "org.yaml", "permission-sets", "policies"]);
    });
  });

  test("--only writes the sections that are named, and the plan is empty for them", async () => {
    await inCompany(async ({ orgsync, read }) => {
      const { code, stdout } = await orgsync(["import", SANDBOX, "--out", "people.yaml", "--only", "groups, users"]);
      expect(code).toBe(0);
      expect(stdout).toContain("No changes. AWS matches people.yaml");
      const text = await read("people.yaml");
      expect([...text.matchAll(/^(\w+):/gm)].map(([, key]) => key)).toEqual([
        "version",
        "organization",
        "identityCenter",
        "users",
        "groups",
      ]);
      for (const key of ["accounts", "organizationalUnits", "permissionSets", "assignments"]) {
        expect(await orgsync(["import", SANDBOX, "--out", `${key}.yaml`, "--only", key])).toMatchObject({
          code: 0,
          stderr: "",
        });
        expect(await read(`${key}.yaml`)).toMatch(new RegExp(`^${key}:`, "m"));
      }
    });
  });

  test.each([
    [["--only", "usrs"], /--only names sections of org\.yaml, and usrs is none\n {2}help: did you mean users\?/],
    [["--only", "users,"], /an empty name is none/],
    [["--only", "ignore"], /ignore is none/],
    [["--file", "x.yaml"], /--out x\.yaml writes a new one/],
    [["--unmanaged", "--out", "x.yaml"], /--out does not go with --unmanaged/],
  ])("64: import %j", async (argv, message) => {
    await inExample("guide", async ({ orgsync, path }) => {
      const { code, stdout, stderr } = await orgsync(["import", SANDBOX, ...argv]);
      expect(code).toBe(64);
      expect(stdout).toBe("");
      expect(stderr).toMatch(message);
      expect(existsSync(join(path, "sandbox.json"))).toBe(false);
    });
  });

  test("an account in no organization has nothing to import", async () => {
    await inExample("guide", async ({ orgsync, path }) => {
      await orgsync(["sandbox", "reset", SANDBOX, "--from", "empty"]);
      const { code, stderr } = await orgsync(["import", SANDBOX, "--out", "new.yaml"]);
      expect(code).toBe(1);
      expect(stderr).toContain("ORG0603: there is nothing to import");
      expect(existsSync(join(path, "new.yaml"))).toBe(false);
    });
  });

  test("what no file can say differs: exit 1, with the plan", async () => {
    await inCompany(async ({ orgsync, read, write }) => {
      // A permission set was edited in the console, and not provisioned.
      const stored = JSON.parse(await read("sandbox.json")) as { world?: World } & World;
      const sets = Object.values((stored.world ?? stored).identityCenter?.permissionSets ?? {});
      const [edited] = sets.filter(({ name }) => name === "Billing");
      if (edited !== undefined) edited.revision += 1;
      await write(JSON.stringify(stored), "sandbox.json");
      const { code, stdout, stderr } = await orgsync(["import", SANDBOX, "--out", "new.yaml"]);
      expect(code).toBe(1);
      expect(stdout).toContain("Plan: 0 to create, 1 to update, 0 to delete");
      expect(stderr).toContain("1 difference between AWS and the file with new.yaml as it was just written");
      expect(await read("new.yaml")).toContain("Billing:");
    });
  });
});

describe("--unmanaged", () => {
  test("adds what the file does not list, keeps all of the rest, and finds nothing the second time", async () => {
    await inCompany(async ({ orgsync, read, write }) => {
      const text = [
        "version: 1",
        "identityCenter: { region: us-east-1 }   # where it is",
        "users:",
        "    dax@acme.com: { givenName: Dax, familyName: Raad }  # first",
        "groups: { admins: { description: People who look after AWS } }",
        "assignments:",
        "- groups: [admins] # all",
        "  permissionSets: [AdministratorAccess]",
        "  accounts: [acme]",
        "# the end",
      ].join("\r\n");
      await write(text, "part.yaml");
      const { code, stdout, stderr } = await orgsync(["import", SANDBOX, "--unmanaged", "--file", "part.yaml"]);
      expect(stderr).toBe("");
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Added to part\.yaml, and \d files beside it\n/);
      expect(stdout).toContain("No changes. AWS matches part.yaml");
      expect(stdout).toContain("git diff");
      const result = await read("part.yaml");
      for (const line of text.split("\r\n").filter((line) => !line.startsWith("groups")))
        expect(result).toContain(line);
      expect(result).toContain("admins: { description: People who look after AWS, members: [dax@acme.com] }");
      expect(result.replaceAll("\r\n", "")).not.toContain("\n");

      const again = await orgsync(["import", SANDBOX, "--unmanaged", "--file", "part.yaml"]);
      expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("Nothing to add: part.yaml lists all") });
      expect(await read("part.yaml")).toBe(result);
    });
  });

  test("leaves alone what differs, and says that it did before", async () => {
    await inCompany(async ({ orgsync, read, write }) => {
      await write(
        "version: 1\nidentityCenter: { region: us-east-1 }\nusers:\n  dax@acme.com: { givenName: Max, familyName: Raad }\n  new@acme.com: { givenName: New, familyName: One }\n",
        "part.yaml",
      );
      const { code, stdout } = await orgsync(["import", SANDBOX, "--unmanaged", "-f", "part.yaml", "--only", "users"]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/Plan: 1 to create, 1 to update, 0 to delete/);
      expect(stdout).toContain("These changes were there before");
      const result = await read("part.yaml");
      expect(result).toContain("givenName: Max");
      expect(result).not.toContain("groups:");
      expect(result).toMatch(/kim@acme\.com: \{ givenName: Kim, familyName: Park, title: Engineer \}/);
    });
  });

  test("what belongs into an included file is told, and what does not goes to org.yaml", async () => {
    await inCompany(async ({ orgsync, read, write }) => {
      await write("version: 1\nidentityCenter: { region: us-east-1 }\ninclude: [teams.yaml]\n", "part.yaml");
      await write("version: 1\ngroups:\n  developers: { members: [dax@acme.com] }\n", "teams.yaml");
      const teams = await read("teams.yaml");
      const { code, stdout } = await orgsync(["import", SANDBOX, "--unmanaged", "-f", "part.yaml", "--only", "groups"]);
      expect(code).toBe(0);
      expect(stdout).toContain("Not added: what is missing in groups: developers, which stands in teams.yaml:3");
      expect(await read("teams.yaml")).toBe(teams);
      const result = await read("part.yaml");
      expect(result).toContain("finance: { members: [lee@acme.com] }");
      expect(result).not.toContain("developers");
    });
  });

  test("a file that is not valid is not touched; a linked one stays a link", async () => {
    await inCompany(async ({ orgsync, read, write, path }) => {
      await write("version: 1\nusrs: {}\n", "part.yaml");
      expect(await orgsync(["import", SANDBOX, "--unmanaged", "-f", "part.yaml"])).toMatchObject({ code: 3 });
      expect(await read("part.yaml")).toBe("version: 1\nusrs: {}\n");
      await writeFile(join(path, "real.yaml"), "version: 1\nidentityCenter: { region: us-east-1 }\nusers: {}\n");
      await symlink("real.yaml", join(path, "linked.yaml"));
      expect(await orgsync(["import", SANDBOX, "--unmanaged", "-f", "linked.yaml", "--only", "users"])).toMatchObject({
        code: 0,
      });
      expect(await readFile(join(path, "real.yaml"), "utf8")).toContain("dax@acme.com");
    });
  });
});
