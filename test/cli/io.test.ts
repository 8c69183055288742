import process from "node:process";
import { expect, test } from "vitest";
import { processIo } from "../../src/cli/io.ts";

const { command } = processIo();

test("a program's words, and what it ends with", async () => {
  const script = "process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3";
  expect(await command(process.execPath, ["-e", script], 20_000)).toEqual({ code: 3, stdout: "out", stderr: "err" });
});

test("words are words: no shell reads them", async () => {
  const { stdout } = await command(process.execPath, ["-p", "process.argv[1]", "$(id); 'x'"], 20_000);
  expect(stdout).toBe("$(id); 'x'\n");
});

test("there is no such program", async () => {
  expect(await command("orgsync-is-no-such-program", [], 20_000)).toMatchObject({ code: "missing" });
});

test("one that takes too long is stopped, also when it does not want to be", async () => {
  const script = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
  expect(await command(process.execPath, ["-e", script], 500)).toMatchObject({ code: "late" });
});

test("one that waits for something to read gets nothing", async () => {
  const { code, stdout } = await command(process.execPath, ["-e", "process.stdin.pipe(process.stdout)"], 20_000);
  expect([code, stdout]).toEqual([0, ""]);
});
