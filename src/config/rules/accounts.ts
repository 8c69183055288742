import { type AccountEntry, accountsSection, idOf } from "../../kinds/account.ts";
import { organizationalUnitsSection } from "../../kinds/organizationalUnit.ts";
import type { Path } from "../../model/config.ts";
import type { RuleContext } from "../../model/section.ts";
import { quote } from "../problems.ts";
import { fold, lookUpIn } from "./names.ts";

const entries = ({ config }: RuleContext) => Object.entries(accountsSection.of(config) ?? {});

/** AWS knows an e-mail once, in any letter case. */
export function noAccountEmailTwice(context: RuleContext): void {
  const { config, report } = context;
  const first = new Map<string, string>();
  for (const [key, { email }] of entries(context)) {
    const other = first.get(email.toLowerCase());
    if (other === undefined) first.set(email.toLowerCase(), key);
    else if (fold(other) !== fold(key)) {
      report({
        code: "ORG0303",
        message: `the accounts ${quote(other)} and ${quote(key)} share the e-mail ${quote(email)}`,
        at: ["accounts", key, "email"],
        hint: "AWS refuses a second account with the same e-mail; use an alias, such as aws+production@acme.com",
        related: { message: "first here", source: config.at(["accounts", other, "email"]) },
      });
    }
  }
}

/** Two entries cannot be one account. */
export function noAccountIdTwice(context: RuleContext): void {
  const { config, report } = context;
  const first = new Map<string, string>();
  const path = (key: string, entry: AccountEntry | undefined): Path => [
    "accounts",
    key,
    entry?.id === undefined ? "invite" : "id",
  ];
  for (const [key, entry] of entries(context)) {
    const id = idOf(entry);
    if (id === undefined) continue;
    const other = first.get(id);
    if (other === undefined) first.set(id, key);
    else {
      report({
        code: "ORG0310",
        message: `the accounts ${quote(other)} and ${quote(key)} have the same id`,
        at: path(key, entry),
        hint: "take one of the two entries out",
        related: { message: "first here", source: config.at(path(other, accountsSection.of(config)?.[other])) },
      });
    }
  }
}

/** An organization has one management account, and the file says which. */
export function oneManagementAccount(context: RuleContext): void {
  const { config, names, report } = context;
  const all = names(accountsSection);
  if (!all) return;
  const accounts = entries(context);
  const [first, ...others] = accounts.filter(([, { management }]) => management === true);
  // An entry that is not valid may be the one.
  if (!first && accounts.length === all.size) {
    report({
      code: "ORG0304",
      message: "no account is the management account",
      at: ["accounts"],
      onKey: true,
      hint: "write `management: true` under the account that owns the organization",
    });
  }
  for (const [key] of others) {
    report({
      code: "ORG0304",
      message: `a second management account: ${quote(key)}`,
      at: ["accounts", key, "management"],
      hint: "an organization has exactly one",
      related: { message: "first here", source: config.at(["accounts", first?.[0] ?? "", "management"]) },
    });
  }
}

/** AWS cannot close the account that pays for the others. */
export function managementAccountStaysOpen(context: RuleContext): void {
  for (const [key, { management, closed }] of entries(context)) {
    if (management !== true || closed !== true) continue;
    context.report({
      code: "ORG0209",
      message: `the management account ${quote(key)} cannot be closed`,
      at: ["accounts", key, "closed"],
      hint: "take `closed` out",
    });
  }
}

/** `ou:` names a unit that the file lists, when it lists them. */
export function accountsInKnownUnits(context: RuleContext): void {
  const lookUp = lookUpIn(organizationalUnitsSection, context, ["root"]);
  for (const [key, { ou }] of entries(context)) if (ou !== undefined) lookUp(ou, ["accounts", key, "ou"]);
}
