import type { Translate } from '../../messages/translate.ts';
import type { ReportAllegation, ReportRelation } from '../report-allegation.ts';
import type { EarlierFinding, ReportReview } from '../report-finding.ts';
import { whyPhrase } from '../report-words.ts';
import { byAt, joined, labelled, refLink, say, stateMark, type WordWriting } from './word-parts.ts';
import { block, line, small, table, type Cell } from './word-table.ts';
import { look, paragraph, told, type WordBlock, type WordParagraph } from './word.ts';

/** What stands around the evidence of one allegation: relations, reviews, and the findings it had before. */

export function relationsWord(relations: readonly ReportRelation[], writing: WordWriting): WordParagraph[] {
  const { t } = writing;
  return labelled(
    'Heading3',
    t('report.relations.title'),
    relations.map(({ kind, ref, statement, state, overridden, note }) =>
      joined([
        [t(`words.relations.${kind}`), ' ', refLink(writing, ref), ' ', told(statement, 'Said')],
        stateMark(state, t),
        overridden ? look('Emphasised', t('report.glance.overridden')) : null,
        note.trim() === '' ? null : told(note),
      ]),
    ),
  );
}

/** Second findings beside the first: none is taken into the other, and both stand. */
export function reviewsWord({ ref, reviews }: ReportAllegation, t: Translate): WordBlock[] {
  if (reviews.length === 0) return [];
  return [
    ...table(
      {
        id: 'reviews',
        caption: say(t, 'report.reviews.caption', { ref: told(ref) }),
        columns: { by: 25, state: 20, reason: 38, compared: 17 },
      },
      reviews.map((review) => reviewRow(review, t)),
      t,
    ),
    paragraph('Body', look('Soft', t('report.reviews.note'))),
  ];
}

function reviewRow(review: ReportReview, t: Translate): Cell[] {
  const { reason, blind, by, at, agrees, superseded } = review;
  return [
    [line(byAt(by, at, t)), small(t(blind ? 'report.reviews.blind' : 'report.reviews.notBlind'))],
    stateCell(review, t),
    [block(reason)],
    [
      line(t(agrees ? 'report.reviews.agrees' : 'report.reviews.disagrees')),
      superseded ? small(t('report.reviews.superseded')) : null,
    ],
  ];
}

function stateCell({ state, why, basis }: Pick<ReportReview, 'state' | 'why' | 'basis'>, t: Translate): Cell {
  return [
    line(stateMark(state, t)),
    small(whyPhrase(why, t)),
    small(basis === null ? null : t(`words.bases.${basis}`)),
  ];
}

export function earlierWord(ref: string, earlier: readonly EarlierFinding[], t: Translate): WordBlock[] {
  if (earlier.length === 0) return [];
  return table(
    {
      id: 'earlier',
      caption: say(t, 'report.earlier.caption', { ref: told(ref) }),
      columns: { decided: 20, state: 22, reason: 58 },
    },
    earlier.map((finding) => [
      [line(byAt(finding.by, finding.at, t))],
      [...stateCell(finding, t), finding.undone ? small(t('report.earlier.undone')) : null],
      [
        block(finding.reason),
        finding.override === null
          ? null
          : small(say(t, 'report.earlier.override', { override: told(finding.override) })),
      ],
    ]),
    t,
  );
}
