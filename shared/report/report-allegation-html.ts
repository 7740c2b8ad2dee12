import { codePointLength } from '../text/code-points.ts';
import { CONTEXT_LENGTH } from '../text/anchor.ts';
import type { Translate } from '../messages/translate.ts';
import { markup, type Html, type HtmlPart } from './html.ts';
import type { Edition } from './editions.ts';
import { earlierHtml, evidenceHtml, responsesHtml } from './report-allegation-tables.ts';
import type { ReportAllegation, ReportPassage } from './report-allegation.ts';
import type { ReportWeight } from './report-finding.ts';
import {
  block,
  day,
  denial,
  facts,
  hash,
  isUntouched,
  joined,
  list,
  missingText,
  moment,
  nameOf,
  paragraph,
  say,
  stateMark,
  told,
  whyPhrase,
} from './report-parts.ts';

/** One allegation with everything the report knows of it. */
export function allegationHtml(
  allegation: ReportAllegation,
  id: string,
  edition: Edition,
  t: Translate,
): Html {
  const { ref, statement, finding, passages, work } = allegation;
  const heading = markup`<h3><span class="ref">${told(ref)}</span> <span class="said" dir="auto">${statement}</span></h3>`;
  const parts = [
    paragraph(marksOf(allegation, t), 'marks'),
    paragraph(attribution(allegation, t), 'attribution'),
    flagsOf(allegation, t),
    passages.length === 0
      ? paragraph(t('report.allegations.noPassage'))
      : passages.map((each) => passageHtml(each, t)),
    facts(factsOf(allegation, t)),
    findingHtml(allegation, t),
    evidenceHtml(allegation, edition, t),
    responsesHtml(allegation, t),
    work && work.notes.trim() !== ''
      ? [paragraph(t('report.allegations.notes'), 'label'), block(work.notes)]
      : null,
    work && work.earlier.length > 0 ? earlierHtml(ref, work.earlier, t) : null,
  ];
  return markup`<article class="allegation ${finding.state}" id="${id}">\n${heading}\n${parts}</article>\n`;
}

/** The state with its qualification, then every denial: a denial and the evidence are different facts. */
function marksOf({ finding, responses, serious }: ReportAllegation, t: Translate): Html {
  return joined(
    [
      stateMark(finding.state, t),
      whyPhrase(finding.why, t),
      finding.basis === null ? null : t(`words.bases.${finding.basis}`),
      ...responses
        .filter(({ kind }) => kind === 'denied')
        .map(({ party, extent }) => markup`<span class="badge">${denial(party, extent ?? 'all', t)}</span>`),
      finding.override === null ? null : markup`<span class="badge">${t('report.glance.overridden')}</span>`,
      serious ? markup`<span class="badge">${t('report.allegations.serious')}</span>` : null,
    ],
    ' ',
  );
}

function attribution({ claimant, finding }: ReportAllegation, t: Translate): Html {
  const against = finding.state === 'corroborated' && finding.override !== null;
  const state = against ? 'overridden' : finding.state;
  return claimant === null
    ? markup`${t(`report.allegations.unattributed.${state}`)}`
    : say(t, `report.allegations.attributed.${state}`, { claimant: told(claimant) });
}

function flagsOf({ unanswered, finding }: ReportAllegation, t: Translate): Html | null {
  const flags: string[] = [];
  if (unanswered) flags.push(t('report.flags.unanswered'));
  if (finding.basis === 'party' && finding.deniedBy === null) flags.push(t('report.flags.noDenial'));
  if (finding.lacks.length > 0 && finding.override === null) {
    flags.push(t('report.flags.lacks', { missing: missingText(finding.lacks, t) }));
  }
  return list(flags, 'flags');
}

function passageHtml(passage: ReportPassage, t: Translate): Html {
  const { documentTitle, documentSha256, prefix, exact, suffix, start, end } = passage;
  const before = start > codePointLength(prefix) ? '…' : '';
  // A shorter suffix than is usually kept means that the document ends there.
  const after = codePointLength(suffix) >= CONTEXT_LENGTH ? '…' : '';
  const where = say(
    t,
    'report.allegations.passage',
    { document: told(documentTitle) },
    { start: start + 1, end },
  );
  return markup`<figure>
<blockquote dir="auto"><span class="context">${before}${prefix}</span><mark>${exact}</mark><span class="context">${suffix}${after}</span></blockquote>
<figcaption>${where}<br><span class="small">${t('report.allegations.sha256')}: ${hash(documentSha256)}</span></figcaption>
</figure>
`;
}

function factsOf(allegation: ReportAllegation, t: Translate): [string, HtmlPart][] {
  const { claimant, saidOn, saidWhere, work } = allegation;
  const unknown = t('report.notRecorded');
  return [
    [t('report.allegations.claimant'), claimant === null ? unknown : told(claimant)],
    [t('report.allegations.saidOn'), saidOn === null ? unknown : day(saidOn)],
    [t('report.allegations.saidWhere'), saidWhere === null ? unknown : told(saidWhere)],
    [t('report.allegations.priority'), work && t(`words.priorities.${work.priority}`)],
    [t('report.allegations.tags'), work && work.tags.length > 0 ? joined(work.tags.map(told), ', ') : null],
    [t('report.allegations.assignee'), work?.assignee ? told(work.assignee) : null],
  ];
}

function findingHtml(allegation: ReportAllegation, t: Translate): Html {
  const { finding, evidenceFor, evidenceAgainst, needs } = allegation;
  const { state, why, basis, deniedBy, reason, override, restsOn, by, at, lacks } = finding;
  const asked = lacks.length > 0 ? missingText(lacks, t) : t('report.finding.overrideMet');
  const entries: [string, HtmlPart][] = [
    [t('report.finding.why'), whyPhrase(why, t)],
    [t('report.finding.basis'), basisOf(basis, deniedBy, t)],
    [t('report.finding.reason'), reason.trim() === '' ? null : block(reason)],
    [t('report.finding.override'), override === null ? null : block(override)],
    [t('report.finding.overrideAsked'), override === null ? null : asked],
    [
      t('report.finding.restsOn'),
      restsOn.length === 0 ? null : restsOn.map((number) => `#${number}`).join(', '),
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

function basisOf(
  basis: ReportAllegation['finding']['basis'],
  deniedBy: ReportAllegation['finding']['deniedBy'],
  t: Translate,
): HtmlPart {
  if (basis === 'party' && deniedBy) return denial(deniedBy.party, deniedBy.extent, t);
  return basis === null ? null : t(`words.bases.${basis}`);
}

function weightText({ items, counting, origins, met }: ReportWeight, t: Translate): string {
  if (items === 0) return t('report.none');
  const verdict = t(met ? 'report.finding.meets' : 'report.finding.meetsNot');
  return `${t('report.finding.weight', { origins, counting, items })} – ${verdict}`;
}

/** What an unverified allegation would need, in words. */
export function remainsText(
  why: ReportAllegation['finding']['why'],
  needs: ReportAllegation['needs']['corroborated'],
  t: Translate,
): string {
  if (why === 'not-checkable') return t('report.finding.remainsNotCheckable');
  if (needs.length === 0) return t('report.finding.remainsNothing');
  return t('report.finding.remainsNeeds', { missing: missingText(needs, t) });
}
