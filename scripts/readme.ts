import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../test/support/io.ts";
import { withBlock } from "./block.ts";
import { reliabilityTable } from "./reliability.ts";
import { DEMO, SANDBOX, typed } from "./demo.mjs";

const root = join(import.meta.dirname, "..");

process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

/**
 * The README with its generated blocks: how a pull request's comment begins, what `npm start` prints (in a checkout it
 * adds the commit), and what the last deep run found.
 */
export async function readme(comment: string): Promise<string> {
  const text = await readFile(join(root, "README.md"), "utf8");
  const begun = withBlock("README.md", text, marks("docs/comment.md"), beginningOf(comment));
  const shown = withBlock("README.md", begun, marks("npm start"), `\`\`\`console\n${await demo()}\`\`\`\n`);
  return withBlock("README.md", shown, marks("npm run test:deep"), await reliabilityTable());
}

const marks = (name: string): [string, string] => [`<!-- ${name} -->\n\n`, "\n<!-- end -->"];

/** The verdict, the alerts and the table of access: what a reviewer sees before anything is opened. */
function beginningOf(comment: string): string {
  const end = comment.indexOf("<details");
  if (end === -1) throw new Error("docs/comment.md has nothing folded");
  const shown = comment.slice(0, end).replace(/^##+ (.*)$/gm, "**$1**");
  // It is laid out as GitHub needs it, not as the formatter has it.
  return `<!-- prettier-ignore-start -->\n\n---\n\n${shown.trimEnd()}\n\n---\n\n<!-- prettier-ignore-end -->\n`;
}

async function demo(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "orgsync-"));
  try {
    const parts: string[] = [];
    for (const words of DEMO) {
      const argv = words.map((word) => (word === SANDBOX ? `${SANDBOX}=${join(folder, "sandbox.json")}` : word));
      const { stdout } = await run(argv, { cwd: root, columns: 100 });
      parts.push(`${typed(words)}\n${shortened(stdout)}`);
    }
    return parts.join("\n");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Without the plan that was shown before, and without what people do next. */
function shortened(stdout: string): string {
  const applied = /^Applying [^]*?^✓ applied .*\n/m.exec(stdout);
  if (applied !== null) return `…\n${applied[0]}…\n`;
  return /^No changes\..*\n/m.exec(stdout)?.[0] ?? stdout;
}
