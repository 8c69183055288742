import { OrgsyncError } from "../model/errors.ts";
import type { Io } from "./io.ts";

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
}

/** pino is loaded only when somebody wants to read a log. */
export async function openLog(io: Io, { logLevel, logFormat }: LogOptions): Promise<Log> {
  if (!LEVELS.includes(logLevel))
    throw new OrgsyncError("ORG0701", `unknown log level ${logLevel}`, { hint: `one of ${LEVELS.join(", ")}` });
  if (logFormat !== "text" && logFormat !== "json")
    throw new OrgsyncError("ORG0701", `unknown log format ${logFormat}`, { hint: "text or json" });
  if (logLevel === "silent") return SILENT;
  const { pino } = await import("pino");
  const logger: Log = pino(
    {
      level: logLevel,
      base: null,
      timestamp: () => `,"time":"${new Date(io.clock.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: ["credentials", "*.credentials", "authorization", "*.authorization", "token", "*.token"],
        censor: "[redacted]",
      },
    },
    { write: (line: string) => io.stderr.write(logFormat === "json" ? line : textLine(line)) },
  );
  return logger;
}

function textLine(line: string): string {
  const { time, level, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const rest = Object.entries(fields).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  return `${String(time).slice(11, 23)} ${String(level).padEnd(5)} ${String(msg)}${rest.join("")}\n`;
}
