import { useState } from 'react';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import css from './report.module.css';

interface WrittenFilesProps {
  paths: readonly string[];
  /** Whether they are reports, which can be signed. */
  signable: boolean;
}

/** Files that were just written: where they are, and a way to sign one with a key of one's own. */
export function WrittenFiles({ paths, signable }: WrittenFilesProps) {
  const t = useT();
  return (
    <ul className={css['files']}>
      {paths.map((path) => (
        <li key={path}>
          <bdi dir="ltr">{path}</bdi>{' '}
          <Button
            kind="quiet"
            aria-label={t('reportView.showNamed', { path })}
            onPress={() => void api.showFile({ path })}
          >
            {t('reportView.showFile')}
          </Button>
          {signable && <Sign path={path} />}
        </li>
      ))}
    </ul>
  );
}

type Signing =
  | { kind: 'idle' | 'busy' }
  | { kind: 'failed'; sentence: string }
  | { kind: 'signed'; file: string; fingerprint: string };

/** Signing may wait for a passphrase or for a hand on a hardware key, and can be given up. */
function Sign({ path }: { path: string }) {
  const t = useT();
  const [signing, setSigning] = useState<Signing>({ kind: 'idle' });
  const sign = async (): Promise<void> => {
    setSigning({ kind: 'busy' });
    const answer = await api.signReport({ path });
    if (!answer.ok) return setSigning({ kind: 'failed', sentence: fileSentence(answer.error, t) });
    if (answer.value === 'cancelled') return setSigning({ kind: 'idle' });
    const { file, fingerprint } = answer.value;
    setSigning({ kind: 'signed', file, fingerprint });
    announce(t('reportView.signed', { file, fingerprint }));
  };
  if (signing.kind === 'busy')
    return (
      <span role="status">
        {t('reportView.signing')}{' '}
        <Button kind="quiet" onPress={() => void api.cancelSigning(undefined)}>
          {t('frame.cancel')}
        </Button>
      </span>
    );
  return (
    <>
      <Button kind="quiet" aria-label={t('reportView.signNamed', { path })} onPress={() => void sign()}>
        {t('reportView.sign')}
      </Button>
      {signing.kind === 'failed' && <Message kind="failed">{signing.sentence}</Message>}
      {signing.kind === 'signed' && (
        <Message kind="note">
          {t('reportView.signed', { file: signing.file, fingerprint: signing.fingerprint })}
        </Message>
      )}
    </>
  );
}
