import { expect, it } from 'vitest';
import { removableKinds } from '../commands/remove.ts';
import { caseWithAllegation, evidenceOn, newest, responseOn } from '../testing/case-with.ts';
import { overviewOf } from './overview.ts';
import { trashOf } from './trash.ts';

it.each(removableKinds.options)('the trash lists %s by what people know them by, and counts them', (kind) => {
  const { kase, run, allegationId } = caseWithAllegation();
  run(evidenceOn(allegationId));
  run(responseOn(allegationId));
  if (kind === 'documents') run({ type: 'remove', kind: 'allegations', id: allegationId });
  const before = trashOf(kase).length;
  const { id } = newest(kase, kind);
  run({ type: 'remove', kind, id });
  const item = trashOf(kase).find((each) => each.id === id);
  expect(item).toMatchObject({ kind, ref: kind === 'documents' ? '' : 'MIL-001' });
  expect(item?.label).not.toBe('');
  expect([trashOf(kase).length, overviewOf(kase).trashed]).toEqual([before + 1, before + 1]);
  run({ type: 'restore', kind, id });
  expect(trashOf(kase)).toHaveLength(before);
});
