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
import type { ReportEvidence, ReportPlace, ReportVerdict } from './report-evidence.ts';
import { joined, ofKnown, say, sourceText, whenTold } from './report-markdown-parts.ts';
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
        joined([originText(item, t), t(`words.levels.${level}`), authenticationText(item, t)]),
        md`**${t('report.evidence.counts')}:** ${verdictText(verdict, t)}`,
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
    md`${t('report.exhibits.sha256')}: ${code(sha256)}`,
  ]);
}

function originText({ origin }: ReportEvidence, t: Translate): MdPart {
  if (origin.from !== null) return t('report.evidence.derivedFrom', { number: origin.from });
  if (origin.source !== null) return say(t, 'words.origins.derived-source', { source: told(origin.source) });
  return origin.type === 'derived-source'
    ? t('report.evidence.derivedFromMissing')
    : t(`words.origins.${origin.type}`);
}

function authenticationText({ level, authenticated, authentication }: ReportEvidence, t: Translate): MdPart {
  if (!authenticated) return level === 'primary' ? t('report.evidence.notAuthenticated') : null;
  return authentication === null
    ? t('report.evidence.authenticatedWithheld')
    : say(t, 'report.evidence.authenticated', { how: told(authentication) });
}

function verdictText(verdict: ReportVerdict, t: Translate): MdPart {
  if (verdict.counts) {
    return joined([
      t(`words.countsAs.${verdict.as}`),
      ofKnown(verdict.sameAs, (number) => t('words.sameOrigin', { number })),
    ]);
  }
  const { because } = verdict;
  if (because === 'context') return t('report.evidence.contextOnly');
  if (because === 'withheld') return t('report.evidence.notCountedWithheld');
  return t('report.evidence.notCounted', { because: { word: `words.notCounted.${because}` } });
}
