/** `npm start`: orgsync's main job on a throw-away sandbox, with the commands that a person would type. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "orgsync-"));
const file = ["-f", "examples/guide/org.yaml"];
const sandbox = `--sandbox=${join(folder, "sandbox.json")}`;

/** Shows the command as it would be typed, runs it, and stops at the first that fails. */
function orgsync(...words) {
  const shown = words.map((word) => (word === sandbox ? "--sandbox" : word)).join(" ");
  process.stdout.write(`\n$ npx orgsync ${shown}\n`);
  const { status } = spawnSync(process.execPath, ["dist/bin.js", ...words], { cwd: root, stdio: "inherit" });
  if (status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  process.exit(status ?? 1);
}

orgsync("validate", ...file);
orgsync("plan", ...file, sandbox);
orgsync("apply", ...file, sandbox, "--yes");
orgsync("plan", ...file, sandbox);
rmSync(folder, { recursive: true, force: true });
