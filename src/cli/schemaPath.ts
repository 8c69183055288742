import { dirname, relative, resolve } from "node:path";
import { SCHEMA } from "../draft/print.ts";
import type { Io } from "./io.ts";

/** Where the schema is, as seen from org.yaml. A path with anything odd in it would end the comment that it stands in. */
export function schemaFrom({ cwd }: Io, file: string): string {
  const path = relative(dirname(resolve(cwd, file)), resolve(cwd, SCHEMA)).replaceAll("\\", "/");
  return encodeURI(path.startsWith("../") ? path : `./${path}`);
}
