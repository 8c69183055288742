import { execFileSync } from "node:child_process";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { processIo } from "../../src/cli/io.ts";
import { inFolder } from "../support/io.ts";

const { command, files } = processIo();

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

test("what is no file is written into, and stays what it is", async () => {
  await inFolder(async (folder) => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const read = readFile(pipe, "utf8");
    await files.writeAll(
      new Map([
        [pipe, "into the pipe"],
        [join(folder, "file"), "into a file"],
      ]),
    );
    expect(await read).toBe("into the pipe");
    expect(await readFile(join(folder, "file"), "utf8")).toBe("into a file");
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });
});
