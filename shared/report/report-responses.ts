import { children, present } from '../case/case.ts';
import type { Attempt, Response } from '../case/dealings.ts';
import type { Extent, ResponseKind } from '../case/words.ts';
import { isAwaited } from '../queries/requests.ts';
import { partyName } from '../queries/rows.ts';
import { isOver } from '../text/when.ts';
import type { Telling } from './report-about.ts';

/** A line of the contact log: whom it was put to, when, and what came of it. */
export interface ReportResponse {
  party: string;
  kind: ResponseKind;
  /** Only for a denial. */
  extent: Extent | null;
  /** Only for a denial: what it is that was denied, in a few words. */
  denies: string | null;
  words: string;
  /** The person or office that was asked. */
  contact: string | null;
  askedOn: string | null;
  deadline: string | null;
  /** Asked, and another line of the log says what came of it. */
  answered: boolean;
  /** Asked, no answer, and the deadline was over when the report was made. */
  overdue: boolean;
  /** The tries to reach it, oldest first; null in the checked edition. */
  attempts: Pick<Attempt, 'on' | 'channel' | 'note'>[] | null;
  /** When it answered. */
  on: string | null;
  channel: string | null;
  address: string | null;
}

/** What the parties said of an allegation, or that they were asked, in the order it was recorded. */
export function responsesTold({ kase, edition, at }: Telling, allegationId: string): ReportResponse[] {
  const responses = present<Response>(children(kase, ['responses', 'allegationId'], allegationId));
  return responses.map((response) => {
    const awaited = isAwaited(response, responses);
    const { kind, extent, denies, words, contact, askedOn, deadline, on, channel, address } = response;
    return {
      party: partyName(kase, response.partyId) ?? '',
      kind,
      extent,
      denies,
      words,
      contact,
      askedOn,
      deadline,
      answered: kind === 'asked' && !awaited,
      overdue: awaited && deadline !== null && isOver(deadline, at),
      attempts:
        edition === 'checking'
          ? response.attempts.map((each) => ({ on: each.on, channel: each.channel, note: each.note }))
          : null,
      on,
      channel,
      address,
    };
  });
}
