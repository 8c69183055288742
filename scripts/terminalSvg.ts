import stringWidth from "string-width";

/** In pixels. */
const [CELL, LINE, MARGIN] = [8.4, 19, 16];

const COLOURS: Readonly<Record<number, string>> = { 31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 36: "#79c0ff" };

interface Look {
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underline: boolean;
  readonly colour: string | undefined;
}

const PLAIN: Look = { bold: false, dim: false, underline: false, colour: undefined };

/**
 * Terminal output, with the escapes of colours, as a picture of a terminal. Each run of words has its own place and length
 * on the grid: browsers differ in what they make of blanks, and in the width of their monospaced font.
 */
export function terminalSvg(output: string, columns: number, title: string): string {
  const lines = output.trimEnd().split("\n");
  const [width, height] = [Math.ceil(columns * CELL + 2 * MARGIN), lines.length * LINE + 2 * MARGIN];
  let look = PLAIN;
  const runs = lines.flatMap((line, index) => {
    const y = (MARGIN + (index + 0.75) * LINE).toFixed(1);
    let column = 0;
    // oxlint-disable-next-line no-control-regex -- the escapes are what is looked for
    return line.split(/(\u001b\[\d+m)/).flatMap((part) => {
      const code = part.startsWith("\u001b[") ? Number(part.slice(2, -1)) : undefined;
      if (code !== undefined) {
        look = after(look, code);
        return [];
      }
      return part.split(/( {2,}|^ | $)/).flatMap((run) => {
        const [x, length] = [MARGIN + column * CELL, stringWidth(run) * CELL];
        column += stringWidth(run);
        if (run.trim() === "") return [];
        return [
          `<text x="${x.toFixed(1)}" y="${y}" textLength="${length.toFixed(1)}"${attributes(look)}>${escaped(run)}</text>`,
        ];
      });
    });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3">
${runs.join("\n")}
</g>
</svg>
`;
}

function after(look: Look, code: number): Look {
  switch (code) {
    case 0:
      return PLAIN;
    case 1:
      return { ...look, bold: true };
    case 2:
      return { ...look, dim: true };
    case 4:
      return { ...look, underline: true };
    case 22:
      return { ...look, bold: false, dim: false };
    case 24:
      return { ...look, underline: false };
    case 39:
      return { ...look, colour: undefined };
    default:
      return { ...look, colour: COLOURS[code] };
  }
}

function attributes({ bold, dim, underline, colour }: Look): string {
  return [
    bold ? ' font-weight="bold"' : "",
    dim ? ' fill-opacity="0.6"' : "",
    underline ? ' text-decoration="underline"' : "",
    colour === undefined ? "" : ` fill="${colour}"`,
  ].join("");
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
