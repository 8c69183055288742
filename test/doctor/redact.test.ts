import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHECKS } from "../../src/doctor/checks/index.ts";
import { hiddenNames, withoutIds } from "../../src/doctor/names.ts";
import { HOSTILE } from "../support/hostile.ts";
import { leaksIn } from "../support/leaks.ts";
import { SETTINGS, examine, type Patient, saidIn } from "./clinic.ts";
import { HEALTHY, MARK, SICK } from "./patients.ts";
import { withPolicy, withUser } from "./cases.ts";

/** What of somebody is in a text: their names, account ids, e-mail addresses, and AWS's ids of what they have. */
const identifying = (text: string): string[] => [
  ...(text.match(new RegExp(`.*${MARK}.*`, "gi")) ?? []),
  ...(text.match(/\d{12}/g) ?? []),
  ...(text.match(/[\w.+-]+@[\w-]+\.\w+/g) ?? []).filter((one) => !one.startsWith("REPO@")),
  ...(text.match(/\b(?:o|d|r|ou|ps|ssoins)-[0-9a-f]{4,}\w*/g) ?? []),
];

describe("--redact leaves nothing by which anybody is known", () => {
  test.each([
    ["where all is well", HEALTHY],
    ["where next to nothing is", SICK],
    ["where org.yaml is not valid", { ...SICK, files: { ...SICK.files, "org.yaml": `${MARK}: {}\n` } }],
    ["where the endpoint is silent about who asks", { ...SICK, faults: [{ operation: "sts:*", kind: "error-500" }] }],
    ["where credentials are over", { ...SICK, faults: [{ operation: "sts:*", kind: "expired-token" }] }],
    [
      "where organizations and Identity Center are denied",
      {
        ...SICK,
        faults: ["organizations:*", "ssoAdmin:*", "identityStore:*"].map((operation) => ({
          operation,
          kind: "access-denied",
        })),
      },
    ],
    [
      "where the organization is another",
      {
        ...SICK,
        files: {
          ...SICK.files,
          "org.yaml": (SICK.files?.["org.yaml"] ?? "").replace(/o-[a-z0-9]{10}/, "o-0123456789"),
        },
      },
    ],
    [
      "where Identity Center is elsewhere",
      {
        ...SICK,
        files: {
          ...SICK.files,
          "org.yaml": (SICK.files?.["org.yaml"] ?? "").replace("region: us-east-1", "region: eu-north-1"),
        },
      },
    ],
  ] as readonly (readonly [string, Patient])[])("%s", async (_where, patient) => {
    const text = await examine({ ...patient, options: { columns: 200 } }, "--redact");
    expect(identifying(text.stdout + text.stderr)).toEqual([]);
    const json = await examine(patient, "--redact", "--json");
    expect(identifying(json.stdout + json.stderr)).toEqual([]);
    expect(saidIn(json).checks).toHaveLength(CHECKS.length);
  });

  test("without it, all of that is there", async () => {
    const { stdout } = await examine(SICK, "--json");
    expect(new Set(identifying(stdout)).size).toBeGreaterThan(20);
  });

  test("what is left says as much as before: the same checks, and the same outcomes", async () => {
    const outcomes = async (...flags: string[]) =>
      saidIn(await examine(SICK, "--json", ...flags)).checks.map(({ name, outcome }) => [name, outcome]);
    expect(await outcomes("--redact")).toEqual(await outcomes());
  });
});

test("one name is one number, in whatever text it stands", () => {
  const { name, quoted } = hiddenNames();
  expect([name("acme"), name("dax"), name("acme")]).toEqual(["[name 1]", "[name 2]", "[name 1]"]);
  expect(quoted("acme-dev and acme", ["acme", "acme-dev"])).toBe("[name 3] and [name 1]");
});

test("ids and addresses go out of any text, and other words stay", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.stringMatching(/^\d{12}$/), (before, after, id) => {
      expect(withoutIds(`${before} ${id} ${after}`)).not.toMatch(new RegExp(`\\b${id}\\b`));
    }),
  );
  const words = "sso:ListPermissionSets in eu-central-1 is denied on 2026-01-01; org.yaml:12 d-day, read-only";
  expect(withoutIds(words)).toBe(words);
});

describe("names that mean something to what shows them", () => {
  const every = HOSTILE.filter((text) => !/[\n\r]/.test(text));

  test("from files", async () => {
    for (let index = 0; index < every.length; index += 24) {
      const texts = every.slice(index, index + 24);
      const files = {
        "~/.aws/config": `${SETTINGS}${texts.map((text) => `[profile ${text}]\nsso_session = ${text}\n[sso-session ${text}]\nsso_start_url = ${text}\nkey = ${text} # ${text}\n`).join("")}`,
        "sst.config.ts": texts.map((text) => `profile: ${JSON.stringify(text)},`).join("\n"),
        "package.json": JSON.stringify({ scripts: { sso: `aws sso login --sso-session=${texts[0]}` } }),
        ".github/workflows/x.yml": JSON.stringify({
          on: "push",
          jobs: Object.fromEntries(
            texts.map((text) => [text, { uses: `orgsync/orgsync/.github/workflows/plan.yml@${text}` }]),
          ),
        }),
        "roles.json": JSON.stringify(
          texts.map((text) => ({
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: { StringLike: { "token.actions.githubusercontent.com:sub": `repo:${text}*` } },
          })),
        ),
        "org.yaml": `# yaml-language-server: $schema=${texts[0]}\n${texts.map((text) => `${JSON.stringify(text)}: 1\n`).join("")}`,
      };
      for (const flags of [[], ["--redact"], ["--json"]]) {
        const { stdout, stderr } = await examine({ files, env: { AWS_PROFILE: texts[0] ?? "" } }, ...flags);
        expect(leaksIn(stdout, texts)).toEqual([]);
        expect(stderr).toBe("");
      }
    }
  });

  test("from AWS", async () => {
    for (const text of HOSTILE) {
      const world = (one: Parameters<ReturnType<typeof withUser>>[0]): void => {
        withPolicy(text, { Effect: "Deny", Action: "*", Resource: "*" })(one);
        withUser(text, { email: null })(one);
      };
      for (const check of ["denials", "users"]) {
        const { code, stdout, stderr } = await examine({ world }, check);
        expect(leaksIn(stdout, [text])).toEqual([]);
        expect(stderr).toBe("");
        expect(code).toBe(1);
      }
    }
  });
});
