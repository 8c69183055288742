import { inHome, orgsync } from "./installed.ts";

/** Something that the installed command understands. */
export interface Surface {
  /** `plan`, `sandbox serve`. */
  readonly commands: readonly string[];
  /** `plan --out`, `plan -f`, `plan --format=json` for each of a choice. */
  readonly flags: readonly string[];
}

/** What the installed command says of itself: every command that its help lists, with every flag of theirs. */
export async function surfaceOf(): Promise<Surface> {
  return inHome(async (cwd) => {
    const help = async (...argv: readonly string[]): Promise<string> => (await orgsync(argv, { cwd })).stdout;
    const top = await help("--help");
    const commands: string[] = [];
    const flags: string[] = [];
    const visit = async (path: readonly string[]): Promise<void> => {
      const text = await help(...path, "--help");
      const nested = listed(text).filter((name) => name !== "help");
      const name = path.join(" ");
      if (nested.length === 0) commands.push(name);
      for (const flag of flagsIn(text)) flags.push(`${name} ${flag}`);
      for (const below of nested) await visit([...path, below]);
    };
    for (const name of listed(top)) await visit([name]);
    return { commands, flags };
  });
}

/** The first words of the rows under `Commands`. */
const listed = (text: string): string[] => {
  const [, rows = ""] = /^Commands.*:\n((?: {2}.*\n)+)/m.exec(text) ?? [];
  return [...rows.matchAll(/^ {2}(\w[\w-]*)/gm)].map(([, name = ""]) => name);
};

function flagsIn(text: string): string[] {
  const [, rows = ""] = /^Options:\n((?: {2}.*\n)+)/m.exec(text) ?? [];
  return rows.split(/\n(?= {2}-)/).flatMap((row) => {
    const [head = ""] = /^ {0,2}-.*?(?= {2,}|\n|$)/.exec(row) ?? [];
    const names = [...head.matchAll(/(?<![\w-])--?[a-z][\w-]*/gi)].map(([name]) => name);
    const long = names.find((name) => name.startsWith("--"));
    const [, choices = ""] = /\(choices:([^)]*?)(?:,\s+default:[^)]*)?\)/.exec(row) ?? [];
    const chosen = [...choices.matchAll(/"([^"]+)"/g)].map(([, choice = ""]) => `${long}=${choice}`);
    return [...names, ...chosen];
  });
}

/** What a run has used of it. */
export function usedBy(argv: readonly string[], { commands }: Surface): { command: string; flags: string[] } {
  const path = [argv.slice(0, 2).join(" "), argv[0] ?? ""].find((one) => commands.includes(one)) ?? "";
  const group = argv[0] ?? "";
  const command = path === "" ? group : path;
  const flags = argv.flatMap((word, index) => {
    if (!/^--?[a-z]/i.test(word)) return [];
    const [name = "", value = argv[index + 1]] = word.split(/=(.*)/s);
    return [`${command} ${name}`, `${command} ${name}=${value}`];
  });
  return { command, flags };
}
