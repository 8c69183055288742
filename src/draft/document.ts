import { escaped, replaceHidden } from "../model/characters.ts";
import type { Path } from "../model/config.ts";
import type { Draft } from "../model/draft.ts";
import { isObject, type Json, type JsonObject } from "../model/json.ts";
import { fileNames } from "./fileNames.ts";

/** A value of a draft. Maps keep the order in which their keys were set, whatever the keys are. */
export type DraftValue = string | number | boolean | readonly DraftValue[] | DraftMap;
export type DraftMap = ReadonlyMap<string, DraftValue>;

/** What is left to others: why, and the pattern for it where `ignore:` has to name it. */
export interface LeftOut {
  readonly section: string;
  readonly key: string;
  readonly reason: string;
}

/** An org.yaml, or what is to be added to one, as data. */
export interface OrgDraft {
  readonly values: DraftMap;
  /** Remarks above what stands at a path, by the path's JSON; those of the empty path are about the file. */
  readonly comments: ReadonlyMap<string, readonly string[]>;
  /** Policies beside org.yaml, by their path from there. */
  readonly files: ReadonlyMap<string, JsonObject>;
  readonly leftOut: readonly LeftOut[];
}

/** Remarks above what stands at a path. */
export const commentsAt = ({ comments }: Pick<OrgDraft, "comments">, path: Path): readonly string[] =>
  comments.get(JSON.stringify(path)) ?? [];

type Mutable = string | number | boolean | Mutable[] | Map<string, Mutable>;

export interface DraftWriter extends Draft {
  /** What was said so far; `leftOut` is not in `ignore:` yet. */
  readonly written: OrgDraft;
}

/** An empty draft. Files get names that no file of `taken` has. */
export function writeDraft(taken: Iterable<string>): DraftWriter {
  const values = new Map<string, Mutable>();
  const comments = new Map<string, string[]>();
  const files = new Map<string, JsonObject>();
  const leftOut: LeftOut[] = [];
  const nameFile = fileNames(taken);

  /** The map or list that holds the last step of a path. */
  function holderOf(path: Path): Mutable {
    let holder: Mutable = values;
    path.slice(0, -1).forEach((step, depth) => {
      let next: Mutable | undefined = childOf(holder, step);
      if (next === undefined) {
        next = typeof path[depth + 1] === "number" ? [] : new Map<string, Mutable>();
        put(holder, step, next);
      }
      holder = next;
    });
    return holder;
  }

  return {
    written: { values, comments, files, leftOut },
    set(path, value) {
      put(holderOf(path), path.at(-1) ?? "", fromJson(value));
    },
    add(path, item) {
      const holder = holderOf(path);
      const last = path.at(-1) ?? "";
      const list = childOf(holder, last);
      if (Array.isArray(list)) return list.push(fromJson(item)) - 1;
      put(holder, last, [fromJson(item)]);
      return 0;
    },
    comment(path, text) {
      const key = JSON.stringify(path);
      // One line, whatever the names in it are.
      const line = replaceHidden(text, escaped).replace(/[\t\n\r]/g, escaped);
      comments.set(key, [...(comments.get(key) ?? []), line]);
    },
    file(folder, name, content) {
      const path = nameFile(folder, name);
      files.set(path, content);
      return path;
    },
    ignore(section, key, reason) {
      if (!leftOut.some((one) => one.section === section && one.key === key)) leftOut.push({ section, key, reason });
    },
  };
}

function childOf(holder: Mutable, step: string | number): Mutable | undefined {
  if (holder instanceof Map) return holder.get(String(step));
  return Array.isArray(holder) ? holder[Number(step)] : undefined;
}

function put(holder: Mutable, step: string | number, value: Mutable): void {
  if (holder instanceof Map) holder.set(String(step), value);
  else if (Array.isArray(holder)) holder[Number(step)] = value;
  else throw new Error(`${step} cannot stand below a text`);
}

function fromJson(value: Json): Mutable {
  if (value === null) throw new Error("org.yaml has no null");
  if (Array.isArray(value)) return value.map((item: Json) => fromJson(item));
  if (!isObject(value)) return value as string | number | boolean;
  return new Map(
    Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, fromJson(member)] as const])),
  );
}
