import type { Translate } from '../messages/translate.ts';
import {
  address,
  bullets,
  code,
  lines,
  md,
  paragraph,
  quotation,
  together,
  told,
  type Block,
  type MdPart,
} from './markdown.ts';
import type { ReportAllegation } from './report-allegation.ts';
import type { ReportExhibitName } from './report-confidential.ts';
import type { Report } from './report-data.ts';
import type { ReportEvidence, ReportPlace } from './report-evidence.ts';
import { joined, ofKnown, phrase, say, sourceText, whenTold } from './report-markdown-parts.ts';
import { authenticationOf, originOf, verdictOf } from './report-phrases.ts';
import { reliabilityText } from './report-words.ts';

/** The evidence of one allegation in Markdown, item by item, since excerpts do not fit into cells. */
export function evidenceMarkdown(
  { ref, evidence }: ReportAllegation,
  { edition }: Pick<Report, 'edition'>,
  t: Translate,
): Block {
  const checking = edition === 'checking';
  if (evidence.length === 0)
    return paragraph(t(checking ? 'report.evidence.none' : 'report.evidence.noneShown'));
  return together(
    paragraph(
      say(t, checking ? 'report.evidence.caption' : 'report.evidence.captionChecked', { ref: told(ref) }),
    ),
    bullets(evidence.map((item) => evidenceItem(item, t))),
  );
}

function evidenceItem(item: ReportEvidence, t: Translate): Block {
  const { number, stance, source, level, excerpt, credibility, verdict } = item;
  return together(
    paragraph(
      joined([
        md`**#${number} ${t(`words.stances.${stance}`)}**`,
        source ? sourceText(source, t) : t('report.evidence.sourceMissing'),
      ]),
    ),
    excerpt.trim() === '' ? paragraph(t('report.evidence.noExcerpt')) : quotation(excerpt),
    lines(
      [
        placeText(item, t),
        ofKnown(item.exhibit, (exhibit) => exhibitText(exhibit, t)),
        joined([
          source && reliabilityText(source, t),
          t('report.evidence.credibility', { grade: { word: `words.credibilities.${credibility}` } }),
        ]),
        joined([
          phrase(originOf(item), t),
          t(`words.levels.${level}`),
          ofKnown(authenticationOf(item), (how) => phrase(how, t)),
        ]),
        md`**${t('report.evidence.counts')}:** ${joined(verdictOf(verdict).map((each) => phrase(each, t)))}`,
      ].filter((line) => line !== null),
    ),
  );
}

/** Where an item is to be found: its locator, its times and its address. */
export function placeText(
  { locator, publishedOn, accessedOn, address: written }: ReportPlace,
  t: Translate,
): MdPart {
  return joined([
    locator === null
      ? t('report.evidence.noLocator')
      : say(t, 'report.evidence.locator', { locator: told(locator) }),
    ofKnown(publishedOn, (time) => say(t, 'report.times.published', { time: whenTold(time, t) })),
    ofKnown(accessedOn, (time) => say(t, 'report.times.accessed', { time: whenTold(time, t) })),
    ofKnown(written, address),
  ]);
}

/** An exhibit by its number, title and the hash of its file. */
export function exhibitText(exhibit: ReportExhibitName, t: Translate): MdPart {
  if (exhibit.withheld) return t('report.exhibits.withheld');
  const { number, title, sha256 } = exhibit;
  const named = { label: t('report.exhibits.label', { number }), title: told(title) };
  return joined([
    say(t, 'report.exhibits.named', named),
    say(t, 'words.named', { name: t('report.exhibits.sha256'), what: code(sha256) }),
  ]);
}
