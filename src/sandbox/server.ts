import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sandbox } from "./sandbox.ts";
import type { WireRequest, WireResponse } from "./wire.ts";

/** AWS takes no bigger requests either. */
const maxBody = 1024 * 1024;

/** A sandbox that other programs can reach. */
export interface SandboxServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a sandbox over HTTP, on this machine only. */
export async function serve(
  sandbox: Sandbox,
  { port, host = "127.0.0.1" }: { readonly port: number; readonly host?: "127.0.0.1" | "::1" },
): Promise<SandboxServer> {
  if (host !== "127.0.0.1" && host !== "::1")
    throw new RangeError(`The sandbox is served on loopback only, not on ${String(host)}`);
  const server = createServer((request, response) => void respond(sandbox, request, response));
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${host === "::1" ? "[::1]" : host}:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function respond(sandbox: Sandbox, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const body = await bodyOf(incoming);
    if (body === undefined) return refuse(incoming, outgoing);
    send(outgoing, await sandbox.handle(wireRequest(incoming, body)));
  } catch (error) {
    if ((error as { code?: unknown }).code === "ECONNRESET") incoming.socket.destroy();
    // A fault's time-out: the answer never comes, and the client has to give up.
    else if ((error as { name?: unknown }).name !== "TimeoutError") send(outgoing, failed());
  }
}

/** The body, unless it is too big. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBody) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function wireRequest(incoming: IncomingMessage, body: Buffer): WireRequest {
  const [path = "/", ...queries] = (incoming.url ?? "/").split("?");
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(queries.join("?"))) {
    query[name] = [...(Object.hasOwn(query, name) ? query[name]! : []), value];
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return { method: incoming.method ?? "", path, query, headers, body };
}

function send(outgoing: ServerResponse, { statusCode, headers, body }: WireResponse): void {
  outgoing.writeHead(statusCode, headers);
  outgoing.end(body);
}

/** What is left of a body that is too big is not read, so the connection cannot be used again. */
function refuse(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const error = answerWith("RequestEntityTooLargeException", "The request is larger than 1 MiB", 413);
  outgoing.once("finish", () => incoming.socket.destroySoon());
  send(outgoing, { ...error, headers: { ...error.headers, connection: "close" } });
}

/** A defect in the sandbox: whoever asked still gets an answer. */
const failed = (): WireResponse => answerWith("InternalFailure", "The sandbox failed to answer this request", 500);

function answerWith(name: string, message: string, statusCode: number): WireResponse {
  const body = Buffer.from(JSON.stringify({ __type: name, message }));
  const headers = {
    "content-type": "application/json",
    "content-length": String(body.length),
    "x-amzn-errortype": name,
  };
  return { statusCode, headers, body };
}
