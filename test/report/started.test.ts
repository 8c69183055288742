import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { asStarted, COMMAND_WORDS } from "../../src/report/started.ts";
import { plain } from "../../src/report/style.ts";
import { inExample } from "../cli/folder.ts";

const npx = { ...plain(80), startedAs: "npx orgsync" };

test("every command is known", () => {
  const others = ["help", "version", "COMMAND", "--help"];
  expect([...COMMANDS.map(({ name }) => name), ...others].toSorted()).toEqual(COMMAND_WORDS.toSorted());
});

test.each([
  ["orgsync plan", "npx orgsync plan"],
  ["look at orgsync plan, then run orgsync apply --yes", "look at npx orgsync plan, then run npx orgsync apply --yes"],
  ["orgsync --help lists the commands", "npx orgsync --help lists the commands"],
  ["(or orgsync import)", "(or npx orgsync import)"],
  ["npx orgsync plan", "npx orgsync plan"],
  ["orgsync plans nothing", "orgsync plans nothing"],
  ["orgsync leaves it", "orgsync leaves it"],
  ["github:orgsync/orgsync plan", "github:orgsync/orgsync plan"],
])("%s", (text, shown) => {
  expect(asStarted(text, npx)).toBe(shown);
  expect(asStarted(text, plain(80))).toBe(text);
});

describe("commands to paste are those that were typed", () => {
  test.each([
    [["plam"], "help: did you mean plan? npx orgsync --help lists the commands"],
    [["--help"], "  npx orgsync plan --sandbox"],
    [["plan", "--help"], "Usage: npx orgsync plan"],
    [["apply", "--sandbox"], "look at npx orgsync plan, then run npx orgsync apply --yes"],
    [["apply", "--sandbox", "--yes"], "npx orgsync aws-config --user dax@acme.com"],
  ])("%s", async (argv, shown) => {
    await inExample("guide", async ({ orgsync }) => {
      const { stdout, stderr } = await orgsync(argv, { startedAs: "npx orgsync" });
      expect(stdout + stderr).toContain(shown);
      const again = await orgsync(argv);
      expect(again.stdout + again.stderr).not.toContain("npx orgsync");
    });
  });
});
