import Type from "typebox";
import type { Config } from "../model/config.ts";
import { defineSection } from "../model/section.ts";

const count = (title: string, description: string, most: number) =>
  Type.Optional(
    Type.Integer({ title, description, minimum: title === "Number of admins" ? 1 : 0, maximum: most, examples: [1] }),
  );

const schema = Type.Object(
  {
    maxRemovals: Type.Optional(
      Type.String({
        title: "Share of removals",
        description:
          "The share of a kind, of one group's members, of the assignments of an account or of a user or group, and of the policies on a target that one plan may remove; one of them it always may. 25% when left out.",
        pattern: "^(?:100|[1-9]?[0-9])%$",
        patternErrorMessage: "A share looks like 25%",
        examples: ["10%"],
      }),
    ),
    maxClosures: count("Number of closed accounts", "How many accounts one plan may close. One when left out.", 1000),
    maxNewAccounts: count(
      "Number of new accounts",
      "How many accounts one plan may create. Five when left out.",
      10_000,
    ),
    minAdmins: count(
      "Number of admins",
      "How many people must hold AdministratorAccess, or as much, on the management account after every step. One when left out.",
      100,
    ),
    requiredAdmins: Type.Optional(
      Type.Array(Type.String({ title: "User", description: "A user name.", minLength: 1, maxLength: 128 }), {
        title: "Required admins",
        description: "The users who must each keep AdministratorAccess, or as much, on the management account.",
        maxItems: 100,
        examples: [["dax@acme.com"]],
        defaultSnippets: [{ label: "requiredAdmins", description: "One user", body: ["${1:dax@acme.com}"] }],
      }),
    ),
  },
  {
    title: "Rails",
    description:
      "How far one plan may go. What is stricter than the defaults holds at once; what is looser holds once it also stands in the base that --base names, one merge later.",
    additionalProperties: false,
    examples: [{ maxRemovals: "10%", minAdmins: 2, requiredAdmins: ["dax@acme.com"] }],
    defaultSnippets: [{ label: "rails", description: "Two admins at least", body: { minAdmins: 2 } }],
  },
);

export const railsSection = defineSection("rails", schema);

/** How far one plan may go. */
export interface RailSettings {
  /** From 0 to 1. */
  readonly maxRemovals: number;
  readonly maxClosures: number;
  readonly maxNewAccounts: number;
  readonly minAdmins: number;
  /** Keys of users. */
  readonly requiredAdmins: readonly string[];
}

const DEFAULTS: RailSettings = {
  maxRemovals: 0.25,
  maxClosures: 1,
  maxNewAccounts: 5,
  minAdmins: 1,
  requiredAdmins: [],
};

/** What holds: the stricter of the file and of its base; without a base, of the file and the defaults. */
export function railSettings(config: Config, base: Config | undefined): RailSettings {
  const own = settingsIn(config);
  const other = base === undefined ? DEFAULTS : settingsIn(base);
  return {
    maxRemovals: Math.min(own.maxRemovals, other.maxRemovals),
    maxClosures: Math.min(own.maxClosures, other.maxClosures),
    maxNewAccounts: Math.min(own.maxNewAccounts, other.maxNewAccounts),
    minAdmins: Math.max(own.minAdmins, other.minAdmins),
    requiredAdmins: [...new Set([...own.requiredAdmins, ...other.requiredAdmins])],
  };
}

/** Settings of the file that are looser than what holds. */
export function looserRails(config: Config, base: Config | undefined): (keyof RailSettings)[] {
  const [own, effective] = [settingsIn(config), railSettings(config, base)];
  return (Object.keys(own) as (keyof RailSettings)[]).filter(
    (key) => JSON.stringify(own[key]) !== JSON.stringify(effective[key]),
  );
}

function settingsIn(config: Config): RailSettings {
  const { maxRemovals, ...rest } = railsSection.of(config) ?? {};
  return {
    ...DEFAULTS,
    ...rest,
    ...(maxRemovals === undefined ? {} : { maxRemovals: Number(maxRemovals.slice(0, -1)) / 100 }),
  };
}
