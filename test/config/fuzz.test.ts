import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { sameJson } from "../../src/model/json.ts";
import { problemsText } from "../../src/report/problems.ts";
import { figure } from "../deep/figures.ts";
import { sizeOf } from "../deep/sizes.ts";
import { filesOf, flawsOfOutcome, outcomeOf } from "./files.ts";

/**
 * Texts of every sort against the loader. Each case is made of a seed and its number alone:
 * `ORGSYNC_FUZZ=SEED:NUMBER npx vitest run test/config/fuzz.test.ts` makes one of them again.
 */
const [SEED = 1, ONLY] = (process.env["ORGSYNC_FUZZ"] ?? "1").split(":").map(Number);
const CASES = sizeOf("fuzzed");
/** In seconds of CPU and bytes; the loader must not be a way to hold up a pull request's checks. */
const MOST_SECONDS = 2;
/** A file that is made to cost takes 2 s too, where nothing else runs; beside other work it takes longer. */
const MOST_SECONDS_OF_ALL = 10;
const MOST_MEMORY = 512 * 1024 * 1024;

interface Random {
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  /** Of a hundred. */
  chance(percent: number): boolean;
}

/** Mulberry32. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    chance: (percent) => below(100) < percent,
  };
}

const ROOT = join(import.meta.dirname, "../..");
interface Case {
  /** `org.yaml`, and files beside it. */
  readonly files: Readonly<Record<string, string>>;
}

/** The organizations in the folders of a folder, each with the files beside it. */
const organizationsIn = (path: string): Case[] =>
  readdirSync(join(ROOT, path)).flatMap((name) => {
    const folder = join(ROOT, path, name);
    if (!existsSync(join(folder, "org.yaml"))) return [];
    const beside = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (file) => /\.(?:yaml|json)$/.test(file) && statSync(join(folder, file)).isFile(),
    );
    return [{ files: Object.fromEntries(beside.map((file) => [file, readFileSync(join(folder, file), "utf8")])) }];
  });
const VALID = organizationsIn("examples");
const CORPUS = [...VALID, ...organizationsIn("test/invalid")];

const SYNTAX = [
  "- ",
  ": ",
  "? ",
  "{",
  "}",
  "[",
  "]",
  ",",
  "&a ",
  "*a ",
  "!t ",
  "!!str ",
  "| \n",
  ">-\n",
  "'",
  '"',
  "#",
  " #",
  "%",
  "@",
  "`",
];
const SPACE = ["\t", "\n", "\r\n", "\r", "\n  ", "\n    ", "\n      ", "---\n", "...\n", "%YAML 1.1\n---\n", " ", "  "];
const ODD = [
  "<<: *a",
  "~",
  "null",
  "true",
  "{}",
  "[]",
  "__proto__: ",
  "constructor",
  "prototype",
  "\\",
  "\\x",
  "\0",
  "\u202e",
  "\ud800",
  "\udc00",
  "\ufeff",
  "\u2028",
  "\u0085",
  "\u001b[31m",
  "\u{1f600}",
  "e\u0301",
  "\u00e9",
  "012345678901",
  "1e999",
  "0x1f",
  "NO",
  "2026-01-01",
];
const NAMES = [
  "version: 1",
  "accounts",
  "users",
  "groups",
  "policies",
  "assignments",
  "permissionSets",
  "organizationalUnits",
  "include",
  "ignore",
  "defaults",
  "rails",
  "members",
  "email",
  "content",
  "file",
  "tags",
  "ou",
  "root",
  "a/b",
  "12h",
  "dax@acme.com",
  "name",
];
const PIECES = [...SYNTAX, ...SPACE, ...ODD, ...NAMES];

/** Any bytes, read as UTF-8 as files are. */
const bytes = ({ below, chance }: Random): string => {
  const high = chance(50) ? 256 : 128;
  return new TextDecoder().decode(Uint8Array.from({ length: below(400) }, () => below(high)));
};

const pieces = ({ below, pick }: Random): string => Array.from({ length: below(60) }, () => pick(PIECES)).join("");

/** A document by YAML's own grammar, in every style, with names that org.yaml knows and others. */
function grammar(random: Random): string {
  const { below, pick, chance } = random;
  const scalar = (): string => {
    const word = chance(70) ? pick(NAMES) : chance(50) ? pick(ODD) : `w${below(9)}`;
    switch (below(6)) {
      case 0:
        return `'${word.replaceAll("'", "''")}'`;
      case 1:
        return JSON.stringify(word);
      default:
        return word;
    }
  };
  const flow = (depth: number): string => {
    const kind = below(depth > 4 ? 1 : 3);
    if (kind === 0) return scalar();
    const items = Array.from({ length: below(4) }, () =>
      kind === 1 ? flow(depth + 1) : `${scalar()}: ${flow(depth + 1)}`,
    );
    return kind === 1 ? `[${items.join(", ")}]` : `{ ${items.join(", ")} }`;
  };
  const block = (indent: string, depth: number): string => {
    const isList = chance(30);
    return Array.from({ length: 1 + below(5) }, () => {
      const comment = chance(10) ? `${indent}# ${scalar()}\n` : "";
      const head = isList ? `${indent}-` : `${indent}${scalar()}:`;
      if (depth < 5 && chance(45))
        return `${comment}${head}\n${block(`${indent}${pick(["  ", "    ", " "])}`, depth + 1)}`;
      if (chance(10)) return `${comment}${head} ${pick(["|", ">", "|-", ">+"])}\n${indent}    ${scalar()}\n`;
      return `${comment}${head} ${flow(depth)}\n`;
    }).join("");
  };
  const start = chance(60) ? "version: 1\n" : pick(["", "---\n", "\ufeff", "# c\n"]);
  return start + block("", 0);
}

/** An organization with something cut out, put in, doubled, swapped or moved, once or a few times. */
function mutated(random: Random): Case {
  const { below, pick } = random;
  const { files } = pick(CORPUS);
  const name = random.chance(80) ? "org.yaml" : pick(Object.keys(files));
  let text = files[name] ?? "";
  for (let edits = 1 + below(4); edits > 0; edits--) {
    const lines = text.split("\n");
    const [from, to] = [below(lines.length), below(lines.length)];
    const at = below(text.length + 1);
    const cut = text.slice(at, at + below(40));
    switch (below(9)) {
      case 0:
        text = text.slice(0, at) + pick(PIECES) + text.slice(at);
        break;
      case 1:
        text = text.slice(0, at) + text.slice(at + cut.length);
        break;
      case 2:
        text = text.slice(0, at) + cut + text.slice(at);
        break;
      case 3:
        text = text.slice(0, at) + String.fromCodePoint(below(0x110000)) + text.slice(at + 1);
        break;
      case 4:
        [lines[from], lines[to]] = [lines[to] ?? "", lines[from] ?? ""];
        text = lines.join("\n");
        break;
      case 5:
        text = lines
          .map((line, index) => (index === from ? line.replace(/:( .*)?$/, `: ${pick(PIECES)}`) : line))
          .join("\n");
        break;
      case 6:
        text = lines.map((line, index) => (index === from ? `${pick(["  ", "\t", " "])}${line}` : line)).join("\n");
        break;
      case 7: {
        // Of another organization.
        const other = (pick(CORPUS).files["org.yaml"] ?? "").split("\n");
        const start = below(other.length);
        lines.splice(from, 0, ...other.slice(start, start + below(8)));
        text = lines.join("\n");
        break;
      }
      default:
        text = text.replaceAll("\n", pick(["\r\n", "\n\n", "\r", "\n# c\n"]));
    }
  }
  return { files: { ...files, [name]: text } };
}

/** A valid organization in another layout, with its entries in another order: it means the same. */
function restyled(random: Random): Case {
  const { below, pick } = random;
  const { files } = pick(VALID);
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, member]) => [key, shuffled(member)] as const);
    return Object.fromEntries(random.chance(50) ? entries.toReversed() : entries);
  };
  const read = parse(files["org.yaml"] ?? "", { schema: "failsafe" }) as Record<string, unknown>;
  const text = stringify(shuffled(read), {
    schema: "failsafe",
    aliasDuplicateObjects: false,
    collectionStyle: pick(["any", "block", "flow"]),
    // In quotes, true would be a text.
    defaultStringType: "PLAIN",
    defaultKeyType: "PLAIN",
    indent: 1 + below(6),
    lineWidth: pick([0, 40, 80]),
    indentSeq: random.chance(50),
  });
  return { files: { ...files, "org.yaml": random.chance(20) ? text.replaceAll("\n", "\r\n") : text } };
}

const SORTS: readonly ((random: Random) => Case)[] = [
  (random) => ({ files: { "org.yaml": bytes(random) } }),
  (random) => ({ files: { "org.yaml": pieces(random) } }),
  (random) => ({ files: { "org.yaml": grammar(random) } }),
  mutated,
  mutated,
  mutated,
  restyled,
];

/** Another reader's view of a file: every scalar as the text that is written. */
const otherView = (text: string): unknown => {
  const { version: _, ...sections } = parse(text.replace(/^\ufeff/, ""), {
    schema: "failsafe",
    logLevel: "silent",
  }) as Record<string, unknown>;
  return sections;
};

/** Values as their texts, so that a number that the schema asks for and its text are one. */
function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asTexts(member)]));
  return String(value);
}

/** Loads, and measures: seconds of this process's CPU. */
async function measured<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

const inherited = Object.getOwnPropertyNames(Object.prototype).join();
const ownOfArrays = Object.getOwnPropertyNames(Array.prototype).join();

/** Nothing that a file says has changed what every object has. */
function expectUnpolluted(): void {
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(inherited);
  expect(Object.getOwnPropertyNames(Array.prototype).join()).toBe(ownOfArrays);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
}

/** What is wrong with how one case is dealt with, and whether it is a valid organization. */
async function flawsOf({ files }: Case): Promise<{ flaws: string[]; accepted: boolean; seconds: number }> {
  const { result, seconds } = await measured(() => outcomeOf(filesOf(files)));
  const flaws = flawsOfOutcome(result);
  if (seconds > MOST_SECONDS) flaws.push(`took ${seconds} s`);
  if (result.config === undefined) return { flaws, accepted: false, seconds };
  const { sections } = result.config;
  if (sections["include"] === undefined) {
    const seen = asTexts(otherView(files["org.yaml"] ?? ""));
    if (!sameJson(asTexts(sections), seen)) flaws.push(`another reader sees ${JSON.stringify(seen)}`);
  }
  // Written by another printer, it is the same organization.
  const printed = JSON.stringify({ version: 1, ...sections });
  const again = await outcomeOf(filesOf({ ...files, "org.yaml": printed }));
  if (!sameJson(again.config?.sections, sections))
    flaws.push(`printed and read again it is ${JSON.stringify(again.invalid?.problems ?? again.config?.sections)}`);
  return { flaws, accepted: true, seconds };
}

const caseOf = (seed: number, number: number): Case => {
  const random = randomOf(Math.imul(seed, 0x9e3779b1) + number);
  return (SORTS[number % SORTS.length] as (typeof SORTS)[number])(random);
};

let slowest = 0;
let costliest = 0;
let memory = 0;
afterAll(() => {
  const [time, cost] = [slowest, costliest].map((seconds) => `${Math.round(seconds * 1000)} ms of CPU`);
  const most = `at most ${Math.round(memory / 1024 / 1024)} MB more`;
  figure("YAML fuzz", CASES, `no crash, every error with a position; slowest ${time}, ${most}`, "files");
  figure("YAML made to cost", Object.keys(COSTLY).length, `the slowest took ${cost}`, "files");
});

/** Watches how much memory the process has come to hold. */
function memoryWatch(): () => number {
  const before = process.memoryUsage.rss();
  return () => {
    const grown = process.memoryUsage.rss() - before;
    memory = Math.max(memory, grown);
    return grown;
  };
}

test(`${ONLY === undefined ? CASES : 1} files of seed ${SEED}: refused with places, or read as another reader reads them`, async () => {
  const grown = memoryWatch();
  let accepted = 0;
  const found: string[] = [];
  const numbers = ONLY === undefined ? Array.from({ length: CASES }, (_, index) => index) : [ONLY];
  for (const number of numbers) {
    const one = caseOf(SEED, number);
    try {
      const { flaws, seconds, ...rest } = await flawsOf(one);
      if (rest.accepted) accepted++;
      slowest = Math.max(slowest, seconds);
      found.push(...flaws.map((flaw) => `ORGSYNC_FUZZ=${SEED}:${number}: ${flaw}`));
    } catch (error) {
      found.push(`ORGSYNC_FUZZ=${SEED}:${number}: ${String(error)}`);
    }
    if (number % 100 === 0 && grown() > MOST_MEMORY)
      found.push(`ORGSYNC_FUZZ=${SEED}:${number}: ${grown()} bytes more`);
    if (found.length >= 5) break;
  }
  expect(found).toEqual([]);
  expectUnpolluted();
  // Those in another layout are all valid, and some of those with an edit are.
  if (ONLY === undefined) expect(accepted).toBeGreaterThan(CASES / SORTS.length);
});

const MEGABYTE = 1024 * 1024;
/** As large as a file may be; in a short run a quarter of that. */
const LARGE = sizeOf("costly") * MEGABYTE - 1_000;
const filled = (piece: string, size = LARGE): string => piece.repeat(Math.floor(size / Buffer.byteLength(piece)));
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("");
const HEAD = "version: 1\naccounts: { acme: { email: aws@acme.com, management: true } }\n";

/** Files that are made to cost. */
const COSTLY: Readonly<Record<string, string>> = {
  "an alias bomb": `a: &a [x]\n${many(9, (index) => `${"bcdefghij"[index]}: &${"bcdefghij"[index]} [${"*a,".repeat(9)}]\n`)}`,
  "a map that is in itself": "a: &a { b: *a }\n",
  "100 anchors, each twice the one before": many(
    100,
    (index) => `a${index}: &a${index} [*a${Math.max(0, index - 1)}, *a${Math.max(0, index - 1)}]\n`,
  ),
  "merge keys on merge keys": many(5000, (index) => `k${index}: &k${index}\n  <<: *k${index - 1}\n`),
  "20,000 keys in one map": `${HEAD}groups:\n${many(20_000, (index) => `  g${index}: {}\n`)}`,
  "20,000 keys that are one": `${HEAD}groups:\n${"  g: {}\n".repeat(20_000)}`,
  "20,000 keys in braces": `${HEAD}groups: {${many(20_000, (index) => `g${index}: {}, `)}}\n`,
  "100,000 items of a list": `${HEAD}groups: { a: { members: [${many(100_000, (index) => `u${index}@acme.com, `)}] } }\n`,
  "20,000 unknown keys": `${HEAD}${many(20_000, (index) => `x${index}: 1\n`)}`,
  "20,000 unknown users": `${HEAD}users: {}\ngroups: { a: { members: [${many(20_000, (index) => `u${index}@acme.com, `)}] } }\n`,
  "nothing but [": filled("["),
  "nothing but {": filled("{"),
  "nothing but {a: ": filled("{a: "),
  "nothing but - ": filled("- "),
  "nothing but ? ": filled("? "),
  "nothing but : ": filled(": "),
  "nothing but commas": filled(","),
  "commas in brackets": `a: [${filled(",")}]`,
  "nothing but closing brackets": filled("]"),
  "nothing but quotes": filled('"'),
  "nothing but apostrophes": filled("'"),
  "nothing but #": filled("#"),
  "nothing but comments": filled("#\n"),
  "nothing but blanks": filled(" "),
  "nothing but tabs": filled("\t"),
  "nothing but lines": filled("\n"),
  "nothing but returns": filled("\r"),
  "nothing but document marks": filled("---\n"),
  "nothing but directives": filled("%A\n"),
  "nothing but anchors": filled("&a "),
  "nothing but tags": filled("!a "),
  "nothing but backslashes in quotes": `a: "${filled("\\\\")}"`,
  "nothing but escapes in quotes": `a: "${filled("\\u0041")}"`,
  "nothing but bad escapes in quotes": `a: "${filled("\\q")}"`,
  "nothing but lone surrogates": filled("\ud800"),
  "nothing but zero-width characters": filled("\u200b"),
  "nothing but bytes that are no text": filled("\ufffd"),
  "nothing but NUL": filled("\0"),
  "nothing but combining marks": filled("\u0301"),
  "nothing but emoji": `a: ${filled("\u{1f600}")}`,
  "one long word": `a: ${filled("x")}`,
  "one long key": `${filled("x")}: a`,
  "one long text in quotes": `${HEAD}groups: { a: { description: "${filled("x")}" } }`,
  "a long folded text": `${HEAD}groups:\n  a:\n    description: >\n${filled("      x\n")}`,
  "a long text of lines": `${HEAD}groups:\n  a:\n    description: |\n${filled("      x y z x y z x y z x y z\n")}`,
  "more than 4 MB": filled("a: b\n", 5 * MEGABYTE),
  "every line further in": many(2000, (index) => `${" ".repeat(index)}a:\n`),
  "a map in a map, 1,000 times, in braces": `${"{a: ".repeat(1000)}b${"}".repeat(1000)}`,
  "300 units, each below the one before": `${HEAD}organizationalUnits:\n${many(300, (index) => `  ${"a/".repeat(index)}a: {}\n`)}`,
  "names that look alike": `${HEAD}groups:\n${many(5000, (index) => `  ${"e\u0301".repeat((index % 9) + 1)}${index}: {}\n`)}`,
  "a byte order mark, and again": `\ufeff\ufeff${HEAD}`,
  "lines of every sort": HEAD.replaceAll("\n", "\r\n").replace("version", "\ufeffversion"),
  "ignore patterns of stars": `${HEAD}groups: { ${"a".repeat(200)}: {} }\nignore: { groups: ["${"*a".repeat(100)}b"] }\n`,
};

describe("files that are made to cost", () => {
  test.each(Object.entries(COSTLY))("%s", async (_, text) => {
    const grown = memoryWatch();
    const { result, seconds } = await measured(() => outcomeOf(filesOf({ "org.yaml": text })));
    expect(flawsOfOutcome(result)).toEqual([]);
    expect(seconds).toBeLessThan(MOST_SECONDS_OF_ALL);
    costliest = Math.max(costliest, seconds);
    expect(grown()).toBeLessThan(MOST_MEMORY);
    if (result.invalid === undefined) return;
    // To tell it must not cost more than to find it.
    const { problems, texts } = result.invalid;
    const told = await measured(async () => problemsText(problems, texts));
    expect(told.result.length).toBeLessThan(200_000);
    expect(told.seconds).toBeLessThan(MOST_SECONDS);
  });
});

describe("keys that objects have a meaning for", () => {
  const KEYS = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineGetter__"];
  const PLACES = [
    (key: string) => `${key}: { polluted: yes }\n`,
    (key: string) => `"${key}": { polluted: yes }\n`,
    (key: string) => `? ${key}\n: { polluted: yes }\n`,
    (key: string) => `users: { ${key}: { polluted: yes } }\n`,
    (key: string) => `users: { a: { ${key}: { polluted: yes } } }\n`,
    (key: string) => `groups: { ${key}: { members: [${key}] } }\n`,
    (key: string) => `groups: { a: { ${key}: { ${key}: { polluted: yes } } } }\n`,
    (key: string) => `permissionSets: { a: { tags: { ${key}: polluted } } }\n`,
    (key: string) => `permissionSets: { a: { inlinePolicy: { content: { ${key}: { polluted: yes } } } } }\n`,
    (key: string) => `permissionSets: { a: { inlinePolicy: { file: p.json } } }\n# ${key}\n`,
    (key: string) => `organizationalUnits: { ${key}: {}, ${key}/${key}: {} }\n`,
    (key: string) => `assignments: [{ groups: [${key}], permissionSets: [${key}], accounts: [${key}], ${key}: x }]\n`,
    (key: string) => `policies: { ${key}: { type: ${key}, content: { a: 1 }, targets: [${key}] } }\n`,
    (key: string) => `ignore: { ${key}: [x], groups: [${key}] }\n`,
    (key: string) => `include: [{ files: p.yaml, sections: [${key}] }]\n`,
    (key: string) => `defaults: { ${key}: { polluted: yes } }\n`,
    (key: string) => `rails: { ${key}: 1 }\n`,
    (key: string) => `delegatedAdministrators: { ${key}: [${key}] }\ntrustedServices: [${key}]\n`,
    (key: string) => `accessControlAttributes: { ${key}: ${key} }\n`,
    (key: string) => `resourcePolicy: { content: { ${key}: { polluted: yes } } }\n`,
    (key: string) =>
      `users: { a@acme.com: { previously: ${key}, givenName: ${key}, familyName: x, address: { ${key}: x } } }\n`,
    (key: string) => `accounts: { ${key}: { email: a@acme.com, tags: { ${key}: x }, contacts: { ${key}: {} } } }\n`,
    (key: string) => `acknowledge: [{ rail: ${key}, changes: [${key}], reason: x, until: 2026-12-01 }]\n`,
    (key: string) => `${key}:\n  ${key}:\n    ${key}: yes\n`,
    (key: string) => `&a ${key}: { polluted: yes }\n<<: { ${key}: { polluted: yes } }\n`,
    (key: string) => `users: !!map { ${key}: { polluted: yes } }\n`,
    (key: string) => `users: [{ ${key}: x }]\ngroups: { a: { members: { ${key}: x } } }\n`,
    (key: string) => `version: { ${key}: 1 }\n`,
    (key: string) => `identityCenter: { region: ${key}, ${key}: x }\n`,
  ];

  test(`${KEYS.length * PLACES.length} files pollute nothing`, async () => {
    const json = (key: string) => `{ "${key}": { "polluted": "yes" }, "a": { "${key}": { "polluted": "yes" } } }`;
    for (const key of KEYS) {
      for (const place of PLACES) {
        for (const head of ["version: 1\n", HEAD]) {
          const files = { "org.yaml": head + place(key), "p.json": json(key), "p.yaml": `version: 1\n${place(key)}` };
          const outcome = await outcomeOf(filesOf(files));
          expect([files["org.yaml"], flawsOfOutcome(outcome)]).toEqual([files["org.yaml"], []]);
          expectUnpolluted();
        }
      }
    }
  });
});
