import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { inFolder, type Ran, run, type RunOptions } from "../support/io.ts";

/** A folder with an org.yaml, and the command in it. */
export interface Folder {
  readonly path: string;
  /** Runs orgsync; whatever it prints, it never prints a stack trace. */
  orgsync(argv: readonly string[], options?: Partial<RunOptions>): Promise<Ran>;
  write(text: string, file?: string): Promise<void>;
  read(file: string): Promise<string>;
}

const exampleFolder = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

/** Works in a folder of its own that starts as an example. */
export const inExample = (name: string, work: (folder: Folder) => Promise<void>): Promise<void> =>
  inEmpty(async (folder) => {
    await cp(exampleFolder(name), folder.path, { recursive: true });
    await work(folder);
  });

/** The same in a folder that has nothing in it. */
export const inEmpty = (work: (folder: Folder) => Promise<void>): Promise<void> =>
  inFolder((path) =>
    work({
      path,
      async orgsync(argv, options = {}) {
        const ran = await run(argv, { cwd: path, ...options });
        expect(ran.stdout + ran.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
        expect(ran.stdout + ran.stderr).not.toContain("ORG0799");
        return ran;
      },
      async write(text, file = "org.yaml") {
        await writeFile(join(path, file), text);
      },
      read: (file) => readFile(join(path, file), "utf8"),
    }),
  );
