import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { draftNow, useDraft } from '../drafts.ts';
import { unsavedSentence } from '../failure.ts';
import { run } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { ComboField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import css from './inspector.module.css';
import { useNames } from './use-names.ts';

/** The parties an allegation touches: each can be taken out, and the field adds one when it is left or at Enter. */
export function TouchesField({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const { id } = details.allegation;
  const key = `edit:${id}:touches`;
  const [typed, setTyped, clear] = useDraft(key, '');
  const [wrong, setWrong] = useState<string>();
  const { parties } = useNames();
  const field = useRef<HTMLDivElement>(null);
  /** As they were saved last: two quick changes must not undo one another. */
  const latest = useRef(details.touches);
  useEffect(() => {
    latest.current = details.touches;
  }, [details.touches]);

  const save = async (touches: string[]): Promise<boolean> => {
    const before = latest.current;
    latest.current = touches;
    const unsaved = unsavedSentence(await run({ type: 'edit-allegation', id, touches }), t);
    if (unsaved !== null && latest.current === touches) latest.current = before;
    setWrong(unsaved ?? undefined);
    return unsaved === null;
  };
  const add = async (): Promise<void> => {
    if (typed.trim() === '') return reset();
    // What was written on meanwhile is not added yet and stays.
    if ((await save([...latest.current, typed])) && draftNow(key) === typed) clear();
  };
  const takeOut = (name: string): void => {
    void save(latest.current.filter((each) => each !== name));
    field.current?.querySelector('input')?.focus();
  };
  const reset = (): void => {
    clear();
    setWrong(undefined);
  };
  return (
    <div ref={field} className={css['several']}>
      <ComboField
        label={t('inspector.touches')}
        hint={t('inspector.touchesHint')}
        value={typed}
        choices={parties.filter((name) => !details.touches.includes(name))}
        onChange={setTyped}
        onLeave={() => void add()}
        onEnter={() => void add()}
        onEscape={reset}
        wrong={wrong}
        isDisabled={!writable}
      />
      {details.touches.length > 0 && (
        <ul className={css['chips']} aria-label={t('inspector.touchesList')}>
          {details.touches.map((name) => (
            <li key={name} className={css['chip']}>
              <bdi>{name}</bdi>
              {writable && (
                <Button
                  kind="quiet"
                  aria-label={t('inspector.touchesRemove', { name })}
                  onPress={() => takeOut(name)}
                >
                  <X size={14} aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
