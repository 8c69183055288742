import { existsSync } from "node:fs";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import process from "node:process";
import { expect, test } from "vitest";
import { signed } from "../sandbox/harness.ts";
import { BIN, environment } from "../endpoints/server.ts";
import { inEmpty, inExample } from "./folder.ts";

const END = { signals: (handle: (signal: "SIGINT") => void) => handle("SIGINT") };

test("a port that another program has is told, and the sandbox's file is free again", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((ready) => other.once("listening", ready));
  const { port } = other.address() as AddressInfo;
  try {
    await inEmpty(async ({ path, orgsync }) => {
      expect(await orgsync(["sandbox", "serve", "--port", `${port}`], { ...END, columns: 300 })).toEqual({
        code: 1,
        stdout: "",
        stderr:
          `error ORG0703: the sandbox cannot be served at 127.0.0.1:${port}: another program, perhaps another sandbox, has this port\n` +
          "  help: take another port, or 0 for one that is free: orgsync sandbox serve --port 4567\n",
      });
      expect(existsSync(join(path, ".orgsync/sandbox.json.lock"))).toBe(false);
      expect((await orgsync(["sandbox", "serve", "--port", "0"], END)).code).toBe(130);
    });
  } finally {
    other.close();
  }
});

test.each(["1.5", "-1", "65536", "", "0x", "4566a"])("64: --port %j", async (port) => {
  await inEmpty(async ({ orgsync }) => {
    const { code, stderr } = await orgsync(["sandbox", "serve", "--port", port], END);
    expect(stderr).toMatch(/^error ORG0701: --port (?:takes a whole number from 0 to 65535, not |is empty)/);
    expect(code).toBe(64);
  });
});

test("what cannot be saved is told once, tried again, and saved in the end", async () => {
  await inEmpty(async ({ path, orgsync }) => {
    const file = join(path, ".orgsync/sandbox.json");
    let said = "";
    let tick = (): void => undefined;
    let end = (): void => undefined;
    const until = async (text: string): Promise<void> => {
      while (!said.includes(text)) await new Promise((next) => setImmediate(next));
    };
    const running = orgsync(["sandbox", "serve", "--port", "0"], {
      onWrite: (text) => (said += text),
      every: (_, work) => {
        tick = work;
        return () => undefined;
      },
      signals: (handle) => (end = () => handle("SIGTERM")),
    });
    await until("Ctrl-C stops it");
    const url = /http:\S+/.exec(said)?.[0] ?? "";
    const { status } = await fetch(url, {
      method: "POST",
      body: JSON.stringify({ AccountName: "acme-dev", Email: "aws+dev@acme.com" }),
      headers: { "x-amz-target": "AWSOrganizationsV20161128.CreateAccount", authorization: signed("organizations") },
    });
    expect(status).toBe(200);
    await mkdir(file);
    tick();
    tick();
    await until("not saved yet");
    await rm(file, { recursive: true });
    end();
    const { code, stderr } = await running;
    expect(stderr).toMatch(/^not saved yet: The sandbox file .*sandbox\.json cannot be used: it is a folder\n$/);
    expect(code).toBe(143);
    expect(await readFile(file, "utf8")).toContain("aws+dev@acme.com");
  });
});

// Only Linux has a file that is always full.
test.runIf(existsSync("/dev/full"))("a full disk behind a pipe is told, without a stack trace", async () => {
  await inExample("guide", async ({ path }) => {
    const full = await open("/dev/full", "w");
    const [env, cwd] = [environment("http://127.0.0.1:9"), path];
    const { status, stderr } = spawnSync(process.execPath, [BIN, "apply", "--sandbox", "--yes"], {
      cwd,
      env,
      encoding: "utf8",
      stdio: ["ignore", full.fd, "pipe"],
    });
    await full.close();
    expect(stderr).toMatch(/^error ORG0702: cannot write to standard output: the disk is full\n$/m);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
    // What was under way came to its end.
    const rest = spawnSync(process.execPath, [BIN, "plan", "--sandbox", "--detailed-exitcode"], { cwd, env });
    expect(rest.status).toBe(0);
  });
});
