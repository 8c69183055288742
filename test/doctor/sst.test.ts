import { expect, test } from "vitest";
import { readSst } from "../../src/doctor/sst.ts";

/** An sst.config.ts with this in what app(input) returns. */
const config = (returned: string, run = ""): string =>
  `export default $config({\n  app(input) {\n    return { name: "a", ${returned} };\n  },\n  async run() {\n    ${run}\n  },\n});\n`;
const aws = (profile: string): string => config(`providers: { aws: { profile: ${profile} } }`);

test.each([
  [aws('"acme-dev"'), ["acme-dev"]],
  [aws("'acme-dev', region: 'eu-west-1'"), ["acme-dev"]],
  [aws('input.stage === "production" ? "acme-production" : "acme-dev"'), ["acme-production", "acme-dev"]],
  [aws('"production" == input.stage ? "a" : input.stage === "staging" ? "b" : "c"'), ["a", "b", "c"]],
  [aws('["production", "staging"].includes(input.stage) ? "a" : "b"'), ["a", "b"]],
  [aws('input.stage.startsWith("pr-") ? "a" : "b"'), ["a", "b"]],
  [aws('process.env["CI"] ? undefined : "a"'), ["a"]],
  [aws('process.env.CI\n          ? undefined // "no"\n          : "a"'), ["a"]],
  [aws('({ production: "a" })[input.stage] ?? "b"'), ["a", "b"]],
  [config('// profile: "no"\n/* profile: "no" */ home: "https://x/ profile: no"'), []],
  [config('providers: { aws: { profile: "a" } }', 'new aws.ec2.Instance("x", { profile: "no" });'), ["a"]],
  [
    'export default { config(_input) { return { name: "a", profile: "old" }; }, stacks(app) { profile: "no" } };',
    ["old"],
  ],
  ['profile: "bare"', ["bare"]],
])("%j", (text, profiles) => {
  expect(readSst(text)).toEqual({ profiles, computed: false, misspelled: undefined });
});

test.each([
  aws("profileOf(input.stage)"),
  aws("process.env.AWS_PROFILE"),
  aws("`acme-${input.stage}`"),
  aws("profiles[input.stage]"),
])("%j would have to be run", (text) => {
  expect(readSst(text)).toEqual({ profiles: [], computed: true, misspelled: undefined });
});

test("no profile is none, and so is an undefined one", () => {
  expect(readSst(config("home: 'aws'"))).toEqual({ profiles: [], computed: false, misspelled: undefined });
  expect(readSst(aws("undefined"))).toEqual({ profiles: [], computed: false, misspelled: undefined });
});

test("provider is told with its line, where providers is meant", () => {
  expect(readSst(config('\n\n provider: { aws: { profile: "a" } }'))).toMatchObject({ profiles: ["a"], misspelled: 5 });
  const own = 'new sst.aws.Auth("x", { provider: { issuer: "y" } });';
  expect(readSst(config("home: 'aws'", own)).misspelled).toBeUndefined();
  expect(readSst(config("providers: { aws: {} }, x: { provider: {} }")).misspelled).toBeUndefined();
});
