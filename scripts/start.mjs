/** `npm start`: orgsync's main job on a throw-away sandbox, with the commands that a person would type. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEMO, SANDBOX, typed } from "./demo.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "orgsync-"));
try {
  for (const words of DEMO) {
    process.stdout.write(`\n${typed(words)}\n`);
    const argv = words.map((word) => (word === SANDBOX ? `${SANDBOX}=${join(folder, "sandbox.json")}` : word));
    const { status } = spawnSync(process.execPath, ["dist/bin.js", ...argv], { cwd: root, stdio: "inherit" });
    if (status !== 0) {
      process.exitCode = status ?? 1;
      break;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
