/** What an expression of a workflow can come to. */
export type Value = string | number | boolean | null | undefined | { readonly [name: string]: unknown };

/** What an expression can name, and the functions that ask how things went. */
export interface Scope {
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly status: { readonly failed: boolean; readonly cancelled: boolean };
}

const TOKEN = /\s*(?:('(?:[^']|'')*')|(\d+(?:\.\d+)?)|([A-Za-z_][\w-]*(?:\.[\w-]+)*)|(==|!=|&&|\|\||[!()]))/y;

/**
 * The part of GitHub's expression language that orgsync's workflows use: literals, contexts, comparisons, `&&`, `||`,
 * `!` and the status functions. What is not known throws, so that no condition is taken for something that it is not.
 */
export function evaluate(expression: string, scope: Scope): Value {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const text = expression.trim();
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`cannot read ${text.slice(at)} in ${text}`);
    tokens.push(match[0].trim());
  }
  let next = 0;
  const take = (token: string): boolean => tokens[next] === token && (next += 1) > 0;

  function or(): Value {
    let left = and();
    while (take("||")) {
      const right = and();
      left = truth(left) ? left : right;
    }
    return left;
  }
  function and(): Value {
    let left = comparison();
    while (take("&&")) {
      const right = comparison();
      left = truth(left) ? right : left;
    }
    return left;
  }
  function comparison(): Value {
    const left = unary();
    if (take("==")) return same(left, unary());
    if (take("!=")) return !same(left, unary());
    return left;
  }
  function unary(): Value {
    if (take("!")) return !truth(unary());
    if (take("(")) {
      const value = or();
      if (!take(")")) throw new Error(`no ) in ${text}`);
      return value;
    }
    const token = tokens[next] ?? "";
    next += 1;
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (/^\d/.test(token)) return Number(token);
    if (take("(")) {
      if (!take(")")) throw new Error(`${token} takes nothing in ${text}`);
      return status(token, scope);
    }
    return lookUp(token, scope);
  }

  const value = or();
  if (next !== tokens.length) throw new Error(`cannot read ${text} to its end`);
  return value;
}

function status(name: string, { status: { failed, cancelled } }: Scope): boolean {
  const values: Record<string, boolean> = { always: true, success: !failed && !cancelled, failure: failed, cancelled };
  const value = values[name];
  if (value === undefined) throw new Error(`unknown function ${name}`);
  return value;
}

function lookUp(path: string, { contexts }: Scope): Value {
  const [first = "", ...rest] = path.split(".");
  if (path === "true" || path === "false") return path === "true";
  if (!Object.hasOwn(contexts, first)) throw new Error(`unknown context ${first}`);
  let value: unknown = contexts[first];
  for (const name of rest)
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return value as Value;
}

const truth = (value: Value): boolean => Boolean(value);

/** Texts without their case; what is of two kinds, as numbers. */
function same(left: Value, right: Value): boolean {
  if (typeof left === "string" && typeof right === "string") return left.toLowerCase() === right.toLowerCase();
  if (typeof left === typeof right && left !== null && right !== null) return left === right;
  return numberOf(left) === numberOf(right);
}

const numberOf = (value: Value): number => (value === null || value === undefined ? 0 : Number(value));

/** A text with its expressions in place. */
export function interpolate(text: string, scope: Scope): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_all, expression: string) => textOf(evaluate(expression, scope)));
}

const textOf = (value: Value): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? "Object" : String(value);

/** A condition holds only while nothing has failed, unless it asks about that itself. */
export function holds(condition: string | undefined, scope: Scope): boolean {
  const expression = (condition ?? "success()").replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1");
  const asks = /\b(?:always|success|failure|cancelled)\(\)/.test(expression);
  return truth(evaluate(asks ? expression : `success() && (${expression})`, scope));
}
