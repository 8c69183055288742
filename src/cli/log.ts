import { isObject } from "../model/json.ts";
import { OrgsyncError } from "../model/errors.ts";
import { visible, visibleJson } from "../report/escape.ts";
import type { Io } from "./io.ts";
import { isCi } from "./looks.ts";
import { maskEmails } from "./mask.ts";

/** Structured logging to stderr; everything it takes is data, never credentials. */
export interface Log {
  debug(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
const SILENT: Log = { debug: () => undefined, error: () => undefined };

export interface LogOptions {
  readonly logLevel: string;
  readonly logFormat: string;
  /** Without it, e-mail addresses are masked where the environment says that this is CI: its logs have many readers. */
  readonly maskEmails?: boolean | undefined;
}

/** pino is loaded only when somebody wants to read a log. */
export async function openLog(io: Io, { logLevel, logFormat, maskEmails: asked }: LogOptions): Promise<Log> {
  if (!LEVELS.includes(logLevel))
    throw new OrgsyncError("ORG0701", `unknown log level ${logLevel}`, { hint: `one of ${LEVELS.join(", ")}` });
  if (logFormat !== "text" && logFormat !== "json")
    throw new OrgsyncError("ORG0701", `unknown log format ${logFormat}`, { hint: "text or json" });
  if (logLevel === "silent") return SILENT;
  const masks = asked ?? isCi(io.env);
  const { pino } = await import("./pino.ts");
  const logger: Log = pino(
    {
      level: logLevel,
      base: null,
      timestamp: () => `,"time":"${new Date(io.clock.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    {
      write(line: string) {
        const fields = cleaned(JSON.parse(line), masks ? maskEmails : (text) => text) as Record<string, unknown>;
        io.stderr.write(`${logFormat === "json" ? visibleJson(JSON.stringify(fields)) : textLine(fields)}\n`);
      },
    },
  );
  return logger;
}

function textLine({ time, level, msg, ...fields }: Record<string, unknown>): string {
  const rest = Object.entries(fields).map(([key, value]) => ` ${visible(key)}=${visibleJson(JSON.stringify(value))}`);
  return `${String(time).slice(11, 23)} ${String(level).padEnd(5)} ${visible(String(msg))}${rest.join("")}`;
}

/** Members that are never shown, however deep they stand. */
const SECRET = /^(?:credentials|authorization|token|password|secretAccessKey|sessionToken|x-amz-security-token)$/i;

/** The value without secrets, and with each text in it, keys too, as `map` makes it. */
function cleaned(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === "string") return map(value);
  if (Array.isArray(value)) return value.map((item) => cleaned(item, map));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(
    ([key, member]) => [map(key), SECRET.test(key) ? "[redacted]" : cleaned(member, map)] as const,
  );
  return Object.fromEntries(members);
}
