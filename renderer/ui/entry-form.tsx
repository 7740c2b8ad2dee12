import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './entry-form.module.css';
import { focusView } from './focus-view.ts';
import { Message } from './message.tsx';
import { useT } from './words.tsx';

/** Why a form could not be carried out. */
export interface Problem {
  sentence: string;
  /** The field that says it, as `wrong`; null where it is about the form as a whole. */
  field: string | null;
}

interface EntryFormProps {
  label: string;
  /** The word on the button that carries it out. */
  verb: string;
  onSubmit: () => void;
  /** Throws away what was written. */
  onCancel: () => void;
  /** Puts the form away and keeps what was written for the next time. */
  onLeave: () => void;
  /** Why it could not be carried out; a sentence alone is about the form as a whole. */
  problem: Problem | string | undefined;
  children: ReactNode;
}

/** A form that is carried out as a whole. Escape puts it away without losing a word. */
export function EntryForm({ label, verb, onSubmit, onCancel, onLeave, problem, children }: EntryFormProps) {
  const t = useT();
  const atFoot = typeof problem === 'object' ? problem.field === null && problem.sentence : problem;
  const told = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // A form that was opened is where the work goes on; when it goes, the work goes on where it came from.
  useEffect(() => {
    const opener = document.activeElement;
    const own = form.current;
    if (own && !own.contains(opener)) {
      controlIn(own.querySelector('[data-first]') ?? own)?.focus();
      own.scrollIntoView({ block: 'nearest' });
    }
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
        else focusView();
      });
    };
  }, []);
  // A long form may be scrolled away from where the reason is told.
  useEffect(() => {
    if (problem === undefined) return;
    const wrong = atFoot ? null : form.current?.querySelector('[data-invalid]');
    if (wrong) controlIn(wrong)?.focus();
    else told.current?.scrollIntoView({ block: 'nearest' });
  }, [problem, atFoot]);
  return (
    // The keys are those of the fields inside; a form has none of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={css['form']}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        if (event.key === 'Escape') {
          // Only the form is put away, and not the dialog it may stand in.
          event.stopPropagation();
          onLeave();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
      }}
    >
      {children}
      <div ref={told} className={css['told']}>
        {atFoot && <Message kind="failed">{atFoot}</Message>}
      </div>
      <div className={css['buttons']}>
        <Button onPress={onCancel}>{t('frame.cancel')}</Button>
        <Button kind="primary" type="submit">
          {verb}
        </Button>
      </div>
    </form>
  );
}

/** What takes the keyboard in a form or a field: where something is chosen or written, or else its first control. */
function controlIn(place: Element): HTMLElement | null {
  return (
    place.querySelector<HTMLElement>('input:checked, input:not([type="radio"]), textarea') ??
    place.querySelector<HTMLElement>('input, button')
  );
}
