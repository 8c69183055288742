import process from "node:process";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Prompts } from "./io.ts";
import type { Looks } from "./looks.ts";

/** Prompts that are drawn and redrawn in place. */
export async function livePrompts(stream: NodeJS.WriteStream, { colours }: Looks): Promise<Prompts> {
  const { confirm, isCancel, text } = await import("@clack/prompts");
  const output = new PromptStream(stream, colours);
  return {
    async confirm(message) {
      const answer = await confirm({ message, initialValue: false, output });
      return isCancel(answer) ? undefined : answer;
    },
    async ask({ message, initial, placeholder, validate }) {
      const answer = await text({
        message,
        ...(initial === undefined ? {} : { initialValue: initial }),
        ...(placeholder === undefined ? {} : { placeholder }),
        validate: (value = "") => validate(value),
        output,
      });
      return isCancel(answer) ? undefined : answer;
    },
  };
}

// oxlint-disable-next-line no-control-regex -- escape codes of colours are what is looked for
const COLOURS = /\u001b\[[\d;]*m/g;

/** The library decides about colours by stdout and NO_COLOR, wherever it writes; and it takes a width of 0 as it is. */
class PromptStream extends Writable {
  readonly isTTY = true;
  private readonly stream: NodeJS.WriteStream;
  private readonly colours: boolean;

  constructor(stream: NodeJS.WriteStream, colours: boolean) {
    super();
    this.stream = stream;
    this.colours = colours;
  }

  get columns(): number {
    return this.stream.columns || 80;
  }

  get rows(): number {
    return this.stream.rows || 24;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const text = chunk.toString();
    this.stream.write(this.colours ? text : text.replace(COLOURS, ""), done);
  }
}

/** A question, and the answer on the same line: for terminals that can do no more. */
export function linePrompts(output: NodeJS.WritableStream, input: NodeJS.ReadableStream = process.stdin): Prompts {
  return {
    async confirm(message) {
      const answer = await answerTo(`${message} [y/N] `, { input, output });
      return answer === undefined ? undefined : /^y(?:es)?$/i.test(answer.trim());
    },
    async ask({ message, initial, placeholder, validate }) {
      const shown = initial ?? (placeholder === undefined ? undefined : `such as ${placeholder}`);
      const question = shown === undefined ? `${message} ` : `${message} [${shown}] `;
      for (;;) {
        const answer = await answerTo(question, { input, output });
        if (answer === undefined) return undefined;
        const value = answer === "" ? (initial ?? "") : answer;
        const reason = validate(value);
        if (reason === undefined) return value;
        output.write(`${reason}\n`);
      }
    },
  };
}

/** Undefined for Ctrl-C, and at the end of the input. */
async function answerTo(
  question: string,
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
): Promise<string | undefined> {
  const lines = createInterface({ ...streams, terminal: false });
  const cancelled = new AbortController();
  const cancel = (): void => cancelled.abort();
  process.once("SIGINT", cancel);
  lines.once("close", cancel);
  try {
    return await lines.question(question, { signal: cancelled.signal });
  } catch (error) {
    if (!cancelled.signal.aborted) throw error;
    streams.output.write("\n");
    return undefined;
  } finally {
    process.off("SIGINT", cancel);
    lines.close();
  }
}
