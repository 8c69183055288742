import { ignoreSection } from "../kinds/ignore.ts";
import { some } from "../kinds/lookup.ts";
import { sections } from "../kinds/sections.ts";
import type { Address } from "../model/address.ts";
import { hasHidden, replaceHidden } from "../model/characters.ts";
import type { Config } from "../model/config.ts";
import type { AnyKind } from "../model/kind.ts";
import type { Resource, Snapshot } from "../model/resource.ts";
import { type DraftWriter, type OrgDraft, writeDraft } from "./document.ts";
import { type Misfit, misfitsOf } from "./fit.ts";

export interface DraftOptions<Aws> {
  readonly kinds: readonly AnyKind<Aws>[];
  /** The file that the draft is to be added to; one without sections for a new file. */
  readonly config: Config;
  readonly live: Snapshot;
  /** Keys of the sections that the draft may speak of. */
  readonly sections: ReadonlySet<string>;
  /** Whether a live resource is what the draft is about: not what the file lists already. */
  readonly isMissing: (resource: Resource) => boolean;
  /** Who else decides about a live resource, if somebody does. */
  readonly ownerOf: (resource: Resource) => string | undefined;
}

export interface Drafted {
  readonly draft: OrgDraft;
  /** What of AWS the draft says. */
  readonly resources: readonly Resource[];
}

/**
 * What org.yaml would say of what AWS has. What others own is left to them under `ignore:`, and so is what org.yaml
 * cannot say, with the reason. Pure.
 */
export function makeDraft<Aws>(options: DraftOptions<Aws>): Drafted {
  const unfit = new Map<Address, string>();
  for (;;) {
    const { writer, resources, recognised } = attempt(options, unfit);
    const draft = withIgnored(options, writer, recognised);
    const found = misfitsOf(options.config, draft).flatMap((misfit) => blamed(options, resources, misfit));
    if (found.length === 0) return { draft, resources };
    for (const [address, reason] of found) if (!unfit.has(address)) unfit.set(address, reason);
  }
}

/** A draft without what is known not to fit, and without what refers to that. */
function attempt<Aws>(
  { kinds, config, live, sections: chosen, isMissing, ownerOf }: DraftOptions<Aws>,
  unfit: ReadonlyMap<Address, string>,
): { writer: DraftWriter; resources: Resource[]; recognised: Set<string> } {
  const writer = writeDraft(filesNamedIn(config.sections));
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const said: Resource[] = [];
  const recognised = new Set<string>();
  const leftTo = (resource: Resource): string | undefined => {
    const section = byName.get(resource.kind)?.section.key;
    return (
      ownerOf(resource) ??
      writer.written.leftOut.find((one) => one.section === section && one.key === resource.key)?.reason
    );
  };
  for (const kind of kinds) {
    if (kind.draft === undefined || !chosen.has(kind.section.key)) continue;
    let lost = 0;
    const mine = [...live.values()].filter((resource) => resource.kind === kind.name && isMissing(resource));
    const resources = mine.toSorted(inOrder).filter((resource) => {
      // What AWS keeps for everybody goes without saying.
      if (isOfAws(resource)) return false;
      const misfit = unfit.get(resource.address);
      const reason = misfit ?? kind.owner?.(resource, config);
      if (reason !== undefined) {
        if (kind.ownsSection) writer.ignore(kind.section.key, resource.key, reason);
        if (misfit === undefined) recognised.add(idOf(kind.section.key, resource.key));
        return false;
      }
      if (leftTo(resource) !== undefined) return false;
      if (kind.neverRemoved !== undefined) return true;
      const refs = kind.refs(resource.spec, resource.key).flatMap((ref) => live.get(ref) ?? []);
      // Its kind says which of them are as they are from the start.
      if (refs.some(isOfAws)) return true;
      if (refs.some(({ address, key }) => unfit.has(address) || hasHidden(key))) {
        if (refs.some((ref) => ref.kind === kind.name)) writer.ignore(kind.section.key, resource.key, BELOW);
        else lost++;
        return false;
      }
      return kind.ownsSection || refs.every((ref) => leftTo(ref) === undefined);
    });
    if (lost > 0 && kind.ownsSection) {
      const what = `${lost} ${lost === 1 ? kind.title : kind.plural.toLowerCase()}`;
      writer.comment([kind.section.key], `Left out: ${what} of somebody or something whose name org.yaml cannot hold.`);
    }
    kind.draft(resources, { live, draft: writer, ownerOf: leftTo });
    said.push(...resources);
  }
  return { writer, resources: said, recognised };
}

const isOfAws = ({ ids }: Resource): boolean => ids?.["awsManaged"] === true;

/** Why a unit below another one is left out with it. */
const BELOW = "what it is in is left out";

const idOf = (section: string, key: string): string => JSON.stringify([section, key]);

/** By key, the management account before all others. */
function inOrder(left: Resource, right: Resource): number {
  const rank = ({ spec }: Resource): number => (spec["management"] === true ? 0 : 1);
  return rank(left) - rank(right) || (left.key < right.key ? -1 : Number(left.key > right.key));
}

/** Names of policy files that the file uses already. */
function* filesNamedIn(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "file" && typeof member === "string") yield member;
    else yield* filesNamedIn(member);
  }
}

/** The resource that a misfit is about, with the reason to leave it out; all of a section where it is not one of them. */
function blamed<Aws>(
  { kinds }: DraftOptions<Aws>,
  resources: readonly Resource[],
  { path, message }: Misfit,
): (readonly [Address, string])[] {
  const [section, key] = path.map(String);
  const own = kinds.filter((kind) => kind.ownsSection && kind.section.key === section).map(({ name }) => name);
  const candidates = resources.filter(({ kind }) => own.includes(kind));
  const found = candidates.find((resource) => resource.key === key);
  return (found === undefined ? candidates : [found]).map((resource) => [resource.address, message] as const);
}

const IGNORABLE: ReadonlySet<string> = new Set(
  Object.keys((ignoreSection.schema as { properties?: object }).properties ?? {}),
);
/** Names in a remark. */
const MOST_NAMES = 10;
/** As many as the schema allows; what others own is left alone without being named, too. */
const MOST_PATTERNS = 5000;

/** The draft with `ignore:` for what is left out; owners that are recognised anyway are named beside what is listed. */
function withIgnored<Aws>(
  { config }: DraftOptions<Aws>,
  writer: DraftWriter,
  recognised: ReadonlySet<string>,
): OrgDraft {
  const { values, leftOut } = writer.written;
  for (const { key } of sections) {
    const isThere = values.has(key) || config.sections[key] !== undefined;
    const mine = leftOut.filter((one) => one.section === key && (isThere || !recognised.has(idOf(key, one.key))));
    if (mine.length === 0) continue;
    const reasons = groupedBy(mine, ({ reason }) => reason);
    if (!IGNORABLE.has(key) || mine.length > MOST_PATTERNS) {
      for (const [reason, list] of reasons)
        writer.comment(
          [key],
          `Left out: ${some(
            list.map((one) => one.key),
            MOST_NAMES,
          )}: ${reason}`,
        );
      continue;
    }
    let index = 0;
    for (const [reason, list] of reasons) {
      writer.comment(reasons.size === 1 ? ["ignore", key] : ["ignore", key, index], remarkOn(reason));
      for (const one of list) writer.add(["ignore", key], patternFor(one.key));
      index += list.length;
    }
  }
  return writer.written;
}

function groupedBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Owners' reasons are ends of sentences: "belongs to AWS Control Tower". */
const remarkOn = (reason: string): string => `left out: ${reason}`;

/** A pattern of `ignore:` for a name, whatever characters it has. */
function patternFor(name: string): string {
  return hasHidden(name) ? replaceHidden(name, () => "*").replace(/\*+/g, "*") : name;
}
