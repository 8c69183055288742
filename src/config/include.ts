import { dirname, normalize } from "node:path";
import { type IncludeEntry, includeSection } from "../kinds/include.ts";
import { sections } from "../kinds/sections.ts";
import type { Path } from "../model/config.ts";
import type { ErrorCode } from "../model/errors.ts";
import type { Problem } from "../model/problem.ts";
import { type Files, type Inside, match, readInside } from "./files.ts";
import { nearest } from "./nearest.ts";
import type { Part } from "./part.ts";
import { listed, problemAt, quote } from "./problems.ts";

const KEY = includeSection.key;
const MAX_FILES = 1000;

/** What holds for all files stands in org.yaml, where whoever owns it decides. */
const ONLY_IN_ROOT: ReadonlySet<string> = new Set([
  "organization",
  "identityCenter",
  "rails",
  "acknowledge",
  "ignore",
  "include",
]);
const INCLUDABLE: readonly string[] = sections.map(({ key }) => key).filter((key) => !ONLY_IN_ROOT.has(key));

export interface Inclusion {
  /** In the order of the patterns; what one pattern finds, by name. */
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  /** Whether these are all the files that org.yaml means, and it is known what they say. */
  readonly complete: boolean;
}

/** Reads the files that org.yaml includes; `readPart` makes parts of their names and texts. */
export async function readIncluded(
  root: Part,
  files: Files,
  readPart: (file: string, text: string) => Promise<Part>,
): Promise<Inclusion> {
  if (root.tree?.entries.has(KEY) !== true) return { parts: [], problems: [], complete: true };
  const { included, problems } = await find(root, files);
  const read = included.map(async ({ file, text, entry }) => ({ entry, part: await readPart(file, text) }));
  const owned = await Promise.all(read);
  const parts = owned.map(({ part }) => part);
  return {
    parts,
    problems: [
      ...problems,
      ...entriesOf(root).flatMap((entry) => unknownSections(root, entry)),
      ...owned.flatMap(({ part, entry }) => misplaced(root, part, entry)),
    ],
    complete: !root.isBroken([KEY]) && problems.length === 0 && parts.every(({ tree }) => tree !== undefined),
  };
}

interface Entry {
  readonly path: Path;
  readonly pattern: string;
  /** Where the pattern stands. */
  readonly patternPath: Path;
  /** All that there are, when undefined. */
  readonly allowed: readonly string[] | undefined;
}

function entriesOf(root: Part): Entry[] {
  const written = (root.sections[KEY] ?? []) as readonly IncludeEntry[];
  return written.flatMap((entry, index): Entry[] => {
    const path = [KEY, index];
    if (root.isBroken(path)) return [];
    return typeof entry === "string"
      ? [{ path, pattern: entry, patternPath: path, allowed: undefined }]
      : [{ path, pattern: entry.files, patternPath: [...path, "files"], allowed: entry.sections }];
  });
}

interface Included {
  readonly file: string;
  readonly text: string;
  readonly entry: Entry;
}

/** The files that the patterns match, each once: what they find for a second time is left to the first. */
async function find(root: Part, files: Files): Promise<{ included: Included[]; problems: Problem[] }> {
  const folder = dirname(root.file);
  const included: Included[] = [];
  const problems: Problem[] = [];
  const read = new Map<string, Promise<Inside>>();
  const taken = new Set([await files.realPath(root.file).catch(() => root.file)]);
  for (const entry of entriesOf(root)) {
    const report = (code: ErrorCode, message: string, hint: string) =>
      problems.push(problemAt(root.at(entry.patternPath), { code, message, hint }));

    const { paths, unreadable } = await match(folder, entry.pattern, files);
    for (const { path, reason } of unreadable) {
      report("ORG0309", `cannot read the folder ${quote(path)}: ${reason}`, "orgsync looks for files to include there");
    }
    const matching = paths.filter((path) => path !== normalize(root.file));
    for (const path of matching) {
      if (!read.has(path) && read.size < MAX_FILES) read.set(path, readInside(folder, path, files, quote(path)));
    }
    if (matching.some((path) => !read.has(path))) {
      const message = `too many files with what ${quote(entry.pattern)} finds`;
      report("ORG0207", message, `org.yaml includes at most ${MAX_FILES}`);
      break;
    }
    let count = 0;
    for (const file of matching) {
      const found = await read.get(file);
      // Patterns find files: a folder beside them is none.
      if (found === undefined || ("code" in found && found.code === "EISDIR")) continue;
      count++;
      if ("code" in found) report("ORG0309", found.message, found.hint);
      else if (!taken.has(found.real)) {
        taken.add(found.real);
        included.push({ file, text: found.text, entry });
      }
    }
    if (count === 0 && unreadable.length === 0) {
      const hint = "a pattern names files, relative to org.yaml, such as teams.yaml or people/*.yaml";
      report("ORG0309", `no file matches ${quote(entry.pattern)}`, hint);
    }
  }
  return { included, problems };
}

/** Names in `sections:` of what no included file can have. */
function unknownSections(root: Part, { path, allowed = [] }: Entry): Problem[] {
  return [...allowed.entries()].flatMap(([index, name]) => {
    if (INCLUDABLE.includes(name)) return [];
    const didYouMean = nearest(name, INCLUDABLE);
    return problemAt(root.at([...path, "sections", index]), {
      code: "ORG0204",
      message: `${quote(name)} is not a section that an included file can have`,
      hint: `allowed: ${INCLUDABLE.map(quote).join(", ")}`,
      ...(didYouMean === undefined ? {} : { didYouMean }),
    });
  });
}

/** Sections of an included file that it may not have. */
function misplaced(root: Part, part: Part, { path, allowed }: Entry): Problem[] {
  const related = { message: "included here", source: root.at(path) };
  return [...(part.tree?.entries.keys() ?? [])].flatMap((key) => {
    const source = part.at([key], true);
    if (ONLY_IN_ROOT.has(key)) {
      const message = `${quote(key)} cannot stand in a file that org.yaml includes`;
      return problemAt(source, { code: "ORG0315", message, hint: "move it to org.yaml", related });
    }
    if (!INCLUDABLE.includes(key) || (allowed?.includes(key) ?? true)) return [];
    const hint = `org.yaml lets it have ${listed(allowed ?? [])}`;
    return problemAt(source, { code: "ORG0315", message: `this file may not have ${quote(key)}`, hint, related });
  });
}
