import process from "node:process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { generated } from "./generated.ts";

const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const stale: string[] = [];

for (const { path, content } of await generated()) {
  const file = join(root, path);
  const current = await readFile(file, "utf8").catch(() => undefined);
  if (current === content) continue;
  stale.push(path);
  if (check) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

if (stale.length > 0) process.stdout.write(`${check ? "stale" : "written"}: ${stale.join(", ")}\n`);
if (check && stale.length > 0) {
  process.stdout.write("run npm run generate\n");
  process.exitCode = 1;
}
