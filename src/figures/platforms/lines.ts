/** Why: SVG does not break lines; names of layers must stand inside their boxes in both languages. */
import { wideCount, widthOf } from '../../lib/width';

/** Room of one Latin letter at 13 px, in the picture's units: wide enough for the fonts of the site. */
const LETTER = 7;

/** Breaks a name at its spaces, and Chinese anywhere, into lines that fit `width`; what cannot be broken stays whole. */
export function linesOf(text: string, width: number): readonly string[] {
  const parts = wideCount(text) > 0 ? (text.match(/[\w+.-]+ ?|./gu) ?? []) : text.split(/(?<= )/);
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf((last + part).trimEnd()) * LETTER <= width)
      lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trim());
}
