const LONGEST = 80;
/** Names that Windows keeps for its devices, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * Names files `folder/name.json` so that every file system takes them and none means two of them: letters, digits and
 * `_ . -` only, no two that differ only in letter case, and none of `taken`.
 */
export function fileNames(taken: Iterable<string>): (folder: string, name: string) => string {
  const used = new Set([...taken].map((path) => path.toLowerCase()));
  return (folder, name) => {
    const safe = name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z0-9_.-]+/g, "-")
      .slice(0, LONGEST)
      .replace(/^[-.]+|[-.]+$/g, "");
    const stem = safe === "" || DEVICES.test(safe.toLowerCase()) ? `policy-${safe}`.replace(/-$/, "") : safe;
    for (let count = 1; ; count++) {
      const path = `${folder}/${stem}${count === 1 ? "" : `-${count}`}.json`;
      if (used.has(path.toLowerCase())) continue;
      used.add(path.toLowerCase());
      return path;
    }
  };
}
