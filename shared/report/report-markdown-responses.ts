import type { Translate } from '../messages/translate.ts';
import {
  address,
  bullets,
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
import { joined, moment, ofKnown, say, whenTold } from './report-markdown-parts.ts';
import type { ReportResponse } from './report-responses.ts';
import { answerOf } from './report-phrases.ts';

/** The contact log of one allegation in Markdown. No answer, no reply, declining and denying are told apart. */
export function responsesMarkdown({ ref, responses }: ReportAllegation, madeAt: string, t: Translate): Block {
  if (responses.length === 0) return paragraph(t('report.responses.none'));
  return together(
    paragraph(say(t, 'report.responses.caption', { ref: told(ref) })),
    bullets(responses.map((response) => responseItem(response, madeAt, t))),
  );
}

/** What a party answered; what was only asked says until when nobody had. */
export function answerText(answer: Parameters<typeof answerOf>[0], madeAt: string, t: Translate): MdPart {
  return say(t, answerOf(answer).word, { at: moment(madeAt, t) });
}

function responseItem(response: ReportResponse, madeAt: string, t: Translate): Block {
  const { party, denies, words, contact, on, channel, address: written, overdue } = response;
  return together(
    paragraph(
      joined([
        told(party),
        answerText(response, madeAt, t),
        ofKnown(denies, (what) => say(t, 'report.responses.denies', { what: told(what) })),
        overdue ? md`**${t('report.responses.overdue')}**` : null,
      ]),
    ),
    quotation(words),
    lines(
      [
        joined([
          ofKnown(contact, (whom) => say(t, 'report.responses.contact', { contact: told(whom) })),
          ofKnown(response.askedOn, (time) =>
            say(t, 'report.responses.askedOn', { time: whenTold(time, t) }),
          ),
          ofKnown(response.deadline, (time) =>
            say(t, 'report.responses.deadline', { time: whenTold(time, t) }),
          ),
        ]),
        ofKnown(on, (time) => md`${t('report.responses.on')}: ${whenTold(time, t)}`),
        ofKnown(
          joined([ofKnown(channel, told), ofKnown(written, address)]),
          (way) => md`${t('report.responses.channel')}: ${way}`,
        ),
        ...(response.attempts ?? []).map(
          (attempt) => md`${t('report.responses.attempts')} ${attemptText(attempt, t)}`,
        ),
      ].filter((line) => line !== null),
    ),
  );
}

function attemptText(
  { on, channel, note }: NonNullable<ReportResponse['attempts']>[number],
  t: Translate,
): MdPart {
  return joined([
    ofKnown(on, (time) => whenTold(time, t)),
    told(channel),
    note.trim() === '' ? null : told(note),
  ]);
}
