import type { Address } from "../model/address.ts";
import type { AnyKind, BlockedContext } from "../model/kind.ts";
import type { Change } from "../model/plan.ts";

/**
 * Changes in an order in which every intermediate state is safe, with what each one waits for.
 *
 * Nodes are changes (by their index in `changes`) and, after them, gates: a gate stands between many grants and many
 * revokes, so that the edges between them stay few. A gate takes no time and succeeds when all that it waits for has.
 */
export interface Ordered {
  readonly changes: readonly Change[];
  /** For each node, the nodes that must have succeeded first. */
  readonly waitsFor: readonly (readonly number[])[];
  /**
   * The gate before what AWS offers no way back from: it waits for every other change, but for none that a person must
   * clear the way for first. Undefined where nothing goes for good.
   */
  readonly finale?: number;
}

/**
 * Orders by these rules:
 * 1. a create or update comes after the changes that make what it refers to;
 * 2. a delete comes after every change that stops something from referring to it, and after what takes its place;
 * 3. a delete that revokes comes after all creates and updates that grant the same (grant before revoke);
 * 4. a create or update comes after all that grants what it awaits;
 * 5. a kind may put changes of its own in a sequence;
 * 6. otherwise creates and updates in the order of the kinds, then deletes in the opposite order;
 * 7. a delete that cannot be undone comes after everything else (through the gate `finale`): whatever fails before
 *    it keeps it from being made.
 */
export function order<Aws>(
  kinds: readonly AnyKind<Aws>[],
  unordered: readonly Change[],
  snapshots: BlockedContext,
): Ordered {
  const rank = new Map(kinds.map((kind, index) => [kind.name, index]));
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const kindOf = (change: Change): AnyKind<Aws> => {
    const kind = byName.get(change.kind);
    if (kind === undefined) throw new Error(`no kind ${change.kind}`);
    return kind;
  };
  const priority = (change: Change): number =>
    change.action === "delete" ? 2 * kinds.length - (rank.get(change.kind) ?? 0) : (rank.get(change.kind) ?? 0);
  const changes = unordered.toSorted((left, right) => priority(left) - priority(right));

  const refs = changes.map((change) => ({
    before: change.before === null ? [] : kindOf(change).refs(change.before, change.key),
    after: change.after === null ? [] : kindOf(change).refs(change.after, change.key),
  }));
  const made = new Map<Address, number>();
  const released = new Map<Address, number[]>();
  changes.forEach((change, index) => {
    if (change.action !== "delete") made.set(change.address, index);
    for (const ref of refs[index]?.before ?? []) {
      if (refs[index]?.after.includes(ref)) continue;
      const list = released.get(ref);
      if (list === undefined) released.set(ref, [index]);
      else list.push(index);
    }
  });

  const waitsFor: number[][] = changes.map(() => []);
  const gates = new Map<string, number>();
  changes.forEach((change, index) => {
    const kind = kindOf(change);
    if (change.action === "delete") {
      const successor = change.replacedBy === undefined ? undefined : made.get(change.replacedBy);
      waitsFor[index]?.push(...(released.get(change.address) ?? []), ...(successor === undefined ? [] : [successor]));
      return;
    }
    for (const ref of refs[index]?.after ?? []) {
      const maker = made.get(ref);
      if (maker === undefined || maker === index) continue;
      const { action } = changes[maker] as Change;
      if (action === "create" || kindOf(changes[maker] as Change).standsWhileUpdated === undefined)
        waitsFor[index]?.push(maker);
    }
    for (const name of change.after === null ? [] : (kind.grants?.(change.after, change.key) ?? [])) {
      let gate = gates.get(name);
      if (gate === undefined) {
        gate = waitsFor.push([]) - 1;
        gates.set(name, gate);
      }
      waitsFor[gate]?.push(index);
    }
  });
  const deleted = new Set(changes.filter(({ action }) => action === "delete").map(({ address }) => address));
  changes.forEach((change, index) => {
    if (change.action !== "delete" || change.before === null) return;
    for (const name of kindOf(change).revokes?.(change.before, (address) => deleted.has(address)) ?? []) {
      const gate = gates.get(name);
      if (gate !== undefined) waitsFor[index]?.push(gate);
    }
  });
  changes.forEach((change, index) => {
    if (change.after === null) return;
    const kind = kindOf(change);
    const own = kind.grants?.(change.after, change.key) ?? [];
    for (const name of kind.awaits?.(change.after, change.before ?? undefined) ?? []) {
      const gate = gates.get(name);
      if (gate !== undefined && !own.includes(name)) waitsFor[index]?.push(gate);
    }
  });
  const position = new Map(changes.map(({ address }, index) => [address, index]));
  for (const kind of kinds) {
    const own = kind.sequence === undefined ? [] : changes.filter((change) => change.kind === kind.name);
    for (const [first, then] of own.length === 0 ? [] : (kind.sequence?.(own, snapshots) ?? [])) {
      const [earlier, later] = [position.get(first), position.get(then)];
      if (earlier === undefined || later === undefined) throw new Error(`no change of ${first} or of ${then}`);
      waitsFor[later]?.push(earlier);
    }
  }
  const isFinal = ({ action, reversible }: Change): boolean => action === "delete" && !reversible;
  if (!changes.some(isFinal)) return sorted(changes, waitsFor);
  const finale = waitsFor.push(changes.flatMap((change, index) => (isFinal(change) ? [] : [index]))) - 1;
  changes.forEach((change, index) => {
    if (isFinal(change)) waitsFor[index]?.push(finale);
  });
  return { ...sorted(changes, waitsFor), finale };
}

/** Depth first along `waitsFor`, so that the priority order is kept wherever the edges allow it. */
function sorted(changes: readonly Change[], waitsFor: readonly (readonly number[])[]): Ordered {
  /** Where a visited change stands in the sequence; gates are visited, but stand nowhere. */
  const position = new Map<number, number>();
  const path: number[] = [];
  const sequence: number[] = [];
  const name = (node: number): string => changes[node]?.address ?? "a gate";
  const visit = (node: number): void => {
    if (position.has(node)) return;
    if (path.includes(node)) {
      throw new Error(
        `changes wait for each other: ${[...path.slice(path.indexOf(node)), node].map(name).join(" -> ")}`,
      );
    }
    path.push(node);
    for (const earlier of waitsFor[node] ?? []) visit(earlier);
    path.pop();
    position.set(node, node < changes.length ? sequence.push(node) - 1 : node);
  };
  changes.forEach((_, index) => visit(index));
  const renumber = (node: number): number => position.get(node) ?? node;
  const gates = waitsFor.slice(changes.length);
  return {
    changes: sequence.map((node) => changes[node] as Change),
    waitsFor: [...sequence.map((node) => waitsFor[node] ?? []), ...gates].map((earlier) => [
      ...new Set(earlier.map(renumber)),
    ]),
  };
}
