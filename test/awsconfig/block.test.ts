import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocksIn, type Revision, revise } from "../../src/awsconfig/block.ts";
import { parseIni, type Section, textOf } from "../../src/awsconfig/lines.ts";
import { anyFile, anyProfiles, revisionOf, startingWithHeader, wantedProfile, wantedSession } from "./files.ts";

const FILE = { file: "config" };
const revised = (text: string, revision: Revision) => revise(text, revision, FILE);
const RUNS = { numRuns: 1500 };

/** A text without its blocks: what is before the first, between them, and behind the last. */
function outside(text: string): string[] {
  const { lines, ...ini } = parseIni(text);
  const blocks = blocksIn({ lines, ...ini }, FILE);
  const edges = [0, ...blocks.flatMap(({ first, last }) => [first, last + 1]), lines.length];
  return edges.flatMap((edge, index) => (index % 2 === 0 ? [textOf(lines.slice(edge, edges[index + 1]))] : []));
}

const sectionsIn = (text: string, type: string): Section[] =>
  parseIni(text).sections.filter((section) => section.type === type);

describe("for any file", () => {
  test("its lines make it again", () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        expect(textOf(parseIni(text).lines)).toBe(text);
      }),
      RUNS,
    );
  });

  test("a first block comes behind all that is there, which stays byte for byte", () => {
    fc.assert(
      fc.property(anyFile, anyProfiles, (text, profiles) => {
        const { text: result, otherLines } = revised(text, revisionOf(profiles));
        expect(result.startsWith(text)).toBe(true);
        const rest = result.slice(text.length);
        expect(rest).toMatch(/^(?:\r?\n){0,2}(?:# >>> orgsync acme|$)/);
        expect(rest === "" || /# <<< orgsync acme\r?\n$/.test(rest)).toBe(true);
        expect(otherLines).toBe(parseIni(text).lines.length);
      }),
      RUNS,
    );
  });

  test("a block between other things changes alone, and goes alone", () => {
    fc.assert(
      fc.property(anyFile, startingWithHeader, anyProfiles, anyProfiles, (before, after, first, second) => {
        const { text: begun } = revised(before, revisionOf(first));
        const whole = `${begun}${begun === "" || begun.endsWith("\n") ? "" : "\n"}${after}`;
        fc.pre(first.length > 0 && outside(begun).length === 2);
        const { text: changed } = revised(whole, revisionOf(second));
        if (outside(changed).length === 2) expect(outside(changed)).toEqual(outside(whole));
        else expect(changed).toBe(outside(whole).join(""));
        expect(revised(whole, revisionOf([])).text).toBe(outside(whole).join(""));
      }),
      RUNS,
    );
  });

  test("a second run changes nothing, adopting or not", () => {
    fc.assert(
      fc.property(anyFile, startingWithHeader, anyProfiles, fc.boolean(), (before, after, profiles, adopt) => {
        const revision = revisionOf(profiles, adopt);
        const once = revised(before, revision).text;
        expect(revised(once, revision).text).toBe(once);
        const more = revised(once + (once === "" || once.endsWith("\n") ? "" : "\r\n") + after, revision).text;
        expect(revised(more, revision).text).toBe(more);
      }),
      RUNS,
    );
  });

  test("no section stands twice that did not before, and adopted ones stand once, in the block", () => {
    fc.assert(
      fc.property(anyFile, anyProfiles, (text, profiles) => {
        const count = (of: string, name: string): number =>
          sectionsIn(of, "profile").filter((section) => section.name === name).length;
        const { text: kept } = revised(text, revisionOf(profiles));
        const { text: adopted } = revised(text, revisionOf(profiles, true));
        for (const { name } of profiles) {
          expect(count(kept, name)).toBe(Math.max(1, count(text, name)));
          expect(count(adopted, name)).toBe(1);
          expect(blocksIn(parseIni(adopted), FILE)[0]?.sections.some((section) => section.name === name)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test("adopting takes the sections out, line by line, and nothing else", () => {
    fc.assert(
      fc.property(anyFile, anyProfiles, (text, profiles) => {
        const ini = parseIni(text);
        const taken = new Set<number>();
        for (const { type, name } of revisionOf(profiles).wanted)
          for (const section of ini.sections)
            if (section.type === type && section.name === name)
              for (let at = section.line; at < section.end; at++) taken.add(at);
        const left = textOf(ini.lines.filter((_, index) => !taken.has(index)));
        expect(revised(text, revisionOf(profiles, true)).text.startsWith(left)).toBe(true);
      }),
      RUNS,
    );
  });
});

const BLOCK = revised("", revisionOf([wantedProfile("acme-dev")])).text;

test("a new file is the block alone", () => {
  expect(BLOCK)
    .toBe(`# >>> orgsync acme (user dax@acme.com): written by orgsync aws-config; keys that it does not write stay
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access

[profile acme-dev]
sso_session = acme
sso_account_id = 222233334444
sso_role_name = AdministratorAccess
region = us-east-1
# <<< orgsync acme
`);
});

describe("what becomes of a section", () => {
  const outcomes = (text: string, revision: Revision) =>
    revised(text, revision).sections.map(({ header, outcome, differences, lines }) => ({
      header,
      outcome,
      keys: differences.map(({ key }) => key),
      lines,
    }));

  test("same, changed, added, removed", () => {
    expect(outcomes(BLOCK, revisionOf([wantedProfile("acme-dev")])).map(({ outcome }) => outcome)).toEqual([
      "same",
      "same",
    ]);
    expect(outcomes(BLOCK, revisionOf([wantedProfile("acme-dev", "ReadOnlyAccess"), wantedProfile("b")]))).toEqual([
      { header: "[sso-session acme]", outcome: "same", keys: [], lines: [] },
      { header: "[profile acme-dev]", outcome: "changed", keys: ["sso_role_name"], lines: [] },
      { header: "[profile b]", outcome: "added", keys: [], lines: [] },
    ]);
    expect(outcomes(BLOCK, revisionOf([wantedProfile("b")])).at(-1)).toMatchObject({
      header: "[profile acme-dev]",
      outcome: "removed",
    });
    expect(outcomes(BLOCK, revisionOf([])).map(({ outcome }) => outcome)).toEqual(["removed", "removed"]);
    expect(revised(BLOCK, revisionOf([])).text).toBe("");
  });

  const OWN =
    "[default]\nregion = eu-west-1\n\n[profile 'acme-dev']\n  role_arn = arn:aws:iam::1:role/x\n  output = json\n";

  test("one that stands outside is not written twice", () => {
    expect(outcomes(OWN, revisionOf([wantedProfile("acme-dev")])).at(-1)).toEqual({
      header: "[profile acme-dev]",
      outcome: "elsewhere",
      keys: ["sso_session", "sso_account_id", "sso_role_name", "region", "role_arn"],
      lines: [4],
    });
    expect(revised(OWN, revisionOf([wantedProfile("acme-dev")])).text).not.toContain("222233334444");
  });

  test("one that stands outside and is as wanted has no differences", () => {
    const own =
      "[profile acme-dev]\nSSO_Session=acme\nsso_account_id: 222233334444\nsso_role_name = AdministratorAccess\noutput = text\nregion = us-east-1";
    expect(outcomes(own, revisionOf([wantedProfile("acme-dev")])).at(-1)).toMatchObject({
      outcome: "elsewhere",
      keys: [],
    });
  });

  test("one that stands in both goes out of the block", () => {
    const both = `${BLOCK}[profile acme-dev]\nregion = x\n`;
    const { text } = revised(both, revisionOf([wantedProfile("acme-dev")]));
    expect(text.match(/\[profile acme-dev\]/g)).toHaveLength(1);
    expect(text.endsWith("# <<< orgsync acme\n[profile acme-dev]\nregion = x\n")).toBe(true);
  });

  test("an adopted one keeps what orgsync does not decide, and no other way to credentials", () => {
    const { text, sections } = revised(OWN, revisionOf([wantedProfile("acme-dev")], true));
    expect(sections.at(-1)).toMatchObject({ outcome: "adopted", lines: [4] });
    expect(text.startsWith("[default]\nregion = eu-west-1\n\n# >>> orgsync acme")).toBe(true);
    expect(text).toMatch(/region = us-east-1\noutput = json\n# <<< orgsync acme\n$/);
    expect(text).not.toContain("role_arn");
  });

  test("keys of a person's own in the block stay, once, and so do remarks between them", () => {
    const edited = BLOCK.replace(
      "\nregion = us-east-1\n",
      "\nregion = us-east-1\noutput = text\n# why\ns3 =\n    use = 1\noutput = json\n\n",
    );
    const { text, sections } = revised(edited, revisionOf([wantedProfile("acme-dev")]));
    expect(sections.map(({ outcome }) => outcome)).toEqual(["same", "same"]);
    expect(text).toContain("region = us-east-1\n# why\ns3 =\n    use = 1\noutput = json\n# <<<");
    expect(revised(text, revisionOf([wantedProfile("acme-dev")])).text).toBe(text);
  });
});

test.each(["a b", "", "a\n[profile b]\ncredential_process = /bin/x", "a\rb", "\u2028", "ünïcode"])(
  "a value is one word of ASCII, never %j",
  (value) => {
    expect(() => revised("", revisionOf([wantedProfile("acme-dev", value)]))).toThrow(
      /sso_role_name of \[profile acme-dev\] would be .*; nothing was written/s,
    );
  },
);

describe("which block", () => {
  test("that of the start URL, whatever it is called", () => {
    const renamed: Revision = {
      ...revisionOf([]),
      name: "company",
      wanted: [{ ...wantedSession(), name: "company" }, wantedProfile("acme-dev")],
    };
    const { text } = revised(BLOCK, renamed);
    expect(text).toContain("# >>> orgsync company");
    expect(text).not.toContain("orgsync acme");
    expect(text).toContain("[sso-session company]");
    expect(text).not.toContain("[sso-session acme]");
  });

  test("another organization's stays", () => {
    const other: Revision = {
      name: "other",
      wanted: [wantedSession("other"), wantedProfile("other-dev")],
      adopt: false,
    };
    const { text } = revised(BLOCK, other);
    expect(text.startsWith(`${BLOCK}\n# >>> orgsync other: written`)).toBe(true);
    expect(revised(text, revisionOf([wantedProfile("acme-dev")])).text).toBe(text);
    expect(revised(text, revisionOf([])).text).toBe(text.slice(BLOCK.length));
  });

  test.each([
    [
      "its end is missing",
      BLOCK.replace("# <<< orgsync acme\n", ""),
      1,
      "this line begins a block of orgsync, and no line ends it",
    ],
    ["its end is another's", BLOCK.replace("<<< orgsync acme", "<<< orgsync other"), 1, "this line begins a block"],
    [
      "its start is missing",
      `[a]\n${BLOCK.replace(/^.*\n/, "")}`,
      12,
      "this line ends a block of orgsync that nothing begins",
    ],
    ["it is there twice", BLOCK + BLOCK, 13, "this line begins a second block acme"],
    ["one begins in another", BLOCK.replace("\n\n", "\n# >>> orgsync b\n"), 1, "this line begins a block"],
    [
      "a key follows it",
      `${BLOCK}# mine\noutput = json\n[default]\n`,
      14,
      "output stands beside orgsync's block under no header",
    ],
    ["a key begins it", `[default]\n${BLOCK.replace("\n", "\noutput = json\n")}`, 3, "output stands beside"],
  ])("refused where %s", (_, text, line, message) => {
    expect(() => revised(text, revisionOf([wantedProfile("acme-dev")]))).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(message),
        source: { file: "config", line, column: 1 },
      }),
    );
  });
});
