import { present } from '../../shared/case/case.ts';
import type { Exhibit } from '../../shared/case/evidence.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { ExhibitFolder, type FileState } from './folder.ts';

/** What came of computing the hash of every exhibit anew. */
export interface Checked {
  checked: number;
  missing: number;
  altered: number;
  /** Those that are not as they were taken in, as people call them. */
  wrong: { exhibit: Exhibit; state: FileState }[];
}

/** Recomputes the hash of every exhibit of a case that is not in the trash. */
export async function checkAll(store: CaseStore): Promise<Checked> {
  const folder = ExhibitFolder.of(store);
  const exhibits = present<Exhibit>(store.kase.records.exhibits.values());
  const wrong: Checked['wrong'] = [];
  for (const exhibit of exhibits) {
    const state = await folder.check(exhibit);
    if (state !== 'there') wrong.push({ exhibit, state });
  }
  const count = (state: FileState): number => wrong.filter((each) => each.state === state).length;
  return { checked: exhibits.length, missing: count('missing'), altered: count('altered'), wrong };
}
