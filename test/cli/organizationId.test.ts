import { afterEach, describe, expect, test, vi } from "vitest";
import { atAws } from "./atAws.ts";
import { inExample } from "./folder.ts";

afterEach(() => vi.unstubAllEnvs());

const LINE = "organization: { id: o-g588a6ywas }";
const writesOf = (asked: ReadonlySet<string>): string[] =>
  [...asked].filter((operation) => /^(?:Create|Update|Put|Delete|Move|Attach|Enable|Tag|Provision)/.test(operation));

describe("organization.id, where it is not the sandbox", () => {
  test("without it plan says what to write, and apply refuses before it writes: exit 4", async () => {
    await atAws("guide", async ({ asked, orgsync, name }) => {
      const planned = await orgsync("plan");
      expect(planned).toMatchObject({ code: 0, stderr: "" });
      expect(planned.stdout).toMatch(
        /\ni org\.yaml does not say that it is for organization o-g588a6ywas, which apply needs +org\.yaml:\d+\n/,
      );
      expect(planned.stdout).toContain(`\n    write ${LINE}\n`);
      for (const argv of [["--yes"], ["--yes", "--format", "json"]]) {
        expect(await orgsync("apply", ...argv)).toEqual({
          code: 4,
          stdout: "",
          stderr: [
            "error ORG0403: org.yaml does not say that it is for organization o-g588a6ywas, which apply needs",
            "  help: nothing was changed; write this into org.yaml, if it is the right one:",
            `    ${LINE}`,
            "",
          ].join("\n"),
        });
      }
      expect(writesOf(asked)).toEqual([]);
      await name(LINE);
      expect((await orgsync("plan")).stdout).not.toContain("which apply needs");
      expect((await orgsync("apply", "--yes")).code).toBe(0);
      expect(writesOf(asked)).toContain("CreateUser");
    });
  });

  test("a file without the section at all", async () => {
    await atAws("guide", async ({ orgsync, name }) => {
      await name("");
      expect((await orgsync("plan")).stdout).toContain(`\n    write ${LINE}\n`);
      expect((await orgsync("apply", "--yes")).code).toBe(4);
    });
  });

  test("the apply that creates the organization needs none, the next one does", async () => {
    await atAws("empty", async ({ orgsync, name }) => {
      expect((await orgsync("plan", "--out", "plan.json")).stdout).not.toContain("which apply needs");
      const first = await orgsync("apply", "--plan", "plan.json");
      // Identity Center is still to be switched on by hand.
      expect(first.code).toBe(6);
      const line = /organization: \{ id: o-[a-z0-9]+ \}/.exec(first.stdout)?.[0] ?? "none";
      expect((await orgsync("apply", "--plan", "plan.json")).code).toBe(4);
      await name(line);
      // Nothing more can be done; the plan that made the organization still covers what waits.
      const rest = await orgsync("apply", "--plan", "plan.json");
      expect(rest.stderr).toContain("org.yaml says something else by now");
      expect(rest.stderr).not.toContain("ORG");
      expect(rest.code).toBe(1);
    });
  });

  test("the sandbox needs none", async () => {
    await inExample("guide", async ({ orgsync }) => {
      expect((await orgsync(["plan", "--sandbox=sandbox.json"])).stdout).not.toContain("which apply needs");
      expect((await orgsync(["apply", "--sandbox=sandbox.json", "--yes"])).code).toBe(0);
    });
  });
});

describe("the age of an approved plan, by the clock of this machine", () => {
  const DAY = 24 * 60 * 60_000;

  test.each([
    [13 * DAY, 0, /made 13 days ago/],
    [3 * 60 * 60_000, 0, /made 3 hours ago/],
    [
      15 * DAY,
      5,
      /ORG0612: plan\.json cannot be applied: it is 15\.0 days old \(.*\), and an approval is good for 14 days/,
    ],
    [-DAY, 5, /ORG0612: plan\.json cannot be applied: it says that it was made on .*, 14\d\d minutes from now/],
  ])("after %i ms: exit %i", async (ms, code, message) => {
    await atAws("guide", async ({ orgsync, name, pass, asked }) => {
      await name(LINE);
      await orgsync("plan", "--out", "plan.json");
      await pass(ms);
      const applied = await orgsync("apply", "--plan", "plan.json");
      expect(applied.stderr).toMatch(message);
      expect(applied.code).toBe(code);
      expect(writesOf(asked).length > 0).toBe(code === 0);
    });
  });
});
