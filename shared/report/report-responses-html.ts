import type { Translate } from '../messages/translate.ts';
import { markup, type Html, type HtmlPart } from './html.ts';
import type { ReportAllegation } from './report-allegation.ts';
import {
  address,
  block,
  joined,
  list,
  moment,
  paragraph,
  say,
  small,
  smallOf,
  table,
  told,
  whenTold,
} from './report-parts.ts';
import type { ReportResponse } from './report-responses.ts';
import { answerOf } from './report-phrases.ts';

/** The contact log of one allegation. No answer, no reply to an attempt, declining and denying are told apart. */

export function responsesHtml(allegation: ReportAllegation, madeAt: string, t: Translate): Html {
  const { ref, responses } = allegation;
  if (responses.length === 0) return paragraph(t('report.responses.none'));
  const heads = ['party', 'answer', 'words', 'asked', 'on', 'channel'];
  return table(
    say(t, 'report.responses.caption', { ref: told(ref) }),
    heads.map((head) => t(`report.responses.${head}`)),
    responses.map((response) => responseRow(response, madeAt, t)),
    'responses',
  );
}

/** What a party answered; what was only asked says until when nobody had. */
export function answerText(answer: Parameters<typeof answerOf>[0], madeAt: string, t: Translate): HtmlPart {
  return say(t, answerOf(answer).word, { at: moment(madeAt) });
}

function responseRow(response: ReportResponse, madeAt: string, t: Translate): [HtmlPart, ...HtmlPart[]] {
  const { party, kind, denies, words, contact, on, channel, address: written, overdue } = response;
  // Where nobody answered there are no words and no date that could have been recorded.
  const unknown = kind === 'asked' || kind === 'no-reply' ? null : t('report.notRecorded');
  return [
    [told(party), smallOf(contact, (whom) => say(t, 'report.responses.contact', { contact: told(whom) }))],
    [
      answerText(response, madeAt, t),
      smallOf(denies, (what) => say(t, 'report.responses.denies', { what: told(what) })),
      overdue ? small(markup`<strong>${t('report.responses.overdue')}</strong>`) : null,
    ],
    words.trim() === '' ? unknown : block(words, 'told said'),
    askedText(response, t),
    on === null ? unknown : whenTold(on, t),
    [
      channel === null ? (written === null ? t('report.notRecorded') : null) : told(channel),
      written === null ? null : small(address(written)),
    ],
  ];
}

function askedText({ askedOn, deadline, attempts }: ReportResponse, t: Translate): HtmlPart {
  const tries = (attempts ?? []).map(({ on, channel, note }) =>
    joined([on === null ? null : whenTold(on, t), told(channel), note.trim() === '' ? null : told(note)]),
  );
  if (askedOn === null && deadline === null && tries.length === 0) return t('report.notRecorded');
  return [
    smallOf(askedOn, (time) => say(t, 'report.responses.askedOn', { time: whenTold(time, t) })),
    smallOf(deadline, (time) => say(t, 'report.responses.deadline', { time: whenTold(time, t) })),
    tries.length === 0 ? null : [small(t('report.responses.attempts')), list(tries, 'plain small')],
  ];
}
