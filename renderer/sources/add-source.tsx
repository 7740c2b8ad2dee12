import { useState } from 'react';
import { RELIABILITIES, SOURCE_KINDS, type Reliability, type SourceKind } from '../../shared/case/words.ts';
import { failureSentence } from '../failure.ts';
import { useNames } from '../inspector/use-names.ts';
import { run, showSource } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField, ComboField, SelectField, TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';

/** A source before there is evidence from it. */
export function AddSource() {
  const t = useT();
  const { parties } = useNames();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<SourceKind>('person');
  const [party, setParty] = useState('');
  const [interests, setInterests] = useState('');
  const [reliability, setReliability] = useState<Reliability>('F');
  const [confidential, setConfidential] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = async (): Promise<void> => {
    const fields = { name, kind, party, interests, reliability, confidential };
    const answer = await run({ type: 'add-source', ...fields });
    if (!answer.ok) return setProblem(failureSentence(answer.error, t));
    closeDialog();
    const made = answer.value.created.find((each) => each.kind === 'sources');
    if (made) showSource(made.id);
    announce(t('sourcesView.added'));
  };
  return (
    <Dialog
      title={t('sourcesView.add')}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{t('frame.cancel')}</Button>
          <Button kind="primary" onPress={() => void save()}>
            {t('sourcesView.addVerb')}
          </Button>
        </>
      }
    >
      <TextField
        label={t(confidential ? 'sourcesView.description' : 'sourcesView.name')}
        value={name}
        onChange={setName}
        isRequired
        autoFocus
      />
      <CheckField
        label={t('inspector.confidentialSource')}
        hint={t('sourcesView.addConfidentialHint')}
        value={confidential}
        onChange={setConfidential}
      />
      <SelectField
        label={t('sourcesView.kind')}
        value={kind}
        choices={SOURCE_KINDS.map((value) => ({ value, text: t(`words.sources.${value}`) }))}
        onChange={setKind}
      />
      <ComboField label={t('sourcesView.party')} value={party} choices={parties} onChange={setParty} />
      <TextField
        label={t('sourcesView.interests')}
        hint={t('sourcesView.interestsHint')}
        value={interests}
        onChange={setInterests}
        long
      />
      <SelectField
        label={t('sourcesView.reliability')}
        hint={t('sourcesView.reliabilityHint')}
        value={reliability}
        choices={RELIABILITIES.map((value) => ({ value, text: t(`words.reliabilities.${value}`) }))}
        onChange={setReliability}
      />
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}
