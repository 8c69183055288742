import type { Aws } from "../aws/clients.ts";
import { makeDraft } from "../draft/make.ts";
import { printDocument, printSections } from "../draft/print.ts";
import { entriesToAdopt } from "../engine/adopt.ts";
import { keeper } from "../engine/keep.ts";
import { kindsFor, readLive } from "../engine/live.ts";
import { KINDS } from "../kinds/index.ts";
import type { Config } from "../model/config.ts";
import type { Drift } from "../model/drift.ts";
import type { Connection } from "./connect.ts";
import { type CompareOptions, planOf } from "./plan.ts";

/**
 * Compares as `compare` does, without asking the rails, and says how org.yaml would be what AWS is. What there is to
 * adopt is read once more, with all that org.yaml can say of it. Throws as `compare` does.
 */
export async function drift(config: Config, connection: Connection, options: CompareOptions): Promise<Drift> {
  const began = connection.clock.now();
  const read = { aws: connection as Aws, config };
  const onRead = (kind: { readonly title: string }, count: number): void => options.onRead?.(kind.title, count);
  const live = await readLive({ ...read, kinds: KINDS, onRead });
  const { plan } = await planOf(config, connection, live, began, { ...options, asksRails: false });
  const entries = entriesToAdopt(plan.changes, live.snapshot, KINDS);
  const remove = plan.changes
    .filter(
      ({ kind, action }) => action === "create" && KINDS.some(({ name, ownsSection }) => name === kind && ownsSection),
    )
    .map(({ address, label, source }) => ({ address, label, ...(source === undefined ? {} : { source }) }));
  if (entries.sections.size === 0)
    return { formatVersion: 1, document: "drift", plan, adopt: { yaml: "", files: {}, remove } };
  const { kinds, sections } = kindsFor(KINDS, config, entries.sections);
  const whole = await readLive({ ...read, kinds, whole: true });
  const { draft: found } = makeDraft({
    kinds,
    config: entries.without(config),
    live: whole.snapshot,
    sections,
    isMissing: entries.has,
    ownerOf: keeper(kinds, config, whole.snapshot).ownerOf,
  });
  const files = Object.fromEntries([...found.files].map(([path, document]) => [path, printDocument(document)]));
  return { formatVersion: 1, document: "drift", plan, adopt: { yaml: printSections(found), files, remove } };
}
