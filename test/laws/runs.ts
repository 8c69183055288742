import { sizeOf } from "../deep/sizes.ts";

/** Random cases for each law; some take a part of them. fast-check prints how to replay one. */
export const RUNS = { numRuns: sizeOf("laws") };
