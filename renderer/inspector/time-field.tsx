import { TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';

interface TimeFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Says how times are written, once in a form. */
  explained?: boolean;
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
