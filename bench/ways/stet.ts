import { CaseStore } from '../../electron/case-store/case-store.ts';
import { contextFor } from '../../electron/context.ts';
import type { CommandValue } from '../../shared/commands/index.ts';
import type { Case } from '../../shared/case/case.ts';
import type { Saving, Way } from './way.ts';

/** What can be done to an open store besides moving. */
export interface OpenStet extends Saving {
  readonly kase: Case;
  snapshot(): Promise<void>;
}

/** A store on the case file, and edits through it: decided, sealed, durable, applied, told. */
export async function openStet(caseFile: string): Promise<OpenStet> {
  const opened = await CaseStore.open(caseFile);
  if (!opened.ok) throw new Error(`the case does not open: ${opened.error.code}`);
  const store = opened.value;
  const movable = [...store.kase.records.allegations.values()]
    .filter(({ finding }) => finding.state === 'corroborated')
    .map(({ id }) => id);
  let moves = 0;
  return {
    kase: store.kase,
    async edit() {
      const done = await store.commit([move(movable[moves++ % movable.length] as string)], () =>
        contextFor('M. K.'),
      );
      if (!done.ok) throw new Error(`a move was refused: ${JSON.stringify(done.error)}`);
    },
    async snapshot() {
      const done = await store.snapshot();
      if (!done.ok) throw new Error(`the snapshot failed: ${done.error.code}`);
    },
    async end() {
      await store.close();
    },
  };

  /** To and fro: every one of them meets the standard. */
  function move(id: string): CommandValue {
    const corroborated = store.kase.records.allegations.get(id)?.finding.state === 'corroborated';
    return corroborated
      ? {
          type: 'move-allegation',
          id,
          to: 'unverified',
          why: 'in-progress',
          reason: 'A reader doubts the record.',
        }
      : { type: 'move-allegation', id, to: 'corroborated', reason: 'The archive confirms the record.' };
  }
}

export const stet: Way = {
  name: 'stet',
  title: 'Stet: commit into a journal',
  durable: true,
  whole: false,
  start: async ({ stet: opened }) => ({ edit: () => opened.edit(), end: async () => undefined }),
};
