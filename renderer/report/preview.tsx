import { useEffect, useRef, useState } from 'react';
import type { ReportWanted } from '../../shared/report/report-wanted.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { useWindow } from '../store.ts';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { Outline } from './outline.tsx';
import css from './report.module.css';

/** So long nothing has to change before the pages are made anew: what is being typed changes with every letter. */
const CALM = 250;

/** The report as it will look, with its outline. The last pages stay until newer ones are there. */
export function Preview({ wanted }: { wanted: ReportWanted }) {
  const t = useT();
  const key = useWindow(({ loaded }) => loaded?.key ?? '');
  const revision = useWindow((state) => state.revision);
  const [address, setAddress] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [place, setPlace] = useState<string>();
  const asked = JSON.stringify(wanted);
  const isFirst = useRef(true);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () =>
        void api.preparePreview(JSON.parse(asked) as ReportWanted).then((answer) => {
          if (!current) return;
          if (!answer.ok) return setProblem(fileSentence(answer.error, t));
          if (answer.value === 'cancelled') return;
          setProblem(undefined);
          setPlace(undefined);
          setAddress(answer.value.address);
        }),
      isFirst.current ? 0 : CALM,
    );
    isFirst.current = false;
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, key, revision, t]);
  return (
    <div className={css['pages']}>
      <Outline refs={wanted.scope.refs} onGo={setPlace} />
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
      {address === undefined ? (
        <p className={css['waiting']} role="status">
          {t('reportView.making')}
        </p>
      ) : (
        <iframe
          className={css['preview']}
          title={t('reportView.preview')}
          sandbox=""
          src={place === undefined ? address : `${address}#${place}`}
        />
      )}
    </div>
  );
}
