import { useState } from 'react';
import type { Input } from '../../shared/api.ts';
import { useDraft } from '../drafts.ts';
import { unsavedSentence } from '../failure.ts';
import { run } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';

interface Entry<D> {
  draft: D;
  set: (part: Partial<D>) => void;
  /** Why it could not be carried out. */
  problem: string | undefined;
  setProblem: (problem: string) => void;
  /** Throws away what was written, and the form with it. */
  cancel: () => void;
  /** Carries out what the form asks for, and says `done`; when that fails the form stays, with the reason. */
  carryOut: (command: Input<'run'>, done: string) => Promise<void>;
}

/** What the forms of the inspector have in common: a draft that is kept until it is saved or thrown away. */
export function useEntry<D extends object>(key: string, initial: D): Entry<D> {
  const t = useT();
  const [draft, change, clear] = useDraft(key, initial);
  const [problem, setProblem] = useState<string>();
  const cancel = (): void => {
    clear();
    closeForm();
  };
  const carryOut = async (command: Input<'run'>, done: string): Promise<void> => {
    const unsaved = unsavedSentence(await run(command), t);
    if (unsaved !== null) return setProblem(unsaved);
    cancel();
    announce(done);
  };
  return { draft, set: (part) => change({ ...draft, ...part }), problem, setProblem, cancel, carryOut };
}
