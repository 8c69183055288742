import { nothingIn } from "../model/config.ts";
import { type OrgDraft, writeDraft } from "./document.ts";
import { misfitsOf } from "./fit.ts";

/** What an organization starts with, as a person says it. */
export interface Start {
  readonly company: string;
  /** Of the management account's root user. */
  readonly email: string;
  /** Each has an account; separated by commas. */
  readonly stages: string;
  /** Given and family name of the one who begins. */
  readonly name: string;
  /** The e-mail that they sign in with. */
  readonly user: string;
  /** Where IAM Identity Center is to live. */
  readonly region: string;
  readonly startUrl: string;
}

/** One that fits, for what has not been said yet. */
const SAMPLE: Start = {
  company: "Acme",
  email: "aws@acme.com",
  stages: "dev",
  name: "Dax Raad",
  user: "dax@acme.com",
  region: "us-east-1",
  startUrl: "https://acme.awsapps.com/start",
};

/** What accounts are called by: Acme Corp. gives acme-corp. Empty for what has no letter or digit of ASCII. */
export const slugOf = (company: string): string =>
  company
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

export const stagesOf = (stages: string): string[] => stages.split(",").map((stage) => stage.trim());

/** The address of a stage's root user, which arrives in the same mailbox: aws+dev@acme.com. */
function aliasOf(email: string, stage: string): string {
  const at = email.lastIndexOf("@");
  const local = email.slice(0, at);
  return `${local}${local.includes("+") ? "-" : "+"}${stage}${email.slice(at)}`;
}

/** Accounts with the addresses of their root users; the management account is the first. */
export function accountsOf({ company, email, stages }: Start): ReadonlyMap<string, string> {
  const slug = slugOf(company);
  return new Map([
    [slug, email],
    ...stagesOf(stages).map((stage) => [`${slug}-${stage}`, aliasOf(email, stage)] as const),
  ]);
}

/** The guide's org.yaml: a management account, one account for each stage, one person who may do everything in all. */
export function startDraft(start: Start): OrgDraft {
  const { company, name, user, region, startUrl } = start;
  const accounts = accountsOf(start);
  const [slug = ""] = accounts.keys();
  const draft = writeDraft([]);
  const named = company.replace(/\.$/, "");
  draft.comment(
    [],
    `The AWS organization of ${named}. orgsync plan shows what AWS lacks of it, orgsync apply makes it.`,
  );
  draft.set(["organization"], {});
  draft.comment(["organization"], "Once it exists, apply prints the id to add here.");
  draft.set(["identityCenter"], { region, startUrl });
  for (const [key, email] of accounts)
    draft.set(["accounts", key], { email, ...(key === slug ? { management: true } : {}) });
  draft.set(["users", user], namesOf(name));
  draft.comment(["users"], "The e-mail is the user name.");
  draft.set(["permissionSets", "AdministratorAccess"], {
    managedPolicies: ["AdministratorAccess"],
    sessionDuration: "12h",
  });
  draft.add(["assignments"], {
    users: [user],
    permissionSets: ["AdministratorAccess"],
    accounts: [...accounts.keys()],
  });
  return draft.written;
}

/** The last word is the family name. */
function namesOf(name: string): { readonly givenName: string; readonly familyName: string } {
  const words = name.trim().split(/\s+/);
  return { givenName: words.slice(0, -1).join(" "), familyName: words.at(-1) ?? "" };
}

/** Why one of the answers cannot be taken beside those before it, if so: by what org.yaml may say. */
export function whyNot(part: keyof Start, answers: Partial<Start>): string | undefined {
  const start: Start = { ...SAMPLE, ...answers };
  if (part === "company" && slugOf(start.company) === "")
    return "it has no letter and no digit of ASCII, which accounts are called by";
  if (part === "name" && !/\S\s+\S/.test(start.name)) return "it is to be a given name and a family name";
  if (part === "stages") {
    const stages = stagesOf(start.stages);
    const odd = stages.find((stage) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(stage));
    if (odd === "") return "a stage without a name stands in it";
    if (odd !== undefined) return `${odd} is to have letters and digits of ASCII, and single dashes between them`;
    const again = stages.find((stage, index) => stages.indexOf(stage) !== index);
    if (again !== undefined) return `${again} stands twice in it`;
  }
  const [misfit] = misfitsOf(nothingIn("org.yaml"), startDraft(start));
  if (misfit === undefined) return undefined;
  const { path, message, hint } = misfit;
  const [section, key] = path;
  const whose = section === "accounts" && key !== slugOf(start.company) ? ` (account ${key})` : "";
  return `${message}${whose}${hint === undefined ? "" : `; ${hint}`}`;
}
