import { useState } from 'react';
import type { Identity } from '../../shared/case/identity.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';

interface IdentityFormProps {
  /** The description that the source is called by. */
  name: string;
  initial: Identity | null;
  /** Answers why it could not be kept, or null when it is. */
  onKeep: (identity: Identity) => Promise<string | null>;
  onLeave: () => void;
}

/** Who a confidential source is, for the vault. What is written here is in no draft: it goes when the form goes. */
export function IdentityForm({ name, initial, onKeep, onLeave }: IdentityFormProps) {
  const t = useT();
  const [identity, setIdentity] = useState<Identity>(initial ?? { name: '', contact: '', notes: '' });
  const [problem, setProblem] = useState<string>();
  const submit = async (): Promise<void> => {
    const unkept = await onKeep(identity);
    if (unkept !== null) setProblem(unkept);
  };
  return (
    <EntryForm
      label={t('sourcesView.identityForm', { name })}
      verb={t('sourcesView.identityVerb')}
      onSubmit={() => void submit()}
      onCancel={onLeave}
      onLeave={onLeave}
      problem={problem}
    >
      <TextField
        label={t('sourcesView.identityName')}
        hint={t('sourcesView.unkept')}
        value={identity.name}
        onChange={(next) => setIdentity({ ...identity, name: next })}
      />
      <TextField
        label={t('sourcesView.identityContact')}
        value={identity.contact}
        onChange={(contact) => setIdentity({ ...identity, contact })}
        long
      />
      <TextField
        label={t('sourcesView.identityNotes')}
        value={identity.notes}
        onChange={(notes) => setIdentity({ ...identity, notes })}
        long
      />
    </EntryForm>
  );
}
