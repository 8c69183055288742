import Type from "typebox";
import { type Config } from "../model/config.ts";
import { ignoredBy } from "../model/ignore.ts";
import { defineSection } from "../model/section.ts";
import { isControlTowers } from "./controlTower.ts";
import { isFullAccess } from "./fullAccess.ts";

const patterns = (title: string, description: string, examples: string[]) =>
  Type.Optional(
    Type.Array(
      Type.String({
        title: "Pattern",
        description: "A name, in which * stands for any text.",
        minLength: 1,
        maxLength: 1024,
      }),
      {
        title,
        description: `${description} A pattern is a name, in which * stands for any text.`,
        minItems: 1,
        maxItems: 5000,
        examples: [examples],
        defaultSnippets: [{ label: "patterns", description: "One pattern", body: [`\${1:${examples[0]}}`] }],
      },
    ),
  );

const schema = Type.Object(
  {
    accounts: patterns(
      "Accounts of others",
      "Accounts whose access others decide: assignments in them are left alone, and `ous:` does not reach them.",
      ["sandbox-*"],
    ),
    organizationalUnits: patterns(
      "Organizational units of others",
      "Units that others look after, by path, with all units below them.",
      ["Security"],
    ),
    policies: patterns("Policies of others", "Policies that others keep and attach.", ["finops-*"]),
    users: patterns("Users of others", "Users that others look after, with their memberships and assignments.", [
      "*@partner.example",
    ]),
    groups: patterns("Groups of others", "Groups that others look after, with their members and assignments.", [
      "okta-*",
    ]),
    permissionSets: patterns(
      "Permission sets of others",
      "Permission sets that others look after, with their assignments.",
      ["Vendor*"],
    ),
  },
  {
    title: "Ignore",
    description:
      "What others own, by section: it is left alone, with everything that belongs to it and that the file does not list. It may be referred to, but not be listed. What an identity provider, AWS Control Tower or AWS itself owns is ignored anyway.",
    additionalProperties: false,
    examples: [{ accounts: ["sandbox-*"], groups: ["okta-*"] }],
    defaultSnippets: [{ label: "ignore", description: "Accounts of others", body: { accounts: ["${1:sandbox-*}"] } }],
  },
);

export const ignoreSection = defineSection("ignore", schema);

/** Whether a name that its section does not list may be meant all the same: it is somebody else's, and in AWS. */
export function isOfOthers(config: Config, section: string, name: string): boolean {
  return (
    ignoredBy(config, section, name) !== undefined ||
    isControlTowers(section, name) ||
    (section === "policies" && isFullAccess(name))
  );
}
