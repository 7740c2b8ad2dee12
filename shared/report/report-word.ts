import type { ReportLanguage } from '../messages/report-languages.ts';
import type { Translate } from '../messages/translate.ts';
import { directionOf } from '../text/direction.ts';
import { allegationWord } from './docx/word-allegation.ts';
import { glanceWord } from './docx/word-glance.ts';
import { fact, moment, nameOf, say, type WordSection, type WordWriting } from './docx/word-parts.ts';
import { correctionsWord, methodWord, sinceWord } from './docx/word-past.ts';
import { queriesWord } from './docx/word-queries.ts';
import {
  documentsWord,
  historyWord,
  overridesWord,
  partiesWord,
  unverifiedWord,
} from './docx/word-sections.ts';
import { exhibitsWord, sourcesWord } from './docx/word-sources.ts';
import { standardWord } from './docx/word-standard.ts';
import { sectionOf } from './docx/word-table.ts';
import {
  linkInside,
  look,
  paragraph,
  told,
  toldParagraph,
  wordLogo,
  type Part,
  type WordBlock,
  type WordDocument,
} from './docx/word.ts';
import type { Report } from './report-data.ts';
import { anchorsOf, remembering, reportTitle, scopeText } from './report-words.ts';

/**
 * The report as a document of a word processor, for editors who edit: the same sections and words as in HTML, with
 * headings, tables, footnotes and links that a word processor knows as such. electron/report/ makes the file of it.
 * The same report and language give the same document.
 */
export function reportWord(report: Report, language: ReportLanguage, translate: Translate): WordDocument {
  const t = remembering(translate);
  const { ids, anchors } = anchorsOf(report);
  const writing: WordWriting = {
    t,
    bookmarks: new Map([...anchors].map(([ref, id]) => [ref, bookmarkOf(id)])),
  };
  const sections = [
    glanceWord(report, writing),
    correctionsWord(report, writing),
    sinceWord(report, writing),
    standardWord(report, writing),
    methodWord(report, writing),
    overridesWord(report, writing),
    allegationsSection(report, ids, writing),
    unverifiedWord(report, writing),
    queriesWord(report, writing),
    partiesWord(report, writing),
    sourcesWord(report, writing),
    exhibitsWord(report, writing),
    documentsWord(report, writing),
    historyWord(report, writing),
  ];
  return {
    title: t('report.pageTitle', {
      title: reportTitle(report).replace(/\s+/gu, ' '),
      edition: { word: `report.fileNames.${report.edition}` },
    }),
    language,
    rtl: directionOf(language) === 'rtl',
    madeAt: report.madeAt,
    logo: report.cover.logo && wordLogo(report.cover.logo),
    blocks: {
      *[Symbol.iterator]() {
        yield* headerOf(report, t);
        yield paragraph('Contents', look('Name', t('report.contents')));
        for (const { id, title } of sections)
          yield paragraph('Contents', linkInside(sectionBookmark(id), title));
        for (const { id, title, blocks } of sections) {
          yield paragraph('Heading1', title, [sectionBookmark(id)]);
          yield* blocks;
        }
      },
    },
  };
}

/** The name of a place has letters, digits and low lines, at most 40, and no other in whatever case (as Word has it). */
function bookmarkOf(id: string): string {
  const [kind = '', number = ''] = id.split('-');
  return kind === 'allegation' ? `allegation_${number}` : `ref_${kind}_${number}`;
}

function sectionBookmark(id: string): string {
  return `section_${id}`;
}

function headerOf(report: Report, t: Translate): WordBlock[] {
  const { edition, madeAt, preparedBy, appVersion, cover, scope } = report;
  const self = (name: string): Part =>
    name.trim() === '' ? null : say(t, 'report.facts.selfDeclared', { name: told(name) });
  const written = (text: string): Part => (text.trim() === '' ? null : told(text));
  return [
    paragraph('Kicker', t('report.kicker')),
    toldParagraph('Title', reportTitle(report)),
    ...fact(t('report.facts.edition'), t(`report.editions.${edition}`)),
    ...fact(t('report.facts.reportVersion'), written(cover.version)),
    ...fact(t('report.scope.title'), told(scopeText(scope, t))),
    ...fact(t('report.facts.madeAt'), moment(madeAt, t)),
    ...fact(t('report.facts.preparedBy'), self(preparedBy) ?? nameOf(preparedBy, t)),
    ...fact(t('report.facts.reviewedBy'), self(cover.reviewedBy)),
    ...fact(t('report.facts.preparedFor'), written(cover.preparedFor)),
    ...fact(t('report.facts.madeWith'), t('report.facts.version', { version: appVersion })),
    ...fact(t('report.facts.caseTitle'), cover.title.trim() === '' ? null : told(report.case.title)),
    ...fact(t('report.facts.caseId'), look('Code', report.case.id)),
  ];
}

function allegationsSection(report: Report, ids: readonly string[], writing: WordWriting): WordSection {
  const { allegations } = report;
  return sectionOf('allegations', writing.t, {
    *[Symbol.iterator]() {
      if (allegations.length === 0) yield paragraph('Body', writing.t('report.allegations.none'));
      for (const [index, each] of allegations.entries())
        yield* allegationWord(each, bookmarkOf(ids[index] ?? ''), report, writing);
    },
  });
}
