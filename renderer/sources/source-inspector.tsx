import type { SourceDetails } from '../../shared/queries/sources-view.ts';
import { api } from '../api.ts';
import { runHere } from '../frame/actions.ts';
import { RecordHistory } from '../inspector/record-history.tsx';
import { showSource, useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { focusView } from '../ui/focus-view.ts';
import { useAsked } from '../ui/use-asked.ts';
import { useT } from '../ui/words.tsx';
import inspector from '../inspector/inspector.module.css';
import { Confidentiality } from './confidentiality.tsx';
import { IdentityBox } from './identity-box.tsx';
import { MergeForm } from './merge-form.tsx';
import { SourceFields } from './source-fields.tsx';
import { SourceUses } from './source-uses.tsx';
import css from './sources.module.css';

/** Everything about the selected source. */
export function SourceInspector() {
  const t = useT();
  const sourceId = useWindow((state) => state.sourceId);
  return (
    <aside className={inspector['inspector']} aria-label={t('sourcesView.label')}>
      {sourceId === null ? <Nothing /> : <Selected key={sourceId} id={sourceId} />}
    </aside>
  );
}

function Nothing() {
  const t = useT();
  return <p className={inspector['nothing']}>{t('sourcesView.nothing')}</p>;
}

function Selected({ id }: { id: string }) {
  const revision = useWindow((state) => state.revision);
  const details = useAsked(`source:${id}`, () => api.source({ id }), [revision]);
  if (details === undefined) return null;
  return details ? <Shown details={details} /> : <Nothing />;
}

function Shown({ details }: { details: SourceDetails }) {
  const t = useT();
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const { source, uses, merged, history } = details;
  const remove = async (): Promise<void> => {
    const { id, name } = source;
    if (!(await runHere(t, { type: 'remove', kind: 'sources', id }))) return;
    announce(t('frame.removed', { ref: name }));
    showSource(null);
    focusView();
  };
  return (
    <>
      <header className={inspector['head']}>
        <h2>
          <bdi>{source.name}</bdi>
        </h2>
        {source.confidential && (
          <span className={css['confidential']}>
            <span aria-hidden>◆ </span>
            {t('sourcesView.confidential')}
          </span>
        )}
      </header>
      <SourceFields details={details} writable={writable} />
      <Confidentiality source={source} writable={writable} />
      {(source.confidential || source.commitment !== null) && (
        <IdentityBox key={source.commitment} source={source} writable={writable} />
      )}
      <SourceUses uses={uses} />
      <section className={inspector['section']}>
        {merged.length > 0 && (
          <>
            <h3>{t('sourcesView.mergedFrom')}</h3>
            <ul className={inspector['lines']}>
              {merged.map(({ id, name }) => (
                <li key={id}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
        <MergeForm source={source} writable={writable} />
        {writable && uses.length === 0 && (
          <div className={inspector['line']}>
            <Button kind="quiet" onPress={() => void remove()}>
              {t('sourcesView.remove')}
            </Button>
          </div>
        )}
      </section>
      <RecordHistory lines={history} title={t('sourcesView.history')} />
    </>
  );
}
