import type { Case } from '../case/case.ts';
import { codePointLength } from '../text/code-points.ts';
import { caseWith, evidenceOn, newest, responseOn, run as runIn } from './case-with.ts';
import { contextOf, exhibitWith, queryOn, reviewOf } from './case-with-everything.ts';

/** For tests only: a case that has this text wherever people can write one. */
export function caseSaying(text: string): Case {
  const { kase, context, run } = caseWith({
    type: 'add-document',
    title: text,
    text,
    format: 'text',
    fileName: text,
  });
  const end = Math.min(5, codePointLength(text));
  const documentId = newest(kase, 'documents').id;
  run({
    type: 'record-allegation',
    statement: text,
    claimant: text,
    saidWhere: text,
    touches: [text],
    tags: [text],
    assignee: text,
    notes: text,
    passage: { documentId, start: 0, end },
  });
  const { id } = newest(kase, 'allegations');
  run({ type: 'verify-quote', id, how: text });
  run(exhibitWith({ title: text, mediaType: text, fileName: text, address: text, archivedAddress: text }));
  const exhibitId = newest(kase, 'exhibits').id;
  run({ type: 'add-source', name: text, kind: 'person', party: text, interests: text });
  const source = { id: newest(kase, 'sources').id };
  // Named as an origin before it is an item itself.
  run(evidenceOn(id, { excerpt: '', origin: { type: 'derived-source', sourceId: source.id } }));
  const given = { excerpt: text, locator: text, authentication: text, address: text };
  run(evidenceOn(id, { source, exhibitId, level: 'primary', ...given }));
  const answer = { party: text, denies: text, words: text, contact: text, channel: text, address: text };
  run(responseOn(id, answer));
  run({ type: 'log-attempt', id: newest(kase, 'responses').id, on: null, channel: text, note: text });
  const asked = { kind: 'wording', question: text, proposed: text, decider: text } as const;
  run(queryOn(documentId, { span: { documentId, start: 0, end }, allegationId: id, ...asked }));
  const decided = { decision: 'change', wording: null, reason: text, decidedBy: text } as const;
  run({ type: 'decide-query', id: newest(kase, 'queries').id, ...decided });
  run({ type: 'record-allegation', statement: 'Another one.', passage: null });
  const otherId = newest(kase, 'allegations').id;
  run({ type: 'relate-allegations', kind: 'repeats', fromId: otherId, toId: id, note: text });
  runIn(kase, reviewOf(id, { reason: text }), contextOf(context, text));
  run({ type: 'move-allegation', id, to: 'corroborated', reason: text, override: text });
  run({ type: 'edit-case', title: text });
  return kase;
}
