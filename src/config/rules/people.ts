import { groupsSection } from "../../kinds/group.ts";
import { usersSection } from "../../kinds/user.ts";
import type { RuleContext } from "../../model/section.ts";
import { quote } from "../problems.ts";
import { fold, lookUpIn } from "./names.ts";

const RESERVED = ["administrator", "awsadministrators"];
const EMAIL = /^[^\s@]+@[^\s@.]+(?:[.][^\s@.]+)+$/;

const users = ({ config }: RuleContext) => Object.entries(usersSection.of(config) ?? {});

/** Identity Center keeps two user names for itself. */
export function userNamesAreFree(context: RuleContext): void {
  for (const [key, { name }] of users(context)) {
    if (!RESERVED.includes((name ?? key).toLowerCase())) continue;
    context.report({
      code: "ORG0308",
      message: `AWS keeps the user name ${quote(name ?? key)} for itself`,
      at: name === undefined ? ["users", key] : ["users", key, "name"],
      onKey: name === undefined,
      hint: "use the person's e-mail",
    });
  }
}

/** Every person has an e-mail: the key, unless `email:` says another. */
export function usersHaveEmails(context: RuleContext): void {
  for (const [key, { email }] of users(context)) {
    if (email !== undefined || EMAIL.test(key)) continue;
    context.report({
      code: "ORG0202",
      message: `${quote(key)} is not an e-mail, so the entry needs \`email\``,
      at: ["users", key],
      onKey: true,
      hint: "IAM Identity Center wants an e-mail for everybody; without `email` the key is taken for it",
    });
  }
}

/** No two people share an e-mail. */
export function noUserEmailTwice(context: RuleContext): void {
  const { config, report } = context;
  const first = new Map<string, string>();
  for (const [key, entry] of users(context)) {
    const email = (entry.email ?? key).toLowerCase();
    const other = first.get(email);
    if (other === undefined) first.set(email, key);
    else if (fold(other) !== fold(key)) {
      report({
        code: "ORG0303",
        message: `the users ${quote(other)} and ${quote(key)} share the e-mail ${quote(email)}`,
        at: ["users", key, "email"],
        hint: "IAM Identity Center wants a different e-mail for everybody",
        related: { message: "first here", source: config.at(["users", other, "email"]) },
      });
    }
  }
}

/** Members are users of the file, when it lists users. */
export function membersAreKnown(context: RuleContext): void {
  const lookUp = lookUpIn(usersSection, context);
  for (const [key, { members }] of Object.entries(groupsSection.of(context.config) ?? {})) {
    for (const [index, member] of (members ?? []).entries()) lookUp(member, ["groups", key, "members", index]);
  }
}
