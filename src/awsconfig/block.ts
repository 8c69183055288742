import type { AwsConfigRevision, KeyDifference, SectionChange } from "../model/awsConfig.ts";
import { OrgsyncError } from "../model/errors.ts";
import { eolOf, type Ini, type Key, type Line, type Mark, parseIni, type Section, textOf } from "./lines.ts";

/** A section as org.yaml wants it. */
export interface Wanted {
  readonly type: "profile" | "sso-session";
  readonly name: string;
  /** Names and values, in the order in which they are written. */
  readonly keys: ReadonlyMap<string, string>;
  readonly remark?: string;
}

/** One of orgsync's blocks in a file. */
export interface Block {
  readonly name: string;
  readonly who?: string;
  /** The lines of its marks, counted from 0. */
  readonly first: number;
  readonly last: number;
  readonly sections: readonly Section[];
}

/** What there is to write, and where. */
export interface Revision {
  /** The name of the block, which is that of its sso-session. */
  readonly name: string;
  /** Whom it is for, so that the next run need not ask. */
  readonly who?: string | undefined;
  readonly wanted: readonly Wanted[];
  /** Whether sections that stand outside of the block are moved into it. */
  readonly adopt: boolean;
}

/** Says how people call the file. */
export interface Named {
  readonly file: string;
}

/**
 * The blocks of a file. Throws an `OrgsyncError` (ORG0702) where it is not clear what belongs to one: a mark is missing,
 * or keys stand where the AWS CLI takes them for part of one.
 */
export function blocksIn({ marks, sections, loose }: Ini, { file }: Named): Block[] {
  const broken = (line: number, message: string, hint: string): never => {
    const source = { file, line: line + 1, column: 1 };
    throw new OrgsyncError("ORG0702", `${message}; nothing was written`, { hint, source });
  };
  const blocks: Block[] = [];
  for (let index = 0; index < marks.length; index += 2) {
    const [first, last] = [marks[index], marks[index + 1]] as [Mark, Mark | undefined];
    if (!first.opens)
      broken(
        first.line,
        "this line ends a block of orgsync that nothing begins",
        "take the line out, or put the first one back",
      );
    if (last === undefined || last.opens || last.name !== first.name)
      broken(
        first.line,
        "this line begins a block of orgsync, and no line ends it",
        `write "# <<< orgsync ${first.name}" behind its last section, or take the line out`,
      );
    else if (blocks.some(({ name }) => name === first.name))
      broken(first.line, `this line begins a second block ${first.name} of orgsync`, "take one of the two out");
    else
      blocks.push({
        name: first.name,
        ...(first.who === undefined ? {} : { who: first.who }),
        first: first.line,
        last: last.line,
        // In here a remark below a section stays with it: whatever is not kept is lost.
        sections: sections
          .filter(({ line }) => line > first.line && line < last.line)
          .map((section, index, all) => ({ ...section, end: all[index + 1]?.line ?? last.line })),
      });
  }
  const [stray] = loose.filter(({ line }) => marks.some((mark) => mark.line < line));
  if (stray !== undefined)
    broken(
      stray.line,
      `${stray.name} stands beside orgsync's block under no header: it counts for the section before it`,
      "put it below a header",
    );
  return blocks;
}

/** The text with the block as it is to be; every other byte stays, but for what is adopted. Throws as `blocksIn` does. */
export function revise(text: string, revision: Revision, named: Named): AwsConfigRevision {
  const ini = parseIni(text);
  const { lines } = ini;
  const blocks = blocksIn(ini, named);
  const session = revision.wanted.find(({ type }) => type === "sso-session");
  const block = blockFor(blocks, { url: session?.keys.get(START_URL), name: revision.name });
  const outside = ini.sections.filter(({ line }) => block === undefined || line < block.first || line > block.last);
  const changes: SectionChange[] = [];
  const written: string[] = [];
  const moved = new Set<number>();
  for (const wanted of revision.wanted) {
    requirePlain(wanted);
    const own = block?.sections.filter((section) => isOf(section, wanted)) ?? [];
    const others = outside.filter((section) => isOf(section, wanted));
    const found = [...own, ...others];
    const differences = differencesOf(wanted, found);
    const common = {
      header: headerOf(wanted),
      lines: others.map(({ line }) => line + 1),
      differences,
      ...(wanted.remark === undefined ? {} : { remark: wanted.remark }),
    };
    if (others.length > 0 && !revision.adopt) {
      changes.push({ ...common, differences: differencesOf(wanted, others), outcome: "elsewhere" });
      continue;
    }
    for (const { line, end } of others) for (let at = line; at < end; at++) moved.add(at);
    changes.push({
      ...common,
      outcome:
        others.length > 0 ? "adopted" : own.length === 0 ? "added" : differences.length === 0 ? "same" : "changed",
    });
    written.push("", headerOf(wanted), ...[...wanted.keys].map(([key, value]) => `${key} = ${value}`));
    written.push(...kept(found, wanted, lines));
  }
  for (const section of block?.sections ?? [])
    if (!revision.wanted.some((wanted) => isOf(section, wanted)))
      changes.push({ header: headerOf(section), outcome: "removed", lines: [], differences: [] });

  const stays = (from: number, to: number): Line[] =>
    lines.slice(from, to).filter((_, index) => !moved.has(from + index));
  const before = stays(0, block?.first ?? lines.length);
  const after = stays(block === undefined ? lines.length : block.last + 1, lines.length);
  // As the first line that stays does, so that the next run finds the same.
  const eol = eolOf([...before, ...lines.slice(block?.first ?? 0)]);
  const marked =
    written.length === 0
      ? []
      : [opening(revision), ...written.slice(1), `# <<< orgsync ${revision.name}`].map((line) => ({ text: line, eol }));
  const result = [...(block === undefined ? apart(before, marked, eol) : before), ...sameEnd(marked, lines, block)];
  return { text: textOf([...result, ...after]), sections: changes, otherLines: before.length + after.length };
}

/** A value is one word: with more in it, it could be a line of its own, such as a credential_process that is run. */
function requirePlain(wanted: Wanted): void {
  for (const [key, value] of wanted.keys)
    if (!/^[!-~]+$/.test(value))
      throw new OrgsyncError("ORG0702", `${key} of ${headerOf(wanted)} would be ${value}; nothing was written`, {
        hint: "correct it in org.yaml, or take .orgsync/ids.json away",
      });
}

/** The block of an organization, whatever its name: there is one start URL of each. Else that of a name. */
export function blockFor(
  blocks: readonly Block[],
  { url, name }: { readonly url: string | undefined; readonly name: string | undefined },
): Block | undefined {
  const hasUrl = ({ sections }: Block): boolean =>
    sections.some(({ type, keys }) => type === "sso-session" && valueOf(keys, START_URL) === url);
  return blocks.find((block) => url !== undefined && hasUrl(block)) ?? blocks.find((block) => block.name === name);
}

export const START_URL = "sso_start_url";

/**
 * Keys of a profile by which the AWS CLI and the SDKs come to credentials, or to a login: with one of them besides
 * orgsync's own, a profile would be something else, or nothing.
 */
const WAYS_IN: ReadonlySet<string> = new Set([
  START_URL,
  "sso_region",
  "sso_registration_scopes",
  "aws_access_key_id",
  "aws_secret_access_key",
  "aws_session_token",
  "credential_process",
  "credential_source",
  "duration_seconds",
  "external_id",
  "mfa_serial",
  "role_arn",
  "role_session_name",
  "source_profile",
  "web_identity_token_file",
]);

const isOf = (section: Section, { type, name }: Wanted): boolean => section.type === type && section.name === name;

export const headerOf = ({ type, name }: { readonly type: string; readonly name: string }): string =>
  type === "" ? `[${name}]` : `[${type} ${name}]`;

const valueOf = (keys: readonly Key[], wanted: string): string | undefined =>
  keys.findLast(({ name }) => name.toLowerCase() === wanted)?.value;

/** Whether orgsync decides about a key: it writes it, or must not leave it. */
const isDecided = (key: string, { keys }: Wanted): boolean => keys.has(key) || WAYS_IN.has(key);

function differencesOf(wanted: Wanted, found: readonly Section[]): KeyDifference[] {
  if (found.length === 0) return [];
  const keys = found.flatMap(({ keys }) => keys);
  const others = keys.map(({ name }) => name.toLowerCase()).filter((name) => isDecided(name, wanted));
  return [...new Set([...wanted.keys.keys(), ...others])].flatMap((key): KeyDifference[] => {
    const [before, after] = [valueOf(keys, key), wanted.keys.get(key)];
    if (before === after) return [];
    return [{ key, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  });
}

/** The lines of sections that are a person's own: remarks, and keys that orgsync does not decide; of two of one name the last. */
function kept(found: readonly Section[], wanted: Wanted, lines: readonly Line[]): string[] {
  const last = new Map<string, Key>();
  for (const key of found.flatMap(({ keys }) => keys)) last.set(key.name.toLowerCase(), key);
  return found.flatMap(({ line, end, keys }) => {
    const dropped = keys.filter((key) => {
      const name = key.name.toLowerCase();
      return isDecided(name, wanted) || last.get(name) !== key;
    });
    return lines.slice(line + 1, end).flatMap(({ text }, index) => {
      const at = line + 1 + index;
      const key = keys.find((one) => at >= one.line && at < one.end);
      if (text.trim() === "" || (key !== undefined && dropped.includes(key))) return [];
      // Further in than the key before it, it would be a part of that one's value.
      if (key?.line === at) return [text.trimStart()];
      // What is neither would not be read as what it was.
      return key !== undefined || /^\s*[#;]/.test(text) ? [text] : [];
    });
  });
}

const opening = ({ name, who }: Revision): string =>
  `# >>> orgsync ${name}${who === undefined ? ":" : ` (${who}):`} written by orgsync aws-config; keys that it does not write stay`;

/** A new block stands apart from what is before it. */
function apart(before: readonly Line[], block: readonly Line[], eol: string): Line[] {
  const last = before.at(-1);
  if (last === undefined || block.length === 0) return [...before];
  const ended = last.eol === "" ? [...before.slice(0, -1), { ...last, eol }] : [...before];
  return last.text.trim() === "" ? ended : [...ended, { text: "", eol }];
}

/** Where the file ended with the block and without a line feed, it does so again. */
function sameEnd(block: readonly Line[], lines: readonly Line[], old: Block | undefined): Line[] {
  const last = block.at(-1);
  if (last === undefined || old === undefined || lines[old.last]?.eol !== "") return [...block];
  return [...block.slice(0, -1), { ...last, eol: "" }];
}
