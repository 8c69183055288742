import { resolve } from "node:path";
import type { InvalidConfig } from "../model/errors.ts";
import { problemsText, type Texts } from "../report/problems.ts";
import type { Io, Output } from "./io.ts";

/** Shows what is wrong with org.yaml, with the lines that are. */
export async function writeProblems(io: Io, output: Output, { problems, texts }: InvalidConfig): Promise<void> {
  output.write(
    problemsText(
      problems,
      await withTexts(
        io,
        problems.map(({ source }) => source.file),
        texts,
      ),
      output,
    ),
  );
}

/** Problems that only live AWS shows come without the file's text: it is read once more for their frames. */
async function withTexts(io: Io, files: readonly string[], known: Texts): Promise<Texts> {
  const texts = new Map(known);
  for (const file of new Set(files)) {
    if (texts.has(file)) continue;
    try {
      texts.set(file, await io.files.read(resolve(io.cwd, file)));
    } catch {
      // The problem says what is wrong with the file; it just has no frame.
    }
  }
  return texts;
}
