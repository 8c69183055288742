import { describe, expect, test } from "vitest";
import type { Drift } from "../../src/model/drift.ts";
import type { World } from "../../src/sandbox/index.ts";
import { type Folder, inExample } from "./folder.ts";

const SANDBOX = "--sandbox=sandbox.json";

/** The example, applied, and what somebody then did in AWS: another session length, one person less, one more group. */
function inDrifted(work: (folder: Folder) => Promise<void>): Promise<void> {
  return inExample("company", async (folder) => {
    expect((await folder.orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
    const world = JSON.parse(await folder.read("sandbox.json")) as World;
    const center = world.identityCenter;
    if (center === null) throw new Error("not switched on");
    const set = Object.values(center.permissionSets).find(({ name }) => name === "Billing");
    const kim = Object.values(center.users).find(({ userName }) => userName === "kim@acme.com");
    const membership = Object.entries(center.memberships).find(([, { userId }]) => userId === kim?.id);
    if (set === undefined || membership === undefined) throw new Error("not as the example has it");
    Object.assign(set, { sessionDuration: "PT2H" });
    delete (center.memberships as Record<string, unknown>)[membership[0]];
    await folder.write(JSON.stringify(world), "sandbox.json");
    await work(folder);
  });
}

describe("drift", () => {
  test("exits with 0 and says so when AWS is what org.yaml says", async () => {
    await inExample("company", async ({ orgsync }) => {
      await orgsync(["apply", SANDBOX, "--yes"]);
      const { code, stdout } = await orgsync(["drift", SANDBOX]);
      expect(stdout).toContain("No changes. AWS matches org.yaml");
      expect(code).toBe(0);
    });
  });

  test("exits with 2, and gives both answers", async () => {
    await inDrifted(async ({ orgsync }) => {
      const { code, stdout } = await orgsync(["drift", SANDBOX]);
      expect(code).toBe(2);
      expect(stdout).toContain("+ developers → kim@acme.com");
      expect(stdout.slice(stdout.indexOf("To put AWS back"))).toBe(`To put AWS back to what org.yaml says:
  orgsync apply

To keep what AWS has, write into org.yaml, in place of entries of the same names:
groups:
  developers: { members: [dax@acme.com, jay@acme.com] }

permissionSets:
  Billing:
    sessionDuration: 2h
    relayState: https://console.aws.amazon.com/billing/home
    managedPolicies: [job-function/Billing]
`);
    });
  });

  test("asks no rail: whatever has gone is only shown", async () => {
    await inExample("company", async ({ orgsync, read, write }) => {
      await orgsync(["apply", SANDBOX, "--yes"]);
      await write(
        (await read("org.yaml"))
          .replace(/^ {2}(jay|kim|lee)@.*\n/gm, "")
          .replace(/, (jay|kim|lee)@acme.com/g, "")
          .replace("[lee@acme.com]", "[]"),
      );
      expect((await orgsync(["plan", SANDBOX])).code).toBe(4);
      const { code, stdout } = await orgsync(["drift", SANDBOX]);
      expect(stdout).not.toContain("refused");
      expect(code).toBe(2);
    });
  });

  test.each(["json", "markdown", "github"])("writes the same with --out, for show to show as %s", async (format) => {
    await inDrifted(async ({ orgsync, read }) => {
      const { stdout } = await orgsync(["drift", SANDBOX, "--out", "drift.json", "--format", format]);
      const document = JSON.parse(await read("drift.json")) as Drift;
      expect(document.plan.changes.map(({ address }) => address)).toEqual([
        "membership:developers:kim@acme.com",
        "permissionSet:Billing",
      ]);
      expect((await orgsync(["show", "drift.json", "--format", format])).stdout).toBe(stdout);
    });
  });
});

describe("show", () => {
  test("shows a plan as plan has shown it, and what became of it as apply has", async () => {
    await inExample("company", async ({ orgsync }) => {
      for (const format of ["text", "markdown", "github"]) {
        const { stdout } = await orgsync(["plan", SANDBOX, "--out", "plan.json", "--format", format]);
        expect((await orgsync(["show", "plan.json", "--format", format])).stdout).toBe(stdout);
      }
      const applied = await orgsync(["apply", SANDBOX, "--yes", "--out", "applied.json", "--format", "markdown"]);
      expect(applied.stdout).toMatch(/^## ✅ orgsync apply: applied \d+\/\d+ in /);
      expect(applied.stderr).toMatch(/\[ *1\/\d+\] ✓/);
      expect((await orgsync(["show", "applied.json", "--format", "markdown"])).stdout).toBe(applied.stdout);
      expect((await orgsync(["show", "applied.json"])).stdout).toMatch(/✓ applied \d+\/\d+ in /);
    });
  });

  test.each([
    ["nothing.json", undefined, "there is no such file"],
    ["text.json", "not JSON", "it is not JSON"],
    ["empty.json", "\n", "it is empty"],
    ["other.json", `{ "formatVersion": 1 }`, "it is no plan, and no result of apply or drift: tool is missing"],
    [
      "apply.json",
      `{ "document": "apply", "plan": {} }`,
      "it is no plan, and no result of apply or drift: formatVersion is missing",
    ],
    [".", undefined, "it is a folder"],
  ])("says why it cannot show %s", async (file, text, why) => {
    await inExample("guide", async ({ orgsync, write }) => {
      if (text !== undefined) await write(text, file);
      const { code, stdout, stderr } = await orgsync(["show", file]);
      expect(stderr).toBe(
        `error ORG0702: ${file} cannot be shown: ${why}\n  help: name a file that orgsync plan, apply or drift wrote with --out\n`,
      );
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    });
  });
});
