import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../test/support/io.ts";
import type { GeneratedFile } from "./generated.ts";
import { terminalSvg } from "./terminalSvg.ts";

const root = join(import.meta.dirname, "..");
const COLUMNS = 100;
const SANDBOX = "--sandbox=sandbox.json";

/** What a pull request changes in the example of a company, for the README's pictures. */
const EDITS: readonly (readonly [from: string, to: string])[] = [
  ["members: [dax@acme.com]", "members: [dax@acme.com, jay@acme.com]"],
  ["members: [dax@acme.com, jay@acme.com, kim@acme.com]", "members: [dax@acme.com, jay@acme.com]"],
  [
    "  acme-production:\n",
    "  acme-sandbox:\n    email: aws+sandbox@acme.com\n    ou: Workloads/Dev\n  acme-production:\n",
  ],
  ["sessionDuration: 8h", "sessionDuration: 4h"],
];

/** The plan of a pull request as a terminal shows it, and as its comment: both are what orgsync prints. */
export async function pictures(): Promise<[plan: GeneratedFile, comment: GeneratedFile]> {
  const cwd = await mkdtemp(join(tmpdir(), "orgsync-"));
  try {
    await cp(join(root, "examples/company"), cwd, { recursive: true });
    const orgsync = async (...argv: string[]): Promise<string> =>
      (await run(argv, { cwd, columns: COLUMNS, colours: true })).stdout;
    await orgsync("apply", SANDBOX, "--yes");
    const before = await readFile(join(cwd, "org.yaml"), "utf8");
    await writeFile(join(cwd, "main.yaml"), before);
    const after = EDITS.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the example has no ${from}`);
      return text.replace(from, to);
    }, before);
    await writeFile(join(cwd, "org.yaml"), after);
    const plan = ["plan", SANDBOX, "--base", "main.yaml"];
    return [
      { path: "docs/plan.svg", content: terminalSvg(await orgsync(...plan), COLUMNS, "orgsync plan") },
      { path: "docs/comment.md", content: await orgsync(...plan, "--format", "markdown") },
    ];
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
