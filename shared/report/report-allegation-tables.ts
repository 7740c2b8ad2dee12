import { questionSentence } from '../messages/sentences.ts';
import type { Translate } from '../messages/translate.ts';
import type { Question } from '../standard/questions.ts';
import { markup, type HtmlPart } from './html.ts';
import type { ReportAllegation, ReportRelation } from './report-allegation.ts';
import type { EarlierFinding, ReportReview } from './report-finding.ts';
import {
  block,
  joined,
  list,
  moment,
  nameOf,
  paragraph,
  refLink,
  say,
  small,
  smallOrNone,
  stateMark,
  table,
  told,
  type Writing,
} from './report-parts.ts';
import { whyPhrase } from './report-words.ts';

/** What stands around the evidence of one allegation: relations, reviews, questions, and the findings it had before. */

export function relationsHtml(relations: readonly ReportRelation[], writing: Writing): HtmlPart {
  const { t } = writing;
  if (relations.length === 0) return null;
  const lines = relations.map(({ kind, ref, statement, state, overridden, note }) => [
    joined(
      [
        t(`words.relations.${kind}`),
        refLink(writing, ref),
        markup`<span class="said" dir="auto">${statement}</span>`,
        stateMark(state, t),
        overridden ? markup`<span class="badge">${t('report.glance.overridden')}</span>` : null,
      ],
      ' ',
    ),
    note.trim() === '' ? null : small(told(note)),
  ]);
  return [paragraph(t('report.relations.title'), 'label'), list(lines, 'plain')];
}

/** Second findings beside the first: none is taken into the other, and both stand. */
export function reviewsHtml({ ref, reviews }: ReportAllegation, t: Translate): HtmlPart {
  if (reviews.length === 0) return null;
  return [
    table(
      say(t, 'report.reviews.caption', { ref: told(ref) }),
      ['by', 'state', 'reason', 'compared'].map((head) => t(`report.reviews.${head}`)),
      reviews.map((review) => reviewRow(review, t)),
      'reviews',
    ),
    paragraph(t('report.reviews.note'), 'small'),
  ];
}

function reviewRow(review: ReportReview, t: Translate): [HtmlPart, ...HtmlPart[]] {
  const { reason, blind, by, at, agrees, superseded } = review;
  return [
    [
      say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(at) }),
      small(t(blind ? 'report.reviews.blind' : 'report.reviews.notBlind')),
    ],
    stateOf(review, t),
    block(reason),
    [
      t(agrees ? 'report.reviews.agrees' : 'report.reviews.disagrees'),
      superseded ? small(t('report.reviews.superseded')) : null,
    ],
  ];
}

function stateOf(
  { state, why, basis }: Pick<ReportReview, 'state' | 'why' | 'basis'>,
  t: Translate,
): HtmlPart {
  return [
    stateMark(state, t),
    smallOrNone(whyPhrase(why, t)),
    smallOrNone(basis === null ? null : t(`words.bases.${basis}`)),
  ];
}

export function questionsHtml(questions: readonly Question[], t: Translate): HtmlPart {
  if (questions.length === 0) return null;
  return [
    paragraph(t('report.evidence.questions'), 'label'),
    list(
      questions.map((question) => questionSentence(question, t)),
      'questions',
    ),
  ];
}

export function earlierHtml(ref: string, earlier: readonly EarlierFinding[], t: Translate): HtmlPart {
  if (earlier.length === 0) return null;
  return table(
    say(t, 'report.earlier.caption', { ref: told(ref) }),
    ['decided', 'state', 'reason'].map((head) => t(`report.earlier.${head}`)),
    earlier.map((finding) => [
      say(t, 'report.finding.byAt', { name: nameOf(finding.by, t), at: moment(finding.at) }),
      [stateOf(finding, t), finding.undone ? small(t('report.earlier.undone')) : null],
      [
        block(finding.reason),
        finding.override === null
          ? null
          : paragraph(say(t, 'report.earlier.override', { override: told(finding.override) }), 'small'),
      ],
    ]),
    'earlier',
  );
}
