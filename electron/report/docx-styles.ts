import {
  BorderStyle,
  LevelFormat,
  ShadingType,
  TabStopType,
  type ICharacterStyleOptions,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IRunOptions,
  type IStylesOptions,
} from 'docx';
import { REPORT_COLOURS as colours } from '../../shared/report/report-style.ts';
import type { Look, ParagraphStyle } from '../../shared/report/docx/word.ts';

/**
 * How the report looks in a word processor: the tokens of report-style.ts in the styles of Word, so that an editor who
 * wants it otherwise changes a style and not every paragraph. Lengths are in twentieths of a point, sizes of letters in
 * half points.
 */

/** A4 with the margins of the printed report; what is left is the line. */
export const PAGE = { width: 11_906, height: 16_838, side: 1_020, above: 1_020, below: 1_134 } as const;
export const LINE = PAGE.width - 2 * PAGE.side;

/** Fonts that Word has, or LibreOffice one of the same widths for; each for Latin, Arabic or Hebrew, and Chinese. */
const SANS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' };
const SERIF = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman', eastAsia: 'SimSun' };
const MONO = { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New', eastAsia: 'SimSun' };

/** A list by its name, which no text can have in it: the library puts a number in its place wherever it stands. */
const LIST = '\uFFFE';

export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: LIST,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 284, hanging: 284 } } },
        },
      ],
    },
  ],
};

const hex = (colour: string): string => colour.slice(1);
const shading = (colour: string) => ({ type: ShadingType.CLEAR, color: 'auto', fill: hex(colour) });
const rule = (colour: string, size: number, space = 0) => ({
  style: BorderStyle.SINGLE,
  color: hex(colour),
  size,
  space,
});

/** The borders of tables: lines between the rows and nothing else. */
export const TABLE_RULE = rule(colours.line, 4);
export const HEAD_RULE = rule(colours.ink, 8);
export const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

const soft = { color: hex(colours.soft) } satisfies IRunOptions;
/** A name, and what is known under it in a column of its own. */
// `left` is where a line begins, in Word also from right to left; `start` is not read by every program.
const FACT = {
  indent: { left: 2_600, hanging: 2_600 },
  tabStops: [{ type: TabStopType.LEFT, position: 2_600 }],
};

type Style = Omit<IParagraphStyleOptions, 'id' | 'name' | 'basedOn'>;
type OwnStyle = Exclude<ParagraphStyle, 'Title' | 'Heading1' | 'Heading2' | 'Heading3' | 'FootnoteText'>;

const PARAGRAPHS: Record<OwnStyle, Style> = {
  Body: { paragraph: { spacing: { after: 120 } } },
  Kicker: {
    run: { ...soft, allCaps: true, characterSpacing: 16, size: 18 },
    paragraph: { spacing: { after: 40 }, keepNext: true },
  },
  Contents: { paragraph: { spacing: { after: 20 } } },
  Marks: { paragraph: { spacing: { after: 80 }, keepNext: true } },
  Flag: {
    paragraph: {
      spacing: { after: 40 },
      indent: { left: 170 },
      shading: shading(colours.panel),
      border: { left: rule(colours.ink, 18, 6) },
      keepLines: true,
    },
  },
  Passage: {
    run: { font: SERIF, size: 23 },
    paragraph: {
      spacing: { before: 160, after: 60, line: 320 },
      indent: { left: 227 },
      border: { left: rule(colours.line, 12, 8) },
      keepNext: true,
    },
  },
  PassageSource: {
    run: { ...soft, size: 17 },
    paragraph: { spacing: { after: 160 }, indent: { left: 227 } },
  },
  Fact: { paragraph: { spacing: { after: 40 }, ...FACT } },
  Told: { paragraph: { spacing: { after: 80 }, indent: { left: 2_600 } } },
  PanelFact: { paragraph: { spacing: { after: 0 }, shading: shading(colours.panel), ...FACT } },
  PanelTold: {
    paragraph: { spacing: { after: 0 }, shading: shading(colours.panel), indent: { left: 2_600 } },
  },
  Item: { paragraph: { spacing: { after: 40 }, numbering: { reference: LIST, level: 0 } } },
  Caption: { run: { bold: true }, paragraph: { spacing: { before: 180, after: 60 }, keepNext: true } },
  CellHead: { run: { ...soft, bold: true, size: 18 }, paragraph: { keepNext: true } },
  Cell: { run: { size: 18 } },
  CellTold: { run: { size: 18 } },
  CellSaid: { run: { font: SERIF, size: 20 } },
  CellSmall: { run: { ...soft, size: 17 } },
};

const CHARACTERS: Record<Look, NonNullable<ICharacterStyleOptions['run']>> = {
  Name: { bold: true },
  Soft: soft,
  Said: { font: SERIF },
  Marked: { shading: shading(colours.panel), bold: true },
  Code: { font: MONO, size: 16, noProof: true },
  Reference: { bold: true, noProof: true },
  Emphasised: { bold: true },
  unverified: { bold: true, color: hex(colours.unverified), shading: shading(colours.unverifiedPaper) },
  corroborated: {
    bold: true,
    color: hex(colours.corroborated),
    shading: shading(colours.corroboratedPaper),
  },
  denied: { bold: true, color: hex(colours.denied), shading: shading(colours.deniedPaper) },
};

/** Names of styles as an editor sees them in Word: `PanelTold` is “Stet Panel Told”. */
const named = (id: string): string => `Stet ${id.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')}`;

/** The id of a style of ours, which must not be one of Word's: it has a “Caption” too. */
export function styleId(id: ParagraphStyle | Look): string {
  return id in PARAGRAPHS || id in CHARACTERS ? `Stet${id}` : id;
}

/** All styles of a report in a language. */
export function stylesFor(language: string): IStylesOptions {
  const heading = (size: number, before: number, after: number, isSaid: boolean) => ({
    run: { font: isSaid ? SERIF : SANS, size, bold: true, color: hex(colours.ink) },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  const first = heading(26, 520, 140, false);
  return {
    default: {
      document: {
        run: {
          font: SANS,
          size: 20,
          color: hex(colours.ink),
          language: { value: language, eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { line: 264 } },
      },
      title: { ...heading(48, 0, 240, true), next: styleId('Body') },
      heading1: {
        ...first,
        paragraph: { ...first.paragraph, border: { bottom: rule(colours.ink, 6, 4) } },
        next: styleId('Body'),
      },
      heading2: { ...heading(25, 360, 100, true), next: styleId('Body') },
      heading3: { ...heading(20, 200, 60, false), next: styleId('Body') },
      hyperlink: { run: { color: hex(colours.accent), underline: { type: 'none' } } },
      footnoteText: { run: { size: 17 }, paragraph: { spacing: { after: 40, line: 240 } } },
    },
    paragraphStyles: Object.entries(PARAGRAPHS).map(([id, style]) => ({
      id: styleId(id as OwnStyle),
      name: named(id),
      basedOn: 'Normal',
      quickFormat: true,
      ...style,
    })),
    characterStyles: Object.entries(CHARACTERS).map(([id, run]) => ({
      id: styleId(id as Look),
      name: named(id),
      run,
    })),
  };
}
