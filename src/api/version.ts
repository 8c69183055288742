import manifest from "../../package.json" with { type: "json" };

/** Put in by the build, from a repository whose commit is known. */
declare const ORGSYNC_COMMIT: string | undefined;

export const VERSION: string = manifest.version;

/** What workflows are pinned to: the commit that this was built from, else the version's tag. */
export const REF: string = typeof ORGSYNC_COMMIT === "string" ? ORGSYNC_COMMIT : `v${VERSION}`;
