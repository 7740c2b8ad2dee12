import type { Case } from '../case/case.ts';
import {
  caseWithAllegation,
  evidenceOn,
  newest,
  responseOn,
  run as runIn,
  type Command,
  type TestContext,
} from './case-with.ts';

/** For tests only: the commands of the newer kinds of record, and a case in which there is one of every kind. */

/** A photograph that was taken in. */
export function exhibitWith(
  fields: Partial<Omit<Command<'add-exhibit'>, 'type'>> = {},
): Command<'add-exhibit'> {
  return {
    type: 'add-exhibit',
    title: 'The mill after the fire',
    kind: 'image',
    sha256: 'a'.repeat(64),
    bytes: 12_345,
    mediaType: 'image/jpeg',
    fileName: 'mill.jpg',
    publishedOn: null,
    capturedOn: null,
    accessedOn: null,
    address: null,
    archivedAddress: null,
    notes: '',
    graphic: false,
    ...fields,
  };
}

/** A question about the first word of a document, unless told otherwise. */
export function queryOn(
  documentId: string,
  fields: Partial<Omit<Command<'ask-query'>, 'type'>> = {},
): Command<'ask-query'> {
  return {
    type: 'ask-query',
    span: { documentId, start: 0, end: 3 },
    allegationId: null,
    kind: 'question',
    question: 'Which mill?',
    proposed: null,
    decider: null,
    ...fields,
  };
}

/** The same world with somebody else at the keyboard. */
export function contextOf(context: TestContext, by: string): TestContext {
  return {
    by,
    newId: context.newId,
    tick: context.tick,
    get at() {
      return context.at;
    },
  };
}

/** A second person's finding that it cannot be said yet, unless told otherwise. */
export function reviewOf(
  allegationId: string,
  fields: Partial<Omit<Command<'review-allegation'>, 'type' | 'allegationId'>> = {},
): Command<'review-allegation'> {
  return {
    type: 'review-allegation',
    allegationId,
    state: 'unverified',
    reason: 'Nobody saw the log.',
    blind: false,
    ...fields,
  };
}

/** A report of all there is up to now, in one file, unless told otherwise. */
export function reportRecordOf(
  kase: Case,
  fields: Partial<Omit<Command<'record-report'>, 'type'>> = {},
): Command<'record-report'> {
  return {
    type: 'record-report',
    edition: 'checked',
    language: 'en',
    refs: null,
    madeAt: '2026-11-23T14:00:00.000Z',
    preparedBy: 'M. K.',
    heads: [...kase.heads],
    contentSha256: 'd'.repeat(64),
    files: [{ format: 'html', name: 'Mill fire.html', bytes: 4_321, sha256: 'e'.repeat(64) }],
    ...fields,
  };
}

/** A picture of one transparent pixel. */
export const LOGO = {
  mediaType: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  alt: 'The Mill Gazette',
} as const;

/**
 * A case with a record of every kind, none in use but its document: its two allegations are related, and what hangs on
 * one hangs on the first. Its newest source has no evidence yet.
 */
export function caseWithEverything(): ReturnType<typeof caseWithAllegation> & { otherId: string } {
  const made = caseWithAllegation();
  const { kase, run, context, documentId, allegationId } = made;
  run({ type: 'record-allegation', statement: 'Nobody was hurt.', passage: null });
  const otherId = newest(kase, 'allegations').id;
  run(evidenceOn(allegationId));
  run({ type: 'add-source', name: 'Fire log', kind: 'record', party: null });
  run(exhibitWith());
  run(responseOn(allegationId));
  run(queryOn(documentId, { allegationId }));
  run({ type: 'mark-text', span: { documentId, start: 35, end: 50 }, kind: 'nothing' });
  runIn(kase, reviewOf(allegationId), contextOf(context, 'R. S.'));
  run({ type: 'relate-allegations', kind: 'narrower', fromId: allegationId, toId: otherId, note: '' });
  run({ type: 'change-cover', cover: { method: 'We read every line.', interests: 'None.' }, logo: LOGO });
  run(reportRecordOf(kase));
  return { ...made, otherId };
}
