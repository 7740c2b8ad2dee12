import type { Translate } from '../messages/translate.ts';
import { directionOfText } from '../text/direction.ts';
import { markup, type Html, type HtmlPart } from './html.ts';
import { earlierHtml, questionsHtml, relationsHtml, reviewsHtml } from './report-allegation-tables.ts';
import type { ReportAllegation, ReportPassage } from './report-allegation.ts';
import type { Report } from './report-data.ts';
import { evidenceHtml } from './report-evidence-html.ts';
import { findingHtml } from './report-finding-html.ts';
import {
  address,
  block,
  denial,
  facts,
  hash,
  joined,
  list,
  moment,
  nameOf,
  paragraph,
  phrase,
  say,
  small,
  smallOf,
  stateMark,
  told,
  whenTold,
  type Writing,
} from './report-parts.ts';
import { responsesHtml } from './report-responses-html.ts';
import { attribution, flagsOf, isDisputed, isLacking } from './report-phrases.ts';
import { cutOff, denialsIn, ratingText, whyPhrase } from './report-words.ts';

/** One allegation with everything the report knows of it. */
export function allegationHtml(
  allegation: ReportAllegation,
  id: string,
  { edition, madeAt }: Pick<Report, 'edition' | 'madeAt'>,
  writing: Writing,
): Html {
  const { t } = writing;
  const { ref, statement, finding, passages, relations, work } = allegation;
  const heading = markup`<h3><span class="ref">${told(ref)}</span> <span class="said" dir="auto">${statement}</span></h3>`;
  const parts = [
    paragraph(marksOf(allegation, t), 'marks'),
    paragraph(phrase(attribution(allegation), t), 'attribution'),
    list(
      flagsOf(allegation, t).map((flag) => phrase(flag, t)),
      'flags',
    ),
    passages.length === 0
      ? paragraph(t('report.allegations.noPassage'))
      : passages.map((each) => passageHtml(each, t)),
    facts(factsOf(allegation, t)),
    findingHtml(allegation, t),
    reviewsHtml(allegation, t),
    evidenceHtml(allegation, edition, t),
    work && questionsHtml(work.questions, t),
    responsesHtml(allegation, madeAt, t),
    relationsHtml(relations, writing),
    work && work.notes.trim() !== ''
      ? [paragraph(t('report.allegations.notes'), 'label'), block(work.notes)]
      : null,
    work && earlierHtml(ref, work.earlier, t),
  ];
  return markup`<article class="allegation ${finding.state}" id="${id}">\n${heading}\n${parts}</article>\n`;
}

/** The state with its qualification, then every denial: a denial and the evidence are different facts. */
export function marksOf(
  {
    finding,
    responses,
    serious,
    reviews,
  }: Pick<ReportAllegation, 'finding' | 'responses' | 'serious' | 'reviews'>,
  t: Translate,
): Html {
  const badge = (content: HtmlPart): Html => markup`<span class="badge">${content}</span>`;
  return joined(
    [
      stateMark(finding.state, t),
      whyPhrase(finding.why, t),
      finding.basis === null ? null : t(`words.bases.${finding.basis}`),
      ...denialsIn(responses).map((each) => badge(denial(each, t))),
      finding.override === null ? null : badge(t('report.glance.overridden')),
      isLacking(finding) ? badge(t('report.glance.lacking')) : null,
      isDisputed(reviews) ? badge(t('report.glance.disputed')) : null,
      serious ? badge(t('report.allegations.serious')) : null,
    ],
    ' ',
  );
}

function passageHtml(passage: ReportPassage, t: Translate): Html {
  const doubtText = passage.doubt && markup`<br>${t(`report.allegations.doubts.${passage.doubt}`)}`;
  if (passage.withheld)
    return markup`<figure>
<blockquote dir="auto"><mark>${passage.exact}</mark></blockquote>
<figcaption>${t('report.allegations.passageWithheld')}${doubtText}</figcaption>
</figure>
`;
  const { documentTitle, documentSha256, prefix, exact, suffix, start, end } = passage;
  const cut = cutOff(passage);
  const where = say(
    t,
    'report.allegations.passage',
    { document: told(documentTitle) },
    { start: start + 1, end },
  );
  // The direction is that of the passage, not of what stands before it; and a figure would be one in a PDF, too, where
  // programs that read aloud ask for a text in its place.
  return markup`<div class="passage">
<blockquote dir="${directionOfText(exact) ?? 'auto'}"><span class="context">${cut.before ? '…' : ''}${prefix}</span><mark>${exact}</mark><span class="context">${suffix}${cut.after ? '…' : ''}</span></blockquote>
<p class="where">${where}<br><span class="small">${say(t, 'words.named', { name: t('report.allegations.sha256'), what: hash(documentSha256) })}</span>${doubtText}</p>
</div>
`;
}

function factsOf(allegation: ReportAllegation, t: Translate): [string, HtmlPart][] {
  const { claimant, saidOn, saidWhere, happenedOn, touches, work } = allegation;
  const unknown = t('report.notRecorded');
  return [
    [t('report.allegations.claimant'), claimant === null ? unknown : told(claimant)],
    [t('report.allegations.saidOn'), saidOn === null ? unknown : whenTold(saidOn, t)],
    [t('report.allegations.saidWhere'), saidWhere === null ? unknown : told(saidWhere)],
    [t('report.allegations.quote'), quoteText(allegation, t)],
    [t('report.allegations.happenedOn'), happenedOn === null ? unknown : whenTold(happenedOn, t)],
    [t('report.rating.title'), ratingHtml(allegation, t)],
    [
      t('report.allegations.touches'),
      touches.length === 0 ? null : joined(touches.map(told), t('words.comma')),
    ],
    [t('report.allegations.priority'), work && t(`words.priorities.${work.priority}`)],
    [
      t('report.allegations.tags'),
      work && work.tags.length > 0 ? joined(work.tags.map(told), t('words.comma')) : null,
    ],
    [t('report.allegations.assignee'), work?.assignee ? told(work.assignee) : null],
  ];
}

/** What is published of it, which a person set. */
function ratingHtml({ rating }: ReportAllegation, t: Translate): HtmlPart {
  if (!rating) return null;
  const { by, at, url, publishedOn } = rating;
  return [
    told(ratingText(rating, t)),
    small(say(t, 'report.rating.setBy', { name: nameOf(by, t), at: moment(at) })),
    smallOf(publishedOn, (time) => say(t, 'report.rating.publishedOn', { time: whenTold(time, t) })),
    small(address(url)),
    small(t('report.rating.note')),
  ];
}

/** That the claimant really said it, a fact of its own beside the state: that something was said makes it no more so. */
function quoteText({ quote }: ReportAllegation, t: Translate): HtmlPart {
  if (!quote) return t('report.allegations.quoteOpen');
  const { how, by, at } = quote;
  return [block(how), small(say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(at) }))];
}
