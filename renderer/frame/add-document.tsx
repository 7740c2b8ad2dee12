import { useRef, useState } from 'react';
import type { Input, Outputs } from '../../shared/api.ts';
import { api } from '../api.ts';
import { useDraft } from '../drafts.ts';
import { intakeSentence } from '../failure.ts';
import { run, showDocument, useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useT } from '../ui/words.tsx';
import { closeDialog, openDialog } from '../ui-state.ts';
import { PastedAs } from './pasted-as.tsx';
import { useRichPaste, type Rich } from './rich-paste.ts';

/** A text comes in: pasted here, or from files. It is kept as it came. */
export function AddDocument() {
  const caseId = useWindow(({ overview }) => overview?.id);
  return <Intake draftKey={`add-document:${caseId}`} previousId={null} />;
}

/** The document that is shown comes in anew, whichever of its versions is looked at. */
export function AddVersion() {
  const documentId = useWindow((state) => state.documentId) ?? '';
  const view = useAsked(`document:${documentId}`, () => api.document({ id: documentId }));
  const newest = view?.versions.at(-1)?.id;
  return newest === undefined ? null : <Intake draftKey={`add-version:${newest}`} previousId={newest} />;
}

interface Draft {
  title: string;
  text: string;
  /** The document that this is a new version of; null for one of its own. */
  previousId: string | null;
  rich: Rich | null;
}

/** What stands for no document where one can be chosen. */
const OF_ITS_OWN = '';

function Intake({ draftKey, previousId: offered }: { draftKey: string; previousId: string | null }) {
  const t = useT();
  const documents = useWindow((state) => state.documents);
  const [draft, change, clear] = useDraft<Draft>(draftKey, {
    title: '',
    text: '',
    previousId: offered,
    rich: null,
  });
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const pasted = useRef<string | null>(null);
  useRichPaste(field, (html) => (pasted.current = html));
  const { text, rich } = draft;
  const previous = documents.find(({ id }) => id === draft.previousId);
  const previousId = previous?.id ?? null;
  const empty = text.trim() === '';

  const write = (next: string): void => {
    const html = pasted.current;
    pasted.current = null;
    const kept = html === null ? rich : { html, text: next, keep: true };
    change({ ...draft, text: next, rich: next.trim() === '' ? null : kept });
  };
  const done = (id: string | undefined): void => {
    if (id === undefined) return;
    showDocument(id);
    if (previousId === null) closeDialog();
    else openDialog('versions');
    announce(t(previousId === null ? 'document.added' : 'versions.added'));
  };
  const tell = (failure: Parameters<typeof intakeSentence>[0]): void =>
    setProblem(intakeSentence(failure, t));
  const add = async (): Promise<void> => {
    if (empty) return;
    const title = draft.title.trim() === '' ? null : draft.title.trim();
    setProblem(undefined);
    if (rich?.keep && rich.text === text) {
      const answer = await api.pasteDocument({ html: rich.html, title, previousId });
      if (!answer.ok) return tell(named(answer.error, t('versions.pastedText')));
      // Stopped on the way: it waits here for another try.
      if (answer.value.ids.length === 0) return;
      clear();
      return done(answer.value.ids.at(-1));
    }
    const answer = await run(commandFor(title, text, previousId));
    if (!answer.ok) return tell(answer.error);
    clear();
    done(answer.value.created.find(({ kind }) => kind === 'documents')?.id);
  };
  const choose = async (): Promise<void> => {
    setProblem(undefined);
    const answer = await api.importDocuments({ previousId });
    if (answer.ok) done(answer.value.ids.at(-1));
    else tell(answer.error);
  };
  return (
    <Dialog
      title={t(previousId === null ? 'document.add' : 'versions.add')}
      size="large"
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={() => void choose()}>
            {t(previousId === null ? 'document.chooseFiles' : 'versions.chooseFile')}
          </Button>
          <Button kind="primary" isDisabled={empty} onPress={() => void add()}>
            {t(previousId === null ? 'document.addPasted' : 'versions.addPasted')}
          </Button>
        </>
      }
    >
      {documents.length > 0 && (
        <SelectField
          label={t('versions.as')}
          value={previousId ?? OF_ITS_OWN}
          choices={[
            { value: OF_ITS_OWN, text: t('versions.asOwn') },
            ...documents.map(({ id, title }) => ({ value: id, text: t('versions.asNew', { title }) })),
          ]}
          onChange={(id) => change({ ...draft, previousId: id === OF_ITS_OWN ? null : id })}
        />
      )}
      <TextField
        label={t('document.pasteLabel')}
        hint={t('document.pasteHint')}
        value={text}
        onChange={write}
        onEnter={() => void add()}
        inputRef={field}
        long
        serif
        autoFocus
      />
      <PastedAs
        rich={rich}
        text={text}
        onChoose={(keep) => change({ ...draft, rich: rich && { ...rich, keep } })}
        onBack={() => change({ ...draft, text: rich?.text ?? text })}
      />
      <TextField
        label={t('document.titleLabel')}
        hint={t(previousId === null ? 'document.titleHint' : 'versions.titleHint')}
        value={draft.title}
        onChange={(title) => change({ ...draft, title })}
        onEnter={() => void add()}
      />
      <p>{t('versions.formats')}</p>
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

/** What takes a text in as it was written or pasted, without any formatting. */
function commandFor(title: string | null, text: string, previousId: string | null): Input<'run'> {
  const given = { title, text, format: 'text', fileName: null } as const;
  return previousId === null
    ? { type: 'add-document', ...given }
    : { type: 'add-version', previousId, ...given };
}

type IntakeFailure = Extract<Outputs['pasteDocument'], { ok: false }>['error'];

/** A failure about a file that has no name: what was pasted. */
function named(failure: IntakeFailure, file: string): IntakeFailure {
  return 'problem' in failure ? { ...failure, file } : failure;
}
