/** Random cases for each law: at least 1,000; `npm run test:deep` asks for more. fast-check prints how to replay one. */
export const RUNS = { numRuns: Number(process.env["ORGSYNC_RUNS"] ?? 1_000) };
