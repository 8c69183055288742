import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { KINDS } from "../../src/kinds/index.ts";
import { done } from "./install.ts";
import { environment, inHome, orgsync, PACKAGE } from "./installed.ts";

/** What a value says, whatever it was built from: functions by the number of their parameters. Runs in both worlds. */
function said(value: unknown): unknown {
  if (typeof value === "function") return `function of ${value.length}`;
  if (value === undefined) return "undefined";
  if (value instanceof RegExp) return String(value);
  if (value instanceof Map) return { map: [...value].map((entry) => said(entry)) };
  if (value instanceof Set) return { set: [...value].map((entry) => said(entry)) };
  if (Array.isArray(value)) return value.map((item) => said(item));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, said(member)]));
  return value;
}

const CHUNKS = join(PACKAGE, "dist/chunks");
const chunks = readdirSync(CHUNKS).filter((name) => name.endsWith(".js"));
/** The chunk that all commands share, in which the kinds are. */
const home = chunks.filter((name) =>
  /^export \{[^}]*\bKINDS\b[^}]*\};$/m.test(readFileSync(join(CHUNKS, name), "utf8")),
);
/** The chunks that a command begins with: what is evaluated first depends on them. */
const commands = readdirSync(join(import.meta.dirname, "../../src/cli/commands"))
  .map((file) => file.replace(".ts", ""))
  .filter((name) => name !== "index")
  .map((name) => [name, chunks.filter((chunk) => chunk.startsWith(`${name}-`))] as const);

test("the kinds are in one chunk, and each command begins with one", () => {
  expect(home).toHaveLength(1);
  for (const [name, found] of commands) expect(found, name).not.toEqual([]);
});

test.each(commands)(
  "where %s is loaded first, the published kinds say what those of the source say",
  (_name, first) => {
    const script = `${said.toString().replaceAll(/__name\([^)]*\);?/g, "")}
    for (const chunk of ${JSON.stringify(first.map((name) => pathToFileURL(join(CHUNKS, name)).href))}) await import(chunk);
    const { KINDS } = await import(${JSON.stringify(pathToFileURL(join(CHUNKS, home[0] ?? "")).href)});
    process.stdout.write(JSON.stringify(said(KINDS)));`;
    const published = JSON.parse(done(PACKAGE, process.execPath, "--input-type=module", "--eval", script)) as unknown[];
    expect(published).toHaveLength(KINDS.length);
    for (const [index, kind] of KINDS.entries())
      for (const [field, value] of Object.entries(kind))
        expect((published[index] as Record<string, unknown>)[field], `${kind.name}.${field}`).toEqual(said(value));
    expect(published).toEqual(said(KINDS));
  },
);

test("so do the schema and the policies for IAM that are made of them", async () => {
  await inHome(async (cwd) => {
    const { stdout } = await orgsync(["schema"], { cwd, env: environment(cwd) });
    expect(stdout).toBe(readFileSync(join(import.meta.dirname, "../../schema/org.schema.json"), "utf8"));
  });
});
