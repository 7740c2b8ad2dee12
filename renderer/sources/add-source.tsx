import { useState } from 'react';
import { RELIABILITIES, SOURCE_KINDS, type Reliability, type SourceKind } from '../../shared/case/words.ts';
import { useDraft } from '../drafts.ts';
import { failureSentence } from '../failure.ts';
import { useNames } from '../inspector/use-names.ts';
import { run, showSource, useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField, ComboField, SelectField, TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';

interface Draft {
  name: string;
  kind: SourceKind;
  party: string;
  interests: string;
  reliability: Reliability;
  confidential: boolean;
}

const EMPTY: Draft = {
  name: '',
  kind: 'person',
  party: '',
  interests: '',
  reliability: 'F',
  confidential: false,
};

/** A source before there is evidence from it. Closed without adding it, it keeps what was written. */
export function AddSource() {
  const t = useT();
  const { parties } = useNames();
  const caseId = useWindow(({ overview }) => overview?.id);
  const [draft, change, clear] = useDraft(`add-source:${caseId}`, EMPTY);
  const { name, kind, party, interests, reliability, confidential } = draft;
  const set = (part: Partial<Draft>): void => change({ ...draft, ...part });
  const [problem, setProblem] = useState<string>();
  const save = async (): Promise<void> => {
    const answer = await run({ type: 'add-source', ...draft });
    if (!answer.ok) return setProblem(failureSentence(answer.error, t));
    clear();
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
          <Button
            onPress={() => {
              clear();
              closeDialog();
            }}
          >
            {t('frame.cancel')}
          </Button>
          <Button kind="primary" onPress={() => void save()}>
            {t('sourcesView.addVerb')}
          </Button>
        </>
      }
    >
      <TextField
        label={t(confidential ? 'sourcesView.description' : 'sourcesView.name')}
        value={name}
        onChange={(next) => set({ name: next })}
        onEnter={() => void save()}
        isRequired
        autoFocus
      />
      <CheckField
        label={t('inspector.confidentialSource')}
        hint={t('sourcesView.addConfidentialHint')}
        value={confidential}
        onChange={(next) => set({ confidential: next })}
      />
      <SelectField
        label={t('sourcesView.kind')}
        value={kind}
        choices={SOURCE_KINDS.map((value) => ({ value, text: t(`words.sources.${value}`) }))}
        onChange={(next) => set({ kind: next })}
      />
      <ComboField
        label={t('sourcesView.party')}
        value={party}
        choices={parties}
        onChange={(next) => set({ party: next })}
      />
      <TextField
        label={t('sourcesView.interests')}
        hint={t('sourcesView.interestsHint')}
        value={interests}
        onChange={(next) => set({ interests: next })}
        onEnter={() => void save()}
        long
      />
      <SelectField
        label={t('sourcesView.reliability')}
        hint={t('sourcesView.reliabilityHint')}
        value={reliability}
        choices={RELIABILITIES.map((value) => ({ value, text: t(`words.reliabilities.${value}`) }))}
        onChange={(next) => set({ reliability: next })}
      />
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}
