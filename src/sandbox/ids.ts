import { createHash } from "node:crypto";

/** Text of `length` characters from `alphabet`, always the same for one source. */
export function textFrom(source: string, alphabet: string, length: number): string {
  let text = "";
  for (let block = 0; text.length < length; block += 1) {
    const bytes = createHash("sha512").update(`${source} ${block}`).digest();
    for (let at = 0; at < bytes.length && text.length < length; at += 4) {
      text += alphabet[bytes.readUInt32BE(at) % alphabet.length]!;
    }
  }
  return text;
}

/** A version 4 UUID, always the same for one source. */
export function uuidFrom(source: string): string {
  const bytes = createHash("sha256").update(source).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Who hands out the identifiers of a world, in order. */
export function identifiers(world: { readonly seed: number; issued: number }) {
  const source = (): string => `${world.seed} ${(world.issued += 1)}`;
  return {
    newId: (alphabet: string, length: number): string => textFrom(source(), alphabet, length),
    newUuid: (): string => uuidFrom(source()),
  };
}
