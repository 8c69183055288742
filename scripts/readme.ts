import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../test/support/io.ts";
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
  return withBlock(
    withBlock(text, "npm start", `\`\`\`console\n${await demo()}\`\`\`\n`),
    "npm run test:deep",
    await reliabilityTable(),
  );
}

function withBlock(text: string, name: string, content: string): string {
  const start = `<!-- ${name} -->\n\n`;
  const at = text.indexOf(start);
  const end = text.indexOf("\n<!-- end -->", at);
  if (at === -1 || end === -1) throw new Error(`README.md has no block for ${name}`);
  return text.slice(0, at + start.length) + content + text.slice(end);
}

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
