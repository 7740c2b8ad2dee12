import type { Translate } from '../../messages/translate.ts';
import type { Edition } from '../../case/words.ts';
import type { ReportAllegation } from '../report-allegation.ts';
import type { ReportExhibitName, ReportSourceName } from '../report-confidential.ts';
import type { ReportEvidence, ReportPlace } from '../report-evidence.ts';
import { authenticationOf, originOf, verdictOf } from '../report-phrases.ts';
import { reliabilityText } from '../report-words.ts';
import { joined, ofKnown, phrase, say, whenTold } from './word-parts.ts';
import { line, said, small, smallOf, table, type Cell } from './word-table.ts';
import { address, footnote, linkInside, look, paragraph, told, type Part, type WordBlock } from './word.ts';

/** The evidence of one allegation; where each item is to be found stands at the foot of the page. */

const COLUMNS = { number: 6, stance: 12, source: 20, excerpt: 31, origin: 16, counts: 15 };

export function evidenceWord(
  { ref, evidence }: ReportAllegation,
  edition: Edition,
  t: Translate,
): WordBlock[] {
  const checking = edition === 'checking';
  if (evidence.length === 0)
    return [paragraph('Body', t(checking ? 'report.evidence.none' : 'report.evidence.noneShown'))];
  const key = checking ? 'report.evidence.caption' : 'report.evidence.captionChecked';
  return table(
    { id: 'evidence', caption: say(t, key, { ref: told(ref) }), columns: COLUMNS },
    evidence.map((item) => evidenceRow(item, t)),
    t,
  );
}

function evidenceRow(item: ReportEvidence, t: Translate): Cell[] {
  const { number, stance, source, level, excerpt, credibility, verdict } = item;
  const [worth, ...more] = verdictOf(verdict);
  return [
    [line(look('Name', number))],
    [line(t(`words.stances.${stance}`))],
    [
      line([source ? told(source.name) : t('report.evidence.sourceMissing'), citation(item, t)]),
      smallOf(source, (known) => reliabilityText(known, t)),
    ],
    [
      said(excerpt) ?? small(t('report.evidence.noExcerpt')),
      small(locatorText(item, t)),
      small(t('report.evidence.credibility', { grade: { word: `words.credibilities.${credibility}` } })),
    ],
    [
      line(phrase(originOf(item), t)),
      small(t(`words.levels.${level}`)),
      smallOf(authenticationOf(item), (how) => phrase(how, t)),
    ],
    [line(phrase(worth, t)), ...more.map((each) => small(phrase(each, t)))],
  ];
}

/** The footnote of an item: who says it, where, when, at which address, and in which file it is kept. */
function citation(item: ReportEvidence, t: Translate): Part {
  const { source, exhibit } = item;
  return footnote(
    paragraph(
      'FootnoteText',
      joined([
        source ? sourceText(source, t) : t('report.evidence.sourceMissing'),
        locatorText(item, t),
        datesAndAddress(item, t),
        ofKnown(exhibit, (known) => exhibitWithHash(known, t)),
      ]),
    ),
  );
}

/** A source by its name, with what it is and whose; of a confidential one the description that was agreed with it. */
export function sourceText(source: ReportSourceName, t: Translate): Part {
  return joined([told(source.name), ...aboutSource(source, t)]);
}

/** What is told of a source beside its name. */
export function aboutSource({ confidential, kind, party }: ReportSourceName, t: Translate): Part[] {
  return [
    confidential ? t('report.sources.confidential') : null,
    ofKnown(kind, (word) => t(`words.sources.${word}`)),
    ofKnown(party, (owner) => say(t, 'report.evidence.belongsTo', { party: told(owner) })),
  ];
}

export function locatorText({ locator }: Pick<ReportPlace, 'locator'>, t: Translate): Part {
  return locator === null
    ? t('report.evidence.noLocator')
    : say(t, 'report.evidence.locator', { locator: told(locator) });
}

/** When an item was published and read, and its address: what is known of it, else null. */
export function datesAndAddress(
  { publishedOn, accessedOn, address: written }: ReportPlace,
  t: Translate,
): Part {
  return joined([
    ofKnown(publishedOn, (time) => t('report.times.published', { time: whenTold(time, t) })),
    ofKnown(accessedOn, (time) => t('report.times.accessed', { time: whenTold(time, t) })),
    ofKnown(written, address),
  ]);
}

/** An exhibit by its number, as a link to where its file is described, its title and the hash of the file. */
export function exhibitWithHash(exhibit: ReportExhibitName, t: Translate): Part {
  if (exhibit.withheld) return t('report.exhibits.withheld');
  const { number, title, sha256 } = exhibit;
  const label = linkInside(
    exhibitBookmark(number),
    look('Reference', t('report.exhibits.label', { number })),
  );
  return joined([
    say(t, 'report.exhibits.named', { label, title: told(title) }),
    say(t, 'words.named', { name: t('report.exhibits.sha256'), what: look('Code', sha256) }),
  ]);
}

/** Where an exhibit is described in the document. */
export function exhibitBookmark(number: number): string {
  return `exhibit_${number}`;
}
