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
 * The README with its generated blocks: what `npm start` prints (in a checkout it adds the commit), and what the last
 * deep run found.
 */
export async function readme(): Promise<string> {
  const text = await readFile(join(root, "README.md"), "utf8");
  const shown = withBlock("README.md", text, marks("npm start"), `\`\`\`console\n${await demo()}\`\`\`\n`);
  return withBlock("README.md", shown, marks("npm run test:deep"), await reliabilityTable());
}

const marks = (name: string): [string, string] => [`<!-- ${name} -->\n\n`, "\n<!-- end -->"];

async function demo(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "orgsync-"));
  try {
    const parts: string[] = [];
    for (const words of DEMO) {
      const argv = words.map((word) => (word === SANDBOX ? `${SANDBOX}=${join(folder, "sandbox.json")}` : word));
      const { stdout } = await run(argv, { cwd: root, columns: 100 });
      parts.push(`${typed(words)}\n${stdout}`);
    }
    return parts.join("\n");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
