import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

/** The command as it is published; `npm run build` makes it. */
export const BIN = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));

/** Where org.yaml files that are also examples lie. */
export const example = (name: string): string =>
  fileURLToPath(new URL(`../../examples/${name}/org.yaml`, import.meta.url));

/** What an AWS client needs to talk to an endpoint, and nothing of the machine's own settings. */
export const environment = (url: string) => ({
  PATH: process.env["PATH"] ?? "",
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "not-a-secret",
  AWS_REGION: "us-east-1",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end; never throws for what the program does. */
async function spawned(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ended> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = [collected(child.stdout), collected(child.stderr)];
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout: stdout(), stderr: stderr() };
}

/** The published command. */
export const orgsync = (
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ended> => spawned(process.execPath, [BIN, ...args], options);

function collected(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (part: string) => (text += part));
  return () => text;
}

/** `orgsync sandbox serve` in a folder, on a free port. */
export async function served(
  cwd: string,
  ...flags: string[]
): Promise<{ readonly url: string; stop(): Promise<Ended> }> {
  const child: ChildProcess = spawn(process.execPath, [BIN, "sandbox", "serve", "--port", "0", ...flags], {
    cwd,
    env: environment("http://127.0.0.1:9"),
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.stdout === null || child.stderr === null) throw new Error("no streams");
  const [stdout, stderr] = [collected(child.stdout), collected(child.stderr)];
  const closed = once(child, "close") as Promise<[number | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout());
      if (found !== null) resolve(found[0]);
    });
    void closed.then(() => reject(new Error(`sandbox serve ended: ${stderr()}`)));
  });
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      const [code] = await closed;
      return { code, stdout: stdout(), stderr: stderr() };
    },
  };
}

/** A server on loopback that answers every request by itself. */
export async function answering(
  answer: (request: IncomingMessage, body: Buffer, response: ServerResponse) => Promise<void> | void,
) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => void answer(request, Buffer.concat(parts), response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
