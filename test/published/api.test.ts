import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSandbox, newWorld, serve } from "../../src/sandbox/index.ts";
import { atEndpoint, collected, inHome, type NodeBinary, OTHERS, PRESENT, PROGRAM } from "./installed.ts";

/** A program that uses the API in every way that its page shows; it says what it found as JSON. */
const SCRIPT = `
import { apply, InvalidConfig, OrgsyncError, plan, validate } from "orgsync";
const found = {};
found.valid = await validate();
found.broken = (await validate({ file: "broken.yaml" })).map(({ code, source }) => [code, source.file, source.line]);
found.missing = (await validate({ file: "missing.yaml" })).map(({ code }) => code);
found.inMemory = await validate({ files: { read: () => "version: 1\\nusers: {}\\n", realPath: (path) => path, list: () => [] } });
found.invalid = await plan({ file: "broken.yaml" }).catch((error) => [error instanceof InvalidConfig, error.problems.length]);
const approved = await plan();
found.planned = approved.changes.length;
const other = await plan({ file: "more.yaml", base: "org.yaml" });
found.more = other.changes.length;
found.unapproved = await apply({ file: "more.yaml", approved }).catch((error) => [error instanceof OrgsyncError, error.code]);
found.edited = await apply({ approved: { ...approved, changes: [] } }).catch(({ code }) => code);
const events = [];
const { outcome, failures, document } = await apply({ approved: [approved, other], onEvent: ({ type }) => events.push(type) });
found.applied = [document, outcome.done.length, outcome.left.length, failures.length, events[0], events.at(-1)];
found.again = (await plan()).changes.length;
const stopped = await plan({ signal: AbortSignal.abort() }).catch((error) => error instanceof Error);
found.stopped = stopped;
process.stdout.write(JSON.stringify(found));
`;

test.concurrent.each([PRESENT, ...OTHERS])(
  "a program on Node $version validates, plans and applies",
  async (node: NodeBinary) => {
    const world = newWorld("guide");
    const began = Date.now();
    const clock = { now: () => world.now + Date.now() - began, sleep: (ms: number) => setTimeout(ms) };
    const server = await serve(createSandbox({ world, clock, asyncSeconds: 0 }), { port: 0 });
    try {
      await inHome(async (cwd) => {
        cpSync(join(PROGRAM, "node_modules"), join(cwd, "node_modules"), { recursive: true });
        // No accounts are made: those take the wall's seconds.
        const org = `version: 1
organization: { id: ${world.organization?.id} }
users: { dax@acme.com: { givenName: Dax, familyName: Raad } }
groups: { admins: { members: [dax@acme.com] } }
`;
        writeFileSync(join(cwd, "org.yaml"), org);
        writeFileSync(
          join(cwd, "more.yaml"),
          `${org}permissionSets: { Read: { managedPolicies: [ReadOnlyAccess] } }\n`,
        );
        writeFileSync(join(cwd, "broken.yaml"), "version: 1\nusers: 3\n");
        writeFileSync(join(cwd, "program.js"), SCRIPT);
        writeFileSync(join(cwd, "package.json"), '{ "type": "module" }\n');
        const child = spawn(node.path, ["program.js"], {
          cwd,
          env: atEndpoint(cwd, server.url),
          stdio: ["ignore", "pipe", "pipe"],
        });
        const [stdout, stderr] = [collected(child.stdout), collected(child.stderr)];
        const [code] = (await once(child, "close")) as [number];
        expect(code, stderr()).toBe(0);
        const found = JSON.parse(stdout()) as { planned: number; more: number };
        expect(found.planned).toBeGreaterThan(1);
        expect(found).toEqual({
          valid: [],
          broken: [["ORG0203", "broken.yaml", 2]],
          missing: ["ORG0101"],
          inMemory: [],
          invalid: [true, 1],
          planned: found.planned,
          more: found.planned + 1,
          unapproved: [true, "ORG0611"],
          edited: "ORG0612",
          applied: ["apply", found.planned, 0, 0, "begin", "end"],
          again: 0,
          stopped: true,
        });
      });
    } finally {
      await server.close();
    }
  },
);
