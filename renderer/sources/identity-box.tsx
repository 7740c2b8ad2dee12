import { useState } from 'react';
import type { Source } from '../../shared/case/evidence.ts';
import type { Identity } from '../../shared/case/identity.ts';
import { api } from '../api.ts';
import { failureSentence, fileSentence } from '../failure.ts';
import inspector from '../inspector/inspector.module.css';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { dayAndClock } from '../when.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { IdentityForm } from './identity-form.tsx';

/** Whom the vault names for a confidential source, as far as this window was told. */
type Told = { identity: Identity | null } | null;

/**
 * Who a confidential source is. It is asked for only when somebody wants to see it, is held by this box alone, and goes
 * with it: the window's state, its drafts and its log never have it.
 */
export function IdentityBox({ source, writable }: { source: Source; writable: boolean }) {
  const t = useT();
  const language = useLanguage();
  const [told, setTold] = useState<Told>(null);
  const [mode, setMode] = useState<'show' | 'write' | 'erase'>('show');
  const [problem, setProblem] = useState<string>();
  const { id, name, confidential, commitment, erasedAt } = source;
  const kept = commitment !== null;

  const ask = async (): Promise<Told> => {
    const answer = await api.identity({ sourceId: id });
    setProblem(answer.ok ? undefined : fileSentence(answer.error, t));
    return answer.ok ? { identity: answer.value } : null;
  };
  const write = async (): Promise<void> => {
    const known = kept ? await ask() : { identity: null };
    if (!known) return;
    setTold(known);
    setMode('write');
  };
  const keep = async (identity: Identity): Promise<string | null> => {
    const answer = await api.keepIdentity({ sourceId: id, identity });
    if (!answer.ok) return problemOf(answer.error);
    setTold(null);
    setMode('show');
    announce(t('sourcesView.identityKept'));
    return null;
  };
  const erase = async (): Promise<string | null> => {
    const answer = await api.eraseIdentity({ sourceId: id });
    if (!answer.ok) return problemOf(answer.error);
    setTold(null);
    setMode('show');
    announce(t('sourcesView.erased'));
    return null;
  };
  const problemOf = (
    error: Parameters<typeof fileSentence>[0] | Parameters<typeof failureSentence>[0],
  ): string => ('file' in error ? fileSentence(error, t) : failureSentence(error, t));

  return (
    <section className={inspector['section']}>
      <h3>{t('sourcesView.identity')}</h3>
      <p className={inspector['soft']}>{t('sourcesView.identityWhat')}</p>
      {!kept && erasedAt !== null && (
        <p>{t('sourcesView.identityErased', { when: dayAndClock(erasedAt, language) })}</p>
      )}
      {!kept && erasedAt === null && <p>{t('sourcesView.identityNone')}</p>}
      {mode === 'write' ? (
        <IdentityForm
          name={name}
          initial={told?.identity ?? null}
          onKeep={keep}
          onLeave={() => {
            setTold(null);
            setMode('show');
          }}
        />
      ) : (
        <>
          {told && <Shown identity={told.identity} />}
          <div className={inspector['moves']}>
            {kept && (
              <Button onPress={() => (told ? setTold(null) : void ask().then(setTold))}>
                {t(told ? 'sourcesView.identityHide' : 'sourcesView.identityShow')}
              </Button>
            )}
            {confidential && (
              <Button isDisabled={!writable} onPress={() => void write()}>
                {t(kept ? 'sourcesView.identityChange' : 'sourcesView.identityKeep')}
              </Button>
            )}
            {kept && (
              <Button isDisabled={!writable} onPress={() => setMode('erase')}>
                {t('sourcesView.identityErase')}
              </Button>
            )}
          </div>
        </>
      )}
      {mode === 'erase' && <EraseDialog name={name} onErase={erase} onClose={() => setMode('show')} />}
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </section>
  );
}

function Shown({ identity }: { identity: Identity | null }) {
  const t = useT();
  if (!identity) return <p>{t('sourcesView.identityElsewhere')}</p>;
  const parts = [
    ['identityName', identity.name],
    ['identityContact', identity.contact],
    ['identityNotes', identity.notes],
  ] as const;
  return (
    <dl className={inspector['item']}>
      {parts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt className={inspector['soft']}>{t(`sourcesView.${label}`)}</dt>
            <dd className={inspector['words']} dir="auto">
              {text}
            </dd>
          </div>
        ))}
    </dl>
  );
}
