import { type OrgDraft, printDocument, printDraft } from "../../src/api/import.ts";

/** All that an import writes, by path. */
export function filesFrom(draft: OrgDraft): Record<string, string> {
  const beside = [...draft.files].map(([path, document]) => [path, printDocument(document)] as const);
  return { "org.yaml": printDraft(draft), ...Object.fromEntries(beside) };
}
