import type { TextItem, TextStyle } from 'pdfjs-dist/types/src/display/api';

/**
 * A line of a page as PDF.js gives it. Lengths are in points of the page (1/72 inch); `start` and `end` go the way the
 * line is read, so that they grow from right to left in Arabic; `across` falls from line to line down the page.
 */
export interface Line {
  text: string;
  start: number;
  end: number;
  across: number;
  /** Of the type, from one baseline to the next if it were set solid. */
  size: number;
  /** Names of the fonts, where all of the line is in one; else null. */
  font: string | null;
  /** Which way it lies on the page and is read: lines of different ways do not go on from each other. */
  way: string;
}

interface Place {
  start: number;
  end: number;
  across: number;
  size: number;
  way: string;
}

/** A line that stands off its own baseline by less than this share of its type is a superscript or subscript in it. */
const OFF_BASELINE = 0.7;

/** The lines of a page's text, in the order of its content; not a sign but white space is lost. */
export function linesOf(items: readonly TextItem[], styles: Readonly<Record<string, TextStyle>>): Line[] {
  const lines: Line[] = [];
  let run: TextItem[] = [];
  const end = (): void => {
    const line = lineOf(run, styles);
    run = [];
    if (!line) return;
    const last = lines.at(-1);
    if (last && goesOnFrom(last, line)) lines[lines.length - 1] = joined(last, line);
    else lines.push(line);
  };
  for (const item of items) {
    run.push(item);
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

function lineOf(items: readonly TextItem[], styles: Readonly<Record<string, TextStyle>>): Line | null {
  const seen = items.filter(({ str }) => str.trim() !== '');
  const [first] = seen;
  if (!first) return null;
  const right = seen.filter(({ dir }) => dir === 'rtl').length * 2 > seen.length;
  const places = seen.map((item) => placeOf(item, right, styles[item.fontName]?.vertical === true));
  const size = Math.max(...places.map((place) => place.size));
  return {
    text: items
      .map(({ str }) => str)
      .join('')
      .trim(),
    start: Math.min(...places.map((place) => place.start)),
    end: Math.max(...places.map((place) => place.end)),
    across: places.find((place) => place.size === size)?.across ?? 0,
    size,
    font: seen.every(({ fontName }) => fontName === first.fontName) ? first.fontName : null,
    way: places[0]?.way ?? '',
  };
}

function placeOf({ transform, width, height }: TextItem, right: boolean, vertical: boolean): Place {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform as number[];
  // Vertical type is read down the page, and its lines go to the left.
  if (vertical)
    return { start: -y, end: -y + height, across: x, size: width || Math.hypot(a, b), way: 'vertical' };
  const size = Math.hypot(c, d) || height;
  const scale = Math.hypot(a, b) || 1;
  const [ux, uy] = [a / scale, b / scale];
  const along = x * ux + y * uy;
  const across = y * ux - x * uy;
  const degrees = Math.round((Math.atan2(uy, ux) * 180) / Math.PI);
  const way = `${degrees} ${right ? 'rtl' : 'ltr'}`;
  return right
    ? { start: -along - width, end: -along, across, size, way }
    : { start: along, end: along + width, across, size, way };
}

/** Whether a line is the rest of another, which PDF.js parts at raised and lowered signs. */
function goesOnFrom(last: Line, line: Line): boolean {
  const size = Math.max(last.size, line.size);
  return (
    last.way === line.way &&
    Math.abs(last.across - line.across) < OFF_BASELINE * size &&
    line.start > last.end - size / 4 &&
    line.start < last.end + 2 * size
  );
}

function joined(last: Line, line: Line): Line {
  const larger = line.size > last.size ? line : last;
  const apart = line.start - last.end > larger.size / 8 ? ' ' : '';
  return {
    ...last,
    text: last.text + apart + line.text,
    end: Math.max(last.end, line.end),
    across: larger.across,
    size: larger.size,
    font: last.font === line.font ? last.font : null,
  };
}
