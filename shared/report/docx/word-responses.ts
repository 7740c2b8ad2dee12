import type { Translate } from '../../messages/translate.ts';
import type { ReportAllegation } from '../report-allegation.ts';
import type { ReportResponse } from '../report-responses.ts';
import { answerOf } from '../report-phrases.ts';
import { joined, moment, ofKnown, say, whenTold } from './word-parts.ts';
import { line, said, small, smallOf, table, type Cell } from './word-table.ts';
import { address, look, paragraph, told, type WordBlock } from './word.ts';

/** The contact log of one allegation. No answer, no reply to an attempt, declining and denying are told apart. */

const COLUMNS = { party: 16, answer: 17, words: 21, asked: 22, on: 12, channel: 12 };

export function responsesWord(
  { ref, responses }: ReportAllegation,
  madeAt: string,
  t: Translate,
): WordBlock[] {
  if (responses.length === 0) return [paragraph('Body', t('report.responses.none'))];
  return table(
    { id: 'responses', caption: say(t, 'report.responses.caption', { ref: told(ref) }), columns: COLUMNS },
    responses.map((response) => responseRow(response, madeAt, t)),
    t,
  );
}

/** What a party answered; what was only asked says until when nobody had. */
export function answerText(answer: Parameters<typeof answerOf>[0], madeAt: string, t: Translate): string {
  return t(answerOf(answer).word, { at: moment(madeAt, t) });
}

function responseRow(response: ReportResponse, madeAt: string, t: Translate): Cell[] {
  const { party, kind, denies, words, contact, on, channel, address: written, overdue } = response;
  // Where nobody answered there are no words and no date that could have been recorded.
  const unknown = kind === 'asked' || kind === 'no-reply' ? null : t('report.notRecorded');
  return [
    [
      line(told(party, 'Name')),
      smallOf(contact, (whom) => say(t, 'report.responses.contact', { contact: told(whom) })),
    ],
    [
      line(answerText(response, madeAt, t)),
      smallOf(denies, (what) => say(t, 'report.responses.denies', { what: told(what) })),
      overdue ? small(look('Emphasised', t('report.responses.overdue'))) : null,
    ],
    [said(words) ?? line(unknown)],
    askedCell(response, t),
    [line(on === null ? unknown : whenTold(on, t))],
    channel === null && written === null
      ? [line(t('report.notRecorded'))]
      : [line(ofKnown(channel, (way) => told(way))), smallOf(written, address)],
  ];
}

function askedCell({ askedOn, deadline, attempts }: ReportResponse, t: Translate): Cell {
  const tries = (attempts ?? []).map(({ on, channel, note }) =>
    joined([ofKnown(on, (time) => whenTold(time, t)), told(channel), note.trim() === '' ? null : told(note)]),
  );
  if (askedOn === null && deadline === null && tries.length === 0) return [line(t('report.notRecorded'))];
  return [
    smallOf(askedOn, (time) => t('report.responses.askedOn', { time: whenTold(time, t) })),
    smallOf(deadline, (time) => t('report.responses.deadline', { time: whenTold(time, t) })),
    tries.length === 0 ? null : small(t('report.responses.attempts')),
    ...tries.map(small),
  ];
}
