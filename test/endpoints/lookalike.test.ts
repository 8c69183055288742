import { cp, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { newWorld } from "../../src/sandbox/index.ts";
import { hastyClock } from "../faults/clock.ts";
import { inFolder, type Ran, run } from "../support/io.ts";
import { type Habits, lookalike } from "./lookalike.ts";
import { environment, example } from "./server.ts";

afterEach(() => vi.unstubAllEnvs());

interface There {
  readonly asked: ReadonlySet<string>;
  readonly orgsync: (...argv: string[]) => Promise<Ran>;
  /** Writes org.yaml, which names the organization as it must. */
  readonly write: (text: string) => Promise<void>;
}

/** A folder with an example, and the look-alike that AWS_ENDPOINT_URL points to. */
async function at(name: string, work: (there: There) => Promise<void>, habits: Habits = {}): Promise<void> {
  const world = newWorld("guide");
  const clock = hastyClock(world.now);
  const server = await lookalike(world, clock, habits);
  for (const [key, value] of Object.entries(environment(server.url))) vi.stubEnv(key, value);
  try {
    await inFolder(async (cwd) => {
      await cp(dirname(example(name)), cwd, { recursive: true });
      const orgsync = (...argv: string[]) => run(argv, { cwd, clock });
      const path = join(cwd, "org.yaml");
      const write = (text: string) => writeFile(path, naming(text, world.organization?.id ?? ""));
      await write(await readFile(path, "utf8"));
      await work({ asked: server.asked, orgsync, write });
    });
  } finally {
    await server.close();
  }
}

/** The file with the id of the organization in it. */
const naming = (text: string, id: string): string =>
  text.replace(/^organization: \{\}.*\n/m, "").replace(/^version: 1\n/m, `version: 1\norganization: { id: ${id} }\n`);

describe("another endpoint, with other habits", () => {
  test.each(["guide", "company"])("applies the example %s, and then finds no change", async (name) => {
    await at(name, async ({ orgsync, asked }) => {
      const planned = await orgsync("plan", "--detailed-exitcode");
      expect(planned).toMatchObject({ code: 2, stderr: "" });
      const applied = await orgsync("apply", "--yes");
      expect(applied.stderr).toBe("");
      expect(applied.stdout).toMatch(/✓ applied (\d+)\/\1 in /);
      expect(applied.code).toBe(0);
      const again = await orgsync("plan", "--format", "json");
      expect(JSON.parse(again.stdout)).toMatchObject({ changes: [] });
      // Without paths the accounts' places are asked for.
      if (name === "company") expect(asked).toContain("ListAccountsForParent");
    });
  });

  test("changes what is there, and then finds no change", async () => {
    await at("company", async ({ orgsync, write }) => {
      expect((await orgsync("apply", "--yes")).code).toBe(0);
      const wanted = `
version: 1
identityCenter: { region: us-east-1 }
accounts:
  acme: { email: aws@acme.com, management: true }
  acme-dev: { email: aws+dev@acme.com, ou: root, tags: {} }
  acme-staging: { email: aws+staging@acme.com, ou: Sandbox }
  acme-production: { email: aws+production@acme.com }
organizationalUnits:
  Sandbox: {}
  Workloads: {}
  Workloads/Production: {}
users:
  dax@acme.com: { givenName: Dax, familyName: Raad, title: Founder }
  jay@acme.com: { givenName: Jay, familyName: Lee }
groups:
  admins: { members: [dax@acme.com, jay@acme.com] }
permissionSets:
  AdministratorAccess: { managedPolicies: [AdministratorAccess] }
assignments:
  - { groups: [admins], permissionSets: [AdministratorAccess], accounts: [acme], ous: [root] }
  - { users: [dax@acme.com], permissionSets: [AdministratorAccess], accounts: [acme-dev] }
`;
      await write(wanted);
      // So much at once is refused, and acknowledged.
      const refused = await orgsync("plan");
      expect(refused.code).toBe(4);
      await write(
        wanted +
          (/^acknowledge:\n(?: .*\n)+/m.exec(refused.stdout)?.[0] ?? "").replace(/reason: .*/g, "reason: They left"),
      );
      const applied = await orgsync("apply", "--yes");
      expect(applied.stdout).toMatch(/✓ applied (\d+)\/\1 in /);
      expect(applied.code).toBe(0);
      expect(JSON.parse((await orgsync("plan", "--format", "json")).stdout)).toMatchObject({ changes: [] });
    });
  });
});

describe("an endpoint that lacks an operation", () => {
  const OPERATIONS = [
    "sts:GetCallerIdentity",
    "organizations:DescribeOrganization",
    "organizations:ListAccounts",
    "organizations:ListAccountsForParent",
    "ssoAdmin:ListInstances",
    "ssoAdmin:GetPermissionsBoundaryForPermissionSet",
    "ssoAdmin:ListAccountAssignmentsForPrincipal",
    "identityStore:ListGroupMemberships",
  ];
  const cases = OPERATIONS.flatMap((operation) =>
    (["html", "not-found", "error"] as const).map((lack) => ({ operation, lack })),
  );

  test.each(cases)("$operation, said with $lack: it is named, and no plan is made", async ({ operation, lack }) => {
    const name = operation.split(":")[1] ?? "";
    await at(
      "company",
      async ({ orgsync, write }) => {
        // Something of everything is there already, so that everything is read.
        await write(`
version: 1
identityCenter: { region: us-east-1 }
accounts: { acme: { email: aws@acme.com, management: true } }
organizationalUnits: {}
users: { dax@acme.com: { givenName: Dax, familyName: Raad } }
groups: { admins: { members: [dax@acme.com] } }
permissionSets: { Admin: {}, Build: {}, Read: {} }
assignments: [{ groups: [admins], permissionSets: [Admin, Build, Read], accounts: [acme] }]
`);
        await orgsync("apply", "--yes");
        const planned = await orgsync("plan");
        expect(planned).toMatchObject({ code: 1, stdout: "" });
        expectNamed(planned.stderr, operation);
      },
      { lacks: { [name]: lack } },
    );
  });

  test.each(["html", "not-found", "error"] as const)(
    "CreateUser, said with %s: it is named, the rest is made, exit 6",
    async (lack) => {
      await at(
        "guide",
        async ({ orgsync }) => {
          const { code, stdout } = await orgsync("apply", "--yes");
          expect(code).toBe(6);
          expect(stdout).toContain("identityStore:CreateUser");
          expect(stdout).toMatch(/✓ account acme-dev created/);
          expect(stdout).not.toMatch(/\n\s+at /);
        },
        { lacks: { CreateUser: lack } },
      );
    },
  );

  test("ListCreateAccountStatus: no account is created without looking for one that is under way", async () => {
    await at(
      "guide",
      async ({ orgsync, asked }) => {
        const { code, stdout } = await orgsync("apply", "--yes");
        expect(code).toBe(6);
        expect(stdout).toContain("organizations:ListCreateAccountStatus");
        expect(stdout).toContain("the endpoint does not implement this operation");
        expect(asked).not.toContain("CreateAccount");
      },
      { lacks: { ListCreateAccountStatus: "error" } },
    );
  });

  test("GetAccountInformation: the names that Organizations lists are used", async () => {
    await at(
      "guide",
      async ({ orgsync }) => {
        expect((await orgsync("apply", "--yes")).code).toBe(0);
        expect((await orgsync("plan", "--detailed-exitcode")).code).toBe(0);
      },
      { lacks: { GetAccountInformation: "html" } },
    );
  });
});

function expectNamed(stderr: string, operation: string): void {
  expect(stderr).toContain(operation);
  expect(stderr).toContain("the endpoint does not implement this operation");
  expect(stderr).not.toMatch(/\n\s+at /);
}
