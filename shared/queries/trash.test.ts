import { expect, it } from 'vitest';
import { removableKinds } from '../commands/remove.ts';
import { newest, UNDO } from '../testing/case-with.ts';
import { caseWithEverything, queryOn } from '../testing/case-with-everything.ts';
import { overviewOf } from './overview.ts';
import { trashOf, type TrashItem } from './trash.ts';

const CALLED: Record<TrashItem['kind'], { ref: string; label: string }> = {
  documents: { ref: '', label: 'The mill burned down 🔥 on Monday. Nobody was hurt, the mayor said.' },
  passages: { ref: 'MIL-001', label: 'The mill burned down 🔥 on Monday.' },
  allegations: { ref: 'MIL-002', label: 'Nobody was hurt.' },
  sources: { ref: '', label: 'Fire log' },
  exhibits: { ref: 'E1', label: 'The mill after the fire' },
  evidence: { ref: 'MIL-001', label: 'A neighbour' },
  responses: { ref: 'MIL-001', label: 'Mill owner' },
  queries: { ref: 'Q1', label: 'Which mill?' },
  reviews: { ref: 'MIL-001', label: 'R. S.' },
  relations: { ref: 'MIL-001', label: 'MIL-002' },
};

it.each(removableKinds.exclude(['marks']).options)(
  'the trash lists %s by what people know them by, and counts them',
  (kind) => {
    const { kase, run, allegationId } = caseWithEverything();
    if (kind === 'documents') {
      run({ type: 'remove', kind: 'allegations', id: allegationId });
      run({ type: 'remove', kind: 'queries', id: newest(kase, 'queries').id });
    }
    const before = trashOf(kase).length;
    const { id } = newest(kase, kind);
    run({ type: 'remove', kind, id });
    const item = trashOf(kase).find((each) => each.id === id);
    expect(item).toEqual({ kind, id, ...CALLED[kind] });
    expect([trashOf(kase).length, overviewOf(kase).trashed]).toEqual([before + 1, before + 1]);
    run({ type: 'restore', kind, id });
    expect(trashOf(kase)).toHaveLength(before);
  },
);

it('a mark is in no trash, and comes back by undoing', () => {
  const { kase, run } = caseWithEverything();
  const before = [trashOf(kase).length, overviewOf(kase).trashed];
  const { id } = newest(kase, 'marks');
  run({ type: 'remove', kind: 'marks', id });
  expect([trashOf(kase).length, overviewOf(kase).trashed]).toEqual(before);
  run(UNDO);
  expect(kase.records.marks.get(id)?.removed).toBe(false);
});

it('a source that was merged is in no trash', () => {
  const { kase, run } = caseWithEverything();
  const [id = '', intoId = ''] = kase.records.sources.keys();
  run({ type: 'merge-sources', id, intoId });
  expect([trashOf(kase), overviewOf(kase).trashed]).toEqual([[], 0]);
});

it('a query that proposes a wording and asks nothing is called by the words it is about', () => {
  const { kase, run, documentId } = caseWithEverything();
  run(queryOn(documentId, { kind: 'wording', question: '', proposed: 'A' }));
  run({ type: 'remove', kind: 'queries', id: newest(kase, 'queries').id });
  expect(trashOf(kase)).toMatchObject([{ ref: 'Q2', label: 'The' }]);
});
