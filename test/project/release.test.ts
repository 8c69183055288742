import { execFile } from "node:child_process";
import { cp, readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { inFolder } from "../support/io.ts";
import { type Step, WORKFLOWS, workflowOf } from "./workflowFiles.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A step of the release, by its name. */
function stepOf(name: string): Step {
  const release = WORKFLOWS.find(({ path }) => path.endsWith("/release.yml"));
  const steps = Object.values(release === undefined ? {} : workflowOf(release).jobs).flatMap((job) => job.steps ?? []);
  const found = steps.find((step) => step.name === name);
  if (found === undefined) throw new Error(`no step ${name}`);
  return found;
}

/** Plays a script of the release in a folder, as a runner would; npm asks nobody, and publishes nothing. */
function played(name: string, cwd: string, env: Record<string, string> = {}): Promise<{ code: number; log: string }> {
  const npm = { npm_config_offline: "true", npm_config_dry_run: "true", npm_config_ignore_scripts: "true" };
  return new Promise((resolve) => {
    execFile(
      "bash",
      ["-e", "-c", stepOf(name).run ?? ""],
      { cwd, env: { PATH: process.env["PATH"], HOME: cwd, CI: "true", ...npm, ...env } },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : 1, log: stdout + stderr }),
    );
  });
}

describe("a release", () => {
  test("is of the version that its tag says", async () => {
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    const step = "Compare the tag with the version";
    expect((await played(step, root, { GITHUB_REF_NAME: `v${version}` })).code).toBe(0);
    const { code, log } = await played(step, root, { GITHUB_REF_NAME: "v99.0.0" });
    expect(code).toBe(1);
    expect(log).toBe(`::error::the tag is v99.0.0, and package.json has ${version}\n`);
  });

  test("packs what is published, and could publish what is packed", async () => {
    await inFolder(async (folder) => {
      const { files, version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
        files: string[];
        version: string;
      };
      for (const path of ["package.json", "README.md", "LICENSE", "scripts", ...files])
        await cp(join(root, path), join(folder, path), { recursive: true });
      await symlink(join(root, "node_modules"), join(folder, "node_modules"));
      // Packing is no publishing: it is done in earnest.
      const packed = await played("Pack", folder, { npm_config_dry_run: "false", GITHUB_REF_NAME: `v${version}` });
      expect(packed.log).toContain(`+ orgsync@${version}`);
      expect(packed.log).toContain("(dry-run)");
      expect(packed.code).toBe(0);
      expect(await readdir(join(folder, "release"))).toEqual([
        `orgsync-${version}.tgz`,
        `orgsync-v${version}.cdx.json`,
      ]);
      for (const needed of ["dist/bin.js", ".github/actions/plan/action.yml", "schema/org.schema.json", "LICENSE"])
        expect(packed.log).toContain(needed);
      const { code, log } = await played("Publish", folder);
      expect(log).toContain("with tag latest and public access (dry-run)");
      expect(code).toBe(0);
    });
  });

  test("names the repository that npm will see it come from", async () => {
    const { repository } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
      repository: { url: string };
    };
    expect(repository.url).toBe("git+https://github.com/orgsync/orgsync.git");
  });
});
