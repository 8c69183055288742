import type { IncomingMessage } from "node:http";
import { createSandbox, type World } from "../../src/sandbox/index.ts";
import { answering } from "./server.ts";

type Members = Record<string, unknown>;

export interface Habits {
  /** Operations that it does not have, and how it says so. */
  readonly lacks?: Readonly<Record<string, "html" | "not-found" | "error">>;
}

/** Another AWS look-alike than the sandbox: the sandbox behind a server that has other habits, all of them legal. */
export async function lookalike(
  world: World,
  clock: { now(): number; sleep(ms: number): Promise<void> },
  { lacks = {} }: Habits = {},
) {
  const sandbox = createSandbox({ world, clock, throttle: false, asyncSeconds: 0, paths: false });
  const lists = new Map<string, { readonly rest: Members; readonly key: string; readonly items: readonly unknown[] }>();
  const asked = new Set<string>();

  const send = async (request: IncomingMessage, body: Members): Promise<{ status: number; members: Members }> => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const response = await sandbox.handle({
      method: "POST",
      path: request.url ?? "/",
      headers,
      body: own(JSON.stringify(body)),
    });
    return {
      status: response.statusCode,
      members: JSON.parse(foreign(Buffer.from(response.body).toString()) || "{}") as Members,
    };
  };

  /** The whole of a list, in another order, then cut into pages of three. */
  const listed = async (
    request: IncomingMessage,
    operation: string,
    { NextToken, MaxResults: _, ...input }: Members,
  ) => {
    const [, at = "0", name = `${operation} ${JSON.stringify(input)}`] =
      /^page (\d+) (.*)$/s.exec(typeof NextToken === "string" ? NextToken : "") ?? [];
    if (at === "0") {
      let whole: unknown[] = [];
      let token: unknown;
      let key: string | undefined;
      let rest: Members = {};
      do {
        const { status, members } = await send(request, token === undefined ? input : { ...input, NextToken: token });
        if (status !== 200) return { status, members };
        const [found] = Object.entries(members).find(([, value]) => Array.isArray(value)) ?? [];
        if (found === undefined) return { status, members };
        key = found;
        whole = [...whole, ...(members[key] as unknown[])];
        ({ NextToken: token, [key]: _, ...rest } = members);
      } while (token !== undefined);
      lists.set(name, { rest, key, items: shuffled(whole) });
    }
    const { rest, key, items } = lists.get(name) ?? { rest: {}, key: "", items: [] };
    const end = Number(at) + 3;
    const token = end < items.length ? { NextToken: `page ${end} ${name}` } : { NextToken: "" };
    return { status: 200, members: { ...rest, [key]: items.slice(Number(at), end), ...token } };
  };

  const server = await answering(async (request, body, response) => {
    const target = String(request.headers["x-amz-target"] ?? "").split(".")[1];
    const operation =
      target ??
      (request.url === "/" ? (new URLSearchParams(body.toString()).get("Action") ?? "") : (request.url ?? "").slice(1));
    asked.add(operation);
    const lack = Object.entries(lacks).find(([name]) => name.toLowerCase() === operation.toLowerCase())?.[1];
    if (lack === "html")
      return void response
        .writeHead(501, { "content-type": "text/html" })
        .end("<html><body><h1>Not here</h1></body></html>");
    if (lack === "not-found") return void response.writeHead(404, { "content-type": "text/plain" }).end("no such page");
    if (lack === "error") {
      if (request.url === "/" && target === undefined) {
        const xml =
          "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>No</Message></Error></ErrorResponse>";
        return void response.writeHead(400, { "content-type": "text/xml" }).end(xml);
      }
      const text = JSON.stringify({ __type: "com.amazon.coral.service#UnknownOperationException" });
      return void response.writeHead(400, { "content-type": "application/x-amz-json-1.1" }).end(text);
    }
    if (target === undefined) {
      // Who calls, and the names of accounts: as the sandbox says it.
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const same = await sandbox.handle({ method: "POST", path: request.url ?? "/", headers, body });
      return void response.writeHead(same.statusCode, same.headers).end(same.body);
    }
    const input = JSON.parse(body.toString()) as Members;
    const answer = operation.startsWith("List") ? await listed(request, operation, input) : await send(request, input);
    const members =
      answer.status === 200 ? retold(operation, input, answer.members, sandbox.snapshot()) : answer.members;
    response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(members));
  });
  return { ...server, asked };
}

/** Ids of other shapes that AWS uses too: longer unit ids, store ids with the prefix of older stores. */
const foreign = (text: string): string =>
  text
    .replace(/\b(ou-[0-9a-z]{4})-([0-9a-z]{8})\b/g, "$1-$2qqqq")
    .replace(/"((?:User|Group|Membership|Principal)Id)":"([0-9a-f]{8}-[0-9a-f-]{27})"/g, '"$1":"906754ab12-$2"');

const own = (text: string): string =>
  text.replace(/\b(ou-[0-9a-z]{4}-[0-9a-z]{8})qqqq\b/g, "$1").replaceAll("906754ab12-", "");

/** Always the same other order. */
function shuffled(items: readonly unknown[]): unknown[] {
  const odd = items.filter((_, index) => index % 2 === 1);
  const even = items.filter((_, index) => index % 2 === 0);
  return [...odd.toReversed(), ...even];
}

const EMPTY: Readonly<Record<string, readonly string[]>> = {
  Users: ["Title", "NickName", "Locale", "Timezone", "PreferredLanguage", "UserType", "ProfileUrl"],
  Groups: ["Description"],
  PermissionSet: ["Description", "RelayState"],
};

/** The same facts in other words. */
function retold(operation: string, input: Members, members: Members, world: World): Members {
  const told: Members = { ...members, SomethingNew: { deep: [1, 2, 3] } };
  for (const [key, value] of Object.entries(told)) {
    if (Array.isArray(value))
      told[key] = value.map((item: unknown) => (typeof item === "object" ? retoldItem(key, item as Members) : item));
    else if (typeof value === "object" && value !== null) told[key] = retoldItem(key, value as Members);
  }
  if (operation === "ListAccountAssignmentsForPrincipal") {
    // Only what is assigned to the principal itself.
    told["AccountAssignments"] = (told["AccountAssignments"] as Members[]).filter(
      (row) => row["PrincipalType"] === input["PrincipalType"],
    );
  }
  if (operation === "CreateAccount" || operation === "DescribeCreateAccountStatus") {
    const status = told["CreateAccountStatus"] as Members;
    const accountId = world.organization?.createRequests[String(status["Id"])]?.accountId;
    if (accountId !== undefined) Object.assign(status, { State: "SUCCEEDED", AccountId: accountId });
  }
  if (/^(Create|Delete)AccountAssignment$|^ProvisionPermissionSet$/.test(operation)) {
    for (const [key, value] of Object.entries(told)) {
      if (key.endsWith("Status")) told[key] = { ...(value as Members), Status: "SUCCEEDED" };
    }
  }
  return told;
}

function retoldItem(key: string, item: Members): Members {
  const { State, Paths: _paths, Path: _path, ...rest } = item;
  const isAccount = key === "Accounts" || key === "Account";
  const state = State === undefined ? {} : isAccount ? { Status: State } : { State };
  const path = _path === undefined || key === "OrganizationalUnits" ? {} : { Path: _path };
  const empty = Object.fromEntries((EMPTY[key] ?? []).map((name) => [name, ""]));
  return { ...empty, ...rest, ...state, ...path, SomethingNew: "a member that no client knows" };
}
