import type { Translate } from '../../messages/translate.ts';
import {
  isNothing,
  paragraph,
  toldParagraph,
  type Part,
  type WordBlock,
  type WordParagraph,
} from './word.ts';
import type { WordSection } from './word-parts.ts';

/** Tables of a report for a word processor, and what stands in their cells. */

export type Cell = readonly (WordParagraph | null)[];

/** A line of a cell; nothing when it says nothing. */
export function line(content: Part): WordParagraph | null {
  return isNothing(content) ? null : paragraph('Cell', content);
}

/** What stands below something, smaller; nothing when it says nothing. */
export function small(content: Part): WordParagraph | null {
  return isNothing(content) ? null : paragraph('CellSmall', content);
}

/** Text people wrote, in a cell. */
export function block(text: string): WordParagraph | null {
  return text.trim() === '' ? null : toldParagraph('CellTold', text);
}

/** What somebody said, word for word, in a cell. */
export function said(text: string): WordParagraph | null {
  return text.trim() === '' ? null : toldParagraph('CellSaid', text);
}

/** What there is to say of a value in a smaller line; nothing when it is not known. */
export function smallOf<V>(value: V | null, tell: (value: V) => Part): WordParagraph | null {
  return value === null ? null : small(tell(value));
}

/** A table below its caption; the messages of `report.ID` are its heads. */
export function table(
  { id, caption, columns }: { id: string; caption: Part; columns: Readonly<Record<string, number>> },
  rows: readonly (readonly Cell[])[],
  t: Translate,
): WordBlock[] {
  return [
    paragraph('Caption', caption),
    {
      kind: 'table',
      widths: Object.values(columns),
      heads: Object.keys(columns).map((column) => paragraph('CellHead', t(`report.${id}.${column}`))),
      rows: rows.map((cells) =>
        cells.map((cell) => {
          const known = cell.filter((each) => each !== null);
          // A cell of a file must have a paragraph.
          return known.length === 0 ? [paragraph('Cell', null)] : known;
        }),
      ),
    },
  ];
}

/** The title of a section of `report.ID`. */
export function sectionOf(id: string, t: Translate, blocks: Iterable<WordBlock>): WordSection {
  return { id, title: t(`report.${id}.title`), blocks };
}

/** A section that is a table, or the sentence that there is nothing to tell. */
export function tableSection(
  id: string,
  columns: Readonly<Record<string, number>>,
  rows: readonly (readonly Cell[])[],
  t: Translate,
): WordSection {
  return sectionOf(
    id,
    t,
    rows.length === 0
      ? [paragraph('Body', t(`report.${id}.none`))]
      : table({ id, caption: t(`report.${id}.caption`), columns }, rows, t),
  );
}
