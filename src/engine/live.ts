import type { Config } from "../model/config.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { AnyKind } from "../model/kind.ts";
import type { Notice } from "../model/plan.ts";
import type { Address } from "../model/address.ts";
import type { Resource, Snapshot } from "../model/resource.ts";

/** What there is, as far as org.yaml makes it matter. */
export interface Live {
  readonly snapshot: Snapshot;
  readonly notices: readonly Notice[];
}

export interface ReadOptions<Aws> {
  readonly kinds: readonly AnyKind<Aws>[];
  readonly aws: Aws;
  readonly config: Config;
  /** Whether everything is read, as if every section were there; see `ReadContext.whole`. */
  readonly whole?: boolean;
  /** Called when a kind has been read. */
  readonly onRead?: (kind: AnyKind<Aws>, count: number) => void;
}

/** Whether the file decides a kind: it has its section, or the kind is always decided. */
export function isManaged(kind: AnyKind<never>, config: Config): boolean {
  return kind.always === true || config.sections[kind.section.key] !== undefined;
}

/**
 * Reads every kind that the file decides and those that they look up, all at once; a kind waits only for the kinds
 * that it needs. Any failure fails the whole read.
 */
export async function readLive<Aws>({ kinds, aws, config, onRead, whole = false }: ReadOptions<Aws>): Promise<Live> {
  const wanted = whole
    ? new Set(kinds.map(({ name }) => name))
    : closure(kinds, config, (kind) => isManaged(kind, config));
  const notices: Notice[] = [];
  const reads = new Map<string, Promise<readonly Resource[]>>();
  for (const kind of kinds) {
    if (!wanted.has(kind.name)) continue;
    const read = async (): Promise<readonly Resource[]> => {
      const resources = await kind.read({
        aws,
        config,
        managed: whole || isManaged(kind, config),
        whole,
        resources: (name) => {
          const earlier = reads.get(name);
          if (earlier === undefined) throw new Error(`kind ${kind.name} reads ${name} without needing it`);
          return earlier;
        },
        notice: (notice) => notices.push(notice),
      });
      onRead?.(kind, resources.length);
      return resources as readonly Resource[];
    };
    reads.set(kind.name, read());
  }
  // All are awaited, so that the first failure in reading order is the one that is shown, every time.
  const results = await Promise.allSettled(reads.values());
  const snapshot = new Map<Address, Resource>();
  for (const result of results) {
    if (result.status === "rejected") throw result.reason;
    for (const resource of result.value) {
      if (snapshot.has(resource.address)) {
        throw new OrgsyncError("ORG0505", `AWS has two things that are ${resource.address}, where it can have one`, {
          hint: "nothing was changed; run the same command again, and check AWS_ENDPOINT_URL if it stays",
        });
      }
      snapshot.set(resource.address, resource);
    }
  }
  return { snapshot, notices };
}

/**
 * The kinds to read, with all that they have, for a draft of some sections and the plan of a file; and the sections that
 * the draft speaks of: what is always decided comes along with what needs it.
 */
export function kindsFor<Aws>(
  kinds: readonly AnyKind<Aws>[],
  config: Config,
  keys: ReadonlySet<string>,
): { readonly kinds: readonly AnyKind<Aws>[]; readonly sections: ReadonlySet<string> } {
  // Whoever has every section names all that may be looked up.
  const empty = kinds.map(({ section }) => [
    section.key,
    (section.schema as { type?: unknown }).type === "array" ? [] : {},
  ]);
  const whole = { ...config, sections: { ...Object.fromEntries(empty), ...config.sections } };
  const drafted = closure(kinds, whole, ({ section }) => keys.has(section.key));
  const read = closure(kinds, whole, (kind) => drafted.has(kind.name) || isManaged(kind, config));
  const ground = kinds.filter(({ name, always }) => always === true && drafted.has(name));
  return {
    kinds: kinds.filter(({ name }) => read.has(name)),
    sections: new Set([...keys, ...ground.map(({ section }) => section.key)]),
  };
}

/** Names of the chosen kinds and of all that they need. */
function closure<Aws>(
  kinds: readonly AnyKind<Aws>[],
  config: Config,
  isChosen: (kind: AnyKind<Aws>) => boolean,
): Set<string> {
  const wanted = new Set<string>();
  const want = (kind: AnyKind<Aws>): void => {
    if (wanted.has(kind.name)) return;
    wanted.add(kind.name);
    const needs = kind.needs(config);
    kinds.filter(({ name }) => needs.includes(name)).forEach(want);
  };
  kinds.filter(isChosen).forEach(want);
  return wanted;
}
