import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters, styleText } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { applyView } from "../../src/cli/applyView.ts";
import { reportError } from "../../src/cli/errors.ts";
import { type Io, processIo } from "../../src/cli/io.ts";
import { apply } from "../../src/api/apply.ts";
import { connect } from "../../src/api/connect.ts";
import { compare } from "../../src/api/plan.ts";
import type { ApplyEvent } from "../../src/model/event.ts";
import { createSandbox, newWorld, requestHandler, virtualClock, type World } from "../../src/sandbox/index.ts";
import { configOf } from "../support/engine.ts";
import { figure } from "../deep/figures.ts";
import { oneIn } from "../deep/sizes.ts";
import { HELD, HOSTILE } from "../support/hostile.ts";
import { inFolder, type Ran, run } from "../support/io.ts";
import { type Allowed, leaksIn } from "../support/leaks.ts";
import { MANAGEMENT, type OrgFile } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

const SANDBOX = "--sandbox=sandbox.json";
/** So many strings stand in one organization, each in every field of things of its own. */
const TOGETHER = 24;
const all = Array.from({ length: Math.ceil(HOSTILE.length / TOGETHER) }, (_, index) =>
  HOSTILE.slice(index * TOGETHER, (index + 1) * TOGETHER),
);
const some = oneIn(all, "hostileNames");

let combinations = 0;
afterAll(() => figure("hostile strings × fields × outputs", combinations, HELD));

/** What of these texts gets out of one of the two streams. */
function leaksOf({ stdout, stderr }: Ran, texts: readonly string[], fields: number, allowed: Allowed = {}): string[] {
  combinations += 2 * texts.length * fields;
  return [
    ...leaksIn(stdout, texts, allowed).map((leak) => `stdout: ${leak}`),
    ...leaksIn(stderr, texts, { moves: allowed.moves ?? false }).map((leak) => `stderr: ${leak}`),
    ...(stderr.includes("ORG0799") ? [`a defect: ${stderr}`] : []),
  ];
}

/** Stands in an organization where a text will. */
const mark = (index: number): string => `Mark${String(index).padStart(3, "0")}x`;

/** An organization in which every field that holds a text holds a mark, once for each of `count` marks. */
function marked(count: number): OrgFile {
  const marks = Array.from({ length: count }, (_, index) => mark(index));
  const each = <T>(make: (name: string) => T): Record<string, T> =>
    Object.fromEntries(marks.map((name) => [name, make(name)]));
  const content = (name: string) => ({
    Version: "2012-10-17",
    Statement: [
      { Sid: name, Effect: "Deny", Action: name, Resource: name, Condition: { StringEquals: { [name]: name } } },
    ],
  });
  const contact = (name: string) => ({ name, title: name, email: `${name}@acme.com`, phone: name });
  return {
    accounts: {
      [MANAGEMENT]: { email: "aws@acme.com", management: true },
      ...each((name) => ({
        email: `${name}@acme.com`,
        ou: name,
        tags: { [name]: name },
        contacts: { billing: contact(name), security: contact(name) },
      })),
    },
    organizationalUnits: each((name) => ({ tags: { [name]: name } })),
    policies: each((name) => ({
      type: "SERVICE_CONTROL_POLICY",
      description: name,
      content: content(name),
      targets: [name],
      tags: { [name]: name },
    })),
    users: each((name) => ({
      givenName: name,
      familyName: name,
      displayName: name,
      title: name,
      nickName: name,
      phone: name,
      locale: name,
      timezone: name,
      preferredLanguage: name,
      userType: name,
      profileUrl: name,
      address: { streetAddress: name, locality: name, country: name },
    })),
    groups: each((name) => ({ description: name, members: [name] })),
    permissionSets: each((name) => ({
      description: name,
      relayState: name,
      managedPolicies: [name],
      customerManagedPolicies: [{ name, path: `/${name}/` }],
      inlinePolicy: { content: content(name) },
      permissionsBoundary: { customerManagedPolicy: { name, path: "/" } },
      tags: { [name]: name },
    })),
    assignments: marks.map((name) => ({ users: [name], groups: [name], permissionSets: [name], accounts: [name] })),
    accessControlAttributes: each((name) => name),
    trustedServices: marks,
    delegatedAdministrators: each((name) => [name]),
    resourcePolicy: { content: content(mark(0)), tags: { [mark(0)]: mark(0) } },
  };
}
/** Places of a mark in `marked`: names, keys and values. */
const FIELDS = JSON.stringify(marked(1)).split(mark(0)).length - 1;

/** The world with these texts for the marks, in names, keys, and the JSON within texts too. */
function withTexts(world: World, texts: readonly string[]): World {
  const filled = (text: string): string => {
    if (/^\{.*Mark/su.test(text)) return JSON.stringify(visit(JSON.parse(text)));
    // A policy's id is made of its name.
    return text.replace(/(?<!^p-)Mark(\d{3})x/g, (_, index: string) => texts[Number(index)] ?? "");
  };
  const visit = (value: unknown): unknown => {
    if (typeof value === "string") return filled(value);
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [filled(key), visit(member)]));
  };
  return visit(world) as World;
}

/** A folder with an organization in it that has these texts everywhere. */
async function inOrganization(
  texts: readonly string[],
  work: (orgsync: (argv: readonly string[], terminal?: boolean) => Promise<Ran>, folder: string) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const world = withTexts(worldOf(marked(texts.length), { accountQuota: 100 }), texts);
    await writeFile(join(folder, "sandbox.json"), JSON.stringify(world));
    await work((argv, terminal = false) => run(argv, { cwd: folder, terminal }), folder);
  });
}

const NONE = `version: 1
identityCenter: { region: us-east-1 }
${["organizationalUnits", "policies", "users", "groups", "permissionSets"].map((key) => `${key}: {}\n`).join("")}assignments: []
`;

describe("an organization with hostile texts in every field", () => {
  test.each(some.map((texts, index) => [index, texts] as const))("%i: planned", async (_, texts) => {
    await inOrganization(texts, async (orgsync, folder) => {
      await writeFile(join(folder, "org.yaml"), NONE);
      const text = await orgsync(["plan", SANDBOX, "--log-level", "debug"]);
      expect(leaksOf(text, texts, FIELDS)).toEqual([]);
      expect(text.stderr.replace(/^.* debug call .*\n/gm, "")).toBe("");
      expect(text.stdout).toMatch(/[1-9]\d* to delete/);
      const json = await orgsync(["plan", SANDBOX, "--format", "json", "--log-level", "debug", "--log-format", "json"]);
      expect(leaksOf(json, texts, FIELDS)).toEqual([]);
      const { changes } = JSON.parse(json.stdout) as { changes: { kind: string; key: string }[] };
      const keys = new Set(changes.filter(({ kind }) => kind === "group").map(({ key }) => key));
      expect([...keys].toSorted()).toEqual(texts.toSorted());
    });
  });

  test.each(some.map((texts, index) => [index, texts] as const))("%i: imported, and made anew", async (_, texts) => {
    await inOrganization(texts, async (orgsync, folder) => {
      const imported = await orgsync(["import", SANDBOX]);
      expect(leaksOf(imported, texts, FIELDS)).toEqual([]);
      expect(imported).toMatchObject({ code: 0, stderr: "" });
      // What was written, read by another reader: every group is there or left out, and nothing in a file acts.
      const written = await readFile(join(folder, "org.yaml"), "utf8");
      const file = parse(written, { schema: "failsafe" }) as Record<string, Record<string, object>>;
      const groups = Object.keys(file["groups"] ?? {});
      for (const name of groups) expect(texts).toContain(name);
      const patterns = (file["ignore"]?.["groups"] ?? []) as string[];
      for (const name of texts) {
        const isThere = groups.includes(name);
        expect(isThere || patterns.some((pattern) => globbed(pattern).test(name)), name).toBe(true);
        if (isThere) expect(file["groups"]?.[name]).toMatchObject({ description: name });
      }
      for (const name of await readdir(join(folder, "policies")).catch(() => []))
        expect(leaksIn(await readFile(join(folder, "policies", name), "utf8"), [])).toEqual([]);
      expect(leaksIn(written.replaceAll("##[", "").replace(/^\s*::/gm, ""), [])).toEqual([]);

      // Whatever of it can be made is, and the rest is told in AWS's words.
      const small = written.replace(/^accounts:\n(?:(?: .*|#.*)?\n)*/m, "");
      await mkdir(join(folder, "new"));
      for (const format of ["text", "json", "terminal"]) {
        await orgsync(["sandbox", "reset", SANDBOX]);
        await writeFile(join(folder, "org.yaml"), small);
        const argv = ["apply", SANDBOX, "--yes", "--log-level", "debug"];
        const ran = await orgsync(format === "json" ? [...argv, "--format", "json"] : argv, format === "terminal");
        const leaks = leaksOf(ran, texts, FIELDS, { moves: format === "terminal" });
        expect(leaks).toEqual([]);
        if (format === "json") for (const line of ran.stdout.trimEnd().split("\n")) JSON.parse(line);
      }
    });
  });
});

const globbed = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
    "su",
  );

/** Made once: it listens to the real streams. */
const PROCESS = processIo();

/** Streams that are kept, coloured as on a terminal. */
function coloured(): { io: Io; output: () => string } {
  const parts: string[] = [];
  const output = {
    write: (text: string) => void parts.push(text),
    isTTY: true,
    movesCursor: true,
    columns: 60,
    paint: (format: Parameters<typeof styleText>[0], text: string) =>
      styleText(format, text, { validateStream: false }),
  };
  const io = { ...PROCESS, cwd: "/", stdout: output, stderr: output, every: () => () => undefined };
  return { io, output: () => parts.join("") };
}

/** AWS that answers this for operations of these names, and is the sandbox else. */
function answering(world: World, refused: RegExp, answer: (operation: string) => object) {
  const clock = virtualClock(world.now);
  const inner = requestHandler(createSandbox({ world, clock }));
  return connect({
    clock,
    random: () => 0.5,
    region: "us-east-1",
    writes: true,
    credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
    requestHandler: {
      ...inner,
      async handle(request: Parameters<typeof inner.handle>[0], options: object) {
        const operation = request.headers["x-amz-target"] ?? "";
        if (!refused.test(operation)) return inner.handle(request, options);
        const body = new TextEncoder().encode(JSON.stringify(answer(operation)));
        return { response: { statusCode: 400, headers: { "content-type": "application/x-amz-json-1.1" }, body } };
      },
    },
  });
}

describe("what AWS answers", () => {
  const strings = oneIn(HOSTILE, "hostileAnswers");

  test("an error, with hostile texts in every member, on stderr", async () => {
    const config = await configOf("version: 1\nusers: {}\n");
    for (const text of strings) {
      const answer = { __type: text, message: text, Message: text, Reason: text, code: text, RequestId: text };
      for (const shown of [answer, { ...answer, __type: "AccessDeniedException" }]) {
        const aws = answering(structuredClone(newWorld("guide")), /DescribeOrganization$/, () => shown);
        const { io, output } = coloured();
        const error: unknown = await compare(config, aws, { version: "0" }).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(Error);
        await reportError(io, error);
        combinations += Object.keys(answer).length;
        expect(leaksIn(output(), [text], { colours: true }), text).toEqual([]);
        expect(output()).toContain("ORG050");
      }
    }
  });

  test("a defect's stack is the only one that is shown, with nothing in it that acts", async () => {
    for (const text of strings) {
      const { io, output } = coloured();
      expect(await reportError(io, Object.assign(new TypeError(text), { code: text }))).toBe(1);
      combinations += 1;
      const leaks = leaksIn(output(), [], { colours: true });
      expect(leaks, text).toEqual(["a stack trace"]);
      expect(stripVTControlCharacters(output())).toContain("error ORG0799: a defect in orgsync");
    }
  });

  test.each(["text", "json"] as const)("to the writes of an apply, in events as %s", async (format) => {
    const config = await configOf(
      JSON.stringify({
        version: 1,
        groups: Object.fromEntries(strings.map((_, index) => [`g${index}`, {}])),
      }),
    );
    let next = 0;
    const aws = answering(structuredClone(newWorld("guide")), /CreateGroup$/, () => {
      const text = strings[next++] ?? "";
      return { __type: "ValidationException", message: text, Reason: text, RequestId: text };
    });
    const { io, output } = coloured();
    const view = applyView(io, aws.clock, format);
    const events: ApplyEvent[] = [];
    await apply(await compare(config, aws, { version: "0" }), aws, {
      emit: (event) => {
        events.push(event);
        view.show(event);
      },
    });
    view.stop();
    combinations += 3 * strings.length;
    expect(events.filter(({ type }) => type === "failed")).toHaveLength(strings.length);
    expect(leaksIn(output(), strings, { colours: true, moves: true })).toEqual([]);
    if (format === "text") return;
    const read = output()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(read).toEqual(JSON.parse(JSON.stringify(events)));
  });

  test("progress, on the live rows of a terminal", () => {
    for (const text of HOSTILE) {
      const { io, output } = coloured();
      let draw = (): void => undefined;
      const view = applyView(
        { ...io, every: (_ms, tick) => ((draw = tick), () => undefined) },
        { now: () => 9, sleep: async () => undefined },
        "text",
      );
      const change = {
        address: `group:${text}`,
        kind: "group",
        key: text,
        label: text,
        action: "create",
        reason: "not-in-aws",
        before: null,
        after: {},
        fields: [],
        reversible: true,
        expected: { calls: 1, seconds: 1 },
      } as unknown as ApplyEvent extends { change: infer Change } ? Change : never;
      view.show({ type: "begin", at: 0, changes: 1, digest: "7f3a9c41" });
      view.show({ type: "start", at: 0, change });
      view.show({ type: "progress", at: 0, change, detail: text });
      draw();
      draw();
      combinations += 3;
      expect(leaksIn(output(), [text], { colours: true, moves: true }), text).toEqual([]);
      // A row that the terminal would wrap is drawn over when it changes, but not whole.
      expect(output()).toContain("Ctrl-C stops cleanly");
      view.stop();
    }
  });
});

describe("what people type", () => {
  // No argument of a process has a NUL in it.
  const typed = HOSTILE.filter((text) => !text.includes("\0"));
  const words = oneIn(typed, "hostileWords");

  test("words that are not understood, and files that cannot be used", async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, "org.yaml"), NONE);
      for (const word of words) {
        const lines: string[][] = [
          [word],
          ["plan", `--${word}`],
          ["plan", "--format", word],
          ["plan", "--log-level", word],
          ["validate", "--file", word],
          ["validate", "--file", word, "--format", "json"],
          ["plan", SANDBOX, "--out", `org.yaml/${word}`],
          ["import", SANDBOX, "--only", word],
          ["import", SANDBOX, "--out", `org.yaml/${word}`],
          ["sandbox", "do", SANDBOX, word],
          ["sandbox", "do", SANDBOX, "set-account-quota", word],
          ["sandbox", "do", SANDBOX, "accept-invitation", word],
          ["sandbox", "reset", SANDBOX, "--from", word],
          ["sandbox", "serve", "--port", `x${word}`],
        ];
        for (const argv of lines) {
          const ran = await run(argv, { cwd: folder });
          combinations += 2;
          expect(ran.code, JSON.stringify(argv)).not.toBe(0);
          expect([argv, leaksOf(ran, [word], 1)]).toEqual([argv, []]);
        }
        const annotated = await run(["validate", "--file", word, "--format", "github"], { cwd: folder });
        expect([word, leaksOf(annotated, [word], 1, { annotations: 1 })]).toEqual([word, []]);
      }
    });
  });

  test("what the sandbox says that it did", async () => {
    await inFolder(async (folder) => {
      for (const word of words.filter((one) => one.trim() !== "")) {
        const name = `x${word}`;
        const world = worldOf({ accounts: { [MANAGEMENT]: { email: "aws@acme.com", management: true } } });
        const renamed = { ...world, organization: { ...world.organization, id: `o-${word}` } };
        await writeFile(join(folder, "sandbox.json"), JSON.stringify(renamed));
        for (const argv of [
          ["sandbox", "do", SANDBOX, "add-external-user", name],
          ["sandbox", "do", SANDBOX, "add-external-group", name],
          ["plan", SANDBOX],
        ]) {
          expect([argv, leaksOf(await run(argv, { cwd: folder }), [word], 1)]).toEqual([argv, []]);
        }
      }
    });
  });
});

describe("an org.yaml with hostile texts in every field", () => {
  test.each(some.map((texts, index) => [index, texts] as const))("%i: validated in every format", async (_, texts) => {
    await inFolder(async (folder) => {
      for (const text of texts) {
        const file = JSON.stringify({ version: 1, ...marked(1) }).replaceAll(
          mark(0),
          JSON.stringify(text).slice(1, -1),
        );
        const plainly = `version: 1\nusers:\n  a@acme.com: { givenName: ${text}, familyName: ${text} }\n${text}: ${text}\n`;
        const quoted = JSON.stringify({
          version: text,
          users: { [text]: { [text]: text } },
          [text]: [text],
          include: [text],
        });
        for (const content of [file, plainly, quoted]) {
          await writeFile(join(folder, "org.yaml"), content);
          for (const format of ["text", "json", "github"]) {
            const ran = await run(["validate", "--format", format], { cwd: folder });
            const annotations = (ran.stdout.match(/^::error file=/gm) ?? []).length;
            const leaks = leaksOf(
              { ...ran, stdout: ran.stdout.replace(/^::notice title=orgsync::and \d+ more problems?\n/m, "") },
              [text],
              FIELDS,
              format === "github" ? { annotations } : {},
            );
            expect([text, format, leaks]).toEqual([text, format, []]);
          }
        }
      }
    });
  });
});

test("so many combinations were looked at", () => {
  expect(combinations).toBeGreaterThan(10_000);
});
