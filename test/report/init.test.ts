import { expect, test } from "vitest";
import { type Begun, initText } from "../../src/report/init.ts";
import { plain } from "../../src/report/style.ts";
import { golden } from "../support/golden.ts";

const goldenFile = (name: string): string => new URL(`./golden/${name}.txt`, import.meta.url).pathname;

const BEGUN: Begun = {
  written: new Map([
    ["org.yaml", "3 accounts, and you"],
    [".gitignore", "keeps .orgsync/ out of git"],
  ]),
  file: "org.yaml",
  account: "acme",
  email: "aws@acme.com",
  region: "us-east-1",
  consoleUrl: "https://console.aws.amazon.com/singlesignon/home?region=us-east-1",
  startUrl: "https://acme.awsapps.com/start",
  user: "dax@acme.com",
  profile: "acme-dev",
};

test("what comes after org.yaml fits into 80 columns, also where there are more", () => {
  for (const columns of [80, 200]) golden(goldenFile("init"), initText(BEGUN, plain(columns)));
});

test("in the sandbox the console's steps are commands", () => {
  golden(goldenFile("init-sandbox"), initText({ ...BEGUN, sandbox: ".orgsync/sandbox.json" }, plain(80)));
});

test("commands carry what is not usual, and nothing acts on a terminal or a shell", () => {
  const text = initText(
    { ...BEGUN, file: "a\u001b[2J;b.yaml", email: "$(a)@acme.com", sandbox: "my sandbox.json" },
    plain(80),
  );
  expect(text).toContain(`     orgsync plan --file 'a\\u001b[2J;b.yaml' --sandbox='my sandbox.json'\n`);
  expect(text).toContain(`     orgsync sandbox do sign-up acme '$(a)@acme.com' --sandbox='my sandbox.json'\n`);
  expect(text).not.toContain("\u001b");
});
