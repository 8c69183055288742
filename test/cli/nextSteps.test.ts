import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { golden } from "../support/golden.ts";
import { type Folder, inExample } from "./folder.ts";

const goldenFile = (name: string): string => fileURLToPath(new URL(`golden/${name}`, import.meta.url));

const apply = ({ orgsync }: Folder, ...more: string[]) =>
  orgsync(["apply", "--sandbox", "--yes", ...more], { columns: 80 });

/** What an apply says after its result. */
async function stepsAfter(folder: Folder, ...more: string[]): Promise<string> {
  const { code, stdout } = await apply(folder, ...more);
  expect(code).toBe(0);
  return stdout.split("\nNext steps\n")[1] ?? "";
}

/** The guide with a part of its file written otherwise. */
const withFile = (from: string | RegExp, to: string, work: (folder: Folder) => Promise<void>): Promise<void> =>
  inExample("guide", async (folder) => {
    const text = await folder.read("org.yaml");
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    await folder.write(changed);
    await work(folder);
  });

describe("what is left to people after an apply", () => {
  test("of the guide, at 80 columns, and nothing after the next one", async () => {
    await inExample("guide", async (folder) => {
      const { code, stdout } = await apply(folder);
      expect(code).toBe(0);
      golden(goldenFile("next-steps.txt"), stdout.slice(stdout.indexOf("\nNext steps\n")));
      expect((await apply(folder)).stdout).not.toContain("Next steps");
    });
  });

  test("the ids that are to be written are the accounts', and once written are not told again", async () => {
    await inExample("guide", async (folder) => {
      const steps = await stepsAfter(folder);
      const [, id] = /id: "(\d{12})" # acme-dev\n/.exec(steps) ?? [];
      const text = await folder.read("org.yaml");
      await folder.write(text.replace("  acme-dev:\n", `  acme-dev:\n    id: "${id}"\n`));
      const again = await folder.orgsync(["plan", "--sandbox"]);
      expect(again.stdout).toContain("No changes.");
    });
  });

  test("a user and an account that no assignment names", async () => {
    await withFile(
      /assignments:[^]*/,
      "assignments:\n  - { users: [dax@acme.com], permissionSets: [AdministratorAccess], accounts: [acme] }\n",
      async (folder) => {
        await folder.write(
          (await folder.read("org.yaml")).replace(
            "users:\n",
            "users:\n  eve@acme.com: { givenName: E, familyName: V }\n",
          ),
        );
        const steps = await stepsAfter(folder);
        expect(steps).toMatch(/- eve@acme\.com \(reaches no account yet: no assignment gives any\)/);
        expect(steps).toMatch(/- dax@acme\.com\n/);
        expect(steps).toMatch(/acme-dev, which\s+nobody\s+reaches\s+yet:\s+no\s+assignment\s+names\s+it\)/);
        expect(steps).toContain("orgsync aws-config --user dax@acme.com\n");
      },
    );
  });

  test("without assignments: it is not said who reaches what", async () => {
    await withFile(/assignments:[^]*/, "", async (folder) => {
      const steps = await stepsAfter(folder);
      expect(steps).toContain("- dax@acme.com\n");
      expect(steps).not.toMatch(/reaches|aws-config --user/);
    });
  });

  test.each([
    ["rootAccess: { credentialsManagement: true }\n", "their root users have no credentials"],
    ["rootAccess: {}\n", "their root users have no password"],
    ["", undefined],
  ])("root users, where org.yaml has %j", async (section, says) => {
    await withFile(
      "accounts:\n",
      `trustedServices: [iam.amazonaws.com, sso.amazonaws.com]\n${section}accounts:\n`,
      async (folder) => {
        const steps = (await stepsAfter(folder)).replace(/\s+/g, " ");
        if (says === undefined) expect(steps).not.toContain("root user");
        else expect(steps).toContain(says);
      },
    );
  });

  test("a name that a shell would read otherwise stands in quotes where it is to be copied", async () => {
    const odd = "o'neil@acme.com";
    await withFile("  dax@acme.com: {", `  "${odd}": {`, async (folder) => {
      await folder.write((await folder.read("org.yaml")).replace("users: [dax@acme.com]", `users: ["${odd}"]`));
      expect(await stepsAfter(folder)).toContain("orgsync aws-config --user 'o'\\''neil@acme.com'\n");
    });
  });

  test("before Identity Center is there, only what is about accounts", async () => {
    await inExample("guide", async (folder) => {
      expect((await folder.orgsync(["sandbox", "reset", "--from", "empty"])).code).toBe(0);
      const { code, stdout } = await apply(folder);
      expect(code).toBe(6);
      const steps = stdout.split("\nNext steps\n")[1] ?? "";
      expect(steps).toMatch(/id: "\d{12}" # acme-dev\n/);
      // Who reaches them waits for Identity Center, and is no gap in the file.
      expect(steps).not.toMatch(/sign in|aws-config --user|nobody/);
    });
  });

  test("they are in what --out writes, and in each way to show it", async () => {
    await inExample("guide", async (folder) => {
      await stepsAfter(folder, "--out", "applied.json");
      const { next } = JSON.parse(await folder.read("applied.json")) as {
        next: { users: unknown; accounts: unknown[] };
      };
      expect(next.users).toMatchObject([{ name: "dax@acme.com", reaches: true }]);
      expect(next.accounts).toHaveLength(2);
      const text = await folder.orgsync(["show", "applied.json"]);
      expect(text.stdout).toContain("\nNext steps\n");
      const markdown = await folder.orgsync(["show", "applied.json", "--format", "markdown"]);
      expect(markdown.stdout).toContain("### Next steps\n");
    });
  });
});
