/** A place in plain data where a text stands: a value, or the key of a map whose keys people choose. */
export interface Slot {
  /** `changes.0.after.tags{}`. */
  readonly name: string;
  /** The data with this text there instead. */
  filled<T>(data: T, text: string): T;
}

/** Marks a map whose keys are slots too: its name ends with it. */
const KEYS = /^(?:tags|names|files|Condition)$/;

/**
 * Every place of a text in the data, but those that `fixed` says orgsync chooses itself. A filled place may stand beside
 * another of the same text: each is filled alone, so that none hides behind another.
 */
export function slotsOf(data: unknown, fixed: (path: readonly string[]) => boolean): Slot[] {
  const slots: Slot[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value === "string") {
      if (!fixed(path)) slots.push({ name: path.join("."), filled: (whole, text) => put(whole, path, () => text) });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        visit(member, [...path, key]);
        if (!KEYS.test(path.at(-1) ?? "")) continue;
        const rename = (map: unknown, text: string) =>
          Object.fromEntries(Object.entries(map as object).map(([one, kept]) => [one === key ? text : one, kept]));
        slots.push({
          name: `${path.join(".")}{${key}}`,
          filled: (whole, text) => put(whole, path, (map) => rename(map, text)),
        });
      }
    }
  };
  visit(data, []);
  return slots;
}

function put<T>(whole: T, path: readonly string[], change: (value: unknown) => unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return change(whole) as T;
  if (Array.isArray(whole)) return whole.map((item, at) => (String(at) === step ? put(item, rest, change) : item)) as T;
  return Object.fromEntries(
    Object.entries(whole as object).map(([key, member]) => [key, key === step ? put(member, rest, change) : member]),
  ) as T;
}
