import { useId } from 'react';
import { TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import css from './inspector.module.css';

interface TimeFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  wrong?: string | undefined;
  /** Says how times are written, once in a form. */
  explained?: boolean;
  /** The id of what says it instead. */
  describedBy?: string;
  isRequired?: boolean;
}

/** A time as precise as it is known, as it is typed (times.ts). */
export function TimeField({ explained = false, ...props }: TimeFieldProps) {
  const t = useT();
  return (
    <TextField
      {...props}
      placeholder={t('inspector.datePlaceholder')}
      {...(explained && { hint: t('inspector.timeHint') })}
    />
  );
}

/** Two times beside one another, with how times are written below both: it is too long for half the width. */
export function TimePair({ times }: { times: readonly [TimeFieldProps, TimeFieldProps] }) {
  const t = useT();
  const hintId = useId();
  return (
    <div className={css['pair']}>
      {times.map((time) => (
        <TimeField key={time.label} {...time} describedBy={hintId} />
      ))}
      <p id={hintId} className={css['across']}>
        {t('inspector.timeHint')}
      </p>
    </div>
  );
}
