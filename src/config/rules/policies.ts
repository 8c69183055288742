import { accountsSection } from "../../kinds/account.ts";
import { organizationalUnitsSection } from "../../kinds/organizationalUnit.ts";
import { isFullAccess } from "../../kinds/fullAccess.ts";
import { policiesSection, writtenIn } from "../../kinds/policy.ts";
import { limitsOf } from "../../kinds/policyLimits.ts";
import { isObject } from "../../model/json.ts";
import type { RuleContext } from "../../model/section.ts";
import { quote } from "../problems.ts";
import { lookUpIn } from "./names.ts";

/** Units that the file would list if they existed. Accounts may also be known to AWS alone. */
export function policyTargetsAreKnown(context: RuleContext): void {
  const lookUp = lookUpIn(organizationalUnitsSection, context, ["root"]);
  const units = context.names(organizationalUnitsSection);
  const accounts = context.names(accountsSection);
  for (const [key, { targets = [] }] of Object.entries(policiesSection.of(context.config) ?? {})) {
    for (const [index, target] of targets.entries()) {
      const at = ["policies", key, "targets", index];
      if (target.startsWith("account:")) continue;
      if (units?.has(target) !== false || accounts?.has(target) !== true) lookUp(target, at);
      else {
        context.report({
          code: "ORG0301",
          message: `unknown organizational unit ${quote(target)}, which is an account`,
          at,
          didYouMean: `account:${target}`,
        });
      }
    }
  }
}

/** No policy is attached to an account that is to be closed, and AWS changes nothing in one that is. */
export function noPolicyOnAClosedAccount({ config, report }: RuleContext): void {
  const accounts = accountsSection.of(config) ?? {};
  for (const [key, { targets = [] }] of Object.entries(policiesSection.of(config) ?? {})) {
    for (const [index, target] of targets.entries()) {
      const name = target.startsWith("account:") ? target.slice("account:".length) : undefined;
      if (name === undefined || !Object.hasOwn(accounts, name) || accounts[name]?.closed !== true) continue;
      report({
        code: "ORG0307",
        message: `the account ${quote(name)} is closed`,
        at: ["policies", key, "targets", index],
        hint: "take it out of the targets; it keeps what is attached to it",
        related: { message: "closed here", source: config.at(["accounts", name, "closed"]) },
      });
    }
  }
}

/** A policy has a type and one document; AWS's full access has neither, and cannot be taken from where it has to be. */
export function policiesAreComplete({ config, report }: RuleContext): void {
  for (const [key, entry] of Object.entries(policiesSection.of(config) ?? {})) {
    const at = ["policies", key];
    if (key === "RCPFullAWSAccess") {
      report({
        code: "ORG0308",
        message: "AWS keeps RCPFullAWSAccess attached to everything",
        at,
        onKey: true,
        hint: "take the entry out",
      });
      continue;
    }
    if (isFullAccess(key)) {
      const [other] = Object.keys(entry).filter((field) => field !== "targets");
      if (entry.targets === undefined || other !== undefined) {
        report({
          code: "ORG0209",
          message: `${key} is AWS's own policy: its entry has targets, and nothing else`,
          at: other === undefined ? at : [...at, other],
          onKey: true,
          hint: "list every target that is to have it, or take the entry out to leave its attachments alone",
        });
      }
      continue;
    }
    if (entry.name !== undefined && isFullAccess(entry.name))
      report({
        code: "ORG0308",
        message: `${quote(entry.name)} is the name of AWS's own policy`,
        at: [...at, "name"],
        hint: "give yours another name; an entry with the key FullAWSAccess decides where AWS's own is attached",
      });
    if (entry.type === undefined)
      report({
        code: "ORG0202",
        message: `the policy lacks \`type\``,
        at,
        onKey: true,
        hint: "type: SERVICE_CONTROL_POLICY, or another of AWS's types",
      });
    if ((entry.file === undefined) === (entry.content === undefined))
      report({
        code: "ORG0209",
        message: "the policy needs exactly one of `file` and `content`",
        at,
        onKey: true,
        hint: "file: names a JSON file; content: has the policy in place",
      });
  }
}

/** AWS attaches so many policies of one type to a target; its own full access takes a slot of two types. */
export function targetsHaveSlots({ config, report }: RuleContext): void {
  const policies = Object.entries(policiesSection.of(config) ?? {});
  const decided = policies.some(([key]) => key === "FullAWSAccess");
  const attached = new Map<string, Map<string, number>>();
  for (const [key, { type: written, targets = [] }] of policies) {
    const type = key === "FullAWSAccess" ? "SERVICE_CONTROL_POLICY" : written;
    if (type === undefined) continue;
    const counts = attached.get(type) ?? new Map<string, number>();
    attached.set(type, counts);
    const own = type === "RESOURCE_CONTROL_POLICY" || (type === "SERVICE_CONTROL_POLICY" && !decided) ? 1 : 0;
    const { slots } = limitsOf(type);
    for (const [index, target] of targets.entries()) {
      const count = (counts.get(target) ?? own) + 1;
      counts.set(target, count);
      if (count !== slots + 1) continue;
      report({
        code: "ORG0308",
        message: `${quote(target)} would have more than ${slots} policies of the type ${type}${own === 1 ? ", AWS's full access among them" : ""}`,
        at: ["policies", key, "targets", index],
        hint: `AWS attaches at most ${slots} to one target`,
      });
    }
  }
}

/** AWS counts the characters that it is sent: the policy without white space between its parts. */
export function policyDocumentsFit({ config, report }: RuleContext): void {
  for (const [key, entry] of Object.entries(policiesSection.of(config) ?? {})) {
    if (isFullAccess(key) || entry.type === undefined || (entry.file === undefined) === (entry.content === undefined))
      continue;
    const at = ["policies", key, entry.file === undefined ? "content" : "file"];
    const content: unknown = writtenIn(entry, config, key);
    if (!isObject(content)) {
      report({ code: "ORG0309", message: "the policy is not a JSON object", at, hint: "a policy is { ... }" });
      continue;
    }
    const { size } = limitsOf(entry.type);
    const length = Array.from(JSON.stringify(content)).length;
    if (size === undefined || length <= size) continue;
    report({
      code: "ORG0308",
      message: `the policy has ${length} characters without white space`,
      at,
      hint: `AWS takes at most ${size} of a ${entry.type}`,
    });
  }
}

/** `account:` is followed by the account's name. */
export function policyTargetsHaveNames({ config, report }: RuleContext): void {
  for (const [key, { targets = [] }] of Object.entries(policiesSection.of(config) ?? {})) {
    targets.forEach((target, index) => {
      if (target !== "account:") return;
      report({
        code: "ORG0205",
        message: "a target account without a name",
        at: ["policies", key, "targets", index],
        hint: "write account:NAME; root and paths of units stand alone",
      });
    });
  }
}
