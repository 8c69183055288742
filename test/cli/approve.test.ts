import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/model/plan.ts";
import { documentJson } from "../../src/report/json.ts";
import type { World } from "../../src/sandbox/index.ts";
import { signed } from "../support/plans.ts";
import { type Folder, inExample } from "./folder.ts";

const SANDBOX = "--sandbox=sandbox.json";
const PLAN = "plan.json";
const APPLY = ["apply", SANDBOX, "--plan", PLAN];

/** The example, applied, and an approved plan of another session length, another group and one person less. */
function inApproved(work: (folder: Folder) => Promise<void>): Promise<void> {
  return inExample("company", async (folder) => {
    expect((await folder.orgsync(["apply", SANDBOX, "--yes"])).code).toBe(0);
    const text = (await folder.read("org.yaml"))
      .replace("sessionDuration: 12h", "sessionDuration: 4h")
      .replace("members: [dax@acme.com, jay@acme.com, kim@acme.com]", "members: [dax@acme.com, jay@acme.com]")
      .replace("  finance:\n", "  auditors: { members: [lee@acme.com] }\n  finance:\n");
    await folder.write(text);
    expect((await folder.orgsync(["plan", SANDBOX, "--out", PLAN])).stdout).toContain(
      "Plan: 2 to create, 1 to update, 1 to delete.",
    );
    await work(folder);
  });
}

/** What somebody does in AWS between plan and apply. */
async function elsewhere({ read, write }: Folder, edit: (world: World) => void): Promise<void> {
  const world = JSON.parse(await read("sandbox.json")) as World;
  edit(world);
  await write(JSON.stringify(world), "sandbox.json");
}

/** What the sandbox has, but the time. */
const thingsIn = async ({ read }: Folder) => {
  const { organization, identityCenter: center, alternateContacts } = JSON.parse(await read("sandbox.json")) as World;
  return { organization, center, alternateContacts };
};

const planOf = async ({ read }: Folder): Promise<Plan> => JSON.parse(await read(PLAN)) as Plan;
const identityCenter = ({ identityCenter: center }: World) => {
  if (center === null) throw new Error("not switched on");
  return center;
};
const named = <T extends object>(things: Readonly<Record<string, T>>, name: string): T => {
  const found = Object.values(things).find((one) => Object.values(one).includes(name));
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

/** What apply says of the approved plan: who made it, when, and of what. */
const HEAD = /^approved plan [0-9a-f]{8} of orgsync \d+\.\d+\.\d+, made [a-z0-9 ]+, org\.yaml [0-9a-f]{8}\n/;

describe("apply --plan", () => {
  test("applies what was approved without asking, and says which plan that is", async () => {
    await inApproved(async (folder) => {
      const { orgsync } = folder;
      const { code, stdout, stderr } = await orgsync(APPLY);
      const { digest, source, tool } = await planOf(folder);
      expect(stderr).toBe(
        `approved plan ${digest.slice(0, 8)} of orgsync ${tool.version}, made just now, org.yaml ${source.digest.slice(0, 8)}\n`,
      );
      expect(stdout).toContain("Plan: 2 to create, 1 to update, 1 to delete.");
      expect(stdout).toContain("✓ applied 4/4 in ");
      expect(code).toBe(0);
      // The file stays good for a rerun, with nothing left to do.
      expect(await orgsync(APPLY)).toMatchObject({ code: 0, stdout: expect.stringContaining("No changes.") });
    });
  });

  test.each([["--yes"], ["--no-input"]])("with %s as well", async (flag) => {
    await inApproved(async ({ orgsync }) => {
      expect((await orgsync([...APPLY, flag])).code).toBe(0);
      expect((await orgsync(["plan", SANDBOX, "--detailed-exitcode"])).code).toBe(0);
    });
  });

  test("--format json keeps stdout for events", async () => {
    await inApproved(async ({ orgsync }) => {
      const { code, stdout, stderr } = await orgsync([...APPLY, "--format", "json"]);
      expect(code).toBe(0);
      expect(stderr).toMatch(HEAD);
      const types = stdout
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { type: string }).type);
      expect(types.filter((type) => type === "done")).toHaveLength(4);
    });
  });

  test("an interrupted apply goes on with the same plan", async () => {
    await inApproved(async (folder) => {
      const { orgsync } = folder;
      const before = await thingsIn(folder);
      let interrupt = (): void => undefined;
      const partly = await orgsync(APPLY, {
        signals: (handle) => (interrupt = () => handle("SIGINT")),
        onWrite(text) {
          if (!text.includes("✓ ")) return;
          interrupt();
          interrupt = () => undefined;
        },
      });
      expect(partly.code).toBe(130);
      expect(partly.stdout).toMatch(/interrupted: applied [1-3]\/4/);
      expect(await thingsIn(folder)).not.toEqual(before);
      expect((await orgsync(APPLY)).code).toBe(0);
      expect((await orgsync(["plan", SANDBOX, "--detailed-exitcode"])).code).toBe(0);
    });
  });

  test("what somebody has done already is not done again", async () => {
    await inApproved(async (folder) => {
      await elsewhere(folder, (world) => {
        const center = identityCenter(world);
        named(center.permissionSets, "AdministratorAccess").sessionDuration = "PT4H";
      });
      const { code, stdout } = await folder.orgsync(APPLY);
      expect(stdout).toContain("✓ applied 3/3 in ");
      expect(code).toBe(0);
    });
  });
});

describe("5: stale", () => {
  test("what has moved in AWS and in org.yaml is told, change by change, and nothing is written", async () => {
    await inApproved(async (folder) => {
      const { orgsync, read, write } = folder;
      await elsewhere(folder, (world) => {
        const center = identityCenter(world);
        named(center.permissionSets, "AdministratorAccess").sessionDuration = "PT8H";
        const { id: groupId } = named(center.groups, "finance");
        const { id: userId } = named(center.users, "kim@acme.com");
        center.memberships["0000cccc-0000-4000-8000-000000000000"] = {
          id: "0000cccc-0000-4000-8000-000000000000",
          groupId,
          userId,
          createdAt: 0,
          updatedAt: 0,
        };
      });
      const before = await thingsIn(folder);
      await write((await read("org.yaml")).replace("auditors: {", "auditors: { description: They look on,"));
      for (const format of ["text", "json"]) {
        const { code, stdout, stderr } = await orgsync([...APPLY, "--format", format]);
        expect(code).toBe(5);
        if (format === "text") expect(stdout).toContain("Plan: 2 to create, 1 to update, 2 to delete.");
        else expect(stdout).toBe("");
        expect(stderr.replace(HEAD, "")).toMatch(/^ {2}org\.yaml says something else by now: [0-9a-f]{8}\n/);
        expect(stderr.slice(stderr.indexOf("error "))).toBe(
          [
            "error ORG0611: 3 of 5 changes are not as approved",
            '  create group:auditors: description would now become "They look on"; approved was none',
            '  update permissionSet:AdministratorAccess: session duration is "8h" in AWS now; the approved plan changes it from "12h" to "4h"',
            "  delete membership:finance:kim@acme.com: it is not in the approved plan",
            "  help: nothing was changed; run orgsync plan --out FILE again, and have the new plan approved",
            "",
          ].join("\n"),
        );
        expect(await thingsIn(folder)).toEqual(before);
      }
    });
  });

  test("another organization", async () => {
    await inApproved(async (folder) => {
      const text = await folder.read("sandbox.json");
      await folder.write(text.replaceAll("o-g588a6ywas", "o-zzzzzzzzzz"), "sandbox.json");
      const { code, stderr } = await folder.orgsync(APPLY);
      expect(stderr).toContain("ORG0611: the approved plan is for o-g588a6ywas, and this is o-zzzzzzzzzz");
      expect(code).toBe(5);
      expect((await folder.orgsync(["plan", SANDBOX, "--detailed-exitcode"])).code).toBe(2);
    });
  });

  test("another organization, and nothing to change there", async () => {
    await inApproved(async (folder) => {
      expect((await folder.orgsync(APPLY)).code).toBe(0);
      const text = await folder.read("sandbox.json");
      await folder.write(text.replaceAll("o-g588a6ywas", "o-zzzzzzzzzz"), "sandbox.json");
      expect((await folder.orgsync(APPLY)).code).toBe(5);
    });
  });
});

describe("apply --plan with a folder", () => {
  test("applies what its files cover together", async () => {
    await inApproved(async (folder) => {
      const whole = await planOf(folder);
      const part = (kept: (index: number) => boolean) =>
        signed({ ...whole, changes: whole.changes.filter((_, index) => kept(index)) });
      await mkdir(join(folder.path, "plans"));
      await folder.write(documentJson(await part((index) => index === 0)), "plans/1.json");
      const apply = ["apply", SANDBOX, "--plan", "plans"];
      const { code, stderr } = await folder.orgsync(apply);
      expect(stderr).toContain("3 of 4 changes are not as approved");
      expect(code).toBe(5);
      await folder.write(documentJson(await part((index) => index > 0)), "plans/2.json");
      expect((await folder.orgsync(apply)).code).toBe(0);
    });
  });

  test("approves nothing when it is empty", async () => {
    await inApproved(async (folder) => {
      await mkdir(join(folder.path, "plans"));
      const { code, stderr } = await folder.orgsync(["apply", SANDBOX, "--plan", "plans"]);
      expect(stderr).toContain(
        "error ORG0611: the folder plans has no plan file (*.json), and there are 4 changes to approve\n",
      );
      expect(code).toBe(5);
    });
  });
});

describe("5: a plan file that cannot be used", () => {
  const DAY = 24 * 60 * 60_000;

  test.each<[what: string, edit: (plan: Plan) => string | Promise<string>, message: RegExp]>([
    [
      "edited",
      (plan) => documentJson({ ...plan, changes: [] }),
      /it was edited after it was made: it says that its hash is /,
    ],
    [
      "of another format",
      async (plan) => documentJson(await signed({ ...plan, formatVersion: 2 as 1 })),
      /it has the plan format 2, and this version of orgsync knows 1 only\n {2}help: plan and apply with the same version/,
    ],
    ["not JSON", () => "orgsync plan\n", /it is not JSON\n {2}help: name a file that orgsync plan --out wrote/],
    ["empty", () => "", /it is empty/],
    ["another document", () => "{}", /it is not a plan: formatVersion is missing/],
    [
      "half a plan",
      (plan) => documentJson({ ...plan, changes: [{ ...plan.changes[0], action: "erase" }] } as unknown as Plan),
      /it is not a plan: changes\[0\]\.action is not create or update or delete/,
    ],
  ])("%s", async (_, edit, message) => {
    await inApproved(async (folder) => {
      await folder.write(await edit(await planOf(folder)), PLAN);
      for (const format of ["text", "json"]) {
        const { code, stdout, stderr } = await folder.orgsync([...APPLY, "--format", format]);
        expect(stderr).toMatch(/^error ORG0612: plan\.json cannot be applied: /);
        expect(stderr).toMatch(message);
        expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
      }
      expect((await folder.orgsync(["plan", SANDBOX, "--detailed-exitcode"])).code).toBe(2);
    });
  });

  test("too old by the clock of the sandbox, which goes on for 15 days", async () => {
    await inApproved(async (folder) => {
      await elsewhere(folder, (world) => void (world.now += 13 * DAY));
      expect((await folder.orgsync(["plan", SANDBOX, "--out", "new.json"])).code).toBe(0);
      await elsewhere(folder, (world) => void (world.now += 2 * DAY));
      const { code, stderr } = await folder.orgsync(APPLY);
      expect(stderr).toMatch(/ORG0612: plan\.json cannot be applied: it is 15\.0 days old \(2026-/);
      expect(stderr).toContain("run orgsync plan --out FILE again");
      expect(code).toBe(5);
      const fresh = await folder.orgsync(["apply", SANDBOX, "--plan", "new.json"]);
      expect(fresh.stderr).toContain("made 2 days ago");
      expect(fresh.code).toBe(0);
    });
  });

  test("1: a file that is not there", async () => {
    await inApproved(async ({ orgsync }) => {
      const { code, stdout, stderr } = await orgsync(["apply", SANDBOX, "--plan", "none.json"]);
      expect(stderr).toContain("ORG0702: cannot read the plan none.json: there is no such file");
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect((await orgsync(["apply", SANDBOX, "--plan", "."])).stderr).toContain(
        "ORG0612: sandbox.json cannot be applied: it is not a plan",
      );
    });
  });
});
