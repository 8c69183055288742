import { expect, test } from "vitest";
import { parseIni } from "../../src/awsconfig/lines.ts";
import { trapsIn } from "../../src/awsconfig/traps.ts";

test.each([
  ["\ufeff[default]\nregion = a", "1 begins with a byte order mark"],
  ["[profile a]\nregion = a\n\n[profile a]\noutput = json", "4 [profile a] stands in line 1, too"],
  ["[profile a]\nregion = a\nRegion=b", "3 Region stands in line 2, too"],
  ["[default]\nregion = a # home", "2 for the AWS CLI the remark is a part of region"],
  ["[default]\nregion = a\t; home", "2 for the AWS CLI the remark is a part of region"],
  ["[profile 'my x']\nregion = a", "1 [profile 'my x']: the JavaScript SDK does not read"],
  ["[profile a#b]\nregion = a", "1 [profile a#b]: the JavaScript SDK does not read"],
  ["[profile  a]\nregion = a", "1 [profile  a]: the JavaScript SDK does not read"],
  ["region = a\n[default]", "1 region stands under no header"],
  ["[default]\nregion", "2 is neither a key nor a header"],
  ["[default]\nregion = a\n  [profile a]\n", "3 stands further in than region above"],
  ["[default]\ns3 =\n  a = b\n  nothing\n", "2 below s3 stands what is no key"],
])("%j", (text, message) => {
  const traps = trapsIn(parseIni(text)).map(({ line, message }) => `${line} ${message}`);
  expect(traps).toEqual([expect.stringContaining(message)]);
});

test("nothing is said of what every tool reads", () => {
  const text = `# mine
[default]
region=eu-west-1
  # further in
s3 =
  max_concurrent_requests = 5

[profile "a"]
  region = b
  output: json
[profile a/b]
credential_process = "/opt/x y" --account a#b
[sso-session a.b_c-d]
sso_start_url = https://acme.awsapps.com/start#/
[services my x]
`;
  expect(trapsIn(parseIni(text))).toEqual([]);
  expect(trapsIn(parseIni(text.replaceAll("\n", "\r\n")))).toEqual([]);
});
