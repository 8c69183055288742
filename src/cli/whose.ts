import type { Who } from "../awsconfig/reach.ts";
import { nearest } from "../config/nearest.ts";
import { assignmentsSection } from "../kinds/assignment.ts";
import { groupsSection } from "../kinds/group.ts";
import { usersSection } from "../kinds/user.ts";
import type { Config } from "../model/config.ts";
import { OrgsyncError } from "../model/errors.ts";

export interface WhoFlags {
  readonly user?: string;
  readonly group?: readonly string[];
  readonly everyone?: true;
}

/**
 * For whom profiles are: who is named, else whoever they were written for before, else the only user there is. Throws an
 * `OrgsyncError` (ORG0701) when nobody can tell.
 */
export function whoIs(config: Config, { user, group, everyone }: WhoFlags, before: string | undefined): Who {
  if (everyone === true) return { type: "everyone" };
  if (group !== undefined) return { type: "groups", groups: group.map((name) => groupNamed(config, name)) };
  if (user !== undefined) return { type: "user", user: userNamed(config, user) };
  const known = before === undefined ? undefined : recorded(config, before);
  if (known !== undefined) return known;
  const users = Object.keys(usersSection.of(config) ?? {});
  const [only, ...others] = users;
  if (only !== undefined && others.length === 0) return { type: "user", user: only };
  throw new OrgsyncError("ORG0701", "whose profiles are to be written?", {
    hint:
      only === undefined
        ? "say --group with the groups that you are in, --user with a user name, or --everyone"
        : `say --user with a user name, such as --user ${only}, or --everyone`,
  });
}

/** For the next run, as far as it can stand in a line of ASCII. */
export function whoText(who: Who): string | undefined {
  if (who.type === "everyone") return who.type;
  const names = who.type === "user" ? [who.user] : who.groups;
  return names.every((name) => /^[\w.@+-]+$/.test(name)) ? `${who.type} ${names.join(",")}` : undefined;
}

/** Undefined for somebody whom the file no longer has. */
function recorded(config: Config, text: string): Who | undefined {
  if (text === "everyone") return { type: "everyone" };
  const [type, names = ""] = text.split(" ");
  const groups = names.split(",");
  if (type === "user" && userNames(config).includes(names)) return { type, user: names };
  const known = groupNames(config);
  return type === "groups" && groups.every((name) => known.includes(name)) ? { type, groups } : undefined;
}

const userNames = (config: Config): string[] => [
  ...Object.keys(usersSection.of(config) ?? {}),
  ...(assignmentsSection.of(config) ?? []).flatMap(({ users }) => users ?? []),
];

const groupNames = (config: Config): string[] => [
  ...Object.keys(groupsSection.of(config) ?? {}),
  ...(assignmentsSection.of(config) ?? []).flatMap(({ groups }) => groups ?? []),
];

/** By its key, or as people sign in: AWS does not tell letter case. */
function userNamed(config: Config, name: string): string {
  const names = userNames(config);
  const same = (one: string | undefined): boolean => one?.toLowerCase() === name.toLowerCase();
  const found =
    names.find((one) => one === name) ??
    names.find(same) ??
    Object.entries(usersSection.of(config) ?? {}).find(([, entry]) => same(entry.name) || same(entry.email))?.[0];
  if (found !== undefined) return found;
  throw unknown(
    config,
    `user ${name}`,
    nearest(name, names),
    usersSection.of(config) === undefined
      ? "who is in which group is not in org.yaml: say --group with the groups that they are in"
      : "name one of users:",
  );
}

function groupNamed(config: Config, name: string): string {
  const names = groupNames(config);
  if (names.includes(name)) return name;
  throw unknown(config, `group ${name}`, nearest(name, names), "name a group of an assignment");
}

const unknown = ({ file }: Config, what: string, near: string | undefined, hint: string): OrgsyncError =>
  new OrgsyncError("ORG0701", `${file} has no ${what}`, { hint: near === undefined ? hint : `did you mean ${near}?` });
