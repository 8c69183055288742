import { AwsError } from "./operation.ts";
import type { Operation } from "./operation.ts";
import { endpoints } from "./services.ts";
import type { Endpoint } from "./services.ts";

/** A request as it is on the wire. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null | undefined>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface WireResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/** An operation that a request asks for. */
export interface Call {
  readonly endpoint: Endpoint;
  readonly name: string;
  readonly operation: Operation;
  readonly input: object;
  readonly region: string;
  /** The id of the access key that it is signed with. */
  readonly accessKeyId: string;
}

/** How an answer has to look when it is not known yet, or not at all, which operation is meant. */
export type Dialect = Pick<Endpoint, "protocol" | "message" | "namespace">;

/** The name and the dialect of what a request is for, as far as they can be told before it is understood. */
export interface Target {
  readonly dialect: Dialect;
  readonly endpoint?: Endpoint;
  readonly operation: string;
}

interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

/** What a request is aimed at: by X-Amz-Target, by the path for REST, by the form's Action. */
export function targetOf(request: WireRequest): Target {
  const [prefix, name] = split(header(request, "x-amz-target") ?? "", ".");
  if (prefix !== "") {
    const endpoint = endpoints.find(({ service }) => service.targetPrefix === prefix);
    return {
      dialect: endpoint ?? { protocol: "json", message: "message" },
      ...(endpoint && { endpoint }),
      operation: name,
    };
  }
  const signedFor = credentialOf(request)?.service;
  const endpoint = endpoints.find(({ service, protocol }) => protocol !== "json" && service.signingName === signedFor);
  if (endpoint?.protocol === "rest-json") {
    return { dialect: endpoint, endpoint, operation: request.path.charAt(1).toUpperCase() + request.path.slice(2) };
  }
  const action = formOf(request).get("Action");
  if (endpoint ?? action) {
    return {
      dialect: endpoint ?? { protocol: "query", message: "Message" },
      ...(endpoint && { endpoint }),
      operation: action ?? "",
    };
  }
  return { dialect: { protocol: "rest-json", message: "message" }, operation: "" };
}

/** Reads a request that is aimed at a target; throws what AWS answers to one that it cannot read. */
export function callOf(request: WireRequest, { dialect, endpoint, operation: name }: Target): Call {
  const { protocol } = dialect;
  const credential = credentialOf(request);
  if (!credential) {
    const error = protocol === "query" ? "MissingAuthenticationToken" : "MissingAuthenticationTokenException";
    throw new AwsError(error, "Missing Authentication Token", {}, protocol === "json" ? 400 : 403);
  }
  if (!endpoint) throw unknownOperation(`${credential.service} ${name}`.trim(), dialect);
  const { service } = endpoint;
  if (credential.service !== service.signingName) {
    const text = `Credential should be scoped to correct service: '${service.signingName}'.`;
    throw new AwsError("InvalidSignatureException", text);
  }
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  const rightMethod = protocol === "query" || request.method === "POST";
  if (!operation || !rightMethod) throw unknownOperation(`${endpoint.name}:${name}`, dialect);
  const input = protocol === "query" ? Object.fromEntries(formOf(request)) : objectOf(request);
  return { endpoint, name, operation, input, region: credential.region, accessKeyId: credential.accessKeyId };
}

/** The error for an operation that the sandbox does not have. */
export function unknownOperation(what: string, { protocol }: Dialect): AwsError {
  const text = `The sandbox does not have the operation ${what}`;
  return new AwsError(protocol === "query" ? "InvalidAction" : "UnknownOperationException", text);
}

/** A good answer. */
export function answer(dialect: Dialect, operation: string, output: object, requestId: string): WireResponse {
  const { protocol } = dialect;
  const text = protocol === "query" ? xmlAnswer(dialect, operation, output, requestId) : JSON.stringify(output);
  return response(protocol, 200, text, requestId);
}

/** An error, in the spelling that the service's clients read. */
export function errorAnswer(dialect: Dialect, error: AwsError, requestId: string): WireResponse {
  const { protocol, message } = dialect;
  const { name, status } = error;
  if (protocol === "query") return response(protocol, status, xmlError(dialect, error, requestId), requestId);
  const text = JSON.stringify({ __type: name, [message]: error.message, ...error.members });
  const made = response(protocol, status, text, requestId);
  return protocol === "rest-json" ? { ...made, headers: { ...made.headers, "x-amzn-errortype": name } } : made;
}

const contentTypes = { json: "application/x-amz-json-1.1", "rest-json": "application/json", query: "text/xml" };

function response(protocol: Endpoint["protocol"], statusCode: number, text: string, requestId: string): WireResponse {
  const body = Buffer.from(text);
  const headers = {
    "content-type": contentTypes[protocol],
    "content-length": String(body.length),
    "x-amzn-requestid": requestId,
  };
  return { statusCode, headers, body };
}

function objectOf(request: WireRequest): object {
  const text = bodyOf(request);
  if (text.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AwsError("SerializationException", "The request body is not valid JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new AwsError("SerializationException", "The request body must be a JSON object");
  }
  if (isDeeper(value, maxDepth)) throw new AwsError("SerializationException", "The request body is nested too deep");
  return value;
}

/** More than any input needs, and little enough to be walked through. */
const maxDepth = 100;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

function formOf(request: WireRequest): URLSearchParams {
  const form = new URLSearchParams(bodyOf(request));
  for (const [name, value] of Object.entries(request.query ?? {})) {
    for (const one of [value].flat()) if (typeof one === "string") form.append(name, one);
  }
  return form;
}

function bodyOf({ body }: WireRequest): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}

/** Access key, date, region, service: who signed for what. The signature itself is not checked. */
function credentialOf(request: WireRequest): Credential | undefined {
  const found = /Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/.exec(
    header(request, "authorization") ?? "",
  );
  return found ? { accessKeyId: found[1]!, region: found[2]!, service: found[3]! } : undefined;
}

function header({ headers }: WireRequest, name: string): string | undefined {
  if (Object.hasOwn(headers, name)) return headers[name];
  const spelled = Object.keys(headers).find((key) => key.toLowerCase() === name);
  return spelled === undefined ? undefined : headers[spelled];
}

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}

function xmlAnswer({ namespace }: Dialect, operation: string, output: object, requestId: string): string {
  const members = Object.entries(output).map(([name, value]) => `<${name}>${xmlValue(value)}</${name}>`);
  const result = `<${operation}Result>${members.join("")}</${operation}Result>`;
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return `<${operation}Response${xmlns(namespace)}>${result}${metadata}</${operation}Response>`;
}

/** A text, or a list of them. */
function xmlValue(value: unknown): string {
  if (!Array.isArray(value)) return escaped(String(value));
  return value.map((one) => `<member>${escaped(String(one))}</member>`).join("");
}

function xmlError({ namespace }: Dialect, { name, message, status }: AwsError, requestId: string): string {
  const type = status < 500 ? "Sender" : "Receiver";
  const error = `<Error><Type>${type}</Type><Code>${escaped(name)}</Code><Message>${escaped(message)}</Message></Error>`;
  return `<ErrorResponse${xmlns(namespace)}>${error}<RequestId>${requestId}</RequestId></ErrorResponse>`;
}

const xmlns = (namespace: string | undefined): string => (namespace === undefined ? "" : ` xmlns="${namespace}"`);

/** Text for XML, without the characters that no XML may hold. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the ones
  const legal = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
  return legal.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
