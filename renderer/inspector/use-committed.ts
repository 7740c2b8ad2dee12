import { useEffect, useRef, useState } from 'react';
import type { Input } from '../../shared/api.ts';
import { useDraft } from '../drafts.ts';
import { failureSentence } from '../failure.ts';
import { run } from '../store.ts';
import { useT } from '../ui/words.tsx';

type Edit = Omit<Extract<Input<'run'>, { type: 'edit-allegation' }>, 'type' | 'id'>;

interface Committed {
  value: string;
  change: (value: string) => void;
  /** Saves what was written, if it differs; called when the field is left. */
  leave: () => void;
  /** Back to what is saved. */
  reset: () => void;
  wrong: string | undefined;
}

/**
 * A field that saves itself when it is left. What was written stays in it, with the reason, when it could not be saved.
 * `edit` turns the text into the change, or into a sentence that says what is wrong with it.
 */
export function useCommitted(
  id: string,
  field: string,
  stored: string,
  edit: (text: string) => Edit | { wrong: string },
): Committed {
  const t = useT();
  const [draft, change, clear] = useDraft<string | null>(`edit:${id}:${field}`, null);
  const [wrong, setWrong] = useState<string>();
  const saved = useRef(false);
  useEffect(() => {
    // The new value is here, so the words it was written in can go.
    if (saved.current) clear();
    saved.current = false;
    // oxlint-disable-next-line react/exhaustive-deps
  }, [stored]);

  const reset = (): void => {
    clear();
    setWrong(undefined);
  };
  const leave = async (): Promise<void> => {
    if (draft === null) return;
    if (draft === stored) return reset();
    const asked = edit(draft);
    if ('wrong' in asked) return setWrong(asked.wrong);
    saved.current = true;
    const answer = await run({ type: 'edit-allegation', id, ...asked });
    if (answer.ok) return setWrong(undefined);
    saved.current = false;
    if ('refusal' in answer.error && answer.error.refusal.code === 'nothing-changed') return reset();
    setWrong(failureSentence(answer.error, t));
  };
  return { value: draft ?? stored, change, leave: () => void leave(), reset, wrong };
}
