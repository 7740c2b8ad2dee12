import type { Translate } from '../messages/translate.ts';
import type { Edition } from '../case/words.ts';
import { markup, type Html, type HtmlPart } from './html.ts';
import type { ReportAllegation } from './report-allegation.ts';
import type { ReportExhibitName, ReportSourceName } from './report-confidential.ts';
import type { ReportEvidence, ReportPlace } from './report-evidence.ts';
import {
  address,
  block,
  hash,
  joined,
  paragraph,
  phrase,
  say,
  small,
  smallOf,
  smallOrNone,
  table,
  told,
  whenTold,
} from './report-parts.ts';
import { authenticationOf, originOf, verdictOf } from './report-phrases.ts';
import { reliabilityText } from './report-words.ts';

/** The evidence of one allegation, and how sources, exhibits and places are told wherever they come up. */

export function evidenceHtml({ ref, evidence }: ReportAllegation, edition: Edition, t: Translate): Html {
  const checking = edition === 'checking';
  if (evidence.length === 0)
    return paragraph(t(checking ? 'report.evidence.none' : 'report.evidence.noneShown'));
  const heads = ['number', 'stance', 'source', 'excerpt', 'origin', 'counts'];
  return table(
    say(t, checking ? 'report.evidence.caption' : 'report.evidence.captionChecked', { ref: told(ref) }),
    heads.map((head) => t(`report.evidence.${head}`)),
    evidence.map((item) => evidenceRow(item, t)),
    'evidence',
  );
}

function evidenceRow(item: ReportEvidence, t: Translate): [HtmlPart, ...HtmlPart[]] {
  const { number, stance, source, level, excerpt, credibility, verdict } = item;
  const [worth, ...more] = verdictOf(verdict);
  return [
    number,
    t(`words.stances.${stance}`),
    source ? [sourceText(source, t), small(reliabilityText(source, t))] : t('report.evidence.sourceMissing'),
    [
      excerpt.trim() === '' ? small(t('report.evidence.noExcerpt')) : block(excerpt, 'told said'),
      small(locatorText(item, t)),
      smallOrNone(datesAndAddress(item, t)),
      smallOf(item.exhibit, (exhibit) => exhibitText(exhibit, t)),
      small(t('report.evidence.credibility', { grade: { word: `words.credibilities.${credibility}` } })),
    ],
    [
      phrase(originOf(item), t),
      small(t(`words.levels.${level}`)),
      smallOf(authenticationOf(item), (how) => phrase(how, t)),
    ],
    [phrase(worth, t), ...more.map((each) => small(phrase(each, t)))],
  ];
}

/** A source by its name, with what it is and whose; of a confidential one the description that was agreed with it. */
export function sourceText({ name, confidential, kind, party }: ReportSourceName, t: Translate): HtmlPart {
  return [
    told(name),
    confidential ? small(t('report.sources.confidential')) : null,
    smallOf(kind, (word) => t(`words.sources.${word}`)),
    smallOf(party, (owner) => say(t, 'report.evidence.belongsTo', { party: told(owner) })),
  ];
}

export function locatorText({ locator }: Pick<ReportPlace, 'locator'>, t: Translate): HtmlPart {
  return locator === null
    ? t('report.evidence.noLocator')
    : say(t, 'report.evidence.locator', { locator: told(locator) });
}

/** When an item was published and read, and its address: what is known of it, else null. */
export function datesAndAddress(
  { publishedOn, accessedOn, address: written }: ReportPlace,
  t: Translate,
): Html | null {
  if (publishedOn === null && accessedOn === null && written === null) return null;
  return joined([
    publishedOn === null ? null : say(t, 'report.times.published', { time: whenTold(publishedOn, t) }),
    accessedOn === null ? null : say(t, 'report.times.accessed', { time: whenTold(accessedOn, t) }),
    written === null ? null : address(written),
  ]);
}

/** An exhibit by its number and title, as a link to where its file is described. */
export function exhibitText(exhibit: ReportExhibitName, t: Translate): Html {
  if (exhibit.withheld) return markup`${t('report.exhibits.withheld')}`;
  const { number, title } = exhibit;
  const label = markup`<a class="ref" href="#${exhibitAnchor(number)}">${t('report.exhibits.label', { number })}</a>`;
  return say(t, 'report.exhibits.named', { label, title: told(title) });
}

/** The same with the hash of its file, for where an item must be found again without looking further. */
export function exhibitWithHash(exhibit: ReportExhibitName, t: Translate): Html {
  return exhibit.withheld
    ? exhibitText(exhibit, t)
    : joined([
        exhibitText(exhibit, t),
        say(t, 'words.named', { name: t('report.exhibits.sha256'), what: hash(exhibit.sha256) }),
      ]);
}

/** Where an exhibit is described in the page. No reference of an allegation can be the same. */
export function exhibitAnchor(number: number): string {
  return `exhibit-${number}`;
}
