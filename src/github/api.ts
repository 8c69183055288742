import type { Clock } from "../model/clock.ts";
import { OrgsyncError } from "../model/errors.ts";
import { isObject } from "../model/json.ts";
import type { Run } from "./context.ts";

/** What reaches GitHub, and the clock that is waited by. */
export interface Web {
  readonly clock: Clock;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** GitHub's REST API for one repository. Paths are those below `/repos/OWNER/NAME`. */
export interface GitHub {
  readonly run: Run;
  get<T>(path: string, needs: Permission): Promise<T>;
  /** Everything that a list has, page by page; `member` is where a page keeps it, when it is not a list itself. */
  list<T>(path: string, needs: Permission, member?: string): AsyncGenerator<T>;
  send<T>(method: "POST" | "PATCH", path: string, needs: Permission, body: object): Promise<T>;
  /** A file that GitHub keeps elsewhere. */
  download(path: string, needs: Permission, most: number): Promise<Uint8Array>;
}

/** What the job's token must be allowed, for the message when it is not. */
export type Permission =
  | "contents: read"
  | "actions: read"
  | "pull-requests: read"
  | "pull-requests: write"
  | "issues: write";

/** In milliseconds: how long one answer may take. */
const PATIENCE = 30_000;
const MOST_TRIES = 5;
/** In milliseconds: a limit that lasts longer is for the next run. */
const LONGEST_WAIT = 120_000;
/** A list that goes on longer is no list that this is made for. */
const MOST_PAGES = 50;

interface Request {
  readonly method: "GET" | "POST" | "PATCH";
  readonly path: string;
  readonly needs: Permission;
  readonly body?: object;
}

export function github(run: Run, web: Web): GitHub {
  const base = `${run.apiUrl}/repos/${run.repository}`;

  const headers = {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${run.token}`,
    "content-type": "application/json",
    "user-agent": "orgsync",
    "x-github-api-version": "2022-11-28",
  };

  /** Sends a request until it is answered. What may have been carried out is sent again only where that is harmless. */
  async function answer(url: string, request: Request, init: RequestInit = {}): Promise<Response> {
    const { method, body } = request;
    for (let tried = 1; ; tried += 1) {
      let wait = 1_000 * 2 ** (tried - 1);
      try {
        const response = await web.fetch(url, {
          method,
          headers,
          redirect: "error",
          signal: AbortSignal.timeout(PATIENCE),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          ...init,
        });
        if (response.ok || (response.status === 302 && init.redirect === "manual")) return response;
        const text = await response.text();
        const limited = limit(response, text, web.clock.now());
        const again = limited !== undefined || (response.status >= 500 && method !== "POST");
        wait = limited ?? wait;
        if (!again || tried >= MOST_TRIES || wait > LONGEST_WAIT) throw refused(request, response, text, run.token);
      } catch (error) {
        if (error instanceof OrgsyncError) throw error;
        if (method === "POST" || tried >= MOST_TRIES) throw unreachable(request, error, run.token);
      }
      await web.clock.sleep(wait);
    }
  }

  const json = async (url: string, request: Request): Promise<{ value: unknown; next: string | undefined }> => {
    const response = await answer(url, request);
    try {
      return { value: await response.json(), next: nextPage(response, base) };
    } catch (error) {
      throw unreachable(request, error, run.token);
    }
  };

  return {
    run,
    get: async <T>(path: string, needs: Permission) =>
      (await json(base + path, { method: "GET", path, needs })).value as T,
    async *list<T>(path: string, needs: Permission, member?: string) {
      const request = { method: "GET", path, needs } as const;
      let url: string | undefined = `${base}${path}${path.includes("?") ? "&" : "?"}per_page=100`;
      for (let page = 1; url !== undefined; page += 1) {
        if (page > MOST_PAGES)
          throw new OrgsyncError("ORG0801", `GitHub's list ${path} has more than ${MOST_PAGES} pages`);
        const { value, next }: { value: unknown; next: string | undefined } = await json(url, request);
        const items: unknown = member === undefined ? value : isObject(value) ? value[member] : undefined;
        if (!Array.isArray(items)) throw unreachable(request, new Error("the answer is not a list"), run.token);
        yield* items as T[];
        url = next;
      }
    },
    send: async <T>(method: "POST" | "PATCH", path: string, needs: Permission, body: object) =>
      (await json(base + path, { method, path, needs, body })).value as T,
    async download(path, needs, most) {
      const request = { method: "GET", path, needs } as const;
      const moved = (await answer(base + path, request, { redirect: "manual" })).headers.get("location");
      if (moved === null || (!moved.startsWith("https://") && run.apiUrl.startsWith("https://")))
        throw unreachable(request, new Error("the answer does not say where the file is"), run.token);
      // The address is a key to the file already; the token is nobody's business there.
      const { body } = await answer(moved, request, { headers: { "user-agent": "orgsync" } });
      return body === null ? new Uint8Array() : bounded(body, most, path);
    },
  };
}

async function bounded(body: ReadableStream<Uint8Array>, most: number, path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) throw new OrgsyncError("ORG0801", `${path} is larger than ${most} bytes`);
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Milliseconds until GitHub takes requests again, when that is why it took none. */
function limit(response: Response, text: string, now: number): number | undefined {
  if (response.status !== 403 && response.status !== 429) return undefined;
  const after = response.headers.get("retry-after");
  if (after !== null && /^\d+$/.test(after)) return Number(after) * 1_000;
  const reset = response.headers.get("x-ratelimit-reset");
  if (response.headers.get("x-ratelimit-remaining") === "0" && reset !== null)
    return Math.max(Number(reset) * 1_000 - now, 1_000);
  // GitHub asks for a minute where it does not say how long.
  return response.status === 429 || /secondary rate limit/i.test(text) ? 60_000 : undefined;
}

/** The next page, when it is one of the same API: the token goes nowhere else. */
function nextPage(response: Response, base: string): string | undefined {
  const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
  if (next === undefined) return undefined;
  if (new URL(next).origin === new URL(base).origin) return next;
  throw new OrgsyncError("ORG0801", `GitHub names a next page that is elsewhere: ${next}`);
}

function refused({ method, path, needs }: Request, response: Response, text: string, token: string): OrgsyncError {
  const id = response.headers.get("x-github-request-id");
  return new OrgsyncError(
    "ORG0801",
    `GitHub refused ${method} ${path}: ${response.status} ${without(token, messageIn(text))}${id === null ? "" : ` (request ${id})`}`,
    { hint: hintFor(response.status, needs) },
  );
}

function hintFor(status: number, needs: Permission): string {
  if (status === 401) return "GITHUB_TOKEN is not valid, or no longer: it ends with its job";
  if (status === 403 || status === 404) return `the job needs permissions: ${needs}`;
  return status >= 500 || status === 429 ? "run the job again a little later" : "the workflow's log has what was sent";
}

const unreachable = ({ method, path }: Request, error: unknown, token: string): OrgsyncError =>
  new OrgsyncError("ORG0801", `GitHub did not answer ${method} ${path}: ${without(token, reason(error))}`, {
    hint: "run the job again a little later",
    cause: error,
  });

/** What stands behind `fetch failed`. */
const reason = (error: unknown): string =>
  error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);

function messageIn(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value) && typeof value["message"] === "string") return value["message"].slice(0, 500);
  } catch {
    // GitHub's own front has pages for people.
  }
  return text.replace(/\s+/g, " ").slice(0, 200);
}

const without = (token: string, text: string): string => text.replaceAll(token, "***");
