/** What a stream's reader can see. */
export interface Looks {
  readonly colours: boolean;
  /** Whether written lines can be written over: a person's terminal that moves its cursor. */
  readonly movesCursor: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Decides once, for one stream. Colours: the last `--color` or `--no-color`, else NO_COLOR (https://no-color.org), else
 * FORCE_COLOR (https://force-color.org; 0 and false mean no), else whether it is a terminal that is not dumb.
 */
export function looksOf(isTTY: boolean, env: Env, argv: readonly string[]): Looks {
  const isCapable = isTTY && env["TERM"] !== "dumb";
  return {
    colours: flagIn(argv) ?? saidBy(env) ?? isCapable,
    movesCursor: isCapable && !isCi(env),
  };
}

/** Words after `--` are no flags. */
function flagIn(argv: readonly string[]): boolean | undefined {
  const end = argv.indexOf("--");
  const flags = (end < 0 ? argv : argv.slice(0, end)).filter(isColourFlag);
  return flags.length === 0 ? undefined : flags.at(-1) === "--color";
}

export const isColourFlag = (word: string | undefined): boolean => word === "--color" || word === "--no-color";

function saidBy({ NO_COLOR, FORCE_COLOR }: Env): boolean | undefined {
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  return FORCE_COLOR === undefined || FORCE_COLOR === "" ? undefined : !["0", "false"].includes(FORCE_COLOR);
}

/** Every CI service sets it; people who set it to false do not mean one. */
export const isCi = ({ CI }: Env): boolean => CI !== undefined && !["", "0", "false"].includes(CI);
