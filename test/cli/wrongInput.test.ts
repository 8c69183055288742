import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VERSION } from "../../src/api/version.ts";
import { type Folder, inExample } from "./folder.ts";

const SANDBOX = "--sandbox=sandbox.json";

/** A folder, a text, JSON that is something else, an empty file, and a link to nothing: whatever a person can name by mistake. */
async function inMuddle(work: (folder: Folder) => Promise<void>): Promise<void> {
  await inExample("guide", async (folder) => {
    await mkdir(join(folder.path, "folder"));
    await folder.write("just text\n", "text.json");
    await folder.write("{}\n", "object.json");
    await folder.write("", "empty.json");
    await symlink("nothing", join(folder.path, "link"));
    await work({ ...folder, orgsync: (argv, options) => folder.orgsync(argv, { columns: 300, ...options }) });
  });
}

/** What is named by mistake, and what is wrong with it. */
const MISTAKES = {
  "nope.json": "there is no such file",
  folder: "it is a folder",
  "text.json/x": "a part of its path is not a folder",
  link: "there is no such file",
  "text.json": "it is not JSON",
  "object.json": "formatVersion is missing",
  "empty.json": "it is empty",
} as const;
const BARE_CODE = /\bE[A-Z]{3,}\b/;

describe("a file that cannot be used is told in words, with its name and a way on", () => {
  test.each([
    [["show"], 1, 1],
    [["github", "outputs"], 1, 1],
    // What can be read is no plan: that is what exit code 5 says.
    [["apply", SANDBOX, "--plan"], 1, 5],
  ] as const)("%j", async (argv, unreadable, unusable) => {
    await inMuddle(async ({ orgsync }) => {
      for (const [name, why] of Object.entries(MISTAKES)) {
        if (argv[0] === "apply" && name === "folder") continue;
        const { code, stdout, stderr } = await orgsync([...argv, name]);
        expect(stderr).toMatch(/^error ORG0(?:702|612): /);
        expect(stderr).toContain(name);
        expect(stderr).toContain(why);
        expect(stderr).toMatch(/\n {2}help: name a file that orgsync plan/);
        expect(stderr).not.toMatch(BARE_CODE);
        const isRead = ["text.json", "object.json", "empty.json"].includes(name);
        expect({ name, code, stdout }).toEqual({ name, code: isRead ? unusable : unreadable, stdout: "" });
      }
    });
  });

  test.each(["validate", "plan", "apply", "drift", "explain", "aws-config", "import"])("%s --file", async (name) => {
    const argv = { explain: ["acme"], import: ["--unmanaged"] }[name] ?? [];
    await inMuddle(async ({ orgsync }) => {
      for (const file of ["nope.json", "folder", "text.json/x", "link"] as const) {
        const { code, stdout, stderr } = await orgsync([name, ...argv, "--file", file]);
        expect(stdout + stderr).toContain(`${file}:1:1  error ORG0101  cannot read the file: ${MISTAKES[file]}\n`);
        expect(stdout + stderr).not.toMatch(BARE_CODE);
        expect(code).toBe(3);
      }
    });
  });

  test("plan --base", async () => {
    await inMuddle(async ({ orgsync }) => {
      for (const [base, message] of [
        ["folder", "the base folder is not a valid org.yaml (folder:1: cannot read the file: it is a folder)"],
        ["link", "the base link is not a valid org.yaml (link:1: cannot read the file: there is no such file)"],
        ["nope", "nope is neither a file nor a commit that git knows here"],
      ] as const) {
        const { code, stderr } = await orgsync(["plan", SANDBOX, "--base", base]);
        expect(stderr).toContain(`error ORG0702: ${message}\n`);
        expect(code).toBe(1);
      }
    });
  });

  test.each([
    [["plan", SANDBOX, "--out"]],
    [["drift", SANDBOX, "--out"]],
    [["apply", SANDBOX, "--yes", "--out"]],
    [["import", SANDBOX, "--replace", "--out"]],
  ])("%j, which is written", async (argv) => {
    await inMuddle(async ({ orgsync }) => {
      for (const [out, why] of [
        ["folder", "it is a folder"],
        ["text.json/x.json", "a part of its path is not a folder"],
      ] as const) {
        const { code, stderr } = await orgsync([...argv, out]);
        expect(stderr).toMatch(new RegExp(`error ORG0702: cannot write .*${out}: ${why}\\n`));
        expect(code).toBe(1);
      }
    });
  });

  test.each([
    [["plan"], []],
    [["sandbox", "reset"], []],
    [["sandbox", "do"], ["enable-identity-center"]],
    [["sandbox", "serve"], []],
  ])("%j of the sandbox", async (argv, rest) => {
    await inMuddle(async ({ orgsync }) => {
      for (const [file, message] of [
        ["folder", /The sandbox file .*folder cannot be used: it is a folder\n {2}help: Check that the path/],
        ["text.json/x", /cannot be used: a part of its path is not a folder\n/],
        ["text.json", /text\.json is not JSON, so it is no sandbox or a damaged one\n {2}help: Move it away/],
        ["object.json", /object\.json is JSON, but not a sandbox\n {2}help: Move it away/],
      ] as const) {
        // What starts anew reads nothing.
        if (argv[1] === "reset" && /^(?:text|object)\.json$/.test(file)) continue;
        const { code, stderr } = await orgsync([...argv, `--sandbox=${file}`, ...rest]);
        expect(stderr).toMatch(message);
        expect(stderr).toMatch(/^error ORG0703: /);
        expect(code).toBe(1);
      }
    });
  });

  test("what orgsync has learned", async () => {
    await inMuddle(async ({ orgsync, path }) => {
      await mkdir(join(path, ".orgsync/ids.json"), { recursive: true });
      const { code, stderr } = await orgsync(["aws-config", "--user", "dax@acme.com", "--print"], {
        env: { AWS_CONFIG_FILE: join(path, "config") },
      });
      expect(stderr).toBe(
        "error ORG0702: cannot read .orgsync/ids.json: it is a folder\n  help: delete it: orgsync plan writes it again\n",
      );
      expect(code).toBe(1);
    });
  });
});

describe("an empty value is no file, and no folder", () => {
  test.each([
    [["plan", "--file", ""], "--file"],
    [["apply", SANDBOX, "--plan="], "--plan"],
    [["plan", "--sandbox="], "--sandbox"],
    [["plan", "--base", ""], "--base"],
    [["sandbox", "reset", "--sandbox="], "--sandbox"],
    [["show", ""], "<file>"],
    [["explain", ""], "<what>"],
    [["github", "outputs", ""], "<plan>"],
  ])("%j", async (argv, what) => {
    await inMuddle(async ({ orgsync }) => {
      expect(await orgsync(argv)).toEqual({
        code: 64,
        stdout: "",
        stderr: `error ORG0701: ${what} is empty\n  help: give it a value; a shell variable that is not set is an empty text\n`,
      });
    });
  });
});

describe("help and version", () => {
  test.each([["version"], ["--version"], ["-v"], ["-V"]])("%s", async (word) => {
    await inMuddle(async ({ orgsync }) => {
      expect(await orgsync([word])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
    });
  });

  test.each([
    [
      ["help", "plan"],
      ["plan", "--help"],
    ],
    [
      ["--help", "plan"],
      ["plan", "--help"],
    ],
    [
      ["help", "sandbox", "serve"],
      ["sandbox", "serve", "--help"],
    ],
    [
      ["sandbox", "help", "serve"],
      ["sandbox", "serve", "--help"],
    ],
    [["help", "help"], ["--help"]],
    [["help"], ["--help"]],
  ])("%j says what %j says", async (asked, usual) => {
    await inMuddle(async ({ orgsync }) => {
      const { code, stdout, stderr } = await orgsync(asked);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/Example:\n|Commands/);
      expect(stdout).toBe((await orgsync(usual)).stdout);
    });
  });

  test.each([
    [["help", "nosuch"], "unknown command nosuch\n  help: orgsync --help lists the commands\n"],
    [["help", "plna"], "unknown command plna\n  help: did you mean plan? orgsync --help lists the commands\n"],
    [["versoin"], "unknown command versoin\n  help: did you mean version? orgsync --help lists the commands\n"],
    [
      ["help", "sandbox", "srve"],
      "unknown command sandbox srve\n  help: did you mean sandbox serve? orgsync sandbox --help shows what it takes\n",
    ],
    [
      ["sandbox", "help", "srve"],
      "unknown command sandbox srve\n  help: did you mean sandbox serve? orgsync sandbox --help shows what it takes\n",
    ],
    [
      ["sandbox", "srve"],
      "unknown command sandbox srve\n  help: did you mean sandbox serve? orgsync sandbox --help shows what it takes\n",
    ],
    [
      ["sandbox", "srve", "--help"],
      "unknown command sandbox srve\n  help: did you mean sandbox serve? orgsync sandbox --help shows what it takes\n",
    ],
    [["iam", "nosuch"], "unknown command iam nosuch\n  help: orgsync iam --help shows what it takes\n"],
    [["help", "plan", "nosuch"], "unknown command plan nosuch\n  help: orgsync plan --help shows what it takes\n"],
    [["--sandbox", "plan"], "the command comes first, and --sandbox after it\n  help: orgsync plan --sandbox\n"],
    [["--out", "my plan.json", "plan"], "--out after it\n  help: orgsync plan --out 'my plan.json'\n"],
    [["--nosuch"], "unknown option --nosuch\n  help: orgsync --help lists the commands\n"],
  ])("64: %j", async (argv, message) => {
    await inMuddle(async ({ orgsync }) => {
      const { code, stdout, stderr } = await orgsync(argv);
      expect(stderr).toMatch(/^error ORG0701: /);
      expect(stderr).toContain(message);
      expect({ code, stdout }).toEqual({ code: 64, stdout: "" });
    });
  });

  test("of a part of a command names that part", async () => {
    await inMuddle(async ({ orgsync }) => {
      const { stderr } = await orgsync(["github", "approved"]);
      expect(stderr).toContain("orgsync github approved --help shows what it takes");
    });
  });

  test("a file that stands behind --sandbox without = is told of", async () => {
    await inMuddle(async ({ orgsync }) => {
      const { stderr } = await orgsync(["plan", "--sandbox", "world.json"]);
      expect(stderr).toContain("  the file of a sandbox is given with =, as --sandbox=FILE\n");
    });
  });
});

describe("explain of a code", () => {
  test.each(["ORG0301", "org0301", "Org0301", "ORG-0301", "[ORG0301]", "ORG0301:"])("%s", async (word) => {
    await inMuddle(async ({ orgsync }) => {
      expect(await orgsync(["explain", word])).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^ORG0301: unknown name\n/),
      });
      const { stdout } = await orgsync(["explain", word, "--format", "json"]);
      expect(JSON.parse(stdout)).toEqual({ code: "ORG0301", about: "unknown name", found: expect.any(String) });
    });
  });

  test.each([
    ["ORG9999", "messages of orgsync show theirs, such as ORG0301"],
    ["org301", "did you mean ORG0301?"],
    ["ORG03011", "did you mean ORG0301?"],
  ])("%s is none, and AWS is not asked for somebody of that name", async (word, hint) => {
    await inMuddle(async ({ orgsync }) => {
      expect(await orgsync(["explain", word])).toEqual({
        code: 64,
        stdout: "",
        stderr: `error ORG0701: there is no message code ${word.toUpperCase()}\n  help: ${hint}\n`,
      });
    });
  });

  test("an account says nothing about it", async () => {
    await inMuddle(async ({ orgsync }) => {
      expect(await orgsync(["explain", "ORG0301", "acme"])).toMatchObject({
        code: 64,
        stderr:
          "error ORG0701: ORG0301 is a message code, and acme says nothing about it\n  help: orgsync explain ORG0301\n",
      });
    });
  });
});

describe("an approved folder without a plan", () => {
  test("is told as such, with exit code 5 and nothing changed", async () => {
    await inMuddle(async ({ orgsync }) => {
      const { code, stderr } = await orgsync(["apply", SANDBOX, "--plan", "folder"]);
      expect(stderr).toBe(
        "error ORG0611: the folder folder has no plan file (*.json), and there are 7 changes to approve\n" +
          "  help: nothing was changed\n" +
          "    orgsync plan --out folder/plan.json writes a plan file; have it approved, and run the same command again\n" +
          "    on GitHub no plan counts as approved for this commit: start the apply workflow by hand, which plans and asks its reviewers\n",
      );
      expect(code).toBe(5);
      expect((await orgsync(["plan", SANDBOX, "--detailed-exitcode"])).code).toBe(2);
    });
  });

  test("is no trouble where there is nothing to do: the apply workflow of a change that changes nothing", async () => {
    await inMuddle(async ({ orgsync }) => {
      expect((await orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
      expect(await orgsync(["apply", SANDBOX, "--plan", "folder"])).toMatchObject({ code: 0, stderr: "" });
    });
  });
});

describe("sandbox do", () => {
  test.each([
    ["sign-up", "sign-up takes NAME EMAIL", "orgsync sandbox do sign-up NAME EMAIL"],
    [
      "disable-identity-center now",
      "disable-identity-center takes no value",
      "orgsync sandbox do disable-identity-center",
    ],
    ["enable-identity-centr", "unknown step enable-identity-centr", "did you mean enable-identity-center?"],
    ["coffee", "unknown step coffee", "orgsync sandbox do lists the steps"],
  ])("64: %s", async (words, message, hint) => {
    await inMuddle(async ({ orgsync }) => {
      expect(await orgsync(["sandbox", "do", ...words.split(" ")])).toEqual({
        code: 64,
        stdout: "",
        stderr: `error ORG0701: ${message}\n  help: ${hint}\n`,
      });
    });
  });
});
