import { unzipSync } from "fflate";

/** The text of one file in a zip archive; undefined when it is not there, is no text, or has more than `most` bytes. */
export function textInZip(zip: Uint8Array, name: string, most: number): string | undefined {
  try {
    // What an archive says about a file's size is all the room that the file gets.
    const files = unzipSync(zip, { filter: (file) => file.name === name && file.originalSize <= most });
    const bytes = files[name];
    return bytes === undefined ? undefined : new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
