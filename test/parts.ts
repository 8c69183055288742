/** A part of the suite: `npx vitest run --project NAME`. */
interface Part {
  readonly name: string;
  readonly about: string;
  /** Its files, less those of the parts above it. */
  readonly files: readonly string[];
  /** In `npm run test:quick` too. */
  readonly quick?: true;
  /** Each file in a process of its own: it measures what it uses, or what it needs does not share one. */
  readonly apart?: true;
  /** What is done once before its files. */
  readonly setup?: string;
}

/** The whole suite: each test file is in the first part that names it. test/README.md shows this table. */
export const PARTS: readonly Part[] = [
  {
    name: "published",
    about: "the packed command, installed into an empty folder",
    files: ["test/published/**"],
    setup: "test/published/install.ts",
    apart: true,
  },
  {
    name: "command",
    about: "the built command as a process: signals, kill -9, git, npm, workflows on GitHub, the AWS CLI",
    files: [
      "test/cli/{fromNothing,process,terminal}.test.ts",
      "test/deep/process.test.ts",
      "test/doctor/command.test.ts",
      "test/endpoints/**",
      "test/github/{*Workflow,signIn}.test.ts",
      "test/project/{ci,release}.test.ts",
      "test/sandbox/aws-cli.test.ts",
    ],
    apart: true,
  },
  {
    name: "hostile",
    about: "texts made to break out, to confuse or to cost: every field, every output",
    files: ["test/**/hostile.test.ts", "test/config/{fuzz,properties}.test.ts", "test/doctor/redact.test.ts"],
    apart: true,
  },
  {
    name: "deep",
    about: "random worlds with every fault, kill, clock, other people's edits, and two applies at once",
    files: ["test/deep/**"],
  },
  {
    name: "lists",
    about: "lists of AWS that leave something out: nothing that AWS and the file both have is lost",
    files: ["test/faults/incomplete.test.ts"],
  },
  {
    name: "faults",
    about: "each fault of each read and write, late answers, races with somebody else, in worlds made for it",
    files: ["test/faults/**"],
    quick: true,
  },
  {
    name: "laws",
    about: "what holds for any organization and any org.yaml",
    files: ["test/laws/**"],
    quick: true,
  },
  {
    name: "scenarios",
    about: "a folder for each thing that can happen: its plan, its calls, and nothing left to do afterwards",
    files: ["test/scenarios/**"],
    quick: true,
  },
  { name: "sandbox", about: "the simulated AWS, rule by rule", files: ["test/sandbox/**"], quick: true },
  {
    name: "project",
    about: "the rules of the house: imports, workflows, the suite itself",
    files: ["test/project/**"],
    quick: true,
  },
  {
    name: "unit",
    about: "each module of src, on the simulated AWS where it needs one",
    files: ["test/**"],
    quick: true,
  },
];

/** What vitest takes for the files of a part. */
export function filesOf(part: Part): { include: string[]; exclude: string[] } {
  const tests = ({ files }: Part): string[] => files.map((file) => (file.endsWith("/**") ? `${file}/*.test.ts` : file));
  return { include: tests(part), exclude: PARTS.slice(0, PARTS.indexOf(part)).flatMap(tests) };
}
