import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "../../src/model/errors.ts";
import { type Folder, inExample } from "./folder.ts";

const SANDBOX = "--sandbox=sandbox.json";

/** The example, applied; then jay becomes an administrator in the file, and no longer a developer. */
function inEdited(work: (folder: Folder) => Promise<void>): Promise<void> {
  return inExample("company", async (folder) => {
    expect((await folder.orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
    const text = (await folder.read("org.yaml"))
      .replace("members: [dax@acme.com, jay@acme.com, kim@acme.com]", "members: [dax@acme.com, kim@acme.com]")
      .replace("members: [dax@acme.com]", "members: [dax@acme.com, jay@acme.com]");
    await folder.write(text);
    await work(folder);
  });
}

describe("explain", () => {
  test("every way by which a person reaches an account, with its places, now and after the next apply", async () => {
    await inEdited(async ({ orgsync }) => {
      const { code, stdout } = await orgsync(["explain", "jay@acme.com", "acme-dev", SANDBOX]);
      expect(stdout).toBe(`acme-dev
  AdministratorAccess · may do everything · sessions of 12h
    via group admins, in Workloads  + from the next apply on         org.yaml:76, member org.yaml:43
  DeveloperAccess · sessions of 8h
    via group developers  - until the next apply
`);
      expect(code).toBe(0);
    });
  });

  test("without an account all of them; a person by the name before the @", async () => {
    await inEdited(async ({ orgsync }) => {
      const { stdout } = await orgsync(["explain", "Kim", SANDBOX]);
      expect(stdout.match(/^acme.*$/gm)).toEqual(["acme-dev", "acme-staging", "acme-production"]);
    });
  });

  test("who can: everybody who reaches an account, or with one permission set only", async () => {
    await inEdited(async ({ orgsync }) => {
      const { stdout } = await orgsync(["explain", "--who-can", "acme", SANDBOX]);
      expect(stdout).toBe(`acme (management account)
  AdministratorAccess · may do everything · sessions of 12h
    dax@acme.com  via group admins                                   org.yaml:73, member org.yaml:43
    jay@acme.com  via group admins  + from the next apply on         org.yaml:73, member org.yaml:43
  Billing · sessions of 1h
    lee@acme.com  via group finance                                  org.yaml:85, member org.yaml:47
`);
      const billing = await orgsync(["explain", "--who-can", "acme", "Billing", SANDBOX, "--format", "json"]);
      expect(JSON.parse(billing.stdout)).toMatchObject({
        reach: [
          {
            who: "lee@acme.com",
            permissionSet: "Billing",
            management: true,
            ways: [{ group: "finance", when: "now" }],
          },
        ],
      });
    });
  });

  test("says so when there is no way", async () => {
    await inEdited(async ({ orgsync }) => {
      const nobody = await orgsync(["explain", "lee@acme.com", "acme-dev", SANDBOX]);
      expect(nobody).toMatchObject({ code: 0, stdout: "lee@acme.com reaches acme-dev in no way\n" });
      const set = await orgsync(["explain", "--who-can", "acme-dev", "Billing", SANDBOX]);
      expect(set).toMatchObject({ code: 0, stdout: "nobody reaches acme-dev with Billing\n" });
    });
  });

  test("names that nobody has, with the nearest", async () => {
    await inEdited(async ({ orgsync }) => {
      const { code, stderr } = await orgsync(["explain", "daxx@acme.com", SANDBOX]);
      expect(stderr).toBe(
        "error ORG0301: there is no user or group daxx@acme.com, in org.yaml or in AWS\n  help: did you mean dax@acme.com?\n",
      );
      expect(code).toBe(1);
    });
  });

  test("needs assignments in the file", async () => {
    await inExample("company", async ({ orgsync, write }) => {
      await write("version: 1\nusers: {}\n");
      expect(await orgsync(["explain", "jay@acme.com", SANDBOX])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("error ORG0605: org.yaml has no assignments:"),
      });
    });
  });

  test.each(Object.keys(ERROR_CODES).filter((code) => code !== "ORG0799"))(
    "%s says what it is about, without any file",
    async (code) => {
      await inExample("guide", async ({ orgsync }) => {
        const { stdout, code: exit } = await orgsync(["explain", code, "-f", "nothing.yaml"]);
        expect(stdout).toMatch(new RegExp(`^${code}: .+\\n(?:\\S.+\\n)?\\n\\S.+\\n`));
        expect(exit).toBe(0);
      });
    },
  );
});
