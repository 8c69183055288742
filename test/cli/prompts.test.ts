import { once } from "node:events";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { linePrompts } from "../../src/cli/prompts.ts";

/** Prompts on streams that are kept; `type` waits until the text stands there. */
function terminal() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = "";
  output.on("data", (part: Buffer) => (shown += part.toString()));
  return {
    prompts: linePrompts(output, input),
    shown: () => shown,
    async type(after: string, text: string): Promise<void> {
      while (!shown.endsWith(after)) await once(output, "data");
      input.write(text);
    },
    end: () => input.end(),
  };
}

const question = {
  message: "How many?",
  validate: (answer: string) => (/^\d+$/.test(answer) ? undefined : `${answer} is no number`),
};

test.each([
  ["y\n", true],
  ["YES\n", true],
  ["n\n", false],
  ["\n", false],
  ["yesterday\n", false],
])("yes or no: %j is %s", async (typed, answer) => {
  const { prompts, type } = terminal();
  const answered = prompts.confirm("Apply?");
  await type("Apply? [y/N] ", typed);
  expect(await answered).toBe(answer);
});

test("a text is asked for until it can be taken", async () => {
  const { prompts, type, shown } = terminal();
  const answered = prompts.ask({ ...question, placeholder: "12" });
  await type("How many? [such as 12] ", "many\n");
  await type("many is no number\nHow many? [such as 12] ", "7\n");
  expect(await answered).toBe("7");
  expect(shown()).not.toContain("\u001b");
});

test("what stands there already is taken by an empty line", async () => {
  const { prompts, type } = terminal();
  const answered = prompts.ask({ ...question, initial: "3" });
  await type("How many? [3] ", "\n");
  expect(await answered).toBe("3");
});

test("the end of the input cancels", async () => {
  const { prompts, end } = terminal();
  const answered = prompts.confirm("Apply?");
  end();
  expect(await answered).toBeUndefined();
});
