/** Why: SVG does not break lines; names of layers must stand inside their boxes in both languages. */
import { wideCount, widthOf } from '../../lib/width';
import type { Box } from './geometry';

/** Room of one Latin letter at 13 px, in the picture's units: wide enough for the bold fonts of the site. */
const LETTER = 7.6;
/** Where a Chinese name may break. */
const SOFT = '\u200b';

function partsOf(text: string): readonly string[] {
  if (text.includes(SOFT)) return text.split(SOFT);
  return wideCount(text) > 0 ? (text.match(/[\w+.-]+ ?|./gu) ?? []) : text.split(/(?<= )/);
}

/**
 * Breaks a name into lines that fit `width`: at its spaces; Chinese at its zero-width spaces, or anywhere if it has
 * none. What cannot be broken stays whole.
 * @param letter room of one Latin letter
 */
export function linesOf(text: string, width: number, letter = LETTER): readonly string[] {
  const lines: string[] = [];
  for (const part of partsOf(text)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf((last + part).trimEnd()) * letter <= width)
      lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trim());
}

/** Lines of a name are this far apart. */
export const LINE = 15;
/** Room that control needs beside a name. */
const SEAT = 34;

/** Room for a box's name, and its first baseline when it takes `lines` lines. */
export const labelRoom = ({ width, label }: Box): number => width - (label === 'top' ? 4 : SEAT);
export function baselineOf({ y, height, label }: Box, lines: number): number {
  switch (label) {
    case 'top':
      return y + 19;
    case 'middle':
      return y + height / 2 - ((lines - 1) * LINE) / 2 + 5;
    case 'bottom':
      return y + height - 18 - (lines - 1) * (LINE / 2);
  }
}
