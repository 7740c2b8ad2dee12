import { Paragraph, TextRun, type FileChild, type ICommentOptions } from 'docx';
import { STATES } from '../../shared/case/words.ts';
import { GLYPHS } from '../../shared/messages/glyphs.ts';
import type { ReportLanguage } from '../../shared/messages/report-languages.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import type { AnnotatedDocument } from '../../shared/report/annotated/annotated-data.ts';
import { noteParts, type NoteLine } from '../../shared/report/annotated/annotated-note-lines.ts';
import { coverageText, labelOf, noteOf, placeOf } from '../../shared/report/annotated/annotated-words.ts';
import { directionOf, directionOfText } from '../../shared/text/direction.ts';
import { nameOrStet, runsOf } from './docx-text.ts';

/** The comments of an annotated document: one about all of it, and for each place what its note says. */
export class Comments {
  readonly all: ICommentOptions[] = [];
  readonly about = 0;
  private readonly language: ReportLanguage;
  private readonly t: Translate;
  private readonly byPlace = new Map<number, number[]>();
  private taken = false;

  constructor(document: AnnotatedDocument, language: ReportLanguage, t: Translate) {
    this.language = language;
    this.t = t;
    this.add({ by: '', at: document.madeAt }, 'Stet', aboutLines(document, t));
    const said = new Set<number>();
    const standing = new Set(document.blocks.flatMap(({ segments }) => segments.flatMap(({ ends }) => ends)));
    // In the order of the labels, so that the first place of a note is the one that says all of it.
    for (const place of standing) {
      this.byPlace.set(place, this.onPlace(document, place, said.has(placeOf(document, place).note)));
      said.add(placeOf(document, place).note);
    }
  }

  /**
   * The numbers of the comments on a place: a query, then what was decided as the answer to it. The thread stays open,
   * since word processors fold away what is resolved.
   */
  of(place: number): readonly number[] {
    return this.byPlace.get(place) ?? [];
  }

  /** True when it is asked for the first time. */
  takeFirst(): boolean {
    if (this.taken) return false;
    this.taken = true;
    return true;
  }

  private onPlace(document: AnnotatedDocument, place: number, again: boolean): number[] {
    const { note, doubt } = placeOf(document, place);
    const label = labelOf(document, place, this.t);
    const parts = noteParts(noteOf(document, note), this.t);
    const doubted =
      doubt === null ? [] : [{ name: null, text: this.t(`report.allegations.doubts.${doubt}`) }];
    if (again) {
      const said = { name: null, text: this.t('annotated.note.again', { sign: label }) };
      return [this.add(parts[0], label, [said, ...doubted])];
    }
    const [first, ...answers] = parts;
    const [head, ...lines] = first.lines;
    const id = this.add(first, label, [...(head ? [head] : []), ...doubted, ...lines]);
    return [id, ...answers.map((answer) => this.add(answer, label, answer.lines, id))];
  }

  private add(
    { by, at }: { by: string; at: string },
    initials: string,
    lines: readonly NoteLine[],
    parentId?: number,
  ): number {
    const id = this.all.length;
    this.all.push({
      id,
      author: nameOrStet(by),
      initials,
      date: new Date(at),
      children: lines.map((line) => lineParagraph(line, this.language)),
      ...(parentId === undefined ? {} : { parentId }),
    });
    return id;
  }
}

function lineParagraph({ name, text }: NoteLine, language: string, style = 'CommentText'): Paragraph {
  const own = { language: { value: language } };
  return new Paragraph({
    style,
    ...(directionOfText(text) === 'rtl' ? { bidirectional: true } : {}),
    children: [
      ...(name === null ? [] : runsOf(`${name} `, { ...own, bold: true })),
      ...runsOf(text, own),
    ].map((options) => new TextRun(options)),
  });
}

/** What is to be known of the document, which is not part of its text. */
function aboutLines(document: AnnotatedDocument, t: Translate): NoteLine[] {
  const { edition, openQueries, preparedBy, appVersion, madeAt, document: about } = document;
  const { number, count } = about.version;
  const lines: (readonly [string | null, string])[] = [
    [null, t('annotated.kicker')],
    [null, t(`annotated.editions.${edition}`)],
    [
      null,
      edition === 'checked' && openQueries > 0 ? t('annotated.openQueries', { count: openQueries }) : '',
    ],
    [null, number < count ? t('annotated.facts.notNewest') : ''],
    [`${t('annotated.facts.accounted')}:`, coverageText(document, t)],
    [null, t('annotated.coverage.means')],
    ...STATES.map((state): [string, string] => [
      `${GLYPHS[state]} ${t(`words.states.${state}`)}`,
      t(`report.meanings.${state}`),
    ]),
    [`${t('annotated.facts.case')}:`, document.case.title],
    [
      `${t('annotated.facts.version')}:`,
      t('annotated.facts.versionOf', { ...about.version, time: moment(about.addedAt) }),
    ],
    [`${t('annotated.facts.sha256')}:`, about.sha256],
    [`${t('report.facts.preparedBy')}:`, preparedBy === '' ? t('report.facts.unnamed') : preparedBy],
    [`${t('report.facts.madeWith')}:`, t('report.facts.version', { version: appVersion })],
    [`${t('report.facts.madeAt')}:`, moment(madeAt)],
  ];
  return lines.map(([name, text]) => ({ name, text })).filter(({ text }) => text !== '');
}

const moment = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

/** What stands nowhere in the text for certain, behind it: a comment needs words, and these are not here. */
export function apartBlocks(
  document: AnnotatedDocument,
  language: ReportLanguage,
  t: Translate,
): FileChild[] {
  const { apart } = document;
  if (apart.length === 0) return [];
  const own = directionOf(language) === 'rtl' ? { bidirectional: true } : {};
  const paragraph = (style: string, text: string): Paragraph =>
    new Paragraph({ style, ...own, children: runsOf(text).map((options) => new TextRun(options)) });
  return [
    new Paragraph({
      style: 'Heading1',
      pageBreakBefore: true,
      ...own,
      children: [new TextRun(t('annotated.apart.title'))],
    }),
    paragraph('text', t('annotated.apart.intro')),
    ...apart.flatMap(({ note, doubt, exact }) => [
      paragraph(
        'text',
        doubt === null ? t('annotated.apart.words') : t(`report.allegations.doubts.${doubt}`),
      ),
      lineParagraph({ name: null, text: exact }, language, 'quote'),
      ...noteParts(noteOf(document, note), t).flatMap(({ lines }) =>
        lines.map((line) => lineParagraph(line, language, 'note')),
      ),
    ]),
  ];
}
