import { LevelFormat, type INumberingOptions, type IParagraphStyleOptions, type IStylesOptions } from 'docx';

/**
 * How an article looks in a word processor: plain, since it is there to be edited. Lengths are in twentieths of a
 * point, sizes of letters in half points.
 */

/** A list by its name, which no text can have in it: the library puts a number in its place wherever it stands. */
export const BULLET = '\uFFFE';

export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: BULLET,
      levels: Array.from({ length: 9 }, (_, level) => ({
        level,
        format: LevelFormat.BULLET,
        text: '•',
        style: { paragraph: { indent: { start: 284 * (level + 1), hanging: 284 } } },
      })),
    },
  ],
};

const SERIF = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman', eastAsia: 'SimSun' };
const SANS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' };
const SOFT = '5c5953';

const style = (
  id: string,
  rest: Omit<IParagraphStyleOptions, 'id' | 'name'> = {},
): IParagraphStyleOptions => ({
  id,
  name: id,
  basedOn: 'Normal',
  quickFormat: true,
  ...rest,
});

/** The styles, one for each kind of block; `language` is that of the article. */
export function stylesFor(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, language: { value: language } },
        paragraph: { spacing: { after: 160, line: 300 } },
      },
    },
    paragraphStyles: [
      style('text'),
      style('Item', { paragraph: { spacing: { after: 80 } } }),
      style('quote', { paragraph: { indent: { start: 400, end: 400 } } }),
      style('caption', { run: { size: 19, color: SOFT } }),
      style('note', { run: { size: 19 } }),
      style('boilerplate', { run: { size: 19, color: SOFT } }),
      style('CommentText', {
        run: { font: SANS, size: 20 },
        paragraph: { spacing: { after: 40, line: 240 } },
      }),
    ],
  };
}
