/**
 * Prints what plan and apply cost at three sizes: AWS calls and seconds of AWS's quotas on the sandbox's virtual clock,
 * and CPU and memory of a real process, sandbox included. `npm run bench [small|medium|large ...]`
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { newWorld } from "../src/sandbox/index.ts";
import { bench, configOf } from "../test/support/engine.ts";
import { textOf } from "../test/worlds/file.ts";
import { fileOfSize, type Size, SIZES } from "../test/worlds/sizes.ts";
import { worldOf } from "../test/worlds/world.ts";

type Name = keyof typeof SIZES;

interface Measured {
  readonly calls: number;
  readonly seconds: number;
  readonly throttled: number;
  readonly cpu: number;
  readonly megabytes: number;
}

const [mode, name] = process.argv.slice(2);
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
if (mode === "plan" || mode === "apply") process.stdout.write(JSON.stringify(await measure(mode, name as Name)));
else await report(process.argv.length > 2 ? (process.argv.slice(2) as Name[]) : (Object.keys(SIZES) as Name[]));

async function measure(work: "plan" | "apply", size: Name): Promise<Measured> {
  const file = fileOfSize(SIZES[size]);
  const accountQuota = SIZES[size].accounts + 10;
  const text = textOf(file);
  const world = work === "plan" ? worldOf(file, { accountQuota }) : newWorld("guide");
  if (world.organization !== null) world.organization.quotas.accounts = accountQuota;
  const cpu = process.cpuUsage();
  const config = await configOf(text);
  const there = bench(world);
  const began = there.now();
  if (work === "plan") {
    const { plan } = await there.plan(config);
    if (plan.changes.length > 0) throw new Error(`plan of ${size} should be empty: ${plan.changes[0]?.address}`);
  } else {
    const { outcome } = await there.apply(config);
    if (outcome.done.length === 0 || outcome.failed.length > 0)
      throw new Error(`apply of ${size} failed: ${outcome.failed[0]}`);
  }
  const used = process.cpuUsage(cpu);
  return {
    calls: there.calls.length,
    seconds: (there.now() - began) / 1000,
    throttled: there.calls.filter(({ error }) => /TooManyRequests|Throttling/.test(error ?? "")).length,
    cpu: (used.user + used.system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** Each figure comes from a process of its own, bundled like the command, so that CPU and memory are its own. */
async function report(sizes: readonly Name[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "orgsync-bench-"));
  try {
    await build({
      entryPoints: [fileURLToPath(import.meta.url)],
      outdir: folder,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      mainFields: ["module", "main"],
      banner: {
        js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
      },
      logLevel: "error",
      // The parent needs esbuild, the measured child must not.
      plugins: [
        {
          name: "no-esbuild",
          setup: ({ onResolve, onLoad }) => {
            onResolve({ filter: /^esbuild$/ }, () => ({ path: "esbuild", namespace: "none" }));
            onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "export const build = undefined;" }));
          },
        },
      ],
    });
    print(row("", "calls", "pair + 10", "throttled", "AWS seconds", "CPU seconds", "MB"));
    for (const size of sizes) {
      for (const work of ["plan", "apply"]) {
        const child = spawnSync(process.execPath, [join(folder, "bench.mjs"), work, size], {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "inherit"],
          timeout: 30 * 60_000,
        });
        if (child.status !== 0) {
          process.exitCode = 1;
          continue;
        }
        const found = JSON.parse(child.stdout) as Measured;
        const bound = work === "plan" ? pairFormula(SIZES[size]) + 10 : "";
        print(
          row(
            `${work} ${size}`,
            found.calls,
            bound,
            found.throttled,
            found.seconds.toFixed(1),
            found.cpu.toFixed(2),
            found.megabytes.toFixed(0),
          ),
        );
      }
    }
    startup();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The calls of a reader that asks for every pair of account and permission set, without policies. */
function pairFormula({ accounts, units, users, groups, permissionSets, pairs }: Size): number {
  const organization = 2 + Math.ceil(accounts / 20) + units + 1;
  const identities = Math.ceil(users / 100) + Math.ceil(groups / 100) + groups;
  return organization + identities + 1 + Math.ceil(permissionSets / 100) + 6 * permissionSets + permissionSets + pairs;
}

/** CPU of a start: the medians of nine runs, as times node's own. */
function startup(): void {
  const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));
  const example = fileURLToPath(new URL("../examples/guide/org.yaml", import.meta.url));
  const node = cpuOf(["-e", "0"]);
  print("");
  print(row("", "CPU ms", "times node"));
  for (const [label, argv] of [
    ["node -e 0", ["-e", "0"]],
    ["orgsync --version", [bin, "--version"]],
    ["orgsync validate", [bin, "validate", "-f", example]],
  ] as const) {
    const cpu = cpuOf(argv);
    print(row(label, cpu.toFixed(0), (cpu / node).toFixed(2)));
  }
}

function cpuOf(argv: readonly string[]): number {
  const runs = Array.from({ length: 9 }, () => {
    const child = spawnSync(
      "bash",
      ["-c", `TIMEFORMAT='%U %S'; time "$0" "$@" >/dev/null`, process.execPath, ...argv],
      { encoding: "utf8" },
    );
    const [user = 0, system = 0] = (child.stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
    return (user + system) * 1000;
  });
  return runs.toSorted((left, right) => left - right)[4] ?? 0;
}

function row(label: string, ...cells: readonly (string | number)[]): string {
  return label.padEnd(20) + cells.map((cell) => String(cell).padStart(12)).join("");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
