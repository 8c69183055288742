import { createHash } from "node:crypto";
import type { AwsError, Context } from "./operation.ts";

/** A list that is answered in pages. */
export interface Listing<T> {
  /** The output's member with the items. */
  readonly member: string;
  readonly items: readonly T[];
  /** The operation's input, of which only MaxResults and NextToken count here. */
  readonly input: object;
  /** Items a page holds at most when the caller does not ask for fewer. */
  readonly size: number;
  /** The service's own error for a token that it did not give out. */
  readonly badToken: () => AwsError;
  /** How an item looks in the answer. */
  readonly show?: (item: T) => unknown;
}

/**
 * One page of a list. With ragged pages some are short and some are empty and yet have a token, as AWS allows itself;
 * which ones depends on nothing but the position.
 */
export function page<T>(context: Context, { member, items, input, size, badToken, show }: Listing<T>): object {
  const { MaxResults, NextToken } = input as { readonly MaxResults?: number; readonly NextToken?: string };
  const at = NextToken === undefined ? { position: 0, step: 0 } : read(member, NextToken);
  if (!at) throw badToken();
  const full = Math.min(MaxResults ?? size, size);
  const count = context.raggedPages && items.length > 0 ? ragged(member, at, full) : full;
  const end = Math.min(at.position + count, items.length);
  const shown = items.slice(at.position, end);
  const next = end < items.length ? write(member, { position: end, step: at.step + 1 }) : undefined;
  return { [member]: show ? shown.map(show) : shown, NextToken: next };
}

/** Where a page starts, and how many came before it. */
interface Place {
  readonly position: number;
  readonly step: number;
}

/** Never two empty pages in a row, so that every list ends. */
function ragged(member: string, { position, step }: Place, full: number): number {
  const roll = digest(`${member} ${position} ${step}`).readUInt32BE();
  if (step % 2 === 0 && roll % 3 === 0) return 0;
  return roll % 4 === 1 ? full : 1 + ((roll >>> 8) % full);
}

function write(member: string, place: Place): string {
  const text = `${place.position}.${place.step}`;
  return Buffer.concat([sealOf(member, text), Buffer.from(text)]).toString("base64url");
}

/** A token is good for the list that gave it out. */
function read(member: string, token: string): Place | undefined {
  const bytes = Buffer.from(token, "base64url");
  const text = bytes.subarray(12).toString();
  if (bytes.toString("base64url") !== token || !sealOf(member, text).equals(bytes.subarray(0, 12))) return undefined;
  const [position = 0, step = 0] = text.split(".").map(Number);
  return { position, step };
}

const sealOf = (member: string, text: string): Buffer => digest(`${member} token ${text}`).subarray(0, 12);

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
