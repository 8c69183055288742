import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { CHECKS } from "../../src/doctor/checks/index.ts";
import { environment, orgsync } from "../endpoints/server.ts";
import { golden } from "../support/golden.ts";
import { inFolder } from "../support/io.ts";
import { tokenFile } from "./cases.ts";
import { CLI_2, examine, ORG, saidIn } from "./clinic.ts";
import { HEALTHY, SICK } from "./patients.ts";

const goldenFile = (name: string): string => fileURLToPath(new URL(`golden/${name}`, import.meta.url));

const NAMES = CHECKS.map(({ name }) => name);
/** Checks that ask AWS. */
const ASKING = NAMES.slice(NAMES.indexOf("credentials"));

describe("what a person sees at 80 columns", () => {
  test.each([
    ["healthy.txt", HEALTHY, 0],
    ["sick.txt", SICK, 1],
  ] as const)("%s", async (file, patient, exit) => {
    const { code, stdout, stderr } = await examine({ ...patient, options: { columns: 80 } });
    golden(goldenFile(file), stdout);
    expect(stderr).toBe("");
    expect(code).toBe(exit);
    // Only what is to be copied may be longer: a command, a line or a link.
    const long = stdout.split("\n").filter((line) => line.length > 80);
    expect(long.filter((line) => !/^ *(?:https:\/\/|arn:|#)\S*/.test(line))).toEqual([]);
  });

  test("the list", async () => {
    const { code, stdout } = await examine({ options: { columns: 80 } }, "--list");
    golden(goldenFile("list.txt"), stdout);
    expect(code).toBe(0);
  });
});

test("the list as JSON has every check, with why it matters", async () => {
  const { stdout } = await examine({}, "--list", "--json");
  const { checks } = JSON.parse(stdout) as { checks: { name: string; title: string; why: string }[] };
  expect(checks).toEqual(CHECKS.map(({ name, title, why }) => ({ name, title, why })));
});

test("JSON is one document with all checks in their order, and counts them", async () => {
  const { code, stdout, stderr } = await examine(SICK, "--json");
  const said = JSON.parse(stdout) as ReturnType<typeof saidIn>;
  expect(said.checks.map(({ name }) => name)).toEqual(NAMES);
  const count = (outcome: string): number => said.checks.filter((one) => one.outcome === outcome).length;
  expect(said).toMatchObject({
    passed: count("ok"),
    failed: count("failed"),
    unchecked: count("unchecked"),
    skipped: count("skipped"),
  });
  expect(stderr).toBe("");
  expect(code).toBe(1);
});

test("the summary counts what was checked, and says what to do next", async () => {
  const { stdout } = await examine({ node: "18.0.0" }, "node");
  expect(stdout).toMatch(
    /\n0 of 1 check passed\nNext: install Node 20\.19 or a newer one:\n {2}https:\/\/nodejs\.org\S+\n$/,
  );
  const well = await examine({}, "node");
  expect(well.stdout).toMatch(/\n1 of 1 check passed\nNext: orgsync plan\n$/);
});

test("an unknown check is bad usage, with the one that may be meant", async () => {
  const { code, stderr } = await examine({}, "organisation-id");
  expect(stderr).toContain("there is no check organisation-id\n  help: did you mean organization-id?");
  expect(code).toBe(64);
});

test("a log level that there is not is bad usage", async () => {
  expect((await examine({}, "--log-level", "loud")).code).toBe(64);
});

test("--profile looks at that profile, and at nothing else", async () => {
  const words = "aws sts get-caller-identity --profile=acme --output=json";
  const ran = await examine({ programs: { [words]: { stdout: "{}" } } }, "--profile", "acme", "--json");
  expect(saidIn(ran).checks).toMatchObject([{ name: "profile", outcome: "unchecked" }]);
  const lost = await examine({ programs: { [words]: { code: 1, stderr: "no" } } }, "profile", "--profile", "acme");
  expect(lost.code).toBe(1);
});

test("in the sandbox: what is about logging in does not apply", async () => {
  const ran = await examine({ files: { "org.yaml": ORG } }, "--sandbox", "--json");
  const outcomes = Object.fromEntries(saidIn(ran).checks.map(({ name, outcome }) => [name, outcome]));
  expect(outcomes).toMatchObject({ login: "skipped", profile: "skipped", credentials: "ok", permissions: "ok" });
});

test("on a terminal, whoever waits is told what for", async () => {
  const hurried = (_ms: number, tick: () => void) => {
    tick();
    return () => undefined;
  };
  const terminal = await examine({ options: { terminal: true, every: hurried } }, "org-file");
  expect(terminal.stderr).toBe("still waiting for org-file\n");
  const pipe = await examine({ options: { every: hurried } }, "org-file");
  expect(pipe.stderr).toBe("");
});

/** A server that takes connections, and says nothing. */
async function silent<T>(work: (url: string) => Promise<T>): Promise<T> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => void sockets.add(socket.on("error", () => undefined)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  }
}

/** In milliseconds: what the issue allows. */
const LIMIT = 15_000;

describe("an endpoint that does not answer", () => {
  test("could not check, within 15 seconds, and not failed", async () => {
    await silent(async (endpoint) => {
      const began = performance.now();
      const files = { [tokenFile("acme")]: JSON.stringify({ expiresAt: "2096-01-01T00:00:00Z" }) };
      const ran = await examine({ endpoint, programs: CLI_2, files }, "--json");
      expect(performance.now() - began).toBeLessThan(LIMIT);
      const { checks } = saidIn(ran);
      const outcomes = checks.map(({ name, outcome }) => [name, outcome]);
      expect(outcomes.slice(-ASKING.length)).toEqual(ASKING.map((name) => [name, "unchecked"]));
      expect(checks.filter(({ outcome }) => outcome === "failed")).toEqual([]);
      expect(ran.code).toBe(0);
    });
  });

  test("nor does the portal, which credentials come from: the published command ends all the same", async () => {
    await silent(async (endpoint) => {
      await inFolder(async (folder) => {
        const portal = "https://acme.awsapps.com/start";
        const profile = `sso_session = acme\nsso_account_id = 111111111111\nsso_role_name = A\nregion = us-east-1\n`;
        const session = `sso_start_url = ${portal}\nsso_region = us-east-1\nsso_registration_scopes = sso:account:access\n`;
        const files = {
          ".aws/config": `[sso-session acme]\n${session}[profile acme]\n${profile}`,
          [tokenFile("acme").slice(2)]: JSON.stringify({ accessToken: "x", expiresAt: "2096-01-01T00:00:00Z" }),
        };
        for (const [name, text] of Object.entries(files)) {
          await mkdir(join(folder, name, ".."), { recursive: true });
          await writeFile(join(folder, name), text);
        }
        const { AWS_ACCESS_KEY_ID: _id, AWS_SECRET_ACCESS_KEY: _key, ...env } = environment(endpoint);
        const began = performance.now();
        const { code, stdout } = await orgsync(["doctor", "credentials"], {
          cwd: folder,
          env: { ...env, HOME: folder, AWS_PROFILE: "acme", AWS_CONFIG_FILE: join(folder, ".aws/config") },
        });
        expect(performance.now() - began).toBeLessThan(LIMIT);
        expect(stdout).toContain("could not check: nobody answered within 8 seconds");
        expect(stdout).toContain("Next: check the network");
        expect(code).toBe(0);
      });
    });
  });

  test("nobody there at all: could not check, at once", async () => {
    const ran = await examine({ endpoint: "http://127.0.0.1:9" }, "organization", "--json");
    expect(saidIn(ran).checks).toMatchObject([{ outcome: "unchecked" }]);
    expect(ran.code).toBe(0);
  });
});
