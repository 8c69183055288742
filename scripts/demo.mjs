/** The commands that `npm start` shows, in their order; `SANDBOX` stands for the throw-away sandbox. */
export const SANDBOX = "--sandbox";
const file = ["-f", "examples/guide/org.yaml"];

export const DEMO = [
  ["validate", ...file],
  ["plan", ...file, SANDBOX],
  ["apply", ...file, SANDBOX, "--yes"],
  ["plan", ...file, SANDBOX],
];

/** A command as a person would type it. */
export const typed = (words) => `$ npx orgsync ${words.join(" ")}`;
