import { describe, expect, test } from "vitest";
import { type Folder, inExample } from "./folder.ts";

const SANDBOX = "--sandbox=sandbox.json";

const changesOf = (stdout: string) =>
  (JSON.parse(stdout) as { changes: { action: string; address: string; waits?: string }[] }).changes.map(
    ({ action, address, waits }) => ({
      what: `${action} ${address}`,
      waits: waits !== undefined,
    }),
  );

async function applied(folder: Folder): Promise<void> {
  expect((await folder.orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
}

const step = (folder: Folder, ...words: string[]) => folder.orgsync(["sandbox", "do", SANDBOX, ...words]);

test("Identity Center is not switched on: what can be is made, the rest waits for a person", async () => {
  await inExample("guide", async (folder) => {
    const { orgsync } = folder;
    await orgsync(["sandbox", "reset", SANDBOX, "--from", "empty"]);
    const planned = await orgsync(["plan", SANDBOX]);
    expect(planned.code).toBe(0);
    expect(planned.stdout).toContain("https://console.aws.amazon.com/singlesignon/home");
    expect(planned.stdout).toMatch(/\(6 wait for a person\)/);
    const changes = changesOf((await orgsync(["plan", SANDBOX, "--format", "json"])).stdout);
    expect(changes.filter(({ waits }) => !waits).map(({ what }) => what)).toEqual([
      "create organization",
      "create account:acme-dev",
      "create account:acme-production",
    ]);
    const first = await orgsync(["apply", SANDBOX, "--yes"]);
    expect(first.code).toBe(6);
    expect(first.stdout).toMatch(/applied in part: applied 3\/9 in .*; 6 waiting for a person/);
    expect(first.stdout).toMatch(/organization: \{ id: o-[a-z0-9]+ \}/);
    // Nothing more can be done yet.
    expect((await orgsync(["apply", SANDBOX, "--yes"])).code).toBe(1);
    expect((await step(folder, "enable-identity-center", "us-east-1")).code).toBe(0);
    await applied(folder);
    expect((await orgsync(["plan", SANDBOX, "--detailed-exitcode"])).code).toBe(0);
  });
});

describe("the right organization", () => {
  test("another id than the file's: refused after the first reads", async () => {
    await inExample("guide", async ({ orgsync, read, write }) => {
      await write((await read("org.yaml")).replace("organization: {}", "organization: { id: o-zzzzzzzzzz }"));
      for (const argv of [
        ["plan", SANDBOX],
        ["apply", SANDBOX, "--yes"],
      ]) {
        const { code, stdout, stderr } = await orgsync([...argv, "--log-level", "debug", "--log-format", "json"]);
        expect(code).toBe(4);
        expect(stdout).toBe("");
        expect(stderr).toMatch(
          /^org\.yaml:\d+:\d+ {2}error ORG0403 {2}organization\.id is o-zzzzzzzzzz, but the caller's account \d{12} is in o-/m,
        );
        const called = stderr
          .split("\n")
          .flatMap((line) => (line.startsWith("{") ? [(JSON.parse(line) as { operation: string }).operation] : []));
        expect(called).toEqual(["sts:GetCallerIdentity", "organizations:DescribeOrganization"]);
      }
    });
  });

  test("an id, but no organization yet: refused", async () => {
    await inExample("guide", async ({ orgsync, read, write }) => {
      await orgsync(["sandbox", "reset", SANDBOX, "--from", "empty"]);
      await write((await read("org.yaml")).replace("organization: {}", "organization: { id: o-zzzzzzzzzz }"));
      expect(await orgsync(["plan", SANDBOX])).toMatchObject({
        code: 4,
        stderr: expect.stringContaining("is in no organization"),
      });
    });
  });
});

describe("names that AWS decides", () => {
  test("a section that is absent: names are looked up in AWS, and the nearest is suggested", async () => {
    await inExample("guide", async (folder) => {
      await applied(folder);
      await folder.write(
        [
          "version: 1",
          "identityCenter: { region: us-east-1 }",
          "groups:",
          "  admins: { members: [dax@acme.co] }",
          "assignments:",
          "  - users: [dax@acme.com]",
          "    permissionSets: [AdministratorAcces]",
          "    accounts: [acme-def]",
        ].join("\n"),
      );
      const { code, stderr, stdout } = await folder.orgsync(["plan", SANDBOX]);
      expect(code).toBe(3);
      expect(stdout).toBe("");
      expect(stderr).toContain("org.yaml:4:23");
      expect(stderr).toMatch(/unknown user dax@acme\.co: neither org\.yaml nor AWS has it/);
      expect(stderr).toMatch(/unknown permission set AdministratorAcces[\s\S]*did you mean `AdministratorAccess`/);
      expect(stderr).toMatch(/unknown account acme-def[\s\S]*did you mean `acme-dev`/);
    });
  });

  test("a section that is absent is left alone", async () => {
    await inExample("guide", async (folder) => {
      await applied(folder);
      await folder.write(
        "version: 1\nidentityCenter: { region: us-east-1 }\ngroups:\n  admins: { members: [dax@acme.com] }\n",
      );
      const { stdout } = await folder.orgsync(["plan", SANDBOX, "--format", "json"]);
      expect(changesOf(stdout).map(({ what }) => what)).toEqual([
        "create group:admins",
        "create membership:admins:dax@acme.com",
      ]);
    });
  });
});

describe("accounts that are not as the file has them", () => {
  test("closed in AWS: an error without closed: true, nothing to do with it", async () => {
    await inExample("guide", async (folder) => {
      await applied(folder);
      expect((await step(folder, "close-account", "acme-dev")).code).toBe(0);
      const { code, stderr } = await folder.orgsync(["plan", SANDBOX]);
      expect(code).toBe(3);
      expect(stderr).toMatch(/account acme-dev \(\d{12}\) is (PENDING_CLOSURE|CLOSED) in AWS/);
      expect(stderr).toContain("closed: true");
      const text = await folder.read("org.yaml");
      await folder.write(
        text
          .replace("email: aws+dev@acme.com", "email: aws+dev@acme.com\n    closed: true")
          .replace("acme, acme-dev, acme-production", "acme, acme-production"),
      );
      const closed = await folder.orgsync(["plan", SANDBOX, "--format", "json"]);
      expect(closed.code).toBe(0);
      expect(changesOf(closed.stdout).filter(({ what }) => what.includes("account:"))).toEqual([]);
    });
  });

  test("suspended: a notice, and no change of its access", async () => {
    await inExample("company", async (folder) => {
      await applied(folder);
      expect((await step(folder, "suspend-account", "acme-staging")).code).toBe(0);
      const { code, stdout } = await folder.orgsync(["plan", SANDBOX]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/acme-staging.*SUSPENDED/);
      const again = await folder.orgsync(["plan", SANDBOX, "--format", "json"]);
      expect(changesOf(again.stdout)).toEqual([]);
    });
  });

  test("a name that a live account of another e-mail has: an error, never a second account", async () => {
    await inExample("guide", async (folder) => {
      await applied(folder);
      await folder.write((await folder.read("org.yaml")).replace("aws+dev@acme.com", "aws+develop@acme.com"));
      const { code, stderr } = await folder.orgsync(["plan", SANDBOX]);
      expect(code).toBe(3);
      expect(stderr).toMatch(
        /account acme-dev \(aws\+develop@acme\.com\) is not in the organization, but an account of that name is/,
      );
    });
  });

  test("left out of the file: reported as not managed, never closed", async () => {
    await inExample("guide", async (folder) => {
      await applied(folder);
      const text = await folder.read("org.yaml");
      await folder.write(
        text
          .replace(/ {2}acme-dev:\n {4}email: aws\+dev@acme\.com\n/, "")
          .replace("acme, acme-dev, acme-production", "acme, acme-production"),
      );
      const { stdout } = await folder.orgsync(["plan", SANDBOX, "--format", "json"]);
      expect(changesOf(stdout).map(({ what }) => what)).toEqual([
        "delete assignment:user/dax@acme.com:AdministratorAccess:acme-dev",
      ]);
      expect(JSON.stringify((JSON.parse(stdout) as { notManaged: unknown }).notManaged)).toContain("account:acme-dev");
    });
  });
});

test("consolidated billing only: a notice with the link", async () => {
  await inExample("guide", async (folder) => {
    await folder.orgsync(["sandbox", "reset", SANDBOX]);
    expect((await step(folder, "set-consolidated-billing")).code).toBe(0);
    const { stdout } = await folder.orgsync(["plan", SANDBOX]);
    expect(stdout).toContain("consolidated billing only");
    expect(stdout).toContain("https://console.aws.amazon.com/organizations/v2/home/settings");
  });
});
