import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readLiveFile, worldFrom } from "../scenarios/live.ts";
import { bench, configOf } from "../support/engine.ts";
import { golden } from "../support/golden.ts";
import { filesFrom } from "./files.ts";

/*
 * `NAME.live.yaml` is an organization, as in test/scenarios; `NAME.txt` all files that an import of it writes, and what
 * the plan then still has to do. UPDATE=1 writes the latter anew: read it before you commit it.
 */
const folder = join(import.meta.dirname, "golden");
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".live.yaml") ? [file.slice(0, -10)] : []));

test.each(names)("%s", async (name) => {
  const live = readLiveFile(readFileSync(join(folder, `${name}.live.yaml`), "utf8"));
  const there = bench(worldFrom(live));
  const files = filesFrom((await there.draft()).draft);
  const { "org.yaml": text = "", ...others } = files;
  const { plan } = await there.plan(await configOf(text, others));
  const rest = plan.changes.map(({ action, address }) => `${action} ${address}\n`).join("") || "nothing\n";
  const parts = Object.entries(files).map(([path, content]) => `==> ${path}\n${content}\n`);
  golden(join(folder, `${name}.txt`), `${parts.join("")}==> what plan finds to do\n${rest}`);
  // What AWS shows in another order is the same file.
  const again = bench(worldFrom(live), { raggedPages: true, paths: false });
  expect(filesFrom((await again.draft()).draft)).toEqual(files);
});
