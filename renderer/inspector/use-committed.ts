import { useEffect, useRef, useState } from 'react';
import type { Input } from '../../shared/api.ts';
import { draftNow, useDraft } from '../drafts.ts';
import { unsavedSentence } from '../failure.ts';
import { run } from '../store.ts';
import { useT } from '../ui/words.tsx';

interface Committed {
  value: string;
  change: (value: string) => void;
  /** Saves what was written, if it differs; called when the field is left. */
  leave: () => void;
  /** Back to what is saved. */
  reset: () => void;
  wrong: string | undefined;
  /** Whether something is written that is not saved. */
  isChanged: boolean;
}

/**
 * A field that saves itself when it is left. What was written stays in it, with the reason, when it could not be saved.
 * `key` names its draft, such as `edit:ID:statement`; `commandFor` turns the text into the command that saves it, or
 * into a sentence that says what is wrong with it.
 */
export function useCommitted(
  key: string,
  stored: string,
  commandFor: (text: string) => Input<'run'> | { wrong: string },
): Committed {
  const t = useT();
  const [draft, change, clear] = useDraft<string | null>(key, null);
  const [wrong, setWrong] = useState<string>();
  /** What was saved, shown until the new value arrives instead of the old one. */
  const [saved, setSaved] = useState<{ text: string; over: string }>();
  const latest = useRef(stored);
  useEffect(() => {
    latest.current = stored;
  }, [stored]);

  const reset = (): void => {
    clear();
    setWrong(undefined);
  };
  const leave = async (): Promise<void> => {
    if (draft === null) return;
    if (draft === stored) return reset();
    const asked = commandFor(draft);
    if ('wrong' in asked) return setWrong(asked.wrong);
    const answer = await run(asked);
    const unsaved = unsavedSentence(answer, t);
    setWrong(unsaved ?? undefined);
    if (unsaved !== null) return;
    // What was written on meanwhile is not saved yet and stays.
    if (draftNow(key) !== draft) return;
    clear();
    if (answer.ok && latest.current === stored) setSaved({ text: draft, over: stored });
  };
  const shown = saved?.over === stored ? saved.text : stored;
  return {
    value: draft ?? shown,
    change,
    leave: () => void leave(),
    reset,
    wrong,
    isChanged: draft !== null,
  };
}
