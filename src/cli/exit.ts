/** What the process ends with; `orgsync --help` lists them, and scripts rely on them. */
export const EXIT = {
  ok: 0,
  failed: 1,
  changes: 2,
  invalid: 3,
  refused: 4,
  stale: 5,
  partly: 6,
  usage: 64,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
