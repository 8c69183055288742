import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LogOptions, openLog } from "../../src/cli/log.ts";
import { maskEmails } from "../../src/cli/mask.ts";
import { type Io, processIo } from "../../src/cli/io.ts";
import { HOSTILE } from "../support/hostile.ts";
import { leaksIn } from "../support/leaks.ts";
import { inExample } from "./folder.ts";

const PROCESS = processIo();

/** What a log writes to stderr. */
async function logged(
  fields: object,
  message: string,
  options: Partial<LogOptions> & { readonly env?: Io["env"] } = {},
): Promise<string> {
  const parts: string[] = [];
  const stderr = { ...PROCESS.stderr, write: (text: string) => void parts.push(text) };
  const io: Io = { ...PROCESS, env: options.env ?? {}, stderr };
  const log = await openLog(io, { logLevel: "debug", logFormat: "text", ...options });
  log.debug(fields, message);
  log.error({ err: Object.assign(new Error(message), { fields }) }, message);
  return parts.join("");
}

/** Addresses that are nowhere else, of every shape that AWS takes. */
const CANARIES = [
  "canary@acme.com",
  "aws+canary@acme.com",
  "c.a-n_a%r'y@mail.acme.co.uk",
  "CANARY@ACME.COM",
  "canary{}@acme.com",
  "\u5c71\u7530@acme.jp",
  "j\u00f6rg.canary@m\u00fcller.de",
  "c@x.io",
  "canary%40acme.com",
  `${"canary".repeat(20)}@acme.com`,
];

/** A value with the text in every sort of place that inputs and errors of AWS have. */
const nested = (text: string) => ({
  input: { UserName: text, Emails: [{ Value: text, Primary: true }], [text]: text, Filters: [[text]] },
  error: `ValidationException: ${text} is taken (by ${text}, <${text}>)`,
  url: `https://example.com/?email=${text}&x=1`,
  address: `membership:admins:${text}`,
});

describe("e-mail addresses", () => {
  const formats = ["text", "json"] as const;

  test.each(formats)("masked: none of the canaries is in the log as %s; unmasked all are", async (logFormat) => {
    for (const canary of CANARIES) {
      const masked = await logged(nested(canary), `asked for ${canary}`, { logFormat, maskEmails: true });
      const whole = await logged(nested(canary), `asked for ${canary}`, { logFormat, maskEmails: false });
      expect(whole.split(canary).length - 1).toBeGreaterThanOrEqual(12);
      expect(masked).not.toContain(canary);
      // One letter stays of the name, and the domain.
      if (canary.length > 8) expect(masked).not.toContain(canary.slice(0, canary.search(/@|%40/)));
      expect(masked).toContain(canary.slice(canary.search(/@|%40/)));
      if (logFormat === "json") for (const line of masked.trimEnd().split("\n")) JSON.parse(line);
    }
  });

  test.each([
    ["dax@acme.com", "d\u2026@acme.com"],
    ["a user dax@acme.com, and kim@acme.com.", "a user d\u2026@acme.com, and k\u2026@acme.com."],
    ["user:dax@acme.com", "user:d\u2026@acme.com"],
    ["Dax <dax@acme.com>", "Dax <d\u2026@acme.com>"],
    ["\u{1f600}x@acme.com", "\u{1f600}x\u2026@acme.com"],
    ["a@b@c.com", "a\u2026@c.com"],
    ["@aws-sdk/client-sts", "@aws-sdk/client-sts"],
    ["at 12:00 @ noon", "at 12:00 @ noon"],
    ["ends with dax@", "ends with dax@"],
    ["", ""],
  ])("%s is %s", (text, masked) => {
    expect(maskEmails(text)).toBe(masked);
  });

  test("any address between any texts, and none takes more than linear time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.emailAddress(), (text, email) => {
        const [name = ""] = email.split("@");
        // Of a name that has one letter or digit at its end there is nothing left to hide.
        fc.pre(/[\p{L}\p{N}]./u.test(name));
        expect(maskEmails(`${text} ${email} ${text}`)).not.toContain(` ${email} `);
      }),
      { numRuns: 500 },
    );
    const long = 1_000_000;
    const before = process.cpuUsage();
    for (const text of [
      "a".repeat(long),
      "@".repeat(long),
      "a@".repeat(long / 2),
      "a ".repeat(long / 2),
      "%40".repeat(long / 3),
    ])
      maskEmails(text);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(2);
  });

  test.each([
    [{}, undefined, false],
    [{ CI: "true" }, undefined, true],
    [{ CI: "1" }, undefined, true],
    [{ CI: "false" }, undefined, false],
    [{ CI: "" }, undefined, false],
    [{ CI: "true" }, false, false],
    [{}, true, true],
  ])("env %j and the option %j: masked is %j", async (env, maskEmails, masked) => {
    const line = await logged({ user: "dax@acme.com" }, "x", { env, maskEmails });
    expect(line.includes("dax@acme.com")).toBe(!masked);
  });

  test("of the command: only on stderr, only in the log", async () => {
    await inExample("guide", async ({ orgsync, write, read }) => {
      const argv = ["plan", "--sandbox=sandbox.json", "--log-level", "debug", "--log-format", "json"];
      const env = { CI: "true" };
      const outside = await orgsync(argv);
      const inside = await orgsync(argv, { env });
      const unmasked = await orgsync([...argv, "--no-mask-emails"], { env });
      const plan = (text: string) => text.replace(/^orgsync plan .*$/m, "");
      expect(plan(inside.stdout)).toBe(plan(outside.stdout));
      expect(plan(unmasked.stdout)).toBe(plan(outside.stdout));
      expect(inside.stdout).toContain("dax@acme.com");
      expect(inside.stderr).toContain('"operation"');
      expect(inside.stderr).not.toMatch(/dax@acme\.com/);
      // What is wrong is said to a person.
      await write((await read("org.yaml")).replace("users: [dax@acme.com]", "users: [eve@acme.com]"));
      expect((await orgsync(argv, { env })).stderr).toContain("eve@acme.com");
      expect((await orgsync(["plan", "--mask-emails", "--help"])).stdout).toContain("--no-mask-emails");
    });
  });
});

test.each(["text", "json"] as const)("a log as %s lets no text out, and JSON says what it was", async (logFormat) => {
  for (const text of HOSTILE) {
    const output = await logged(nested(text), text, { logFormat });
    expect([text, leaksIn(output, [text])]).toEqual([text, []]);
    const lines = output.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    if (logFormat === "text") continue;
    const [first] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toMatchObject({ msg: text, level: "debug", input: { UserName: text } });
  }
});

test("credentials never stand in a log", async () => {
  const secret = "wJalrXUtnFEMI/K7MDENG";
  const output = await logged(
    {
      credentials: secret,
      request: { Authorization: secret, deeper: [{ SecretAccessKey: secret, token: { a: secret } }] },
    },
    "x",
  );
  expect(output).not.toContain(secret);
  expect(output).toContain("[redacted]");
});
