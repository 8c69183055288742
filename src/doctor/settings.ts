import type { Ini, Section } from "../awsconfig/lines.ts";

/** A value of a section; of two of one name the last counts, in any letter case. */
export const valueOf = ({ keys }: Section, wanted: string): string | undefined =>
  keys.findLast(({ name }) => name.toLowerCase() === wanted)?.value;

/** Sections that the AWS CLI takes for profiles: `[profile a]`, and `[default]`. */
export const profilesIn = ({ sections }: Ini): Section[] =>
  sections.filter(({ type, name }) => type === "profile" || (type === "" && name === "default"));

export const sessionsIn = ({ sections }: Ini): Section[] => sections.filter(({ type }) => type === "sso-session");

/** Profiles of the old form, which name the portal themselves. */
export const oldProfilesIn = (ini: Ini): Section[] =>
  profilesIn(ini).filter(
    (profile) => valueOf(profile, "sso_session") === undefined && valueOf(profile, "sso_start_url") !== undefined,
  );

/** Start URLs as they are compared: what comes after the path makes no other portal. */
export const portal = (url: string): string => url.toLowerCase().replace(/[/#]+$/, "");

/** Names that stand in the settings: whatever quotes a line of them may have one in it. */
export const namesIn = ({ sections }: Ini): string[] =>
  sections.flatMap(({ name, header, keys }) => [header, name, ...keys.map(({ value }) => value)]);
