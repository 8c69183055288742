/**
 * A session's duration in seconds, from the forms that people and AWS write: `12h`, `90m`, `PT12H`, `PT1H30M`; undefined
 * for any other text, which the functions below leave as it is.
 */
export function durationSeconds(text: string): number | undefined {
  const short = /^(\d+)([hm])$/.exec(text);
  if (short !== null) return Number(short[1]) * (short[2] === "h" ? 3600 : 60);
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (iso === null || text === "P" || text === "PT") return undefined;
  const [days, hours, minutes, rest] = iso.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0);
}

/** The short form: whole hours as `12h`, else whole minutes as `90m`. */
export function formatDuration(text: string): string {
  const total = durationSeconds(text);
  if (total === undefined || total % 60 !== 0) return text;
  return total % 3600 === 0 ? `${total / 3600}h` : `${total / 60}m`;
}

/** AWS's form: `PT12H`, `PT1H30M`. */
export function isoDuration(text: string): string {
  const total = durationSeconds(text);
  if (total === undefined) return text;
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const rest = total % 60;
  return `PT${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}${rest > 0 || total === 0 ? `${rest}S` : ""}`;
}

/** The session's length that was probably meant by a text of another form: `12 hours`, `720 min`, `PT43200S`, `3600`. */
export function durationMeant(text: string): string | undefined {
  const found = /^(?:PT)?\s*([0-9]{1,6})\s*(h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)?$/i.exec(text.trim());
  if (found === null) return undefined;
  const count = Number(found[1]);
  const unit = (found[2] ?? "").toLowerCase();
  // A bare number is in seconds to the AWS CLI, and in hours to people.
  const seconds = count * (unit.startsWith("h") || (unit === "" && count <= 12) ? 3600 : unit.startsWith("m") ? 60 : 1);
  return seconds >= 3600 && seconds <= 43_200 && seconds % 60 === 0 ? formatDuration(`PT${seconds}S`) : undefined;
}
