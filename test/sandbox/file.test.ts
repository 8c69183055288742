import { execFile, spawn } from "node:child_process";
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newWorld, openWorldFile, SandboxFileError } from "../../src/sandbox/index.ts";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-file-"));
  path = join(folder, "sandbox.json");
});

afterEach(() => rm(folder, { recursive: true }));

const create = () => newWorld("guide");
const refuse = () => expect.unreachable("there is a world already");

/** The number of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"]);
  await new Promise((resolve) => child.once("exit", resolve));
  return child.pid!;
}

describe("a world", () => {
  test("is made for a file that is not there, and its folders with it", async () => {
    path = join(folder, "deep", "down", "sandbox.json");
    const file = await openWorldFile(path, { create });
    expect(file.world).toEqual(create());
    await file.save(file.world);
    await file.close();
    expect(await readdir(join(folder, "deep", "down"))).toEqual(["sandbox.json"]);
  });

  test("comes back as it was saved", async () => {
    const file = await openWorldFile(path, { create });
    file.world.identityCenter!.region = "eu-central-1";
    await file.save(file.world);
    await file.close();
    const again = await openWorldFile(path, { create: refuse });
    expect(again.world).toEqual(file.world);
    await again.close();
  });

  test("is what was saved last, however many saves are under way", async () => {
    const file = await openWorldFile(path, { create });
    await Promise.all(Array.from({ length: 10 }, (_, now) => file.save({ ...file.world, now })));
    await file.close();
    expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ now: 9 });
    expect(await readdir(folder)).toEqual(["sandbox.json"]);
  });

  test("keeps the file's permissions", async () => {
    const file = await openWorldFile(path, { create });
    await file.save(file.world);
    await chmod(path, 0o640);
    await file.save({ ...file.world, now: 1 });
    await file.close();
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  test("may be behind a symbolic link, which stays", async () => {
    const link = join(folder, "link.json");
    await writeFile(path, JSON.stringify(create()));
    await symlink(path, link);
    const file = await openWorldFile(link, { create: refuse });
    await expect(openWorldFile(path, { create })).rejects.toThrow("in use");
    await file.save({ ...file.world, now: 7 });
    await file.close();
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ now: 7 });
  });

  test("that cannot be put in its place is an error, and leaves nothing behind", async () => {
    const file = await openWorldFile(path, { create });
    await file.save(file.world);
    await rm(path);
    await mkdir(path);
    await expect(file.save(file.world)).rejects.toBeInstanceOf(SandboxFileError);
    expect((await readdir(folder)).toSorted()).toEqual(["sandbox.json", "sandbox.json.lock"]);
    await rm(path, { recursive: true });
    await file.save(file.world);
    await file.close();
    expect(JSON.parse(await readFile(path, "utf8"))).toEqual(file.world);
  });

  test("is never half there for those who read while it is saved", async () => {
    const file = await openWorldFile(path, { create });
    await file.save(file.world);
    const saves = Promise.all(Array.from({ length: 20 }, (_, now) => file.save({ ...file.world, now })));
    const reads = Array.from({ length: 50 }, async () => JSON.parse(await readFile(path, "utf8")) as object);
    for (const world of await Promise.all(reads)) expect(world).toMatchObject({ formatVersion: 1, identityCenter: {} });
    await saves;
    await file.close();
  });

  test("is not saved any more once its file is closed", async () => {
    const file = await openWorldFile(path, { create });
    await file.close();
    await file.close();
    await expect(file.save(file.world)).rejects.toBeInstanceOf(SandboxFileError);
  });
});

describe("a file that is no world", () => {
  test.each([
    ["", "is not JSON"],
    ['{"formatVersion": 1, "se', "is not JSON"],
    ["[]", "is JSON, but not a sandbox"],
    ['{"name":"orgsync"}', "is JSON, but not a sandbox"],
    ['{"formatVersion":1}', "is JSON, but not a sandbox"],
    [JSON.stringify({ ...newWorld("empty"), formatVersion: 2 }), "reads format 1"],
  ])("%j is refused with advice, and left alone", async (text, message) => {
    await writeFile(path, text);
    const opened = openWorldFile(path, { create });
    await expect(opened).rejects.toBeInstanceOf(SandboxFileError);
    await expect(opened).rejects.toThrow(message);
    await expect(opened).rejects.toThrow("Move it away");
    expect(await readFile(path, "utf8")).toBe(text);
    expect(await readdir(folder)).toEqual(["sandbox.json"]);
  });

  test("a folder is refused", async () => {
    await expect(openWorldFile(folder, { create })).rejects.toThrow(/cannot be used \(EISDIR\)/);
    await rm(`${folder}.lock`, { force: true });
  });

  test("so is a path through a file", async () => {
    await writeFile(path, "text");
    await expect(openWorldFile(join(path, "sandbox.json"), { create })).rejects.toBeInstanceOf(SandboxFileError);
  });
});

describe("the lock", () => {
  test("keeps a second writer in this process out, until the first is done", async () => {
    const both = await Promise.allSettled([openWorldFile(path, { create }), openWorldFile(path, { create })]);
    const [opened, ...others] = both.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    expect(others).toEqual([]);
    await expect(openWorldFile(path, { create })).rejects.toThrow("in use by this process");
    await opened!.close();
    await (await openWorldFile(path, { create })).close();
  });

  test("names another process that has the file", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    try {
      await writeFile(`${path}.lock`, `${child.pid}\n`);
      const opened = openWorldFile(path, { create });
      await expect(opened).rejects.toThrow(`in use by process ${child.pid}`);
      await expect(opened).rejects.toThrow(`delete ${path}.lock`);
      expect(await readdir(folder)).toEqual(["sandbox.json.lock"]);
    } finally {
      child.kill();
    }
  });

  test("of a process that is gone is taken over", async () => {
    await writeFile(`${path}.lock`, `${await deadProcess()}\n`);
    const file = await openWorldFile(path, { create });
    expect(await readFile(`${path}.lock`, "utf8")).toBe(`${process.pid}\n`);
    await file.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test.each(["", "garbage", `${process.pid}`])(
    "that says %j, but that nobody here took, is taken over",
    async (text) => {
      await writeFile(`${path}.lock`, text);
      await (await openWorldFile(path, { create })).close();
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test("is let go when the file cannot be used", async () => {
    await writeFile(path, "nonsense");
    await expect(openWorldFile(path, { create })).rejects.toThrow("not JSON");
    await rm(path);
    await (await openWorldFile(path, { create })).close();
  });

  test("goes to one of many processes that take over at once", async () => {
    await writeFile(`${path}.lock`, `${await deadProcess()}\n`);
    const module = new URL("../../src/sandbox/file.ts", import.meta.url).href;
    const script = `
      import { openWorldFile } from ${JSON.stringify(module)};
      const world = { formatVersion: 1 };
      const opened = await openWorldFile(${JSON.stringify(path)}, { create: () => world }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 2500));
      console.log(opened ? "mine" : "theirs");
    `;
    const run = () => promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    const outputs = await Promise.all(Array.from({ length: 4 }, run));
    expect(outputs.map(({ stdout }) => stdout.trim()).toSorted()).toEqual(["mine", "theirs", "theirs", "theirs"]);
  });
});
