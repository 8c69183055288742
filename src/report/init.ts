import { visible } from "./escape.ts";
import { wrapped } from "./layout.ts";
import { shellWord } from "./shell.ts";
import { asStarted } from "./started.ts";
import type { Style } from "./style.ts";

/** What init has written, and what the steps after it need to know. */
export interface Begun {
  /** Files with what is in them. */
  readonly written: ReadonlyMap<string, string>;
  /** As org.yaml is called. */
  readonly file: string;
  /** The management account's name, which is that of the sso-session, too. */
  readonly account: string;
  /** Of its root user. */
  readonly email: string;
  /** Of IAM Identity Center. */
  readonly region: string;
  /** Where the console has it. */
  readonly consoleUrl: string;
  readonly startUrl: string;
  /** Whoever is to sign in first. */
  readonly user: string;
  /** The first that there is to use. */
  readonly profile: string;
  /** The sandbox's file, where AWS is only a rehearsal. */
  readonly sandbox?: string | undefined;
}

/** One thing to do: what, and lines about it. Commands and links stand in lines of their own, to be copied whole. */
interface Step {
  readonly title: string;
  readonly lines: readonly (string | { readonly copy: string })[];
}

/** Lines are no longer, however wide the terminal is: they are read one by one, beside a browser. */
const WIDTH = 80;
const DEFAULT_SANDBOX = ".orgsync/sandbox.json";

/** The files that were written. */
export function writtenText(written: ReadonlyMap<string, string>): string {
  const width = Math.max(...[...written.keys()].map((path) => visible(path).length));
  const lines = [...written].map(([path, what]) => `  ${visible(path).padEnd(width)}  ${visible(what)}`.trimEnd());
  return `Wrote\n${lines.join("\n")}\n`;
}

/** What was written, and the steps from a sign-up to a first login, in the guide's order. */
export function initText(begun: Begun, style: Style): string {
  const steps = begun.sandbox === undefined ? stepsInAws(begun) : stepsInSandbox(begun, begun.sandbox);
  const width = Math.min(WIDTH, style.columns);
  const texts = steps.map(({ title, lines }, index) => {
    const [first = "", ...rest] = wrapped(visible(title), width - 3);
    const below = lines.flatMap((line) =>
      typeof line === "string"
        ? wrapped(asStarted(visible(line), style), width - 3)
        : [`  ${asStarted(visible(line.copy), style)}`],
    );
    return [`${index + 1}. ${style.paint("bold", first)}`, ...[...rest, ...below].map((line) => `   ${line}`)].join(
      "\n",
    );
  });
  return `${writtenText(begun.written)}\n${style.paint("bold", "Next, in this order")}\n\n${texts.join("\n\n")}\n`;
}

const copy = (text: string) => ({ copy: text });

function stepsInAws({ file, account, email, region, consoleUrl, startUrl, user, profile }: Begun): Step[] {
  const named = file === "org.yaml" ? "" : ` --file ${shellWord(file)}`;
  const run = (command: string) => copy(`orgsync ${command}${named}`);
  const check = (what: string): string => `Check: orgsync doctor ${what}${named}`;
  return [
    {
      title: "Sign up for the management account",
      lines: [
        copy("https://portal.aws.amazon.com/billing/signup"),
        copy(`root user e-mail  ${email}`),
        copy(`account name      ${account}`),
        copy("support plan      Basic"),
        "AWS asks the root user for MFA at sign-in; it is also set up here:",
        copy("https://console.aws.amazon.com/iam/home#/security_credentials"),
        check("management-account"),
      ],
    },
    {
      title: "Get credentials for the first run",
      lines: [
        copy("aws login"),
        "It signs in as the console does, also as the root user (AWS CLI 2.32 or newer).",
        check("credentials"),
      ],
    },
    {
      title: "Make the organization and the accounts",
      lines: [
        run("plan"),
        run("apply"),
        `apply prints the line organization: { id: ... }: write it into ${file}. What needs IAM Identity Center waits for step 4.`,
      ],
    },
    {
      title: `Switch on IAM Identity Center in ${region}`,
      lines: [
        copy(consoleUrl),
        check("identity-center"),
        'Set the portal\'s address in Settings, "Customize AWS access portal URL":',
        copy(startUrl),
        `${check("portal")} (as far as an API tells)`,
        'Have AWS write to people whom orgsync makes, so that they can choose a password: Settings, Authentication, Standard authentication, Configure, "Send email OTP for users created from API".',
        `${check("users")} (no API tells; it says who waits)`,
      ],
    },
    { title: "Make the rest: people, permission sets, assignments", lines: [run("apply")] },
    {
      title: "Sign in",
      lines: [
        run("aws-config"),
        copy(`aws sso login --sso-session=${account}`),
        `As ${user}: AWS sends a code by e-mail, and then asks for a password of your own.`,
        copy(`aws sts get-caller-identity --profile=${profile}`),
      ],
    },
  ];
}

/** The same in the simulated AWS, where the steps of the console are commands. */
function stepsInSandbox({ file, account, email, region }: Begun, sandbox: string): Step[] {
  const other = sandbox === DEFAULT_SANDBOX ? undefined : `=${shellWord(sandbox)}`;
  const named = file === "org.yaml" ? "" : ` --file ${shellWord(file)}`;
  const run = (command: string) => copy(`orgsync ${command}${named} --sandbox${other ?? ""}`);
  const step = (command: string) =>
    copy(`orgsync sandbox ${command}${other === undefined ? "" : ` --sandbox${other}`}`);
  return [
    {
      title: "Begin anew with an account that was just signed up for",
      lines: [step("reset --from empty"), step(`do sign-up ${shellWord(account)} ${shellWord(email)}`)],
    },
    {
      title: "Make the organization and the accounts",
      lines: [run("plan"), run("apply"), "What needs IAM Identity Center waits for step 3."],
    },
    { title: `Switch on IAM Identity Center in ${region}`, lines: [step(`do enable-identity-center ${region}`)] },
    { title: "Make the rest: people, permission sets, assignments", lines: [run("apply")] },
    { title: "Write profiles for the AWS CLI", lines: [run("aws-config")] },
  ];
}

/** What the workflows need. */
export const workflowsText = (version: string): string => `Next, once for the workflows:
  npm install --save-dev ./orgsync-${version}.tgz  # commit the tarball, too
  gh variable set ORGSYNC_PLAN_ROLE   # the ARN of the role that reads AWS
  gh variable set ORGSYNC_APPLY_ROLE  # the ARN of the role that changes it
  gh variable set ORGSYNC_REGION      # that of Identity Center
In the repository's settings, make the environments orgsync and
orgsync-manual: both for the branch main only, and orgsync-manual with the
people who approve a run that was started by hand.
`;
