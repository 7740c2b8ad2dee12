import type { ProtectedName } from '../../shared/case/identity.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import css from './sources.module.css';

interface ProtectedNameEntryProps {
  entry: ProtectedName;
  /** Its place in the list, from 1: what it is called by, since a name is not read out unasked. */
  number: number;
  onChange: (entry: ProtectedName) => void;
  onRemove: () => void;
}

/** One protected name with its other forms, a line each. */
export function ProtectedNameEntry({ entry, number, onChange, onRemove }: ProtectedNameEntryProps) {
  const t = useT();
  return (
    <div role="group" aria-label={t('protection.names.entry', { number })} className={css['protected']}>
      <TextField
        label={t('protection.names.name')}
        value={entry.name}
        onChange={(name) => onChange({ ...entry, name })}
        autoFocus={entry.name === ''}
      />
      <TextField
        label={t('protection.names.forms')}
        hint={t('protection.names.formsHint')}
        value={entry.forms.join('\n')}
        onChange={(forms) => onChange({ ...entry, forms: forms === '' ? [] : forms.split('\n') })}
        long
      />
      <Button kind="quiet" onPress={onRemove}>
        {t('protection.names.remove')}
      </Button>
    </div>
  );
}
