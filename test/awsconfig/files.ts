import fc from "fast-check";
import type { Revision, Wanted } from "../../src/awsconfig/block.ts";

/** Files of AWS settings as people have them, from parts that are each a line or a few. */

const names = ["acme-dev", "acme", "old", "my x", "default", "a/b", "ünïcode"];
const header = fc
  .tuple(fc.constantFrom("profile", "sso-session", "services", "preview"), fc.constantFrom(...names))
  .chain(([type, name]) =>
    fc.constantFrom(
      `[${type} ${name}]`,
      `[${type} "${name}"]`,
      `[${type}  '${name}' ]`,
      `  [${type} ${name}]`,
      `[${type} ${name}] # mine`,
      `[${name}]`,
    ),
  );
const key = fc
  .tuple(
    fc.constantFrom("region", "output", "sso_session", "sso_account_id", "role_arn", "Region", "cli_pager", "s3"),
    fc.constantFrom(" = ", "=", " =", ": ", "   =   "),
    fc.constantFrom("eu-west-1", "json", "", "us-east-1 # note", "a=b", '"quoted"', "ünïcode"),
    fc.constantFrom("", "  ", "\t"),
  )
  .map((parts) => `${parts[3]}${parts[0]}${parts[1]}${parts[2]}`);
const rest = fc.constantFrom(
  "",
  "   ",
  "# a remark",
  "; another",
  "\t# further in",
  "s3 =\n  max_concurrent_requests = 5\n  use = 1",
  "nonsense",
  "    continued",
  "# orgsync is mentioned here",
  "trailing   ",
);
const line = fc.oneof({ weight: 2, arbitrary: header }, { weight: 5, arbitrary: key }, { weight: 4, arbitrary: rest });

/** A text, with the ends of lines that it has, and whether the last line has one. */
const text = (arbitrary: fc.Arbitrary<string[]>): fc.Arbitrary<string> =>
  fc
    .tuple(arbitrary, fc.constantFrom("\n", "\r\n", "mixed"), fc.boolean(), fc.boolean())
    .map(([lines, eol, isEnded, hasMark]) => {
      const ended = lines
        .flatMap((one) => one.split("\n"))
        .map((one, index) => one + (eol === "mixed" ? (index % 3 === 0 ? "\r\n" : "\n") : eol))
        .join("");
      return (hasMark ? "\ufeff" : "") + (isEnded ? ended : ended.replace(/\r?\n$/, ""));
    });

export const anyFile = text(fc.array(line, { maxLength: 25 }));

/** The same, with a header first: what stands behind the block begins so, or it would count for the block. */
export const startingWithHeader = text(
  fc.tuple(header, fc.array(line, { maxLength: 12 })).map(([first, lines]) => [first, ...lines]),
).map((one) => one.replace(/^\ufeff/, ""));

export const wantedSession = (name = "acme"): Wanted => ({
  type: "sso-session",
  name,
  keys: new Map([
    ["sso_start_url", `https://${name}.awsapps.com/start`],
    ["sso_region", "us-east-1"],
    ["sso_registration_scopes", "sso:account:access"],
  ]),
});

export const wantedProfile = (name: string, role = "AdministratorAccess", region = "us-east-1"): Wanted => ({
  type: "profile",
  name,
  keys: new Map([
    ["sso_session", "acme"],
    ["sso_account_id", "222233334444"],
    ["sso_role_name", role],
    ["region", region],
  ]),
  remark: `222233334444 · ${role} · ${region}`,
});

export const revisionOf = (profiles: readonly Wanted[], adopt = false): Revision => ({
  name: "acme",
  who: "user dax@acme.com",
  wanted: profiles.length === 0 ? [] : [wantedSession(), ...profiles],
  adopt,
});

const profile = fc
  .tuple(
    fc.constantFrom("acme-dev", "acme", "acme-production", "old"),
    fc.constantFrom("AdministratorAccess", "ReadOnlyAccess"),
    fc.constantFrom("us-east-1", "eu-west-1"),
  )
  .map((parts) => wantedProfile(...parts));

export const anyProfiles = fc.uniqueArray(profile, { selector: ({ name }) => name, maxLength: 4 });
