import { isObject } from "../model/json.ts";

/**
 * What a comment or an issue of ours is about, at the start of its text where nobody sees it, so that the next run
 * finds it and writes no second one.
 */
export interface Marker {
  readonly v: 1;
  readonly about: "plan" | "drift" | "apply";
  /** The org.yaml, by its path: a repository may have several. */
  readonly key: string;
  /** The commit that it tells of. */
  readonly head?: string;
  /** Of the plan. */
  readonly digest: string;
  /** The run that wrote it. */
  readonly run: number;
}

const START = "<!-- orgsync ";
const END = " -->";

// A comment ends at the first `>` of its kind, whatever a file is called.
export const withMarker = (marker: Marker, text: string): string =>
  `${START}${JSON.stringify(marker).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e")}${END}\n${text}`;

interface Written {
  readonly body?: string | null;
  readonly user?: { readonly login: string; readonly type: string } | null;
}

/**
 * The marker of what a run of ours wrote about the same thing; undefined for what anybody else wrote, whatever stands
 * in it. GitHub Actions writes as this bot, and no person's name has brackets.
 */
export function markerIn({ body, user }: Written, { about, key }: Pick<Marker, "about" | "key">): Marker | undefined {
  if (user?.login !== ACTIONS || user.type !== "Bot" || body?.startsWith(START) !== true) return undefined;
  try {
    const value: unknown = JSON.parse(body.slice(START.length, body.indexOf(END)));
    const isOurs = isObject(value) && value["v"] === 1 && value["about"] === about && value["key"] === key;
    return isOurs ? (value as unknown as Marker) : undefined;
  } catch {
    return undefined;
  }
}

export const ACTIONS = "github-actions[bot]";
