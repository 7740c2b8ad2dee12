import { missingSentences } from '../messages/sentences.ts';
import type { Translate } from '../messages/translate.ts';
import { markup, type Html, type HtmlPart } from './html.ts';
import type { ReportAllegation } from './report-allegation.ts';
import type { ReportFinding } from './report-finding.ts';
import { block, denial, facts, moment, nameOf, say } from './report-parts.ts';
import { isUntouched } from './report-phrases.ts';
import { remainsText, weightText, whyPhrase } from './report-words.ts';

/** The finding of one allegation: what was decided, why, by whom, and how the evidence stands. */
export function findingHtml(allegation: ReportAllegation, t: Translate): Html {
  const { finding, evidenceFor, evidenceAgainst, needs } = allegation;
  const { state, why, reason, override, restsOn, by, at, lacks } = finding;
  const asked = lacks.length > 0 ? missingSentences(lacks, t) : t('report.finding.overrideMet');
  const entries: [string, HtmlPart][] = [
    [t('report.finding.why'), whyPhrase(why, t)],
    [t('report.finding.basis'), basisOf(finding, t)],
    [t('report.finding.reason'), reason.trim() === '' ? null : block(reason)],
    [t('report.finding.override'), override === null ? null : block(override)],
    [t('report.finding.overrideAsked'), override === null ? null : asked],
    [
      t('report.finding.restsOn'),
      restsOn.length === 0 ? null : restsOn.map((number) => `#${number}`).join(t('words.comma')),
    ],
    [
      t(isUntouched(finding) ? 'report.finding.recorded' : 'report.finding.decided'),
      say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(at) }),
    ],
    [t('report.finding.for'), weightText(evidenceFor, t)],
    [t('report.finding.against'), weightText(evidenceAgainst, t)],
    [t('report.finding.remains'), state === 'unverified' ? remainsText(why, needs.corroborated, t) : null],
  ];
  return markup`<div class="finding">${facts(entries)}</div>\n`;
}

function basisOf({ basis, deniedBy }: ReportFinding, t: Translate): HtmlPart {
  if (basis === 'party' && deniedBy) return denial(deniedBy, t);
  return basis === null ? null : t(`words.bases.${basis}`);
}
