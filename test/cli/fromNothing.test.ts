import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import type { World } from "../../src/sandbox/index.ts";
import { environment, orgsync } from "../endpoints/server.ts";
import { inFolder } from "../support/io.ts";
import { readByAwsCli, readBySdk } from "../support/profiles.ts";

afterEach(() => vi.unstubAllEnvs());

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const README = join(ROOT, "README.md");

/** The commands that the README tells a newcomer, in its order: words, and what it says of them. */
async function commandsOfReadme(): Promise<{ words: string[]; remark: string }[]> {
  const text = await readFile(README, "utf8");
  const [, block = ""] = /^## From nothing to a logged-in terminal\n[^]*?```sh\n([^]*?)```/m.exec(text) ?? [];
  return block
    .trim()
    .split("\n")
    .map((line) => {
      const [command = "", remark = ""] = line.split(/\s+# /);
      return {
        words: [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ""),
        remark,
      };
    });
}

/** A folder with an AWS CLI that tells doctor its version: which one a machine has is not what is tried here. */
async function awsCli(folder: string): Promise<string> {
  const bin = join(folder, "bin");
  await mkdir(bin);
  await writeFile(join(bin, "aws"), "#!/bin/sh\necho aws-cli/2.32.0\n", { mode: 0o755 });
  return bin;
}

test("what the README tells, from an empty folder to profiles that the AWS CLI and the JavaScript SDK read", async () => {
  const commands = await commandsOfReadme();
  expect(commands.map(({ words }) => words[1])).toContain("orgsync");
  await inFolder(async (folder) => {
    const cwd = join(folder, "work");
    await mkdir(cwd);
    // Nothing answers there: what is not for the sandbox fails.
    const {
      PATH,
      AWS_CONFIG_FILE: _settings,
      AWS_SHARED_CREDENTIALS_FILE: _credentials,
      ...nowhere
    } = environment("http://127.0.0.1:9");
    const env: Record<string, string> = { ...nowhere, PATH: `${await awsCli(folder)}:${PATH}`, HOME: folder };
    const done: string[] = [];
    for (const { words, remark } of commands) {
      const [program, name, ...rest] = words;
      if (program === "export") {
        const [key = "", value = ""] = (name ?? "").split("=");
        env[key] = value;
        continue;
      }
      if (program === "aws") continue;
      if (program === "npm") {
        expect(words.at(-1)).toBe("github:orgsync/orgsync");
        await mkdir(join(cwd, "node_modules"));
        await symlink(ROOT, join(cwd, "node_modules/orgsync"));
        continue;
      }
      expect([program, name]).toEqual(["npx", "orgsync"]);
      const { code, stdout, stderr } = await orgsync(rest, { cwd, env });
      expect([rest.join(" "), code, stderr]).toEqual([rest.join(" "), remark.includes("exit code 6") ? 6 : 0, stderr]);
      expect(stdout + stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
      done.push(rest[0] ?? "");
    }
    expect(done).toEqual(["sandbox", "init", "plan", "apply", "sandbox", "apply", "aws-config", "doctor"]);

    const world = JSON.parse(await readFile(join(cwd, ".orgsync/sandbox.json"), "utf8")) as World;
    const profiles = ["acme", "acme-dev", "acme-production"].map((name) => {
      const account = Object.values(world.organization?.accounts ?? {}).find((one) => one.name === name);
      return { name, id: account?.id ?? "none" };
    });
    const file = join(cwd, env["AWS_CONFIG_FILE"] ?? "");
    await readByAwsCli(file, profiles);
    await readBySdk(file, folder, profiles);

    // A second look finds nothing to do.
    for (const words of [["plan"], ["aws-config", "--check"]]) {
      const again = await orgsync([...words, "--sandbox"], { cwd, env });
      expect(again.code).toBe(0);
      expect(again.stdout).toMatch(/No changes\.|nothing to write/);
    }
    await writeFile(join(cwd, "package.json"), '{\n  "name": "app"\n}\n');
    expect((await orgsync(["aws-config", "--sandbox", "--yes", "--package-json"], { cwd, env })).code).toBe(0);
    expect(JSON.parse(await readFile(join(cwd, "package.json"), "utf8"))).toEqual({
      name: "app",
      scripts: { sso: "aws sso login --sso-session=acme" },
    });
  });
});
