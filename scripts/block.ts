/** A text with what lies between two marks replaced; `name` is the file, for whoever removed a mark. */
export function withBlock(name: string, text: string, [start, end]: readonly [string, string], content: string) {
  const at = text.indexOf(start);
  const to = text.indexOf(end, at);
  if (at === -1 || to === -1) throw new Error(`${name} has no block that starts with ${start.trim()}`);
  return text.slice(0, at + start.length) + content + text.slice(to);
}
