/** What an sst.config.ts says of AWS profiles. */
export interface SstConfig {
  /** Names that stand where a profile is named. */
  readonly profiles: readonly string[];
  /** Whether a profile comes from somewhere that only running it would tell. */
  readonly computed: boolean;
  /** The line of `provider: {`, where SST reads `providers` only; counted from 1. */
  readonly misspelled: number | undefined;
}

/** A string, or a remark; a string may have in it what looks like the other. */
const STRING_OR_REMARK = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/[^\n]*|\/\*[^]*?\*\//g;

/**
 * Looks for profiles without running anything: the texts that stand behind `profile:`, but for those that something is
 * compared with.
 */
export function readSst(text: string): SstConfig {
  const blank = (part: string): string => part.replace(/[^\n]/g, " ");
  const code = text.replace(STRING_OR_REMARK, (part) => (part.startsWith("/") ? blank(part) : part));
  // Words in strings are no code; what is found here stands at the same place there.
  const bare = appIn(code.replace(STRING_OR_REMARK, blank));
  const wrong = /\bproviders\s*:/.test(bare) ? null : /\bprovider\s*:\s*\{/.exec(bare);
  const named = [...bare.matchAll(/\bprofile\s*:/g)].map(({ index, 0: key }) => {
    const rest = expressionAt(code, index + key.length).replace(COMPARED, " ");
    const strings = [...rest.matchAll(STRING)].map(([, quoted = ""]) => quoted);
    const computed = /\$\{/.test(rest) || (strings.length === 0 && !/^\s*(?:undefined|$)/.test(rest));
    return { strings: strings.filter((one) => one !== "" && !one.includes("${")), computed };
  });
  return {
    profiles: [...new Set(named.flatMap(({ strings }) => strings))],
    computed: named.some(({ computed }) => computed),
    misspelled: wrong === null ? undefined : bare.slice(0, wrong.index).split("\n").length,
  };
}

/**
 * What is said of the application; what comes after it is of its resources, some of which have profiles and providers of
 * their own. As long as before, so that lines count the same.
 */
function appIn(code: string): string {
  const start = /\b(?:app|config)\s*[(:]/.exec(code)?.index ?? 0;
  const length = /\b(?:run|stacks)\s*[(:]/.exec(code.slice(start))?.index ?? code.length;
  return code.slice(0, start).replace(/[^\n]/g, " ") + code.slice(start, start + length);
}

const STRING = /["'`]((?:[^"'`\\]|\\.)*)["'`]/g;
/** `=== "production"`, `"production" ===`, `["staging", "production"].includes(...)`, `.startsWith("pr-")`, `stages["a"]`. */
const COMPARED =
  /[!=]==?\s*["'`][^"'`]*["'`]|["'`][^"'`]*["'`]\s*[!=]==?|\[[^\]]*\]\s*\.\s*includes\([^)]*\)|\.\s*\w+\([^)]*\)|\[\s*["'`][^"'`]*["'`]\s*\]|env\s*\[[^\]]*\]/g;

/** To the comma or bracket that ends it. */
function expressionAt(code: string, start: number): string {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const character = code[at] ?? "";
    if (/["'`]/.test(character)) {
      const end = code.indexOf(character, at + 1);
      if (end === -1) return code.slice(start);
      at = end;
    } else if (/[([{]/.test(character)) depth++;
    else if (/[)\]}]/.test(character) && depth-- === 0) return code.slice(start, at);
    else if (depth === 0 && /[,;]/.test(character)) return code.slice(start, at);
  }
  return code.slice(start);
}
