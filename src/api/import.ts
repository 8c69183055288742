import type { Aws } from "../aws/clients.ts";
import { type Drafted, makeDraft } from "../draft/make.ts";
import { keeper } from "../engine/keep.ts";
import { kindsFor, readLive } from "../engine/live.ts";
import { KINDS } from "../kinds/index.ts";
import { organizationOf } from "../kinds/organization.ts";
import { type Config, nothingIn } from "../model/config.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { Plan } from "../model/plan.ts";
import type { Connection } from "./connect.ts";
import { type CompareOptions, planOf } from "./plan.ts";

export type { OrgDraft } from "../draft/document.ts";
export type { Drafted } from "../draft/make.ts";
export { printDraft, printDocument } from "../draft/print.ts";
export { splice } from "../draft/splice.ts";

/** What org.yaml would say of what AWS has. */
export interface DraftOptions extends CompareOptions {
  /** The keys of the sections that are wanted; all when left out. What they need comes with them. */
  readonly sections?: readonly string[] | undefined;
}

/**
 * Reads AWS and says in the words of org.yaml what is in it; with a file, only what the file does not list. `before` is
 * the plan of that file. Throws as `compare` does.
 */
export async function draft(
  config: Config | undefined,
  connection: Connection,
  options: DraftOptions,
): Promise<Drafted & { readonly before: Plan | undefined }> {
  const { clock } = connection;
  const began = clock.now();
  const file = config ?? nothingIn("org.yaml");
  const wanted = new Set(options.sections ?? KINDS.map(({ section }) => section.key));
  const { kinds, sections } = kindsFor(KINDS, file, wanted);
  const live = await readLive({
    kinds,
    aws: connection as Aws,
    config: file,
    whole: true,
    onRead: (kind, count) => options.onRead?.(kind.title, count),
  });
  if (organizationOf(live.snapshot) === undefined) {
    throw new OrgsyncError("ORG0603", "there is nothing to import: the caller's account is in no organization", {
      hint: "use the credentials of the organization's management account",
    });
  }
  const before = config === undefined ? undefined : await planOf(config, connection, live, began, options);
  const listed = new Set(
    kinds.filter(({ section }) => file.sections[section.key] !== undefined).map(({ name }) => name),
  );
  const missing = new Set([
    ...(before?.plan.changes ?? []).filter(({ reason }) => reason === "not-in-file").map(({ address }) => address),
    ...(before?.plan.notManaged ?? []).map(({ address }) => address),
  ]);
  const drafted = makeDraft({
    kinds,
    config: file,
    live: live.snapshot,
    sections,
    isMissing: ({ kind, address }) => !listed.has(kind) || missing.has(address),
    ownerOf: keeper(kinds, file, live.snapshot).ownerOf,
  });
  return { ...drafted, before: before?.plan };
}
